"""The statements of the impact survey, as the instrument asks for their means.

The ministry's questionnaire has three for each sub-dimension (briefing of 2023), and its form
asks the city for the mean of each.
"""

import re

from scmaster.link import questions
from scmaster.model.framework import Instrument, Question

USUAL = 3
"""Statements of a sub-dimension."""
_ASKED = re.compile(r"Berapa rata-rata penilaian responden bahwa (.+)\?")
"""How the instrument asks for the mean of a statement."""


def asked_of(instrument: Instrument | None, sub_pillar: str) -> list[Question]:
    """Return the questions of a sub-dimension's statements, in order; none where unknown."""
    return by_sub_pillar(instrument).get(sub_pillar, [])


def by_sub_pillar(instrument: Instrument | None) -> dict[str, list[Question]]:
    """Return the questions that ask for a statement's mean, by sub-dimension."""
    made: dict[str, list[Question]] = {}
    for question in questions(instrument).values() if instrument else ():
        if question.kind == "survey_mean" and question.sub_pillar is not None:
            made.setdefault(question.sub_pillar, []).append(question)
    return made


def statement(question: Question) -> str:
    """Return what a respondent agrees with or not: the question without what asks for a mean."""
    match = _ASKED.fullmatch(question.text)
    return f"{match[1][0].upper()}{match[1][1:]}." if match else question.text
