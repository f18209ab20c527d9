"""What a template may call: tables, references, page breaks and the like."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import get_args

from scmaster.render import charts, values
from scmaster.render.blocks import (
    Align,
    BackMatter,
    Cell,
    Chart,
    Column,
    Contents,
    LandscapeBegin,
    LandscapeEnd,
    MainMatter,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Text,
    Traces,
)
from scmaster.render.faults import UnplacedError
from scmaster.render.letters import particulars, signatures

BLOCKS = (
    Table,
    Chart,
    Paragraph,
    Contents,
    PageBreak,
    MainMatter,
    BackMatter,
    LandscapeBegin,
    LandscapeEnd,
    Traces,
)
"""What stands on a line of its own."""

TRACED = 5
"""What the table of claims tells of each: number, claim, place, evidence, digests."""

Said = Callable[[str, str], None]
Mark = Callable[[object], str]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Gives the heading it stands in a name for cross references."""

    name: str


def names(said: Said, mark: Mark) -> dict[str, Callable[..., object]]:
    """Return every call by the name it has in a template.

    `said` remembers where a name was used; `mark` keeps a block aside.
    """

    def named(name: object) -> str:
        key = _name(name)
        if key:
            said("name", key)
        return key

    def table(  # noqa: PLR0913  (what a table has)
        rows: Iterable[object],
        columns: Iterable[Column],
        caption: object = "",
        name: object = "",
        description: object = "",
        *,
        total: bool = False,
        small: bool = False,
    ) -> Table:
        heads = tuple(columns)
        return Table(
            heads,
            tuple(_row(row, heads) for row in rows),
            _line(caption),
            named(name),
            _line(description),
            total=total,
            small=small,
        )

    def chart(data: object, name: object = "") -> Chart:
        return charts.block(data, named(name))

    def ref(name: object) -> Run:
        said("ref", _name(name))
        return Run("", ref=_name(name))

    def bookmark(name: object) -> Bookmark:
        said("name", _name(name))
        return Bookmark(_name(name))

    def styled(style: str, *parts: object) -> Paragraph:
        said("style", style)
        return Paragraph(tuple(run for part in parts for run in values.text(part)), style)

    def marked(style: str, value: object) -> Text:
        said("style", style)
        return tuple(replace(run, style=style) for run in values.text(value))

    def landscape(caller: Callable[[], str]) -> str:
        return f"\n{mark(LandscapeBegin())}\n{caller()}\n{mark(LandscapeEnd())}\n"

    return {
        "table": table,
        "chart": chart,
        "sheet": sheet,
        "traces": traces,
        "footnote": footnote,
        "particulars": particulars,
        "signatures": signatures,
        "col": col,
        "ref": ref,
        "bookmark": bookmark,
        "styled": styled,
        "marked": marked,
        "link": link,
        "contents": contents,
        "landscape": landscape,
        "landscape_begin": LandscapeBegin,
        "landscape_end": LandscapeEnd,
        "page_break": PageBreak,
        "main_matter": MainMatter,
        "back_matter": BackMatter,
    }


def col(title: object, width: float = 1.0, align: Align = "left", field: str = "") -> Column:
    """Describe a column."""
    if align not in get_args(Align):
        raise UnplacedError(
            "SCM611", f"perataan '{align}' tidak dikenal", "pilih 'left', 'right', atau 'center'"
        )
    if not width > 0:
        raise UnplacedError("SCM611", "lebar kolom harus lebih dari 0")
    return Column(_line(title), float(width), align, field)


def sheet(
    pairs: Iterable[object], widths: tuple[float, float] = (3, 7), description: object = ""
) -> Table:
    """Lay out labels and values as a form: two columns, no header row, no number."""
    columns = (Column("", widths[0]), Column("", widths[1]))
    rows = pairs.items() if isinstance(pairs, Mapping) else pairs
    body = tuple(_row(row, columns) for row in rows)
    return Table(columns, body, description=_line(description), head=False)


def link(text: object, url: object) -> Run:
    """Make a link out of two values."""
    return Run(_line(text), url=_line(url))


def traces(columns: Iterable[Column], caption: object = "", description: object = "") -> Traces:
    """Stand for the table of claims: number, claim, place, evidence, digests."""
    heads = tuple(columns)
    if len(heads) != TRACED:
        raise UnplacedError("SCM611", f"traces() mempunyai {TRACED} kolom, bukan {len(heads)}")
    return Traces(heads, _line(caption), _line(description))


def footnote(note: object) -> Run:
    """Put a footnote behind the words before it; several lines are one note."""
    return Run("", note=values.text(note))


def contents(kind: str = "headings", depth: int = 3) -> Contents:
    """List the headings down to a level, or the tables, or the figures."""
    if depth not in {1, 2, 3}:
        raise UnplacedError("SCM611", "kedalaman daftar isi harus 1, 2, atau 3")
    if kind == "headings":
        return Contents("headings", depth)
    if kind == "tables":
        return Contents("tables")
    if kind == "figures":
        return Contents("figures")
    hint = "pilih 'headings', 'tables', atau 'figures'"
    raise UnplacedError("SCM611", f"daftar '{kind}' tidak dikenal", hint)


def _row(row: object, columns: tuple[Column, ...]) -> tuple[Cell, ...]:
    """Turn a row into cells: a list of values, or a record whose fields the columns name."""
    if isinstance(row, (tuple, list)):
        cells = tuple(values.cell(value) for value in row)
    elif all(column.field for column in columns):
        cells = tuple(values.cell(_field(row, column.field)) for column in columns)
    else:
        raise UnplacedError(
            "SCM611",
            f"baris tabel berjenis '{type(row).__name__}' tidak dapat dibagi ke kolom",
            'beri nama isian di tiap kolom: col("Judul", 2, "left", "nama_isian")',
        )
    if len(cells) not in {len(columns), 1}:
        raise UnplacedError(
            "SCM611", f"baris berisi {len(cells)} sel, padahal tabel punya {len(columns)} kolom"
        )
    return cells


def _field(row: object, name: str) -> object:
    if name.startswith("_"):
        raise UnplacedError("SCM603", f"isian '{name}' tidak boleh dibaca")
    if isinstance(row, Mapping) and name in row:
        return row[name]
    try:
        return getattr(row, name)
    except AttributeError:
        raise UnplacedError(
            "SCM601", f"isian '{name}' tidak ada pada baris tabel", "periksa ejaannya"
        ) from None


def _line(value: object) -> str:
    """Turn a value into one line of plain words."""
    words = "".join(run.text for run in values.text(value))
    return " ".join(words.split("\n"))


def _name(value: object) -> str:
    return _line(value).strip()
