"""What the city claims, made traceable: where it is written, and what proves it.

A document numbers these in the order it prints them and lists them in its annex.
"""

from collections.abc import Iterable

from scmaster.assess.disclosure import WITHHELD, confidential
from scmaster.link import Dossier
from scmaster.model.evidence import Evidence
from scmaster.model.labels import MEASURE_STATUS
from scmaster.model.measure import Measure
from scmaster.model.record import Entry
from scmaster.model.wording import period_words
from scmaster.passages.cells import Cell, Claim, Line, Missing, Stated, marks

SHOWN = 12
"""How many digits of a digest are printed; all of them are kept in the file."""


def stated(  # noqa: PLR0913  (words, what they are about, their place, their proof)
    dossier: Dossier,
    text: str,
    about: str,
    record: Entry,
    *path: str | int,
    evidence: Iterable[str | None] = (),
    sources: Iterable[str | None] = (),
    subject: str = "",
    alone: bool = False,
) -> Stated:
    """Return words as a claim of the city, written at `path` inside a record.

    `about` is the claim in short. Its evidence is `evidence` and whatever supports the
    record, but where it stands `alone`; where there is none, the annex names the sources.
    `subject` is the id under which readers know the record, where that is another.
    """
    supporting = [] if alone else [claim.evidence for claim in dossier.claims_on(record.id)]
    ids = dict.fromkeys(identity for identity in [*evidence, *supporting] if identity)
    proofs = [found for identity in ids if (found := dossier.get(Evidence, identity))]
    claim = Claim(
        record=record.id,
        field=".".join(map(str, path)),
        span=record.span(*path),
        proofs=tuple((e.id, _digest(dossier, e)) for e in proofs),
        row=(about, _proof(dossier, proofs, sources), _digests(dossier, proofs)),
        subject=subject,
    )
    return Stated(text, claim)


def measured(
    dossier: Dossier, text: str, about: str, measure: Measure, record: Entry, *path: str | int
) -> Stated:
    """Return a figure as a claim of the city; `path` leads to the measure inside a record.

    In short it is `about`, when it held, and what kind of figure it is: a target stays one. A
    figure that names where it was read is not proven by what supports the record as a whole.
    """
    when = f", {period_words(measure.as_of)}" if measure.as_of else ""
    sources = [measure.source] if measure.source else record.sources[:1]
    return stated(
        dossier,
        text,
        f"{about}{when} ({MEASURE_STATUS[measure.status]})",
        record,
        *path,
        "value",
        evidence=[measure.evidence],
        sources=sources,
        alone=bool(measure.evidence or measure.source),
    )


def _proof(dossier: Dossier, proofs: list[Evidence], sources: Iterable[str | None]) -> Cell:
    """Name the evidence by id; where there is none, the source; or say that there is neither."""
    if proofs:
        return [evidence.id for evidence in proofs]
    cited = marks(dossier, *sources)
    return f"sumber {cited}" if cited else Missing("belum ada eviden")


def _digests(dossier: Dossier, proofs: list[Evidence]) -> Cell:
    lines: list[Line] = [_shown(dossier, evidence) for evidence in proofs]
    return lines or "–"


def _shown(dossier: Dossier, evidence: Evidence) -> Line:
    if confidential(evidence):
        return WITHHELD
    digest = _digest(dossier, evidence)
    return f"{digest[:SHOWN]}…" if digest else Missing("belum dicatat")


def _digest(dossier: Dossier, evidence: Evidence) -> str:
    return "" if confidential(evidence) else dossier.digest(evidence)
