"""What only letters and minutes have: particulars above the text, places to sign below it."""

from collections.abc import Iterable, Mapping

from scmaster.render import values
from scmaster.render.blocks import Cell, Column, Run, Table
from scmaster.render.faults import UnplacedError

_ROOM = Run("\n" * 4)
"""For a signature written by hand."""
_LINE = Run("." * 34)
_MOST = 3


def particulars(pairs: Iterable[object], width: float = 2.2) -> Table:
    """Lay out labels and values as a letter does: without lines, a colon between.

    `width` is that of the labels, of ten.
    """
    rows = pairs.items() if isinstance(pairs, Mapping) else pairs
    columns = (Column("", width), Column("", 0.3), Column("", 9.7 - width))
    body = tuple(_particular(row) for row in rows)
    return Table(columns, body, description="Keterangan surat", head=False, lines=False)


def _particular(row: object) -> tuple[Cell, ...]:
    if not isinstance(row, (tuple, list)) or len(row) != 2:  # noqa: PLR2004  (label and value)
        raise UnplacedError("SCM611", "particulars() meminta pasangan label dan isi")
    label, value = row
    return values.cell(label), ":", values.cell(value)


def signatures(places: Iterable[object], across: int = 2) -> Table:
    """Lay out places to sign, `across` side by side: who signs, room, and a dotted line.

    A name is never printed: who holds an office on the day writes it. The last one stands at
    the right, as the one who signs a letter does.
    """
    if across not in range(1, _MOST + 1):
        raise UnplacedError("SCM611", f"tempat tanda tangan berjajar 1 sampai {_MOST}")
    cells: list[Cell] = [(*values.text(place), _ROOM, _LINE) for place in places]
    last = len(cells) - (len(cells) % across or across)
    cells[last:last] = [""] * (-len(cells) % across)
    rows = tuple(tuple(cells[n : n + across]) for n in range(0, len(cells), across))
    columns = tuple(Column("", 1.0, "center") for _ in range(across))
    return Table(columns, rows, description="Tempat tanda tangan", head=False, lines=False)
