"""Git is asked about a city's files; the repository's own settings run nothing."""

import shutil
import subprocess

import pytest

from scmaster.source import git

GIT = shutil.which("git")
CITY = "city: {id: kota}\n"


def call(folder, *words):
    identity = ["-c", "user.name=A", "-c", "user.email=a@contoh.go.id"]
    done = subprocess.run(
        [GIT, *identity, "-C", str(folder), *words], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path):
    """A repository with a city in a folder below, committed once."""
    folder = tmp_path / "repo" / "cities" / "kota"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text(CITY, "utf-8")
    (folder / "files").mkdir()
    (folder / "files" / "eviden.yaml").write_text("x: 1\n", "utf-8")
    call(tmp_path, "init", "-q", "repo")
    call(folder, "add", "-A")
    call(folder, "commit", "-q", "-m", "satu")
    return folder


def test_a_clean_folder_bears_the_name_of_its_commit(repository):
    assert git.commit_of(repository) == call(repository, "log", "-1", "--format=%h")


@pytest.mark.parametrize("change", ["edited", "new", "gone", "template"])
def test_what_differs_from_the_commit_is_said(repository, change):
    if change == "edited":
        (repository / "a.yaml").write_text("city: {id: lain}\n", "utf-8")
    elif change == "new":
        (repository / "b.yaml").write_text("opd: []\n", "utf-8")
    elif change == "template":
        (repository / "templates").mkdir()
        (repository / "templates" / "x.jinja").write_text("a", "utf-8")
    else:
        (repository / "a.yaml").unlink()

    assert git.commit_of(repository).endswith("dengan perubahan yang belum dicatat")


def test_line_ends_of_windows_and_evidence_are_no_change(repository):
    (repository / "a.yaml").write_bytes(CITY.replace("\n", "\r\n").encode())
    (repository / "files" / "lagi.yaml").write_text("y: 1\n", "utf-8")

    assert " " not in git.commit_of(repository)


def test_without_git_the_commit_is_unknown(tmp_path):
    assert git.commit_of(tmp_path) == git.UNKNOWN


def test_the_files_of_a_revision_are_read_and_nothing_is_touched(repository):
    first = call(repository, "rev-parse", "HEAD")
    (repository / "a.yaml").write_text("city: {id: dua}\n", "utf-8")
    (repository / "b.yaml").write_text("opd: []\n", "utf-8")
    call(repository, "add", "-A")
    call(repository, "commit", "-q", "-m", "dua")
    now = sorted(p.name for p in repository.iterdir())

    assert [(n.rpartition("/")[2], d) for n, d in git.files_at(repository, first)] == [
        ("a.yaml", CITY.encode())
    ]
    assert [d for _, d in git.files_at(repository, "HEAD")] == [b"city: {id: dua}\n", b"opd: []\n"]
    assert sorted(p.name for p in repository.iterdir()) == now
    assert call(repository, "status", "--porcelain") == ""


@pytest.mark.parametrize("name", ["tidak-ada", "--all", "-x", "", "HEAD:cities", "a\nb", "HEAD~9"])
def test_a_revision_that_is_not_there_is_said(repository, name):
    with pytest.raises(git.RevisionError):
        git.files_at(repository, name)


def test_a_folder_that_was_not_there_yet_is_said(repository):
    later = repository.parent / "lain"
    later.mkdir()
    (later / "a.yaml").write_text(CITY, "utf-8")

    with pytest.raises(git.RevisionError, match="belum ada pada revisi"):
        git.files_at(later, "HEAD")


def test_no_filter_hook_or_monitor_of_the_repository_runs(repository, tmp_path):
    trap, told = tmp_path / "jebakan.sh", tmp_path / "terjebak"
    trap.write_text(f"#!/bin/sh\ntouch '{told}'\ncat\n", "utf-8")
    trap.chmod(0o755)
    (repository / ".gitattributes").write_text("*.yaml filter=jebakan diff=jebakan\n", "utf-8")
    for setting in (
        "filter.jebakan.clean",
        "filter.jebakan.smudge",
        "filter.jebakan.process",
        "diff.jebakan.textconv",
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "gpg.program",
    ):
        call(repository, "config", setting, str(trap))
    call(repository, "config", "log.showSignature", "true")
    (repository / "a.yaml").write_text(CITY, "utf-8")  # another time: git would look again

    assert " " not in git.commit_of(repository)
    assert git.files_at(repository, "HEAD")[0][1] == CITY.encode()
    assert not told.exists()
    (repository / "a.yaml").write_text(CITY.replace("kota", "lain"), "utf-8")
    subprocess.run([GIT, "-C", str(repository), "status"], capture_output=True, check=False)
    assert told.exists(), "the trap can close"


def test_an_object_that_is_not_there_is_fetched_by_nothing(repository, tmp_path):
    """A partial clone names a command as its remote; git would run it to get the object."""
    told = tmp_path / "terjebak"
    blob = call(repository, "rev-parse", "HEAD:./a.yaml")
    store = repository.parent.parent / ".git" / "objects" / blob[:2] / blob[2:]
    store.chmod(0o644)
    store.unlink()
    for setting, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": f"ext::touch {told}",
        "remote.origin.promisor": "true",
        "protocol.ext.allow": "always",
        "protocol.allow": "always",
    }.items():
        call(repository, "config", setting, value)

    with pytest.raises(git.RevisionError, match="tidak dapat dibaca"):
        git.files_at(repository, "HEAD")
    git.commit_of(repository)
    assert not told.exists()
    subprocess.run(
        [GIT, "-C", str(repository), "cat-file", "-p", blob], capture_output=True, check=False
    )
    assert told.exists(), "the trap can close"
