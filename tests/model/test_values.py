"""Every kind of value takes its own way of writing, whole, and refuses all others by name."""

import calendar
import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from scmaster.model import values
from scmaster.model.values import PartialDate, Period

KINDS = {
    name: TypeAdapter(getattr(values, name))
    for name in (
        "Number",
        "Count",
        "Rupiah",
        "Year",
        "YesNo",
        "Date",
        "Time",
        "Url",
        "Id",
        "Text",
        "RegionCode",
        "BpsCode",
        "SubActivityCode",
        "Sha256",
        "RuleCode",
    )
}
OWN_ERRORS = set(
    re.findall(
        r"PydanticCustomError\(\"(\w+)\"|_shape\(\s*_\w+,\s*\"(\w+)\"",
        Path(values.__file__).read_text("utf-8"),
    )
)
NAMED = {name for pair in OWN_ERRORS for name in pair if name}
KNOWN = NAMED | {"string_pattern_mismatch", "string_too_long", "string_type"}


def read(kind, text):
    return KINDS[kind].validate_python(text)


def refusal(kind, value):
    """The error's type, or None where the value is taken."""
    try:
        KINDS[kind].validate_python(value)
    except ValidationError as error:
        (only,) = error.errors()
        return only["type"]
    return None


def test_the_error_types_of_the_source_were_found():
    assert {"not_a_number", "backward_period", "sub_activity", "not_text"} <= NAMED


TAKEN = [
    ("Number", "0", Decimal(0)),
    ("Number", "-3", Decimal(-3)),
    ("Number", "1250.5", Decimal("1250.5")),
    ("Number", "0.125", Decimal("0.125")),
    ("Number", "1000.125", Decimal("1000.125")),
    ("Number", "1.0", Decimal("1.0")),
    ("Number", "0.000000001", Decimal("0.000000001")),
    ("Number", "9" * 18, Decimal("9" * 18)),
    ("Count", "0", 0),
    ("Count", "112", 112),
    ("Rupiah", "154600000", 154600000),
    ("Rupiah", "0", 0),
    ("Year", "1900", 1900),
    ("Year", "2100", 2100),
    ("YesNo", "ya", True),
    ("YesNo", "Ya", True),
    ("YesNo", "true", True),
    ("YesNo", "tidak", False),
    ("YesNo", "FALSE", False),
    ("Date", "2024", PartialDate(2024)),
    ("Date", "2024-11", PartialDate(2024, 11)),
    ("Date", "2024-11-06", PartialDate(2024, 11, 6)),
    ("Date", "2024-02-29", PartialDate(2024, 2, 29)),
    ("Time", "2021/2026", Period(PartialDate(2021), PartialDate(2026))),
    ("Time", "2024-01/2024-06", Period(PartialDate(2024, 1), PartialDate(2024, 6))),
    ("Time", "2024", Period(PartialDate(2024), PartialDate(2024))),
    ("Time", "2024-06/2024", Period(PartialDate(2024, 6), PartialDate(2024))),
    ("Url", "https://jdih.balikpapan.go.id/x?y=1#z", "https://jdih.balikpapan.go.id/x?y=1#z"),
    ("Url", "http://a.id", "http://a.id"),
    ("Id", "prog-ntpd-112", "prog-ntpd-112"),
    ("Id", "BAS.01", "BAS.01"),
    ("Id", "a_b-c.d", "a_b-c.d"),
    ("Id", "a" * 80, "a" * 80),
    ("Text", "Wali Kota", "Wali Kota"),
    ("RegionCode", "64.71", "64.71"),
    ("BpsCode", "6471", "6471"),
    ("SubActivityCode", "2.16.03.2.02.0035", "2.16.03.2.02.0035"),
    ("SubActivityCode", "X.XX.01.2.02.01", "X.XX.01.2.02.01"),
    ("Sha256", "0123456789abcdef" * 4, "0123456789abcdef" * 4),
    ("RuleCode", "SCM305", "SCM305"),
]

REFUSED = [
    (
        "Number",
        "not_a_number",
        "27,5 1e3 0x10 1_000 .5 5. +1 ٣ nan inf --1 1.2.3 1/2 Rp1 007 00.5 1.234.567",
    ),
    ("Number", "not_a_number", [*"x-", "", " 1", "1 ", "1\n", "9" * 19, "0.1234567890"]),
    ("Number", "ambiguous_number", "1.000 12.500 -1.000"),
    ("Count", "not_a_whole_number", "-1 1.5 1,0 +1 ٣ 1e3 1_0 01 x 1.000"),
    ("Count", "not_a_whole_number", ["", " 1", "1\n", "9" * 19]),
    ("Rupiah", "not_rupiah", "1.000.000 Rp1000 -1 1,00 1.5 1e9 01"),
    ("Year", "not_a_year", "24 1899 2101 02024 2024.0 ٢٠٢٤"),
    ("Year", "not_a_year", ["", "2024 ", "2024\n"]),
    ("YesNo", "not_yes_or_no", "y yes no on 1 0 benar"),
    (
        "Date",
        "not_a_date",
        "31/12/2024 2024-1 2024-1-1 24-01-01 2024/01 1717113600 2024-01-01T00",
    ),
    ("Date", "not_a_date", ["6 November 2024", "", "2024-01-01\n", "2024-", "٢٠٢٤"]),
    ("Date", "no_such_day", "2024-02-30 2023-02-29 2024-13 2024-00 2024-01-00 1899 2101 0000"),
    ("Time", "not_a_period", "2024/ /2024 2024/2025/2026 2024-2025 2024//2025"),
    ("Time", "no_such_day", "2024/2024-02-30 2024-13/2025"),
    ("Time", "backward_period", "2026/2021 2024-06/2024-05 2024-01-02/2024-01-01"),
    (
        "Url",
        "not_an_address",
        "a.id www.a.id ftp://a.id https:// https://a http://@a.id",
    ),
    ("Url", "not_an_address", ["https://a.id/b c", "https://a.id\n", "https://a.id/" + "x" * 2000]),
    (
        "Id",
        "string_pattern_mismatch",
        ["", " ", "a b", "-a", "a-", "a--b", "é", "a/b", "a\n"],
    ),
    ("Id", "string_too_long", ["a" * 81]),
    ("Text", "blank", ["", " ", "\t", "\u00a0"]),
    ("RegionCode", "region_code", ["6471", "64.7", "64.710", "64.71\n", "", "٦٤.٧١"]),
    ("BpsCode", "bps_code", ["64.71", "647", "64710", "6471\n", ""]),
    ("SubActivityCode", "sub_activity", ["2.16.03", "2.16.03.2.02.035", "2.16.03.2.02.0035\n", ""]),
    ("Sha256", "sha256", ["0" * 63, "0" * 65, "G" * 64, "A" * 64, ""]),
    ("RuleCode", "rule_code", ["305", "SCM30", "SCM3055", "scm305", "SCM305\n", ""]),
]


@pytest.mark.parametrize(("kind", "text", "value"), TAKEN)
def test_taken(kind, text, value):
    made = read(kind, text)

    assert made == value
    assert type(made) is type(value)


@pytest.mark.parametrize(("kind", "error", "texts"), REFUSED)
def test_refused_by_its_name(kind, error, texts):
    every = texts.split() if isinstance(texts, str) else texts

    assert {text: refusal(kind, text) for text in every} == dict.fromkeys(every, error)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [None, [], ["1"], {}, {"a": "1"}, 1, 1.5, True, date.min])
def test_only_text_is_read(kind, value):
    """The reader gives text, lists and mappings; a number here would be a guess of YAML's."""
    assert refusal(kind, value) in {"not_text", "string_type"}


@pytest.mark.parametrize("kind", KINDS)
@given(text=st.text() | st.from_regex(r"[-+0-9./,eExXRp_ ]{0,25}", fullmatch=True))
def test_whatever_the_text_it_is_taken_or_refused_by_a_known_name(kind, text):
    assert refusal(kind, text) in KNOWN | {None}


# -- what is taken is kept to the letter ------------------------------------------------------

numbers = st.decimals(
    min_value=-(10**18) + 1, max_value=10**18 - 1, allow_nan=False, allow_infinity=False, places=9
) | st.integers(-(10**18) + 1, 10**18 - 1).map(Decimal)
canonical = numbers.map(lambda n: format(n, "f")).filter(
    lambda text: not values.THOUSANDS.fullmatch(text)
)


@given(text=canonical)
def test_a_number_round_trips(text):
    assert format(read("Number", text), "f") == text


@given(text=st.from_regex(r"-?[0-9]{1,20}(\.[0-9]{1,11})?", fullmatch=True))
def test_a_number_is_kept_to_the_letter_or_refused(text):
    if refusal("Number", text) is None:
        assert format(read("Number", text), "f") == text


@pytest.mark.parametrize("kind", ["Count", "Rupiah"])
@given(number=st.integers(0, 10**18 - 1))
def test_a_whole_number_round_trips(kind, number):
    assert read(kind, str(number)) == number


@pytest.mark.parametrize("kind", ["Count", "Rupiah", "Year"])
@given(text=st.from_regex(r"[0-9]{1,20}", fullmatch=True))
def test_a_whole_number_is_kept_to_the_letter_or_refused(kind, text):
    if refusal(kind, text) is None:
        assert str(read(kind, text)) == text


@pytest.mark.parametrize("kind", ["Id", "Url", "RegionCode", "BpsCode", "SubActivityCode"])
@given(data=st.data())
def test_an_id_a_code_an_address_is_kept_to_the_letter(kind, data):
    shapes = {
        "Id": r"[A-Za-z0-9]{1,20}([._-][A-Za-z0-9]{1,9}){0,5}",
        "Url": r"https?://[a-z0-9-]{1,20}\.[a-z]{2,6}(/[!-.0-\[\]-~]{0,30})?",
        "RegionCode": r"[0-9]{2}\.[0-9]{2}",
        "BpsCode": r"[0-9]{4}",
        "SubActivityCode": r"[0-9X]\.[0-9X]{2}\.[0-9]{2}\.[0-9]\.[0-9]{2}\.([0-9]{2}|[0-9]{4})",
    }
    text = data.draw(st.from_regex(shapes[kind], fullmatch=True).filter(lambda t: t.isascii()))

    assert read(kind, text) == text


# -- dates and periods ------------------------------------------------------------------------

days = st.dates(date(values.EARLIEST, 1, 1), date(values.LATEST, 12, 31))
partial = st.builds(
    lambda day, precision: PartialDate(*(day.year, day.month, day.day)[:precision]),
    days,
    st.integers(1, 3),
)
periods = st.tuples(partial, partial).filter(lambda two: two[0].first <= two[1].last)
periods = periods.map(lambda two: Period(*two))


@given(made=partial)
def test_a_date_round_trips(made):
    assert read("Date", str(made)) == made


@given(made=periods)
def test_a_period_round_trips(made):
    assert read("Time", str(made)) == made


@given(made=partial)
def test_a_date_begins_before_it_ends(made):
    assert made.first <= made.last
    assert (made.first == made.last) == (made.day is not None)
    assert made.first.year == made.last.year == made.year


@given(year=st.integers(values.EARLIEST, values.LATEST), month=st.integers(1, 12))
def test_a_month_ends_on_its_last_day(year, month):
    last = PartialDate(year, month).last

    assert last.day == calendar.monthrange(year, month)[1]
    assert (last + timedelta(1)).day == 1


@given(start=partial, end=partial)
def test_a_period_that_ends_before_it_begins_is_refused(start, end):
    backward = end.last < start.first

    assert refusal("Time", f"{start}/{end}") == ("backward_period" if backward else None)


def shares_a_day(one, other):
    """Say the same in the slow way: walk one of them day by day."""
    day = one.first
    while day <= one.last:
        if other.first <= day <= other.last:
            return True
        day += timedelta(1)
    return False


short = st.builds(
    lambda day, long: Period(
        PartialDate(day.year, day.month, day.day),
        PartialDate(*(day + timedelta(long)).timetuple()[:3]),
    ),
    st.dates(date(2023, 11, 1), date(2024, 4, 1)),
    st.integers(0, 40),
)
near = st.sampled_from(
    [PartialDate(2023), PartialDate(2024), PartialDate(2024, 2), PartialDate(2024, 2, 29)]
)


@given(one=short, other=short | near)
def test_periods_overlap_if_and_only_if_they_share_a_day(one, other):
    assert one.overlaps(other) == shares_a_day(one, other)


@given(one=short, other=short)
def test_overlapping_is_mutual(one, other):
    assert one.overlaps(other) == other.overlaps(one)
