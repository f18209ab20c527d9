"""The record of an impact survey out of what respondents answered, and what it changes."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.exchange.editing import Change, New, Put, Value
from scmaster.exchange.respondents import Rows
from scmaster.exchange.suspect_answers import distributions
from scmaster.indonesian import half_up
from scmaster.model.masterplan import Survey

DECIMALS = 2
"""Of a mean, as the ministry prints scores."""


@dataclass(frozen=True)
class About:
    """Which survey it is, and what else is said of it; empty where nothing is."""

    submission: str
    programme: str
    sub_pillar: str
    owner: str
    date: str = ""
    users: str = ""
    group: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """A field of a survey on record that the file says otherwise of."""

    field: str
    title: str
    before: str
    after: str


def recorded(case: Case, about: About) -> Survey | None:
    """Return the survey of the same submission, programme and sub-dimension that is known."""
    same = (about.submission, about.programme, about.sub_pillar)
    every = case.dossier.of(Survey).values()
    return next((s for s in every if (s.submission, s.programme, s.sub_pillar) == same), None)


def identity(about: About) -> str:
    """Return the id of a new survey: the same wherever the same survey is taken in."""
    whole = f"{about.submission}\n{about.programme}\n{about.sub_pillar}"
    digest = hashlib.sha256(whole.encode()).hexdigest()[:6]
    return f"survei-{about.sub_pillar}-{digest}"


def record(about: About, rows: Rows) -> dict[str, Value]:
    """Return the record without anything that is not known."""
    made: dict[str, Value] = {
        "id": identity(about),
        "submission": about.submission,
        "programme": about.programme,
        "sub_pillar": about.sub_pillar,
        "owner": about.owner,
        "date": about.date,
        "respondents": str(len(rows)),
        "respondent_group": about.group,
        "users": about.users,
        "statements": statements(rows),
        "evidence": list(about.evidence),
    }
    return {name: value for name, value in made.items() if value}


def statements(rows: Rows) -> list[dict[str, Value]]:
    """Return number, mean and distribution of each statement, as text."""
    return [
        {
            "number": str(number),
            "mean": str(half_up(mean(counts), DECIMALS)),
            "distribution": [str(count) for count in counts],
        }
        for number, counts in enumerate(distributions(rows), start=1)
    ]


def mean(counts: list[int]) -> Decimal:
    """Return the mean of a distribution of at least one answer."""
    points = sum(choice * count for choice, count in enumerate(counts))
    return Decimal(points) / sum(counts)


_TITLES = {
    "owner": "Perangkat daerah",
    "date": "Tanggal",
    "respondents": "Responden",
    "respondent_group": "Kelompok responden",
    "users": "Pengguna layanan",
    "statements": "Jawaban",
    "evidence": "Eviden",
}


def differences(survey: Survey, wanted: Mapping[str, Value]) -> list[Difference]:
    """Return what the file says otherwise than the record; what it does not say stays."""
    before = _as_written(survey)
    found = []
    for name, title in _TITLES.items():
        if name == "statements":
            found += _of_statements(before, wanted)
        elif name in wanted and wanted[name] != before.get(name):
            told = _shown(before.get(name, "")), _shown(wanted[name])
            found.append(Difference(name, title, *told))
    return found


def changes(survey: Survey | None, wanted: Mapping[str, Value]) -> list[Change]:
    """Return what is to be done so that the record says what the file does."""
    if survey is None:
        return [New("surveys", wanted)]
    fields = dict.fromkeys(difference.field for difference in differences(survey, wanted))
    return [Put("surveys", survey.id, (name,), wanted[name]) for name in fields]


def _as_written(survey: Survey) -> dict[str, Value]:
    """Return the fields of a record that a file can say something of."""
    made: dict[str, Value] = {
        "owner": survey.owner,
        "date": str(survey.date) if survey.date else "",
        "respondents": str(survey.respondents),
        "respondent_group": survey.respondent_group or "",
        "users": "" if survey.users is None else str(survey.users),
        "statements": [
            {
                "number": str(one.number),
                "mean": str(half_up(one.mean, DECIMALS)),
                "distribution": [str(count) for count in one.distribution],
            }
            for one in survey.statements
        ],
        "evidence": list(survey.evidence),
    }
    return made


def _of_statements(before: Mapping[str, Value], wanted: Mapping[str, Value]) -> list[Difference]:
    then, now = _lines(before["statements"]), _lines(wanted["statements"])
    return [
        Difference("statements", f"Pernyataan {number}", then.get(number, ""), now.get(number, ""))
        for number in sorted(then.keys() | now.keys())
        if then.get(number) != now.get(number)
    ]


def _lines(value: Value) -> dict[str, str]:
    """Return mean and distribution of each statement in a line, by its number."""
    made = {}
    for one in value:
        if isinstance(one, Mapping):
            mean_, counts = one["mean"], " ".join(map(str, one["distribution"]))
            made[str(one["number"])] = f"{str(mean_).replace('.', ',')} ({counts})"
    return made


def _shown(value: Value) -> str:
    return value if isinstance(value, str) else ", ".join(map(str, value))
