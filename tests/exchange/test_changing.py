"""Changes find the file of their record, and two branches that change two records meet nowhere."""

import shutil
import subprocess
from datetime import date

import pytest

from scmaster import pipeline
from scmaster.exchange.changing import changed, slips
from scmaster.exchange.editing import Add, New, NoPlaceError, Put, Take

FILES = {
    "kota.yaml": 'city: {id: k, name: K, kind: kota, province: P, region_code: "64.71"}\n'
    "opd:\n- {id: dlh, name: DLH}\n- {id: dishub, name: Dishub}\n",
    "program.yaml": "programmes:\n"
    + "".join(
        f"  - id: prog-{n}\n    name: Program {n}\n    measures:\n      - name: Unit\n"
        f"        value: {n}\n        unit: unit\n\n"
        for n in range(4)
    ),
    "lain/satu.yaml": "programmes:\n  - {id: prog-x, name: X}\nevidence: []\n",
}


@pytest.fixture
def folder(tmp_path):
    for name, text in FILES.items():
        path = tmp_path / "kota" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "kota"


def made(folder, *changes, home=None):
    """What is to be written, by name."""
    case = pipeline.understand_city(folder, None, on=date(2025, 1, 1))
    files = changed(case, folder, changes, home=home)
    return {path.relative_to(folder).as_posix(): data.decode() for path, data in files.items()}


def write(folder, *changes, home=None):
    for name, text in made(folder, *changes, home=home).items():
        pipeline.write(folder / name, text.encode())


def test_each_record_is_changed_in_its_own_file(folder):
    files = made(
        folder,
        Put("programmes", "prog-x", ("name",), "Lain"),
        Put("opd", "dlh", ("name",), "Dinas"),
        Put("programmes", "prog-1", ("name",), "Program 1"),
    )

    assert list(files) == ["kota.yaml", "lain/satu.yaml"]
    assert files["lain/satu.yaml"] == FILES["lain/satu.yaml"].replace("name: X", "name: Lain")
    assert "{id: dlh, name: Dinas}" in files["kota.yaml"]


def test_a_new_record_goes_where_most_of_its_kind_stand_or_where_it_is_told_to(folder):
    programme, evidence = (
        New("programmes", {"id": "p", "name": "P"}),
        New("evidence", {"id": "e", "title": "E"}),
    )
    home = folder / "isian" / "dlh.yaml"

    assert list(made(folder, programme, evidence)) == ["lain/satu.yaml", "program.yaml"]
    assert made(folder, programme, evidence, home=home) == {
        "isian/dlh.yaml": "programmes:\n  - id: p\n    name: P\n\n"
        "evidence:\n  - id: e\n    title: E\n"
    }


def test_a_file_that_new_records_go_into_is_the_same_as_the_one_that_is_changed(
    folder, monkeypatch
):
    write(folder, New("programmes", {"id": "p", "name": "P"}), home=folder / "isian" / "dlh.yaml")
    monkeypatch.chdir(folder.parent)
    (folder.parent / "tautan").symlink_to(folder)
    home = folder.parent / "tautan" / "isian" / "dlh.yaml"

    files = made(
        folder,
        Put("programmes", "p", ("name",), "Q"),
        New("programmes", {"id": "q", "name": "R"}),
        home=home,
    )

    assert files == {
        "isian/dlh.yaml": "programmes:\n  - id: p\n    name: Q\n\n  - id: q\n    name: R\n"
    }


def test_nothing_is_written_outside_the_city_or_without_a_file(folder):
    record = New("programmes", {"id": "p", "name": "P"})
    with pytest.raises(NoPlaceError):
        made(folder, record, home=folder.parent / "luar.yaml")
    with pytest.raises(NoPlaceError, match="waivers"):
        made(folder, New("waivers", {"id": "w"}))
    with pytest.raises(NoPlaceError, match="prog-z"):
        made(folder, Put("programmes", "prog-z", ("name",), "Z"))


def test_a_file_that_cannot_be_changed_is_named(folder):
    path = folder / "lain" / "satu.yaml"
    path.write_text("programmes:\n  - {id: prog-x, name: &n X}\n  - {id: prog-y, name: *n}\n")

    with pytest.raises(NoPlaceError, match=r"satu\.yaml.*name"):
        made(folder, Put("programmes", "prog-x", ("name",), "Lain"))


def test_errors_that_a_change_makes_are_told_and_those_that_were_there_are_not(folder):
    path = folder / "program.yaml"
    path.write_text(path.read_text().replace("value: 3", "value: tiga"))
    record = folder / "lain" / "satu.yaml"
    files = {
        path: path.read_bytes().replace(b"value: 2", b"value: 1.000"),
        record: record.read_bytes() + b"claims: []\n",
        folder / "baru.yaml": b"opd:\n  - {id: x y, name: A}\n",
    }

    assert [d.code for d in slips(files)] == ["SCM108", "SCM103"]
    assert slips({path: path.read_bytes()}) == []


def git(folder, *words):
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run([shutil.which("git"), *who, *words], cwd=folder, check=True, capture_output=True)


ONE = [
    [Put("programmes", "prog-1", ("name",), "Satu")],
    [Add("programmes", "prog-1", ("measures",), {"name": "Baru", "value": "7"})],
    [Take("programmes", "prog-1", ("measures", 0, "unit"))],
    [Put("programmes", "prog-1", ("note",), "Catatan.")],
    [New("evidence", {"id": "ev-1", "title": "Satu", "kind": "laporan"})],
]
OTHER = [
    [Put("programmes", "prog-2", ("name",), "Dua")],
    [Add("programmes", "prog-2", ("measures",), {"name": "Lain", "value": "8"})],
    [Put("programmes", "prog-2", ("measures", 0, "value"), "9")],
    [Put("programmes", "prog-2", ("summary",), "Ringkasan.")],
    [New("evidence", {"id": "ev-2", "title": "Dua", "kind": "laporan"})],
]


BOTH = [
    *((ONE[0], other) for other in OTHER),
    *((one, OTHER[1]) for one in ONE),
    (ONE[4], OTHER[4]),
    ([*ONE[0], *ONE[1], *ONE[4]], [*OTHER[0], *OTHER[1], *OTHER[4]]),
]


@pytest.fixture
def repository(folder):
    git(folder, "init", "--quiet", "--initial-branch=utama")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=awal")
    return folder


@pytest.mark.parametrize(("one", "other"), BOTH)
def test_two_branches_that_change_two_records_merge(repository, one, other):
    for branch, changes, home in (("satu", one, "dlh"), ("dua", other, "dishub")):
        git(repository, "checkout", "--quiet", "-b", branch, "utama")
        write(repository, *changes, home=repository / "isian" / f"{home}.yaml")
        git(repository, "add", "--all")
        git(repository, "commit", "--quiet", f"--message={branch}")
    git(repository, "merge", "--quiet", "--no-edit", "satu")  # fails over a conflict
    merged = {path.name: path.read_text() for path in repository.rglob("*.yaml")}

    git(repository, "checkout", "--quiet", "utama")
    write(repository, *one, home=repository / "isian" / "dlh.yaml")
    write(repository, *other, home=repository / "isian" / "dishub.yaml")

    assert merged == {path.name: path.read_text() for path in repository.rglob("*.yaml")}
