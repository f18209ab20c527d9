"""The dashboard of a province or the ministry: many cities side by side."""

from collections.abc import Sequence
from decimal import Decimal

from scmaster.assess.cohort import Rank
from scmaster.assess.nationwide import (
    Lacking,
    banded,
    judged_by,
    lacking,
    latest,
    ranks,
    spread,
    starts,
)
from scmaster.assess.summary import Summary
from scmaster.dashboard.page import (
    Card,
    Cards,
    Cell,
    Column,
    Page,
    Part,
    Points,
    Row,
    Section,
    Site,
    Table,
    To,
    Words,
    columns,
    drawn,
)
from scmaster.dashboard.showing import without_personal_data
from scmaster.indonesian import number
from scmaster.link import Frameworks, questions_of
from scmaster.model.framework import Group, Instrument
from scmaster.passages.cells import Missing
from scmaster.passages.charts import Chart, Series

INDEX, DIMENSIONS, GAPS = "index.html", "dimensi.html", "kekurangan.html"
COMMONEST = 5
"""Gaps that the first page names."""
UNKNOWN = Missing("tidak diketahui")
SIMULATED = "Diklaim dan terbukti adalah simulasi: nilai resmi diberikan oleh asesor."
AMONG = (
    "Peringkat adalah tempat di antara daerah yang nilainya diketahui pada instrumen dan tahun yang"
    " sama, termasuk hasil daerah lain yang sudah diterbitkan; bukan peringkat nasional. Tanda *:"
    " menurut sumber lain atau hasil hitungan, bukan surat kementerian."
)


def compose(every: Sequence[Summary], frameworks: Frameworks, foot: str) -> Site:
    """Decide every word of the dashboard of many cities; `foot` says what made it."""
    known = [one for one in every if one.name]
    return Site(
        city=f"{len(every)} kabupaten dan kota",
        subject="Perbandingan data yang dicatat setiap daerah",
        foot=foot,
        draft="",
        pages=(
            _index(every, known, frameworks),
            _dimensions(known, frameworks),
            _gaps(known, frameworks),
        ),
    )


# -- the first page


def _index(every: Sequence[Summary], known: Sequence[Summary], frameworks: Frameworks) -> Page:
    sections = [
        Section("Keadaan sekarang", [Cards(_cards(every, known))]),
        Section(
            "Peringkat", [Words(f"{AMONG} {SIMULATED}", "catatan"), _ranking(known, frameworks)]
        ),
        Section("Kekurangan yang paling umum", _commonest(known, frameworks)),
    ]
    unread = [one for one in every if not one.name or one.errors]
    if unread:
        sections.append(Section("Data yang belum terbaca utuh", _unread(unread)))
    return Page(INDEX, "Ringkasan", [], sections, "Ringkasan")


def _cards(every: Sequence[Summary], known: Sequence[Summary]) -> list[Card]:
    given = [one for one in known if latest(one) is not None]
    answered = sum(one.questions.answered for one in known)
    asked = sum(one.questions.total for one in known)
    proven = sum(one.questions.proven for one in known)
    wrong = sum(1 for one in known if one.errors)
    return [
        Card("Daerah", str(len(every)), f"{len(known)} terbaca, {len(every) - len(known)} tidak"),
        Card("Nilai resmi diketahui", f"{len(given)} daerah", "dari surat atau sumber lain"),
        Card("Soal terjawab", f"{number(answered)} dari {number(asked)}", "semua daerah", GAPS),
        Card("Soal terbukti", number(proven), "dengan eviden utama", GAPS),
        Card("Data bergalat", f"{wrong} daerah", "angkanya dapat kurang"),
    ]


def _ranking(known: Sequence[Summary], frameworks: Frameworks) -> Table:
    placed = list(zip(known, ranks(known, frameworks), strict=True))
    placed.sort(key=lambda pair: _order(pair[0]))
    head: tuple[Column, ...] = (
        Column("Daerah"),
        Column("Provinsi", choice=True),
        Column("Nilai resmi", number=True),
        Column("Tahun", choice=True),
        Column("Peringkat", number=True),
        Column("Diklaim", number=True),
        Column("Terbukti", number=True),
        Column("Soal terjawab", number=True),
        Column("Soal terbukti", number=True),
        Column("Rekomendasi selesai", number=True),
        Column("Galat", number=True),
    )
    rows = [_row(summary, place) for summary, place in placed]
    forms = [_form(summary, frameworks) for summary, _ in placed]
    if len(set(forms)) > 1:
        head = (*head, Column("Instrumen", choice=True))
        rows = [(*row, form) for row, form in zip(rows, forms, strict=True)]
    return Table("Semua daerah", head, rows, searched=True)


def _form(summary: Summary, frameworks: Frameworks) -> str:
    """Name what a city's newest result was given by."""
    given = latest(summary)
    if given is None:
        return "–"
    instrument = frameworks.instruments.get(given.instrument)
    return _short(instrument) if instrument else "tidak diketahui"


def _order(summary: Summary) -> tuple[int, Decimal, str]:
    """Put the newest year first, in it the highest score; those without one come last."""
    given = latest(summary)
    if given is None:
        return (0, Decimal(0), summary.name.casefold())
    return (-given.official.year, -(given.official.final or Decimal(0)), summary.name.casefold())


def _row(summary: Summary, place: Rank | None) -> tuple[Cell, ...]:
    given = latest(summary)
    official: Cell = UNKNOWN
    if given is not None and given.official.final is not None:
        mark = "" if given.official.status == "official" else "*"
        official = f"{number(given.official.final, 2)}{mark}"
    questions = summary.questions
    return (
        without_personal_data(summary.name),
        without_personal_data(summary.province),
        official,
        str(given.official.year) if given else "–",
        f"{place.place} dari {place.known}" if place else "–",
        _two(summary.claimed.get(summary.instrument)),
        _two(summary.provable.get(summary.instrument)),
        f"{questions.answered} dari {questions.total}" if questions.total else "–",
        str(questions.proven) if questions.total else "–",
        f"{summary.done} dari {summary.asked}" if summary.asked else "–",
        str(summary.errors),
    )


def _two(value: Decimal | None) -> str:
    return "–" if value is None else number(value, 2)


def _commonest(known: Sequence[Summary], frameworks: Frameworks) -> list[Part]:
    parts: list[Part] = []
    for instrument, own, every in _lacking(known, frameworks):
        texts = {q.id: q.text for group in instrument.groups for q in questions_of(group)}
        parts += [
            Words(f"{_short(instrument)}: {len(own)} daerah."),
            Points(
                [
                    f"{one.question} belum terbukti di {one.every} daerah, {one.unanswered} di"
                    f" antaranya belum menjawab: {texts[one.question]}"
                    for one in every[:COMMONEST]
                ],
                ordered=True,
            ),
        ]
    parts.append(Words(To("Semua kekurangan menurut pertanyaan", GAPS)))
    return parts


def _unread(unread: Sequence[Summary]) -> list[Part]:
    rows: list[Row] = []
    for one in unread:
        first = one.first_error
        said: Cell = UNKNOWN
        if first is not None:
            where = f"{first.span.file}:{first.span.line}:{first.span.column}"
            said = [f"{first.code} {where}", without_personal_data(first.message)]
        name: Cell = without_personal_data(one.name) or [one.slug, Missing("tidak terbaca")]
        rows.append((name, str(one.errors), said))
    told = "Angka daerah ini dapat kurang dari yang sebenarnya. Perinciannya: scmaster check."
    head = (Column("Daerah"), Column("Galat", number=True), Column("Galat pertama"))
    return [Words(told, "catatan"), Table("Daerah dengan galat", head, rows)]


# -- by dimension


def _dimensions(known: Sequence[Summary], frameworks: Frameworks) -> Page:
    sections = []
    for name, own in judged_by(known).items():
        instrument = frameworks.instruments.get(name)
        if instrument is not None:
            sections.append(Section(_short(instrument), _of_instrument(instrument, own)))
    if not sections:
        sections = [Section("Dimensi", [Words(Missing("Belum ada pengajuan dengan instrumen."))])]
    return Page(DIMENSIONS, "Sebaran menurut dimensi", [SIMULATED], sections, "Dimensi")


def _of_instrument(instrument: Instrument, own: Sequence[Summary]) -> list[Part]:
    groups = list(instrument.groups)
    parts: list[Part] = []
    for caption, kind in (("Nilai resmi", "official"), ("Terbukti (simulasi)", "provable")):
        chart = _chart(instrument, groups, own, caption, kind)
        nothing = f"{caption}: belum ada yang diketahui menurut dimensi."
        parts += drawn(chart, "", nothing)
    rows: list[Row] = []
    for group in groups:
        said: list[str] = [f"{number(group.weight)}%" if group.weight is not None else "–"]
        for kind in ("official", "claimed", "provable"):
            found = spread(_score(one, group.id, kind, instrument.id) for one in own)
            said.append(str(found.known) if found else "0")
            said.append(
                f"{_two(found.middle)} ({_two(found.lowest)}–{_two(found.highest)})"
                if found
                else "–"
            )
        rows.append((group.name, *said))
    titles = ("Bobot", "Resmi: daerah", "median", "Diklaim: daerah", "median")
    head = columns("Dimensi", *titles, "Terbukti: daerah", "median", numbers=7)
    told = "Median, dengan nilai terendah dan tertinggi dalam kurung, dari yang diketahui saja."
    return [*parts, Words(told, "catatan"), Table("Nilai menurut dimensi", head, rows)]


def _score(summary: Summary, node: str, kind: str, instrument: str) -> Decimal | None:
    """Return a score of a city: given under the instrument, newest first, or simulated."""
    if kind != "official":
        return (summary.claimed if kind == "claimed" else summary.provable).get(node)
    able = [g.official for g in reversed(summary.given) if g.instrument == instrument]
    return next((one.scores[node] for one in able if node in one.scores), None)


def _chart(
    instrument: Instrument, groups: list[Group], own: Sequence[Summary], caption: str, kind: str
) -> Chart | None:
    """Draw how many cities have which score of each dimension; None where none is known."""
    begins = starts(instrument)
    counted = [
        banded((_score(one, group.id, kind, instrument.id) for one in own), begins)
        for group in groups
    ]
    if not any(any(counts) for counts in counted):
        return None
    ends = [*begins[1:], int(instrument.scale.maximum)]
    series = [
        Series(f"{start} sampai {end}", [Decimal(counts[place]) for counts in counted])
        for place, (start, end) in enumerate(zip(begins, ends, strict=True))
    ]
    told = "; ".join(
        f"{group.name}: {_counted(series, counts)}"
        for group, counts in zip(groups, counted, strict=True)
    )
    return Chart(
        kind="stacked",
        categories=[group.name for group in groups],
        series=series,
        caption=f"{caption}: banyak daerah menurut nilai tiap dimensi",
        description=f"Batang bertumpuk banyak daerah. {told}.",
        unit="daerah",
        top=Decimal(len(own)),
    )


def _counted(series: Sequence[Series], counts: Sequence[int]) -> str:
    told = [f"{n} daerah bernilai {s.name}" for s, n in zip(series, counts, strict=True) if n]
    return ", ".join(told) or "tidak diketahui"


# -- what is lacking


def _gaps(known: Sequence[Summary], frameworks: Frameworks) -> Page:
    head = (
        Column("Soal"),
        Column("Dimensi", choice=True),
        Column("Pertanyaan"),
        Column("Belum terbukti", number=True),
        Column("Belum dijawab", number=True),
        Column("Tanpa eviden", number=True),
        Column("Eviden pendukung saja", number=True),
    )
    sections = []
    for instrument, own, every in _lacking(known, frameworks):
        asked = {q.id: (g.name, q.text) for g in instrument.groups for q in questions_of(g)}
        rows = [_gap(one, *asked[one.question]) for one in every]
        told = Words(f"Ditanyakan kepada {len(own)} daerah.")
        table = Table(f"Kekurangan menurut soal, {_short(instrument)}", head, rows, searched=True)
        sections.append(Section(_short(instrument), [told, table]))
    if not sections:
        sections = [Section("Kekurangan", [Words("Tidak ada kekurangan yang dapat dihitung.")])]
    return Page(GAPS, "Kekurangan bersama", [], sections, "Kekurangan")


def _gap(one: Lacking, dimension: str, text: str) -> Row:
    counts = (one.every, one.unanswered, one.unproven, one.supported)
    return (one.question, dimension, text, *map(str, counts))


def _lacking(
    known: Sequence[Summary], frameworks: Frameworks
) -> list[tuple[Instrument, list[Summary], list[Lacking]]]:
    """Return instrument, the cities judged by it, and what these lack."""
    made = []
    for name, own in judged_by(known).items():
        instrument = frameworks.instruments.get(name)
        if instrument is not None:
            asked = [q.id for group in instrument.groups for q in questions_of(group)]
            every = lacking(own, asked)
            made += [(instrument, own, every)] if every else []
    return made


def _short(instrument: Instrument) -> str:
    return instrument.short_name or instrument.name
