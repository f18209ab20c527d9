"""Every document in every format that needs no other program: all links arrive, no cell is lost."""

import io
from pathlib import Path

import pytest
from lxml import html as lxml_html
from python_calamine import CalamineWorkbook
from small_city import IMPRINT, ON, ROOT, small

from scmaster import documents, pipeline, resources
from scmaster.diagnostics import Span
from scmaster.render import html, manuscript, sheets
from scmaster.render.amounts import amount
from scmaster.render.blocks import NOTHING, plain

HERE = Path(__file__).parent
KOTA = (HERE / "kota.yaml").read_text("utf-8")
SLUGS = [slug for slug in documents.slugs() if not documents.is_deck(slug)]


@pytest.fixture(scope="module")
def cases():
    """The small cities: between them they have everything."""
    plan = (HERE / "rencana.yaml").read_text("utf-8")
    city = [("kota.yaml", (HERE / "digital.yaml").read_bytes())]
    shared = [("pilar.yaml", (HERE / "digital_pilar.yaml").read_bytes())]
    where = Span("kota", 1, 1)
    digital = pipeline.understand(city, shared, [], where, on=ON, submission="spbe-2024")
    return (small(KOTA, more=[plan]), digital)


def scripts(slug, cases):
    able = [case for case in cases if not documents.module(slug).lacks(case)]
    assert able, "one of the two has everything"
    folders = resources.folders("templates", ROOT)
    for _, data in documents.composed(slug, able[0], IMPRINT):
        yield manuscript.typeset(slug, data, folders)


@pytest.mark.parametrize("slug", SLUGS)
def test_links_of_html_arrive_and_places_are_named_once(slug, cases):
    for script in scripts(slug, cases):
        page = lxml_html.fromstring(html.write(script))
        ids = [str(name) for name in page.xpath("//@id")]
        links = [str(link)[1:] for link in page.xpath("//a/@href") if str(link).startswith("#")]

        assert len(ids) == len(set(ids))
        assert set(links) <= set(ids)
        assert not page.xpath("//script | //img[not(starts-with(@src, 'data:'))] | //link")


@pytest.mark.parametrize("slug", SLUGS)
def test_html_has_every_heading_table_and_chart(slug, cases):
    for script in scripts(slug, cases):
        page = lxml_html.fromstring(html.write(script))
        labels = script.outline.labels.values()

        for label in labels:
            (place,) = page.xpath(f"//*[@id='{label.anchor}']")
            words = " ".join(place.text_content().split())
            assert " ".join(f"{label.number} {label.text}".split()) in words


@pytest.mark.parametrize("slug", SLUGS)
def test_sheets_hold_the_cells_of_the_tables(slug, cases):
    for script in scripts(slug, cases):
        shown = sheets.tables(script)
        if not shown:
            continue
        book = CalamineWorkbook.from_filelike(io.BytesIO(sheets.write(script)))
        assert len(book.sheet_names) == len(shown) + 1
        for (table, _), name in zip(shown, book.sheet_names[1:], strict=True):
            rows = book.get_sheet_by_name(name).to_python()[sheets.HEAD - 1 :]
            assert rows[0] == [column.title for column in table.columns]
            assert len(rows) == len(table.rows or (NOTHING,)) + 1
            for row, found in zip(table.rows, rows[1:], strict=False):
                assert all(map(same, row, found)), (row, found)


def same(cell, found) -> bool:
    """Tell whether a cell read back says what the document says."""
    if isinstance(found, float):
        bare = plain(cell if isinstance(cell, str) else cell[:1])
        read = amount(bare)
        return read is not None and read.value == found
    words = [cell] if isinstance(cell, str) else [run.text for run in cell]
    return all(word in found for word in words)
