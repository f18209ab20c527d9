"""Numbers, money and dates as Indonesians write them (EYD V; CLDR id_ID through Babel).

Explicit patterns, never the process's locale. Babel is imported when first needed.
"""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

LOCALE = "id_ID"
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
"""As `date.weekday()` counts them."""


def number(value: Decimal | int, decimals: int | None = None) -> str:
    """Write 1234.5 as 1.234,5; `decimals` fixes how many, rounding half up.

    Without `decimals` every digit that was written is kept.
    """
    from babel.numbers import format_decimal  # noqa: PLC0415  (slow to import)

    exact = Decimal(value)
    if decimals is None:
        exponent = exact.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    rounded = half_up(exact, decimals)
    return str(format_decimal(rounded, format=pattern, locale=LOCALE, decimal_quantization=False))


def half_up(value: Decimal, decimals: int) -> Decimal:
    """Round for display: half goes up, away from zero."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return rounded or abs(rounded)  # there is no minus nought


def rupiah(value: int) -> str:
    """Write 154600000 as Rp154.600.000,00."""
    return f"Rp{number(value, 2)}"


def percent(part: int, whole: int) -> str:
    """Write 3 of 8 as 37,5%; of nothing there is no share, so a dash."""
    return f"{number(Decimal(100 * part) / whole, 1)}%" if whole else "–"


def day(value: date) -> str:
    """Write a day as 6 November 2024."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def partial_date(year: int, month: int | None, day_: int | None) -> str:
    """Write a date as precise as it is: 6 November 2024, November 2024, 2024."""
    parts = [str(day_) if day_ else "", MONTHS[month - 1] if month else "", str(year)]
    return " ".join(part for part in parts if part)


def listing(words: Sequence[str], most: int = 12) -> str:
    """Write several as a, b, dan c; beyond `most`, say how many more there are."""
    shown = list(words[:most])
    if len(words) > most:
        shown.append(f"{len(words) - most} lagi")
    if len(shown) <= 2:  # noqa: PLR2004  (two need no comma)
        return " dan ".join(shown)
    return f"{', '.join(shown[:-1])}, dan {shown[-1]}"
