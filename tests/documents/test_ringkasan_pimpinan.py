"""One page for the head of the city: figures as status and score print them, and no second page."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pypdf
import pytest
from small_city import IMPRINT, ROOT, outline, small

from scmaster import documents, pipeline
from scmaster.assess.case import Case
from scmaster.assess.ledger import ledger
from scmaster.assess.snapshot import taken
from scmaster.indonesian import number
from scmaster.passages import leaders
from scmaster.passages.cells import Missing
from scmaster.passages.changes import Earlier
from scmaster.passages.decisions import LONGEST, ahead, brief, decisions

HERE = Path(__file__).parent
KOTA = (HERE / "kota.yaml").read_text("utf-8")
RENCANA = (HERE / "rencana.yaml").read_text("utf-8")
LONG = "Perangkat daerah yang namanya panjang sekali dan tidak pernah disingkat oleh siapa pun "
FULL = f"""
recommendations:
{
    "".join(
        f'''  - id: rek-panjang-{n}
    submission: evaluasi-2023
    number: {n + 10}
    text: {LONG * 4}
    owner: dlh
    status: open
    due: 2025-{n:02}-28
'''
        for n in range(1, 10)
    )
}
results:
  - id: hasil-2023-asesor
    submission: evaluasi-2023
    status: official
    final: 3.1
    improvement: -0.2
    strengths: [{{text: {LONG * 3}}}, {{text: {LONG * 2}}}, {{text: {LONG}}}, {{text: Satu lagi}}]
    weaknesses: [{{text: {LONG * 3}}}, {{text: {LONG * 2}}}, {{text: {LONG}}}]
"""


@cache
def told():
    return small(KOTA, more=[RENCANA])


@cache
def crowded():
    """A city in which everything is long and there is more of it than fits."""
    return small(KOTA, more=[RENCANA, FULL])


@cache
def real(city):
    return pipeline.understand_city(ROOT / "cities" / city, ROOT, on=date(2026, 11, 23))


def composed(case, *, internal=False):
    imprint = replace(IMPRINT, internal=internal)
    ((_, made),) = documents.composed("ringkasan-pimpinan", case, imprint)
    return made


def test_the_composed_data(golden):
    golden("ringkasan-pimpinan/data.txt", "\n".join(outline(composed(told()))) + "\n")


@pytest.mark.parametrize("city", ["balikpapan", "samarinda"])
def test_the_figures_are_those_of_score_and_status(city):
    case = real(city)
    made, scores = {row[0]: row[1] for row in composed(case).standing}, ledger(case, {})
    last = [one for one in scores.results if one.result.final is not None][-1]

    assert str(made["Nilai resmi"]).startswith(f"{number(last.result.final, 2)} (")
    assert made["Simulasi, diklaim"] == f"{number(scores.final.claimed, 2)} dari 4"
    assert made["Simulasi, terbukti"] == f"{number(scores.final.provable, 2)} dari 4"
    answered = len(case.standings) - len(scores.unanswered)
    assert made["Pertanyaan"] == f"{answered} dari {len(case.standings)} dijawab"


def test_a_score_that_fell_is_not_called_better():
    assert leaders.moved(real("samarinda")).startswith("Nilai resmi 2023 Tahap II turun 0,20")
    assert leaders.moved(real("balikpapan")).startswith("Nilai resmi 2023 Tahap II naik 0,31")


def test_what_has_a_day_comes_first_and_one_that_has_passed_says_so():
    first, second, *_ = decisions(replace(crowded(), on=date(2025, 2, 1)))

    assert (first.until, first.overdue) == ("28 Januari 2025", True)
    assert first.row[2] == Missing("28 Januari 2025, sudah lewat")
    assert (second.until, second.overdue) == ("28 Februari 2025", False)


def test_a_day_that_has_passed_is_not_ahead():
    case = replace(crowded(), on=date(2025, 9, 1))

    assert [one.when for one in ahead(case) if one.what.startswith("Tenggat")] == [
        "28 September 2025"
    ]
    assert ahead(case) == sorted(ahead(case), key=lambda one: (one.first, one.what))


DATED = """
submissions:
  - id: evaluasi-2024
    year: 2024
    stage: tahap_2
    instrument: uji-2024
    state: draft
    dates:
      - {date: 2024-11-06, text: Wawancara}
      - {date: 2025-02-03/2025-02-05, text: Visitasi lapangan}
      - {date: 2025-03, text: Pengumuman}
answers:
  - {id: jaw-1, submission: evaluasi-2024, question: BAS.01, fact: Ada., owner: dlh}
evidence:
  - {id: ev-1, title: Sertifikat keamanan, kind: perwali, date: 2024-01-01, valid_until: 2025-02-20,
     url: "https://contoh.go.id/a.pdf"}
claims:
  - {id: klaim-1, evidence: ev-1, supports: [BAS.01], submission: evaluasi-2024, role: primary}
indicators:
  - id: ind-lama
    name: Lama layanan
    unit: hari
    owner: dlh
    actuals:
      - {value: 1, as_of: 2024-06}
      - {value: 3, as_of: 2024-06}
"""


@cache
def dated():
    return small(DATED, without=("submissions",))


def test_the_days_to_come_are_those_of_the_cycle_and_of_its_proofs():
    assert [(one.when, one.what) for one in ahead(dated())] == [
        ("3 Februari 2025 sampai 5 Februari 2025", "Visitasi lapangan"),
        ("20 Februari 2025", "Masa berlaku Sertifikat keamanan habis"),
        ("Maret 2025", "Pengumuman"),
    ]


def test_what_a_cycle_needs_is_needed_before_its_next_day():
    (naming,) = [one for one in decisions(dated()) if "penjawab" in one.what]

    assert naming.until == "3 Februari 2025 sampai 5 Februari 2025 (Visitasi lapangan)"
    assert naming.row[2] == naming.until


def test_figures_that_differ_wait_for_somebody_to_choose():
    (choice,) = [one for one in decisions(dated()) if one.what.startswith("Pilihan angka")]

    assert choice.what == "Pilihan angka untuk 1 hal yang angkanya berbeda: Lama layanan"
    assert choice.row[1:] == ("Dinas Lingkungan Hidup", Missing("belum ditetapkan"))


def test_what_changed_is_counted_kind_by_kind():
    before = taken(small(KOTA.replace("    self_score: 3\n", "")))
    told_ = leaders.changed(small(KOTA), Earlier(before, "revisi git 1a2b3c4"))

    assert told_ == (
        "Dibandingkan dengan revisi git 1a2b3c4 (pengajuan 2024 Tahap II), tercatat 1 perubahan."
        " Jawaban: 1 berubah."
    )


def test_who_is_to_name_somebody_is_the_head_of_the_city():
    (naming,) = [d for d in decisions(real("samarinda")) if "penjawab 85 pertanyaan" in d.what]

    assert naming.row[1:] == ("Wali Kota Samarinda", Missing("belum ditetapkan"))


def test_whom_to_urge_on_stands_in_the_own_copy_alone():
    shown, own = composed(real("balikpapan")), composed(real("balikpapan"), internal=True)

    assert [line.partition(":")[0] for line in own.ahead[0][0][1:]] == [
        "Apresiasi",
        "Perlu dorongan",
    ]
    assert not any("dorongan" in line or "Apresiasi" in line for line in shown.ahead[0][0])


def test_remarks_of_assessors_come_before_scores():
    said = leaders.strengths(crowded())

    assert len(said) == leaders.MOST
    assert all(line.endswith("(catatan asesor 2023 Tahap I)") for line in said)


def test_a_city_with_nothing_but_a_name_says_so():
    case = told()
    nothing = {name: {} for name in case.dossier.records} | {"city": case.dossier.records["city"]}
    bare = Case(replace(case.dossier, records=nothing), None, case.on)
    made = composed(bare)

    assert (made.standing, made.decisions) == ([], [])
    assert made.balance == [(Missing("belum tercatat"), Missing("belum tercatat"))]


def test_a_line_is_no_longer_than_the_page_has_room_for():
    assert len(brief(LONG * 9)) <= LONGEST
    assert brief("pendek") == "pendek"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_it_fits_one_page_of_a4(tmp_path):
    paths = []
    cases = {"kecil": told(), "penuh": crowded()}
    cases |= {city: real(city) for city in ("balikpapan", "samarinda")}
    for name, case in cases.items():
        for internal in (False, True):
            order = pipeline.Order(
                documents=("ringkasan-pimpinan",), formats=("docx",), internal=internal, draft=True
            )
            (made,) = pipeline.build(case, ROOT / "cities" / "kota-uji", ROOT, order).artifacts
            paths.append(tmp_path / f"{name}-{internal}.docx")
            paths[-1].write_bytes(made.content)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=300)

    for path in paths:
        pages = pypdf.PdfReader(path.with_suffix(".pdf")).pages
        assert len(pages) == 1, path.name
        assert [round(side) for side in pages[0].mediabox[2:]] == [595, 842], path.name
