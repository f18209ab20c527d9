"""The sheet of questions that an office owes, the most worth first."""

from scmaster.assess.case import Case
from scmaster.assess.missing import WORDS, Gap
from scmaster.assess.owed import Owed
from scmaster.assess.standing import State
from scmaster.assess.worth import Step
from scmaster.indonesian import number
from scmaster.passages import requests
from scmaster.requests import choices
from scmaster.requests.building import Line, Plan, field, within
from scmaster.requests.form import Column, Fresh, Inside, Kind, Path, Target
from scmaster.requests.showing import at_issue

KEY, PART = "answers", "answer"
_FIGURE = ("value", "unit", "as_of")
_INDEX = (*_FIGURE, "issuer")
FIELDS: dict[str, tuple[str, ...]] = {
    "level": (),
    "count": _FIGURE,
    "percent": ("numerator", "denominator", *_INDEX),
    "index": _INDEX,
    "external": _INDEX,
    "boolean": (),
    "survey_mean": ("value", "as_of"),
    "narrative": (),
}
"""By the kind of a question: what is filled in beside fact and analysis."""
_ALWAYS = ("fact", "analysis")


_COLUMNS = (
    Column("question", "Pertanyaan", width=34),
    Column("state", "Keadaan dan yang diminta", width=30),
    field(
        PART,
        ("numerator",),
        "Pembilang",
        "Banyaknya yang memenuhi, misalnya 36 dari 40.",
        Kind.NUMBER,
    ),
    field(PART, ("denominator",), "Penyebut", "Banyaknya seluruhnya, misalnya 40.", Kind.NUMBER),
    field(
        PART,
        ("measure", "value"),
        "Nilai",
        "Angka jawaban: jumlah, nilai indeks, rata-rata survei, atau persentase.",
        Kind.NUMBER,
    ),
    field(PART, ("measure", "unit"), "Satuan", "Satuan angka itu, misalnya rapat atau titik."),
    field(
        PART,
        ("measure", "as_of"),
        "Keadaan per",
        "Tanggal, bulan, atau tahun keadaan angka itu.",
        Kind.PERIOD,
    ),
    field(
        PART,
        ("issuer",),
        "Penerbit angka",
        "Bila angkanya diterbitkan lembaga lain, misalnya Badan Pusat Statistik.",
        width=14,
    ),
    field(
        PART,
        ("fact",),
        "Fakta",
        "Satu kalimat: apa yang ada atau dikerjakan, oleh siapa, kapan. Bila memang belum ada,"
        " tulis belum ada.",
        Kind.LONG,
    ),
    field(
        PART,
        ("analysis",),
        "Analisis",
        "Satu kalimat: apa artinya bagi pertanyaan ini, dan apa yang masih kurang.",
        Kind.LONG,
    ),
)
_EXAMPLE = {
    "question": "Berapa persen perangkat daerah yang memakai naskah dinas elektronik?",
    "state": "Belum dijawab.\nJawaban: pembilang, penyebut, dan tanggal keadaannya.",
    "numerator": "36",
    "denominator": "40",
    "value": "90",
    "unit": "persen",
    "as_of": "31 Desember 2024",
    "issuer": "",
    "fact": "36 dari 40 perangkat daerah memakai naskah dinas elektronik pada akhir 2024.",
    "analysis": "Empat yang belum adalah kelurahan tanpa jaringan; targetnya selesai 2025.",
}


def plan(case: Case, theirs: Owed) -> Plan:
    """Return the sheet of the questions that an office owes."""
    owner = field(
        PART,
        ("owner",),
        "Perangkat daerah yang menjawab",
        "Perangkat daerah yang memegang jawabannya.",
        Kind.CHOICE,
        choices=choices.offices(case),
    )
    return Plan(
        KEY,
        "Jawaban",
        "Pertanyaan instrumen yang belum terjawab atau belum terbukti; yang paling bernilai di"
        " atas.",
        [*_COLUMNS, owner],
        _EXAMPLE,
        [_line(case, theirs, gap, step) for gap, step in theirs.questions],
        len(theirs.questions),
    )


def _line(case: Case, theirs: Owed, gap: Gap, step: Step | None) -> Line:
    question, answer = gap.standing.question, gap.standing.answer
    target: Target
    if answer is not None:
        target = Inside("answers", answer.id)
    else:
        given: list[tuple[Path, str]] = [(("question",), question.id)]
        given += [(("submission",), case.submission.id)] if case.submission else []
        given += [(("owner",), theirs.opd.id)] if theirs.opd else []
        target = Fresh("answers", tuple(given))
    wanted = {*FIELDS[question.kind], *_ALWAYS}
    cells: dict[str, str | None] = {
        "question": within(question.text),
        "state": within(_state(gap, step)),
    }
    cells |= {
        column.key: at_issue(answer, column.path) for column in _COLUMNS if column.key in wanted
    }
    if theirs.opd is None:
        cells["owner"] = at_issue(answer, ("owner",))
    return Line(question.id, {PART: target}, cells)


def _state(gap: Gap, step: Step | None) -> str:
    """Say how far a question is, what is there, what answers and proves it, and its worth."""
    standing, question = gap.standing, gap.standing.question
    state = WORDS[standing.state]
    said = [f"{state[:1].upper()}{state[1:]}."]
    if standing.state is State.SUPPORTED:
        titles = "; ".join(dict.fromkeys(evidence.title for _, evidence in standing.claims))
        said.append(f"Yang sudah ada: {titles}.")
    if standing.state is State.UNANSWERED:
        said.append(f"Jawaban: {requests.ANSWERS[question.kind]}.")
    if standing.carried is not None and standing.carried.fact:
        said.append(f"Jawaban terdahulu, untuk disesuaikan: {standing.carried.fact}")
    if question.upload:
        said.append(requests.evidence_of(question))
    if step:
        said.append(f"Simulasi: +{number(step.worth, 4)}.")
    return "\n".join(said)
