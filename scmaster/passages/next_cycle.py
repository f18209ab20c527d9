"""What a new cycle begins with, in the words its staff read."""

from datetime import date

from scmaster.assess.evidence import proven_period
from scmaster.assess.next_cycle import Continuing, Need, NextCycle, Proof
from scmaster.assess.owners import UNKNOWN
from scmaster.assess.renewal import Renewal, Why
from scmaster.indonesian import partial_date
from scmaster.model.city import Opd
from scmaster.model.evaluation import Answer, Submission
from scmaster.model.wording import figure_with_date, period_words

PROOFS = {
    Proof.KEPT: "tetap berlaku",
    Proof.SUPPORTING: "baru ada pendukung",
    Proof.RENEW: "perlu diperbarui",
    Proof.EXPIRED: "habis masa berlaku",
    Proof.NEVER: "belum pernah ada eviden",
}
"""What the proof of a question comes to."""


def office_name(office: Opd | str) -> str:
    """Return an office as it is known; that nobody is named where nobody is."""
    if isinstance(office, Opd):
        return office.short_name or office.name
    return office or UNKNOWN


def by_office(cycle: NextCycle) -> dict[str, list[Need]]:
    """Return the questions by the name of the office that is to be asked, nobody's last."""
    found: dict[str, list[Need]] = {}
    for need in cycle.needs:
        found.setdefault(office_name(need.office), []).append(need)
    return dict(sorted(found.items(), key=lambda item: (item[0] == UNKNOWN, item[0].casefold())))


def reason(renewal: Renewal) -> str:
    """Say what becomes of a piece of evidence, and why."""
    asked, until = period_words(renewal.asked), _day(renewal.until)
    proven = period_words(proven_period(renewal.evidence))
    words = {
        Why.HOLDS: f"berlaku juga untuk {asked}",
        Why.REVOKED: "sudah dicabut",
        Why.REFUSED: "ditolak asesor",
        Why.SHAKEN: "klaimnya perlu ditinjau ulang: berkas atau isinya tidak lagi seperti semula",
        Why.ENDED: f"berlaku hanya sampai {until}",
        Why.UNDATED: "tanggal dan periodenya tidak tercatat",
        Why.OTHER_PERIOD: f"membuktikan {proven}, bukan {asked}",
        Why.ENDING: f"berlaku hanya sampai {until}, sebelum {asked} berakhir",
    }
    said = f": {renewal.said}" if renewal.said else ""
    return f"{renewal.evidence.id} {words[renewal.why]}{said}"


def needed(need: Need) -> str:
    """Say what new proof a question needs; empty where what it had holds."""
    if need.proof is Proof.KEPT:
        return ""
    if not need.question.upload:
        index = need.question.external or "angka indeks luar"
        return f"{index} untuk periode ini"
    told = [reason(each) for each in need.renewals if each.why is not Why.HOLDS]
    if need.proof is Proof.SUPPORTING:
        held = [each.evidence.id for each in need.renewals if each.why is Why.HOLDS]
        told.insert(0, f"{', '.join(held)} hanya mendukung; perlu eviden utama")
    if need.figure is False:
        told.append("angkanya juga harus dari periode ini")
    return "; ".join(told)


def left_out(answer: Answer, old: Submission) -> str:
    """Say which figure of an answer was not copied, and of when it is; empty for none."""
    parts = []
    if answer.measure is not None and answer.measure.value is not None:
        parts.append(f"angka {figure_with_date(answer.measure)}")
    if answer.self_score is not None:
        parts.append("nilai mandiri")
    if not parts:
        return ""
    return f"Dari {old.id} tidak disalin: {' dan '.join(parts)}."


def goes_on(continuing: Continuing, cycle: NextCycle) -> str:
    """Say on what a quick win of the new year rests."""
    return (
        f"Diteruskan dari {continuing.quick_win.id} karena programnya tercatat masih berjalan;"
        f" pastikan tetap menjadi quick win {cycle.new.year}."
    )


def _day(day: date | None) -> str:
    return partial_date(day.year, day.month, day.day) if day else ""
