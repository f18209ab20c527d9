"""A text, figure or date as YAML: each way of writing it is tried until it reads as meant."""

import json
import re
import textwrap
from collections.abc import Iterator

from scmaster.source import reader

WIDTH = 100
"""Columns of a line in these files; texts that are longer are folded."""

_WORDS = frozenset(
    {"null", "true", "false", "yes", "no", "on", "off", "ya", "tidak", "y", "n", "~", "=", "<<"}
)
_FIGURE = re.compile(
    r"[-+.]*[0-9][0-9_.,:/+ etz-]*|0[xo][0-9a-f_]+|[-+]?\.(?:inf|nan)", re.IGNORECASE
)
"""What other readers of YAML may take for a number, a date or a time."""
_BRACKETS = re.compile(r"[\[\]{},]|:\S")
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_HEADER = re.compile(r"[|>][+-]?")


class Bare(str):
    """A figure, a date, a yes or no: what other readers need not take for a text."""

    __slots__ = ()


def key(name: str) -> str:
    """Return the name of a field as it stands before its colon."""
    if _KEY.fullmatch(name) and name.lower() not in _WORDS:
        return name
    return _double(name)


def beside(text: str, column: int, used: int, style: str = "", *, folds: bool = True) -> list[str]:
    """Return what follows `key:` or a dash on its line, and the lines below.

    `column` is where the key or the dash stands, `used` how much of the line is taken before,
    `style` how the text there was written before: `'`, `"`, `|`, `>` or nothing; `folds` whether
    it may go onto lines of its own.
    """
    for tried in _tries(text, column, used, style):
        if len(tried) > 1 and not folds:
            continue
        if _reads("k:" + "\n".join([tried[0], *tried[1:]]), text):
            return tried
    return [" " + _double(text)]


def in_brackets(text: str, style: str = "") -> str:
    """Return a text on one line, as it may stand between brackets."""
    for tried in _on_a_line(text, style):
        plain = tried is text or tried == text
        if plain and _BRACKETS.search(text):
            continue
        if _reads(f"k: [{tried}, k]", [text, "k"]) and _reads(f"k: {{k: {tried}}}", {"k": text}):
            return tried
    return _double(text)


def _tries(text: str, column: int, used: int, style: str) -> Iterator[list[str]]:
    """Yield the ways in which a text may be written, the one that suits best first."""
    if not text:
        style = style.strip("|>")
    if style == "|" or (style == ">" and text.count("\n") > text.endswith("\n")):
        yield from _literal(text, column)
    if style == ">":
        yield from _folded(text, column)
    lines = [" " + line for line in _on_a_line(text, style)]
    is_long = used + len(lines[0]) > WIDTH and " " in text.strip()
    if "\n" in text.strip("\n"):
        yield from _literal(text, column)
    elif is_long:
        yield from _folded(text, column)
    yield from ([line] for line in lines)


def _on_a_line(text: str, style: str) -> list[str]:
    made = []
    if style == "'" and "\n" not in text:
        made.append("'" + text.replace("'", "''") + "'")
    plain = text.isprintable() and text and "  " not in text
    if style != '"' and plain and (isinstance(text, Bare) or not _is_taken_for_more(text)):
        made.append(str(text))
    return [*made, _double(text)]


def _is_taken_for_more(text: str) -> bool:
    return text.lower() in _WORDS or bool(_FIGURE.fullmatch(text))


def _literal(text: str, column: int) -> Iterator[list[str]]:
    yield _below("|", text, text.removesuffix("\n").split("\n"), column)


def _folded(text: str, column: int) -> Iterator[list[str]]:
    lines: list[str] = []
    for paragraph in text.removesuffix("\n").split("\n"):
        lines += [""] if lines else []
        lines += textwrap.wrap(
            paragraph, WIDTH - column - 2, break_long_words=False, break_on_hyphens=False
        ) or [""]
    yield _below(">", text, lines, column)


def _below(sign: str, text: str, lines: list[str], column: int) -> list[str]:
    header = f" {sign}" if text.endswith("\n") else f" {sign}-"
    return [header, *(" " * (column + 2) + line if line else "" for line in lines)]


def _double(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _reads(written: str, meant: object) -> bool:
    """Tell whether something written is read as it is meant, without a word."""
    node, found = reader.read(f"{written}\n".encode(errors="surrogatepass"), "")
    return node is not None and not found and node.plain() == {"k": meant}
