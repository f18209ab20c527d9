"""Official indices year by year, the grades they stand for, and indices of other agencies."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.measures import achieved
from scmaster.assess.results import instrument_of
from scmaster.assess.scoring import band
from scmaster.indonesian import number
from scmaster.model import labels
from scmaster.model.evaluation import Result, Submission
from scmaster.model.framework import Instrument
from scmaster.model.masterplan import Indicator
from scmaster.model.wording import figure, period_words
from scmaster.passages import questions
from scmaster.passages.cells import Cell, Missing, Row, cite


@dataclass(frozen=True)
class Index:
    """An index of a year, as a result or an indicator has it."""

    year: int
    instrument: Instrument
    value: Decimal | None
    """None where only a target is on record."""
    kind: str
    sources: tuple[str, ...]


def by_year(case: Case, families: Collection[str]) -> list[Row]:
    """Return the indices of some families: year, instrument, target, index, grade, kind, source."""
    aims = targets(case, families)
    return [_row(case, index, aims.get(index.year)) for index in known(case, families)]


def known(case: Case, families: Collection[str]) -> list[Index]:
    """Return the indices of some families by year, and a year that has only a target.

    A result wins over an indicator that says the same.
    """
    found = _of_results(case, families)
    told = {(index.year, index.value) for index in found}
    found += [i for i in _of_indicators(case, families) if (i.year, i.value) not in told]
    years = {index.year for index in found}
    aims = targets(case, families)
    found += [Index(y, i, None, "–", (s,)) for y, (_, i, s) in aims.items() if y not in years]
    return sorted(found, key=lambda index: (index.year, index.instrument.id, index.kind))


def sources(case: Case, families: Collection[str]) -> Iterator[str]:
    """Yield the sources of all these indices and their targets."""
    for index in [*_of_results(case, families), *_of_indicators(case, families)]:
        yield from index.sources
    for _, _, source in targets(case, families).values():
        yield source


def grades(case: Case) -> list[Row]:
    """Return the grades of the instrument: name with its other names, from which index on."""
    known = sorted(case.instrument.bands, key=lambda b: b.start) if case.instrument else []
    return [
        (
            grade.name + (f" ({', '.join(grade.aliases)})" if grade.aliases else ""),
            f"mulai {number(grade.start, 2)}",
        )
        for grade in known
    ]


def taken_over(case: Case) -> list[Row]:
    """Return what is taken from other agencies: indicator, index, value, time, issuer, source."""
    rows: list[Row] = []
    for standing in case.standings.values():
        question, answer = standing.question, standing.answer
        if question.upload:
            continue
        measure = answer.measure if answer else None
        known = measure is not None and measure.value is not None
        source = cite(case.dossier, measure.source) if measure else Missing()
        rows.append(
            (
                f"{question.id} {question.indicator or ''}".strip(),
                question.external or Missing("tidak diketahui"),
                questions.said(case, figure(measure), "indeks luar", standing, "measure", "value")
                if measure and known
                else Missing("belum ada nilai"),
                period_words(measure.as_of) if measure and measure.as_of else Missing(),
                (answer.issuer if answer else None) or Missing(),
                source,
            )
        )
    return rows


def _row(case: Case, index: Index, target: tuple[Decimal, Instrument, str] | None) -> Row:
    grade: Cell = Missing("tidak diketahui")
    if index.value is not None and (reached := band(index.instrument, index.value)):
        grade = reached.name
    cited = [cite(case.dossier, source) for source in dict.fromkeys(index.sources) if source]
    return (
        str(index.year),
        index.instrument.short_name or index.instrument.name,
        number(target[0], 2) if target else "–",
        number(index.value, 2) if index.value is not None else Missing("tidak diketahui"),
        grade,
        index.kind,
        list(cited) or Missing(),
    )


def _of_results(case: Case, families: Collection[str]) -> list[Index]:
    made = []
    for result in case.dossier.of(Result).values():
        cycle = case.dossier.get(Submission, result.submission)
        instrument = instrument_of(case.dossier, result)
        if cycle is None or instrument is None or instrument.family not in families:
            continue
        if result.final is not None:
            kind = labels.RESULT_STATUS[result.status]
            made.append(Index(cycle.year, instrument, result.final, kind, tuple(result.sources)))
    return made


def _linked(case: Case, families: Collection[str]) -> Iterator[tuple[Indicator, Instrument]]:
    known = case.dossier.frameworks.instruments
    for indicator in case.dossier.of(Indicator).values():
        instrument = known.get(indicator.instrument) if indicator.instrument else None
        if instrument is not None and instrument.family in families:
            yield indicator, instrument


def _of_indicators(case: Case, families: Collection[str]) -> list[Index]:
    made = []
    for indicator, instrument in _linked(case, families):
        for actual in indicator.actuals:
            if actual.as_of is None or not achieved(actual):
                continue
            sources = (actual.source,) if actual.source else tuple(indicator.sources[:1])
            kind = labels.MEASURE_STATUS[actual.status]
            made.append(Index(actual.as_of.start.year, instrument, actual.value, kind, sources))
    return made


def targets(case: Case, families: Collection[str]) -> dict[int, tuple[Decimal, Instrument, str]]:
    """Return the target of a year, the instrument it is for, and its source, by year."""
    return {
        target.year: (target.value, instrument, target.source or "")
        for indicator, instrument in _linked(case, families)
        for target in indicator.targets
    }
