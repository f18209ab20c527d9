"""Risiko tinggi tanpa mitigasi atau tanpa pemilik.

Tingkat risiko adalah kemungkinan kali dampak. Mulai tingkat `treat_from` pada skala risiko
(`pillars/risk_scales.yaml`, bawaannya 6 dari 9) sebuah risiko wajib punya mitigasi dan perangkat
daerah yang memilikinya: asesor menanyakan rencana mitigasi pada dimensi quick win, dan risiko
tinggi yang dibiarkan menjadi jawaban yang buruk. Risiko yang tingkatnya lebih rendah dilaporkan
oleh SCM316.

Salah:

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        risks:
          - text: Gangguan jaringan  # SCM357
            likelihood: 3
            severity: 2
            owner: diskominfo

Benar:

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        risks:
          - text: Gangguan jaringan
            likelihood: 3
            severity: 2
            mitigation: Jalur cadangan dari penyedia kedua
            owner: diskominfo

Benar (risiko rendah; SCM316 yang menyebutnya):

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        risks:
          - {text: Gangguan jaringan, likelihood: 1, severity: 2}

Salah (batas kota sendiri):

    programmes:
      - id: prog-112
        name: Panggilan darurat 112
        risks:
          - {text: Panggilan iseng, likelihood: 2, severity: 2, mitigation: Saringan}  # SCM357
    # pillars
    risk_scales:
      - id: skala-kota
        name: Skala kota
        basis: source
        bands: [{start: 1, name: rendah}, {start: 4, name: tinggi}]
        treat_from: 4
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.risk_register import HIGHEST, before, level, untreated
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import listing

SEVERITY = (Severity.WARNING, Severity.ERROR)
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find risks that must be dealt with, and that nobody deals with."""
    for registered, missing in untreated(case):
        risk = registered.risk
        reached = f"{level(before(risk))} dari {HIGHEST}"
        yield Finding(
            risk.span("text"),
            f"risiko '{risk.text}' pada {registered.holder.id} bertingkat {reached}, tetapi belum"
            f" mempunyai {listing(missing)}",
            "isi 'mitigation' dan 'owner'",
        )
