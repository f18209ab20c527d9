"""Predikat nilai tidak berurutan naik, atau mulai di luar skala.

Predikat dibaca dari bawah: tiap predikat berlaku dari nilai mulainya sampai predikat
berikutnya. Urutan yang terbalik membuat satu nilai mendapat dua predikat, dan predikat di
luar skala tidak pernah tercapai.

Salah:

    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale: {minimum: 1, maximum: 4}
        bands:
          - {start: 1, name: Kurang}
          - {start: 3, name: Baik}
          - {start: 2, name: Cukup}  # SCM503
          - {start: 4.5, name: Memuaskan}  # SCM503
        groups:
          - {id: baseline, name: Baseline}

Benar:

    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale: {minimum: 1, maximum: 4, absent: 0}
        bands:
          - {start: 0, name: Tidak ikut}
          - {start: 1, name: Kurang}
          - {start: 2, name: Cukup}
          - {start: 3, name: Baik}
        groups:
          - {id: baseline, name: Baseline}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.scale import fits_total
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import number
from scmaster.model.framework import Instrument

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find grade bands that begin outside the scale, or not above the one before."""
    for instrument in case.dossier.frameworks.instruments.values():
        yield from _bands(instrument)


def _bands(instrument: Instrument) -> Iterator[Finding]:
    before = None
    for index, band in enumerate(instrument.bands):
        span = instrument.span("bands", index, "start")
        if not fits_total(instrument.scale, band.start):
            message = f"predikat {band.name} mulai dari {number(band.start)}, di luar skala"
            yield Finding(span, message, "betulkan nilai mulainya, atau skala instrumen")
        elif before is not None and band.start <= before.start:
            message = (
                f"predikat {band.name} mulai dari {number(band.start)}, tidak di atas"
                f" {before.name} ({number(before.start)})"
            )
            related = (Related(before.span("start"), "predikat sebelumnya"),)
            yield Finding(span, message, "urutkan predikat dari yang terendah", related)
        else:
            before = band
