"""All quick wins at a glance: by year, by pillar, against what was declared, what they lack."""

from scmaster.assess.case import Case
from scmaster.assess.masterplans import in_use
from scmaster.assess.owners import UNKNOWN, opd_name
from scmaster.assess.quick_wins import ordered
from scmaster.assess.totals import recorded
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.masterplan import Masterplan, Programme, QuickWin
from scmaster.passages.cells import Cell, Line, Missing, Row, cite
from scmaster.passages.continuity import name, origin


def declared(case: Case) -> list[Row]:
    """Return, masterplan by masterplan, what sources declare: how many, on record, source, note."""
    rows: list[Row] = []
    for plan in case.dossier.of(Masterplan).values():
        for total in plan.declared:
            if total.what == "quick_wins":
                there = recorded(case.dossier, plan, "quick_wins")
                words = f"{there} dari {total.count} terdokumentasi"
                shown: Cell = words if there == total.count else Missing(words)
                source = cite(case.dossier, total.source)
                rows.append((plan.title, str(total.count), shown, source, total.note or "–"))
    return rows


def by_year(case: Case) -> list[Row]:
    """Return every quick win: year, name, pillar, owner, new or not, and three counts.

    The counts: figures of impact; risks, and how many of them have a mitigation; evidence.
    """
    return [_row(case, quick_win) for quick_win in ordered(case.dossier)]


def _row(case: Case, quick_win: QuickWin) -> Row:
    programme = case.dossier.get(Programme, quick_win.programme)
    owner = programme.owner if programme else None
    mitigated = sum(1 for risk in quick_win.risks if risk.mitigation)
    proofs = len({evidence.id for _, evidence in proof(case, quick_win)})
    none = Missing("belum ada")
    return (
        str(quick_win.year),
        name(case, quick_win),
        pillar(case, programme),
        opd_name(case.dossier, owner) if owner else Missing(UNKNOWN),
        origin(case, quick_win),
        str(len(quick_win.measures)) if quick_win.measures else none,
        f"{len(quick_win.risks)} ({mitigated})" if quick_win.risks else none,
        str(proofs) if proofs else none,
    )


def pillar(case: Case, programme: Programme | None) -> Cell:
    """Name the pillar of a programme, and say where it is a guess."""
    found = case.dossier.frameworks.pillars().get((programme.pillar if programme else "") or "")
    if programme is None or found is None:
        return Missing("belum ditentukan")
    return found.name + (" (perkiraan)" if programme.pillar_basis == "assumed" else "")


def proof(case: Case, quick_win: QuickWin) -> tuple[tuple[Claim, Evidence], ...]:
    """Return what is claimed for a quick win or its programme, primary evidence first."""
    claims = {
        claim.id: claim
        for identity in (quick_win.id, quick_win.programme)
        for claim in case.dossier.claims_on(identity)
    }
    pairs = [(c, case.dossier.get(Evidence, c.evidence)) for c in claims.values()]
    known = [(claim, evidence) for claim, evidence in pairs if evidence is not None]
    return tuple(sorted(known, key=lambda pair: (pair[0].role != "primary", pair[0].id)))


def by_pillar(case: Case) -> list[Row]:
    """Return pillar by pillar its quick wins with their years, or that there is none."""
    plan = in_use(case)
    edition = case.dossier.frameworks.editions.get(plan.edition) if plan else None
    pillars = edition.pillars if edition else list(case.dossier.frameworks.pillars().values())
    grouped: dict[str | None, list[Line]] = {}
    for quick_win in ordered(case.dossier):
        programme = case.dossier.get(Programme, quick_win.programme)
        line = f"{quick_win.year}: {name(case, quick_win)}"
        grouped.setdefault(programme.pillar if programme else None, []).append(line)
    rows: list[Row] = [
        (p.name, grouped.pop(p.id, []) or Missing("belum ada quick win")) for p in pillars
    ]
    rest = [line for lines in grouped.values() for line in lines]
    return [*rows, ("Belum ditentukan", rest)] if rest else rows


def lacking(case: Case) -> list[Row]:
    """Return each quick win that lacks something: its year and name, what, from whom."""
    rows: list[Row] = []
    for quick_win in ordered(case.dossier):
        gaps = _gaps(case, quick_win)
        if gaps:
            programme = case.dossier.get(Programme, quick_win.programme)
            owner = programme.owner if programme else None
            asked: Cell = opd_name(case.dossier, owner) if owner else Missing(UNKNOWN)
            rows.append((f"{name(case, quick_win)} ({quick_win.year})", list(gaps), asked))
    return rows


def _gaps(case: Case, quick_win: QuickWin) -> list[str]:
    programme = case.dossier.get(Programme, quick_win.programme)
    risks = quick_win.risks
    known = {
        "masalah yang dijawab": quick_win.problem,
        "layanan yang ditingkatkan": quick_win.existing_service,
        "manfaat bagi masyarakat": quick_win.public_benefit,
        "ukuran dampak": quick_win.measures,
        "mitra": quick_win.partners or (programme and programme.partners),
        "strategi keberlangsungan": quick_win.sustainability,
        "lama pelaksanaan": quick_win.horizon_months,
        "risiko dan mitigasinya": risks,
        "mitigasi sebagian risiko": all(risk.mitigation for risk in risks),
        "kemungkinan atau dampak sebagian risiko": all(r.likelihood and r.severity for r in risks),
        "eviden": proof(case, quick_win),
        "perangkat daerah pemilik": programme and programme.owner,
    }
    return [what for what, value in known.items() if not value]
