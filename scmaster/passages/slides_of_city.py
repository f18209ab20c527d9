"""Slides on the city itself: in figures, who steers, what stands ready, the masterplan."""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.conflicts import usable
from scmaster.assess.masterplans import in_use
from scmaster.assess.meetings import occasion
from scmaster.indonesian import listing
from scmaster.model import labels
from scmaster.model.city import City
from scmaster.model.governance import Body, Commitment, Meeting
from scmaster.model.masterplan import Masterplan, Programme
from scmaster.model.measure import NamedMeasure
from scmaster.model.wording import date_words, figure, period_words
from scmaster.passages import alignment, governance, masterplan, speaker_notes
from scmaster.passages.cells import Cell, Missing, Row
from scmaster.passages.slides import Card, Cards, Column, Line, Points, Slide, Table

FACTS = 6
"""Figures of the profile that one slide holds."""
SUBJECT = "infrastruktur"
"""The word by which a question, or the dimension it stands in, speaks of infrastructure."""


def profile(case: Case) -> Iterator[Slide]:
    """Yield the city in figures: of each thing the latest that nothing disputes."""
    city = case.dossier.city
    if city is None:
        return
    shown = _facts(city)[:FACTS]
    rest = len(city.facts) - len(shown)
    more = [f"{rest} angka profil lain ada di laporan evaluasi."] if rest else []
    if shown:
        yield Cards(
            f"{city.name} dalam angka",
            [_card(fact) for fact in shown],
            [*(speaker_notes.of_measure(case.dossier, f.name, f, city) for f in shown), *more],
        )


def _facts(city: City) -> list[NamedMeasure]:
    """Choose of each unit the figure to use, else the latest: those to use come first.

    Figures of one unit mostly say the same of the city, each by another reckoning.
    """
    chosen: dict[str, NamedMeasure] = {}
    for _, found in usable(city):
        measure = found.measure
        if isinstance(measure, NamedMeasure):
            unit = (measure.unit or measure.name).casefold()
            known = chosen.get(unit)
            if known is None or _rank(measure) > _rank(known):
                chosen[unit] = measure
    return sorted(chosen.values(), key=lambda measure: not measure.preferred)


def _rank(measure: NamedMeasure) -> tuple[bool, str]:
    return measure.preferred, measure.as_of.last.isoformat() if measure.as_of else ""


def _card(fact: NamedMeasure) -> Card:
    when = f"{labels.MEASURE_STATUS[fact.status]}, keadaan {period_words(fact.as_of)}"
    return Card(figure(fact), fact.name, when)


def institutions(case: Case) -> Iterator[Slide]:
    """Yield who steers, when they met, and what was promised together."""
    bodies = list(case.dossier.of(Body).values())
    if not bodies:
        yield Points(
            "Lembaga pengarah kota cerdas belum tercatat",
            [Missing("Dewan, tim pelaksana, dan forum belum ada dalam data kota.")],
            [],
        )
        return
    decided = sum(1 for body in bodies if body.sk is not None)
    yield Table(
        f"{len(bodies)} lembaga mengawal kota cerdas; keputusan pembentukan tercatat: {decided}",
        [
            Column("Lembaga", 2.4),
            Column("Keputusan pembentukan", 2.4),
            Column("Ketua", 1.6),
            Column("Unsur anggota", 1.8),
            Column("Rapat terakhir", 1.4),
        ],
        [
            Line(tuple(row), [_of_body(case, body)])
            for body, row in zip(bodies, governance.bodies(case), strict=True)
        ],
        [],
    )
    yield from _meetings(case, bodies)
    yield from _commitments(case)


def _of_body(case: Case, body: Body) -> str:
    sources = [body.sk.source] if body.sk else []
    return speaker_notes.of_record(case.dossier, body.name, body, [body.sk_evidence], sources)


def _meetings(case: Case, bodies: list[Body]) -> Iterator[Slide]:
    """Yield the meetings, oldest first; one that several bodies held together is one."""
    held = sorted(((str(m.date), b, m) for b in bodies for m in b.meetings), key=lambda h: h[0])
    grouped: dict[tuple[str, str], list[tuple[Body, Meeting, Row]]] = {}
    for (_, body, meeting), row in zip(held, governance.meetings(case), strict=True):
        grouped.setdefault(occasion(meeting), []).append((body, meeting, row))
    minuted = sum(1 for same in grouped.values() if any(m.minutes for _, m, _ in same))
    if grouped:
        yield Table(
            f"{len(grouped)} rapat tercatat, {minuted} di antaranya dengan notulen",
            [Column("Tanggal", 1.3), Column("Lembaga", 2), Column("Acara", 3), Column("Hadir", 2)],
            [_occasion(case, same) for same in grouped.values()],
            [],
        )


def _occasion(case: Case, same: list[tuple[Body, Meeting, Row]]) -> Line:
    """Return a meeting: when, whose, what about, and who came."""
    when, _, title, *_ = same[0][2]
    came = next((r[3] for _, _, r in same if not isinstance(r[3], Missing)), same[0][2][3])
    about = f"{same[0][1].title} ({date_words(same[0][1].date)})"
    notes = [
        speaker_notes.of_record(case.dossier, about, body, [meeting.minutes], [meeting.source])
        for body, meeting, _ in same
    ]
    return Line((when, [body.name for body, _, _ in same], title, came), notes)


def _commitments(case: Case) -> Iterator[Slide]:
    made = list(case.dossier.of(Commitment).values())
    if made:
        yield Table(
            f"{len(made)} komitmen bersama tercatat",
            [
                Column("Tanggal", 1.3),
                Column("Komitmen", 3),
                Column("Penandatangan", 2),
                Column("Disaksikan oleh", 2),
            ],
            [
                Line(
                    tuple(row[:4]),
                    [speaker_notes.of_record(case.dossier, c.title, c, [c.evidence])],
                )
                for c, row in zip(made, governance.commitments(case), strict=True)
            ],
            [],
        )


def infrastructure(case: Case) -> Iterator[Slide]:
    """Yield what stands ready: the masterplan's analysis, what programmes stand on, answers."""
    rows = [*_analysed(case), *_needed(case), *_answered(case)]
    if rows:
        yield Table(
            f"{len(rows)} keterangan infrastruktur tercatat",
            [Column("Perihal", 2.2), Column("Keadaan", 5), Column("Menurut", 2)],
            rows,
            [],
        )
        return
    yield Points(
        "Kesiapan infrastruktur belum tercatat",
        [
            Missing("Analisis infrastruktur pada masterplan belum ada dalam data kota."),
            Missing("Prasyarat infrastruktur program belum dicatat."),
            *([Missing(_unanswered(case))] if _unanswered(case) else []),
        ],
        [],
    )


def _analysed(case: Case) -> Iterator[Line]:
    plan = in_use(case)
    for item in plan.readiness if plan else []:
        if plan is not None and item.element == "infrastruktur":
            told: Cell = (
                [item.condition, f"Kesenjangan: {item.gap}"] if item.gap else item.condition
            )
            note = speaker_notes.of_record(
                case.dossier, f"{item.sub_element}: {item.condition}", plan, item.evidence
            )
            yield Line((item.sub_element, told, "masterplan"), [note])


def _needed(case: Case) -> Iterator[Line]:
    for programme in case.dossier.of(Programme).values():
        ready = programme.prerequisites
        if ready is not None and ready.infrastructure:
            note = speaker_notes.of_record(
                case.dossier, f"{programme.name}: {ready.infrastructure}", programme
            )
            yield Line((programme.name, ready.infrastructure, "prasyarat program"), [note])


def _answered(case: Case) -> Iterator[Line]:
    for standing in case.standings.values():
        answer, question = standing.answer, standing.question
        about = f"{standing.group.name} {question.indicator or ''} {question.text}"
        if answer is not None and answer.fact and SUBJECT in about.casefold():
            topic = question.sub_indicator or question.indicator or question.id
            note = speaker_notes.of_record(
                case.dossier, f"Jawaban {question.id}: {answer.fact}", answer
            )
            yield Line((topic, answer.fact, f"jawaban {question.id}"), [note])


def _unanswered(case: Case) -> str:
    asked = [
        s.question.id
        for s in case.standings.values()
        if s.answer is None
        if SUBJECT in f"{s.group.name} {s.question.indicator or ''} {s.question.text}".casefold()
    ]
    return f"Pertanyaan tentang infrastruktur belum dijawab: {listing(asked)}." if asked else ""


def plan(case: Case) -> Iterator[Slide]:
    """Yield how the masterplan stands, what it aims at, and how much of it is on record."""
    current = in_use(case)
    if current is None:
        yield Points(
            "Masterplan belum tercatat", [Missing("Belum ada masterplan dalam data kota.")], []
        )
        return
    rows = [
        *masterplan.identity(case, current),
        *(row for row in masterplan.vision(case, current) if not isinstance(row[1], Missing)),
    ]
    declared = [
        (f"{row[0]} yang dinyatakan", f"{row[1]}; tercatat {_said(row[2])}")
        for row in masterplan.declared(case, current)
    ]
    review = ("Peninjauan", alignment.verdict(case, current))
    note = speaker_notes.of_record(case.dossier, current.title, current)
    yield Table(
        _standing(current),
        [Column("Perihal", 1.6), Column("Keterangan", 5)],
        [Line((label, value), []) for label, value in [*rows, *declared, review]],
        [note],
    )


def _said(cell: Cell) -> str:
    return str(getattr(cell, "text", cell))


def _standing(current: Masterplan) -> str:
    status = labels.MASTERPLAN_STATUS[current.status]
    if current.status == "enacted":
        return f"Masterplan {status}"
    return f"Masterplan {status}: belum berkekuatan hukum"
