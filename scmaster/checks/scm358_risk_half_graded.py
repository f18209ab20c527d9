"""Kemungkinan risiko dinilai tanpa dampaknya, atau sisa risiko dinilai sebelah.

Tingkat risiko adalah kemungkinan kali dampak. Bila hanya salah satunya terisi, tingkatnya tidak
dapat dihitung dan risikonya tidak masuk matriks. Hal yang sama berlaku bagi `residual_likelihood`
dan `residual_severity`, yaitu keadaan sesudah mitigasi.

Salah:

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        risks:
          - text: Gangguan jaringan
            likelihood: 2  # SCM358
            mitigation: Jalur cadangan
            owner: diskominfo

Salah (sisa risiko):

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        risks:
          - text: Gangguan jaringan
            likelihood: 2
            severity: 3
            mitigation: Jalur cadangan
            residual_severity: 1  # SCM358
            owner: diskominfo

Benar:

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        risks:
          - text: Gangguan jaringan
            likelihood: 2
            severity: 3
            mitigation: Jalur cadangan
            residual_likelihood: 2
            residual_severity: 1
            owner: diskominfo

Benar (kemungkinannya belum dinilai; SCM316 yang menyebutnya):

    quick_wins:
      - id: qw-izin-2024
        programme: prog-uji
        year: 2024
        risks:
          - {text: Gangguan jaringan, severity: 2, mitigation: Jalur cadangan, owner: diskominfo}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.risk_register import Registered, register
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find risks with one grade of two, now or after mitigation."""
    for registered in register(case.dossier):
        risk = registered.risk
        if risk.likelihood and not risk.severity:
            yield _half(registered, "likelihood", "severity", "dampaknya")
        if risk.residual_likelihood and not risk.residual_severity:
            yield _half(registered, "residual_likelihood", "residual_severity", "sisa dampaknya")
        if risk.residual_severity and not risk.residual_likelihood:
            lacking = "sisa kemungkinannya"
            yield _half(registered, "residual_severity", "residual_likelihood", lacking)


def _half(registered: Registered, there: str, missing: str, what: str) -> Finding:
    risk = registered.risk
    return Finding(
        risk.span(there),
        f"risiko '{risk.text}' pada {registered.holder.id} belum dinilai {what}, sehingga"
        " tingkatnya tidak dapat dihitung",
        f"isi '{missing}' (1-3)",
    )
