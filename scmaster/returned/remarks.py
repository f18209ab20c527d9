"""What reviewers have left in a document, as findings at the places in the city's YAML."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from scmaster import indonesian
from scmaster.diagnostics import Diagnostic, Related, Severity, Span
from scmaster.returned.paper import Comment, Paper
from scmaster.returned.places import Places
from scmaster.returned.quoting import named, plain, quoted
from scmaster.returned.story import Anchor, Edit, Kind, Passage
from scmaster.returned.tying import Tie, Tying

_WORDLESS = frozenset({Kind.FORMAT, Kind.STRUCTURE})
_GONE = frozenset({Kind.DELETED, Kind.MOVED_AWAY})
_REPLACED = frozenset({Kind.DELETED, Kind.INSERTED})
_SHORT = 140
"""Letters of a paragraph that is shown whole, before and after."""
_MOST = 4
"""Changes of a paragraph that are each shown."""


class Change(NamedTuple):
    """What one reviewer has changed in a paragraph, about one thing."""

    at: int
    """The paragraph."""
    author: int
    tie: Tie
    edits: tuple[Edit, ...]


class Remarks:
    """Tells what is in one document."""

    def __init__(self, name: str, paper: Paper, tying: Tying, places: Places) -> None:
        """Take the file's name as it is to be shown, and how its words are tied."""
        self._name = name
        self._paper = paper
        self._tying = tying
        self._places = places

    def findings(self) -> Iterator[Diagnostic]:
        """Yield comments, then tracked changes, each in the order of the document."""
        for comment in self._paper.comments:
            yield self._comment(comment)
        for change in self.changes():
            yield self._change(change)
        yield from self._wordless()

    def tie(self, comment: Comment) -> Tie:
        """Return what a comment is about."""
        anchor = comment.anchor
        if anchor is None:
            return Tie()
        end = anchor.end if anchor.last == anchor.first else len(self._passage(anchor.first).now)
        return self._tying.tie(anchor.first, anchor.start, max(anchor.start, end))

    def about(self, comment: Comment) -> str:
        """Say in short what a comment is about: K12, a question, a heading."""
        return self._about(self.tie(comment))

    def changes(self) -> Iterator[Change]:
        """Yield the tracked changes of words."""
        for at, passage in enumerate(self._paper.story.passages):
            grouped: dict[tuple[int, str], list[tuple[Tie, Edit]]] = {}
            for edit in passage.edits:
                if edit.kind in _WORDLESS or not edit.text.strip():
                    continue
                end = edit.at if edit.kind in _GONE else edit.at + len(edit.text)
                tie = self._tying.tie(at, edit.at, end)
                thing = tie.claims[0].number if tie.claims else tie.identity
                grouped.setdefault((edit.author, thing), []).append((tie, edit))
            for (author, _), told in grouped.items():
                yield Change(at, author, told[0][0], tuple(edit for _, edit in told))

    # -- one finding each

    def _comment(self, comment: Comment) -> Diagnostic:
        tie = self.tie(comment)
        words = self._words(comment.anchor)
        beside = f", {quoted(words, 80)}" if words else ""
        message = (
            f"komentar penelaah {comment.author}{_day(comment.date)} pada"
            f" {self._about(tie)}{beside}: {quoted(comment.text, 600)}"
        )
        message += "".join(f"; dijawab: {quoted(reply)}" for reply in comment.replies)
        if comment.done:
            return self._found(
                "SCM944", Severity.NOTE, tie, comment.anchor, f"{message} (ditandai selesai)"
            )
        hint = "betulkan data kota, atau simpan sebagai rekomendasi dengan --import"
        return self._found("SCM943", Severity.WARNING, tie, comment.anchor, message, hint)

    def _change(self, change: Change) -> Diagnostic:
        told = told_edits(self._passage(change.at), change.edits)
        message = f"penelaah {change.author} mengubah {self._about(change.tie)}: {told}"
        anchor = Anchor(change.at, 0, change.at, 0)
        if not change.tie.claims:
            return self._found("SCM946", Severity.NOTE, change.tie, anchor, message)
        hint = "bila perubahan ini diterima, tulis di data kota lalu susun ulang dokumennya"
        return self._found("SCM945", Severity.WARNING, change.tie, anchor, message, hint)

    def _wordless(self) -> Iterator[Diagnostic]:
        """Tell in one finding of all that changes how a document looks, and no word."""
        found = [
            (at, kind)
            for at, passage in enumerate(self._paper.story.passages)
            for kind in dict.fromkeys(edit.kind for edit in passage.edits)
            if kind in _WORDLESS
        ]
        if not found:
            return
        counts = [(kind, sum(1 for _, k in found if k is kind)) for kind in sorted(_WORDLESS)]
        told = [f"{kind} di {indonesian.number(n)} tempat" for kind, n in counts if n]
        first = found[0][0]
        tie = Tie((), "", self._tying.headings(first))
        message = f"perubahan terlacak tanpa kata: {indonesian.listing(told)}"
        message += f"; yang pertama di {self._about(tie)}"
        yield self._found("SCM946", Severity.NOTE, tie, Anchor(first, 0, first, 0), message)

    def _found(  # noqa: PLR0913, PLR0917  (a finding is made of these)
        self,
        code: str,
        severity: Severity,
        tie: Tie,
        anchor: Anchor | None,
        message: str,
        hint: str = "",
    ) -> Diagnostic:
        place = self._places.of(tie)
        here = Span(self._name, anchor.first + 1 if anchor else 1, 1)
        if place is None and tie.claims:
            message += "; catatannya tidak ada lagi di data kota"
        others = [(claim, self._places.of_claim(claim)) for claim in tie.claims[1:_MOST]]
        related = [Related(at, f"juga {named(claim)}") for claim, at in others if at]
        span = place or here
        return Diagnostic(code, severity, span, message, hint, tuple(related))

    # -- words

    def _about(self, tie: Tie) -> str:
        if tie.claims:
            return named(tie.claims[0])
        if tie.tag:
            return f"isian {tie.tag} ({tie.identity})" if tie.identity else f"isian {tie.tag}"
        if tie.identity:
            return tie.identity
        if tie.headings:
            return f"bagian {quoted(' › '.join(tie.headings))}"
        return "dokumen ini"

    def _words(self, anchor: Anchor | None) -> str:
        """Return the words that a comment is about; the paragraph, where it is on a point."""
        if anchor is None:
            return ""
        if anchor.first == anchor.last:
            passage = self._passage(anchor.first)
            return plain(passage.now[anchor.start : anchor.end]) or plain(passage.now)
        between = [self._passage(at).now for at in range(anchor.first + 1, anchor.last)]
        first, last = self._passage(anchor.first).now, self._passage(anchor.last).now
        return plain(" ".join([first[anchor.start :], *between, last[: anchor.end]]))

    def _passage(self, at: int) -> Passage:
        passages = self._paper.story.passages
        return passages[at] if at < len(passages) else Passage("", "", "")


def told_edits(passage: Passage, edits: tuple[Edit, ...]) -> str:
    """Say what changed in a paragraph: the whole of a short one, else each change."""
    before, now = plain(passage.before), plain(passage.now)
    moved = any(edit.kind in {Kind.MOVED_HERE, Kind.MOVED_AWAY} for edit in edits)
    if before and now and not moved and max(len(before), len(now)) <= _SHORT:
        return f"{quoted(before)} menjadi {quoted(now)}"
    told: list[str] = []
    waiting = list(edits)
    while waiting:
        edit = waiting.pop(0)
        other = waiting[0] if waiting else None
        if (
            other
            and {edit.kind, other.kind} == {Kind.DELETED, Kind.INSERTED}
            and _meet(edit, other)
        ):
            waiting.pop(0)
            old, new = (edit, other) if edit.kind is Kind.DELETED else (other, edit)
            told.append(f"{quoted(old.text)} menjadi {quoted(new.text)}")
        else:
            told.append(f"{quoted(edit.text)} {edit.kind}")
    more = f"; dan {indonesian.number(len(told) - _MOST)} perubahan lain"
    return "; ".join(told[:_MOST]) + more * (len(told) > _MOST)


def _meet(one: Edit, other: Edit) -> bool:
    """Tell whether one change begins where the other ends."""
    end = one.at if one.kind in _GONE else one.at + len(one.text)
    return other.at == end


def _day(written: str) -> str:
    try:
        return f" ({indonesian.day(date.fromisoformat(written))})"
    except ValueError:
        return ""
