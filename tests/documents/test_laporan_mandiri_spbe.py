"""The self-assessment of SPBE and Pemdi: level by level, and beside the smart-city report."""

import io
from datetime import date
from pathlib import Path

import pytest
from small_city import IMPRINT, ROOT, outline

from scmaster import documents, pipeline
from scmaster.diagnostics import Span
from scmaster.documents import laporan_mandiri_spbe

HERE = Path(__file__).parent
CITY = (HERE / "digital.yaml").read_text("utf-8")
ON = date(2025, 1, 15)
DOCX = ["laporan-evaluasi.docx", "laporan-mandiri-spbe.docx"]
PEMDI = """\
city: {id: uji, name: Kota Uji, kind: kota, province: Kaltim, region_code: "64.99"}
submissions:
  - {id: pemdi-2026, year: 2026, stage: tunggal, state: draft, instrument: pemdi-permenpanrb-8-2026}
answers:
  - id: jaw-05
    submission: pemdi-2026
    question: PMD.05
    measure: {value: 2.71, as_of: 2025, source: sumber-sdi}
    issuer: Sekretariat Satu Data
sources: [{id: sumber-sdi, title: Hasil ISDI, tier: document}]
"""


def understood(text=CITY, submission=None, shared=None):
    """The made-up city with made-up instruments, looked at for a submission."""
    pillars = shared or [("pilar.yaml", (HERE / "digital_pilar.yaml").read_bytes())]
    city = [("kota.yaml", text.encode())]
    return pipeline.understand(city, pillars, [], Span("kota", 1, 1), on=ON, submission=submission)


def built(case, **wishes):
    """The two reports; of other documents nothing is said here."""
    order = pipeline.Order(documents=[name[:-5] for name in DOCX], **wishes)
    return pipeline.build(case, ROOT / "tests", ROOT, order)


def shipped():
    """Every file of `pillars/`."""
    every = sorted((ROOT / "pillars").rglob("*.yaml"))
    return [(str(path.relative_to(ROOT)), path.read_bytes()) for path in every]


def text_of(artifact):
    from docx import Document

    body = Document(io.BytesIO(artifact.content)).element.body
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
    return "\n".join(t.text or "" for t in body.iter(tag))


def test_the_composed_data(golden):
    data = laporan_mandiri_spbe.compose(understood(submission="spbe-2024"), IMPRINT)

    golden("laporan-mandiri-spbe/data.txt", "\n".join(outline(data)) + "\n")


def test_both_documents_for_a_city_with_both_submissions():
    case = understood()
    made = built(case)

    assert case.submission.id == "kota-2024"
    assert ([a.name for a in made.artifacts], made.left_out) == (DOCX, ())
    assert "spbe-2024" in text_of(made.artifacts[1])
    assert documents.subject("laporan-mandiri-spbe", case).id == "spbe-2024", "the newest"


@pytest.mark.parametrize(("submission", "name"), [("kota-2024", DOCX[0]), ("spbe-2023", DOCX[1])])
def test_a_named_submission_gets_its_own_document_only(submission, name):
    made = built(understood(submission=submission), narrowed=True)

    assert [artifact.name for artifact in made.artifacts] == [name]
    ((slug, reason),) = made.left_out
    assert {f"{slug}.docx", name} == set(DOCX)
    assert f"pengajuan {submission} memakai" in reason
    assert submission in text_of(made.artifacts[0])


def test_errors_of_the_other_submission_keep_its_document_back():
    before = "title: Evaluasi SPBE 2024\n    state: draft"
    assert before in CITY
    case = understood(CITY.replace(before, "state: final"))
    made = built(case)

    assert case.errors == 0
    assert [artifact.name for artifact in made.artifacts] == DOCX[:1]
    ((slug, reason),) = made.left_out
    assert slug == "laporan-mandiri-spbe"
    assert "galat; lihat dengan 'scmaster check --submission spbe-2024'" in reason
    assert [a.name for a in built(case, draft=True).artifacts] == DOCX


def test_a_city_without_such_a_submission_is_told_so():
    text = CITY[: CITY.index("  - {id: spbe-2023")] + "results: []\n"
    case = understood(text)

    assert laporan_mandiri_spbe.lacks(case) == "belum ada pengajuan untuk SPBE dan Pemdi"
    with pytest.raises(ValueError, match="SPBE dan Pemdi"):
        laporan_mandiri_spbe.compose(case, IMPRINT)


def test_what_is_confidential_is_not_linked():
    data = laporan_mandiri_spbe.compose(understood(submission="spbe-2024"), IMPRINT)
    shown = "\n".join(outline(data))

    assert "rahasia.contoh.go.id" not in shown
    assert "jdih.contoh.go.id" in shown  # the same search does find what is linked


def test_pemdi_with_indices_of_other_agencies():
    case = understood(PEMDI, shared=shipped())
    made = built(case)
    data = laporan_mandiri_spbe.compose(case, IMPRINT)
    sheets = {sheet.id: sheet for section in data.sections for sheet in section.sheets}
    facts = dict(sheets["PMD.05"].facts)

    assert [artifact.name for artifact in made.artifacts] == DOCX[1:]
    assert made.diagnostics == ()
    assert len(sheets) == 20
    assert facts["Nilai indeks luar"].text == "2,71"
    assert (facts["Keadaan"], facts["Penerbit"]) == ("2025", "Sekretariat Satu Data")
    assert facts["Unggahan"].startswith("tidak ada yang diunggah")
    assert (sheets["PMD.05"].ladder, sheets["PMD.05"].evidence) == ([], [])
    assert [len(sheet.ladder) for sheet in sheets.values()].count(5) == 16
    assert len(data.external) == data.scope.external == 4
    assert "Laporan Penilaian Mandiri Pemdi" in data.cover.title
    assert "2,71" in text_of(made.artifacts[0])
