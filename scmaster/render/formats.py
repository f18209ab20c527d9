"""Filters of templates: numbers, money and dates as Indonesians write them."""
# ruff: noqa: PLC0415  (babel is paid for by the template that uses it)

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from scmaster.render.faults import UnplacedError

LOCALE = "id_ID"


def number(value: object, digits: int | None = None) -> str:
    """Write 1234567.5 as 1.234.567,5; `digits` fixes the decimals."""
    from babel.numbers import format_decimal

    pattern = "#,##0.##########" if digits is None else "#,##0" + "." * (digits > 0) + "0" * digits
    return format_decimal(_decimal(value), pattern, locale=LOCALE)


def percent(value: object, digits: int | None = None) -> str:
    """Write 42.15 as 42,15% (the value already is in percent)."""
    return number(value, digits) + "%"


def rupiah(value: object, digits: int = 2) -> str:
    """Write 154600000 as Rp154.600.000,00."""
    amount = _decimal(value)
    return ("-" if amount < 0 else "") + "Rp" + number(abs(amount), digits)


def long_date(value: object) -> str:
    """Write 2024-11-06 as 6 November 2024, 2024-11 as November 2024, 2024 as 2024."""
    from babel.dates import format_date

    text = value.isoformat() if isinstance(value, date) else str(value)
    for shape, pattern in (("%Y-%m-%d", "d MMMM y"), ("%Y-%m", "MMMM y"), ("%Y", "y")):
        try:
            day = datetime.strptime(text, shape).date()  # noqa: DTZ007  (a day has no zone)
        except ValueError:
            continue
        return format_date(day, pattern, locale=LOCALE)
    raise UnplacedError("SCM609", f"'{text}' bukan tanggal", "tulis seperti 2024-11-06")


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
