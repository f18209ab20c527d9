"""Who presents and who explains, by office: never persons, always posts."""

from dataclasses import dataclass, field

from scmaster.assess.case import Case
from scmaster.assess.contributions import contributions
from scmaster.assess.current import current_claims
from scmaster.assess.follow_up import earlier
from scmaster.assess.interview import Prepared
from scmaster.assess.offices import of_today
from scmaster.assess.owed import NOBODY, file_name, owed
from scmaster.assess.owners import registered
from scmaster.assess.results import alike, family
from scmaster.indonesian import listing
from scmaster.model import labels
from scmaster.model.city import Opd
from scmaster.model.evaluation import Submission
from scmaster.model.wording import period_words
from scmaster.passages import recommendations
from scmaster.passages.cells import Cell, Missing, Row, cite
from scmaster.passages.interview import code
from scmaster.passages.offices import head_of
from scmaster.passages.recommendations import cycle_name


def events(case: Case) -> list[Row]:
    """Return the dates of the submission: when, what, where that was read."""
    own = case.submission.dates if case.submission else []
    return [(period_words(e.date), e.text, cite(case.dossier, e.source)) for e in own]


def presenters(case: Case) -> list[Row]:
    """Return who presented, cycle by cycle, the newest first; this one's also where unknown."""
    if case.submission is None:
        return []
    own = family(case.dossier, case.submission)
    cycles = [
        cycle
        for cycle in case.dossier.of(Submission).values()
        if alike(family(case.dossier, cycle), own)
        and (cycle.id == case.submission.id or earlier(cycle, case.submission))
        and (cycle.id == case.submission.id or cycle.presenters)
    ]
    cycles.sort(key=lambda cycle: (cycle.year, cycle.stage, cycle.id), reverse=True)
    return [
        (
            cycle_name(cycle),
            [*cycle.presenters] or Missing("pemapar belum ditentukan"),
            cycle.channel or Missing("saluran belum dicatat"),
        )
        for cycle in cycles
    ]


@dataclass
class _Speaker:
    name: str
    posts: dict[str, None] = field(default_factory=dict)
    """Who explains; kept in the order found."""
    asked: list[str] = field(default_factory=list)
    """Numbers of the interview's questions."""
    pieces: dict[str, str] = field(default_factory=dict)
    """Titles of what there is to explain, by id."""
    registered: bool = True


def schedule(case: Case, every: list[Prepared]) -> list[Row]:
    """Return a row an office: its name, who explains, which questions, which evidence."""
    found: dict[str, _Speaker] = {}

    def of(office: Opd | str) -> _Speaker:
        if not isinstance(office, Opd):
            unknown = _Speaker(office, registered=False)
            return found.setdefault(file_name(office), unknown)
        today = of_today(case.dossier, office, case.on)
        own = _Speaker(today.short_name or today.name, {head_of(today): None})
        return found.setdefault(today.id, own)

    for place, prepared in enumerate(every, start=1):
        for office in prepared.offices:
            of(office).asked.append(code(place))
    for _, piece in current_claims(case):
        issuer = case.dossier.get(Opd, piece.opd)
        holder = _post(case, piece.narrator) if piece.narrator else issuer
        if holder is None:
            continue
        speaker = of(holder)
        speaker.pieces[piece.id] = piece.title
        if piece.narrator:
            speaker.posts[piece.narrator] = None
    ordered = sorted(found.values(), key=lambda speaker: speaker.name.casefold())
    return [_row(speaker) for speaker in ordered]


def _post(case: Case, narrator: str) -> Opd | str:
    """Return the office that a post is the head of, where the register has it; else the post."""
    return registered(case.dossier, narrator.removeprefix("Kepala ")) or narrator


def _row(speaker: _Speaker) -> Row:
    posts: Cell = [*speaker.posts] or Missing("belum ditunjuk")
    name: Cell = speaker.name
    if not speaker.registered:
        name = [speaker.name, Missing("belum ada dalam daftar perangkat daerah")]
    pieces: Cell = [*speaker.pieces.values()] or "–"
    return (name, posts, listing(speaker.asked, most=99) or "–", pieces)


def unregistered(case: Case) -> list[Row]:
    """Return whom the instrument names and the register lacks: name, answered, what waits."""
    wanted = owed(case)
    rows: list[Row] = []
    for office in contributions(case, []):
        if office.registered or not office.answered.of:
            continue
        theirs = wanted.get(office.key)
        ids = [gap.standing.question.id for gap, _ in theirs.questions] if theirs else []
        answered = f"{office.answered.done} dari {office.answered.of}"
        rows.append((office.name, answered, listing(ids) or "–"))
    return rows


def orphans(case: Case) -> tuple[str, list[Row]]:
    """Return how many questions nobody answers for, and the recommendations that nobody owns."""
    theirs = owed(case).get(NOBODY)
    count = len(theirs.questions) if theirs else 0
    sentence = "Semua pertanyaan instrumen mempunyai penanggung jawab."
    if count:
        sentence = (
            f"{count} pertanyaan instrumen belum terbukti dan belum mempunyai penanggung jawab;"
            " daftarnya ada pada surat permintaan data (permintaan-data/belum-ditunjuk)."
        )
    rows: list[Row] = [
        (
            f"{cycle_name(cycle)} nomor {r.number}: {r.text}",
            recommendations.plain_follow_up(r),
            labels.RECOMMENDATION_STATUS[r.status],
        )
        for cycle, own in reversed(recommendations.ordered(case))
        for r in own
        if r.owner is None and cycle != case.submission
    ]
    return sentence, rows
