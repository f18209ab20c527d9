"""What the assessors gave, drawn: dimensions and pillars by year, and the final scores."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.cohort import Official
from scmaster.assess.comparison import compare
from scmaster.assess.results import alike, family
from scmaster.assess.scoring import mean
from scmaster.indonesian import half_up, listing, number
from scmaster.link import questions_of
from scmaster.model import labels
from scmaster.model.evaluation import Submission
from scmaster.model.framework import Instrument
from scmaster.passages.charts import Chart, Figure, Series, axis_end

AXES = 3
"""A radar of fewer axes is a line."""
YEARS = 5
"""More lines than these cannot be told apart."""


@dataclass(frozen=True)
class _Year:
    """The scores of one year, by dimension or by pillar."""

    year: int
    status: str
    instrument: Instrument
    asked: Collection[str]
    """The dimensions or pillars that the instrument has."""
    scores: Mapping[str, Decimal]


def dimensions(case: Case) -> Figure:
    """Draw the known scores of the evaluation's dimensions, the latest year first."""
    years = []
    names: dict[str, str] = {}
    for official, instrument in _officials(case):
        own = {group.id: group.name for group in instrument.groups}
        scores = {node: score for node, score in official.scores.items() if node in own}
        years.append(_Year(official.year, official.status, instrument, own, scores))
        names |= {node: name for node, name in own.items() if node not in names}
    return _radar(case, years, names, "dimensi evaluasi")


def pillars(case: Case) -> Figure:
    """Draw the mean of the scores of each pillar's questions, the latest year first.

    A pillar with a question whose score is not known has none.
    """
    known = case.dossier.frameworks.pillars()
    years = []
    for official, instrument in _officials(case):
        asked: dict[str, list[Decimal | None]] = {}
        for group in instrument.groups:
            for question in questions_of(group):
                if question.pillar in known:
                    asked.setdefault(question.pillar, []).append(official.scores.get(question.id))
        means = {pillar: _mean(scores) for pillar, scores in asked.items()}
        scores = {pillar: score for pillar, score in means.items() if score is not None}
        years.append(_Year(official.year, official.status, instrument, asked, scores))
    return _radar(case, years, {name: pillar.name for name, pillar in known.items()}, "pilar")


def finals(case: Case) -> Figure:
    """Draw the final score of every cycle on record; what is unknown is a gap."""
    given = {o.year: o for o in _every(case) if o.final is not None}
    years = sorted(_cycles(case) | set(given))
    known = [(year, given[year]) for year in years if year in given]
    if len(known) <= 1:
        return Figure(None)
    values = [official.final for _, official in known if official.final is not None]
    unknown = [str(year) for year in years if year not in given]
    (first, oldest), (last, newest) = known[0], known[-1]
    silence = f" Tidak diketahui: {listing(unknown)}." if unknown else ""
    chart = Chart(
        kind="bar",
        categories=[_labelled(year, given.get(year)) for year in years],
        series=[Series("Nilai akhir", [given[y].final if y in given else None for y in years])],
        caption=f"Nilai akhir menurut tahun, {years[0]}–{years[-1]}",
        description=(
            f"Diagram batang nilai akhir. Dari {_score(oldest.final)} pada {first} menjadi"
            f" {_score(newest.final)} pada {last}; tertinggi {_score(max(values))}, terendah"
            f" {_score(min(values))}.{silence}"
        ),
        unit="nilai akhir",
        top=axis_end(case.instrument.scale, values) if case.instrument else None,
    )
    return Figure(chart)


def _radar(case: Case, years: list[_Year], names: Mapping[str, str], what: str) -> Figure:
    """Draw the years that say enough, on the scale of the latest of them."""
    able = [year for year in years if len(year.scores) >= AXES]
    if not able:
        few = any(year.scores for year in years)
        known = "yang diketahui terlalu sedikit" if few else "belum diketahui"
        return Figure(None, f"Nilai per {what} {known}, sehingga belum dapat digambar.")
    scale = able[0].instrument.scale
    able = [y for y in able if y.instrument.scale.maximum == scale.maximum][:YEARS]
    shown = [node for node in names if any(node in year.scores for year in able)]
    told = [str(year.year) for year in reversed(able)]
    chart = Chart(
        kind="radar",
        categories=[names[node] for node in shown],
        series=[
            Series(_year_label(year.year, year.status), [year.scores.get(node) for node in shown])
            for year in able
        ],
        caption=f"Nilai per {what}, {listing(told)}",
        description=_finding(able, names, what),
        top=axis_end(scale, [score for year in able for score in year.scores.values()]),
    )
    return Figure(
        chart, _silence(case, able, [names[n] for n in able[0].asked if n not in shown], what)
    )


def _silence(case: Case, years: list[_Year], hidden: list[str], what: str) -> str:
    """Say of which years, and of what in the latest one, nothing is known."""
    said = []
    missing = sorted(_cycles(case) - {year.year for year in years})
    if missing:
        told = listing([str(year) for year in missing])
        said.append(f"Nilai per {what} tahun {told} tidak diketahui.")
    if hidden:
        said.append(f"Nilai {listing(hidden)} tahun {years[0].year} tidak diketahui.")
    return " ".join(said)


def _finding(years: list[_Year], names: Mapping[str, str], what: str) -> str:
    latest, scale = years[0], years[0].instrument.scale
    high, low = max(latest.scores.values()), min(latest.scores.values())
    said = f"Diagram radar nilai {len(latest.scores)} {what} pada skala {number(scale.minimum)}"
    said += f" sampai {number(scale.maximum)}. Pada {latest.year} "
    if high == low:
        said += f"semuanya bernilai {_score(high)}."
    else:
        said += f"nilai tertinggi {_holders(latest, names, high)} dan terendah"
        said += f" {_holders(latest, names, low)}."
    for before in years[1:2]:
        both = [node for node in latest.scores if node in before.scores]
        up = sum(1 for node in both if latest.scores[node] > before.scores[node])
        down = sum(1 for node in both if latest.scores[node] < before.scores[node])
        said += f" Dibandingkan {before.year}, {up} {what} naik dan {down} turun."
    return said


def _holders(year: _Year, names: Mapping[str, str], score: Decimal) -> str:
    held = [name for node, name in names.items() if year.scores.get(node) == score]
    return f"{listing(held)} ({_score(score)})"


def _score(score: Decimal | None) -> str:
    return number(score, 2) if score is not None else "tidak diketahui"


def _mean(scores: list[Decimal | None]) -> Decimal | None:
    given = [score for score in scores if score is not None]
    average = mean(given) if len(given) == len(scores) else None
    return half_up(average, 2) if average is not None else None


def _labelled(year: int, official: Official | None) -> str:
    return _year_label(year, official.status) if official else f"{year} (tidak diketahui)"


def _year_label(year: int, status: str) -> str:
    return str(year) if status == "official" else f"{year} ({labels.RESULT_STATUS[status]})"


def _every(case: Case) -> list[Official]:
    """Return the known results under the case's own kind of instrument, the latest first."""
    own = case.instrument.family if case.instrument else "komdigi"
    years = [year for year in compare([case]).years if alike(year.family, own)]
    return [o for year in reversed(years) for o in year.officials if o is not None]


def _officials(case: Case) -> list[tuple[Official, Instrument]]:
    return [(o, o.instrument) for o in _every(case) if o.instrument is not None]


def _cycles(case: Case) -> set[int]:
    """Return the years before this one that have a cycle of the case's own kind."""
    own = case.instrument.family if case.instrument else "komdigi"
    return {
        cycle.year
        for cycle in case.dossier.of(Submission).values()
        if alike(family(case.dossier, cycle), own)
        if case.submission is None or cycle.year < case.submission.year
    }
