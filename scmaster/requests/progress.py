"""The sheet of programmes under way that nobody has said lately how far they are."""

from scmaster.assess.case import Case
from scmaster.assess.owed import Owed
from scmaster.indonesian import number
from scmaster.model import labels
from scmaster.model.masterplan import Programme
from scmaster.model.wording import date_words
from scmaster.requests import choices
from scmaster.requests.building import Line, Plan, field, within
from scmaster.requests.form import Column, Inside, Kind
from scmaster.requests.showing import at_issue

KEY, PART = "progress", "programme"
_EXAMPLE = {
    "name": "Panggilan darurat 112",
    "state": "Tahap dibangun; kemajuan 40% (Juni 2023).",
    "lifecycle": "Berjalan",
    "progress": "75",
    "progress_as_of": "31 Desember 2024",
}


def plan(case: Case, theirs: Owed) -> Plan:
    """Return the sheet of the programmes of which an office owes the progress."""
    columns = [
        Column("name", "Program", width=48),
        Column("state", "Keadaan yang tercatat", width=34),
        field(
            PART,
            ("lifecycle",),
            "Tahap sekarang",
            "Tahap program saat ini.",
            Kind.CHOICE,
            width=20,
            choices=choices.words(labels.LIFECYCLE),
        ),
        field(
            PART,
            ("progress",),
            "Kemajuan (persen)",
            "Berapa persen dari rencana yang sudah selesai, misalnya 75.",
            Kind.PERCENT,
        ),
        field(
            PART,
            ("progress_as_of",),
            "Tanggal kemajuan",
            "Tanggal, bulan, atau tahun keadaan itu.",
            Kind.DATE,
        ),
        field(
            PART,
            ("owner",),
            "Perangkat daerah pemilik",
            "Perangkat daerah yang menjalankan program ini.",
            Kind.CHOICE,
            choices=choices.offices(case),
        ),
    ]
    return Plan(
        KEY,
        "Kemajuan Program",
        "Program yang kemajuannya belum dilaporkan untuk periode evaluasi.",
        columns,
        _EXAMPLE,
        [_line(theirs, programme) for programme in theirs.programmes],
        len(theirs.programmes),
    )


def _line(theirs: Owed, programme: Programme) -> Line:
    cells: dict[str, str | None] = {"name": within(programme.name), "state": _state(programme)}
    filled = ["lifecycle", "progress", "progress_as_of", *(["owner"] if not theirs.opd else [])]
    cells |= {name: at_issue(programme, (name,)) for name in filled}
    return Line(programme.id, {PART: Inside("programmes", programme.id)}, cells)


def _state(programme: Programme) -> str:
    stage = labels.LIFECYCLE[programme.lifecycle] if programme.lifecycle else "belum diketahui"
    said = [f"Tahap {stage}"]
    if programme.progress is not None:
        dated = f" ({date_words(programme.progress_as_of)})" if programme.progress_as_of else ""
        said.append(f"kemajuan {number(programme.progress)}%{dated}")
    else:
        said.append("kemajuan belum tercatat")
    return "; ".join(said) + "."
