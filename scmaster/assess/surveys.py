"""The impact surveys of a cycle, and what their distributions say."""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.model.masterplan import Respondents, Survey

CHOICES = 5
"""A respondent chooses 0, 1, 2, 3 or 4."""


def surveys(case: Case) -> Iterator[Survey]:
    """Yield the surveys of the submission in question, by id."""
    if case.submission is not None:
        for survey in case.dossier.of(Survey).values():
            if survey.submission == case.submission.id:
                yield survey


def mean_of(statement: Respondents) -> Decimal | None:
    """Return the mean that a distribution gives; None without a whole one."""
    answers = sum(statement.distribution)
    if len(statement.distribution) != CHOICES or not answers:
        return None
    points = sum(choice * count for choice, count in enumerate(statement.distribution))
    return Decimal(points) / answers
