"""`evidence.links`: what is written is read again, what is broken is said with its line."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scmaster.assess.links import Link
from scmaster.evidence.links.file import read, text

OK = Link("ev-a", "https://a.example/x.pdf", "2026-11-23", "ok", "", "", "a" * 64, "2026-01-02")
MOVED = Link("ev-b", "https://a.example/y", "2026-11-23", "moved", "", "https://b.example/y")


def test_what_is_written_is_read_again_sorted():
    written = text({"ev-b": MOVED, "ev-a": OK})
    links, spans, found = read(written.encode(), "evidence.links")

    assert links == {"ev-a": OK, "ev-b": MOVED}
    assert (spans["ev-a"].line, spans["ev-b"].line, found) == (2, 3, [])


@pytest.mark.parametrize(
    "change",
    [
        {"state": "baik"},
        {"seen": "kemarin"},
        {"url": "file:///etc/passwd"},
        {"url": None},
        {"sha256": "a"},
        {"reason": "a\nb"},
        {"final": 3},
        {"asing": 1},
        {"record": "../x"},
    ],
)
def test_a_line_that_is_none_is_said_with_its_place(change):
    line = {"record": "ev-a", "url": OK.url, "seen": OK.seen, "state": "ok"} | change
    data = text({}) + json.dumps(line) + "\n"
    links, _, [found] = read(data.encode(), "evidence.links")

    assert links == {}
    assert (found.code, found.span.line) == ("SCM840", 2)


def test_one_record_has_one_line():
    once = text({"ev-a": OK})
    _, _, [found] = read((once + once.splitlines()[1]).encode(), "evidence.links")

    assert "tercatat dua kali" in found.message


@given(st.binary(max_size=200))
@settings(max_examples=30)
def test_whatever_stands_there_nothing_is_raised(data):
    read(data, "evidence.links")
    read(text({}).encode() + data, "evidence.links")
