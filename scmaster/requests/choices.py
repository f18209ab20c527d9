"""What the drop-downs of a form offer: words of the model, and records of the city."""

from collections.abc import Iterable, Mapping

from scmaster.assess.case import Case
from scmaster.assess.offices import of_today
from scmaster.assess.owed import Owed
from scmaster.model import labels
from scmaster.model.city import Opd
from scmaster.model.evidence import Evidence
from scmaster.model.masterplan import Indicator, Programme, QuickWin
from scmaster.passages.names import name_of
from scmaster.requests.form import MADE

Choices = tuple[tuple[str, str], ...]

NEW_ROWS = 15
"""Rows for evidence that nobody has recorded yet."""
_LONGEST = 90


def words(known: Mapping[str, str]) -> Choices:
    """Return the words of the model as people read them."""
    return tuple((key, f"{label[:1].upper()}{label[1:]}") for key, label in known.items())


LEVELS: Choices = tuple((str(key), f"{key} – {label}") for key, label in labels.LEVEL3.items())
"""Likelihood and severity of a risk."""


def new_row(number: int) -> str:
    """Return the key of a row for new evidence, counted from 1."""
    return f"baru-{number}"


def offices(case: Case) -> Choices:
    """Return the offices of today, by name."""
    every = case.dossier.of(Opd).values()
    today = {o.id: o for o in (of_today(case.dossier, opd, case.on) for opd in every)}
    there = [o for o in today.values() if o.valid_to is None or o.valid_to.last >= case.on]
    return _labelled((o.id, o.name) for o in sorted(there, key=lambda o: (o.name, o.id)))


def evidence(case: Case, theirs: Owed) -> Choices:
    """Return what evidence an office can point at: its own on record, and what it adds.

    Where nobody is named, all of the city's.
    """
    every = case.dossier.of(Evidence).values()
    own = [e for e in every if theirs.opd is None or _of(case, e) == theirs.opd]
    new = [
        (f"{MADE}{new_row(n)}", f"Lembar Eviden Baru, {new_row(n)}") for n in range(1, NEW_ROWS + 1)
    ]
    return (*_labelled((e.id, e.title) for e in own), *new)


def supported(case: Case, theirs: Owed) -> Choices:
    """Return what new evidence of an office can be for: what it owes, and what it runs."""
    questions = [(g.standing.question.id, g.standing.question.text) for g, _ in theirs.questions]
    made = [(identity, f"{identity} {text}") for identity, text in questions]
    made += [(r.id, _recommendation(r.number, r.text)) for r in theirs.recommendations]
    made += [(i.id, f"Indikator {i.name}") for i in _owned(case, theirs, Indicator)]
    made += [(p.id, f"Program {p.name}") for p in _owned(case, theirs, Programme)]
    programmes = {p.id for p in _owned(case, theirs, Programme)}
    for quick_win in case.dossier.of(QuickWin).values():
        if quick_win.programme in programmes:
            name = name_of(case.dossier, quick_win.id)
            made.append((quick_win.id, f"{name[:1].upper()}{name[1:]}"))
    return _labelled(made)


def _recommendation(number: int, text: str) -> str:
    return f"Rekomendasi nomor {number}: {text}"


def _owned(
    case: Case, theirs: Owed, kind: type[Indicator] | type[Programme]
) -> list[Indicator | Programme]:
    """Return the records of a kind that an office owns; of nobody those without an owner."""
    found: list[Indicator | Programme] = []
    for each in case.dossier.of(kind).values():
        owner = case.dossier.get(Opd, each.owner)
        today = of_today(case.dossier, owner, case.on) if owner else None
        if today == theirs.opd and (today or not theirs.name):
            found.append(each)
    return found


def _of(case: Case, found: Evidence) -> Opd | None:
    issuer = case.dossier.get(Opd, found.opd)
    return of_today(case.dossier, issuer, case.on) if issuer else None


def _labelled(found: Iterable[tuple[str, str]]) -> Choices:
    """Cut the labels to what a drop-down shows, and tell those apart that read the same."""
    made = [(key, _short(label)) for key, label in found]
    read = [label.casefold() for _, label in made]
    return tuple(
        (key, f"{label} ({key})" if read.count(label.casefold()) > 1 else label)
        for key, label in made
    )


def _short(label: str) -> str:
    plain = " ".join(label.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 2]} …"
