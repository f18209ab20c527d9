"""Sel yang disebut tidak ada di lembar kerjanya.

Klaim atau angka menunjuk sel, misalnya Data!B7, tetapi lembar itu tidak ada atau selnya kosong.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.xlsx
    claims:
      - id: klaim-laporan
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        pages: "Data!B9"  # SCM813
    # berkas
    ev-laporan: {kind: xlsx, cells: {Data: {B7: "27.5"}}}

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.xlsx
    claims:
      - id: klaim-laporan
        evidence: ev-laporan
        supports: [BAS.01]
        submission: evaluasi-2024
        role: primary
        pages: "Data!B7"
    # berkas
    ev-laporan: {kind: xlsx, cells: {Data: {B7: "27.5"}}}

Betulkan nama lembar atau selnya.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.cited import citations
from scmaster.assess.locators import cell
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import listing

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Look the cells up that are cited."""
    for cited in citations(case):
        place = cell(cited.place)
        if place is None or cited.contents is None or cited.original.kind not in {"xlsx", "ods"}:
            continue
        sheet = cited.contents.cells.get(place.sheet)
        if sheet is None:
            message = f"lembar '{place.sheet}' tidak ada di '{cited.original.file}'"
            hint = f"yang ada: {listing(sorted(cited.contents.cells))}"
            yield Finding(cited.record.span(*cited.path), message, hint)
        elif place.cell not in sheet:
            message = f"sel {place.cell} pada lembar '{place.sheet}' kosong"
            yield Finding(cited.record.span(*cited.path), message, "periksa letak angkanya")
