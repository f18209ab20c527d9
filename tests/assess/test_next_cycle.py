"""The next cycle as it follows from an earlier one."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from small_city import small

from scmaster.assess.next_cycle import Proof, begun, following, free, renamed
from scmaster.assess.owed import owed
from scmaster.model.city import Opd
from scmaster.model.values import ID, LONGEST_ID

CYCLE = (
    "submissions:\n  - {{id: {id}, year: 2024, stage: {stage}, instrument: uji-2024, state: final"
    "{more}}}\n"
)


def after(year, identity="evaluasi-2024", stage="tunggal", more="", asked=""):
    case = small(
        CYCLE.format(id=identity, stage=stage, more=more and f", {more}"), without=("submissions",)
    )
    return begun(case.dossier, case.submission, year, asked)


# -- the submission ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("identity", "stage", "year", "asked", "wanted"),
    [
        ("evaluasi-2024", "tunggal", 2025, "", ("evaluasi-2025", "tunggal")),
        ("evaluasi-2024", "tunggal", 2025, "tahap_2", ("evaluasi-2025-tahap-2", "tahap_2")),
        ("ev-2024-tahap-1", "tahap_1", 2024, "", ("ev-2024-tahap-2", "tahap_2")),
        ("ev-2024-tahap-2", "tahap_2", 2025, "", ("ev-2025-tahap-1", "tahap_1")),
        ("ev-2024-tahap-2", "tahap_2", 2025, "tunggal", ("ev-2025", "tunggal")),
        ("penilaian", "tunggal", 2026, "", ("penilaian-2026", "tunggal")),
    ],
)
def test_its_id_is_in_the_style_of_the_city(identity, stage, year, asked, wanted):
    made = after(year, identity, stage, asked=asked)

    assert (made.id, made.stage) == wanted


@pytest.mark.parametrize(
    ("period", "year", "wanted"),
    [
        ("", 2025, None),
        ("2024", 2025, "2025"),
        ("2023-07/2024-06", 2026, "2025-07/2026-06"),
        ("2024-02-29/2024-12-31", 2025, "2025-02/2025-12-31"),
        ("2024", 2024, "2024"),
    ],
)
def test_the_period_moves_with_the_year(period, year, wanted):
    made = after(year, more=period and f"period: {period}")

    assert (str(made.period) if made.period else None) == wanted


def test_nothing_of_what_happened_is_copied():
    more = (
        "title: Evaluasi tahun 2024, note: Catatan, revision: abc, channel: Daring,"
        " declared_recommendations: 7, presenters: [Sekda],"
        " dates: [{date: 2024-11-06, text: Wawancara}]"
    )
    made = after(2025, more=more)

    assert (made.title, made.state, made.instrument) == (
        "Evaluasi tahun 2025",
        "draft",
        "uji-2024",
    )
    happened = (made.note, made.revision, made.channel, made.declared_recommendations)
    assert happened == (None,) * 4
    assert made.presenters == made.dates == []


@pytest.mark.parametrize(
    ("stage", "year", "wanted"),
    [("", 2024, "Evaluasi 2024 tahap II"), ("tunggal", 2025, "Evaluasi 2025")],
)
def test_the_title_says_its_stage(stage, year, wanted):
    made = after(
        year, "e-2024-tahap-1", "tahap_1", more="title: Evaluasi 2024 tahap I", asked=stage
    )

    assert made.title == wanted


def test_another_family_has_another_name():
    case = small(
        CYCLE.format(id="evaluasi-2024", stage="tunggal", more=", title: Evaluasi 2024"),
        ("submissions",),
    )
    frames = case.dossier.frameworks
    known = frames.instruments["uji-2024"].model_copy(update={"id": "spbe-uji", "family": "spbe"})
    frames.instruments["spbe-uji"] = known
    made = begun(case.dossier, case.submission, 2025, "", "spbe-uji")

    assert (made.id, made.title) == ("spbe-2025", None)


# -- ids --------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(
    st.from_regex(r"[a-z0-9]{1,30}([._-][a-z0-9]{1,30}){0,4}", fullmatch=True),
    st.integers(2000, 2100),
    st.sets(st.integers(1, 5)),
)
def test_an_id_is_never_one_in_use_and_never_too_long(identity, year, numbers):
    new = after(2025)
    assume(len(identity) <= LONGEST_ID)
    first = renamed(identity, year, new, ())
    taken = {first} | {free(first, {first})} | {f"{first}-{n}" for n in numbers}
    made = renamed(identity, year, new, taken)

    assert made not in taken
    assert len(made) <= LONGEST_ID
    assert re.fullmatch(ID, made)


def test_a_year_in_an_id_is_that_of_the_new_cycle():
    new = after(2025)

    assert renamed("jaw-2024-bas-01", 2024, new, ()) == "jaw-2025-bas-01"
    assert renamed("jaw-12024", 2024, new, ()) == "jaw-12024-2025"
    assert renamed("jaw-bas-01", 2024, new, {"jaw-bas-01-2025"}) == "jaw-bas-01-2025-2"


# -- what follows -----------------------------------------------------------------------------

RECORDS = """
opd:
  - {id: diskominfo, name: Dinas Komunikasi dan Informatika}
  - {id: bappeda-lama, name: Bappeda Litbang, successor: bappeda, valid_to: 2024-12-31}
  - {id: bappeda, name: Badan Perencanaan Pembangunan Daerah, valid_from: 2025-01-01}
  - {id: dlh, name: Dinas Lingkungan Hidup}
evidence:
  - {id: ev-perwali, title: Perwali, kind: perwali, number: "8", date: 2022, legal_status: enacted,
     url: "https://a.go.id/8.pdf"}
  - {id: ev-laporan, title: Laporan, kind: laporan, period: 2024, url: "https://a.go.id/b.pdf"}
  - {id: ev-sertifikat, title: ISO, kind: sertifikat, date: 2022, valid_until: 2024-12-31,
     url: "https://a.go.id/c.pdf"}
  - {id: ev-berita, title: Berita, kind: berita, period: 2024/2025, url: "https://a.go.id/d"}
claims:
  - {id: kl-1, evidence: ev-perwali, supports: [BAS.01, OUT.04], submission: evaluasi-2024,
     role: primary, section: Pasal 2}
  - {id: kl-2, evidence: ev-laporan, supports: [BAS.02], submission: evaluasi-2024, role: primary}
  - {id: kl-3, evidence: ev-sertifikat, supports: [OUT.06], submission: evaluasi-2024,
     role: primary}
  - {id: kl-4, evidence: ev-laporan, supports: [BAS.04], submission: evaluasi-2024,
     role: supporting}
answers:
  - {id: j-1, submission: evaluasi-2024, question: BAS.01, fact: Ada., owner: bappeda-lama}
  - id: j-2
    submission: evaluasi-2024
    question: OCM.04
    measure: {value: 3.5, unit: indeks, as_of: 2024, status: official}
    issuer: Kementerian PANRB
recommendations:
  - {id: rek-1, submission: evaluasi-2024, number: 1, text: Lanjutkan., status: open, owner: dlh}
  - {id: rek-2, submission: evaluasi-2024, number: 2, text: Selesai., status: evidenced}
programmes:
  - {id: prog-jalan, name: Jalan, lifecycle: running, owner: dlh}
  - {id: prog-henti, name: Henti, lifecycle: stopped, owner: dlh}
  - {id: prog-habis, name: Habis, lifecycle: running, ended: 2024-06, owner: dlh}
quick_wins:
  - {id: qw-jalan, programme: prog-jalan, year: 2024}
  - {id: qw-henti, programme: prog-henti, year: 2024}
  - {id: qw-habis, programme: prog-habis, year: 2024}
  - {id: qw-lama, programme: prog-jalan, year: 2020}
"""
WITHOUT = ("opd", "evidence", "programmes")


def follows(year=2025, more=""):
    case = small(RECORDS + more, without=WITHOUT)
    new = begun(case.dossier, case.submission, year)
    return following(case, new)


def test_each_question_says_what_becomes_of_its_proof():
    found = {need.question.id: need.proof for need in follows().needs}

    assert found == {
        "BAS.01": Proof.KEPT,
        "OUT.04": Proof.KEPT,
        "BAS.02": Proof.RENEW,
        "BAS.04": Proof.SUPPORTING,  # it asks about the year before, of which the report tells
        "OUT.06": Proof.EXPIRED,
        "OCM.04": Proof.NEVER,  # answered with a figure, and nothing to show it
    }


def test_a_question_asks_the_office_that_has_taken_the_place_of_the_one_that_answered():
    found = {need.question.id: need.office for need in follows().needs}

    assert isinstance(found["BAS.01"], Opd)
    assert found["BAS.01"].id == "bappeda"


def test_the_second_stage_of_a_year_keeps_its_figures():
    case = small(RECORDS, without=WITHOUT)
    new = begun(case.dossier, case.submission, 2024, "tahap_2")
    found = {need.question.id: need for need in following(case, new).needs}

    assert found["OCM.04"].figure is True
    assert found["BAS.02"].proof is Proof.KEPT


@pytest.mark.parametrize(
    ("year", "stage", "proof"), [(2025, "", Proof.RENEW), (2024, "tahap_2", Proof.KEPT)]
)
def test_an_index_of_others_needs_no_evidence_but_a_figure_of_the_period(year, stage, proof):
    case = small(RECORDS, without=WITHOUT)
    for group in case.dossier.frameworks.instruments["uji-2024"].groups:
        group.questions[:] = [q.model_copy(update={"upload": False}) for q in group.questions]
    cycle = following(case, begun(case.dossier, case.submission, year, stage))
    found = {need.question.id: need.proof for need in cycle.needs}

    assert found["OCM.04"] is proof
    assert found["OUT.06"] is Proof.NEVER


def test_recommendations_are_seen_by_the_new_cycle_without_being_copied():
    case = small(RECORDS, without=WITHOUT)
    later = following(case, begun(case.dossier, case.submission, 2025)).new
    seen = small(
        RECORDS + f"submissions:\n  - {{id: evaluasi-2024, year: 2024, stage: tahap_2,"
        f" instrument: uji-2024, state: draft}}\n  - {{id: {later.id}, year: 2025,"
        f" stage: {later.stage}, instrument: uji-2024, state: draft}}\n",
        without=(*WITHOUT, "submissions"),
    )
    asked = owed(seen)

    assert seen.submission.id == later.id
    assert [r.id for r in asked["dlh"].recommendations] == ["rek-1"]


def test_quick_wins_go_on_only_where_the_instrument_asks_of_them():
    assert follows().quick_wins == ()


def test_quick_wins_of_programmes_that_run_go_on():
    case = small(RECORDS, without=WITHOUT)
    first = case.dossier.frameworks.instruments["uji-2024"].groups[0]
    first.questions.append(
        first.questions[0].model_copy(update={"id": "QW.01", "text": "Apakah quick win berjalan?"})
    )
    found = following(case, begun(case.dossier, case.submission, 2025)).quick_wins

    assert {each.quick_win.id: each.copied for each in found} == {
        "qw-jalan": True,
        "qw-henti": False,
        "qw-habis": False,
    }


def test_an_older_quick_win_goes_on_only_where_somebody_says_so():
    only = RECORDS
    for name, year in (("jalan", 2023), ("henti", 2022), ("habis", 2022)):
        only = only.replace(f"prog-{name}, year: 2024", f"prog-{name}, year: {year}")
    case = small(only, without=WITHOUT)
    first = case.dossier.frameworks.instruments["uji-2024"].groups[0]
    first.questions.append(
        first.questions[0].model_copy(update={"id": "QW.01", "text": "Apakah quick win berjalan?"})
    )
    found = following(case, begun(case.dossier, case.submission, 2025)).quick_wins

    assert [(e.quick_win.id, e.running, e.copied) for e in found] == [("qw-jalan", True, False)]
