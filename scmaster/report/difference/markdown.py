"""For a pull request: one comment, short at the top, with the details folded.

The first line is a hidden mark with the city's name: whoever posts the comment looks for it
and replaces the comment of an earlier run. What a city has written is data, never Markdown or
HTML: it makes no heading, link, picture, mention or table cell.
"""

import re
from collections.abc import Iterator

from scmaster.passages.difference import Item, Part, Told

MARK = "<!-- scmaster-diff: {city} -->"
LONGEST = 65_536
"""What GitHub takes in one comment; counted in bytes, to be safe."""
ROWS = (500, 100, 30, 10, 3, 0)
"""How many rows a folded part shows: as many as fit."""

_PLAIN = re.compile(r"[^A-Za-z0-9._-]")
_SPECIAL = re.compile(r"[\\`*_\[\]|~$]|^[-+#=]|^[0-9](?=[0-9]{0,8}[.)])")
"""What has a meaning anywhere, and what may begin a list or a heading."""
_BREAK = "<!-- -->"
_REACHES = re.compile(
    r"(?<=:)(?=//)|(?<=@)(?=\w)|(?<=(?<!&)#)(?=\d)|(?<=GH)(?=-\d)|(?<=www)(?=\.)", re.IGNORECASE
)
"""Where a comment that is not seen keeps an address, a mention or a number from becoming a
link, with a notice to somebody."""
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""Characters that are not seen, and may turn the order of those that are."""


def report(told: Told, city: str) -> str:
    """Write the comment; `city` is the name of the city's folder."""
    return next(made for rows in ROWS if (made := _within(told, city, rows)) or not rows)


def _within(told: Told, city: str, rows: int) -> str:
    """Return the comment with so many rows a part; empty where that is too long.

    Without any rows it is cut instead.
    """
    made, size = list[str](), 0
    for line in _lines(told, city, rows):
        size += len(line.encode()) + 1
        if size > LONGEST:
            if rows:
                return ""
            break
        made.append(f"{line}\n")
    return "".join(made)


def mark(city: str) -> str:
    """Return the hidden mark by which the comment of a city is found again."""
    return MARK.format(city=_PLAIN.sub(lambda c: f"%{ord(c[0]):x}", city).replace("--", "-%2d"))


def escaped(text: str) -> str:
    """Return a text as Markdown that shows just this text, on one line."""
    line = " ".join(_UNSEEN.sub(" ", text).split())
    safe = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # by number, for some of what reads Markdown looks for signs before it looks for escapes
    safe = _SPECIAL.sub(lambda sign: f"&#{ord(sign[0])};", safe)
    return _REACHES.sub(_BREAK, safe)


def _lines(told: Told, city: str, rows: int) -> Iterator[str]:
    yield mark(city)
    yield f"### {escaped(told.heading)}"
    yield ""
    yield escaped(told.sentence)
    yield ""
    yield "| | Sebelum | Sesudah | Selisih |"
    yield "|---|---:|---:|---:|"
    for figure in told.figures:
        cells = (figure.what, figure.before, figure.after, figure.by)
        yield f"| {' | '.join(escaped(cell) for cell in cells)} |"
    yield ""
    for word, said in told.summary:
        yield f"- **{escaped(word)}:** {escaped(said)}"
    if told.summary:
        yield ""
    for note in told.notes:
        yield f"*{escaped(note)}*"
        yield ""
    for part in told.parts:
        yield from _part(part, rows)
    if not told.parts:
        yield "Tidak ada yang berubah."


def _part(part: Part, rows: int) -> Iterator[str]:
    yield "<details>"
    yield f"<summary>{escaped(part.heading)} ({part.size})</summary>"
    yield ""
    for line in part.lines[:rows]:
        yield f"- {escaped(line)}"
    for item in part.items[:rows]:
        yield from _item(item, rows)
    left = part.size - len(part.lines[:rows]) - len(part.items[:rows])
    if left:
        yield f"- … dan {left} lagi; jalankan `scmaster diff` untuk melihat semuanya"
    yield ""
    yield "</details>"
    yield ""


def _item(item: Item, rows: int) -> Iterator[str]:
    name = f" {escaped(item.name)}" if item.name else ""
    yield f"- **{escaped(item.id)}** ({escaped(item.how)}){name}"
    for line in item.lines[:rows]:
        said = []
        if line.before:
            said.append(f"<del>{escaped(line.before)}</del>")
        if line.after:
            said.append(f"<ins>{escaped(line.after)}</ins>")
        yield f"  - {escaped(line.field)}: {' → '.join(said)}"
    if len(item.lines) > rows:
        yield f"  - … dan {len(item.lines) - rows} isian lagi"
