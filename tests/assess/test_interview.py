"""What answers a question of the interview: pointed at where it stands, never made up."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scmaster import pipeline
from scmaster.assess.interview import Ready, one, prepared
from scmaster.assess.interview_parts import FINDERS
from scmaster.diagnostics import Span
from scmaster.link import questions
from scmaster.model.city import Opd, Source
from scmaster.model.interview import InterviewQuestion
from scmaster.model.sections import CITY_SECTIONS

ROOT = Path(__file__).parent.parent.parent
BASE = ROOT / "tests" / "checks" / "base"
ON = date(2025, 1, 15)
THEMES = (
    "strengths",
    "ikn",
    "population",
    "infrastructure",
    "raw-water",
    "public-service",
    "legal-basis",
    "council",
    "non-apbd",
    "survey",
    "blank-spots",
    "continuity",
    "app-centric",
)
"""What the leaders asked the bank to hold."""


def asked(answered_by, extra="", office="Dinas Lingkungan Hidup"):
    """What the small city has for one question."""
    bank = f"""\
interview_questions:
  - id: ask-it
    text: Apa?
    why: Sebab.
    family: komdigi
    office: {office}
    answered_by: {answered_by}
    status: inferred
"""
    left = {"interview_questions"} | {line.partition(":")[0] for line in extra.splitlines()}
    every = {p.stem: p.read_bytes() for p in sorted(BASE.glob("*.yaml")) if p.stem not in left}
    frames = {"instruments", "pillars", "priorities", "risk_scales"}
    shared = [(f"{n}.yaml", data) for n, data in every.items() if n in frames]
    city = [(f"{n}.yaml", data) for n, data in every.items() if n not in frames]
    shared.append(("bank.yaml", bank.encode()))
    city += [("lain.yaml", extra.encode())] if extra else []
    case = pipeline.understand(city, shared, [], Span("kota", 1, 1), on=ON)
    assert [d for d in case.diagnostics if d.code < "SCM3"] == []
    return one(case, "ask-it")


def told(found):
    return [(ground.entry.id, ground.path, ground.proven) for ground in found.grounds]


@pytest.fixture(scope="module")
def bank():
    return pipeline.frameworks(ROOT)[0]


@pytest.fixture(scope="module", params=["balikpapan", "samarinda"])
def city(request):
    folder = ROOT / "cities" / request.param
    return pipeline.understand_city(folder, ROOT, on=date(2026, 11, 23))


# -- the bank -----------------------------------------------------------------------------------


def test_the_bank_holds_what_was_asked_for(bank):
    assert {f"ask-{theme}" for theme in THEMES} <= set(bank.interview)


def test_every_question_says_where_it_was_asked_or_that_nobody_reported_it(bank):
    for question in bank.interview.values():
        assert bool(question.asked) or question.status == "inferred", question.id
        assert all(isinstance(bank.sources[e.source], Source) for e in question.asked)


def test_every_question_can_be_answered_and_says_what_to_bring(bank):
    known = {name for i in bank.instruments.values() for name in questions(i)}
    for question in bank.interview.values():
        by = question.answered_by
        assert by.questions or by.words or by.parts, question.id
        assert set(by.questions) <= known
        assert question.needs
        assert question.theme is None or question.theme in bank.complaints


def test_every_part_that_a_question_may_name_is_looked_for(bank):
    named = {part for q in bank.interview.values() for part in q.answered_by.parts}

    assert named == set(FINDERS), "and none is there for nothing"


def test_a_question_that_names_what_is_not_there_is_told_where():
    wrong = b"""\
interview_questions:
  - id: ask-it
    text: Apa?
    why: Sebab.
    family: komdigi
    theme: no-such-theme
    office: Bappeda
    answered_by: {questions: [NOT.01], parts: [council]}
    status: inferred
"""
    city = [("kota.yaml", (BASE / "city.yaml").read_bytes())]
    case = pipeline.understand(city, [("bank.yaml", wrong)], [], Span("kota", 1, 1), on=ON)
    said = [(d.code, d.span.line) for d in case.diagnostics if d.span.file == "bank.yaml"]

    assert said == [("SCM206", 6), ("SCM204", 8)]


def test_a_misspelt_part_is_told_which_was_meant():
    wrong = (
        b"interview_questions: [{id: ask-it, text: Apa?, why: Sebab., family: komdigi, office: A,"
    )
    wrong += b" answered_by: {parts: [counsil]}, status: inferred}]"
    city = [("kota.yaml", (BASE / "city.yaml").read_bytes())]
    case = pipeline.understand(city, [("bank.yaml", wrong)], [], Span("kota", 1, 1), on=ON)
    (said,) = [d for d in case.diagnostics if d.span.file == "bank.yaml"]

    assert "counsil" in said.message
    assert said.hint == "maksudnya 'council'?"


# -- what answers -------------------------------------------------------------------------------


def test_nothing_in_the_data_is_no_answer():
    found = asked("{parts: [surveys], words: [air baku]}")

    assert (found.ready, found.grounds) == (Ready.NOTHING, ())


def test_a_plan_alone_is_only_a_plan():
    found = asked(
        "{words: [air bersih]}",
        "planning: [{id: rpjmd, kind: rpjmd, title: RPJMD, period: 2021/2026,"
        " priorities: [Penyediaan air bersih]}]\n",
    )

    assert told(found) == [("rpjmd", ("priorities", 0), False)]
    assert found.ready is Ready.PLANNED


def test_a_plan_that_lasts_on_is_a_plan_until_it_has_a_legal_basis_to_open():
    plan = "planning: [{id: rpjmd, kind: rpjmd, title: RPJMD, period: 2021/2029%s}]\n"
    law = ', regulation: {kind: perda, number: "1", year: 2021, status: enacted, url: "%s"}'
    bare = asked("{parts: [continuity]}", plan % "")
    based = asked("{parts: [continuity]}", plan % (law % "https://jdih.contoh.go.id/1.pdf"))
    over = asked("{parts: [continuity]}", plan.replace("2029", "2024") % "")

    assert [bare.ready, based.ready, over.ready] == [Ready.PLANNED, Ready.PROVEN, Ready.NOTHING]


def test_words_are_found_whole_and_in_names_only():
    programmes = """\
programmes:
  - {id: prog-jalan, name: Jalan layang, note: air baku}
  - {id: prog-berjalan, name: Program yang berjalan}
"""
    assert told(asked("{words: [jalan]}", programmes)) == [("prog-jalan", (), False)]
    assert told(asked("{words: [air baku]}", programmes)) == []


def test_of_figures_of_one_thing_the_one_to_use_is_taken_and_no_promise():
    extra = """\
programmes:
  - id: prog-wifi
    name: Titik sambung
    measures:
      - {name: Titik Wi-Fi, value: 100, as_of: 2022}
      - {name: Titik Wi-Fi, value: 300, as_of: 2024}
      - {name: Titik Wi-Fi, value: 200, as_of: 2023, preferred: ya, reason: Resmi}
      - {name: Wi-Fi yang diharapkan, value: 900, as_of: 2025, status: target}
      - {name: Wi-Fi lama, as_of: 2020, note: Tidak diketahui}
"""
    assert told(asked("{words: [Wi-Fi]}", extra)) == [("prog-wifi", ("measures", 2), False)]


def test_the_same_figure_of_a_programme_and_its_indicator_is_told_once():
    extra = """\
programmes:
  - {id: prog-wifi, name: Wi-Fi gratis, measures: [{name: Titik, value: 300, as_of: 2024}]}
indicators:
  - {id: ind-a, name: Titik Wi-Fi, unit: titik, belongs_to: [prog-wifi],
     actuals: [{value: 300, as_of: 2024}]}
  - {id: ind-b, name: Pemakai Wi-Fi, unit: orang, belongs_to: [prog-wifi],
     actuals: [{value: 9000, as_of: 2024}]}
"""
    assert [ground[:2] for ground in told(asked("{words: [Wi-Fi]}", extra))] == [
        ("prog-wifi", ()),
        ("prog-wifi", ("measures", 0)),
        ("ind-b", ("actuals", 0)),
    ]


@pytest.mark.parametrize(
    ("kind", "more", "proven"),
    [
        ("laporan", "", True),
        ("berita", "", False),
        ("perwali", ", legal_status: draft", False),
    ],
)
def test_only_evidence_that_proves_makes_an_answer_proven(kind, more, proven):
    extra = f"""\
programmes:
  - id: prog-wifi
    name: Titik sambung
    measures: [{{name: Titik Wi-Fi, value: 300, as_of: 2024, evidence: ev-a}}]
evidence:
  - {{id: ev-a, title: Bukti, kind: {kind}, url: "https://contoh.go.id/a"{more}}}
"""
    found = asked("{words: [Wi-Fi]}", extra)

    assert found.grounds[0].proven is proven
    assert found.ready is (Ready.PROVEN if proven else Ready.MATERIAL)


def test_a_legal_basis_counts_when_it_is_enacted_numbered_and_can_be_opened():
    plan = """\
masterplan:
  - id: masterplan-uji
    title: Masterplan
    edition: pilar-uji
    status: enacted
    regulation: {kind: perwali, number: "1", year: 2020, status: enacted%s}
"""
    shut = asked("{parts: [regulation]}", plan % "")
    opened = asked("{parts: [regulation]}", plan % ', url: "https://jdih.contoh.go.id/1.pdf"')

    assert [shut.ready, opened.ready] == [Ready.MATERIAL, Ready.PROVEN]


def test_meetings_are_told_newest_first_and_none_that_is_to_come():
    extra = """\
bodies:
  - id: dewan
    kind: dewan
    name: Dewan
    meetings:
      - {date: 2024-01-10, title: Satu}
      - {date: 2024-06-10, title: Dua}
      - {date: 2031-01-01, title: Kelak}
"""
    assert [g[:2] for g in told(asked("{parts: [council]}", extra))] == [
        ("dewan", ("meetings", 1)),
        ("dewan", ("meetings", 0)),
    ]


def test_money_and_partners_from_outside_the_budget_answer():
    extra = """\
programmes:
  - id: prog-a
    name: Program A
    budget:
      - {year: 2024, amount: 100, funding: apbd}
      - {year: 2024, amount: 200, funding: csr}
    partners: [{name: PT Uji, sector: business}, {name: Kepolisian, sector: government}]
"""
    assert [g[:2] for g in told(asked("{parts: [outside_funding]}", extra))] == [
        ("prog-a", ("budget", 1)),
        ("prog-a", ("partners", 0)),
    ]


def test_who_usually_answers_leads_and_owners_of_answers_follow():
    extra = """\
answers:
  - {id: jaw, submission: evaluasi-2024, question: BAS.01, owner: diskominfo, fact: Sudah.}
"""
    found = asked("{questions: [BAS.01]}", extra)

    assert [office.id for office in found.offices] == ["dlh", "diskominfo"]
    assert all(isinstance(office, Opd) for office in found.offices)
    assert asked("{questions: [BAS.01]}", office="BPKAD").offices == ("BPKAD",)


def test_what_assessors_asked_before_is_heard_with_what_was_done():
    extra = """\
submissions:
  - {id: evaluasi-2023, year: 2023, stage: tunggal, state: final}
  - {id: evaluasi-2024, year: 2024, stage: tunggal, state: draft, instrument: uji-2024}
recommendations:
  - id: rek
    submission: evaluasi-2023
    number: 1
    text: Tetapkan.
    questions: [BAS.01]
    status: in_progress
    actions: [{text: Rancangan disusun, date: 2024-02}]
"""
    found = asked("{questions: [BAS.01]}", extra)

    assert [r.id for r in found.heard] == ["rek"]
    assert told(found) == [("rek", ("actions", 0), False)]


# -- the cities ---------------------------------------------------------------------------------


def test_what_has_no_answer_comes_first(city):
    every = prepared(city)

    assert [p.ready for p in every] == sorted(p.ready for p in every)
    assert every[0].ready is Ready.NOTHING
    assert {p.question.id for p in every} == set(city.dossier.frameworks.interview)


def test_another_family_of_instruments_is_asked_other_questions(city):
    every = {i.family: i for i in city.dossier.frameworks.instruments.values()}
    spbe = every["spbe"].id
    other = replace(city, submission=city.submission.model_copy(update={"instrument": spbe}))

    assert prepared(other) == []


def test_every_ground_stands_where_it_says(city):
    for each in prepared(city):
        for ground in each.grounds:
            assert ground.entry.span(*ground.path).line > 0


@settings(max_examples=25, deadline=None)
@given(words=st.lists(st.text(min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=3))
def test_whatever_the_words_nothing_breaks(words):
    record = {
        "id": "ask-any",
        "text": "Apa?",
        "why": "Sebab.",
        "family": "komdigi",
        "office": "Bappeda",
        "answered_by": {"words": words},
        "status": "inferred",
    }
    case = _small()
    frameworks = replace(
        case.dossier.frameworks, interview={"ask-any": InterviewQuestion.model_validate(record)}
    )
    found = prepared(replace(case, dossier=replace(case.dossier, frameworks=frameworks)))

    assert [p.question.id for p in found] == ["ask-any"]


@cache
def _small():
    every = {p.name: p.read_bytes() for p in sorted(BASE.glob("*.yaml"))}
    frames = {"instruments.yaml", "pillars.yaml"}
    shared = [(name, data) for name, data in every.items() if name in frames]
    city = [(n, d) for n, d in every.items() if n[:-5] in CITY_SECTIONS]
    return pipeline.understand(city, shared, [], Span("kota", 1, 1), on=ON)
