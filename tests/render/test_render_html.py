"""The HTML: whole in itself, every link arrives, and what is said is said to all."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
import sample
from lxml import etree

from scmaster import render
from scmaster.render.blocks import Chart, Series

HERE = Path(__file__).parent
WORKSPACE = HERE / "workspace"
VOID = {"meta", "br", "col", "link", "img", "hr", "input"}
STYLE = re.compile(r"(?<=<style>\n).*(?=</style>)", re.DOTALL)


class Strict(HTMLParser):
    """Keeps elements in order; refuses one that is closed by another's end."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.elements = []

    def handle_starttag(self, tag, attrs):
        assert len(attrs) == len(dict(attrs)), (tag, attrs)
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert [tag] == self.open[-1:], (tag, self.getpos())
        self.open.pop()


def elements(text: str) -> list[tuple[str, dict]]:
    parser = Strict()
    parser.feed(text)
    parser.close()
    assert parser.open == []
    return parser.elements


def html(slug="contoh", document=sample.DOCUMENT, workspace=WORKSPACE) -> str:
    made, problems = render.render(slug, document, workspace, form="html")
    assert problems == []
    assert made.name == f"{slug}.html"
    return made.content.decode()


@pytest.fixture(scope="module")
def page():
    return html()


@dataclass(frozen=True)
class Charted:
    cover: sample.Cover
    gambar: Chart


RADAR = Chart(
    "radar",
    ("Tata <kelola>", "Ekonomi & usaha", "Lingkungan", "Mobilitas"),
    (
        Series("2023", (Decimal("2.5"), Decimal(3), None, Decimal(1))),
        Series("2024", (Decimal(3), Decimal("3.25"), Decimal(2), Decimal(2))),
    ),
    caption='Nilai "pilar"',
    description="Lingkungan </desc> paling rendah",
    unit="nilai",
    top=Decimal(4),
)


def charted(tmp_path, chart: Chart) -> str:
    template = tmp_path / "templates" / "satu" / "satu.md.jinja"
    template.parent.mkdir(parents=True, exist_ok=True)
    template.write_text(
        'Tulisan{{ footnote("catatan <i>satu</i>") }} dan {{ ref("g") }}.\n\n'
        '{{ chart(gambar, name="g") }}\n',
        "utf-8",
    )
    return html("satu", Charted(sample.Cover(), chart), tmp_path)


def test_the_whole_page(golden, page):
    golden("render/contoh.html", STYLE.sub("…\n", page))


def test_elements_are_closed_in_order_and_ids_are_unique(page):
    ids = [attrs["id"] for _, attrs in elements(page) if "id" in attrs]
    assert len(ids) == len(set(ids)) > 10


def test_a_parser_of_browsers_kind_finds_nothing_amiss(page):
    parser = etree.HTMLParser()
    etree.fromstring(page.encode(), parser)
    unknown = ("Tag header invalid", "Tag main invalid", "Tag nav invalid")  # libxml2 is of HTML 4
    assert [e.message for e in parser.error_log if e.message not in unknown] == []


def test_the_strict_parser_bites():
    with pytest.raises(AssertionError):
        elements("<p><b>x</p></b>")


def test_every_link_within_arrives(page):
    found = elements(page)
    ids = {attrs.get("id") for _, attrs in found}
    links = [a["href"][1:] for tag, a in found if tag == "a" and a["href"].startswith("#")]
    assert set(links) <= ids
    assert len(links) > 20


def test_nothing_is_fetched_and_nothing_runs(page):
    for tag, attrs in elements(page):
        assert tag not in {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
        assert not {"src", "srcset", "background", "action", "poster"} & set(attrs)
        assert not any(name.startswith("on") for name in attrs)
    style = STYLE.search(page)[0]
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in page


def test_links_lead_only_where_a_document_may_lead(page):
    links = [a["href"] for tag, a in elements(page) if tag == "a" and not a["href"].startswith("#")]
    assert {link.partition(":")[0] for link in links} == {"https", "mailto"}
    assert "javascript:alert(1)" in page  # read, not followed


def test_it_says_its_language_title_and_what_a_table_is_about(page):
    found = elements(page)
    assert ("html", {"lang": "id"}) in found
    assert "<title>Laporan Evaluasi Mandiri Kota Cerdas – Kota Balikpapan – 2024</title>" in page
    tables = [attrs for tag, attrs in found if tag == "table"]
    captions = [tag for tag, _ in found if tag == "caption"]
    assert len(tables) == len(captions) + sum("lembar" in t["class"] for t in tables)
    for tag, attrs in found:
        if tag == "th":
            assert attrs["scope"] in {"col", "row", "rowgroup"}


def test_numbers_are_those_of_the_docx(page):
    words = re.sub("<[^>]+>", "", page)
    for said in (
        "BAB I Pendahuluan",
        "A. Dasar Hukum",
        "Tabel 2.1 Rekapitulasi",
        "Tabel 3.2 Masih",
    ):
        assert said in words


def test_a_draft_is_stamped_on_screen_and_on_every_printed_page(page):
    stamp = 'DRAF – 3 galat </style>" \\'
    cover = replace(sample.Cover(), draft=stamp)
    drafted = html(document=replace(sample.DOCUMENT, cover=cover))

    assert '<p class="draf">DRAF – 3 galat &lt;/style&gt;&quot; \\</p>' in drafted
    assert '<div class="cap" aria-hidden="true">DRAF – 3 galat &lt;/style&gt;' in drafted
    assert "@top-right { content:" in drafted
    assert drafted.count("</style>") == 1
    assert "DRAF" not in page.replace(STYLE.search(page)[0], "")


def test_a_letter_is_headed_as_one():
    cover = replace(sample.Cover(), reference="surat")
    letter = html(document=replace(sample.DOCUMENT, cover=cover))

    assert '<header class="sampul surat">' in letter
    assert ".surat" in STYLE.search(letter)[0]


def test_the_same_data_makes_the_same_page(page):
    assert html() == page


def test_a_chart_is_drawn_and_its_values_can_be_read(tmp_path):
    page = charted(tmp_path, RADAR)
    words = re.sub("<[^>]+>", " ", page)

    svg = etree.fromstring(re.search(r"<svg.*?</svg>", page, re.DOTALL)[0].encode())
    assert [node.text for node in svg if node.tag in {"title", "desc"}] == [
        'Nilai "pilar"',
        "Lingkungan </desc> paling rendah",
    ]
    assert svg.get("role") == "img"
    assert "Gambar 1 Nilai" in " ".join(words.split())
    assert page.index("</svg>") < page.index("<figcaption>") < page.index("<details>")
    for value in ("3,25", "tidak diketahui", "2023 (nilai)"):
        assert value in page
    elements(page)


def test_an_unknown_value_leaves_a_gap_in_the_line(tmp_path):
    whole = replace(RADAR, series=RADAR.series[1:])
    gap = replace(RADAR, series=RADAR.series[:1])

    def lines(chart):
        return charted(tmp_path, chart).count('stroke-width="2.5"')

    assert (lines(whole), lines(gap)) == (4, 2)


@pytest.mark.parametrize("kind", ["bar", "stacked"])
def test_bars_are_told_apart_by_pattern(tmp_path, kind):
    page = charted(tmp_path, replace(RADAR, kind=kind))

    assert page.count("<pattern") == 2
    assert "tidak diketahui" in page
    for one in re.findall(r"url\((#[^)]+)\)", page):
        assert f'id="{one[1:]}"' in page


def test_what_lies_below_nought_and_a_promise_are_drawn(tmp_path):
    parts = (Series("x", (Decimal(-50), None)), Series("y", (None, Decimal(90)), promise=True))
    page = charted(tmp_path, Chart("stacked", ("a", "b"), parts, "c", "d"))

    widths = [
        float(width) for width in re.findall(r'width="([-\d.]+)" height="\d+" fill="url', page)
    ]
    *_, below, above = widths  # the first two are the legend's
    assert below > 0
    assert above == pytest.approx(90 / 50 * below, abs=0.2)
    grounds = re.findall(r'<rect width="8" height="8" fill="(#\w+)"/>', page)
    assert grounds[1] == "#ffffff"


def test_a_bar_is_as_long_as_its_value(tmp_path):
    chart = Chart("bar", ("a", "b"), (Series("x", (Decimal(50), Decimal(100))),), "c", "d")
    page = charted(tmp_path, chart)
    half, full = (
        float(w) for w in re.findall(r'<rect x="[^"]+" y="[^"]+" width="([0-9.]+)"', page)
    )

    assert full == pytest.approx(2 * half, abs=0.2)


def test_a_footnote_leads_there_and_back(tmp_path):
    page = charted(tmp_path, RADAR)

    assert '<a id="tanda-1" href="#catatan-1" role="doc-noteref">1</a>' in page
    assert '<li id="catatan-1">catatan &lt;i&gt;satu&lt;/i&gt; <a href="#tanda-1"' in page
