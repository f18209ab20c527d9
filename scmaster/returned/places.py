"""Where in a city's YAML stands, today, what words of a document are about."""

from collections.abc import Mapping
from types import MappingProxyType

from scmaster.assess.case import Case
from scmaster.diagnostics import Span
from scmaster.link import questions
from scmaster.model.evaluation import Answer
from scmaster.render.trace import Traced
from scmaster.returned.tying import Tie

_NAMELESS = frozenset({"city", "opd", "sources"})
"""Their ids are words that stand in other words: balikpapan, dlh."""

NO_PLACES: Mapping[str, Span] = MappingProxyType({})


class Places:
    """Finds the places of one city."""

    def __init__(self, case: Case, tags: Mapping[str, Span] = NO_PLACES) -> None:
        """Take the city as it is now, and where form.yaml has the tags of an official form."""
        self._tags = tags
        self._entries = {entry.id: entry for entry in case.dossier.every()}
        self._questions = frozenset(questions(case.instrument)) if case.instrument else frozenset()
        own = case.submission.id if case.submission else ""
        self._answers = {
            answer.question: answer
            for answer in case.dossier.of(Answer).values()
            if answer.submission == own
        }
        self.known = self._questions | {
            identity
            for section, records in case.dossier.records.items()
            if section not in _NAMELESS
            for identity in records
        }
        """The ids that may be read in the words of a document."""

    def of(self, tie: Tie) -> Span | None:
        """Return where that stands to which words are tied; None: nowhere in the YAML."""
        if tie.claims:
            return self.of_claim(tie.claims[0])
        entry = self._answers.get(tie.identity) or self._entries.get(tie.identity)
        return entry.span("id") if entry else self._tags.get(tie.tag)

    def of_claim(self, claim: Traced) -> Span | None:
        """Return where a claim stands now; None: its record is not there any more."""
        entry = self._entries.get(claim.record)
        return entry.span(*path_of(claim)) if entry else None

    def question(self, tie: Tie) -> str:
        """Return the id of the question that words belong to, or nothing."""
        for claim in tie.claims:
            entry = self._entries.get(claim.record)
            if isinstance(entry, Answer) and entry.question in self._questions:
                return entry.question
        if tie.identity in self._questions:
            return tie.identity
        entry = self._entries.get(tie.identity)
        return entry.question if isinstance(entry, Answer) else ""


def path_of(claim: Traced) -> tuple[str | int, ...]:
    """Return the steps from a record to the field that a claim is made in."""
    steps = claim.field.split(".")
    return tuple(int(s) if s.isascii() and s.isdecimal() and len(s) < 9 else s for s in steps)  # noqa: PLR2004  (more than any list holds)
