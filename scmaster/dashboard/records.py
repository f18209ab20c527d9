"""The page of a record: what is written in it, where, and what proves it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any, get_args

from scmaster.assess.case import Case
from scmaster.assess.disclosure import confidential
from scmaster.assess.figures import figures
from scmaster.dashboard.leading import to_record
from scmaster.dashboard.page import (
    Anchored,
    Cell,
    Page,
    Part,
    Row,
    Said,
    Section,
    Table,
    Words,
    columns,
    places,
)
from scmaster.indonesian import number
from scmaster.model import labels
from scmaster.model.city import Opd, Source
from scmaster.model.evaluation import Recommendation, Submission
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.masterplan import Indicator, Target
from scmaster.model.measure import Measure
from scmaster.model.record import Entry, Record, Ref
from scmaster.model.values import PartialDate, Period
from scmaster.model.wording import date_words, figure, period_words
from scmaster.passages.cells import Line, Link, Missing, cite
from scmaster.passages.evidence import place, title
from scmaster.passages.names import name_of
from scmaster.passages.recommendations import cycle_name

CITIES = "cities"
"""The folder of a workspace that holds its cities."""
KINDS = {
    "city": "Kota",
    "opd": "Perangkat daerah",
    "planning": "Dokumen perencanaan",
    "masterplan": "Masterplan",
    "programmes": "Program",
    "quick_wins": "Quick win",
    "indicators": "Indikator",
    "evidence": "Eviden",
    "claims": "Klaim",
    "bodies": "Lembaga",
    "commitments": "Komitmen bersama",
    "submissions": "Pengajuan",
    "answers": "Jawaban",
    "surveys": "Survei",
    "results": "Hasil evaluasi",
    "recommendations": "Rekomendasi",
    "verifications": "Pemeriksaan lapangan",
    "sources": "Sumber",
}
"""What a section's records are called."""
_PRIVATE = frozenset(
    {"id", "holder", "term", "personal_data", "sources", "witnessed_by", "offices"}
)
"""Not shown as fields: of persons, or shown otherwise."""
_NAMES = {
    "baseline": "Angka awal",
    "belongs_to": "Mengukur",
    "classification": "Klasifikasi",
    "direction": "Arah yang baik",
    "edition": "Edisi pilar",
    "frequency": "Pelaporan",
    "kind": "Jenis",
    "legal_status": "Kekuatan hukum",
    "lifecycle": "Tahap",
    "owner_basis": "Dasar pemilik",
    "pillar_basis": "Dasar pilar",
    "signature": "Tanda tangan",
    "signed_by_all": "Semua menandatangani",
    "stage": "Tahap",
    "state": "Keadaan",
    "status": "Status",
    "tier": "Jenis sumber",
}
"""What fields are called whose description says which words they may hold."""
_WORDS = {
    "up": "makin besar makin baik",
    "down": "makin kecil makin baik",
    "yearly": "tahunan",
    "semester": "per semester",
    "quarterly": "triwulanan",
    "monthly": "bulanan",
    "declared": "menurut sumber",
    "assumed": "perkiraan",
    "programme": "program",
    "action_plan": "rencana aksi",
    "final": "final",
    "draft": "draf",
    "tunggal": "tidak bertahap",
    "wet": "basah",
    "certified": "elektronik tersertifikasi",
    "uncertified": "elektronik tidak tersertifikasi",
    "none": "tidak ada",
    "both": "keduanya",
    "reguler": "reguler",
    "kppn_ikn": "KPPN dan IKN",
    "early_phase": "fase awal",
    "new_50": "50 kota baru",
}
"""Words to choose from that `labels` has no table for."""
_VERDICT = {
    "accepted": "diterima asesor",
    "revise": "diminta diperbaiki",
    "auto_rejected": "ditolak",
    "pending": "belum diputus",
}


def pages(case: Case, wanted: set[str]) -> Iterator[tuple[str, Page]]:
    """Yield the pages of the records with these ids, and of none that is not there."""
    for section, own in case.dossier.records.items():
        for identity, entry in own.items():
            if identity in wanted and section in KINDS:
                yield identity, _page(case, KINDS[section], entry)


def _page(case: Case, kind: str, entry: Entry) -> Page:
    name = _title(case, entry)
    parts: list[Section] = []
    if own := _figures(case, entry):
        titles = ("Angka", "Nilai", "Keadaan", "Jenis", "Sumber", "Eviden", "Ditulis di")
        parts.append(Section("Angka", [Table("Angka", places(*titles), own, fixed=True)]))
    written = [(label, value, _where(entry, *path)) for label, path, value in _fields(case, entry)]
    if written:
        table = Table("Isi catatan", places("Isian", "Isi", "Ditulis di"), written, fixed=True)
        parts.append(Section("Isi catatan", [table]))
    if not isinstance(entry, Opd | Source | Submission):
        parts.append(Section("Sumber dan eviden", _proofs(case, entry)))
    if users := _users(case, entry):
        table = Table("Dipakai oleh", columns("Catatan", "Jenis"), users)
        parts.append(Section("Dipakai oleh", [table]))
    return Page(
        to_record("", entry.id).page,
        name,
        [f"{kind} · {entry.id} · ditulis di {_where(entry)}"],
        parts,
    )


def _title(case: Case, entry: Entry) -> str:
    if isinstance(entry, Recommendation):
        cycle = cycle_name(case.dossier.get(Submission, entry.submission))
        return f"Rekomendasi {cycle} nomor {entry.number}"
    name = name_of(case.dossier, entry.id)
    return name[:1].upper() + name[1:]


def _where(entry: Entry, *path: str | int) -> str:
    """Name the place of a field from the workspace on: no folder of this machine is told."""
    span = entry.span(*path)
    return f"{_from_workspace(span.file)}:{span.line}"


def _from_workspace(file: str) -> str:
    path = PurePosixPath(file)
    if CITIES in path.parts[:-1]:
        last = max(n for n, part in enumerate(path.parts[:-1]) if part == CITIES)
        return "/".join(path.parts[last:])
    return path.name if path.is_absolute() or ".." in path.parts else file


# -- figures


def _figures(case: Case, entry: Entry) -> list[Row]:
    unit = entry.unit if isinstance(entry, Indicator) else ""
    rows = [_figure(case, entry, path, measure, unit) for path, measure in figures(entry)]
    if isinstance(entry, Indicator):
        rows += [
            (
                Anchored("Target", f"targets.{n}.value"),
                f"{number(target.value)} {unit}",
                str(target.year),
                "target, bukan capaian",
                cite(case.dossier, target.source or next(iter(entry.sources), None)),
                "–",
                _where(entry, "targets", n),
            )
            for n, target in enumerate(entry.targets)
        ]
    return rows


def _figure(
    case: Case, entry: Entry, path: tuple[str | int, ...], measure: Measure, unit: str
) -> Row:
    name = getattr(measure, "name", "") or ("Angka awal" if path[0] == "baseline" else "Capaian")
    known = figure(measure, unit)
    piece = case.dossier.get(Evidence, measure.evidence)
    proof: list[Said] = [to_record(piece.title, piece.id)] if piece else []
    proof += [f"hlm. {measure.page}"] if measure.page else []
    kind = labels.MEASURE_STATUS[measure.status]
    return (
        Anchored(name, ".".join(map(str, (*path, "value")))),
        known if measure.value is not None else Missing(known),
        period_words(measure.as_of) if measure.as_of else Missing("tanpa tanggal"),
        [kind, *(["dipakai"] if measure.preferred else [])],
        cite(case.dossier, measure.source or next(iter(entry.sources), None)),
        proof or Missing("belum ada eviden"),
        _where(entry, *path),
    )


# -- what is written


@dataclass(frozen=True)
class _Shape:
    """What is known of a field: what it is called, and what it may hold."""

    label: str
    kinds: tuple[Any, ...]
    refers: bool


def _shape(record: Record, name: str) -> _Shape:
    info = type(record).model_fields[name]
    said = (info.description or name).split(".")[0].split(":")[0].split(",")[0]
    said = said.removeprefix("Id ")
    told = _NAMES.get(name) or said[:1].upper() + said[1:]
    kinds, refers = _looked_into(info.annotation)
    refers = refers or any(isinstance(one, Ref) for one in info.metadata)
    return _Shape(told, kinds, refers)


def _looked_into(annotation: Any) -> tuple[tuple[Any, ...], bool]:  # noqa: ANN401  (a type)
    """Return the words a type allows, and whether it is the id of a record."""
    words: tuple[Any, ...] = ()
    refers = any(isinstance(one, Ref) for one in getattr(annotation, "__metadata__", ()))
    for inner in get_args(annotation):
        if isinstance(inner, str):
            words += (inner,)
        else:
            deeper, also = _looked_into(inner)
            words, refers = words + deeper, refers or also
    return words, refers


def _fields(case: Case, record: Entry) -> Iterator[tuple[Cell, tuple[str, ...], Cell]]:
    hidden = isinstance(record, Evidence) and confidential(record)
    for name, value in record:
        if name in _PRIVATE or value is None or value == [] or (hidden and name == "url"):
            continue
        if isinstance(value, Measure) or _holds_figures(value) or record.text_at(name) is None:
            continue
        shape = _shape(record, name)
        cell = _cell(case, shape, value)
        if cell != []:
            yield Anchored(shape.label, name), (name,), cell


def _holds_figures(value: object) -> bool:
    """Tell whether a list holds what the table of figures shows."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], Measure | Target)


def _cell(case: Case, shape: _Shape, value: object) -> Cell:
    if isinstance(value, list):
        return [_line(case, shape, one) for one in value]
    return _line(case, shape, value)


def _line(case: Case, shape: _Shape, value: object) -> Said:
    """Write a value, or a record inside a record in one line."""
    if isinstance(value, Record):
        return _inside(case, value)
    words = _words(shape, value)
    if shape.refers and isinstance(value, str):
        return to_record(_named(case, value), value)
    if isinstance(value, str) and value.startswith(("http://", "https://")):
        return Link(value, value)
    return words


def _named(case: Case, identity: str) -> str:
    """Name a record, or what is the same for every city: a pillar, an instrument, a question."""
    known = case.dossier.frameworks
    shared = (known.pillars(), known.sub_pillars(), known.instruments, known.editions)
    found = next((table[identity] for table in shared if identity in table), None)
    name = getattr(found, "name", None) or getattr(found, "title", None)
    return str(name) if name else name_of(case.dossier, identity)


def _words(shape: _Shape, value: object) -> str:
    match value:
        case bool():
            return "ya" if value else "tidak"
        case Decimal():
            return number(value)
        case PartialDate():
            return date_words(value)
        case Period():
            return period_words(value)
    if shape.kinds:
        known = labels.meanings(shape.kinds) or _WORDS
        return known.get(str(value)) or str(value)
    return str(value)


def _inside(case: Case, record: Record) -> str:
    said: list[str] = []
    for name, value in record:
        if name in _PRIVATE or value is None or value == [] or value is False:
            continue
        shape = _shape(record, name)
        cell = _cell(case, shape, value)
        lines = cell if isinstance(cell, list) else [cell]
        told = ", ".join(str(getattr(line, "text", line)) for line in lines)
        said.append(f"{shape.label}: {told}")
    return "; ".join(said)


# -- proof and use


def _proofs(case: Case, entry: Entry) -> list[Part]:
    parts: list[Part] = []
    claims = [
        (claim, piece)
        for claim in case.dossier.claims_on(entry.id)
        if (piece := case.dossier.get(Evidence, claim.evidence))
    ]
    if claims:
        titles = ("Eviden", "Dibuka di", "Peran", "Tempat", "Putusan", "Ditulis di")
        rows = [_claim(claim, piece) for claim, piece in claims]
        parts.append(Table("Eviden", places(*titles), rows))
    cited: list[Line] = [cite(case.dossier, source) for source in entry.sources]
    if cited:
        rows = [(one,) for one in cited]
        parts.append(Table("Sumber", columns("Sumber"), rows))
    if isinstance(entry, Evidence):
        parts.append(Words(title(entry)))
    return parts or [Words(Missing("Sumber dan eviden belum tercatat."))]


def _claim(claim: Claim, piece: Evidence) -> Row:
    opened = title(piece)
    shown: Cell = [piece.title] if isinstance(opened, Link) else opened
    address: Cell = Missing("tanpa tautan")
    if isinstance(opened, Link):
        address = Link("buka", opened.url)
    last = claim.verdicts[-1].verdict if claim.verdicts else "pending"
    lines = shown if isinstance(shown, list) else [shown]
    return (
        [to_record(piece.title, piece.id), *lines[1:]],
        address,
        labels.ROLE[claim.role],
        place(claim),
        _VERDICT[last],
        _where(claim),
    )


def _users(case: Case, entry: Entry) -> list[Row]:
    """Return the records that name this one; a claim by what it is for."""
    kinds = {
        identity: KINDS[section]
        for section, own in case.dossier.records.items()
        if section in KINDS
        for identity in own
    }
    users = {use.user.id: use.user for use in case.dossier.uses.get(entry.id, [])}
    rows: list[Row] = []
    for user in users.values():
        if isinstance(user, Claim):
            for identity in user.supports:
                if identity == entry.id:
                    continue
                known = identity in kinds
                name = name_of(case.dossier, identity)
                said: Said = to_record(name, identity) if known else f"soal {identity}"
                rows.append((said, kinds.get(identity, "Soal")))
        elif user.id in kinds and user.id != entry.id:
            rows.append((to_record(name_of(case.dossier, user.id), user.id), kinds[user.id]))
    return [row for n, row in enumerate(rows) if row not in rows[:n]]
