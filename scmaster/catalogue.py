"""Every code scmaster can say, with its page: what `explain` prints."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scmaster import checks, link, load, render
from scmaster.assess import waivers
from scmaster.diagnostics import Severity
from scmaster.indonesian import number
from scmaster.link import Frameworks, levels_of, questions_of
from scmaster.load import did_you_mean
from scmaster.model.framework import Group, Instrument, Question
from scmaster.source import reader

FAMILIES = {
    "0": "berkas",
    "1": "isian",
    "2": "rujukan",
    "3": "kelengkapan",
    "4": "kewajaran",
    "5": "instrumen",
    "6": "dokumen",
    "7": "privasi",
}
"""What the first digit of a code stands for."""


@dataclass(frozen=True)
class Page:
    """What there is to read about a code."""

    code: str
    name: str
    """The rule's name; empty for what a stage says."""
    text: str
    severities: tuple[Severity, Severity] | None
    """In a draft and in a final submission; None for what a stage says."""

    @property
    def family(self) -> str:
        """What kind of thing is wrong (Indonesian)."""
        return FAMILIES[self.code[3]]

    @property
    def summary(self) -> str:
        """The first sentence of the page, on one line."""
        return " ".join(self.text.strip().split("\n\n")[0].split())


def pages() -> dict[str, Page]:
    """Return the page of every code, in order: a rule's is its docstring."""
    stages = reader.CODES | load.CODES | link.CODES | waivers.CODES | render.CODES
    made = {code: Page(code, "", text, None) for code, text in stages.items()}
    for rule in checks.rules():
        made[rule.code] = Page(rule.code, rule.name, rule.module.__doc__, rule.severities)
    return dict(sorted(made.items()))


@dataclass(frozen=True)
class Sheet:
    """What an instrument says of one question, ready to print."""

    heading: str
    rows: tuple[tuple[str, str], ...]


SURE = {
    "official": "resmi",
    "secondary": "dari sumber kedua",
    "inferred": "perkiraan, belum dipastikan",
    "draft": "rancangan",
}
"""What a standing is called to a reader."""

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
        _sheet(instrument, path, question)
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


def nearest(topic: str, frameworks: Frameworks) -> str:
    """Suggest the code or question nearest to a mistyped one."""
    known = [
        question.id
        for instrument in frameworks.instruments.values()
        for group in instrument.groups
        for question in questions_of(group)
    ]
    hint = did_you_mean(topic.upper(), [*pages(), *known])
    return f" M{hint.removeprefix('m')}" if hint else ""


def _sheet(instrument: Instrument, path: list[Group], question: Question) -> Sheet:
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
    return Sheet(question.id, tuple((label, value) for label, value in rows if value))


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
