"""What was edited by hand in a document, and what only moved on in the city's data."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from scmaster import indonesian
from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.render.trace import Trace, Traced, digest_of
from scmaster.returned.aligning import Difference, differences
from scmaster.returned.hunks import Hunk, hunks
from scmaster.returned.paper import Paper
from scmaster.returned.places import Places
from scmaster.returned.quoting import named, plain, quoted
from scmaster.returned.story import Story
from scmaster.returned.tying import Tie, Tying

Key = tuple[str, str]
"""A claim by its record and field: its number may be another in another version."""

_SHORT = 140
_MOST = 4


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document."""

    story: Story
    trace: Trace | None
    tying: Tying

    @classmethod
    def of(cls, paper: Paper, trace: Trace | None, known: Container[str]) -> Self:
        """Take a document and its claims; `known` are the ids that its words may hold."""
        return cls(paper.story, trace, Tying(paper.story, trace, known))

    def claimed(self) -> dict[Key, str]:
        """Return the words of each claim, from its bookmark up to its number."""
        made: dict[Key, str] = {}
        claims = {claim.number: claim for claim in self.trace.claims} if self.trace else {}
        for at, passage in enumerate(self.story.passages):
            signs = self.tying.signs(at)
            for sign in (sign for sign in signs if sign.words):
                ends = [
                    s.start
                    for s in signs
                    if s.number == sign.number and not s.words and s.start >= sign.start
                ]
                words = " ".join(passage.now[sign.start : min(ends, default=sign.end)].split())
                key = (claims[sign.number].record, claims[sign.number].field)
                made[key] = f"{made[key]} {words}".strip() if key in made else words
        return made


class Versions(NamedTuple):
    """What is compared."""

    back: Version
    """What came back."""
    base: Version
    """What was handed out, or what comes nearest to it."""
    today: Version
    """What the city's data says today."""
    exact: bool
    """Whether `base` is what was handed out."""


class Comparison:
    """Compares what came back with what was handed out, and with the data of today."""

    def __init__(self, name: str, versions: Versions, places: Places) -> None:
        """Take the file's name as it is to be shown."""
        self._name = name
        self._back, self._base, today, self._exact = versions
        self._places = places
        self._issued = {_key(c): c for c in _claims(self._back.trace)}
        self._words = self._back.claimed()
        self._then = self._base.claimed()
        self._today = today.claimed()
        self._edited: set[Key] = set()
        self._said: set[tuple[Key, str]] = set()

    def findings(self) -> Iterator[Diagnostic]:
        """Yield hand edits in the order of the document, then what moved on in the data."""
        for difference in differences(self._base.story, self._back.story):
            if len(difference.before) == len(difference.now) == 1:
                yield from self._changed(difference.before[0], difference.now[0])
                continue
            if difference.before:
                yield from self._gone(difference)
            if difference.now:
                yield self._come(difference)
        yield from self._moved()

    # -- edits

    def _changed(self, before: int, now: int) -> Iterator[Diagnostic]:
        """Tell of a paragraph that reads otherwise, by the claims in it."""
        old, new = self._base.story.passages[before].now, self._back.story.passages[now].now
        told: dict[Key | None, tuple[Tie, list[Hunk]]] = {}
        for hunk in hunks(old, new):
            tie = self._base.tying.tie(before, hunk.start, hunk.end)
            key = _key(tie.claims[0]) if tie.claims else None
            told.setdefault(key, (tie, []))[1].append(hunk)
        own = {sign.number for sign in self._base.tying.signs(before) if sign.words}
        for tie, found in told.values():
            words = _told(plain(old), plain(new), found)
            if not tie.claims:
                yield self._other(tie, now, words)
            else:
                whole = tie.claims[0].number in own
                yield from self._claim(tie.claims[0], now, words, whole=whole)

    def _come(self, difference: Difference) -> Diagnostic:
        at = difference.now[0]
        tie = Tie((), "", self._back.tying.headings(at))
        return self._other(tie, at, f"{_several(self._back.story, difference.now)} ditambahkan")

    def _gone(self, difference: Difference) -> Iterator[Diagnostic]:
        """Tell of paragraphs that are no longer there, and of every claim that went with them."""
        first = difference.before[0]
        tie = Tie((), "", self._base.tying.headings(first))
        here = difference.here
        yield self._other(tie, here, f"{_several(self._base.story, difference.before)} dihapus")
        signs = [s for at in difference.before for s in self._base.tying.signs(at) if s.words]
        claims = {claim.number: claim for claim in _claims(self._base.trace)}
        for claim in (claims[sign.number] for sign in signs):
            if _key(claim) not in self._words:
                words = f"{quoted(self._then.get(_key(claim), ''))} dihapus"
                yield from self._claim(claim, here, words, whole=False)

    def _claim(self, claim: Traced, at: int, words: str, *, whole: bool) -> Iterator[Diagnostic]:
        """Tell of a claim that reads otherwise than in `base`; `whole`: its own words do."""
        key = _key(claim)
        before, now, today = (each.get(key) for each in (self._then, self._words, self._today))
        issued = self._issued.get(key)
        if not self._exact and issued and now is not None and digest_of(now) == issued.words:
            if before == now:  # its own words are as they were; of those beside nobody can tell
                yield self._other(Tie((claim,)), at, words)
            return  # it reads as it was handed out: the data has moved on
        if whole and before is not None and now is not None and before != now:
            words = f"semula {quoted(before)}, dalam berkas {quoted(now)}"
        if (key, words) in self._said:
            return
        self._said.add((key, words))
        self._edited.add(key)
        message = f"{named(issued or claim)} disunting tangan: {words}"
        hint = "bila benar, tulis di data kota lalu susun ulang; bila tidak, pakai dokumen baru"
        severity = Severity.WARNING
        if today is not None and today == now != before:
            message += "; data kota sekarang sudah memuatnya"
            severity, hint = Severity.NOTE, ""
        elif today is None:
            message += "; pernyataan itu tidak ada lagi di data kota"
        elif before is not None and today != before:
            message += f"; data kota juga sudah berubah menjadi {quoted(today)}"
        yield self._found("SCM947", severity, Tie((claim,)), at, message, hint)

    def _other(self, tie: Tie, at: int, words: str) -> Diagnostic:
        about = f"bagian {quoted(' › '.join(tie.headings))}" if tie.headings else ""
        about = f"sekitar {named(tie.claims[0])}" if tie.claims else tie.identity or about
        where = f" di {about}" if about else ""
        doubt = "" if self._exact else "; mungkin karena data kota atau templat sudah berubah"
        message = f"tulisan{where} disunting tangan: {words}{doubt}"
        return self._found("SCM948", Severity.NOTE, tie, at, message)

    # -- what moved on

    def _moved(self) -> Iterator[Diagnostic]:
        """Tell of claims that read as they were handed out, but no longer as the data says."""
        claims = {_key(c): c for c in _claims(self._base.trace)} | self._issued
        for key, words in (self._then if self._exact else self._words).items():
            today, claim = self._today.get(key), claims.get(key)
            if key in self._edited or claim is None or today == words:
                continue
            if not self._exact and digest_of(words) != claim.words:
                continue
            told = f"sekarang {quoted(today)}" if today is not None else "sekarang tidak ada lagi"
            message = f"{named(claim)}: tercetak {quoted(words)}, {told}"
            yield self._found("SCM949", Severity.NOTE, Tie((claim,)), 0, message)

    def _found(  # noqa: PLR0913, PLR0917  (a finding is made of these)
        self, code: str, severity: Severity, tie: Tie, at: int, message: str, hint: str = ""
    ) -> Diagnostic:
        place = self._places.of(tie)
        span = place or Span(self._name, max(at, 0) + 1, 1)
        return Diagnostic(code, severity, span, message, hint)


def _claims(trace: Trace | None) -> Sequence[Traced]:
    return trace.claims if trace else ()


def _key(claim: Traced) -> Key:
    return claim.record, claim.field


def _several(story: Story, places: Sequence[int]) -> str:
    first = quoted(plain(story.passages[places[0]].now))
    if len(places) == 1:
        return f"paragraf {first}"
    return f"{indonesian.number(len(places))} paragraf atau sel, mulai {first},"


def _told(old: str, new: str, found: Sequence[Hunk]) -> str:
    """Say what changed in a paragraph: the whole of a short one, else each change."""
    if max(len(old), len(new)) <= _SHORT:
        return f"semula {quoted(old)}, dalam berkas {quoted(new)}"
    told = [hunk.told(quoted) for hunk in found[:_MOST]]
    more = len(found) - _MOST
    return "; ".join(told) + (f"; dan {indonesian.number(more)} perubahan lain" if more > 0 else "")
