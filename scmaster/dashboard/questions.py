"""The questions of the instrument, one by one: how each stands, and by what."""

from scmaster.assess import coverage
from scmaster.assess.case import Case
from scmaster.assess.coverage import Count
from scmaster.assess.missing import WORDS
from scmaster.assess.owners import UNKNOWN, owner_of
from scmaster.assess.standing import Standing
from scmaster.dashboard.leading import to_record
from scmaster.dashboard.page import Anchored, Cell, Page, Row, Said, Section, Table, Words, columns
from scmaster.indonesian import number
from scmaster.passages.cells import Missing

NAME = "soal.html"
COUNTED = ("Soal", "Terjawab", "Pendukung", "Terbukti", "Belum")


def page(case: Case) -> Page | None:
    """Return every question by dimension; None where the instrument has none that are known."""
    if not case.standings or case.instrument is None:
        return None
    counted: list[Section] = [
        Section(
            "Kelengkapan",
            [
                Words(
                    "Terbukti berarti ada eviden utama yang cocok dengan periode yang ditanyakan."
                    " Pendukung berarti baru ada eviden yang menguatkan.",
                    "catatan",
                ),
                counts("Menurut dimensi evaluasi", "Dimensi", coverage.by_dimension(case)),
                counts("Menurut pilar", "Pilar", coverage.by_pillar(case)),
                counts("Menurut perangkat daerah", "Perangkat daerah", coverage.by_owner(case)),
            ],
        )
    ]
    every = [
        Section(
            group.name, [question_table(case, f"Soal {group.name}", own)], f"dimensi-{group.id}"
        )
        for group in case.instrument.groups
        if (own := [s for s in case.standings.values() if s.group is group])
    ]
    return Page(NAME, "Soal dan jawaban", [case.instrument.name], counted + every, "Soal")


def counts(caption: str, first: str, counted: list[Count]) -> Table:
    """Return how far the questions have come, as `scmaster status` prints it."""
    rows: list[Row] = [
        (
            one.name,
            *map(str, (one.total, one.answered, one.supported, one.proven, one.unanswered)),
        )
        for one in counted
    ]
    return Table(caption, columns(first, *COUNTED, numbers=len(COUNTED)), rows)


def question_table(case: Case, caption: str, own: list[Standing]) -> Table:
    """Return a row a question: how it stands, who owes it, the answer, the evidence."""
    return Table(
        caption,
        columns("Soal", "Pertanyaan", "Keadaan", "Dari", "Jawaban kota", "Eviden"),
        [_row(case, standing) for standing in own],
    )


def _row(case: Case, standing: Standing) -> Row:
    question, answer = standing.question, standing.answer
    owner = owner_of(case, standing)
    said: list[Said] = []
    if answer is not None:
        said.append(to_record(answer.fact or "Jawaban", answer.id))
        if answer.self_score is not None:
            said.append(f"Nilai sendiri {number(answer.self_score)} (simulasi)")
    proofs: Cell = [
        to_record(evidence.title, evidence.id)
        for evidence in {e.id: e for _, e in standing.claims}.values()
    ]
    return (
        Anchored(question.id, question.id),
        question.text,
        WORDS[standing.state],
        Missing("belum ditunjuk") if owner == UNKNOWN else owner,
        said or Missing("belum dijawab"),
        proofs or Missing("belum ada eviden"),
    )
