"""Angka berbeda dari sel yang disebut.

Angka di YAML mengutip satu sel, tetapi sel itu berisi angka lain. Dua angka untuk satu hal
adalah yang paling mudah ditemukan asesor.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.xlsx
    indicators:
      - id: ind-layanan
        name: Layanan daring
        unit: layanan
        issuer: Diskominfo
        direction: up
        actuals:
          - {value: 27.5, as_of: 2024, evidence: ev-laporan, page: "Data!B7"}  # SCM815
    # berkas
    ev-laporan: {kind: xlsx, cells: {Data: {B7: "28.5"}}}

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.xlsx
    indicators:
      - id: ind-layanan
        name: Layanan daring
        unit: layanan
        issuer: Diskominfo
        direction: up
        actuals:
          - {value: 27.5, as_of: 2024, evidence: ev-laporan, page: "Data!B7"}
    # berkas
    ev-laporan: {kind: xlsx, cells: {Data: {B7: "27.50"}}}

Betulkan angka di YAML, atau tunjuk sel yang benar.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.cited import citations
from scmaster.assess.locators import cell
from scmaster.assess.spellings import amount, stands_in
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import number
from scmaster.model.measure import Measure

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Compare each figure with the cell it cites; a percent cell may hold a fraction."""
    for cited in citations(case):
        place = cell(cited.place)
        value = cited.figure.value if isinstance(cited.figure, Measure) else None
        if place is None or value is None or cited.contents is None:
            continue
        held = cited.contents.cells.get(place.sheet, {}).get(place.cell)
        if held is None or stands_in(value, held):
            continue
        written = amount(held)
        if written is not None and value in {written, written * 100}:
            continue
        message = f"angka {number(value)} di sini, padahal sel {cited.place} berisi '{held}'"
        hint = "betulkan angka di YAML, atau tunjuk sel yang benar"
        yield Finding(cited.record.span(*cited.path[:-1], "value"), message, hint)
