"""The sheet of what assessors asked for and nothing shows yet."""

from scmaster.assess.case import Case
from scmaster.assess.owed import Owed
from scmaster.model import labels
from scmaster.model.evaluation import Recommendation, Submission
from scmaster.model.wording import date_words
from scmaster.passages.recommendations import cycle_name
from scmaster.requests import choices
from scmaster.requests.building import Line, Plan, field, within
from scmaster.requests.form import Column, Inside, Item, Kind, Path, Target
from scmaster.requests.showing import at_issue

KEY, PART = "recommendations", "action"
_CLAIMED = ("open", "in_progress", "claimed_met")
"""What an office can say itself; what is proven or accepted others say."""
_EXAMPLE = {
    "recommendation": "Evaluasi 2023, nomor 2: Menyusun rencana aksi tiap tahun.",
    "state": "Belum ditindaklanjuti. Tenggat: 31 Desember 2024.",
    "text": "Rencana aksi 2025 ditetapkan dengan Keputusan Kepala Dinas.",
    "date": "6 November 2024",
    "evidence": "Lembar Eviden Baru, baru-2",
    "status": "Dinyatakan selesai",
}


def plan(case: Case, theirs: Owed) -> Plan:
    """Return the sheet of the recommendations that an office is to follow up."""
    return Plan(
        KEY,
        "Rekomendasi",
        "Rekomendasi asesor yang tindak lanjutnya belum berbukti; isi yang sudah dikerjakan.",
        _columns(case, theirs),
        _EXAMPLE,
        [_line(case, theirs, recommendation) for recommendation in theirs.recommendations],
        len(theirs.recommendations),
    )


def _columns(case: Case, theirs: Owed) -> list[Column]:
    said = {r.status for r in theirs.recommendations}.union(_CLAIMED)
    stands = {key: word for key, word in labels.RECOMMENDATION_STATUS.items() if key in said}
    return [
        Column("recommendation", "Rekomendasi", width=48),
        Column("state", "Keadaan yang tercatat", width=34),
        field(
            PART,
            ("text",),
            "Yang sudah dikerjakan",
            "Satu tindak lanjut: apa yang dikerjakan dan hasilnya.",
            Kind.LONG,
            needed=True,
        ),
        field(PART, ("date",), "Kapan", "Tanggal, bulan, atau tahun dikerjakan.", Kind.DATE),
        field(
            PART,
            ("evidence", 0),
            "Eviden",
            "Dokumen yang membuktikannya. Yang belum ada dalam daftar ditulis dahulu di lembar"
            " Eviden Baru, lalu pilih barisnya di sini.",
            Kind.CHOICE,
            width=34,
            choices=choices.evidence(case, theirs),
        ),
        field(
            KEY,
            ("status",),
            "Status menurut Saudara",
            "Menurut perangkat daerah. Yang menyatakan berbukti atau diterima adalah asesor.",
            Kind.CHOICE,
            width=22,
            choices=choices.words(stands),
        ),
        field(
            KEY,
            ("owner",),
            "Perangkat daerah penanggung jawab",
            "Perangkat daerah yang menindaklanjutinya.",
            Kind.CHOICE,
            choices=choices.offices(case),
        ),
    ]


def _line(case: Case, theirs: Owed, recommendation: Recommendation) -> Line:
    given: list[tuple[Path, str]] = [(("opd",), theirs.opd.id)] if theirs.opd else []
    targets: dict[str, Target] = {
        PART: Item("recommendations", recommendation.id, ("actions",), tuple(given)),
        KEY: Inside("recommendations", recommendation.id),
    }
    cycle = cycle_name(case.dossier.get(Submission, recommendation.submission))
    cells: dict[str, str | None] = {
        "recommendation": within(f"{cycle} nomor {recommendation.number}: {recommendation.text}"),
        "state": within(_state(recommendation)),
        **dict.fromkeys(("text", "date", "evidence"), ""),
        "status": recommendation.status,
    }
    if theirs.opd is None:
        cells["owner"] = at_issue(recommendation, ("owner",))
    return Line(recommendation.id, targets, cells)


def _state(recommendation: Recommendation) -> str:
    status = labels.RECOMMENDATION_STATUS[recommendation.status]
    said = [f"{status[:1].upper()}{status[1:]}."]
    said += [f"Tenggat: {date_words(recommendation.due)}."] if recommendation.due else []
    said += [f"Sudah tercatat: {action.text}" for action in recommendation.actions]
    return "\n".join(said)
