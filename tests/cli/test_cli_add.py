"""`evidence add`, as Diskominfo uses it."""

import hashlib
import subprocess

import pytest
import sample_files
from kota_uji import CITY
from typer.testing import CliRunner

from scmaster.cli import adding, app
from scmaster.source import reader

WORDS = "NOTULEN\nNomor : 000.7/12/DISKOMINFO\nTanggal: 18 Juni 2024"
NOTULEN = sample_files.pdf(WORDS, "halaman dua")
DIGEST = hashlib.sha256(NOTULEN).hexdigest()[:6]
IDENTITY = f"ev-notulen-rapat-forum-2024-{DIGEST}"


@pytest.fixture
def city(workspace):
    return workspace / "cities/kota-uji"


@pytest.fixture
def given(workspace):
    """A file to be added, outside the city."""
    path = workspace / "Notulen Rapat_Forum.PDF"
    path.write_bytes(NOTULEN)
    return path


@pytest.fixture
def add(run, given):
    def invoke(*words, file=given):
        return run("evidence", "add", "kota-uji", file, *words)

    return invoke


def records(path):
    return reader.read(path.read_bytes(), "a.yaml")[0].plain()


def test_files_a_copy_under_its_id_and_writes_the_record_and_a_claim(add, city, run):
    result = add(
        *("--kind", "notulen", "--date", "2024-06-18", "--opd", "dlh", "--yes"),
        *("--supports", "UJI.01", "--supports", "dlh"),
    )
    copy = city / "files" / f"{IDENTITY}.pdf"

    assert result.exit_code == 0, result.output
    assert copy.read_bytes() == NOTULEN
    assert records(city / "evidence.yaml") == {
        "evidence": [
            {
                "id": IDENTITY,
                "title": "Notulen Rapat Forum",
                "kind": "notulen",
                "date": "2024-06-18",
                "opd": "dlh",
                "file": copy.name,
            }
        ],
        "claims": [
            {
                "id": f"klaim-uji-01-{DIGEST}",
                "evidence": IDENTITY,
                "supports": ["UJI.01"],
                "submission": "ev-2024",
                "role": "supporting",
            },
            {
                "id": f"klaim-dlh-{DIGEST}",
                "evidence": IDENTITY,
                "supports": ["dlh"],
                "role": "supporting",
            },
        ],
    }
    assert run("evidence", "lock", "kota-uji").exit_code == 0
    assert run("evidence", "verify", "kota-uji").exit_code == 0
    assert "error" not in run("check", "kota-uji", "--brief").stdout


def test_the_citys_file_keeps_every_other_byte(add, write, city):
    text = CITY + "# eviden\nevidence:  # di sini\n  - {id: a, title: A, kind: sk}\n\nclaims: []\n"
    write(text)
    add("--kind", "notulen", "--yes")
    made = (city / "kota.yaml").read_text("utf-8")
    before, after = text.split("\nclaims")

    assert not (city / "evidence.yaml").exists()
    assert made.startswith(before)
    assert made.endswith("\nclaims" + after)


def test_with_yes_nothing_that_was_read_is_taken(add, city):
    add("--kind", "notulen", "--yes")
    (record,) = records(city / "evidence.yaml")["evidence"]

    assert not {"number", "date", "pages"} & record.keys()


@pytest.mark.parametrize(("answer", "taken"), [("y", True), ("", False), ("t", False)])
def test_what_was_read_is_taken_only_when_the_person_says_so(
    answer, taken, given, city, monkeypatch
):
    monkeypatch.setattr(adding, "asks", lambda: True)
    said = f"\nnotulin\nnotulen\n{answer}\n{answer}\n{answer}\n"
    result = CliRunner().invoke(app, ["evidence", "add", "kota-uji", str(given)], input=said)
    (record,) = records(city / "evidence.yaml")["evidence"]
    read = {key: record.get(key) for key in ("number", "date", "pages")}

    assert result.exit_code == 0, result.output
    assert "2 halaman, lapisan teks ada" in result.output
    assert "Maksudnya notulen?" in result.output
    whole = {"number": "000.7/12/DISKOMINFO", "date": "2024-06-18", "pages": "2"}
    assert read == (whole if taken else dict.fromkeys(whole))


def test_without_a_terminal_it_asks_for_yes(add, city):
    result = add("--kind", "notulen")

    assert result.exit_code == 2
    assert "--yes" in result.stderr
    assert not (city / "files").exists()


def test_content_that_is_there_already_is_refused_by_its_name(add, workspace, city, files):
    add("--kind", "notulen", "--yes")
    before = files(city)
    again = workspace / "lain.pdf"
    again.write_bytes(NOTULEN)
    result = add("--kind", "laporan", "--yes", file=again)

    assert result.exit_code == 2
    assert f"ev-notulen-rapat-forum-{DIGEST}" in result.stderr
    assert files(city) == before


def test_a_file_that_lies_there_without_a_record_gets_one(add, city):
    (city / "files/lama").mkdir(parents=True)
    (city / "files/lama/n.pdf").write_bytes(NOTULEN)
    result = add("--kind", "notulen", "--yes")

    assert result.exit_code == 0
    assert records(city / "evidence.yaml")["evidence"][0]["file"] == "lama/n.pdf"
    assert [p.name for p in (city / "files").rglob("*.pdf")] == ["n.pdf"]


def test_two_documents_of_one_title_get_two_ids(add, workspace, city):
    other = workspace / "b" / "Notulen Rapat_Forum.PDF"
    other.parent.mkdir()
    other.write_bytes(NOTULEN + b"\n")
    add("--kind", "notulen", "--yes")
    add("--kind", "notulen", "--yes", file=other)
    first, second = records(city / "evidence.yaml")["evidence"]

    assert first["title"] == second["title"]
    assert first["id"] != second["id"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--kind", "notulin"], "'notulen'"),
        ([], "--kind"),
        (["--kind", "sk", "--opd", "dhl"], "Maksudnya 'dlh'?"),
        (["--kind", "sk", "--supports", "UJI.11"], "Maksudnya 'UJI.01'?"),
        (["--kind", "sk", "--date", "2024-02-31"], "tidak ada di kalender"),
        (["--kind", "sk", "--role", "utama"], "'role'"),
        (["--kind", "sk", "--classification", "umum"], "'classification'"),
        (["--kind", "sk", "--title", "  "], "'title'"),
    ],
)
def test_a_slip_is_said_and_nothing_is_written(add, city, files, words, said):
    before = files(city)
    result = add(*words, "--yes")

    assert result.exit_code == 2, result.output
    assert said in result.stderr
    assert {name for name in files(city) if ".scmaster" not in name} == set(before)


def test_what_is_no_file_is_said(add, workspace, city):
    (workspace / "kosong.pdf").write_bytes(b"")
    for name, said in (("tiada.pdf", "tidak ditemukan"), ("kosong.pdf", "kosong")):
        result = add("--kind", "sk", "--yes", file=name)
        assert (result.exit_code, said in result.stderr) == (2, True)
    assert add("--kind", "sk", "--yes", file="cities").exit_code == 2
    assert add("--kind", "sk", "--yes", file="/dev/zero").exit_code == 2
    assert list((city / "files").rglob("masuk-*")) == []


def test_several_files_and_one_title(add, given):
    result = add("--kind", "sk", "--title", "A", "--yes", given)

    assert result.exit_code == 2
    assert "--title" in result.stderr


def test_a_city_with_an_error_is_not_written_into(add, write, city):
    write(CITY.replace("Kaltim", "Kaltim, walikota: A"))

    assert add("--kind", "sk", "--yes").exit_code == 1
    assert not (city / "evidence.yaml").exists()


def test_warns_where_git_would_take_the_files(add, workspace, given):
    git = ["git", "-C", str(workspace), "-c", "init.defaultBranch=main"]
    subprocess.run([*git, "init", "-q"], check=True)
    said = add("--kind", "notulen", "--yes").stderr

    assert "/cities/kota-uji/files/" in said
    (workspace / ".gitignore").write_text("/cities/kota-uji/files/\n")
    given.write_bytes(NOTULEN + b"lain")
    assert add("--kind", "notulen", "--yes").stderr == ""


@pytest.mark.parametrize("content", [b"%PDF-1.7 rusak", b"\0\1\2", sample_files.encrypted_pdf("a")])
def test_what_cannot_be_read_is_filed_all_the_same(add, given, city, content):
    given.write_bytes(content)

    assert add("--kind", "laporan", "--yes").exit_code == 0
    assert [p.read_bytes() for p in (city / "files").glob("*.pdf")] == [content]


RECORDED = CITY + "evidence:\n  - {id: ev-lama, title: Notulen, kind: notulen}  # dari formulir\n"


def test_a_file_can_be_that_of_a_record_that_is_there(add, city, write):
    write(RECORDED)
    result = add("--record", "ev-lama", "--yes")

    assert result.exit_code == 0, result.output
    assert (city / "files" / "ev-lama.pdf").read_bytes() == NOTULEN
    assert (city / "kota.yaml").read_text("utf-8") == RECORDED.replace(
        "kind: notulen}", "kind: notulen, file: ev-lama.pdf}"
    )
    again = add("--record", "ev-lama", "--yes")
    assert again.exit_code == 2
    assert "sudah mempunyai berkas 'ev-lama.pdf'" in again.output


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--record", "ev-lam"], "eviden 'ev-lam' tidak ada. Maksudnya 'ev-lama'?"),
        (["--record", "ev-lama", "--kind", "sk"], "diambil dari catatan yang sudah ada"),
    ],
)
def test_a_record_that_cannot_take_the_file_is_said(add, write, city, words, expected):
    write(RECORDED)
    result = add(*words, "--yes")
    assert (result.exit_code, expected in result.output) == (2, True), result.output
    assert not list((city / "files").iterdir() if (city / "files").exists() else [])
