"""The ledger: one file an office and submission, read with the city, broken lines said."""

import subprocess
from pathlib import Path

import pytest
from small_city import ON, ROOT

from scmaster import pipeline
from scmaster.assess.requested import Asked, Received, Requests
from scmaster.exchange import ledger

FORM, OTHER = "a" * 64, "b" * 64
REQUESTS = Requests(
    "ev-2024",
    "dlh",
    (
        Asked(FORM, "2024-11-01", {"answers": 3, "risks": 1}, "2024-11-30"),
        Asked(OTHER, "2024-12-01", {"answers": 2}),
    ),
    (
        Received(FORM, "2024-11-20", {"answers": 1}, {"new_evidence/baru-1/evidence": "ev-1"}),
        Received(FORM, "2024-11-20", {"answers": 2}, again=1),
    ),
)
NAME = "requests/ev-2024/dlh.requests"


def read(text, name=NAME):
    return ledger.read({name: text.encode()}, Path("cities/uji"))


def test_a_ledger_is_read_as_it_was_written():
    text = ledger.text(REQUESTS)

    assert read(text) == ((REQUESTS,), [])
    assert text.count("\n") == 5
    dates = [line.split('"date": "')[1][:10] for line in text.splitlines()[1:]]
    assert dates == sorted(dates)


def test_what_came_back_of_one_form():
    assert len(REQUESTS.received_of(FORM)) == 2
    assert REQUESTS.received_of(OTHER) == ()


def test_it_lies_below_the_citys_folder():
    assert ledger.path("ev-2024", "dlh").as_posix() == NAME
    assert ledger.is_one(NAME)
    assert not any(map(ledger.is_one, ["dlh.requests", "requests/dlh.requests", "a/b/c.requests"]))


@pytest.mark.parametrize(
    "line",
    [
        "bukan JSON",
        "[]",
        "null",
        '{"form": "x", "date": "2024-11-01", "asked": {}}',
        f'{{"form": "{FORM}", "date": "2024-02-31", "asked": {{}}}}',
        f'{{"form": "{FORM}", "date": "2024-11-01", "asked": {{}}, "due": "besok"}}',
        f'{{"form": "{FORM}", "date": "2024-11-01", "asked": {{"answers": -1}}}}',
        f'{{"form": "{FORM}", "date": "2024-11-01", "asked": {{"answers": true}}}}',
        f'{{"form": "{FORM}", "date": "2024-11-01", "asked": 3}}',
        f'{{"form": "{FORM}", "date": "2024-11-01", "asked": {{}}, "lain": 1}}',
        f'{{"form": "{FORM}", "date": "2024-11-01", "answered": {{}}}}',
        f'{{"form": "{FORM}", "date": "2024-11-01", "answered": {{}}, "made": {{"a": "x y"}}}}',
        f'{{"form": "{FORM}", "date": "2024-11-01", "answered": {{}}, "made": {{}}, "again": -1}}',
        "[" * 100_000,
    ],
)
def test_a_broken_line_is_said_with_its_place_and_the_others_are_kept(line):
    text = ledger.text(REQUESTS)

    (made,), (found,) = read(f"{text}{line}\n")

    assert made == REQUESTS
    assert (found.code, found.span.file, found.span.line) == ("SCM860", f"cities/uji/{NAME}", 6)


def test_the_same_line_twice_is_said():
    text = ledger.text(REQUESTS)

    _, (found,) = read(text + text.splitlines()[1] + "\n")

    assert "dua kali" in found.message


@pytest.mark.parametrize("content", ["", "lain\n", "{}\n"])
def test_a_file_of_something_else_is_said(content):
    (made,), (found,) = read(content)

    assert made == Requests("ev-2024", "dlh")
    assert found.code == "SCM860"


def test_a_city_carries_its_ledgers(tmp_path):
    folder = _city(tmp_path)

    case = pipeline.understand_city(folder, ROOT, on=ON)

    assert case.requests == (REQUESTS,)
    assert not [d for d in case.diagnostics if d.code == "SCM860"]


def test_a_revision_has_the_ledgers_of_its_time(tmp_path):
    folder = _city(tmp_path)
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "satu"]):
        identity = ["-c", "user.name=uji", "-c", "user.email=uji@contoh.go.id"]
        subprocess.run(["git", *identity, *command], cwd=folder, check=True)  # noqa: S607
    (folder / NAME).unlink()

    before = pipeline.understand_revision(folder, ROOT, "HEAD", on=ON)

    assert before.requests == (REQUESTS,)
    assert pipeline.understand_city(folder, ROOT, on=ON).requests == ()


def test_a_link_to_another_file_is_not_followed(tmp_path):
    folder = _city(tmp_path)
    (folder / "requests/ev-2024/lain.requests").symlink_to(folder / NAME)

    assert len(ledger.on_disk(folder)[0]) == 1


def _city(root):
    folder = root / "uji"
    (folder / "requests/ev-2024").mkdir(parents=True)
    (folder / "kota.yaml").write_text("{}\n", "utf-8")
    (folder / NAME).write_text(ledger.text(REQUESTS), "utf-8")
    return folder
