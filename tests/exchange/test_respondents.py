"""Answers of a survey out of spreadsheets as they come: figures are taken, persons are not."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scmaster import pipeline
from scmaster.assess.statements import by_sub_pillar, statement
from scmaster.exchange import respondents
from scmaster.exchange.suspect_answers import distributions, doubts
from scmaster.exchange.workbook import Cell, CellKind, Sheet, Workbook

KNOWN = by_sub_pillar(pipeline.frameworks(None)[0].instruments["komdigi-2023-kppn-ikn"])
SERVICE, POLICY, TOURISM = (KNOWN[name] for name in ("gov-service", "gov-policy", "bra-tourism"))
TITLES = ["Pernyataan 1", "Pernyataan 2", "Pernyataan 3"]
PRIVATE = ["Budi Rahasia", "0812-3456-789", "6471011234560001", "budi@contoh.id", "Jl. Melati 5"]


def book(*rows, title="Rekap", state="visible"):
    """A workbook of one sheet; numbers stay numbers, None is an empty cell."""
    cells = {
        (r, c): cell(r, c, value)
        for r, row in enumerate(rows, start=1)
        for c, value in enumerate(row, start=1)
        if value is not None
    }
    return Workbook("rekap.xlsx", (Sheet(title, cells, state),))


def cell(row, column, value):
    kind = CellKind.TEXT if isinstance(value, str) else CellKind.NUMBER
    return Cell(row, column, kind, str(value))


def read(made, columns="", sub_pillar="gov-service"):
    return respondents.read(made, sub_pillar, 3, KNOWN, columns)


def taken(made, columns=""):
    answers, found = read(made, columns)
    assert answers is not None, found
    return list(answers.rows.values())


@pytest.mark.parametrize(
    "titles",
    [
        TITLES,
        ["1", "2", "3"],
        ["P1", "P2", "P3"],
        ["Skor Pernyataan 1", "Skor Pernyataan 2", "Skor Pernyataan 3"],
        ["Q1. Apa saja", "Q2. Yang lain", "Q3. Entah"],
        [question.id for question in SERVICE],
        [statement(question) for question in SERVICE],
        [f"{n}. {statement(q)}" for n, q in enumerate(SERVICE, start=1)],
        [f"Pernyataan {n}: {statement(q)}" for n, q in enumerate(SERVICE, start=1)],
        [f"Layanan perizinan [{statement(question)}]" for question in SERVICE],
        [statement(q).upper().replace("LAYANAN PUBLIK", "Layanan  publik") for q in SERVICE],
        [question.text for question in SERVICE],
    ],
)
def test_the_columns_are_known_by_what_stands_above_them(titles):
    assert taken(book(["Timestamp", *titles, "Saran"], ["x", 4, 3, 2, "ya"])) == [(4, 3, 2)]


def test_columns_in_another_order_keep_their_statements():
    titles = [statement(question) for question in SERVICE]

    assert taken(book(titles[::-1], [0, 1, 2])) == [(2, 1, 0)]


@pytest.mark.parametrize(
    "titles",
    [
        ["1. Nama", "2. NIK", "3. Usia"],
        ["Pernyataan 1", "Pernyataan 2"],
        ["Pernyataan 1", "Pernyataan 2", "Pernyataan 3", "Pernyataan 4"],
        ["Pernyataan 1", "Pernyataan 2", "Pernyataan 3", "Pernyataan 3"],
        [statement(question) for question in SERVICE[:2]],
        [statement(question) for question in POLICY],
        ["Usia", "Pekerjaan", "Jenis kelamin"],
    ],
)
def test_what_is_not_certain_is_asked_for(titles):
    answers, found = read(book(titles, [1] * len(titles)))

    assert answers is None
    assert [(d.code, d.hint) for d in found] == [
        ("SCM920", "sebut kolomnya menurut urutan pernyataan, misalnya --columns D,E,F")
    ]


@pytest.mark.parametrize("columns", ["C,B,D", " c , b , d ", "dua,Satu,TIGA"])
def test_columns_can_be_named(columns):
    assert taken(book(["Siapa", "satu", "dua", "tiga"], ["A", 1, 2, 3]), columns) == [(2, 1, 3)]


def test_named_columns_of_a_file_without_headers_begin_in_the_first_row():
    assert taken(book([PRIVATE[0], 1, 2, 3], ["B", 4, 4, 4]), "B,C,D") == [(1, 2, 3), (4, 4, 4)]


@pytest.mark.parametrize("columns", ["B,C", "B,C,C", "B,C,Z", "satu,dua,empat", ",,", "B;C;D"])
def test_columns_that_are_not_there_are_an_error(columns):
    assert read(book(["Siapa", "satu", "dua", "tiga"], ["A", 1, 2, 3]), columns)[0] is None


def test_a_sheet_that_nobody_sees_is_not_looked_at():
    assert read(book(TITLES, [1, 2, 3], state="hidden"))[0] is None


def test_two_sheets_with_answers_are_one_too_many():
    one, other = (book(TITLES, [1, 2, 3], title=name).sheets[0] for name in ("Kota", "Kecamatan"))
    answers, found = read(Workbook("rekap.xlsx", (one, other)))

    assert answers is None
    assert "Kota, Kecamatan" in found[0].message


@pytest.mark.parametrize(
    ("value", "choice"),
    [
        (0, 0),
        (4, 4),
        ("3", 3),
        (" 2 ", 2),
        ("4,0", 4),
        ("4 - Sangat setuju", 4),
        ("1 (tidak setuju)", 1),
        ("0. Tidak tahu", 0),
    ],
)
def test_a_choice_may_carry_its_meaning(value, choice):
    assert taken(book(TITLES, [value, 1, 1])) == [(choice, 1, 1)]


@pytest.mark.parametrize(
    "value", [5, -1, 3.5, "3,5", "lima", "Sangat setuju", "4 dari 5", "44", "²", *PRIVATE]
)
def test_what_is_no_choice_takes_the_whole_respondent_out_and_is_not_shown(value):
    answers, found = read(book(TITLES, [1, value, 1], [2, 2, 2]))

    assert list(answers.rows.values()) == [(2, 2, 2)]
    assert answers.left_out == 1
    assert [str(d.span) for d in found] == ["rekap.xlsx:2:2"]
    assert found[0].message == ("lembar Rekap, sel B2: bukan 0 sampai 4; baris ini tidak dihitung")


def test_formulas_dates_and_percentages_are_no_answers():
    made = book(TITLES, [1, 1, 1], [2, 2, 2])
    odd = [
        Cell(3, 1, CellKind.NUMBER, "2", formula=True),
        Cell(3, 1, CellKind.NUMBER, "1", percent=True),
        Cell(3, 1, CellKind.DATE, "2024-01-02"),
        Cell(3, 1, CellKind.BOOL, "true"),
        Cell(3, 1, CellKind.NOTHING, ""),
    ]
    for one in odd:
        sheet = Sheet("Rekap", {**made.sheets[0].cells, (3, 1): one})
        assert taken(Workbook("rekap.xlsx", (sheet,))) == [(1, 1, 1)]


def test_an_empty_answer_is_told_and_an_empty_row_is_not():
    answers, found = read(book(TITLES, [1, None, 1], [None] * 3, [2, 2, 2]))

    assert len(answers.rows) == 1
    assert [d.message for d in found] == ["lembar Rekap, sel B2: kosong; baris ini tidak dihitung"]


def test_hundreds_of_odd_cells_are_counted_after_the_first_twenty():
    _, found = read(book(TITLES, *[["x", 1, 1]] * 100, [1, 1, 1]))

    assert len(found) == 21
    assert found[-1].message == "80 sel jawaban lain juga kosong atau bukan 0 sampai 4"


def test_the_example_of_our_own_sheet_is_no_respondent():
    made = book(["Jawaban"], ["Satu"], ["Kode", *TITLES], ["Contoh", 3, 4, 3], ["R-01", 1, 2, 3])

    assert taken(made) == [(1, 2, 3)]


def test_who_is_there_twice_is_counted_and_not_named():
    titles = ["Nama", "No. HP", "NIK", "Email", "Alamat", *TITLES]
    made = book(titles, [*PRIVATE, 1, 2, 3], [*PRIVATE, 1, 2, 3], ["C", "1", "2", "3", "", 4, 4, 4])
    answers, found = read(made)

    assert len(answers.rows) == 3
    assert [d.message for d in found] == [
        "1 orang tercatat lebih dari sekali menurut kolom telepon",
        "1 orang tercatat lebih dari sekali menurut kolom NIK",
        "1 orang tercatat lebih dari sekali menurut kolom surel",
    ]


def test_columns_that_are_left_out_are_named_by_kind_only():
    """Of a file without headers the first row is somebody: no header is repeated."""
    titles = ["Nama Lengkap", "No. WA", "NIK", "e-mail", "Alamat", *TITLES, "Pesan dari Budi"]
    answers, _ = read(book(titles, [*PRIVATE, 1, 2, 3, "bagus"]))

    assert list(answers.columns.private().values()) == [
        "nama",
        "telepon",
        "NIK",
        "surel",
        "alamat",
        "lainnya",
    ]


@settings(deadline=None)  # a loaded machine takes its time
@given(
    st.lists(
        st.lists(st.sampled_from([*range(5), 5, "x", None, *PRIVATE]), min_size=3, max_size=3),
        max_size=12,
    )
)
def test_whatever_is_in_the_cells_nothing_of_it_is_repeated(rows):
    answers, found = read(book(["Nama", *TITLES], *([PRIVATE[0], *row] for row in rows)))
    whole = [tuple(row) for row in rows if all(value in range(5) for value in row)]

    assert list(answers.rows.values()) == whole
    said = " ".join(f"{d.message} {d.hint}" for d in found)
    assert not any(secret in said for secret in PRIVATE)
    for place, counts in enumerate(distributions(answers.rows)):
        assert counts == [Counter(row[place] for row in whole)[choice] for choice in range(5)]


# -- what makes an assessor doubt -------------------------------------------------------------

SHIPPED = pipeline.understand_city(
    Path(__file__).parent.parent.parent / "cities" / "balikpapan", None, on=date(2025, 1, 1)
)
MIXED = [(n % 5, (n + 1) % 5, (n * 2) % 5) for n in range(20)]


def several(*groups):
    """A file with the statements of several sub-dimensions, a row for each respondent."""
    titles = [question.id for questions, _ in groups for question in questions]
    rows = [[a for part in row for a in part] for row in zip(*(g for _, g in groups), strict=True)]
    return book(titles, *rows)


def doubted(made, case=SHIPPED):
    answers, _ = read(made)
    return [(d.code, d.message) for d in doubts(case, answers, "gov-service", "", "rekap.xlsx")]


def test_answers_that_differ_raise_no_doubt():
    assert doubted(several((SERVICE, MIXED), (POLICY, MIXED[::-1]))) == []


def test_more_than_half_who_answer_the_same_everywhere():
    same = [(4, 4, 4)] * 11 + MIXED[:9]

    assert doubted(several((SERVICE, same))) == [
        ("SCM923", "11 dari 20 responden (55,0%) menjawab sama untuk semua pernyataan")
    ]
    assert doubted(several((SERVICE, same[1:] + MIXED[9:10]))) == []


def test_answers_to_two_sub_dimensions_that_are_the_same_person_by_person():
    assert doubted(several((SERVICE, MIXED), (POLICY, MIXED))) == [
        ("SCM924", "jawaban setiap responden sama persis dengan jawabannya untuk gov-policy")
    ]


def test_one_person_asked_about_two_pillars():
    assert doubted(several((SERVICE, MIXED), (TOURISM, MIXED[::-1]))) == [
        ("SCM925", "20 responden yang sama juga menjawab pernyataan Smart Branding")
    ]
