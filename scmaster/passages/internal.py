"""What only the city itself reads: notes, findings, exceptions, doubts, what is confidential."""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.disclosure import confidential
from scmaster.assess.owners import UNKNOWN, opd_name, owner_of
from scmaster.assess.places import Places
from scmaster.assess.standing import State
from scmaster.assess.suspicion import Reason, suspicions
from scmaster.diagnostics import Diagnostic, Severity
from scmaster.link import Dossier
from scmaster.model import labels
from scmaster.model.evaluation import Answer
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.masterplan import Programme, QuickWin
from scmaster.model.record import Entry
from scmaster.passages.annexes import exceptions
from scmaster.passages.cells import Cell, Line, Link, Missing, Row
from scmaster.passages.evidence import issuer, numbered

SEVERITY = {Severity.ERROR: "galat", Severity.WARNING: "peringatan"}

REASONS = {
    Reason.SUPPORTING: "dinyatakan sebagai eviden pendukung",
    Reason.KIND: "jenis ini hanya menguatkan, tidak membuktikan sendiri",
    Reason.DRAFT: "masih draf",
    Reason.REVOKED: "sudah dicabut",
    Reason.CLOSED: "tidak ada tautan atau berkas yang dapat dibuka",
    Reason.UNDATED: "tanggal dan periodenya tidak diketahui",
    Reason.PERIOD: "periodenya di luar yang ditanyakan",
    Reason.FORETELLS: "tanggalnya mendahului periode yang dilaporkan",
    Reason.EXPIRED: "masa berlakunya sudah lewat",
    Reason.UNPLACED: "halaman atau bagiannya belum disebut",
    Reason.PERSONAL: "memuat data pribadi yang belum disamarkan",
    Reason.SUSPECT: "berubah sejak ditinjau",
    Reason.FILE: "berkasnya hilang, berubah, atau tidak dapat dibaca",
    Reason.FIELD: "tidak sesuai dengan pemeriksaan lapangan",
}


@dataclass(frozen=True)
class Internal:
    """The annexes of the city's own copy."""

    findings: list[Row]
    """Who answers for it, code with severity, finding with hint, file and line."""
    suspects: list[Row]
    """Question, evidence, why it does not prove."""
    confidential: list[Row]
    """Number, title, what opens it, number and date and issuer, used for with its place."""
    exceptions: list[Row]
    notes: list[Row]
    """Id, what it is called, note."""


def internal(case: Case) -> Internal:
    """Return all that assessors are not shown."""
    return Internal(
        findings=_findings(case),
        suspects=suspects(case),
        confidential=_confidential(case),
        exceptions=exceptions(case),
        notes=[
            (entry.id, _called(case.dossier, entry), entry.note)
            for entry in case.dossier.every()
            if entry.note
        ],
    )


def _findings(case: Case) -> list[Row]:
    """Return what `check` says and nobody has mended, office by office."""
    places = Places(case.dossier)
    entries = {entry.id: entry for entry in case.dossier.every()}
    rows: list[tuple[str, Row]] = []
    for said in case.diagnostics:
        if said.severity not in SEVERITY:
            continue
        entry = entries.get(places.record_at(said.span) or "")
        owner = _owner(case, entry) if entry else ""
        rows.append((owner, (owner or Missing("belum ditunjuk"), *_finding(said))))
    return [row for _, row in sorted(rows, key=lambda pair: (not pair[0], pair[0]))]


def _finding(said: Diagnostic) -> Row:
    text: Cell = [said.message, f"Saran: {said.hint}"] if said.hint else said.message
    return (
        [said.code, SEVERITY[said.severity]],
        text,
        f"{said.span.file}:{said.span.line}",
    )


def _owner(case: Case, entry: Entry) -> str:
    """Return who answers for a record; nothing when nobody is named."""
    if isinstance(entry, Answer) and entry.question in case.standings and not entry.owner:
        usual = owner_of(case, case.standings[entry.question])
        return "" if usual == UNKNOWN else usual
    behind: Entry | None = None
    if isinstance(entry, Claim):
        behind = case.dossier.get(Evidence, entry.evidence)
    elif isinstance(entry, QuickWin):
        behind = case.dossier.get(Programme, entry.programme)
    named = (getattr(behind or entry, name, None) for name in ("owner", "opd"))
    identity = next((name for name in named if name), None)
    return opd_name(case.dossier, identity) if identity else ""


def suspects(case: Case) -> list[Row]:
    """Return each piece in doubt; one that only supports where nothing else proves."""
    if case.submission is None:
        return []
    rows: list[Row] = []
    for name, standing in case.standings.items():
        proven = standing.state is State.PROVEN
        for claim, piece in standing.claims:
            if proven and claim.role == "supporting":
                continue
            shaken = case.shaken.get(claim.id, ())
            found = suspicions(claim, piece, case.submission, standing.question, case.on, shaken)
            why: Cell = [REASONS[reason] for reason in found]
            if why:
                rows.append((name, [piece.printed_id or piece.id, piece.title], why))
    return rows


def _confidential(case: Case) -> list[Row]:
    return [
        (
            piece.printed_id or piece.id,
            [piece.title, f"klasifikasi {labels.CLASSIFICATION[piece.classification].lower()}"],
            _opened(case.dossier, piece),
            [*numbered(piece), issuer(case.dossier, piece)],
            _used(case.dossier, piece),
        )
        for piece in case.dossier.of(Evidence).values()
        if confidential(piece)
    ]


def _opened(dossier: Dossier, piece: Evidence) -> Cell:
    lines: list[Line] = []
    if piece.url:
        lines.append(Link("tautan", piece.url))
    if piece.file:
        lines.append(f"berkas: {piece.file}")
    if piece.pages:
        lines.append(f"{piece.pages} halaman")
    if digest := dossier.digest(piece):
        lines.append(f"SHA-256 {digest}")
    if piece.narrator:
        lines.append(f"narasumber: {piece.narrator}")
    return lines or Missing("tautan atau berkas belum ada")


def _used(dossier: Dossier, piece: Evidence) -> Cell:
    lines: list[Line] = []
    for use in dossier.uses.get(piece.id, []):
        if isinstance(use.user, Claim):
            where = [f"hlm. {use.user.pages}"] if use.user.pages else []
            where += [use.user.section] if use.user.section else []
            where += [use.user.statement] if use.user.statement else []
            lines.append(": ".join(filter(None, [", ".join(use.user.supports), "; ".join(where)])))
    return lines or Missing("belum dipakai")


def _called(dossier: Dossier, entry: Entry) -> str:
    """Return what a reader calls a record."""
    if isinstance(entry, Answer):
        return f"jawaban {entry.question}"
    if isinstance(entry, QuickWin):
        programme = dossier.get(Programme, entry.programme)
        return f"{programme.name if programme else entry.programme} {entry.year}"
    for name in ("title", "name", "text", "code"):
        if words := getattr(entry, name, None):
            return str(words)
    return entry.id
