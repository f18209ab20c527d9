"""As many rows as a page holds: every kind its share, and what is left out is counted."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scmaster.passages.cells import Link, Missing
from scmaster.passages.one_page import REST, TITLE, Group, fitted, height

WIDTHS = (10, 10)


def named(*counts):
    return [Group(f"g{n}", [(f"{n}-{k}", "x") for k in range(c)]) for n, c in enumerate(counts)]


def test_what_fits_stands_whole_below_its_names():
    assert fitted(named(2, 1), WIDTHS, 40) == [
        ("g0",),
        ("0-0", "x"),
        ("0-1", "x"),
        ("g1",),
        ("1-0", "x"),
    ]


def test_a_long_group_does_not_crowd_out_a_short_one():
    rows = fitted(named(90, 3), WIDTHS, 20)

    assert ("1-2", "x") in rows
    assert sum(1 for row in rows if row[0].startswith("0-")) > 3


def test_what_is_left_out_is_counted():
    rows = fitted(named(90), WIDTHS, 10)
    shown = sum(1 for row in rows if row[0].startswith("0-"))

    assert rows[-1] == (f"dan {90 - shown} lagi dalam data kota", "")


def test_every_group_shows_its_first_row_though_there_is_no_room():
    rows = fitted(named(5, 5), WIDTHS, 1)

    assert [row[0] for row in rows] == [
        "g0",
        "0-0",
        "dan 4 lagi dalam data kota",
        "g1",
        "1-0",
        "dan 4 lagi dalam data kota",
    ]


def test_a_row_is_as_high_as_its_highest_cell():
    assert height(("kata", "kata"), WIDTHS) == 3
    assert height(("kata kata kata", "kata"), WIDTHS) == 5
    assert height((["satu", Missing("dua"), Link("tiga", "https://a.id")], ""), WIDTHS) == 7


@settings(max_examples=60, deadline=None)
@given(
    counts=st.lists(st.integers(0, 30), min_size=1, max_size=6),
    words=st.text(alphabet="ab ", max_size=60),
    lines=st.integers(1, 80),
)
def test_nothing_is_lost_and_a_page_is_not_overfilled(counts, words, lines):
    groups = [Group(f"g{n}", [(words, "x")] * count) for n, count in enumerate(counts)]
    rows = fitted(groups, WIDTHS, lines)
    titles = [row for row in rows if len(row) == 1]
    left = [int(row[0].split()[1]) for row in rows if str(row[0]).startswith("dan ")]
    body = [row for row in rows if row == (words, "x")]
    used = TITLE * len(titles) + sum(map(height, body, [WIDTHS] * len(body))) + REST * len(left)
    least = sum(TITLE + (height((words, "x"), WIDTHS) if c else 0) for c in counts)
    least += REST * sum(1 for c in counts if c > 1)

    assert len(titles) == len(counts)
    assert len(body) + sum(left) == sum(counts)
    assert used <= max(2 * lines, least)
