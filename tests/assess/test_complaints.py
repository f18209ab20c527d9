"""What assessors complain of: shipped as data, named by a city, each example with its source."""

from datetime import date
from pathlib import Path

import pytest

from scmaster import pipeline
from scmaster.diagnostics import Span
from scmaster.link import questions
from scmaster.model.city import Source
from scmaster.model.evaluation import Recommendation

ROOT = Path(__file__).parent.parent.parent

PILLARS = b"""\
complaints:
  - id: no-legal-basis
    name: Tanpa dasar hukum
    text: Masterplan belum ditetapkan.
    family: komdigi
    status: inferred
    examples: [{city: Kota A, year: 2023, text: Belum ada perwali., source: s}]
sources: [{id: s, title: Laporan, tier: document}]
"""
CITY = """\
city: {{id: kota-uji, name: Kota Uji, kind: kota, province: Kaltim, region_code: "64.71"}}
submissions: [{{id: ev-2023, year: 2023, stage: tunggal, state: final}}]
recommendations:
  - {{id: rek-1, submission: ev-2023, number: 1, text: Tetapkan., theme: {theme}, status: open}}
"""


@pytest.fixture(scope="module")
def frameworks():
    return pipeline.frameworks(ROOT)[0]


def test_every_example_has_a_source_on_record(frameworks):
    examples = [e for complaint in frameworks.complaints.values() for e in complaint.examples]

    assert len(frameworks.complaints) == 23
    assert all(isinstance(frameworks.sources[e.source], Source) for e in examples)
    assert len({(e.city, e.year, e.text) for e in examples}) > 30


def test_which_question_it_bears_on_is_ours_and_said_so(frameworks):
    known = {name for i in frameworks.instruments.values() for name in questions(i)}
    for complaint in frameworks.complaints.values():
        assert complaint.status == "inferred"
        assert set(complaint.questions) <= known
        assert len(set(complaint.questions)) == len(complaint.questions)
        assert not (complaint.every_question and complaint.questions)


def test_a_survey_complaint_bears_on_every_question_that_a_survey_answers(frameworks):
    asked = questions(frameworks.instruments["komdigi-2023-kppn-ikn"])
    surveyed = [name for name, question in asked.items() if question.kind == "survey_mean"]

    assert frameworks.complaints["survey-respondent"].questions == surveyed
    assert frameworks.complaints["survey-plausibility"].questions == surveyed


def test_the_themes_of_the_cities_are_complaints(frameworks):
    folder = ROOT / "cities" / "balikpapan"
    case = pipeline.understand_city(folder, ROOT, on=date(2026, 11, 23))
    themes = [r.theme for r in case.dossier.of(Recommendation).values() if r.theme]

    assert len(themes) == 11
    assert set(themes) <= set(frameworks.complaints)


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ("no-legal-basis", []),
        ("no-legal-bases", [("SCM206", "keluhan asesor 'no-legal-bases' tidak ada")]),
        ("payung-hukum", [("SCM206", "keluhan asesor 'payung-hukum' tidak ada")]),
    ],
)
def test_a_theme_that_is_no_complaint_is_said(theme, said):
    city = [("kota.yaml", CITY.format(theme=theme).encode())]
    shared = [("pillars.yaml", PILLARS)]
    case = pipeline.understand(city, shared, [], Span("kota", 1, 1), on=date(2025, 1, 1))
    found = [(d.code, d.message) for d in case.diagnostics if d.code < "SCM3"]

    assert found == said


def test_a_complaint_about_a_question_that_nobody_asks_is_said():
    text = PILLARS.replace(b"    status:", b"    questions: [BAS.99]\n    status:", 1)
    case = pipeline.understand(
        [("kota.yaml", CITY.format(theme="no-legal-basis").encode())],
        [("pillars.yaml", text)],
        [],
        Span("kota", 1, 1),
        on=date(2025, 1, 1),
    )

    assert ("SCM204", "'BAS.99' tidak ada di instrumen mana pun") in [
        (d.code, d.message) for d in case.diagnostics
    ]
