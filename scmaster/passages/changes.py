"""What changed since the submission before: answers, figures, evidence, status."""

from dataclasses import dataclass
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.changes import ADDED, CHANGED, REMOVED, Change, Comparison, compare
from scmaster.assess.missing import WORDS
from scmaster.assess.snapshot import Cycle, Snapshot, taken
from scmaster.assess.snapshot_json import DATES, NUMBERS, partial_date
from scmaster.indonesian import number
from scmaster.model import labels
from scmaster.model.values import Period
from scmaster.model.wording import period_words
from scmaster.passages.cells import Cell, Row

HOW = {ADDED: "baru", CHANGED: "berubah", REMOVED: "tidak ada lagi"}

KINDS = {
    "answer": "Jawaban",
    "figure": "Angka",
    "evidence": "Eviden",
    "recommendation": "Rekomendasi",
    "quick_win": "Quick win",
}

FIELDS = {
    "standing": "Status",
    "value": "Angka",
    "upper": "Batas atas",
    "unit": "Satuan",
    "status": "Sifat angka",
    "source": "Sumber",
    "preferred": "Angka yang dipakai",
    "self_score": "Nilai mandiri (simulasi)",
    "numerator": "Pembilang",
    "denominator": "Penyebut",
    "fact": "Fakta",
    "analysis": "Analisis",
    "owner": "Penanggung jawab",
    "answer_state": "Keadaan jawaban",
    "evidence": "Eviden",
    "title": "Judul",
    "kind": "Jenis",
    "number": "Nomor",
    "date": "Tanggal",
    "period": "Periode",
    "legal_status": "Keadaan hukum",
    "classification": "Klasifikasi",
    "url": "Tautan",
    "file": "Berkas",
    "digest": "Sidik berkas",
    "used_for": "Dipakai untuk",
    "text": "Isi",
    "follow_up": "Status",
    "actions": "Tindak lanjut",
    "due": "Tenggat",
    "programme": "Program",
    "service": "Layanan yang ditingkatkan",
    "benefit": "Manfaat bagi masyarakat",
    "sustainability": "Keberlangsungan",
    "risks": "Banyak risiko",
    "lifecycle": "Keadaan program",
    "progress": "Kemajuan (%)",
}

VALUES = {
    "standing": {state.value: words for state, words in WORDS.items()},
    "status": labels.MEASURE_STATUS,
    "answer_state": labels.ANSWER_STATE,
    "kind": labels.EVIDENCE_KIND,
    "legal_status": labels.LEGAL_STATUS,
    "classification": labels.CLASSIFICATION,
    "follow_up": labels.RECOMMENDATION_STATUS,
    "lifecycle": labels.LIFECYCLE,
}

_NAMED = frozenset({"owner", "source", "programme"})
_ENOUGH = {
    "answer": ("standing", "value", "unit", "numerator", "denominator", "fact"),
    "figure": ("value", "upper", "unit", "status"),
    "evidence": ("kind", "number", "date", "classification", "used_for"),
    "recommendation": ("text", "follow_up", "owner"),
    "quick_win": ("service", "benefit", "lifecycle"),
}
"""What is said of a record that came or went; of one that changed, all that changed."""

_DIGEST = 12
"""Digits of a digest that are printed: enough to see that it is another."""


@dataclass(frozen=True)
class Earlier:
    """The moment to compare with, or why there is none."""

    snapshot: Snapshot | None = None
    origin: str = ""
    """Where the snapshot is from (Indonesian): "revisi git 1a2b3c4"."""
    submission: str | None = None
    """The submission whose answers are compared; None: it is chosen."""
    reason: str = "belum ada pengajuan sebelumnya yang mencatat revisinya"
    """Why there is no snapshot (Indonesian)."""


NOTHING_EARLIER = Earlier()


@dataclass(frozen=True)
class Part:
    """What changed of one kind of records."""

    name: str
    slug: str
    rows: list[Row]
    """What, how, before, after."""


@dataclass(frozen=True)
class Changes:
    """The chapter of changes."""

    sentence: str
    notes: list[str]
    totals: list[Row]
    """Kind, new, changed, no longer there."""
    parts: list[Part]


def since(case: Case, earlier: Earlier, only: frozenset[str] | None = None) -> Changes:
    """Compare a case with an earlier moment; `only` names the kinds of records that matter."""
    before, submission = earlier.snapshot, case.submission
    if before is None or submission is None:
        reason = earlier.reason
        return Changes(f"Tidak ada keadaan terdahulu untuk dibandingkan: {reason}.", [], [], [])
    after = taken(case)
    compared = compare(before, after, submission.id, earlier.submission)
    kinds = [kind for kind in KINDS if only is None or kind in only]
    found = {kind: [c for c in compared.changes if c.kind == kind] for kind in kinds}
    count = sum(len(changes) for changes in found.values())
    about = f" (pengajuan {compared.before.name})" if compared.before else ""
    told = f"tercatat {count} perubahan" if count else "tidak ada yang berubah"
    return Changes(
        sentence=f"Dibandingkan dengan {earlier.origin}{about}, {told}.",
        notes=list(_notes(before, compared, answers="answer" in kinds)),
        totals=[_total(KINDS[kind], changes) for kind, changes in found.items()],
        parts=[
            Part(KINDS[kind], kind, [_row(change, before, after) for change in changes])
            for kind, changes in found.items()
            if changes
        ],
    )


def _notes(before: Snapshot, compared: Comparison, *, answers: bool) -> list[str]:
    notes = []
    if before.errors:
        notes.append(
            f"Keadaan terdahulu memuat {before.errors} galat; catatan yang waktu itu tidak terbaca"
            " tampak di sini sebagai catatan baru."
        )
    if not answers:
        return notes
    if compared.before is None:
        notes.append(
            "Jawaban tidak dibandingkan: pada keadaan terdahulu belum ada pengajuan dengan rumpun"
            " instrumen yang sama."
        )
    elif compared.editions_differ and compared.after is not None:
        notes.append(_editions(compared.before, compared.after))
    return notes


def _editions(before: Cycle, after: Cycle) -> str:
    same = len(set(before.questions) & set(after.questions))
    return (
        f"Instrumennya berbeda ({before.instrument} dan {after.instrument}). Yang dibandingkan"
        f" hanya {same} pertanyaan yang ditanyakan keduanya, menurut id tetapnya."
    )


def _total(name: str, changes: list[Change]) -> Row:
    hows = [change.how for change in changes]
    return (name, *(str(hows.count(how)) for how in (ADDED, CHANGED, REMOVED)))


def _row(change: Change, before: Snapshot, after: Snapshot) -> Row:
    shown = [
        field
        for field in change.fields
        if change.how == CHANGED or field.field in _ENOUGH[change.kind]
    ]
    was: Cell = [_said(f.field, f.before, before) for f in shown]
    now: Cell = [_said(f.field, f.after, after) for f in shown]
    return (
        change.name,
        HOW[change.how],
        "–" if change.how == ADDED else was or "–",
        "–" if change.how == REMOVED else now or "–",
    )


def _said(field: str, value: str, of: Snapshot) -> str:
    return f"{FIELDS.get(field, field)}: {words(field, value, of) if value else 'belum ada'}"


def words(field: str, value: str, of: Snapshot) -> str:
    """Write the value of a field for a reader; an id by what it is called."""
    if field in NUMBERS:
        return number(Decimal(value))
    if field in DATES:
        first, _, last = value.partition("/")
        return period_words(Period(partial_date(first), partial_date(last or first)))
    if field in _NAMED:
        return of.names.get(value, value)
    if field == "digest":
        return f"{value[:_DIGEST]}…"
    return VALUES.get(field, {}).get(value, value)
