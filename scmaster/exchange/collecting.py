"""A form that came back, as changes of a city's files: nothing is written here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scmaster.assess.case import Case
from scmaster.assess.requested import Received, Requests
from scmaster.diagnostics import Diagnostic, Severity
from scmaster.exchange import (
    answers,
    blaming,
    issued,
    layout,
    ledger,
    taking,
    typed,
    workbook,
)
from scmaster.exchange.changing import changed
from scmaster.exchange.editing import Change, NoPlaceError
from scmaster.exchange.harvests import Harvest, Step
from scmaster.exchange.workbook import Workbook
from scmaster.requests.form import Form

CODES = workbook.CODES | typed.CODES | issued.CODES | layout.CODES | taking.CODES | blaming.CODES
HOME = "isian"
"""The folder of a city in which each office has a file for what it adds."""


@dataclass(frozen=True)
class Collection:
    """What one form brings."""

    book: Workbook | None = None
    form: Form | None = None
    harvest: Harvest = field(default_factory=Harvest)
    files: dict[Path, bytes] = field(default_factory=dict)
    """The city's files as they are to be; those that stay as they are, are left out."""
    receipt: Requests | None = None
    """The office's ledger with what came back now; None where it says so already."""
    found: Sequence[Diagnostic] = ()


def collected(path: Path, case: Case, folder: Path, day: str) -> Collection:
    """Return what a form changes, on a day (year-month-day), and all that is to say of it."""
    book, found = workbook.opened(path)
    if book is None:
        return Collection(found=found)
    form, said = issued.form_of(book, case)
    found += said
    if form is None:
        return Collection(book, found=found)
    laid, said = layout.laid_out(book, form)
    found += said
    filled: list[answers.Answer] = []
    for sheet in laid:
        own, said = answers.answers_of(book, sheet, case.settings.numbers)
        filled += own
        found += said
    known = issued.ledger_of(case, form.submission, form.opd)
    before = known.received_of(form.fingerprint)
    harvest = taking.harvest(book, case, form.opd, filled, before)
    found += harvest.found
    home = folder / HOME / f"{form.opd}.yaml"
    files, said = _files(book, case, folder, home, harvest)
    receipt = _receipt(known, form, harvest, day)
    return Collection(book, form, harvest, files, receipt, [*found, *said])


def ledger_file(folder: Path, collection: Collection) -> dict[Path, bytes]:
    """Return the office's ledger as it is to be; nothing where it stays as it is."""
    receipt = collection.receipt
    if receipt is None:
        return {}
    path = folder / ledger.path(receipt.submission, receipt.opd)
    return {path: ledger.text(receipt).encode()}


def _files(
    book: Workbook, case: Case, folder: Path, home: Path, harvest: Harvest
) -> tuple[dict[Path, bytes], list[Diagnostic]]:
    """Return the changed files; a change that has no place in them is said, and left out."""
    try:
        return changed(case, folder, harvest.changes, home=home), []
    except NoPlaceError:
        found = []
        for step, place in _misplaced(case, folder, home, harvest):
            message = f"{step.answer.where}: {step.record} tidak dapat diubah di {place}"
            hint = "ubah langsung di berkas YAML; susunannya tidak lazim"
            where = workbook.span(book, step.answer.place)
            found.append(Diagnostic("SCM917", Severity.ERROR, where, message, hint))
        return changed(case, folder, harvest.changes, home=home), found


def _misplaced(
    case: Case, folder: Path, home: Path, harvest: Harvest
) -> list[tuple[Step, NoPlaceError]]:
    """Drop the changes that cannot be made after those before them; return them, and where."""
    kept: list[Change] = []
    bad: list[tuple[Step, NoPlaceError]] = []
    for change in harvest.changes:
        try:
            changed(case, folder, [*kept, change], home=home)
            kept.append(change)
        except NoPlaceError as fault:
            bad += [(step, fault) for step in harvest.steps if step.change is change]
    harvest.changes = kept
    for step, _ in bad:
        harvest.drop(step)
    return bad


def _receipt(known: Requests, form: Form, harvest: Harvest, day: str) -> Requests | None:
    """Return the ledger with a line for what came back, unless its last one says as much."""
    if not harvest.answered:
        return None
    before = known.received_of(form.fingerprint)
    last = before[-1] if before else None
    told = (harvest.answered, harvest.made, harvest.took)
    if last and (last.answered, last.made, last.took) == told:
        return None
    again = sum(1 for line in before if line.date == day)
    line = Received(form.fingerprint, day, *told, again)
    return Requests(known.submission, known.opd, known.asked, (*known.received, line))
