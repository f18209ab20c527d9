"""The editions of a masterplan: the city's own books, how each was written and reviewed."""

from scmaster.assess.case import Case
from scmaster.model import labels
from scmaster.model.evidence import Evidence
from scmaster.model.masterplan import Guidance, Masterplan
from scmaster.model.wording import date_words, period_words
from scmaster.passages.cells import Cell, Missing, Row, cite
from scmaster.passages.evidence import title
from scmaster.passages.masterplan import legal_basis

STAGES = ("I", "II", "III", "IV")
"""The four bimtek in which a masterplan is written."""


def books(case: Case, plan: Masterplan) -> list[Row]:
    """Return the books in the city's own order: number, title, what it holds, file, note."""
    rows: list[Row] = []
    for book in plan.books:
        evidence = case.dossier.get(Evidence, book.evidence)
        file = title(evidence) if evidence else Missing("berkas belum ada")
        note = book.note or "–"
        rows.append((str(book.number), book.title, labels.BOOK_ROLE[book.role], file, note))
    return rows


def succession(case: Case, plan: Masterplan) -> list[Row]:
    """Return every edition, oldest first: title, written, period, status and basis, its place."""
    every = case.dossier.of(Masterplan)
    ordered = sorted(every.values(), key=lambda m: (_since(m), m.id))
    return [
        (
            edition.title,
            date_words(edition.written) if edition.written else Missing("tidak diketahui"),
            period_words(edition.period) if edition.period else Missing("tidak diketahui"),
            _standing(edition),
            _place(edition, plan, every),
        )
        for edition in ordered
    ]


def _since(edition: Masterplan) -> str:
    """Order editions by when they were written, else by when they began; unknown ones last."""
    known = edition.written or (edition.period.start if edition.period else None)
    return str(known) if known else "~"


def _standing(edition: Masterplan) -> Cell:
    """Return status and legal basis; where a regulation enacts it, its name says both."""
    basis = legal_basis(edition)
    regulation = edition.regulation
    if edition.status == "enacted" and regulation and regulation.status == "enacted":
        return basis
    return [labels.MASTERPLAN_STATUS[edition.status], basis]


def _place(edition: Masterplan, plan: Masterplan, every: dict[str, Masterplan]) -> Cell:
    lines = ["diringkas di sini"] if edition is plan else []
    before = every.get(edition.supersedes or "")
    if before is not None:
        lines.append(f"menggantikan {before.title}")
    lines += [f"digantikan {m.title}" for m in every.values() if m.supersedes == edition.id]
    return list(lines) or "–"


def stages(case: Case, plan: Masterplan) -> list[Row]:
    """Return the bimtek: stage, when, what came of it, source; those nobody knows of too."""
    if not plan.bimtek:
        return []
    rows: list[Row] = []
    held: dict[str, Guidance] = {guidance.stage: guidance for guidance in plan.bimtek}
    for stage in STAGES:
        guidance = held.get(stage)
        if guidance is None:
            unknown = Missing("tidak diketahui")
            rows.append((f"Tahap {stage}", unknown, unknown, Missing()))
            continue
        outputs = [*guidance.outputs, *([f"Catatan: {guidance.note}"] if guidance.note else [])]
        rows.append(
            (
                f"Tahap {stage}",
                period_words(guidance.date) if guidance.date else Missing("tidak diketahui"),
                list(outputs) or Missing("keluaran tidak diketahui"),
                cite(case.dossier, guidance.source),
            )
        )
    return rows


def reviews(case: Case, plan: Masterplan) -> list[Row]:
    """Return the reviews, oldest first: when, what was reviewed and why, with whom, source."""
    return [
        (
            date_words(review.date),
            review.text,
            review.partner or Missing("tidak diketahui"),
            cite(case.dossier, review.source),
        )
        for review in sorted(plan.reviews, key=lambda r: str(r.date))
    ]
