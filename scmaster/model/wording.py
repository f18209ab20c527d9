"""Dates, figures and legal bases of the model, in the words a document prints."""

from scmaster import indonesian
from scmaster.model.city import Regulation
from scmaster.model.labels import MEASURE_STATUS, REGULATION_KIND
from scmaster.model.measure import Measure
from scmaster.model.values import PartialDate, Period

UNKNOWN = "tidak diketahui"


def date_words(value: PartialDate | None) -> str:
    """Write a date as precise as it is: 6 November 2024, November 2024, 2024."""
    if value is None:
        return UNKNOWN
    return indonesian.partial_date(value.year, value.month, value.day)


def period_words(value: Period | None) -> str:
    """Write a period: 2021–2026, or 1 Januari 2024 sampai 30 Juni 2024."""
    if value is None:
        return UNKNOWN
    if value.start == value.end:
        return date_words(value.start)
    joint = "–" if value.start.month is None and value.end.month is None else " sampai "
    return f"{date_words(value.start)}{joint}{date_words(value.end)}"


def figure(measure: Measure, unit: str = "") -> str:
    """Write a figure with its unit: 273 sambungan; 205–210 unit; or that it is unknown.

    `unit` stands in for a measure that names none, such as an indicator's actual.
    """
    if measure.value is None:
        return UNKNOWN
    text = indonesian.number(measure.value)
    if measure.upper is not None:
        text += f"–{indonesian.number(measure.upper)}"
    unit = measure.unit or unit
    if unit.casefold() == "rupiah" and measure.value == int(measure.value):
        return indonesian.rupiah(int(measure.value))
    return f"{text}%" if unit in {"persen", "%"} else f"{text} {unit}".strip()


def figure_with_date(measure: Measure, unit: str = "") -> str:
    """Write a figure with what kind it is and when it held; `unit` as in `figure`."""
    when = f"keadaan {period_words(measure.as_of)}" if measure.as_of else "tanpa tanggal"
    return f"{figure(measure, unit)} ({MEASURE_STATUS[measure.status]}, {when})"


def regulation_words(regulation: Regulation) -> str:
    """Write a legal basis: Peraturan Daerah Nomor 6 Tahun 2025 tentang ..."""
    parts = [REGULATION_KIND[regulation.kind]]
    if regulation.number:
        parts.append(f"Nomor {regulation.number}")
    if regulation.year:
        parts.append(f"Tahun {regulation.year}")
    if regulation.title:
        parts.append(f"tentang {regulation.title}")
    if not regulation.number:
        parts.append("(nomor belum diketahui)")
    return " ".join(parts)
