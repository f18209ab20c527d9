import pytest

from scmaster.assess.conflicts import agree, conflicts, reporting_period, usable
from scmaster.model.masterplan import Indicator, Programme
from scmaster.model.measure import Measure
from scmaster.model.values import Period, parse_date


def programme(*figures):
    measures = [{"name": "Kamera", "unit": "kamera"} | figure for figure in figures]
    return Programme.model_validate({"id": "p", "name": "P", "measures": measures})


def indicator(*actuals, frequency="yearly"):
    data = {"id": "i", "name": "I", "unit": "unit", "frequency": frequency, "actuals": actuals}
    return Indicator.model_validate(data | {"actuals": list(actuals)})


def figure(value, as_of, **rest):
    return {"value": value, "as_of": as_of} | rest


def values(conflict):
    return [str(found.measure.value) for found in conflict.figures]


def time(text):
    start, _, end = text.partition("/")
    return Period(parse_date(start), parse_date(end or start))


@pytest.mark.parametrize(
    ("one", "other", "frequency", "same"),
    [
        ("2024-01", "2024-12-31", "yearly", True),
        ("2024", "2024-05", "yearly", True),
        ("2024-12", "2025-01", "yearly", False),
        ("2024-06", "2024-07", "semester", False),
        ("2024-07", "2024-12", "semester", True),
        ("2024-03-31", "2024-04-01", "quarterly", False),
        ("2024-04", "2024-06-30", "quarterly", True),
        ("2024-05-01", "2024-05-31", "monthly", True),
        ("2024", "2024-05", "monthly", False),
        ("2024", "2024", "monthly", True),
        ("2021/2023", "2022", "yearly", False),
    ],
)
def test_reporting_period(one, other, frequency, same):
    first, second = (reporting_period(time(text), frequency) for text in (one, other))
    assert (first == second) is same


def test_figures_that_touch_through_another_are_one_conflict():
    found = conflicts(
        programme(figure("10", "2025"), figure("5", "2025-04"), figure("7", "2025-10"))
    )
    assert [values(conflict) for conflict in found] == [["10", "5", "7"]]


def test_figures_of_other_times_names_and_units_do_not_conflict():
    record = programme(
        figure("10", "2024"),
        figure("11", "2025"),
        figure("12", "2024", unit="titik"),
        figure("13", "2024", name="Lampu"),
        figure("14", "2024", status="target"),
        {"value": "15"},
        {"as_of": "2024"},
    )
    assert conflicts(record) == []


def test_a_chosen_figure_needs_to_be_the_only_one():
    two = conflicts(
        indicator(figure("1", "2024", preferred="ya"), figure("2", "2024", preferred="ya"))
    )
    one = conflicts(indicator(figure("1", "2024"), figure("2", "2024", preferred="ya")))
    assert two[0].chosen is None
    assert one[0].chosen.measure.value == 2


def test_a_baseline_is_compared_with_the_actuals_of_its_year():
    record = Indicator.model_validate(
        {
            "id": "i",
            "name": "I",
            "unit": "unit",
            "baseline": figure("1", "2024"),
            "actuals": [figure("2", "2024-07"), figure("3", "2025")],
        }
    )
    assert [values(conflict) for conflict in conflicts(record)] == [["1", "2"]]


@pytest.mark.parametrize(
    "slip", [{"status": "target"}, {"unit": "ton"}, {"as_of": None}, {"value": None}]
)
def test_a_slip_in_the_chosen_figure_is_not_also_a_conflict(slip):
    chosen = figure("3", "2024", preferred="ya") | slip
    assert conflicts(indicator(figure("1", "2024"), figure("2", "2024"), chosen)) == []


def test_a_promise_beside_the_figures_settles_nothing():
    chosen = figure("3", "2024", preferred="ya", status="planned")
    others = [figure("1", "2025"), figure("2", "2025")]
    assert conflicts(programme(figure("1", "2024"), figure("2", "2024"), chosen)) == []
    assert len(conflicts(programme(chosen, *others))) == 1


def test_usable_leaves_out_what_is_disputed():
    actuals = [
        figure("1", "2023"),
        figure("2", "2024"),
        figure("3", "2024", preferred="ya"),
        figure("4", "2025"),
        figure("5", "2025"),
    ]
    kept = [str(found.measure.value) for _, found in usable(indicator(*actuals))]
    assert kept == ["1", "3"]


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ({"value": "5"}, {"value": "5.0"}, True),
        ({"value": "5"}, {"value": "6"}, False),
        ({"value": "205", "upper": "210"}, {"value": "207"}, True),
        ({"value": "205", "upper": "210"}, {"value": "210", "upper": "220"}, True),
        ({"value": "205", "upper": "210"}, {"value": "211"}, False),
        ({}, {"value": "211"}, True),
    ],
)
def test_agree(one, other, meet):
    first, second = Measure.model_validate(one), Measure.model_validate(other)
    assert agree(first, second) is meet
    assert agree(second, first) is meet
