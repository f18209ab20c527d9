"""Scores follow the instrument's own rule, exactly."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scmaster import pipeline
from scmaster.assess import coverage, missing
from scmaster.assess.scoring import mean, score
from scmaster.assess.standing import State
from scmaster.diagnostics import Severity
from scmaster.model.framework import Instrument

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def komdigi():
    frameworks, _ = pipeline.frameworks(ROOT)
    return frameworks.instruments["komdigi-2023-kppn-ikn"]


def instrument(**fields):
    """Make a small instrument; what is not asked about is filled in."""
    return Instrument.model_validate(
        {
            "id": "uji",
            "name": "Uji",
            "issuer": "Kementerian",
            "year": "2024",
            "status": "official",
            "scale": {"minimum": "1", "maximum": "4"},
            **fields,
        }
    )


def group(identity, *inside, weight=None, aggregate="mean_of_questions"):
    """Make a group: of groups and of questions, which are named by text or (text, weight)."""
    groups = [part for part in inside if isinstance(part, dict)]
    named = [part if isinstance(part, tuple) else (part, None) for part in inside]
    questions = [
        {"id": name, "code": "1", "text": "A", "status": "official", "weight": heavy}
        for name, heavy in named
        if isinstance(name, str)
    ]
    made = {"id": identity, "name": identity, "aggregate": aggregate}
    return made | {"weight": weight, "groups": groups, "questions": questions}


def scores(**known):
    return {name: Decimal(value) for name, value in known.items()}


# -- the rule itself --------------------------------------------------------------------------


def test_decimals_are_exact():
    """0.1 + 0.2 in binary is not 0.3."""
    uji = instrument(groups=[group("a", "p", "q", "r", weight="10")])

    assert score(uji, scores(p="0.1", q="0.2", r="0.3"))["a"] == Decimal("0.2")


def test_a_group_takes_the_flat_mean_of_all_questions_below():
    """Not the mean of the means: 1 (1), 4 4 4 (4) is 13/4, not 2.5."""
    uji = instrument(groups=[group("a", group("b", "p"), group("c", "q", "r", "s"), weight="1")])
    made = score(uji, scores(p=1, q=4, r=4, s=4))

    assert made == scores(a="3.25", b=1, c=4, uji="3.25")


def test_a_group_may_take_the_mean_of_its_children():
    uji = instrument(
        groups=[group("a", group("b", "p"), group("c", "q", "r"), aggregate="mean", weight="1")]
    )

    assert score(uji, scores(p=1, q=4, r=4))["a"] == Decimal("2.5")


def test_a_group_may_weigh_groups_and_questions_at_any_depth():
    deep = group("c", ("r", "1"), ("s", "3"), weight="75", aggregate="weighted")
    uji = instrument(
        groups=[
            group(
                "a", group("b", ("p", None), weight="25"), deep, aggregate="weighted", weight="60"
            ),
            group("d", "t", weight="40"),
        ]
    )
    made = score(uji, scores(p=4, r=4, s=0, t=2))

    assert made == scores(b=4, c=1, a="1.75", d=2, uji="1.85")


def test_weights_need_not_sum_to_a_hundred():
    uji = instrument(groups=[group("a", "p", weight="1"), group("b", "q", weight="2")])

    assert score(uji, scores(p=1, q=4))["uji"] == 3


def test_an_instrument_may_take_the_mean_of_its_groups():
    uji = instrument(aggregate="mean", groups=[group("a", "p"), group("b", "q", "r", "s")])

    assert score(uji, scores(p=1, q=4, r=4, s=4))["uji"] == Decimal("2.5")


def test_an_instrument_may_take_the_flat_mean_of_its_questions():
    uji = instrument(
        aggregate="mean_of_questions", groups=[group("a", "p"), group("b", "q", "r", "s")]
    )

    assert score(uji, scores(p=1, q=4, r=4, s=4))["uji"] == Decimal("3.25")


def test_a_known_score_of_a_group_is_taken_as_it_is():
    uji = instrument(groups=[group("a", "p", weight="1"), group("b", "q", weight="1")])
    made = score(uji, scores(p=1, a=4, q=2))

    assert made == scores(a=4, b=2, uji=3)


# -- no guesses -------------------------------------------------------------------------------


@pytest.mark.parametrize("aggregate", ["mean_of_questions", "mean", "weighted"])
def test_a_missing_score_gives_no_score(aggregate):
    uji = instrument(
        aggregate="mean",
        groups=[group("a", ("p", "1"), ("q", "1"), aggregate=aggregate), group("b", "r")],
    )

    assert score(uji, scores(p=4, r=4)) == scores(b=4)


@pytest.mark.parametrize("weight", [None, "0"])
def test_without_weights_there_is_no_weighted_score(weight):
    uji = instrument(groups=[group("a", "p", weight=weight), group("b", "q", weight=weight)])

    assert score(uji, scores(p=4, q=4)) == scores(a=4, b=4)


def test_one_missing_weight_is_enough():
    uji = instrument(groups=[group("a", "p", weight="10"), group("b", "q")])

    assert "uji" not in score(uji, scores(p=4, q=4))


def test_nothing_known_is_nothing_computed(komdigi):
    assert score(komdigi, {}) == {}


def test_the_mean_of_nothing_is_nothing():
    assert mean([]) is None


def test_a_score_of_zero_is_a_score():
    uji = instrument(groups=[group("a", "p", weight="1")])

    assert score(uji, scores(p=0)) == scores(a=0, uji=0)


grades = st.decimals(0, 100, places=2)


@given(
    known=st.lists(grades, min_size=4, max_size=4),
    weights=st.lists(st.integers(1, 99), min_size=2, max_size=2),
)
def test_no_score_leaves_the_range_of_what_it_is_made_of(known, weights):
    uji = instrument(
        groups=[
            group("a", "p", group("b", "q", "r"), weight=str(weights[0])),
            group("c", "s", weight=str(weights[1])),
        ]
    )
    made = score(uji, dict(zip("pqrs", known, strict=True)))

    assert set(made) == {"a", "b", "c", "uji"}
    assert all(min(known) <= value <= max(known) for value in made.values())


@given(known=st.lists(grades, min_size=4, max_size=4), lost=st.sampled_from("pqrs"))
def test_a_final_score_needs_every_question(known, lost):
    uji = instrument(
        groups=[group("a", "p", group("b", "q"), weight="1"), group("c", "r", "s", weight="1")]
    )
    every = dict(zip("pqrs", known, strict=True))
    del every[lost]

    assert "uji" not in score(uji, every)


# -- another instrument is one YAML and no Python ---------------------------------------------

MADE_UP = """\
pillars:
  - id: edisi-rekaan
    name: Edisi rekaan
    status: draft
    pillars: [{id: air, name: Air}, {id: api, name: Api}]
instruments:
  - id: rekaan-2031
    name: Instrumen rekaan 2031
    issuer: Badan Rekaan
    year: 2031
    edition: edisi-rekaan
    status: draft
    scale: {minimum: 0, maximum: 100, cumulative: true}
    bands: [{start: 0, name: Kurang}, {start: 60, name: Baik}, {start: 85, name: Istimewa}]
    total_questions: 4
    groups:
      - id: satu
        name: Dimensi Satu
        weight: 50
        aggregate: weighted
        questions:
          - {id: S.1, code: "1", text: A, weight: 25, kind: percent, pillar: air, status: draft}
          - {id: S.2, code: "2", text: B, weight: 75, pillar: api, status: draft}
      - id: dua
        name: Dimensi Dua
        weight: 30
        aggregate: mean
        groups:
          - id: dua-a
            name: Aspek
            kind: aspek
            questions: [{id: D.1, code: "1", text: C, status: draft}]
      - id: tiga
        name: Dimensi Tiga
        weight: 20
        questions:
          - {id: T.1, code: "1", text: D, period: previous, data_owner: Dinas Rekaan, status: draft}
"""
TINY = """\
city: {id: kecil, name: Kota Kecil, kind: kota, province: Jauh, region_code: "99.71"}
submissions:
  - {id: ev-2031, year: 2031, stage: tunggal, state: draft, instrument: rekaan-2031}
evidence:
  - {id: ev-a, title: Laporan, kind: laporan, date: 2031-05-01, url: "https://a.go.id/b"}
answers:
  - {id: j-1, submission: ev-2031, question: S.1, self_score: 80}
  - {id: j-2, submission: ev-2031, question: D.1, self_score: 64}
claims:
  - {id: k-1, evidence: ev-a, supports: [S.1], role: primary, submission: ev-2031}
"""


def test_a_made_up_instrument_needs_one_yaml_and_no_python(tmp_path):
    instruments = tmp_path / "pillars" / "instruments"
    instruments.mkdir(parents=True)
    (instruments / "rekaan-2031.yaml").write_text(MADE_UP, "utf-8")
    city = tmp_path / "cities" / "kecil"
    city.mkdir(parents=True)
    (city / "kota.yaml").write_text(TINY, "utf-8")
    case = pipeline.understand_city(city, tmp_path, on=date(2031, 6, 1))

    ours = [d for d in case.diagnostics if str(tmp_path) in d.span.file]
    assert [d.message for d in ours if d.severity is Severity.ERROR] == []
    assert case.instrument.id == "rekaan-2031"
    assert [band.name for band in case.instrument.bands] == ["Kurang", "Baik", "Istimewa"]
    assert {name: s.state for name, s in case.standings.items()} == {
        "S.1": State.PROVEN,
        "S.2": State.UNANSWERED,
        "D.1": State.UNPROVEN,
        "T.1": State.UNANSWERED,
    }
    assert [(c.name, c.total, c.answered) for c in coverage.by_dimension(case)] == [
        ("Dimensi Satu", 2, 1),
        ("Dimensi Dua", 1, 1),
        ("Dimensi Tiga", 1, 0),
    ]
    assert [(c.name, c.answered) for c in coverage.by_pillar(case)] == [("Air", 1), ("Api", 0)]
    assert ("Dinas Rekaan", ["belum dijawab: 1 soal (T.1)"]) in missing.by_owner(case)
    known = {"S.1": "80", "S.2": "40", "D.1": "64", "T.1": "100"}
    made = score(case.instrument, {name: Decimal(value) for name, value in known.items()})
    assert made["rekaan-2031"] == Decimal("64.2")
