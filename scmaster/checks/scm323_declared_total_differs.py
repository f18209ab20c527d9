"""Jumlah yang dinyatakan masterplan tidak sama dengan yang tercatat.

Masterplan yang menyebut 22 quick win dan 100 indikator akan ditanya satu per satu. Dokumen
mencetak keduanya apa adanya ("1 dari 22 terdokumentasi"), sebab jumlah besar tanpa daftar
merugikan. Lengkapi catatannya dari buku masterplan, atau betulkan jumlahnya. Yang dihitung:
quick win (yang berlanjut dihitung sekali), program, dan buku milik masterplan itu, serta
indikator yang mengukurnya.

Salah:

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: draft
        declared:
          - {what: programmes, count: 22, source: sumber-uji}  # SCM323

Benar:

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: draft
        declared:
          - {what: programmes, count: 1, source: sumber-uji}

Salah (lebih banyak daripada yang dinyatakan):

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: draft
        books:
          - {number: 1, title: Analisis Strategis, role: strategic_analysis}
          - {number: 2, title: Masterplan, role: masterplan}
        declared:
          - {what: books, count: 1}  # SCM323
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.totals import recorded
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import number
from scmaster.model.masterplan import Masterplan

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")
WORDS = {
    "quick_wins": "quick win",
    "indicators": "indikator",
    "programmes": "program",
    "books": "buku",
}
"""What can be counted of a masterplan; recommendations are counted by submission."""


def check(case: Case) -> Iterator[Finding]:
    """Find declared totals that the records do not bear out."""
    for masterplan in case.dossier.of(Masterplan).values():
        if masterplan.id in case.dossier.unread:
            continue  # a record that could not be read may be one of those counted
        for declared in masterplan.declared:
            if declared.what not in WORDS:
                continue
            what, there = WORDS[declared.what], recorded(case.dossier, masterplan, declared.what)
            counted = f"{number(there)} dari {number(declared.count)} {what} terdokumentasi"
            if there > declared.count:
                counted = f"dinyatakan {number(declared.count)} {what}, tercatat {number(there)}"
            if there != declared.count:
                yield Finding(
                    declared.span("count"),
                    f"masterplan {masterplan.id}: {counted}",
                    f"lengkapi catatan {what} dari buku masterplan, atau betulkan 'count'",
                )
