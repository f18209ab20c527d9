"""Who has contributed, as rows: offices, members from outside, whom to thank and to urge on."""

from dataclasses import dataclass

from scmaster.assess.appreciation import Ground, Merit, Reason, merits
from scmaster.assess.attendance import Share
from scmaster.assess.case import Case
from scmaster.assess.contributions import Contribution
from scmaster.assess.outsiders import Outsider
from scmaster.assess.participation import Participation, participation
from scmaster.indonesian import listing
from scmaster.link import Dossier
from scmaster.model import labels
from scmaster.model.masterplan import Programme
from scmaster.model.wording import period_words
from scmaster.passages.cells import Cell, Line, Missing, Row

NONE = "–"
"""Nothing was asked."""

GROUNDS = {
    Ground.PROMPT: "{done} dari {of} formulir kembali tepat waktu",
    Ground.PROVEN: "{done} dari {of} pertanyaannya terbukti",
    Ground.ACCEPTED: "{done} dari {of} klaim evidennya diterima asesor",
    Ground.FOLLOWED_UP: "{done} dari {of} rekomendasinya ditindaklanjuti dengan eviden",
    Ground.ATTENDED: "hadir pada {done} dari {of} rapat",
    Ground.PARTNER: "menjadi mitra dalam {done} program",
    Ground.OVERDUE: "{done} dari {of} formulir lewat tenggat dan belum kembali",
    Ground.LATE: "{done} dari {of} formulir yang bertenggat kembali terlambat",
    Ground.ABSENT: "tidak hadir pada {done} dari {of} rapat yang daftar hadirnya ada",
}


@dataclass(frozen=True)
class Outside:
    """Who takes part from outside government."""

    meetings: str
    """When and how many meetings there were, in a sentence."""
    voices: list[Row]
    """Sector, how many members, at how many meetings it was heard; none without a meeting."""
    members: list[Row]
    """Sector, member, bodies, meetings, agreements."""


@dataclass(frozen=True)
class Inside:
    """What the city alone reads: who of its own has contributed, and who is to be told so."""

    forms: str
    """How many forms were given out and came back, in a sentence."""
    meetings: str
    offices: list[Row]
    """Office, forms, answers, proven, evidence, recommendations, meetings."""
    silent: str
    """Which offices were asked nothing and gave nothing, in a sentence, or nothing."""
    thanked: list[Row]
    """Who, and why."""
    urged: list[Row]


def outside(case: Case) -> Outside:
    """Return who takes part from outside government in the case's submission."""
    found = participation(case)
    return Outside(
        meetings=held(found),
        voices=[
            (labels.SECTOR[v.sector], str(v.members) if v.members else NONE, _cell(v.attended))
            for v in found.voices
            if found.meetings
        ],
        members=[_outsider(case.dossier, member) for member in found.outsiders],
    )


def inside(case: Case) -> Inside:
    """Return what the city's own offices have given for the case's submission."""
    found = participation(case)
    thanked, urged = merits(found)
    return Inside(
        forms=forms(found),
        meetings=held(found),
        offices=[office_row(o) for o in found.offices if o.concerned],
        silent=silent(found),
        thanked=[(merit.name, [reason(each) for each in merit.good]) for merit in thanked],
        urged=[(merit.name, against(merit)) for merit in urged],
    )


def period(found: Participation) -> str:
    """Say when the meetings were."""
    return period_words(found.period) if found.period else "semua waktu"


def forms(found: Participation) -> str:
    """Say how many forms were given out, and how many came back in time."""
    every = [office.replies for office in found.offices]
    asked = sum(each.asked for each in every)
    if not asked:
        return "Belum ada formulir permintaan data yang dikirim."
    counted = {
        "kembali": sum(each.answered for each in every),
        "terlambat": sum(each.late for each in every),
        "lewat tenggat": sum(each.overdue for each in every),
    }
    told = ", ".join(f"{word} {count}" for word, count in counted.items())
    return f"Formulir permintaan data yang berlaku: {asked}; {told}."


def held(found: Participation) -> str:
    """Say how many meetings there were."""
    if not found.meetings:
        return f"Tidak ada rapat yang tercatat pada {period(found)}."
    return f"Rapat yang tercatat pada {period(found)}: {found.meetings}."


def silent(found: Participation) -> str:
    """Say which offices were asked nothing and gave nothing, or nothing."""
    names = [office.name for office in found.offices if not office.concerned]
    if not names:
        return ""
    return f"Belum diminta dan belum tercatat memberi apa pun: {listing(names)}."


def summary(found: Participation) -> list[str]:
    """Say in a few sentences who has contributed."""
    thanked, urged = merits(found)
    lines = [f"{forms(found)} {held(found)}"]
    if thanked:
        lines.append(f"Apresiasi: {listing([merit.name for merit in thanked])}.")
    if urged:
        lines.append(f"Perlu dorongan: {listing([merit.name for merit in urged])}.")
    return lines


def reason(said: Reason) -> str:
    """Say what speaks for somebody, or against, in figures."""
    return GROUNDS[said.ground].format(done=said.done, of=said.of)


def against(merit: Merit) -> list[Line]:
    """Say what speaks against somebody, and then what speaks for them all the same."""
    lines: list[Line] = [reason(each) for each in merit.bad]
    return lines + [f"sebaliknya, {reason(each)}" for each in merit.good]


def called(office: Contribution) -> Cell:
    """Name an office; one that the register lacks is shown to be missing there."""
    if office.registered:
        return office.name
    return [office.name, Missing("belum ada di bagian opd")]


def office_row(office: Contribution) -> Row:
    """Return office, forms, answers, proven, evidence, recommendations and meetings."""
    return (
        called(office),
        _forms(office),
        _cell(office.answered),
        _cell(office.proven),
        _evidence(office),
        _cell(office.followed_up),
        _meetings(office.attended, [(met.name, met.share) for met in office.bodies]),
    )


def _forms(office: Contribution) -> Cell:
    forms = office.replies
    if not forms.asked:
        return NONE
    counted = (
        (forms.on_time, "tepat waktu"),
        (forms.late, "terlambat"),
        (forms.undated, "tanpa tenggat"),
        (forms.overdue, "lewat tenggat"),
        (forms.waiting, "ditunggu"),
    )
    lines: list[Line] = [f"{forms.answered} dari {forms.asked} kembali"]
    return [*lines, ", ".join(f"{count} {word}" for count, word in counted if count)]


def _evidence(office: Contribution) -> Cell:
    if not office.evidence:
        return NONE
    judged = office.accepted
    if not judged.of:
        return [f"{office.evidence} dipakai", Missing("belum ada putusan asesor")]
    return [f"{office.evidence} dipakai", f"{judged.done} dari {judged.of} klaim diterima"]


def _outsider(dossier: Dossier, member: Outsider) -> Row:
    known = dossier.of(Programme)
    return (
        labels.SECTOR[member.sector],
        member.name,
        [*member.sits_in],
        _meetings(member.attended, []),
        [known[name].name for name in member.agreements] or Missing("belum tercatat"),
    )


def _meetings(total: Share, bodies: list[tuple[str, Share]]) -> Cell:
    if len(bodies) < 2:  # noqa: PLR2004  (of one body the total says it all)
        return _cell(total)
    lines: list[Line] = []
    for name, share in bodies:
        lines.append(f"{name}: {_words(share)}")
    return lines


def _cell(share: Share) -> Cell:
    """Write a share; what nobody knows of is seen to be missing."""
    if share.unknown and not share.of:
        return Missing("tidak diketahui")
    return _words(share)


def _words(share: Share) -> str:
    if not share.of + share.unknown:
        return NONE
    unknown = f" ({share.unknown} tidak diketahui)" if share.unknown else ""
    return f"{share.done} dari {share.of + share.unknown}{unknown}"
