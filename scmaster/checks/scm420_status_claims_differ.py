"""Keadaan satu rekomendasi dinyatakan berbeda pada waktu yang berbeda.

Dua pejabat, atau pejabat yang sama seminggu kemudian, sering menyebut keadaan yang berlainan.
Keduanya dicatat apa adanya; yang menghadap asesor perlu tahu keduanya dan memilih satu
jawaban. Rekomendasi dengan pernyataan yang sama dikelompokkan menjadi satu temuan.

Salah:

    recommendations:
      - id: rek-01
        submission: evaluasi-2024
        number: 1
        text: Tetapkan peraturan tentang kota cerdas.
        status: in_progress
        status_claims:  # dua minggu, dua jawaban
          - {by: Sekretaris Daerah, date: 2024-11-01, claim: Sudah dipenuhi.}
          - {by: Kepala Bappeda, date: 2024-11-15, claim: Sebagian belum.}  # SCM420

Benar:

    recommendations:
      - id: rek-01
        submission: evaluasi-2024
        number: 1
        text: Tetapkan peraturan tentang kota cerdas.
        status: in_progress
        status_claims:
          - {by: Kepala Bappeda, date: 2024-11-15, claim: Sebagian belum.}
      - id: rek-02
        submission: evaluasi-2024
        number: 2
        text: Aktifkan forum.
        status: accepted_by_assessor
        status_claims:
          - {by: Sekretaris Daerah, date: 2024-11-01, claim: Sudah dipenuhi.}
          - {by: Kepala Bappeda, date: 2024-11-15, claim: Sebagian belum.}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evaluation import Recommendation, StatusClaim
from scmaster.model.wording import date_words

SEVERITY = Severity.NOTE
SETTLED = {"accepted_by_assessor", "irrelevant"}
SHOWN = 5
"""Ids a message lists before it says how many more there are."""


def check(case: Case) -> Iterator[Finding]:
    """Find recommendations of which different things were said, alike ones together."""
    alike: dict[tuple[object, ...], list[Recommendation]] = {}
    for recommendation in case.dossier.of(Recommendation).values():
        said = {" ".join(claim.claim.split()).casefold() for claim in recommendation.status_claims}
        if recommendation.status not in SETTLED and len(said) > 1:
            key = tuple((c.by, c.date, c.claim) for c in recommendation.status_claims)
            alike.setdefault((recommendation.submission, *key), []).append(recommendation)
    for recommendations in alike.values():
        first = recommendations[0]
        ids = [recommendation.id for recommendation in recommendations]
        more = f" dan {len(ids) - SHOWN} lagi" if len(ids) > SHOWN else ""
        order = sorted(range(len(first.status_claims)), key=lambda i: _day(first.status_claims[i]))
        earliest, latest = order[0], order[-1]
        words = "; ".join(_words(first.status_claims[index]) for index in (earliest, latest))
        yield Finding(
            first.span("status_claims", latest),
            f"keadaan {', '.join(ids[:SHOWN])}{more} dinyatakan berbeda: {words}",
            "sepakati satu jawaban beserta buktinya sebelum wawancara",
            (Related(first.span("status_claims", earliest), "pernyataan yang lebih dahulu"),),
        )


def _day(claim: StatusClaim) -> tuple[object, ...]:
    return claim.date.first, claim.date.last


def _words(claim: StatusClaim) -> str:
    return f'{date_words(claim.date)}, {claim.by}: "{claim.claim}"'
