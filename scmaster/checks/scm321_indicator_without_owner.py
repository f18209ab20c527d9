"""Indikator tanpa pemilik data dan tanpa penerbit.

Angka yang tidak ada pemiliknya tidak diperbarui tahun depan, dan tidak ada yang dapat
menjelaskannya dalam wawancara. Isi perangkat daerah pemilik data, atau penerbitnya bila
angka itu dari luar pemerintah kota (BPS, kementerian).

Salah:

    indicators:
      - id: ind-izin  # SCM321
        name: Izin terbit
        unit: izin

Benar:

    indicators:
      - id: ind-izin
        name: Izin terbit
        unit: izin
        owner: diskominfo

Benar (dari luar):

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

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find indicators whose figures come from nobody."""
    for indicator in case.dossier.of(Indicator).values():
        if indicator.owner is None and indicator.issuer is None:
            yield Finding(
                indicator.span("id"),
                f"indikator {indicator.id} belum mempunyai pemilik data atau penerbit",
                "isi 'owner' dengan id perangkat daerah, atau 'issuer' bila dari luar pemkot",
            )
