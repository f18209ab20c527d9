"""The city in figures, its offices, its plans."""

from scmaster.assess.case import Case
from scmaster.model import labels
from scmaster.model.city import City, Planning
from scmaster.model.wording import figure, period_words, regulation_words
from scmaster.passages import footnotes
from scmaster.passages.cells import Cell, Line, Missing, Row, cite, origin_of
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


def judged_under(case: Case) -> list[Line]:
    """Return what the evaluation itself stands on, and what has been revoked since."""
    made: list[Line] = []
    for regulation in case.instrument.legal_basis if case.instrument else []:
        by = f" dengan {regulation.revoked_by}" if regulation.revoked_by else ""
        since = f" (kini sudah dicabut{by})" if regulation.status == "revoked" else ""
        words = regulation_words(regulation) + since
        made.append(footnotes.basis(case.dossier, regulation, words))
    return made


def legal_basis(case: Case) -> list[Line]:
    """Return the legal bases in force: the instrument's, then the city's own, enacted ones."""
    made: list[Line] = [
        footnotes.basis(case.dossier, regulation)
        for regulation in (case.instrument.legal_basis if case.instrument else [])
        if regulation.status == "enacted"
    ]
    for plan in case.dossier.of(Planning).values():
        if plan.regulation and plan.regulation.status == "enacted" and plan.regulation.number:
            words = f"{regulation_words(plan.regulation)} ({plan.title})"
            own = footnotes.basis(case.dossier, plan.regulation, words)
            read = footnotes.noted(case.dossier, words, plan.sources)
            made.append(read if own == words else own)
    return made
