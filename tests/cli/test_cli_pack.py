"""`pack`: what goes into the package, what never does, and what stands in the way."""

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import bagit
import kota_paket
import pytest
import sample_files as make
from kota_paket import FILES, KINDS, SECRET, TEXT
from small_city import IMPRINT, outline
from sound_docx import faults

from scmaster import pipeline
from scmaster.assess.case import weighed
from scmaster.assess.vetting import Review, fingerprint
from scmaster.model.evidence import Claim
from scmaster.packing import listing
from scmaster.packing.obstacles import obstacles
from scmaster.packing.selection import select

ROOT = Path(__file__).parent.parent.parent
PACK = ("pack", "kota-uji", "--submission", "ev-2024", "--page-numbers", "never")
NAME = "build/kota-uji/kota-uji-ev-2024.zip"


@pytest.fixture
def store(workspace, run):
    """A city that is ready, its files locked; the folder of these."""
    folder = kota_paket.fill(workspace)
    assert run("evidence", "lock", "kota-uji").exit_code == 0
    return folder


@pytest.fixture
def packed(workspace, store, run):  # noqa: ARG001  (what it packs)
    result = run(*PACK)
    assert result.exit_code == 0, result.stdout
    return workspace / NAME


def unpacked(package, target):
    with zipfile.ZipFile(package) as archive:
        archive.extractall(target)
    (root,) = target.iterdir()
    return root


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def understood(workspace):
    folder = workspace / "cities/kota-uji"
    return pipeline.understand_city(folder, workspace, on=date(2025, 1, 15), submission="ev-2024")


def told(package):
    with zipfile.ZipFile(package) as archive:
        name = next(n for n in archive.namelist() if n.endswith("/data/manifest.json"))
        return json.loads(archive.read(name))


# -- what is in it ----------------------------------------------------------------------------


def test_the_library_of_congress_validates_it(packed, tmp_path, run):
    root = unpacked(packed, tmp_path / "dibuka")

    assert bagit.Bag(str(root)).validate()
    assert run("verify", packed).stdout.startswith("Paket ini utuh: 17 berkas")
    assert run("verify", root).stdout.startswith("Paket ini utuh: 17 berkas")


def test_every_original_is_in_it_byte_by_byte_under_its_evidences_id(packed, tmp_path):
    files = contents(unpacked(packed, tmp_path / "dibuka") / "data")
    originals = {n.rpartition("/")[2]: c for n, c in files.items() if n.startswith("eviden/")}

    assert originals == {
        f"{identity}{Path(name).suffix.lower()}": content
        for identity, (name, content) in KINDS.items()
    }
    assert "eviden/UJI.01/ev-perwali.pdf" in files, "below the first question it answers"
    assert {"index.html", "daftar-isi.docx", "manifest.json"} <= files.keys()
    assert "dokumen/laporan-evaluasi.docx" in files


def test_a_folder_is_the_same_bag(packed, tmp_path, run):
    assert run(*PACK, "--out", tmp_path / "paket").exit_code == 0

    assert contents(tmp_path / "paket") == contents(unpacked(packed, tmp_path / "dibuka"))
    assert bagit.Bag(str(tmp_path / "paket")).validate()


def test_the_manifest_says_what_each_file_is_and_proves(packed, tmp_path):
    files = contents(unpacked(packed, tmp_path / "dibuka") / "data")
    manifest = told(packed)

    assert {f["name"]: f["sha256"] for f in manifest["files"]} == {
        name: hashlib.sha256(content).hexdigest()
        for name, content in files.items()
        if name != "manifest.json"
    }
    assert all(f["size"] == len(files[f["name"]]) for f in manifest["files"])
    (perwali,) = [f for f in manifest["files"] if f.get("evidence") == ["ev-perwali"]]
    assert perwali["proves"] == [
        {"claim": "k-1", "supports": ["UJI.01", "UJI.02"], "role": "primary", "pages": "1"}
    ]
    assert (manifest["package"], manifest["submission"], manifest["draft"]) == (1, "ev-2024", False)
    assert [each["evidence"] for each in manifest["left_out"]] == ["ev-risiko"]


def test_the_page_in_docs_names_every_key_of_the_manifest(packed):
    page = (ROOT / "docs" / "paket.md").read_text("utf-8")
    manifest = told(packed)
    inner = [each for f in manifest["files"] for each in (f, *f.get("proves", ()))]
    keys = {key for each in (manifest, *inner, *manifest["left_out"]) for key in each}

    assert len(keys) > 15
    assert [key for key in keys if f"`{key}`" not in page] == []


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):  # noqa: ARG002  (its signature)
        self.found += [value for name, value in attrs if name in {"href", "src"}]


def test_every_link_of_both_lists_opens_a_file_of_the_package(packed, tmp_path):
    data = unpacked(packed, tmp_path / "dibuka") / "data"
    page = Links()
    page.feed((data / "index.html").read_text("utf-8"))
    web = [link for link in page.found if not link.startswith("#")]
    with zipfile.ZipFile(data / "daftar-isi.docx") as parts:
        relations = parts.read("word/_rels/document.xml.rels").decode()
    word = re.findall(r'Target="([^"]+)" TargetMode="External"', relations)

    assert set(web) == set(word)
    assert all((data / link).is_file() for link in web), web
    originals = {p.relative_to(data).as_posix() for p in data.glob("eviden/*/*")}
    assert originals <= set(web)
    assert web.count("eviden/UJI.01/ev-perwali.pdf") == 2, "stored once, linked from both"


def test_documents_name_files_as_the_package_has_them(packed, tmp_path):
    data = unpacked(packed, tmp_path / "dibuka") / "data"
    with zipfile.ZipFile(data / "dokumen/matriks-eviden.docx") as matrix:
        words = re.sub("<[^>]+>", "", matrix.read("word/document.xml").decode())

    assert "eviden/UJI.02/ev-notulen.docx" in words
    assert "rapat/notulen.docx" not in words


def test_the_list_in_words(workspace, store, golden):  # noqa: ARG001  (what it lists)
    case = understood(workspace)
    papers = [listing.Paper("Matriks Eviden", "dokumen/matriks-eviden.docx", 1_500_000)]
    made = listing.compose(case, IMPRINT, select(case), papers)

    words = re.sub(r"[0-9]+ (bita|KB)", r"# \1", "\n".join(outline(made)))  # of other libraries

    golden("daftar-isi/kota-uji.txt", f"{words}\n")


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bita"), (1023, "1023 bita"), (1024, "1 KB"), (1_048_575, "1.023 KB"),
     (1_048_576, "1,0 MB"), (1_500_000, "1,4 MB"), (5_000_000_000, "4.768,4 MB")],
)  # fmt: skip
def test_sizes_in_words(size, words):
    assert listing.size_words(size) == words


def test_word_finds_nothing_amiss_in_the_list(packed):
    with zipfile.ZipFile(packed) as archive:
        assert faults(archive.read("kota-uji-ev-2024/data/daftar-isi.docx")) == []


def test_a_city_may_have_words_of_its_own_for_the_list(workspace, store, run, tmp_path):  # noqa: ARG001
    assert run("template", "copy", "daftar-isi", "--city", "kota-uji").exit_code == 0
    path = workspace / "cities/kota-uji/templates/daftar-isi/daftar-isi.md.jinja"
    path.write_text(path.read_text("utf-8").replace("# Isi Paket", "# Isi Kotak"), "utf-8")
    assert run("template", "check").exit_code == 0
    assert run(*PACK, "--out", tmp_path / "a").exit_code == 0
    assert "Isi Kotak" in (tmp_path / "a/data/index.html").read_text("utf-8")

    path.write_text("{{ tidak_ada }}", "utf-8")
    refused = run(*PACK, "--out", tmp_path / "b")
    assert refused.exit_code == 1
    assert "daftar-isi.md.jinja:1:" in refused.stdout
    assert not (tmp_path / "b").exists()


def test_evidence_above_biasa_leaves_no_trace_but_its_title(packed, tmp_path):
    digest = hashlib.sha256(SECRET).hexdigest().encode()
    files = contents(unpacked(packed, tmp_path / "dibuka"))
    opened = dict(files)
    for name, content in files.items():
        if name.endswith((".docx", ".xlsx")):
            opened |= parts(name, content)

    assert len(opened) > len(files) + 10
    assert SECRET not in files.values()
    assert [n for n, c in opened.items() if digest in c or b"risiko.pdf" in c] == []
    assert b"Daftar Risiko Keamanan" in files["data/index.html"]
    assert b"diperlihatkan saat visitasi" in files["data/index.html"]


def parts(name, content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {f"{name}/{n}": archive.read(n) for n in archive.namelist()}


@pytest.mark.parametrize("file", ["salinan.pdf", "risiko.pdf"])
def test_what_is_secret_under_one_name_is_not_handed_out_under_another(workspace, store, run, file):
    (store / file).write_bytes(SECRET)
    twin = (
        "  - {id: ev-salin, title: Salinan, kind: surat, number: '3', date: 2024-11-30,"
        f" opd: dlh, file: {file}, narrator: Kepala DLH}}\nclaims:"
    )
    claim = "  - {id: k-11, evidence: ev-salin, supports: [UJI.01], submission: ev-2024,"
    records = TEXT.replace("claims:", twin) + claim + " role: supporting}\n"
    (workspace / "cities/kota-uji/kota.yaml").write_text(records, "utf-8")
    run("evidence", "lock", "kota-uji")
    lock = workspace / "cities/kota-uji/evidence.lock"
    lines = lock.read_text("utf-8").splitlines(keepends=True)
    if file == "risiko.pdf":  # nobody has locked the secret one
        lock.write_text("".join(line for line in lines if '"ev-risiko"' not in line), "utf-8")
    result = run(*PACK, "--draft")

    assert "ev-salin: isinya sama dengan eviden lain yang tidak diserahkan" in result.stdout
    with zipfile.ZipFile(workspace / NAME.replace(".zip", "-DRAF.zip")) as archive:
        assert SECRET not in [archive.read(name) for name in archive.namelist()]


# -- the same every time ----------------------------------------------------------------------


def test_the_same_submission_makes_the_same_bytes(packed, tmp_path, shell, run):
    again = tmp_path / "lagi.zip"
    run(*PACK, "--out", again)
    assert again.read_bytes() == packed.read_bytes()

    made = []
    for seed, zone in (("1", "Asia/Makassar"), ("99", "America/New_York")):
        out = tmp_path / f"{seed}.zip"  # other processes: they see the pillars that are shipped
        done = shell(*PACK, "--out", out, PYTHONHASHSEED=seed, TZ=zone)
        assert done.returncode == 0, done.stderr
        made.append(out.read_bytes())
    assert made[0] == made[1]


def test_the_day_is_that_of_the_data_unless_somebody_says_another(packed, run, tmp_path):
    run(*PACK, "--out", tmp_path / "a.zip", env={"SOURCE_DATE_EPOCH": "1735776000"})

    for path, day in ((packed, "2024-12-31"), (tmp_path / "a.zip", "2025-01-02")):
        with zipfile.ZipFile(path) as archive:
            info = archive.read("kota-uji-ev-2024/bag-info.txt").decode()
        assert f"Bagging-Date: {day}\n" in info


def test_a_package_is_never_overwritten_unless_it_is_the_same(workspace, packed, run):
    before = packed.read_bytes()
    assert "Sudah ada, dan sama" in run(*PACK).stdout
    path = workspace / "cities/kota-uji/kota.yaml"
    path.write_text(path.read_text("utf-8").replace("Foto Taman", "Foto Kebun"), "utf-8")
    result = run(*PACK)

    assert result.exit_code == 2
    assert "sudah ada dan isinya lain" in result.stderr
    assert packed.read_bytes() == before
    assert [p.name for p in packed.parent.iterdir()] == [packed.name], "nothing half lies there"


def test_neither_is_a_folder(workspace, store, run, tmp_path):  # noqa: ARG001  (what it packs)
    out = tmp_path / "paket"
    out.mkdir()
    assert run(*PACK, "--out", out).exit_code == 0, "an empty one may stand there"
    assert "Sudah ada, dan sama" in run(*PACK, "--out", out).stdout
    (out / "data/catatan.txt").write_text("milik orang")
    before = contents(out)

    assert run(*PACK, "--out", out).exit_code == 2
    assert contents(out) == before
    (tmp_path / "tautan").symlink_to(out)
    assert run(*PACK, "--out", tmp_path / "tautan").exit_code == 2
    assert contents(out) == before


# -- what stands in the way -------------------------------------------------------------------


def rewrite(workspace, old, new):
    path = workspace / "cities/kota-uji/kota.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def not_final(workspace, store):  # noqa: ARG001
    rewrite(workspace, "state: final, instrument", "state: draft, instrument")


def in_error(workspace, store):  # noqa: ARG001
    rewrite(workspace, "owner: dlh, self_score: 1, state: final}", "owner: dlhk, state: final}")


def missing(workspace, store):  # noqa: ARG001
    (store / "foto.jpg").unlink()


def changed_in_one_byte(workspace, store):  # noqa: ARG001
    data = (store / "perwali.pdf").read_bytes()
    assert b"(Peraturan" in data
    (store / "perwali.pdf").write_bytes(data.replace(b"(Peraturan", b"(Peraturen"))


def unlocked(workspace, store):  # noqa: ARG001
    path = workspace / "cities/kota-uji/evidence.lock"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if '"ev-foto"' not in line), "utf-8")


def never_looked_into(workspace, store):  # noqa: ARG001
    digest = hashlib.sha256(FILES["foto.jpg"]).hexdigest()
    (store / f".scmaster/isi/{digest}.json.gz").unlink()


def with_personal_data(workspace, store):
    content = make.pdf("Laporan Nomor 5\n30 November 2024\nNIK 6471051203900001", "Isi laporan")
    (store / "laporan.PDF").write_bytes(content)
    rewrite(workspace, "file: laporan.PDF", "file: laporan.PDF, personal_data: {present: ya}")


def without_the_folder(workspace, store):
    store.rename(workspace / "lain")


OBSTACLES = {
    not_final: "belum final",
    in_error: "galat pada berkas kota",
    missing: "ev-foto: berkasnya tidak ada",
    changed_in_one_byte: "ev-perwali: berkasnya berubah",
    unlocked: "ev-foto: berkasnya belum dikunci",
    never_looked_into: "ev-foto: isinya belum diperiksa",
    with_personal_data: "ev-laporan: memuat data pribadi",
    without_the_folder: "ev-foto: folder eviden tidak ada",
}


@pytest.mark.parametrize("obstacle", OBSTACLES, ids=lambda each: each.__name__)
def test_it_is_not_packed_and_says_why(workspace, store, run, obstacle):
    obstacle(workspace, store)
    result = run(*PACK)

    assert result.exit_code == 1
    assert OBSTACLES[obstacle] in result.stdout
    assert not (workspace / "build").exists()


@pytest.mark.parametrize("obstacle", OBSTACLES, ids=lambda each: each.__name__)
def test_a_draft_is_packed_says_so_and_still_leaks_nothing(workspace, store, run, obstacle):
    obstacle(workspace, store)
    result = run(*PACK, "--draft")
    package = workspace / NAME.replace(".zip", "-DRAF.zip")

    assert OBSTACLES[obstacle] in result.stdout
    with zipfile.ZipFile(package) as archive:
        root = "kota-uji-ev-2024-DRAF"
        info = archive.read(f"{root}/bag-info.txt").decode()
        names = archive.namelist()
        index = archive.read(f"{root}/data/index.html").decode()
    assert "External-Description: DRAF: paket eviden" in info
    assert told(package)["draft"] is True
    assert "DRAF" in index
    left = OBSTACLES[obstacle].partition(":")[0]
    assert not [name for name in names if f"{left}." in name]
    assert run("verify", package).exit_code == 0


def test_a_file_that_changes_under_its_clock_is_seen(workspace, store, run):  # noqa: ARG001
    """The size is the same; `pack` reads every file through."""
    path = store / "laporan.PDF"
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)
    os.utime(path, (1, 1))

    assert "ev-laporan: berkasnya berubah" in run(*PACK).stdout


def test_a_claim_that_is_not_as_it_was_reviewed_stands_in_the_way(workspace, store):  # noqa: ARG001
    case = understood(workspace)
    claim = case.dossier.of(Claim)["k-1"]
    seen = fingerprint(case.dossier, case.originals, claim)
    sound = replace(case, reviews={"k-1": Review("k-1", "dlh", "2024-12-01", seen)})
    stale = replace(case, reviews={"k-1": Review("k-1", "dlh", "2024-12-01", "0" * 64)})

    sound, stale = weighed(sound), weighed(stale)
    assert list(obstacles(sound, select(sound))) == []
    assert [o for o in obstacles(stale, select(stale)) if "k-1" in o]


def test_what_the_field_contradicts_stands_in_the_way(workspace, store, run):  # noqa: ARG001
    look = "{id: ver-1, what: k-2, date: 2024-12-02, opd: dlh, agrees: tidak, finding: Tutup.}"
    path = workspace / "cities/kota-uji/kota.yaml"
    path.write_text(f"{path.read_text('utf-8')}verifications:\n  - {look}\n", "utf-8")

    assert "  - klaim yang tidak sesuai dengan lapangan: k-2" in run(*PACK).stdout
    assert not (workspace / NAME).exists()


def test_one_byte_of_one_file_makes_the_reviewed_claims_on_it_suspect(workspace, store, run):
    run("review", "kota-uji", "k-1", "k-2", "--by", "dlh")
    assert run(*PACK).exit_code == 0, "all is as it was reviewed"
    (workspace / NAME).unlink()
    changed_in_one_byte(workspace, store)
    run("evidence", "lock", "kota-uji")
    said = [line for line in run(*PACK).stdout.splitlines() if "klaim yang berubah" in line]

    assert said == [
        (
            "  - klaim yang berubah sejak ditinjau: k-1; lihat lagi,"
            " lalu catat dengan 'scmaster review'"
        )
    ]
    assert not (workspace / NAME).exists()
    run("review", "kota-uji", "k-1", "--by", "dlh")
    assert run(*PACK).exit_code == 0, "somebody has looked again"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("pack", "kota-uji"), "--submission"),
        (("pack", "kota-uji", "--submission", "ev-2023"), "pengajuan 'ev-2023' tidak ada"),
        (("pack", "kota-lain", "--submission", "ev-2024"), "kota 'kota-lain' tidak ada"),
    ],
)
def test_a_wrong_command_line(workspace, store, run, arguments, said):  # noqa: ARG001
    result = run(*arguments)

    assert result.exit_code == 2
    assert said in result.stderr


# -- stopped, and large -----------------------------------------------------------------------


def started(workspace, out):
    program = "from scmaster.cli import app; app()"
    command = [sys.executable, "-c", program, *PACK, "--out", str(out)]
    return subprocess.Popen(
        command, cwd=workspace, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def test_killed_at_any_moment_it_leaves_no_half_package(workspace, store, run, tmp_path):
    with (store / "video.mp4").open("r+b") as file:
        file.truncate(60_000_000)
    run("evidence", "lock", "kota-uji")
    old = tmp_path / "lama.zip"
    old.write_bytes(b"paket lama")
    target = tmp_path / "hasil" / "paket.zip"
    while_writing = 0
    for delay in (0, 0.01, 0.03, 0.06, 0.1):
        kill_while_writing(workspace, target, delay)
        while_writing += not target.exists()
        assert not target.exists() or run("verify", target).exit_code == 0
        target.unlink(missing_ok=True)
    kill_while_writing(workspace, old, 0.05)

    assert while_writing > 0, "none was killed while it wrote"
    assert old.read_bytes() == b"paket lama"


def kill_while_writing(workspace, target, delay):
    process = started(workspace, target)
    until = time.monotonic() + 60
    while not list(target.parent.glob(f".{target.name}.*")) and process.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.002)
    time.sleep(delay)
    process.kill()
    process.wait()
    for left in target.parent.glob(f".{target.name}.*"):
        left.unlink()


def peak(workspace, *arguments):
    """Run a command; return the most memory it had, in megabytes."""
    program = (
        "import resource, sys\nfrom scmaster.cli import app\ntry:\n    app()\nfinally:\n"
        "    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)"
    )
    command = [sys.executable, "-c", program, *map(str, arguments)]
    done = subprocess.run(command, cwd=workspace, capture_output=True, text=True, check=True)
    return int(done.stderr.split()[-1])


@pytest.mark.skipif(sys.platform != "linux", reason="what is measured is Linux's")
def test_memory_does_not_grow_with_the_files(workspace, store, run, tmp_path):
    small = peak(workspace, *PACK, "--out", tmp_path / "kecil.zip")
    with (store / "video.mp4").open("r+b") as file:
        file.truncate(200_000_000)  # sparse: it takes no room
    run("evidence", "lock", "kota-uji")
    large = peak(workspace, *PACK, "--out", tmp_path / "besar.zip")
    checked = peak(workspace, "verify", tmp_path / "besar.zip")

    assert (tmp_path / "besar.zip").stat().st_size > 200_000_000
    assert large < small + 30, "megabytes"
    assert checked < small + 30
