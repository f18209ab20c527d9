"""The city on one page for its head: where it stands, what speaks for it and what against."""

from dataclasses import dataclass
from decimal import Decimal

from scmaster.assess.appreciation import merits
from scmaster.assess.case import Case
from scmaster.assess.coverage import count
from scmaster.assess.ledger import Given, Ledger, ledger
from scmaster.assess.missing import gaps
from scmaster.assess.owners import UNKNOWN
from scmaster.assess.participation import participation
from scmaster.assess.risk_register import register, remaining
from scmaster.assess.scales import risk_scale
from scmaster.indonesian import listing, number
from scmaster.model.evaluation import Remark
from scmaster.model.labels import SECTOR
from scmaster.passages import changes, recommendations
from scmaster.passages import participation as words
from scmaster.passages.cells import Missing, Row
from scmaster.passages.changes import Earlier
from scmaster.passages.decisions import brief

MOST = 3
"""Of what speaks for a city, or against it, so much is told."""
YEARS = 4
"""Of the official scores, so many are told."""
NAMES = 6
"""Of those who contribute, so many are named."""
_MARK = {"official": "", "reported": "*", "derived": "*"}
_FOOT = "* Menurut sumber lain atau hasil hitungan, bukan surat kementerian."
"""As `scmaster score` marks a result that no letter of the ministry gives."""


@dataclass(frozen=True)
class Standing:
    """Where the city stands."""

    rows: list[Row]
    """What, the figure, how it is meant."""
    note: str
    """What the marks mean, or nothing."""


def standing(case: Case) -> Standing:
    """Return the scores as given, as claimed and as provable, and how far the answers are."""
    made = ledger(case, {})
    rows: list[Row] = []
    note = ""
    if made is not None:
        given = _given(made)[-YEARS:]
        note = _FOOT if any(_MARK[one.result.status] for one in given) else ""
        rows += [_official(given), *_simulated(case, made)]
    if case.standings:
        every = count("", "", case.standings.values())
        told = f"{every.answered} dari {every.total} dijawab"
        rows.append(("Pertanyaan", told, f"{every.proven} terbukti dengan eviden utama"))
    asked = recommendations.totals(case)
    if asked:
        recorded, done, said = (sum(int(str(row[n])) for row in asked) for n in (2, 3, 4))
        told = f"{done} selesai berbukti, {said} dinyatakan selesai"
        rows.append(("Rekomendasi asesor", f"{recorded} tercatat", told))
    return Standing(rows, note)


def _given(made: Ledger) -> list[Given]:
    return [one for one in made.results if one.result.final is not None]


def _official(given: list[Given]) -> Row:
    if not given:
        return ("Nilai resmi", Missing("belum diketahui"), "dari asesor")
    told = [
        f"{number(one.result.final or 0, 2)} ({_cycle(one)}{_MARK[one.result.status]})"
        for one in reversed(given)
    ]
    return (
        "Nilai resmi",
        told[0],
        f"sebelumnya {listing(told[1:])}" if told[1:] else "dari asesor",
    )


def _cycle(given: Given) -> str:
    return recommendations.cycle_name(given.submission)


def _simulated(case: Case, made: Ledger) -> list[Row]:
    if made.final.claimed is None or made.final.provable is None or case.instrument is None:
        unknown = Missing("tidak dihitung")
        return [("Simulasi", unknown, "pertanyaan instrumen ini tidak diketahui")]
    top = number(case.instrument.scale.maximum)
    about = "nilai resmi diberikan oleh asesor"
    return [
        (
            "Simulasi, diklaim",
            f"{number(made.final.claimed, 2)} dari {top}",
            f"menurut kota; {about}",
        ),
        (
            "Simulasi, terbukti",
            f"{number(made.final.provable, 2)} dari {top}",
            "sejauh eviden utama yang dapat dibuka",
        ),
    ]


def moved(case: Case) -> str:
    """Say what became of the official score since the one before, or nothing."""
    made = ledger(case, {})
    known = [one for one in made.results if one.result.improvement is not None] if made else []
    if not known:
        return ""
    by = known[-1].result.improvement or Decimal(0)
    how = f"{'naik' if by > 0 else 'turun'} {number(abs(by), 2)}" if by else "tetap"
    return (
        f"Nilai resmi {_cycle(known[-1])} {how} dari penilaian sebelumnya (bobot dan pertanyaan"
        " dapat berubah antartahun)."
    )


def changed(case: Case, earlier: Earlier) -> str:
    """Say how much changed since an earlier moment, kind by kind, or why nobody knows."""
    found = changes.since(case, earlier)
    told = [line for row in found.totals if (line := _counted(row))]
    return f"{found.sentence} {'; '.join(told)}." if told else found.sentence


def _counted(row: Row) -> str:
    kind, *counts = (str(cell) for cell in row)
    words = zip(counts, ("baru", "berubah", "tidak ada lagi"), strict=True)
    told = ", ".join(f"{many} {word}" for many, word in words if many != "0")
    return f"{kind}: {told}" if told else ""


def strengths(case: Case) -> list[str]:
    """Return what assessors praised, then the dimensions they scored highest, then awards."""
    made = ledger(case, {})
    if made is None or not made.results:
        return []
    awards = [
        f"Penghargaan: {brief(award.title)} ({_cycle(one)})"
        for one in reversed(made.results)
        for award in one.result.awards
    ]
    latest = _remarked(made)
    praised = [_said(latest, one) for one in latest.result.strengths] if latest else []
    return [*praised, *_scored(case, made), *awards][:MOST]


def risks(case: Case) -> list[str]:
    """Return what threatens the result: the gravest risk, what assessors missed, what lacks.

    One risk and one remark come first, so that there is room for what the answers lack.
    """
    made = ledger(case, {})
    latest = _remarked(made) if made else None
    missed = [_said(latest, one) for one in latest.result.weaknesses] if latest else []
    gravest = _gravest(case)
    lowest = _scored(case, made)[::-1] if made else []
    return [*gravest[:1], *missed[:1], *_lacking(case), *gravest[1:], *missed[1:], *lowest][:MOST]


def _remarked(made: Ledger) -> Given | None:
    """Return the latest result to which assessors wrote something."""
    told = [one for one in made.results if one.result.strengths or one.result.weaknesses]
    return told[-1] if told else None


def _said(given: Given, remark: Remark) -> str:
    return f"{brief(remark.text)} (catatan asesor {_cycle(given)})"


def _scored(case: Case, made: Ledger) -> list[str]:
    """Return the dimensions by the latest official score that has any, the highest first."""
    latest = next((one for one in reversed(made.results) if one.result.scores), None)
    instrument = case.dossier.instrument(latest.submission) if latest else None
    if latest is None or instrument is None:
        return []
    names = {group.id: group.name for group in instrument.groups}
    known = [(one.score, names[one.node]) for one in latest.result.scores if one.node in names]
    scored = sorted((-score, name) for score, name in known if score is not None)
    return [f"{name}: nilai resmi {number(-s, 2)} ({_cycle(latest)})" for s, name in scored]


def _gravest(case: Case) -> list[str]:
    """Return the risks that must be dealt with by the scale, by what is left of them."""
    scale = risk_scale(case)
    if scale is None:
        return []
    graded = [(remaining(one.risk) or 0, one) for one in register(case.dossier)]
    grave = [pair for pair in graded if pair[0] >= scale.treat_from]
    grave.sort(key=lambda pair: (-pair[0], pair[1].number))
    return [f"{brief(one.risk.text)} (risiko {one.key}, tingkat {left})" for left, one in grave]


def _lacking(case: Case) -> list[str]:
    """Say what the answers lack: themselves, or their proof."""
    every = count("", "", case.standings.values())
    lines = []
    if every.unanswered:
        bare = sum(1 for gap in gaps(case) if gap.owner == UNKNOWN)
        told = f"{every.unanswered} dari {every.total} pertanyaan belum dijawab"
        lines.append(told + (f"; {bare} pertanyaan tanpa penanggung jawab" if bare else ""))
    if every.answered - every.proven:
        told = f"{every.answered - every.proven} dari {every.answered} jawaban"
        lines.append(f"{told} belum terbukti dengan eviden utama")
    return lines


def contributed(case: Case, *, internal: bool) -> list[str]:
    """Say who takes part; whom to thank and to urge on only where the city alone reads it."""
    found = participation(case)
    if not internal:
        heard = [SECTOR[v.sector] for v in found.voices if v.attended.done]
        told = f" Unsur dari luar pemerintah yang hadir: {listing(heard)}." if heard else ""
        return [f"{words.held(found)}{told}"]
    lines = [f"{words.held(found)} {words.forms(found)}"]
    nobody = ("belum ada yang dapat disebut dari data", "tidak ada, sejauh yang tercatat")
    for title, none, every in zip(
        ("Apresiasi", "Perlu dorongan"), nobody, merits(found), strict=True
    ):
        names = [merit.name for merit in every]
        lines.append(f"{title}: {listing(names, NAMES) or none}.")
    return lines
