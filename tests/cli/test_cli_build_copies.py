"""`build`: two copies, what changed since an earlier moment, the manifest and its digests."""

import hashlib
import io
import json
import shutil
import subprocess
import zipfile

import pytest
from kota_uji import CITY, WRONG

from scmaster.render import manifest

NAME = "laporan-evaluasi.docx"
QUICK = ("--page-numbers", "never", "--document", "laporan-evaluasi")
GIT = shutil.which("git")
ANSWERED = (
    CITY
    + """\
answers:
  - {id: jaw-1, submission: ev-2024, question: UJI.01, fact: Sudah ada., owner: dlh}
"""
)


def git(folder, *words):
    identity = ["-c", "user.name=A", "-c", "user.email=a@contoh.go.id"]
    command = [GIT, *identity, "-C", str(folder), *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def words(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read("word/document.xml").decode()


@pytest.fixture
def repository(workspace):
    git(workspace, "init", "-q")
    git(workspace, "add", "-A")
    git(workspace, "commit", "-q", "-m", "diserahkan")
    return workspace


@pytest.fixture
def built(run, tmp_path):
    """Build one report somewhere; give its words and what was said."""

    def build(*options, out="hasil", env=None):
        folder = tmp_path / out
        result = run("build", "kota-uji", "--out", folder, *QUICK, *options, env=env)
        return folder, result

    return build


# -- the manifest -----------------------------------------------------------------------------


def test_the_manifest_names_every_file_with_its_digest(built):
    folder, result = built()
    held = json.loads((folder / "manifest.json").read_text("utf-8"))

    (entry,) = held["files"]
    content = (folder / NAME).read_bytes()
    assert entry["name"] == NAME
    assert entry["sha256"] == hashlib.sha256(content).hexdigest()
    assert entry["size"] == len(content)
    assert (held["copy"], held["submission"], held["instrument"]) == (
        "assessor",
        "ev-2024",
        "uji-2024",
    )
    assert f"Sidik isi: {held['content_digest']}" in result.stdout
    assert str(folder.parent) not in json.dumps(held)


def test_the_content_digest_is_of_what_is_in_the_zip_and_not_of_the_zip(built):
    folder, _ = built()
    content = (folder / NAME).read_bytes()
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in reversed(old.namelist()):
            new.writestr(name, old.read(name))
    again = packed.getvalue()

    assert again != content
    assert manifest.content_digest(again) == manifest.content_digest(content)
    assert manifest.content_digest(b"PK lain") == hashlib.sha256(b"PK lain").hexdigest()


def test_two_builds_give_one_manifest(built):
    first, _ = built(out="satu")
    second, _ = built(out="dua")

    assert (first / "manifest.json").read_bytes() == (second / "manifest.json").read_bytes()


def test_what_an_earlier_build_left_is_named_and_not_deleted(run, tmp_path, built):
    folder = tmp_path / "hasil"
    run("build", "kota-uji", "--out", folder, "--page-numbers", "never")
    letter = "permintaan-data/belum-ditunjuk.docx"
    (folder / "catatan-saya.txt").write_text("x", "utf-8")
    _, result = built()
    held = json.loads((folder / "manifest.json").read_text("utf-8"))

    assert (folder / letter).is_file()
    assert letter in held["stale"]
    assert "catatan-saya.txt" not in held["stale"]
    assert f"  {folder / letter}" in result.stdout
    _, result = built()
    assert letter in result.stdout, "not forgotten by the next build either"
    assert "catatan-saya" not in result.stdout


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[" * 100_000,
        '{"files": 3}',
        '{"files": [{"name": "../../rahasia"}, {"name": "/etc/passwd"}], "stale": [7, "a\\\\b"]}',
        '{"files": [{"name": "a/../b"}], "stale": ["\\u001b[31m", ""]}',
    ],
)
def test_a_broken_manifest_of_an_earlier_build_is_no_hindrance(built, tmp_path, text):
    folder = tmp_path / "hasil"
    folder.mkdir()
    (folder / "manifest.json").write_text(text, "utf-8")
    (tmp_path / "rahasia").write_text("x", "utf-8")
    _, result = built()

    assert result.exit_code == 0, result.output
    assert json.loads((folder / "manifest.json").read_text("utf-8"))["stale"] == []


def test_the_manifest_is_written_last(monkeypatch, built):
    from scmaster import pipeline

    order = []
    original = pipeline.write
    monkeypatch.setattr(
        pipeline, "write", lambda path, data: (order.append(path.name), original(path, data))
    )
    built()

    assert order == [NAME, "manifest.json"]


# -- since ------------------------------------------------------------------------------------


def test_since_a_revision_the_files_on_the_disk_stay(repository, write, built, files):
    first = git(repository, "rev-parse", "--short", "HEAD")
    write(ANSWERED)
    before = files(repository / "cities")
    folder, result = built("--since", first)
    text = words((folder / NAME).read_bytes())

    assert result.exit_code == 0, result.output
    assert f"revisi git {first}" in text
    assert "Status: belum ada eviden" in text
    assert "Fakta: Sudah ada." in text
    assert files(repository / "cities") == before


def test_nothing_changed_is_said(repository, built):
    folder, _ = built("--since", "HEAD")
    commit = git(repository, "rev-parse", "HEAD")[:7]

    assert f"revisi git HEAD ({commit})" in words((folder / NAME).read_bytes())
    assert "tidak ada yang berubah" in words((folder / NAME).read_bytes())


def test_since_a_manifest(write, built):
    older, _ = built(out="dulu")
    write(ANSWERED)
    folder, result = built("--since", str(older / "manifest.json"))

    assert result.exit_code == 0, result.output
    assert "Fakta: Sudah ada." in words((folder / NAME).read_bytes())


def test_the_submission_before_says_what_to_compare_with(repository, write, built):
    first = git(repository, "rev-parse", "HEAD")
    write(ANSWERED)
    git(repository, "commit", "-q", "-a", "-m", "dijawab")
    later = ANSWERED.replace(
        "submissions:\n",
        "submissions:\n  - {id: ev-2025, year: 2025, stage: tunggal, state: draft,"
        " instrument: uji-2024}\n",
    ).replace(
        "state: draft, instrument: uji-2024}\nopd",
        f"state: final, revision: {first}, instrument: uji-2024}}\nopd",
    )
    assert first in later
    write(later.replace("submission: ev-2024, question", "submission: ev-2025, question"))
    folder, result = built()
    text = words((folder / NAME).read_bytes())

    assert result.exit_code == 0, result.output
    assert f"revisi git {first}" in text
    assert "(pengajuan 2024)" in text
    assert "Fakta: Sudah ada." in text


@pytest.mark.usefixtures("repository")
def test_a_revision_that_is_gone_is_a_finding_and_no_stop(write, built):
    write(
        CITY.replace(
            "submissions:\n",
            "submissions:\n  - {id: ev-2023, year: 2023, stage: tunggal, state: final,"
            " revision: abcdef1, instrument: uji-2024}\n",
        )
    )
    folder, result = built()

    assert result.exit_code == 0, result.output
    assert "SCM650" in result.stdout
    assert "kota.yaml:3" in result.stdout
    assert "abcdef1" in words((folder / NAME).read_bytes())


def test_without_anything_to_compare_with_one_sentence_says_so(built):
    folder, _ = built()

    assert "Tidak ada keadaan terdahulu untuk dibandingkan" in words((folder / NAME).read_bytes())


@pytest.mark.parametrize("since", ["tidak-ada", "--all", "HEAD", "nihil.json", "", "a\nb"])
def test_a_moment_that_cannot_be_had_is_a_wrong_command_line(built, since):
    """There is no repository here, and no such file."""
    folder, result = built(f"--since={since}")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Galat: --since")
    assert not folder.exists()


def saved(**more):
    """A snapshot of the city of these tests, with something else in it."""
    return json.dumps(
        {
            "snapshot": {
                "version": 1,
                "city": "kota-uji",
                "cycles": [],
                "items": [],
                "names": {},
                "errors": 0,
            }
            | more
        }
    )


def item(**more):
    """One with a record that has something else in it."""
    return saved(items=[{"kind": "evidence", "id": "a", "name": "b", "fields": {}} | more])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "bukan json",
        "[" * 100_000,
        "{}",
        saved(version=99),
        saved(city="kota-lain"),
        saved(cycles={}),
        saved(errors=True),
        saved(errors=-1),
        saved(names={"a b": "c"}),
        item(kind="rahasia"),
        item(name="\ue0000\ue001"),
        item(name="\x1b[31m"),
        item(name=7),
        item(name="x" * 30_000),
        item(fields={"value": "1e999999999"}),
        item(fields={"date": "2024-13-40"}),
        item(fields={"<w:p/>": "a"}),
    ],
)
def test_a_hostile_manifest_is_refused(built, tmp_path, text):
    (tmp_path / "jahat.json").write_text(text, "utf-8")
    folder, result = built("--since", str(tmp_path / "jahat.json"))

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Galat: --since")
    assert not folder.exists()


def test_that_manifest_is_taken_without_what_is_hostile(built, tmp_path):
    (tmp_path / "baik.json").write_text(item(fields={"date": "2024-12", "url": "x"}), "utf-8")
    _, result = built("--since", str(tmp_path / "baik.json"))

    assert result.exit_code == 0, result.output


def test_words_of_a_manifest_are_words(built, tmp_path):
    """Markup of any kind arrives as exactly that text."""
    older, _ = built(out="dulu")
    held = json.loads((older / "manifest.json").read_text("utf-8"))
    name = "{{ 7*7 }} <w:p/> & | a | b | ]]>"
    held["snapshot"]["items"] = [
        {"kind": "quick_win", "id": "x", "name": name, "fields": {"service": "# Judul"}}
    ]
    (tmp_path / "m.json").write_text(json.dumps(held), "utf-8")
    folder, result = built("--since", str(tmp_path / "m.json"))
    text = words((folder / NAME).read_bytes())

    assert result.exit_code == 0, result.output
    assert "{{ 7*7 }} &lt;w:p/&gt; &amp; | a | b | ]]&gt;" in text
    assert "Layanan yang ditingkatkan: # Judul" in text


# -- copies -----------------------------------------------------------------------------------


def test_the_citys_own_copy_has_its_own_name_and_manifest(built):
    folder, result = built("--copy", "internal")

    assert result.exit_code == 0, result.output
    assert {p.name for p in folder.iterdir()} == {
        "laporan-evaluasi-internal.docx",
        "manifest-internal.json",
    }
    assert "Lampiran Internal" in words((folder / "laporan-evaluasi-internal.docx").read_bytes())


# -- the clock --------------------------------------------------------------------------------


def test_documents_bear_the_day_of_source_date_epoch(built):
    folder, _ = built(env={"SOURCE_DATE_EPOCH": "1767225600"})
    with zipfile.ZipFile(folder / NAME) as package:
        core = package.read("docProps/core.xml").decode()

    assert core.count("2026-01-01T00:00:00Z") == 2


def test_else_they_bear_the_day_of_the_data(built, write):
    write(CITY.replace("city: {", "city: {data_date: 2025-03-04, "))
    folder, _ = built()
    with zipfile.ZipFile(folder / NAME) as package:
        core = package.read("docProps/core.xml").decode()

    assert core.count("2025-03-04T00:00:00Z") == 2


@pytest.mark.parametrize("value", ["kemarin", "-1", "1.5", "²", "9" * 30, " 1"])
@pytest.mark.parametrize("command", ["build", "check"])
def test_another_clock_is_a_wrong_command_line(run, value, command):
    result = run(command, "kota-uji", env={"SOURCE_DATE_EPOCH": value})

    assert (result.exit_code, result.stdout) == (2, "")
    assert "SOURCE_DATE_EPOCH" in result.stderr


def test_a_refused_build_writes_no_manifest(run, write, tmp_path):
    write(WRONG)
    run("build", "kota-uji", "--out", tmp_path / "hasil", *QUICK)

    assert not (tmp_path / "hasil").exists()
