"""A question as every edition asks it, and what in other instruments it corresponds to."""

from collections.abc import Iterator, Sequence

from scmaster.catalogue.sheets import SURE, Sheet, repeated
from scmaster.indonesian import number
from scmaster.link import Frameworks, levels_of, questions_of
from scmaster.model.framework import Counterpart, Group, Instrument, Question
from scmaster.passages.suggestions import relation

KINDS = {
    "level": "tingkat",
    "count": "jumlah",
    "percent": "persentase",
    "index": "nilai indeks",
    "boolean": "ya atau tidak",
    "survey_mean": "rata-rata hasil survei",
    "external": "indeks dari lembaga lain",
    "narrative": "uraian",
}
"""What a kind of answer is called to a reader."""


def question_sheets(frameworks: Frameworks, identity: str) -> list[Sheet]:
    """Return a sheet of the question for every instrument that asks it."""
    return [
        _sheet(frameworks, instrument, path, question)
        for instrument in sorted(frameworks.instruments.values(), key=lambda i: (i.year, i.id))
        for path, question in _with_path([], instrument.groups)
        if question.id.upper() == identity.upper()
    ]


def _with_path(
    above: list[Group], groups: Sequence[Group]
) -> Iterator[tuple[list[Group], Question]]:
    """Yield every question with the groups it stands in, from the topmost down."""
    for group in groups:
        path = [*above, group]
        for question in group.questions:
            yield path, question
        yield from _with_path(path, group.groups)


def _sheet(
    frameworks: Frameworks, instrument: Instrument, path: list[Group], question: Question
) -> Sheet:
    place = " / ".join(p for p in (question.indicator, question.sub_indicator) if p)
    rows = [
        ("Instrumen", instrument.name),
        *((group.kind.capitalize(), _of_group(group)) for group in path),
        ("Kode resmi", question.code),
        ("Bobot", f"{number(question.weight)}%" if question.weight is not None else ""),
        ("Indikator", place),
        ("Pertanyaan", question.text),
        ("Bentuk jawaban", KINDS[question.kind]),
        *_ladder(instrument, path, question),
        ("Indeks luar", question.external or ""),
        ("Unggahan", "" if question.upload else "tidak ada; nilainya diambil dari indeks luar"),
        ("Eviden", "; ".join(question.evidence_hints)),
        ("Kepastian eviden", SURE[question.evidence_status] if question.evidence_hints else ""),
        ("Pemilik data", question.data_owner or ""),
        ("Catatan", question.note or ""),
        ("Kepastian soal", SURE[question.status]),
    ]
    rows += [(f"{o.city} {o.year}", number(o.score, 2)) for o in question.observed]
    nodes = {question.id, *(group.id for group in path)}
    rows += repeated("Berguna bagi", _served(frameworks, instrument, nodes))
    rows += repeated("Dibantu oleh", _serving(frameworks, instrument, nodes))
    return Sheet(question.id, tuple((label, value) for label, value in rows if value))


def _served(frameworks: Frameworks, instrument: Instrument, nodes: set[str]) -> Iterator[str]:
    """Yield the nodes of other instruments that evidence for this one serves."""
    for crosswalk in frameworks.crosswalks.values():
        if crosswalk.from_instrument == instrument.id:
            for row in crosswalk.rows:
                if row.from_node in nodes:
                    yield _counterpart(frameworks, crosswalk.to_instrument, row.to_node, row)


def _serving(frameworks: Frameworks, instrument: Instrument, nodes: set[str]) -> Iterator[str]:
    """Yield the nodes of other instruments whose evidence serves this one."""
    for crosswalk in frameworks.crosswalks.values():
        if crosswalk.to_instrument == instrument.id:
            for row in crosswalk.rows:
                if row.to_node in nodes:
                    yield _counterpart(frameworks, crosswalk.from_instrument, row.from_node, row)


def _counterpart(frameworks: Frameworks, instrument: str, node: str, row: Counterpart) -> str:
    """Name a node and its instrument; the instrument itself stands for its result."""
    known = frameworks.instruments.get(instrument)
    name = (known.short_name or known.name) if known else instrument
    place = f"hasil {name}" if node == instrument else f"{node} pada {name}"
    return f"{place} ({relation(row)})"


def _of_group(group: Group) -> str:
    weight = f" (bobot {number(group.weight)}%)" if group.weight is not None else ""
    return f"{group.name}{weight}, {len(questions_of(group))} soal"


def _ladder(
    instrument: Instrument, path: list[Group], question: Question
) -> Iterator[tuple[str, str]]:
    """Yield what the levels mean, of a question that asks for one."""
    for level in levels_of(instrument, path, question) if question.kind == "level" else ():
        others = f" ({', '.join(level.aliases)})" if level.aliases else ""
        named = f"{level.name}{others}." if level.name else ""
        yield f"Tingkat {number(level.level)}", " ".join(p for p in (named, level.text) if p)
