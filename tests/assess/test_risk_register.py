"""All risks in one order, what each comes to, and what has none."""

from itertools import product

import pytest
from small_city import small

from scmaster.assess.risk_register import (
    after,
    before,
    level,
    owner,
    register,
    remaining,
    untreated,
    without,
)
from scmaster.assess.scales import band_of, risk_scale
from scmaster.model.masterplan import Risk
from scmaster.model.priority import RiskScale

TEXT = """
programmes:
  - id: prog-b
    name: Bis
    owner: dlh
    risks: [{text: B1}, {text: B2, likelihood: 3, severity: 3}]
  - {id: prog-a, name: Air, owner: diskominfo}
  - {id: prog-c, name: Cahaya}
  - {id: prog-d, name: Dulu, lifecycle: stopped}
quick_wins:
  - {id: qw-b-2024, programme: prog-b, year: 2024, risks: [{text: B4}]}
  - {id: qw-b-2023, programme: prog-b, year: 2023, risks: [{text: B3}]}
  - {id: qw-a-2024, programme: prog-a, year: 2024}
  - {id: qw-a-2023, programme: prog-a, year: 2023}
"""


@pytest.fixture(scope="module")
def case():
    return small(TEXT, without=("programmes",))


def risk(**fields):
    return Risk.model_validate({"text": "Padam"} | {k: str(v) for k, v in fields.items()})


def test_a_programme_comes_before_its_quick_wins_and_they_by_year(case):
    every = register(case.dossier)

    assert [r.risk.text for r in every] == ["B1", "B2", "B3", "B4"]
    assert [r.key for r in every] == ["R1", "R2", "R3", "R4"]
    assert [(r.holder.id, r.index) for r in every[:2]] == [("prog-b", 0), ("prog-b", 1)]


def test_a_quick_win_without_its_programme_keeps_its_risks():
    text = "quick_wins: [{id: qw, programme: prog-x, year: 2024, risks: [{text: A}]}]\n"
    broken = "programmes: [{id: prog-x, nama: X}]\n"

    assert [r.risk.text for r in register(small(text + broken).dossier)] == ["A"]


def test_what_has_no_risk_is_named_once(case):
    assert [holder.id for holder in without(case)] == ["qw-a-2024", "prog-c"]
    assert [owner(case.dossier, holder) for holder in without(case)] == ["diskominfo", None]


def test_a_level_is_the_product_of_two_grades():
    every = {
        level(before(risk(likelihood=likely, severity=bad)))
        for likely, bad in product((1, 2, 3), repeat=2)
    }

    assert every == {1, 2, 3, 4, 6, 9}


@pytest.mark.parametrize("one", ["likelihood", "severity"])
def test_half_a_grade_is_no_level(one):
    assert before(risk(**{one: 3})) is None
    assert after(risk(**{f"residual_{one}": 3})) is None


def test_what_remains_is_what_mitigation_left_else_what_there_was():
    graded = {"likelihood": 3, "severity": 3}

    assert remaining(risk(**graded)) == 9
    assert remaining(risk(**graded, residual_likelihood=1)) == 9
    assert remaining(risk(**graded, residual_likelihood=1, residual_severity=2)) == 2
    assert remaining(risk()) is None


@pytest.mark.parametrize(
    ("reached", "name"),
    [(1, "rendah"), (2, "rendah"), (3, "sedang"), (4, "sedang"), (6, "tinggi"), (9, "tinggi")],
)
def test_every_level_has_one_name(case, reached, name):
    assert band_of(risk_scale(case), reached).name == name


def test_the_bands_may_stand_in_any_order_and_a_level_below_them_has_no_name():
    bands = [{"start": "6", "name": "b"}, {"start": "2", "name": "a"}]
    fields = {"id": "s", "name": "S", "basis": "source", "bands": bands, "treat_from": "6"}
    scale = RiskScale.model_validate(fields)

    assert [getattr(band_of(scale, n), "name", None) for n in (1, 2, 5, 6)] == [None, "a", "a", "b"]
    assert band_of(scale, None) is None
    assert band_of(None, 3) is None


def test_only_high_risks_must_be_treated(case):
    assert [(r.key, missing) for r, missing in untreated(case)] == [("R2", ["mitigasi", "pemilik"])]
    bare = small(TEXT, without=("programmes", "risk_scales"))
    assert untreated(bare) == []
