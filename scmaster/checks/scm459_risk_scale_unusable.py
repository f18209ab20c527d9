"""Skala risiko tidak dapat dipakai sebagaimana ditulis.

Tingkat risiko, yaitu kemungkinan kali dampak, bernilai 1 sampai 9. Sebutannya harus mulai dari
1 dan naik, supaya setiap tingkat mempunyai tepat satu sebutan, dan `treat_from` adalah salah satu
tingkat itu. Skala hanya satu: bila ada beberapa, yang dipakai adalah yang id-nya paling awal
menurut abjad.

Salah:

    # pillars
    risk_scales:
      - id: skala-kota
        name: Skala kota
        basis: source
        bands:
          - {start: 2, name: rendah}  # SCM459
          - {start: 6, name: tinggi}
        treat_from: 6

Salah (tidak naik, di luar tingkat yang mungkin, dan batas di luar 1 sampai 9):

    # pillars
    risk_scales:
      - id: skala-kota
        name: Skala kota
        basis: source
        bands:
          - {start: 1, name: rendah}
          - {start: 6, name: tinggi}
          - {start: 4, name: sedang}  # SCM459
          - {start: 10, name: gawat}  # SCM459
        treat_from: 12  # SCM459

Salah (dua skala):

    # pillars
    risk_scales:
      - {id: skala-a, name: A, basis: source, bands: [{start: 1, name: rendah}], treat_from: 6}
      - id: skala-b  # SCM459
        name: B
        basis: proposal
        bands: [{start: 1, name: rendah}]
        treat_from: 6

Benar:

    # pillars
    risk_scales:
      - id: skala-kota
        name: Skala kota
        basis: source
        bands:
          - {start: 1, name: rendah}
          - {start: 4, name: sedang}
          - {start: 6, name: tinggi}
        treat_from: 6
"""

from collections.abc import Iterator
from itertools import pairwise

from scmaster.assess.case import Case
from scmaster.assess.risk_register import HIGHEST
from scmaster.assess.scales import risk_scale
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import number
from scmaster.model.priority import RiskScale

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find scales beside the one in use, and levels without exactly one name."""
    used = risk_scale(case)
    for scale in case.dossier.frameworks.risk_scales.values():
        if used is not None and scale is not used:
            yield Finding(
                scale.span("id"),
                f"skala risiko {scale.id} tidak dipakai, karena sudah ada {used.id}",
                "sisakan satu; pillars/risk_scales.yaml di ruang kerja menggantikan skala bawaan",
                (Related(used.span("id"), "skala yang dipakai"),),
            )
        yield from _bands(scale)


def _bands(scale: RiskScale) -> Iterator[Finding]:
    first = scale.bands[0]
    if first.start != 1:
        message = f"sebutan pertama skala {scale.id} mulai dari {number(first.start)}, bukan 1"
        yield Finding(first.span("start"), message, "mulai dari tingkat 1")
    for below, band in pairwise(scale.bands):
        start = number(band.start)
        if band.start > HIGHEST:
            message = f"sebutan '{band.name}' mulai dari {start}, di atas tingkat {HIGHEST}"
            yield Finding(band.span("start"), message, "hapus sebutan yang tidak mungkin tercapai")
        elif band.start <= below.start:
            message = f"sebutan '{band.name}' mulai dari {start}, tidak di atas yang sebelumnya"
            yield Finding(band.span("start"), message, "urutkan dari yang terendah")
    if not 1 <= scale.treat_from <= HIGHEST:
        message = f"'treat_from' skala {scale.id} bukan tingkat 1 sampai {HIGHEST}"
        yield Finding(scale.span("treat_from"), message, "isi tingkat 1 sampai 9")
