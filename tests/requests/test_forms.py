"""Forms: each office is asked for all that it owes, and for nothing else, in words of its own."""

from dataclasses import asdict
from datetime import date

import pytest
from forms_of import forms
from small_city import ROOT, small

from scmaster import pipeline
from scmaster.assess.disclosure import WITHHELD, for_assessors
from scmaster.assess.owed import NOBODY, owed
from scmaster.model import labels
from scmaster.model.masterplan import Risk
from scmaster.model.sections import CITY_SECTIONS
from scmaster.passages import requests
from scmaster.requests import composing, state
from scmaster.requests.form import MADE, Form, Fresh, Inside, Item, Kind
from scmaster.requests.showing import shown


def written(form):
    """Write a form so that a person can read it: what is asked, and what each cell edits."""
    lines = [f"{form.title} | {form.office} | {form.submission} | {form.opd} | {form.due}"]
    for heading, paragraphs in form.guide:
        lines += [f"== {heading}", *paragraphs]
    told = set()
    for sheet in form.sheets:
        lines += ["", f"## {sheet.title} ({sheet.key}, {sheet.asked}): {sheet.opening}"]
        for column, example in zip(sheet.columns, sheet.example, strict=True):
            place = f" -> {column.part}{list(column.path)}" if column.answer else ""
            needed = " *" if column.needed else ""
            about = f" | {column.note}" if column.note else ""
            shown_as = example.replace("\n", " / ")
            lines.append(f"{column.title}{needed} <{column.kind}>{place}{about} | {shown_as}")
            if column.choices not in told:
                lines += [f"    {key} = {label}" for key, label in column.choices]
            told.add(column.choices)
        lines += [line for row in sheet.rows for line in row_of(sheet, row)]
    return "\n".join(lines) + "\n"


def row_of(sheet, row):
    """Write what a row edits, what is in its cells, which are empty, which are closed."""
    cells = cells_of(sheet, row)
    lines = ["", f"[{row.key}]"]
    for part, target in row.targets:
        inner = "".join(f"/{step}" for step in getattr(target, "path", ()))
        given = "".join(f" {path[-1]}={v}" for path, v in getattr(target, "given", ()))
        name = getattr(target, "record", "")
        lines.append(f"  {part}: {type(target).__name__} {target.section} {name}{inner}{given}")
    lines += [f"  {key}: {cell.replace(chr(10), ' / ')}" for key, cell in cells.items() if cell]
    for what, value in (("open", ""), ("closed", None)):
        names = [key for key, cell in cells.items() if cell == value]
        lines += [f"  {what}: {', '.join(names)}"] if names else []
    return lines


def sheet_of(form, key):
    return next(sheet for sheet in form.sheets if sheet.key == key)


def cells_of(sheet, row):
    return dict(zip((c.key for c in sheet.columns), row.cells, strict=True))


def test_the_form_of_the_small_city(small_forms, golden):
    golden("requests/dlh.txt", written(small_forms["dlh"]))


def test_the_form_that_asks_who_answers(small_forms, golden):
    golden("requests/belum-ditunjuk.txt", written(small_forms[NOBODY]))


def test_the_form_of_balikpapans_diskominfo(golden):
    case = pipeline.understand_city(ROOT / "cities/balikpapan", ROOT, on=date(2026, 11, 23))

    golden("requests/balikpapan-diskominfo.txt", written(forms(case)["diskominfo"]))


def test_all_that_is_owed_is_asked_for_once(city, city_forms):
    every = owed(for_assessors(city))

    assert {k: sum(composing.asked(f).values()) for k, f in city_forms.items()} == {
        key: requests.count(theirs) for key, theirs in every.items()
    }
    rows = [r.key for f in city_forms.values() for s in f.sheets if s.asked for r in s.rows]
    assert len(rows) == len(set(rows)) > 100


def test_the_most_worth_comes_first(city, city_forms):
    for key, theirs in owed(for_assessors(city)).items():
        asked = [gap.standing.question.id for gap, _ in theirs.questions]
        told = [row.key for s in city_forms[key].sheets if s.key == "answers" for row in s.rows]
        assert told == asked


def test_a_sheet_with_nothing_owed_is_left_out_except_for_new_evidence(city_forms):
    for form in city_forms.values():
        keys = [sheet.key for sheet in form.sheets]
        assert keys[-1] == "new_evidence"
        assert all(sheet.asked and sheet.rows for sheet in form.sheets[:-1])
    assert city_forms["diskominfo"].sheets[0].key == "answers"


def test_titles_keys_and_labels_tell_apart(city_forms, small_forms):
    for form in (*city_forms.values(), *small_forms.values()):
        for sheet in form.sheets:
            for names in (
                [column.title.casefold() for column in sheet.columns],
                [column.key for column in sheet.columns],
                [row.key for row in sheet.rows],
            ):
                assert len(names) == len(set(names))
            assert len(sheet.title) <= 31
            assert len(sheet.opening) <= 130
            for column in sheet.columns:
                read = [label.casefold() for _, label in column.choices]
                assert len(read) == len(set(read))


def test_a_drop_down_offers_every_word_of_the_model(small_forms):
    known = {
        ("new_evidence", "kind"): labels.EVIDENCE_KIND,
        ("new_evidence", "role"): labels.ROLE,
        ("progress", "lifecycle"): labels.LIFECYCLE,
        ("risks", "mitigation_kind"): labels.MITIGATION_KIND,
        ("risks", "likelihood"): {str(key): "" for key in labels.LEVEL3},
        ("risks", "severity"): {str(key): "" for key in labels.LEVEL3},
    }
    for (key, name), words in known.items():
        sheet = sheet_of(small_forms["dlh"], key)
        column = next(column for column in sheet.columns if column.key == name)
        assert [choice for choice, _ in column.choices] == list(words)


def test_what_an_office_says_of_a_recommendation_is_not_what_assessors_say(small_forms):
    sheet = sheet_of(small_forms["dlh"], "recommendations")
    column = next(column for column in sheet.columns if column.key == "status")

    assert [key for key, _ in column.choices] == ["open", "in_progress", "claimed_met"]


def test_every_answer_is_a_field_of_the_model(city_forms, small_forms):
    for form in (*city_forms.values(), *small_forms.values()):
        for sheet in form.sheets:
            answers = [c for c in sheet.columns if c.answer and c.part]
            for row in sheet.rows:
                for column in answers:
                    target = row.target(column.part)
                    if row.cells[sheet.columns.index(column)] is not None:
                        assert target is not None, (sheet.key, row.key, column.key)
                        assert _field(target, column.path), (sheet.key, column.key)


def _field(target, path):
    """Tell whether a path leads to a field of the record that a target is in."""
    model = CITY_SECTIONS[target.section]
    before = () if isinstance(target, Fresh) else target.path
    inner = {"risks": Risk}
    steps = [step for step in (*before, *path) if isinstance(step, str)]
    if steps[0] in inner and len(steps) > 1:
        return steps[1] in inner[steps[0]].model_fields
    return steps[0] in model.model_fields


def test_values_at_issue_are_the_texts_of_yaml(small_forms):
    sheet = sheet_of(small_forms["dlh"], "answers")
    row = next(row for row in sheet.rows if row.key == "OUT.06")
    cells = cells_of(sheet, row)

    assert row.targets == (("answer", Inside("answers", "jaw-out-06")),)
    assert {k: cells[k] for k in ("value", "unit", "as_of", "numerator", "denominator")} == {
        "value": "2.5",
        "unit": "persen",
        "as_of": "2024",
        "numerator": "25",
        "denominator": "1000",
    }


def test_what_does_not_apply_to_a_question_cannot_be_filled_in(small_forms):
    sheet = sheet_of(small_forms["dlh"], "answers")
    cells = cells_of(sheet, next(row for row in sheet.rows if row.key == "BAS.01"))

    assert cells["value"] is None
    assert cells["fact"] == "Masterplan disusun tahun 2020."


def test_an_unanswered_question_becomes_an_answer_of_that_office():
    case = small("opd: [{id: bps, name: BPS}]\n")
    form = forms(case)[NOBODY]
    sheet = sheet_of(form, "answers")

    assert sheet.rows
    for row in sheet.rows:
        (part, target), *_ = row.targets
        assert (part, target.section) == ("answer", "answers")
        given = dict(target.given)
        assert given == {("question",): row.key, ("submission",): "evaluasi-2024"}
        assert cells_of(sheet, row)["owner"] == ""


def test_a_quick_win_without_risks_gets_rows_for_new_ones(small_forms):
    sheet = sheet_of(small_forms["dlh"], "risks")
    targets = [row.target("risk") for row in sheet.rows]

    assert sheet.asked == 2
    new = Item("quick_wins", "qw-sampah-2024", ("risks",), ((("owner",), "dlh"),))
    assert targets == [new, new, new, Inside("programmes", "prog-sampah", ("risks", 0))]


def test_new_evidence_is_claimed_by_the_row_that_makes_it(small_forms):
    for row in sheet_of(small_forms["dlh"], "new_evidence").rows:
        claim = row.target("claim")
        assert isinstance(claim, Fresh)
        assert dict(claim.given)[("evidence",)] == f"{MADE}{row.key}"
        assert dict(row.target("evidence").given) == {("opd",): "dlh"}


def test_nothing_that_is_only_shown_at_the_visit_leaves_the_office(small_forms):
    for form in small_forms.values():
        assert "rahasia.contoh.go.id" not in form.text
        assert WITHHELD not in form.text


def test_who_is_not_in_the_register_is_asked_who_answers(city, city_forms):
    every = owed(for_assessors(city))
    strangers = [form for key, form in city_forms.items() if every[key].opd is None]

    assert len(strangers) > 5
    for form in strangers:
        assert any(column.key == "owner" for s in form.sheets for column in s.columns)
    known = city_forms["dlh"]
    assert not any(column.key == "owner" for s in known.sheets for column in s.columns)


def test_the_deadline_and_the_office_that_takes_forms_back_are_named(small_forms):
    said = "\n".join(words for _, told in small_forms["dlh"].guide for words in told)

    assert "paling lambat 1 Februari 2025" in said
    assert "Dinas Komunikasi dan Informatika" in said


def test_a_form_travels_whole(city_forms, small_forms):
    for form in (*city_forms.values(), *small_forms.values()):
        text = state.text(state.cells(form))
        assert text == form.text
        assert state.parsed(text) == form
        assert state.cells(form)[1] == form.fingerprint


def test_forms_that_differ_have_other_fingerprints(small_forms):
    form = small_forms["dlh"]
    other = Form(**{**{k: getattr(form, k) for k in asdict(form)}, "due": "2025-02-02"})

    assert other.fingerprint != form.fingerprint


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"version": 1}',
        "[" * 100_000,
        "\ud800",
    ],
)
def test_a_text_that_is_no_form_is_none(text):
    assert state.parsed(text) is None


def test_a_form_with_anything_else_in_it_is_none(small_forms):
    form = small_forms["dlh"]
    for told in (
        form.text.replace('"version":1', '"version":2'),
        form.text.replace('"due":"2025-02-01"', '"due":5'),
        form.text.replace('"due":"2025-02-01"', '"due":"2025-02-01","more":1'),
        form.text.replace('"kind":"long"', '"kind":"formula"'),
        form.text.replace('"key":"baru-2"', '"key":"baru-1"', 1),
    ):
        assert told != form.text
        assert state.parsed(told) is None
    assert state.version(form.text.replace('"version":1', '"version":2')) == 2


@pytest.mark.parametrize(
    "found",
    [
        [],
        ["scmaster formulir"],
        ["lain", "x", "y"],
        ["scmaster formulir", "x", "bukan base64!"],
        ["scmaster formulir", "x", "eJw="],
        ["scmaster formulir", "x", "é"],
    ],
)
def test_a_hidden_sheet_of_something_else_holds_no_form(found):
    assert state.text(found) is None


def test_what_a_cell_shows_is_how_indonesians_write(small_forms):
    sheet = sheet_of(small_forms["dlh"], "new_evidence")
    column = next(column for column in sheet.columns if column.key == "kind")
    by_kind = {
        Kind.NUMBER: ("1250.5", "1250,5"),
        Kind.PERCENT: ("27.5", "27,5"),
        Kind.RUPIAH: ("154600000", "154.600.000"),
        Kind.DATE: ("2024-11", "November 2024"),
        Kind.PERIOD: ("2024-01/2024-06", "Januari 2024 sampai Juni 2024"),
        Kind.YES_NO: ("ya", "Ya"),
        Kind.TEXT: ("001", "001"),
        Kind.CHOICE: ("sk", "Keputusan"),
    }
    for kind, (value, words) in by_kind.items():
        own = type(column)(**{**vars(column), "kind": kind})
        assert shown(own, value) == words
        assert shown(own, "") == ""
