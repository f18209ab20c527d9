"""`meeting add` puts a meeting where it belongs, once; `meeting list` tells what is there."""

import pytest
from kota_uji import CITY

BODIES = """\
  - {id: dinkes, name: Dinas Kesehatan}
bodies:
  - id: dewan  # yang diketuai wali kota
    kind: dewan
    name: Dewan Kota Cerdas
    members:
      - {name: Institut Teknologi, sector: academia}
    meetings:
      - {date: 2024-05-22, title: Rapat kerja}   # notulen menyusul
  - {id: forum, kind: forum, name: 'Forum Kota Cerdas'}
evidence:
  - {id: ev-notulen, title: Notulen, kind: notulen, date: 2024-08-01}
"""
NEW = ("--date", "2024-08-01", "--title", "Rapat triwulan")


@pytest.fixture
def city(workspace, write):
    """The file of a city with two bodies."""
    write(CITY + BODIES)
    return workspace / "cities/kota-uji/kota.yaml"


@pytest.fixture
def add(run):
    """Note a meeting of the council."""
    return lambda *more: run("meeting", "add", "kota-uji", "--body", "dewan", *more)


def test_a_meeting_is_added_and_every_other_byte_stays(city, add):
    who = (
        "--opd",
        "dlh",
        "--opd",
        "dinkes",
        "--member",
        "institut  teknologi",
        "--sector",
        "media",
    )
    what = ("--place", "Balai Kota", "--attendance", "12", "--minutes", "ev-notulen")
    before = city.read_text("utf-8")
    result = add(*NEW, *who, *what, "--yes")
    after = city.read_text("utf-8").splitlines()

    assert (result.exit_code, result.stderr) == (0, "")
    assert "Tercatat di cities/kota-uji/kota.yaml." in result.stdout
    added = [line.strip() for line in after if line not in before.splitlines()]
    assert [line for line in after if line in before.splitlines()] == before.splitlines()
    assert " ".join(added).replace("- {", "").replace("- ", "").rstrip("}").replace(",", "") == (
        "date: 2024-08-01 title: Rapat triwulan place: Balai Kota attendance: 12 sectors: [media]"
        " attendees: [dlh dinkes] members: [Institut Teknologi] minutes: ev-notulen"
    )


def test_a_joint_meeting_goes_to_each_body_with_its_own_members(city, run, add):
    result = add("--body", "forum", *NEW, "--member", "Institut Teknologi", "--yes")
    listed = run("meeting", "list", "kota-uji", "--body", "forum").stdout

    assert result.exit_code == 0
    assert (
        city.read_text("utf-8").count("2024-08-01, title")
        + city.read_text("utf-8").count("- date: 2024-08-01")
        == 2
    )
    assert listed == (
        "1 Agustus 2024 · Forum Kota Cerdas (forum)\n  Rapat triwulan\n"
        "  Hadir: tidak tercatat\n  Notulen: belum ada\n"
    )
    assert "Institut Teknologi" in run("meeting", "list", "kota-uji", "--body", "dewan").stdout


def test_the_same_meeting_is_refused_the_second_time(city, add):
    assert add(*NEW, "--yes").exit_code == 0
    before = city.read_bytes()
    result = add("--date", "2024-08-01", "--title", "rapat  Triwulan", "--yes")

    assert result.exit_code == 2
    assert "sudah tercatat pada dewan (cities/kota-uji/kota.yaml:" in result.stderr
    assert city.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--body", "dewn", *NEW), "lembaga 'dewn' tidak ada. Maksudnya 'dewan'?"),
        ((*NEW, "--opd", "dlhh"), "perangkat daerah 'dlhh' tidak ada. Maksudnya 'dlh'?"),
        ((*NEW, "--member", "Institut Teknolog"), "Maksudnya 'Institut Teknologi'?"),
        ((*NEW, "--member", "Budi"), "'Budi' bukan anggota lembaga yang rapat."),
        ((*NEW, "--minutes", "ev-notuln"), "eviden 'ev-notuln' tidak ada. Maksudnya 'ev-notulen'?"),
        ((*NEW, "--source", "x"), "sumber 'x' tidak ada."),
        ((*NEW, "--sector", "akademisi"), "maksudnya 'academia'?"),
        ((*NEW, "--attendance", "dua belas"), "'dua belas' bukan bilangan bulat"),
        ((*NEW, "--attendance", "1", "--opd", "dlh", "--opd", "dinkes"), "padahal 2 yang disebut"),
        (("--date", "1/8/2024", "--title", "R"), "2024-08-01"),
        (("--date", "2024-02-30", "--title", "R"), "2024-02-30"),
        (("--date", "2099-01-01", "--title", "R"), "belum tiba"),
        (("--date", "2024-08-01", "--title", " "), "title"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(city, add, arguments, said):
    before = city.read_bytes()
    result = add(*arguments, "--yes")

    assert result.exit_code == 2
    assert said in result.stderr
    assert city.read_bytes() == before


def test_without_a_terminal_nothing_is_written_unasked(city, add):
    before = city.read_bytes()
    result = add(*NEW)

    assert (result.exit_code, city.read_bytes()) == (2, before)
    assert "tambahkan --yes" in result.stderr


def test_a_dry_run_shows_what_would_be_written(city, add):
    before = city.read_bytes()
    result = add(*NEW, "--opd", "dlh", "--dry-run")

    assert (result.exit_code, city.read_bytes()) == (0, before)
    assert "Perangkat daerah: dlh" in result.stdout
    assert "Tidak ditulis (--dry-run)" in result.stdout


def test_over_a_city_with_errors_nothing_is_written(city, write, add):
    write(CITY.replace("Kaltim", "Kaltim, walikota: A") + BODIES)
    before = city.read_bytes()

    assert add(*NEW, "--yes").exit_code == 1
    assert city.read_bytes() == before


def test_of_no_meetings_the_list_says_so(run):
    assert run("meeting", "list", "kota-uji").stdout == "Belum ada rapat yang tercatat.\n"
    assert run("meeting", "list", "kota-uji", "--body", "x").exit_code == 2
