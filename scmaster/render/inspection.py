"""What is wrong with templates and with acuan.docx, said before a city is rendered."""
# ruff: noqa: PLC0415  (jinja2 and python-docx are only paid for by who asks)

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.render import sandbox, shelves
from scmaster.render.faults import FaultError, error
from scmaster.render.limits import Meter
from scmaster.render.reference import HERE, PLACEHOLDER, Reference
from scmaster.source import package

SHARED = "_shared"
STYLES = (
    *(("paragraph", f"heading {level}") for level in range(1, 5)),
    *(("paragraph", f"toc {level}") for level in range(1, 4)),
    *(("paragraph", name) for name in ("Judul Depan", "caption", "table of figures")),
    *(("paragraph", name) for name in ("List Bullet", "List Number", "footnote text")),
    *(("paragraph", name) for name in ("Isi Tabel", "Isi Kecil", "Isi Polos", "Kepala Tabel")),
    *(("table", name) for name in ("Tabel Data", "Tabel Lembar", "Tabel Polos")),
    *(("character", name) for name in ("Hyperlink", "footnote reference", "Nomor Klaim")),
    ("character", "Belum Ada"),
)
"""What writers and data ask of a reference document, beside what templates name."""

_NAMED = re.compile(r"'([^']+)'")
_WORDS = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_SLIDES = re.compile(r"ppt/slide(?:Master|Layout)s/[^/]+\.xml")
_TAG = re.compile(r"<[^>]+>")
_PARAGRAPH = re.compile(r"</w:p>")
_PICTURE = re.compile(r"<wp:docPr\b[^>]*>|<p:nvPicPr>\s*<p:cNvPr\b[^>]*>")
_SAYS = re.compile(r"""\bdescr=["']\s*[^"'\s]""")
_MARK = re.compile(r"\[\[\s*([^\[\]]{1,40}?)\s*\]\]")


def template(slug: str, kind: type, reference: str, folders: Sequence[Path]) -> list[Diagnostic]:
    """Say what is wrong with a document's template, for data of this kind.

    `reference` names the document in `_shared` that gives it its styles.
    """
    from scmaster.render import calls, reading

    commands = calls.names(lambda *_: None, lambda _: "")
    environment = sandbox.environment(folders, commands, [], lambda _: "", Meter())
    found = reading.read(environment, commands, f"{slug}/{slug}.md.jinja", kind)
    said = list(found.diagnostics)
    try:
        opened = Reference.found(reference, folders)
    except FaultError:
        styles = {}  # told of the reference itself
    else:
        styles = found.styles
    for (style, name), span in styles.items():
        said += _lacking(opened, name, style, span)
    return [_pointed(diagnostic, found.texts) for diagnostic in said]


def reference(name: str, folders: Sequence[Path]) -> list[Diagnostic]:
    """Say what is wrong with `_shared/<name>.docx`.

    Of the writer's styles, one that is changed must have those that ours of that name has.
    """
    try:
        opened = Reference.found(name, folders)
        ours = Reference.found(name, folders[-1:]).styles
    except FaultError as fault:
        return list(fault.diagnostics)
    taken = shelves.take(folders, f"{SHARED}/{name}.docx", package.TOTAL)
    said = [_unknown_mark(taken.name, mark) for mark in _marks(taken.content)] if taken else []
    said += [_mute(taken.name) for _ in _pictures(taken.content)] if taken else []
    for kind, style in STYLES:
        if (kind, style.lower()) in ours:
            said += _lacking(opened, style, kind, None)
    return said


def deck(name: str, folders: Sequence[Path]) -> list[Diagnostic]:
    """Say what is wrong with `_shared/<name>.pptx`: the layouts and boxes that slides ask for."""
    from scmaster.render.deck_reference import DeckReference

    try:
        DeckReference.found(name, folders)
    except FaultError as fault:
        return list(fault.diagnostics)
    taken = shelves.take(folders, f"{SHARED}/{name}.pptx", package.TOTAL)
    return [_mute(taken.name) for _ in _pictures(taken.content)] if taken else []


def unused(
    folder: Path, slugs: Sequence[str], references: Sequence[str], decks: Sequence[str] = ()
) -> list[Diagnostic]:
    """Say of each folder of templates, and each reference document, that nothing takes it."""
    called = shelves.called(folder)
    said = [
        _unused(f"{called}/{path.name}", path.name, slugs)
        for path in sorted(folder.iterdir())
        if path.is_dir() and not path.name.startswith((".", "_"))
        if path.name not in slugs and not (path / "form.yaml").is_file()
    ]
    said += [
        _unused(f"{called}/{SHARED}/{path.name}", path.stem, known)
        for ending, known in (("docx", references), ("pptx", decks))
        for path in sorted((folder / SHARED).glob(f"*.{ending}"))
        if path.stem not in known and not path.name.startswith((".", "~"))
    ]
    return said


def _pointed(said: Diagnostic, texts: Mapping[str, str]) -> Diagnostic:
    """Point at the first word on the line that the diagnostic names; else at its start."""
    lines = texts.get(said.span.file, "").split("\n")
    line = lines[said.span.line - 1] if said.span.line <= len(lines) else ""
    words = [said.message, said.hint]
    if said.message.startswith("perintah "):  # the hint says which of its arguments
        words.reverse()
    for name in _NAMED.findall(" ".join(words)):
        if place := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line):
            span = said.span._replace(column=place.start() + 1, width=len(name))
            return replace(said, span=span)
    return said


def _lacking(opened: Reference, name: str, kind: str, span: Span | None) -> Iterator[Diagnostic]:
    try:
        opened.style(name, kind, span=span)
    except FaultError as fault:
        yield from fault.diagnostics


def _marks(content: bytes) -> Iterator[str]:
    """Yield what stands in double brackets and is neither the marker nor a word of the cover."""
    seen = set()
    for name, part in sorted(package.read(content).items()):
        if not _WORDS.fullmatch(name):
            continue
        for paragraph in _PARAGRAPH.split(part.decode("utf-8", "replace")):
            for mark in _MARK.finditer(_TAG.sub("", paragraph)):
                known = mark[0] == HERE or PLACEHOLDER.fullmatch(mark[0])
                if not known and mark[1] not in seen:
                    seen.add(mark[1])
                    yield mark[1]


def _pictures(content: bytes) -> Iterator[str]:
    """Yield each picture that says nothing to who cannot see it."""
    for name, part in sorted(package.read(content).items()):
        if _WORDS.fullmatch(name) or _SLIDES.fullmatch(name):
            for picture in _PICTURE.findall(part.decode("utf-8", "replace")):
                if not _SAYS.search(picture):
                    yield picture


def _mute(file: str) -> Diagnostic:
    message = f"ada gambar di {file.rpartition('/')[2]} tanpa teks alternatif"
    hint = "klik kanan gambar, View Alt Text, lalu sebutkan gambarnya"
    return Diagnostic("SCM624", Severity.WARNING, Span(file, 1, 1), message, hint)


def _unknown_mark(file: str, mark: str) -> Diagnostic:
    known = [*PLACEHOLDER.pattern.partition("(")[2].partition(")")[0].split("|"), HERE[2:-2]]
    close = difflib.get_close_matches(mark.upper(), known, 1)
    hint = f"mungkin maksudnya [[{close[0]}]]" if close else f"yang dikenal: {', '.join(known)}"
    return error("SCM622", Span(file, 1, 1), f"penanda [[{mark}]] tidak dikenal", hint)


def _unused(file: str, name: str, known: Sequence[str]) -> Diagnostic:
    close = difflib.get_close_matches(name.lower().replace("_", "-"), known, 1)
    hint = f"mungkin maksudnya '{close[0]}'" if close else f"yang dipakai: {', '.join(known)}"
    message = f"'{name}' tidak dipakai dokumen mana pun"
    return Diagnostic("SCM623", Severity.WARNING, Span(file, 1, 1), message, hint)
