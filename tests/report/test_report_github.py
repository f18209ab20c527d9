"""Workflow commands: what a city wrote can neither end one nor begin another."""

import re

from findings import FINDINGS
from hypothesis import given, settings
from hypothesis import strategies as st

from scmaster.diagnostics import Diagnostic, Related, Severity, Span
from scmaster.report import github


def test_the_page(golden):
    golden("report/github.txt", github.report(FINDINGS) + "\n")


def test_nothing_found_is_nothing_written():
    assert github.report([]) == ""


def test_special_characters_are_escaped_as_the_toolkit_does():
    span = Span("cities/a, b: c%.yaml", 1, 2, 3)
    found = Diagnostic("SCM001", Severity.NOTE, span, "50%, satu: dua\r\n::error::x")

    assert github.report([found]) == (
        "::notice file=cities/a%2C b%3A c%25.yaml,line=1,col=2,endLine=1,endColumn=5,"
        "title=SCM001::50%25, satu: dua%0D%0A::error::x"
    )


def test_the_worst_come_first_for_only_ten_of_a_kind_are_shown():
    kinds = [line.split()[0] for line in github.report(FINDINGS).splitlines()]

    assert kinds == sorted(kinds, key=["::error", "::warning", "::notice"].index)
    assert set(kinds) == {"::error", "::warning", "::notice"}


def unescaped(text):
    """Read a value as the runner does."""
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


texts = st.text(st.sampled_from(list("a%:,\r\n 0AD32C5=")), max_size=12)


@settings(max_examples=60)
@given(file=texts, message=texts, hint=texts, other=texts)
def test_the_runner_reads_back_what_was_said(file, message, hint, other):
    span = Span(file, 3, 4, 5)
    related = (Related(Span("b.yaml", 1, 1), other),)
    found = Diagnostic("SCM202", Severity.ERROR, span, message, hint, related)
    written = github.report([found])

    match = re.fullmatch(r"::error file=([^,:]*),line=3,col=4,[^:]*?title=SCM202::(.*)", written)
    assert match, written
    assert unescaped(match[1]) == file
    hinted = f"\nPetunjuk: {hint}" if hint else ""
    assert unescaped(match[2]) == f"{message}{hinted}\nLihat b.yaml:1:1: {other}"
