"""Files are taken into the store whole, under a name that was free."""

import os
import subprocess
import sys
import time

import pytest

from scmaster.evidence import intake
from scmaster.evidence.digests import Digests
from scmaster.evidence.store import BadNameError, Store


@pytest.fixture
def store(tmp_path):
    (tmp_path / "files").mkdir()
    return Store(tmp_path / "files")


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "asal.pdf"
    path.write_bytes(b"isi" * 1000)
    return path


def test_a_copy_without_a_name_is_gone(store, source):
    with intake.copied(source, store) as copy:
        assert copy.path.read_bytes() == source.read_bytes()
        assert store.names() == []

    assert not copy.path.exists()


def test_a_name_is_given_once(store, source):
    with intake.copied(source, store) as copy:
        intake.named(copy, store, "a.pdf")
    source.write_bytes(b"lain")
    with intake.copied(source, store) as copy, pytest.raises(FileExistsError):
        intake.named(copy, store, "a.pdf")

    assert (store.folder / "a.pdf").read_bytes() == b"isi" * 1000
    assert list((store.folder / ".scmaster").iterdir()) == []


def test_a_file_system_without_links_does_as_well(store, source, monkeypatch):
    def refuse(*_):
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    with intake.copied(source, store) as copy:
        intake.named(copy, store, "a.pdf")
    with intake.copied(source, store) as copy, pytest.raises(FileExistsError):
        intake.named(copy, store, "a.pdf")

    assert store.names() == ["a.pdf"]


@pytest.mark.parametrize("name", ["../a.pdf", "/a.pdf", ".a", "a\\b"])
def test_no_name_leads_out(store, source, name):
    with intake.copied(source, store) as copy, pytest.raises(BadNameError):
        intake.named(copy, store, name)


def test_finds_the_same_content_but_not_the_same_size(store, source):
    (store.folder / "lain.pdf").write_bytes(b"asi" * 1000)
    with intake.copied(source, store) as copy:
        assert intake.same_content(copy, Digests(store)) == ""
    (store.folder / "sama.bin").write_bytes(source.read_bytes())
    with intake.copied(source, store) as copy:
        assert intake.same_content(copy, Digests(store)) == "sama.bin"


def test_what_stopped_runs_have_left_goes_after_a_day(store, source):
    folder = store.folder / ".scmaster"
    folder.mkdir()
    for name, age in (("masuk-lama", 100_000), ("masuk-baru", 10), ("sidik.json", 100_000)):
        (folder / name).write_bytes(b"")
        os.utime(folder / name, (time.time() - age,) * 2)
    with intake.copied(source, store):
        pass

    assert sorted(p.name for p in folder.iterdir()) == ["masuk-baru", "sidik.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on memory")
def test_a_large_file_streams(tmp_path, store):
    """500 MB (sparse) are copied with 150 MB of memory above what Python starts with."""
    large = tmp_path / "besar.mp4"
    with large.open("wb") as file:
        file.truncate(500_000_000)
    program = (
        "import resource, sys, pathlib\n"
        "from scmaster.evidence import intake, store\n"
        "resource.setrlimit(resource.RLIMIT_DATA, (150_000_000, 150_000_000))\n"
        "where = store.Store(pathlib.Path(sys.argv[2]))\n"
        "with intake.copied(pathlib.Path(sys.argv[1]), where) as copy: print(copy.size)\n"
    )
    command = [sys.executable, "-c", program, str(large), str(store.folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.stdout.strip(), done.stderr) == ("500000000", "")
