"""Where evidence serves elsewhere, `next` and `status` say so, at the width of a terminal."""

import pytest

SHARED = """\
instruments:
  - id: lama-2024
    name: Instrumen lama
    issuer: Kementerian A
    year: 2024
    status: official
    scale: {minimum: 1, maximum: 5}
    groups:
      - id: domain
        name: Domain
        weight: 100
        questions:
          - {id: LAMA.1, code: "1", text: Apakah ada arsitektur?, status: official}
  - id: baru-2024
    name: Instrumen baru
    issuer: Kementerian B
    year: 2024
    status: official
    scale: {minimum: 1, maximum: 4, absent: 0}
    groups:
      - id: aspek
        name: Aspek
        weight: 100
        questions:
          - {id: BARU.1, code: "1", text: Apakah ada tata kelola?, status: official}
          - {id: BARU.2, code: "2", text: Apakah ada rencana?, status: official}
crosswalks:
  - id: lama-ke-baru
    name: Padanan
    from_instrument: lama-2024
    to_instrument: baru-2024
    rows:
      - {from_node: LAMA.1, to_node: BARU.1, relation: partial, basis: proposal}
      - {from_node: LAMA.1, to_node: BARU.2, relation: supporting, basis: proposal}
"""
CITY = """\
city: {id: kota-uji, name: Kota Uji, kind: kota, province: Kaltim, region_code: "64.71"}
submissions:
  - {id: lama, year: 2024, stage: tunggal, state: draft, instrument: lama-2024}
  - {id: baru, year: 2024, stage: tunggal, state: draft, instrument: baru-2024}
answers: [{id: j-1, submission: lama, question: LAMA.1, fact: Ada.}]
evidence:
  - {id: ev-a, title: Arsitektur, kind: arsitektur, date: 2024-05, url: "https://contoh.go.id/a"}
claims:
  - {id: k-1, evidence: ev-a, supports: [LAMA.1], submission: lama, role: primary, pages: "1"}
"""


@pytest.fixture
def crossed(workspace, write):
    (workspace / "pillars" / "uji.yaml").write_text(SHARED, "utf-8")
    write(CITY)


def one_line(text):
    return " ".join(text.split())


@pytest.mark.usefixtures("crossed")
def test_next_says_what_can_be_used_too_and_what_it_is_worth_in_all(run):
    shown = run("next", "kota-uji", "--submission", "baru", env={"COLUMNS": "80"}).stdout

    assert max(map(len, shown.splitlines())) <= 80
    assert (
        "Juga dapat dipakai: ev-a, Arsitektur (membuktikan LAMA.1 pada lama; memenuhi sebagian; "
        "usulan; juga berguna bagi BARU.2; 2 kekurangan, bersama bernilai +1,0000)"
    ) in one_line(shown)
    assert shown.count("Juga dapat dipakai") == 2


@pytest.mark.usefixtures("crossed")
def test_status_has_a_line_for_each_seen_from_either_end(run):
    line = "• ev-a (membuktikan LAMA.1 pada lama) untuk BARU.1 pada baru: memenuhi sebagian; usulan"
    for submission in ("baru", "lama"):
        shown = run("status", "kota-uji", "--submission", submission, env={"COLUMNS": "80"}).stdout
        assert line in one_line(shown)
        assert shown.count("membuktikan LAMA.1") == 2


@pytest.mark.usefixtures("crossed")
def test_nothing_is_said_when_nothing_is_proven(run, write):
    write(CITY.replace("role: primary", "role: supporting"))

    assert "Juga dapat dipakai" not in run("next", "kota-uji", "--submission", "baru").stdout
    assert "juga dapat dipakai" not in run("status", "kota-uji", "--submission", "baru").stdout


@pytest.mark.usefixtures("crossed")
def test_one_linked_piece_for_two_gaps_shows_their_joint_worth(run, write):
    both = CITY.replace('pages: "1"}', 'pages: "1"}\n') + (
        "  - {id: k-2, evidence: ev-a, supports: [BARU.1, BARU.2], submission: baru,"
        " role: primary}\n"
    )
    write(both)
    shown = one_line(run("next", "kota-uji", "--submission", "baru").stdout)

    assert "(juga mendukung BARU.2; 2 kekurangan, bersama bernilai +1,0000)" in shown
    assert "Juga dapat dipakai" not in shown
