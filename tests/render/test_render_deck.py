"""Slides from acuan.pptx: words that fit, what cannot fit, and an acuan.pptx that is not sound."""

import io
from pathlib import Path
from types import SimpleNamespace

import pytest
from pptx import Presentation
from pptx.util import Inches, Pt

from scmaster import resources
from scmaster.passages.cells import Missing
from scmaster.passages.charts import Chart, Series
from scmaster.passages.slides import (
    Card,
    Cards,
    Closing,
    Column,
    Columns,
    Line,
    Opening,
    Picture,
    Points,
    Section,
    Table,
)
from scmaster.render import deck, inspection, type_widths
from scmaster.render.deck_reference import LAYOUTS
from scmaster.render.faults import FaultError
from scmaster.render.typesetting import Type, height, lines, shortened
from scmaster.source import package

ACUAN = resources.shipped("templates") / "_shared" / "acuan.pptx"
LIBERATION = Path("/usr/share/fonts/truetype/liberation")
PLAIN = Type(20)
LONG = "Layanan terpadu yang melayani warga di semua kecamatan " * 20
COVER = SimpleNamespace(
    title="Paparan",
    subtitle="Instrumen",
    city="Kota Uji",
    year="2024",
    office="Pemerintah Kota Uji",
    draft="DRAF – 2 galat",
    reference="acuan",
    date="2024-11-06",
    subject="Paparan Kota Uji",
    commit="abc",
)
CHART = Chart(
    "bar", ["2022", "2023"], [Series("Nilai", [3, None])], "Nilai", "Nilai 3 pada 2022.", "nilai"
)
EACH = [
    Opening("Paparan", "Tahun 2024", ["Pemerintah Kota Uji"], ["Catatan"]),
    Section("Bagian", "Pengantar.", []),
    Points("Butir", ["satu", Missing("belum ada")], ["Sumber: [1]."]),
    Columns("Dua", ("Kiri", "Kanan"), ["a"], ["b"], []),
    Table("Tabel", [Column("A", 2), Column("B", right=True)], [Line(("x", "1"), ["n"])], []),
    Picture("Gambar", CHART, ["Naik."], []),
    Cards("Angka", [Card("12", "Program", "2024")], []),
    Closing("Terima kasih", ["Selesai"], []),
]


def made(slides, folder=None, cover=COVER):
    folders = resources.folders("templates", folder)
    content = deck.write(slides, cover, folders, "pptx")
    return Presentation(io.BytesIO(content))


def words(slide, name):
    return next((s.text_frame.text for s in slide.shapes if s.name == name), None)


def notes(slide):
    return slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""


# -- measuring ----------------------------------------------------------------------------------


@pytest.mark.skipif(not LIBERATION.exists(), reason="Liberation is not here")
@pytest.mark.parametrize(("file", "bold"), [("Regular", False), ("Bold", True)])
def test_letters_are_as_wide_as_in_liberation_sans(file, bold):
    from PIL import ImageFont

    font = ImageFont.truetype(str(LIBERATION / f"LiberationSans-{file}.ttf"), 2048)
    said = "Kota Balikpapan: 1.234,5% (perkiraan) – “Terwujudnya” ÀÉ/[x]_y@"

    assert sum(round(font.getlength(c) / 2.048) for c in said) == pytest.approx(
        type_widths.width(said, 1000, bold=bold), abs=len(said)
    )


def test_a_letter_nobody_knows_is_taken_as_wide():
    assert type_widths.width("界", 10) == 10
    assert type_widths.factor("Verdana") > type_widths.factor("Arial") == 1


def test_lines_are_broken_at_spaces_and_long_words_anywhere():
    assert lines("satu dua tiga", 1000, PLAIN, 20) == ["satu dua tiga"]
    assert lines("satu dua tiga", 50, PLAIN, 20) == ["satu", "dua", "tiga"]
    broken = lines("https://contoh.go.id/alamat-yang-panjang", 100, PLAIN, 20)
    assert "".join(broken) == "https://contoh.go.id/alamat-yang-panjang"
    assert len(broken) > 2
    assert all(type_widths.width(line, 20) <= 100 for line in broken)


def test_what_is_shortened_fits_and_says_so():
    short = shortened(LONG, 300, 100, PLAIN, 20)

    assert short.endswith(" …")
    assert LONG.startswith(short[:-2])
    assert height([short], 300, PLAIN, 20) <= 100
    assert shortened("pendek", 300, 100, PLAIN, 20) == "pendek"


# -- slides -------------------------------------------------------------------------------------


def test_each_kind_of_slide_has_its_layout_and_is_sound(tmp_path):
    from openxml_audit import OpenXmlValidator

    content = deck.write(EACH, COVER, resources.folders("templates"), "pptx")
    path = tmp_path / "dek.pptx"
    path.write_bytes(content)
    shown = Presentation(str(path))

    assert [slide.slide_layout.name for slide in shown.slides] == list(LAYOUTS)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    assert content == deck.write(EACH, COVER, resources.folders("templates"), "pptx")
    assert content == package.write(package.read(content))


def test_stamp_foot_number_and_properties():
    shown = made(EACH)

    assert [words(slide, "Cap") for slide in shown.slides] == ["DRAF – 2 galat"] * len(EACH)
    assert {words(slide, "Kaki") for slide in list(shown.slides)[1:]} == {
        "Kota Uji · Paparan · 2024"
    }
    numbers = [
        slide.shapes[[s.name for s in slide.shapes].index("Nomor")]._element.xpath(".//a:fld/a:t")
        for slide in list(shown.slides)[1:]
    ]
    assert [found[0].text for found in numbers] == [str(n) for n in range(2, len(EACH) + 1)]
    kept = shown.core_properties
    assert (kept.title, kept.author, kept.language) == ("Paparan", "Pemerintah Kota Uji", "id-ID")
    assert str(kept.modified).startswith("2024-11-06")


def test_what_is_missing_is_marked_and_what_is_not_is_plain():
    slide = made(EACH).slides[2]
    plain, missing = (p.runs[0] for p in slide.placeholders[1].text_frame.paragraphs)

    assert (plain.font.italic, missing.font.italic) == (None, True)
    assert missing.font.color.theme_color is not None


def test_charts_and_tables_say_what_they_are_to_who_does_not_see_them():
    shown = made(EACH)
    told = {
        shape.name: shape._element.xpath(".//p:cNvPr/@descr")
        for slide in shown.slides
        for shape in slide.shapes
        if shape.has_chart or shape.has_table
    }

    assert told == {"Nilai": ["Nilai 3 pada 2022."], "Tabel": ["Tabel: Tabel"]}


def test_more_than_six_lines_take_another_slide():
    shown = made([Points("Butir", [f"baris {n}" for n in range(14)], ["Sumber"])])
    titles = [slide.shapes.title.text_frame.text for slide in shown.slides]

    assert titles == ["Butir (1/3)", "Butir (2/3)", "Butir (3/3)"]
    assert [len(s.placeholders[1].text_frame.paragraphs) for s in shown.slides] == [6, 6, 2]
    assert [notes(slide) for slide in shown.slides] == ["Sumber", "", ""]


def test_a_table_goes_on_with_its_head_and_notes_follow_their_rows():
    rows = [Line((f"Program {n}", LONG[:150]), [f"catatan {n}"]) for n in range(40)]
    shown = made([Table("Program", [Column("Nama"), Column("Uraian", 3)], rows, [])])
    tables = [next(s.table for s in slide.shapes if s.has_table) for slide in shown.slides]
    names = [[row.cells[0].text for row in table.rows] for table in tables]

    assert len(tables) > 2
    assert {head for head, *_ in names} == {"Nama"}
    assert [name for _, *rest in names for name in rest] == [f"Program {n}" for n in range(40)]
    for slide, (_, *own) in zip(shown.slides, names, strict=True):
        assert notes(slide).splitlines() == [n.replace("Program", "catatan") for n in own]
    sizes = [len(own) for own in names]
    assert max(sizes) - min(sizes) <= 2


def test_no_word_of_a_head_is_broken():
    columns = [Column("Tahun", 0.1), Column("Kesinambungan", 0.1), Column("Nama", 9)]
    shown = made([Table("T", columns, [Line(("2024", "baru", "x"), [])], [])])
    table = next(s.table for s in shown.slides[0].shapes if s.has_table)

    for column, title in zip(table.columns, ("Tahun", "Kesinambungan"), strict=False):
        assert column.width / 12700 > type_widths.width(title, 12, bold=True) + 14


def test_what_fits_nowhere_is_cut_and_noted_in_full():
    endless = LONG * 6
    shown = made(
        [
            Section(LONG, "x", []),
            Points("B", [endless], []),
            Table("T", [Column("A")], [Line((endless,), [])], []),
            Cards("C", [Card("1" * 200, LONG, LONG)], []),
        ]
    )
    section, points, table, cards = shown.slides

    assert words(section, "Judul").endswith("…")
    assert " ".join(LONG.split()) in notes(section)
    assert words(points, "Isi").endswith("…")
    assert endless.strip() in notes(points).replace("  ", " ")
    cell = next(s.table for s in table.shapes if s.has_table).cell(1, 0)
    assert cell.text.endswith("…")
    assert "Selengkapnya: " in notes(table)
    assert "Selengkapnya: " in notes(cards)


def test_no_size_is_below_what_can_be_read():
    shown = made([*EACH, Points("B", [LONG * 6], []), Columns("C", ("a", "b"), [LONG], [LONG], [])])
    sizes = {
        run.font.size
        for slide in shown.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.font.size is not None
    }

    assert min(sizes) >= Pt(9)
    body = [s for s in shown.slides[-1].shapes if s.name.startswith("Isi")]
    assert all(
        run.font.size is None or run.font.size >= Pt(14)
        for shape in body
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    )


def test_control_characters_of_a_city_do_no_harm():
    shown = made([Points("a\x00b\x0bc", ["x\x07y", "<a:t>&amp;"], ["catatan\x01 ini"])])

    assert shown.slides[0].placeholders[1].text_frame.text == "xy\n<a:t>&amp;"
    assert notes(shown.slides[0]) == "catatan ini"


# -- acuan.pptx ---------------------------------------------------------------------------------


@pytest.fixture
def changed(tmp_path):
    """Put a changed acuan.pptx into a workspace, and return what is said of it."""

    def put(change):
        shown = Presentation(str(ACUAN))
        content = change(shown)
        if not isinstance(content, bytes):
            saved = io.BytesIO()
            shown.save(saved)
            content = saved.getvalue()
        folder = tmp_path / "templates" / "_shared"
        folder.mkdir(parents=True)
        (folder / "acuan.pptx").write_bytes(content)
        return inspection.deck("acuan", resources.folders("templates", tmp_path))

    return put


def layout(shown, name):
    return next(one for one in shown.slide_layouts if one.name == name)


def holder(shown, name, box):
    return next(one for one in layout(shown, name).placeholders if one.name == box)


def without_box(shown):
    element = holder(shown, "Butir", "Cap")._element
    element.getparent().remove(element)


def small(shown):
    holder(shown, "Butir", "Isi").height = Inches(0.1)


def fetching(shown):
    shown.slide_layouts[0].part.relate_to(
        "https://jahat.contoh/gambar.png",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
        is_external=True,
    )


FAULTS = [
    (
        lambda shown: layout(shown, "Gambar")._element.cSld.set("name", "Picture"),
        "SCM626",
        "'Gambar'",
    ),
    (without_box, "SCM626", "kotak 'Cap' tidak ada di tata letak 'Butir'"),
    (small, "SCM626", "terlalu kecil"),
    (fetching, "SCM625", "https://jahat.contoh/gambar.png"),
    (lambda _: b"PK nothing", "SCM625", "bukan berkas .pptx yang utuh"),
    (lambda _: b"", "SCM625", "acuan.pptx"),
]


@pytest.mark.parametrize(("change", "code", "says"), FAULTS)
def test_what_is_wrong_with_acuan_is_told(changed, tmp_path, change, code, says):
    (problem,) = changed(change)

    assert (problem.code, str(problem.span)) == (code, "templates/_shared/acuan.pptx:1:1")
    assert says in problem.message
    assert problem.hint
    with pytest.raises(FaultError):
        made(EACH, tmp_path)


def test_a_word_document_is_no_deck(changed):
    (problem,) = changed(lambda _: ACUAN.with_suffix(".docx").read_bytes())

    assert problem.code == "SCM625"


def test_what_is_shipped_is_clean_and_holds_no_slide():
    assert inspection.deck("acuan", resources.folders("templates")) == []
    assert len(Presentation(str(ACUAN)).slides) == 0


def test_slides_and_boxes_of_staff_do_not_reach_the_deck(changed, tmp_path):
    def add(shown):
        shown.slides.add_slide(layout(shown, "Butir")).shapes.title.text = "Contoh milik staf"

    assert changed(add) == []
    shown = made(EACH, tmp_path)

    assert len(shown.slides) == len(EACH)
    saved = io.BytesIO()
    shown.save(saved)
    assert b"Contoh milik staf" not in b"".join(package.read(saved.getvalue()).values())


def test_a_smaller_box_takes_smaller_type_or_more_slides(changed, tmp_path):
    told = [f"baris {n} {LONG[:60]}" for n in range(6)]
    before = len(made([Points("B", told, [])]).slides)

    def lower(shown):
        holder(shown, "Butir", "Isi").height = Inches(1.6)

    assert changed(lower) == []
    assert len(made([Points("B", told, [])], tmp_path).slides) > before


def test_an_emblem_without_words_is_told(changed, tmp_path):
    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "png")

    def put(shown):
        master = shown.slide_master
        _, key = master.part.get_or_add_image_part(picture)
        from pptx.oxml import parse_xml

        master.shapes._spTree.append(
            parse_xml(
                '<p:pic xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
                ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http:'
                '//schemas.openxmlformats.org/officeDocument/2006/relationships"><p:nvPicPr>'
                '<p:cNvPr id="99" name="Lambang"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
                f'<a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
                '<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm>'
                '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
            )
        )

    (problem,) = changed(put)
    assert problem.code == "SCM624"
    assert len(made(EACH, tmp_path).slides) == len(EACH)
