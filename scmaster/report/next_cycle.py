"""What a new cycle begins with, as JSON for programs."""

import json
from typing import Any

from scmaster.assess.next_cycle import Need, NextCycle
from scmaster.model.city import Opd
from scmaster.passages.next_cycle import by_office, needed


def report(cycle: NextCycle, file: str, *, written: bool) -> str:
    """Return a cycle and the file it goes into; `written` tells whether it is there now."""
    old, new, questions = cycle.old, cycle.new, cycle.questions
    told: dict[str, Any] = {
        "from": old.id,
        "to": new.id,
        "year": new.year,
        "stage": new.stage,
        "instrument": new.instrument,
        "period": f"{cycle.period}",
        "file": file,
        "written": written,
        "offices": [
            {"name": name, "opd": _id(needs[0]), "questions": [_need(need) for need in needs]}
            for name, needs in by_office(cycle).items()
        ],
        "renamed": {one: other for one, other in questions.taken.items() if one != other},
        "partly": questions.partly,
        "lost": questions.lost,
        "quick_wins": [
            {"id": each.quick_win.id, "continued": each.copied} for each in cycle.quick_wins
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _need(need: Need) -> dict[str, Any]:
    return {
        "id": need.question.id,
        "proof": need.proof.value,
        "needed": needed(need),
        "evidence": [
            {
                "id": each.evidence.id,
                "claim": each.claim.id,
                "fate": each.fate.value,
                "why": each.why.value,
                "until": each.until.isoformat() if each.until else None,
            }
            for each in need.renewals
        ],
    }


def _id(need: Need) -> str | None:
    return need.office.id if isinstance(need.office, Opd) else None
