"""Pemeriksaan lapangan tidak sesuai dengan dokumennya.

Dokumen harus sama dengan yang dikerjakan di lapangan; asesor menanyakannya dan dapat meminta
ditunjukkan lewat kamera. Yang berlaku adalah pemeriksaan terakhir: perbaiki dokumen atau
lapangannya, lalu catat pemeriksaan ulang.

Salah:

    verifications:
      - id: cek-uji
        what: ev-laporan
        date: 2024-12-02
        opd: diskominfo
        agrees: tidak  # SCM440
        finding: Hanya 20 dari 36 kamera menyala.

Benar:

    verifications:
      - id: cek-uji
        what: ev-laporan
        date: 2024-12-02
        opd: diskominfo
        agrees: tidak
        finding: Hanya 20 dari 36 kamera menyala.
      - id: cek-ulang
        what: ev-laporan
        date: 2024-12-20
        opd: diskominfo
        agrees: ya
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.field import last_looks
from scmaster.diagnostics import Finding, Severity
from scmaster.model.wording import date_words

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find what the last look in the field did not find as written."""
    for what, verification in last_looks(case.dossier).items():
        if not verification.agrees and what not in case.dossier.unread:
            seen = f": {verification.finding}" if verification.finding else ""
            yield Finding(
                verification.span("agrees"),
                f"{what} tidak sesuai dengan lapangan pada {date_words(verification.date)}{seen}",
                "perbaiki dokumen atau lapangannya, lalu catat pemeriksaan ulang",
            )
