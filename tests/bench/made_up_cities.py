"""Makes cities that do not exist, in the shape of the two that do: for measuring only.

`python tests/bench/made_up_cities.py FOLDER [COUNT]`. Each says in its name, its province and the
title of its submission that it is made up; its figures are drawn with a fixed seed. Not one of them
is to be mistaken for a city, nor to stand in `cities/`.
"""

import random
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
MODELS = ("balikpapan", "samarinda")
COUNT = 514
"""As many as there are kabupaten and kota in Indonesia."""
PROVINCES = 38
SEED = 1
WEIGHTS = {
    "baseline": 10,
    "output": 20,
    "outcome": 20,
    "impact": 20,
    "quick_win": 20,
    "collaboration": 10,
}
"""Of the dimensions of 2023."""
_INSTRUMENT = ROOT / "pillars" / "instruments" / "komdigi-2023-kppn-ikn.yaml"
_SUBMISSION = {"balikpapan": "evaluasi-2025", "samarinda": "evaluasi-2023-tahap-2"}
_PROOF = """  - id: ev-rekaan-{n}
    title: Eviden rekaan {n}
    kind: laporan
    date: {year}-06-30
    period: {year}
    opd: diskominfo
    url: https://rekaan.invalid/{n}.pdf
"""
_CLAIM = """  - id: klaim-rekaan-{n}
    evidence: ev-rekaan-{n}
    supports: [{question}]
    submission: {submission}
    role: primary
    pages: "1-2"
"""
_ANSWER = """  - id: jaw-rekaan-{n}
    submission: {submission}
    question: {question}
    self_score: {score}
    fact: Jawaban rekaan.
    owner: diskominfo
"""


def make(folder: Path, count: int = COUNT) -> list[Path]:
    """Write that many cities into a folder and return theirs."""
    chance = random.Random(SEED)  # noqa: S311  (nothing is to be kept secret)
    models = {
        name: {
            p.name: p.read_text("utf-8") for p in sorted((ROOT / "cities" / name).glob("*.yaml"))
        }
        for name in MODELS
    }
    asked = re.findall(r"(?m)^ +- id: ([A-Z][A-Z0-9.]+)$", _INSTRUMENT.read_text("utf-8"))
    made = []
    for number in range(1, count + 1):
        own = folder / f"rekaan-{number:03}"
        own.mkdir(parents=True)
        model = MODELS[number % len(MODELS)]
        for name, text in models[model].items():
            (own / name).write_text(_like(text, model, number, chance), "utf-8")
        answered = set(re.findall(r"(?m)^    question: (\S+)$", models[model]["jawaban.yaml"]))
        rest = [question for question in asked if question not in answered]
        (own / "rekaan.yaml").write_text(_more(_SUBMISSION[model], rest, chance), "utf-8")
        made.append(own)
    return made


def _like(text: str, model: str, number: int, chance: random.Random) -> str:
    """Return a file as another city might have written it."""
    told = text.replace(model.capitalize(), f"Rekaan-{number:03}")
    told = re.sub(r"(?m)^(  - id: )" + model + "$", rf"\1rekaan-{number:03}", told)
    told = re.sub(
        r"(?m)^(    province:).*$", rf"\1 Provinsi Rekaan {number % PROVINCES + 1:02}", told
    )
    told = told.replace("title: Evaluasi implementasi", "title: (REKAAN) Evaluasi implementasi")
    return _scored(told, chance)


def _scored(text: str, chance: random.Random) -> str:
    """Draw the scores of 2023: the total follows from its parts, the year before from both."""
    place = text.find("- id: hasil-2023")
    if place < 0:
        return text
    before, own = text[:place], text[place:]
    drawn = {name: round(chance.uniform(1.2, 4), 2) for name in WEIGHTS}
    final = round(sum(drawn[name] * weight for name, weight in WEIGHTS.items()) / 100, 2)
    gain = round(chance.uniform(-0.4, 0.6), 2)
    for name, score in drawn.items():
        own = re.sub(rf"(node: {name}, score:) [0-9.]+", rf"\1 {score:.2f}", own, count=1)
    own = re.sub(r"(    final:) [0-9.]+", rf"\1 {final:.2f}", own, count=1)
    own = re.sub(r"(    improvement:) [-0-9.]+", rf"\1 {gain:.2f}", own, count=1)
    head, mark, derived = before.partition("- id: hasil-2022-turunan")
    derived = re.sub(r"(    final:) [0-9.]+", rf"\1 {final - gain:.2f}", derived, count=1)
    return f"{head}{mark}{derived}{own}"


def _more(submission: str, asked: list[str], chance: random.Random) -> str:
    """Answer a share of the questions, and prove a share of those: no two cities are alike."""
    answers, claims, proofs = [], [], []
    share, proven, year = chance.random(), chance.random(), re.findall(r"\d+", submission)[0]
    for n, question in enumerate(asked):
        known = {"n": n, "submission": submission, "question": question, "year": year}
        if chance.random() < share:
            answers.append(_ANSWER.format(score=chance.randint(1, 4), **known))
            if chance.random() < proven:
                claims.append(_CLAIM.format(**known))
                proofs.append(_PROOF.format(**known))
    parts = {"answers": answers, "claims": claims, "evidence": proofs}
    return (
        "".join(f"{name}:\n{''.join(rows)}" for name, rows in parts.items() if rows)
        or "answers: []\n"
    )


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else COUNT)
