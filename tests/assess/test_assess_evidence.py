import pytest

from scmaster.assess.evidence import foretells, speaks_of
from scmaster.model.evidence import Evidence
from scmaster.model.values import Period, parse_date

YEAR = Period(parse_date("2024"), parse_date("2024"))


@pytest.mark.parametrize(
    ("fields", "speaks"),
    [
        ({}, None),
        ({"date": "2024-11-30"}, True),
        ({"date": "2022-11-30"}, False),
        ({"date": "2025-01-10", "period": "2024"}, True),
        ({"date": "2024-01-10", "period": "2023"}, False),
        ({"date": "2022", "valid_until": "2024-03"}, True),
        ({"date": "2022", "valid_until": "2023-03"}, False),
        ({"date": "2025-02", "valid_until": "2026"}, False),
        ({"date": "2018", "kind": "perwali"}, True),
        ({"date": "2025", "kind": "perwali"}, False),
        ({"date": "2018", "kind": "sk", "valid_until": "2022"}, False),
        ({"date": "2018", "kind": "sk", "period": "2018/2022"}, False),
    ],
)
def test_speaks_of_a_year(fields, speaks):
    evidence = Evidence.model_validate({"id": "e", "title": "E", "kind": "laporan"} | fields)
    assert speaks_of(evidence, YEAR) is speaks


@pytest.mark.parametrize(
    ("kind", "date", "period", "wrong"),
    [
        ("laporan", "2023-12", "2024", True),
        ("laporan", "2024", "2024-06", False),
        ("laporan", "2025-01", "2024", False),
        ("rencana_aksi", "2023-12", "2024", False),
        ("perwali", "2023-12", "2024", False),
    ],
)
def test_a_report_does_not_foretell(kind, date, period, wrong):
    fields = {"id": "e", "title": "E", "kind": kind, "date": date, "period": period}
    assert foretells(Evidence.model_validate(fields)) is wrong
