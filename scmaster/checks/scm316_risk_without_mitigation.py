"""Risiko tanpa mitigasi, tanpa tingkat kemungkinan, atau tanpa pemilik.

Formulir risiko kementerian meminta kemungkinan (1 rendah, 2 sedang, 3 tinggi) dan mitigasi
untuk setiap risiko. Risiko yang hanya dinamai menunjukkan bahwa kota tahu akan masalahnya
tetapi belum berbuat apa-apa, dan risiko tanpa pemilik tidak ditangani siapa pun.

Salah:

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        risks:
          - text: Gangguan jaringan  # SCM316
            likelihood: 2

Benar:

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        risks:
          - text: Gangguan jaringan
            likelihood: 2
            mitigation: Jalur cadangan dari penyedia kedua
            owner: diskominfo

Salah (risiko program):

    programmes:
      - id: prog-112
        name: Panggilan darurat 112
        risks:
          - {text: Panggilan iseng, mitigation: Saringan awal, owner: diskominfo}  # SCM316
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import listing
from scmaster.model.masterplan import Programme, QuickWin

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find risks of quick wins and programmes that are only named."""
    dossier = case.dossier
    holders: list[QuickWin | Programme] = [*dossier.of(QuickWin).values()]
    for holder in [*holders, *dossier.of(Programme).values()]:
        for risk in holder.risks:
            known = {
                "mitigasi": risk.mitigation,
                "tingkat kemungkinan": risk.likelihood,
                "pemilik": risk.owner,
            }
            missing = [name for name, value in known.items() if value is None]
            if missing:
                yield Finding(
                    risk.span("text"),
                    f"risiko '{risk.text}' pada {holder.id} belum mempunyai {listing(missing)}",
                    "isi 'mitigation', 'likelihood' (1-3), dan 'owner'",
                )
