"""The first page: how the city stands, what would gain most, what somebody has to decide."""

from decimal import Decimal

from scmaster.assess import coverage, worth
from scmaster.assess.case import Case
from scmaster.assess.follow_up import earlier
from scmaster.assess.ledger import Ledger, Line, ledger
from scmaster.assess.participation import participation
from scmaster.assess.results import TRUST, alike, family
from scmaster.dashboard import evidence, history, participants, questions, recommended
from scmaster.dashboard.page import (
    Card,
    Cards,
    Cell,
    Page,
    Part,
    Points,
    Row,
    Section,
    Table,
    To,
    Words,
    columns,
    drawn,
)
from scmaster.indonesian import half_up, number
from scmaster.model.evaluation import Result, Submission
from scmaster.model.labels import RESULT_STATUS
from scmaster.passages import decisions, result_charts
from scmaster.passages.cells import Missing
from scmaster.passages.charts import Chart, Series, axis_end
from scmaster.passages.effort import EFFORT
from scmaster.passages.participation import summary
from scmaster.passages.recommendations import cycle_name

NAME = "index.html"
SHOWN = 10
"""Gaps that the page lists."""
AXES = 3
SIMULATED = "Nilai diklaim dan terbukti adalah simulasi: nilai resmi diberikan oleh asesor."

SIMULATED_PILLARS = (
    "Nilai resmi per pilar belum diketahui; yang digambar adalah simulasi dari jawaban kota."
)


def page(case: Case) -> Page:
    """Return the overview."""
    made = ledger(case, {})
    sections = [Section("Keadaan sekarang", [Cards(_cards(case, made))])]
    if made is not None:
        sections.append(Section("Nilai", _scores(case, made)))
        sections.append(Section("Enam pilar", _pillars(case, made)))
        sections.append(Section("Yang paling menambah nilai", _gains(case)))
    sections.append(Section("Perlu keputusan", _decisions(case)))
    sections.append(Section("Kontribusi", [Points(summary(participation(case)))]))
    return Page(NAME, "Ringkasan", [], sections, "Ringkasan")


def two(value: Decimal | None) -> str:
    """Write a score as `scmaster score` prints it."""
    return "–" if value is None else number(value, 2)


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else half_up(value, 2)


# -- figures first


def _cards(case: Case, made: Ledger | None) -> list[Card]:
    cards = []
    if made is not None and made.final.provable is not None:
        note = "simulasi; nilai resmi dari asesor"
        cards.append(Card("Terbukti", two(made.final.provable), note, questions.NAME))
        cards.append(Card("Diklaim kota", two(made.final.claimed), note, questions.NAME))
    given = [g for g in made.results if g.result.final is not None] if made else []
    if given:
        last = given[-1]
        kind = RESULT_STATUS[last.result.status]
        told = f"{cycle_name(last.submission)}, {kind}"
        cards.append(Card("Nilai akhir terakhir", two(last.result.final), told, history.NAME))
    counted = coverage.count("", "", case.standings.values())
    if counted.total:
        proven = f"{counted.proven} dari {counted.total}"
        told = f"{counted.answered} terjawab, {counted.unanswered} belum"
        cards.append(Card("Soal terbukti", proven, told, questions.NAME))
    cards.append(Card("Rekomendasi asesor", *recommended.standing(case), recommended.NAME))
    cards.append(Card("Eviden", *evidence.standing(case), evidence.NAME))
    found = participation(case)
    replies = [office.replies for office in found.offices]
    asked, came = sum(r.asked for r in replies), sum(r.answered for r in replies)
    value: Cell = f"{came} dari {asked}" if asked else Missing("belum ada yang dikirim")
    told = f"{found.meetings} rapat tercatat"
    cards.append(Card("Formulir OPD kembali", value, told, participants.NAME))
    return cards


# -- scores


def _scores(case: Case, made: Ledger) -> list[Part]:
    parts: list[Part] = [Words(SIMULATED, "catatan")]
    chart = _years(case, made)
    parts += drawn(chart, "") if chart else []
    given = [g for g in made.results if g.result.scores or g.result.final is not None]
    names = [
        cycle_name(g.submission) + ("" if g.result.status == "official" else "*") for g in given
    ]
    numbers = ("Bobot", "Diklaim", "Terbukti", *names)
    rows = [_row(line, [g.result.id for g in given]) for line in [*made.dimensions, made.final]]
    parts.append(
        Table(
            "Nilai menurut dimensi",
            columns("Dimensi", *numbers, numbers=len(numbers)),
            rows,
            fixed=True,
        )
    )
    if any(name.endswith("*") for name in names):
        told = "* Menurut sumber lain atau hasil hitungan, bukan surat kementerian."
        parts.append(Words(told, "catatan"))
    if made.final.provable is None:
        told = "Pertanyaan instrumen ini tidak diketahui, jadi nilainya tidak disimulasikan."
        parts.append(Words(told, "catatan"))
    told = "Bobot dan pertanyaan berubah antartahun, jadi peningkatan bukan ukuran yang setara."
    return [*parts, Words(told, "catatan")]


def _row(line: Line, results: list[str]) -> Row:
    weight = "–" if line.weight is None else f"{number(line.weight)}%"
    given = [two(line.official.get(result)) for result in results]
    return (line.name, weight, two(line.claimed), two(line.provable), *given)


def _years(case: Case, made: Ledger) -> Chart | None:
    """Draw the final score of each cycle: official, and what this one's answers would earn."""
    cycles = [s for s in case.dossier.of(Submission).values() if _drawn(case, s)]
    cycles.sort(key=lambda s: (s.year, s.stage, s.id))
    best: dict[str, Result] = {}
    for given in made.results:
        known = best.get(given.submission.id)
        sure = known is None or TRUST.index(given.result.status) < TRUST.index(known.status)
        if given.result.final is not None and sure:
            best[given.submission.id] = given.result
    own = case.submission.id if case.submission else ""
    official = [best[c.id].final if c.id in best else None for c in cycles]
    claimed = [_rounded(made.final.claimed) if c.id == own else None for c in cycles]
    provable = [_rounded(made.final.provable) if c.id == own else None for c in cycles]
    every = [
        Series("Resmi atau menurut sumber", official),
        Series("Terbukti (simulasi)", provable),
        Series("Diklaim kota (simulasi)", claimed, promise=True),
    ]
    every = [one for one in every if any(value is not None for value in one.values)]
    if not every or case.instrument is None:
        return None
    known_ = [value for one in every for value in one.values if value is not None]
    return Chart(
        kind="bar",
        categories=[_cycle(cycle, best.get(cycle.id)) for cycle in cycles],
        series=every,
        caption="Nilai akhir menurut siklus",
        description=_told(made, official),
        unit="nilai akhir",
        top=axis_end(case.instrument.scale, known_),
    )


def _drawn(case: Case, cycle: Submission) -> bool:
    own = case.instrument.family if case.instrument else "komdigi"
    if not alike(family(case.dossier, cycle), own):
        return False
    return cycle is case.submission or cycle.id == _own(case) or earlier(cycle, case.submission)


def _own(case: Case) -> str:
    return case.submission.id if case.submission else ""


def _cycle(cycle: Submission, result: Result | None) -> str:
    if result is None or result.status == "official":
        return cycle_name(cycle)
    return f"{cycle_name(cycle)} ({RESULT_STATUS[result.status]})"


def _told(made: Ledger, official: list[Decimal | None]) -> str:
    known = [value for value in official if value is not None]
    told = f"Diagram batang nilai akhir {len(official)} siklus; {len(known)} diketahui"
    told += f", terakhir {two(known[-1])}." if known else "."
    if made.final.provable is not None:
        told += f" Simulasi siklus ini: {two(made.final.claimed)} diklaim,"
        told += f" {two(made.final.provable)} terbukti."
    return told


# -- pillars


def _pillars(case: Case, made: Ledger) -> list[Part]:
    """Return the official scores of the pillars, or what is known of them."""
    official = result_charts.pillars(case)
    known = [line for line in made.pillars if line.provable is not None]
    parts: list[Part] = drawn(official.chart, official.note)
    if official.chart is None and len(known) >= AXES and case.instrument is not None:
        chart = Chart(
            kind="radar",
            categories=[line.name for line in known],
            series=[
                Series("Terbukti (simulasi)", [_rounded(x.provable) for x in known]),
                Series(
                    "Diklaim kota (simulasi)", [_rounded(x.claimed) for x in known], promise=True
                ),
            ],
            caption="Simulasi nilai menurut pilar",
            description="Diagram radar simulasi. "
            + "; ".join(f"{x.name} {two(x.provable)} dari {two(x.claimed)} diklaim" for x in known)
            + ".",
            top=case.instrument.scale.maximum,
        )
        parts = drawn(chart, SIMULATED_PILLARS)
    if made.pillars:
        rows: list[Row] = [(x.name, two(x.claimed), two(x.provable)) for x in made.pillars]
        head = columns("Pilar", "Diklaim", "Terbukti", numbers=2)
        parts.append(Table("Simulasi nilai menurut pilar (rata-rata soal)", head, rows))
    return parts or [Words(Missing("Instrumen ini tidak menilai menurut pilar."))]


# -- what would gain most


def _gains(case: Case) -> list[Part]:
    steps = worth.steps(case)
    if not steps:
        return [Words("Tidak ada kekurangan yang dapat dihitung nilainya.")]
    rows: list[Row] = [
        (
            To(step.standing.question.id, questions.NAME, step.standing.question.id),
            step.standing.question.text,
            _owner(step.owner),
            EFFORT[step.effort],
            f"+{number(step.worth, 4)}",
        )
        for step in steps[:SHOWN]
    ]
    together = sum((step.worth for step in steps), Decimal(0))
    told = f"{len(steps)} kekurangan, bersama bernilai +{number(together, 2)} selangkah (simulasi)."
    titles = ("Soal", "Pertanyaan", "Dari", "Eviden", "Tambahan nilai")
    table = Table(
        f"{len(rows)} kekurangan yang paling menambah nilai", columns(*titles, numbers=1), rows
    )
    return [Words(told), table]


def _decisions(case: Case) -> list[Part]:
    """Return what waits for somebody who may settle it, and which days are to come."""
    rows = [one.row for one in decisions.decisions(case)]
    parts: list[Part] = [
        Table("Yang menunggu keputusan", columns("Apa", "Oleh", "Sampai"), rows, fixed=True)
        if rows
        else Words("Tidak ada yang menunggu keputusan, sejauh yang tercatat.")
    ]
    days: list[Row] = [(one.when, one.what) for one in decisions.ahead(case)[:SHOWN]]
    if days:
        parts.append(Table("Tanggal yang akan datang", columns("Kapan", "Apa"), days, fixed=True))
    return parts


def _owner(name: str) -> Cell:
    return Missing("belum ditunjuk") if name.startswith("(") else name
