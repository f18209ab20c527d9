"""What offices are asked for: a form and a letter each, and a line in the ledger."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from scmaster import __version__, documents, render
from scmaster.assess.case import Case, choose
from scmaster.assess.disclosure import for_assessors
from scmaster.assess.owed import Owed, owed
from scmaster.assess.requested import Asked, Requests
from scmaster.diagnostics import Diagnostic
from scmaster.documents import permintaan_data
from scmaster.exchange import ledger
from scmaster.exchange.issued import ledger_of
from scmaster.render import questionnaire
from scmaster.requests import composing
from scmaster.source import git

LETTER = "permintaan-data"
FOLDER = "permintaan"


@dataclass(frozen=True)
class Request:
    """What one recipient is given."""

    owed: Owed
    name: str
    asked: dict[str, int]
    """How many things, by the key of the form's sheet."""
    files: dict[str, bytes]
    """The form and the letter, by their names below the folder of what is built."""
    ledger: Requests
    """With this request in it."""
    again: bool
    """Whether the same form was given out this very day, so that the ledger knows it."""
    found: tuple[Diagnostic, ...]
    """What is wrong with the templates of the letter."""


@dataclass(frozen=True)
class Order:
    """What is asked of `request`."""

    today: str
    """Year-month-day."""
    due: str = ""
    """By when the forms are to come back, year-month-day; empty: no day is set."""
    only: Collection[str] | None = None
    """The keys of the recipients wanted; None: all."""
    draft: bool = False
    """Whether the forms are only to be looked at."""
    date: str = ""
    """The day that letters bear, year-month-day; empty: that of the data."""


def lacks(case: Case) -> str:
    """Say why nobody is asked for anything (Indonesian), or nothing."""
    return permintaan_data.lacks(case)


def below(case: Case) -> str:
    """Return the folder of a submission's forms: one of its own for all but the usual one."""
    own = case.submission
    usual = choose(case.dossier, usual=case.settings.default_submission)
    return f"{FOLDER}/{own.id}" if own and usual and own.id != usual.id else FOLDER


def requests(case: Case, folder: Path, workspace: Path, order: Order) -> list[Request]:
    """Return what each recipient is given, by key, nobody last; nothing is written.

    Forms and letters are made of what assessors may see.
    """
    shown = for_assessors(case)
    imprint = documents.Imprint(
        __version__,
        git.commit_of(folder),
        draft=order.draft,
        date=order.date,
        due=order.due,
        attached=True,
    )
    made = []
    for key, theirs in owed(shown).items():
        if order.only is not None and key not in order.only:
            continue
        form = composing.form(shown, theirs, order.due, draft=order.draft)
        letter, found = render.render(
            LETTER,
            permintaan_data.compose(shown, imprint, theirs),
            workspace,
            city=folder,
            name=f"{below(case)}/{key}",
            form="docx",
        )
        files = {f"{below(case)}/{key}.xlsx": questionnaire.write(form)}
        files |= {letter.name: letter.content} if letter else {}
        line = Asked(form.fingerprint, order.today, composing.asked(form), order.due)
        before = ledger_of(case, form.submission, key)
        again = line.key in {other.key for other in before.asked}
        after = before if again else replace(before, asked=(*before.asked, line))
        made.append(Request(theirs, form.office, line.asked, files, after, again, tuple(found)))
    return made


def ledger_file(request: Request) -> tuple[PurePosixPath, bytes]:
    """Return where the ledger of a request lies below the city's folder, and its content."""
    place = ledger.path(request.ledger.submission, request.ledger.opd)
    return place, ledger.text(request.ledger).encode()
