"""An official form of Word, filled: each of its content controls with what form.yaml says.

Nothing is left out in silence: a tag that is not there, a control that nobody fills and a
value that nobody knows are each said, with the line of form.yaml.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from scmaster.diagnostics import Diagnostic, Severity
from scmaster.indonesian import listing
from scmaster.model.form import Form, FormField, FormRows
from scmaster.model.values import PartialDate, parse_date
from scmaster.passages.form_data import FormData
from scmaster.render import controls, package, repeating
from scmaster.render.controls import Control, Element
from scmaster.render.expression_kinds import Kind, kinds_of, member_of
from scmaster.render.expressions import NOTHING, Expression, compiled, members_of, shown
from scmaster.render.faults import UnplacedError
from scmaster.render.form_package import FormPackage, opened

Path = tuple[str | int, ...]
ITEM, INDEX = "item", "index"
"""What a row's fields call the one they are about, and its number from 1."""
UNFILLABLE = {"picture": "gambar", "equation": "rumus"}


class Slot(NamedTuple):
    """A field of form.yaml that has been read."""

    tag: str
    expression: Expression
    path: Path
    """Of its place in form.yaml."""


class Group(NamedTuple):
    """Rows of form.yaml that have been read."""

    each: Expression
    path: Path
    slots: list[Slot]


def fill(form: Form, content: bytes, data: FormData) -> tuple[bytes | None, list[Diagnostic]]:
    """Fill a form; None where something is wrong with it or with what is to fill it."""
    digest = hashlib.sha256(content).hexdigest()
    filler = _Filler(form, data)
    if digest != form.sha256:
        message = f"berkas {form.file} bukan edisi '{form.edition}': sidiknya berbeda"
        hint = f"periksa tag-nya, lalu perbarui edition dan sha256 menjadi {digest}"
        filler.say("SCM662", ("sha256",), message, hint)
        return None, filler.found
    try:
        file = opened(content)
    except package.HostileError as fault:
        hint = "ambil kembali berkas aslinya dari penerbit"
        filler.say("SCM661", ("file",), f"berkas {form.file}: {fault}", hint)
        return None, filler.found
    filler.run(file)
    return (None if filler.failed else file.packed()), filler.found


@dataclass
class _Filler:
    """One filling of one form."""

    form: Form
    data: FormData
    _said: dict[Diagnostic, None] = field(default_factory=dict)

    @property
    def found(self) -> list[Diagnostic]:
        """What there is to say, in the order of form.yaml."""
        return sorted(self._said, key=lambda d: (d.span, d.code))

    @property
    def failed(self) -> bool:
        """Whether something was said that stops the form."""
        return any(d.severity is Severity.ERROR for d in self._said)

    def say(
        self,
        code: str,
        path: Path,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Keep one thing to say about a place in form.yaml; the same thing only once."""
        told = Diagnostic(code, severity, self.form.span(*path), message, hint)
        self._said[told] = None

    def run(self, file: FormPackage) -> None:
        """Read form.yaml against the form, and fill what can be filled unless all is not well."""
        kinds = kinds_of(FormData)
        slots = list(self._slots(self.form.fields, (), kinds))
        groups = [g for n, rows in enumerate(self.form.rows) if (g := self._group(n, rows, kinds))]
        self._once()
        self._compare(file.controls())
        if self.failed:
            return
        names = {name: getattr(self.data, name) for name in kinds}
        for group in groups:
            self._rows(file, group, names)
        by_tag = _by_tag(file.controls())
        for slot in slots:
            if not self._put(by_tag[slot.tag], slot, names):
                self._empty(slot)

    def _slots(
        self, given: list[FormField], path: Path, kinds: Mapping[str, Kind]
    ) -> Iterator[Slot]:
        """Read the expressions of some fields; what is wrong with one is said."""
        for number, each in enumerate(given):
            place = (*path, "fields", number)
            try:
                yield Slot(each.tag, compiled(each.value, kinds), place)
            except UnplacedError as fault:
                self.say(fault.code, (*place, "value"), fault.message, fault.hint)

    def _group(self, number: int, rows: FormRows, kinds: Mapping[str, Kind]) -> Group | None:
        path: Path = ("rows", number)
        try:
            each = compiled(rows.each, kinds)
            own = {**kinds, ITEM: member_of(each.kind), INDEX: int}
        except UnplacedError as fault:
            self.say(fault.code, (*path, "each"), fault.message, fault.hint)
            return None
        return Group(each, path, list(self._slots(rows.fields, path, own)))

    def _written(self) -> Iterator[tuple[str, Path]]:
        """Yield every tag that form.yaml names, with its place."""
        for number, each in enumerate(self.form.fields):
            yield each.tag, ("fields", number, "tag")
        for row, rows in enumerate(self.form.rows):
            for number, each in enumerate(rows.fields):
                yield each.tag, ("rows", row, "fields", number, "tag")

    def _once(self) -> None:
        seen: set[str] = set()
        for tag, path in self._written():
            if tag in seen:
                self.say("SCM660", path, f"tag '{tag}' sudah ditulis", "hapus salah satunya")
            seen.add(tag)

    def _compare(self, there: list[Control]) -> None:
        """Hold the tags of form.yaml against those of the form, both ways."""
        known = _by_tag(there)
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

    def _rows(self, file: FormPackage, group: Group, names: Mapping[str, object]) -> None:
        """Repeat the rows of a group and fill each."""
        tags = {slot.tag for slot in group.slots}
        there = [repeating.row_of(c) for c in file.controls() if c.tag in tags]
        try:
            members = members_of(group.each.value(names))
            rows = [repeating.repeat(p, len(members)) for p in repeating.patterns(there)]
        except UnplacedError as fault:
            self.say(fault.code, (*group.path, "each"), fault.message, fault.hint)
            return
        if not members:
            message = f"tidak ada isi untuk barisnya: '{group.each.source}' kosong"
            hint = f'baris pertama memuat "{NOTHING}"'
            self.say("SCM665", (*group.path, "each"), message, hint, Severity.WARNING)
        unknown: dict[Slot, list[str]] = {slot: [] for slot in group.slots}
        for repeated in rows:
            for index, row in enumerate(repeated, start=1):
                own = {**names, ITEM: members[index - 1] if members else None, INDEX: index}
                for slot, missing in unknown.items():
                    if not self._put_in(row, slot, own) and str(index) not in missing:
                        missing.append(str(index))
        for slot, missing in unknown.items():
            if missing and members:
                self._empty(slot, f"pada {len(missing)} dari {len(members)} baris", missing)

    def _put_in(self, row: Element, slot: Slot, names: Mapping[str, object]) -> bool:
        own = [control for control in controls.controls(row) if control.tag == slot.tag]
        return self._put(own, slot, names)

    def _empty(self, slot: Slot, where: str = "", rows: list[str] | None = None) -> None:
        message = f"isian '{slot.tag}' kosong{' ' if where else ''}{where}:"
        message += f" '{slot.expression.source}' belum diketahui"
        hint = f'borang memuat "{NOTHING}"; lengkapi data kota'
        hint = f"baris {listing(rows)}; {hint}" if rows else hint
        self.say("SCM665", (*slot.path, "value"), message, hint, Severity.WARNING)

    def _put(self, there: list[Control], slot: Slot, names: Mapping[str, object]) -> bool:
        """Fill the controls of one tag; False: what is to fill them is unknown."""
        try:
            value = slot.expression.value(names)
            lines = shown(value)
            for control in there:
                self._write(control, slot, value, lines)
        except UnplacedError as fault:
            self.say(fault.code, (*slot.path, "value"), fault.message, fault.hint)
            return True
        return bool(lines) and not (isinstance(value, list) and None in value)

    def _write(self, control: Control, slot: Slot, value: object, lines: list[str]) -> None:
        """Write a value the way its control has it."""
        if control.is_frame or control.holds_others or control.kind in UNFILLABLE:
            what = UNFILLABLE.get(control.kind, "isian lain")
            hint = "isi sendiri di Word, atau sebut isian yang di dalamnya"
            raise UnplacedError("SCM666", f"isian '{slot.tag}' memuat {what}", hint)
        words = "\n".join(lines)
        if control.kind == "checkbox":
            self._tick(control, slot, value, words)
        elif not lines:
            controls.write(control, [NOTHING])
        elif control.kind in {"choice", "combo"}:
            self._choose(control, slot, words)
        elif control.kind == "date":
            self._date(control, slot, value, words)
        else:
            controls.write(control, lines)

    def _tick(self, control: Control, slot: Slot, value: object, words: str) -> None:
        """Tick a box; one of which nothing is known is left as it came."""
        if value is None:
            return
        if words not in {"ya", "tidak"}:
            hint = "tulis perbandingan, misalnya submission.final"
            raise UnplacedError("SCM666", f"isian '{slot.tag}' hanya menerima ya atau tidak", hint)
        controls.tick(control, checked=words == "ya")

    def _choose(self, control: Control, slot: Slot, words: str) -> None:
        if controls.choose(control, words):
            return
        message = f"'{words}' tidak ada dalam pilihan isian '{slot.tag}'"
        hint = f"pilihannya: {listing(controls.items(control))}"
        if control.kind == "choice":
            raise UnplacedError("SCM666", message, hint)
        controls.write(control, [words])  # such a box takes other words as well
        self.say("SCM666", (*slot.path, "value"), message, hint, Severity.WARNING)

    def _date(self, control: Control, slot: Slot, value: object, words: str) -> None:
        try:
            day = value if isinstance(value, PartialDate) else parse_date(words)
        except ValueError:
            controls.write(control, [words])
            message = f"'{words}' di isian '{slot.tag}' bukan satu tanggal"
            hint = "isian tanggal memuat tanggal, tanpa saringan date"
            self.say("SCM666", (*slot.path, "value"), message, hint, Severity.WARNING)
            return
        controls.set_date(control, day, "\n".join(shown(day)))


def _by_tag(there: list[Control]) -> dict[str, list[Control]]:
    made: dict[str, list[Control]] = {}
    for control in there:
        if control.tag:
            made.setdefault(control.tag, []).append(control)
    return made
