"""What a person at a terminal sees: the place, the line, a caret below it, what to do."""

import re
from dataclasses import replace

import pytest
from findings import FINDINGS, LONG, URL, lines
from hypothesis import given
from hypothesis import strategies as st

from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.report import text
from scmaster.report.text import Look

WIDTHS = [60, 80, 120]


def test_every_shape_of_finding_at_width_80(golden):
    golden("report/text.txt", text.report(FINDINGS, lines, Look(80)) + "\n")


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(width):
    """But an address and a file's name, which could not be opened if they were cut."""
    for line in text.report(FINDINGS, lines, Look(width)).splitlines():
        if URL not in line and not re.search(r"\.yaml(:\d+:\d+: |  )", line):
            assert len(line) <= width


def carets(found, width=80, within=lines):
    """Return what stands above the carets of a finding, and whether it was cut."""
    written = text.report([found], within, Look(width)).splitlines()
    index, below = next((i, row) for i, row in enumerate(written) if row.strip("| ^") == "")
    start, end = below.index("^"), below.rindex("^") + 1
    return written[index - 1][start:end], written[index - 1]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_caret_stands_below_the_word_wherever_the_line_is_cut(width):
    for word in re.finditer(r"\S+", LONG):
        found = Diagnostic(
            "SCM301", Severity.NOTE, Span("f", 1, word.start() + 1, len(word[0])), "a"
        )
        above, shown = carets(found, width, lambda span: (LONG, span.column))

        assert above == word[0]
        assert len(shown) <= width
        assert shown.endswith(("…", LONG[-3:]))


def test_a_cut_is_marked_where_it_is_and_nowhere_else():
    def shown(column):
        found = Diagnostic("SCM301", Severity.NOTE, Span("f", 1, column), "a")
        return carets(found, 80, lambda span: (LONG, span.column))[1].partition("| ")[2]

    assert (shown(1)[0], shown(1)[-1]) == (" ", "…")
    assert (shown(200)[0], shown(200)[-1]) == ("…", "…")
    assert (shown(len(LONG))[0], shown(len(LONG))[-5:]) == ("…", "akhir")


@given(
    line=st.text(
        st.characters(codec="ascii", categories=["L", "N", "Zs"]), min_size=1, max_size=300
    ),
    column=st.integers(1, 301),
    wide=st.integers(1, 400),
    width=st.integers(60, 120),
)
def test_whatever_the_line_the_excerpt_fits_and_has_a_caret(line, column, wide, width):
    found = Diagnostic("SCM301", Severity.NOTE, Span("f", 1, min(column, len(line) + 1), wide), "a")
    written = text.report([found], lambda span: (line, span.column), Look(width)).splitlines()

    assert all(len(row) <= width for row in written)
    assert any("^" in row for row in written) == bool(line.strip())


def test_no_colour_unless_asked_and_the_same_words_with_it():
    plain = text.report(FINDINGS, lines, Look(80))
    coloured = text.report(FINDINGS, lines, Look(80, colour=True))

    assert "\x1b" not in plain
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_nothing_found():
    assert text.report([], lines, Look()) == "Tidak ada temuan."


def test_one_file_is_not_listed_again_in_the_summary():
    only = text.report(FINDINGS[:2], lines, Look()).splitlines()[-1]

    assert only == "Ringkasan: 1 galat, 1 peringatan, 0 catatan di 1 berkas."


def test_a_file_with_a_very_long_name_leaves_the_table_in_shape():
    far = [
        replace(d, span=d.span._replace(file="x/" * n + "y"))
        for d, n in zip(FINDINGS, (90, 1), strict=False)
    ]
    rows = text.summary(far, Look(80)).splitlines()[1:]

    assert len(rows) == 2
    assert rows[1].index("0 galat") < 50


def test_the_line_is_read_from_the_file_itself(tmp_path):
    path = tmp_path / "a b.yaml"
    path.write_text("satu: 1\ndua:\t2\n", "utf-8")
    read = text.lines_of_files()

    assert read(Span(str(path), 2, 6)) == ("dua: 2", 6)
    path.write_text("lain\n", "utf-8")
    assert read(Span(str(path), 1, 1)) == ("satu: 1", 1), "each file is read once"
    assert read(Span(str(tmp_path / "hilang.yaml"), 1, 1))[0] == ""
    assert read(Span(str(tmp_path), 1, 1))[0] == ""


def test_a_sheet_keeps_its_two_columns():
    rows = [("Kode", "1"), ("Pertanyaan", "kata " * 40)]
    written = text.sheet("BAS.01", rows, 60).splitlines()

    assert written[:2] == ["BAS.01", "  Kode        1"]
    assert all(line.startswith(("  Pertanyaan  kata", " " * 14 + "kata")) for line in written[2:])
    assert max(map(len, written)) <= 60


def test_what_is_private_is_not_shown_again():
    secret = Diagnostic("SCM702", Severity.ERROR, Span("k.yaml", 1, 1), "memuat nomor telepon")
    plain = Diagnostic("SCM407", Severity.ERROR, Span("k.yaml", 1, 1), "hari tidak cocok")

    def shown(diagnostic):
        return text.report([diagnostic], lambda _: ("note: 0812 3456 7890", 1), text.Look())

    assert "0812" not in shown(secret)
    assert "0812" in shown(plain)
