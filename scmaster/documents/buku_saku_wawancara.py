"""The booklet for the interview: what may be asked, what the data answer, one page an office.

It is for the city alone: it says where the city is weak. What is confidential stays closed in it
all the same, because it is carried to where assessors sit, and what is in it may be said aloud.
Nothing is put into anybody's mouth: an answer is what the data say, with date and source; where
they say nothing, the booklet says so and who is to bring it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scmaster.assess import disclosure
from scmaster.assess.case import Case
from scmaster.assess.interview import Prepared, Ready, prepared
from scmaster.documents import Cover, Imprint, colophon, cover, unfit
from scmaster.indonesian import listing
from scmaster.passages import annexes, interview, office_sheet, speakers
from scmaster.passages.cells import Row

TITLE = "Buku Saku Wawancara"
FAMILIES = frozenset({"komdigi", "other"})
OWN = True
"""It is for the city alone."""


@dataclass(frozen=True)
class BukuSakuWawancara:
    """Everything the template may say; it computes nothing itself."""

    cover: Cover
    city: str
    sentence: str
    """How many questions are in it, and how many have no answer."""
    counts: list[Row]
    overview: list[Row]
    sections: list[interview.Section]
    """What has no answer comes first."""
    events: list[Row]
    presenters: list[Row]
    schedule: list[Row]
    sheets: list[office_sheet.Sheet]
    silent: str
    """Offices of which the data say nothing; or nothing."""
    unregistered: list[Row]
    orphans: str
    ownerless: list[Row]
    """Recommendations that nobody owns."""
    sources: list[Row]
    colophon: list[Row]


def lacks(case: Case) -> str:
    """Say what the city lacks for this document, or nothing."""
    return unfit(case, FAMILIES)


def compose(case: Case, imprint: Imprint) -> BukuSakuWawancara:
    """Decide every word before the template sees it.

    Raises ValueError when `lacks` has something to say.
    """
    city = case.dossier.city
    if lacks(case) or city is None:
        raise ValueError(lacks(case))
    shown = disclosure.for_assessors(case)
    every = prepared(shown)
    sections = interview.sections(shown, every)
    sheets, silent = office_sheet.sheets(shown, every)
    orphans, ownerless = speakers.orphans(shown)
    events = speakers.events(shown)
    printed = [*events, *_rows(sections), *(row for sheet in sheets for row in sheet.rows)]
    return BukuSakuWawancara(
        cover=cover(case, imprint, TITLE, "Pertanyaan, jawaban, dan narasumber"),
        city=city.name,
        sentence=_sentence(every),
        counts=interview.counts(every),
        overview=interview.overview(every),
        sections=sections,
        events=events,
        presenters=speakers.presenters(shown),
        schedule=speakers.schedule(shown, every),
        sheets=sheets,
        silent=_silent(silent),
        unregistered=speakers.unregistered(shown),
        orphans=orphans,
        ownerless=ownerless,
        sources=annexes.sources(shown, annexes.pointed_at(shown, printed)),
        colophon=colophon(case, imprint),
    )


def _rows(sections: list[interview.Section]) -> Iterator[Row]:
    for section in sections:
        for sheet in section.sheets:
            yield from sheet.material


def _sentence(every: list[Prepared]) -> str:
    if not every:
        return "Bank pertanyaan belum memuat pertanyaan untuk evaluasi ini."
    bare = sum(1 for each in every if each.ready is Ready.NOTHING)
    told = f"Bank pertanyaan memuat {len(every)} pertanyaan yang mungkin diajukan."
    if not bare:
        return f"{told} Untuk semuanya ada bahan dalam data kota."
    return (
        f"{told} Sebanyak {bare} pertanyaan belum ada jawabannya dalam data kota dan didahulukan."
    )


def _silent(names: list[str]) -> str:
    return f"Data kota belum memuat apa pun tentang {listing(names)}." if names else ""
