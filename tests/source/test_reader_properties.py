"""Whatever is read: a node or a diagnostic, in the file, and the text that was written."""

import re

import pytest
import yaml
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from scmaster.diagnostics import Severity
from scmaster.source import reader
from scmaster.source.decoding import NOT_TEXT

pytestmark = pytest.mark.usefixtures("loader")

# The loader is chosen once a test, and every example may have the same.
relaxed = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)

PIECES = [
    *"\n\n\n  \t:-?,[]{}#&*!|>'\"%@`=<~",
    *["a", "b: ", "- ", "  ", ": ", "key:value", "x = y", "\n  ", "\n- ", "---\n", "...", "<<"],
    *["“", "”", "é", "\u00a0", "\\", "\\x", "\r\n", "&a", "*a", "null", "#x", "''", "!!str ", "\r"],
    *["🏙", "\u200b", "%YAML 1.1\n", "|2-\n", '"\n', "\ufeff", "-x", "[a, b]", "{a: b}", "? "],
]
yamlish = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)

text = st.text(st.characters(codec="utf-8"), max_size=30).filter(lambda t: not NOT_TEXT.search(t))
keys = text.filter(lambda t: t.isprintable() and not t.startswith("-"))
tame = st.text("abcXYZé 🏙0123456789.,()/'\n", max_size=120)
tame_keys = st.text("abcxyz_0123456789 é", max_size=12)


def documents(keys, values):
    return st.recursive(
        values,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
        max_leaves=12,
    )


styles = st.fixed_dictionaries(
    {
        "default_flow_style": st.booleans(),
        "width": st.sampled_from([20, 80, 1000]),
        "indent": st.sampled_from([2, 4]),
        "allow_unicode": st.booleans(),
        "line_break": st.sampled_from(["\n", "\r\n", "\r"]),
    }
)


def spans(node):
    yield node.span
    yield from node.keys.values()
    children = node.value.values() if isinstance(node.value, dict) else node.value
    for child in children if isinstance(children, (list, type({}.values()))) else ():
        yield from spans(child)


def check_places(node, found, source):
    lines = re.split(r"\r\n?|\n", source.removeprefix("\ufeff"))
    places = [d.span for d in found] + [r.span for d in found for r in d.related]
    for span in [*places, *(spans(node) if node else [])]:
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert span.width >= 1
        assert span.column + span.width - 1 <= max(len(lines[span.line - 1]), span.column)


@relaxed
@given(st.binary(max_size=200))
def test_any_bytes(data):
    node, found = reader.read(data, "f.yaml")

    assert node or found
    check_places(node, found, data.removeprefix(b"\xef\xbb\xbf").decode(errors="replace"))


@relaxed
@given(st.text(max_size=200))
def test_any_text(source):
    data = source.encode(errors="surrogatepass")
    node, found = reader.read(data, "f.yaml")

    assert node or found
    check_places(node, found, source)


@settings(relaxed, max_examples=500)
@given(yamlish)
@example("\u00a0")
@example("\r{a")
@example("? |")
@example("'a\\\n  \u200bb': ")
def test_anything_like_yaml(source):
    node, found = reader.read(source.encode(), "f.yaml")

    assert node or found
    check_places(node, found, source)
    if node is None:
        assert any(d.severity is Severity.ERROR or d.code == "SCM003" for d in found)


def base(value):
    """All-text semantics: BaseLoader's, but for the nothing that YAML calls null."""
    return yaml.load(value, Loader=yaml.BaseLoader)  # noqa: S506  (text and nothing else)


@settings(relaxed, max_examples=60)
@given(documents(keys, text), styles, st.sampled_from(["'", '"']))
def test_what_was_dumped_in_quotes_is_read(document, style, quote):
    source = yaml.safe_dump(document, default_style=quote, **style)
    check_document(document, source)


@settings(relaxed, max_examples=60)
@given(documents(tame_keys, tame), styles, st.sampled_from([None, "|", ">"]))
def test_what_was_dumped_plainly_is_read(document, style, scalar):
    source = yaml.safe_dump(document, default_style=scalar, **style)
    check_document(document, source)


def check_document(document, source):
    assume(base(source) == document)  # PyYAML folds '0\n 0' so that it does not read it back
    node, found = reader.read(source.encode(), "f.yaml")

    assert [d for d in found if d.severity is Severity.ERROR] == []
    assert node.plain() == document
    check_places(node, found, source)
    check_against_compose(node, yaml.compose(source, Loader=yaml.SafeLoader), source)


def check_against_compose(node, theirs, source):
    """PyYAML's own composer, slow and unbounded, saw every node at the same place."""
    mark = theirs.start_mark
    assert (node.span.line, node.span.column) == (mark.line + 1, mark.column + 1)
    if isinstance(theirs, yaml.ScalarNode):
        written = source[theirs.start_mark.index : theirs.end_mark.index]
        shown = re.split(r"\r\n?|\n", written)[0].rstrip()
        assert node.span.width == max(1, len(shown))
        if theirs.end_mark.line == mark.line:
            assert base(shown) == node.value
    elif isinstance(theirs, yaml.SequenceNode):
        for child, their_child in zip(node.value, theirs.value, strict=True):
            check_against_compose(child, their_child, source)
    else:
        pairs = zip(node.value.items(), theirs.value, strict=True)
        for (key, child), (their_key, their_child) in pairs:
            mark = their_key.start_mark
            assert key == their_key.value
            assert node.keys[key][1:3] == (mark.line + 1, mark.column + 1)
            check_against_compose(child, their_child, source)
