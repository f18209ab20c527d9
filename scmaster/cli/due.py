"""`scmaster evidence due`: what will no longer hold soon, by the office that issues it."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from datetime import date

    from scmaster.assess.case import Case
    from scmaster.assess.freshness import Life
    from scmaster.model.evidence import Evidence

HEADINGS = ("Eviden", "Menurut", "Berlaku sampai", "Sisa hari")
LONGEST = 3650

Within = Annotated[
    str, typer.Option("--within", metavar="HARI", help="Sekian hari ke depan, misalnya 60d.")
]


def due(city: place.CityArgument, within: Within = "60d") -> None:
    """Sebutkan eviden yang masa berlakunya segera habis, menurut perangkat daerah."""
    from rich.markup import escape

    from scmaster.assess.freshness import lives
    from scmaster.model.evidence import Evidence

    days = _days(within)
    case = place.case_of(city)
    today = look.today()
    known = lives(case.dossier)
    every = [e for e in case.dossier.of(Evidence).values() if e.legal_status != "revoked"]
    used = _used(case)
    soon: dict[str, list[tuple[Evidence, Life, int]]] = {}
    for evidence in every:
        holds = known.get(evidence.id)
        left = _left(holds, today)
        if holds is None or left is None or left > days or (left < 0 and evidence.id not in used):
            continue
        soon.setdefault(_office(case, evidence), []).append((evidence, holds, left))
    console = look.console()
    for office in sorted(soon, key=lambda name: (name.startswith("("), name.casefold())):
        rows = sorted(soon[office], key=lambda row: (row[2], row[0].id))
        look.table(console, escape(office), HEADINGS, [_cells(*row) for row in rows])
    if soon:
        typer.echo()
    _summary(soon, known, every, today + timedelta(days=days))


def _days(within: str) -> int:
    """Read `60d` or `60`; stop over anything else."""
    told = re.fullmatch(r"([0-9]{1,4})d?", within)
    if told is None or int(told[1]) > LONGEST:
        place.stop(f"isi --within tidak dapat dipakai: '{within}'; tulis misalnya 60d (60 hari).")
    return int(told[1])


def _left(holds: "Life | None", today: "date") -> int | None:
    """Return the days that are left; None where it ends on no known day."""
    return None if holds is None or holds.until is None else (holds.until - today).days


def _used(case: "Case") -> set[str]:
    """Return the evidence of this submission: what ran out and is used still matters."""
    from scmaster.assess.current import current_claims

    return {evidence.id for _, evidence in current_claims(case)}


def _office(case: "Case", evidence: "Evidence") -> str:
    from scmaster.assess.owners import UNKNOWN, opd_name

    if evidence.opd:
        return opd_name(case.dossier, evidence.opd)
    return f"(luar) {evidence.issuer}" if evidence.issuer else UNKNOWN


def _cells(evidence: "Evidence", holds: "Life", left: int) -> list[str]:
    from scmaster.indonesian import partial_date

    by = holds.rule.name if holds.rule else "eviden sendiri"
    until = holds.until
    day = partial_date(until.year, until.month, until.day) if until else ""
    return [f"{evidence.id}: {evidence.title}", by, day, str(left) if left >= 0 else "habis"]


def _summary(
    soon: "dict[str, list[tuple[Evidence, Life, int]]]",
    known: "dict[str, Life]",
    every: "list[Evidence]",
    last: "date",
) -> None:
    """Say how many there are, and of how many nobody knows."""
    from textwrap import wrap

    from scmaster.indonesian import partial_date

    rows = [row for group in soon.values() for row in group]
    ended = sum(1 for *_, left in rows if left < 0)
    lasting = sum(1 for e in every if e.id in known and known[e.id].until is None)
    unknown = sum(1 for e in every if e.id not in known)
    day = partial_date(last.year, last.month, last.day)
    parts = [f"{len(rows) - ended} eviden habis masa berlakunya sampai {day}"]
    parts += [f"{ended} sudah habis dan masih dipakai"] if ended else []
    parts += [f"{lasting} berlaku sampai dicabut"] if lasting else []
    parts += [f"{unknown} tidak diketahui sampai kapan (isi 'valid_until')"] if unknown else []
    for line in wrap("; ".join(parts) + ".", look.width()):
        typer.echo(line)
