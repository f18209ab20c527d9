"""How what was refused would be written here, where that is certain.

Nothing is suggested that would be refused again.
"""

import re

from pydantic_core import PydanticCustomError

from scmaster.indonesian import MONTHS
from scmaster.model.values import PLAIN_NUMBER, THOUSANDS, WHOLE, parse_date

WHOLE_ONLY = frozenset({"not_a_whole_number", "not_rupiah"})
OTHER_SPELLINGS = {"nopember": 11, "pebruari": 2, "agt": 8}
MONTH_NUMBERS = OTHER_SPELLINGS | {
    word.casefold(): number
    for number, month in enumerate(MONTHS, start=1)
    for word in (month, month[:3])
}

DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})", re.ASCII)
IN_WORDS = re.compile(r"(?:\w+, )?(?:(\d{1,2}) )?([A-Za-z]+)\.? (\d{4})", re.ASCII)
TWO_YEARS = re.compile(r"(\d{4})\s*(?:-|–|—|s/d|s\.?d\.?|sampai)\s*(\d{4})", re.ASCII)
GROUPED = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?", re.ASCII)


def rewrite(error: str, value: str) -> str:
    """Show how the same thing is written (Indonesian), or say nothing."""
    if error == "ambiguous_number":
        return _either(value)
    if error in {"not_a_number", *WHOLE_ONLY}:
        return _number(value, WHOLE if error in WHOLE_ONLY else PLAIN_NUMBER)
    if error == "not_a_period" and (match := TWO_YEARS.fullmatch(value)):
        first, last = match.groups()
        return f"tulis {first}/{last}" if first <= last else ""
    if error in {"not_a_date", "not_a_period"}:
        return _date(value)
    if error == "not_an_address" and "." in value and "://" not in value and " " not in value:
        return f"tulis https://{value}"
    return ""


def _either(value: str) -> str:
    """Say how to write a thousand, and how to write one with three decimals."""
    fraction = value.rstrip("0")
    fraction += "0" if fraction.endswith(".") or THOUSANDS.fullmatch(fraction) else ""
    return f"tulis {value.replace('.', '')} bila ribuan, {fraction} bila pecahan"


def _number(value: str, plain: re.Pattern[str]) -> str:
    bare = re.sub(r"(?i)^rp\.?\s*", "", value).removesuffix("%").strip()
    bare = re.sub(r",-+$", "", bare)
    if GROUPED.fullmatch(bare):
        bare = bare.replace(".", "")
    bare = re.sub(r"^(-?)0+(?=[0-9])", r"\1", bare.replace(",", "."))
    bare = bare.removesuffix(".00") if plain is PLAIN_NUMBER else re.sub(r"\.0+$", "", bare)
    return f"tulis {bare}" if plain.fullmatch(bare) and not THOUSANDS.fullmatch(bare) else ""


def _date(value: str) -> str:
    if match := DAY_FIRST.fullmatch(value):
        day, month, year = match.groups()
        made = _existing(year, month, day)
        return f"bila maksudnya tanggal {day} bulan {month}: {made}" if made else ""
    if match := YEAR_FIRST.fullmatch(value):
        year, month, day = match.groups()
    elif match := IN_WORDS.fullmatch(value):
        day, word, year = match.groups()
        month = str(MONTH_NUMBERS.get(word.casefold(), 0))
    else:
        return ""
    made = _existing(year, month, day)
    return f"tulis {made}" if made else ""


def _existing(year: str, month: str, day: str | None) -> str:
    """Write a date that the calendar has, or nothing."""
    parts = [year, f"{month:0>2}", *([f"{day:0>2}"] if day else [])]
    try:
        return str(parse_date("-".join(parts)))
    except PydanticCustomError:
        return ""
