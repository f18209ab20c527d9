"""What changed between two states of a city's records: field by field, whatever the section.

A record is known by its id, wherever in the files it stands. One whose id alone is another,
or nearly, is followed: then what names it has not changed either.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from scmaster.assess.changes import ADDED, CHANGED, REMOVED, FieldChange
from scmaster.assess.texts import Path
from scmaster.link import Dossier
from scmaster.model.masterplan import Target
from scmaster.model.measure import Measure
from scmaster.model.record import Entry, Record
from scmaster.model.sections import CITY_SECTIONS

PAIRS = 40_000
"""More pairs of items than this are not tried: nobody writes such a list by hand."""
LONGEST_LABEL = 40
LAST = ("sources", "note")
"""What every record may have besides what it is about."""

Instead = Mapping[tuple[str, Path], str]
"""What to read at a place of a record, by its id, instead of what is written there."""


@dataclass(frozen=True)
class Written(FieldChange):
    """A field that is written otherwise: its path, and both texts; empty where left out."""

    figure: bool = False
    """Whether it is a figure, or says what kind of figure it is."""


@dataclass(frozen=True)
class RecordChange:
    """A record that came, went, or says something else."""

    section: str
    id: str
    name: str
    """What it calls itself now; of one that went, what it called itself."""
    how: str
    """`added`, `changed` or `removed`."""
    fields: tuple[Written, ...]
    """Of one that came or went: all that it says."""
    former: str = ""
    """The id that it had before; empty where that is the same."""


@dataclass(frozen=True)
class RecordChanges:
    """All of them, section by section."""

    changes: tuple[RecordChange, ...]
    renamed: Mapping[str, str]
    """Today's id by the former one."""
    unknown: tuple[str, ...]
    """Ids that cannot be compared, for the record could not be read in one of the states."""


class Tree(NamedTuple):
    """A record as written: what is left out, or is as if left out, is not in it."""

    fields: "dict[str, Value]"
    label: str
    """What tells it from others of a list."""
    figure: bool


Value = str | Tree | list[str] | list[Tree]


def compare(
    before: Dossier,
    after: Dossier,
    instead_before: Instead,
    instead_after: Instead,
) -> RecordChanges:
    """Compare two states of one city."""
    old = {section: before.records.get(section, {}) for section in CITY_SECTIONS}
    new = {section: after.records.get(section, {}) for section in CITY_SECTIONS}
    unknown = _unknown(before, after)
    renamed = _renamed(before, old, new, unknown)
    read = dict(instead_before) | _followed(before, renamed)
    found: list[RecordChange] = []
    for section in CITY_SECTIONS:
        then = {renamed.get(name, name): each for name, each in old[section].items()}
        for name, entry in new[section].items():
            if name not in unknown:
                was = then.get(name)
                now = tree(entry, instead_after)
                found += _one(section, was, tree(was, read) if was else None, entry, now)
        gone = [e for name, e in then.items() if name not in new[section] and name not in unknown]
        found += [_gone(section, entry, tree(entry, read)) for entry in gone]
    return RecordChanges(tuple(found), renamed, tuple(sorted(unknown)))


def _unknown(before: Dossier, after: Dossier) -> frozenset[str]:
    """Return the ids of records that could be read in one state, and not in the other."""
    then, now = ({entry.id for entry in each.every()} for each in (before, after))
    return (before.broken & now - then) | (after.broken & then - now)


def _one(
    section: str, was: Entry | None, then: Tree | None, entry: Entry, now: Tree
) -> Iterator[RecordChange]:
    name = _name(now)
    if was is None or then is None:
        yield RecordChange(section, entry.id, name, ADDED, tuple(_all(now)))
        return
    former = was.id if was.id != entry.id else ""
    fields = tuple(_trees((), then, now))
    if fields or former:
        yield RecordChange(section, entry.id, name, CHANGED, fields, former)


def _gone(section: str, entry: Entry, was: Tree) -> RecordChange:
    said = tuple(Written(w.field, w.after, "", w.figure) for w in _all(was))
    return RecordChange(section, entry.id, _name(was), REMOVED, said)


def _all(made: Tree) -> Iterator[Written]:
    return _trees((), Tree({}, "", figure=False), made)


def _name(made: Tree) -> str:
    """Return what a record calls itself; else the first thing that it must say."""
    usual = (made.fields.get(key) for key in ("name", "title", "text", "question"))
    return next((value for value in usual if isinstance(value, str)), made.label)


# -- records as trees ------------------------------------------------------------------


def tree(entry: Entry, instead: Instead) -> Tree:
    """Return what a record says, as text, but for its id."""
    made = _tree(entry, (), lambda path: instead.get((entry.id, path)))
    made.fields.pop("id", None)
    return made


def _tree(record: Record, path: Path, instead: Callable[[Path], str | None]) -> Tree:
    made: dict[str, Value] = {}
    fields = type(record).model_fields
    for name in sorted(fields, key=LAST.__contains__):  # of every kind the same: they come last
        value, info = getattr(record, name), fields[name]
        if value is not None and value != info.default:
            made[name] = _value(value, (*path, name), instead)
    figure = isinstance(record, Measure | Target)
    return Tree(made, _label(record, made), figure)


def _value(value: object, path: Path, instead: Callable[[Path], str | None]) -> Value:
    if isinstance(value, Record):
        return _tree(value, path, instead)
    if isinstance(value, list):
        # all of them are records, or none is
        return [_value(item, (*path, i), instead) for i, item in enumerate(value)]  # type: ignore[return-value]
    other = instead(path)
    return _plain(value) if other is None else other


def _plain(value: object) -> str:
    """Write a value as in YAML; 2.50 is 2.5."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def _label(record: Record, made: Mapping[str, Value]) -> str:
    """Return what an item is called in its list: what it must say, or when it held."""
    fields = type(record).model_fields
    names = [name for name in fields if fields[name].is_required() and name != "id"]
    said = (made.get(name) for name in (*names, "as_of", "date", "year"))
    label = next((each for each in said if isinstance(each, str)), "")
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


# -- trees side by side ----------------------------------------------------------------


def _trees(path: tuple[str, ...], before: Tree, after: Tree) -> Iterator[Written]:
    names = [*after.fields, *(name for name in before.fields if name not in after.fields)]
    figure = before.figure or after.figure
    for name in names:
        yield from _values((*path, name), before.fields.get(name), after.fields.get(name), figure)


def _values(
    path: tuple[str, ...],
    before: Value | None,
    after: Value | None,
    figure: bool,  # noqa: FBT001  (handed down)
) -> Iterator[Written]:
    if before == after:
        return
    if isinstance(before, Tree) and isinstance(after, Tree):
        yield from _trees(path, before, after)
        return
    old, new = _items(before), _items(after)
    if old is not None and new is not None and (old or new):
        yield from _lists(path, old, new)
        return
    words = _words(before), _words(after)
    if isinstance(before, list) and isinstance(after, list):
        words = _only(before, after), _only(after, before)
    if words[0] == words[1]:  # the same items in another order
        words = _words(before), _words(after)
    holds = any(isinstance(each, Tree) and each.figure for each in (before, after))
    quantity = figure and path[-1] in {"value", "upper", "unit", "status"}
    yield Written(".".join(path), *words, figure=quantity or holds)


def _items(value: Value | None) -> list[Tree] | None:
    """Return the records of a list; none where there is no list, None where it holds others."""
    if value is None:
        return []
    if isinstance(value, list) and all(isinstance(item, Tree) for item in value):
        return [item for item in value if isinstance(item, Tree)]
    return None


def _lists(
    path: tuple[str, ...], before: Sequence[Tree], after: Sequence[Tree]
) -> Iterator[Written]:
    """Pair the items that have most in common; the others came or went."""
    old = [item for item in before if item not in after]
    new = [item for item in after if item not in before]
    if not old and not new:  # in another order, or once more
        if len(before) != len(after):
            yield Written(".".join(path), f"{len(before)} butir", f"{len(after)} butir")
        return
    pairs = _pairs(old, new)
    for then, now in pairs:
        yield from _trees(_at(path, now), then, now)
    for item in new:
        if all(item is not now for _, now in pairs):
            yield Written(".".join(_at(path, item)), "", _words(item), figure=item.figure)
    for item in old:
        if all(item is not then for then, _ in pairs):
            yield Written(".".join(_at(path, item)), _words(item), "", figure=item.figure)


def _pairs(old: Sequence[Tree], new: Sequence[Tree]) -> list[tuple[Tree, Tree]]:
    if len(old) * len(new) > PAIRS:
        return []
    likely = sorted(
        ((-_likeness(a, b), i, j) for i, a in enumerate(old) for j, b in enumerate(new)),
    )
    made: dict[int, int] = {}
    for unlike, i, j in likely:
        if unlike < 0 and i not in made and j not in made.values():
            made[i] = j
    return [(old[i], new[j]) for i, j in sorted(made.items(), key=lambda pair: pair[1])]


def _likeness(one: Tree, other: Tree) -> float:
    """Return which part of what two say is the same; 0 for less than half of it.

    What carries the same label is the same item, whatever else it says.
    """
    names = one.fields.keys() | other.fields.keys()
    same = sum(1 for name in names if one.fields.get(name) == other.fields.get(name))
    share = same / len(names) if names else 0.0
    if one.label and one.label == other.label:
        return 1 + share
    return share if share >= 0.5 else 0.0  # noqa: PLR2004  (half)


def _at(path: tuple[str, ...], item: Tree) -> tuple[str, ...]:
    return (*path[:-1], f"{path[-1]}[{item.label}]" if item.label else path[-1])


def _only(here: Sequence[str | Tree], there: Sequence[str | Tree]) -> str:
    return ", ".join(item for item in here if isinstance(item, str) and item not in there)


def _words(value: Value | None) -> str:
    """Write a value on one line."""
    if value is None:
        return ""
    if isinstance(value, Tree) and value.figure:
        return _figure(value)
    if isinstance(value, Tree):
        return "; ".join(f"{name}: {_words(inside)}" for name, inside in value.fields.items())
    if isinstance(value, list):
        bracketed = (f"({_words(i)})" if isinstance(i, Tree) else i for i in value)
        return ", ".join(bracketed)
    return value


def _figure(made: Tree) -> str:
    """Write a figure as people do, and what else is said of it behind."""
    said = dict(made.fields)
    first, upper, unit = (said.pop(name, "") for name in ("value", "upper", "unit"))
    kind = [_words(said.pop(name)) for name in ("as_of", "year", "status") if name in said]
    range_ = f"{first}–{upper}" if upper else first
    whole = f"{range_ or '?'} {unit}".strip() + (f" ({', '.join(kind)})" if kind else "")
    said.pop("name", None)  # its place says it
    return "; ".join([whole, *(f"{name}: {_words(inside)}" for name, inside in said.items())])


# -- ids that changed ------------------------------------------------------------------


def _renamed(
    before: Dossier,
    old: Mapping[str, Mapping[str, Entry]],
    new: Mapping[str, Mapping[str, Entry]],
    unknown: frozenset[str],
) -> dict[str, str]:
    """Find records whose id changed: what they must say is the same, and half of the rest.

    What one record says may be the id of another that changed, so this is done until
    nothing more is found. Where two would do, neither is taken.
    """
    renamed: dict[str, str] = {}
    now = {entry.id for section in new.values() for entry in section.values()}
    then = {entry.id for section in old.values() for entry in section.values()}
    while True:
        followed = _followed(before, renamed)
        count = len(renamed)
        for section in CITY_SECTIONS:
            gone = [e for n, e in old[section].items() if n not in now | renamed.keys() | unknown]
            taken = set(renamed.values())
            came = [e for n, e in new[section].items() if n not in then | taken | unknown]
            if gone and came:
                renamed |= _same(gone, came, followed)
        if len(renamed) == count:
            return renamed


def _same(gone: Sequence[Entry], came: Sequence[Entry], followed: Instead) -> dict[str, str]:
    old: dict[str, list[tuple[Entry, Tree]]] = {}
    new: dict[str, list[tuple[Entry, Tree]]] = {}
    for entry in gone:
        made = tree(entry, followed)
        old.setdefault(_core(entry, made), []).append((entry, made))
    for entry in came:
        made = tree(entry, {})
        new.setdefault(_core(entry, made), []).append((entry, made))
    found = {}
    for core, had in old.items():
        have = new.get(core, [])
        if len(had) == len(have) == 1:
            (one, first), (other, second) = had[0], have[0]
            if _likeness(first._replace(label=""), second._replace(label="")):
                found[one.id] = other.id
    return found


def _core(entry: Entry, made: Tree) -> str:
    """Write down all that a record of its kind must say, but for its id."""
    fields = type(entry).model_fields
    return repr([(name, made.fields.get(name)) for name in fields if fields[name].is_required()])


def _followed(before: Dossier, renamed: Mapping[str, str]) -> dict[tuple[str, Path], str]:
    """Return today's ids for the places of the earlier state that name the former ones."""
    return {
        (use.user.id, tuple(use.path)): name
        for former, name in renamed.items()
        for use in before.uses.get(former, [])
    }
