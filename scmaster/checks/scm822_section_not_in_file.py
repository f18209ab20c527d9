"""Bagian yang disebut tidak ada di dalam berkasnya.

Klaim menunjuk sebuah bagian, misalnya Diktum KEDUA, tetapi kata-kata itu tidak ditemukan di teks
berkas. Asesor akan mencarinya dan tidak menemukan apa pun.

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
        section: Diktum KETIGA  # SCM822
    # berkas
    ev-laporan: {kind: pdf, layer: text, pages: ["30 Desember 2024", "Diktum KEDUA: tim bertugas"]}

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
        section: Diktum Kedua
    # berkas
    ev-laporan: {kind: pdf, layer: text, pages: ["30 Desember 2024", "Diktum KEDUA: tim bertugas"]}

Tulis nama bagiannya seperti yang tercetak, atau sebut halamannya dengan `pages`.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.cited import citations
from scmaster.assess.locators import cell, pages
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Look for the words of each section that is cited; a page or a cell is not one."""
    for cited in citations(case):
        readable = cited.contents is not None and cited.original.layer == "text"
        if not readable or pages(cited.place) or cell(cited.place):
            continue
        if cited.contents is not None and _bare(cited.place) not in _bare(cited.contents.text):
            message = f"'{cited.place}' tidak ada di dalam '{cited.original.file}'"
            hint = "tulis seperti yang tercetak, atau sebut halamannya"
            yield Finding(cited.record.span(*cited.path), message, hint)


def _bare(text: str) -> str:
    """Leave letters and figures: how lines and spaces fall is no difference."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
