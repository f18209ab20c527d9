"""A new piece of evidence in a city's YAML: its record, its claims, and the files they go into."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from scmaster.assess.case import Case
from scmaster.diagnostics import Diagnostic, Severity
from scmaster.exchange import changing, wishes
from scmaster.exchange.editing import Change, New, Value
from scmaster.exchange.writing import block
from scmaster.link import questions
from scmaster.load import load
from scmaster.model.evaluation import Submission
from scmaster.model.sections import CITY_SECTIONS
from scmaster.source import files, reader

NEW = "evidence.yaml"
"""The file that is made where a city has no evidence yet."""


class Wish(NamedTuple):
    """What a person says of a document."""

    title: str
    kind: str
    opd: str = ""
    number: str = ""
    date: str = ""
    pages: str = ""
    classification: str = ""


def evidence_record(identity: str, file: str, wish: Wish) -> dict[str, Value]:
    """Return the record of a piece of evidence; what is not known is left out."""
    told = {
        "id": identity,
        "title": wish.title,
        "kind": wish.kind,
        "number": wish.number,
        "date": wish.date,
        "opd": wish.opd,
        "file": file,
        "pages": wish.pages,
        "classification": wish.classification,
    }
    return {name: value for name, value in told.items() if value}


def claim_record(
    case: Case, identity: str, evidence: str, supported: str, role: str
) -> dict[str, Value]:
    """Return the record of a claim that a piece of evidence supports something."""
    made: dict[str, Value] = {"id": identity, "evidence": evidence, "supports": [supported]}
    if case.submission is not None and _asked(case, supported):
        made["submission"] = case.submission.id
    return made | {"role": role}


def unknown_support(case: Case, supported: str) -> str:
    """Say that there is nothing of an id that evidence could support (Indonesian), or ""."""
    known = {entry.id for entry in case.dossier.every() if not isinstance(entry, Submission)}
    asked = set(questions(case.instrument)) if case.instrument else set()
    if supported in known | asked:
        return ""
    elsewhere = [
        submission.id
        for submission in case.dossier.of(Submission).values()
        if (instrument := case.dossier.instrument(submission)) is not None
        and supported in questions(instrument)
    ]
    if elsewhere:
        return (
            f"pertanyaan '{supported}' bukan milik pengajuan yang ditinjau;"
            f" pilih pengajuannya, misalnya --submission {elsewhere[-1]}."
        )
    close = get_close_matches(supported, sorted(known | asked), n=1)
    hint = f" Maksudnya '{close[0]}'?" if close else ""
    return f"id '{supported}' tidak ada di kota ini maupun di instrumennya.{hint}"


def slips(section: str, record: Mapping[str, wishes.Value]) -> list[Diagnostic]:
    """Return what is wrong with a record before it is written anywhere."""
    text = "\n".join([f"{section}:", *block(record, 2)]) + "\n"
    node, found = reader.read(text.encode(), "perintah")
    if node is None:
        return found
    _, problems = load(node, CITY_SECTIONS)
    return [d for d in [*found, *problems] if d.severity is Severity.ERROR]


def changed(
    case: Case,
    folder: Path,
    evidence: Mapping[str, Value],
    claims: list[dict[str, Value]],
) -> dict[Path, bytes]:
    """Return the files of a city that the records go into, with them in it.

    A record goes where most of its kind stand already; a claim, where there is none yet,
    beside its evidence. Raises NoPlaceError with the name of a file that cannot take it,
    OSError.
    """
    places = {source.name: source.path for source in files.of_city(folder)[0]}
    home = changing.usual(case, places, "evidence") or folder.resolve() / NEW
    beside = changing.usual(case, places, "claims") or home
    by_file: dict[Path, list[Change]] = {home: [New("evidence", evidence)]}
    by_file.setdefault(beside, []).extend(New("claims", claim) for claim in claims)
    return changing.applied(by_file)


def _asked(case: Case, supported: str) -> bool:
    return case.instrument is not None and supported in questions(case.instrument)
