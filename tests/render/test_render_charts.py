"""Charts in the .docx: numbered and listed, editable, whole, and never a figure too many."""

import io
import re
import zipfile
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from python_calamine import CalamineWorkbook
from sound_docx import faults

from scmaster.render import lists
from scmaster.render.blocks import Chart, Contents, Heading, Paragraph, Run, Series

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ROOT = Path(__file__).parents[2]
DIMENSIONS = ("Baseline", '=HYPERLINK("x")', "Mutu & <hasil>")


def series(name, *values):
    return Series(name, tuple(None if value is None else Decimal(value) for value in values))


RADAR = Chart(
    "radar",
    DIMENSIONS,
    (series("2023", "4.00", "3.5", "2.25"), series("2022", "3.00", None, "2")),
    "Nilai per <dimensi>",
    'Nilai "Mutu" paling rendah (2,25) & <turun>',
    top=Decimal(4),
)
STACKED = Chart(
    "stacked",
    ("Dinas A", "Dinas B"),
    (series("Terbukti", 3, 0), series("Belum dijawab", 1, None)),
    "Eviden menurut dinas",
    "Dinas B belum menjawab",
    unit="pertanyaan",
)
BAR = Chart("bar", ("2022", "2023"), (series("Nilai", "3.1", "3.41"),), "Nilai akhir", "Naik")

THREE = """\
# Daftar Gambar

{{ contents("figures") }}

{{ main_matter() }}

# Satu

Lihat {{ ref("batang") }}.

{{ chart(nilai[0], name="radar") }}

# Dua

{{ chart(nilai[1], name="batang") }}

{{ chart(nilai[2]) }}
"""


@pytest.fixture
def made(rendered):
    artifact, problems = rendered(THREE, (RADAR, STACKED, BAR))
    assert problems == []
    return artifact.content


@pytest.fixture
def parts(made):
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def trees(parts):
    names = sorted(name for name in parts if re.fullmatch(r"word/charts/bagan\d\.xml", name))
    return [etree.fromstring(parts[name]) for name in names]


# -- in the document


def test_word_finds_nothing_damaged_and_the_schemas_nothing(made, tmp_path):
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "bagan.docx"
    path.write_bytes(made)

    assert faults(made) == []
    assert [str(each) for each in OpenXmlValidator().validate(path).errors] == []


def test_captions_stand_below_and_are_numbered_by_chapter(made):
    document = docx.Document(io.BytesIO(made))
    body = list(document.element.body)
    found = {}
    for one, other in pairwise(body):
        if one.find(f".//{qn('w:drawing')}") is not None:
            words = "".join(node.text for node in other.iter(qn("w:t")))
            codes = [node.get(qn("w:instr")).strip() for node in other.iter(qn("w:fldSimple"))]
            assert one.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
            found[words] = codes
    assert found == {
        "Gambar 1.1 Nilai per <dimensi>": [r"SEQ Gambar \* ARABIC \r 1"],
        "Gambar 2.1 Eviden menurut dinas": [r"SEQ Gambar \* ARABIC \r 1"],
        "Gambar 2.2 Nilai akhir": [r"SEQ Gambar \* ARABIC \s 1"],
    }


def test_a_reference_and_the_list_lead_to_the_caption(parts):
    body = parts["word/document.xml"].decode()
    anchors = re.findall(r'w:hyperlink w:anchor="(\w+)"', body)

    assert r"TOC \h \z \c &quot;Gambar&quot;" in body
    assert len(anchors) == 3
    assert all(f'w:name="{anchor}"' in body for anchor in anchors)
    (target, shown) = re.search(r'REF (\w+) \\h ".*?>(Gambar [\d.]+)<', body).groups()
    assert f'w:name="{target}"' in body
    assert shown == "Gambar 2.1"


def test_a_drawing_says_the_finding_and_has_an_id_of_its_own(made):
    document = docx.Document(io.BytesIO(made))
    about = list(document.element.body.iter(qn("wp:docPr")))

    assert [one.get("descr") for one in about] == [c.description for c in (RADAR, STACKED, BAR)]
    assert [one.get("name") for one in about] == ["Gambar 1.1", "Gambar 2.1", "Gambar 2.2"]
    assert len({one.get("id") for one in about}) == 3


def test_a_picture_on_the_cover_keeps_its_id(rendered):
    from PIL import Image

    picture, saved = io.BytesIO(), io.BytesIO()
    Image.new("L", (4, 4)).save(picture, "PNG")
    acuan = docx.Document(ROOT / "templates" / "_shared" / "acuan.docx")
    emblem = acuan.paragraphs[0].add_run().add_picture(picture)
    emblem._inline.docPr.set("descr", "Lambang kota")
    acuan.save(saved)
    artifact, _ = rendered("{{ chart(nilai) }}", BAR, **{"_shared/acuan.docx": saved.getvalue()})
    drawings = list(docx.Document(io.BytesIO(artifact.content)).element.body.iter(qn("wp:docPr")))

    assert sorted(one.get("id") for one in drawings) == ["1", "2"]
    assert faults(artifact.content) == []


def test_a_drawing_is_as_wide_as_the_text_also_across(rendered):
    source = "{{ chart(nilai) }}\n\n{% call landscape() %}\n{{ chart(nilai) }}\n{% endcall %}"
    many = replace(
        STACKED,
        categories=tuple(f"Dinas {n}" for n in range(50)),
        series=(series("Terbukti", *range(50)),),
    )
    artifact, _ = rendered(source, many)
    document = docx.Document(io.BytesIO(artifact.content))
    sizes = [(s.extent.cx, s.extent.cy) for s in map(_inline, document.inline_shapes)]
    for (width, height), section in zip(sizes, document.sections[1:], strict=True):
        assert width == section.page_width - section.left_margin - section.right_margin
        assert height < section.page_height - section.top_margin - section.bottom_margin


def _inline(shape):
    return shape._inline


# -- the chart and its workbook


def test_every_chart_opens_its_own_workbook(parts, trees):
    for number, tree in enumerate(trees, 1):
        key = tree.find(f"{C}externalData").get(qn("r:id"))
        relations = parts[f"word/charts/_rels/bagan{number}.xml.rels"].decode()
        assert f'Id="{key}"' in relations
        target = re.search(r'Target="\.\./(embeddings/[^"]+)"', relations)[1]
        assert f"word/{target}" in parts
        assert f'PartName="/word/{target}"' in parts["[Content_Types].xml"].decode()


@pytest.mark.parametrize(("number", "chart"), [(1, RADAR), (2, STACKED), (3, BAR)])
def test_the_workbook_holds_the_same_figures_and_no_formula(parts, number, chart):
    content = parts[f"word/embeddings/bagan{number}.xlsx"]
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Sheet1")
    head, *body = rows.to_python()

    assert head[1:] == [one.name for one in chart.series]
    assert [row[0] for row in body] == list(chart.categories)
    for column, one in enumerate(chart.series, 1):
        shown = [row[column] for row in body]
        assert shown == ["" if value is None else float(value) for value in one.values]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"hyperlink" not in sheet


def test_the_chart_holds_the_figures_too_and_a_gap_for_what_is_unknown(trees):
    for tree, chart in zip(trees, (RADAR, STACKED, BAR), strict=True):
        assert tree.find(f".//{C}dispBlanksAs").get("val") == "gap"
        for node, one in zip(tree.iter(f"{C}ser"), chart.series, strict=True):
            assert node.find(f"{C}tx//{C}v").text == one.name
            categories = [each.text for each in node.findall(f"{C}cat//{C}v")]
            assert categories == list(chart.categories)
            points = node.findall(f"{C}val//{C}pt")
            shown = {int(p.get("idx")): Decimal(p.find(f"{C}v").text) for p in points}
            assert shown == {n: v for n, v in enumerate(one.values) if v is not None}


def test_what_python_pptx_writes_against_the_schema_is_mended(trees):
    for tree in trees:
        ids = [node.get("val") for node in tree.iter(f"{C}axId", f"{C}crossAx")]
        assert ids
        assert all(int(each) > 0 for each in ids)
    assert list(trees[0].iter(f"{C}smooth")) == []


def test_figures_are_told_apart_without_colour(trees):
    a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    lines = [node.find(f"{C}spPr") for node in trees[0].iter(f"{C}ser")]
    dashes = [line.find(f".//{a}prstDash").get("val") for line in lines]
    markers = [node.get("val") for node in trees[0].iter(f"{C}symbol")]
    fills = [
        node.find(f"{C}spPr/{a}solidFill/{a}srgbClr").get("val")
        for node in trees[1].iter(f"{C}ser")
    ]

    assert len(set(dashes)) == len(set(markers)) == 2
    light = [0.3 * int(f[:2], 16) + 0.59 * int(f[2:4], 16) + 0.11 * int(f[4:], 16) for f in fills]
    assert light[1] - light[0] > 80


def test_a_promise_is_hollow(rendered):
    a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    promised = replace(series("Target", "3.2", "3.3"), promise=True)
    artifact, _ = rendered("{{ chart(nilai) }}", replace(BAR, series=(*BAR.series, promised)))
    with zipfile.ZipFile(io.BytesIO(artifact.content)) as archive:
        tree = etree.fromstring(archive.read("word/charts/bagan1.xml"))
    shapes = [node.find(f"{C}spPr") for node in tree.iter(f"{C}ser")]

    assert [one.find(f"{a}solidFill/{a}srgbClr").get("val") for one in shapes][1] == "FFFFFF"
    assert [one.find(f".//{a}prstDash") is not None for one in shapes] == [False, True]


def test_the_language_and_type_are_those_of_the_document(trees):
    a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    for tree in trees:
        assert tree.find(f"{C}lang").get("val") == "id-ID"
        assert tree.find(f"{C}txPr//{a}latin").get("typeface") == "Arial"


def test_two_renders_are_the_same_bytes_and_know_no_clock(rendered, made, parts):
    again, _ = rendered(THREE, (RADAR, STACKED, BAR))

    assert again.content == made
    for name in (name for name in parts if name.endswith(".xlsx")):
        with zipfile.ZipFile(io.BytesIO(parts[name])) as archive:
            assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")
            assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


# -- lists


def test_an_empty_list_goes_with_its_heading():
    front = Heading(1, (Run("Daftar Gambar"),), numbered=False)
    words = Paragraph((Run("kata"),))

    assert lists.without_empty((front, Contents("figures"), words)) == (words,)
    assert lists.without_empty((front, Contents("tables"), words)) == (words,)
    assert lists.without_empty((words, Contents("figures"), words)) == (words, words)
    kept = (front, Contents("figures"), BAR)
    assert lists.without_empty(kept) == kept
    assert lists.without_empty((front, Contents("headings"))) == (front, Contents("headings"))


# -- slips


@dataclass(frozen=True)
class Other:
    kind: str = "bar"


SLIPS = [
    (replace(BAR, kind="pie"), "'pie'"),
    (replace(BAR, categories=()), "tanpa kategori"),
    (replace(RADAR, categories=DIMENSIONS[:2]), "sedikitnya 3"),
    (replace(BAR, series=(series("Nilai", "3.1"),)), "1 angka, padahal ada 2 kategori"),
    (replace(BAR, series=(series("Nilai", None, None),)), "satu angka pun"),
    (replace(BAR, series=()), "satu angka pun"),
    (replace(BAR, series=(Series("Nilai", (3.1, 2)),)), "'3.1' bukan angka"),
    (replace(BAR, series=(Series("Nilai", (Decimal("NaN"), 2)),)), "'NaN' bukan angka"),
    (replace(BAR, top="4"), "'4' bukan angka"),
    (replace(BAR, description=" "), "teks alternatif"),
    (replace(BAR, caption=""), "judul (caption)"),
    (replace(BAR, unit=None), "satuan pada gambar bukan teks"),
    (replace(BAR, series="ab"), "'series' pada gambar bukan daftar"),
    (replace(BAR, categories=("x",) * 61), "terlalu padat"),
    (Other(), "'categories' tidak ada"),
    ("kata", "'kind' tidak ada"),
]


@pytest.mark.parametrize(("data", "says"), SLIPS)
def test_what_is_no_chart_is_told_with_the_line(rendered, data, says):
    made, problems = rendered("kata\n\n{{ chart(nilai) }}", data)

    assert made is None
    assert [(p.code, str(p.span)) for p in problems] == [
        ("SCM611", "templates/satu/satu.md.jinja:3:1")
    ]
    assert says in f"{problems[0].message} {problems[0].hint}"


def test_more_charts_than_any_document_has_are_refused(rendered):
    made, problems = rendered(
        "{% for n in nilai[1] %}\n{{ chart(nilai[0]) }}\n{% endfor %}", (BAR, range(201))
    )

    assert made is None
    assert [p.code for p in problems] == ["SCM621"]
