"""Every published result comes out of the instrument that is shipped for it, and a slip shows.

The rows are those of `pillars/published/`; what else is printed of a result (its grade, its
exact value) the files in `official/` hold, and each says where.
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
HALF_A_CENT, CENT = Decimal("0.005"), Decimal("0.01")
CENT_AND_A_HALF = Decimal("0.015")  # the ministry's totals of 2022 differ from their own parts
SLIP = Decimal("0.05")


class Printed(NamedTuple):
    """A result as it is printed: what of its parts, and the final score."""

    name: str
    instrument: str
    parts: dict[str, str]
    final: str
    within: Decimal = HALF_A_CENT


def table(name):
    """Read a published table as it is printed: every figure is text."""
    return yaml.load((OFFICIAL / name).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506


@pytest.fixture(scope="module")
def instruments():
    frameworks, found = pipeline.frameworks(ROOT)
    assert found == []
    return frameworks.instruments


def printed():
    for row in published():
        if "scores" in row:
            within = CENT_AND_A_HALF if row["year"] == "2022" else HALF_A_CENT
            yield Printed(row["id"], row["instrument"], parts_of(row), row["final"], within)
    row = table("aceh-tengah-2026.yaml")
    yield Printed("aceh-tengah-2026", row["instrument"], row["dimensions"], row["final"])


def published():
    for path in sorted((ROOT / "pillars" / "published").glob("*.yaml")):
        yield from yaml.load(path.read_text("utf-8"), yaml.BaseLoader)["published"]  # noqa: S506


def parts_of(row):
    return {score["node"]: score["score"] for score in row["scores"]}


PRINTED = list(printed())
MALANG_2022, MALANG_2023 = (
    next(row for row in PRINTED if row.name == f"komdigi-{year}-kab-malang")
    for year in (2022, 2023)
)
ACEH = next(row for row in PRINTED if row.name == "aceh-tengah-2026")


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


@pytest.mark.parametrize(
    ("name", "weights"),
    [
        ("komdigi-2022-early-phase", [10, 20, 30, 10, 30]),
        ("komdigi-2023-kppn-ikn", [10, 20, 20, 20, 20, 10]),
        ("komdigi-2023-regular", [10, 20, 30, 20, 20]),
    ],
)
def test_the_instrument_has_the_weights_that_are_printed_with_the_table(name, weights, instruments):
    assert [group.weight for group in instruments[name].groups] == weights


def test_the_table_would_not_come_out_with_the_weights_of_the_other_cohort(instruments):
    """The test above can fail: for most cities other weights give another score."""
    regular = instruments["komdigi-2023-regular"]
    of_ikn = [row for row in PRINTED if row.instrument == "komdigi-2023-kppn-ikn"]
    made = [score(regular, decimals(row.parts))[regular.id] for row in of_ikn]

    assert len(of_ikn) == 11
    assert (
        sum(abs(a - Decimal(row.final)) > row.within for a, row in zip(made, of_ikn, strict=True))
        >= 8
    )


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
    ("row", "city", "year", "asked", "given"),
    [
        (MALANG_2022, "Kabupaten Malang", 2022, 59, ()),
        (MALANG_2023, "Kabupaten Malang", 2023, 63, ("impact",)),
        (ACEH, "Kabupaten Aceh Tengah", 2026, 20, ()),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_from_the_scores_of_the_items_to_the_final_score(  # noqa: PLR0913, PLR0917
    row, city, year, asked, given, instruments
):
    """Of Malang 2023 the 54 items of the survey are not known: that dimension is given."""
    chosen = instruments[row.instrument]
    known = observed(chosen, city, year)
    made = score(chosen, known | decimals({name: row.parts[name] for name in given}))

    assert len(known) == asked
    for dimension, value in row.parts.items():
        assert abs(made[dimension] - Decimal(value)) <= Decimal("0.005"), dimension
    assert abs(made[chosen.id] - Decimal(row.final)) <= CENT


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
    chosen = instruments[MALANG_2022.instrument]
    items = {name: str(value) for name, value in observed(chosen, "Kabupaten Malang", 2022).items()}
    right = MALANG_2022._replace(parts=MALANG_2022.parts | items)

    assert off([right]) == []
    for dimension, value in MALANG_2022.parts.items():
        wrong = right._replace(parts=right.parts | {dimension: slipped(value, by)})
        assert f"      - {{node: {dimension}, score: {slipped(value, by)}}}" in off([wrong])
