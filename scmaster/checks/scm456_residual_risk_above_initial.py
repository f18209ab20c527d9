"""Sisa risiko lebih tinggi daripada risiko semula.

Mitigasi menurunkan kemungkinan, dampak, atau keduanya; tidak menaikkannya. Bila angka sesudah
mitigasi lebih tinggi, biasanya kedua angka tertukar atau salah ketik.

Salah:

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        risks:
          - text: Gangguan jaringan
            likelihood: 1
            severity: 2
            mitigation: Jalur cadangan
            residual_likelihood: 3  # SCM456
            residual_severity: 1
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
            mitigation: Jalur cadangan
            residual_likelihood: 1
            residual_severity: 2
            owner: diskominfo
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.risk_register import register
from scmaster.diagnostics import Finding, Related, Severity

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find grades after mitigation above those before it."""
    for registered in register(case.dossier):
        risk = registered.risk
        grades = (
            ("kemungkinan", "likelihood", risk.likelihood, risk.residual_likelihood),
            ("dampak", "severity", risk.severity, risk.residual_severity),
        )
        for what, field, before, after in grades:
            if before is not None and after is not None and after > before:
                yield Finding(
                    risk.span(f"residual_{field}"),
                    f"{what} risiko '{risk.text}' pada {registered.holder.id} sesudah mitigasi"
                    f" {after}, semula {before}",
                    "periksa apakah kedua angka tertukar",
                    (Related(risk.span(field), f"{what} semula"),),
                )
