"""`evidence lock` and `evidence verify`, as Diskominfo uses them."""

import hashlib
import json
import os
import time

from kota_uji import CITY

EVIDENCE = """\
evidence:
  - {id: ev-sk, title: Keputusan, kind: sk, date: 2024-01-02, opd: dlh, file: sk.pdf}
  - {id: ev-foto, title: Foto, kind: foto, date: 2024-01-02, opd: dlh, file: lapangan/foto.jpg}
"""
PDF, JPG = b"%PDF-1.7\nisi\n", b"\xff\xd8\xff\xe0isi"


def filled(workspace, write):
    write(CITY + EVIDENCE)
    folder = workspace / "cities/kota-uji/files"
    (folder / "lapangan").mkdir(parents=True)
    for name, content in (("sk.pdf", PDF), ("lapangan/foto.jpg", JPG)):
        (folder / name).write_bytes(content)
        an_hour_ago = time.time() - 3600
        os.utime(folder / name, (an_hour_ago, an_hour_ago))
    return folder


def test_lock_writes_one_line_a_file_sorted(workspace, write, run):
    filled(workspace, write)
    made = run("evidence", "lock", "kota-uji")
    first, *lines = (workspace / "cities/kota-uji/evidence.lock").read_text().splitlines()
    told = [json.loads(line) for line in lines]

    assert made.exit_code == 0
    assert first.startswith("# evidence.lock 1:")
    assert [(t["evidence"], t["kind"], t["size"]) for t in told] == [
        ("ev-foto", "jpg", len(JPG)),
        ("ev-sk", "pdf", len(PDF)),
    ]
    assert told[1]["sha256"] == hashlib.sha256(PDF).hexdigest()


def test_a_second_lock_changes_nothing(workspace, write, run):
    filled(workspace, write)
    run("evidence", "lock", "kota-uji")
    path = workspace / "cities/kota-uji/evidence.lock"
    before = path.read_bytes()
    run("evidence", "lock", "kota-uji")

    assert path.read_bytes() == before


def test_verify_tells_what_is_missing_changed_new_and_unknown(workspace, write, run):
    folder = filled(workspace, write)
    run("evidence", "lock", "kota-uji")
    assert run("evidence", "verify", "kota-uji").exit_code == 0
    (folder / "sk.pdf").write_bytes(PDF.replace(b"isi", b"isa"))
    (folder / "lapangan/foto.jpg").unlink()
    (folder / "asing.pdf").write_bytes(PDF)
    result = run("evidence", "verify", "kota-uji")

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "hilang         ev-foto: lapangan/foto.jpg",
        "berubah        ev-sk: sk.pdf",
        "tidak dikenal  asing.pdf",
        "0 dari 2 berkas utuh seperti saat dikunci.",
    ]


def test_verify_tells_what_is_empty_twice_there_or_not_what_its_name_says(workspace, write, run):
    folder = filled(workspace, write)
    (folder / "sk.pdf").write_bytes(b"")
    run("evidence", "lock", "kota-uji")
    empty = run("evidence", "verify", "kota-uji")
    (folder / "sk.pdf").write_bytes(JPG)
    run("evidence", "lock", "kota-uji")
    twice = run("evidence", "verify", "kota-uji")

    assert (empty.exit_code, twice.exit_code) == (1, 1)
    assert "janggal        berkas 'sk.pdf' kosong (0 bita) (SCM805)" in empty.stdout.splitlines()
    assert "janggal        'sk.pdf' ternyata berisi jpg (SCM808)" in twice.stdout.splitlines()
    assert "(SCM807)" in twice.stdout
    assert all(len(line) <= 80 for line in twice.stdout.splitlines())


def test_check_sees_the_same_without_reading(workspace, write, run):
    folder = filled(workspace, write)
    run("evidence", "lock", "kota-uji")
    (folder / "sk.pdf").write_bytes(PDF + b"lagi")
    (folder / "lapangan/foto.jpg").unlink()
    said = run("check", "kota-uji", "--brief").stdout

    assert "SCM803" in said
    assert "SCM802" in said


def test_without_the_folder_the_lock_speaks(workspace, write, run):
    folder = filled(workspace, write)
    run("evidence", "lock", "kota-uji")
    folder.rename(workspace / "lain")

    assert "SCM80" not in run("check", "kota-uji", "--brief").stdout
    assert run("evidence", "verify", "kota-uji").exit_code == 2


def test_the_workspace_may_say_where_files_lie(workspace, write, run):
    folder = filled(workspace, write)
    (workspace / "arsip").mkdir()
    folder.rename(workspace / "arsip/kota-uji")
    (workspace / "scmaster.yaml").write_text('settings: {evidence_folder: "arsip/{city}"}\n')

    assert run("evidence", "lock", "kota-uji").exit_code == 0
    assert "2 dari 2" in run("evidence", "verify", "kota-uji").stdout


def test_a_record_that_cannot_be_read_loses_no_line(workspace, write, run):
    filled(workspace, write)
    run("evidence", "lock", "kota-uji")
    path = workspace / "cities/kota-uji/evidence.lock"
    before = path.read_bytes()
    write(CITY + EVIDENCE.replace("kind: sk", "kind: sks"))

    assert run("evidence", "lock", "kota-uji").exit_code == 1
    assert path.read_bytes() == before


def test_a_broken_lock_is_said_with_its_line(workspace, write, run):
    filled(workspace, write)
    run("evidence", "lock", "kota-uji")
    path = workspace / "cities/kota-uji/evidence.lock"
    lines = path.read_text().splitlines()
    path.write_text("\n".join([lines[0], lines[1], lines[2].replace("sha256", "sha")]) + "\n")

    assert "evidence.lock:3:1: error SCM801" in run("check", "kota-uji", "--brief").stdout
    assert run("evidence", "lock", "kota-uji").exit_code == 0, "it is what mends it"
    assert "SCM801" not in run("check", "kota-uji", "--brief").stdout
