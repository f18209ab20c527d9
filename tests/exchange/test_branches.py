"""Two people take in forms of two offices, each on a branch of their own, and then merge."""

import shutil
import subprocess
from itertools import chain

import openpyxl
import pytest
from returned_forms import real

from scmaster.exchange import collecting
from scmaster.requests.form import FIRST

TYPED = {
    "Fakta": "Sudah ada: rapat dan notulen.",
    "Analisis": "Belum cukup untuk skor 4.",
    "Kemajuan (persen)": 40,
    "Tanggal kemajuan": "2025-01",
    "Capaian baru *": "95,5",
    "Keadaan per *": "2024",
    "Risiko *": "Perangkat rusak",
    "Mitigasi": "Cadangan disiapkan",
    "Yang sudah dikerjakan *": "Rapat diadakan",
    "Kapan": "6 November 2024",
    "Tautan": "https://contoh.go.id/berkas.pdf",
}
NEW = {"Judul dokumen *": "Laporan tahunan", "Jenis *": "Laporan", "Tanggal": "2024-12-31"}


def git(folder, *words):
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run([shutil.which("git"), *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def city(tmp_path):
    city = real(tmp_path, "balikpapan")
    git(city.folder, "init", "--quiet", "--initial-branch=utama")
    git(city.folder, "add", "--all")
    git(city.folder, "commit", "--quiet", "--message=awal")
    return city


def filled(city, opd):
    """Return the form of an office with every row filled in, and a document more."""
    form = collecting.collected(city.forms[opd], city.case(), city.folder, "2025-01-20").form
    supports = next(c for c in form.sheets[-1].columns if c.title.startswith("Mendukung"))
    book = openpyxl.load_workbook(city.forms[opd])
    for sheet in book.worksheets[1 : 1 + len(form.sheets)]:
        heads = {cell.column: cell.value for cell in sheet[FIRST - 1]}
        is_new = sheet.title == "Eviden Baru"
        typed = NEW | {"Mendukung *": supports.choices[0][1]} if is_new else TYPED
        for row in sheet.iter_rows(min_row=FIRST + 1, max_row=FIRST + 1 if is_new else None):
            for cell in row:
                if not cell.protection.locked and heads.get(cell.column) in typed:
                    cell.value = typed[heads[cell.column]]
    book.save(city.root / f"{opd}-kembali.xlsx")
    return city.root / f"{opd}-kembali.xlsx"


def test_forms_of_two_offices_taken_in_on_two_branches_merge(city):
    forms = {opd: filled(city, opd) for opd in ("diskominfo", "dlh", "dishub", "belum-ditunjuk")}
    branches = {"satu": ["diskominfo", "dishub"], "dua": ["dlh", "belum-ditunjuk"]}
    for branch, offices in branches.items():
        git(city.folder, "checkout", "--quiet", "-b", branch, "utama")
        for opd in offices:
            made = city.collect(forms[opd])
            assert [d.message for d in made.found] == []
            assert len(made.harvest.steps) > 5
        git(city.folder, "add", "--all")
        git(city.folder, "commit", "--quiet", f"--message={branch}")
    git(city.folder, "merge", "--quiet", "--no-edit", "satu")  # fails over a conflict
    merged = records(city)

    git(city.folder, "checkout", "--quiet", "utama")
    for opd in chain.from_iterable(branches.values()):
        city.collect(forms[opd])

    assert merged == records(city)


def records(city):
    """Return the city's files, and what they say is wrong."""
    files = {name: data for name, data in city.tree().items() if not name.startswith(".git/")}
    return files, [str(d.span) for d in city.case().told]
