"""Each rule on files of evidence, shown by a real file that breaks it and by one that does not."""

from datetime import date

import pytest
import sample_files as make

from scmaster import pipeline, resources
from scmaster.evidence import holdings, lockfile, shelf, survey
from scmaster.evidence.digests import Digests
from scmaster.evidence.reading import read

ON = date(2025, 1, 15)
CITY = """\
city: {id: kota-uji, name: Kota Uji, kind: kota, province: Kaltim, region_code: "64.71"}
opd: [{id: dlh, name: Dinas Lingkungan Hidup}]
indicators:
  - {id: ind-a, name: Layanan, unit: layanan, issuer: DLH, direction: up, actuals: ACTUALS}
evidence:
"""
SIGNED = "Ditetapkan 6 November 2024\nNomor 12 Tahun 2024"
DATED = "Laporan Nomor 5/LAP/2024\n6 November 2024"


def evidence(name, more=""):
    return (
        f"  - {{id: ev, title: Dokumen, kind: laporan, date: 2024-11-06, opd: dlh, file: {name}"
        f"{', ' + more if more else ''}}}\n"
    )


def claim(place):
    return f"claims:\n  - {{id: k, evidence: ev, supports: [ind-a], role: supporting, {place}}}\n"


def actual(value, place):
    return f"[{{value: {value}, as_of: 2024, evidence: ev, page: {place}}}]"


PDF = make.pdf(DATED, "Layanan 1.234,5 buah di seluruh kota")
SHEET = make.workbook(Data={"B7": 27.5, "A1": DATED})
SK = "legal_status: enacted, number: 12 Tahun 2024"
CASES = {
    "SCM805": (("a.pdf", b""), ("a.pdf", PDF), "", "", ""),
    "SCM808": (("a.pdf", make.HTML), ("a.pdf", PDF), "", "", ""),
    "SCM810": (("a.pdf", make.encrypted_pdf(DATED)), ("a.pdf", PDF), "", "", ""),
    "SCM811": (("a.pdf", make.pdf("", "")), ("a.pdf", PDF), "", "", ""),
    "SCM812": (("a.pdf", make.pdf(DATED)), ("a.pdf", PDF), "", claim('pages: "2"'), ""),
    "SCM813": (
        ("a.xlsx", make.workbook(Data={"A1": 1})),
        ("a.xlsx", SHEET),
        "",
        claim('pages: "Data!B7"'),
        "",
    ),
    "SCM814": (
        ("a.pdf", make.pdf(DATED, "Layanan 1.254,5 buah di seluruh kota")),
        ("a.pdf", PDF),
        "",
        "",
        actual("1234.5", '"2"'),
    ),
    "SCM815": (
        ("a.xlsx", make.workbook(Data={"B7": 28.5})),
        ("a.xlsx", SHEET),
        "",
        "",
        actual("27.5", '"Data!B7"'),
    ),
    "SCM816": (
        ("a.pdf", make.pdf("Laporan Nomor 6/LAP/2024\n6 November 2024")),
        ("a.pdf", PDF),
        "number: 5/LAP/2024",
        "",
        "",
    ),
    "SCM817": (
        ("a.pdf", make.pdf("Laporan Nomor 5/LAP/2024\n7 November 2024")),
        ("a.pdf", PDF),
        "",
        "",
        "",
    ),
    "SCM818": (
        ("a.pdf", make.pdf(f"RANCANGAN KEPUTUSAN\n{SIGNED}")),
        ("a.pdf", make.pdf(SIGNED)),
        SK,
        "",
        "",
    ),
    "SCM819": (
        ("a.pdf", make.pdf(SIGNED, "WALI KOTA\n(....................)")),
        ("a.pdf", make.pdf(SIGNED)),
        SK,
        "",
        "",
    ),
    "SCM820": (
        ("a.pdf", make.pdf(SIGNED)),
        ("a.pdf", make.signed_pdf(SIGNED)),
        f"{SK}, signature: certified",
        "",
        "",
    ),
    "SCM821": (
        ("a.docx", make.word(DATED, "Penerima 6471051203900001")),
        ("a.docx", make.word(DATED, "Penerima bantuan")),
        "",
        "",
        "",
    ),
    "SCM822": (
        ("a.docx", make.word(DATED, heading="Penutup")),
        ("a.docx", make.word(DATED, heading="Bab Kedua")),
        "",
        claim("section: Bab Kedua"),
        "",
    ),
}
"""Code -> the file that breaks it, one that does not, and what the YAML says beside."""


def said(folder, document, more="", claims="", actuals=""):
    """File and lock a document, and return the codes that `check` says of it."""
    name, content = document
    city = folder / "cities/kota-uji"
    (city / "files").mkdir(parents=True)
    (city / "files" / name).write_bytes(content)
    text = CITY.replace("ACTUALS", actuals or "[]") + evidence(name, more) + claims
    (city / "kota.yaml").write_text(text, "utf-8")
    case = pipeline.understand_city(city, folder, on=ON)
    store, _ = holdings.store_of(city, folder)
    made, inside = survey.lock(
        case.dossier, Digests(store), {}, "2025-01-15", lambda n, kind: read(store.path(n), kind)
    )
    for digest, contents in inside.items():
        pipeline.write(store.folder / shelf.place(digest), shelf.packed(contents))
    (city / lockfile.NAME).write_text(lockfile.text(made), "utf-8")
    return {d.code for d in pipeline.understand_city(city, folder, on=ON).diagnostics}


@pytest.fixture(autouse=True)
def no_pillars(tmp_path, monkeypatch):
    """What is shipped is nobody's concern here."""
    (tmp_path / "kosong").mkdir()
    monkeypatch.setattr(resources, "shipped", lambda _: tmp_path / "kosong")


@pytest.mark.parametrize("code", CASES)
def test_a_file_that_breaks_it_and_one_that_does_not(code, tmp_path):
    wrong, right, more, claims, actuals = CASES[code]

    assert code in said(tmp_path / "salah", wrong, more, claims, actuals)
    assert not {c for c in said(tmp_path / "benar", right, more, claims, actuals) if c > "SCM8"}


def test_every_rule_on_what_is_inside_is_tried():
    from scmaster import checks

    inside = {rule.code for rule in checks.rules() if "SCM804" < rule.code < "SCM840"}
    # strays, two records, a digest by hand, what an instrument takes
    elsewhere = {"SCM806", "SCM807", "SCM809", "SCM823"}
    assert inside - elsewhere == set(CASES)


BROKEN = {
    f"{kind} {how}": (kind, damage(content))
    for kind, content in {
        "pdf": PDF,
        "signed.pdf": make.signed_pdf(DATED),
        "docx": make.word(DATED),
        "xlsx": SHEET,
    }.items()
    for how, damage in {
        "cut in half": lambda data: data[: len(data) // 2],
        "cut to its head": lambda data: data[:60],
        "with its end gone": lambda data: data[:-30],
        "with zeros within": lambda data: data[:100] + b"\0" * 400 + data[500:],
        "with words within": lambda data: data[:200] + b"rusak" * 60 + data[500:],
        "turned around": lambda data: data[:8] + data[8:][::-1],
    }.items()
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_read_or_is_a_finding_and_never_a_traceback(name, tmp_path):
    kind, content = BROKEN[name]
    found = said(tmp_path / "kota", (f"a.{kind.rpartition('.')[2]}", content))

    if name.endswith(("head", "around")) or (name.endswith("half") and kind != "pdf"):
        assert found & {"SCM808", "SCM810", "SCM811", "SCM817"}, "nothing can be read in it"
