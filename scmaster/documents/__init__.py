"""The documents: one file each, named after its folder in templates/.

A document turns a case into plain data, in final words; the template only places it.
The file's name with dashes is the document's slug; `TITLE` is what people call it;
`FAMILIES` are the families of instruments it is for; `lacks(case)` says why it cannot be
made; `compose(case, imprint)` makes its data. `FORMATS` and `recipients` are optional.

A document speaks of one submission: the one that is looked at where its instrument is of a
family the document is for, else the newest submission whose instrument is. A document about
the city itself needs none: its `lacks` begins with `nameless` in place of `unfit`, and its
cover is `city_cover`.

One that shows assessors what they are not to see says `OWN = True`: it is made as the city's own
copy only.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, Protocol, cast, get_type_hints

from scmaster.assess import disclosure
from scmaster.assess.case import Case
from scmaster.indonesian import listing
from scmaster.model import labels
from scmaster.model.evaluation import Submission
from scmaster.model.wording import date_words
from scmaster.passages.cells import Row
from scmaster.passages.changes import NOTHING_EARLIER, Earlier


@dataclass(frozen=True)
class Imprint:
    """What made a document, and from what: printed in its colophon."""

    version: str
    """Of scmaster."""
    commit: str
    """Of the city's files; says so when there is none (Indonesian)."""
    draft: bool = False
    """Whether a draft was asked for."""
    internal: bool = False
    """Whether the city's own copy is made, which shows what assessors are not shown."""
    date: str = ""
    """The day that documents bear, year-month-day; empty: that of the data."""
    earlier: Earlier = NOTHING_EARLIER
    """The moment that a chapter of changes compares with."""
    due: str = ""
    """The day by which offices are to answer, year-month-day; empty: to be written by hand."""
    attached: bool = False
    """Whether a form to be filled in goes out with a letter."""


@dataclass(frozen=True)
class Cover:
    """What stands on the cover, in headers and in the file's properties."""

    title: str
    subtitle: str
    city: str
    year: str
    office: str
    draft: str
    """What marks a draft or the city's own copy, or nothing."""
    date: str
    """Of the data, year-month-day, or nothing."""
    subject: str
    reference: str = "acuan"
    """The document in templates/_shared that gives it cover, styles, header and footer."""
    commit: str = ""
    """Which version of the city's files it is made of; kept where claims are traced."""


LETTER = "surat"
"""The reference document of letters: no cover, but a letterhead."""
INTERNAL = "-internal"
"""Ends the name of the city's own copy, before the ending of its format."""


class DocumentModule(Protocol):
    """What a document's file must hold."""

    TITLE: str
    FAMILIES: frozenset[str]
    FORMATS: tuple[str, ...]
    """What it is written as unless asked otherwise; left out where that is docx alone."""
    REFERENCE: str
    """The document in templates/_shared it is set in; left out where that is "acuan"."""
    OWN: bool
    """Whether it is for the city alone; left out where assessors get one too."""

    def lacks(self, case: Case) -> str:
        """Say what the city lacks for this document (Indonesian), or nothing."""
        ...

    def compose(self, case: Case, imprint: Imprint) -> Any:  # noqa: ANN401  (its own dataclass)
        """Decide every word of the document."""
        ...

    def recipients(self, case: Case) -> dict[str, Any]:
        """Return those who each get one of their own, by what their files are called.

        Left out where one is made for all; else `compose` takes each as a third argument.
        """
        ...


def slugs() -> list[str]:
    """Return the slugs of all documents."""
    return sorted(info.name.replace("_", "-") for info in pkgutil.iter_modules(__path__))


def title(slug: str) -> str:
    """Return what people call a document."""
    return module(slug).TITLE


def module(slug: str) -> DocumentModule:
    """Return the file of a document."""
    name = f"{__name__}.{slug.replace('-', '_')}"
    return cast("DocumentModule", importlib.import_module(name))


def subject(slug: str, case: Case) -> Submission | None:
    """Choose the submission a document speaks of; None when it is for none of them."""
    families = module(slug).FAMILIES
    able = [s for s in case.dossier.of(Submission).values() if _judged_by(case, s, families)]
    if case.submission in able:
        return case.submission
    return max(able, key=lambda s: (s.year, s.id), default=None)


def formats(slug: str) -> tuple[str, ...]:
    """Return what a document is written as unless asked otherwise."""
    return getattr(module(slug), "FORMATS", ("docx",))


def reference(slug: str) -> str:
    """Return which document in templates/_shared gives a document its cover and styles."""
    return getattr(module(slug), "REFERENCE", "acuan")


def own(slug: str) -> bool:
    """Tell whether a document is for the city alone, and made as its own copy only."""
    return getattr(module(slug), "OWN", False)


def lacks(slug: str, case: Case, imprint: Imprint) -> str:
    """Say why a document cannot be made of a case, or not in this copy; or nothing."""
    if own(slug) and not imprint.internal:
        return "hanya untuk kota sendiri; tambahkan --copy internal"
    return module(slug).lacks(case)


def kind(slug: str) -> type:
    """Return the dataclass whose fields a document's template may name."""
    found: type = get_type_hints(module(slug).compose)["return"]
    return found


def is_deck(slug: str) -> bool:
    """Tell whether a document is slides, whose words no template of its own places."""
    return any(field.name == "slides" for field in fields(kind(slug)))


def composed(slug: str, case: Case, imprint: Imprint) -> Iterator[tuple[str, Any]]:
    """Yield what is to be rendered: the file's name without its ending, and the data.

    Whatever is not for the city itself is made of what assessors may see.
    """
    found: Any = module(slug)
    shown = case if imprint.internal else disclosure.for_assessors(case)
    copy = INTERNAL if imprint.internal else ""
    if not hasattr(found, "recipients"):
        yield f"{slug}{copy}", found.compose(shown, imprint)
        return
    for name, recipient in found.recipients(shown).items():
        yield f"{slug}/{name}{copy}", found.compose(shown, imprint, recipient)


def _judged_by(case: Case, submission: Submission, families: frozenset[str]) -> bool:
    instrument = case.dossier.instrument(submission)
    return instrument is not None and instrument.family in families


def nameless(case: Case) -> str:
    """Say why no document at all can be made of a case (Indonesian), or nothing."""
    return "bagian city belum terbaca" if case.dossier.city is None else ""


def unfit(case: Case, families: frozenset[str]) -> str:
    """Say why no document for some families can be made of a case (Indonesian), or nothing."""
    if nameless(case):
        return nameless(case)
    if case.submission is None:
        return "belum ada pengajuan (submissions) yang menunjuk instrumen"
    if case.instrument is None:
        return f"instrumen pengajuan {case.submission.id} tidak diketahui"
    if case.instrument.family not in families:
        wanted = listing([word for family, word in labels.FAMILY.items() if family in families])
        if not any(_judged_by(case, s, families) for s in case.dossier.of(Submission).values()):
            return f"belum ada pengajuan untuk {wanted}"
        return (
            f"dokumen ini untuk {wanted}; pengajuan {case.submission.id} memakai"
            f" {case.instrument.short_name or case.instrument.name}"
        )
    return ""


def cover(case: Case, imprint: Imprint, title: str, subject: str) -> Cover:
    """Return what stands on the cover of a document about the case's submission."""
    city, submission = case.dossier.city, case.submission
    name = city.name if city else ""
    return Cover(
        title=title,
        subtitle=case.instrument.name if case.instrument else "",
        city=name,
        year=str(submission.year) if submission else "",
        office=f"Pemerintah {name}",
        draft=_stamp(case, imprint, draft=imprint.draft or not case.final),
        date=imprint.date or (city.data_date.last.isoformat() if city and city.data_date else ""),
        subject=f"{subject} {name}",
        commit=imprint.commit,
    )


def _stamp(case: Case, imprint: Imprint, *, draft: bool) -> str:
    """Return what marks every page: the city's own copy, a draft with its errors, or nothing."""
    words = ["SALINAN INTERNAL"] if imprint.internal else []
    if draft:
        words.append(f"DRAF – {case.errors} galat" if case.errors else "DRAF")
    return " · ".join(words)


def city_cover(case: Case, imprint: Imprint, title: str, subtitle: str, subject: str = "") -> Cover:
    """Return what stands on the cover of a document about the city itself.

    Its year is that of the city's data, else the submission's; it is a draft only when one
    was asked for.
    `subject` is the title unless it is given.
    """
    made = cover(case, imprint, title, subject or title)
    draft = _stamp(case, imprint, draft=imprint.draft)
    return replace(made, subtitle=subtitle, year=made.date[:4] or made.year, draft=draft)


def letterhead(
    case: Case, imprint: Imprint, title: str, subject: str = "", office: str = ""
) -> Cover:
    """Return what heads a letter of the city, or of one of its offices; it has no cover.

    A letter is a draft only when one was asked for, like what speaks of the city itself.
    """
    made = city_cover(case, imprint, title, "", subject)
    return replace(made, office=office, reference=LETTER)


def imprint_line(case: Case, imprint: Imprint) -> str:
    """Return in one line what made a letter, and from what."""
    return "; ".join(f"{label}: {value}" for label, value in colophon(case, imprint)[:3]) + "."


def colophon(case: Case, imprint: Imprint) -> list[Row]:
    """Return label and value of what made a document, and from what."""
    city = case.dossier.city
    unknown = "tidak dicatat"
    made: list[Row] = [
        ("Dibuat dengan", f"scmaster {imprint.version}"),
        ("Data per", date_words(city.data_date) if city and city.data_date else unknown),
        ("Versi data (commit)", imprint.commit),
    ]
    if case.submission is not None:
        made.append(("Instrumen", case.instrument.id if case.instrument else unknown))
        made.append(("Pengajuan", case.submission.id))
    return made
