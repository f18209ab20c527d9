"""The file of a new cycle: what is copied, what is left out, and that it reads as it is meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_city import small

from scmaster.assess.next_cycle import begun, following
from scmaster.exchange.next_cycle import new_file
from scmaster.model.evaluation import Answer
from scmaster.source import reader

RECORDS = """
evidence:
  - {id: ev-perwali, title: Perwali, kind: perwali, number: "8", date: 2022, legal_status: enacted,
     url: "https://a.go.id/8.pdf"}
  - {id: ev-laporan, title: Laporan, kind: laporan, period: 2024, url: "https://a.go.id/b.pdf"}
claims:
  - id: kl-2024-a
    evidence: ev-perwali
    supports: [BAS.01, OUT.04, OUT.06, prog-a]
    submission: evaluasi-2024
    role: primary
    section: "Pasal 2: ketentuan"
    level: 3
    statement: Perwali menetapkan masterplan.
    coverage: {numerator: 1, denominator: 2}
    verdicts: [{submission: evaluasi-2024, verdict: accepted}]
    note: Catatan klaim.
  - {id: kl-b, evidence: ev-laporan, supports: [BAS.02], submission: evaluasi-2024, role: primary}
  - {id: kl-c, evidence: ev-laporan, supports: [prog-a], role: primary}
answers:
  - id: j-1
    submission: evaluasi-2024
    question: OUT.06
    measure: {value: 12.50, unit: persen, as_of: 2024-06, status: official, source: src-a}
    numerator: 5
    denominator: 40
    self_score: 3
    fact: Lima dari empat puluh.
    analysis: Naik.
    owner: dlh
    state: verified
    sources: [src-a]
    note: Catatan tahun itu.
sources:
  - {id: src-a, title: A, publisher: B, date: 2024, tier: press}
programmes:
  - {id: prog-a, name: A, lifecycle: running, owner: dlh}
"""
WITHOUT = ("evidence", "sources", "programmes")


def read(text):
    node, found = reader.read(text.encode(), "a")
    assert found == []

    return node.plain()


def made(year=2025, stage="", records=RECORDS, change=None):
    case = small(records, without=WITHOUT)
    if change:
        change(case.dossier.frameworks.instruments)
    new = begun(case.dossier, case.submission, year, stage)
    return new_file(following(case, new), case.dossier)


def test_the_answer_is_a_draft_without_the_figures_of_another_year():
    (answer,) = read(made().text)["answers"]

    assert answer == {
        "id": "j-1-2025",
        "submission": "evaluasi-2025-tahap-1",
        "question": "OUT.06",
        "fact": "Lima dari empat puluh.",
        "analysis": "Naik.",
        "owner": "dlh",
        "state": "draft",
        "carried_from": "j-1",
        "sources": ["src-a"],
        "note": (
            "Dari evaluasi-2024 tidak disalin: angka 12,50% (resmi, keadaan Juni 2024) dan nilai"
            " mandiri."
        ),
    }


def test_the_figures_of_the_same_period_come_along_with_their_date():
    (answer,) = read(made(2024, "tunggal", RECORDS.replace("evaluasi-2024", "evaluasi-2024")).text)[
        "answers"
    ]

    assert answer["measure"] == {
        "value": "12.50",
        "unit": "persen",
        "as_of": "2024-06",
        "status": "official",
        "source": "src-a",
    }
    assert (answer["numerator"], answer["denominator"]) == ("5", "40")
    assert "self_score" not in answer
    assert answer["note"] == "Dari evaluasi-2024 tidak disalin: nilai mandiri."


def test_a_claim_comes_along_for_the_questions_its_evidence_still_proves():
    (claim,) = read(made().text)["claims"]

    assert claim == {
        "id": "kl-2025-a",
        "evidence": "ev-perwali",
        "supports": ["BAS.01", "OUT.04", "OUT.06"],  # in the order of the instrument
        "submission": "evaluasi-2025-tahap-1",
        "role": "primary",
        "section": "Pasal 2: ketentuan",
        "statement": "Perwali menetapkan masterplan.",
        "level": "3",
    }


def test_another_instrument_has_levels_of_its_own():
    def other(instruments):
        instruments["uji-2025"] = instruments["uji-2024"].model_copy(update={"id": "uji-2025"})

    case = small(RECORDS, without=WITHOUT)
    other(case.dossier.frameworks.instruments)
    new = begun(case.dossier, case.submission, 2025, "", "uji-2025")
    (claim,) = read(new_file(following(case, new), case.dossier).text)["claims"]

    assert "level" not in claim


def test_what_is_left_behind_stands_in_comments_by_office():
    tail = made().text.split("# Eviden terdahulu yang tidak disalin")[1].splitlines()

    assert tail[1:] == [
        "# (belum ditunjuk)",
        "#   BAS.02: ev-laporan membuktikan 2024, bukan 2025",
    ]


def test_a_quick_win_goes_on_without_what_is_to_be_shown_again():
    quick_win = """quick_wins:
  - id: qw-a-2024
    programme: prog-a
    year: 2024
    sequence: 3
    existing_service: Layanan.
    problem: Masalah.
    public_benefit: Manfaat.
    measures: [{name: Pengguna, value: 5, unit: orang, as_of: 2024}]
    risks: [{text: Gagal., likelihood: 1, severity: 2}]
"""
    case = small(RECORDS + quick_win, without=WITHOUT)
    first = case.dossier.frameworks.instruments["uji-2024"].groups[0].questions
    first.append(first[0].model_copy(update={"id": "QW.01", "text": "Apakah quick win jalan?"}))
    cycle = following(case, begun(case.dossier, case.submission, 2025))
    (made,) = read(new_file(cycle, case.dossier).text)["quick_wins"]

    assert made == {
        "id": "qw-a-2025",
        "programme": "prog-a",
        "year": "2025",
        "existing_service": "Layanan.",
        "problem": "Masalah.",
        "continues_from": "qw-a-2024",
        "note": (
            "Diteruskan dari qw-a-2024 karena programnya tercatat masih berjalan; pastikan tetap"
            " menjadi quick win 2025."
        ),
    }


def test_nothing_to_copy_makes_no_empty_sections():
    text = made(records="sources: []\n").text

    assert list(read(text)) == ["submissions"]
    assert text.endswith("state: draft\n")


def test_the_same_cycle_gives_the_same_bytes():
    assert made().text == made().text


def test_the_whole_file(golden):
    golden("siklus.yaml", made().text)


TEXT = st.text(
    st.sampled_from("ab1 :#-'\"[]{}>|&*!%@`,?\\\n\t\u00a0é–"), min_size=1, max_size=260
).filter(lambda text: text.strip())


@settings(max_examples=80, deadline=None)
@given(TEXT)
def test_whatever_an_answer_says_it_reads_as_it_was(text):
    case = small(RECORDS, without=WITHOUT)
    answers = case.dossier.records["answers"]
    plain = {"id": "j-1", "submission": "evaluasi-2024", "question": "OUT.06", "fact": text}
    said = Answer.model_validate(plain).fact  # as the reader of a city's files has it
    answers["j-1"] = answers["j-1"].model_copy(update={"fact": said})
    cycle = following(case, begun(case.dossier, case.submission, 2025))

    assert read(new_file(cycle, case.dossier).text)["answers"][0]["fact"] == said


@pytest.mark.parametrize("width", [20, 89, 90, 91, 300])
def test_a_long_text_is_folded_as_people_write_it(width):
    fact = ("kata " * width)[:width].strip()
    text = made(records=RECORDS.replace("Lima dari empat puluh.", fact)).text

    assert max(map(len, text.splitlines())) <= 100
    assert ("fact: >-" in text) == (len(fact) > 100 - len("    fact: "))
    assert read(text)["answers"][0]["fact"] == fact
