"""A meeting that a city's bodies held: what is written of it, and what keeps it from being."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from scmaster.assess.case import Case
from scmaster.assess.meetings import folded
from scmaster.diagnostics import Diagnostic
from scmaster.exchange.editing import Add, Value
from scmaster.exchange.filing import slips
from scmaster.model.city import Opd
from scmaster.model.evidence import Evidence
from scmaster.model.governance import Body, Member
from scmaster.model.values import parse_date


@dataclass(frozen=True)
class Told:
    """What a person says of a meeting; empty where nothing is said."""

    bodies: Sequence[str]
    """Ids of those that held it together."""
    date: str
    title: str
    place: str = ""
    attendance: str = ""
    sectors: Sequence[str] = ()
    opd: Sequence[str] = ()
    members: Sequence[str] = ()
    """Names as in the bodies' lists of members."""
    minutes: str = ""
    source: str = ""


def faults(case: Case, told: Told) -> Iterator[str]:
    """Yield what keeps a meeting from being written down (Indonesian)."""
    bodies = case.dossier.of(Body)
    yield from _unknown("lembaga", told.bodies, bodies)
    yield from _unknown("perangkat daerah", told.opd, case.dossier.of(Opd))
    yield from _unknown("eviden", [told.minutes] * bool(told.minutes), case.dossier.of(Evidence))
    yield from _unknown(
        "sumber", [told.source] * bool(told.source), case.dossier.records.get("sources", {})
    )
    known = {folded(member.name): member.name for member in _members(case, told)}
    for name in told.members:
        if folded(name) not in known:
            close = get_close_matches(folded(name), known, n=1)
            hint = f" Maksudnya '{known[close[0]]}'?" if close else ""
            yield f"'{name}' bukan anggota lembaga yang rapat.{hint}"
    wrong = _wrong(told)
    yield from wrong
    if not wrong:
        yield from _untimely(case, told)
    named = len({*told.opd} | {folded(name) for name in told.members})
    if told.attendance.isdecimal() and int(told.attendance) < named:
        yield f"jumlah hadir {told.attendance}, padahal {named} yang disebut hadir."


def additions(case: Case, told: Told) -> list[Add]:
    """Return what is to be added to the bodies, to each with those who are its own members."""
    return [Add("bodies", name, ("meetings",), _record(case, told, name)) for name in told.bodies]


def _record(case: Case, told: Told, name: str) -> dict[str, Value]:
    body = case.dossier.of(Body)[name]
    came = {folded(each) for each in told.members}
    every: dict[str, Value] = {
        "date": told.date,
        "title": told.title,
        "place": told.place,
        "attendance": told.attendance,
        "sectors": [*dict.fromkeys(told.sectors)],
        "attendees": [*dict.fromkeys(told.opd)],
        "members": [member.name for member in body.members if folded(member.name) in came],
        "minutes": told.minutes,
        "source": told.source,
    }
    return {field: value for field, value in every.items() if value}


def _wrong(told: Told) -> list[str]:
    """Return what the city's own files would be told of such a record."""
    meeting = {
        "date": told.date,
        "title": told.title,
        "attendance": told.attendance,
        "sectors": [*told.sectors],
    }
    held = {name: value for name, value in meeting.items() if value}
    body: dict[str, Value] = {"id": "a", "kind": "forum", "name": "a", "meetings": [held]}
    return [_line(slip) for slip in slips("bodies", body)]


def _untimely(case: Case, told: Told) -> Iterator[str]:
    if parse_date(told.date).first > case.on:
        yield f"rapat bertanggal {told.date} belum tiba; catat sesudah diadakan."
    same = (told.date, folded(told.title))
    for name in told.bodies:
        body = case.dossier.get(Body, name)
        for meeting in body.meetings if body else ():
            if (str(meeting.date), folded(meeting.title)) == same:
                where = meeting.span("date")
                yield f"rapat itu sudah tercatat pada {name} ({where.file}:{where.line})."


def _members(case: Case, told: Told) -> Iterator[Member]:
    for name in told.bodies:
        if body := case.dossier.get(Body, name):
            yield from body.members


def _unknown(what: str, names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    every = list(known)
    for name in names:
        if name in every:
            continue
        close = get_close_matches(name, every, n=1)
        hint = f" Maksudnya '{close[0]}'?" if close else ""
        if not close and what == "lembaga":
            hint = f" Yang ada: {', '.join(every)}." if every else " Belum ada lembaga tercatat."
        yield f"{what} '{name}' tidak ada.{hint}"


def _line(slip: Diagnostic) -> str:
    return f"{slip.message} ({slip.hint})." if slip.hint else f"{slip.message}."
