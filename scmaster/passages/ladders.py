"""One sheet an indicator: its ladder of levels, and what proves each level."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from scmaster.assess.case import Case
from scmaster.assess.missing import WORDS, gaps
from scmaster.assess.owners import UNKNOWN, owner_of
from scmaster.assess.standing import Standing, State
from scmaster.indonesian import listing, number
from scmaster.link import levels_of
from scmaster.model.framework import Instrument
from scmaster.model.wording import figure, figure_with_date, period_words
from scmaster.passages import evidence, questions
from scmaster.passages.cells import Cell, Line, Missing, Row, cite
from scmaster.passages.domains import Path, name, weight, with_questions

LONGEST = 10
"""Of a longer scale the numbers alone are no ladder."""


class Rung(NamedTuple):
    """A level of the scale, and what is known of it."""

    level: Decimal
    name: str
    text: str


@dataclass(frozen=True)
class Sheet:
    """An indicator as the report prints it."""

    id: str
    heading: str
    question: str
    facts: list[Row]
    """Label and value."""
    ladder: list[Row]
    """Level, what it takes, evidence; empty where the city uploads nothing."""
    evidence: list[Row]


@dataclass(frozen=True)
class Section:
    """An aspect with its indicators."""

    name: str
    weight: str
    description: str
    sheets: list[Sheet]


def sections(case: Case) -> list[Section]:
    """Return every aspect, or whatever holds the indicators, with a sheet for each of them."""
    return [
        Section(
            name=", ".join(name(group) for group in path),
            weight=weight(path[-1]),
            description=path[-1].description or path[0].description or "",
            sheets=[_sheet(case, path, case.standings[q.id]) for q in path[-1].questions],
        )
        for path in with_questions(case)
    ]


def missing(case: Case) -> list[Row]:
    """Return, owner by owner, which indicators lack what; the one nobody owns last."""
    owed: dict[str, dict[str, list[str]]] = {}
    for gap in gaps(case):
        owed.setdefault(gap.owner, {}).setdefault(gap.what, []).append(gap.standing.question.id)
    for standing, bare in _bare_levels(case):
        words = f"{standing.question.id} tingkat {listing(bare)}"
        owed.setdefault(owner_of(case, standing), {}).setdefault(
            "tingkat yang diklaim tanpa eviden", []
        ).append(words)
    return [
        (owner, [f"{what}: {len(ids)} indikator ({'; '.join(ids)})" for what, ids in kinds.items()])
        for owner, kinds in sorted(owed.items(), key=lambda item: (item[0] == UNKNOWN, item[0]))
    ]


def _bare_levels(case: Case) -> Iterator[tuple[Standing, list[str]]]:
    """Yield the indicators whose claim takes levels that no evidence speaks of."""
    for path in with_questions(case):
        for question in path[-1].questions:
            standing = case.standings[question.id]
            claimed = standing.answer.self_score if standing.answer else None
            if claimed is None or case.instrument is None or not standing.claims:
                continue
            proven = {claim.level for claim, _ in standing.claims}
            steps = [level.level for level in _levels(case.instrument, path, standing)]
            asked = [s for s in steps if s <= claimed] if case.instrument.scale.cumulative else []
            bare = [number(step) for step in asked if step not in proven]
            if bare:
                yield standing, bare


def _sheet(case: Case, path: Path, standing: Standing) -> Sheet:
    question = standing.question
    topic = question.indicator or question.sub_indicator
    instrument = case.instrument
    if instrument is None:
        raise ValueError("a case without an instrument has no sheets")
    levels = _levels(instrument, path, standing)
    ladder = question.upload and question.kind == "level"
    return Sheet(
        id=question.id,
        heading=f"{question.id} {topic}" if topic else question.id,
        question=question.text,
        facts=_facts(case, standing, levels),
        ladder=_ladder(standing, levels) if ladder else [],
        evidence=evidence.claimed(case.dossier, standing.claims) if question.upload else [],
    )


def _levels(instrument: Instrument, path: Path, standing: Standing) -> list[Rung]:
    """Return the levels of an indicator, also those of which nothing but the number is known."""
    said = levels_of(instrument, path, standing.question)
    first, last = instrument.scale.minimum, instrument.scale.maximum
    whole = range(int(first), int(last) + 1) if last - first <= LONGEST else ()
    rungs = {Decimal(level): Rung(Decimal(level), "", "") for level in whole}
    rungs |= {one.level: Rung(one.level, one.name or "", one.text or "") for one in said}
    return [rungs[level] for level in sorted(rungs)]


def _facts(case: Case, standing: Standing, levels: list[Rung]) -> list[Row]:
    question, answer = standing.question, standing.answer
    share = f"{number(question.weight)}%" if question.weight is not None else None
    owner = owner_of(case, standing)
    rows: list[Row] = [
        ("Nomor resmi", question.code),
        ("Bobot", share or Missing("tidak diketahui")),
        ("Status", questions.status(standing)),
        ("Penanggung jawab", Missing(UNKNOWN) if owner == UNKNOWN else owner),
    ]
    if question.external:
        rows.append(("Indeks luar", question.external))
    if not question.upload:
        rows += _taken_over(case, standing)
    elif question.kind == "level":
        rows.append(("Tingkat yang diklaim (simulasi)", _claimed(case, standing, levels)))
    if question.upload and answer is not None and answer.measure is not None:
        words = figure_with_date(answer.measure)
        figures = questions.said(case, words, "angka", standing, "measure", "value")
        rows.append(("Angka", figures))
    rows += questions.reasoning(case, standing)
    if answer is not None and answer.note:
        rows.append(("Catatan", answer.note))
    if question.upload and not standing.claims:
        hints = "; ".join(question.evidence_hints)
        wanted: Cell = [Missing("belum ada eviden"), f"Eviden yang kiranya diminta: {hints}"]
        rows.append(("Eviden", wanted if hints else Missing("belum ada eviden")))
    return rows


def _taken_over(case: Case, standing: Standing) -> list[Row]:
    """Return value, time, issuer and source of another agency's index, and that it is taken."""
    answer = standing.answer
    measure = answer.measure if answer else None
    index: Cell = Missing()
    if measure is not None and measure.value is not None:
        words = figure(measure)
        index = questions.said(case, words, "indeks luar", standing, "measure", "value")
    return [
        ("Nilai indeks luar", index),
        ("Keadaan", period_words(measure.as_of) if measure and measure.as_of else Missing()),
        ("Penerbit", (answer.issuer if answer else None) or Missing()),
        ("Sumber", cite(case.dossier, measure.source) if measure else Missing()),
        ("Unggahan", "tidak ada yang diunggah; nilainya diambil dari indeks luar"),
    ]


def _claimed(case: Case, standing: Standing, levels: list[Rung]) -> Cell:
    answer = standing.answer
    if answer is None:
        return Missing(WORDS[State.UNANSWERED])
    if answer.self_score is None:
        return Missing("belum dinyatakan")
    reached = [level for level in levels if level.level <= answer.self_score]
    named = f" ({reached[-1].name})" if reached and reached[-1].name else ""
    words = f"{number(answer.self_score)}{named}"
    return questions.said(case, words, "tingkat yang diklaim", standing, "self_score")


def _ladder(standing: Standing, levels: list[Rung]) -> list[Row]:
    rows: list[Row] = []
    known = {level.level for level in levels}
    claimed = standing.answer.self_score if standing.answer else None
    reached = max((n for n in known if claimed is not None and n <= claimed), default=None)
    for level in levels:
        named: list[Line] = [f"{number(level.level)} {level.name}".strip()]
        if level.level == reached:
            named.append("(diklaim)")
        rows.append(
            (named, level.text or Missing("tidak diketahui"), _proofs(standing, {level.level}))
        )
    loose = {claim.level for claim, _ in standing.claims} - known
    if loose:
        rows.append(("–", Missing("tingkatnya belum disebut"), _proofs(standing, loose)))
    return rows


def _proofs(standing: Standing, levels: set[Decimal] | set[int | None]) -> Cell:
    """Return the evidence that claims one of these levels, each with its place, or that none is."""
    lines: list[Line] = []
    for claim, piece in standing.claims:
        if claim.level in levels:
            for cell in (evidence.title(piece), evidence.place(claim)):
                lines += cell if isinstance(cell, list) else [cell]
    return lines or Missing("belum ada")
