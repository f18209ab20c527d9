"""Bags: the Library of Congress's own validator takes ours, and we agree with it on others."""

import io
import shutil
import stat
import zipfile

import bagit
import pytest

from scmaster.evidence.bag import Bytes, write
from scmaster.evidence.bag_check import NotABagError, is_inside, verify

FILES = {
    "dokumen/laporan.docx": b"PK laporan",
    "eviden/surat baru.pdf": b"%PDF-1.7 isi",
    "indeks\nganjil.txt": b"kata",
    "kosong.txt": b"",
}
INFO = {"Source-Organization": "Pemerintah Kota Uji", "Bagging-Date": "2024-12-31"}


@pytest.fixture
def packed(tmp_path):
    path = tmp_path / "paket.zip"
    with path.open("wb") as target:
        write(target, "kota-uji", {n: Bytes(c) for n, c in FILES.items()}, INFO)
    return path


@pytest.fixture
def unpacked(packed, tmp_path):
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path / "dibuka")
    return tmp_path / "dibuka" / "kota-uji"


def test_the_library_of_congress_validates_ours(packed, unpacked):
    bag = bagit.Bag(str(unpacked))

    assert bag.validate()
    assert bag.info["Source-Organization"] == "Pemerintah Kota Uji"
    assert verify(packed).problems == verify(unpacked).problems == []
    assert verify(packed).files == len(FILES)


def test_two_bags_of_the_same_are_the_same_bytes(packed):
    again = io.BytesIO()
    write(again, "kota-uji", {n: Bytes(c) for n, c in reversed(FILES.items())}, INFO)

    assert again.getvalue() == packed.read_bytes()


def test_a_percent_sign_is_encoded_as_the_rfc_has_it(tmp_path):
    """The Library's validator reads %0A and %0D alone; what we pack has neither in its names."""
    path = tmp_path / "paket.zip"
    with path.open("wb") as target:
        write(target, "a", {"100% baru.pdf": Bytes(b"isi")}, {})
    with zipfile.ZipFile(path) as archive:
        assert b"data/100%25 baru.pdf" in archive.read("a/manifest-sha256.txt")

    assert verify(path).problems == []


def change(folder):
    (folder / "data/kosong.txt").write_bytes(b"x")


def lose(folder):
    (folder / "data/dokumen/laporan.docx").unlink()


def add(folder):
    (folder / "data/tambahan.pdf").write_bytes(b"asing")


def rename(folder):
    (folder / "data/dokumen/laporan.docx").rename(folder / "data/dokumen/lapor.docx")


def change_the_manifest(folder):
    path = folder / "manifest-sha256.txt"
    path.write_bytes(path.read_bytes().replace(b"kosong", b"kosonk"))


def lose_the_tags(folder):
    (folder / "bag-info.txt").unlink()


DAMAGES = {
    change: "berubah",
    lose: "hilang",
    add: "asing",
    rename: "berganti nama: semula 'data/dokumen/laporan.docx'",
    change_the_manifest: "berubah",
    lose_the_tags: "hilang",
}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_both_find_a_damaged_bag(unpacked, damage):
    damage(unpacked)

    with pytest.raises(bagit.BagError):
        bagit.Bag(str(unpacked)).validate()
    said = [message for _, message in verify(unpacked).problems]
    assert any(DAMAGES[damage] in message for message in said), said


@pytest.mark.parametrize(
    "damage", [None, change, lose, add, rename], ids=lambda d: d.__name__ if d else "whole"
)
def test_we_agree_on_bags_that_others_made(tmp_path, damage):
    folder = tmp_path / "lain"
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    bagit.make_bag(str(folder), checksums=["md5", "sha512"])
    if damage:
        damage(folder)

    assert bagit.Bag(str(folder)).is_valid() == (verify(folder).problems == []) == (damage is None)


def zipped(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in entries:
            archive.writestr(entry, content)
    return path


BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([("../luar.txt", "x")], "menunjuk ke luar"),
        ([("a/../../luar.txt", "x")], "menunjuk ke luar"),
        ([("data\\..\\luar.txt", "x")], "menunjuk ke luar"),
        ([("C:/luar.txt", "x")], "menunjuk ke luar"),
        ([("data/bom.bin", "0" * 20_000_000)], "tidak wajar"),
        ([("data/a.txt", "x")], "asing"),
    ],
)
def test_a_hostile_zip_is_a_finding(tmp_path, entries, said):
    own = [("bagit.txt", BAGIT), ("manifest-sha256.txt", "")]
    path = zipped(tmp_path / "a.zip", own + entries)

    assert any(said in message for _, message in verify(path).problems)


def test_a_link_in_a_zip_is_a_finding(tmp_path):
    link = zipfile.ZipInfo("data/tautan")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    own = [("bagit.txt", BAGIT), ("manifest-sha256.txt", "")]
    path = zipped(tmp_path / "a.zip", [*own, (link, "/etc/passwd")])

    assert ("data/tautan", "tautan, bukan berkas") in verify(path).problems


def test_a_link_in_a_folder_is_not_followed(unpacked, tmp_path):
    (tmp_path / "rahasia").write_text("isi")
    (unpacked / "data/kosong.txt").unlink()
    (unpacked / "data/kosong.txt").symlink_to(tmp_path / "rahasia")

    said = dict(verify(unpacked).problems)
    assert said["data/kosong.txt"] == "hilang: tercatat, tetapi tidak ada di paket" or (
        "tautan" in said["data/kosong.txt"]
    )


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04rusak", b"bukan zip"])
def test_what_is_no_package_says_so(tmp_path, content):
    path = tmp_path / "a.zip"
    path.write_bytes(content)

    with pytest.raises(NotABagError):
        verify(path)


def test_a_cut_package_says_so(packed):
    packed.write_bytes(packed.read_bytes()[:-50])

    with pytest.raises(NotABagError):
        verify(packed)


def test_a_manifest_leads_nowhere_else(unpacked):
    line = "0" * 64 + "  ../../rahasia\nbukan baris\n"
    with (unpacked / "manifest-sha256.txt").open("a") as file:
        file.write(line)

    said = [message for _, message in verify(unpacked).problems]
    assert any("menunjuk ke luar" in message for message in said)
    assert any("tidak dapat dibaca" in message for message in said)


def test_a_list_of_digests_that_cannot_be_read_is_a_finding(packed):
    """A byte of the stored list is spoilt: zip's own checksum no longer fits."""
    with zipfile.ZipFile(packed) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content)
    data = packed.read_bytes()
    listed = next(content for name, content in parts if name.endswith("/tagmanifest-sha256.txt"))
    packed.write_bytes(data.replace(listed, b"z" + listed[1:]))

    assert ("tagmanifest-sha256.txt", "rusak: tidak dapat dibaca dari paket") in verify(
        packed
    ).problems


@pytest.mark.parametrize("name", ["", "/a", "a/../b", "..", "a\\b", "C:a", "a\0b"])
def test_names_that_lead_outside(name):
    assert not is_inside(name)


def test_a_name_within():
    assert is_inside("data/a b/c..d.txt")


def test_nothing_is_written(packed, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    verify(packed)

    assert sorted(tmp_path.rglob("*")) == before
    shutil.rmtree(tmp_path, ignore_errors=True)
