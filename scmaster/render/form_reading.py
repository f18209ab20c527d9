"""A form.yaml held against its form: every expression read, every tag looked for."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from scmaster.diagnostics import Severity
from scmaster.indonesian import listing
from scmaster.model.form import FormField, FormRows
from scmaster.render import repeating
from scmaster.render.controls import Control
from scmaster.render.expression_kinds import Kind, member_of
from scmaster.render.expressions import Expression, compiled
from scmaster.render.faults import UnplacedError
from scmaster.render.form_findings import Findings, Path

ITEM, INDEX = "item", "index"
"""What a row's fields call the one they are about, and its number from 1."""


class Slot(NamedTuple):
    """A field of form.yaml that has been read."""

    tag: str
    expression: Expression
    path: Path


class Group(NamedTuple):
    """Rows of form.yaml that have been read."""

    each: Expression
    path: Path
    slots: list[Slot]


def read(
    there: list[Control], kinds: Mapping[str, Kind], findings: Findings
) -> tuple[list[Slot], list[Group]]:
    """Read the fields and rows of a form.yaml, whose form has these controls."""
    reader = _Reader(findings)
    form = findings.form
    slots = list(reader.slots(form.fields, (), kinds))
    groups = [g for n, rows in enumerate(form.rows) if (g := reader.group(n, rows, kinds))]
    reader.once()
    reader.compare(there)
    return slots, groups


def by_tag(there: list[Control]) -> dict[str, list[Control]]:
    """Return the controls that have a tag, by it."""
    made: dict[str, list[Control]] = {}
    for control in there:
        if control.tag:
            made.setdefault(control.tag, []).append(control)
    return made


class _Reader:
    """One reading of one form.yaml."""

    def __init__(self, findings: Findings) -> None:
        self.form, self.say = findings.form, findings.say

    def slots(
        self, given: list[FormField], path: Path, kinds: Mapping[str, Kind]
    ) -> Iterator[Slot]:
        """Read the expressions of some fields; what is wrong with one is said."""
        for number, each in enumerate(given):
            place = (*path, "fields", number)
            try:
                yield Slot(each.tag, compiled(each.value, kinds), place)
            except UnplacedError as fault:
                self.say(fault.code, (*place, "value"), fault.message, fault.hint)

    def group(self, number: int, rows: FormRows, kinds: Mapping[str, Kind]) -> Group | None:
        """Read the rows of that number; None where what they repeat cannot be told."""
        path: Path = ("rows", number)
        try:
            each = compiled(rows.each, kinds)
            own = {**kinds, ITEM: member_of(each.kind), INDEX: int}
        except UnplacedError as fault:
            self.say(fault.code, (*path, "each"), fault.message, fault.hint)
            return None
        return Group(each, path, list(self.slots(rows.fields, path, own)))

    def _written(self) -> Iterator[tuple[str, Path]]:
        """Yield every tag that form.yaml names, with its place."""
        for number, each in enumerate(self.form.fields):
            yield each.tag, ("fields", number, "tag")
        for row, rows in enumerate(self.form.rows):
            for number, each in enumerate(rows.fields):
                yield each.tag, ("rows", row, "fields", number, "tag")

    def once(self) -> None:
        """Say which tags are written twice."""
        seen: set[str] = set()
        for tag, path in self._written():
            if tag in seen:
                self.say("SCM660", path, f"tag '{tag}' sudah ditulis", "hapus salah satunya")
            seen.add(tag)

    def compare(self, there: list[Control]) -> None:
        """Hold the tags of form.yaml against those of the form, both ways."""
        known = by_tag(there)
        named = {tag for tag, _ in self._written()}
        for tag, path in self._written():
            if tag not in known:
                near = get_close_matches(tag, sorted(known), n=1)
                named.update(near)  # told here, and not also as one that nobody fills
                hint = f"maksudnya '{near[0]}'?" if near else f"yang ada: {listing(sorted(known))}"
                message = f"tag '{tag}' tidak ada dalam borang"
                self.say("SCM663", path, message, hint if known else "")
        for number, rows in enumerate(self.form.rows):
            self._aligned(number, rows, known)
        for control in there:
            if control.is_frame or control.tag in named or not (control.tag or control.title):
                continue
            called = f"'{control.tag}'" if control.tag else f"tanpa tag ('{control.title[:60]}')"
            message = f"isian {called} belum dipasangkan dengan data"
            hint = "tambahkan di fields: tag dan value" if control.tag else "isi sendiri di Word"
            self.say("SCM664", ("file",), message, hint, Severity.WARNING)
        bare = sum(1 for c in there if not (c.is_frame or c.tag or c.title or c.kind == "picture"))
        if bare:
            message = f"{bare} isian borang tanpa tag dan tanpa judul"
            self.say("SCM664", ("file",), message, "isi sendiri di Word", Severity.WARNING)

    def _aligned(self, number: int, rows: FormRows, known: dict[str, list[Control]]) -> None:
        """Say which controls of a row do not stand in one row together."""
        first = {repeating.row_of(control) for control in known.get(rows.fields[0].tag, [])}
        for index, each in enumerate(rows.fields):
            path = ("rows", number, "fields", index, "tag")
            if each.tag not in known:
                continue
            own = [repeating.row_of(control) for control in known[each.tag]]
            if not all(row is not None for row in own):
                message = f"isian '{each.tag}' tidak berada di baris tabel atau bagian berulang"
                self.say("SCM663", path, message, "pindahkan ke fields borang")
            elif first and first.isdisjoint(own):
                message = f"isian '{each.tag}' tidak sebaris dengan '{rows.fields[0].tag}'"
                self.say("SCM663", path, message, "buat rows tersendiri untuk baris itu")
