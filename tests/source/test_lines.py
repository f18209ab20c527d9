"""The line under a diagnostic: cut to what fits, and never a diagnostic of its own."""

import pytest

from scmaster.source import lines


@pytest.mark.parametrize(
    ("data", "line", "column", "shown"),
    [
        (b"a: 1\r\nb: 2\r\n", 2, 4, ("b: 2", 4)),
        (b"\xef\xbb\xbfa: 1", 1, 1, ("a: 1", 1)),
        (b"a\rb", 2, 1, ("b", 1)),
        (b"\ta: 1", 1, 2, (" a: 1", 2)),
        (b"a: \x1b[2J", 1, 4, ("a: \ufffd[2J", 4)),
        (b"a: \xff", 1, 4, ("a: \ufffd", 4)),
        (b"a", 1, 99, ("a", 2)),
        (b"a", 0, 1, ("", 1)),
        (b"a", 2, 1, ("", 1)),
    ],
)
def test_source_line(data, line, column, shown, tmp_path):
    (tmp_path / "a.yaml").write_bytes(data)

    assert lines.source_line(data, line, column) == shown
    assert lines.source_line(tmp_path / "a.yaml", line, column) == shown


@pytest.mark.parametrize("column", [1, 80, 81, 500, 921, 1000, 1001])
def test_a_long_line_is_cut_around_the_column(column):
    text = "".join(chr(0x4E00 + n) for n in range(1000))

    shown, at = lines.source_line(text.encode(), 1, column)

    assert len(shown) <= lines.LONGEST + 2
    assert shown[at - 1 : at] == text[column - 1 : column]


def test_what_cannot_be_read_shows_nothing(tmp_path):
    assert lines.source_line(tmp_path, 1) == ("", 1)
    assert lines.source_line(tmp_path / "gone.yaml", 1) == ("", 1)
