"""A row of a workbook is high enough for its words, and Excel takes it."""

import pytest

from scmaster.render.row_height import height

ONE = height([("satu", 10)])


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        ([("", 8)], 1),
        ([("satu\ndua", 30)], 2),
        ([("a" * 24, 10)], 3),
        ([("satu", 30), ("a" * 50, 10)], 5),
        ([("satu\n" + "a" * 24, 10)], 4),
    ],
)
def test_there_is_room_for_every_line(cells, lines):
    assert height(cells) - ONE == (lines - 1) * (height([("a\nb", 10)]) - ONE)


def test_no_row_is_higher_than_excel_takes():
    assert height([("kata " * 5000, 8)]) <= 409


def test_a_row_may_have_room_for_what_is_yet_to_be_written():
    assert height([("", 10)], least=3) == height([("a\nb\nc", 10)])
