"""What shakes a claim, and what comes of it wherever claims are counted."""

from dataclasses import replace
from datetime import date

import pytest

from scmaster import pipeline
from scmaster.assess.case import weighed
from scmaster.assess.disclosure import for_assessors
from scmaster.assess.originals import Original, Originals
from scmaster.assess.simulation import provable
from scmaster.assess.standing import State
from scmaster.assess.suspicion import Reason
from scmaster.assess.vetting import Review, fingerprint
from scmaster.diagnostics import Span
from scmaster.model.evidence import Claim
from scmaster.passages import vetting
from scmaster.passages.internal import internal

PILLARS = """\
pillars:
  - id: edisi
    name: Edisi
    status: official
    pillars: [{id: governance, name: Smart Governance}]
instruments:
  - id: uji
    name: Uji
    issuer: Kementerian
    year: 2024
    edition: edisi
    status: official
    scale: {minimum: 1, maximum: 4}
    groups:
      - id: dasar
        name: Dasar
        weight: 100
        questions:
          - {id: Q.1, code: "1", text: Apakah ada?, status: official}
          - {id: Q.2, code: "2", text: Apakah jalan?, status: official}
"""
CITY = """\
city: {id: kota, name: Kota, kind: kota, province: Kaltim, region_code: "64.71"}
submissions:
  - {id: c, year: 2024, stage: tunggal, state: draft, instrument: uji}
opd: [{id: dlh, name: DLH}]
answers:
  - {id: j-1, submission: c, question: Q.1, fact: Ada., analysis: Baik., self_score: 4}
  - {id: j-2, submission: c, question: Q.2, fact: Ada., analysis: Baik., self_score: 4}
evidence:
  - {id: e-1, title: A, kind: laporan, date: 2024-06-01, opd: dlh, file: a.pdf, note: catatan,
     classification: CLASS}
  - {id: e-2, title: B, kind: laporan, date: 2024-06-01, opd: dlh, file: b.pdf}
claims:
  - {id: k-1, evidence: e-1, supports: [Q.1], submission: c, role: primary, pages: "1"}
  - {id: k-2, evidence: e-2, supports: [Q.2], submission: c, role: primary, pages: "1"}
"""
LOCKED = {
    name: Original(name, f"{name}.pdf", digit * 64, 10, "pdf", "2024-06-02")
    for name, digit in (("e-1", "a"), ("e-2", "b"))
}


def understood(states=None, locked=LOCKED, secrecy="biasa", more=""):
    originals = Originals(here=True, locked=locked, states=states or {})
    files = [("k.yaml", (CITY.replace("CLASS", secrecy) + more).encode())]
    return pipeline.understand(
        files,
        [("p.yaml", PILLARS.encode())],
        [],
        Span("kota", 1, 1),
        on=date(2025, 1, 1),
        holdings=lambda _: (originals, []),
    )


def reviewed(case, *names):
    """Return the case with reviews of what it says now."""
    made = {}
    for name in names:
        seen = fingerprint(case.dossier, case.originals, case.dossier.get(Claim, name))
        made[name] = Review(name, "dlh", "2024-07-01", seen)
    return weighed(replace(case, reviews=made))


def with_file(case, name, **changes):
    locked = LOCKED | {name: replace(LOCKED[name], **changes)}
    return weighed(replace(case, originals=replace(case.originals, locked=locked)))


def test_nothing_shakes_what_nobody_has_touched():
    case = reviewed(understood(), "k-1", "k-2")

    assert case.shaken == {}
    assert {s.state for s in case.standings.values()} == {State.PROVEN}


def test_another_digest_shakes_exactly_the_claims_on_that_file():
    case = with_file(reviewed(understood(), "k-1", "k-2"), "e-1", sha256="c" * 64)

    assert case.shaken == {"k-1": (Reason.SUSPECT,)}
    assert [s.state for s in case.standings.values()] == [State.SUPPORTED, State.PROVEN]
    assert provable(case) == {"Q.1": 1, "Q.2": 4}
    assert vetting.lines(case) == ["k-1 (Q.1): e-1 berubah sejak ditinjau"]
    assert [row[2] for row in internal(case).suspects] == [["berubah sejak ditinjau"]]


@pytest.mark.parametrize(
    ("state", "reasons"),
    [
        ("held", ()),
        ("unlocked", ()),
        ("missing", (Reason.FILE,)),
        ("changed", (Reason.SUSPECT, Reason.FILE)),
    ],
)
def test_what_became_of_a_file(state, reasons):
    case = reviewed(understood({"e-1": state, "e-2": "held"}), "k-1")

    assert case.shaken == ({"k-1": reasons} if reasons else {})


def test_a_file_that_cannot_be_read_shakes_without_a_review():
    case = with_file(understood(), "e-2", problem="susunannya rusak")

    assert case.shaken == {"k-2": (Reason.FILE,)}


@pytest.mark.parametrize("what", ["k-1", "e-1", "j-1"])
def test_the_last_look_in_the_field_counts(what):
    look = f"verifications:\n  - {{id: v-1, what: {what}, date: 2024-08-01, opd: dlh, agrees: "
    again = f"  - {{id: v-2, what: {what}, date: 2024-09-01, opd: dlh, agrees: ya}}\n"

    assert understood(more=look + "tidak}\n").shaken == {"k-1": (Reason.FIELD,)}
    assert understood(more=look + "ya}\n").shaken == {}
    assert understood(more=look + "tidak}\n" + again).shaken == {}


@pytest.mark.parametrize("secrecy", ["biasa", "rahasia"])
def test_what_assessors_are_not_shown_makes_nothing_suspect(secrecy):
    """Their copy lacks notes, files and pages that the reviewer has seen."""
    case = reviewed(understood(secrecy=secrecy), "k-1", "k-2")
    shown = for_assessors(case)

    assert shown.dossier.get(Claim, "k-1").pages != (None if secrecy == "biasa" else "1")
    assert [row[-1] for row in vetting.rows(shown)] == ["sesuai saat ditinjau"] * 2
    states = [s.state for s in case.standings.values()]
    assert [s.state for s in shown.standings.values()] == states


def test_what_is_shaken_stays_so_in_the_copy_for_assessors():
    case = with_file(reviewed(understood(), "k-1", "k-2"), "e-1", sha256="c" * 64)
    shown = for_assessors(case)

    assert shown.standings["Q.1"].state is State.SUPPORTED
    assert [str(row[-1]) for row in vetting.rows(shown)][1] == "sesuai saat ditinjau"


def test_a_review_of_a_claim_that_is_gone_says_nothing():
    case = understood()
    case = weighed(replace(case, reviews={"lama": Review("lama", "dlh", "2024-07-01", "0" * 64)}))

    assert case.shaken == {}
    assert vetting.rows(case) == []
