"""Brackets, followed past what is quoted and what is a comment."""

from scmaster.source.shapes import ENTRY, QUOTED, indent, value_start

LONGEST_LIST = 20_000
"""Lines above and below a place in which a bracket is looked for."""


def open_bracket(lines: list[str], to_line: int, to_column: int) -> tuple[int, int] | None:
    """Return the innermost bracket that is still open at a place."""
    stack: list[tuple[int, int]] = []
    for line in range(max(0, to_line - LONGEST_LIST), to_line + 1):
        text = lines[line]
        end = to_column if line == to_line else len(text)
        column = 0
        if not stack:
            column = value_start(text)
            if text[column : column + 1] not in {"[", "{"}:
                continue
        _follow(text, line, column, end, stack)
    return stack[-1] if stack else None


def closed_further_on(lines: list[str], opened: tuple[int, int], partner: str) -> bool:
    """Tell whether the bracket is closed before the file goes on beside it."""
    line, column = opened
    outer = indent(lines[line])
    for further in range(line, min(len(lines), line + LONGEST_LIST)):
        text = lines[further]
        if further > line and text.strip() and indent(text) <= outer and ENTRY.match(text):
            return False
        start = column if further == line else 0
        stack: list[tuple[int, int]] = []
        _follow(text, further, start, len(text), stack)
        if partner in text[start:] and not (further == line and stack):
            return True
    return False


def _follow(text: str, line: int, column: int, end: int, stack: list[tuple[int, int]]) -> None:
    """Push and pop the brackets of one line, past what is quoted or a comment."""
    while column < end:
        character = text[column]
        if character in "\"'" and (quoted := QUOTED.match(text, column)):
            column = quoted.end()
            continue
        if character == "#" and (column == 0 or text[column - 1].isspace()):
            return
        if character in "[{":
            stack.append((line, column))
        elif character in "]}" and stack:
            stack.pop()
        column += 1
