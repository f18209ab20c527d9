"""Angka tidak ada di halaman yang disebut.

Angka di YAML mengutip satu halaman, tetapi halaman itu tidak memuatnya dalam tulisan apa pun
(1.234,5 atau 1234.5). Salah satunya keliru: angkanya, halamannya, atau dokumennya.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf
    indicators:
      - id: ind-layanan
        name: Layanan daring
        unit: layanan
        issuer: Diskominfo
        direction: up
        actuals:
          - {value: 1234.5, as_of: 2024, evidence: ev-laporan, page: "2"}  # SCM814
    # berkas
    ev-laporan: {kind: pdf, layer: text, pages: ["Ada 1.234,5 buah", "Ada 1.254,5 buah"]}

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf
    indicators:
      - id: ind-layanan
        name: Layanan daring
        unit: layanan
        issuer: Diskominfo
        direction: up
        actuals:
          - {value: 1234.5, as_of: 2024, evidence: ev-laporan, page: "1"}
    # berkas
    ev-laporan: {kind: pdf, layer: text, pages: ["Ada 1.234,5 buah", "Ada 1.254,5 buah"]}

Betulkan angka atau halamannya setelah membuka berkasnya.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.cited import Citation, citations
from scmaster.assess.locators import pages
from scmaster.assess.spellings import stands_in
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import number
from scmaster.model.measure import Measure

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Look for each figure on the pages it cites; what has no text is not judged."""
    for cited in citations(case):
        value = cited.figure.value if isinstance(cited.figure, Measure) else None
        words = _words(cited)
        if value is None or words is None or stands_in(value, words):
            continue
        message = (
            f"angka {number(value)} tidak ada di halaman {cited.place} '{cited.original.file}'"
        )
        hint = _elsewhere(cited) or "betulkan angka atau halamannya"
        yield Finding(cited.record.span(*cited.path[:-1], "value"), message, hint)


def _words(cited: Citation) -> str | None:
    """Return the text of the pages that are cited; None where there is none to judge by."""
    if cited.contents is None or cited.original.layer != "text" or not cited.original.pages:
        return None
    every = cited.contents.pages
    named = [every[page - 1] for page in pages(cited.place) if 0 < page <= len(every)]
    return "\n".join(named) if any(words.strip() for words in named) else None


def _elsewhere(cited: Citation) -> str:
    """Name the page on which the figure does stand."""
    value = cited.figure.value if isinstance(cited.figure, Measure) else None
    if value is None or cited.contents is None:
        return ""
    found = [n for n, words in enumerate(cited.contents.pages, 1) if stands_in(value, words)]
    return f"angka itu ada di halaman {found[0]}" if found else ""
