"""Numbers, money and dates come out as Indonesians write them, to the last digit."""

import locale
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scmaster import indonesian


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        ("0", None, "0"),
        ("1234.5", None, "1.234,5"),
        ("1234.50", None, "1.234,50"),
        ("1000", None, "1.000"),
        ("-1000", None, "-1.000"),
        ("0.125", None, "0,125"),
        ("1234567.891", 2, "1.234.567,89"),
        ("2.5", 0, "3"),
        ("3.5", 0, "4"),
        ("-2.5", 0, "-3"),
        ("2.675", 2, "2,68"),
        ("3.4", 2, "3,40"),
        ("0.005", 2, "0,01"),
        ("-0.4", 0, "0"),
        ("1E+3", None, "1.000"),
    ],
)
def test_a_number(value, decimals, written):
    assert indonesian.number(Decimal(value), decimals) == written


numbers = st.decimals(
    min_value=-(10**18), max_value=10**18, allow_nan=False, allow_infinity=False, places=9
)


@given(value=numbers)
def test_no_digit_is_lost(value):
    written = indonesian.number(value)

    assert Decimal(written.replace(".", "").replace(",", ".")) == value


@given(value=numbers, decimals=st.integers(0, 4))
def test_rounding_moves_a_number_by_half_a_step_at_most_and_half_goes_away_from_zero(
    value, decimals
):
    rounded = indonesian.half_up(value, decimals)
    step = Decimal(1).scaleb(-decimals)

    assert abs(rounded - value) * 2 <= step
    if abs(rounded - value) * 2 == step:
        assert abs(rounded) > abs(value)


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "Rp0,00"), (154600000, "Rp154.600.000,00"), (10**18 - 1, "Rp999.999.999.999.999.999,00")],
)
def test_rupiah(value, written):
    assert indonesian.rupiah(value) == written


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [
        (3, 8, "37,5%"),
        (1, 3, "33,3%"),
        (2, 3, "66,7%"),
        (0, 5, "0,0%"),
        (5, 5, "100,0%"),
        (0, 0, "–"),
    ],
)
def test_a_share(part, whole, written):
    assert indonesian.percent(part, whole) == written


def test_dates():
    assert indonesian.day(date(2024, 11, 6)) == "6 November 2024"
    assert indonesian.partial_date(2024, 11, 6) == "6 November 2024"
    assert indonesian.partial_date(2024, 11, None) == "November 2024"
    assert indonesian.partial_date(2024, None, None) == "2024"
    assert indonesian.WEEKDAYS[date(2024, 11, 6).weekday()] == "Rabu"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a dan b"),
        (["a", "b", "c"], "a, b, dan c"),
        (list("abcd"), "a, b, dan 2 lagi"),
    ],
)
def test_a_list(words, written):
    assert indonesian.listing(words, most=2 if len(words) > 3 else 12) == written


def test_the_locale_of_the_process_does_not_show():
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "C")
        assert indonesian.number(Decimal("1234.5")) == "1.234,5"
    finally:
        locale.setlocale(locale.LC_ALL, before)
