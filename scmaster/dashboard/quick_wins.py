"""The quick wins: what each gives to whom, by which figures, at what risk."""

from scmaster.assess.case import Case
from scmaster.assess.quick_wins import ordered
from scmaster.assess.risk_register import GRADES, Registered, before, register
from scmaster.assess.scales import band_of, risk_scale
from scmaster.dashboard.leading import to_record
from scmaster.dashboard.page import (
    Anchored,
    Field,
    Matrix,
    Page,
    Part,
    Row,
    Section,
    Table,
    To,
    Words,
    columns,
)
from scmaster.model.labels import LEVEL3
from scmaster.model.masterplan import Programme, QuickWin
from scmaster.passages import quick_wins, risk_register, risks
from scmaster.passages.cells import Missing

NAME = "quick-win.html"


def page(case: Case) -> Page:
    """Return the quick wins, and the risks of these and of programmes."""
    sheets = {sheet.id: sheet for sheet in quick_wins.sheets(case)}
    newest = list(reversed(ordered(case.dossier)))
    rows = [row(case, quick_win, sheets[quick_win.id]) for quick_win in newest]
    titles = ("Quick win", "Tahun", "Perangkat daerah", "Manfaat", "Ukuran", "Risiko")
    parts: list[Part] = [
        Table("Quick win", columns(*titles), rows)
        if rows
        else Words(Missing("Belum ada quick win tercatat."))
    ]
    parts += [table for q in newest if (table := measures(sheets[q.id]))]
    lead = [f"Tercatat {len(rows)} quick win."]
    sections = [Section("Quick win", parts), Section("Risiko", _risks(case))]
    return Page(NAME, "Quick win dan risiko", lead, sections, "Quick win")


def row(case: Case, quick_win: QuickWin, sheet: quick_wins.Sheet) -> Row:
    """Return name, year, office, benefit, number of figures and of risks of a quick win."""
    programme = case.dossier.get(Programme, quick_win.programme)
    facts = {name: value for name, value, *_ in sheet.facts if isinstance(name, str)}
    known = len(sheet.measures)
    return (
        to_record(programme.name if programme else quick_win.programme, quick_win.id),
        str(quick_win.year),
        facts["Perangkat daerah"],
        facts["Manfaat bagi masyarakat"],
        f"{known} angka" if known else Missing("belum ada ukuran"),
        f"{len(quick_win.risks)} risiko" if quick_win.risks else Missing("belum ada risiko"),
    )


def measures(sheet: quick_wins.Sheet) -> Table | None:
    """Return what is measured of a quick win, oldest first; None where nothing is."""
    if not sheet.measures:
        return None
    rows = [
        (name, value, when, kind, source) for name, value, when, kind, _, source in sheet.measures
    ]
    titles = ("Ukuran", "Angka", "Keadaan", "Jenis", "Sumber")
    return Table(f"Angka {sheet.heading}", columns(*titles), rows)


def _plain(cell: object) -> str:
    return str(getattr(cell, "text", cell))


def _risks(case: Case) -> list[Part]:
    every = register(case.dossier)
    parts: list[Part] = [Words(risk_register.sentence(case))]
    if any(before(one.risk) for one in every):
        parts.append(matrix(case, every))
        parts.append(Words(risks.explained(case), "catatan"))
        if left := risks.left_out(every):
            parts.append(Words(left, "catatan"))
    if every:
        titles = (
            "Nomor",
            "Pada",
            "Risiko",
            "Kemungkinan",
            "Dampak",
            "Tingkat",
            "Mitigasi",
            "Sesudah mitigasi",
            "Pemilik",
        )
        rows: list[Row] = [
            (Anchored(one.key, one.key), to_record(_plain(name), one.holder.id), *rest)
            for one, (_, name, *rest) in zip(every, risk_register.rows(case), strict=True)
        ]
        parts.append(Table("Daftar risiko", columns(*titles), rows))
    gaps = risk_register.gaps(case)
    if gaps:
        head = columns("Perangkat daerah", "Jumlah", "Belum menyebut risiko")
        parts.append(Table("Yang belum menyebut risikonya", head, gaps))
    return parts


def matrix(case: Case, own: list[Registered]) -> Matrix:
    """Return likelihood by severity, with the risks as they are now."""
    scale = risk_scale(case)

    def field(likely: int, bad: int) -> Field:
        band = band_of(scale, likely * bad)
        inside = [To(one.key, NAME, one.key) for one in own if before(one.risk) == (likely, bad)]
        return Field(likely * bad, band.name if band else "", inside)

    return Matrix(
        "Matriks risiko: kemungkinan ke atas, dampak ke kanan",
        tuple(f"Dampak {bad} ({LEVEL3[bad]})" for bad in GRADES),
        [
            (f"Kemungkinan {likely} ({LEVEL3[likely]})", [field(likely, bad) for bad in GRADES])
            for likely in reversed(GRADES)
        ],
    )
