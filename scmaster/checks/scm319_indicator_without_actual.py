"""Indikator tanpa capaian.

Indikator tanpa satu angka capaian pun hanya menunjukkan niat. Asesor membandingkan target
dengan capaian dari tahun ke tahun; baris yang kosong dinilai belum berjalan. Bila angkanya
memang belum ada, baris ini tetap mengingatkan pemilik datanya.

Salah:

    indicators:
      - id: ind-izin  # SCM319
        name: Izin terbit
        unit: izin
        owner: diskominfo
        targets:
          - {year: 2024, value: 900}

Benar:

    indicators:
      - id: ind-izin
        name: Izin terbit
        unit: izin
        owner: diskominfo
        targets:
          - {year: 2024, value: 900}
        actuals:
          - {value: 812, as_of: 2024, source: sumber-uji}

Salah (belum diketahui, dan sudah dikatakan mengapa):

    indicators:
      - id: ind-izin  # SCM319
        name: Izin terbit
        unit: izin
        owner: diskominfo
        actuals:
          - {as_of: 2024, note: Rekap 2024 belum selesai.}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.owners import opd_name
from scmaster.diagnostics import Finding, Severity
from scmaster.model.masterplan import Indicator

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find indicators of which nothing is known, but for what other rules say of them."""
    for indicator in case.dossier.of(Indicator).values():
        silent = any(a.value is None and a.note is None for a in indicator.actuals)
        if silent or any(actual.value is not None for actual in indicator.actuals):
            continue
        who = opd_name(case.dossier, indicator.owner) if indicator.owner else indicator.issuer
        yield Finding(
            indicator.span("id"),
            f"indikator {indicator.id} belum mempunyai capaian",
            f"mintakan angkanya kepada {who or 'pemilik data'}, lalu isi 'actuals'",
        )
