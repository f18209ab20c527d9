"""What people type into cells, and the text that YAML has for it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scmaster.exchange.refusing import UnclearError
from scmaster.exchange.typed import typed
from scmaster.exchange.workbook import Cell, CellKind
from scmaster.indonesian import MONTHS, day, number, rupiah
from scmaster.model.values import _number, _period, parse_date
from scmaster.requests.form import Column, Kind
from scmaster.requests.showing import shown

CHOICES = (("in_progress", "Sedang ditindaklanjuti"), ("open", "Belum ditindaklanjuti"))


def read(text, kind):
    return typed(Cell(7, 5, CellKind.TEXT, text), kind, CHOICES)


def refused(text, kind):
    with pytest.raises(UnclearError) as fault:
        read(text, kind)
    return fault.value


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (Kind.NUMBER, "1.234,5", "1234.5"),
        (Kind.NUMBER, "27,5", "27.5"),
        (Kind.NUMBER, " 27,5\xa0", "27.5"),
        (Kind.NUMBER, "12.5", "12.5"),
        (Kind.NUMBER, "1.234.567", "1234567"),
        (Kind.NUMBER, "1,234,567.8", "1234567.8"),
        (Kind.NUMBER, "1 234,5", "1234.5"),
        (Kind.NUMBER, "-3,20", "-3.2"),
        (Kind.NUMBER, "\u22124", "-4"),
        (Kind.NUMBER, "１２,５", "12.5"),
        (Kind.NUMBER, "0,125", "0.125"),
        (Kind.NUMBER, "1,2340", "1.2340"),
        (Kind.NUMBER, "-0", "0"),
        (Kind.NUMBER, "27,5%", "27.5"),
        (Kind.PERCENT, "27,5 persen", "27.5"),
        (Kind.PERCENT, "100 %", "100"),
        (Kind.WHOLE, "1.234", "1234"),
        (Kind.WHOLE, "12,0", "12"),
        (Kind.RUPIAH, "Rp1.500.000,00", "1500000"),
        (Kind.RUPIAH, "Rp 1.500.000,-", "1500000"),
        (Kind.RUPIAH, "Rp. 1.500.000", "1500000"),
        (Kind.RUPIAH, "IDR 5000", "5000"),
        (Kind.RUPIAH, "1,5 miliar", "1500000000"),
        (Kind.RUPIAH, "2 juta rupiah", "2000000"),
        (Kind.YEAR, "tahun 2024", "2024"),
        (Kind.DATE, "6 November 2024", "2024-11-06"),
        (Kind.DATE, "06/11/2024", "2024-11-06"),
        (Kind.DATE, "6-11-2024", "2024-11-06"),
        (Kind.DATE, "6.11.2024", "2024-11-06"),
        (Kind.DATE, "Rabu, 6 Nopember 2024", "2024-11-06"),
        (Kind.DATE, "Jum\u2019at, 1 Maret 2024", "2024-03-01"),
        (Kind.DATE, "Nov 2024", "2024-11"),
        (Kind.DATE, "6 May 2024", "2024-05-06"),
        (Kind.DATE, "11/2024", "2024-11"),
        (Kind.DATE, "2024", "2024"),
        (Kind.DATE, "2024-11-06 00:00:00", "2024-11-06"),
        (Kind.PERIOD, "2021-2026", "2021/2026"),
        (Kind.PERIOD, "2021 s.d. 2026", "2021/2026"),
        (Kind.PERIOD, "Januari–Juni 2024", "2024-01/2024-06"),
        (Kind.PERIOD, "Januari-Juni 2024", "2024-01/2024-06"),
        (Kind.PERIOD, "6-8 November 2024", "2024-11-06/2024-11-08"),
        (
            Kind.PERIOD,
            "1 Januari 2024 sampai dengan 30 Juni 2024",
            "2024-01-01/2024-06-30",
        ),
        (Kind.PERIOD, "semester I 2024", "2024-01/2024-06"),
        (Kind.PERIOD, "Triwulan III Tahun 2024", "2024-07/2024-09"),
        (Kind.PERIOD, "2024-01/2024-06", "2024-01/2024-06"),
        (Kind.CHOICE, " sedang  DITINDAKLANJUTI", "in_progress"),
        (Kind.CHOICE, "in_progress", "in_progress"),
        (Kind.YES_NO, "Ya ", "ya"),
        (Kind.YES_NO, "TIDAK", "tidak"),
        (Kind.URL, " https://contoh.go.id/a?b=1 ", "https://contoh.go.id/a?b=1"),
        (Kind.TEXT, "dua\u200b  kata\nsebaris", "dua kata sebaris"),
        (Kind.LONG, "baris satu \r\nbaris  dua\n\n\n alinea", "baris satu\nbaris dua\n\nalinea"),
        (Kind.TEXT, "   ", ""),
    ],
)
def test_what_people_type_is_understood(kind, text, expected):
    assert read(text, kind) == expected


@pytest.mark.parametrize(
    ("kind", "text", "code", "word"),
    [
        (Kind.NUMBER, "1.234", "SCM906", "1234 atau 1,234"),
        (Kind.NUMBER, "1,234", "SCM906", "1234 atau 1,234"),
        (Kind.NUMBER, "kira-kira 5", "SCM906", "bukan angka"),
        (Kind.NUMBER, "1e5", "SCM906", "bukan angka"),
        (Kind.NUMBER, "1.23.4", "SCM906", "bukan angka"),
        (Kind.NUMBER, "9" * 30, "SCM906", "terlalu panjang"),
        (Kind.WHOLE, "1,234", "SCM906", "bukan bilangan bulat"),
        (Kind.WHOLE, "12,5", "SCM906", "bukan bilangan bulat"),
        (Kind.WHOLE, "-3", "SCM906", "bukan bilangan bulat"),
        (Kind.RUPIAH, "Rp1,5 M", "SCM906", "bukan nilai rupiah"),
        (Kind.RUPIAH, "1.234 juta", "SCM906", "1234 atau 1,234"),
        (Kind.YEAR, "24", "SCM907", "bukan tahun"),
        (Kind.DATE, "11/25/2024", "SCM907", "memuat bulan ke-25"),
        (Kind.DATE, "6-11-24", "SCM907", "bukan tanggal"),
        (Kind.DATE, "31 Februari 2024", "SCM907", "bukan tanggal"),
        (Kind.DATE, "akhir tahun", "SCM907", "bukan tanggal"),
        (Kind.PERIOD, "2026-2021", "SCM907", "bukan periode"),
        (Kind.PERIOD, "semester III 2024", "SCM907", "bukan periode"),
        (Kind.CHOICE, "entah", "SCM908", "tidak ada di daftar"),
        (Kind.YES_NO, "mungkin", "SCM908", "bukan ya atau tidak"),
        (Kind.URL, "contoh.go.id", "SCM909", "bukan tautan lengkap"),
        (Kind.TEXT, "poin \uf0b7 satu", "SCM909", "U+F0B7"),
    ],
)
def test_what_is_unclear_is_refused_with_a_reason(kind, text, code, word):
    fault = refused(text, kind)
    assert (fault.code, word in fault.message) == (code, True), fault.message


@pytest.mark.parametrize(
    ("kind", "cell", "expected"),
    [
        (Kind.PERCENT, Cell(1, 1, CellKind.NUMBER, "0.275", percent=True), "27.5"),
        (Kind.NUMBER, Cell(1, 1, CellKind.NUMBER, "0.07", percent=True), "7"),
        (Kind.PERCENT, Cell(1, 1, CellKind.NUMBER, "27.5"), "27.5"),
        (Kind.NUMBER, Cell(1, 1, CellKind.NUMBER, "1.234"), "1.2340"),
        (Kind.RUPIAH, Cell(1, 1, CellKind.NUMBER, "1500000"), "1500000"),
        (Kind.YEAR, Cell(1, 1, CellKind.NUMBER, "2024"), "2024"),
        (Kind.DATE, Cell(1, 1, CellKind.NUMBER, "2024"), "2024"),
        (Kind.DATE, Cell(1, 1, CellKind.DATE, "2024-11-06"), "2024-11-06"),
        (Kind.DATE, Cell(1, 1, CellKind.DATE, "2024-11-06T08:00:00"), "2024-11-06"),
        (Kind.PERIOD, Cell(1, 1, CellKind.DATE, "2024-11-06"), "2024-11-06"),
        (Kind.YES_NO, Cell(1, 1, CellKind.BOOL, "true"), "ya"),
        (Kind.TEXT, Cell(1, 1, CellKind.NUMBER, "12"), "12"),
        (Kind.TEXT, Cell(1, 1, CellKind.NUMBER, "2.5"), "2,5"),
        (Kind.LONG, Cell(1, 1, CellKind.NUMBER, "0.275", percent=True), "27,5%"),
        (Kind.CHOICE, Cell(1, 1, CellKind.TEXT, "open"), "open"),
    ],
)
def test_cells_that_are_no_text_are_understood(kind, cell, expected):
    assert typed(cell, kind, CHOICES) == expected


@pytest.mark.parametrize(
    ("kind", "cell", "word"),
    [
        (Kind.DATE, Cell(1, 1, CellKind.DATE, "1905-07-16"), "tahun 2024"),
        (Kind.DATE, Cell(1, 1, CellKind.NUMBER, "45602"), "bukan tanggal"),
        (Kind.NUMBER, Cell(1, 1, CellKind.DATE, "2024-05-27"), "berisi tanggal"),
        (Kind.TEXT, Cell(1, 1, CellKind.DATE, "2026-04-03"), "bukan teks"),
        (Kind.DATE, Cell(1, 1, CellKind.TIME, "08:00:00"), "bukan tanggal"),
        (Kind.WHOLE, Cell(1, 1, CellKind.NUMBER, "2.5"), "bukan bilangan bulat"),
        (Kind.NUMBER, Cell(1, 1, CellKind.NUMBER, "3", formula=True), "rumus"),
        (Kind.NUMBER, Cell(1, 1, CellKind.NOTHING, ""), "galat"),
    ],
)
def test_cells_that_mean_nothing_there_are_refused(kind, cell, word):
    with pytest.raises(UnclearError, match=word):
        typed(cell, kind)


decimals = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=2)
dates = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(decimals)
def test_a_number_as_documents_write_it_is_read_back(value):
    assert Decimal(read(number(value, 2), Kind.NUMBER)) == value


@given(st.decimals(-2000, 2000, places=3))
def test_a_number_of_a_cell_is_one_that_yaml_takes(value):
    cell = Cell(1, 1, CellKind.NUMBER, f"{value.normalize():f}")
    assert _number(typed(cell, Kind.NUMBER)) == value


@given(st.integers(0, 10**15))
def test_rupiah_as_documents_write_it_is_read_back(value):
    assert read(rupiah(value), Kind.RUPIAH) == str(value)


@given(dates)
def test_a_day_is_read_back_however_it_is_written(value):
    month = MONTHS[value.month - 1]
    for text in (
        day(value),
        f"{value.day:02}/{value.month:02}/{value.year}",
        f"{value.day}-{value.month}-{value.year}",
        f"{value.day} {month[:3].upper()} {value.year}",
        value.isoformat(),
    ):
        assert read(text, Kind.DATE) == value.isoformat()


@given(dates, dates)
def test_a_period_is_read_back_as_the_form_shows_it(one, other):
    start, end = sorted((one, other))
    told = f"{start.isoformat()}/{end.isoformat()}" if start != end else start.isoformat()
    column = Column("as_of", "Keadaan per", Kind.PERIOD)
    assert read(shown(column, told), Kind.PERIOD) == told


@given(st.sampled_from(list(Kind)), st.text(max_size=40))
def test_whatever_is_typed_is_a_value_of_its_kind_or_unclear(kind, text):
    try:
        made = read(text, kind)
    except UnclearError as fault:
        made, told = "", fault
        assert told.message
    if made and kind in {Kind.NUMBER, Kind.PERCENT}:
        assert _number(made) is not None
    if made and kind is Kind.DATE:
        assert str(parse_date(made)) == made
    if made and kind is Kind.PERIOD:
        assert str(_period(made))


@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.WHOLE, Kind.RUPIAH, Kind.TEXT])
@pytest.mark.parametrize("number", ["1e300", "-1.7976931348623157e308", "123456789012345678901"])
@pytest.mark.parametrize("percent", [False, True])
def test_a_cell_may_hold_a_number_beyond_all_bounds(kind, number, percent):
    cell = Cell(7, 5, CellKind.NUMBER, number, percent=percent)

    with pytest.raises(UnclearError, match=r"terlalu panjang|bukan"):
        typed(cell, kind)


@pytest.mark.parametrize(
    ("text", "writing", "expected"),
    [
        ("1.234", "id", "1234"),
        ("1,234", "id", "1.2340"),
        ("1.234", "en", "1.2340"),
        ("1,234", "en", "1234"),
        ("-12.500", "id", "-12500"),
        ("1.234 persen", "id", "1234"),
        ("27,5", "en", "27.5"),
        ("1.234,5", "en", "1234.5"),
    ],
)
def test_what_may_be_two_things_is_what_the_workspace_says(text, writing, expected):
    cell = Cell(7, 5, CellKind.TEXT, text)

    assert typed(cell, Kind.NUMBER, (), writing) == expected
