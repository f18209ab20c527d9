"""The PDF that is handed in: PDF/A-2, tagged, in Indonesian, the same every time."""

import io
import os
import shutil
import stat
import time
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest
import sample
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from scmaster import render
from scmaster.render import office, pdf_clock, pdf_figures, pdf_pieces
from scmaster.render.blocks import Chart, Series

WORKSPACE = Path(__file__).parent / "workspace"

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")


def pdf(document=sample.DOCUMENT) -> bytes:
    made, problems = render.render("contoh", document, WORKSPACE, form="pdf", paginate=True)
    assert problems == []
    assert made.name == "contoh.pdf"
    return made.content


@pytest.fixture(scope="module")
def content():
    return pdf()


@pytest.fixture(scope="module")
def reader(content):
    return PdfReader(io.BytesIO(content), strict=True)


def elements(node, found):
    """Collect the kinds and alternative texts of a structure tree."""
    node = node.get_object()
    if isinstance(node, DictionaryObject):
        found.append((node.get("/S"), node.get("/Alt", "")))
        below = node.get("/K", [])
        for one in below if isinstance(below, list) else [below]:
            elements(one, found)
    return found


@needs_office
def test_it_is_tagged_and_says_its_language_and_title(reader):
    root = reader.trailer["/Root"]

    assert root["/Lang"] == "id-ID"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Laporan Evaluasi Mandiri Kota Cerdas"
    tree = root["/StructTreeRoot"]
    roles = tree["/RoleMap"]  # a style's own tag, and what it stands for
    found = [roles.get(kind, kind) for one in tree["/K"] for kind, _ in elements(one, [])]
    assert {"/H1", "/H2", "/P", "/Table", "/TR", "/L", "/LI", "/Link"} <= set(found)


@needs_office
def test_it_is_pdf_a_2(reader):
    metadata = reader.trailer["/Root"]["/Metadata"].get_data().decode()

    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert reader.trailer["/Root"]["/OutputIntents"][0].get_object()["/S"] == "/GTS_PDFA1"
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            described = font.get_object().get("/FontDescriptor") or font.get_object()[
                "/DescendantFonts"
            ][0].get_object().get("/FontDescriptor")
            assert {"/FontFile2", "/FontFile3", "/FontFile"} & set(described.get_object())


@needs_office
def test_bookmarks_lead_to_the_chapters(reader):
    titles = [one.title for one in reader.outline if not isinstance(one, list)]

    assert titles == [
        "Kata Pengantar",
        "Daftar Isi",
        "Daftar Tabel",
        "BAB I Pendahuluan",
        "BAB II Capaian",
        "BAB III Penutup",
        "Lampiran",
    ]


@needs_office
def test_the_contents_have_page_numbers(reader):
    lines = " ".join(reader.pages[2].extract_text().replace(".", " ").split())

    assert "DAFTAR TABEL iv" in lines
    assert "BAB II CAPAIAN 3" in lines


@needs_office
def test_the_same_bytes_at_another_time(content):
    time.sleep(1.1)  # dates in a PDF go by the second
    assert pdf() == content


@needs_office
def test_a_document_without_a_day_has_no_clock_either():
    made = pdf(replace(sample.DOCUMENT, cover=replace(sample.Cover(), date="")))

    assert b"(D:20000101000000Z" in made
    assert time.strftime("%Y-%m-%dT").encode() not in made


@needs_office
def test_every_object_stands_where_the_table_of_places_says(content):
    start = int(content.rpartition(b"startxref")[2].split()[0])
    assert content[start:].startswith(b"xref")
    lines = content[start:].split(b"\n")
    entries = [line for line in lines[2:] if line.endswith(b" n ")]
    numbers = [n for n, line in enumerate(lines[2:]) if line.endswith(b" n ")]
    assert len(entries) > 100
    for number, entry in zip(numbers, entries, strict=True):
        place = int(entry[:10])
        assert content[place:].startswith(b"%d 0 obj" % number)


CHARTS = tuple(
    Chart(
        "bar",
        ("a", "b"),
        (Series("x", (Decimal(n), None)),),
        caption=f"Gambar {n}",
        description=f"Temuan ke-{n}: naik (2 → 3)",
    )
    for n in (1, 2)
)


@dataclass(frozen=True)
class Charted:
    cover: sample.Cover
    gambar: tuple[Chart, ...]


@needs_office
def test_charts_say_what_they_show(tmp_path):
    template = tmp_path / "templates" / "satu" / "satu.md.jinja"
    template.parent.mkdir(parents=True)
    template.write_text(
        '{{ main_matter() }}\n# Bab\n{{ chart(gambar[0]) }}\n{{ chart(gambar[1], name="g") }}\n',
        "utf-8",
    )
    made, problems = render.render("satu", Charted(sample.Cover(), CHARTS), tmp_path, form="pdf")
    assert problems == []
    tree = PdfReader(io.BytesIO(made.content), strict=True).trailer["/Root"]["/StructTreeRoot"]

    assert [
        (kind, alt) for one in tree["/K"] for kind, alt in elements(one, []) if kind == "/Figure"
    ] == [("/Figure", chart.description) for chart in CHARTS]


def test_figures_that_are_not_the_charts_are_left_alone():
    made = b"2 0 obj\n<</S/Figure\n/P 1 0 R\n/Pg 9 0 R\n/K[0]>>\nendobj\n"

    assert pdf_figures.described(made, ["satu", "dua"]) == made
    assert b"/S/Figure\n/Alt<FEFF00730061>\n/P" in pdf_figures.described(made, ["sa"])


def test_pieces_move_what_stands_behind_them():
    made = b"ab\n1 0 obj X\n2 0 obj\n\nxref\n0 3\n%s\ntrailer\nstartxref\n24\n%%%%EOF"
    places = b"0000000000 65535 f \n0000000003 00000 n \n0000000013 00000 n "
    moved = pdf_pieces.replaced(made % places, [pdf_pieces.Piece(11, 12, b"YYYY")])

    assert b"1 0 obj YYYY\n2" in moved
    assert b"0000000003 00000 n \n0000000016 00000 n " in moved
    assert b"startxref\n27\n" in moved


def test_what_is_no_pdf_of_libreoffices_is_left_alone():
    assert pdf_clock.steady(b"%PDF-1.7 lain", "2024-11-06") == b"%PDF-1.7 lain"


# -- LibreOffice that is absent, silent or stuck


@pytest.fixture
def pretend(tmp_path, monkeypatch):
    """Put a program called soffice first on the path."""

    def put(script: str) -> None:
        program = tmp_path / "soffice"
        program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    return put


def problem(document=sample.DOCUMENT):
    made, (found,) = render.render("contoh", document, WORKSPACE, form="pdf")
    assert made is None
    return found


def test_without_libreoffice_there_is_an_error_and_no_file(monkeypatch):
    monkeypatch.setenv("PATH", "")
    found = problem()

    assert (found.code, found.severity) == ("SCM614", "error")
    assert found.message == "PDF tidak dibuat: LibreOffice tidak ditemukan"
    assert found.span.file.endswith("templates/contoh/contoh.md.jinja")


def test_a_libreoffice_that_makes_nothing_is_an_error(pretend):
    pretend("exit 0")
    assert problem().message == "PDF tidak dibuat: LibreOffice tidak menghasilkan PDF"


def test_one_that_is_stuck_is_ended_with_all_it_has_started(pretend, tmp_path):
    pretend(f"sleep 61.5 &\necho $! > '{tmp_path}/anak'\nsleep 61.5")
    begun = time.monotonic()
    with pytest.raises(office.OfficeError, match="belum selesai setelah 1 detik"):
        office.pdf(b"", "{}", timeout=1)

    assert time.monotonic() - begun < 30
    child = (tmp_path / "anak").read_text().strip()
    assert any(gone(child) for _ in range(50))


def gone(process: str) -> bool:
    """Tell whether a process has ended (or waits to be counted); else wait a little."""
    try:
        if ") Z " in Path("/proc", process, "stat").read_text():
            return True
    except OSError:
        return True
    time.sleep(0.1)
    return False
