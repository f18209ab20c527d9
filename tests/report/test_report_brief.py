"""One line a diagnostic, and the documented expression takes every line apart again."""

import re

from findings import FINDINGS
from hypothesis import given
from hypothesis import strategies as st

from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.report import brief

DOCUMENTED = re.compile(re.search(r"(?m)^    (\^.*\$)$", brief.__doc__)[1])
FILES = ["a.yaml", "C:/Kota Saya/opd: 2.yaml", "a:1:2.yaml", "12:3", "ké/ö.yaml", "a: error b.yaml"]


def test_the_page(golden):
    golden("report/brief.txt", brief.report(FINDINGS) + "\n")


def test_nothing_found_is_nothing_written():
    assert brief.report([]) == ""


@given(
    file=st.sampled_from(FILES),
    place=st.tuples(st.integers(1, 10**6), st.integers(1, 10**4)),
    severity=st.sampled_from(Severity),
    code=st.from_regex(r"SCM[0-9]{3}", fullmatch=True).filter(str.isascii),
    message=st.text(min_size=1),
)
def test_the_documented_expression_takes_it_apart(file, place, severity, code, message):
    found = Diagnostic(code, severity, Span(file, *place, 7), message, "petunjuk")
    (written,) = brief.report([found]).split("\n")
    match = DOCUMENTED.fullmatch(written)

    assert match is not None
    assert match.groupdict() == {
        "file": file,
        "line": str(place[0]),
        "column": str(place[1]),
        "severity": severity,
        "code": code,
        "message": " ".join(message.split()),
    }
