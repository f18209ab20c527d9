"""Masa berlaku eviden habis sebelum tanggal pengajuan.

Asesor menilai eviden pada hari ia membukanya: hasil pengukuran keamanan diminta dari 12 bulan
terakhir, survei dari tahun terakhir. Yang dihitung `valid_until` pada evidennya; bila tidak ada,
masa berlaku menurut jenisnya di `pillars/validity.yaml`, sejak akhir `period` atau sejak `date`.

Salah:

    submissions:
      - id: evaluasi-2024
        year: 2024
        stage: tahap_2
        instrument: uji-2024
        state: draft
        dates:
          - {date: 2025-11-06, text: Wawancara}
    evidence:
      - id: ev-survei
        title: Survei kepuasan pengguna 112
        kind: survei
        date: 2024-08-30  # SCM448
        url: https://contoh.go.id/survei.pdf
    claims:
      - id: klaim-survei
        evidence: ev-survei
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: "1"
    # pillars
    validity:
      - {id: validity-survey, name: Survei, kinds: [survei], months: 12, status: inferred}

Benar:

    submissions:
      - id: evaluasi-2024
        year: 2024
        stage: tahap_2
        instrument: uji-2024
        state: draft
        dates:
          - {date: 2024-11-06, text: Wawancara}
    evidence:
      - id: ev-survei
        title: Survei kepuasan pengguna 112
        kind: survei
        date: 2024-08-30
        url: https://contoh.go.id/survei.pdf
    claims:
      - id: klaim-survei
        evidence: ev-survei
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary
        pages: "1"
    # pillars
    validity:
      - {id: validity-survey, name: Survei, kinds: [survei], months: 12, status: inferred}

Tanggal pengajuan adalah yang pertama pada `dates` pengajuannya. Eviden yang habis berlaku sebelum
tahun yang dinilai berakhir ditegur oleh SCM431 saja. Yang segera habis: `scmaster evidence due`.
"""

from collections.abc import Iterator
from datetime import date

from scmaster.assess.case import Case
from scmaster.assess.evidence import asked_period, speaks_of
from scmaster.assess.freshness import Life, first_look, life, outlived
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import partial_date
from scmaster.model.evaluation import Submission
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.wording import period_words

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find evidence in use that no longer holds when assessors look at it."""
    event = first_look(case.submission) if case.submission else None
    if case.submission is None or event is None:
        return
    for evidence, claim, holds, ids in _stale(case, case.submission, event.date.first):
        until = holds.until
        field = "valid_until" if holds.rule is None else "period" if evidence.period else "date"
        by = f" (menurut jenisnya: {holds.rule.name})" if holds.rule else ""
        words = partial_date(until.year, until.month, until.day) if until else ""
        yield Finding(
            evidence.span(field),
            f"{evidence.id}, dipakai untuk {', '.join(ids)}, berlaku hanya sampai {words}{by},"
            f" sebelum {period_words(event.date)} ({event.text})",
            "perbarui dokumennya, atau lampirkan yang baru di sampingnya",
            (Related(claim.span("evidence"), "dipakai di sini"),),
        )


def _stale(
    case: Case, submission: Submission, day: date
) -> list[tuple[Evidence, Claim, Life, list[str]]]:
    found: dict[str, tuple[Evidence, Claim, Life, list[str]]] = {}
    rules = case.dossier.frameworks.validity.values()
    for standing in case.standings.values():
        asked = asked_period(submission, standing.question)
        for claim, evidence in standing.claims:
            if outlived(evidence, asked) or speaks_of(evidence, asked) is False:
                continue  # rules of their own say so
            holds = life(evidence, rules, {standing.question.id})
            if holds is not None and holds.until is not None and holds.until < day:
                found.setdefault(evidence.id, (evidence, claim, holds, []))[3].append(
                    standing.question.id
                )
    return list(found.values())
