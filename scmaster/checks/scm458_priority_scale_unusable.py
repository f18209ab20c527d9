"""Skala prioritas tidak dapat dipakai sebagaimana ditulis.

Semua bobot berjumlah 100 dan setiap kriteria disebut sekali, agar nilai program dapat dibaca
sebagai bagian dari 100. Skala hanya satu: bila ada beberapa, yang dipakai adalah yang id-nya
paling awal menurut abjad, dan yang lain menyesatkan. Skala sendiri ditulis di
`pillars/priorities.yaml` pada ruang kerja kota, sehingga menggantikan skala bawaan.

Salah:

    # pillars
    priorities:
      - id: skala-kota  # SCM458
        name: Skala kota
        basis: source
        criteria:
          - {id: benefit, name: Manfaat, weight: 60, text: Manfaat., computed: Catatan.}
          - {id: budget, name: Anggaran, weight: 30, text: Anggaran., computed: Catatan.}

Salah (satu kriteria dua kali):

    # pillars
    priorities:
      - id: skala-kota
        name: Skala kota
        basis: source
        criteria:
          - {id: benefit, name: Manfaat, weight: 60, text: Manfaat., computed: Catatan.}
          - {id: benefit, name: Dampak, weight: 40, text: Dampak., computed: Catatan.}  # SCM458

Salah (dua skala):

    # pillars
    priorities:
      - id: skala-a
        name: Skala pertama
        basis: source
        criteria: [{id: benefit, name: Manfaat, weight: 100, text: Manfaat., computed: Catatan.}]
      - id: skala-b  # SCM458
        name: Skala kedua
        basis: proposal
        criteria: [{id: budget, name: Anggaran, weight: 100, text: Dana., computed: Catatan.}]

Benar:

    # pillars
    priorities:
      - id: skala-kota
        name: Skala kota
        basis: source
        criteria:
          - {id: benefit, name: Manfaat, weight: 62.5, text: Manfaat., computed: Catatan.}
          - {id: budget, name: Anggaran, weight: 37.5, text: Anggaran., computed: Catatan.}
"""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.scales import priority_scale
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import number
from scmaster.model.priority import Criterion, PriorityScale

SEVERITY = Severity.ERROR
WHOLE = Decimal(100)


def check(case: Case) -> Iterator[Finding]:
    """Find scales beside the one in use, weights that are not 100, and criteria named twice."""
    used = priority_scale(case)
    for scale in case.dossier.frameworks.priorities.values():
        if used is not None and scale is not used:
            yield Finding(
                scale.span("id"),
                f"skala prioritas {scale.id} tidak dipakai, karena sudah ada {used.id}",
                "sisakan satu; pillars/priorities.yaml di ruang kerja menggantikan skala bawaan",
                (Related(used.span("id"), "skala yang dipakai"),),
            )
        yield from _weights(scale)


def _weights(scale: PriorityScale) -> Iterator[Finding]:
    first: dict[str, Criterion] = {}
    for criterion in scale.criteria:
        known = first.setdefault(criterion.id, criterion)
        if known is not criterion:
            yield Finding(
                criterion.span("id"),
                f"kriteria {criterion.id} disebut dua kali di {scale.id}",
                "jadikan satu kriteria",
                (Related(known.span("id"), "pertama kali di sini"),),
            )
    total = sum((criterion.weight for criterion in scale.criteria), Decimal(0))
    if total != WHOLE:
        yield Finding(
            scale.span("id"),
            f"bobot skala prioritas {scale.id} berjumlah {number(total)}, bukan 100",
            "sesuaikan bobotnya",
            tuple(Related(c.span("weight"), f"bobot {c.id}") for c in scale.criteria),
        )
