"""`evidence due`: what will no longer hold, by the office that issues it."""

import pytest
from kota_uji import CITY, PILLARS

VALIDITY = """\
validity:
  - {id: validity-survey, name: Survei, kinds: [survei], months: 12, status: inferred}
  - {id: validity-decision, name: Keputusan, kinds: [sk], status: inferred}
"""
OFFICES = CITY + "  - {id: dishub, name: Dinas Perhubungan, short_name: Dishub}\n"
TODAY = "1767225600"  # 1 January 2026


def records(*lines):
    return "".join(f"  - {{{line}}}\n" for line in lines)


EVIDENCE = "evidence:\n" + records(
    "id: ev-sertifikat, title: Sertifikat ISO, kind: sertifikat, opd: dishub, date: 2023-01-31,"
    " valid_until: 2026-01-31",
    "id: ev-survei, title: Survei kepuasan pengguna, kind: survei, opd: dlh, date: 2025-02-10",
    "id: ev-lama, title: Survei lama, kind: survei, opd: dlh, period: 2024-01/2024-06",
    "id: ev-habis, title: Survei yang dipakai, kind: survei, opd: dlh, period: 2024-01/2024-06",
    "id: ev-jauh, title: Survei baru, kind: survei, opd: dlh, date: 2025-12-01",
    "id: ev-luar, title: Uji layanan, kind: survei, issuer: '[/]BSSN', date: 2025-01-20",
    "id: ev-tanpa, title: Survei tanpa tanggal, kind: survei, opd: dlh",
    "id: ev-sk, title: Keputusan, kind: sk, opd: dlh, date: 2020-01-02",
    "id: ev-cabut, title: Yang dicabut, kind: sertifikat, opd: dlh, date: 2023-01-02,"
    " valid_until: 2026-01-05, legal_status: revoked",
)
CLAIMS = "claims:\n" + records(
    "id: k-1, evidence: ev-habis, supports: [UJI.01], submission: ev-2024, role: primary"
)


@pytest.fixture
def city(workspace, write, monkeypatch):
    (workspace / "pillars/uji.yaml").write_text(PILLARS + VALIDITY, "utf-8")
    write(OFFICES + EVIDENCE + CLAIMS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.usefixtures("city")
def test_what_ends_is_listed_by_office_the_first_first(run, golden):
    result = run("evidence", "due", "kota-uji")

    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    golden("report/evidence-due.txt", result.stdout)


@pytest.mark.usefixtures("city")
def test_within_says_how_far_to_look(run):
    assert "ev-sertifikat" not in run("evidence", "due", "kota-uji", "--within", "20d").stdout
    assert "ev-jauh" in run("evidence", "due", "kota-uji", "--within", "400").stdout


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize("within", ["d", "-1d", "60m", "9999d", "enam"])
def test_another_time_is_refused(run, within):
    result = run("evidence", "due", "kota-uji", "--within", within)

    assert result.exit_code == 2
    assert "60d" in result.stderr


def test_a_city_of_which_nothing_is_known_says_so(run, write):
    write(OFFICES + "evidence:\n" + records("id: ev-a, title: Laporan, kind: laporan, opd: dlh"))

    assert "1 tidak diketahui" in run("evidence", "due", "kota-uji").stdout
