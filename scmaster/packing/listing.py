"""The package's list of contents: one document, as a web page and in Word.

Each question leads to its files, and what is not handed out is named with the reason.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from scmaster.assess import disclosure
from scmaster.assess.case import Case
from scmaster.assess.missing import WORDS
from scmaster.assess.standing import Standing, State
from scmaster.documents import Cover, Imprint, colophon, cover
from scmaster.indonesian import number
from scmaster.model import labels
from scmaster.model.evidence import Evidence
from scmaster.packing.selection import Selection, serves
from scmaster.passages.cells import Cell, Line, Link, Missing, Row
from scmaster.passages.evidence import place
from scmaster.passages.evidence import title as usual_title

SLUG = "daftar-isi"
TITLE = "Daftar Isi Paket Eviden"
_STEP = 1024


@dataclass(frozen=True)
class Paper:
    """A document of the package."""

    title: str
    name: str
    """Its place below data/."""
    size: int
    """In bytes."""


@dataclass(frozen=True)
class DaftarIsi:
    """Everything the template may say; it computes nothing itself."""

    cover: Cover
    city: str
    submission: str
    counts: list[Row]
    """What there is, and how many: label and value."""
    papers: list[Row]
    by_question: list[Row]
    """Evidence, role, place, file; a row of one cell names the question."""
    others: list[Row]
    """Evidence, what it is used for, file."""
    outside: list[Row]
    """Evidence, kind, why it is not handed out."""
    colophon: list[Row]


def compose(
    case: Case, imprint: Imprint, selection: Selection, papers: Iterable[Paper]
) -> DaftarIsi:
    """Decide every word before the template sees it; of what assessors may see."""
    shown = disclosure.for_assessors(case)
    city, submission = shown.dossier.city, shown.submission
    every = sorted(papers, key=lambda paper: paper.name)
    return DaftarIsi(
        cover=cover(shown, imprint, TITLE, "Daftar isi paket eviden"),
        city=city.name if city else "",
        submission=(submission.title or submission.id) if submission else "",
        counts=_counts(shown, selection, len(every)),
        papers=[(p.title, Link("", f"./{p.name}"), size_words(p.size)) for p in every],
        by_question=_by_question(shown, selection),
        others=_others(shown, selection),
        outside=_outside(shown, selection),
        colophon=colophon(shown, imprint),
    )


def size_words(size: int) -> str:
    """Write a size as people read it: 840 bita, 12 KB, 1,4 MB."""
    if size < _STEP:
        return f"{size} bita"
    if size < _STEP**2:
        return f"{number(size // _STEP)} KB"
    return f"{number(Decimal(size) / _STEP**2, 1)} MB"


def _counts(case: Case, selection: Selection, papers: int) -> list[Row]:
    files = {inside.name for inside in selection.inside.values()}
    asked = list(case.standings.values())
    filed = sum(any(e.id in selection.inside for _, e in s.claims) for s in asked)
    answered = sum(s.state is not State.UNANSWERED for s in asked)
    return [
        ("Dokumen", str(papers)),
        ("Berkas eviden", str(len(files))),
        ("Pertanyaan yang dijawab", f"{answered} dari {len(asked)}"),
        ("Pertanyaan dengan berkas eviden di paket ini", f"{filed} dari {len(asked)}"),
        ("Eviden yang tidak disertakan", str(len(selection.outside))),
    ]


def _by_question(case: Case, selection: Selection) -> list[Row]:
    rows: list[Row] = []
    for name, standing in case.standings.items():
        if standing.state is State.UNANSWERED and not standing.claims:
            continue
        rows.append((_heading(name, standing),))
        for claim, evidence in standing.claims:
            role = labels.ROLE[claim.role]
            where = place(claim) if claim.role == "primary" or claim.pages or claim.section else "–"
            rows.append((evidence.title, role, where, _file(evidence, selection)))
        if not standing.claims:
            rows.append((Missing("belum ada eviden"), "–", "–", "–"))
    return rows


def _heading(name: str, standing: Standing) -> str:
    question = standing.question
    topic = question.sub_indicator or question.indicator or question.text
    return " ".join(filter(None, (name, topic, f"({WORDS[standing.state]})")))


def _others(case: Case, selection: Selection) -> list[Row]:
    asked = {e.id for standing in case.standings.values() for _, e in standing.claims}
    found: Mapping[str, Evidence] = case.dossier.of(Evidence)
    return [
        (evidence.title, ", ".join(used), _file(evidence, selection))
        for identity, evidence in found.items()
        if identity not in asked and (used := serves(case, identity))
    ]


def _outside(case: Case, selection: Selection) -> list[Row]:
    rows: list[Row] = []
    for each in selection.outside.values():
        evidence = case.dossier.of(Evidence)[each.evidence]
        reason: Line = each.reason if each.meant else Missing(each.reason)
        rows.append((evidence.title, labels.EVIDENCE_KIND[evidence.kind], reason))
    return rows


def _file(evidence: Evidence, selection: Selection) -> Cell:
    """Return the way to a file, and how large it is; else the address, or what is missing."""
    if inside := selection.inside.get(evidence.id):
        lines: list[Line] = [Link("", f"./{inside.name}"), size_words(inside.original.size)]
        return [*lines, Link("", evidence.url)] if evidence.url else lines
    if outside := selection.outside.get(evidence.id):
        return outside.reason if outside.meant else Missing(outside.reason)
    shown = usual_title(evidence)
    return Link("", shown.url) if isinstance(shown, Link) else Missing("berkas belum ada")
