"""JUnit: red exactly where the command is, and XML whatever a city has written."""

from pathlib import Path

from findings import FINDINGS
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.report import junit

SCHEMA = etree.XMLSchema(file=str(Path(__file__).parent / "schemas" / "junit-10.xsd"))


def read(text):
    return etree.fromstring(text.encode())


def valid(text):
    return SCHEMA.validate(read(text))


def test_the_page(golden):
    golden("report/junit.xml", junit.report(FINDINGS) + "\n")


def test_it_keeps_to_the_schema_and_the_schema_bites():
    written = junit.report(FINDINGS)

    assert valid(written)
    assert valid(junit.report([]))
    assert not valid(written.replace('errors="0"', ""))


def failed(text):
    return [
        case.get("name").split()[0]
        for case in read(text).iter("testcase")
        if case.find("failure") is not None
    ]


def test_only_what_fails_the_command_is_a_failed_case():
    errors = [d.code for d in FINDINGS if d.severity is Severity.ERROR]
    strictly = {Severity.ERROR, Severity.WARNING}

    assert failed(junit.report(FINDINGS)) == errors
    assert failed(junit.report(FINDINGS, strictly)) == [
        d.code for d in FINDINGS if d.severity in strictly
    ]


def test_the_counts_are_those_of_the_cases():
    root = read(junit.report(FINDINGS))

    for suite in root:
        assert int(suite.get("tests")) == len(suite)
        assert int(suite.get("failures")) == len(suite.findall("*/failure"))
        assert int(suite.get("skipped")) == len(suite.findall("*/skipped"))


def test_nothing_found_is_one_case_that_passed():
    (suite,) = read(junit.report([]))

    assert [len(case) for case in suite] == [0]
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")


@settings(max_examples=60)
@given(message=st.text(min_size=1), file=st.text(min_size=1))
def test_whatever_the_text_it_is_xml(message, file):
    found = Diagnostic("SCM001", Severity.ERROR, Span(file, 1, 1), message, message)

    assert valid(junit.report([found]))
