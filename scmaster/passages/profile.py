"""The city in figures, its offices, its plans."""

from scmaster.assess.case import Case
from scmaster.model import labels
from scmaster.model.city import City, Planning
from scmaster.model.wording import figure, period_words, regulation_words
from scmaster.passages.cells import Cell, Missing, Row, cite, origin_of
from scmaster.passages.claims import measured


def facts(case: Case) -> list[Row]:
    """Return the figures of the profile: what, figure, when, kind, source."""
    city = case.dossier.city
    if city is None:
        return []
    return [
        (
            fact.name,
            _figure(case, city, place) if fact.value is not None else Missing("tidak diketahui"),
            period_words(fact.as_of) if fact.as_of else Missing("tanpa tanggal"),
            labels.MEASURE_STATUS[fact.status],
            origin_of(case.dossier, fact, city.sources),
        )
        for place, fact in enumerate(city.facts)
    ]


def _figure(case: Case, city: City, place: int) -> Cell:
    fact = city.facts[place]
    about = f"Profil kota: {fact.name}"
    return measured(case.dossier, figure(fact), about, fact, city, "facts", place)


def offices(case: Case) -> list[Row]:
    """Return the public offices: title, holder, term, source."""
    city = case.dossier.city
    return [
        (
            office.title,
            office.holder or Missing("tidak diketahui"),
            period_words(office.term) if office.term else Missing("tidak diketahui"),
            cite(case.dossier, office.source),
        )
        for office in (city.offices if city else [])
    ]


def plans(case: Case) -> list[Row]:
    """Return the planning documents: kind, title, period, legal basis."""
    every = sorted(case.dossier.of(Planning).values(), key=lambda p: (p.period.first, p.id))
    return [
        (
            labels.PLANNING_KIND[plan.kind],
            plan.title,
            period_words(plan.period),
            regulation_words(plan.regulation) if plan.regulation else Missing(),
        )
        for plan in every
    ]


def judged_under(case: Case) -> list[str]:
    """Return what the evaluation itself stands on, and what has been revoked since."""
    made = []
    for regulation in case.instrument.legal_basis if case.instrument else []:
        by = f" dengan {regulation.revoked_by}" if regulation.revoked_by else ""
        since = f" (kini sudah dicabut{by})" if regulation.status == "revoked" else ""
        made.append(regulation_words(regulation) + since)
    return made


def legal_basis(case: Case) -> list[str]:
    """Return the legal bases in force: the instrument's, then the city's own, enacted ones."""
    made = []
    if case.instrument is not None:
        made += [regulation_words(r) for r in case.instrument.legal_basis if r.status == "enacted"]
    for plan in case.dossier.of(Planning).values():
        if plan.regulation and plan.regulation.status == "enacted" and plan.regulation.number:
            made.append(f"{regulation_words(plan.regulation)} ({plan.title})")
    return made
