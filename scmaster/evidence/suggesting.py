"""Number and date of a document, as far as they can be read in it: to be looked at by a person.

A document names other documents too, so what is found may be another's. Nobody takes it over
without having seen it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scmaster.assess.originals import Contents
from scmaster.indonesian import MONTHS

_DAY = rf"([0-3]?\d)\s+({'|'.join(MONTHS)})\s+((?:19|20)\d\d)"
_PLACES = (
    rf"\bpada\s+tanggal\s*:?\s*{_DAY}",
    rf"\btanggal\s*:?\s*{_DAY}",
    rf"(?m)^\s*(?-i:[A-Z])[A-Za-z ]{{2,30}},\s*{_DAY}\s*$",
    _DAY,
)
"""Where a document says its own date, the surest first."""
_NUMBER = re.compile(
    r"\b(?:NOMOR|Nomor|No\.)\s*:?\s*"
    r"([0-9A-Z][\w./-]*[\w](?:\s+(?:TAHUN|Tahun)\s+(?:19|20)\d\d)?)"
)
_HEAD = 2
"""Pages on which a document says its number."""


@dataclass(frozen=True)
class Suggestion:
    """What may be number and date of a document; "" where nothing was found."""

    number: str = ""
    date: str = ""
    """Year-month-day."""


def suggested(contents: Contents) -> Suggestion:
    """Return what a document seems to say of itself."""
    return Suggestion(_number(contents), _date(contents))


def _number(contents: Contents) -> str:
    for page in contents.pages[:_HEAD]:
        for match in _NUMBER.finditer(page):
            words = " ".join(match[1].split())
            if any(sign.isdigit() for sign in words):
                return re.sub(r"(?i)\btahun\b", "Tahun", words)
    return ""


def _date(contents: Contents) -> str:
    text = "\n".join(contents.pages)
    for pattern in _PLACES:
        for day in _days(pattern, text):
            return day.isoformat()
    return ""


def _days(pattern: str, text: str) -> Iterator[date]:
    months = [month.lower() for month in MONTHS]
    for match in re.finditer(pattern, text, re.IGNORECASE):
        try:
            yield date(int(match[3]), months.index(match[2].lower()) + 1, int(match[1]))
        except ValueError:  # 31 Februari
            continue
