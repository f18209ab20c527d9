"""What a city has for a question, and where it heard a complaint."""

from dataclasses import replace

from scmaster.assess.case import Case
from scmaster.catalogue.sheets import Sheet, repeated
from scmaster.link import questions as asked_by
from scmaster.model import labels
from scmaster.model.evaluation import Submission
from scmaster.passages import questions, recommendations
from scmaster.passages.cells import Cell

PRINTED = {"Kode resmi", "Indikator"}
"""Labels that the sheet of the question itself has."""


def city_sheet(case: Case, question: str, *, elsewhere: bool) -> Sheet:
    """Return what a city has for a question: answer, state, evidence, earlier recommendations.

    Looked at for the case's submission; where that one does not ask it and `elsewhere` is
    set, for the latest that does.
    """
    city, submission = _city(case), case.submission
    if elsewhere and not _asks(case, submission, question):
        able = [s for s in case.dossier.of(Submission).values() if _asks(case, s, question)]
        submission = max(able, key=lambda s: (s.year, s.id), default=submission)
        case = replace(case, submission=submission)
    found = [s for d in questions.dimensions(case) for s in d.sheets if s.id == question]
    if submission is None or not found:
        said = "Belum ada pengajuan dengan instrumen yang menanyakan soal ini."
        if submission is not None and not elsewhere:
            said = f"Instrumen pengajuan {submission.id} tidak menanyakan soal ini."
        return Sheet(f"{question} di {city}", (("Status", said),))
    rows = [("Pengajuan", submission.title or submission.id)]
    for label, cell in found[0].facts:
        if str(label) not in PRINTED:
            rows += repeated(str(label), _lines(cell))
    rows += repeated("Eviden", ["; ".join(_lines(list(row))) for row in found[0].evidence])
    return Sheet(f"{question} di {city}", tuple(rows))


def _asks(case: Case, submission: Submission | None, question: str) -> bool:
    instrument = case.dossier.instrument(submission)
    return instrument is not None and question in asked_by(instrument)


def heard(case: Case, complaint: str) -> Sheet:
    """Return the recommendations of a city that name a complaint."""
    lines = [
        f"{recommendations.cycle_name(cycle)} nomor {r.number}: {r.text} "
        f"({labels.RECOMMENDATION_STATUS[r.status]})"
        for cycle, own in recommendations.ordered(case)
        for r in own
        if r.theme == complaint
    ]
    rows = repeated("Rekomendasi", lines or ["tidak ada yang tercatat"])
    return Sheet(f"{complaint} di {_city(case)}", tuple(rows))


def _city(case: Case) -> str:
    return case.dossier.city.name if case.dossier.city else "kota ini"


def _lines(cell: Cell | list[Cell]) -> list[str]:
    """Return the words of a cell, a line each, without addresses."""
    if isinstance(cell, list):
        return [line for inner in cell for line in _lines(inner)]
    return [cell if isinstance(cell, str) else cell.text]
