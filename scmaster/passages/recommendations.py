"""What assessors asked for, and what was done: with the claims of status that differ."""

from scmaster.assess.case import Case
from scmaster.assess.follow_up import earlier
from scmaster.assess.owners import opd_name
from scmaster.assess.results import alike, family
from scmaster.model import labels
from scmaster.model.evaluation import Recommendation, Submission
from scmaster.model.evidence import Evidence
from scmaster.model.wording import date_words
from scmaster.passages.cells import Cell, Line, Missing, Row
from scmaster.passages.claims import stated
from scmaster.passages.evidence import title


def cycle_name(submission: Submission | None) -> str:
    """Name a cycle: 2023 Tahap I."""
    if submission is None:
        return ""
    return f"{submission.year} {labels.STAGE[submission.stage]}".strip()


def ordered(case: Case) -> list[tuple[Submission, list[Recommendation]]]:
    """Return the recommendations cycle by cycle, oldest first, each in its own order.

    Only of cycles under the same family of instruments as the case's own.
    """
    made = []
    cycles = case.dossier.of(Submission).values()
    for cycle in sorted(cycles, key=lambda s: (s.year, s.stage, s.id)):
        every = case.dossier.of(Recommendation).values()
        own_kind = family(case.dossier, cycle)
        if case.instrument and not alike(own_kind, case.instrument.family):
            continue
        own = sorted((r for r in every if r.submission == cycle.id), key=lambda r: r.number)
        if own:
            made.append((cycle, own))
    return made


def totals(case: Case) -> list[Row]:
    """Return, cycle by cycle: declared, recorded, and how many stand how."""
    rows: list[Row] = []
    for cycle, own in ordered(case):
        declared = cycle.declared_recommendations
        done = sum(1 for r in own if r.status in {"evidenced", "accepted_by_assessor"})
        claimed = sum(1 for r in own if r.status == "claimed_met")
        figures = (len(own), done, claimed, len(own) - done - claimed)
        said: Cell = str(declared) if declared is not None else Missing("tidak diketahui")
        rows.append((cycle_name(cycle), said, *map(str, figures)))
    return rows


def sum_of(case: Case) -> str:
    """Add up what the cycles declared and what is on record: 12 + 7 = 19, of which 15."""
    cycles = ordered(case)
    declared = [cycle.declared_recommendations for cycle, _ in cycles]
    known = [count for count in declared if count is not None]
    recorded = sum(len(own) for _, own in cycles)
    told = f"{recorded} rekomendasi tercatat dari {len(cycles)} siklus."
    if not known:
        return told
    sum_ = " + ".join(map(str, known)) + (f" = {sum(known)}" if len(known) > 1 else "")
    rest = len(cycles) - len(known)
    silent = f" Jumlah pada {rest} siklus lain tidak diketahui." if rest else ""
    return f"Sumber menyebut {sum_} rekomendasi.{silent} {told}"


def by_owner(case: Case) -> list[Row]:
    """Return, owner by owner, how many are theirs and how many of those are proven done."""
    grouped: dict[str, list[Recommendation]] = {}
    for _, own in ordered(case):
        for r in own:
            owner = opd_name(case.dossier, r.owner) if r.owner else ""
            grouped.setdefault(owner, []).append(r)
    rows: list[Row] = []
    for owner, theirs in sorted(grouped.items(), key=lambda item: (not item[0], item[0])):
        done = sum(1 for r in theirs if r.status in {"evidenced", "accepted_by_assessor"})
        acted = sum(1 for r in theirs if r.actions)
        name: Cell = owner or Missing("belum ditunjuk")
        rows.append((name, str(len(theirs)), str(acted), str(done)))
    return rows


def matrix(case: Case, own: list[Recommendation]) -> list[Row]:
    """Return number, recommendation, owner, follow-up, status, evidence of each."""
    return [_row(case, recommendation) for recommendation in own]


def _row(case: Case, r: Recommendation) -> Row:
    owner: Cell = opd_name(case.dossier, r.owner) if r.owner else Missing("belum ditunjuk")
    text: Cell = [r.text, f"Catatan: {r.note}"] if r.note else r.text
    return (str(r.number), text, owner, follow_up(case, r), _status(case, r), proof(case, r))


def follow_up(case: Case, r: Recommendation) -> Cell:
    """Return what was done, or that nothing is on record."""
    done: list[Line] = []
    for place, action in enumerate(r.actions):
        words = f"{date_words(action.date)}: {action.text}" if action.date else action.text
        done.append(
            stated(
                case.dossier,
                words,
                f"Tindak lanjut {_called(case, r)}",
                r,
                "actions",
                place,
                evidence=action.evidence,
                sources=[action.source or next(iter(r.sources), None)],
            )
        )
    return done or Missing("belum ada tindak lanjut tercatat")


def plain_follow_up(r: Recommendation) -> Cell:
    """Return what was done in plain words, where claims are not traced."""
    done = [f"{date_words(a.date)}: {a.text}" if a.date else a.text for a in r.actions]
    return [*done] or Missing("belum ada tindak lanjut tercatat")


def _called(case: Case, r: Recommendation) -> str:
    cycle = cycle_name(case.dossier.get(Submission, r.submission))
    return f"rekomendasi {cycle} nomor {r.number}"


def _status(case: Case, r: Recommendation) -> Cell:
    numbers = case.dossier.citations
    claims: list[Line] = [
        f"{c.by}, {date_words(c.date)}: {c.claim}"
        + (f" [{numbers[c.source]}]" if c.source in numbers else "")
        for c in r.status_claims
    ]
    ids = [*r.evidence, *(name for action in r.actions for name in action.evidence)]
    status = stated(
        case.dossier,
        labels.RECOMMENDATION_STATUS[r.status].capitalize(),
        f"Status {_called(case, r)}",
        r,
        "status",
        evidence=ids,
        sources=r.sources,
    )
    return [status, *claims]


def sources(own: list[Recommendation]) -> set[str]:
    """Return the ids of the sources that recommendations name."""
    named = {identity for r in own for identity in r.sources}
    named |= {c.source for r in own for c in r.status_claims if c.source}
    return named | {a.source for r in own for a in r.actions if a.source}


def proof(case: Case, r: Recommendation) -> Cell:
    """Return the evidence of a recommendation's follow-up, or that there is none."""
    ids = [*r.evidence, *(e for action in r.actions for e in action.evidence)]
    ids += [claim.evidence for claim in case.dossier.claims_on(r.id)]
    lines: list[Line] = []
    for identity in dict.fromkeys(ids):
        evidence = case.dossier.get(Evidence, identity)
        if evidence is not None:
            shown = title(evidence)
            lines += shown if isinstance(shown, list) else [shown]
    return lines or Missing("belum ada eviden")


def for_question(case: Case, question: str) -> list[Line]:
    """Return what earlier cycles asked about a question, and what was done about it."""
    lines: list[Line] = []
    for cycle, own in ordered(case):
        if not earlier(cycle, case.submission):
            continue
        for r in own:
            if question in r.questions:
                lines.append(f"{cycle_name(cycle)} nomor {r.number}: {r.text}")
                done = follow_up(case, r)
                status = labels.RECOMMENDATION_STATUS[r.status]
                lines.append(f"Tindak lanjut ({status}):")
                lines += done if isinstance(done, list) else [done]
    return lines


def speaking_of(case: Case, subject: str) -> list[Recommendation]:
    """Return the recommendations that speak of something, cycle by cycle.

    `subject` is a word in small letters.
    """
    return [r for _, own in ordered(case) for r in own if subject in r.text.casefold()]


def about(case: Case, subject: str) -> list[Row]:
    """Return those recommendations: which, its words, follow-up, state."""
    return [
        (
            f"{cycle_name(case.dossier.get(Submission, r.submission))} nomor {r.number}",
            r.text,
            follow_up(case, r),
            labels.RECOMMENDATION_STATUS[r.status],
        )
        for r in speaking_of(case, subject)
    ]
