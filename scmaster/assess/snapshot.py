"""A city at one moment, small enough to keep: what can be compared with a later moment.

Records are known by their ids, so that a new name is a change of name and no other record.
Values are kept as they are written in YAML; words are made when somebody reads. Nothing
confidential is kept, for a snapshot lies beside the documents and travels with them.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.disclosure import WITHHELD, confidential, for_assessors, secrets
from scmaster.assess.results import family
from scmaster.assess.standing import Standing, stand
from scmaster.diagnostics import Severity
from scmaster.link import Dossier
from scmaster.model import labels
from scmaster.model.city import City, Opd, Source
from scmaster.model.evaluation import Recommendation, Submission
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.masterplan import Indicator, Programme, QuickWin, Target
from scmaster.model.measure import Measure
from scmaster.model.wording import period_words


@dataclass(frozen=True)
class Item:
    """A record, or an answer to a question, as it stood."""

    kind: str
    """`answer`, `figure`, `evidence`, `recommendation` or `quick_win`."""
    id: str
    name: str
    """What a reader calls it (Indonesian)."""
    fields: Mapping[str, str]
    """As in YAML; what is not known is left out."""


@dataclass(frozen=True)
class Cycle:
    """A submission with what was answered in it."""

    id: str
    name: str
    year: int
    stage: str
    instrument: str
    family: str
    questions: tuple[str, ...]
    """Every question of the instrument, answered or not."""
    answers: tuple[Item, ...]


@dataclass(frozen=True)
class Snapshot:
    """A city at one moment."""

    city: str
    cycles: tuple[Cycle, ...]
    items: tuple[Item, ...]
    names: Mapping[str, str]
    """What the ids in fields are called."""
    errors: int = 0
    """How many errors stood in the files: a record that could not be read is not here."""


def taken(case: Case) -> Snapshot:
    """Take a snapshot of all that a city has on record, whichever submission is looked at."""
    dossier = for_assessors(case).dossier
    items = [*_figures(dossier), *_evidence(dossier), *_asked(dossier), *_quick_wins(dossier)]
    return Snapshot(
        city=dossier.city.id if dossier.city else "",
        cycles=tuple(_cycles(dossier, case.shaken)),
        items=tuple(sorted(items, key=lambda item: (item.kind, item.id))),
        names=dict(sorted(_names(dossier))),
        errors=sum(1 for d in case.told if d.severity is Severity.ERROR),
    )


def _cycles(dossier: Dossier, shaken: Container[str]) -> Iterator[Cycle]:
    for submission in dossier.of(Submission).values():
        instrument = dossier.instrument(submission)
        if instrument is None:
            continue
        standings = stand(dossier, submission, instrument, shaken)
        yield Cycle(
            id=submission.id,
            name=f"{submission.year} {labels.STAGE[submission.stage]}".strip(),
            year=submission.year,
            stage=submission.stage,
            instrument=instrument.id,
            family=family(dossier, submission),
            questions=tuple(standings),
            answers=tuple(_answer(s) for s in standings.values() if s.answer or s.claims),
        )


def _answer(standing: Standing) -> Item:
    question, answer = standing.question, standing.answer
    fields: dict[str, object] = {"standing": standing.state.value}
    if answer is not None:
        measure = answer.measure
        fields |= _measure(measure) if measure else {}
        fields |= {
            "self_score": answer.self_score,
            "numerator": answer.numerator,
            "denominator": answer.denominator,
            "fact": answer.fact,
            "analysis": answer.analysis,
            "owner": answer.owner,
            "answer_state": answer.state,
        }
    fields["evidence"] = _listed(claim.evidence for claim, _ in standing.claims)
    topic = question.sub_indicator or question.indicator or ""
    return _item("answer", question.id, f"{question.id} {topic}".strip(), fields)


def _figures(dossier: Dossier) -> Iterator[Item]:
    """Yield every figure; the key of one is its record, what it counts, and when it held."""
    taken_keys: set[str] = set()
    for record, what, name, figure in _measures(dossier):
        when = figure.year if isinstance(figure, Target) else figure.as_of
        key = f"{record} {what} {when or ''}".strip()
        if key in taken_keys and figure.source:
            key += f" {figure.source}"
        number = 1
        while (unique := key if number == 1 else f"{key} #{number}") in taken_keys:
            number += 1
        taken_keys.add(unique)
        if isinstance(figure, Target):
            fields: dict[str, object] = {"value": figure.value, "source": figure.source}
            yield _item("figure", unique, f"{name}, target {figure.year}", fields)
        else:
            held = period_words(figure.as_of) if figure.as_of else "tanpa tanggal"
            yield _item("figure", unique, f"{name}, {held}", _measure(figure))


def _measures(dossier: Dossier) -> Iterator[tuple[str, str, str, Measure | Target]]:
    """Yield a record's id, what is counted, what a reader calls that, and the figure."""
    programmes = dossier.of(Programme)
    for city in dossier.of(City).values():
        yield from ((city.id, fact.name, fact.name, fact) for fact in city.facts)
    for programme in programmes.values():
        for m in programme.measures:
            yield programme.id, m.name, f"{m.name} ({programme.name})", m
    for quick in dossier.of(QuickWin).values():
        for m in quick.measures:
            yield quick.id, m.name, f"{m.name} ({_quick_name(dossier, quick)})", m
    for indicator in dossier.of(Indicator).values():
        if indicator.baseline is not None:
            yield indicator.id, "baseline", f"{indicator.name}, angka awal", indicator.baseline
        yield from ((indicator.id, "actual", indicator.name, a) for a in indicator.actuals)
        yield from ((indicator.id, "target", indicator.name, t) for t in indicator.targets)


def _measure(measure: Measure) -> dict[str, object]:
    return {
        "value": measure.value,
        "upper": measure.upper,
        "unit": measure.unit,
        "status": measure.status,
        "source": measure.source,
        "preferred": "ya" if measure.preferred else None,
    }


def _evidence(dossier: Dossier) -> Iterator[Item]:
    for piece in dossier.of(Evidence).values():
        uses = [use.user for use in dossier.uses.get(piece.id, [])]
        served = (name for user in uses if isinstance(user, Claim) for name in user.supports)
        fields: dict[str, object] = {
            "title": piece.title,
            "kind": piece.kind,
            "number": piece.number,
            "date": piece.date,
            "period": piece.period,
            "legal_status": piece.legal_status,
            "classification": piece.classification,
            "url": piece.url,
            "file": piece.file,
            "digest": dossier.digest(piece) or None,
            "used_for": _listed(served),
        }
        yield _item("evidence", piece.id, piece.title, fields)


def _asked(dossier: Dossier) -> Iterator[Item]:
    cycles = dossier.of(Submission)
    for asked in dossier.of(Recommendation).values():
        cycle = cycles.get(asked.submission)
        about = f"{cycle.year} {labels.STAGE[cycle.stage]}".strip() if cycle else asked.submission
        pieces = [*asked.evidence, *(e for action in asked.actions for e in action.evidence)]
        fields: dict[str, object] = {
            "text": asked.text,
            "follow_up": asked.status,
            "owner": asked.owner,
            "actions": "; ".join(action.text for action in asked.actions),
            "due": asked.due,
            "evidence": _listed(pieces),
        }
        yield _item("recommendation", asked.id, f"{about} nomor {asked.number}", fields)


def _quick_wins(dossier: Dossier) -> Iterator[Item]:
    for quick in dossier.of(QuickWin).values():
        programme = dossier.get(Programme, quick.programme)
        fields: dict[str, object] = {
            "programme": quick.programme,
            "service": quick.existing_service,
            "benefit": quick.public_benefit,
            "sustainability": quick.sustainability,
            "risks": len(quick.risks) or None,
            "lifecycle": programme.lifecycle if programme else None,
            "progress": programme.progress if programme else None,
        }
        yield _item("quick_win", quick.id, _quick_name(dossier, quick), fields)


def _quick_name(dossier: Dossier, quick: QuickWin) -> str:
    programme = dossier.get(Programme, quick.programme)
    return f"{programme.name if programme else quick.programme} {quick.year}"


def _names(dossier: Dossier) -> Iterator[tuple[str, str]]:
    for opd in dossier.of(Opd).values():
        yield opd.id, opd.short_name or opd.name
    for piece in dossier.of(Evidence).values():
        yield piece.id, piece.title
    for source in dossier.of(Source).values():
        yield source.id, source.title
    for programme in dossier.of(Programme).values():
        yield programme.id, programme.name


def _item(kind: str, identity: str, name: str, fields: Mapping[str, object]) -> Item:
    known = {key: _plain(value) for key, value in fields.items() if value not in {None, ""}}
    return Item(kind, identity, name, known)


def _plain(value: object) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(sorted(set(ids)))


def withheld(snapshot: Snapshot, case: Case) -> Snapshot:
    """Return an earlier snapshot without what is confidential today.

    A piece of evidence may have been classified since, or an address of it written elsewhere.
    """
    pieces = case.dossier.of(Evidence).values()
    hidden = {piece.id for piece in pieces if confidential(piece)}
    clean = secrets(case).out_of

    def item(old: Item) -> Item:
        fields = {name: clean(text) for name, text in old.fields.items()}
        if old.kind == "evidence" and old.id in hidden:
            opens = {"url", "file", "digest"} & fields.keys()
            fields = {k: v for k, v in fields.items() if k not in {"url", "file", "digest"}}
            fields |= {"file": WITHHELD} if opens else {}
            fields |= {"number": WITHHELD} if "number" in fields else {}
        return replace(old, name=clean(old.name), fields=fields)

    return replace(
        snapshot,
        cycles=tuple(
            replace(cycle, answers=tuple(map(item, cycle.answers))) for cycle in snapshot.cycles
        ),
        items=tuple(map(item, snapshot.items)),
        names={identity: clean(name) for identity, name in snapshot.names.items()},
    )
