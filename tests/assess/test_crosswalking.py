"""Evidence that proves under one instrument is suggested where another leaves a gap."""

from datetime import date
from decimal import Decimal

import pytest

from scmaster import pipeline
from scmaster.assess import crosswalking, worth
from scmaster.diagnostics import Span
from scmaster.passages import suggestions

SHARED = """\
instruments:
  - id: lama-2024
    name: Instrumen lama
    issuer: Kementerian A
    year: 2024
    status: official
    scale: {minimum: 1, maximum: 5}
    groups:
      - id: lama-domain
        name: Domain
        weight: 100
        questions:
          - {id: LAMA.1, code: "1", text: Apakah ada arsitektur?, status: official}
          - {id: LAMA.2, code: "2", text: Apakah ada peta rencana?, status: official}
  - id: baru-2024
    name: Instrumen baru
    issuer: Kementerian B
    year: 2024
    status: official
    scale: {minimum: 1, maximum: 4, absent: 0}
    groups:
      - id: baru-aspek
        name: Aspek
        weight: 100
        questions:
          - {id: BARU.1, code: "1", text: Apakah ada tata kelola?, status: official}
          - {id: BARU.2, code: "2", text: Berapa indeks lama?, status: official}
          - {id: BARU.3, code: "3", text: Apakah ada rencana?, status: official}
          - {id: BARU.4, code: "4", text: Diambil dari luar, upload: false, status: official}
sources: [{id: s, title: Laporan, tier: document}]
crosswalks:
  - id: lama-ke-baru
    name: Padanan
    from_instrument: lama-2024
    to_instrument: baru-2024
    rows:
      - {from_node: LAMA.1, to_node: BARU.1, relation: supporting, basis: proposal}
      - {from_node: lama-domain, to_node: BARU.1, relation: partial, basis: source, source: s}
      - {from_node: LAMA.1, to_node: BARU.3, relation: partial, basis: proposal}
      - {from_node: LAMA.1, to_node: BARU.4, relation: partial, basis: proposal}
      - {from_node: lama-2024, to_node: BARU.2, relation: equal, basis: source, source: s}
"""
CITY = """\
city: {id: kota-uji, name: Kota Uji, kind: kota, province: Kaltim, region_code: "64.71"}
submissions:
  - {id: lama, year: 2024, stage: tunggal, state: final, instrument: lama-2024}
  - {id: baru, year: 2024, stage: tunggal, state: draft, instrument: baru-2024}
answers:
  - {id: j-1, submission: lama, question: LAMA.1, fact: Ada.}
evidence:
  - id: ev-arsitektur
    title: Arsitektur
    kind: arsitektur
    date: 2024-05
    url: https://contoh.go.id/a
  - id: ev-hasil
    title: Surat hasil
    kind: surat
    date: 2024-12
    url: https://contoh.go.id/b
results: [{id: hasil-lama, submission: lama, status: official, final: 2.75}]
claims:
  - id: k-1
    evidence: ev-arsitektur
    supports: [LAMA.1]
    submission: lama
    role: primary
"""
RESULT = "  - {id: k-2, evidence: ev-hasil, supports: [hasil-lama], role: primary}\n"


def understood(city=CITY, submission="baru", shared=SHARED):
    return pipeline.understand(
        [("kota.yaml", city.encode())],
        [("bersama.yaml", shared.encode())],
        [],
        Span("kota", 1, 1),
        on=date(2025, 1, 1),
        submission=submission,
    )


def found(city=CITY, shared=SHARED):
    made = crosswalking.suggestions(understood(city, shared=shared).dossier)
    return [(s.evidence.id, s.proven, s.question, suggestions.relation(s.row)) for s in made]


TWO = [
    ("ev-arsitektur", "LAMA.1", "BARU.1", "memenuhi sebagian"),
    ("ev-arsitektur", "LAMA.1", "BARU.3", "memenuhi sebagian; usulan"),
]
"""The sourced row wins over the proposal; what takes no upload is left alone."""


def test_the_city_is_read_without_a_slip():
    assert [d for d in understood().diagnostics if d.code < "SCM3"] == []


def test_what_proves_is_suggested_and_a_proposal_says_so():
    assert found() == TWO


def test_a_result_serves_the_question_that_asks_for_the_index():
    result = ("ev-hasil", "lama-2024", "BARU.2", "setara")

    assert found(CITY + RESULT) == [TWO[0], result, TWO[1]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("role: primary", "role: supporting"),
        ("    url: https://contoh.go.id/a\n", ""),
        ("date: 2024-05", "date: 2022-05"),
        ("kind: arsitektur", "kind: berita"),
        ("answers:\n  - {id: j-1, submission: lama, question: LAMA.1, fact: Ada.}\n", ""),
        ("role: primary\n", "role: primary\n    verdicts: [{submission: lama, verdict: revise}]\n"),
        ("state: draft", "state: final"),
        ("instrument: baru-2024", "instrument: lama-2024"),
    ],
)
def test_nothing_is_suggested_when_nothing_is_proven_or_nobody_asks(old, new):
    assert CITY.count(old) == 1
    assert found(CITY.replace(old, new)) == []


def test_what_assessors_accepted_is_suggested_whatever_its_role():
    accepted = "role: supporting\n    verdicts: [{submission: lama, verdict: accepted}]\n"

    assert found(CITY.replace("role: primary\n", accepted)) == TWO


def test_what_is_linked_already_or_proven_is_not_suggested():
    linked = CITY + (
        "  - {id: k-3, evidence: ev-arsitektur, supports: [BARU.1], submission: baru,"
        " role: supporting}\n"
    )
    answer = "  - {id: j-2, submission: baru, question: BARU.1, fact: Ada.}\n"
    proven = CITY.replace("evidence:\n", f"{answer}evidence:\n", 1) + (
        "  - {id: k-3, evidence: ev-hasil, supports: [BARU.1], submission: baru, role: primary}\n"
    )

    assert found(linked) == TWO[1:]
    assert found(proven) == TWO[1:]


def test_a_piece_of_another_period_is_not_suggested():
    later = CITY.replace("{id: baru, year: 2024", "{id: baru, year: 2026")

    assert found(later) == []


def test_joint_worth_is_what_recomputing_gives():
    every = worth.steps(understood())
    gaps, together = worth.joint_worth(every, ["BARU.1", "BARU.3", "rek-1", "BARU.1"])

    assert gaps == ["BARU.1", "BARU.3"]
    assert together == Decimal(2) / 4  # two of four questions, from 0 to 1
