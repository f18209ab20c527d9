"""The document as LibreOffice lays it out; CI installs it."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import sample

from scmaster import render

WORKSPACE = Path(__file__).parent / "workspace"

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")


def read(content: bytes, folder: Path) -> list[str]:
    """Return the text of the pages."""
    source = folder / "dokumen.docx"
    source.write_bytes(content)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", folder, source]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    command = ["pdftotext", "-layout", folder / "dokumen.pdf", "-"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.split("\f")[:-1]


def test_pages_read_as_they_should(tmp_path):
    cover = replace(sample.Cover(), draft="DRAF – 3 galat")
    document = replace(sample.DOCUMENT, cover=cover)
    made, problems = render.render("contoh", document, WORKSPACE, paginate=True)
    assert problems == []
    pages = read(made.content, tmp_path)
    assert len(pages) == 12
    assert "LAPORAN EVALUASI MANDIRI" in pages[0]
    assert "Halaman ii · seluruhnya 12 halaman" in pages[1]
    assert all("Kota Balikpapan" in page for page in pages[1:])
    lines = [" ".join(line.replace(".", " ").split()) for line in pages[2].splitlines()]
    for entry in (
        "KATA PENGANTAR ii",
        "DAFTAR TABEL iv",
        "BAB I PENDAHULUAN 1",
        "A Dasar Hukum 1",
        "BAB II CAPAIAN 3",
        "B Daftar Bukti Dukung 4",
        "LAMPIRAN 7",
    ):
        assert entry in lines
    whole = "\n".join(pages)
    order = [
        "BAB I PENDAHULUAN\n",
        "A. Dasar Hukum\n",
        "Tabel 2.1 Rekap",
        "Tabel 2.2 Daftar",
        "BAB III PENUTUP\n",
    ]
    order += ["Tabel 3.1 Di bab", "Tabel 3.2 Masih", "LAMPIRAN\n", "Tabel 1 Lampiran"]
    places = [whole.rindex(words) for words in order]
    assert places == sorted(places)
    assert "Halaman 1 · seluruhnya" in pages[4]


def test_without_libreoffice_a_note_says_what_to_do(monkeypatch):
    monkeypatch.setenv("PATH", "")
    made, (problem,) = render.render("contoh", sample.DOCUMENT, WORKSPACE, paginate=True)
    assert made is not None
    assert (problem.code, problem.severity) == ("SCM613", "note")
