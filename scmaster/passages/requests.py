"""What an office is asked for: what exactly, in which form, worth how much."""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.missing import WORDS, Gap
from scmaster.assess.owed import Owed
from scmaster.assess.standing import State
from scmaster.assess.worth import Step
from scmaster.indonesian import number
from scmaster.model import labels
from scmaster.model.evaluation import Recommendation, Submission
from scmaster.model.evidence import SUPPORTING_ONLY
from scmaster.model.framework import Question
from scmaster.model.masterplan import Indicator, Programme, QuickWin
from scmaster.model.wording import date_words
from scmaster.passages.cells import Cell, Line, Row
from scmaster.passages.names import name_of
from scmaster.passages.recommendations import cycle_name

NOTHING = "–"

ANSWERS = {
    "level": "keterangan keadaan sekarang",
    "count": "jumlah dan tanggal keadaannya",
    "percent": "pembilang, penyebut, dan tanggal keadaannya",
    "index": "nilai indeks, tahun, dan penerbitnya",
    "external": "nilai indeks, tahun, dan penerbitnya",
    "boolean": "ya atau tidak, dengan keterangannya",
    "survey_mean": "rekap survei: banyak responden dan rata-rata jawaban",
    "narrative": "uraian singkat",
}
"""By the kind of a question: what answers it."""


def count(owed: Owed) -> int:
    """Return how many things an office is asked for."""
    papers = {e.id for e in owed.unopened} | {e.id for _, e in owed.unplaced}
    figures = len(owed.indicators) + len(owed.programmes) + len(owed.quick_wins) + len(owed.risks)
    return len(owed.questions) + len(owed.recommendations) + len(papers) + figures


def worth(owed: Owed) -> str:
    """Return what closing all its questions by a step adds to the final score; empty: nothing."""
    total = sum((step.worth for _, step in owed.questions if step), Decimal(0))
    return f"+{number(total, 4)}" if total else ""


def rows(case: Case, owed: Owed) -> list[Row]:
    """Return number, what is asked, its form and its worth, under what kind it is."""
    groups: list[tuple[str, Iterator[Row]]] = [
        ("Pertanyaan instrumen", (_question(gap, step) for gap, step in owed.questions)),
        ("Rekomendasi asesor", (_recommendation(case, r) for r in owed.recommendations)),
        ("Eviden", _papers(case, owed)),
        ("Angka, kemajuan, dan risiko", _figures(case, owed)),
    ]
    made: list[Row] = []
    asked = 0
    for name, own in groups:
        for nth, row in enumerate(own):
            if nth == 0:
                made.append((name,))
            asked += 1
            made.append((str(asked), *row))
    return made


def _question(gap: Gap, step: Step | None) -> Row:
    standing, question = gap.standing, gap.standing.question
    asked: list[Line] = [f"{question.id}: {question.text}", f"Keadaan: {WORDS[standing.state]}."]
    if standing.state is State.SUPPORTED:
        titles = "; ".join(dict.fromkeys(evidence.title for _, evidence in standing.claims))
        asked.append(f"Yang sudah ada: {titles}.")
    form: list[Line] = []
    if standing.state is State.UNANSWERED:
        form.append(f"Jawaban: {ANSWERS[question.kind]}.")
    if question.upload:
        form.append(evidence_of(question))
    value = f"+{number(step.worth, 4)}" if step else NOTHING
    return (asked, form, value)


def evidence_of(question: Question) -> str:
    """Name the evidence that is asked for; what nobody has read officially is an example."""
    kinds = [labels.EVIDENCE_KIND[k] for k in question.evidence_kinds if k not in SUPPORTING_ONLY]
    names = question.evidence_hints or kinds
    if not names:
        return "Eviden utama: dokumen yang membuktikannya."
    example = "" if question.evidence_status == "official" else ", misalnya"
    return f"Eviden utama{example}: {'; '.join(names)}."


def _recommendation(case: Case, r: Recommendation) -> Row:
    cycle = case.dossier.get(Submission, r.submission)
    status = labels.RECOMMENDATION_STATUS[r.status]
    asked: Cell = [f"{cycle_name(cycle)} nomor {r.number}: {r.text}", f"Keadaan: {status}."]
    wanted: list[Line] = ["Eviden bahwa itu sudah dikerjakan."]
    if not r.actions:
        wanted = ["Tindak lanjut: apa yang dikerjakan, kapan, dan evidennya."]
    if r.due:
        wanted.append(f"Tenggat: {date_words(r.due)}.")
    return (asked, wanted, NOTHING)


def _papers(case: Case, owed: Owed) -> Iterator[Row]:
    asked: dict[str, list[Line]] = {}
    titles = {e.id: e.title for e in (*owed.unopened, *(e for _, e in owed.unplaced))}
    for evidence in owed.unopened:
        asked[evidence.id] = ["Berkas, atau tautan yang dapat dibuka."]
    for claim, evidence in owed.unplaced:
        proves = "; ".join(name_of(case.dossier, identity) for identity in claim.supports)
        line = f"Nomor halaman atau bagian yang membuktikan {proves}."
        asked.setdefault(evidence.id, []).append(line)
    for identity, lines in asked.items():
        yield (titles[identity], lines, NOTHING)


def _figures(case: Case, owed: Owed) -> Iterator[Row]:
    for indicator in owed.indicators:
        form = f"Angka dalam {indicator.unit}, tanggal keadaannya, dan dokumen sumbernya."
        yield (_named(indicator), form, NOTHING)
    for programme in owed.programmes:
        form = "Tahap sekarang, kemajuan dalam persen, dan tanggalnya."
        yield (f"Kemajuan program {programme.name}", form, NOTHING)
    for quick_win in owed.quick_wins:
        form = "Risiko, penyebab, kemungkinan dan dampak (1 sampai 3), serta mitigasinya."
        yield (f"Risiko {name_of(case.dossier, quick_win.id)}", form, NOTHING)
    for holder, place in owed.risks:
        asked = f"Risiko {holder_of(case, holder)}: {holder.risks[place].text}"
        yield (asked, "Mitigasinya.", NOTHING)


def holder_of(case: Case, holder: QuickWin | Programme) -> str:
    """Name what a risk threatens."""
    name = name_of(case.dossier, holder.id)
    return name if isinstance(holder, QuickWin) else f"program {name}"


def _named(indicator: Indicator) -> list[Line]:
    lines: list[Line] = [f"Capaian indikator: {indicator.name}"]
    targets = "; ".join(f"{t.year}: {number(t.value)}" for t in indicator.targets)
    return [*lines, f"Target: {targets} {indicator.unit}."] if targets else lines
