"""An exception silences one code in one record until its day, and is itself checked."""

from datetime import date

import pytest

from scmaster import pipeline
from scmaster.diagnostics import Span

CITY = """\
city: {id: uji, name: Kota Uji, kind: kota, province: Kaltim, region_code: "64.71"}
indicators:
  - {id: ind-a, name: A, unit: unit}
  - {id: ind-b, name: B, unit: unit}
"""
WAIVER = """\
waivers:
  - {id: w-1, code: SCM319, record: ind-a, reason: A, accepted_by: Sekda, until: 2025-06}
"""


def case(waiver, on=date(2025, 1, 1)):
    files = [("kota.yaml", CITY.encode()), ("w.yaml", waiver.encode())]
    return pipeline.understand(files, [], [], Span("kota", 1, 1), on=on)


def places(case, code):
    return [str(d.span) for d in case.diagnostics if d.code == code]


def test_without_it_both_are_found():
    assert len(places(case("waivers: []"), "SCM319")) == 2


def test_it_silences_its_code_in_its_record_and_nothing_else():
    before, after = case("waivers: []"), case(WAIVER)

    assert [p.split(":")[1] for p in places(after, "SCM319")] == ["4"]
    assert places(after, "SCM321") == places(before, "SCM321")
    assert [(w.waiver.id, w.diagnostic.code) for w in after.waived] == [("w-1", "SCM319")]
    assert places(after, "SCM390") == places(after, "SCM391") == []


@pytest.mark.parametrize(("on", "silent"), [(date(2025, 6, 30), True), (date(2025, 7, 1), False)])
def test_it_holds_to_its_last_day(on, silent):
    made = case(WAIVER, on)

    assert len(places(made, "SCM319")) == (1 if silent else 2)
    assert places(made, "SCM391") == ([] if silent else ["w.yaml:2:82"])


@pytest.mark.parametrize(
    ("before", "after"), [("SCM319", "SCM701"), ("record: ind-a", "record: uji")]
)
def test_one_that_matches_nothing_is_reported(before, after):
    made = case(WAIVER.replace(before, after))

    assert places(made, "SCM390") == ["w.yaml:2:21"]
    assert len(places(made, "SCM319")) == 2


def test_a_slip_in_a_file_cannot_be_excepted():
    wrong = WAIVER.replace("SCM319", "SCM201") + "programmes: [{id: ind-c, name: A, owner: x}]\n"
    wrong = wrong.replace("record: ind-a", "record: ind-c")
    made = case(wrong)

    assert len(places(made, "SCM201")) == 1
    assert made.waived == ()


def test_nor_can_the_finding_that_an_exception_matches_nothing():
    made = case(WAIVER.replace("SCM319", "SCM390").replace("record: ind-a", "record: w-1"))

    assert len(places(made, "SCM390")) == 1
