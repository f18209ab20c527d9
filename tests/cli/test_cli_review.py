"""`review`, and what a change afterwards does to a claim."""

import json
import os
import time
from pathlib import Path

import pytest
import sample_files
from kota_uji import CITY

FILES = {"ev-a": sample_files.pdf("satu"), "ev-b": sample_files.pdf("dua")}
RECORDS = """\
evidence:
  - {id: ev-a, title: Laporan A, kind: laporan, date: 2024-06-01, opd: dlh, file: a.pdf}
  - {id: ev-b, title: Laporan B, kind: laporan, date: 2024-06-01, opd: dlh, file: b.pdf}
  - {id: ev-surat, title: Surat hasil tinjauan, kind: surat, number: "7/2024", date: 2024-07-01}
claims:
  - {id: kl-a1, evidence: ev-a, supports: [UJI.01], submission: ev-2024, role: primary, pages: "1"}
  - {id: kl-a2, evidence: ev-a, supports: [dlh], role: supporting}
  - {id: kl-b, evidence: ev-b, supports: [UJI.02], submission: ev-2024, role: primary, pages: "1"}
answers:
  - {id: jw-1, submission: ev-2024, question: UJI.01, fact: Ada., analysis: Baik., self_score: 4}
  - {id: jw-2, submission: ev-2024, question: UJI.02, fact: Ada., analysis: Baik., self_score: 4}
"""
EVERY = ("kl-a1", "kl-a2", "kl-b")


@pytest.fixture
def city(workspace, write, run):
    """A city with two files, locked, and every claim reviewed."""
    write(CITY + RECORDS)
    folder = workspace / "cities/kota-uji"
    (folder / "files").mkdir()
    for name, content in FILES.items():
        old(folder / f"files/{name[-1]}.pdf", content)
    assert run("evidence", "lock", "kota-uji").exit_code == 0
    result = run("review", "kota-uji", *EVERY, "--by", "dlh", "--letter", "ev-surat")
    assert result.exit_code == 0, result.output
    return folder


def old(path, content):
    """Write a file that nobody has touched for an hour: its digest may be remembered."""
    path.write_bytes(content)
    an_hour_ago = time.time() - 3600
    os.utime(path, (an_hour_ago, an_hour_ago))


@pytest.fixture
def suspects(run):
    """The claims that `check` says have changed since they were reviewed."""

    def found():
        lines = run("check", "kota-uji", "--brief").stdout.splitlines()
        return [line.split("klaim ")[1].split()[0] for line in lines if "SCM851" in line]

    return found


@pytest.fixture
def proven(run):
    """How many questions count as proven."""

    def counted():
        (line,) = [x for x in run("status", "kota-uji").stdout.splitlines() if "Dimensi Awal" in x]
        return int(line.replace("│", " ").split()[-2])

    return counted


def test_writes_one_line_a_claim_sorted(city):
    first, *lines = (city / "evidence.reviews").read_text().splitlines()
    told = [json.loads(line) for line in lines]

    assert first.startswith("# evidence.reviews 1:")
    assert [t["claim"] for t in told] == sorted(EVERY)
    assert {(t["by"], t["letter"]) for t in told} == {("dlh", "ev-surat")}


def test_nothing_is_suspect_of_what_nobody_changed(city, suspects, proven):
    assert city.is_dir()
    assert (suspects(), proven()) == ([], 2)


@pytest.mark.parametrize("after", ["lock", "verify"])
@pytest.mark.parametrize(("name", "claims"), [("ev-a", ["kl-a1", "kl-a2"]), ("ev-b", ["kl-b"])])
def test_one_byte_of_one_file_turns_exactly_the_claims_on_it(  # noqa: PLR0913, PLR0917  (fixtures)
    city, run, suspects, proven, after, name, claims
):
    changed = bytearray(FILES[name])
    changed[len(changed) // 2] ^= 1
    old(city / f"files/{name[-1]}.pdf", bytes(changed))
    run("evidence", after, "kota-uji")
    status = run("status", "kota-uji").stdout
    section = status.partition("Klaim yang perlu dilihat lagi")[2]

    assert suspects() == claims
    assert proven() == 1
    assert {claim for claim in EVERY if claim in section} == set(claims)


def test_looking_again_mends_it(city, run, suspects, proven):
    old(city / "files/a.pdf", FILES["ev-a"] + b"\n")
    run("evidence", "lock", "kota-uji")
    assert suspects() == ["kl-a1", "kl-a2"]
    run("review", "kota-uji", "kl-a1", "kl-a2", "--by", "dlh")

    assert (suspects(), proven()) == ([], 2)


@pytest.mark.parametrize(
    ("was", "becomes", "claims"),
    [
        ("title: Laporan A", "title: Laporan AA", ["kl-a1", "kl-a2"]),
        ('supports: [UJI.01], submission: ev-2024, role: primary, pages: "1"', None, ["kl-a1"]),
        ("question: UJI.02, fact: Ada.", "question: UJI.02, fact: Ada dua.", ["kl-b"]),
        ("name: Dinas Lingkungan Hidup", "name: Dinas LH", []),
    ],
)
@pytest.mark.usefixtures("city")
def test_whatever_was_looked_at_counts(write, suspects, was, becomes, claims):
    text = CITY + RECORDS
    assert text.count(was) == 1
    write(text.replace(was, becomes or was.replace('"1"', '"1-1"')))

    assert suspects() == claims


def test_a_note_or_another_order_changes_nothing(city, write, suspects):
    write(
        CITY
        + RECORDS.replace(
            "kind: laporan, date: 2024-06-01", "date: 2024-06-01, note: N, kind: laporan"
        )
    )

    assert city.is_dir()
    assert suspects() == []


def test_a_missing_file_shakes_its_claims_without_a_review(city, run, proven):
    (city / "evidence.reviews").unlink()
    (city / "files/a.pdf").unlink()

    assert proven() == 1
    assert "hilang" in run("status", "kota-uji").stdout


@pytest.mark.parametrize("what", ["kl-a1", "ev-a", "jw-1"])
def test_a_look_in_the_field_that_differs_shakes_until_the_next(city, write, proven, what):
    look = "verifications:\n  - {id: v-1, what: X, date: 2024-08-01, opd: dlh, agrees: tidak}\n"
    again = "  - {id: v-2, what: X, date: 2024-09-01, opd: dlh, agrees: ya}\n"
    write(CITY + RECORDS + look.replace("X", what))
    assert city.is_dir()
    assert proven() == 1
    write(CITY + RECORDS + (look + again).replace("X", what))
    assert proven() == 2


def test_the_provable_score_falls(city, run):
    def final():
        return [line for line in run("score", "kota-uji").stdout.splitlines() if "akhir" in line]

    before = final()
    old(city / "files/a.pdf", FILES["ev-a"] + b"\n")
    run("evidence", "lock", "kota-uji")

    assert before != final()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["kl-a11", "--by", "dlh"], "Maksudnya 'kl-a1'?"),
        (["kl-a1", "--by", "dhl"], "Maksudnya 'dlh'?"),
        (["kl-a1", "--by", "dlh", "--letter", "ev-surta"], "Maksudnya 'ev-surat'?"),
        (["kl-a1", "--by", "dlh", "--date", "kemarin"], "tahun-bulan-hari"),
        (["kl-a1", "--by", "dlh", "--date", "2999-01-01"], "belum tiba"),
    ],
)
def test_a_slip_is_said_and_nothing_is_written(city, run, words, said):
    before = (city / "evidence.reviews").read_bytes()
    result = run("review", "kota-uji", *words)

    assert result.exit_code == 2
    assert said in result.stderr
    assert (city / "evidence.reviews").read_bytes() == before


def test_a_file_that_is_not_as_it_was_locked_cannot_be_reviewed(city, run):
    changed = bytearray(FILES["ev-a"])
    changed[-1] ^= 1  # of the same size: only its digest tells
    (city / "files/a.pdf").write_bytes(changed)
    result = run("review", "kota-uji", "kl-a1", "--by", "dlh")

    assert result.exit_code == 2
    assert "berubah sejak dikunci" in result.stderr
    assert run("review", "kota-uji", "kl-b", "--by", "dlh").exit_code == 0


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"claim": "kl-a1"}', '{"claim": 1}', '"x"', "\udcff", "x" * 20_000]
)
def test_a_broken_line_is_said_and_loses_nothing(city, run, line):
    path = city / "evidence.reviews"
    path.write_bytes(path.read_bytes() + line.encode("utf-8", "surrogateescape") + b"\n")
    before = path.read_bytes()

    assert "evidence.reviews:5:1: error SCM850" in run("check", "kota-uji", "--brief").stdout
    assert run("review", "kota-uji", "kl-b", "--by", "dlh").exit_code == 1
    assert path.read_bytes() == before


def test_a_day_that_is_none_is_a_broken_line(city, run):
    path = city / "evidence.reviews"
    lines = path.read_text().splitlines()
    told = json.loads(lines[1]) | {"date": "2024-02-31"}
    path.write_text("\n".join([lines[0], json.dumps(told), *lines[2:]]) + "\n")

    assert "SCM850" in run("check", "kota-uji", "--brief").stdout


def test_the_matrix_says_who_has_looked(city, run, workspace):
    built = run("build", "kota-uji", "--document", "matriks-eviden", "--draft", "--format", "html")
    page = Path(workspace, "build/kota-uji/matriks-eviden.html").read_text("utf-8")

    assert built.exit_code == 0, built.output
    assert "sesuai saat ditinjau" in page
    assert "surat: 7/2024" in page
    assert city.is_dir()
