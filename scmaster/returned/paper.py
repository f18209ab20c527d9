"""Open a .docx that came back: its story, its comments, and what we once put into it."""

import posixpath
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from scmaster.render import trace
from scmaster.render.trace import Trace
from scmaster.returned import markup
from scmaster.returned.story import Anchor, Passage, People, Story
from scmaster.source import opening, package

LONGEST = 20_000
"""Letters of a comment: nobody has written more."""


class UnreadableError(Exception):
    """Says in Indonesian why a file cannot be read as a Word document."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What a reviewer has written beside the text, with what was answered."""

    author: int
    """Who: the reviewers of a document are only numbered."""
    date: str
    """Year-month-day, or nothing."""
    text: str
    replies: tuple[str, ...]
    done: bool
    anchor: Anchor | None
    """The words it is about; None where they were lost."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that came back."""

    story: Story
    """The body, then the footnotes."""
    comments: tuple[Comment, ...]
    trace: Trace | None
    """What we put into it; None where it is lost or broken, or it never was ours."""


def opened(path: Path) -> Paper:
    """Read a file; raise UnreadableError over one that is no Word document, or hostile."""
    try:
        content = opening.start_of(path.resolve(), package.TOTAL + 1)
    except (OSError, ValueError) as fault:
        raise UnreadableError(opening.reason(fault)) from None
    if len(content) > package.TOTAL:
        raise UnreadableError("terlalu besar untuk dokumen scmaster")
    return read(content)


def read(content: bytes) -> Paper:
    """Read the bytes of a file; raise UnreadableError."""
    try:
        parts = package.read(content)
        main = _related(parts, "", "/officeDocument")
        if main is None:
            raise UnreadableError("ini bukan berkas Word (.docx)")
        return _read(parts, main)
    except package.HostileError as fault:
        raise UnreadableError(str(fault)) from None
    except markup.BrokenError as fault:
        raise UnreadableError(str(fault)) from None


def _read(parts: Mapping[str, bytes], main: str) -> Paper:
    def part(kind: str) -> bytes:
        name = _related(parts, main, kind)
        return parts[name] if name is not None else b""

    people = People()
    styles = markup.styles_of(part("/styles"))
    body = markup.read(parts[main], styles, people)
    if notes := part("/footnotes"):
        footnotes = markup.read(notes, styles, people).passages
        body = replace(body, passages=(*body.passages, *footnotes))
    comments: tuple[Comment, ...] = ()
    if beside := part("/comments"):
        comments = _comments(markup.read(beside, styles, people), part("/commentsExtended"), body)
    return Paper(body, comments, _trace(parts))


def _trace(parts: Mapping[str, bytes]) -> Trace | None:
    try:
        return trace.within(parts)
    except trace.UntracedError:
        return None


def _related(parts: Mapping[str, bytes], source: str, kind: str) -> str | None:
    """Return the name of the part that a part relates to; None where that is not there."""
    folder, _, name = source.rpartition("/")
    relations = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if relations is None:
        return None
    for one in markup.attributes(relations, ":Relationship"):
        target = one.get("Target", "")
        if one.get("Type", "").endswith(kind) and one.get("TargetMode") != "External":
            inside = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            if (found := posixpath.normpath(inside)) in parts:
                return found
    return None


def _comments(beside: Story, extended: bytes, body: Story) -> tuple[Comment, ...]:
    """Put comments and their answers together; an answer names the last paragraph it is to."""
    told = markup.attributes(extended, "w15:commentEx") if extended else []
    above = {one.get("w15:paraId", ""): one.get("w15:paraIdParent", "") for one in told}
    done = {one.get("w15:paraId", "") for one in told if one.get("w15:done") in {"1", "true"}}
    named = {own[-1].identity for own in _owns(beside) if own}
    heads = {identity for identity in named if identity and not above.get(identity)}
    replies: dict[str, list[str]] = defaultdict(list)
    found: list[tuple[str, Comment]] = []
    for note, own in zip(beside.notes, _owns(beside), strict=True):
        text = " ".join(" ".join(one.now for one in own)[:LONGEST].split())
        identity = own[-1].identity if own else ""
        if above.get(identity) and (first := _first(above, identity)) in heads:
            replies[first].append(text)
            continue
        anchor = body.anchors.get(note.id)
        made = Comment(note.author, note.date, text, (), identity in done, anchor)
        found.append((identity, made))
    threads = [replace(one, replies=tuple(replies[i])) if i else one for i, one in found]
    return tuple(sorted((one for one in threads if one.text), key=_place))


def _owns(beside: Story) -> list[tuple[Passage, ...]]:
    """Return the paragraphs of each comment."""
    return [beside.passages[note.first : note.last] for note in beside.notes]


def _first(above: Mapping[str, str], identity: str) -> str:
    """Return what is at the head of a thread; it may be lost, or the thread bite its tail."""
    seen = {identity}
    while (higher := above.get(identity)) and higher not in seen:
        seen.add(higher)
        identity = higher
    return identity


def _place(comment: Comment) -> tuple[bool, tuple[int, ...]]:
    return comment.anchor is None, comment.anchor or ()
