"""How healthy the evidence is: what is missing, in doubt, and about to end."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.current import current_claims
from scmaster.assess.freshness import Life, lives
from scmaster.assess.missing import by_owner
from scmaster.assess.owed import NOBODY, owed
from scmaster.assess.owners import UNKNOWN, opd_name
from scmaster.dashboard.leading import to_record
from scmaster.dashboard.page import (
    Cell,
    Page,
    Part,
    Row,
    Section,
    Table,
    To,
    Words,
    columns,
    drawn,
)
from scmaster.dashboard.questions import NAME as QUESTIONS
from scmaster.indonesian import MONTHS, day
from scmaster.model import labels
from scmaster.model.evidence import Evidence
from scmaster.passages.cells import Missing
from scmaster.passages.charts import Chart, Series
from scmaster.passages.evidence import issuer, numbered
from scmaster.passages.internal import suspects
from scmaster.passages.names import name_of
from scmaster.passages.vetting import lines

NAME = "eviden.html"
AHEAD = 12
"""Months that are drawn, this one the first."""
LEAST = 5
"""An axis that ends sooner would have marks between whole numbers."""
STATES = {
    "held": "sesuai catatan",
    "missing": "hilang",
    "changed": "berubah",
    "unlocked": "belum dicatat sidiknya",
}


def page(case: Case) -> Page:
    """Return how healthy the city's evidence is."""
    value, note = standing(case)
    return Page(
        NAME,
        "Kesehatan eviden",
        [f"{value} ({note})."],
        [
            Section("Yang belum ada", _missing(case)),
            Section("Yang diragukan", _suspect(case)),
            Section("Yang akan habis masa berlakunya", _ending(case)),
            Section("Semua eviden", _every(case)),
        ],
        "Eviden",
    )


def standing(case: Case) -> tuple[str, str]:
    """Say in short how much evidence there is, and how much of it is used."""
    every = case.dossier.of(Evidence)
    used = {evidence.id for _, evidence in current_claims(case)}
    return f"{len(every)} eviden tercatat", f"{len(used)} dipakai untuk pengajuan ini"


# -- missing


def _missing(case: Case) -> list[Part]:
    told = by_owner(case)
    rows: list[Row] = [(Missing(o) if o == UNKNOWN else o, lines_) for o, lines_ in told]
    parts: list[Part] = [
        Table("Yang kurang, dan dari siapa", columns("Dari", "Yang kurang"), rows)
        if rows
        else Words("Tidak ada yang kurang, sejauh yang tercatat.")
    ]
    papers = list(_papers(case))
    if papers:
        titles = ("Eviden", "Dari", "Yang kurang")
        parts.append(Table("Dokumen yang belum lengkap", columns(*titles), papers))
    return parts


def _papers(case: Case) -> Iterator[Row]:
    for key, theirs in owed(case).items():
        name = Missing("belum ditunjuk") if key == NOBODY else opd_name(case.dossier, key)
        who = theirs.name if name == UNKNOWN else name
        for evidence in theirs.unopened:
            yield (to_record(evidence.title, evidence.id), who, "berkas atau tautan")
        for claim, evidence in theirs.unplaced:
            proves = ", ".join(name_of(case.dossier, identity) for identity in claim.supports)
            told = f"halaman yang membuktikan {proves}"
            yield (to_record(evidence.title, evidence.id), who, told)


# -- in doubt


def _suspect(case: Case) -> list[Part]:
    rows: list[Row] = [
        (To(str(asked), QUESTIONS, str(asked)), _named(case, piece), why)
        for asked, piece, why in suspects(case)
    ]
    parts: list[Part] = []
    if rows:
        titles = ("Soal", "Eviden", "Mengapa diragukan")
        parts.append(Table("Eviden yang diragukan", columns(*titles), rows))
    if shaken := lines(case):
        again: list[Row] = [(told,) for told in shaken]
        parts.append(Table("Klaim yang perlu dilihat lagi", columns("Klaim"), again))
    states = list(case.originals.states.values()) if case.originals.here else []
    if states:
        counted: list[Row] = [
            (word, str(states.count(state)))  # type: ignore[arg-type]
            for state, word in STATES.items()
        ]
        head = columns("Keadaan", "Berkas", numbers=1)
        parts.append(Table("Berkas eviden", head, counted, fixed=True))
    return parts or [Words("Tidak ada yang diragukan, sejauh yang tercatat.")]


def _named(case: Case, piece: Cell) -> Cell:
    """Lead to a piece of evidence that a row names by its number or id, and its title."""
    key, title_ = (str(line) for line in piece) if isinstance(piece, list) else (str(piece), "")
    for evidence in case.dossier.of(Evidence).values():
        if key in {evidence.printed_id, evidence.id}:
            return to_record(title_, evidence.id)
    return title_


# -- about to end


def _ending(case: Case) -> list[Part]:
    known = lives(case.dossier)
    able = [e for e in case.dossier.of(Evidence).values() if e.legal_status != "revoked"]
    ends = sorted(
        (life.until, evidence.id, evidence, life)
        for evidence in able
        if (life := known.get(evidence.id)) and life.until is not None
    )
    used = {evidence.id for _, evidence in current_claims(case)}
    ahead = [one for one in ends if one[0] >= case.on]
    gone = [one for one in ends if one[0] < case.on and one[1] in used]
    unknown = sum(1 for evidence in able if evidence.id not in known)
    lasting = sum(1 for e in able if e.id in known and known[e.id].until is None)
    parts: list[Part] = drawn(_months(case.on, [until for until, *_ in ahead]), "")
    titles = ("Eviden", "Dari", "Menurut", "Berlaku sampai")
    for name, found in (("Akan habis", ahead), ("Sudah habis dan masih dipakai", gone)):
        if found:
            rows = [_life(case, evidence, life) for _, _, evidence, life in found]
            parts.append(Table(name, columns(*titles), rows, fixed=True))
    told = f"{lasting} eviden berlaku sampai dicabut; {unknown} tidak diketahui sampai kapan."
    return [*parts, Words(told, "catatan")]


def _life(case: Case, evidence: Evidence, life: Life) -> Row:
    by = life.rule.name if life.rule else "eviden sendiri"
    until = day(life.until) if life.until else ""
    who = issuer(case.dossier, evidence)
    return (to_record(evidence.title, evidence.id), who, by, until)


def _months(on: date, ends: list[date]) -> Chart | None:
    """Draw how many end in each of the months to come; None where none does."""
    first = on.year * 12 + on.month - 1
    counts = [0] * AHEAD
    for until in ends:
        place = until.year * 12 + until.month - 1 - first
        if place < AHEAD:
            counts[place] += 1
    if not any(counts):
        return None
    names = [f"{MONTHS[(first + n) % 12]} {(first + n) // 12}" for n in range(AHEAD)]
    most = max(counts)
    return Chart(
        kind="bar",
        categories=names,
        series=[Series("Eviden yang habis", [Decimal(count) for count in counts])],
        caption=f"Eviden yang habis masa berlakunya, {names[0]} sampai {names[-1]}",
        description=(
            f"Diagram batang {sum(counts)} eviden yang habis dalam {AHEAD} bulan; terbanyak"
            f" {most} pada {names[counts.index(most)]}."
        ),
        unit="eviden",
        top=Decimal(max(most, LEAST)),
    )


# -- all of it


def _every(case: Case) -> list[Part]:
    pieces = sorted(case.dossier.of(Evidence).values(), key=lambda e: (e.title.casefold(), e.id))
    if not pieces:
        return [Words(Missing("Belum ada eviden tercatat."))]
    used = {evidence.id for _, evidence in current_claims(case)}
    rows: list[Row] = [
        (
            to_record(piece.title, piece.id),
            labels.EVIDENCE_KIND[piece.kind],
            numbered(piece),
            issuer(case.dossier, piece),
            "dipakai" if piece.id in used else Missing("belum dipakai"),
        )
        for piece in pieces
    ]
    titles = ("Eviden", "Jenis", "Nomor dan tanggal", "Penerbit", "Pemakaian")
    return [Table("Semua eviden", columns(*titles), rows)]
