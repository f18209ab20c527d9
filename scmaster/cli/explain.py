"""`scmaster explain`: the page of a code, or the sheets of what has an id in `pillars/`."""

from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from scmaster.catalogue import Page, Sheet
    from scmaster.link import Frameworks

Topic = Annotated[
    str,
    typer.Argument(
        metavar="KODE|SOAL|KELUHAN|KRITERIA",
        help="Misalnya SCM301, BAS.01, no-legal-basis, ask-ikn, atau readiness.",
    ),
]
City = Annotated[
    str | None,
    typer.Option("--city", metavar="KOTA", help="Tampilkan juga apa yang dimiliki kota ini."),
]


def explain(topic: Topic, city: City = None, submission: place.SubmissionOption = None) -> None:
    """Jelaskan kode temuan, soal instrumen atau wawancara, keluhan, atau kriteria prioritas."""
    from scmaster import catalogue, local_rules, pipeline
    from scmaster.report import text

    if submission and not city:
        place.stop("--submission hanya berarti bersama --city KOTA.")
    own = local_rules.pages(place.find_workspace())
    if page := catalogue.pages(own).get(topic.upper()):
        _show(page)
        return
    known, _ = pipeline.frameworks(place.find_workspace())
    sheets = _sheets(known, topic, city, submission)
    if not sheets:
        hint = catalogue.nearest(topic, known)
        place.stop(f"tidak ada kode, soal, keluhan, atau kriteria '{topic}'.{hint}")
    typer.echo("\n\n".join(text.sheet(sheet.heading, sheet.rows, look.width()) for sheet in sheets))


def _show(page: "Page") -> None:
    from scmaster.report import text

    levels = ""
    if page.severities:
        draft, final = (text.LEVELS[severity] for severity in page.severities)
        levels = draft if draft == final else f"{draft} selama draf, {final} bila final"
    heading = " · ".join(part for part in (page.code, page.name, page.family, levels) if part)
    typer.echo(f"{heading}\n\n{text.page(page.text, look.width())}")


def _sheets(
    known: "Frameworks", topic: str, city: str | None, submission: str | None
) -> "list[Sheet]":
    """Return the sheets of what is asked for, by its id; none when nothing has it."""
    from scmaster import catalogue

    if criteria := catalogue.criterion_sheets(known, topic):
        return criteria
    if asked := catalogue.interview_sheet(known, topic):
        whose = place.case_of(city, submission=submission) if city else None
        return [asked, *([catalogue.prepared_sheet(whose, asked.heading)] if whose else [])]
    complaint = catalogue.complaint_sheet(known, topic)
    editions = catalogue.question_sheets(known, topic)
    if complaint is None and not editions:
        return []
    case = place.case_of(city, submission=submission) if city else None
    if complaint is not None:
        own = [catalogue.heard(case, complaint.heading)] if case else []
        return [complaint, *own]
    question = editions[0].heading
    own = [catalogue.city_sheet(case, question, elsewhere=submission is None)] if case else []
    return [*editions, catalogue.about(known, question), *own]
