"""How what was refused would be written here, where that is certain.

Nothing is suggested that would be refused again.
"""

import re

from pydantic_core import PydanticCustomError

from scmaster.indonesian import MONTHS
from scmaster.model.values import ID, PLAIN_NUMBER, THOUSANDS, URL, WHOLE, parse_date

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
    if made := rewritten(error, value):
        return f"tulis {made}"
    return _day_first(value) if error in {"not_a_date", "not_a_period"} else ""


def rewritten(error: str, value: str) -> str:  # noqa: PLR0911  (one a kind of slip)
    """Return how the same thing is written, or nothing where that is not certain."""
    match error:
        case "not_a_number":
            return _number(value, PLAIN_NUMBER)
        case "not_a_whole_number" | "not_rupiah":
            return _number(value, WHOLE)
        case "not_a_date":
            return _date(value)
        case "not_a_period":
            return _period(value) or _date(value)
        case "string_pattern_mismatch":
            return _id(value)
        case "not_an_address":
            return _address(value)
        case _:
            return ""


def _id(value: str) -> str:
    """Join the words of a name with dashes."""
    joined = re.sub(r"[\s/,&()-]+", "-", value).strip("-")
    return joined if re.fullmatch(ID, joined) else ""


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
    return bare if plain.fullmatch(bare) and not THOUSANDS.fullmatch(bare) else ""


def _period(value: str) -> str:
    match = TWO_YEARS.fullmatch(value)
    return f"{match[1]}/{match[2]}" if match and match[1] <= match[2] else ""


def _address(value: str) -> str:
    made = f"https://{value}"
    return made if URL.fullmatch(made) else ""


def _day_first(value: str) -> str:
    """Say what a date of three numbers means if the day is first, as is usual here."""
    match = DAY_FIRST.fullmatch(value)
    if match is None:
        return ""
    day, month, year = match.groups()
    made = _existing(year, month, day)
    return f"bila maksudnya tanggal {day} bulan {month}: {made}" if made else ""


def _date(value: str) -> str:
    if match := YEAR_FIRST.fullmatch(value):
        year, month, day = match.groups()
    elif match := IN_WORDS.fullmatch(value):
        day, word, year = match.groups()
        month = str(MONTH_NUMBERS.get(word.casefold(), 0))
    else:
        return ""
    return _existing(year, month, day)


def _existing(year: str, month: str, day: str | None) -> str:
    """Write a date that the calendar has, or nothing."""
    parts = [year, f"{month:0>2}", *([f"{day:0>2}"] if day else [])]
    try:
        return str(parse_date("-".join(parts)))
    except PydanticCustomError:
        return ""
