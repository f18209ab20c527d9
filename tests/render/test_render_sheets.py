"""The workbook: every table whole, amounts as numbers, and nothing that reckons by itself."""

import io
import re
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import sample
from python_calamine import CalamineWorkbook

from scmaster import render
from scmaster.render.amounts import amount
from scmaster.render.sheets import CONTENTS, HEAD, LONGEST

WORKSPACE = Path(__file__).parent / "workspace"

FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "{=1}", "https://a.go.id")


@dataclass(frozen=True)
class Tabled:
    cover: sample.Cover
    judul: str
    baris: tuple


def xlsx(document=sample.DOCUMENT, slug="contoh", workspace=WORKSPACE) -> bytes:
    made, problems = render.render(slug, document, workspace, form="xlsx")
    assert problems == []
    assert made.name == f"{slug}.xlsx"
    return made.content


@pytest.fixture
def tabled(tmp_path):
    """Render one table of two columns, the second of figures."""

    def run(*rows, judul="Judul", columns='col("A"), col("B", 1, "right")') -> bytes:
        template = tmp_path / "templates" / "satu" / "satu.md.jinja"
        template.parent.mkdir(parents=True, exist_ok=True)
        template.write_text(
            "{{ table(baris, columns=[" + columns + "], caption=judul) }}\n"
            '{{ table(baris, columns=[col("A"), col("B")], caption=judul) }}\n',
            "utf-8",
        )
        return xlsx(Tabled(sample.Cover(), judul, rows), "satu", tmp_path)

    return run


def sheets(content: bytes) -> dict[str, list[list]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def first(content: bytes) -> list[list]:
    return list(sheets(content).values())[1][HEAD:]


def test_every_captioned_table_is_a_sheet_behind_a_list():
    names = list(sheets(xlsx()))

    assert names == [
        CONTENTS,
        "2.1 Rekapitulasi nilai per dime",
        "2.2 Daftar bukti dukung",
        "3.1 Di bab lain",
        "3.2 Masih di bab itu",
        "1 Lampiran rekap",
    ]
    assert all(len(name) <= 31 for name in names)


def test_the_list_says_what_the_cover_says_and_leads_to_each_table():
    front = sheets(xlsx())[CONTENTS]
    links = parts(xlsx())["xl/worksheets/sheet1.xml"]

    assert front[0][0] == "Laporan Evaluasi Mandiri Kota Cerdas"
    assert ["Kota Balikpapan", ""] in front
    assert ["Tabel 2.2", "Daftar bukti dukung"] in front
    assert links.count("location=\"'2.2 Daftar bukti dukung'!A1\"") == 2


def test_cells_are_those_of_the_document():
    rows = sheets(xlsx())["2.1 Rekapitulasi nilai per dime"]

    assert rows[0][0] == "Tabel 2.1 Rekapitulasi nilai per dimensi"
    assert rows[HEAD - 1 :] == [
        ["Dimensi", "Nilai", "Status"],
        ["Tata kelola", 3.5, "Terverifikasi"],
        ["Kelompok: belum lengkap", "", ""],
        ["Lingkungan <hijau> & bersih", 27.5, "belum ada"],
        ["Jumlah", 31.0, ""],
    ]


def test_addresses_can_be_read_and_followed():
    content = xlsx()
    rows = sheets(content)["2.2 Daftar bukti dukung"][HEAD:]
    relations = parts(content)["xl/worksheets/_rels/sheet3.xml.rels"]

    assert rows[0] == [1.0, "Bukti ke-1", f"unduh\n{sample.LONG}"]
    assert rows[11] == [12.0, "Skema lain", "klik\njavascript:alert(1)"]
    assert rows[12] == [13.0, "tebal biasa", "a@contoh.go.id"]
    assert set(re.findall('Target="([^"]+)"', relations)) == {
        sample.LONG.replace("&", "&amp;"),
        "mailto:a@contoh.go.id",
    }


@pytest.mark.parametrize("words", FORMULAS)
def test_no_words_become_a_formula_or_a_link(tabled, words):
    content = tabled((words, words), judul=words)
    whole = "".join(text for name, text in parts(content).items() if "worksheets" in name)

    assert first(content) == [[words, words]]
    assert "<f>" not in whole
    assert "r:id=" not in whole  # links within have a location, those outside an id


@pytest.mark.parametrize(
    ("words", "value", "shown"),
    [
        ("0", 0, "0"),
        ("117", 117, "0"),
        ("-12", -12, "0"),
        ("1234", 1234, "0"),
        ("1.234", 1234, "#,##0"),
        ("1.234,50", 1234.5, "#,##0.00"),
        ("27,5", 27.5, "0.0"),
        ("27,5%", 0.275, "0.0%"),
        ("100%", 1, "0%"),
        ("Rp154.600.000,00", 154600000, '"Rp"#,##0.00'),
        ("-Rp1.000", -1000, '"Rp"#,##0'),
    ],
)
def test_an_amount_is_a_number_that_shows_the_same(words, value, shown):
    assert amount(words) == (value, shown)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "01",
        "64.71",
        "1.23",
        "1.2345",
        "1,234.5",
        "1.1.1",
        "1e5",
        "5 jiwa",
        "1234567890123456",
        "٣",
        "12\n",
        "Rp5%",
        "–",
        "NaN",
    ],
)
def test_what_is_no_amount_stays_as_it_is(words):
    assert amount(words) is None


def test_only_a_column_of_figures_holds_numbers(tabled):
    both = list(sheets(tabled(("2024", "2024"))).values())

    assert both[1][HEAD] == ["2024", 2024.0]
    assert both[2][HEAD] == ["2024", "2024"]


@pytest.mark.parametrize(
    "judul", ["[a]:b*c?/d\\e", "'kutip'", "x" * 60, "🏙" * 40, "History", "& &R &P"]
)
def test_any_caption_makes_names_that_excel_takes(tabled, judul):
    content = tabled(("a", "1"), judul=judul)
    names = list(sheets(content))

    assert len({name.casefold() for name in names}) == 3
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name.strip("'") == name


def test_a_cell_holds_what_excel_takes_and_says_where_the_rest_is(tabled):
    fits, long = "🏙" * (LONGEST // 2), "🏙" * LONGEST
    shown = first(tabled((fits, long)))[0]

    assert shown[0] == fits
    assert len(shown[1].encode("utf-16-le")) // 2 <= LONGEST
    assert shown[1].endswith("🏙 … (terpotong; lengkapnya di dokumen)")


def test_a_table_without_rows_says_so(tabled):
    assert first(tabled())[0][0] == "Belum ada data."


def test_pages_are_set_for_printing():
    sheet = parts(xlsx())["xl/worksheets/sheet2.xml"]

    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert "Halaman &amp;P dari &amp;N" in sheet
    assert '<pane ySplit="3"' in sheet
    assert '<autoFilter ref="A3:C7"/>' in sheet


def test_a_draft_is_stamped_on_every_sheet():
    cover = replace(sample.Cover(), draft="DRAF – 3 galat & 1")
    content = xlsx(replace(sample.DOCUMENT, cover=cover))
    every = [t for name, t in parts(content).items() if re.match("xl/worksheets/sheet", name)]

    assert all("DRAF – 3 galat &amp;&amp; 1" in sheet for sheet in every)
    assert all(any("DRAF – 3 galat & 1" in row[0] for row in r) for r in sheets(content).values())


def test_the_same_data_makes_the_same_bytes_and_no_clock():
    content = xlsx()

    assert content == xlsx()
    assert "2024-11-06T00:00:00Z" in parts(content)["docProps/core.xml"]


def test_a_document_without_a_table_has_no_workbook(tmp_path):
    template = tmp_path / "templates" / "satu" / "satu.md.jinja"
    template.parent.mkdir(parents=True)
    template.write_text("Tanpa tabel.\n", "utf-8")
    made = render.render("satu", Tabled(sample.Cover(), "", ()), tmp_path, form="xlsx")

    assert made == (None, [])
