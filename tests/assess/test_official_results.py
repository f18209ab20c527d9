"""Every published result comes out of the instrument that is shipped for it, and a slip shows.

What the files in `official/` hold is printed somewhere, and each says where.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from scmaster import pipeline
from scmaster.assess.scoring import band, score
from scmaster.diagnostics import Span
from scmaster.indonesian import half_up
from scmaster.link import questions

ROOT = Path(__file__).parents[2]
OFFICIAL = Path(__file__).parent / "official"
SHARED = [(str(p), p.read_bytes()) for p in sorted((ROOT / "pillars").rglob("*.yaml"))]
HERE = Span("kota", 1, 1)
COHORTS = {"KPPN&IKN": "komdigi-2023-kppn-ikn", "Reguler": "komdigi-2023-regular"}
DIMENSIONS = ("baseline", "output", "outcome", "impact", "quick_win", "collaboration")
CENT = Decimal("0.01")
CENT_AND_A_HALF = Decimal("0.015")  # the ministry's totals of 2022 differ from their own parts
SLIP = Decimal("0.05")


class Printed(NamedTuple):
    """A result as it is printed: what of its parts, and the final score."""

    name: str
    instrument: str
    parts: dict[str, str]
    final: str
    within: Decimal = CENT


def table(name):
    """Read a published table as it is printed: every figure is text."""
    return yaml.load((OFFICIAL / name).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506


@pytest.fixture(scope="module")
def instruments():
    frameworks, found = pipeline.frameworks(ROOT)
    assert found == []
    return frameworks.instruments


def printed():
    for row in table("komdigi-2023-tahap-2.yaml")["rows"]:
        parts = dict(zip(DIMENSIONS, row["scores"], strict=False))
        yield Printed(f"{row['city']} 2023", COHORTS[row["cohort"]], parts, row["final"])
    malang = table("malang-2022.yaml")
    yield Printed(
        "Kab. Malang 2022",
        "komdigi-2022-early-phase",
        malang["dimensions"],
        malang["final"],
        CENT_AND_A_HALF,
    )
    for name in ("kediri-2022", "jambi-2024", "aceh-tengah-2026"):
        row = table(f"{name}.yaml")
        within = CENT_AND_A_HALF if name.endswith("2022") else CENT
        yield Printed(name, row["instrument"], row["dimensions"], row["final"], within)


PRINTED = list(printed())


def decimals(parts):
    return {name: Decimal(value) for name, value in parts.items()}


def observed(instrument, city, year):
    return {
        question.id: seen.score
        for question in questions(instrument).values()
        for seen in question.observed
        if (seen.city, seen.year) == (city, year)
    }


@pytest.mark.parametrize("row", PRINTED, ids=lambda row: row.name)
def test_every_printed_final_score_comes_out_of_its_shipped_instrument(row, instruments):
    chosen = instruments[row.instrument]
    made = score(chosen, decimals(row.parts))

    assert set(row.parts) == {group.id for group in chosen.groups}
    assert abs(made[chosen.id] - Decimal(row.final)) <= row.within


def test_there_is_something_to_recompute():
    assert len(PRINTED) == 23
    assert {row.instrument for row in PRINTED} == {
        "komdigi-2022-early-phase",
        "komdigi-2022-regular",
        "komdigi-2023-kppn-ikn",
        "komdigi-2023-regular",
        "komdigi-2024",
        "pemdi-permenpanrb-8-2026",
    }


@pytest.mark.parametrize(
    ("name", "instrument", "city", "year", "asked"),
    [
        ("malang-2022.yaml", "komdigi-2022-early-phase", "Kabupaten Malang", 2022, 59),
        ("malang-2023.yaml", "komdigi-2023-kppn-ikn", "Kabupaten Malang", 2023, 63),
        (
            "aceh-tengah-2026.yaml",
            "pemdi-permenpanrb-8-2026",
            "Kabupaten Aceh Tengah",
            2026,
            20,
        ),
    ],
)
def test_from_the_scores_of_the_items_to_the_final_score(  # noqa: PLR0913, PLR0917
    name, instrument, city, year, asked, instruments
):
    """Of Malang 2023 the 54 items of the survey are not known: that dimension is given."""
    chosen, result = instruments[instrument], table(name)
    known = observed(chosen, city, year)
    made = score(chosen, known | decimals(result.get("given", {})))

    assert len(known) == asked
    for dimension, value in result["dimensions"].items():
        assert abs(made[dimension] - Decimal(value)) <= Decimal("0.005"), dimension
    assert abs(made[chosen.id] - Decimal(result["final"])) <= CENT


def test_pemdi_is_exact_and_prints_two_decimals(instruments):
    chosen, result = instruments["pemdi-permenpanrb-8-2026"], table("aceh-tengah-2026.yaml")
    exact = Decimal(result["exact"])

    for known in (
        decimals(result["dimensions"]),
        observed(chosen, "Kabupaten Aceh Tengah", 2026),
    ):
        assert score(chosen, known)[chosen.id] == exact
    assert str(half_up(exact, 2)) == result["final"]


@pytest.mark.parametrize("name", ["aceh-tengah-2025.yaml", "aceh-tengah-2026.yaml"])
def test_the_grade_that_was_given_comes_out(name, instruments):
    result = table(name)

    assert band(instruments[result["instrument"]], Decimal(result["final"])).name == result["grade"]


# -- a slip in a copied total is found --------------------------------------------------------


def written(rows):
    """Write results as a city would: one submission an instrument, the parts and the final."""
    used = sorted({row.instrument for row in rows})
    lines = ["city: {id: uji, name: Uji, kind: kota, province: A, region_code: '64.71'}"]
    lines += ["submissions:"]
    lines += [
        f"  - {{id: p-{name}, year: 2023, stage: tahap_2, state: draft, instrument: {name}}}"
        for name in used
    ]
    lines += ["results:"]
    for number, row in enumerate(rows):
        lines += [f"  - id: hasil-{number}", f"    submission: p-{row.instrument}"]
        lines += ["    status: official", "    scores:"]
        lines += [f"      - {{node: {node}, score: {value}}}" for node, value in row.parts.items()]
        lines += [f"    final: {row.final}"]
    return "\n".join(lines) + "\n"


def off(rows):
    """Return the text of each line that SCM510 points at."""
    text = written(rows)
    case = pipeline.understand(
        [("kota.yaml", text.encode())], SHARED, [], HERE, on=date(2026, 1, 1)
    )
    lines = text.splitlines()
    assert [d.message for d in case.diagnostics if d.code < "SCM300"] == []
    return [lines[d.span.line - 1] for d in case.diagnostics if d.code == "SCM510"]


def slipped(value, by):
    return str(Decimal(value) + by)


def test_no_printed_result_is_called_wrong():
    assert off(PRINTED) == []


@pytest.mark.parametrize("by", [SLIP, -SLIP])
def test_a_final_score_that_is_off_by_five_cents_is_found(by):
    wrong = [row._replace(final=slipped(row.final, by)) for row in PRINTED]

    assert off(wrong) == [f"    final: {row.final}" for row in wrong]


@pytest.mark.parametrize("by", [SLIP, -SLIP])
def test_a_dimension_that_is_off_by_five_cents_is_found_where_its_items_are_known(by, instruments):
    chosen, result = instruments["komdigi-2022-early-phase"], table("malang-2022.yaml")
    items = {name: str(value) for name, value in observed(chosen, "Kabupaten Malang", 2022).items()}
    right = Printed("", chosen.id, result["dimensions"] | items, result["final"])

    assert off([right]) == []
    for dimension, value in result["dimensions"].items():
        wrong = right._replace(parts=right.parts | {dimension: slipped(value, by)})
        assert f"      - {{node: {dimension}, score: {slipped(value, by)}}}" in off([wrong])
