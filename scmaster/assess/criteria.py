"""What each criterion of the priority scale says of a programme: a part, and how much is known.

A part is 0 to 1 and made of points; a point that the records say nothing of is not known, which
is no nought. Fractions, so that nothing is lost in adding up.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from scmaster.assess.case import Case
from scmaster.assess.evidence import can_open
from scmaster.assess.measures import achieved, measured
from scmaster.assess.quick_wins import asked_about, judged, ordered
from scmaster.assess.risk_register import HIGHEST, of_programme, remaining
from scmaster.assess.worth import Step, also_serves, joint_worth, steps
from scmaster.indonesian import listing, number
from scmaster.model import labels
from scmaster.model.evidence import Claim, Evidence
from scmaster.model.masterplan import Programme, QuickWin, Survey

_READY = {
    "idea": Fraction(0),
    "planned": Fraction(1, 4),
    "building": Fraction(1, 2),
    "running": Fraction(1),
    "evaluated": Fraction(1),
}
"""How ready a programme is in each stage of its life; one that was stopped is not ranked."""
_BEST_ANSWER = 4
"""Answers of an impact survey go from 0 to 4."""
_SHOWN = 4
"""Question ids that a reason lists before it says how many more there are."""
_DECIMALS = 2


@dataclass(frozen=True)
class Point:
    """One thing that is looked at: what it comes to, of how much of it that is known, and why."""

    value: Fraction
    known: Fraction
    """0 to 1; where it is 0, the value says nothing."""
    reason: str
    """Indonesian."""


@dataclass(frozen=True)
class Part:
    """What a criterion says of a programme."""

    value: Fraction | None
    """0 to 1, of what is known; None where nothing is."""
    known: Fraction
    """Which share of it is known."""
    reasons: tuple[str, ...]


def _unknown(reason: str) -> Point:
    return Point(Fraction(0), Fraction(0), reason)


def _known(value: Fraction, reason: str) -> Point:
    return Point(value, Fraction(1), reason)


@dataclass(frozen=True)
class Look:
    """A case as the criteria look at it: what is the same for all programmes, found once."""

    case: Case

    @cached_property
    def steps(self) -> list[Step]:
        """The gaps of the submission, with what each is worth."""
        return steps(self.case)

    @cached_property
    def quick_wins(self) -> dict[str, list[QuickWin]]:
        """The quick wins of each programme, by its id."""
        made: dict[str, list[QuickWin]] = {}
        for quick_win in ordered(self.case.dossier):
            made.setdefault(quick_win.programme, []).append(quick_win)
        return made

    @cached_property
    def judged(self) -> set[str]:
        """The ids of the programmes with a quick win that is judged."""
        return {quick_win.programme for quick_win in judged(self.case)}

    @cached_property
    def about_quick_wins(self) -> list[str]:
        """The ids of the questions that speak of quick wins."""
        return [standing.question.id for standing in asked_about(self.case)]

    @cached_property
    def most(self) -> Fraction:
        """The highest worth of any programme."""
        every = self.case.dossier.of(Programme).values()
        ranked = [p for p in every if p.lifecycle != "stopped"]
        return max((Fraction(self.worth(p)[1]) for p in ranked), default=Fraction(0))

    def worth(self, programme: Programme) -> tuple[list[str], Fraction]:
        """Return the gaps that a programme bears on, and what closing them by a step is worth."""
        gaps, worth = joint_worth(self.steps, self.questions(programme))
        return gaps, Fraction(worth)

    def claims(self, programme: Programme) -> list[Claim]:
        """Return what is claimed for a programme or one of its quick wins."""
        ids = [programme.id, *(q.id for q in self.quick_wins.get(programme.id, []))]
        found = [claim for identity in ids for claim in self.case.dossier.claims_on(identity)]
        return list({claim.id: claim for claim in found}.values())

    def questions(self, programme: Programme) -> list[str]:
        """Return the questions that a programme bears on, in the instrument's order.

        Those that its evidence is used for already, those of its sub-pillar or pillar, and,
        where it has a quick win that is judged, those about quick wins.
        """
        dossier = self.case.dossier
        own = self.case.submission.id if self.case.submission else ""
        named = set(self.about_quick_wins) if programme.id in self.judged else set[str]()
        for claim in self.claims(programme):
            named |= set(claim.supports) if claim.submission in {None, own} else set()
            evidence = dossier.get(Evidence, claim.evidence)
            named |= set(also_serves(dossier, evidence, own)) if evidence else set()
        for name, standing in self.case.standings.items():
            if _same_subject(programme, standing.question.pillar, standing.question.sub_pillar):
                named.add(name)
        return [name for name in self.case.standings if name in named]


def _same_subject(programme: Programme, pillar: str | None, sub_pillar: str | None) -> bool:
    """Tell whether a question is of a programme's sub-pillar.

    Of its pillar, where the programme or the question names no sub-pillar.
    """
    if programme.pillar is None or programme.pillar != pillar:
        return False
    either = programme.sub_pillar is None or sub_pillar is None
    return either or programme.sub_pillar == sub_pillar


def part(look: Look, criterion: str, programme: Programme) -> Part:
    """Return what a criterion says of a programme, before its direction is looked at."""
    points = _CRITERIA[criterion](look, programme)
    known = sum((point.known for point in points), Fraction(0))
    value = sum((point.value * point.known for point in points), Fraction(0))
    return Part(
        value / known if known else None,
        known / len(points),
        tuple(point.reason for point in points),
    )


def _points(look: Look, programme: Programme) -> list[Point]:
    if not look.case.standings:
        return [_unknown("pertanyaan instrumennya tidak diketahui")]
    questions = look.questions(programme)
    if not questions:
        return [_unknown("belum dapat dikaitkan dengan satu pertanyaan pun")]
    gaps, worth = look.worth(programme)
    if not gaps or not look.most:
        return [_known(Fraction(0), f"{len(questions)} pertanyaan terkait tidak punya kekurangan")]
    said = f"+{_decimal(worth)} poin simulasi dari {listing(gaps, _SHOWN)}"
    guessed = " (pilar perkiraan)" if programme.pillar_basis == "assumed" else ""
    return [_known(worth / look.most, said + guessed)]


def _benefit(look: Look, programme: Programme) -> list[Point]:
    own = look.quick_wins.get(programme.id, [])
    named = programme.beneficiaries or any(q.public_benefit for q in own)
    who = _unknown("penerima manfaat belum disebut")
    return [
        _known(Fraction(1), "penerima manfaat disebut") if named else who,
        _reached(look, programme, own),
        _surveyed(look, programme),
    ]


def _reached(look: Look, programme: Programme, own: list[QuickWin]) -> Point:
    every = [*programme.measures, *(m for q in own for m in q.measures)]
    count = sum(1 for measure in every if achieved(measure))
    if count:
        return _known(Fraction(1), f"{count} angka yang sudah tercapai")
    if any(measured(look.case.dossier, i) for i in (programme.id, *(q.id for q in own))):
        return _known(Fraction(1), "indikatornya sudah punya capaian")
    return _unknown("baru target atau rencana" if every else "belum ada angka yang tercapai")


def _surveyed(look: Look, programme: Programme) -> Point:
    surveys = look.case.dossier.of(Survey).values()
    means = [
        s.mean for survey in surveys if survey.programme == programme.id for s in survey.statements
    ]
    if not means:
        return _unknown("belum disurvei")
    mean = sum(map(Fraction, means), Fraction(0)) / len(means)
    said = f"survei dampak rata-rata {_decimal(mean)} dari {_BEST_ANSWER}"
    return _known(min(max(mean / _BEST_ANSWER, Fraction(0)), Fraction(1)), said)


def _readiness(look: Look, programme: Programme) -> list[Point]:
    stage = programme.lifecycle
    life = _unknown("tahapnya tidak diketahui")
    if stage is not None and stage in _READY:
        life = _known(_READY[stage], labels.LIFECYCLE[stage])
    return [life, _prerequisites(programme), _evidence(look, programme)]


def _prerequisites(programme: Programme) -> Point:
    held = programme.prerequisites
    every = (held.regulation, held.infrastructure, held.application, held.people) if held else ()
    there = sum(1 for one in every if one)
    if not there:
        return _unknown("prasyarat belum tercatat")
    said = f"{there} dari {len(every)} prasyarat tercatat"
    return Point(Fraction(1), Fraction(there, len(every)), said)


def _evidence(look: Look, programme: Programme) -> Point:
    ids = dict.fromkeys(claim.evidence for claim in look.claims(programme))
    found = [e for name in ids if (e := look.case.dossier.get(Evidence, name))]
    if not found:
        return _unknown("belum ada eviden program")
    opened = sum(1 for evidence in found if can_open(evidence))
    return _known(Fraction(opened, len(found)), f"{opened} dari {len(found)} eviden dapat dibuka")


def _budget(look: Look, programme: Programme) -> list[Point]:
    if look.case.submission is None:
        return [_unknown("tahun evaluasi tidak diketahui")]
    year = look.case.submission.year
    amounts = [budget.amount for budget in programme.budget if budget.year == year]
    if not amounts:
        return [_unknown(f"anggaran {year} belum tercatat")]
    if not any(amounts):
        return [_known(Fraction(0), f"anggaran {year} nol")]
    return [_known(Fraction(1), f"didanai pada {year}")]


def _risk(look: Look, programme: Programme) -> list[Point]:
    risks = of_programme(look.case.dossier, programme)
    levels = [found for risk in risks if (found := remaining(risk)) is not None]
    if not levels:
        return [_unknown("risikonya belum dinilai" if risks else "risiko belum tercatat")]
    share = Fraction(max(levels) - 1, HIGHEST - 1)
    said = f"tingkat tertinggi {max(levels)} dari {HIGHEST}"
    if len(levels) < len(risks):
        said += f"; {len(risks) - len(levels)} belum dinilai"
    return [Point(share, Fraction(len(levels), len(risks)), said)]


def _decimal(value: Fraction) -> str:
    return number(Decimal(value.numerator) / value.denominator, _DECIMALS)


_CRITERIA: dict[str, Callable[[Look, Programme], list[Point]]] = {
    "points": _points,
    "benefit": _benefit,
    "readiness": _readiness,
    "budget": _budget,
    "risk": _risk,
}
"""By the name that a scale gives it."""
