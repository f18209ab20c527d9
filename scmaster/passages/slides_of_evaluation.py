"""Slides on how the city is judged: answers, results, recommendations, what is still open."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scmaster.assess import coverage
from scmaster.assess.case import Case
from scmaster.assess.owners import UNKNOWN
from scmaster.assess.progress import progress
from scmaster.assess.risk_register import register, remaining
from scmaster.indonesian import number
from scmaster.model.evaluation import Recommendation, Result, Submission
from scmaster.model.masterplan import Indicator
from scmaster.passages import (
    coverage_chart,
    leaders,
    progress_chart,
    recommendation_chart,
    recommendations,
    result_charts,
    risk_register,
    risks,
    speaker_notes,
)
from scmaster.passages.cells import Cell, Missing
from scmaster.passages.charts import Chart, Figure
from scmaster.passages.slides import (
    Card,
    Cards,
    Column,
    Columns,
    Line,
    Picture,
    Points,
    Slide,
    Table,
)

RISKS = 6
"""Risks that are shown, the gravest; the register has them all."""
COUNTED = "Dihitung dari jawaban dan klaim eviden dalam data kota, seperti scmaster status."


def answers(case: Case) -> Iterator[Slide]:
    """Yield how far the answers have come, as a whole, by dimension and by office."""
    every = coverage.count("", "", case.standings.values())
    if not every.total:
        yield Points(
            "Pertanyaan instrumen tidak diketahui",
            [Missing("Pertanyaan instrumen pengajuan ini tidak diketahui.")],
            [],
        )
        return
    of = f"dari {every.total} pertanyaan"
    yield Cards(
        f"{every.answered} dari {every.total} pertanyaan terjawab, {every.proven} terbukti",
        [
            Card(str(every.answered), "Terjawab", of),
            Card(str(every.proven), "Terbukti dengan eviden utama", of),
            Card(str(every.supported), "Didukung eviden pendukung", of),
            Card(str(every.unanswered), "Belum dijawab", of),
        ],
        [COUNTED],
    )
    counts = coverage.by_dimension(case)
    yield Table(
        f"Kelengkapan menurut {len(counts)} dimensi evaluasi",
        [
            Column("Dimensi", 3.4),
            Column("Soal", right=True),
            Column("Terjawab", right=True),
            Column("Didukung", right=True),
            Column("Terbukti", right=True),
            Column("Belum dijawab", 1.2, right=True),
        ],
        [
            Line(
                (
                    c.name,
                    *map(str, (c.total, c.answered, c.supported, c.proven, c.unanswered)),
                ),
                [],
            )
            for c in counts
        ],
        [COUNTED],
    )
    drawn = coverage_chart.by_owner(case)
    if drawn.chart is not None:
        owned = [c for c in coverage.by_owner(case) if c.id != UNKNOWN]
        proven, total = sum(c.proven for c in owned), sum(c.total for c in owned)
        title = f"{proven} dari {total} pertanyaan yang berpenanggung jawab terbukti"
        yield _picture(drawn, title, [COUNTED])


def results(case: Case) -> Iterator[Slide]:
    """Yield what the assessors gave, drawn; what is not known is said."""
    notes = [
        speaker_notes.of_record(case.dossier, _of_result(case, result), result)
        for result in case.dossier.of(Result).values()
    ]
    finals, dimensions = result_charts.finals(case), result_charts.dimensions(case)
    pillars = result_charts.pillars(case)
    if finals.chart is not None:
        yield _picture(finals, _first_and_last(finals.chart), notes)
    for figure, what in ((dimensions, "dimensi"), (pillars, "pilar")):
        if figure.chart is not None:
            yield _picture(figure, _highest(figure.chart, what), notes)
    if finals.chart is None and dimensions.chart is None and pillars.chart is None:
        told = [f"{_of_result(case, result)}." for result in case.dossier.of(Result).values()]
        lines: list[Cell] = [*told, *(Missing(f.note) for f in (dimensions, pillars) if f.note)]
        yield Points("Nilai terdahulu terlalu sedikit untuk digambar", lines, notes)


def _of_result(case: Case, result: Result) -> str:
    cycle = recommendations.cycle_name(case.dossier.get(Submission, result.submission))
    final = number(result.final, 2) if result.final is not None else "tidak diketahui"
    return f"Nilai akhir {cycle}: {final}"


def _first_and_last(chart: Chart) -> str:
    pairs = zip(chart.categories, chart.series[0].values, strict=True)
    known = [(name, value) for name, value in pairs if value is not None]
    (first, oldest), (last, newest) = known[0], known[-1]
    moved = "naik" if newest > oldest else "turun" if newest < oldest else "tetap"
    before = f"{moved} dari {number(oldest, 2)} pada {first}"
    return f"Nilai akhir {number(newest, 2)} pada {last}, {before}"


def _highest(chart: Chart, what: str) -> str:
    latest = chart.series[0]
    pairs = zip(chart.categories, latest.values, strict=True)
    known = [(value, name) for name, value in pairs if value is not None]
    high, low = max(value for value, _ in known), min(value for value, _ in known)
    if high == low:
        return f"Nilai semua {what} pada {latest.name} sama: {number(high, 2)}"
    best = " dan ".join(name for value, name in known if value == high)
    worst = " dan ".join(name for value, name in known if value == low)
    return f"Pada {latest.name}, {what} tertinggi {best}, terendah {worst}"


def indicators(case: Case) -> Iterator[Slide]:
    """Yield indicators against their targets."""
    drawn = progress_chart.indicators(case)
    if drawn.chart is None:
        lines: list[Cell] = [Missing(drawn.note)]
        yield Points("Capaian indikator belum dapat dibandingkan dengan target", lines, [])
        return
    made = [(i, p) for i in case.dossier.of(Indicator).values() if (p := progress(i)) is not None]
    notes = [
        speaker_notes.of_measure(case.dossier, i.name, p.actual, i, i.unit)
        + f" Target {p.target.year}: {number(p.target.value)} {i.unit}."
        for i, p in made
    ]
    met = sum(1 for _, p in made if p.reached)
    title = f"{met} dari {len(made)} indikator mencapai targetnya"
    yield _picture(drawn, title, notes)


def follow_up(case: Case) -> Iterator[Slide]:
    """Yield what assessors asked for and what became of it, cycle by cycle."""
    drawn = recommendation_chart.by_cycle(case)
    if drawn.chart is None:
        lines: list[Cell] = [Missing("Belum ada rekomendasi asesor dalam data kota.")]
        yield Points("Rekomendasi asesor belum tercatat", lines, [])
        return
    done, total = _sum(drawn.chart, 0), _total(drawn.chart)
    title = f"{done} dari {total} rekomendasi selesai berbukti"
    yield _picture(drawn, title, [recommendations.sum_of(case)])
    for cycle, own in recommendations.ordered(case):
        yield _cycle(case, cycle, own)


def _cycle(case: Case, cycle: Submission, own: list[Recommendation]) -> Slide:
    acted = sum(1 for r in own if r.actions)
    name = recommendations.cycle_name(cycle)
    return Table(
        f"Rekomendasi {name}: {acted} dari {len(own)} sudah ada tindak lanjutnya",
        [
            Column("No.", 0.5, right=True),
            Column("Rekomendasi", 4),
            Column("Tindak lanjut", 4),
            Column("Status", 1.6),
        ],
        [
            Line((*_short(row),), [_of(case, name, r)])
            for r, row in zip(own, recommendations.matrix(case, own), strict=True)
        ],
        [],
    )


def _short(row: Sequence[Cell]) -> list[Cell]:
    """Take number, text, follow-up and status; who said what of it is in the report."""
    figure, text, _, done, status, _ = row
    return [figure, text, done, status[0] if isinstance(status, list) else status]


def _of(case: Case, cycle: str, r: Recommendation) -> str:
    evidence = [*r.evidence, *(e for action in r.actions for e in action.evidence)]
    sources = [action.source for action in r.actions]
    about = f"Rekomendasi {cycle} nomor {r.number}"
    return speaker_notes.of_record(case.dossier, about, r, evidence, sources)


def challenges(case: Case) -> Iterator[Slide]:
    """Yield what speaks for the city and what against it, then its gravest risks."""
    strong, weak = leaders.strengths(case), leaders.risks(case)
    none: list[Cell] = [Missing("belum tercatat")]
    yield Columns(
        "Kekuatan yang diakui dan tantangan yang tersisa",
        ("Kekuatan", "Tantangan"),
        list(strong) or none,
        list(weak) or none,
        ["Kekuatan dan catatan asesor diambil dari hasil evaluasi terdahulu yang tercatat."],
    )
    every = register(case.dossier)
    if not every:
        lines: list[Cell] = [Missing(risk_register.sentence(case))]
        yield Points("Risiko program belum tercatat", lines, [])
        return
    gravest = sorted(every, key=lambda one: (-(remaining(one.risk) or 0), one.number))[:RISKS]
    shown = f", {len(gravest)} terberat ditampilkan" if len(gravest) < len(every) else ""
    yield Table(
        f"{len(every)} risiko tercatat{shown}",
        [
            Column("Risiko", 3.4),
            Column("Milik", 2.2),
            Column("Tingkat", 1.3),
            Column("Mitigasi", 3.4),
            Column("Sesudah mitigasi", 1.4),
        ],
        [
            Line(
                (
                    f"{one.key} {one.risk.text}",
                    risks.holder_name(case, one.holder),
                    row[4],
                    row[5],
                    row[6],
                ),
                [
                    speaker_notes.of_record(
                        case.dossier,
                        f"Risiko {one.key}: {one.risk.text}",
                        one.holder,
                        (),
                        [one.risk.source],
                    )
                ],
            )
            for one, row in zip(gravest, risks.table(case, gravest), strict=True)
        ],
        [],
    )


def _picture(figure: Figure, title: str, notes: list[str]) -> Slide:
    """Set a chart beside what it shows, a line a sentence."""
    chart = figure.chart
    if chart is None:
        raise ValueError("nothing to draw")
    told = [s.strip().rstrip(".") + "." for s in chart.description.split(". ") if s.strip()]
    beside: list[Cell] = [*told[:3]]
    rest = [" ".join(told[3:])] if told[3:] else []
    more = [figure.note] if figure.note else []
    return Picture(title, chart, beside, [chart.caption + ".", *rest, *more, *notes])


def _sum(chart: Chart, place: int) -> int:
    return int(sum((v for v in chart.series[place].values if v is not None), Decimal(0)))


def _total(chart: Chart) -> int:
    return sum(_sum(chart, place) for place in range(len(chart.series)))
