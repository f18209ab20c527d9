"""What is inside a file, and that no file stops us."""

import io
import zipfile

import pytest
import sample_files as made

from scmaster.evidence import kinds
from scmaster.evidence.reading import read
from scmaster.evidence.reading.sheets import letters
from scmaster.evidence.workshop import Workshop

KINDS = {
    "pdf": made.pdf("kata"),
    "docx": made.word("kata"),
    "xlsx": made.workbook(Data={"A1": 1}),
    "jpg": made.picture("JPEG"),
    "png": made.picture("PNG"),
    "mp4": made.MP4,
    "zip": made.zipped(a=b"isi"),
    "html": made.HTML,
    "text": "kata-kata é".encode(),
    "": b"\x01\x02\0\x03",
}


@pytest.fixture
def reading(tmp_path):
    def run(content, kind):
        path = tmp_path / "berkas"
        path.write_bytes(content)
        return read(path, kind)

    return run


@pytest.mark.parametrize("kind", KINDS)
def test_the_content_says_what_a_file_is(kind):
    assert kinds.kind_of(io.BytesIO(KINDS[kind])) == kind


def test_pages_of_a_pdf(reading):
    found = reading(
        made.pdf("Nomor 12 Tahun 2023\nTentang SPBE dan kota cerdas", "Isi (dua)" * 9), "pdf"
    )

    assert (found.pages, found.layer, found.signed, found.encrypted) == (2, "text", False, False)
    assert "Nomor 12 Tahun 2023" in found.contents.pages[0]
    assert "Isi (dua)" in found.contents.pages[1]
    assert found.problem == ""


def test_a_scan_has_pages_but_no_words(reading):
    found = reading(made.pdf("", "", ""), "pdf")

    assert (found.pages, found.layer) == (3, "scan")


def test_a_signed_pdf_says_so(reading):
    assert reading(made.signed_pdf("kata"), "pdf").signed


def test_a_locked_pdf_is_not_opened(reading):
    found = reading(made.encrypted_pdf("kata"), "pdf")

    assert (found.encrypted, found.problem) == (True, "disandi dengan kata sandi")


def test_a_place_for_a_signature_that_nobody_filled(reading):
    pages = (
        "Keputusan Wali Kota",
        "WALI KOTA CONTOH,\n\n(......................)",
        "NIP. ........",
    )
    found = reading(made.pdf(*pages), "pdf")

    assert found.contents.empty_signatures == (2, 3)


def test_words_and_headings_of_a_docx(reading):
    found = reading(made.word("Isi satu", heading="Pendahuluan"), "docx")

    assert found.contents.sections == ("Pendahuluan",)
    assert "Isi satu" in found.contents.pages[0]


def test_cells_of_a_workbook(reading):
    sheets = {"Data": {"B7": 27.5, "C7": 1234, "D9": "kata"}, "Kosong": {}}
    found = reading(made.workbook(**sheets), "xlsx")

    assert found.contents.cells == {
        "Data": {"B7": "27.5", "C7": "1234", "D9": "kata"},
        "Kosong": {},
    }


def test_columns_have_the_names_spreadsheets_give_them():
    assert [letters(n) for n in (0, 25, 26, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


def bomb():
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"a" * 30_000_000)
    return saved.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\nrusak", "pdf"),
        (made.pdf("kata")[:200], "pdf"),
        (made.word("kata")[:500], "docx"),
        (made.zipped(a=b"isi"), "docx"),
        (bomb(), "docx"),
        (bomb(), "xlsx"),
        (made.zipped(a=b"isi"), "xlsx"),
        (made.zipped(**{"word/document.xml": b"<!DOCTYPE a><a/>"}), "docx"),
    ],
)
def test_a_broken_file_is_a_problem_and_no_traceback(reading, content, kind):
    assert reading(content, kind).problem != ""


def test_the_workshop_reads_as_we_do(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(made.pdf("Nomor 12"))
    with Workshop() as workshop:
        assert workshop.read(path, "pdf") == read(path, "pdf")
        assert workshop.read(path, "pdf") == read(path, "pdf"), "the process is used again"


def test_what_hangs_is_ended_and_the_next_is_read(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(made.pdf("Nomor 12"))
    with Workshop(timeout=0.0001) as workshop:
        assert "tidak selesai" in workshop.read(path, "pdf").problem
        workshop._timeout = 60
        assert workshop.read(path, "pdf").pages == 1
