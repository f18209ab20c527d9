"""Charts to HTML: drawn, with a caption below and the values in a table to open."""

from collections.abc import Iterator

from scmaster.render import html_table, svg
from scmaster.render.blocks import Chart, Column, Table
from scmaster.render.html_text import TextWriter, esc
from scmaster.render.numbering import Label


def write(chart: Chart, label: Label, texts: TextWriter) -> Iterator[str]:
    """Write a figure; `label` is its number and place."""
    yield f'<figure id="{label.anchor}">\n{svg.draw(chart, label.anchor)}\n'
    number = f'<span class="nomor">{esc(label.number)}</span>'
    yield f"<figcaption>{number} {esc(label.text)}</figcaption>\n"
    yield "<details><summary>Angka dan uraian gambar ini</summary>\n"
    yield f"<p>{esc(chart.description)}</p>\n"
    yield from html_table.write(_values(chart), None, texts)
    yield "</details></figure>\n"


def _values(chart: Chart) -> Table:
    """Lay out the values, a row a category."""
    unit = f" ({chart.unit})" if chart.unit else ""
    columns = [Column(f"{one.name}{unit}", align="right") for one in chart.series]
    rows = tuple(
        (name, *(svg.shown(one.values[n]) for one in chart.series))
        for n, name in enumerate(chart.categories)
    )
    return Table((Column("", 2.0), *columns), rows, description=f"Angka: {chart.caption}")
