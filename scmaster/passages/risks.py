"""Risks: what may go wrong, how likely and how bad, and what is done about it."""

from scmaster.assess.case import Case
from scmaster.assess.owners import UNKNOWN, opd_name
from scmaster.model.labels import LEVEL3
from scmaster.model.masterplan import Risk
from scmaster.passages.cells import Cell, Line, Missing, Row

HIGHEST = max(LEVEL3) ** 2
"""Likelihood times severity at their highest."""


def level(value: int | None) -> Cell:
    """Write a likelihood or severity: 2 (sedang)."""
    return f"{value} ({LEVEL3[value]})" if value else Missing("belum dinilai")


def table(case: Case, risks: list[Risk]) -> list[Row]:
    """Return the risks in the order of the record.

    The cells: number; risk; cause; likelihood; severity, with what it would do; level;
    mitigation; who owns it.
    """
    return [_row(case, number, risk) for number, risk in enumerate(risks, start=1)]


def _row(case: Case, number: int, risk: Risk) -> Row:
    severity = level(risk.severity)
    impact: list[Line] = [*(severity if isinstance(severity, list) else [severity])]
    impact += [risk.impact] if risk.impact else []
    grade: Cell = Missing("belum dinilai")
    if risk.likelihood and risk.severity:
        grade = f"{risk.likelihood * risk.severity} dari {HIGHEST}"
    return (
        f"R{number}",
        risk.text,
        risk.cause or Missing("belum disebut"),
        level(risk.likelihood),
        impact,
        grade,
        risk.mitigation or Missing("belum ada mitigasi"),
        opd_name(case.dossier, risk.owner) if risk.owner else Missing(UNKNOWN),
    )


def matrix(risks: list[Risk]) -> list[Row]:
    """Return likelihood by severity, the most likely first, with the numbers of the risks.

    Empty where no risk has both; those that lack one do not stand in it.
    """
    if not any(risk.likelihood and risk.severity for risk in risks):
        return []
    grades = sorted(LEVEL3)
    return [
        (f"{likely} ({LEVEL3[likely]})", *(_numbers(risks, likely, bad) for bad in grades))
        for likely in reversed(grades)
    ]


def _numbers(risks: list[Risk], likelihood: int, severity: int) -> str:
    numbers = [
        f"R{number}"
        for number, risk in enumerate(risks, start=1)
        if (risk.likelihood, risk.severity) == (likelihood, severity)
    ]
    return ", ".join(numbers) or "–"
