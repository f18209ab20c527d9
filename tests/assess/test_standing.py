"""Which claim proves which question, for which period; and who answers for it."""

from datetime import date

import pytest

from scmaster import pipeline
from scmaster.assess import coverage, missing
from scmaster.assess.case import choose
from scmaster.assess.owners import UNKNOWN
from scmaster.assess.standing import State
from scmaster.diagnostics import Span

FRAMES = """\
pillars:
  - id: pilar-uji
    name: Edisi uji
    status: official
    pillars: [{id: living, name: Smart Living}, {id: governance, name: Smart Governance}]
instruments:
  - id: uji-2024
    name: Instrumen uji
    issuer: Kementerian
    year: 2024
    edition: pilar-uji
    status: official
    scale: {minimum: 1, maximum: 4}
    groups:
      - id: satu
        name: Satu
        weight: 50
        groups:
          - id: satu-a
            name: Aspek
            questions:
              - {id: Q.NOW, code: "1", text: A, status: official, pillar: governance,
                 data_owner: dinas kominfo}
              - {id: Q.BEFORE, code: "2", text: B, status: official, period: previous,
                 data_owner: BPS}
      - id: dua
        name: Dua
        weight: 50
        questions:
          - {id: Q.OTHER, code: "3", text: C, status: official, pillar: living}
"""
CITY = """\
city: {id: uji, name: Kota Uji, kind: kota, province: Kaltim, region_code: "64.71"}
opd:
  - {id: diskominfo, name: Dinas Komunikasi dan Informatika, short_name: Diskominfo,
     aliases: [Dinas Kominfo]}
  - {id: kominfo-lama, name: Dinas Kominfo, short_name: Lama, valid_to: 2016}
  - {id: dlh, name: Dinas Lingkungan Hidup}
submissions:
  - {id: ev-2023, year: 2023, stage: tunggal, state: final, instrument: uji-2024}
  - {id: ev-2024, year: 2024, stage: tunggal, state: draft, instrument: uji-2024}
"""
ON = date(2025, 1, 1)


def case(*texts, submission=None):
    files = [("kota.yaml", CITY.encode())]
    files += [(f"{number}.yaml", text.encode()) for number, text in enumerate(texts)]
    frames = [("pilar.yaml", FRAMES.encode())]
    made = pipeline.understand(files, frames, [], Span("kota", 1, 1), on=ON, submission=submission)
    assert [d for d in made.diagnostics if d.code < "SCM300"] == []
    return made


def answers(*questions, **fields):
    rest = "".join(f", {name}: {value}" for name, value in fields.items())
    rows = [f"  - {{id: j-{q}, submission: ev-2024, question: {q}{rest}}}\n" for q in questions]
    return "answers:\n" + "".join(rows)


def proof(evidence, *, role="primary", question="Q.NOW", submission="ev-2024"):
    return (
        f"evidence:\n  - {{id: ev-a, title: A, {evidence}}}\n"
        f"claims:\n  - {{id: k-a, evidence: ev-a, supports: [{question}], role: {role}, "
        f"submission: {submission}}}\n"
    )


URL = 'url: "https://a.go.id/b"'


def state(evidence, **fields):
    question = fields.get("question", "Q.NOW")
    return case(answers(question), proof(evidence, **fields)).standings[question].state


# -- the four states --------------------------------------------------------------------------


def test_nobody_has_answered():
    assert case().standings["Q.NOW"].state is State.UNANSWERED


def test_evidence_without_an_answer_is_no_answer():
    made = case(proof(f"kind: laporan, period: 2024, {URL}"))

    assert made.standings["Q.NOW"].state is State.UNANSWERED
    assert len(made.standings["Q.NOW"].claims) == 1


def test_answered_without_evidence():
    assert case(answers("Q.NOW")).standings["Q.NOW"].state is State.UNPROVEN


@pytest.mark.parametrize(
    "evidence",
    [
        f"kind: laporan, date: 2024-05, {URL}",
        "kind: laporan, date: 2024, file: a.pdf",
        f"kind: laporan, period: 2024-01/2024-06, {URL}",
        f"kind: laporan, date: 2025-01-10, period: 2024, {URL}",
        f"kind: renstra, period: 2021/2026, {URL}",
        f"kind: perwali, date: 2019-03-01, legal_status: enacted, {URL}",
        f"kind: sk, date: 2019-03-01, {URL}",
        f"kind: perwali, date: 2024-12-31, legal_status: enacted, {URL}",
        f"kind: sertifikat, date: 2022-03-01, valid_until: 2024-01-01, {URL}",
        f"kind: perwali, date: 2019, valid_until: 2024-06, legal_status: enacted, {URL}",
    ],
)
def test_proven_by_primary_evidence_of_the_period(evidence):
    assert state(evidence) is State.PROVEN


@pytest.mark.parametrize(
    ("why", "evidence"),
    [
        ("of the year before", f"kind: laporan, date: 2023-12-31, {URL}"),
        ("of the year after", f"kind: laporan, date: 2025-01-01, {URL}"),
        ("declares another period", f"kind: laporan, date: 2024-05, period: 2023, {URL}"),
        ("no date at all", f"kind: laporan, {URL}"),
        ("nothing to open", "kind: laporan, date: 2024-05"),
        ("news", f"kind: berita, date: 2024-05, {URL}"),
        ("a photo", f"kind: foto, date: 2024-05, {URL}"),
        ("a portal", f"kind: tautan, date: 2024-05, {URL}"),
        ("praise", f"kind: testimoni, date: 2024-05, {URL}"),
        ("a draft", f"kind: perwali, date: 2024, legal_status: draft, {URL}"),
        ("revoked", f"kind: perwali, date: 2019, legal_status: revoked, {URL}"),
        ("a draft plan", f"kind: masterplan, date: 2024, legal_status: draft, {URL}"),
        ("a revoked plan", f"kind: rpjmd, period: 2021/2026, legal_status: revoked, {URL}"),
        ("a policy of later", f"kind: perwali, date: 2025-01-01, legal_status: enacted, {URL}"),
        ("a policy ended", f"kind: perwali, date: 2019, valid_until: 2023, {URL}"),
        ("expired", f"kind: sertifikat, date: 2021, valid_until: 2023-12-31, {URL}"),
    ],
    ids=lambda value: value if " " in value and ":" not in value else "",
)
def test_supported_only(why, evidence):  # noqa: ARG001  (the first is for the reader)
    assert state(evidence) is State.SUPPORTED


def test_a_supporting_claim_never_proves():
    assert state(f"kind: laporan, date: 2024-05, {URL}", role="supporting") is State.SUPPORTED


def test_a_claim_of_another_submission_counts_for_nothing():
    found = state(f"kind: laporan, date: 2024-05, {URL}", submission="ev-2023")

    assert found is State.UNPROVEN


def test_one_good_piece_among_bad_ones_is_enough_and_primary_ones_come_first():
    text = (
        "evidence:\n"
        f"  - {{id: ev-a, title: A, kind: berita, date: 2024, {URL}}}\n"
        f"  - {{id: ev-b, title: B, kind: laporan, date: 2024, {URL}}}\n"
        "claims:\n"
        "  - {id: k-1, evidence: ev-a, supports: [Q.NOW], role: supporting, submission: ev-2024}\n"
        "  - {id: k-3, evidence: ev-b, supports: [Q.NOW], role: primary, submission: ev-2024}\n"
        "  - {id: k-2, evidence: ev-a, supports: [Q.NOW], role: primary, submission: ev-2024}\n"
    )
    standing = case(answers("Q.NOW"), text).standings["Q.NOW"]

    assert standing.state is State.PROVEN
    assert [claim.id for claim, _ in standing.claims] == ["k-2", "k-3", "k-1"]


# -- which period a question asks about -------------------------------------------------------


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ("period: 2023", State.PROVEN),
        ("date: 2023-12-31", State.PROVEN),
        ("period: 2022/2024", State.PROVEN),
        ("period: 2024", State.SUPPORTED),
        ("period: 2022", State.SUPPORTED),
    ],
)
def test_a_question_about_the_year_before(evidence, expected):
    assert state(f"kind: laporan, {evidence}, {URL}", question="Q.BEFORE") is expected


@pytest.mark.parametrize(
    ("question", "period", "expected"),
    [
        ("Q.NOW", "2023-09", State.PROVEN),
        ("Q.NOW", "2024-09", State.SUPPORTED),
        ("Q.BEFORE", "2022", State.PROVEN),
        ("Q.BEFORE", "2023", State.SUPPORTED),
    ],
)
def test_a_submission_may_prove_a_period_of_its_own(question, period, expected):
    """A cycle that asks for July 2023 to June 2024: the year before it is 2022."""
    cycle = (
        "submissions: [{id: ev-x, year: 2024, stage: tahap_1, state: draft, "
        "instrument: uji-2024, period: 2023-07/2024-06}]\n"
    )
    answer = answers(question).replace("ev-2024", "ev-x")
    evidence = proof(
        f"kind: laporan, period: {period}, {URL}", question=question, submission="ev-x"
    )
    made = case(cycle, answer, evidence, submission="ev-x")

    assert made.standings[question].state is expected


# -- which submission is looked at ------------------------------------------------------------


def test_the_latest_submission_with_an_instrument_is_looked_at():
    later = "submissions: [{id: ev-2025, year: 2025, stage: tahap_1, state: draft}]\n"

    assert case(later).submission.id == "ev-2024"


def test_of_one_year_the_one_whose_id_sorts_last():
    cycle = (
        "submissions: [{id: ev-2024-b, year: 2024, stage: tahap_2, state: draft, "
        "instrument: uji-2024}]\n"
    )

    assert case(cycle).submission.id == "ev-2024-b"


def test_a_submission_asked_for_is_looked_at():
    assert case(submission="ev-2023").submission.id == "ev-2023"


def test_a_submission_that_is_not_there_is_none():
    assert case(submission="ev-1999").submission is None
    assert case(submission="ev-1999").standings == {}


def test_the_citys_default_wins_over_the_latest():
    made = case()
    city = made.dossier.city.model_copy(update={"default_submission": "ev-2023"})
    made.dossier.records["city"]["uji"] = city

    assert choose(made.dossier).id == "ev-2023"


# -- who answers ------------------------------------------------------------------------------


def owners(made):
    return {count.name: (count.total, count.answered) for count in coverage.by_owner(made)}


def test_the_usual_owner_goes_by_the_name_of_the_citys_register():
    """An alias in another case finds today's office, not the one that has ended."""
    assert owners(case()) == {"BPS": (1, 0), "Diskominfo": (1, 0), UNKNOWN: (1, 0)}


def test_the_owner_of_the_answer_wins_over_the_usual_one():
    assert owners(case(answers("Q.NOW", "Q.OTHER", owner="dlh"))) == {
        "BPS": (1, 0),
        "Dinas Lingkungan Hidup": (2, 2),
    }


def test_nobody_comes_last():
    assert list(owners(case()))[-1] == UNKNOWN
    assert [owner for owner, _ in missing.by_owner(case())][-1] == UNKNOWN


# -- how much is missing, and from whom -------------------------------------------------------

SOME = (
    answers("Q.NOW", "Q.OTHER"),
    proof(f"kind: berita, date: 2024, {URL}", question="Q.OTHER"),
)


def test_counted_by_dimension():
    counts = coverage.by_dimension(case(*SOME))

    figures = [(c.id, c.total, c.answered, c.supported, c.proven) for c in counts]
    assert figures == [("satu", 2, 1, 0, 0), ("dua", 1, 1, 1, 0)]
    assert [(c.unanswered, c.unproven) for c in counts] == [(1, 1), (0, 0)]


def test_counted_by_pillar_in_the_editions_order():
    counts = coverage.by_pillar(case(*SOME))

    assert [(c.name, c.total, c.answered) for c in counts] == [
        ("Smart Living", 1, 1),
        ("Smart Governance", 1, 1),
    ]


@pytest.mark.parametrize("texts", [(), SOME, (answers("Q.BEFORE", owner="dlh"),)])
def test_however_it_is_counted_no_question_is_lost(texts):
    made = case(*texts)

    for counts in (coverage.by_dimension(made), coverage.by_owner(made)):
        assert sum(count.total for count in counts) == 3
        for count in counts:
            parts = (count.unanswered, count.unproven, count.supported, count.proven)
            assert sum(parts) == count.total
            assert min(parts) >= 0


def test_what_is_missing_and_from_whom():
    owed = dict(missing.by_owner(case(*SOME)))

    assert owed["Diskominfo"] == ["belum ada eviden: 1 soal (Q.NOW)"]
    assert owed["BPS"] == ["belum dijawab: 1 soal (Q.BEFORE)"]
    assert owed[UNKNOWN] == ["baru ada eviden pendukung: 1 soal (Q.OTHER)"]


def test_what_is_proven_is_not_missing():
    made = case(answers("Q.NOW"), proof(f"kind: laporan, date: 2024, {URL}"))

    assert [gap.standing.question.id for gap in missing.gaps(made)] == ["Q.BEFORE", "Q.OTHER"]


def test_an_indicator_without_a_figure_is_owed_by_its_owner_and_a_promise_is_none():
    text = (
        "indicators:\n"
        "  - {id: ind-a, name: A, unit: B, owner: dlh}\n"
        "  - {id: ind-b, name: B, unit: B, owner: dlh, actuals: [{note: belum dihitung}]}\n"
        "  - {id: ind-c, name: C, unit: B, owner: dlh, actuals: [{value: 0, as_of: 2024}]}\n"
        "  - {id: ind-d, name: D, unit: B, owner: dlh, actuals: [{value: 9, status: target}]}\n"
    )

    assert dict(missing.by_owner(case(text)))["Dinas Lingkungan Hidup"] == [
        "capaian indikator ind-a",
        "capaian indikator ind-b",
        "capaian indikator ind-d",
    ]


def test_a_long_list_says_how_many_more_there_are(monkeypatch):
    monkeypatch.setattr(missing, "SHOWN", 1)
    owed = dict(missing.by_owner(case(answers("Q.NOW", "Q.OTHER", owner="dlh"))))

    assert owed["Dinas Lingkungan Hidup"] == ["belum ada eviden: 2 soal (Q.NOW dan 1 lagi)"]


# -- carried over from an earlier cycle -------------------------------------------------------

BEFORE = "answers:\n  - {id: j-lama, submission: ev-2023, question: Q.NOW, fact: Ada.}\n"
COPY = "  - {id: j-salin, submission: ev-2024, question: Q.NOW, fact: Ada., carried_from: j-lama"


def test_an_answer_carried_over_answers_nothing():
    made = case(BEFORE + COPY + "}\n")
    found = made.standings["Q.NOW"]

    assert (found.state, found.answer, found.carried.id) == (State.UNANSWERED, None, "j-salin")
    assert [d.code for d in made.diagnostics if d.span.file == "0.yaml"] == ["SCM950"]


def test_whoever_answered_before_is_asked_again():
    made = case(BEFORE + COPY + ", owner: dlh}\n")

    assert dict(missing.by_owner(made))["Dinas Lingkungan Hidup"][0].startswith("belum dijawab")


def test_an_answer_beside_the_copy_counts_and_is_no_second_one():
    made = case(BEFORE + COPY + "}\n" + answers("Q.NOW", fact="Baru.").removeprefix("answers:\n"))
    found = made.standings["Q.NOW"]

    assert (found.state, found.answer.id) == (State.UNPROVEN, "j-Q.NOW")
    assert "SCM516" not in {d.code for d in made.diagnostics}
    assert [d.message for d in made.diagnostics if d.code == "SCM950"] == [
        "salinan jawaban Q.NOW tertinggal; sudah dijawab oleh j-Q.NOW"
    ]
