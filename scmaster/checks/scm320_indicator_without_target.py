"""Indikator tanpa target.

Tanpa target, capaian tidak dapat dikatakan baik atau kurang, dan tabel realisasi tidak
mempunyai persentase. Target ada di masterplan, RPJMD, atau Renstra pemiliknya. Indikator
yang diterbitkan lembaga lain dan tidak dipakai mengukur program kota (gambaran umum,
misalnya IPM) dikecualikan.

Salah:

    indicators:
      - id: ind-izin  # SCM320
        name: Izin terbit
        unit: izin
        owner: diskominfo
        actuals:
          - {value: 812, as_of: 2024, source: sumber-uji}

Benar:

    indicators:
      - id: ind-izin
        name: Izin terbit
        unit: izin
        owner: diskominfo
        targets:
          - {year: 2024, value: 900, source: sumber-uji}

Benar (gambaran umum):

    indicators:
      - id: ind-ipm
        name: Indeks Pembangunan Manusia
        unit: indeks
        issuer: Badan Pusat Statistik
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.masterplan import Indicator

SEVERITY = Severity.NOTE


def check(case: Case) -> Iterator[Finding]:
    """Find the city's own indicators without a figure to reach."""
    for indicator in case.dossier.of(Indicator).values():
        context = indicator.issuer and not indicator.owner and not indicator.belongs_to
        if not indicator.targets and not context:
            yield Finding(
                indicator.span("id"),
                f"indikator {indicator.id} belum mempunyai target",
                "isi 'targets' per tahun dari masterplan, RPJMD, atau Renstra",
            )
