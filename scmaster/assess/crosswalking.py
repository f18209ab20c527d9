"""Evidence that proves something under one instrument and would serve another: suggestions.

Through the rows of the crosswalks in `pillars/`. A suggestion is no proof: the evidence is
not linked to the other question, and a row without a source is a proposal of ours.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from scmaster.assess.evidence import asked_period, proves, speaks_of
from scmaster.assess.standing import Standing, State, stand
from scmaster.link import Dossier, groups_of, questions, questions_of
from scmaster.model.evaluation import Result, Submission
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.framework import Counterpart, Crosswalk, Instrument

STRENGTH = ("equal", "partial", "supporting")
REFUSED = {"revise", "auto_rejected"}

Stands = dict[str, dict[str, Standing]]
"""How every question stands, by submission."""


@dataclass(frozen=True)
class Suggestion:
    """A piece of evidence, what it proves already, and the question it would serve."""

    evidence: Evidence
    proven: str
    """The node under which it proves: a question, or an instrument for its final score."""
    given: Submission
    """The submission in which it proves that."""
    question: str
    asked: Submission
    """The submission that asks the question."""
    row: Counterpart

    @property
    def sourced(self) -> bool:
        """Whether a source says that the one serves the other."""
        return self.row.basis == "source"


def suggestions(dossier: Dossier, shaken: Container[str] = frozenset()) -> list[Suggestion]:
    """Return what evidence would serve elsewhere, by submission, question and evidence.

    A question that only claims of `shaken`, their ids, would prove is still open.
    One suggestion a piece of evidence and question: the row that a source backs, and the
    closest relation, win. A submission handed in for good takes no more evidence.
    """
    stands = _stands(dossier, shaken)
    made: dict[tuple[str, str, str], Suggestion] = {}
    for crosswalk in dossier.frameworks.crosswalks.values():
        for found in _through(dossier, crosswalk, stands):
            key = (found.asked.id, found.question, found.evidence.id)
            known = made.get(key)
            if known is None or _rank(found) < _rank(known):
                made[key] = found
    return [made[key] for key in sorted(made)]


def _rank(found: Suggestion) -> tuple[bool, int]:
    return (not found.sourced, STRENGTH.index(found.row.relation))


def _stands(dossier: Dossier, shaken: Container[str]) -> Stands:
    named = {c.from_instrument for c in dossier.frameworks.crosswalks.values()}
    named |= {c.to_instrument for c in dossier.frameworks.crosswalks.values()}
    made = {}
    for submission in dossier.of(Submission).values():
        instrument = dossier.instrument(submission)
        if instrument is not None and instrument.id in named:
            made[submission.id] = stand(dossier, submission, instrument, shaken)
    return made


def _through(dossier: Dossier, crosswalk: Crosswalk, stands: Stands) -> Iterator[Suggestion]:
    instruments = dossier.frameworks.instruments
    start = instruments.get(crosswalk.from_instrument)
    end = instruments.get(crosswalk.to_instrument)
    if start is None or end is None:
        return
    every = [dossier.of(Submission)[name] for name in stands]
    givers = [s for s in every if s.instrument == start.id]
    takers = [s for s in every if s.instrument == end.id and s.state != "final"]
    for row in crosswalk.rows:
        for given in givers:
            proof = _proof(dossier, start, row.from_node, given, stands[given.id])
            for asked in takers:
                for name in _asked(end, row.to_node):
                    open_one = stands[asked.id][name]
                    yield from (
                        Suggestion(evidence, node, given, name, asked, row)
                        for node, evidence in proof
                        if _would_serve(evidence, open_one, asked)
                    )


def _asked(instrument: Instrument, node: str) -> list[str]:
    """Return the questions a node stands for; an instrument as a whole asks none."""
    if node in questions(instrument):
        return [node]
    return [
        q.id for group in groups_of(instrument) if group.id == node for q in questions_of(group)
    ]


def _proof(
    dossier: Dossier,
    instrument: Instrument,
    node: str,
    given: Submission,
    stands: dict[str, Standing],
) -> list[tuple[str, Evidence]]:
    """Return the evidence that proves a node, each with the node it is linked to.

    The final score of an instrument is proven by evidence of the result itself, not by that
    of the single questions.
    """
    if node == instrument.id:
        return [(node, evidence) for evidence in _of_results(dossier, given)]
    return [
        (name, evidence)
        for name in _asked(instrument, node)
        if stands[name].answer is not None
        for claim, evidence in stands[name].claims
        if _accepted(claim, given)
        or (
            _stands_alone(claim, evidence, given)
            and speaks_of(evidence, asked_period(given, stands[name].question))
        )
    ]


def _of_results(dossier: Dossier, given: Submission) -> Iterator[Evidence]:
    for result in dossier.of(Result).values():
        if result.submission != given.id or result.status == "derived":
            continue
        for claim in dossier.claims_on(result.id):
            evidence = dossier.get(Evidence, claim.evidence)
            if evidence is not None and _stands_alone(claim, evidence, given):
                yield evidence


def _accepted(claim: Claim, given: Submission) -> bool:
    verdicts = [v.verdict for v in claim.verdicts if v.submission == given.id]
    return bool(verdicts) and verdicts[-1] == "accepted"


def _stands_alone(claim: Claim, evidence: Evidence, given: Submission) -> bool:
    verdicts = [v.verdict for v in claim.verdicts if v.submission == given.id]
    return proves(claim, evidence) and not (verdicts and verdicts[-1] in REFUSED)


def _would_serve(evidence: Evidence, standing: Standing, asked: Submission) -> bool:
    """Tell whether a question is open, takes evidence, and lacks this piece.

    A piece known to speak of another period would only be found fault with.
    """
    if standing.state is State.PROVEN or not standing.question.upload:
        return False
    if any(linked.id == evidence.id for _, linked in standing.claims):
        return False
    return speaks_of(evidence, asked_period(asked, standing.question)) is not False
