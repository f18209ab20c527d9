"""Values of a form as people read them in its cells, and what may stand there at issue.

A cell that still says what `shown` gives for its value at issue was not touched.
"""

from collections.abc import Callable
from decimal import Decimal

from scmaster.assess.disclosure import WITHHELD
from scmaster.indonesian import number
from scmaster.model.record import Record
from scmaster.model.values import PartialDate, Period, parse_date
from scmaster.model.wording import date_words, period_words
from scmaster.requests.form import Column, Kind, Path

LONGEST = 32_767
"""Characters in a cell, as spreadsheets count them: in UTF-16."""


def shown(column: Column, value: str) -> str:
    """Return the text of YAML as the cell shows it, empty for none.

    Numbers have a comma and no dots, so that nobody takes a thousand for one; rupiah have
    dots, which mean nothing else there.
    """
    write = _WRITTEN.get(column.kind)
    if not value:
        return ""
    if column.kind is Kind.CHOICE:
        return dict(column.choices).get(value, value)
    return write(value) if write else value


def _period(value: str) -> str:
    start, slash, end = value.partition("/")
    return period_words(Period(parse_date(start), parse_date(end if slash else start)))


_WRITTEN: dict[Kind, Callable[[str], str]] = {
    Kind.NUMBER: lambda value: value.replace(".", ","),
    Kind.PERCENT: lambda value: value.replace(".", ","),
    Kind.RUPIAH: lambda value: number(Decimal(value)),
    Kind.DATE: lambda value: date_words(parse_date(value)),
    Kind.PERIOD: _period,
    Kind.YES_NO: lambda value: {"ya": "Ya", "tidak": "Tidak"}.get(value, value),
}


def at_issue(record: Record | None, path: Path = ()) -> str | None:
    """Return the text that YAML has for a field of a record; empty where it has none.

    None where it cannot be filled in by way of a form: what is shown at the visit only, and
    what is longer than a cell.
    """
    value: object = record
    for step in path:
        if isinstance(value, list) and isinstance(step, int):
            value = value[step] if step < len(value) else None
        else:
            value = getattr(value, str(step), None)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    text = value if isinstance(value, str) else _plain(value)
    units = len(text.encode("utf-16-le")) // 2
    return None if WITHHELD in text or units > LONGEST else text


def _plain(value: object) -> str:
    if isinstance(value, Decimal | int | PartialDate | Period):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    raise TypeError(type(value))
