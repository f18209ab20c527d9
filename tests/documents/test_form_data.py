"""What a form may be filled with: nothing hoped for as reached, nothing closed shown."""

from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from small_city import small

from scmaster.passages import forms
from scmaster.passages.form_data import Register
from scmaster.passages.form_subject import lacks

HERE = Path(__file__).parent


def written(value, indent=0):
    """Write the data one line a name, so that a person can read it."""
    pad = "  " * indent
    for field in fields(value):
        inside = getattr(value, field.name)
        if isinstance(inside, Register):
            yield f"{pad}{field.name}:"
            for name in inside.names():
                yield f"{pad}  {name}:"
                yield from written(inside[name], indent + 2)
        elif is_dataclass(inside) and not hasattr(inside, "first"):
            yield f"{pad}{field.name}:"
            yield from written(inside, indent + 1)
        elif isinstance(inside, list):
            yield f"{pad}{field.name}: {' // '.join(inside) if inside else '[]'}"
        else:
            yield f"{pad}{field.name}: {inside}"


def test_all_there_is_for_a_form(golden):
    data = forms.data(small((HERE / "kota.yaml").read_text("utf-8")))

    golden("contoh-borang/data.txt", "\n".join(written(data)) + "\n")


FACT = (
    "city: {{id: uji, name: Kota Uji, kind: kota, province: B, region_code: '64.99', facts: [{0}]}}"
)


def facts(*written_):
    made = forms.data(small(FACT.format(", ".join(written_)), without=("city",)))
    return made.facts


def test_of_several_figures_the_newest_that_nothing_disputes_is_used():
    old = "{name: a, value: 1, as_of: 2022, source: sumber-uji}"
    new = "{name: a, value: 2, as_of: 2024, source: sumber-uji}"
    other = "{name: a, value: 3, as_of: 2024, source: sumber-uji}"
    chosen = "{name: a, value: 3, as_of: 2024, source: sumber-uji, preferred: ya, reason: b}"

    assert facts(new, old)["a"].value == 2
    assert facts(old, new, other)["a"].value == 1
    assert facts(new, other)["a"].value is None
    assert facts(new, chosen)["a"].value == 3


def test_a_promise_is_no_value():
    fact = facts("{name: a, value: 9, as_of: 2024, status: target, source: sumber-uji}")["a"]

    assert fact.value is None
    assert "target" in fact.text


def test_a_figure_that_is_not_there_is_unknown():
    assert facts("{name: a, note: belum dihitung}")["a"].value is None
    assert facts("{name: a, value: 1}")["b"] is None


def test_what_is_closed_says_when_it_is_shown():
    data = forms.data(
        small(
            "evidence: [{id: ev-a, title: A, kind: audit, number: '1', date: 2024, file: a.pdf,"
            " classification: rahasia}]"
        )
    )
    piece = data.evidence["ev-a"]

    assert {piece.number, piece.date, piece.period, piece.address} == {
        "diperlihatkan saat visitasi"
    }


def test_every_question_has_its_place_whether_answered_or_not():
    answers = forms.data(small()).answers

    assert (len(answers), answers["BAS.01"].state) == (6, "belum dijawab")
    with pytest.raises(KeyError):
        answers["BAS.99"]


def test_without_a_city_there_is_nothing():
    case = small(without=("city",))
    with pytest.raises(ValueError, match="no city"):
        forms.data(case)
    assert lacks(None, case) == "bagian city belum terbaca"
