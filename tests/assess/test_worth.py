"""A gap's worth is what recomputing the whole score says it is, and nothing else."""

import itertools
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scmaster import pipeline
from scmaster.assess import simulation, worth
from scmaster.assess.ledger import ledger

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def case():
    folder = ROOT / "cities" / "balikpapan"
    return pipeline.understand_city(folder, ROOT, on=date(2026, 11, 23))


def final(case, scores):
    return simulation.simulate(case.instrument, scores).final(case.instrument)


def test_the_ranking_is_that_of_brute_force(case):
    now = simulation.provable(case)
    before = final(case, now)
    steps = worth.steps(case)
    gained = {
        step.standing.question.id: final(case, now | {step.standing.question.id: step.after})
        - before
        for step in steps
    }

    assert len(steps) == len(case.standings)
    for step in steps:
        assert abs(step.worth - gained[step.standing.question.id]) < Decimal("1e-20")
    brute = sorted(gained.values(), reverse=True)
    ours = [gained[step.standing.question.id] for step in steps]
    assert all(abs(a - b) < Decimal("1e-20") for a, b in zip(brute, ours, strict=True))


def test_the_shares_of_all_questions_are_the_whole(case):
    every = worth.shares(case.instrument, simulation.provable(case))

    assert abs(sum(every.values()) - 1) < Decimal("1e-20")


def test_equal_worth_is_ordered_by_effort(case):
    steps = worth.steps(case)
    pairs = [(a, b) for a, b in itertools.pairwise(steps) if a.worth == b.worth]

    assert pairs
    assert all(a.effort <= b.effort for a, b in pairs)


def test_claims_are_worth_at_least_what_can_be_proven(case):
    said, now = simulation.claimed(case), simulation.provable(case)

    assert all(said[name] >= now[name] for name in said)
    assert set(now.values()) == {Decimal(0), Decimal(1)}  # no answer of the record is proven


def test_a_supposed_score_is_recomputed_exactly(case):
    now = simulation.provable(case)
    changed = simulation.what_if(case.instrument, now, {"OUT.06": Decimal(3)})
    output = [3 if n == "OUT.06" else s for n, s in now.items() if n.startswith("OUT.")]

    assert changed.groups["output"] == sum(output, Decimal(0)) / 7
    assert changed.final(case.instrument) - final(case, now) == pytest.approx(
        Decimal(3) / 7 * Decimal("0.2"), abs=Decimal("1e-20")
    )


def test_a_supposed_dimension_stands_for_its_questions(case):
    now = simulation.provable(case)
    changed = simulation.what_if(case.instrument, now, {"collaboration": Decimal(2)})

    assert changed.groups["collaboration"] == 2
    with pytest.raises(KeyError):
        simulation.what_if(case.instrument, now, {"TIDAK.ADA": Decimal(1)})


def test_the_official_results_stand_beside_the_simulation(case):
    made = ledger(case, {})
    output = next(line for line in made.dimensions if line.id == "output")

    assert output.official["hasil-2023"] == Decimal("3.00")
    assert made.final.official["hasil-2023"] == Decimal("3.41")
    assert len(made.unanswered) + len(made.unproven) == len(case.standings)
