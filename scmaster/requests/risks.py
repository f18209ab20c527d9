"""The sheet of risks: of quick wins that name none, and those that nothing is done about."""

from scmaster.assess.case import Case
from scmaster.assess.owed import Owed
from scmaster.model import labels
from scmaster.model.city import Opd
from scmaster.model.masterplan import Programme, QuickWin, Risk
from scmaster.passages.names import name_of
from scmaster.passages.requests import holder_of
from scmaster.requests import choices
from scmaster.requests.building import Line, Plan, field, within
from scmaster.requests.form import Column, Inside, Item, Kind, Path, Target
from scmaster.requests.showing import at_issue

KEY, PART = "risks", "risk"
_NEW = 3
"""Rows for the risks of a quick win that names none."""
_SECTIONS: dict[type, str] = {QuickWin: "quick_wins", Programme: "programmes"}
_EXAMPLE = {
    "subject": "Quick win Panggilan darurat 112 (2024)",
    "text": "Panggilan iseng menyita waktu operator",
    "cause": "Nomor bebas biaya dan dapat dihubungi siapa saja",
    "likelihood": "3 – tinggi",
    "severity": "2 – sedang",
    "impact": "Panggilan darurat yang benar menunggu lebih lama",
    "mitigation": "Saringan awal dan pemblokiran nomor berulang",
    "mitigation_kind": "Nonstruktural",
    "residual_likelihood": "2 – sedang",
    "residual_severity": "1 – rendah",
    "owner": "",
}


def plan(case: Case, theirs: Owed) -> Plan:
    """Return the sheet of the risks that an office owes."""
    lines = [line for each in theirs.quick_wins for line in _new(case, theirs, each)]
    lines += [_known(case, theirs, *each) for each in theirs.risks]
    return Plan(
        KEY,
        "Risiko",
        "Risiko quick win dan program: apa yang dapat terjadi, dan apa yang dilakukan terhadapnya.",
        _columns(case),
        _EXAMPLE,
        lines,
        len(theirs.quick_wins) + len(theirs.risks),
    )


def _columns(case: Case) -> list[Column]:
    return [
        Column("subject", "Quick win atau program", width=28),
        field(
            PART,
            ("text",),
            "Risiko",
            "Apa yang dapat terjadi.",
            Kind.LONG,
            width=22,
            needed=True,
        ),
        field(PART, ("cause",), "Penyebab", "Mengapa dapat terjadi.", Kind.LONG, width=20),
        _level("likelihood", "Kemungkinan", "Seberapa mungkin terjadi."),
        _level("severity", "Dampak", "Seberapa besar dampaknya bila terjadi."),
        field(
            PART,
            ("impact",),
            "Uraian dampak",
            "Apa akibatnya bagi layanan atau warga.",
            Kind.LONG,
            width=20,
        ),
        field(
            PART,
            ("mitigation",),
            "Mitigasi",
            "Apa yang dilakukan agar tidak terjadi, atau agar akibatnya kecil.",
            Kind.LONG,
            width=24,
        ),
        field(
            PART,
            ("mitigation_kind",),
            "Jenis mitigasi",
            "Struktural: bangunan atau alat. Nonstruktural: aturan, latihan, atau prosedur.",
            Kind.CHOICE,
            width=15,
            choices=choices.words(labels.MITIGATION_KIND),
        ),
        _level("residual_likelihood", "Kemungkinan sesudah mitigasi", "Sesudah mitigasi berjalan."),
        _level("residual_severity", "Dampak sesudah mitigasi", "Sesudah mitigasi berjalan."),
        field(
            PART,
            ("owner",),
            "Pemilik risiko",
            "Perangkat daerah yang menanganinya.",
            Kind.CHOICE,
            choices=choices.offices(case),
        ),
    ]


def _level(name: str, title: str, note: str) -> Column:
    return field(PART, (name,), title, note, Kind.CHOICE, width=12, choices=choices.LEVELS)


def _new(case: Case, theirs: Owed, quick_win: QuickWin) -> list[Line]:
    given: tuple[tuple[Path, str], ...] = ((("owner",), theirs.opd.id),) if theirs.opd else ()
    target = Item("quick_wins", quick_win.id, ("risks",), given)
    name = _subject(name_of(case.dossier, quick_win.id))
    cells: dict[str, str | None] = {"subject": name, **_fields(case, theirs, None, ())}
    return [Line(f"{quick_win.id}/{n}", {PART: target}, cells) for n in range(1, _NEW + 1)]


def _known(case: Case, theirs: Owed, holder: QuickWin | Programme, place: int) -> Line:
    path: Path = ("risks", place)
    target: Target = Inside(_SECTIONS[type(holder)], holder.id, path)
    cells: dict[str, str | None] = {
        "subject": _subject(holder_of(case, holder)),
        **_fields(case, theirs, holder, path),
    }
    return Line(f"{holder.id}/risiko-{place + 1}", {PART: target}, cells)


def _fields(
    case: Case, theirs: Owed, holder: QuickWin | Programme | None, path: Path
) -> dict[str, str | None]:
    """Return what is known of a risk; who owns it is asked only where nobody is named."""
    names = [name for name in _EXAMPLE if name in Risk.model_fields and name != "owner"]
    if theirs.opd is None and case.dossier.of(Opd):
        names.append("owner")
    return {name: at_issue(holder, (*path, name)) for name in names}


def _subject(name: str) -> str:
    return within(f"{name[:1].upper()}{name[1:]}")
