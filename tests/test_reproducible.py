"""The same data gives the same bytes, whenever, wherever and on whatever machine."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DATA = ("cities", "pillars", "templates")


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """A copy of the data, without the history that a document would name."""
    made = tmp_path_factory.mktemp("asli")
    for name in DATA:
        shutil.copytree(ROOT / name, made / name)
    return made


def build(workspace, out, *, cwd=None, **environment):
    """Build in a process of its own and return the digest of everything that was written."""
    command = [sys.executable, "-c", "from scmaster.cli import app; app()", "build"]
    command += [str(workspace / "cities" / "balikpapan"), "--out", str(out)]
    command += ["--draft", "--page-numbers", "never"]
    command += [f"--format={form}" for form in ("docx", "html", "xlsx", "pptx")]
    env = {k: v for k, v in os.environ.items() if k not in {"SOURCE_DATE_EPOCH", "TZ", "LC_ALL"}}
    env |= {"PYTHONPATH": str(ROOT)} | environment
    done = subprocess.run(command, cwd=cwd or workspace, env=env, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    digests = {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in out.rglob("*")
        if path.is_file()
    }
    written = {f"laporan-evaluasi.{form}" for form in ("docx", "html", "xlsx")}
    assert {*written, "paparan.pptx", "manifest.json"} <= set(digests)
    return digests


@pytest.fixture(scope="module")
def expected(original, tmp_path_factory):
    return build(original, tmp_path_factory.mktemp("hasil"), PYTHONHASHSEED="0")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "12345"},
        {"TZ": "Asia/Makassar"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "C"},
        {"LC_ALL": "id_ID.UTF-8", "COLUMNS": "200", "NO_COLOR": "1"},
    ],
    ids=str,
)
def test_no_clock_no_zone_no_language_no_hash_seed_shows(original, expected, tmp_path, environment):
    assert build(original, tmp_path, **environment) == expected


def test_a_given_day_shows_and_nothing_else_of_the_clock(original, expected, tmp_path):
    """SOURCE_DATE_EPOCH dates the documents, in every zone of the earth alike."""
    made = [
        build(original, tmp_path / str(number), SOURCE_DATE_EPOCH=epoch, TZ=zone)
        for number, (epoch, zone) in enumerate(
            [
                ("1767225600", "Asia/Makassar"),
                ("1767225600", "America/Los_Angeles"),
                ("1767311999", "Asia/Makassar"),  # the last second of that day
                ("1767312000", "Asia/Makassar"),
            ]
        )
    ]

    assert made[0] == made[1] == made[2]
    assert made[0] != expected
    assert made[3] != made[0]


def test_a_manifest_is_true(original, tmp_path):
    out = tmp_path / "hasil"
    digests = build(original, out)
    held = json.loads((out / "manifest.json").read_text("utf-8"))

    assert {f["name"]: f["sha256"] for f in held["files"]} == {
        name: digest for name, digest in digests.items() if name != "manifest.json"
    }


def test_no_folder_shows(original, expected, tmp_path):
    """Another place, another depth, other dates of files, written by another hand."""
    copy = tmp_path / "di tempat lain" / "dalam" / "sekali"
    for name in DATA:
        shutil.copytree(original / name, copy / name, copy_function=shutil.copyfile)

    assert build(copy, tmp_path / "a", cwd="/") == expected
    assert build(copy, tmp_path / "b", cwd=copy / "cities" / "balikpapan") == expected


def test_the_order_of_files_on_the_disk_does_not_show(original, expected, tmp_path):
    for name in DATA:
        for path in sorted((original / name).rglob("*"), reverse=True):
            if path.is_file():
                target = tmp_path / "balik" / path.relative_to(original)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)

    assert build(tmp_path / "balik", tmp_path / "a") == expected


def test_one_letter_would_be_seen(original, expected, tmp_path):
    """The tests above can fail: another word gives other bytes."""
    copy = tmp_path / "lain"
    for name in DATA:
        shutil.copytree(original / name, copy / name)
    city = copy / "cities" / "balikpapan" / "kota.yaml"
    city.write_text(city.read_text("utf-8").replace("Balikpapan", "Balikpapen"), "utf-8")

    assert build(copy, tmp_path / "a") != expected
