"""Angka tanpa sumber dan tanpa eviden.

Asesor bertanya "dari mana angka ini?" untuk setiap angka, dan angka yang tidak dapat
ditelusuri merugikan angka lain di halaman yang sama. Cukup salah satu: sumber atau eviden
pada angkanya, daftar sumber pada catatannya, atau klaim yang mendukung catatan itu. Angka
anggaran diperlakukan sama. Angka di dalam jawaban tidak diperiksa di sini, karena jawaban
dibuktikan dengan klaim.

Salah:

    indicators:
      - id: ind-sampah
        name: Pengurangan sampah
        unit: persen
        owner: dlh
        actuals:
          - {value: 26, as_of: 2022}  # SCM302

Benar (pada angkanya):

    indicators:
      - id: ind-sampah
        name: Pengurangan sampah
        unit: persen
        owner: dlh
        actuals:
          - {value: 26, as_of: 2022, evidence: ev-laporan}

Benar (pada catatannya):

    indicators:
      - id: ind-sampah
        name: Pengurangan sampah
        unit: persen
        owner: dlh
        actuals:
          - {value: 26, as_of: 2022}
        sources: [sumber-uji]

Salah (anggaran):

    programmes:
      - id: prog-gas
        name: Pemanfaatan gas metana
        budget:
          - {year: 2024, amount: 154600000, funding: apbd}  # SCM302
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.measures import stated
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import rupiah
from scmaster.model.evaluation import Answer
from scmaster.model.masterplan import Programme
from scmaster.model.record import Entry
from scmaster.model.wording import figure

SEVERITY = (Severity.WARNING, Severity.ERROR)
HINT = "isi 'source' dengan id sumber, atau 'evidence' dengan id eviden yang memuat angka ini"


def check(case: Case) -> Iterator[Finding]:
    """Find figures and budgets that name nothing they were read in."""
    for entry, measure, what in stated(case):
        if measure.value is None or measure.source or measure.evidence:
            continue
        if not isinstance(entry, Answer) and not _vouched(case, entry):
            message = f"angka {figure(measure)} ({what}) pada {entry.id} tanpa sumber atau eviden"
            yield Finding(measure.span("value"), message, HINT)
    for programme in case.dossier.of(Programme).values():
        for budget in programme.budget:
            if budget.source is None and budget.evidence is None and not _vouched(case, programme):
                amount = f"anggaran {budget.year} sebesar {rupiah(budget.amount)}"
                message = f"{amount} pada {programme.id} tanpa sumber atau eviden"
                yield Finding(budget.span("amount"), message, HINT)


def _vouched(case: Case, entry: Entry) -> bool:
    """Tell whether the record as a whole names its sources, or a claim supports it."""
    dossier = case.dossier
    return bool(entry.sources or dossier.claims_on(entry.id) or entry.id in dossier.unread)
