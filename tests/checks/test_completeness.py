"""What a rule's page cannot show: consequences that stay unsaid, and severities."""

import pytest
from test_pages import understand

from scmaster.diagnostics import Severity

ANSWER = """\
answers:
  - id: jwb-bas-01
    submission: evaluasi-2024
    question: BAS.01
    fact: Masterplan ditetapkan.
    analysis: Dinas mengacu kepadanya.
"""
CLAIM = """\
claims:
  - id: klaim-bas-01
    evidence: ev-laporan
    supports: [BAS.01]
    submission: evaluasi-2024
    role: primary
    pages: "3"
"""
YEARS = """\
quick_wins:
  - {id: qw-2021, programme: prog-uji, year: 2021}
  - {id: qw-2022, programme: prog-uji, year: 2022}
"""


def codes(text):
    return {d.code for d in understand(text).diagnostics}


def one(text, code):
    (found,) = [d for d in understand(text).diagnostics if d.code == code]
    return found


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("evidence: ev-laporan", "evidence: ev-laporen"),
        ("supports: [BAS.01]", "supports: [BAS.011]"),
        ("submission: evaluasi-2024\n    role", "submission: evaluasi-2042\n    role"),
        ("role: primary", "rolle: primary"),
        ("role: primary", "role: [primary"),
    ],
)
def test_a_slip_in_a_claim_leaves_the_answer_and_the_evidence_alone(right, wrong):
    before = codes(ANSWER + CLAIM)
    after = codes(ANSWER + CLAIM.replace(right, wrong))

    assert {code for code in after - before if code >= "SCM300"} == set()
    assert {code for code in after - before if code < "SCM300"} != set()


def test_a_claim_that_is_missing_is_noticed():
    assert "SCM304" in codes(ANSWER) - codes(ANSWER + CLAIM)


def test_an_office_named_by_a_broken_record_is_not_idle():
    opd = "opd:\n  - {id: diskominfo, name: Diskominfo}\n  - {id: dispora, name: Dispora}\n"
    programme = "programmes:\n  - {id: prog-uji, name: Uji, owner: dispora}\n"

    assert "SCM334" in codes(opd)
    assert "SCM334" not in codes(opd + programme)
    assert "SCM334" not in codes(opd + programme.replace("name", "nama"))
    assert "SCM334" not in codes(opd + programme.replace("dispora", "dispoar"))


def test_a_recommendation_that_cannot_be_read_is_not_missing():
    cycle = (
        "submissions:\n"
        "  - {id: evaluasi-2023, year: 2023, stage: tahap_1, state: final,"
        " declared_recommendations: 1}\n"
    )
    wanted = (
        "recommendations:\n  - {id: rek-1, submission: evaluasi-2023, number: 1, status: open}\n"
    )

    assert "SCM324" in codes(cycle)
    assert codes(cycle + wanted) & {"SCM101", "SCM324"} == {"SCM101"}


def test_a_default_submission_that_cannot_be_read_is_not_replaced():
    city = (
        "city: {id: uji, name: Kota Uji, kind: kota, province: Kaltim, region_code: '64.99',"
        " default_submission: evaluasi-2025}\n"
    )
    cycles = (
        "submissions:\n"
        "  - {id: evaluasi-2024, year: 2024, stage: tahap_1, instrument: uji-2024, state: final}\n"
        "  - {id: evaluasi-2025, year: duaribu, stage: tahap_1, state: draft}\n"
    )

    assert understand(city + cycles).submission is None
    assert understand(city + cycles.replace("duaribu", "2025")).submission.id == "evaluasi-2025"


def test_the_latest_quick_wins_stand_in_for_a_year_without_any():
    found = [d for d in understand(YEARS).diagnostics if d.code == "SCM314"]

    assert [d.message for d in found] == ["quick win qw-2022 belum menyebut satu risiko pun"]


@pytest.mark.parametrize("state", ["draft", "final"])
def test_a_gap_is_a_warning_until_the_submission_is_final(state):
    text = ("# final\n" if state == "final" else "") + ANSWER

    assert (
        one(text, "SCM304").severity
        is {
            "draft": Severity.WARNING,
            "final": Severity.ERROR,
        }[state]
    )


def test_what_is_left_to_answer_is_counted_by_dimension():
    assert one(ANSWER, "SCM336").message == (
        "5 dari 6 pertanyaan belum dijawab: Baseline 2 dari 3 dan Output 3 dari 3"
    )


def test_the_numbers_of_missing_recommendations_are_drawn_together():
    text = (
        "submissions:\n"
        "  - {id: s, year: 2023, stage: tahap_1, state: final, declared_recommendations: 12}\n"
        "recommendations:\n"
        "  - {id: r1, submission: s, number: 1, text: Satu., status: irrelevant}\n"
        "  - {id: r3, submission: s, number: 3, text: Tiga., status: irrelevant}\n"
    )

    assert one(text, "SCM324").message == (
        "s: 2 dari 12 rekomendasi tercatat; belum ada nomor 2 dan 4–12"
    )
