"""Questions that assessors may ask, each with what the city's data say to it."""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.interview import Prepared, Ready
from scmaster.assess.missing import WORDS
from scmaster.indonesian import listing
from scmaster.model import labels
from scmaster.model.city import Opd
from scmaster.model.evaluation import Recommendation, Submission
from scmaster.passages import grounds
from scmaster.passages.cells import Cell, Line, Missing, Row
from scmaster.passages.recommendations import cycle_name

READY = {
    Ready.NOTHING: "belum ada jawaban",
    Ready.PLANNED: "baru ada rencana",
    Ready.MATERIAL: "ada bahan, belum terbukti",
    Ready.PROVEN: "ada bahan berbukti",
}
SECTIONS = {
    Ready.NOTHING: "Belum Ada Jawaban",
    Ready.PLANNED: "Baru Ada Rencana",
    Ready.MATERIAL: "Ada Bahan, Belum Terbukti",
    Ready.PROVEN: "Ada Bahan Berbukti",
}
LIKELY = {
    "official": "tercantum resmi",
    "secondary": "pernah ditanyakan",
    "inferred": "perkiraan",
    "draft": "rancangan",
}
SHOWN = 10
"""So many pieces of material a question shows; of the rest it says how many there are."""


@dataclass(frozen=True)
class Sheet:
    """A question with what is to be said to it."""

    id: str
    heading: str
    facts: list[Row]
    """Label and value: state, who answers, why it is asked, what is still to be brought."""
    material: list[Row]
    """What the data say, and the evidence or source; empty where nothing does."""


@dataclass(frozen=True)
class Section:
    """Questions that are as well prepared as one another."""

    name: str
    sheets: list[Sheet]


def code(place: int) -> str:
    """Return how a question is called wherever it is spoken of: P1 is the worst prepared."""
    return f"P{place}"


def overview(every: list[Prepared]) -> list[Row]:
    """Return a row a question: number, question, who answers, state; the worst prepared first."""
    return [
        (code(place), each.question.text, answerers(each), state(each))
        for place, each in enumerate(every, start=1)
    ]


def counts(every: list[Prepared]) -> list[Row]:
    """Return how many questions are prepared how well, and their sum."""
    rows: list[Row] = [
        (words.capitalize(), str(sum(1 for each in every if each.ready is ready)))
        for ready, words in READY.items()
    ]
    return [*rows, ("Jumlah", str(len(every)))]


def sections(case: Case, every: list[Prepared]) -> list[Section]:
    """Return the questions by how well they are prepared, what has no answer first."""
    numbered = list(enumerate(every, start=1))
    made = [
        Section(name, [_sheet(case, place, e) for place, e in numbered if e.ready is ready])
        for ready, name in SECTIONS.items()
    ]
    return [section for section in made if section.sheets]


def state(prepared: Prepared) -> Cell:
    """Say how well a question is prepared; what is not proven is marked."""
    words = READY[prepared.ready]
    return words if prepared.ready is Ready.PROVEN else Missing(words)


def answerers(prepared: Prepared) -> Cell:
    """Name who answers, the first of them leading; who is not in the register is marked."""
    return [
        office.short_name or office.name
        if isinstance(office, Opd)
        else Missing(f"{office} (belum ada dalam daftar perangkat daerah)")
        for office in prepared.offices
    ]


def _sheet(case: Case, place: int, prepared: Prepared) -> Sheet:
    question = prepared.question
    facts: list[Row] = [
        ("Keadaan", state(prepared)),
        ("Penjawab", answerers(prepared)),
        ("Mengapa ditanyakan", _why(prepared)),
    ]
    if prepared.heard:
        facts.append(("Pernah diminta di kota ini", [_heard(case, r) for r in prepared.heard]))
    facts.append(("Yang masih harus dibawa", _wanted(prepared)))
    shown = [grounds.row(case, ground) for ground in prepared.grounds[:SHOWN]]
    rest = len(prepared.grounds) - SHOWN
    if rest > 0:
        shown.append((f"dan {rest} bahan lain dalam data kota", "–"))
    return Sheet(question.id, f"{code(place)} {question.text}", facts, shown)


def _why(prepared: Prepared) -> Cell:
    question = prepared.question
    lines: list[Line] = [question.why]
    lines += [f"{example.city} {example.year}: {example.text}" for example in question.asked]
    lines.append(f"Kepastian: {LIKELY[question.status]}.")
    return lines


def _heard(case: Case, recommendation: Recommendation) -> str:
    cycle = cycle_name(case.dossier.get(Submission, recommendation.submission))
    status = labels.RECOMMENDATION_STATUS[recommendation.status]
    return f"{cycle} nomor {recommendation.number}: {recommendation.text} ({status})"


def _wanted(prepared: Prepared) -> Cell:
    """Say what would make the answer whole, and which questions of the instrument wait."""
    lines: list[Line] = [*prepared.question.needs]
    by_state: dict[str, list[str]] = {}
    for standing in prepared.lacking:
        by_state.setdefault(WORDS[standing.state], []).append(standing.question.id)
    lines += [f"Pertanyaan instrumen {words}: {listing(ids)}." for words, ids in by_state.items()]
    return lines or "–"
