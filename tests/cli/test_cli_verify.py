"""`verify`: what is said of packages that are damaged, forged or hostile."""

import hashlib
import json
import random
import zipfile

import bagit
import kota_paket
import pytest

PACK = ("pack", "kota-uji", "--submission", "ev-2024", "--page-numbers", "never")


@pytest.fixture
def folder(workspace, run, tmp_path):
    """A package as a folder, for somebody to spoil."""
    kota_paket.fill(workspace)
    run("evidence", "lock", "kota-uji")
    assert run(*PACK, "--out", tmp_path / "paket").exit_code == 0
    return tmp_path / "paket"


def zipped(folder, target):
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(folder.rglob("*")):
            name = f"paket/{path.relative_to(folder).as_posix()}"
            if path.is_file():  # without its time, so that the bytes are the same every day
                archive.writestr(zipfile.ZipInfo(name), path.read_bytes())
    return target


def change(folder):
    path = folder / "data/eviden/UJI.01/ev-perwali.pdf"
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)


def lose(folder):
    (folder / "data/eviden/UJI.02/ev-foto.jpg").unlink()


def add(folder):
    (folder / "data/eviden/UJI.02/asing.pdf").write_bytes(b"asing")


def rename(folder):
    path = folder / "data/eviden/UJI.02/ev-foto.jpg"
    path.rename(path.with_name("foto.jpg"))


def change_the_list(folder):
    path = folder / "data/manifest.json"
    path.write_bytes(path.read_bytes().replace(b"ev-foto", b"ev-fota"))


def change_the_size_of_all(folder):
    path = folder / "bag-info.txt"
    path.write_bytes(path.read_bytes().replace(b"Payload-Oxum: ", b"Payload-Oxum: 9"))


DAMAGES = {
    change: "data/eviden/UJI.01/ev-perwali.pdf: berubah",
    lose: "data/eviden/UJI.02/ev-foto.jpg: hilang",
    add: "data/eviden/UJI.02/asing.pdf: asing",
    rename: "data/eviden/UJI.02/foto.jpg: berganti nama: semula 'data/eviden/UJI.02/ev-foto.jpg'",
    change_the_list: "data/manifest.json: berubah",
    change_the_size_of_all: "bag-info.txt: menyebut",
}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("form", ["folder", "zip"])
def test_it_says_what_is_wrong_as_the_library_of_congress_does(folder, run, tmp_path, damage, form):
    damage(folder)
    result = run("verify", folder if form == "folder" else zipped(folder, tmp_path / "a.zip"))

    assert result.exit_code == 1
    assert DAMAGES[damage] in result.stdout
    assert "Paket ini tidak utuh" in result.stdout
    assert not bagit.Bag(str(folder)).is_valid()


def forged(folder, spoil):
    """Change manifest.json and all digests of it: as a bag the package is whole."""
    path = folder / "data/manifest.json"
    before = path.read_bytes()
    told = json.loads(before)
    spoil(told)
    after = json.dumps(told).encode()
    path.write_bytes(after)
    manifest, info, tags = (
        folder / name for name in ("manifest-sha256.txt", "bag-info.txt", "tagmanifest-sha256.txt")
    )
    manifest.write_text(manifest.read_text("utf-8").replace(sha(before), sha(after)), "utf-8")
    sizes = [each.stat().st_size for each in (folder / "data").rglob("*") if each.is_file()]
    lines = [line for line in info.read_text("utf-8").splitlines() if "Oxum" not in line]
    lines.append(f"Payload-Oxum: {sum(sizes)}.{len(sizes)}")
    info.write_text("\n".join(lines) + "\n", "utf-8")
    names = [line.split("  ", 1)[1] for line in tags.read_text("utf-8").splitlines()]
    told = "".join(f"{sha((folder / name).read_bytes())}  {name}\n" for name in names)
    tags.write_text(told, "utf-8")
    assert bagit.Bag(str(folder)).is_valid()


def sha(content):
    return hashlib.sha256(content).hexdigest()


def another_digest(told):
    told["files"][0]["sha256"] = "0" * 64


def another_size(told):
    told["files"][0]["size"] += 1


def one_left_out(told):
    del told["files"][0]


def one_more(told):
    told["files"].append({"name": "../../luar", "sha256": "0" * 64, "size": 1})


def no_files(told):
    told["files"] = {"a": 1}


def files_of_numbers(told):
    told["files"] = [1, 2]


SPOILT = {
    another_digest: "sidik atau ukurannya di manifest.json lain",
    another_size: "sidik atau ukurannya di manifest.json lain",
    one_left_out: "tidak tercatat di manifest.json",
    one_more: "tercatat di manifest.json, tetapi bukan isi paket",
    no_files: "data/manifest.json: tidak dapat dibaca",
    files_of_numbers: "data/manifest.json: tidak dapat dibaca",
}


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_the_manifest_has_to_agree_with_the_bag(folder, run, spoil):
    forged(folder, spoil)
    result = run("verify", folder)

    assert result.exit_code == 1
    assert SPOILT[spoil] in result.stdout


def test_that_forging_alone_is_no_finding(folder, run):
    forged(folder, lambda _: None)

    assert run("verify", folder).exit_code == 0


def test_a_bag_that_others_made_is_checked_as_a_bag(tmp_path, run):
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain/a.txt").write_text("isi")
    bagit.make_bag(str(tmp_path / "lain"), checksums=["sha256"])
    result = run("verify", tmp_path / "lain")

    assert result.exit_code == 0
    assert "bukan buatan scmaster" in result.stdout


@pytest.mark.parametrize("content", [b"", b"bukan zip", b"PK\x03\x04rusak", b"PK\x05\x06" * 9])
def test_what_is_no_package_is_said_to_be_none(tmp_path, run, content):
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    result = run("verify", path)

    assert result.exit_code == 1
    assert str(path) in result.stdout
    assert run("verify", tmp_path / "tidak-ada.zip").exit_code == 2


TAGS = [
    ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
    ("manifest-sha256.txt", ""),
]


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([("data/../../luar.txt", "x")], "menunjuk ke luar paket"),
        ([("/luar.txt", "x")], "menunjuk ke luar paket"),
        ([("data/a.txt", "x"), ("data/A.txt", "x")], "menimpa 'data/A.txt'"),
        ([("data/nol.bin", "0" * 20_000_000)], "mengembang tidak wajar"),
        ([("data/manifest.json", "[" * 100_000)], "data/manifest.json: tidak dapat dibaca"),
        ([("data/\x1b[2Jbersih.txt", "x")], "\ufffd[2Jbersih.txt: asing"),
    ],
)
def test_tricks_are_findings_and_nothing_is_written(tmp_path, run, entries, said):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in TAGS + entries:
            archive.writestr(name, content)
    before = sorted(tmp_path.rglob("*"))
    result = run("verify", path)

    assert result.exit_code == 1
    assert said in result.stdout
    assert "\x1b" not in result.stdout
    assert sorted(tmp_path.rglob("*")) == before


def test_a_package_with_any_byte_spoilt_is_a_finding_or_the_same(folder, run, tmp_path):
    """Whatever is broken in the zip, there is no traceback; what is said to be whole is whole."""
    whole = zipped(folder, tmp_path / "a.zip").read_bytes()
    chance = random.Random(5)  # noqa: S311  (the same damage every time)
    path = tmp_path / "b.zip"
    exits = []
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 3, 40))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        end = chance.choice((len(data), len(data), chance.randrange(len(data))))
        path.write_bytes(data[:end])
        result = run("verify", path)
        exits.append(result.exit_code)
        if result.exit_code == 0:
            with zipfile.ZipFile(path) as archive:
                for info in archive.infolist():
                    name = info.filename.removeprefix("paket/")
                    if not info.is_dir():
                        assert archive.read(info) == (folder / name).read_bytes()

    assert set(exits) <= {0, 1}
    assert exits.count(1) > 100
