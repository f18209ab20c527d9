"""Quick wins: what improved for whom, measured over time, with what risks."""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.owners import UNKNOWN, opd_name
from scmaster.model.labels import MEASURE_STATUS, SECTOR
from scmaster.model.masterplan import Partner, Programme, QuickWin, Risk
from scmaster.model.wording import figure, period_words
from scmaster.passages.cells import Cell, Missing, Row, cite, origin_of
from scmaster.passages.claims import measured, stated
from scmaster.passages.risks import grade


@dataclass(frozen=True)
class Sheet:
    """A quick win as a report prints it."""

    id: str
    heading: str
    facts: list[Row]
    measures: list[Row]
    risks: list[Row]


def sheets(case: Case) -> list[Sheet]:
    """Return a sheet for each quick win, by year and then by id."""
    every = sorted(case.dossier.of(QuickWin).values(), key=lambda q: (q.year, q.id))
    return [_sheet(case, quick_win) for quick_win in every]


def _sheet(case: Case, quick_win: QuickWin) -> Sheet:
    programme = case.dossier.get(Programme, quick_win.programme)
    name = programme.name if programme else quick_win.programme
    partners = [*quick_win.partners, *(programme.partners if programme else [])]
    return Sheet(
        id=quick_win.id,
        heading=f"{name} ({quick_win.year})",
        facts=_facts(case, quick_win, programme, partners),
        measures=[
            (
                measure.name,
                _figure(case, quick_win, name, place)
                if measure.value is not None
                else Missing("tidak diketahui"),
                period_words(measure.as_of) if measure.as_of else Missing("tanpa tanggal"),
                MEASURE_STATUS[measure.status] + (" (dipakai)" if measure.preferred else ""),
                measure.note or "–",
                origin_of(case.dossier, measure, quick_win.sources),
            )
            for place, measure in enumerate(quick_win.measures)
        ],
        risks=[_risk(case, risk) for risk in quick_win.risks],
    )


def _figure(case: Case, quick_win: QuickWin, name: str, place: int) -> Cell:
    measure = quick_win.measures[place]
    about = f"Quick win {name} ({quick_win.year}): {measure.name}"
    return measured(case.dossier, figure(measure), about, measure, quick_win, "measures", place)


def _facts(
    case: Case, quick_win: QuickWin, programme: Programme | None, partners: list[Partner]
) -> list[Row]:
    before = case.dossier.get(QuickWin, quick_win.continues_from)
    named: Cell = [cite(case.dossier, s) for s in quick_win.named_by] or Missing()
    owner = programme.owner if programme else None
    unknown = "belum ada keterangan"
    title = f"Quick win {programme.name if programme else quick_win.programme} ({quick_win.year})"

    def said(words: str | None, part: str, field: str) -> Cell:
        if not words:
            return Missing(unknown)
        about, sources = f"{title}: {part}", quick_win.sources
        return stated(case.dossier, words, about, quick_win, field, sources=sources)

    together = dict.fromkeys(_partner(partner) for partner in partners)
    return [
        ("Perangkat daerah", opd_name(case.dossier, owner) if owner else Missing(UNKNOWN)),
        (
            "Layanan yang ditingkatkan",
            said(quick_win.existing_service, "layanan", "existing_service"),
        ),
        ("Masalah yang dijawab", said(quick_win.problem, "masalah", "problem")),
        ("Manfaat bagi masyarakat", said(quick_win.public_benefit, "manfaat", "public_benefit")),
        ("Mitra", list(together) or Missing(unknown)),
        ("Keberlangsungan", said(quick_win.sustainability, "keberlangsungan", "sustainability")),
        ("Lanjutan dari", f"quick win tahun {before.year}" if before else "–"),
        ("Disebut quick win oleh", named),
    ]


def _partner(partner: Partner) -> str:
    """Name a partner, with the form of the partnership and the sector it comes from."""
    sector = SECTOR[partner.sector] if partner.sector else None
    about = "; ".join(words for words in (partner.form, sector) if words)
    return f"{partner.name} ({about})" if about else partner.name


def _risk(case: Case, risk: Risk) -> Row:
    return (
        risk.text,
        risk.cause or Missing(),
        grade(risk.likelihood),
        grade(risk.severity),
        risk.mitigation or Missing("belum ada mitigasi"),
        opd_name(case.dossier, risk.owner) if risk.owner else Missing(UNKNOWN),
    )
