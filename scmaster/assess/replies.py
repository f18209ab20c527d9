"""How an office dealt with the forms it was given: in time, late, or not yet."""

from collections.abc import Container
from dataclasses import dataclass

from scmaster.assess.attendance import NOTHING, Share
from scmaster.assess.case import Case
from scmaster.assess.requested import Asked, Received, Requests
from scmaster.model.values import PartialDate


@dataclass(frozen=True)
class Replies:
    """The forms that count, each in one of five ways."""

    on_time: int = 0
    late: int = 0
    undated: int = 0
    """Came back; no day had been set."""
    overdue: int = 0
    """Did not come back, and the day has passed."""
    waiting: int = 0
    """Did not come back; the day has not passed, or none was set."""
    things: Share = NOTHING
    """Of what the forms asked for, how much was answered."""

    @property
    def answered(self) -> int:
        """How many came back."""
        return self.on_time + self.late + self.undated

    @property
    def asked(self) -> int:
        """How many count."""
        return self.answered + self.overdue + self.waiting

    def __add__(self, other: "Replies") -> "Replies":
        """Return both together."""
        return Replies(
            self.on_time + other.on_time,
            self.late + other.late,
            self.undated + other.undated,
            self.overdue + other.overdue,
            self.waiting + other.waiting,
            self.things + other.things,
        )


def replies(case: Case, names: Container[str], since: PartialDate | None = None) -> Replies:
    """Count an office's forms for the case's submission; `names` are the ids it has ever had.

    A form that was replaced by a newer one before it came back does not count: the newer one
    has the day that holds. Those made before `since` do not count either.
    """
    own = case.submission.id if case.submission else None
    total = Replies()
    for ledger in case.requests:
        if ledger.submission == own and ledger.opd in names:
            for asked, received in _counted(ledger):
                if since is None or asked.date >= since.first.isoformat():
                    total += _judged(asked, received, case.on.isoformat())
    return total


def _counted(ledger: Requests) -> list[tuple[Asked, list[Received]]]:
    """Return the forms that came back with something in them, and the last one."""
    given: dict[str, list[Asked]] = {}
    for asked in ledger.asked:
        given.setdefault(asked.form, []).append(asked)
    made = []
    for form, every in given.items():
        came = [line for line in ledger.received_of(form) if any(line.answered.values())]
        if came:
            before = [asked for asked in every if asked.date <= came[0].date]
            made.append(((before or every[:1])[-1], came))
        elif every[-1] is ledger.asked[-1]:
            made.append((every[-1], []))
    return made


def _judged(asked: Asked, received: list[Received], on: str) -> Replies:
    things = Share(
        sum(min(count, _most(received, sheet)) for sheet, count in asked.asked.items()),
        sum(asked.asked.values()),
    )
    if not received:
        overdue = int(bool(asked.due) and asked.due < on)
        return Replies(overdue=overdue, waiting=1 - overdue, things=things)
    if not asked.due:
        return Replies(undated=1, things=things)
    late = int(received[0].date > asked.due)
    return Replies(on_time=1 - late, late=late, things=things)


def _most(received: list[Received], sheet: str) -> int:
    """Return how many rows of a sheet were answered; a form that comes twice may repeat them."""
    return max((line.answered.get(sheet, 0) for line in received), default=0)
