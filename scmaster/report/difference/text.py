"""For a person at a terminal: what matters first, then record by record."""

from collections.abc import Iterator
from textwrap import wrap

from scmaster.passages.difference import Item, Part, Told


def report(told: Told, width: int = 80) -> str:
    """Write all of it, no line wider than that but where a word is."""
    return "\n".join(_lines(told, width))


def _lines(told: Told, width: int) -> Iterator[str]:
    yield from _wrapped(told.heading, width)
    yield from _wrapped(told.sentence, width)
    yield ""
    longest = max(len(figure.what) for figure in told.figures)
    yield f"  {'':<{longest}} {'Sebelum':>8} {'Sesudah':>8} {'Selisih':>8}"
    for figure in told.figures:
        row = f"{figure.before:>8} {figure.after:>8} {figure.by:>8}".rstrip()
        yield f"  {figure.what:<{longest}} {row}"
    if told.summary:
        yield ""
    for word, said in told.summary:
        yield from _wrapped(f"{word}: {said}", width, "  ")
    if told.notes:
        yield ""
    for note in told.notes:
        yield from _wrapped(note, width, "  ")
    for part in told.parts:
        yield from _part(part, width)


def _part(part: Part, width: int) -> Iterator[str]:
    yield ""
    yield from _wrapped(f"{part.heading} ({part.size})", width)
    for line in part.lines:
        yield from _wrapped(line, width, "  ")
    for item in part.items:
        yield from _item(item, width)


def _item(item: Item, width: int) -> Iterator[str]:
    yield from _wrapped(f"{item.id}  [{item.how}] {item.name}", width, "  ")
    for line in item.lines:
        if line.before and line.after:
            said = f"{line.before} → {line.after}"
        else:
            said = f"+ {line.after}" if line.after else f"− {line.before}"
        yield from _wrapped(f"{line.field}: {said}", width, "      ")


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    return wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=f"{indent}  " if indent else "",
        break_on_hyphens=False,
        break_long_words=False,
    )
