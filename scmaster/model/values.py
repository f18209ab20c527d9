"""The kinds of text a field may hold: numbers, money, dates, ids, addresses, codes.

The reader keeps every scalar as text; here, and only here, text gets a meaning. What is
refused carries an error *type*, an identifier that `load` turns into Indonesian.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from scmaster.model import written

PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,9})?")
THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
WHOLE = re.compile(r"0|[1-9][0-9]{0,17}")
PLAIN_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
ID = r"^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$"
URL = re.compile(r"https?://[^\s/?#@\\]+\.[^\s/?#@\\]+(?:[/?#][^\s\\]*)?")
LONGEST_URL = 2000
EARLIEST, LATEST = 1900, 2100


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year: as precise as its source.

    `month` and `day` are None where the source does not say.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The first day it may mean."""
        month = 1 if self.month is None else self.month  # a month 0 is no January
        return date(self.year, month, 1 if self.day is None else self.day)

    @property
    def last(self) -> date:
        """The last day it may mean."""
        month = 12 if self.month is None else self.month
        day = calendar.monthrange(self.year, month)[1] if self.day is None else self.day
        return date(self.year, month, day)

    def __str__(self) -> str:
        """Write it as it is written in YAML: 2024, 2024-11 or 2024-11-06."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Period:
    """From one date to another, both included; a single date is a period of itself."""

    start: PartialDate
    end: PartialDate

    @property
    def first(self) -> date:
        """The first day."""
        return self.start.first

    @property
    def last(self) -> date:
        """The last day."""
        return self.end.last

    def overlaps(self, other: "Period | PartialDate") -> bool:
        """Tell whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        """Write it as it is written in YAML: 2024 or 2021/2026."""
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"


def parse_date(text: str) -> PartialDate:
    """Read `2024-11-06`, `2024-11` or `2024`.

    Raises PydanticCustomError: `not_a_date` for another shape, `no_such_day` for a day
    that no calendar has.
    """
    match = PLAIN_DATE.fullmatch(text)
    if match is None:
        raise PydanticCustomError("not_a_date", "not year-month-day")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        made = PartialDate(year or 0, month, day)
        _ = made.first
    except ValueError:
        raise PydanticCustomError("no_such_day", "not in the calendar") from None
    if not EARLIEST <= made.year <= LATEST:
        raise PydanticCustomError("no_such_day", "not a year of ours")
    return made


def _text_only(parse: Callable[[str], object]) -> Callable[[object], object]:
    def validate(value: object) -> object:
        if not isinstance(value, str):
            raise PydanticCustomError("not_text", "not a text")
        return parse(value)

    return validate


def _period(text: str) -> Period:
    start, slash, end = text.partition("/")
    try:
        made = Period(parse_date(start), parse_date(end if slash else start))
    except PydanticCustomError as error:
        if error.type != "not_a_date":
            raise
        raise PydanticCustomError("not_a_period", "neither a date nor two") from None
    if made.last < made.first:
        raise PydanticCustomError("backward_period", "ends before it begins")
    return made


def _number(text: str) -> Decimal:
    """Refuse 1.000, which is a thousand to its writer and one to a computer."""
    if THOUSANDS.fullmatch(text):
        raise PydanticCustomError("ambiguous_number", "a thousand or one?")
    if not PLAIN_NUMBER.fullmatch(text):
        raise PydanticCustomError("not_a_number", "not a plain number")
    return Decimal(text)


def _whole(text: str) -> int:
    if not WHOLE.fullmatch(text):
        raise PydanticCustomError("not_a_whole_number", "not a whole number")
    return int(text)


def _rupiah(text: str) -> int:
    if not WHOLE.fullmatch(text):
        raise PydanticCustomError("not_rupiah", "not a whole number of rupiah")
    return int(text)


def _year(text: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", text) or not EARLIEST <= int(text) <= LATEST:
        raise PydanticCustomError("not_a_year", "not a year")
    return int(text)


def _yes_no(text: str) -> bool:
    meaning = {"ya": True, "true": True, "tidak": False, "false": False}.get(text.lower())
    if meaning is None:
        raise PydanticCustomError("not_yes_or_no", "neither yes nor no")
    return meaning


def _url(text: str) -> str:
    if len(text) > LONGEST_URL or not URL.fullmatch(text):
        raise PydanticCustomError("not_an_address", "not a full web address")
    return text


def _words(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise PydanticCustomError("blank", "nothing but spaces")
    return value


def _shape(pattern: str, error: str) -> BeforeValidator:
    compiled = re.compile(pattern)

    def check(value: object) -> object:
        if isinstance(value, str) and not compiled.fullmatch(value):
            raise PydanticCustomError(error, "another shape")
        return value

    return BeforeValidator(check)


Number = Annotated[
    Decimal,
    PlainValidator(_text_only(_number)),
    WithJsonSchema(written.number(PLAIN_NUMBER.pattern, THOUSANDS.pattern)),
]
"""A number written plainly (1250.5), kept exactly as it was written."""

Count = Annotated[
    int, PlainValidator(_text_only(_whole)), WithJsonSchema(written.whole(WHOLE.pattern))
]
"""A whole number, 0 or more."""

Rupiah = Annotated[
    int,
    PlainValidator(_text_only(_rupiah)),
    WithJsonSchema(written.whole(WHOLE.pattern, [154600000])),
]
"""An amount of money: whole rupiah, digits only."""

_YEAR = written.year(EARLIEST, LATEST)

Year = Annotated[
    int,
    PlainValidator(_text_only(_year)),
    WithJsonSchema(written.either(_YEAR, written.string(written.YEAR), examples=[2024])),
]
"""A year of four digits."""

YesNo = Annotated[bool, PlainValidator(_text_only(_yes_no)), WithJsonSchema(written.YES_NO)]
"""Yes or no: `true`/`ya`, `false`/`tidak`."""

Date = Annotated[
    PartialDate,
    PlainValidator(_text_only(parse_date)),
    WithJsonSchema(
        written.either(
            _YEAR, written.string(written.DATE), examples=["2024-11-06", "2024-11", 2024]
        )
    ),
]
"""A day, month or year: 2024-11-06, 2024-11, 2024."""

Time = Annotated[
    Period,
    PlainValidator(_text_only(_period)),
    WithJsonSchema(
        written.either(_YEAR, written.string(written.PERIOD), examples=[2024, "2021/2026"])
    ),
]
"""A date, or two with a slash between: 2024, 2021/2026, 2024-01/2024-06."""

Url = Annotated[
    str,
    PlainValidator(_text_only(_url)),
    WithJsonSchema(written.string(URL.pattern, maxLength=LONGEST_URL)),
]
"""A full web address, http or https."""

LONGEST_ID = 80

Id = Annotated[
    str,
    StringConstraints(pattern=ID, max_length=LONGEST_ID),
    WithJsonSchema(written.identity(ID, LONGEST_ID)),
]
"""An id: letters and digits in groups, joined by a dash, a dot or an underscore."""

Text = Annotated[str, Field(min_length=1), BeforeValidator(_words), WithJsonSchema(written.TEXT)]
"""Words: more than spaces."""

_REGION_CODE = r"[0-9]{2}\.[0-9]{2}"
_BPS_CODE = "[0-9]{4}"
_SUB_ACTIVITY = r"[0-9X]\.[0-9X]{2}\.[0-9]{2}\.[0-9]\.[0-9]{2}\.(?:[0-9]{2}|[0-9]{4})"
_SHA256 = "[0-9a-f]{64}"
_DOCX = r"[^/\\:\s.][^/\\:]*\.docx"
_RULE_CODE = "[A-Z]{3,8}[0-9]{3}"

RegionCode = Annotated[
    str,
    _shape(_REGION_CODE, "region_code"),
    WithJsonSchema(
        written.either(
            written.string(_REGION_CODE),
            {"type": "number", "minimum": 10, "maximum": 99.99},
            examples=["64.71"],
        )
    ),
]
"""A region code of Kemendagri: 64.71."""

BpsCode = Annotated[
    str,
    _shape(_BPS_CODE, "bps_code"),
    WithJsonSchema(
        written.either(
            written.string(_BPS_CODE),
            {"type": "integer", "minimum": 1000, "maximum": 9999},
            examples=["6471"],
        )
    ),
]
"""A region code of BPS: 6471."""

SubActivityCode = Annotated[
    str,
    _shape(_SUB_ACTIVITY, "sub_activity"),
    WithJsonSchema(written.string(_SUB_ACTIVITY, examples=["2.16.03.2.02.0035"])),
]
"""A sub-kegiatan code: 2.16.03.2.02.0035 (two or four digits at the end, by edition)."""

Sha256 = Annotated[str, _shape(_SHA256, "sha256"), WithJsonSchema(written.string(_SHA256))]
"""A SHA-256 digest, 64 hexadecimal digits."""

DocxName = Annotated[
    str, _shape(_DOCX, "docx_name"), WithJsonSchema(written.string(_DOCX, examples=["borang.docx"]))
]
"""The name of a file of Word in the same folder."""

RuleCode = Annotated[
    str,
    _shape(_RULE_CODE, "rule_code"),
    WithJsonSchema(written.string(_RULE_CODE, examples=["SCM305"])),
]
"""The code of a finding: SCM305."""
