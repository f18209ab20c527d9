"""Filters of templates: `scmaster.indonesian` for values that come as data has them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from scmaster import indonesian
from scmaster.render.faults import UnplacedError


def number(value: object, decimals: int | None = None) -> str:
    """Write 1234567.5 as 1.234.567,5; `decimals` fixes how many."""
    return indonesian.number(_decimal(value), decimals)


def percent(value: object, decimals: int | None = None) -> str:
    """Write 42.15 as 42,15% (the value already is in percent)."""
    return number(value, decimals) + "%"


def rupiah(value: object) -> str:
    """Write 154600000 as Rp154.600.000,00."""
    amount = _decimal(value)
    return f"{'-' * (amount < 0)}Rp{indonesian.number(abs(amount), 2)}"


def long_date(value: object) -> str:
    """Write 2024-11-06 as 6 November 2024, 2024-11 as November 2024, 2024 as 2024."""
    year, month, day = (*str(value).split("-"), "", "")[:3]
    try:
        date.fromisoformat(f"{year}-{month or '01'}-{day or '01'}")
    except ValueError:
        hint = "tulis seperti 2024-11-06"
        raise UnplacedError("SCM609", f"'{value}' bukan tanggal", hint) from None
    return indonesian.partial_date(int(year), int(month or 0), int(day or 0))


def _decimal(value: object) -> Decimal:
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise UnplacedError("SCM609", f"'{value}' bukan angka", "tulis seperti 1234.5")
    return found


FILTERS: dict[str, Callable[..., str]] = {
    "number": number,
    "percent": percent,
    "rupiah": rupiah,
    "date": long_date,
}
