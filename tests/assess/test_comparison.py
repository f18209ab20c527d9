"""A rank is one among the known of the same instrument and year, and nobody counts twice."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from scmaster import pipeline
from scmaster.assess import cohort
from scmaster.assess.cohort import Official, Rank
from scmaster.assess.comparison import compare
from scmaster.diagnostics import Span

ROOT = Path(__file__).parents[2]
SHARED = [(str(p), p.read_bytes()) for p in sorted((ROOT / "pillars").rglob("*.yaml"))]
IKN = "komdigi-2023-kppn-ikn"


@pytest.fixture(scope="module")
def instruments():
    return pipeline.frameworks(ROOT)[0].instruments


@pytest.fixture(scope="module")
def cases():
    folders = [ROOT / "cities" / name for name in ("balikpapan", "samarinda")]
    return [pipeline.understand_city(folder, ROOT, on=date(2026, 11, 23)) for folder in folders]


def official(instrument, city, final, **changes):
    made = Official(
        city=city,
        year=2023,
        family="komdigi",
        instrument=instrument,
        submission=None,
        status="official",
        scores={},
        final=None if final is None else Decimal(final),
        improvement=None,
        rank=None,
        rank_of=None,
    )
    return replace(made, **changes)


def printed(node):
    """Read the table anew: the scores of the cohort that are not those of the absent."""
    path = ROOT / "pillars" / "published" / "komdigi-2023-tahap-2.yaml"
    rows = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)["published"]  # noqa: S506
    made = {}
    for row in rows:
        if row["instrument"] == IKN:
            known = {s["node"]: s["score"] for s in row["scores"]} | {"final": row["final"]}
            if Decimal(known[node]):
                made[row["city"]] = Decimal(known[node])
    return made


def test_the_ranks_of_both_cities_are_those_of_the_table(cases):
    year, spbe = compare(cases, 2023).years

    assert spbe.family == "spbe"  # a table of its own: its scale is another

    assert [row.id for row in year.dimensions] == [
        "baseline",
        "output",
        "outcome",
        "impact",
        "quick_win",
        "collaboration",
    ]
    for row in (*year.dimensions, year.final):
        known = printed(row.id)
        for case, cell in zip(cases, row.cells, strict=True):
            mine = known[case.dossier.city.name]
            place = sorted(known.values(), reverse=True).index(mine) + 1
            assert (cell.score, cell.rank.place, cell.rank.known) == (mine, place, len(known))
    assert year.final.cells[0].rank == Rank(3, 11, Decimal("1.16"), Decimal("3.84"))


def test_a_computed_score_has_no_rank_and_no_year_is_left_out(cases):
    made = compare(cases)
    of_2022 = next(y for y in made.years if (y.year, y.family) == (2022, "komdigi"))

    assert [cell.score for cell in of_2022.final.cells] == [Decimal("3.10"), Decimal("3.30")]
    assert [cell.rank for cell in of_2022.final.cells] == [None, None]
    assert (of_2022.officials[0].rank, of_2022.officials[0].status) == (40, "derived")
    assert {(y.year, y.family) for y in made.years}.isdisjoint(made.silent)
    assert (2024, "komdigi") in made.silent  # though SPBE's index of that year is known


def test_equal_scores_share_a_place(instruments):
    chosen = instruments[IKN]
    mine = official(chosen, "Kota A", "3.00")
    known = [
        official(chosen, name, final) for name, final in [("B", "3.00"), ("C", "2"), ("D", "4")]
    ]

    assert cohort.rank(mine, None, known) == Rank(2, 4, Decimal(2), Decimal(4))


def test_who_does_not_count(instruments):
    chosen = instruments[IKN]
    mine = official(chosen, "Kab. Malang", "3.00")
    one = official(chosen, "Kota B", "2.00")
    others = [
        official(chosen, "Kota C", "4", year=2024),
        official(instruments["komdigi-2023-regular"], "Kota D", "4"),
        official(None, "Kota E", "4"),
        official(chosen, "Kota F", "4", status="derived"),
        official(chosen, "Kota G", "0"),
        official(chosen, "Kota H", None),
        official(chosen, "kabupaten  Malang", "4"),
        official(chosen, "Kota B", "4"),
    ]

    assert cohort.rank(mine, None, [one, *others]) == Rank(1, 2, Decimal(2), Decimal(3))


def test_who_has_no_rank(instruments):
    chosen = instruments[IKN]
    known = [official(chosen, "Kota B", "2.00")]

    assert cohort.rank(official(chosen, "A", "3"), None, []) is None
    assert cohort.rank(official(None, "A", "3"), None, known) is None
    assert cohort.rank(official(chosen, "A", "3", status="derived"), None, known) is None
    assert cohort.rank(official(chosen, "A", "0"), None, known) is None
    assert cohort.rank(official(chosen, "A", "3"), "output", known) is None


# -- published rows are checked like a city's own ---------------------------------------------

ROW = """\
published:
  - id: terbit
    instrument: {instrument}
    year: 2023
    city: Kota Lain
    status: official
    scores:
      - {{node: {node}, score: {score}}}
    final: 3.00
"""
CITY = "city: {id: uji, name: Uji, kind: kota, province: A, region_code: '64.71'}\n"


def said(**changes):
    row = ROW.format(**({"instrument": IKN, "node": "output", "score": "3.00"} | changes))
    shared = [*SHARED, ("terbit.yaml", row.encode())]
    case = pipeline.understand(
        [("kota.yaml", CITY.encode())], shared, [], Span("uji", 1, 1), on=date(2026, 1, 1)
    )
    return [(d.code, d.span.line) for d in case.diagnostics if d.span.file == "terbit.yaml"]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"instrument": "komdigi-2032"}, [("SCM206", 3)]),
        ({"node": "keluaran"}, [("SCM204", 8)]),
        ({"score": "30"}, [("SCM526", 8)]),
        ({"node": "KOL.GOV"}, []),
    ],
)
def test_a_slip_in_a_published_row_has_its_line(changes, found):
    assert said(**changes) == found


def test_what_is_shipped_has_no_finding():
    case = pipeline.understand(
        [("kota.yaml", CITY.encode())], SHARED, [], Span("uji", 1, 1), on=date(2026, 1, 1)
    )

    assert [d for d in case.diagnostics if "published" in d.span.file] == []
