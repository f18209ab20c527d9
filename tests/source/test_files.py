"""A city's files are found in order, and what is in the way is said, never raised."""

import os
import tracemalloc
from pathlib import Path

import pytest

from scmaster.source import decoding, files


@pytest.fixture
def city(tmp_path, monkeypatch):
    folder = tmp_path / "cities" / "balikpapan"
    folder.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return folder


def write(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: 1\n")


def look(folder):
    found_files, found = files.of_city(folder)
    return [file.name for file in found_files], [(d.code, d.span.file) for d in found]


def test_every_yaml_in_a_stable_order(city):
    write(city, "b.yaml", "a.yml", "opd/dlh.yaml", "A.YAML", "c.txt", "d.yaml.bak", "yaml")

    names, found = look(city)

    assert found == []
    assert names == [
        f"cities/balikpapan/{n}" for n in ["A.YAML", "a.yml", "b.yaml", "opd/dlh.yaml"]
    ]


def test_hidden_folders_and_evidence_are_left_out(city):
    write(city, "a.yaml", ".git/b.yaml", "files/c.yaml", "opd/files/d.yaml", ".e.yaml")

    assert look(city) == (["cities/balikpapan/a.yaml"], [])


def test_a_citys_own_templates_are_no_records(city):
    write(city, "a.yaml", "templates/surat/form.yaml", "opd/templates/b.yaml")

    names, found = look(city)

    assert found == []
    assert names == ["cities/balikpapan/a.yaml", "cities/balikpapan/opd/templates/b.yaml"]


def test_names_are_as_people_stand(city, tmp_path, monkeypatch):
    write(city, "a.yaml")

    assert look(city.relative_to(tmp_path))[0] == ["cities/balikpapan/a.yaml"]
    monkeypatch.chdir(city)
    assert look(city)[0] == ["a.yaml"]
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert look(city)[0] == [f"{city.as_posix()}/a.yaml"]


def test_a_link_out_of_the_folder_is_not_followed(city, tmp_path):
    write(tmp_path, "secret/secret.yaml")
    write(city, "a.yaml")
    (city / "out.yaml").symlink_to(tmp_path / "secret" / "secret.yaml")
    (city / "folder").symlink_to(tmp_path / "secret")

    assert look(city) == (
        ["cities/balikpapan/a.yaml"],
        [
            ("SCM015", "cities/balikpapan/folder"),
            ("SCM015", "cities/balikpapan/out.yaml"),
        ],
    )


def test_a_link_inside_counts_once(city):
    write(city, "a.yaml", "files/kept.yaml", "opd/dlh.yaml")
    (city / "again.yaml").symlink_to(city / "a.yaml")
    (city / "z.yaml").symlink_to(city / "files" / "kept.yaml")
    (city / "loop").symlink_to(city)

    names = ["a.yaml", "opd/dlh.yaml", "z.yaml"]
    assert look(city) == ([f"cities/balikpapan/{name}" for name in names], [])


def test_a_linked_city_is_a_city(city, tmp_path):
    write(city, "a.yaml")
    (tmp_path / "here").symlink_to(city)

    assert look(tmp_path / "here") == (["here/a.yaml"], [])


def test_links_that_lead_nowhere(city):
    write(city, "a.yaml")
    (city / "gone.yaml").symlink_to(city / "nothing.yaml")
    (city / "loop.yaml").symlink_to(city / "loop.yaml")

    assert look(city)[1] == [
        ("SCM009", "cities/balikpapan/gone.yaml"),
        ("SCM009", "cities/balikpapan/loop.yaml"),
    ]


def test_a_folder_named_like_a_file(city):
    write(city, "a.yaml", "x.yaml/b.yaml")

    assert look(city) == (["cities/balikpapan/a.yaml"], [("SCM009", "cities/balikpapan/x.yaml")])


def test_notepads_txt(city):
    write(city, "profil.yaml.txt")

    assert look(city) == ([], [("SCM017", "cities/balikpapan/profil.yaml.txt")])


def test_an_empty_folder_and_no_folder(city):
    assert look(city) == ([], [("SCM016", "cities/balikpapan")])
    assert look(city / "nowhere") == ([], [("SCM009", "cities/balikpapan/nowhere")])
    write(city, "a.yaml")
    assert look(city / "a.yaml") == ([], [("SCM009", "cities/balikpapan/a.yaml")])


def test_a_name_cannot_write_lines_of_its_own(city):
    write(city, "a\n::error::x.yaml")

    assert look(city)[0] == ["cities/balikpapan/a\ufffd::error::x.yaml"]


def test_as_deep_as_folders_go(city):
    folder = city
    for _ in range(300):
        folder = folder / "d"
    write(folder, "a.yaml")

    assert len(look(city)[0]) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(city):
    os.mkfifo(city / "pipe.yaml")
    (source,), _ = files.of_city(city)

    data, found = files.content(source)

    assert data is None
    assert [(d.code, d.span.file) for d in found] == [("SCM009", "cities/balikpapan/pipe.yaml")]


def test_a_file_that_vanishes_or_turns_into_a_folder(city):
    write(city, "a.yaml", "b.yaml")
    (first, second), _ = files.of_city(city)
    first.path.unlink()
    second.path.unlink()
    second.path.mkdir()

    for source in (first, second):
        data, found = files.content(source)
        assert data is None
        assert [d.code for d in found] == ["SCM009"]


def test_a_file_that_becomes_a_link_is_not_followed(city, tmp_path):
    write(tmp_path, "secret.yaml")
    write(city, "a.yaml")
    (source,), _ = files.of_city(city)
    source.path.unlink()
    source.path.symlink_to(tmp_path / "secret.yaml")

    data, found = files.content(source)

    assert data is None
    assert [d.code for d in found] == ["SCM009"]


def test_a_link_inside_can_be_read(city):
    write(city, "files/kept.yaml")
    (city / "z.yaml").symlink_to(city / "files" / "kept.yaml")
    (source,), _ = files.of_city(city)

    assert files.content(source) == (b"a: 1\n", [])


def test_what_may_not_be_opened(city, monkeypatch):
    """As root everything may be opened, so the refusal is played."""
    write(city, "a.yaml", "closed/b.yaml")
    scandir, opened = os.scandir, os.open

    def refuse_folder(path):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    def refuse_file(path, *rest, **named):
        if Path(path).name == "a.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest, **named)

    monkeypatch.setattr(os, "scandir", refuse_folder)
    (source,), found = files.of_city(city)
    monkeypatch.setattr(os, "open", refuse_file)

    assert [(d.code, d.span.file) for d in found] == [("SCM009", "cities/balikpapan/closed")]
    assert files.content(source)[1][0].code == "SCM009"


@pytest.mark.parametrize(("extra", "codes"), [(0, []), (1, ["SCM008"])])
def test_reading_is_bounded(city, monkeypatch, extra, codes):
    monkeypatch.setattr(files, "LARGEST", 4)
    (city / "a.yaml").write_bytes(b"x" * (4 + extra))
    (source,), _ = files.of_city(city)

    data, found = files.content(source)

    assert [d.code for d in found] == codes
    assert (data is None) is bool(codes)


@pytest.mark.parametrize(("largest", "cheap"), [(1, True), (100, False)])
def test_fifty_megabytes_are_never_taken_in(city, monkeypatch, largest, cheap):
    """And the twin with a higher limit shows that the measure sees them."""
    monkeypatch.setattr(files, "LARGEST", largest * 1024**2)
    with (city / "a.yaml").open("wb") as file:
        file.truncate(50 * 1024**2)
    (source,), _ = files.of_city(city)
    tracemalloc.start()
    files.content(source)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert (peak < 3 * 1024**2) is cheap


def test_the_bound_is_the_readers():
    assert files.LARGEST == decoding.LARGEST
