"""What is missing, and who would have it."""

from dataclasses import dataclass

from scmaster.assess.case import Case
from scmaster.assess.measures import achieved
from scmaster.assess.owners import UNKNOWN, opd_name, owner_of
from scmaster.assess.quick_wins import judged
from scmaster.assess.standing import Standing, State
from scmaster.model.masterplan import Indicator, Programme

SHOWN = 12
"""Question ids a line lists before it says how many more there are."""


@dataclass(frozen=True)
class Gap:
    """A question that lacks an answer or evidence."""

    standing: Standing
    what: str
    """`belum dijawab`, `belum ada eviden`, or `baru ada eviden pendukung`."""
    owner: str
    """The perangkat daerah that answers it, or who usually holds the data."""


WORDS = {
    State.UNANSWERED: "belum dijawab",
    State.UNPROVEN: "belum ada eviden",
    State.SUPPORTED: "baru ada eviden pendukung",
    State.PROVEN: "terbukti",
}


def gaps(case: Case) -> list[Gap]:
    """Return every question that is not proven, in the instrument's order."""
    return [
        Gap(standing, WORDS[standing.state], owner_of(case, standing))
        for standing in case.standings.values()
        if standing.state is not State.PROVEN
    ]


def by_owner(case: Case) -> list[tuple[str, list[str]]]:
    """Return, owner by owner, lines of what each owes; the one nobody owns last."""
    owed: dict[str, dict[str, list[str]]] = {}
    for gap in gaps(case):
        owed.setdefault(gap.owner, {}).setdefault(gap.what, []).append(gap.standing.question.id)
    lines = {
        owner: [f"{what}: {_some(ids)}" for what, ids in kinds.items()]
        for owner, kinds in owed.items()
    }
    for owner, line in _record_gaps(case):
        lines.setdefault(owner, []).append(line)
    return sorted(lines.items(), key=lambda item: (item[0] == UNKNOWN, item[0]))


def _record_gaps(case: Case) -> list[tuple[str, str]]:
    found = []
    for quick_win in judged(case):
        if not quick_win.risks:
            programme = case.dossier.get(Programme, quick_win.programme)
            owner = opd_name(case.dossier, programme.owner if programme else None)
            found.append((owner, f"risiko quick win {quick_win.id}"))
    for indicator in case.dossier.of(Indicator).values():
        if not any(achieved(actual) for actual in indicator.actuals):
            owner = opd_name(case.dossier, indicator.owner)
            found.append((owner, f"capaian indikator {indicator.id}"))
    return found


def _some(ids: list[str]) -> str:
    more = f" dan {len(ids) - SHOWN} lagi" if len(ids) > SHOWN else ""
    return f"{len(ids)} soal ({', '.join(ids[:SHOWN])}{more})"
