"""How the questions of one instrument go on in another."""

from datetime import date
from pathlib import Path

import pytest

from scmaster import pipeline
from scmaster.assess.counterparts import counterparts
from scmaster.diagnostics import Span

GROUP = "    groups: [{{id: satu, name: Satu, weight: 100, questions: [{}]}}]\n"
HEAD = """\
  - id: {}
    name: Instrumen
    issuer: Kementerian
    year: 2024
    family: {}
    edition: pilar-uji
    status: official
    scale: {{minimum: 1, maximum: 4}}
"""
PILLARS = (
    "pillars: [{id: pilar-uji, name: Edisi, status: official,"
    " pillars: [{id: living, name: Smart Living}]}]\n"
)


def question(name, code, aliases=""):
    also = f", aliases: [{aliases}]" if aliases else ""
    return f"{{id: {name}, code: '{code}', text: A, status: official{also}}}"


def known(old, new, families=("komdigi", "komdigi"), rows=""):
    text = PILLARS + "instruments:\n"
    for name, family, own in zip(("lama", "baru"), families, (old, new), strict=True):
        text += HEAD.format(name, family) + GROUP.format(", ".join(own))
    if rows:
        text += (
            "crosswalks: [{id: padanan, name: P, from_instrument: lama, to_instrument: baru,"
            f" rows: [{rows}]}}]\n"
        )
    city = "city: {id: uji, name: Uji, kind: kota, province: K, region_code: '64.71'}\n"
    case = pipeline.understand(
        [("kota.yaml", city.encode())],
        [("pilar.yaml", text.encode())],
        [],
        Span("k", 1, 1),
        on=date(2025, 1, 15),
    )
    assert [d for d in case.told if d.severity == "error"] == []
    frames = case.dossier.frameworks
    return counterparts(frames, frames.instruments["lama"], frames.instruments["baru"])


def test_the_same_id_is_the_same_question_within_a_family():
    found = known([question("A", 1), question("B", 2)], [question("A", 9), question("C", 2)])

    assert found.taken == {"A": "A"}
    assert found.lost == ["B"]


def test_the_same_id_in_another_family_is_another_question():
    found = known([question("A", 1)], [question("A", 1)], families=("spbe", "pemdi"))

    assert found.taken == {}
    assert found.lost == ["A"]


def test_only_an_equal_row_of_a_crosswalk_takes_an_answer_along():
    rows = ", ".join(
        f"{{from_node: {a}, to_node: {b}, relation: {how}, basis: proposal}}"
        for a, b, how in [("A", "X", "equal"), ("B", "X", "partial"), ("B", "Y", "supporting")]
    )
    old = [question(name, n) for n, name in enumerate("ABC")]
    found = known(old, [question("X", 1), question("Y", 2)], ("spbe", "pemdi"), rows)

    assert found.taken == {"A": "X"}
    assert found.partly == {"B": ["X", "Y"]}
    assert found.lost == ["C"]


def test_a_code_of_the_other_edition_counts_where_one_question_alone_has_it():
    old = [
        question("A", "1.1", "{instrument: baru, code: '2.1'}"),
        question("B", "1.2", "{instrument: baru, code: '2.2'}"),
        question("C", "1.3"),
        question("D", "1.4"),
    ]
    new = [
        question("P", "2.1"),
        question("Q", "2.2"),
        question("R", "2.2"),
        question("S", "2.4", "{instrument: lama, code: '1.3'}"),
    ]
    found = known(old, new)

    assert found.taken == {"A": "P", "C": "S"}
    assert found.lost == ["B", "D"]


def test_a_question_takes_the_place_of_one_only():
    old = [
        question("A", "1", "{instrument: baru, code: '9'}"),
        question("B", "2", "{instrument: baru, code: '9'}"),
    ]
    found = known(old, [question("P", "9")])

    assert found.taken == {"A": "P"}
    assert found.lost == ["B"]


@pytest.mark.parametrize(
    ("old", "new", "taken", "lost"),
    [
        ("komdigi-2023-kppn-ikn", "komdigi-2023-regular", 111, 6),
        ("komdigi-2022-early-phase", "komdigi-2023-kppn-ikn", 55, 4),
        ("spbe-permenpanrb-59-2020", "pemdi-permenpanrb-8-2026", 0, 2),
    ],
)
def test_shipped_instruments(old, new, taken, lost):
    frames, _ = pipeline.frameworks(Path("nowhere"))
    found = counterparts(frames, frames.instruments[old], frames.instruments[new])

    assert len(found.taken) == taken
    assert len(found.lost) == lost
    assert len(set(found.taken.values())) == taken
