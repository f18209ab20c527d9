"""Data to text: whatever a document's data holds becomes runs, and never markup.

A value is a str, an int, an object with `.text` (and, if it has them, `.url`, `.style`,
`.note`, `.anchor`, `.to` and `.claim`, as in `blocks.Run`), or a list of those (each on a
line of its own).
"""

import re

from scmaster.render.blocks import Cell, Run, Text
from scmaster.render.faults import UnplacedError

_DIRTY = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
)
_AS_SPACE = {"\t": " ", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}


def clean(text: str) -> str:
    """Drop what no document may hold: control, private-use and half characters.

    The reader of the city's files refuses them already; this is the second guard.
    """
    if not _DIRTY.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _DIRTY.sub(lambda m: _AS_SPACE.get(m[0], ""), text)


def cell(value: object) -> Cell:
    """Turn a value into a cell; plain text stays a str, which is what makes tables fast."""
    if type(value) is str:
        return clean(value)
    return text(value)


def text(value: object) -> Text:
    """Turn a value into runs."""
    if isinstance(value, str):
        return (Run(clean(value)),) if value else ()
    if isinstance(value, Run):
        return (value,)
    if isinstance(value, int) and not isinstance(value, bool):
        return (Run(str(value)),)
    if isinstance(value, (tuple, list)):
        return _lines(value)
    words = getattr(value, "text", None)
    if isinstance(words, str):
        return (_run(words, value),)
    raise UnplacedError("SCM609", *_why_not(value))


def _run(words: str, value: object) -> Run:
    def said(name: str) -> str:
        return clean(str(getattr(value, name, "") or ""))

    return Run(
        clean(words),
        url=said("url"),
        style=said("style"),
        note=text(getattr(value, "note", "") or ""),
        anchor=said("anchor"),
        to=said("to"),
        claim=getattr(value, "claim", None),
    )


def _lines(values: tuple[object, ...] | list[object]) -> Text:
    """Join values with line breaks; runs of one text follow each other without."""
    if values and all(isinstance(value, Run) for value in values):
        return tuple(value for value in values if isinstance(value, Run))
    runs: list[Run] = []
    for value in values:
        line = text(value)
        if runs and line:
            runs.append(Run("\n"))
        runs.extend(line)
    return tuple(runs)


def _why_not(value: object) -> tuple[str, str]:
    if value is None:
        return (
            "nilai kosong (None) tidak dapat dicetak",
            'tentukan tulisannya saat data disusun, misalnya "belum ada"',
        )
    return (
        f"nilai berjenis '{type(value).__name__}' tidak dapat dicetak begitu saja",
        "ubah menjadi teks saat data disusun, atau pakai saringan angka atau tanggal",
    )
