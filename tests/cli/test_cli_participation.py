"""`participation` and `status` say who contributes, in figures, on a screen of 80 columns."""

import json

import pytest
from kota_uji import CITY

from scmaster.assess.requested import Asked, Requests
from scmaster.exchange import ledger

WINTER = {"COLUMNS": "80", "SOURCE_DATE_EPOCH": "1736899200"}
"""On 15 January 2025."""
MORE = """\
  - {id: lama, name: Dinas Lama, successor: dlh}
bodies:
  - id: dewan
    kind: dewan
    name: Dewan Kota Cerdas
    members:
      - {name: Dinas Lama, sector: government, opd: lama}
      - {name: Institut Teknologi, sector: academia}
    meetings:
      - {date: 2024-05-22, title: Rapat kerja, attendees: [dlh], sectors: [government]}
answers:
  - {id: jw-1, submission: ev-2024, question: UJI.01, owner: dlh, fact: Ada., analysis: Ya.}
commitments:
  - id: komitmen
    title: Komitmen bersama
    date: 2024-03-01
    signatories: [{opd: dlh, signed: tidak}]
"""


@pytest.fixture
def city(workspace, write):
    """A city that asked one office for something, which did not answer."""
    write(CITY + MORE)
    asked = Asked("a" * 64, "2024-12-01", {"answers": 2}, "2024-12-20")
    path = workspace / "cities/kota-uji" / ledger.path("ev-2024", "dlh")
    path.parent.mkdir(parents=True)
    path.write_text(ledger.text(Requests("ev-2024", "dlh", (asked,))), "utf-8")


@pytest.mark.usefixtures("city")
def test_the_page(run, golden):
    result = run("participation", "kota-uji", env=WINTER)

    assert (result.exit_code, result.stderr) == (0, "")
    assert all(len(line) <= 80 for line in result.stdout.splitlines())
    golden("participation/page.txt", result.stdout)


@pytest.mark.usefixtures("city")
def test_the_same_for_programs(run):
    told = json.loads(run("participation", "kota-uji", "--format", "json", env=WINTER).stdout)

    assert (told["submission"], told["period"], told["meetings"]) == ("ev-2024", "2024", 1)
    assert [office["key"] for office in told["offices"]] == ["dlh"]
    assert told["offices"][0]["replies"]["overdue"] == 1
    assert told["offices"][0]["attended"] == {"done": 1, "of": 1, "unknown": 0}
    assert told["outsiders"][0]["attended"] == {"done": 0, "of": 0, "unknown": 1}
    assert told["urged"][0]["bad"] == [{"ground": "overdue", "done": 1, "of": 1}]


@pytest.mark.usefixtures("city")
def test_status_says_it_in_a_few_lines(run):
    told = run("status", "kota-uji", env=WINTER).stdout

    assert "Formulir permintaan data yang berlaku: 1; kembali 0, terlambat 0" in told
    assert "• Perlu dorongan: Dinas Lingkungan Hidup.\n" in told
    assert "• Rinciannya: scmaster participation kota-uji" in told
    assert "Komitmen bersama (1 Maret 2024): 0 dari 2 perangkat daerah" in told


@pytest.mark.usefixtures("city")
def test_from_another_day_on(run):
    told = run("participation", "kota-uji", "--since", "2024-12", env=WINTER).stdout

    assert "Tidak ada rapat yang tercatat pada Desember 2024 sampai 15 Januari 2025." in told
    assert "Unsur yang hadir" not in told


@pytest.mark.parametrize("since", ["kemarin", "2024-13", "2099"])
def test_a_day_that_is_none_or_yet_to_come(run, since):
    result = run("participation", "kota-uji", "--since", since)

    assert result.exit_code == 2
    assert "--since" in result.stderr


def test_a_city_that_has_nothing_says_so(run):
    told = " ".join(run("participation", "kota-uji", env=WINTER).stdout.split())

    assert "Tidak ada rapat yang tercatat pada 2024. Belum ada formulir" in told
    assert "Anggota dari luar pemerintah belum tercatat di lembaga mana pun." in told
    assert "Belum ada yang dapat disebut dari data yang tercatat." in told
    assert "Tidak ada, sejauh yang tercatat." in told
