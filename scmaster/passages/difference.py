"""What a change does to a submission, in words: first for who decides, then for who checks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scmaster.assess.changes import ADDED, CHANGED, REMOVED
from scmaster.assess.difference import Difference, Score, Stood
from scmaster.assess.missing import WORDS
from scmaster.assess.record_changes import RecordChange, Written
from scmaster.assess.standing import State
from scmaster.diagnostics import Diagnostic, Severity
from scmaster.indonesian import number
from scmaster.link.references import NAMES

HOW = {ADDED: "baru", CHANGED: "berubah", REMOVED: "tidak ada lagi"}
LEVEL = {Severity.ERROR: "galat", Severity.WARNING: "peringatan", Severity.NOTE: "catatan"}
SHOWN = 5
"""What a line at the top names before it says how many more there are."""
LONGEST = 240
"""Characters of a text that are shown."""
UNKNOWN = "–"


@dataclass(frozen=True)
class Figure:
    """Something counted or computed, before and after, and by how much it differs."""

    what: str
    before: str
    after: str
    by: str


@dataclass(frozen=True)
class Line:
    """A field that is written otherwise; an empty text: not there."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Item:
    """A record that changed."""

    id: str
    name: str
    how: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Part:
    """Records of a section, or findings, or questions, under a heading with their number."""

    heading: str
    items: tuple[Item, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.items) + len(self.lines)


@dataclass(frozen=True)
class Told:
    """All that is to say of a change."""

    heading: str
    sentence: str
    figures: tuple[Figure, ...]
    summary: tuple[tuple[str, str], ...]
    """What matters first: a word or two, and what there is to say."""
    notes: tuple[str, ...]
    parts: tuple[Part, ...]
    """The details."""


def told(difference: Difference, base: str, head: str) -> Told:
    """Put a difference into words; `base` and `head` name the two states (Indonesian)."""
    case = difference.after
    city = case.dossier.city or difference.before.dossier.city
    about = ""
    if case.submission is not None:
        about = f" untuk pengajuan {case.submission.title or case.submission.id}"
    count = len(difference.records)
    changed = f"{count} catatan berbeda" if count else "tidak ada catatan yang berbeda"
    return Told(
        heading=f"{city.name if city else 'Kota'}: apa yang diubah",
        sentence=f"{_capital(head)} dibandingkan dengan {base}{about}: {changed}.",
        figures=tuple(_figures(difference)),
        summary=tuple(_summary(difference)),
        notes=tuple(_notes(difference)),
        parts=tuple(_parts(difference)),
    )


# -- figures ---------------------------------------------------------------------------


def _figures(difference: Difference) -> Iterator[Figure]:
    final = difference.final
    if final is not None:
        yield from _score("Nilai menurut jawaban (simulasi)", final.claimed)
        yield from _score("Nilai yang terbukti (simulasi)", final.provable)
    if difference.after.standings:
        for what, states in (
            ("Soal terjawab", set(State) - {State.UNANSWERED}),
            ("Soal terbukti", {State.PROVEN}),
        ):
            yield _count(what, *(_standing(each, states) for each in _both(difference)))
    for severity, name in LEVEL.items():
        counts = (
            sum(1 for d in case.diagnostics if d.severity is severity)
            for case in (difference.before, difference.after)
        )
        yield _count(f"Temuan: {name}", *counts)


def _both(difference: Difference) -> tuple[list[State] | None, list[State]]:
    """Return how the questions stood; None where the submission was not there."""
    before = [standing.state for standing in difference.before.standings.values()]
    after = [standing.state for standing in difference.after.standings.values()]
    return before or None, after


def _standing(states: list[State] | None, wanted: Iterable[State]) -> int | None:
    return None if states is None else sum(1 for state in states if state in set(wanted))


def _score(what: str, values: tuple[Decimal | None, Decimal | None]) -> Iterator[Figure]:
    before, after = values
    if before is None and after is None:
        return
    by = "" if before is None or after is None else _signed(after - before, 2)
    yield Figure(what, _written(before), _written(after), by)


def _written(value: Decimal | None) -> str:
    return UNKNOWN if value is None else number(value, 2)


def _count(what: str, before: int | None, after: int | None) -> Figure:
    by = "" if before is None or after is None else _signed(Decimal(after - before), 0)

    def shown(value: int | None) -> str:
        return UNKNOWN if value is None else number(value)

    return Figure(what, shown(before), shown(after), by)


def _signed(value: Decimal, decimals: int) -> str:
    if not value:
        return "tetap"
    shown = number(abs(value), decimals)
    if not shown.strip("0,"):
        shown = number(abs(value.normalize()))  # less than can be seen is not nothing
    return f"+{shown}" if value > 0 else f"−{shown}"


# -- what matters first ----------------------------------------------------------------


def _summary(difference: Difference) -> Iterator[tuple[str, str]]:
    records = difference.records
    stood = difference.questions
    if stood:
        yield "Jawaban", _some([_stood(each) for each in stood])
    for how, word in ((ADDED, "Eviden bertambah"), (REMOVED, "Eviden hilang")):
        pieces = [each for each in records if each.section == "evidence" and each.how == how]
        if pieces:
            yield word, _some([f"{_cut(each.name, 90)} ({each.id})" for each in pieces])
    figures = [(each, w) for each in records for w in each.fields if w.figure]
    if figures:
        yield "Angka", _some([_figure(each, written) for each, written in figures])
    renamed = [f"{each.former} → {each.id}" for each in records if each.former]
    if renamed:
        yield "Id berganti", _some(renamed)
    for found, word in ((difference.new, "Temuan baru"), (difference.gone, "Temuan hilang")):
        if found:
            yield word, _tally(found)
    if records:
        yield "Menurut bagian", _by_section(records)


def _stood(each: Stood) -> str:
    then, now = (WORDS[state] if state else "tidak ditanyakan" for state in _states(each))
    return f"{each.question.id}: {then} → {now}"


def _states(each: Stood) -> tuple[State | None, State | None]:
    return each.before, each.after


def _figure(each: RecordChange, written: Written) -> str:
    before, after = (_cut(said.partition(";")[0], 60) for said in (written.before, written.after))
    if before and after:
        return f"{each.id} {written.field}: {before} → {after}"
    return f"{each.id} {written.field}: {after or before} ({'baru' if after else 'dihapus'})"


def _tally(found: Sequence[Diagnostic]) -> str:
    counts = ((name, sum(1 for d in found if d.severity is s)) for s, name in LEVEL.items())
    return ", ".join(f"{count} {name}" for name, count in counts if count)


def _by_section(records: Sequence[RecordChange]) -> str:
    said = []
    for section in dict.fromkeys(each.section for each in records):
        hows = [each.how for each in records if each.section == section]
        counts = ((word, hows.count(how)) for how, word in HOW.items())
        numbers = ", ".join(f"{count} {word}" for word, count in counts if count)
        said.append(f"{NAMES[section]} ({numbers})")
    return "; ".join(said)


def _some(words: Sequence[str]) -> str:
    more = f"; dan {len(words) - SHOWN} lagi" if len(words) > SHOWN else ""
    return "; ".join(words[:SHOWN]) + more


# -- what is not known -----------------------------------------------------------------


def _notes(difference: Difference) -> Iterator[str]:
    if not difference.before.dossier.records:
        yield "Pada keadaan pembanding folder kota ini belum ada, jadi semuanya baru."
    if difference.unknown:
        yield (
            "Tidak dapat dibandingkan, sebab tidak terbaca di salah satu keadaan:"
            f" {_some(difference.unknown)}."
        )
    after = difference.after
    for state, case in (("pembanding", difference.before), ("yang ditinjau", after)):
        unread = sum(1 for d in case.told if d.severity is Severity.ERROR)
        if unread:
            yield f"Keadaan {state} memuat {unread} galat; yang tidak terbaca tidak dibandingkan."
    if after.submission is not None and difference.before.submission is None:
        yield (
            f"Pengajuan {after.submission.id} belum ada pada keadaan pembanding, jadi nilainya"
            " tidak dibandingkan."
        )
    if difference.final is not None:
        yield "Nilai hanyalah simulasi: asesor yang memberi nilai."


# -- details ---------------------------------------------------------------------------


def _parts(difference: Difference) -> Iterator[Part]:
    for found, word in ((difference.new, "Temuan baru"), (difference.gone, "Temuan hilang")):
        if found:
            yield Part(word, lines=tuple(_finding(d) for d in found))
    if difference.questions:
        yield Part(
            "Soal yang berubah keadaannya", lines=tuple(_stood(s) for s in difference.questions)
        )
    if difference.dimensions:
        yield Part("Nilai per dimensi", lines=tuple(map(_dimension, difference.dimensions)))
    for section in dict.fromkeys(each.section for each in difference.records):
        items = [_item(each) for each in difference.records if each.section == section]
        yield Part(_capital(NAMES[section]), items=tuple(items))


def _finding(d: Diagnostic) -> str:
    return f"{LEVEL[d.severity]} {d.code} {d.span}: {_cut(d.message)}"


def _dimension(score: Score) -> str:
    pairs = (("menurut jawaban", score.claimed), ("terbukti", score.provable))
    said = (f"{word} {_written(a)} → {_written(b)}" for word, (a, b) in pairs if a != b)
    return f"{score.name}: {', '.join(said)}"


def _item(change: RecordChange) -> Item:
    lines = [Line(w.field, _cut(w.before), _cut(w.after)) for w in change.fields]
    how = HOW[change.how]
    if change.former:
        how = f"dahulu {change.former}" if not lines else f"{how}, dahulu {change.former}"
    return Item(change.id, _cut(change.name, 90), how, tuple(lines))


def _cut(text: str, longest: int = LONGEST) -> str:
    """Put a text on one line, and cut it where it is longer than anybody reads."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
