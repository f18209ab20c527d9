"""Until when a piece of evidence holds: as it says itself, else as its kind does."""

from datetime import date

import pytest
from small_city import small

from scmaster import pipeline
from scmaster.assess.freshness import life, lives, months_after
from scmaster.model.evidence import Evidence
from scmaster.model.validity import Validity


def rule(**fields):
    base = {"id": "v-a", "name": "A", "kinds": ["survei"], "status": "inferred"}
    return Validity.model_validate(base | fields)


def evidence(**fields):
    base = {"id": "ev-a", "title": "A", "kind": "survei", "date": "2024-03-10"}
    return Evidence.model_validate(base | fields)


YEAR = rule(months="12")


@pytest.mark.parametrize(
    ("fields", "until"),
    [
        ({}, date(2025, 3, 10)),
        ({"date": "2024-03"}, date(2025, 3, 31)),
        ({"date": "2024"}, date(2025, 12, 31)),
        ({"date": "2024-02-29"}, date(2025, 2, 28)),
        ({"period": "2024-01/2024-06"}, date(2025, 6, 30)),
        ({"valid_until": "2024-12-31"}, date(2024, 12, 31)),
        ({"valid_until": "2030"}, date(2030, 12, 31)),
    ],
)
def test_a_year_counts_from_the_end_of_what_it_proves(fields, until):
    assert life(evidence(**fields), [YEAR], ()).until == until


@pytest.mark.parametrize(
    "fields", [{"date": None}, {"kind": "laporan"}, {"valid_until": "2023-01-01"}]
)
def test_where_nobody_knows_nothing_is_said(fields):
    assert life(evidence(**fields), [YEAR], ()) is None


def test_what_holds_until_it_is_revoked_has_no_last_day():
    assert life(evidence(kind="sk"), [rule(kinds=["sk"])], ()).until is None


def test_a_rule_for_some_questions_is_for_evidence_of_those():
    some = rule(months="12", questions=["PMD.10"])

    assert life(evidence(), [some], {"PMD.11"}) is None
    assert life(evidence(), [some], {"PMD.10", "PMD.11"}).rule is some


def test_of_two_rules_the_shorter_holds():
    short = rule(id="v-b", months="6")

    assert life(evidence(), [YEAR, short, rule(id="v-c")], ()).rule is short


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 11, 30), 1, date(2024, 12, 30)),
        (date(2024, 12, 31), 12, date(2025, 12, 31)),
        (date(2024, 5, 1), 0, date(2024, 5, 1)),
        (date(2024, 5, 1), 12 * 10**15, date(9999, 5, 1)),
    ],
)
def test_months_end_where_the_calendar_does(day, months, after):
    assert months_after(day, months) == after


def test_what_is_shipped_says_where_it_comes_from():
    known, found = pipeline.frameworks(None)

    assert found == []
    assert known.validity
    for rule in known.validity.values():
        assert rule.sources, rule.id
        assert set(rule.sources) <= set(known.sources)


def test_claims_say_what_evidence_serves():
    case = small(
        "evidence: [{id: ev-a, title: A, kind: survei, date: 2024-03-10}]\n",
        without=("evidence", "claims"),
    )

    assert lives(case.dossier) == {}, "the small city's pillars say nothing of surveys"


def stale(text):
    found = small(text, without=("evidence", "claims", "submissions")).diagnostics
    return [d.code for d in found if d.code in {"SCM408", "SCM431", "SCM448"}]


SUBMISSION = """\
submissions:
  - id: evaluasi-2024
    year: 2024
    stage: tahap_2
    instrument: uji-2024
    state: draft
    dates: [{date: 2025-02-01, text: Wawancara}, {date: 2025-06-01, text: Surat hasil}]
evidence:
  - {id: ev-a, title: A, kind: sertifikat, date: 2023-01-01, valid_until: UNTIL, url: https://a.id}
claims:
  - id: k
    evidence: ev-a
    supports: [OUT.04]
    submission: evaluasi-2024
    role: primary
    pages: "1"
"""


@pytest.mark.parametrize(
    ("until", "codes"),
    [
        ("2023-06-30", ["SCM408"]),
        ("2024-06-30", ["SCM431"]),
        ("2025-01-31", ["SCM448"]),
        ("2025-02-01", []),
        ("2025-03-01", []),
    ],
)
def test_one_end_is_told_by_one_rule(until, codes):
    assert stale(SUBMISSION.replace("UNTIL", until)) == codes
