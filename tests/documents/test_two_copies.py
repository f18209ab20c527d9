"""What is confidential leaves the city in no document, whatever its format."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from small_city import BASE, ON, ROOT, outline, small

from scmaster import __version__, documents, pipeline, publishing
from scmaster.assess.disclosure import WITHHELD, for_assessors, secrets
from scmaster.diagnostics import Severity, Span
from scmaster.documents import Imprint
from scmaster.model.evidence import Evidence
from scmaster.model.sections import CITY_SECTIONS
from scmaster.passages import changes, forms, internal
from scmaster.render import manifest

KOTA = (Path(__file__).parent / "kota.yaml").read_text("utf-8")
ADDRESS = "https://tertutup.contoh.go.id/laporan-tersembunyi.pdf"
DIGEST = "c0ffee" * 10 + "beef"
FILE = "audit/berkas-tersembunyi-9913.pdf"
OPENS = (ADDRESS, "laporan-tersembunyi", DIGEST, DIGEST[:12], FILE, "berkas-tersembunyi", "9913-T")
DETAILS = ("9913-T/LHA", "Rahasia pasal", "Isi-tersembunyi", "Catatan-tersembunyi", "Jabatan-T")
PLANTED = f"""
evidence:
  - id: ev-tutup
    title: Laporan uji kerentanan
    kind: audit
    number: 9913-T/LHA/2024
    date: 2024-05-02
    period: 2024
    opd: diskominfo
    classification: rahasia
    url: {ADDRESS}
    file: {FILE}
    sha256: {DIGEST}
    pages: 9913
    narrator: Jabatan-T
    note: Catatan-tersembunyi eviden
    personal_data: {{present: ya, kinds: [Isi-tersembunyi data]}}
  - id: ev-tutup-lain
    title: Rencana pemulihan
    kind: sop
    date: 2024-02
    opd: diskominfo
    classification: terbatas
    file: {FILE}
claims:
  - id: klaim-tutup
    evidence: ev-tutup
    supports: [BAS.01, rek-2023-01, qw-uji-2024]
    submission: evaluasi-2024
    role: primary
    pages: Rahasia pasal 9
    section: Rahasia pasal 12
    statement: Isi-tersembunyi pernyataan
    note: Catatan-tersembunyi klaim
    coverage: {{numerator: 1, denominator: 2}}
    verdicts: [{{submission: evaluasi-2024, verdict: revise, reason: Isi-tersembunyi putusan}}]
sources:
  - {{id: sumber-tutup, title: Laman audit, publisher: Inspektorat, date: 2024-05-02,
      url: {ADDRESS}, tier: document}}
programmes:
  - id: prog-tutup
    name: Program keamanan
    pillar: governance
    owner: diskominfo
    summary: Lihat {ADDRESS} dan {FILE}.
    measures:
      - {{name: Temuan, value: 4, unit: temuan, as_of: 2024, source: sumber-tutup,
          evidence: ev-tutup, page: Rahasia pasal 3, note: "Sidik {DIGEST}"}}
bodies:
  - id: forum
    kind: forum
    name: Forum Kota Cerdas
    meetings: [{{date: 2024-07-01, title: "Rapat, {ADDRESS}", minutes: ev-tutup,
                 sectors: [government]}}]
verifications:
  - {{id: lihat, what: ev-tutup, date: 2024-06-01, opd: diskominfo, agrees: ya,
      finding: "Sesuai {FILE}", photos: [ev-tutup]}}
commitments:
  - {{id: janji, date: 2024-01-02, title: Komitmen bersama,
      signatories: [{{opd: diskominfo, signed: ya}}], evidence: ev-tutup}}
"""


def planted():
    """The small city with confidential evidence used wherever evidence can be used."""
    changed = {
        "status: claimed_met": "status: claimed_met\n    evidence: [ev-tutup]",
        "text: Perwali disusun,": "text: Perwali disusun, evidence: [ev-tutup],",
        "fact: Masterplan ditetapkan": f"fact: Lihat {ADDRESS} . Masterplan ditetapkan",
        "state: verified": "note: Catatan-tersembunyi jawaban\n    state: verified",
    }
    own = KOTA
    for old, new in changed.items():
        assert own.count(old) == 1
        own = own.replace(old, new)
    every = {path.stem: path.read_bytes() for path in BASE.glob("*.yaml")}
    city = [(f"{n}.yaml", data) for n, data in sorted(every.items()) if n in CITY_SECTIONS]
    shared = [(f"{n}.yaml", data) for n, data in sorted(every.items()) if n not in CITY_SECTIONS]
    city += [("kota.yaml", own.encode()), ("tertutup.yaml", PLANTED.encode())]
    return pipeline.understand(city, shared, [], Span("kota", 1, 1), on=ON)


def texts(name, content):
    """Everything that can be read out of a file: every part of it, markup stripped and not."""
    parts = {name: content}
    if content.startswith(b"PK"):
        parts = {}
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for part in archive.namelist():
                data = archive.read(part)
                inner = texts(f"{name}!{part}", data) if data.startswith(b"PK") else {part: data}
                parts |= {f"{name}!{k}": v for k, v in inner.items()}
    return parts


def words(data):
    raw = data.decode("utf-8", "replace") if isinstance(data, bytes) else data
    return raw, re.sub(r"<[^>]+>", "", raw)


def built(case, *, copy="assessor", **more):
    order = pipeline.Order(
        formats=("docx", "html", "xlsx", "pptx"), draft=True, internal=copy == "internal", **more
    )
    return pipeline.build(case, ROOT / "tests" / "documents", ROOT, order)


@pytest.fixture(scope="module")
def case():
    return planted()


@pytest.fixture(scope="module")
def assessors(case):
    return built(case)


def everything(made, folder, case):
    publishing.publish(case, made, folder)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            for part, data in texts(path.name, path.read_bytes()).items():
                yield path.name, part, data


def test_the_small_city_can_be_read(case):
    assert [d for d in case.diagnostics if d.code < "SCM3"] == []
    assert len(case.dossier.of(Evidence)) >= 4


def test_no_document_of_assessors_opens_what_is_confidential(assessors, case, tmp_path):
    slugs = {artifact.name.partition("/")[0].partition(".")[0] for artifact in assessors.artifacts}
    supported = {
        s for s in documents.slugs() if not documents.module(s).lacks(case) and not documents.own(s)
    }
    found = [
        (part, secret)
        for _, part, data in everything(assessors, tmp_path, case)
        for text in words(data)
        for secret in (*OPENS, *DETAILS)
        if secret in text
    ]

    assert slugs == supported
    assert len(slugs) >= 4
    assert {artifact.name.rpartition(".")[2] for artifact in assessors.artifacts} == {
        "docx",
        "html",
        "xlsx",
        "pptx",
    }
    assert found == []


def test_nor_does_the_report_of_digital_government(tmp_path):
    here = Path(__file__).parent
    address = "https://jdih.contoh.go.id/1.pdf"
    text = (here / "digital.yaml").read_text("utf-8")
    shut = text.replace(f"url: {address}", f"url: {address}\n    classification: rahasia")
    seen = []
    for number, said in enumerate((text, shut)):
        pillars = [("pilar.yaml", (here / "digital_pilar.yaml").read_bytes())]
        city = [("kota.yaml", said.encode())]
        known = pipeline.understand(city, pillars, [], Span("kota", 1, 1), on=ON)
        made = built(known, documents=["laporan-mandiri-spbe"])
        files = list(everything(made, tmp_path / str(number), known))
        assert len(files) > 3
        seen.append(any(address.encode() in data for _, _, data in files))

    assert seen == [True, False]


def test_nor_does_an_official_form(case):
    """Whatever a form may be filled with: all of its names at once."""
    shown, whole = repr(forms.data(for_assessors(case))), repr(forms.data(case))

    assert [secret for secret in (*OPENS, *DETAILS) if secret in shown] == []
    assert ADDRESS in whole, "in an answer's own words"


def test_that_search_finds_what_is_there(case, tmp_path):
    """The same search, in the city's own copy, finds every single secret."""
    made = built(case, copy="internal", documents=["laporan-evaluasi"])
    seen = {
        secret
        for _, part, data in everything(made, tmp_path, case)
        for text in words(data)
        for secret in (*OPENS, *DETAILS)
        if secret in text and "manifest" not in part
    }

    assert seen == {*OPENS, *DETAILS}


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (ADDRESS, WITHHELD),
        (ADDRESS.replace("https", "http"), WITHHELD),
        (ADDRESS.upper(), WITHHELD),
        (f"Lihat {ADDRESS}.", f"Lihat ({WITHHELD})."),
        (f"({ADDRESS}#page=4)", f"(({WITHHELD}))"),
        (f"lihat {ADDRESS[8:]}, lalu", f"lihat ({WITHHELD}), lalu"),
        (f"{ADDRESS}.html", f"{ADDRESS}.html"),
        (f"{ADDRESS}/lain", f"{ADDRESS}/lain"),
        (f"berkas {FILE}; sidik {DIGEST}", f"berkas ({WITHHELD}); sidik ({WITHHELD})"),
        (f"lain-{FILE}", f"lain-{FILE}"),
        ("tanpa apa pun", "tanpa apa pun"),
    ],
)
def test_an_address_is_found_however_it_is_written(case, said, shown):
    """But the address of something else, of which it is the beginning, stays."""
    assert secrets(case).out_of(said) == shown


def test_a_home_page_that_is_confidential_hides_no_other_page():
    home = KOTA.replace("https://rahasia.contoh.go.id/lha.pdf", "https://jdih.contoh.go.id/")
    assert home != KOTA
    shown = for_assessors(small(home))

    assert shown.dossier.get(Evidence, "ev-rahasia").url is None
    assert shown.dossier.get(Evidence, "ev-perwali").url == (
        "https://jdih.contoh.go.id/perwali-1-2020.pdf"
    )


def test_its_title_is_there_with_where_it_is_shown(case):
    data = dict(documents.composed("laporan-evaluasi", case, Imprint("0", "a")))
    shown = "\n".join(outline(data["laporan-evaluasi"]))

    assert f"Laporan uji kerentanan // {WITHHELD}" in shown
    assert f"Nomor {WITHHELD}" in shown


def test_how_questions_stand_does_not_change(case):
    shown = for_assessors(case)

    assert {k: s.state for k, s in shown.standings.items()} == {
        k: s.state for k, s in case.standings.items()
    }
    assert shown.dossier.get(Evidence, "ev-tutup").span() == (
        case.dossier.get(Evidence, "ev-tutup").span()
    )
    assert for_assessors(shown) == shown


def test_the_snapshot_of_a_manifest_keeps_nothing_confidential(assessors, case, tmp_path):
    publishing.publish(case, assessors, tmp_path)
    held = (tmp_path / "manifest.json").read_text("utf-8")

    assert [secret for secret in (*OPENS, *DETAILS) if secret in held] == []
    assert "Laporan uji kerentanan" in held


def test_what_was_classified_since_is_not_shown_by_what_was_before(tmp_path):
    """An earlier manifest still knows the address; the chapter of changes does not print it."""
    open_then = small(KOTA.replace("classification: terbatas", "classification: biasa"))
    publishing.publish(open_then, built(open_then, documents=["matriks-eviden"]), tmp_path)
    saved = tmp_path / "manifest.json"
    assert "rahasia.contoh.go.id" in saved.read_text("utf-8")

    now = small(KOTA)
    earlier = pipeline.history(ROOT, ROOT).named(now, str(saved))
    told = changes.since(now, earlier)
    shown = "\n".join(outline(told))

    assert "Klasifikasi: Biasa" in shown
    assert "rahasia.contoh.go.id" not in shown
    assert "7/LHA/2024" not in shown


def test_no_exception_no_note_and_no_finding_for_assessors(case):
    data = dict(documents.composed("laporan-evaluasi", case, Imprint("0", "a")))
    assert data["laporan-evaluasi"].internal is None
    shown = "\n".join(outline(data["laporan-evaluasi"]))

    assert "Keputusan sedang diproses." not in shown  # the reason of a waiver
    assert not re.search(r"SCM\d{3}", shown)


def test_the_code_and_the_wording_of_each_question_stand_beside_the_answer(assessors, case):
    made = next(a for a in assessors.artifacts if a.name == "laporan-evaluasi.docx")
    with zipfile.ZipFile(io.BytesIO(made.content)) as package:
        body = package.read("word/document.xml").decode()
    found = re.findall(r"<w:p[ >].*?</w:p>", body, re.DOTALL)
    paragraphs = [re.sub("<[^>]+>", "", p) for p in found]

    for name, standing in case.standings.items():
        start = next(
            i for i, p in enumerate(paragraphs) if p.startswith(name) and "Heading3" not in p
        )
        assert standing.question.text in paragraphs
        assert any(p == standing.question.code for p in paragraphs[start:])


# -- the city's own copy ------------------------------------------------------------------------


def test_the_annexes_of_the_citys_own_copy(golden, case):
    golden("internal/data.txt", "\n".join(outline(internal.internal(case))) + "\n")


def test_the_own_copy_is_stamped_and_named(case):
    made = built(case, copy="internal")
    names = {artifact.name for artifact in made.artifacts}

    assert {"laporan-evaluasi-internal.docx", "matriks-eviden-internal.xlsx"} <= names
    assert [name for name in names if "-internal." not in name] == []
    for artifact in made.artifacts:
        if artifact.name.endswith(".docx"):
            parts = texts(artifact.name, artifact.content)
            heads = [d.decode() for n, d in parts.items() if "header" in n and n.endswith(".xml")]
            assert any("SALINAN INTERNAL" in head for head in heads), artifact.name
        if artifact.name.endswith(".html"):
            assert "SALINAN INTERNAL" in artifact.content.decode(), artifact.name


def test_a_copy_for_assessors_bears_no_such_stamp(assessors):
    for artifact in assessors.artifacts:
        for data in texts(artifact.name, artifact.content).values():
            assert b"SALINAN INTERNAL" not in data


def test_every_warning_is_in_the_own_copy_once(case):
    said = [d for d in case.diagnostics if d.severity is not Severity.NOTE]
    rows = internal.internal(case).findings

    assert len(rows) == len(said) > 0
    assert sorted(row[3] for row in rows) == sorted(f"{d.span.file}:{d.span.line}" for d in said)


def test_both_copies_may_lie_in_one_folder(case, tmp_path):
    for copy in ("assessor", "internal"):
        made = built(case, copy=copy, documents=["matriks-eviden"])
        assert list(publishing.publish(case, made, tmp_path).stale) == []
    names = {p.name for p in tmp_path.iterdir()}

    assert {manifest.name_for(internal=True), manifest.name_for(internal=False)} <= names
    held = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert held["copy"] == "assessor"
    assert held["scmaster"] == __version__
    assert {f["name"] for f in held["files"]} <= names
