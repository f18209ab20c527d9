"""Dates as people type them: `6 November 2024`, `06/11/2024`, `Nov 2024`, `Juni s.d. Juli 2024`.

The day comes first, as Indonesians write; a year of two digits is not guessed.
"""

import re
import unicodedata
from datetime import date, timedelta

from scmaster.exchange.refusing import UnclearError
from scmaster.indonesian import MONTHS, WEEKDAYS
from scmaster.model.values import EARLIEST, LATEST

CODE = "SCM907"
_ALSO = {
    "pebruari": 2, "peb": 2, "nopember": 11, "nop": 11, "agt": 8, "ags": 8, "agust": 8, "sept": 9,
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "aug": 8,
    "october": 10, "oct": 10, "december": 12, "dec": 12,
}  # fmt: skip
_MONTHS = (
    {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
    | {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}
    | _ALSO
)
_NUMERIC = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_ISO = re.compile(
    r"([0-9]{4})[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
)
_MONTHLY = re.compile(r"([0-9]{1,2})[/-]([0-9]{4})")
_WORDED = re.compile(r"(?:([0-9]{1,2})[ -])?([a-z]+)\.?[ -]([0-9]{4})")
_YEAR = re.compile(r"(?:(?:tahun|th|thn)\.? )?([0-9]{4})")
_TO = re.compile(r"\s+(?:s\.?\s?/?d\.?|sampai dengan|sampai|hingga)\s+|\s*[–—]\s*|\s+-\s+")
_PART = re.compile(
    r"(semester|sem\.?|triwulan|tw\.?|kuartal) ?(iv|iii|ii|i|[1-4])(?: tahun)? ([0-9]{4})"
)
_HALVES = frozenset({"semester", "sem", "sem."})
_PARTS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_EPOCH = date(1899, 12, 30)
"""What Excel counts days from."""
_EXPECTED = "tanggal, misalnya 6 November 2024, 06/11/2024, November 2024, atau 2024"
_PERIOD = "periode, misalnya 2024, 2021-2026, atau Januari 2024 s.d. Juni 2024"
_LONGEST = 60


def day(text: str) -> str:
    """Return a date as YAML has it: 2024-11-06, 2024-11, 2024; raise UnclearError."""
    told = _simple(text)
    made = _date(told)
    if made is not None:
        return made
    match = _NUMERIC.fullmatch(told)
    if match and int(match[3]) > len(MONTHS) >= int(match[1]):
        hint = f"tulis hari lebih dulu: {match[3]}/{match[1]}/{match[4]}"
        raise UnclearError(f"'{text}' memuat bulan ke-{match[3]}", hint, CODE)
    raise _unclear(text, _EXPECTED)


def period(text: str) -> str:
    """Return a period as YAML has it: a date, or two with a slash between."""
    told = _simple(text)
    made = _date(told) or _part(told)
    if made is not None:
        return made
    ends = re.fullmatch(r"([0-9]{4})\s*[-/]\s*([0-9]{4})", told)
    halves = [ends[1], ends[2]] if ends else _halves(told)
    if len(halves) != 2:  # noqa: PLR2004  (from one to another)
        raise _unclear(text, _PERIOD)
    last = _date(halves[1])
    first = None if last is None else _date(_completed(halves[0], halves[1]))
    if first is None or last is None or _first(last) < _first(first):
        raise _unclear(text, _PERIOD)
    return first if first == last else f"{first}/{last}"


def year(text: str) -> str:
    """Return a year of four digits."""
    match = _YEAR.fullmatch(_simple(text))
    if match is None or not EARLIEST <= int(match[1]) <= LATEST:
        raise _unclear(text, "tahun empat angka, misalnya 2024")
    return match[1]


def of_cell(iso: str) -> str:
    """Return the day that a date cell holds; raise UnclearError over a year shown as a day.

    Who types 2024 into a cell that shows dates gets the 2024th day: 16 July 1905.
    """
    made = date.fromisoformat(iso[:10])
    serial = (made - _EPOCH).days
    if EARLIEST <= serial <= LATEST:
        raise UnclearError(
            f"tanggal {made.isoformat()} tampaknya tahun {serial} yang diubah menjadi tanggal",
            f"tulis 'tahun {serial}', atau tanggal lengkapnya",
            CODE,
        )
    if not EARLIEST <= made.year <= LATEST:
        raise _unclear(iso, _EXPECTED)
    return made.isoformat()


def of_number(text: str) -> str:
    """Return the year that a number is; raise UnclearError over anything else."""
    if text.isdigit() and len(text) == 4 and EARLIEST <= int(text) <= LATEST:  # noqa: PLR2004  (2024)
        return text
    hint = f"tulis {_EXPECTED}"
    if text.isdigit() and 30_000 < int(text) < 70_000:  # noqa: PLR2004  (years 1982 to 2091)
        meant = _EPOCH + timedelta(days=int(text))
        hint = f"bila maksudnya {meant.isoformat()}, ubah format selnya menjadi tanggal"
    raise UnclearError(f"'{text}' bukan tanggal", hint, CODE)


def _simple(text: str) -> str:
    told = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'").replace(",", " ")
    told = " ".join(told.split())
    for name in (*WEEKDAYS, "jum'at"):
        told = told.removeprefix(f"{name.lower()} ")
    return told


def _date(told: str) -> str | None:
    if match := _NUMERIC.fullmatch(told):
        return _made(match[4], match[3], match[1])
    if match := _ISO.fullmatch(told):
        return _made(match[1], match[2], match[3])
    if match := _MONTHLY.fullmatch(told):
        return _made(match[2], match[1])
    if match := _WORDED.fullmatch(told):
        month = _MONTHS.get(match[2])
        if month is not None:
            return _made(match[3], str(month), match[1])
    if match := _YEAR.fullmatch(told):
        return _made(match[1])
    return None


def _made(year: str, month: str | None = None, day: str | None = None) -> str | None:
    """Return a date if there is such a day."""
    if not EARLIEST <= int(year) <= LATEST:
        return None
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])


def _part(told: str) -> str | None:
    """Return the period of a semester or a quarter."""
    match = _PART.fullmatch(told)
    if match is None:
        return None
    number = _PARTS[match[2]]
    months = 6 if match[1] in _HALVES else 3
    if number * months > len(MONTHS):
        return None
    first, last = (number - 1) * months + 1, number * months
    begun = _made(match[3], str(first))
    return f"{begun}/{match[3]}-{last:02}" if begun else None


def _halves(told: str) -> list[str]:
    halves = _TO.split(told)
    if len(halves) == 1 and told.count("/") == 1:
        return told.split("/")
    if len(halves) == 1 and (match := re.fullmatch(r"([a-z]+|[0-9]{1,2})-(.* .*)", told)):
        return [match[1], match[2]]
    return halves


def _completed(first: str, last: str) -> str:
    """Return the beginning with what stands only at the end: `6` of `6-8 November 2024`."""
    words = last.split()
    if re.fullmatch(r"[0-9]{1,2}", first) and len(words) == 3:  # noqa: PLR2004  (8 November 2024)
        return " ".join([first, *words[1:]])
    if re.fullmatch(r"(?:[0-9]{1,2} )?[a-z]+", first):
        return f"{first} {words[-1]}"
    return first


def _first(made: str) -> tuple[int, ...]:
    return tuple(int(part) for part in made.split("-"))


def _unclear(text: str, expected: str) -> UnclearError:
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
    return UnclearError(f"'{shown}' bukan {expected.partition(',')[0]}", f"tulis {expected}", CODE)
