"""Risks: what may go wrong, how likely and how bad, what is done about it, and what is left."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import ceil

from scmaster.assess.case import Case
from scmaster.assess.owners import UNKNOWN, opd_name
from scmaster.assess.risk_register import (
    GRADES,
    HIGHEST,
    Grades,
    Holder,
    Registered,
    after,
    before,
    level,
)
from scmaster.assess.scales import band_of, risk_scale
from scmaster.indonesian import listing, number
from scmaster.model.evidence import Evidence
from scmaster.model.framework import Band
from scmaster.model.labels import LEVEL3, MITIGATION_KIND
from scmaster.model.masterplan import Programme, QuickWin, Risk
from scmaster.passages.cells import Cell, Line, Missing, Row, marks
from scmaster.passages.claims import stated
from scmaster.passages.priority import basis_words

Graded = Callable[[Risk], Grades | None]
"""Reads the grades of a risk: as it is now, or after mitigation."""

UNGRADED = "belum dinilai"
FORM = "form_risiko"
"""The kind of evidence in which risks and what is done about them are written down."""


def grade(value: int | None) -> Cell:
    """Write a likelihood or severity: 2 (sedang)."""
    return f"{value} ({LEVEL3[value]})" if value else Missing(UNGRADED)


def level_words(case: Case, grades: Grades | None) -> Cell:
    """Write what likelihood and severity come to: 6 dari 9 (tinggi)."""
    reached = level(grades)
    if reached is None:
        return Missing(UNGRADED)
    band = band_of(risk_scale(case), reached)
    return f"{reached} dari {HIGHEST}" + (f" ({band.name})" if band else "")


def table(case: Case, own: Sequence[Registered]) -> list[Row]:
    """Return a row a risk.

    The cells: number in the register; risk with its cause; likelihood; severity, with what it
    would do; level; mitigation; what is left; who owns it.
    """
    return [_row(case, registered) for registered in own]


def _row(case: Case, registered: Registered) -> Row:
    risk = registered.risk
    severity = grade(risk.severity)
    impact: list[Line] = [*(severity if isinstance(severity, list) else [severity])]
    impact += [risk.impact] if risk.impact else []
    cause = f"Penyebab: {risk.cause}" if risk.cause else Missing("penyebab belum disebut")
    return (
        registered.key,
        [f"{risk.text} {marks(case.dossier, risk.source)}".strip(), cause],
        grade(risk.likelihood),
        impact,
        level_words(case, before(risk)),
        mitigation(case, registered),
        level_words(case, after(risk)),
        opd_name(case.dossier, risk.owner) if risk.owner else Missing(UNKNOWN),
    )


def mitigation(case: Case, registered: Registered) -> Cell:
    """Return what is done about a risk, of which kind it is, or that nothing is.

    It is proven by the risk form that is claimed for what the risk stands in.
    """
    risk, holder = registered.risk, registered.holder
    if risk.mitigation is None:
        return Missing("belum ada mitigasi")
    claims = case.dossier.claims_on(holder.id)
    proofs = [e for c in claims if (e := case.dossier.get(Evidence, c.evidence))]
    words = stated(
        case.dossier,
        risk.mitigation,
        f"Mitigasi risiko '{risk.text}' pada {holder_name(case, holder)}",
        holder,
        "risks",
        registered.index,
        "mitigation",
        evidence=[evidence.id for evidence in proofs if evidence.kind == FORM],
        sources=[risk.source],
        alone=True,
    )
    kind = MITIGATION_KIND[risk.mitigation_kind] if risk.mitigation_kind else ""
    return [words, f"Jenis: {kind}"] if kind else words


def holder_name(case: Case, holder: Holder) -> str:
    """Name a programme, or a quick win by its programme and year."""
    if isinstance(holder, Programme):
        return holder.name
    programme = case.dossier.get(Programme, holder.programme)
    return f"{programme.name if programme else holder.programme} (quick win {holder.year})"


def of_quick_win(every: Sequence[Registered], quick_win: QuickWin) -> list[Registered]:
    """Return the risks of a quick win, numbered as in the register."""
    return [registered for registered in every if registered.holder.id == quick_win.id]


def matrix(own: Sequence[Registered], graded: Graded = before) -> list[Row]:
    """Return likelihood by severity, the most likely first, with the numbers of the risks.

    Empty where no risk has both; those that lack one do not stand in it.
    """
    if not any(graded(registered.risk) for registered in own):
        return []
    return [
        (f"{likely} ({LEVEL3[likely]})", *(_field(own, graded, (likely, bad)) for bad in GRADES))
        for likely in reversed(GRADES)
    ]


def _field(own: Sequence[Registered], graded: Graded, grades: Grades) -> str:
    return ", ".join(r.key for r in own if graded(r.risk) == grades) or "–"


def named_matrix(case: Case, own: Sequence[Registered], graded: Graded = before) -> list[Row]:
    """Return the matrix as `matrix` does, each field with its level: it needs no colours."""
    made: list[Row] = []
    for likely, row in zip(reversed(GRADES), matrix(own, graded), strict=False):
        head, *fields = row
        cells: list[Cell] = []
        for bad, field in zip(GRADES, fields, strict=True):
            named = band_of(risk_scale(case), likely * bad)
            words = f"tingkat {likely * bad}" + (f", {named.name}" if named else "")
            cells.append([str(field), words])
        made.append((head, *cells))
    return made


def ungraded(own: Sequence[Registered], graded: Graded = before) -> list[str]:
    """Return the numbers of the risks that do not stand in the matrix."""
    return [registered.key for registered in own if graded(registered.risk) is None]


def left_out(own: Sequence[Registered]) -> str:
    """Say which risks do not stand in the matrix, or nothing."""
    keys = ungraded(own)
    return f"Belum dinilai, jadi tidak masuk matriks: {listing(keys)}." if keys else ""


def bands(case: Case) -> list[Row]:
    """Return what each level is called: from which to which, its name, and what it asks for."""
    scale = risk_scale(case)
    if scale is None:
        return []
    starts = [ceil(band.start) for band in scale.bands]
    ends = [after_ - 1 for _, after_ in pairwise(starts)] + [HIGHEST]
    rows: list[Row] = []
    for band, start, end in zip(scale.bands, starts, ends, strict=True):
        must = end >= scale.treat_from
        span = number(start) if start == end else f"{start}–{end}"
        if must and start < scale.treat_from:
            asked = f"Mulai tingkat {scale.treat_from} wajib punya mitigasi dan pemilik"
        else:
            asked = f"{'Wajib' if must else 'Sebaiknya'} punya mitigasi dan pemilik"
        rows.append((span, band.name.capitalize(), asked))
    return rows


def counts(case: Case, own: Sequence[Registered]) -> list[Row]:
    """Return a row a band, and the ungraded: how many are in it now, and after mitigation."""
    scale = risk_scale(case)

    def count(graded: Graded, band: Band) -> str:
        found = [band_of(scale, level(graded(registered.risk))) for registered in own]
        return str(sum(1 for one in found if one is band))

    rows: list[Row] = [
        (band.name.capitalize(), count(before, band), count(after, band))
        for band in reversed(scale.bands if scale else [])
    ]
    rest = (str(len(ungraded(own))), str(len(ungraded(own, after))))
    return [*rows, (UNGRADED.capitalize(), *rest)]


def explained(case: Case) -> str:
    """Say what a level is, and whose the bands are."""
    told = (
        "Tingkat risiko adalah kemungkinan dikali dampak, masing-masing 1 (rendah), 2 (sedang),"
        f" atau 3 (tinggi), sehingga bernilai 1 sampai {HIGHEST}."
    )
    scale = risk_scale(case)
    if scale is None:
        return told
    return f"{told} Sebutan tiap tingkat menurut {scale.name} ({basis_words(scale.basis)})."


def scale_note(case: Case) -> str:
    """Return what the scale says of itself, or nothing."""
    scale = risk_scale(case)
    return (scale.note or "") if scale else ""
