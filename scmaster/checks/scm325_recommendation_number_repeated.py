"""Nomor rekomendasi dipakai dua kali dalam satu pengajuan.

Rekomendasi dikenal dari nomornya: "rekomendasi 3 tahun 2022". Bila dua rekomendasi bernomor
sama, jawaban untuk yang satu akan dibaca sebagai jawaban untuk yang lain.

Salah:

    recommendations:
      - {id: rek-1, submission: evaluasi-2024, number: 1, text: Susun SOP., status: irrelevant}
      - id: rek-2
        submission: evaluasi-2024
        number: 1  # SCM325
        text: Aktifkan forum.
        status: irrelevant

Benar:

    recommendations:
      - {id: rek-1, submission: evaluasi-2024, number: 1, text: Susun SOP., status: irrelevant}
      - id: rek-2
        submission: evaluasi-2024
        number: 2
        text: Aktifkan forum.
        status: irrelevant
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evaluation import Recommendation

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find second uses of a number within a submission."""
    first: dict[tuple[str, int], Recommendation] = {}
    for recommendation in case.dossier.of(Recommendation).values():
        key = (recommendation.submission, recommendation.number)
        known = first.setdefault(key, recommendation)
        if known is not recommendation:
            yield Finding(
                recommendation.span("number"),
                f"nomor {recommendation.number} pada {recommendation.submission} sudah dipakai"
                f" rekomendasi {known.id}",
                "betulkan nomornya menurut surat hasil evaluasi, atau gabungkan keduanya",
                (Related(known.span("number"), f"dipakai {known.id} di sini"),),
            )
