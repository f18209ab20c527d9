"""Where a position stands, in files that are whole and in files that are being typed."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from scmaster.language import completion, hover, spot
from scmaster.language.spot import Side
from scmaster.link import Dossier, Frameworks
from scmaster.model.sections import CITY_SECTIONS
from scmaster.source import reader
from scmaster.source.lines import split

ROOT = Path(__file__).parent.parent.parent
FILES = [*sorted(ROOT.glob("cities/*/*.yaml")), *sorted(ROOT.glob("pillars/*.yaml"))]


def keys(node, path=()):
    """Yield every key of a file with the keys that lead to it, as the reader has them."""
    if isinstance(node.value, dict):
        for key, span in node.keys.items():
            yield path, key, span
            yield from keys(node.value[key], (*path, key))
    elif isinstance(node.value, list):
        for item in node.value:
            yield from keys(item, path)


def words(node, path=()):
    """Yield every word of one row that is a value, likewise."""
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from words(child, (*path, key))
    elif isinstance(node.value, list):
        for item in node.value:
            yield from words(item, path)
    elif node.value and node.span.width <= len(node.value) + 2 and "\n" not in node.value:
        yield path, node.value, node.span


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.name}")
def test_it_says_of_every_key_and_word_what_the_reader_says(path):
    text = path.read_text("utf-8")
    lines = split(text)
    root, _ = reader.read(text.encode(), path.name)
    seen = 0
    for above, key, span in keys(root):
        found = spot.at(lines, span.line - 1, span.column - 1)
        assert (found.path, found.side, found.word) == (above, Side.KEY, key), span
        seen += 1
    for above, word, span in words(root):
        if lines[span.line - 1][span.column - 1 : span.column + span.width - 1] == word:
            found = spot.at(lines, span.line - 1, span.column + span.width - 2)
            assert (found.path, found.word) == (above, word), span
            assert (found.start, found.end) == (span.column - 1, span.column - 1 + span.width)
            seen += 1

    assert seen > 20


def here(text):
    """The spot at the mark `|` of a text."""
    lines = text.split("\n")
    row = next(i for i, line in enumerate(lines) if "|" in line)
    column = lines[row].index("|")
    lines[row] = lines[row].replace("|", "", 1)
    return spot.at(lines, row, column)


HALF = [
    ("prog|", (), Side.BARE, "prog"),
    ("programmes:\n  - id: a\n    own|", ("programmes",), Side.BARE, "own"),
    ("programmes:\n  - id: a\n    |", ("programmes",), Side.BARE, ""),
    ("programmes:\n  - |", ("programmes",), Side.BARE, ""),
    ("programmes:\n  - i|", ("programmes",), Side.BARE, "i"),
    ("programmes:\n- i|", ("programmes",), Side.BARE, "i"),
    ("programmes:\n  - id: a\n    owner: |", ("programmes", "owner"), Side.VALUE, ""),
    (
        "programmes:\n  - id: a\n    owner: disk|\n  - id",
        ("programmes", "owner"),
        Side.VALUE,
        "disk",
    ),
    ("programmes:\n  - id: a\n    owner: 'di|", ("programmes", "owner"), Side.VALUE, "'di"),
    ("programmes:\n  - sources: [a, |", ("programmes", "sources"), Side.VALUE, ""),
    ("programmes:\n  - sources: [a, s|]", ("programmes", "sources"), Side.VALUE, "s"),
    ("programmes:\n  - sources:\n      [a,\n       b|", ("programmes", "sources"), Side.VALUE, "b"),
    ("programmes:\n  - sources:\n      - s|", ("programmes", "sources"), Side.BARE, "s"),
    ("programmes:\n  - sources:\n    - s|", ("programmes", "sources"), Side.BARE, "s"),
    (
        "programmes:\n  - budgets:\n      - {year: 2024, fu|}",
        ("programmes", "budgets"),
        Side.BARE,
        "fu",
    ),
    (
        "programmes:\n  - budgets:\n      - {year: 2024, funding: ap|}",
        ("programmes", "budgets", "funding"),
        Side.VALUE,
        "ap",
    ),
    ("a: [{b: {c: |", ("a", "b", "c"), Side.VALUE, ""),
    ("a:\n  b:  # di bawah\n    c|", ("a", "b"), Side.BARE, "c"),
    ("a:\n  b: &x\n    c: d|", ("a", "b", "c"), Side.VALUE, "d"),
]


@pytest.mark.parametrize(("text", "path", "side", "word"), HALF)
def test_it_knows_where_it_is_while_somebody_types(text, path, side, word):
    found = here(text)

    assert (found.path, found.side, found.word) == (path, side, word)


@pytest.mark.parametrize(
    "text",
    [
        "# prog|",
        "a: b  # kom|entar",
        "programmes:\n  - note: >-\n      Teks tentang pem|ilik",
        "programmes:\n  - note: >-\n      owner: di|sk",
        "programmes:\n  - note: Teks yang panjang\n      dan own|er",
        "programmes:\n  - sources: [a\n  ]|",
        "x" * 6000 + "|",
    ],
)
def test_in_a_comment_or_a_longer_text_there_is_nothing_to_say(text):
    assert here(text) is None


def test_a_position_beyond_the_text_is_nowhere():
    assert spot.at(["a: b"], 5, 0) is None
    assert spot.at([], 0, 0) is None
    assert spot.at(["a: b"], 0, 99).word == "b"


def test_it_knows_the_fields_beside_it_and_around_it():
    found = here(
        "results:\n  - id: h\n    submission: s-1\n    scores:\n"
        "      - {node: baseline, sc|}\n    note: x\n  - id: i\n    text: bukan\n"
    )

    assert found.beside == {"node": "baseline"}
    assert found.around["submission"] == "s-1"
    assert found.around["note"] == "x"
    assert "text" not in found.around


def test_what_stands_beside_is_of_the_same_record_only():
    text = (
        "opd:\n  - id: a\n    name: A\n  - id: b\n    na|\n    kind: dinas\n  - id: c\n    note: x"
    )

    assert here(text).beside == {"id": "b", "kind": "dinas"}


SAMPLE = (ROOT / "cities" / "balikpapan" / "kota.yaml").read_text("utf-8")[:4000]
LETTERS = some.text(some.sampled_from("\n\t \"'[]{},:#&*|>-ab😀"), max_size=12)


@given(some.integers(0, 3999), some.integers(0, 40), LETTERS, some.integers(0, 200))
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_it_answers(where, taken, typed, column):
    """And what it points at lies in the row, around the position."""
    text = SAMPLE[:where] + typed + SAMPLE[where + taken :]
    lines = split(text)
    row = text[:where].count("\n")
    found = spot.at(lines, row, column)

    if found is not None:
        assert found.row == row
        assert 0 <= found.start <= found.end <= len(lines[row])
        nothing = Dossier({}, Frameworks(), {})
        hover.about(found, CITY_SECTIONS, nothing)
        completion.offers(found, CITY_SECTIONS, nothing)
