"""The dashboard of a city's leaders: Case -> frozen pages in final words.

Every figure comes from the functions that `status`, `score` and `participation` print from;
nothing is computed anew. A page leads to the page of the record where a figure is written.
"""

from collections.abc import Iterator
from dataclasses import replace

from scmaster.assess.case import Case
from scmaster.dashboard import (
    evidence,
    history,
    meetings,
    offices,
    overview,
    participants,
    pillars,
    questions,
    quick_wins,
    recommended,
    records,
)
from scmaster.dashboard.leading import Leader, record_page, targets
from scmaster.dashboard.page import Page, Site
from scmaster.dashboard.showing import for_leaders
from scmaster.documents import Imprint, colophon, nameless
from scmaster.indonesian import day

__all__ = ["Page", "Site", "compose", "lacks"]

UNDER = {
    "opd": participants.NAME,
    "programmes": pillars.NAME,
    "indicators": pillars.NAME,
    "surveys": pillars.NAME,
    "quick_wins": quick_wins.NAME,
    "recommendations": recommended.NAME,
    "answers": questions.NAME,
    "evidence": evidence.NAME,
    "verifications": evidence.NAME,
    "sources": evidence.NAME,
    "bodies": meetings.NAME,
    "commitments": meetings.NAME,
}
"""The page of the menu that a section's records belong to; others belong to the history."""


def lacks(case: Case) -> str:
    """Say why no dashboard can be made of a case (Indonesian), or nothing."""
    return nameless(case)


def compose(case: Case, imprint: Imprint) -> Site:
    """Decide every word of the dashboard of a city that lacks nothing for it."""
    shown = for_leaders(case)
    leader = Leader(shown.dossier)
    menu = [leader.page(page) for page in _menu(shown)]
    alone = [leader.page(page) for page in offices.pages(shown)]
    city = shown.dossier.city
    submission = shown.submission
    stamp = (f"DRAF – {case.errors} galat" if case.errors else "DRAF") if imprint.draft else ""
    return Site(
        city=city.name if city else "",
        subject=(submission.title or submission.id) if submission else "tanpa pengajuan",
        foot=_foot(shown, imprint),
        draft=stamp,
        pages=(*menu, *alone, *_records(shown, leader, [*menu, *alone])),
    )


def _menu(case: Case) -> Iterator[Page]:
    yield overview.page(case)
    yield participants.page(case)
    asked = questions.page(case)
    if asked is not None:
        yield asked
    yield pillars.page(case)
    yield quick_wins.page(case)
    yield recommended.page(case)
    yield evidence.page(case)
    yield meetings.page(case)
    yield history.page(case)


def _records(case: Case, leader: Leader, pages: list[Page]) -> list[Page]:
    """Return the pages of all records that a page leads to, and those that these lead to."""
    ids = {record_page(entry.id): entry.id for entry in case.dossier.every()}
    made: dict[str, Page] = {}
    waiting = pages
    while waiting:
        named = {ids[name] for page in waiting for name in targets(page) if name in ids}
        fresh = named - made.keys()
        waiting = [leader.page(page) for _, page in records.pages(case, fresh)]
        made |= {ids[page.name]: page for page in waiting}
    sections = {
        identity: section for section, own in case.dossier.records.items() for identity in own
    }
    return [
        replace(made[identity], up=UNDER.get(sections[identity], history.NAME))
        for identity in sorted(made)
    ]


def _foot(case: Case, imprint: Imprint) -> str:
    rows = colophon(case, imprint)
    told = "; ".join(f"{label}: {value}" for label, value in rows)
    return f"{told}; dilihat per {day(case.on)}."
