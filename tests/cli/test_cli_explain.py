"""A question and a complaint explained: in every edition, by assessors, and for one city."""

import pytest
from kota_uji import CITY, PILLARS

COMPLAINTS = """\
complaints:
  - id: no-legal-basis
    name: Tanpa dasar hukum
    text: Masterplan belum ditetapkan.
    questions: [UJI.01]
    family: komdigi
    status: inferred
    examples: [{city: Kota A, year: 2023, text: Perwali belum ada., source: s}]
  - id: evidence-weak
    name: Eviden lemah
    text: Data dukung kurang.
    every_question: true
    family: komdigi
    status: inferred
    examples: [{city: Kota B, year: 2022, text: Lampiran kurang., source: s}]
  - id: other-family
    name: Keluhan keluarga lain
    text: Lain.
    every_question: true
    family: spbe
    status: inferred
    examples: [{city: Kota C, year: 2022, text: Lain., source: s}]
sources: [{id: s, title: Laporan asesor, tier: document}]
"""
OTHER = """\
  - id: lain-2025
    name: Instrumen lain
    short_name: Lain 2025
    issuer: Kementerian
    year: 2025
    status: official
    scale: {minimum: 1, maximum: 4}
    groups:
      - id: dimensi-lain
        name: Dimensi Lain
        weight: 100
        questions: [{id: LAIN.1, code: "1", text: Apakah ada?, status: official}]
crosswalks:
  - id: uji-ke-lain
    name: Padanan
    from_instrument: uji-2024
    to_instrument: lain-2025
    rows: [{from_node: UJI.01, to_node: LAIN.1, relation: partial, basis: proposal}]
"""
MORE = """\
  - {id: ev-2023, year: 2023, stage: tunggal, state: final, instrument: uji-2024}
  - {id: ev-lain, year: 2025, stage: tunggal, state: draft, instrument: lain-2025}
"""
RECORDS = """\
answers:
  - id: jaw-1
    submission: ev-2024
    question: UJI.01
    owner: dlh
    fact: Sudah ada rancangan.
evidence:
  - {id: ev-perwali, title: Rancangan Perwali, kind: perwali, url: "https://contoh.go.id/a"}
claims:
  - {id: k-1, evidence: ev-perwali, supports: [UJI.01], submission: ev-2024, role: supporting}
recommendations:
  - id: rek-1
    submission: ev-2023
    number: 4
    text: Tetapkan masterplan.
    theme: no-legal-basis
    questions: [UJI.01]
    status: open
"""


@pytest.fixture
def explained(run, workspace, write):
    komdigi = PILLARS.replace("    year: 2024\n", "    year: 2024\n    family: komdigi\n")
    (workspace / "pillars" / "uji.yaml").write_text(komdigi + OTHER + COMPLAINTS, "utf-8")
    write(CITY.replace("opd:\n", f"{MORE}opd:\n") + RECORDS)

    def explain(*arguments):
        result = run("explain", *arguments, env={"COLUMNS": "80"})
        assert (result.exit_code, result.stderr) == (0, "")
        assert max(map(len, result.stdout.splitlines())) <= 80
        return " ".join(result.stdout.split())

    return explain


def test_the_complaints_about_a_question_follow_its_editions(explained):
    shown = explained("uji.01")

    assert "Apakah ada?" in shown.partition("Keluhan asesor tentang UJI.01")[0]
    own = shown.index("no-legal-basis Tanpa dasar hukum: Masterplan belum ditetapkan.")
    assert own < shown.index("evidence-weak Eviden lemah")
    assert "Pernah di Kota A 2023." in shown
    assert "kaitan dengan soal ini perkiraan, belum dipastikan" in shown
    assert "keluarga lain" not in shown
    assert "di Kota Uji" not in shown


def test_another_question_has_only_what_bears_on_all(explained):
    shown = explained("UJI.02")

    assert "evidence-weak" in shown
    assert "no-legal-basis" not in shown
    assert "Kepastian kaitan" not in shown
    assert "Tidak ada yang tercatat untuk soal ini." in explained("LAIN.1")


def test_its_counterparts_are_shown_from_both_ends(explained):
    assert "Berguna bagi LAIN.1 pada Lain 2025 (memenuhi sebagian; usulan)" in explained("UJI.01")
    assert "Dibantu oleh UJI.01 pada Instrumen uji (memenuhi sebagian; usulan)" in explained(
        "LAIN.1"
    )


def test_what_a_city_has_for_it(explained):
    own = explained("UJI.01", "--city", "kota-uji", "--submission", "ev-2024").partition(
        "UJI.01 di Kota Uji"
    )[2]

    for words in (
        "Pengajuan ev-2024",
        "Status baru ada eviden pendukung (jawaban draf)",
        "Penanggung jawab Dinas Lingkungan Hidup",
        "Fakta Sudah ada rancangan.",
        "Rekomendasi terdahulu 2023 nomor 4: Tetapkan masterplan.",
        "Eviden ev-perwali; Rancangan Perwali;",
    ):
        assert words in own


def test_the_submission_that_asks_it_is_looked_at_unless_one_is_named(explained):
    """Without a choice the latest submission is judged by another instrument."""
    assert "Pengajuan ev-2024" in explained("UJI.01", "--city", "kota-uji")
    assert "Instrumen pengajuan ev-lain tidak menanyakan soal ini." in explained(
        "UJI.01", "--city", "kota-uji", "--submission", "ev-lain"
    )


def test_a_city_that_nobody_asks(explained, write):
    write(CITY)

    assert "Belum ada pengajuan dengan instrumen yang menanyakan soal ini." in explained(
        "LAIN.1", "--city", "kota-uji"
    )


@pytest.mark.parametrize("name", ["no-legal-basis", "NO_LEGAL_BASIS"])
def test_a_complaint_by_its_id(explained, name):
    shown = explained(name)

    assert shown.startswith("no-legal-basis Keluhan Tanpa dasar hukum ")
    assert "Soal UJI.01 Kepastian kaitan perkiraan, belum dipastikan" in shown
    assert "Contoh Kota A 2023: Perwali belum ada. (Laporan asesor)" in shown


def test_a_complaint_that_bears_on_all(explained):
    assert "Soal setiap soal" in explained("evidence-weak")


def test_where_a_city_heard_a_complaint(explained):
    assert ("Rekomendasi 2023 nomor 4: Tetapkan masterplan. (belum ditindaklanjuti)") in explained(
        "no-legal-basis", "--city", "kota-uji"
    )
    assert "Rekomendasi tidak ada yang tercatat" in explained("evidence-weak", "--city", "kota-uji")


@pytest.mark.usefixtures("explained")
def test_a_mistyped_complaint(run):
    result = run("explain", "no-legal-bases")

    assert result.exit_code == 2
    assert "Maksudnya 'no-legal-basis'?" in result.stderr


@pytest.mark.parametrize("columns", [60, 80])
def test_every_page_of_a_rule_fits_its_prose_to_the_width(run, columns):
    for code in ("SCM002", "SCM412", "SCM534"):
        shown = run("explain", code, env={"COLUMNS": str(columns)}).stdout
        prose = [line for line in shown.splitlines()[1:] if not line.startswith(" ")]

        assert max(map(len, prose)) <= columns
        assert len(prose) > 3
