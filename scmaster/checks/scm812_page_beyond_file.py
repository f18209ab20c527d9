"""Halaman yang disebut tidak ada di berkasnya.

Klaim atau angka menunjuk halaman setelah halaman terakhir berkas. Asesor yang membukanya tidak
menemukan apa pun.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf
    claims:
      - id: klaim-laporan
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        pages: "12"  # SCM812
    # berkas
    ev-laporan: {kind: pdf, pages: 3}

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf
    claims:
      - id: klaim-laporan
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        pages: "3"
    # berkas
    ev-laporan: {kind: pdf, pages: 3}

Betulkan halamannya menurut urutan di berkas, bukan nomor yang tercetak.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.cited import citations
from scmaster.assess.locators import pages
from scmaster.diagnostics import Finding, Severity

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Compare the pages that are cited with how many there are."""
    for cited in citations(case):
        last = cited.original.pages
        beyond = [page for page in pages(cited.place) if last is not None and page > last]
        if beyond or 0 in pages(cited.place):
            message = f"halaman {beyond[0] if beyond else 0} tidak ada: "
            message += f"'{cited.original.file}' berisi {last} halaman"
            hint = "hitung halaman menurut urutannya di berkas"
            yield Finding(cited.record.span(*cited.path), message, hint)
