"""A new cycle as a file of YAML that people go on with: records of its own, and nothing else."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap
from typing import Any

from scmaster.assess.next_cycle import NextCycle, renamed
from scmaster.assess.offices import of_today
from scmaster.assess.renewal import Fate, Renewal
from scmaster.exchange.scalars import Bare
from scmaster.exchange.wishes import NoPlaceError
from scmaster.exchange.writing import block
from scmaster.link import Dossier
from scmaster.model.city import Opd
from scmaster.model.evaluation import Answer
from scmaster.model.evidence import Claim
from scmaster.model.record import Entry, Record
from scmaster.passages.next_cycle import by_office, goes_on, left_out, reason
from scmaster.source import reader

FOLDER = "siklus"
"""The folder in a city's own that holds a file for each cycle begun."""
_WIDTH = 98
_ANSWER = ("issuer", "fact", "analysis")
_CLAIM = ("role", "pages", "section", "statement")
_QUICK_WIN = ("programme", "masterplan", "existing_service", "problem")
_FIGURE = ("measure", "numerator", "denominator")
_HEAD = (
    "Disiapkan dengan 'scmaster rollover' dari {old}. Berkas ini silakan disunting dan dipecah.",
    (
        "Jawaban disalin sebagai rancangan: sesuaikan kalimatnya, isi angkanya, lalu hapus"
        " 'carried_from'. Selama tanda itu ada, pertanyaannya dihitung belum dijawab dan kalimatnya"
        " tidak tercetak. Angka dari periode lain dan nilai mandiri tidak disalin. Klaim disalin"
        " hanya bila evidennya masih berlaku."
    ),
)


@dataclass(frozen=True)
class NewFile:
    """What is to be written: where in the city's folder, the text, and how many records."""

    name: str
    text: str
    counts: Counter[str]
    """How many records of each section."""


def new_file(cycle: NextCycle, dossier: Dossier) -> NewFile:
    """Return the file of a new cycle; the same cycle gives the same bytes.

    Raises NoPlaceError where a text cannot be written so that it reads as it was.
    """
    taken = {entry.id for entry in dossier.every()}
    sections = {
        "submissions": [_submission(cycle)],
        "answers": list(_answers(cycle, dossier, taken)),
        "claims": list(_claims(cycle, taken)),
        "quick_wins": list(_quick_wins(cycle, taken)),
    }
    lines = [line for told in _HEAD for line in _wrapped(told.format(old=cycle.old.id), "# ")]
    for section, records in sections.items():
        if records:
            lines += ["", f"{section}:"]
            for index, record in enumerate(records):
                lines += [""] * bool(index) + block(record, 2)
    lines += _not_copied(cycle)
    text = "\n".join(lines) + "\n"
    _as_meant(text, sections)
    counts = Counter({section: len(records) for section, records in sections.items()})
    return NewFile(f"{FOLDER}/{cycle.new.id}.yaml", text, counts)


def _as_meant(text: str, sections: Mapping[str, list[dict[str, Any]]]) -> None:
    node, _ = reader.read(text.encode(), FOLDER)
    read = node.plain() if node is not None else None
    if read != {name: records for name, records in sections.items() if records}:
        raise NoPlaceError(FOLDER)


def _submission(cycle: NextCycle) -> dict[str, Any]:
    new = cycle.new
    told = ("id", "year", "stage", "title", "instrument", "period", "state")
    return {name: _plain(getattr(new, name)) for name in told if getattr(new, name) is not None}


def _answers(cycle: NextCycle, dossier: Dossier, taken: set[str]) -> Iterator[dict[str, Any]]:
    asked = {need.question.id: need for need in cycle.needs}
    for answer, question in cycle.answers:
        made = _begun(answer, cycle.old.year, cycle, taken)
        made |= {"submission": cycle.new.id, "question": question}
        period = asked[question].figure
        if period:
            made |= _fields(answer, _FIGURE)
        made |= _fields(answer, _ANSWER)
        if answer.owner:
            made["owner"] = _owner(answer, cycle, dossier)
        made |= {"state": "draft", "carried_from": answer.id}
        made |= _fields(answer, ("sources",))
        figures = answer.model_copy(update={"measure": None}) if period else answer
        if note := left_out(figures, cycle.old):
            made["note"] = note
        yield made


def _owner(answer: Answer, cycle: NextCycle, dossier: Dossier) -> str:
    """Return who is to answer: whoever has taken the office's place by then."""
    office = dossier.get(Opd, answer.owner)
    return of_today(dossier, office, cycle.period.first).id if office else f"{answer.owner}"


def _claims(cycle: NextCycle, taken: set[str]) -> Iterator[dict[str, Any]]:
    """Yield the claims on evidence that holds; what was a figure of its time is left out."""
    kept: dict[str, list[Renewal]] = {}
    for need in cycle.needs:
        for each in need.renewals:
            if each.fate is Fate.KEPT:
                kept.setdefault(each.claim.id, []).append(each)
    same = cycle.old.instrument == cycle.new.instrument
    for every in kept.values():
        claim: Claim = every[0].claim
        made = _begun(claim, cycle.old.year, cycle, taken)
        made |= {"evidence": claim.evidence, "supports": [each.question for each in every]}
        made |= {"submission": cycle.new.id}
        made |= _fields(claim, (*_CLAIM, *(("level",) if same else ())))
        yield made


def _quick_wins(cycle: NextCycle, taken: set[str]) -> Iterator[dict[str, Any]]:
    for continuing in cycle.quick_wins:
        if not continuing.copied:
            continue
        before = continuing.quick_win
        made = _begun(before, before.year, cycle, taken)
        made |= _fields(before, _QUICK_WIN[:1]) | {"year": _plain(cycle.new.year)}
        made |= _fields(before, _QUICK_WIN[1:]) | {"continues_from": before.id}
        yield made | {"note": goes_on(continuing, cycle)}


def _begun(entry: Entry, year: int, cycle: NextCycle, taken: set[str]) -> dict[str, Any]:
    """Return what a copy begins with: an id of its own, which is taken from now on.

    `year` is that of what is copied.
    """
    identity = renamed(entry.id, year, cycle.new, taken)
    taken.add(identity)
    return {"id": identity}


def _fields(record: Record, names: Iterable[str]) -> dict[str, Any]:
    """Return those of some fields that say something, as the text that YAML has."""
    held = {name: getattr(record, name) for name in names}
    return {name: _plain(value) for name, value in held.items() if value not in (None, [])}


def _plain(value: object) -> Any:  # noqa: ANN401  (whatever a field holds)
    if isinstance(value, Record):
        return _fields(value, (name for name in type(value).model_fields if _said(value, name)))
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return Bare("ya" if value else "tidak")
    return Bare(format(value, "f") if isinstance(value, Decimal) else f"{value}")


def _said(record: Record, name: str) -> bool:
    return name in record.model_fields_set


def _not_copied(cycle: NextCycle) -> list[str]:
    """Say in comments which evidence was left behind, and why, by the office to be asked."""
    lines = []
    for office, needs in by_office(cycle).items():
        own = [
            _wrapped(f"{need.question.id}: {reason(each)}", "#   ")
            for need in needs
            for each in need.renewals
            if each.fate is not Fate.KEPT
        ]
        lines += [f"# {office}", *(line for every in own for line in every)] if own else []
    title = "# Eviden terdahulu yang tidak disalin, menurut perangkat daerah."
    return ["", title, *lines] if lines else []


def _wrapped(text: str, indent: str) -> list[str]:
    return wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
