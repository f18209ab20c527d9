"""Angka dari berita atau tulisan orang lain ditandai resmi.

Resmi berarti dibaca dari statistik atau dokumen penerbitnya. Angka yang dikutip media sering
dibulatkan atau tertukar, dan asesor yang membuka tautannya melihat berita, bukan data.
Tandai reported, atau rujuk dokumen resminya.

Salah:

    sources:
      - {id: sumber-uji, title: Laporan resmi kota, tier: document}
      - {id: sumber-berita, title: Berita penduduk, tier: press}
    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        measures:
          - name: Izin terbit
            value: 812
            unit: izin
            as_of: 2024
            status: official  # SCM432
            source: sumber-berita

Benar:

    sources:
      - {id: sumber-uji, title: Laporan resmi kota, tier: document}
      - {id: sumber-berita, title: Berita penduduk, tier: press}
    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        measures:
          - name: Izin terbit
            value: 812
            unit: izin
            as_of: 2024
            status: official
            source: sumber-uji
          - name: Izin ditolak
            value: 12
            unit: izin
            as_of: 2024
            status: reported
            source: sumber-berita
          - name: Izin dicabut
            value: 2
            unit: izin
            as_of: 2024
            status: official
            source: sumber-berita
            evidence: ev-laporan
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.figures import figures
from scmaster.diagnostics import Finding, Severity
from scmaster.link import Dossier
from scmaster.model.city import Source
from scmaster.model.evidence import Evidence
from scmaster.model.labels import TIER
from scmaster.model.measure import Measure
from scmaster.model.wording import figure

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find figures called official that were read at second hand."""
    for record in case.dossier.every():
        for path, measure in figures(record):
            where = _second_hand(case.dossier, measure)
            if measure.status == "official" and measure.value is not None and where:
                yield Finding(
                    record.span(*path, "status"),
                    f"angka {figure(measure)} pada {record.id} ditandai resmi, padahal"
                    f" dibaca dari {where}",
                    "ubah menjadi reported, atau rujuk dokumen resminya",
                )


def _second_hand(dossier: Dossier, measure: Measure) -> str:
    evidence = dossier.get(Evidence, measure.evidence)
    if measure.evidence and (evidence is None or evidence.kind != "berita"):
        return ""
    source = dossier.get(Source, measure.source)
    if source is not None:
        return TIER[source.tier] if source.tier in {"press", "secondary"} else ""
    return TIER["press"] if evidence is not None and measure.source is None else ""
