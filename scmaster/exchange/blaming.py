"""What is wrong with changed files, said of the cells of the form that it comes from."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from scmaster.diagnostics import Diagnostic, Related, Severity, Span
from scmaster.exchange import workbook
from scmaster.exchange.harvests import Step
from scmaster.exchange.workbook import Workbook
from scmaster.source import reader
from scmaster.source.nodes import Node
from scmaster.source.opening import name_of

CODES = {
    "SCM918": """Isian yang membuat data kota salah.

Sebelum ditulis, perubahan dari formulir dicoba dahulu. Bila sesudahnya ada galat yang tadinya tidak
ada, tidak satu pun perubahan dari formulir itu ditulis.

Perbaiki sel yang ditunjuk di formulirnya, lalu ambil sekali lagi.
""",
}


def fresh(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the errors that were not there before; places may have shifted meanwhile."""
    left = Counter((d.code, d.message) for d in before)
    found = []
    for diagnostic in after:
        key = (diagnostic.code, diagnostic.message)
        if left[key]:
            left[key] -= 1
        elif diagnostic.severity is Severity.ERROR:
            found.append(diagnostic)
    return found


def blamed(
    book: Workbook, files: Mapping[Path, bytes], steps: Iterable[Step], errors: list[Diagnostic]
) -> list[Diagnostic]:
    """Return errors in changed files as findings at the cells that caused them.

    One that no cell stands out for is said of the form as a whole.
    """
    roots = {name_of(path): reader.read(data, name_of(path))[0] for path, data in files.items()}
    places = [(step, span) for step in steps if (span := _place(roots, step)) is not None]
    found = []
    for error in errors:
        step = _nearest(places, error.span)
        where = workbook.span(book, step.answer.place if step else (1, 1))
        start = f"{step.answer.where}: " if step else ""
        told = f"{start}isian ini membuat galat {error.code}: {error.message}"
        related = (Related(error.span, "di sini nanti letaknya"),)
        found.append(Diagnostic("SCM918", Severity.ERROR, where, told, error.hint, related))
    return found


def _nearest(places: list[tuple[Step, Span]], span: Span) -> Step | None:
    """Return the step at a place: exactly there, else on its line."""
    exact = [step for step, place in places if place[:3] == span[:3]]
    on_line = [step for step, place in places if place[:2] == span[:2]]
    return next(iter([*exact, *on_line]), None)


def _place(roots: Mapping[str, Node | None], step: Step) -> Span | None:
    """Return where the value of a step stands in the files as they are to be."""
    for root in roots.values():
        section = root.value.get(step.section) if root and isinstance(root.value, dict) else None
        held = section.value if section is not None else None
        for record in held if isinstance(held, list) else [section] if section else []:
            if record.at(("id",)).value == step.record:
                return record.at(step.path).span
    return None
