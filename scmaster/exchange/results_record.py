"""The records of what assessors gave, and what they change in a city's YAML."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.diagnostics import Diagnostic
from scmaster.exchange.answers import Answer
from scmaster.exchange.editing import Add, Change, New, Put, Value
from scmaster.exchange.results_reading import Given, Row, amiss
from scmaster.exchange.typed import cleaned
from scmaster.link import questions
from scmaster.model.evaluation import NodeScore, Recommendation, Remark, Result
from scmaster.requests.results_form import FINAL, plain

Path = tuple[str | int, ...]
_FIGURES = ("final", "improvement", "rank", "rank_of")
_REMARKS = ("strengths", "weaknesses")


@dataclass(frozen=True)
class Difference:
    """Something on record that the form says otherwise."""

    where: str
    """The cell."""
    before: str
    after: str


@dataclass
class Taken:
    """What is to be done with what was given."""

    result: str = ""
    """The id of the result's record; empty where nothing of it changes."""
    changes: list[Change] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    cells: dict[Path, Answer] = field(default_factory=dict)
    """The cell that a place in the result's record comes from."""
    counts: dict[str, int] = field(default_factory=dict)
    """How many of what is new or changed."""
    found: list[Diagnostic] = field(default_factory=list)


def taken(case: Case, given: Given) -> Taken:
    """Return the changes, what they would replace, and what keeps them from being made."""
    made = Taken()
    parts = ("final", "dimensions", "questions", *_REMARKS)
    if any(answers for part in parts for answers in given.of(part)):
        _Result(case, given, made).take()
    _recommendations(case, given, made)
    return made


class _Result:
    """Puts together the result of the case's submission."""

    def __init__(self, case: Case, given: Given, made: Taken) -> None:
        self._case, self._given, self._made = case, given, made
        self._row: Row = given.rows.get(("final", FINAL), {})
        self._new: dict[str, Value] = {}
        """The fields of a record that is not there yet."""

    def take(self) -> None:
        chosen = self._row.get("status")
        status = chosen.now if chosen else self._given.at_issue("final", FINAL, "status")
        if not status:
            first = next(iter(next(iter(self._given.rows.values())).values()))
            message = "sumber nilai belum dipilih di lembar Hasil Akhir"
            self._made.found.append(amiss(self._given, first, message, "pilih resmi atau bukan"))
            return
        cycle = self._case.submission
        every = self._case.dossier.of(Result)
        own = [r for r in every.values() if cycle and r.submission == cycle.id]
        before = next((r for r in own if r.status == status), None)
        identity = before.id if before else _result_id(self._given.form.submission, status)
        if before is None and identity in every:
            identity += f"-{_digest(self._given.form.submission, status)}"
        self._made.result = identity
        self._new = {"id": identity, "submission": self._given.form.submission, "status": status}
        changes = [*self._scores(before), *self._figures(before), *self._letter(before)]
        changes += self._remarks(before)
        if before is not None:
            self._made.changes += changes
        elif len(self._new) > 3:  # noqa: PLR2004  (more than what every record has)
            self._made.changes.append(New("results", self._new))

    def _scores(self, before: Result | None) -> Iterator[Change]:
        known = {s.node: (at, s) for at, s in enumerate(before.scores)} if before else {}
        fresh: list[Value] = []
        for sheet in ("dimensions", "questions"):
            for node, answers in self._given.of(sheet):
                at, old = known.get(node, (len(known) + len(fresh), None))
                told = self._score(sheet, node, answers, old)
                for name in told:
                    self._cells(("scores", at, name), name, answers)
                if not told:
                    continue
                if old is None:
                    fresh.append({"node": node, **told})
                else:
                    path = ("scores", at)
                    yield from (
                        Put("results", self._made.result, (*path, k), v) for k, v in told.items()
                    )
                self._counted(sheet)
        yield from self._items("scores", fresh, before)

    def _score(
        self, sheet: str, node: str, answers: Row, old: NodeScore | None
    ) -> dict[str, Value]:
        """Return what the form says of a node and the record does not."""
        told: dict[str, Value] = {}
        score = answers.get("score")
        if score and not (old and _equal(score.now, old.score)):
            self._differs(score, plain(old.score if old else None))
            told["score"] = _printed(score.now)
        several = [column for column in answers if column != "score"]
        if several:
            given = self._assessors(sheet, node, answers)
            if old is None or list(map(Decimal, given)) != old.scores:
                was = ", ".join(map(plain, old.scores)) if old else ""
                self._differs(answers[several[0]], was, ", ".join(given))
                told["scores"] = given
        return told

    def _assessors(self, sheet: str, node: str, answers: Row) -> list[str]:
        """Return what each assessor gave, in order, those that the form had at issue too."""
        form = self._given.form.sheet(sheet)
        columns = [c.key for c in form.columns if c.key.startswith("assessor_")] if form else []
        held = {key: self._given.at_issue(sheet, node, key) for key in columns}
        held |= {key: answer.now for key, answer in answers.items() if key in held}
        return [value for value in held.values() if value]

    def _cells(self, path: Path, name: str, answers: Row) -> None:
        mine = (a for key, a in answers.items() if (key == "score") == (name == "score"))
        cells = sorted(mine, key=lambda answer: answer.place)
        self._made.cells[path] = cells[0]
        if name == "scores":
            for place, answer in enumerate(cells):
                self._made.cells[*path, place] = answer

    def _figures(self, before: Result | None) -> Iterator[Change]:
        for name in _FIGURES:
            answer = self._row.get(name)
            old = getattr(before, name) if before else None
            if answer is None or _equal(answer.now, old):
                continue
            self._made.cells[name,] = answer
            self._differs(answer, "" if old is None else plain(Decimal(old)))
            value = answer.now if name.startswith("rank") else _printed(answer.now)
            self._new[name] = value
            self._counted("final")
            yield Put("results", self._made.result, (name,), value)

    def _letter(self, before: Result | None) -> Iterator[Change]:
        old = before.letter if before else None
        had = {"number": old.number, "date": str(old.date)} if old else {}
        cells = {name: self._row.get(f"letter_{name}") for name in ("number", "date")}
        told = {name: cell.now for name, cell in cells.items() if cell}
        if not told or told.items() <= had.items():
            return
        whole = {**had, **told}
        cell = next(cell for cell in cells.values() if cell)
        if len(whole) < len(cells):
            message = "nomor dan tanggal surat harus diisi bersama"
            self._made.found.append(amiss(self._given, cell, message))
            return
        self._differs(cell, " ".join(had.values()), " ".join(whole.values()))
        self._new["letter"] = {name: whole[name] for name in ("number", "date")}
        self._counted("final")
        for name, value in told.items():
            if had.get(name) != value:
                yield Put("results", self._made.result, ("letter", name), value)

    def _remarks(self, before: Result | None) -> Iterator[Change]:
        for name in _REMARKS:
            known: list[Remark] = getattr(before, name) if before else []
            there = {_same(remark.text) for remark in known}
            fresh: list[Value] = []
            for _, answers in self._given.of(name):
                text = answers.get("text")
                if text is None:
                    cell = next(iter(answers.values()))
                    self._made.found.append(amiss(self._given, cell, "catatannya belum diisi"))
                elif _same(text.now) not in there:
                    there.add(_same(text.now))
                    fresh.append({key: answer.now for key, answer in answers.items()})
                    self._counted(name)
            yield from self._items(name, fresh, before)

    def _items(self, name: str, fresh: list[Value], before: Result | None) -> Iterator[Change]:
        if fresh and before is None:
            self._new[name] = fresh
        elif fresh:
            yield from (Add("results", self._made.result, (name,), item) for item in fresh)

    def _differs(self, answer: Answer, before: str, after: str = "") -> None:
        if before:
            told = Difference(answer.where, before, after or answer.now)
            self._made.differences.append(told)

    def _counted(self, what: str) -> None:
        self._made.counts[what] = self._made.counts.get(what, 0) + 1


def _recommendations(case: Case, given: Given, made: Taken) -> None:
    """Give recommendations their numbers, and take those that are not on record yet."""
    every = case.dossier.of(Recommendation).values()
    own = {r.number: r for r in every if r.submission == given.form.submission}
    by_text = {_same(r.text): r for r in own.values()}
    rows = [answers for _, answers in given.of("recommendations")]
    told = {int(row["number"].now) for row in rows if "number" in row}
    last = max([0, *own, *told])
    used: set[int] = set()
    for row in rows:
        text, numbered = row.get("text"), row.get("number")
        if text is None:
            cell = next(iter(row.values()))
            made.found.append(amiss(given, cell, "isi rekomendasinya belum diisi"))
            continue
        known = by_text.get(_same(text.now))
        if numbered is None and known is None:
            last += 1
        number = int(numbered.now) if numbered else known.number if known else last
        if number in used:
            message = f"nomor rekomendasi {number} dipakai dua kali"
            made.found.append(amiss(given, numbered or text, message))
            continue
        used.add(number)
        _recommendation(case, given, made, row, (number, own.get(number)))


def _recommendation(
    case: Case, given: Given, made: Taken, row: Row, place: tuple[int, Recommendation | None]
) -> None:
    number, before = place
    asked = re.findall(r"[^\s,;]+", row["questions"].now) if "questions" in row else []
    known = questions(case.instrument) if case.instrument else {}
    strangers = [part for part in asked if part not in known]
    if strangers:
        message = f"soal '{strangers[0][:40]}' tidak ada di instrumen pengajuan ini"
        made.found.append(amiss(given, row["questions"], message, "tulis kode seperti BAS.01"))
        return
    fields: dict[str, Value] = {
        name: row[name].now for name in ("text", "pillar", "owner", "due") if name in row
    }
    fields |= {"questions": asked} if asked else {}
    many = len(made.changes)
    if before is None:
        made.changes.append(New("recommendations", _record(given.form.submission, number, fields)))
    else:
        held = _held(before)
        for name, value in fields.items():
            if held[name] in (value, _same(str(value))):
                continue
            if held[name]:
                cell = row[name]
                made.differences.append(Difference(cell.where, _line(held[name]), _line(value)))
            made.changes.append(Put("recommendations", before.id, (name,), value))
    if len(made.changes) > many:
        made.counts["recommendations"] = made.counts.get("recommendations", 0) + 1


def _held(record: Recommendation) -> dict[str, Value]:
    return {
        "text": _same(record.text),
        "pillar": record.pillar or "",
        "owner": record.owner or "",
        "due": str(record.due) if record.due else "",
        "questions": list(record.questions),
    }


def _record(submission: str, number: int, fields: Mapping[str, Value]) -> dict[str, Value]:
    """Return a new recommendation: open, and its theme left to people."""
    digest = _digest(submission, str(number), _same(str(fields["text"])))
    identity = f"rek-{_short(submission)}-{number:02}-{digest}"
    made: dict[str, Value] = {"id": identity, "submission": submission, "number": str(number)}
    order = ("text", "pillar", "questions", "owner", "due")
    made |= {name: fields[name] for name in order if name in fields}
    return made | {"status": "open"}


def _result_id(submission: str, status: str) -> str:
    name = f"hasil-{_short(submission)}"
    return name if status == "official" else f"{name}-{status}"


def _short(submission: str) -> str:
    return submission.removeprefix("evaluasi-")


def _digest(*words: str) -> str:
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:6]


def _same(text: str) -> str:
    """Return a text as it compares: on one line, single spaces."""
    return cleaned(text)


def _equal(told: str, old: Decimal | int | None) -> bool:
    return old is not None and Decimal(told) == old


def _printed(told: str) -> str:
    """Return a score with the two decimals that the ministry prints, or more."""
    return f"{Decimal(told):.2f}" if len(told.partition(".")[2]) < 2 else told  # noqa: PLR2004  (two)


def _line(value: Value) -> str:
    return value if isinstance(value, str) else ", ".join(map(str, value))
