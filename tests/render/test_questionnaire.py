"""The workbook of a form: what is asked is open, all else locked, and words stay words."""

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from python_calamine import CalamineWorkbook

from scmaster.model import labels
from scmaster.render import questionnaire
from scmaster.requests import choices, state
from scmaster.requests.form import (
    EXAMPLE,
    FIRST,
    GUIDE,
    HEAD,
    KEY,
    LISTS,
    STATE,
    Column,
    Form,
    Fresh,
    Inside,
    Kind,
    Row,
    Sheet,
)

FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "{=1}", "https://a.go.id")
COLUMNS = (
    Column("asked", "Yang ditanyakan"),
    Column("text", "Nomor", Kind.TEXT, note="Nomornya.", answer=True, part="p", path=("number",)),
    Column("long", "Fakta", Kind.LONG, answer=True, part="p", path=("fact",), needed=True),
    Column("number", "Nilai", Kind.NUMBER, answer=True, part="p", path=("value",)),
    Column("whole", "Banyak", Kind.WHOLE, answer=True, part="p", path=("count",)),
    Column("percent", "Persen", Kind.PERCENT, answer=True, part="p", path=("progress",)),
    Column("rupiah", "Anggaran", Kind.RUPIAH, answer=True, part="p", path=("amount",)),
    Column("year", "Tahun", Kind.YEAR, answer=True, part="p", path=("year",)),
    Column("date", "Tanggal", Kind.DATE, answer=True, part="p", path=("date",)),
    Column("period", "Keadaan per", Kind.PERIOD, answer=True, part="p", path=("as_of",)),
    Column(
        "kind",
        "Jenis",
        Kind.CHOICE,
        answer=True,
        part="p",
        path=("kind",),
        choices=choices.words(labels.EVIDENCE_KIND),
    ),
    Column("yes", "Ada?", Kind.YES_NO, answer=True, part="p", path=("present",)),
    Column("url", "Tautan", Kind.URL, answer=True, part="p", path=("url",)),
)
FULL = (
    "Apa?",
    "001",
    "Ada.\nSudah.",
    "1250.5",
    "12",
    "27.5",
    "154600000",
    "2024",
    "2024-11-06",
    "2024-01/2024-06",
    "sk",
    "ya",
    "https://a.go.id",
)
EMPTY = ("Apa lagi?", *[""] * 12)
CLOSED = ("Bukan?", None, "", *[None] * 10)
ROWS = (
    Row("r-1", (("p", Inside("evidence", "ev-1")),), FULL),
    Row("r-2", (("p", Fresh("evidence")),), EMPTY),
    Row("r-3", (("p", Fresh("evidence")),), CLOSED),
)


def made(rows=ROWS, office="Dinas Uji", columns=COLUMNS, guide=(("Untuk apa", ("Begini.",)),)):
    sheet = Sheet("answers", "Jawaban", "Isi.", columns, ("x",) * len(columns), rows, 3)
    return Form("uji", "ev-2024", "dinas-uji", "", "Formulir", office, guide, (sheet,))


def opened(form):
    return openpyxl.load_workbook(io.BytesIO(questionnaire.write(form)))


def at(sheet, row, key):
    """Return the cell of a row, counted from nought, below a column."""
    column = 0 if key == KEY else 1 + [c.key for c in COLUMNS].index(key)
    return sheet.cell(row=FIRST + row + 1, column=column + 1)


@pytest.fixture(scope="module")
def book():
    return opened(made())


@pytest.fixture(scope="module")
def sheet(book):
    return book["Jawaban"]


def test_titles_an_example_and_rows_stand_where_the_form_says(sheet):
    titles = [cell.value for cell in sheet[HEAD + 1]]
    assert titles[:4] == [KEY, "Yang ditanyakan", "Nomor", "Fakta *"]
    assert sheet.cell(row=EXAMPLE + 1, column=1).value == questionnaire.SHOWN_EXAMPLE
    assert [at(sheet, n, KEY).value for n in range(3)] == ["r-1", "r-2", "r-3"]


def test_values_at_issue_are_shown_as_indonesians_write_them(sheet):
    shown = [at(sheet, 0, column.key).value for column in COLUMNS]

    assert shown == [
        "Apa?",
        "001",
        "Ada.\nSudah.",
        "1250,5",
        "12",
        "27,5",
        "154.600.000",
        "2024",
        "6 November 2024",
        "Januari 2024 sampai Juni 2024",
        "Keputusan",
        "Ya",
        "https://a.go.id",
    ]


def test_only_answers_are_open(sheet):
    assert sheet.protection.sheet
    assert not sheet.protection.password
    open_cells = {
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    answers = [column.key for column in COLUMNS if column.answer]
    expected = {at(sheet, row, key).coordinate for row in (0, 1) for key in answers}
    assert open_cells == expected | {at(sheet, 2, "long").coordinate}


def test_every_open_cell_is_text_so_that_no_program_reads_a_date_into_it(sheet):
    for row in (0, 1):
        for column in COLUMNS[1:]:
            assert at(sheet, row, column.key).number_format == "@"


def test_a_drop_down_lists_every_word_of_the_model(book, sheet):
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    letter = get_column_letter(at(sheet, 0, "kind").column)
    rule = rules[f"{letter}{FIRST + 1}:{letter}{FIRST + 3}"]
    assert rule.type == "list"
    name, _, place = rule.formula1.partition("!")
    assert name.strip("'") == LISTS
    listed = [cell.value for (cell,) in book[LISTS][place.replace("$", "")]]
    words = [label[0].upper() + label[1:] for label in labels.EVIDENCE_KIND.values()]
    assert listed == words


def test_each_kind_has_a_rule_and_says_in_indonesian_what_it_takes(sheet):
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    types = {c.key: rules[at(sheet, 0, c.key).coordinate].type for c in COLUMNS if c.answer}

    custom = ("number", "whole", "percent", "rupiah", "year", "date", "period", "url")
    assert {key for key, kind in types.items() if kind == "custom"} == set(custom)
    assert {key for key, kind in types.items() if kind == "list"} == {"kind", "yes"}
    assert {key for key, kind in types.items() if not kind} <= {"text", "long"}
    number = rules[at(sheet, 0, "number").coordinate]
    assert "27,5" in number.prompt
    assert "27,5" in number.error
    assert at(sheet, 0, "number").coordinate in number.formula1


def test_notes_stand_at_the_titles(sheet):
    assert "Nomornya." in sheet.cell(row=HEAD + 1, column=3).comment.text


def test_the_hidden_sheet_carries_the_form(book):
    hidden = book[STATE]
    assert hidden.sheet_state == book[LISTS].sheet_state == "veryHidden"
    found = [row[0].value for row in hidden.iter_rows(max_col=1)]
    assert state.parsed(state.text(found)) == made()
    assert [name for name in book.sheetnames if book[name].sheet_state == "visible"] == [
        GUIDE,
        "Jawaban",
    ]


def test_it_prints_on_a4_with_its_titles_on_every_page(sheet):
    assert sheet.page_setup.paperSize == 9  # A4
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToWidth in {None, 1}
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == f"${HEAD + 1}:${HEAD + 1}"
    assert sheet.freeze_panes == f"C{EXAMPLE + 1}"


def test_nothing_is_merged_and_nothing_reckons(sheet):
    content = questionnaire.write(made())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        texts = [archive.read(n).decode() for n in archive.namelist() if "/worksheets/s" in n]
    assert texts
    assert not any("<f>" in text or "<f " in text or "mergeCell" in text for text in texts)
    assert not sheet.merged_cells.ranges


@pytest.mark.parametrize(
    "hostile", [*FORMULAS, "A" * 40_000, '&A&"x', "_x0041_", "  ", "👍" * 3000]
)
def test_whatever_a_city_writes_stays_words(hostile):
    cell = hostile[:32_767]
    rows = (Row("r-1", ROWS[0].targets, (cell, cell, cell, *FULL[3:])),)
    form = made(rows, office=hostile[:200], guide=((hostile[:90], (cell,)),))
    content = questionnaire.write(form)

    told = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Jawaban")
    row = told.to_python(skip_empty_area=False)[FIRST]
    assert row[1] == row[2] == row[3] == cell
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        texts = [archive.read(n).decode() for n in archive.namelist() if "/worksheets/" in n]
    assert not any("<f>" in text or "<hyperlink" in text for text in texts)


def test_a_hostile_word_in_a_drop_down_stays_a_word():
    listed = tuple((str(n), f"{text} {n}") for n, text in enumerate(FORMULAS))
    column = replace(COLUMNS[10], choices=listed)
    rows = (Row("r-1", ROWS[0].targets, ("a", "3")),)
    form = made(rows, columns=(COLUMNS[0], column))
    book = opened(form)

    assert [cell.value for (cell,) in book[LISTS]["A1:A7"]] == [label for _, label in listed]
    assert all(cell.data_type == "s" for (cell,) in book[LISTS]["A1:A7"])


def test_the_same_form_makes_the_same_bytes():
    assert questionnaire.write(made()) == questionnaire.write(made())
    assert questionnaire.write(made()) != questionnaire.write(replace(made(), due="2025-01-01"))
