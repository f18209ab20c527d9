"""From the filled cells of a form to changes of the city's records.

A cell changes a field only where the field still is as it was at issue, or as an earlier copy
of the same form left it; else somebody has changed it meanwhile, and both values are shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import groupby

from scmaster.assess.case import Case
from scmaster.assess.requested import Received
from scmaster.diagnostics import Diagnostic, Related, Severity
from scmaster.exchange.answers import Answer, meaning, same
from scmaster.exchange.editing import Add, Change, New, Put, Take, Value
from scmaster.exchange.harvests import Handed, Harvest, Step
from scmaster.exchange.making import digest, identity, nested, ordered, texts
from scmaster.exchange.workbook import Workbook, span
from scmaster.model.record import Entry
from scmaster.requests.form import MADE, Fresh, Inside, Item, Kind, Path, Target
from scmaster.requests.showing import at_issue, shown

CODES = {
    "SCM916": """Isian yang bertabrakan dengan data kota.

Sejak formulir dibagikan, data kota di tempat itu sudah diubah menjadi nilai lain. Kedua nilai
ditampilkan, dan tidak ada yang ditimpa.

Tanyakan mana yang benar. Bila isian formulir yang benar, ubah nilainya di berkas YAML.
""",
    "SCM917": """Isian yang tidak dapat ditempatkan.

Catatan yang dimaksud sudah tidak ada, kolom wajib di baris itu masih kosong, atau isian merujuk ke
baris eviden yang kosong.

Lengkapi barisnya, lalu ambil formulir itu sekali lagi.
""",
}
_EVIDENCE = "new_evidence"
"""The sheet whose rows others may point at."""
_ONE_ANSWER = (("question",), ("submission",))
"""What no two answers share."""
_ALIKE = 0.5
"""How much of two titles is the same where one corrects the other, from 0 to 1."""
_SHORTEST = 4
"""Letters of a text that tells one item of a list from another."""
_MARK = 16
"""Digits of the digest by which a value is known again."""


def harvest(
    book: Workbook, case: Case, opd: str, answers: list[Answer], before: Iterable[Received]
) -> Harvest:
    """Return what the filled cells of a form change; `before` are earlier copies of it."""
    taking = _Taking(book, case, opd)
    for line in before:
        taking.harvest.made |= line.made
        taking.harvest.took |= line.took
    first = [a for a in answers if a.sheet.key == _EVIDENCE]
    rest = [a for a in answers if a.sheet.key != _EVIDENCE]
    for _, group in groupby([*first, *rest], key=lambda a: (a.sheet.key, a.row.key)):
        taking.row(list(group))
    return taking.harvest


class _Taking:
    """Goes through the rows of one form."""

    def __init__(self, book: Workbook, case: Case, opd: str) -> None:
        self.harvest = Harvest()
        self._book = book
        self._case = case
        self._opd = opd
        self._ids = {entry.id for entry in case.dossier.every()}
        self._evidence: set[str] = set()

    def row(self, answers: list[Answer]) -> None:
        """Take a row; what makes a record that others of it name comes first."""
        sheet, row = answers[0].sheet, answers[0].row
        parts = []
        for part, target in row.targets:
            own = [a for a in answers if a.column.part == part and a.column.part]
            made = self.harvest.made.get(f"{sheet.key}/{row.key}/{part}")
            if made and isinstance(target, Fresh) and self._another(target.section, made, own):
                return
            parts += [(part, target, own)] if own else []
        for part, target, own in parts:
            if resolved := list(self._resolved(own)):
                self._part(part, target, resolved)
        for answer in answers:
            if not answer.column.part and answer.now:
                self.harvest.handed.append(Handed(answer.now, self._owner(answer), answer.where))
                self.harvest.took[answer.key] = _mark(answer, answer.now)

    def _owner(self, answer: Answer) -> str:
        """Return the evidence that the row of a file's name is about, if any."""
        row, sheet = answer.row, answer.sheet
        for part, target in row.targets:
            if isinstance(target, Inside) and target.section == "evidence":
                return target.record
            if isinstance(target, Fresh) and target.section == "evidence":
                return self.harvest.made.get(f"{sheet.key}/{row.key}/{part}", "")
        return ""

    def _part(self, part: str, target: Target, answers: list[tuple[Answer, str]]) -> None:
        key = f"{answers[0][0].sheet.key}/{answers[0][0].row.key}/{part}"
        earlier = self.harvest.made.get(key) or self._answered(target)
        if isinstance(target, Inside):
            self._inside(target.section, target.record, target.path, answers)
        elif isinstance(target, Fresh) and earlier is not None:
            self._inside(target.section, earlier, (), answers)
        elif isinstance(target, Fresh):
            self._fresh(key, target, answers)
        elif earlier is not None:
            self._again(key, target, earlier, answers)
        else:
            self._item(key, target, answers)

    def _another(self, section: str, record: str, answers: list[Answer]) -> bool:
        """Tell (and say) whether a row is for another document than an earlier copy's was.

        Two people who fill in a copy each may both begin with the first row.
        """
        entry = self._case.dossier.records.get(section, {}).get(record)
        held = entry.text_at("title") if entry else None
        for answer in answers:
            if answer.column.path == ("title",) and held:
                likeness = SequenceMatcher(None, held.casefold(), answer.now.casefold())
                if likeness.ratio() >= _ALIKE:
                    return False
                message = (
                    f"baris {answer.row.key} sudah menjadi {record} ('{_short(held)}');"
                    " dokumen lain ini tidak diambil"
                )
                hint = "tulis dokumen yang lain di baris yang masih kosong"
                self._say("SCM917", answer, message, hint, entry)
                return True
        return False

    def _answered(self, target: Target) -> str | None:
        """Return the answer to a question that had none at issue, and has been given one since."""
        if not isinstance(target, Fresh) or target.section != "answers":
            return None
        given = {path: text for path, text in target.given if path in _ONE_ANSWER}
        for entry in self._case.dossier.records.get("answers", {}).values():
            if {path: entry.text_at(*path) for path in _ONE_ANSWER} == given:
                return entry.id
        return None

    # -- fields of records that are there -------------------------------------------

    def _inside(
        self, section: str, record: str, path: Path, answers: list[tuple[Answer, str]]
    ) -> None:
        entry = self._case.dossier.records.get(section, {}).get(record)
        first = answers[0][0]
        if entry is None:
            self._say("SCM917", first, f"catatan {record} sudah tidak ada; isinya tidak diambil")
            return
        if any(isinstance(step, int) for step in path) and not self._knows(entry, path, first):
            message = f"butir {_dotted(path)} di {record} sudah berubah; isinya tidak diambil"
            self._say("SCM916", first, message, "periksa lalu ubah langsung di berkas YAML", entry)
            return
        self._fields(entry, section, path, answers)

    def _fields(
        self, entry: Entry, section: str, path: Path, answers: list[tuple[Answer, str]]
    ) -> None:
        for answer, now in answers:
            self._put(entry, section, path, answer, now)

    def _knows(self, entry: Entry, path: Path, answer: Answer) -> bool:
        """Tell whether an item of a list is still the one that the row was made for.

        By any of its texts that stood in the row at issue, or that an earlier copy has put
        there: items have no ids, and may have moved.
        """
        item = entry.text_at(*path)
        held = {" ".join(text.split()) for _, text in texts(item) if len(text) >= _SHORTEST}
        said = {" ".join(cell.split()) for cell in answer.row.cells if cell}
        if held & said:
            return True
        start = f"{answer.sheet.key}/{answer.row.key}/"
        marks = {mark for key, mark in self.harvest.took.items() if key.startswith(start)}
        return any(digest(text)[:_MARK] in marks for text in held)

    def _put(self, entry: Entry, section: str, base: Path, answer: Answer, now: str) -> None:
        path, kind = (*base, *answer.column.path), answer.column.kind
        held = at_issue(entry, path)
        mark = digest(meaning(kind, now))[:_MARK]
        if held is not None and same(kind, held, now):
            self.harvest.took[answer.key] = mark
            return
        known = {digest(meaning(kind, held or ""))[:_MARK]}
        if held is None or not (
            same(kind, held, answer.was) or known & {self.harvest.took.get(answer.key)}
        ):
            self._conflict(entry, path, answer, now, held)
            return
        change = Put(section, entry.id, path, now) if now else Take(section, entry.id, path)
        self.harvest.changes.append(change)
        self.harvest.steps.append(Step(answer, change, section, entry.id, path, held, now))
        self.harvest.took[answer.key] = mark

    def _conflict(
        self, entry: Entry, path: Path, answer: Answer, now: str, held: str | None
    ) -> None:
        said = shown(answer.column, held) if held else "kosong"
        message = (
            f"di formulir '{_short(shown(answer.column, now)) or 'kosong'}', di data kota kini"
            f" '{_short(said)}' (saat dibagikan: '{_short(shown(answer.column, answer.was))}')"
        )
        hint = "tanyakan mana yang benar; data kota tidak ditimpa"
        self._say("SCM916", answer, message, hint, entry, path)

    # -- what is made ---------------------------------------------------------------

    def _fresh(self, key: str, target: Fresh, answers: list[tuple[Answer, str]]) -> None:
        value = self._value(target, answers)
        if not isinstance(value, Mapping):
            return
        name = identity(target.section, value, self._opd, self._ids)
        self._ids.add(name)
        self._evidence |= {name} if target.section == "evidence" else set()
        self.harvest.made[key] = name
        change = New(target.section, {"id": name} | dict(value))
        self._make(change, target.section, name, (), answers)

    def _item(self, key: str, target: Item, answers: list[tuple[Answer, str]]) -> None:
        entry = self._case.dossier.records.get(target.section, {}).get(target.record)
        if entry is None:
            message = f"catatan {target.record} sudah tidak ada; isinya tidak diambil"
            self._say("SCM917", answers[0][0], message)
            return
        value = self._value(target, answers)
        if value is None:
            return
        self.harvest.made[key] = digest(value)[:_MARK]
        there = entry.text_at(*target.path) or []
        if value in there:  # taken in on another branch, or typed by somebody
            self.harvest.took |= {answer.key: _mark(answer, now) for answer, now in answers}
            return
        added = [c for c in self.harvest.changes if isinstance(c, Add) and c.record == entry.id]
        path = (*target.path, len(there) + sum(1 for c in added if c.path == target.path))
        change = Add(target.section, target.record, target.path, value)
        self._make(change, target.section, target.record, path, answers)

    def _make(
        self,
        change: Change,
        section: str,
        record: str,
        base: Path,
        answers: list[tuple[Answer, str]],
    ) -> None:
        self.harvest.changes.append(change)
        for answer, now in answers:
            path = (*base, *answer.column.path)
            step = Step(answer, change, section, record, path, "", now, fresh=True)
            self.harvest.steps.append(step)
            self.harvest.took[answer.key] = _mark(answer, now)

    def _again(
        self, key: str, target: Item, earlier: str, answers: list[tuple[Answer, str]]
    ) -> None:
        """Change the item of a list that an earlier copy of the form has made."""
        entry = self._case.dossier.records.get(target.section, {}).get(target.record)
        there = (entry.text_at(*target.path) if entry else None) or []
        marks = [digest(item)[:_MARK] for item in there]
        if entry is None or earlier not in marks:
            message = f"butir yang dulu ditambahkan ke {target.record} sudah berubah"
            hint = "ubah langsung di berkas YAML bila isian ini yang benar"
            self._say("SCM916", answers[0][0], f"{message}; isinya tidak diambil", hint, entry)
            return
        at = marks.index(earlier)
        after = nested([*texts(there[at]), *((a.column.path, now) for a, now in answers)])
        self.harvest.made[key] = digest(after)[:_MARK]
        self._fields(entry, target.section, (*target.path, at), answers)

    def _value(self, target: Fresh | Item, answers: list[tuple[Answer, str]]) -> Value | None:
        """Return what a row makes, or None (and say so) where something needed is missing."""
        first, now = answers[0][0], {a.column.key: text for a, text in answers}
        typed: list[tuple[Path, str]] = []
        missing = []
        for column, at_first in zip(first.sheet.columns, first.row.cells, strict=True):
            if column.part != first.column.part or not column.answer:
                continue
            text = now.get(column.key, at_first or "")
            typed.append((column.path, text))
            if column.needed and not text and at_first is not None:
                missing.append(column.title)
        if missing:
            hint = "lengkapi barisnya, lalu ambil formulir ini sekali lagi"
            message = f"kolom {', '.join(missing)} masih kosong; baris ini tidak diambil"
            self._say("SCM917", first, message, hint)
            return None
        given = [(path, self._reference(first, text)) for path, text in target.given]
        if any(text is None for _, text in given):
            return None
        path = target.path if isinstance(target, Item) else ()
        known = [(place, text) for place, text in given if text is not None]
        return ordered(target.section, path, nested([*known, *typed]))

    def _resolved(self, answers: list[Answer]) -> Iterator[tuple[Answer, str]]:
        """Yield the cells with the ids of what rows make in the place of the rows."""
        for answer in answers:
            chosen = answer.column.kind is Kind.CHOICE
            text = self._reference(answer, answer.now) if chosen else answer.now
            if text is not None:
                yield answer, text

    def _reference(self, answer: Answer, text: str) -> str | None:
        if not text.startswith(MADE):
            return text
        row = text.removeprefix(MADE)
        start = f"{_EVIDENCE}/{row}/"
        known = self._case.dossier.records.get("evidence", {}).keys() | self._evidence
        for key, name in self.harvest.made.items():
            if key.startswith(start) and name in known:
                return name
        message = f"baris {row} di lembar eviden baru belum lengkap; isian ini tidak diambil"
        self._say("SCM917", answer, message)
        return None

    # -- what is said ---------------------------------------------------------------

    def _say(  # noqa: PLR0913, PLR0917  (what a finding is made of)
        self,
        code: str,
        answer: Answer,
        message: str,
        hint: str = "",
        entry: Entry | None = None,
        path: Path = (),
    ) -> None:
        related = (Related(entry.span(*path), "di data kota"),) if entry else ()
        where = span(self._book, answer.place)
        told = f"{answer.where}: {message}"
        self.harvest.found.append(Diagnostic(code, Severity.ERROR, where, told, hint, related))


def _mark(answer: Answer, now: str) -> str:
    return digest(meaning(answer.column.kind, now))[:_MARK]


def _dotted(path: Path) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 60 else f"{plain[:60]}..."  # noqa: PLR2004  (fits a line)
