"""One sheet a question: what is asked, answered, proven, and what was recommended before."""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.missing import WORDS
from scmaster.assess.owners import UNKNOWN, owner_of
from scmaster.assess.standing import Standing, State
from scmaster.indonesian import number
from scmaster.model import labels
from scmaster.model.evaluation import Answer
from scmaster.model.framework import Group
from scmaster.model.wording import figure_with_date
from scmaster.passages import evidence, recommendations
from scmaster.passages.cells import Cell, Missing, Row
from scmaster.passages.claims import stated


@dataclass(frozen=True)
class Sheet:
    """A question as the report prints it."""

    id: str
    heading: str
    question: str
    facts: list[Row]
    """Label and value."""
    evidence: list[Row]
    """Empty: the form says that there is none."""
    answered: bool


@dataclass(frozen=True)
class Dimension:
    """A dimension of the instrument with its sheets."""

    name: str
    weight: str
    description: str
    sheets: list[Sheet]


def dimensions(case: Case) -> list[Dimension]:
    """Return every dimension of the instrument with a sheet for each of its questions."""
    groups: list[Group] = case.instrument.groups if case.instrument else []
    return [
        Dimension(
            name=group.name,
            weight=f"{number(group.weight)}%" if group.weight is not None else "tidak diketahui",
            description=group.description or "",
            sheets=[_sheet(case, s) for s in case.standings.values() if s.group is group],
        )
        for group in groups
    ]


def _sheet(case: Case, standing: Standing) -> Sheet:
    question, answer = standing.question, standing.answer
    topic = question.sub_indicator or question.indicator
    facts: list[Row] = [("Kode resmi", question.code)]
    if question.indicator:
        facts.append(("Indikator", question.indicator))
    facts.append(("Status", status(standing)))
    owner = owner_of(case, standing)
    facts.append(("Penanggung jawab", Missing(UNKNOWN) if owner == UNKNOWN else owner))
    if answer is not None:
        facts += _answer(case, answer, standing)
    before = recommendations.for_question(case, question.id)
    facts.append(("Rekomendasi terdahulu", before or "tidak ada yang tercatat"))
    if not standing.claims:
        hints = "; ".join(question.evidence_hints)
        wanted: Cell = [Missing("belum ada eviden"), f"Eviden yang kiranya diminta: {hints}"]
        facts.append(("Eviden", wanted if hints else Missing("belum ada eviden")))
    return Sheet(
        id=question.id,
        heading=f"{question.id} {topic}" if topic else question.id,
        question=question.text,
        facts=facts,
        evidence=evidence.claimed(case.dossier, standing.claims),
        answered=answer is not None,
    )


def status(standing: Standing) -> Cell:
    """Say how far a question has come; what is not proven is marked."""
    words = WORDS[standing.state]
    if standing.answer is not None:
        words += f" (jawaban {labels.ANSWER_STATE[standing.answer.state]})"
    return words if standing.state is State.PROVEN else Missing(words)


def _answer(case: Case, answer: Answer, standing: Standing) -> list[Row]:
    rows: list[Row] = []
    if answer.measure is not None:
        words = figure_with_date(answer.measure)
        rows.append(("Angka", said(case, words, "angka", standing, "measure", "value")))
    if words := share_words(answer):
        rows.append(("Cakupan", said(case, words, "cakupan", standing, "numerator")))
    if answer.self_score is not None:
        words = number(answer.self_score)
        score = said(case, words, "nilai mandiri", standing, "self_score")
        rows.append(("Nilai mandiri (simulasi)", score))
    rows += reasoning(case, standing)
    if answer.note:
        rows.append(("Catatan", answer.note))
    return rows


def share_words(answer: Answer) -> str:
    """Write the share an answer states: 3 dari 4 (75,00%); nothing where it states none."""
    if answer.numerator is None or not answer.denominator:
        return ""
    share = 100 * answer.numerator / answer.denominator
    parts = f"{number(answer.numerator)} dari {number(answer.denominator)}"
    return f"{parts} ({number(share, 2)}%)"


def reasoning(case: Case, standing: Standing) -> list[Row]:
    """Return fact and analysis of an answer, or that they are missing."""
    answer = standing.answer
    fact, analysis = (answer.fact, answer.analysis) if answer else (None, None)
    return [
        ("Fakta", said(case, fact, "fakta", standing, "fact") if fact else Missing()),
        (
            "Analisis",
            said(case, analysis, "analisis", standing, "analysis") if analysis else Missing(),
        ),
    ]


def said(case: Case, words: str, part: str, standing: Standing, *path: str | int) -> Cell:
    """Return words of an answer as a claim of the city; `path` leads to them inside it."""
    answer, question = standing.answer, standing.question.id
    if answer is None:
        return words
    measure = answer.measure
    own = [measure.evidence] if measure and "measure" in path else []
    read = [measure.source] if measure and "measure" in path else []
    return stated(
        case.dossier,
        words,
        f"Jawaban {question}: {part}",
        answer,
        *path,
        evidence=[*own, *(claim.evidence for claim, _ in standing.claims)],
        sources=[*read, *answer.sources],
        subject=question,
    )
