"""What becomes of a piece of evidence when the next cycle asks again."""

from datetime import date

import pytest

from scmaster.assess.renewal import Fate, Why, renewal
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.validity import Validity
from scmaster.model.values import PartialDate, Period

ASKED = Period(PartialDate(2026), PartialDate(2026))
YEAR = Validity.model_validate(
    {"id": "v-a", "name": "Survei", "kinds": ["survei"], "months": "12", "status": "inferred"}
)
PWD = {"kind": "perwali", "date": "2022-03-01"}


def judged(verdicts=(), shaken=(), asked=ASKED, **fields):
    base = {"id": "ev-a", "title": "A", "kind": "laporan"}
    evidence = Evidence.model_validate(base | fields)
    claim = Claim.model_validate(
        {
            "id": "kl-a",
            "evidence": "ev-a",
            "supports": ["Q"],
            "role": "primary",
            "verdicts": [
                {"submission": "ev-2025", "verdict": word, "reason": "kabur"} for word in verdicts
            ],
        }
    )
    return renewal((claim, evidence), "Q", asked, [YEAR], shaken)


@pytest.mark.parametrize(
    ("fields", "why", "until"),
    [
        (PWD, Why.HOLDS, None),
        ({"period": "2026"}, Why.HOLDS, None),
        ({"kind": "rpjmd", "period": "2025/2029"}, Why.HOLDS, date(2029, 12, 31)),
        (PWD | {"legal_status": "draft"}, Why.HOLDS, None),  # what a draft lacks, others say
        (PWD | {"legal_status": "revoked"}, Why.REVOKED, None),
        ({"date": "2025-03-01"}, Why.OTHER_PERIOD, None),
        ({"period": "2025"}, Why.OTHER_PERIOD, None),
        ({"kind": "berita", "period": "2020"}, Why.OTHER_PERIOD, None),
        ({}, Why.UNDATED, None),
        ({"kind": "perwali", "period": "2017/2025"}, Why.ENDED, date(2025, 12, 31)),
        (
            {"kind": "sertifikat", "date": "2023", "valid_until": "2025-06"},
            Why.ENDED,
            date(2025, 6, 30),
        ),
        (
            {"kind": "sertifikat", "date": "2023", "valid_until": "2026-06"},
            Why.ENDING,
            date(2026, 6, 30),
        ),
        (
            {"kind": "sertifikat", "date": "2023", "valid_until": "2027"},
            Why.HOLDS,
            date(2027, 12, 31),
        ),
        ({"kind": "survei", "date": "2025-08-01"}, Why.OTHER_PERIOD, date(2026, 8, 1)),
        ({"kind": "survei", "date": "2023-08-01"}, Why.ENDED, date(2024, 8, 1)),
    ],
)
def test_each_reason(fields, why, until):
    found = judged(**fields)

    assert (found.why, found.until) == (why, until)


def test_what_is_to_be_done_follows_from_the_reason():
    renew = {Why.REFUSED, Why.SHAKEN, Why.UNDATED, Why.OTHER_PERIOD, Why.ENDING}

    assert judged(**PWD).fate is Fate.KEPT
    assert judged(**PWD, legal_status="revoked").fate is Fate.EXPIRED
    assert judged(period="2017/2025", kind="perwali").fate is Fate.EXPIRED
    found = [
        judged(**PWD, verdicts=["revise"]),
        judged(**PWD, shaken={"kl-a"}),
        judged(),
        judged(period="2025"),
        judged(kind="sertifikat", date="2023", valid_until="2026-06"),
    ]
    assert {each.why for each in found} == renew
    assert {each.fate for each in found} == {Fate.RENEW}


@pytest.mark.parametrize(
    ("verdicts", "why"),
    [
        (["accepted"], Why.HOLDS),
        (["pending"], Why.HOLDS),
        (["auto_rejected"], Why.REFUSED),
        (["revise", "pending"], Why.REFUSED),
        (["revise", "accepted"], Why.HOLDS),
        (["accepted", "revise"], Why.REFUSED),
    ],
)
def test_the_last_verdict_of_assessors_counts(verdicts, why):
    assert judged(**PWD, verdicts=verdicts).why is why


def test_what_assessors_said_is_kept():
    assert judged(**PWD, verdicts=["revise"]).said == "kabur"
