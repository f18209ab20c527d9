"""`build` writes whole documents, only where it was told to, and none over an error."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from kota_uji import CITY, WARNED, WRONG

from scmaster import pipeline, render
from scmaster.cli.build import Written

NAME = "laporan-evaluasi.docx"
LETTER = "permintaan-data/belum-ditunjuk.docx"
WRITTEN = {NAME, LETTER, "paparan.pptx", "ringkasan-pimpinan.docx", "manifest.json"}
QUICK = ("--page-numbers", "never")


def words(path):
    """Return all text of a .docx, headers included."""
    with zipfile.ZipFile(path) as package:
        return "".join(package.read(n).decode() for n in package.namelist() if n.endswith(".xml"))


def test_only_below_the_folder_that_was_named(run, workspace, tmp_path, files):
    before = files(workspace)
    result = run("build", "kota-uji", "--out", tmp_path / "hasil", *QUICK)

    assert result.exit_code == 0, result.output
    assert files(workspace) == before
    assert set(files(tmp_path / "hasil")) == WRITTEN
    assert zipfile.ZipFile(tmp_path / "hasil" / NAME).testzip() is None


def test_by_default_below_build(run, workspace, files):
    before = files(workspace)
    assert run("build", "kota-uji", *QUICK).exit_code == 0
    after = files(workspace)

    assert set(after) - set(before) == {f"build/kota-uji/{name}" for name in WRITTEN}
    assert {name: after[name] for name in before} == before


def test_many_letters_are_said_in_one_line(run, write, tmp_path):
    write(
        CITY + "programmes: [{id: prog-a, name: A, owner: dlh}]\n"
        "quick_wins: [{id: qw-a, programme: prog-a, year: 2024}]\n"
    )
    result = run("build", "kota-uji", "--out", tmp_path / "hasil", *QUICK)
    (line,) = [line for line in result.stdout.splitlines() if "permintaan-data" in line]

    assert line.startswith(f"  {tmp_path / 'hasil' / 'permintaan-data'}/  (2 berkas, ")
    assert len(list((tmp_path / "hasil" / "permintaan-data").iterdir())) == 2


def test_nothing_over_an_error(run, write, workspace, files):
    write(WRONG)
    before = files(workspace)
    result = run("build", "kota-uji", *QUICK)

    assert result.exit_code == 1
    assert "SCM102" in result.stdout
    assert "Tidak ada dokumen yang ditulis" in result.stderr
    assert files(workspace) == before


def test_an_older_document_stays_when_a_build_is_refused(run, write, tmp_path):
    out = tmp_path / "hasil"
    run("build", "kota-uji", "--out", out, *QUICK)
    before = (out / NAME).read_bytes()
    write(WRONG)

    assert run("build", "kota-uji", "--out", out, *QUICK).exit_code == 1
    assert (out / NAME).read_bytes() == before


def test_a_warning_stops_only_a_strict_build(run, write, workspace, files):
    write(WARNED)
    assert run("build", "kota-uji", "--strict", *QUICK).exit_code == 1
    assert not any(name.startswith("build/") for name in files(workspace))
    assert run("build", "kota-uji", *QUICK).exit_code == 0


def test_a_draft_is_built_over_an_error_and_stamped(run, write, tmp_path):
    write(WRONG.replace("walikota: A", "note: B").replace("id: dlh,", "id: dlh, kode: 1,"))
    result = run("build", "kota-uji", "--draft", "--out", tmp_path, *QUICK)

    assert (tmp_path / NAME).is_file(), result.output
    assert result.exit_code == 1, "an error stays an error"
    with zipfile.ZipFile(tmp_path / NAME) as package:
        headers = [n for n in package.namelist() if n.startswith("word/header")]
        assert any("DRAF" in package.read(name).decode() for name in headers)


@pytest.mark.parametrize(
    ("how", "stamped"), [("final", False), ("final --draft", True), ("draft", True)]
)
def test_what_is_final_bears_no_stamp_unless_a_draft_is_asked_for(
    run, write, tmp_path, how, stamped
):
    state, *options = how.split()
    write(CITY.replace("state: draft", f"state: {state}"))
    run("build", "kota-uji", "--out", tmp_path, *options, *QUICK)

    assert ("DRAF" in words(tmp_path / NAME)) == stamped


def test_what_cannot_be_made_is_said_with_its_reason(run, write, tmp_path, files):
    write(CITY.replace(", instrument: uji-2024", ""))
    result = run("build", "kota-uji", "--out", tmp_path / "hasil", *QUICK)

    assert "Tidak dibuat: laporan-evaluasi: belum ada pengajuan" in result.stdout
    assert set(files(tmp_path / "hasil")) == {"ringkasan-pimpinan.docx", "manifest.json"}


# -- whole or not at all ----------------------------------------------------------------------


@pytest.mark.parametrize("fault", [OSError, KeyboardInterrupt, MemoryError])
def test_a_file_is_replaced_whole_or_not_at_all(tmp_path, monkeypatch, fault):
    target = tmp_path / "sub" / "a.docx"
    pipeline.write(target, b"lama")

    def broken(self, other):  # noqa: ARG001  (a rename that never happens)
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", broken)
        with pytest.raises(fault):
            pipeline.write(target, b"baru")

    assert target.read_bytes() == b"lama"
    assert list(tmp_path.rglob("*.*")) == [target]


def test_nor_is_half_of_it_left_when_the_disk_is_full(tmp_path, monkeypatch):
    class Full(io.BytesIO):
        def write(self, content):
            super().write(content[:2])
            raise OSError(28, "No space left on device")

    def opened(descriptor, mode):  # noqa: ARG001
        pipeline.os.close(descriptor)
        return Full()

    with monkeypatch.context() as patch:
        patch.setattr(pipeline.os, "fdopen", opened)
        with pytest.raises(OSError, match="space"):
            pipeline.write(tmp_path / "a.docx", b"baru")

    assert list(tmp_path.iterdir()) == []


def test_between_the_two_there_is_never_a_half_written_file(tmp_path, monkeypatch):
    """What is renamed lies in the same folder, and is complete when it is renamed."""
    seen = []
    original = Path.replace

    def watch(self, other):
        seen.append((self.parent, self.read_bytes(), Path(other).exists()))
        return original(self, other)

    monkeypatch.setattr(Path, "replace", watch)
    pipeline.write(tmp_path / "a.docx", b"isi")

    assert seen == [(tmp_path, b"isi", False)]
    assert (tmp_path / "a.docx").stat().st_mode & 0o777 == 0o644


def test_a_folder_that_cannot_be_written_is_a_wrong_command_line(run, tmp_path):
    (tmp_path / "berkas").write_text("a", "utf-8")
    for out in (tmp_path / "berkas", tmp_path / "berkas" / "x"):
        result = run("build", "kota-uji", "--out", out, *QUICK)

        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("Galat: ")
        assert str(out) in result.stderr
    assert (tmp_path / "berkas").read_text("utf-8") == "a"


# -- what documents are written as

XLSX = "laporan-evaluasi.xlsx"
HTML = "laporan-evaluasi.html"
REPORT = ("--document", "laporan-evaluasi")


def test_formats_are_those_that_render_knows():
    assert tuple(form.value for form in Written) == render.FORMATS


def test_only_the_formats_that_were_asked_for_each_once(run, tmp_path, files):
    asked = ("--format", "html", "--format", "xlsx", "--format", "html")
    result = run("build", "kota-uji", "--out", tmp_path / "hasil", *asked, *REPORT, *QUICK)

    assert result.exit_code == 0, result.output
    assert set(files(tmp_path / "hasil")) - {"manifest.json"} == {HTML, XLSX}
    assert result.stdout.count(HTML) == 1


def test_a_document_without_tables_is_no_workbook_and_says_so(run, tmp_path, files):
    asked = ("--document", "permintaan-data", "--format", "xlsx")
    result = run("build", "kota-uji", "--out", tmp_path / "hasil", *asked, *QUICK)

    assert result.exit_code == 1
    assert "Tidak dibuat: permintaan-data.xlsx: tidak memuat tabel berjudul" in result.stdout
    assert not any(name.endswith(".xlsx") for name in files(tmp_path / "hasil"))


def test_without_libreoffice_no_pdf_but_what_to_do(run, tmp_path, files, monkeypatch):
    monkeypatch.setenv("PATH", "")
    asked = ("--format", "pdf", "--format", "html", *REPORT)
    result = run("build", "kota-uji", "--out", tmp_path / "hasil", *asked, *QUICK)

    assert result.exit_code == 1
    assert "SCM614" in result.stdout
    assert "PDF tidak dibuat: LibreOffice tidak ditemukan" in result.stdout
    assert set(files(tmp_path / "hasil")) - {"manifest.json"} == {HTML}


def test_findings_have_a_shape_of_their_own(run, tmp_path):
    asked = ("--report", "json", "--format", "html", *REPORT)
    result = run("build", "kota-uji", "--out", tmp_path / "hasil", *asked, *QUICK)

    assert isinstance(json.loads(result.stdout), dict)


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("github", "::"),
        ("sarif", '{\n  "$schema"'),
        ("junit", "<?xml"),
        ("gitlab", "[\n"),
        ("json", "{"),
    ],
)
def test_findings_are_reported_in_every_form_that_check_has(run, write, form, start):
    write(WRONG)
    result = run("build", "kota-uji", "--draft", *QUICK, "--report", form)

    assert result.stdout.startswith(start)
    assert "SCM" in result.stdout
