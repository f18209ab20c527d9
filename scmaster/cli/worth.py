"""`scmaster next`: where one more piece of evidence is worth most."""

from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.assess.crosswalking import Suggestion
    from scmaster.assess.worth import Step
    from scmaster.model.evidence import Evidence

Limit = Annotated[int, typer.Option(min=1, help="Paling banyak sekian baris.")]
OpdOption = Annotated[
    str | None, typer.Option("--opd", metavar="ID", help="Hanya milik perangkat daerah ini.")
]

SHOWN = 3
"""Pieces of evidence a gap lists."""


def following(
    city: place.CityArgument,
    submission: place.SubmissionOption = None,
    opd: OpdOption = None,
    limit: Limit = 15,
) -> None:
    """Urutkan kekurangan menurut nilainya bagi hasil akhir."""
    from scmaster.assess import crosswalking, worth
    from scmaster.assess.owners import opd_name
    from scmaster.indonesian import number
    from scmaster.model.city import Opd

    case = place.case_of(city, submission=submission)
    if case.instrument is None:
        place.stop(f"kota '{city}' belum punya pengajuan dengan instrumen yang dikenal.")
    every = steps = worth.steps(case)
    asked = case.submission.id if case.submission else ""
    usable = [s for s in crosswalking.suggestions(case.dossier, case.shaken) if s.asked.id == asked]
    if opd is not None:
        known = case.dossier.of(Opd)
        if opd not in known:
            place.stop(f"tidak ada perangkat daerah '{opd}'. Yang ada: {', '.join(known)}.")
        steps = [step for step in steps if step.owner == opd_name(case.dossier, opd)]
    typer.echo("Simulasi: nilai resmi diberikan oleh asesor.")
    typer.echo(f"Instrumen: {case.instrument.short_name or case.instrument.name}\n")
    for rank, step in enumerate(steps[:limit], start=1):
        _show(case, rank, step, every, usable)
    rest = len(steps) - limit
    together = sum(step.worth for step in steps)
    typer.echo(f"{len(steps)} kekurangan, bersama bernilai +{number(together, 2)} selangkah.")
    if rest > 0:
        typer.echo(f"{rest} lagi tidak ditampilkan; tambahkan --limit {len(steps)}.")


def _show(
    case: "Case", rank: int, step: "Step", every: "list[Step]", usable: "list[Suggestion]"
) -> None:
    from textwrap import wrap

    from scmaster.indonesian import number
    from scmaster.passages import suggestions
    from scmaster.passages.effort import EFFORT

    question = step.standing.question
    head = f"{rank:>3}. {question.id}  +{number(step.worth, 4)}"
    span = f"{number(step.before)} ke {number(step.after)}"
    typer.echo(f"{head}  ({step.standing.group.name}, {span}) · {step.owner}")
    lines = [question.text, f"Eviden: {EFFORT[step.effort]}."]
    if question.evidence_hints:
        lines.append(f"Diminta: {'; '.join(question.evidence_hints)}")
    for evidence in step.nearest[:SHOWN]:
        others = _others(case, step, evidence, every, usable)
        lines.append(f"Yang ada: {_named(evidence, others)}")
    for found in [s for s in usable if s.question == question.id][:SHOWN]:
        said = [suggestions.proven(found), suggestions.relation(found.row)]
        said += _others(case, step, found.evidence, every, usable)
        lines.append(f"Juga dapat dipakai: {_named(found.evidence, said)}")
    for line in lines:
        for part in wrap(line, look.width(), initial_indent="     ", subsequent_indent="       "):
            typer.echo(part)


def _named(evidence: "Evidence", said: list[str]) -> str:
    aside = f" ({'; '.join(said)})" if said else ""
    return f"{evidence.id}, {evidence.title}{aside}"


def _others(
    case: "Case",
    step: "Step",
    evidence: "Evidence",
    every: "list[Step]",
    usable: "list[Suggestion]",
) -> list[str]:
    """Say what else a piece of evidence supports or would serve, and the worth of it all."""
    from scmaster.assess.worth import also_serves, joint_worth
    from scmaster.indonesian import number

    own = step.standing.question.id
    submission = case.submission.id if case.submission else ""
    linked = [i for i in also_serves(case.dossier, evidence, submission) if i != own]
    more = [s.question for s in usable if s.evidence.id == evidence.id and s.question != own]
    said = [f"juga mendukung {', '.join(linked)}"] if linked else []
    said += [f"juga berguna bagi {', '.join(more)}"] if more else []
    gaps, together = joint_worth(every, [own, *linked, *more])
    if len(gaps) > 1:
        said.append(f"{len(gaps)} kekurangan, bersama bernilai +{number(together, 4)}")
    return said
