"""How people write a number or a date, so that it can be found on a page."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from scmaster.indonesian import MONTHS

_GAPS = re.compile(r"\s+")
_SHORT_MONTH = 3


def stands_in(value: Decimal, text: str) -> bool:
    """Tell whether a figure stands in a text, in any Indonesian or plain spelling."""
    words = _GAPS.sub(" ", text)
    return any(re.search(_alone(spelt), words) for spelt in spellings(value))


def dated_in(day: date, text: str) -> bool:
    """Tell whether a day stands in a text: 6 November 2024, 06-11-2024, 2024-11-06."""
    words = _GAPS.sub(" ", text).lower()
    month = MONTHS[day.month - 1].lower()
    said = rf"0?{day.day} (?:{month}|{month[:_SHORT_MONTH]}\.?) {day.year}"
    said += rf"|0?{day.day}([-/.])0?{day.month}\1{day.year}"
    said += rf"|{day.year}-{day.month:02}-{day.day:02}"
    return re.search(rf"(?<![0-9])(?:{said})(?![0-9])", words) is not None


def amount(text: str) -> Decimal | None:
    """Return the number that a cell holds, in plain or Indonesian writing; None: no number."""
    words = text.strip().removesuffix("%").strip()
    if re.fullmatch(r"-?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|-?[0-9]+,[0-9]+", words):
        words = words.replace(".", "").replace(",", ".")
    try:
        return Decimal(words)
    except InvalidOperation:
        return None


def spellings(value: Decimal) -> list[str]:
    """Return how a number may be written: 1.234,5 1234,5 1,234.5 1234.5 1 234,5 and 27,50."""
    whole, _, part = f"{abs(value):f}".partition(".")
    part = part.rstrip("0")
    parts = dict.fromkeys([part, part.ljust(2, "0")] if part else ["", "0", "00"])
    made = (
        f"{_grouped(whole, thousands)}{decimal + digits if digits else ''}"
        for thousands, decimal in ((".", ","), ("", ","), (",", "."), ("", "."), (" ", ","))
        for digits in parts
    )
    return list(dict.fromkeys(made))


def _grouped(whole: str, sign: str) -> str:
    return f"{int(whole):,}".replace(",", sign)


def _alone(spelt: str) -> str:
    """Match it as a number of its own, not as a piece of a longer one."""
    return rf"(?<![0-9])(?<![0-9][.,]){re.escape(spelt)}(?![0-9])(?![.,][0-9])"
