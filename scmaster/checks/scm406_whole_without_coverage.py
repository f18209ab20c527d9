"""Kata seluruh, semua, setiap, atau 100% dipakai tanpa pembilang dan penyebut.

Asesor membaca "seluruh perangkat daerah" sebagai pernyataan yang dapat dihitung: berapa dari
berapa. Tanpa daftar atau angka cakupan, satu contoh yang tidak terlayani sudah cukup untuk
menolak buktinya, dan yang sebenarnya tercapai ikut gugur.

Salah:

    claims:
      - id: klaim-forum
        evidence: ev-laporan
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: "3"
        statement: Seluruh perangkat daerah sudah memakai tanda tangan elektronik.  # SCM406

Salah (jawaban instrumen):

    answers:
      - id: jawab-out-04
        submission: evaluasi-2024
        question: OUT.04
        fact: Pelatihan diikuti 100 persen kelurahan.  # SCM406

Benar:

    claims:
      - id: klaim-forum
        evidence: ev-laporan
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: "3"
        statement: Seluruh perangkat daerah sudah memakai tanda tangan elektronik.
        coverage: {numerator: 36, denominator: 36}

Benar (bukan pernyataan cakupan):

    answers:
      - id: jawab-out-04
        submission: evaluasi-2024
        question: OUT.04
        fact: Forum bertemu setiap bulan, tetapi belum semua unsur hadir.
        analysis: Secara keseluruhan kehadiran naik, dari 1100 menjadi 2100 orang.
"""

import re
from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.current import current_answers, current_claims
from scmaster.diagnostics import Finding, Severity
from scmaster.model.record import Entry

SEVERITY = (Severity.WARNING, Severity.ERROR)

WHOLE = re.compile(
    r"(?<!tidak )(?<!belum )(?<!bukan )"
    r"\b(?:(?:seluruh|semua)(?:nya)?|segenap|setiap|tiap-tiap"
    r"|(?<![\d.,])100 ?(?:%|persen\b)|seratus persen)"
    r"(?! (?:tahun|semester|triwulan|bulan|pekan|minggu|hari|jam|saat|waktu|kali|pihak)\b)"
    r"(?!\w)",
    re.IGNORECASE,
)
"""Words of a whole; not a frequency (setiap bulan), nor what is denied (belum semua)."""


def check(case: Case) -> Iterator[Finding]:
    """Find words of a whole that no count stands behind."""
    for claim, _ in current_claims(case):
        if claim.coverage is None:
            yield from _find(claim, "statement", "isi 'coverage' dengan pembilang dan penyebut")
    for answer in current_answers(case):
        if answer.numerator is None or answer.denominator is None:
            hint = "isi 'numerator' dan 'denominator', atau sebut jumlahnya tanpa kata itu"
            yield from _find(answer, "fact", hint)
            yield from _find(answer, "analysis", hint)


def _find(record: Entry, field: str, hint: str) -> Iterator[Finding]:
    match = WHOLE.search(" ".join((getattr(record, field) or "").split()))
    if match:
        message = f"{record.id} menyebut '{match[0]}' tanpa pembilang dan penyebut"
        yield Finding(record.span(field), message, hint)
