"""Risiko tanpa mitigasi, tanpa tingkat kemungkinan, atau tanpa pemilik.

Formulir risiko kementerian meminta kemungkinan (1 rendah, 2 sedang, 3 tinggi) dan mitigasi
untuk setiap risiko. Risiko yang hanya dinamai menunjukkan bahwa kota tahu akan masalahnya
tetapi belum berbuat apa-apa, dan risiko tanpa pemilik tidak ditangani siapa pun. Risiko tinggi
dilaporkan oleh SCM357.

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
from scmaster.assess.risk_register import register, untreated
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import listing

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find risks of quick wins and programmes that are only named."""
    high = {registered.number for registered, _ in untreated(case)}
    for registered in register(case.dossier):
        risk = registered.risk
        known = {
            "mitigasi": risk.mitigation,
            "tingkat kemungkinan": risk.likelihood,
            "pemilik": risk.owner,
        }
        missing = [name for name, value in known.items() if value is None]
        if missing and registered.number not in high:
            holder = registered.holder.id
            yield Finding(
                risk.span("text"),
                f"risiko '{risk.text}' pada {holder} belum mempunyai {listing(missing)}",
                "isi 'mitigation', 'likelihood' (1-3), dan 'owner'",
            )
