"""The deck that the city presents to assessors: slides, with what proves each figure in the notes.

It has the order of the ministry's interviews: institutions, infrastructure, the six pillars
with their quick wins, what became of recommendations, challenges. What a slide looks like is
in templates/_shared/acuan.pptx.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.documents import Cover, Imprint, colophon, cover, unfit
from scmaster.model.wording import date_words
from scmaster.passages import slides_of_city, slides_of_evaluation, slides_of_programmes
from scmaster.passages.slides import Closing, Opening, Section, Slide

TITLE = "Paparan Kota Cerdas"
FAMILIES = frozenset({"komdigi", "other"})
FORMATS = ("pptx",)


@dataclass(frozen=True)
class Paparan:
    """The slides in their order."""

    cover: Cover
    slides: list[Slide]


def lacks(case: Case) -> str:
    """Say what the city lacks for this deck, or nothing."""
    return unfit(case, FAMILIES)


def compose(case: Case, imprint: Imprint) -> Paparan:
    """Decide every word before a slide is drawn.

    Raises ValueError when `lacks` has something to say.
    """
    if lacks(case):
        raise ValueError(lacks(case))
    first = cover(case, imprint, TITLE, "Paparan kota cerdas")
    return Paparan(first, list(_slides(case, imprint, first)))


def _slides(case: Case, imprint: Imprint, first: Cover) -> Iterator[Slide]:
    yield _opening(case, imprint, first)
    yield from slides_of_city.profile(case)
    yield Section(
        "Kelembagaan", "Siapa yang mengarahkan kota cerdas, dan kapan mereka bertemu.", []
    )
    yield from slides_of_city.institutions(case)
    yield Section("Infrastruktur", "Apa yang sudah tersedia sebagai landasan program.", [])
    yield from slides_of_city.infrastructure(case)
    yield Section(
        "Enam pilar dan quick win", "Masterplan, program menurut pilar, dan dampaknya.", []
    )
    yield from slides_of_city.plan(case)
    yield from slides_of_programmes.overview(case)
    yield from slides_of_programmes.by_pillar(case)
    yield from slides_of_programmes.quick_wins(case)
    yield from slides_of_evaluation.indicators(case)
    yield Section(
        "Evaluasi dan tindak lanjut", "Jawaban, nilai terdahulu, dan rekomendasi asesor.", []
    )
    yield from slides_of_evaluation.answers(case)
    yield from slides_of_evaluation.results(case)
    yield from slides_of_evaluation.follow_up(case)
    yield Section("Tantangan", "Yang masih harus diselesaikan, dan risikonya.", [])
    yield from slides_of_evaluation.challenges(case)
    yield _closing(case, imprint)


def _opening(case: Case, imprint: Imprint, first: Cover) -> Opening:
    city, submission = case.dossier.city, case.submission
    about = (submission.title or submission.id) if submission else ""
    known = f"Data per {date_words(city.data_date)}" if city and city.data_date else ""
    return Opening(
        f"{TITLE} {first.city}",
        " – ".join(filter(None, (about, first.subtitle))),
        [line for line in (first.office, known) if line],
        [
            "Catatan pembicara pada setiap slide menyebutkan sumber dan eviden angkanya.",
            *(f"{label}: {_said(value)}." for label, value in colophon(case, imprint)),
        ],
    )


def _closing(case: Case, imprint: Imprint) -> Closing:
    return Closing(
        "Terima kasih",
        [
            "Jawaban setiap pertanyaan, eviden, dan sumber angka ada di Laporan Evaluasi.",
            "Angka di paparan ini sama dengan angka di laporan itu.",
        ],
        [f"{label}: {_said(value)}." for label, value in colophon(case, imprint)],
    )


def _said(value: object) -> str:
    return str(getattr(value, "text", value))
