"""Programmes by a declared scale: what is not known is a span, never a silent nought."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_city import ROOT, small

from scmaster import pipeline
from scmaster.assess.criteria import Look
from scmaster.assess.priority import ranking
from scmaster.assess.worth import joint_worth, steps
from scmaster.model.masterplan import Programme
from scmaster.model.priority import PriorityScale

BASE = "programmes:\n  - id: prog-a\n    name: Program A\n"
FUNDED = "    budget: [{year: 2024, amount: 5000000, funding: csr}]\n"
RISKY = "    risks: [{text: Padam, likelihood: %s, severity: %s}]\n"


@pytest.fixture(scope="module")
def balikpapan():
    folder = ROOT / "cities" / "balikpapan"
    return pipeline.understand_city(folder, ROOT, on=date(2026, 11, 23))


def scale(**weights):
    criteria = [
        {"id": name, "name": name.capitalize(), "weight": str(weight), "text": "t", "computed": "c"}
        for name, weight in weights.items()
    ]
    fields = {"id": "skala", "name": "Skala", "basis": "source", "criteria": criteria}
    return PriorityScale.model_validate(fields)


def turned(used, name):
    criteria = [
        c.model_copy(update={"direction": "down"}) if c.id == name else c for c in used.criteria
    ]
    return used.model_copy(update={"criteria": criteria})


def by(case, used):
    dossier = case.dossier
    frameworks = replace(dossier.frameworks, priorities={used.id: used})
    return ranking(replace(case, dossier=replace(dossier, frameworks=frameworks)))


def one(lines="", used=None, more=()):
    """Rank a city with one programme, of which these lines are written."""
    case = small(BASE + lines, without=("programmes",), more=more)
    (row,) = (by(case, used) if used else ranking(case)).rows
    return row


def test_a_programme_of_which_nothing_is_known_may_be_anything():
    row = one()

    assert (row.low, row.high, row.known) == (0, 100, 0)
    assert [part.value for part in row.parts] == [None] * 5
    assert all(part.reasons for part in row.parts)


def test_what_is_known_for_certain_is_the_lower_end():
    row = one(FUNDED, scale(budget=40, benefit=60))

    assert (row.low, row.high, row.known) == (40, 100, Fraction(2, 5))
    assert row.spans == ((40, 40), (0, 60))


@pytest.mark.parametrize(
    ("lines", "value", "reason"),
    [
        (FUNDED, 1, "didanai pada 2024"),
        (FUNDED.replace("5000000", "0"), 0, "anggaran 2024 nol"),
        (FUNDED.replace("2024", "2023"), None, "anggaran 2024 belum tercatat"),
    ],
)
def test_money_of_another_year_says_nothing_of_this_one(lines, value, reason):
    (part,) = one(lines, scale(budget=100)).parts

    assert (part.value, part.reasons) == (value, (reason,))


@pytest.mark.parametrize(
    ("stage", "value"),
    [("idea", 0), ("planned", Fraction(1, 4)), ("building", Fraction(1, 2)), ("running", 1)],
)
def test_readiness_goes_by_the_stage_of_life(stage, value):
    (part,) = one(f"    lifecycle: {stage}\n", scale(readiness=100)).parts

    assert (part.value, part.known) == (value, Fraction(1, 3))


def test_prerequisites_that_nobody_wrote_down_are_not_missing():
    row = one("    prerequisites: {regulation: Perwali, people: Dua orang}\n", scale(readiness=100))

    assert row.parts[0].value == 1
    assert row.parts[0].known == Fraction(1, 6)


def test_evidence_counts_as_far_as_it_can_be_opened():
    text = """
evidence:
  - {id: ev-a, title: A, kind: laporan, url: "https://contoh.go.id/a.pdf"}
  - {id: ev-b, title: B, kind: laporan}
claims:
  - {id: k-a, evidence: ev-a, supports: [prog-a], role: primary}
  - {id: k-b, evidence: ev-b, supports: [qw-a], role: primary}
quick_wins:
  - {id: qw-a, programme: prog-a, year: 2024}
"""
    (part,) = one("", scale(readiness=100), more=[text]).parts

    assert part.value == Fraction(1, 2)
    assert "1 dari 2 eviden dapat dibuka" in part.reasons


def test_a_target_is_no_benefit():
    target = "    measures: [{name: Izin, value: 5, unit: izin, as_of: 2024, status: target}]\n"
    (promised,) = one(target, scale(benefit=100)).parts
    (reached,) = one(target.replace("target", "reported"), scale(benefit=100)).parts

    assert promised.value is None
    assert "baru target atau rencana" in promised.reasons
    assert (reached.value, reached.known) == (1, Fraction(1, 3))


def test_a_survey_counts_by_its_mean():
    survey = """
surveys:
  - id: survei-a
    submission: evaluasi-2024
    programme: prog-a
    sub_pillar: gov-service
    owner: dlh
    respondents: 30
    statements: [{number: 1, mean: 3}, {number: 2, mean: 2}, {number: 3, mean: 1}]
"""
    (part,) = one("", scale(benefit=100), more=[survey]).parts

    assert (part.value, part.known) == (Fraction(1, 2), Fraction(1, 3))


@pytest.mark.parametrize(("grades", "value"), [((1, 1), 0), ((3, 3), 1), ((2, 3), Fraction(5, 8))])
def test_a_risk_counts_by_its_level(grades, value):
    (part,) = one(RISKY % grades, scale(risk=100)).parts

    assert part.value == value


def test_a_risk_counts_by_what_is_left_after_mitigation():
    risk = "{text: Padam, likelihood: 3, severity: 3, mitigation: Genset"
    left = ", residual_likelihood: 1, residual_severity: 1}"
    (part,) = one(f"    risks: [{risk}{left}]\n", scale(risk=100)).parts

    assert part.value == 0


def test_an_ungraded_risk_lowers_what_is_known():
    risks = "    risks: [{text: A, likelihood: 1, severity: 1}, {text: B}]\n"
    row = one(risks, turned(scale(risk=100), "risk"))

    assert (row.low, row.high, row.known) == (50, 100, Fraction(1, 2))
    assert row.parts[0].reasons == ("tingkat tertinggi 1 dari 9; 1 belum dinilai",)


def test_a_criterion_can_be_turned_round():
    up = one(RISKY % (3, 3), scale(risk=100))
    down = one(RISKY % (3, 3), turned(scale(risk=100), "risk"))

    assert (up.low, down.low) == (100, 0)


def test_equal_programmes_share_a_rank_and_stopped_ones_have_none():
    text = """programmes:
  - {id: prog-b, name: Bisa, lifecycle: running}
  - {id: prog-a, name: Ada, lifecycle: running}
  - {id: prog-c, name: Cita, lifecycle: idea}
  - {id: prog-d, name: Dulu, lifecycle: stopped}
"""
    made = by(small(text, without=("programmes",)), scale(readiness=100))

    assert [(row.rank, row.programme.name) for row in made.rows] == [
        (1, "Ada"),
        (1, "Bisa"),
        (3, "Cita"),
    ]
    assert [programme.name for programme in made.stopped] == ["Dulu"]


def test_a_scale_that_weighs_nothing_ranks_nothing():
    case = small()

    assert by(case, scale(budget=0)) is None
    assert ranking(small(without=("priorities",))) is None


def test_weights_that_are_not_100_still_end_at_100():
    row = one(FUNDED, scale(budget=1, benefit=1))

    assert (row.low, row.high) == (50, 100)


def test_what_is_at_stake_is_what_the_questions_of_the_programme_are_worth(balikpapan):
    look = Look(balikpapan)
    every = steps(balikpapan)
    wifi = balikpapan.dossier.of(Programme)["prog-wifi-gratis"]
    names = look.questions(wifi)
    living = {n for n, s in balikpapan.standings.items() if s.question.pillar == "living"}

    assert living <= set(names)
    assert look.worth(wifi) == (
        joint_worth(every, names)[0],
        Fraction(joint_worth(every, names)[1]),
    )
    assert look.most == max(look.worth(p)[1] for p in balikpapan.dossier.of(Programme).values())


def test_only_a_programme_with_a_quick_win_bears_on_what_is_asked_about_them(balikpapan):
    look = Look(balikpapan)
    programmes = balikpapan.dossier.of(Programme)

    assert {"QW.09", "QW.10"} <= set(look.questions(programmes["prog-gas-metana"]))
    assert not {"QW.09", "QW.10"} & set(look.questions(programmes["prog-e-office"]))


def test_without_a_submission_neither_points_nor_the_year_is_known(balikpapan):
    rows = ranking(replace(balikpapan, submission=None)).rows

    assert {row.parts[0].value for row in rows} == {None}
    assert {row.parts[3].reasons for row in rows} == {("tahun evaluasi tidak diketahui",)}


LINES = st.fixed_dictionaries(
    {},
    optional={
        "lifecycle": st.sampled_from(["idea", "planned", "building", "running", "evaluated"]),
        "beneficiaries": st.just("Warga"),
        "prerequisites": st.sampled_from(["{regulation: A}", "{regulation: A, people: B}"]),
        "budget": st.sampled_from(
            [f"[{{year: {y}, amount: {a}, funding: apbd}}]" for y in (2023, 2024) for a in (0, 9)]
        ),
        "risks": st.sampled_from(["[{text: A}]", "[{text: A, likelihood: 2, severity: 2}]"]),
        "measures": st.just("[{name: A, value: 1, unit: b, as_of: 2024}]"),
    },
)


@given(LINES, st.lists(st.integers(0, 100), min_size=5, max_size=5), st.data())
@settings(max_examples=60, deadline=None)
def test_to_know_more_never_leaves_the_span(fields, weights, data):
    """Whatever a programme turns out to be, its value was possible before."""
    names = ("points", "benefit", "readiness", "budget", "risk")
    used = scale(**dict(zip(names, weights, strict=True)))
    full = "".join(f"    {name}: {value}\n" for name, value in fields.items())
    hidden = data.draw(st.sets(st.sampled_from(sorted(fields)))) if fields else set()
    some = "".join(f"    {n}: {v}\n" for n, v in fields.items() if n not in hidden)
    if not any(weights):
        return
    more, less = one(full, used), one(some, used)

    assert 0 <= less.low <= more.low <= more.high <= less.high <= 100
    assert more.known >= less.known
    assert more.high - more.low == 100 * (1 - more.known)
    assert more.low == sum(low for low, _ in more.spans)
