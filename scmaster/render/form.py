"""An official form of Word, filled: each of its content controls with what form.yaml says.

Nothing is left out in silence: a tag that is not there, a control that nobody fills and a
value that nobody knows are each said, with the line of form.yaml.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from scmaster.diagnostics import Diagnostic, Severity
from scmaster.indonesian import listing
from scmaster.model.form import Form
from scmaster.model.values import PartialDate, parse_date
from scmaster.passages.form_data import FormData
from scmaster.render import controls, repeating
from scmaster.render.controls import Control, Element
from scmaster.render.expression_kinds import kinds_of
from scmaster.render.expressions import NOTHING, members_of, shown
from scmaster.render.faults import UnplacedError
from scmaster.render.form_findings import Findings
from scmaster.render.form_package import FormPackage, opened
from scmaster.render.form_reading import INDEX, ITEM, Group, Slot, by_tag, read
from scmaster.source import package

UNFILLABLE = {"picture": "gambar", "equation": "rumus"}


def fill(form: Form, content: bytes, data: FormData) -> tuple[bytes | None, list[Diagnostic]]:
    """Fill a form; None where something is wrong with it or with what is to fill it."""
    digest = hashlib.sha256(content).hexdigest()
    findings = Findings(form)
    if digest != form.sha256:
        message = f"berkas {form.file} bukan edisi '{form.edition}': sidiknya berbeda"
        hint = f"periksa tag-nya, lalu perbarui edition dan sha256 menjadi {digest}"
        findings.say("SCM662", ("sha256",), message, hint)
        return None, findings.found
    try:
        file = opened(content)
    except package.HostileError as fault:
        hint = "ambil kembali berkas aslinya dari penerbit"
        findings.say("SCM661", ("file",), f"berkas {form.file}: {fault}", hint)
        return None, findings.found
    kinds = kinds_of(FormData)
    slots, groups = read(file.controls(), kinds, findings)
    if not findings.failed:
        names = {name: getattr(data, name) for name in kinds}
        _Filler(file, findings).run(slots, groups, names)
    return (None if findings.failed else file.packed()), findings.found


@dataclass(frozen=True)
class _Filler:
    """One filling of one form."""

    file: FormPackage
    findings: Findings

    def run(self, slots: list[Slot], groups: list[Group], names: Mapping[str, object]) -> None:
        """Repeat and fill the rows, then fill what stands once."""
        for group in groups:
            self._rows(group, names)
        there = by_tag(self.file.controls())
        for slot in slots:
            if not self._put(there[slot.tag], slot, names):
                self._empty(slot)

    def _rows(self, group: Group, names: Mapping[str, object]) -> None:
        """Repeat the rows of a group and fill each."""
        tags = {slot.tag for slot in group.slots}
        there = [repeating.row_of(c) for c in self.file.controls() if c.tag in tags]
        try:
            members = members_of(group.each.value(names))
            rows = [repeating.repeat(p, len(members)) for p in repeating.patterns(there)]
        except UnplacedError as fault:
            self.findings.say(fault.code, (*group.path, "each"), fault.message, fault.hint)
            return
        if not members:
            message = f"tidak ada isi untuk barisnya: '{group.each.source}' kosong"
            hint = f'baris pertama memuat "{NOTHING}"'
            self.findings.say("SCM665", (*group.path, "each"), message, hint, Severity.WARNING)
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
        self.findings.say("SCM665", (*slot.path, "value"), message, hint, Severity.WARNING)

    def _put(self, there: list[Control], slot: Slot, names: Mapping[str, object]) -> bool:
        """Fill the controls of one tag; False: what is to fill them is unknown."""
        try:
            value = slot.expression.value(names)
            lines = shown(value)
            for control in there:
                self._write(control, slot, value, lines)
        except UnplacedError as fault:
            self.findings.say(fault.code, (*slot.path, "value"), fault.message, fault.hint)
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
        self.findings.say("SCM666", (*slot.path, "value"), message, hint, Severity.WARNING)

    def _date(self, control: Control, slot: Slot, value: object, words: str) -> None:
        try:
            day = value if isinstance(value, PartialDate) else parse_date(words)
        except ValueError:
            controls.write(control, [words])
            message = f"'{words}' di isian '{slot.tag}' bukan satu tanggal"
            hint = "isian tanggal memuat tanggal, tanpa saringan date"
            self.findings.say("SCM666", (*slot.path, "value"), message, hint, Severity.WARNING)
            return
        controls.set_date(control, day, "\n".join(shown(day)))
