"""What offices were asked for in forms, and what came back: one ledger an office and cycle."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Asked:
    """A form that was given to an office."""

    form: str
    """The form's fingerprint: 64 hexadecimal digits."""
    date: str
    """The day it was made, year-month-day."""
    asked: dict[str, int]
    """How many things, by the key of the form's sheet: answers, indicators, progress,
    evidence, recommendations, risks."""
    due: str = ""
    """Year-month-day; empty where no day was set."""

    @property
    def key(self) -> str:
        """What no two lines of a ledger share."""
        return f"{self.form} {self.date}"


@dataclass(frozen=True)
class Received:
    """A form that came back, and what was taken from it."""

    form: str
    """The fingerprint of the form as it was issued."""
    date: str
    """The day it was taken in, year-month-day."""
    answered: dict[str, int]
    """How many rows something was taken from, by the key of the form's sheet."""
    made: dict[str, str] = field(default_factory=dict)
    """By sheet, row and part (`new_evidence/baru-1/claim`): the id of the record it became."""
    took: dict[str, str] = field(default_factory=dict)
    """By sheet, row and column (`answers/BAS.01/fact`): the first digits of a digest of what
    was taken from the cell, so that a corrected copy may change it once more."""
    again: int = 0
    """How many times the same form was taken in before on that day."""

    @property
    def key(self) -> str:
        """What no two lines of a ledger share."""
        return f"{self.form} {self.date} kembali {self.again}"


@dataclass(frozen=True)
class Requests:
    """The ledger of one office for one submission, as it was written down."""

    submission: str
    opd: str
    """As in `owed`: the office's id on the day, a name fit for a file, or NOBODY."""
    asked: tuple[Asked, ...] = ()
    """By date."""
    received: tuple[Received, ...] = ()
    """By date."""

    def received_of(self, form: str) -> tuple[Received, ...]:
        """Return what came back of one form, by date."""
        return tuple(line for line in self.received if line.form == form)
