"""What a form brings: each cell that changes something, and what that is."""

from collections import Counter
from dataclasses import dataclass, field

from scmaster.diagnostics import Diagnostic
from scmaster.exchange.answers import Answer
from scmaster.exchange.editing import Change
from scmaster.requests.form import Path


@dataclass(frozen=True)
class Step:
    """One cell that changes a record, as it is shown before it is written."""

    answer: Answer
    change: Change
    section: str
    record: str
    path: Path
    old: str
    new: str
    fresh: bool = False
    """Whether the record, or the item, is made."""


@dataclass(frozen=True)
class Handed:
    """The name of a file that goes with a form, and the record it belongs to."""

    name: str
    record: str
    """Empty where the row makes none."""
    where: str


@dataclass
class Harvest:
    """What a form changes, and what of it cannot be taken."""

    changes: list[Change] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    handed: list[Handed] = field(default_factory=list)
    made: dict[str, str] = field(default_factory=dict)
    """As in `Received`."""
    took: dict[str, str] = field(default_factory=dict)
    """As in `Received`."""

    @property
    def answered(self) -> dict[str, int]:
        """How many rows something was taken from, by the key of the sheet, in all copies so far.

        Two people may have filled in a copy each.
        """
        rows = {key.rpartition("/")[0] for key in self.took}
        return dict(sorted(Counter(row.partition("/")[0] for row in rows).items()))

    def drop(self, step: Step) -> None:
        """Forget a step that cannot be taken after all."""
        answer = step.answer
        self.steps.remove(step)
        self.took.pop(answer.key, None)
        if step.fresh:
            self.made.pop(f"{answer.sheet.key}/{answer.row.key}/{answer.column.part}", None)
