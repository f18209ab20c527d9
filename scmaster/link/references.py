"""Looks up every id that a record names, and says what is wrong with it."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple, get_args

from scmaster.diagnostics import Diagnostic, Severity
from scmaster.link.dossier import Frameworks, Use, groups_of, questions
from scmaster.load import nearest, nested, perhaps
from scmaster.model.evaluation import Submission
from scmaster.model.record import ANY_QUESTION, NODE, Entry, Record, Ref

NAMES = {
    "city": "kota",
    "opd": "perangkat daerah",
    "planning": "dokumen perencanaan",
    "masterplan": "masterplan",
    "programmes": "program",
    "quick_wins": "quick win",
    "indicators": "indikator",
    "evidence": "eviden",
    "claims": "klaim",
    "bodies": "lembaga",
    "commitments": "komitmen",
    "submissions": "pengajuan",
    "answers": "jawaban",
    "surveys": "survei",
    "results": "hasil evaluasi",
    "recommendations": "rekomendasi",
    "verifications": "verifikasi",
    "sources": "sumber",
    "waivers": "pengecualian",
    "pillars": "edisi pilar",
    "instruments": "instrumen",
    "crosswalks": "padanan instrumen",
    "published": "hasil yang diterbitkan",
    "complaints": "keluhan asesor",
    "validity": "masa berlaku",
    "priorities": "skala prioritas",
    "risk_scales": "skala risiko",
    "interview_questions": "pertanyaan wawancara",
    "form": "borang",
    "settings": "setelan",
}
"""What a record of a section is called to a reader."""


class Problem(NamedTuple):
    """What is wrong with a reference."""

    code: str
    message: str
    hint: str = ""
    meant: str = ""


class Linker:
    """Resolves the references of a set of records."""

    def __init__(
        self,
        by_section: dict[str, dict[str, Entry]],
        broken: set[str],
        frameworks: Frameworks,
    ) -> None:
        """Index what may be named."""
        self.uses: dict[str, list[Use]] = {}
        self.meant: set[str] = set()
        self._by_section = by_section
        self._section_of = {i: name for name, section in by_section.items() for i in section}
        self._broken = broken
        self._frameworks = frameworks
        self._pillars, self._sub_pillars = frameworks.pillars(), frameworks.sub_pillars()
        self._nodes: dict[str, set[str]] = {}
        self._questions: dict[str, set[str]] = {}
        for name, instrument in frameworks.instruments.items():
            self._questions[name] = set(questions(instrument))
            self._nodes[name] = self._questions[name] | {g.id for g in groups_of(instrument)}

    def resolve(self) -> list[Diagnostic]:
        """Look every reference of every record up."""
        found: list[Diagnostic] = []
        for section in self._by_section.values():
            for entry in section.values():
                for ref, path, identity in _named(entry):
                    problem = self._look_up(entry, ref, identity)
                    if problem:
                        code, message, hint, meant = problem
                        place = Severity.ERROR, entry.span(*path)
                        found.append(Diagnostic(code, *place, message, hint, (), meant))
                        self.meant.update(self._nearest(ref, identity))
                    self.uses.setdefault(identity, []).append(Use(entry, path))
        return found

    def _look_up(self, entry: Entry, ref: Ref, identity: str) -> Problem | None:
        if ref.sections in _FRAMEWORK_REFS:
            return self._in_frameworks(ref.sections[0], identity)
        section = self._section_of.get(identity)
        fits = section is not None and (not ref.sections or section in ref.sections)
        reported = identity in self._broken
        reported |= ref.question and identity in self._frameworks.unread
        if fits or reported:
            return None
        if ref.question:
            return self._among_questions(entry, ref, identity)
        if section:
            wanted = " atau ".join(NAMES[name] for name in ref.sections)
            message = f"'{identity}' adalah {NAMES[section]}, di sini diharapkan {wanted}"
            return Problem("SCM203", message)
        known = [i for name in ref.sections for i in self._by_section.get(name, {})]
        return self._unknown(identity, known if ref.sections else list(self._section_of))

    def _nearest(self, ref: Ref, identity: str) -> list[str]:
        """Return the id that an unknown one was probably meant to be, if any is near."""
        known = [i for i, name in self._section_of.items() if name in (ref.sections or (name,))]
        if ref.question:
            known += {question for every in self._questions.values() for question in every}
        return get_close_matches(identity, known, n=1)

    def _unknown(self, identity: str, known: list[str]) -> Problem:
        meant = nearest(identity, known)
        return Problem("SCM201", f"id '{identity}' tidak ada", perhaps(meant), meant)

    def _in_frameworks(self, section: str, identity: str) -> Problem | None:
        every: dict[str, dict[str, Any]] = {
            "pillar": dict(self._pillars),
            "sub_pillar": dict(self._sub_pillars),
            "instruments": dict(self._frameworks.instruments),
            "pillars": dict(self._frameworks.editions),
            "complaints": dict(self._frameworks.complaints),
        }
        known = every[section]
        if identity in known or identity in self._frameworks.unread:
            return None
        if section not in {"pillar", "sub_pillar"}:
            meant = nearest(identity, known)
            hint = perhaps(meant) or f"yang ada: {', '.join(known)}"
            return Problem("SCM206", f"{NAMES[section]} '{identity}' tidak ada", hint, meant)
        names = {
            name.casefold(): made.id
            for made in known.values()
            for name in (made.name, *made.aliases)
        }
        words = identity.replace("_", " ").replace("-", " ").casefold()
        meant = names.get(words) or nearest(identity, known)
        hint = perhaps(meant) or f"yang ada: {', '.join(known)}"
        word = "pilar" if section == "pillar" else "subdimensi"
        return Problem("SCM205", f"{word} '{identity}' tidak ada", hint, meant)

    def _among_questions(self, entry: Entry, ref: Ref, identity: str) -> Problem | None:
        if ref.of:
            return self._in_named(getattr(entry, ref.of), identity)
        if ANY_QUESTION in ref.sections:
            return self._in_any_instrument(identity)
        return self._in_instrument(entry, ref, identity)

    def _in_any_instrument(self, identity: str) -> Problem | None:
        every = {question for known in self._questions.values() for question in known}
        if identity in every:
            return None
        message, meant = f"'{identity}' tidak ada di instrumen mana pun", nearest(identity, every)
        return Problem("SCM204", message, perhaps(meant), meant)

    def _in_instrument(self, entry: Entry, ref: Ref, identity: str) -> Problem | None:
        """Look for a question, or any node, of the instrument of the entry's submission."""
        every = {question for known in self._questions.values() for question in known}
        only = bool(ref.sections)
        submission = getattr(entry, "submission", None)
        if submission is None:
            if identity in every:
                hint = "tambahkan 'submission: ...' agar instrumennya diketahui"
                return Problem("SCM209", f"'{identity}' pertanyaan dari pengajuan yang mana?", hint)
            return self._unknown(identity, [*self._section_of, *every])
        cycle = self._by_section.get("submissions", {}).get(submission)
        if not isinstance(cycle, Submission):
            return None  # the submission is what is wrong, and is reported itself
        if cycle.instrument not in self._questions:
            return None if cycle.instrument else self._no_instrument(submission)
        nodes = self._nodes if NODE in ref.sections else self._questions
        known = nodes[cycle.instrument]
        if identity in known:
            return None
        meant = nearest(identity, known if only else [*self._section_of, *known])
        message = f"'{identity}' tidak ada di instrumen {cycle.instrument}"
        code = "SCM204" if only or identity in every else "SCM201"
        return Problem(code, message, perhaps(meant), meant)

    def _in_named(self, instrument: str, identity: str) -> Problem | None:
        """Look for a node of the instrument that is named, or that instrument as a whole.

        An instrument that is unknown is reported itself.
        """
        known = self._nodes.get(instrument)
        if known is None or identity in known | {instrument}:
            return None
        message = f"'{identity}' tidak ada di instrumen {instrument}"
        meant = nearest(identity, known)
        return Problem("SCM204", message, perhaps(meant), meant)

    @staticmethod
    def _no_instrument(submission: str) -> Problem:
        hint = f"isi 'instrument' pada pengajuan '{submission}'"
        return Problem("SCM209", f"pengajuan '{submission}' tidak menyebut instrumen", hint)


_FRAMEWORK_REFS = {("pillar",), ("sub_pillar",), ("instruments",), ("pillars",), ("complaints",)}

Step = tuple[str, Ref]


@cache
def ref_fields(kind: type[Record]) -> tuple[Step, ...]:
    """Return a model's own fields that name a record, each with its mark."""
    made = []
    for name, info in kind.model_fields.items():
        marks = [mark for mark in info.metadata if isinstance(mark, Ref)]
        marks = marks or list(_marks(info.annotation))
        if marks:
            made.append((name, marks[0]))
    return tuple(made)


def _marks(annotation: Any) -> Iterator[Ref]:  # noqa: ANN401  (any annotation)
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, Ref):
            yield mark
    for inside in get_args(annotation):
        yield from _marks(inside)


def _named(record: Record) -> Iterator[tuple[Ref, tuple[str | int, ...], str]]:
    """Yield every id a record names, with its mark and its place in the record."""
    for name, mark in ref_fields(type(record)):
        for path, identity in _each(record, name):
            yield mark, path, identity
    for name in nested(type(record)):
        for path, inside in _each(record, name):
            for mark, below, identity in _named(inside):
                yield mark, (*path, *below), identity


def _each(record: Record, name: str) -> list[tuple[tuple[str | int, ...], Any]]:
    """Return what stands in a field, one or many, with the path to each."""
    value = getattr(record, name)
    if isinstance(value, list):
        return [((name, index), item) for index, item in enumerate(value)]
    return [] if value is None else [((name,), value)]
