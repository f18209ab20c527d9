"""Looks in the field: what documents say, what was found there, and whether they agree."""

from collections.abc import Sequence
from functools import singledispatch

from scmaster.assess.case import Case
from scmaster.assess.measures import achieved
from scmaster.assess.offices import of_today
from scmaster.indonesian import WEEKDAYS, listing
from scmaster.model import labels
from scmaster.model.city import Opd
from scmaster.model.evaluation import Answer, Recommendation
from scmaster.model.evidence import Evidence
from scmaster.model.masterplan import Indicator, Programme, QuickWin, Verification
from scmaster.model.record import Entry
from scmaster.model.values import PartialDate
from scmaster.model.wording import date_words, figure_with_date
from scmaster.passages.cells import Cell, Line, Missing, Row
from scmaster.passages.claims import stated
from scmaster.passages.evidence import numbered, title
from scmaster.passages.names import name_of, record


def ordered(case: Case) -> list[Verification]:
    """Return every look in the field, oldest first."""
    every = case.dossier.of(Verification).values()
    return sorted(every, key=lambda look: (str(look.date), look.id))


def opening(case: Case, looks: Sequence[Verification]) -> str:
    """Say when, where and by whom it was looked; on one day as minutes do."""
    offices = listing(list(dict.fromkeys(_office(case, look) for look in looks)), most=len(looks))
    first, last = looks[0].date, looks[-1].date
    places = list(dict.fromkeys(look.place for look in looks if look.place))
    where = f", bertempat di {listing(places, most=len(places))}" if places else ""
    did = f"telah dilaksanakan pemeriksaan lapangan oleh {offices}"
    if first == last:
        return f"Pada {_day(first)}{where}, {did}, dengan hasil sebagai berikut."
    when = f"Antara {date_words(first)} dan {date_words(last)}"
    return f"{when}{where}, {did} sebanyak {len(looks)} kali, dengan hasil sebagai berikut."


def rows(case: Case, looks: Sequence[Verification]) -> list[Row]:
    """Return number, what documents say, what was found, when and by whom, and the verdict."""
    return [(str(n), *_row(case, look)) for n, look in enumerate(looks, start=1)]


def conclusion(case: Case, looks: Sequence[Verification]) -> str:
    """Count what agrees; of several looks at one thing the last one holds."""
    last = _last(looks)
    differing = [look for look in last if not look.agrees]
    told = (
        f"Dari {len(last)} hal yang diperiksa, {len(last) - len(differing)} sesuai dengan dokumen"
    )
    if not differing:
        return f"{told}. Tidak ada yang tidak sesuai."
    names = listing([name_of(case.dossier, look.what) for look in differing], most=len(differing))
    return (
        f"{told} dan {len(differing)} tidak sesuai, yaitu {names}. Dokumen atau keadaan di lapangan"
        " yang tidak sesuai perlu diselaraskan sebelum pengajuan disampaikan."
    )


def papers(case: Case, looks: Sequence[Verification]) -> list[Line]:
    """Return the photos that were taken, and the documents they were held against."""
    ids = [identity for look in looks for identity in (*look.photos, look.what)]
    lines: list[Line] = []
    for identity in dict.fromkeys(ids):
        if evidence := case.dossier.get(Evidence, identity):
            shown = title(evidence)
            lines += shown if isinstance(shown, list) else [shown]
    return lines


def signing(case: Case, looks: Sequence[Verification]) -> list[list[str]]:
    """Return who signs: those who looked, then those whose matter it is."""
    looked = list(dict.fromkeys(_office(case, look) for look in looks))
    theirs = [case.dossier.get(Opd, _owner(case, look.what)) for look in _last(looks)]
    held = dict.fromkeys(of_today(case.dossier, opd, case.on).name for opd in theirs if opd)
    return [
        *(["Yang memeriksa,", office] for office in looked),
        *(["Yang diperiksa,", office] for office in held if office not in looked),
    ]


@singledispatch
def said(entry: Entry | None) -> Cell:
    """Return what a record claims, which is what the field is held against."""
    return entry.note if entry and entry.note else Missing("tidak ada keterangan")


@said.register
def _(entry: Evidence) -> Cell:
    return [labels.EVIDENCE_KIND[entry.kind], *numbered(entry)]


@said.register
def _(entry: Answer) -> Cell:
    return entry.fact or Missing("kalimat fakta belum ada")


@said.register
def _(entry: Programme) -> Cell:
    lines: list[Line] = [entry.summary] if entry.summary else []
    if entry.lifecycle:
        lines.append(f"Keadaan: {labels.LIFECYCLE[entry.lifecycle]}.")
    return lines or Missing("tidak ada keterangan")


@said.register
def _(entry: QuickWin) -> Cell:
    lines: list[Line] = [f"Layanan: {entry.existing_service}"] if entry.existing_service else []
    if entry.public_benefit:
        lines.append(f"Manfaat: {entry.public_benefit}")
    return lines or Missing("tidak ada keterangan")


@said.register
def _(entry: Indicator) -> Cell:
    reached = [m for m in entry.actuals if achieved(m)]
    newest = max(reached, key=lambda m: m.as_of.last.isoformat() if m.as_of else "", default=None)
    return figure_with_date(newest, entry.unit) if newest else Missing("capaian belum ada")


@said.register
def _(entry: Recommendation) -> Cell:
    done = [f"{date_words(a.date)}: {a.text}" if a.date else a.text for a in entry.actions]
    return [*done] or Missing("belum ada tindak lanjut tercatat")


def _row(case: Case, look: Verification) -> Row:
    claim = said(record(case.dossier, look.what))
    called = name_of(case.dossier, look.what)
    written: list[Line] = [called[:1].upper() + called[1:]]
    written += claim if isinstance(claim, list) else [claim]
    photos = [e.title for i in look.photos if (e := case.dossier.get(Evidence, i))]
    found: list[Line] = [_finding(case, look)]
    found.append(f"Foto: {'; '.join(photos)}." if photos else Missing("foto belum ada"))
    where: list[Line] = [date_words(look.date), look.place or Missing("tempat belum ditulis")]
    verdict: Cell = "sesuai" if look.agrees else Missing("tidak sesuai")
    return (written, found, [*where, _office(case, look)], verdict)


def _finding(case: Case, look: Verification) -> Line:
    """Return what was seen as a claim of the city, with the photos that show it."""
    if look.finding is None:
        return Missing("yang dilihat belum ditulis")
    about = f"Temuan lapangan, {date_words(look.date)}: {name_of(case.dossier, look.what)}"
    return stated(
        case.dossier,
        look.finding,
        about,
        look,
        "finding",
        evidence=look.photos,
        sources=look.sources,
        subject=look.what,
    )


def _office(case: Case, look: Verification) -> str:
    opd = case.dossier.get(Opd, look.opd)
    return opd.name if opd else look.opd


def _owner(case: Case, identity: str) -> str | None:
    """Return the office whose matter a record is: its owner, its issuer, its programme's."""
    found = record(case.dossier, identity)
    if isinstance(found, QuickWin):
        found = case.dossier.get(Programme, found.programme)
    return getattr(found, "owner", None) or getattr(found, "opd", None)


def _last(looks: Sequence[Verification]) -> list[Verification]:
    return list({look.what: look for look in looks}.values())


def _day(when: PartialDate) -> str:
    if when.day is None:
        return date_words(when)
    return f"hari {WEEKDAYS[when.first.weekday()]}, tanggal {date_words(when)}"
