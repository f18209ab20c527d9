"""Skala nilai instrumen tidak masuk akal.

Nilai terendah harus di bawah nilai tertinggi, nilai bagi yang tidak ikut berada di luar
keduanya, dan setiap tingkat berada di antara keduanya. Skala yang terbalik membuat semua nilai
kota dianggap salah.

Salah:

    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale:
          minimum: 4  # SCM533
          maximum: 1
        groups:
          - {id: baseline, name: Baseline}

Salah (tingkat di luar skala, dan nilai tidak ikut sama dengan nilai peserta):

    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale:
          minimum: 1
          maximum: 4
          absent: 1  # SCM533
          levels:
            - {level: 1, name: Awal}
            - {level: 5, name: Optimum}  # SCM533
        groups:
          - {id: baseline, name: Baseline}

Salah (tingkat yang diberi arti oleh kelompok atau pertanyaan):

    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale: {minimum: 1, maximum: 4}
        groups:
          - id: baseline
            name: Baseline
            levels:
              - {level: 0, name: Belum ada}  # SCM533
            questions:
              - id: BAS.01
                code: "1.1.1"
                text: Apakah masterplan ditetapkan?
                status: official
                levels:
                  - {level: 5, name: Optimum}  # SCM533

Benar:

    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale:
          minimum: 1
          maximum: 4
          absent: 0
          levels:
            - {level: 1, name: Awal}
            - {level: 4, name: Optimum}
        groups:
          - {id: baseline, name: Baseline}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.scale import upside_down
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import number
from scmaster.link import groups_of
from scmaster.model.framework import Instrument, Level

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find scales whose ends, absence or levels do not fit."""
    for instrument in case.dossier.frameworks.instruments.values():
        scale = instrument.scale
        low, high = number(scale.minimum), number(scale.maximum)
        if upside_down(scale):
            message = f"skala {instrument.id} dari {low} sampai {high} terbalik"
            yield Finding(instrument.span("scale", "minimum"), message, "betulkan kedua ujungnya")
            continue
        if scale.absent is not None and scale.minimum <= scale.absent <= scale.maximum:
            message = f"nilai bagi yang tidak ikut, {number(scale.absent)}, juga nilai peserta"
            hint = f"pakai angka di luar {low} sampai {high}"
            yield Finding(instrument.span("scale", "absent"), message, hint)
        for level in _ladders(instrument):
            if not scale.minimum <= level.level <= scale.maximum:
                message = f"tingkat {number(level.level)} di luar skala {low} sampai {high}"
                yield Finding(level.span("level"), message, "betulkan tingkatnya, atau ujung skala")


def _ladders(instrument: Instrument) -> Iterator[Level]:
    """Yield every level that is given a meaning: by the scale, a group or a question."""
    yield from instrument.scale.levels
    for group in groups_of(instrument):
        yield from group.levels
        for question in group.questions:
            yield from question.levels
