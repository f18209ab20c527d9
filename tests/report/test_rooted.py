"""Names from the root of a repository: the same from every folder, and of no machine."""

import pytest

from scmaster import resources
from scmaster.diagnostics import Diagnostic, Related, Severity, Span
from scmaster.report import rooted


@pytest.fixture
def repository(tmp_path, monkeypatch):
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / "repo" / "dalam" / "cities").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repo" / "dalam")
    return tmp_path / "repo"


def test_the_root_is_where_git_is_and_else_the_workspace(repository, tmp_path):
    assert rooted.root_of(repository / "dalam") == repository
    assert rooted.root_of(tmp_path / "lain") == tmp_path / "lain"


def test_a_worktree_has_a_file_where_others_have_a_folder(tmp_path):
    (tmp_path / ".git").write_text("gitdir: lain\n", "utf-8")

    assert rooted.root_of(tmp_path / "cities") == tmp_path


@pytest.mark.parametrize(
    "file", ["cities/a b.yaml", "../dalam/cities/a b.yaml", "./cities/../cities/a b.yaml"]
)
def test_a_name_is_the_same_however_it_was_told(repository, file):
    name = rooted.names_from(repository)

    assert name(file) == "dalam/cities/a b.yaml"
    assert name(str(repository / "dalam" / "cities" / "a b.yaml")) == "dalam/cities/a b.yaml"


def test_what_is_not_in_the_repository_keeps_no_folder_of_the_machine(repository, tmp_path):
    name = rooted.names_from(repository)

    assert name(str(tmp_path / "rahasia" / "a.yaml")) == "a.yaml"
    assert name("../../rahasia/a.yaml") == "a.yaml"
    shipped = resources.shipped("pillars") / "pilar-2017.yaml"
    assert name(str(shipped)) == "pillars/pilar-2017.yaml"


def test_every_place_of_a_finding_is_named_anew(repository):
    other = Related(Span("cities/b.yaml", 1, 1), "di sini")
    found = Diagnostic("SCM202", Severity.ERROR, Span("cities/a.yaml", 3, 5, 2), "a", "b", (other,))
    (made,) = rooted.rooted([found], rooted.names_from(repository))

    assert made.span == Span("dalam/cities/a.yaml", 3, 5, 2)
    assert made.related == (Related(Span("dalam/cities/b.yaml", 1, 1), "di sini"),)
    assert (made.code, made.message, made.hint) == ("SCM202", "a", "b")
