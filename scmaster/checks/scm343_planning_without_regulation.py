"""Dokumen perencanaan tanpa peraturan yang dapat dirujuk.

Keselarasan dengan RPJPD, RPJMD, dan RTRW dinilai pada dimensi baseline, dan ketiganya
ditetapkan dengan peraturan daerah. Sebut nomor dan tahunnya menurut JDIH. Yang diperiksa
adalah dokumen yang berlaku pada periode pengajuan.

Salah:

    planning:
      - id: rpjmd-uji  # SCM343
        kind: rpjmd
        title: RPJMD Kota Uji
        period: 2021/2026

Salah (tanpa nomor):

    planning:
      - id: rpjmd-uji
        kind: rpjmd
        title: RPJMD Kota Uji
        period: 2021/2026
        regulation: {kind: perda, year: 2021, status: enacted}  # SCM343

Benar:

    planning:
      - id: rpjmd-uji
        kind: rpjmd
        title: RPJMD Kota Uji
        period: 2021/2026
        regulation: {kind: perda, number: "4", year: 2021, status: enacted}

Benar (tidak berlaku lagi):

    planning:
      - id: rpjmd-lama
        kind: rpjmd
        title: RPJMD Kota Uji
        period: 2016/2021
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.assess.regulations import lack
from scmaster.diagnostics import Finding, Severity
from scmaster.model.city import Planning

SEVERITY = Severity.WARNING
BY_PERDA = frozenset({"rpjpd", "rpjmd", "rtrw"})


def check(case: Case) -> Iterator[Finding]:
    """Find plans of the period whose enactment cannot be looked up."""
    for plan in case.dossier.of(Planning).values():
        if plan.kind not in BY_PERDA:
            continue
        if case.submission and not plan.period.overlaps(period_of(case.submission)):
            continue
        hint = "isi 'regulation' dengan nomor, tahun, dan status menurut JDIH"
        if plan.regulation is None:
            message = f"{plan.id} tidak menyebut peraturan yang menetapkannya"
            yield Finding(plan.span("id"), message, hint)
        elif missing := lack(plan.regulation):
            message = f"{plan.id}: {missing.words}"
            yield Finding(plan.regulation.span(missing.field), message, hint)
