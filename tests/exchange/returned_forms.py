"""A city on disk whose offices were given forms, and forms that come back filled in."""

import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

import openpyxl
from small_city import BASE, ROOT

from scmaster import pipeline
from scmaster.assess.disclosure import for_assessors
from scmaster.assess.owed import owed
from scmaster.assess.requested import Asked, Requests
from scmaster.exchange import collecting, ledger
from scmaster.model.sections import CITY_SECTIONS
from scmaster.render import questionnaire
from scmaster.requests import composing

CITY = (Path(__file__).parent / "kota_isian.yaml").read_text("utf-8")
ON = date(2025, 1, 15)
ISSUED, BACK = "2025-01-15", "2025-01-20"


class Given(NamedTuple):
    """A city, and the forms its offices were given, by the office."""

    root: Path
    folder: Path
    forms: dict[str, Path]

    def case(self):
        return pipeline.understand_city(self.folder, self.root, on=ON)

    def filled(self, name="kembali.xlsx", opd="diskominfo", **cells):
        """Return a copy of a form with cells filled in: `Jawaban_E5="..."`."""
        book = openpyxl.load_workbook(self.forms[opd])
        for place, value in cells.items():
            sheet, _, cell = place.rpartition("_")
            book[sheet.replace("_", " ")][cell] = value
        book.save(self.root / name)
        return self.root / name

    def changed(self, change, name="kembali.xlsx", opd="diskominfo"):
        """Return a copy of a form after something was done to its workbook."""
        book = openpyxl.load_workbook(self.forms[opd])
        change(book)
        book.save(self.root / name)
        return self.root / name

    def collect(self, file, day=BACK):
        """Take a form in, and write what it changes."""
        made = collecting.collected(file, self.case(), self.folder, day)
        for path, content in (made.files | collecting.ledger_file(self.folder, made)).items():
            pipeline.write(path, content)
        return made

    def tree(self):
        """Return every file of the city."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }


def small(root, text=CITY):
    """Write the city of the rules with more beside it, and give its offices their forms."""
    folder = root / "cities" / "uji"
    folder.mkdir(parents=True)
    (root / "pillars").mkdir()
    for path in sorted(BASE.glob("*.yaml")):
        home = folder if path.stem in CITY_SECTIONS else root / "pillars"
        shutil.copy(path, home / path.name)
    (folder / "isi.yaml").write_text(text, "utf-8", newline="")
    return given(root, folder)


def real(root, slug):
    """Copy a city of ours, and give its offices their forms."""
    folder = root / "cities" / slug
    shutil.copytree(ROOT / "cities" / slug, folder)
    return given(root, folder)


def given(root, folder):
    """Write the form of every office, and note in the ledgers that it was given out."""
    case = for_assessors(pipeline.understand_city(folder, root, on=ON))
    forms = {}
    (root / "formulir").mkdir()
    for key, theirs in owed(case).items():
        form = composing.form(case, theirs, "2025-02-01")
        forms[key] = root / "formulir" / f"{key}.xlsx"
        forms[key].write_bytes(questionnaire.write(form))
        line = Asked(form.fingerprint, ISSUED, composing.asked(form), "2025-02-01")
        path = folder / ledger.path(form.submission, form.opd)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ledger.text(Requests(form.submission, form.opd, (line,))), "utf-8")
    return Given(root, folder, forms)
