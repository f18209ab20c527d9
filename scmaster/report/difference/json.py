"""For programs: one JSON object, `version` 1.

`city`, `base`, `head`, `submission`; `records`, each with `section`, `id`, `former` (the id it
had before, or null), `name`, `how` (`added`, `changed`, `removed`) and `fields` (`field`,
`before`, `after`: null where left out; `figure`); `unknown`, ids that cannot be compared;
`questions` (`id`, `before`, `after`: a state, or null); `findings`, with `new` and `gone`, each
as in `check --format json`; `score`: `final` and `dimensions`, each with `name`, `claimed` and
`provable`, both a pair of texts or nulls: before and after. Scores are simulations.
"""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from scmaster.assess.difference import Difference, Score, Stood
from scmaster.assess.record_changes import RecordChange
from scmaster.diagnostics import Diagnostic
from scmaster.report import json as findings


def report(difference: Difference, city: str, base: str, head: str | None) -> str:
    """Write the difference, keys in a fixed order; `base` and `head` as they were asked for."""
    submission = difference.after.submission
    content = {
        "version": 1,
        "city": city,
        "base": base,
        "head": head,
        "submission": submission.id if submission else None,
        "records": [_record(change) for change in difference.records],
        "unknown": list(difference.unknown),
        "questions": [_question(stood) for stood in difference.questions],
        "findings": {"new": _findings(difference.new), "gone": _findings(difference.gone)},
        "score": {
            "simulation": True,
            "final": _score(difference.final) if difference.final else None,
            "dimensions": [_score(score) for score in difference.dimensions],
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _record(change: RecordChange) -> dict[str, Any]:
    return {
        "section": change.section,
        "id": change.id,
        "former": change.former or None,
        "name": change.name,
        "how": change.how,
        "fields": [
            {
                "field": written.field,
                "before": written.before or None,
                "after": written.after or None,
                "figure": written.figure,
            }
            for written in change.fields
        ],
    }


def _question(stood: Stood) -> dict[str, Any]:
    states = {"before": stood.before, "after": stood.after}
    said = {name: state.value if state else None for name, state in states.items()}
    return {"id": stood.question.id} | said


def _findings(found: Sequence[Diagnostic]) -> Any:  # noqa: ANN401  (what JSON holds)
    return json.loads(findings.report(found))["diagnostics"]


def _score(score: Score) -> dict[str, Any]:
    def pair(values: tuple[Decimal | None, Decimal | None]) -> list[str | None]:
        return [None if value is None else str(value) for value in values]

    said = {"claimed": pair(score.claimed), "provable": pair(score.provable)}
    return {"name": score.name} | said
