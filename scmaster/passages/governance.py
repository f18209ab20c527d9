"""Who steers the smart city, when they met, and what was promised together."""

from scmaster.assess.attendance import sectors_at
from scmaster.assess.case import Case
from scmaster.assess.owners import opd_name
from scmaster.assess.signing import signing
from scmaster.model import labels
from scmaster.model.evidence import Evidence
from scmaster.model.governance import Body, Commitment, Meeting
from scmaster.model.masterplan import Programme
from scmaster.model.wording import date_words, regulation_words
from scmaster.passages.cells import Cell, Line, Missing, Row, cite
from scmaster.passages.evidence import title


def bodies(case: Case) -> list[Row]:
    """Return each body: name, founding decision, chair, sectors of its members, last meeting."""
    return [_body(case, body) for body in case.dossier.of(Body).values()]


def _body(case: Case, body: Body) -> Row:
    sectors = dict.fromkeys(labels.SECTOR[member.sector] for member in body.members)
    held = [meeting.date for meeting in body.meetings if meeting.date.first <= case.on]
    last = max(held, key=str, default=None)
    return (
        body.name,
        regulation_words(body.sk) if body.sk else Missing("keputusan belum ada"),
        body.chair or Missing("tidak diketahui"),
        ", ".join(sectors) or Missing("tidak diketahui"),
        date_words(last) if last else Missing("belum ada rapat tercatat"),
    )


def meetings(case: Case) -> list[Row]:
    """Return every meeting, oldest first: date, body, agenda, who came, minutes or source."""
    rows: list[tuple[str, Row]] = []
    for body in case.dossier.of(Body).values():
        for meeting in body.meetings:
            minutes: Cell = Missing("notulen belum ada")
            if evidence := case.dossier.get(Evidence, meeting.minutes):
                minutes = title(evidence)
            elif meeting.source:
                minutes = [Missing("notulen belum ada"), cite(case.dossier, meeting.source)]
            row: Row = (
                date_words(meeting.date),
                body.name,
                meeting.title,
                _came(case, body, meeting),
                minutes,
            )
            rows.append((str(meeting.date), row))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def _came(case: Case, body: Body, meeting: Meeting) -> Cell:
    """Say who came: sectors, how many, and the offices and members that are named."""
    sectors = sectors_at(body, meeting)
    lines: list[Line] = []
    if sectors:
        lines.append(", ".join(word for name, word in labels.SECTOR.items() if name in sectors))
    if meeting.attendance is not None:
        lines.append(f"{meeting.attendance} orang")
    names = [*(opd_name(case.dossier, opd) for opd in meeting.attendees), *meeting.members]
    if names:
        lines.append(", ".join(names))
    return lines or Missing("tidak diketahui")


def commitments(case: Case) -> list[Row]:
    """Return each commitment: date, title, who signed, witnessed by, source."""
    rows: list[Row] = []
    for made in case.dossier.of(Commitment).values():
        if made.signed_by_all is not None:
            signed: Cell = "semua perangkat daerah" if made.signed_by_all else "sebagian"
        else:
            stands = signing(case, made)
            told = f"{len(stands.signed)} dari {stands.every} perangkat daerah"
            signed = told if made.signatories else Missing()
        source = cite(case.dossier, next(iter(made.sources), None))
        rows.append(
            (date_words(made.date), made.title, signed, made.witnessed_by or Missing(), source)
        )
    return rows


def partners(case: Case) -> list[Row]:
    """Return who works along in which programme: partner, programme, form, owner."""
    return [
        (partner.name, programme.name, partner.form or Missing(), opd_name(case.dossier, owner))
        for programme in case.dossier.of(Programme).values()
        for partner, owner in ((p, programme.owner) for p in programme.partners)
    ]
