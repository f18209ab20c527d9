"""What a beginner meant to write where YAML's grammar gives up.

Told from what is really in the lines around the place, never from the parser's prose:
libyaml and PyYAML word their errors differently and point at the same places.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from textwrap import shorten
from typing import NamedTuple

from scmaster.diagnostics import Diagnostic, Related, Severity, Span
from scmaster.source import slips
from scmaster.source.brackets import closed_further_on, open_bracket
from scmaster.source.shapes import (
    BLOCK_HEADER,
    COMMENT_OR_BLANK,
    ENTRY,
    EQUALS,
    LONGEST,
    NO_DASH_SPACE,
    NO_SPACE,
    QUOTED,
    SMART_QUOTES,
    indent,
    key_start,
    value_start,
)

SHOWN = 50
"""Characters of a value that a hint repeats."""
IMPOSSIBLE_ESCAPE = re.compile(r"\\U(?!0010|000)[0-9A-Fa-f]{8}")
FAR = 200
"""Lines that are looked at above the place; a quote left open is felt further down."""


def of_syntax(lines: list[str], file: str, error: Exception) -> Diagnostic:
    """Say what is wrong where the parser gave up: one slip, one diagnostic."""
    problem = getattr(error, "problem_mark", None)
    context = _context(lines, getattr(error, "context_mark", None))
    if problem is None:  # pure Python lets chr() fail on "\UFFFFFFFF", and says no place
        problem, context = _impossible_escape(lines)
    scene = _Scene(lines, file, *_place(lines, problem), context)
    for detect in DETECTORS if scene.is_short else ():
        if diagnostic := detect(scene):
            return diagnostic
    return scene.error(
        "SCM001",
        (scene.line, scene.column),
        "bagian ini tidak dapat dibaca sebagai YAML",
        "bandingkan dengan baris di atasnya: lekukan, titik dua, tanda kutip dan kurung",
    )


@dataclass(frozen=True)
class _Scene:
    """Where the parser gave up, and where what it was reading began; counted from 0."""

    lines: list[str]
    file: str
    line: int
    column: int
    context: tuple[int, int] | None

    @property
    def is_short(self) -> bool:
        near = self.lines[max(0, self.line - FAR) : self.line + FAR]
        context = self.lines[self.context[0]] if self.context else ""
        return max(map(len, [*near, context])) <= LONGEST

    @property
    def text(self) -> str:
        return self.lines[self.line]

    @property
    def character(self) -> str:
        return self.text[self.column : self.column + 1]

    @property
    def opener(self) -> str:
        """The character with which the parser's context begins."""
        if self.context is None:
            return ""
        line, column = self.context
        return self.lines[line][column : column + 1]

    def above(self) -> int | None:
        """Return the next line above that says something."""
        for line in range(self.line - 1, max(-1, self.line - FAR), -1):
            if not COMMENT_OR_BLANK.match(self.lines[line]):
                return line
        return None

    def error(
        self, code: str, place: tuple[int, int], message: str, hint: str, width: int = 1
    ) -> Diagnostic:
        return Diagnostic(code, Severity.ERROR, self.at(*place, width), message, hint)

    def at(self, line: int, column: int, width: int = 1) -> Span:
        return Span(self.file, line + 1, column + 1, width)


class _Mark(NamedTuple):
    line: int
    column: int


def tab(scene: _Scene) -> Diagnostic | None:
    """Find a tab where only spaces may stand."""
    lead = scene.text[: indent(scene.text)]
    if "\t" in lead:
        column = lead.index("\t")
    elif scene.character == "\t":
        column = scene.column
    else:
        return None
    return scene.error(
        "SCM020",
        (scene.line, column),
        "lekukan baris ini memakai Tab",
        "ganti Tab dengan spasi (dua spasi setiap tingkat)",
    )


def strange_space(scene: _Scene) -> Diagnostic | None:
    """Find a space that only looks like one at the beginning of a line."""
    for line in range(scene.line, max(-1, scene.line - 2), -1):
        text = scene.lines[line]
        for column, character in enumerate(text[: indent(text)]):
            if not character.isascii():
                return slips.invisible(Span(scene.file, line + 1, column + 1), character)
    return None


def backslash(scene: _Scene) -> Diagnostic | None:
    r"""Find `"D:\data"`: between double quotes a backslash begins an order."""
    column = scene.text.rfind("\\", max(0, scene.column - 2), scene.column + 1)
    if scene.opener != '"' or column < 0:
        return None
    return scene.error(
        "SCM030",
        (scene.line, column),
        "garis miring terbalik (\\) di dalam tanda kutip ganda",
        "pakai tanda kutip tunggal: 'D:\\data', atau garis miring biasa: \"D:/data\"",
    )


def open_quote(scene: _Scene) -> Diagnostic | None:
    """Find the quote that opens and is never closed, or closed by the next one."""
    if scene.opener in {'"', "'"} and scene.context:
        line, column = scene.context
        if not QUOTED.match(scene.lines[line], column):
            return slips.unclosed_quote(scene.at(line, column), scene.opener)
    before = scene.text[: scene.column].rstrip()
    quote = before[-1:]
    if quote not in {'"', "'"}:
        return None
    start = value_start(scene.text)
    if start < len(before) - 1 and scene.text[start] == quote:
        return text_after_quote(scene)
    for line in range(scene.line - 1, max(-1, scene.line - FAR), -1):
        start = value_start(scene.lines[line])
        text = scene.lines[line]
        if text[start : start + 1] == quote and not QUOTED.match(text, start):
            return slips.unclosed_quote(scene.at(line, start), quote)
    return None


def text_after_quote(scene: _Scene) -> Diagnostic:
    """Find `"Dinas" Kota`, and `'Jum'at'`."""
    return scene.error(
        "SCM028",
        (scene.line, scene.column),
        "masih ada teks sesudah tanda kutip penutup",
        "apit seluruh nilai dengan satu pasang tanda kutip; untuk teks yang memuat ' pakai "
        '"Jum\'at"',
        max(1, len(scene.text[scene.column :].rstrip())),
    )


def smart_quote(scene: _Scene) -> Diagnostic | None:
    """Find a value between the curly quotes of a word processor."""
    start = value_start(scene.text)
    if scene.text[start : start + 1] not in set(SMART_QUOTES) or start > scene.column:
        return None
    return scene.error(
        "SCM025",
        (scene.line, start),
        "tanda kutip melengkung tidak berlaku sebagai tanda kutip",
        'ganti “ dan ” dengan tanda kutip lurus "',
    )


def special_start(scene: _Scene) -> Diagnostic | None:
    """Find a value that begins with a character YAML keeps for itself."""
    start = value_start(scene.text)
    first = scene.text[start : start + 1]
    if scene.character and scene.character in "@`%":
        start, first = scene.column, scene.character
    elif not first or first not in "@`%&*!|>" or start > scene.column:
        return None
    if BLOCK_HEADER.match(scene.text, start):
        return None
    return scene.error(
        "SCM029",
        (scene.line, start),
        f"nilai tidak boleh diawali dengan '{first}'",
        f'apit nilainya dengan tanda kutip: "{first}..."',
    )


def brackets(scene: _Scene) -> Diagnostic | None:
    """Find a bracket left open, one closed too often, and a comma left out."""
    opened = open_bracket(scene.lines, scene.line, scene.column)
    if opened is None:
        if scene.character and scene.character in "]}":
            message = f"kurung tutup '{scene.character}' tanpa kurung buka"
            hint = "hapus kurung ini, atau tambahkan kurung buka di depannya"
            return scene.error("SCM027", (scene.line, scene.column), message, hint)
        return None
    bracket = scene.lines[opened[0]][opened[1]]
    partner = "]" if bracket == "[" else "}"
    if not scene.character or not closed_further_on(scene.lines, opened, partner):
        message = f"kurung '{bracket}' dibuka di sini tetapi tidak ditutup"
        hint = f"tambahkan '{partner}' di akhir daftarnya"
        return scene.error("SCM027", opened, message, hint)
    message = f"di antara '{bracket}' dan '{partner}' ada koma yang kurang atau berlebih"
    hint = "pisahkan setiap isi dengan satu koma; teks yang memuat koma atau titik dua dikutip"
    return scene.error("SCM036", (scene.line, scene.column), message, hint)


def colon_in_text(scene: _Scene) -> Diagnostic | None:
    """Find `judul: Laporan: tahap 2`."""
    entry = ENTRY.match(scene.text)
    if scene.character != ":" or entry is None or entry.end() > scene.column:
        return None
    key = entry["key"].strip()
    return scene.error(
        "SCM024",
        (scene.line, scene.column),
        f"nilai '{key}' memuat titik dua lagi",
        f'apit nilainya dengan tanda kutip: {key}: "{_short(scene.text[entry.end() :])}"',
    )


def item_behind_key(scene: _Scene) -> Diagnostic | None:
    """Find `opd: - dishub`."""
    if scene.character != "-" or scene.column != value_start(scene.text) or not scene.column:
        return None
    return scene.error(
        "SCM026",
        (scene.line, scene.column),
        "butir daftar '- ' tidak boleh sebaris dengan nama isiannya",
        "pindahkan '- ' ke baris baru, dua spasi lebih menjorok",
    )


def unhealthy_line(scene: _Scene) -> Diagnostic | None:
    """Find the line that should have been `key: value` and is not."""
    line = _unhealthy(scene)
    if line is None:
        return None
    text = scene.lines[line]
    if match := EQUALS.match(text):
        return slips.equals(Span(scene.file, line + 1, match.start("sign") + 1), match["key"])
    if match := NO_SPACE.match(text):
        column, width = match.start("key") + 1, len(match["key"]) + 1
        return slips.no_space(Span(scene.file, line + 1, column, width), match["key"])
    if match := NO_DASH_SPACE.match(text):
        return slips.no_dash_space(Span(scene.file, line + 1, match.end()))
    start = value_start(text)
    if text[start : start + 1] == ":":
        hint = "tulis nama isian di depan titik dua: 'nama: nilai'"
        return scene.error("SCM012", (line, start), "di depan titik dua belum ada nama", hint)
    return scene.error(
        "SCM033",
        (line, start),
        "baris ini tidak memuat titik dua",
        "tulis 'nama: nilai'; lanjutan teks dari baris atas harus lebih menjorok",
        max(1, len(text[start:].rstrip())),
    )


def misaligned(scene: _Scene) -> Diagnostic | None:
    """Find a line that begins where no line of its kind may begin."""
    spaces = indent(scene.text)
    above = scene.above()
    if above is None:
        return None
    place, width = (scene.line, spaces), max(1, len(scene.text.strip()))
    related = (Related(Span(scene.file, above + 1, indent(scene.lines[above]) + 1), "sesudah ini"),)
    entry = ENTRY.match(scene.text)
    if scene.character == ":" and entry and spaces > indent(scene.lines[above]):
        message = f"baris ini menjorok {spaces} spasi, padahal baris di atasnya sudah berisi nilai"
        hint = "sejajarkan dengan baris di atasnya, atau kosongkan nilai di baris atas"
    elif scene.column != spaces:
        return None
    elif spaces in (possible := _indents_above(scene)):
        message = "butir daftar ('- ') dan 'nama: nilai' tercampur pada tingkat yang sama"
        hint = "isi satu daftar semuanya diawali '- '; isi di bawah satu nama lebih menjorok"
    else:
        fits = " atau ".join(str(n) for n in possible)
        message = f"baris ini menjorok {spaces} spasi; yang cocok di sini {fits} spasi"
        hint = "sejajarkan dengan baris-baris yang setingkat di atasnya"
    found = scene.error("SCM026", place, message, hint, width)
    return Diagnostic(found.code, found.severity, found.span, message, hint, related)


DETECTORS: tuple[Callable[[_Scene], Diagnostic | None], ...] = (
    tab,
    strange_space,
    backslash,
    open_quote,
    smart_quote,
    special_start,
    brackets,
    colon_in_text,
    item_behind_key,
    unhealthy_line,
    misaligned,
)
"""From what can be told for certain to what is told by elimination."""


def _place(lines: list[str], mark: object) -> tuple[int, int]:
    """Bring the parser's mark into the file: its end is where something last stood."""
    line, column = getattr(mark, "line", 0), getattr(mark, "column", 0)
    if line < len(lines) and (lines[line][column:] or any(map(str.strip, lines[line + 1 :]))):
        return line, min(column, len(lines[line]))
    line = min(line, len(lines) - 1)
    while line > 0 and not lines[line].strip():
        line -= 1
    return line, len(lines[line].rstrip())


def _context(lines: list[str], mark: object) -> tuple[int, int] | None:
    line, column = getattr(mark, "line", len(lines)), getattr(mark, "column", 0)
    return (line, column) if line < len(lines) else None


def _impossible_escape(lines: list[str]) -> tuple[_Mark | None, tuple[int, int] | None]:
    for number, line in enumerate(lines):
        match = IMPOSSIBLE_ESCAPE.search(line)
        if match and '"' in line[: match.start()]:
            return _Mark(number, match.start()), (number, line.index('"'))
    return None, None


def _healthy(line: str) -> bool:
    return bool(ENTRY.match(line) or COMMENT_OR_BLANK.match(line))


def _unhealthy(scene: _Scene) -> int | None:
    """Return the line that broke the mapping.

    Either the parser was waiting for the colon of a key that began there, or it met a
    colon after lines that it took for one text: then the first of them is to blame.
    """
    if scene.context:
        line, column = scene.context
        lead = scene.lines[line][:column]
        is_list = scene.lines[line][column : column + 2] in {"-", "- "}
        if (
            not is_list
            and not lead.strip(" -")
            and not _healthy(scene.lines[line])
            and scene.opener not in "[{"
        ):
            return line
    entry = ENTRY.match(scene.text)
    if scene.character != ":" or not entry or entry.end() <= scene.column:
        return None
    blamed = None
    for line in range(scene.line - 1, max(-1, scene.line - FAR), -1):
        text = scene.lines[line]
        if _healthy(text) or value_start(text) != key_start(scene.text):
            break
        blamed = line
    return blamed


def _indents_above(scene: _Scene) -> list[int]:
    """Return the indents at which a line could continue what is above."""
    found: list[int] = []
    for line in range(scene.line - 1, max(-1, scene.line - FAR), -1):
        text = scene.lines[line]
        if COMMENT_OR_BLANK.match(text):
            continue
        if not ENTRY.match(text) and not text.lstrip().startswith("-"):
            continue
        for start in sorted({key_start(text), indent(text)}, reverse=True):
            if not found or start < found[0]:
                found.insert(0, start)
        if indent(text) == 0:
            break
    return found


def _short(text: str) -> str:
    return shorten(text, SHOWN, placeholder="...")
