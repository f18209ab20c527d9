"""JSON for programs: it parses, says its version, and loses nothing."""

import json

from findings import FINDINGS
from hypothesis import given
from hypothesis import strategies as st

from scmaster.diagnostics import Diagnostic, Related, Severity, Span
from scmaster.report import json as report


def test_the_page(golden):
    golden("report/report.json", report.report(FINDINGS) + "\n")


def test_nothing_found_is_still_an_object():
    assert json.loads(report.report([])) == {
        "version": 1,
        "summary": {"error": 0, "warning": 0, "note": 0},
        "diagnostics": [],
    }


spans = st.builds(Span, st.text(), st.integers(1), st.integers(1), st.integers(1))
diagnostics = st.builds(
    Diagnostic,
    st.from_regex(r"SCM[0-9]{3}", fullmatch=True),
    st.sampled_from(Severity),
    spans,
    st.text(),
    st.text(),
    st.lists(st.builds(Related, spans, st.text()), max_size=2).map(tuple),
)


def back(entry):
    """Make the diagnostic again from what was written of it."""

    def span(place):
        return Span(place["file"], place["line"], place["column"], place["width"])

    related = tuple(Related(span(other), other["message"]) for other in entry["related"])
    severity = Severity(entry["severity"])
    return Diagnostic(
        entry["code"], severity, span(entry), entry["message"], entry["hint"], related
    )


@given(found=st.lists(diagnostics, max_size=4))
def test_nothing_is_lost(found):
    content = json.loads(report.report(found))

    assert content["version"] == 1
    assert [back(entry) for entry in content["diagnostics"]] == found
    assert sum(content["summary"].values()) == len(found)
