"""Bobot di dalam instrumen tidak berjumlah 100.

Nilai akhir adalah jumlah nilai dimensi dikalikan bobotnya. Bila bobot berjumlah 99 atau
101, atau satu bobot tertinggal, semua simulasi nilai meleset tanpa terlihat. Bobot yang
tidak diketahui dikosongkan semuanya, bukan sebagian.

Di dalam kelompok, bobot boleh ditulis sebagai bagian dari kelompok itu (berjumlah 100) atau
sebagai bagian dari seluruh instrumen (berjumlah bobot kelompoknya).

Salah:

    # pillars
    instruments:
      - id: uji-2024  # SCM501
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale: {minimum: 1, maximum: 4}
        groups:
          - {id: baseline, name: Baseline, weight: 40}
          - {id: output, name: Output, weight: 50}

Salah (satu bobot tertinggal di dalam kelompok berbobot):

    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale: {minimum: 1, maximum: 4}
        groups:
          - id: baseline  # SCM501
            name: Baseline
            weight: 100
            aggregate: weighted
            groups:
              - {id: rencana, name: Perencanaan, weight: 60.5}
              - {id: realisasi, name: Realisasi}

Benar:

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
            weight: 100
            aggregate: weighted
            groups:
              - {id: rencana, name: Perencanaan, weight: 60.5}
              - {id: realisasi, name: Realisasi, weight: 39.5}

Salah (bukan bagian dari kelompok, bukan pula bagian dari seluruh instrumen):

    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale: {minimum: 1, maximum: 4}
        groups:
          - {id: baseline, name: Baseline, weight: 87}
          - id: output  # SCM501
            name: Output
            weight: 13
            aggregate: weighted
            groups:
              - {id: kebijakan, name: Kebijakan, weight: 7}
              - {id: anggaran, name: Anggaran, weight: 7}

Benar (bagian dari seluruh instrumen):

    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale: {minimum: 1, maximum: 4}
        groups:
          - {id: baseline, name: Baseline, weight: 87}
          - id: output
            name: Output
            weight: 13
            aggregate: weighted
            groups:
              - {id: kebijakan, name: Kebijakan, weight: 6.5}
              - {id: anggaran, name: Anggaran, weight: 6.5}

Benar (bobot tidak diketahui):

    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        scale: {minimum: 1, maximum: 4}
        groups:
          - {id: baseline, name: Baseline}
          - {id: output, name: Output}
"""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import number
from scmaster.link import groups_of
from scmaster.model.framework import Group, Instrument, Question

SEVERITY = Severity.ERROR
WHOLE = Decimal(100)


def check(case: Case) -> Iterator[Finding]:
    """Find weighted nodes whose children's weights are neither 100 together nor their own."""
    for instrument in case.dossier.frameworks.instruments.values():
        if instrument.aggregate == "weighted":
            yield from _children(instrument, [*instrument.groups])
        for group in groups_of(instrument):
            if group.aggregate == "weighted":
                yield from _children(group, [*group.groups, *group.questions], group.weight)


def _children(
    parent: Instrument | Group, children: list[Group | Question], own: Decimal | None = None
) -> Iterator[Finding]:
    weights = [child.weight for child in children if child.weight is not None]
    if not weights:
        return
    without = [child for child in children if child.weight is None]
    total = sum(weights, Decimal(0))
    if without:
        names = ", ".join(child.id for child in without)
        related = tuple(Related(child.span("id"), "tanpa bobot") for child in without)
        message = f"bobot di bawah {parent.id} hanya sebagian yang diisi; tanpa bobot: {names}"
        yield Finding(parent.span("id"), message, "isi semua bobot, atau kosongkan semua", related)
    elif total not in {WHOLE, own}:
        related = tuple(Related(c.span("weight"), f"bobot {c.id}") for c in children)
        wanted = "100" if own in {None, WHOLE} else f"100 atau {number(own)}"
        message = f"bobot di bawah {parent.id} berjumlah {number(total)}, bukan {wanted}"
        yield Finding(parent.span("id"), message, "cocokkan bobot dengan sumbernya", related)
