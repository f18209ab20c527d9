"""All risks of the city: what each comes to, before and after mitigation, and where none is known.

A level is likelihood times severity, each from 1 to 3: 1 to 9.
"""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.quick_wins import judged, ordered
from scmaster.assess.scales import risk_scale
from scmaster.link import Dossier
from scmaster.model.masterplan import Programme, QuickWin, Risk

GRADES = (1, 2, 3)
HIGHEST = GRADES[-1] ** 2

Holder = Programme | QuickWin
Grades = tuple[int, int]
"""Likelihood and severity."""


@dataclass(frozen=True)
class Registered:
    """A risk with its number in the register, and whose it is."""

    number: int
    holder: Holder
    index: int
    """Its place among the holder's risks."""
    risk: Risk

    @property
    def key(self) -> str:
        """What the register calls it: R7."""
        return f"R{self.number}"


def register(dossier: Dossier) -> list[Registered]:
    """Return every risk: programme by programme, and after each those of its quick wins.

    Programmes stand by name, quick wins by year. The numbers are the same in every document
    of a build; they move when a risk is added.
    """
    every = [(holder, index) for holder in _holders(dossier) for index in range(len(holder.risks))]
    return [
        Registered(number, holder, index, holder.risks[index])
        for number, (holder, index) in enumerate(every, start=1)
    ]


def _holders(dossier: Dossier) -> list[Holder]:
    quick_wins: dict[str, list[QuickWin]] = {}
    for quick_win in ordered(dossier):
        quick_wins.setdefault(quick_win.programme, []).append(quick_win)
    made = list[Holder]()
    for programme in by_name(dossier):
        made += [programme, *quick_wins.pop(programme.id, [])]
    return [*made, *(quick_win for own in quick_wins.values() for quick_win in own)]


def by_name(dossier: Dossier) -> list[Programme]:
    """Return the programmes by name."""
    every = dossier.of(Programme).values()
    return sorted(every, key=lambda programme: (programme.name.casefold(), programme.id))


def of_programme(dossier: Dossier, programme: Programme) -> list[Risk]:
    """Return the risks of a programme and of its quick wins."""
    own = [q for q in ordered(dossier) if q.programme == programme.id]
    return [*programme.risks, *(risk for quick_win in own for risk in quick_win.risks)]


def before(risk: Risk) -> Grades | None:
    """Return likelihood and severity as the risk is now; None where one is not graded."""
    if risk.likelihood is None or risk.severity is None:
        return None
    return risk.likelihood, risk.severity


def after(risk: Risk) -> Grades | None:
    """Return likelihood and severity after mitigation; None where one is not graded."""
    if risk.residual_likelihood is None or risk.residual_severity is None:
        return None
    return risk.residual_likelihood, risk.residual_severity


def level(grades: Grades | None) -> int | None:
    """Return likelihood times severity, or None."""
    return None if grades is None else grades[0] * grades[1]


def remaining(risk: Risk) -> int | None:
    """Return the level that is still open: after mitigation where that is graded."""
    return level(after(risk) or before(risk))


def owner(dossier: Dossier, holder: Holder) -> str | None:
    """Return the id of the office that a programme, or a quick win's programme, belongs to."""
    if isinstance(holder, Programme):
        return holder.owner
    programme = dossier.get(Programme, holder.programme)
    return programme.owner if programme else None


def without(case: Case) -> list[Holder]:
    """Return what has no risk on record: quick wins that are judged, and programmes.

    A programme whose quick win has one is not without, nor is one that has been stopped. Of a
    programme with a quick win that is judged, only the quick win is named.
    """
    dossier = case.dossier
    looked_at = judged(case)
    bare = list[Holder]()
    for programme in by_name(dossier):
        own = [q for q in looked_at if q.programme == programme.id]
        if own:
            bare += [quick_win for quick_win in own if not quick_win.risks]
        elif programme.lifecycle != "stopped" and not of_programme(dossier, programme):
            bare.append(programme)
    return bare


def untreated(case: Case) -> list[tuple[Registered, list[str]]]:
    """Return the risks that must be dealt with and are not, each with what it lacks (Indonesian).

    From which level on, the scale says; where there is none, no risk is.
    """
    scale = risk_scale(case)
    made = []
    for registered in register(case.dossier):
        risk = registered.risk
        reached = level(before(risk))
        if scale is None or reached is None or reached < scale.treat_from:
            continue
        known = {"mitigasi": risk.mitigation, "pemilik": risk.owner}
        missing = [name for name, value in known.items() if value is None]
        if missing:
            made.append((registered, missing))
    return made
