"""Risiko disebut menurun tanpa mitigasi.

Sisa risiko adalah keadaan sesudah mitigasi dijalankan. Bila mitigasinya tidak disebut, asesor
tidak dapat memeriksa mengapa risikonya menurun.

Salah:

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        risks:
          - text: Gangguan jaringan
            likelihood: 2
            severity: 2
            residual_likelihood: 1  # SCM457
            residual_severity: 2
            owner: diskominfo

Benar:

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        risks:
          - text: Gangguan jaringan
            likelihood: 2
            severity: 2
            mitigation: Jalur cadangan
            residual_likelihood: 1
            residual_severity: 2
            owner: diskominfo

Benar (tidak menurun):

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        risks:
          - text: Gangguan jaringan
            likelihood: 2
            severity: 2
            residual_likelihood: 2
            residual_severity: 2
            owner: diskominfo
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.risk_register import after, before, level, register
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find risks whose level falls although nothing is done about them."""
    for registered in register(case.dossier):
        risk = registered.risk
        then, now = level(before(risk)), level(after(risk))
        if risk.mitigation is None and then is not None and now is not None and now < then:
            yield Finding(
                risk.span("residual_likelihood"),
                f"risiko '{risk.text}' pada {registered.holder.id} disebut turun dari {then} ke"
                f" {now}, tetapi mitigasinya belum disebut",
                "isi 'mitigation', atau kosongkan sisa risikonya",
            )
