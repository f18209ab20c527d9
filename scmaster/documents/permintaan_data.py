"""A letter (nota dinas) to each office that owes something, in order of what it is worth.

Those who are not in the city's register get one too, under the name the instrument has for
them, marked; what nobody answers for stands in one letter that asks who will.
"""

from dataclasses import dataclass
from datetime import date

from scmaster.assess.case import Case
from scmaster.assess.offices import informatics
from scmaster.assess.owed import NOBODY, Owed, owed
from scmaster.documents import LETTER, Cover, Imprint, imprint_line, letterhead, unfit
from scmaster.indonesian import day
from scmaster.model import labels
from scmaster.model.city import Opd
from scmaster.model.wording import date_words
from scmaster.passages import requests
from scmaster.passages.cells import Cell, Missing, Row
from scmaster.passages.offices import head_of

TITLE = "Permintaan Data dan Eviden"
FAMILIES = frozenset(labels.FAMILY)
REFERENCE = LETTER

BLANK = "." * 28
"""To be filled in by hand: what no data can know."""


@dataclass(frozen=True)
class PermintaanData:
    """Everything the template may say; it computes nothing itself."""

    cover: Cover
    heading: list[Row]
    opening: str
    ranking: str
    """How the list is ordered and what the figures mean; empty where there are none."""
    rows: list[Row]
    deadline: str
    sender: list[str]
    """Who signs: the office that compiles the evidence, or whoever asks within it."""
    imprint: str


def lacks(case: Case) -> str:
    """Say why there is nothing to ask for, or nothing."""
    reason = unfit(case, FAMILIES)
    if reason or case.submission is None:
        return reason
    if case.final:
        return f"pengajuan {case.submission.id} sudah final; tidak ada lagi yang diminta"
    return "" if owed(case) else "tidak ada yang kurang"


def recipients(case: Case) -> dict[str, Owed]:
    """Return what each owes, by its key: an office's id, or a name fit for a file."""
    return owed(case)


def compose(case: Case, imprint: Imprint, theirs: Owed) -> PermintaanData:
    """Decide every word of the letter to one that owes something."""
    sender = informatics(case.dossier, case.on)
    own = sender is not None and theirs.opd == sender
    addressee = theirs.opd.name if theirs.opd else theirs.name or "penanggung jawab"
    return PermintaanData(
        cover=letterhead(
            case,
            imprint,
            f"{TITLE} – {addressee}",
            "Permintaan data dan eviden",
            office=sender.name if sender else "",
        ),
        heading=_heading(case, theirs, None if own else sender, imprint),
        opening=_opening(case, theirs),
        ranking=_ranking(theirs),
        rows=requests.rows(case, theirs),
        deadline=_deadline(theirs, None if own else sender, imprint),
        sender=[f"{head_of(sender)}," if sender and not own else "Yang meminta,"],
        imprint=imprint_line(case, imprint),
    )


def _heading(case: Case, theirs: Owed, sender: Opd | None, imprint: Imprint) -> list[Row]:
    """Return what heads a nota dinas; number, date and sort of letter are given by hand."""
    subject = case.submission.title or case.submission.id if case.submission else ""
    return [
        ("Kepada Yth.", _addressee(theirs)),
        ("Dari", head_of(sender) if sender else BLANK),
        ("Tanggal", BLANK),
        ("Nomor", BLANK),
        ("Sifat", BLANK),
        ("Lampiran", f"1 formulir ({theirs.key}.xlsx)" if imprint.attached else "–"),
        ("Hal", f"{TITLE} untuk {subject}"),
    ]


def _addressee(theirs: Owed) -> Cell:
    if theirs.opd is not None:
        return head_of(theirs.opd)
    if not theirs.name:
        return [BLANK, Missing("penanggung jawab belum ditunjuk")]
    unknown = Missing("belum ada dalam daftar perangkat daerah kota")
    return [f"Pimpinan {theirs.name}", unknown]


def _opening(case: Case, theirs: Owed) -> str:
    submission, instrument, city = case.submission, case.instrument, case.dossier.city
    dated = f" per {date_words(city.data_date)}" if city and city.data_date else ""
    name = submission.title or submission.id if submission else ""
    by = f" menurut {instrument.short_name or instrument.name}" if instrument else ""
    if theirs.key == NOBODY:
        whose = "belum lengkap dan belum mempunyai penanggung jawab"
        please = "menunjuk perangkat daerah yang memegangnya, agar dilengkapi"
    else:
        whose = f"belum lengkap pada {theirs.opd.name if theirs.opd else theirs.name}"
        please = "melengkapinya"
    return (
        f"Untuk {name}{by}, data kota{dated} mencatat {requests.count(theirs)} hal yang {whose}."
        f" Mohon kesediaan Saudara {please} menurut daftar berikut."
    )


def _ranking(theirs: Owed) -> str:
    together = requests.worth(theirs)
    if not together:
        return ""
    order = sum_ = ""
    if len(theirs.questions) > 1:
        order = "Pertanyaan diurutkan menurut nilainya bagi hasil akhir, yang terbesar dahulu. "
        sum_ = f"; seluruhnya bersama bernilai {together}"
    return (
        f"{order}Angka pada kolom Simulasi adalah tambahan nilai akhir bila jawaban naik"
        f" selangkah{sum_}. Itu simulasi menurut aturan instrumen; nilai resmi diberikan asesor."
    )


def _deadline(theirs: Owed, sender: Opd | None, imprint: Imprint) -> str:
    to = f" kepada {sender.name}" if sender else ""
    form = " dengan mengisi formulir terlampir" if imprint.attached else ""
    until = day(date.fromisoformat(imprint.due)) if imprint.due else BLANK
    due = any(recommendation.due for recommendation in theirs.recommendations)
    but = ", kecuali yang tenggatnya disebut dalam daftar" if due else ""
    return (
        f"Data dan eviden disampaikan{to}{form} paling lambat tanggal {until}{but}. Sertakan"
        " tanggal dokumen dan halaman yang dimaksud. Yang memang belum ada mohon dinyatakan belum"
        " ada, dengan alasannya."
    )
