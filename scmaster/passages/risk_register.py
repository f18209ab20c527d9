"""The register of risks: every one with whose it is, what is missing, and what was asked."""

from scmaster.assess.case import Case
from scmaster.assess.owners import UNKNOWN, opd_name
from scmaster.assess.risk_register import Holder, Registered, owner, register, without
from scmaster.assess.standing import Standing
from scmaster.indonesian import listing
from scmaster.passages import questions, risks
from scmaster.passages.cells import Cell, Line, Missing, Row

SUBJECT = "risiko"
"""The word by which a question, or what assessors asked for, speaks of risks."""


def rows(case: Case) -> list[Row]:
    """Return a row a risk: its number, what it threatens, and the rest as `risks.table`."""
    every = register(case.dossier)
    return [
        (key, risks.holder_name(case, registered.holder), *rest)
        for registered, (key, *rest) in zip(every, risks.table(case, every), strict=True)
    ]


def sentence(case: Case) -> str:
    """Say how many risks there are, of how many programmes and quick wins."""
    every, bare = register(case.dossier), without(case)
    if not every:
        return (
            "Belum ada satu risiko pun yang tercatat dalam data kota, dan dokumen ini tidak"
            f" mengarangnya. Risiko {len(bare)} program atau quick win masih harus dikenali oleh"
            " pemiliknya."
        )
    holders = {registered.holder.id for registered in every}
    told = f"Tercatat {len(every)} risiko pada {len(holders)} program atau quick win."
    if not bare:
        return told
    return f"{told} {len(bare)} program atau quick win lain belum menyebut risikonya."


def gaps(case: Case, kind: type[Holder] | None = None) -> list[Row]:
    """Return, owner by owner, how many and which have no risk on record; nobody's last.

    Programmes and quick wins, or only those of a kind.
    """
    grouped: dict[str, list[Line]] = {}
    for holder in without(case):
        if kind is not None and not isinstance(holder, kind):
            continue
        name = opd_name(case.dossier, owner(case.dossier, holder))
        grouped.setdefault(name, []).append(risks.holder_name(case, holder))
    ordered = sorted(grouped.items(), key=lambda item: (item[0] == UNKNOWN, item[0].casefold()))
    return [
        (Missing(UNKNOWN) if name == UNKNOWN else name, str(len(lines)), lines)
        for name, lines in ordered
    ]


def incomplete(case: Case) -> list[Row]:
    """Return each risk that lacks something: number and words, what, from whom."""
    return [
        (f"{registered.key} {registered.risk.text}", lacking, _asked(case, registered))
        for registered in register(case.dossier)
        if (lacking := _lacking(registered))
    ]


def _lacking(registered: Registered) -> str:
    risk = registered.risk
    known = {
        "penyebab": risk.cause,
        "kemungkinan": risk.likelihood,
        "dampak": risk.severity,
        "mitigasi": risk.mitigation,
        "pemilik": risk.owner,
        "penilaian sesudah mitigasi": not risk.mitigation
        or (risk.residual_likelihood and risk.residual_severity),
    }
    return listing([name for name, value in known.items() if not value])


def _asked(case: Case, registered: Registered) -> Cell:
    known = registered.risk.owner or owner(case.dossier, registered.holder)
    return opd_name(case.dossier, known) if known else Missing(UNKNOWN)


def asked_by_instrument(case: Case) -> list[Row]:
    """Return the questions that speak of risks: id and topic, text, state."""
    return [
        (_heading(standing), standing.question.text, questions.status(standing))
        for standing in case.standings.values()
        if SUBJECT in _words(standing)
    ]


def _words(standing: Standing) -> str:
    question = standing.question
    return f"{question.indicator} {question.sub_indicator} {question.text}".casefold()


def _heading(standing: Standing) -> str:
    question = standing.question
    return " ".join(filter(None, (question.id, question.sub_indicator or question.indicator)))
