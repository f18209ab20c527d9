"""Every scalar stays text with its place, and what is refused is refused at its place."""

import pytest
import yaml

from scmaster.diagnostics import Severity
from scmaster.source import reader

pytestmark = pytest.mark.usefixtures("loader")

LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
)
CHAIN = "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, reader.DEEPEST + 1))


def read(text):
    return reader.read(text if isinstance(text, bytes) else text.encode(), "f.yaml")


def said(found):
    return [(d.code, f"{d.span.line}:{d.span.column}+{d.span.width}") for d in found]


def test_scalars_stay_text():
    text = "{a: 64.10, b: 0812345, c: 12:30, d: no, e: 1.000, f: 2024-12-31, g: 'null'}"
    node, found = read(text)

    assert found == []
    assert node.plain() == {
        "a": "64.10",
        "b": "0812345",
        "c": "12:30",
        "d": "no",
        "e": "1.000",
        "f": "2024-12-31",
        "g": "null",
    }


def test_nothing_written_is_nothing():
    node, found = read("a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: Null\n")

    assert found == []
    assert node.plain() == {"a": None, "b": None, "c": None, "d": "", "e": "null", "f": "Null"}


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places(bom, end):
    """BOM and CRLF are Notepad's; they move nothing."""
    lines = [
        "# kota",
        "city:",
        "  name: Kota Balikpapan  # komentar",
        '  motto: "Gawi Manuntung"',
        "  note: Kota é di",
        "    tepi Teluk",
        "  text: |-",
        "    satu",
        "  list: [dlh, 'dinas']",
        "  none:",
        "  again: &n x",
        "  same: *n",
    ]
    node, found = read(bom + end.join([*lines, ""]))
    city = node.value["city"]

    def place(span):
        return lines[span.line - 1][span.column - 1 : span.column - 1 + span.width]

    assert found == []
    assert {key: place(span) for key, span in city.keys.items()} == {k: k for k in city.value}
    assert {key: place(child.span) for key, child in city.value.items()} == {
        "name": "Kota Balikpapan",
        "motto": '"Gawi Manuntung"',
        "note": "Kota é di",
        "text": "|-",
        "list": "[",
        "none": "",
        "again": "&n x",
        "same": "*n",
    }
    assert [place(child.span) for child in city.value["list"].value] == ["dlh", "'dinas'"]
    assert (city.span.line, city.span.column, city.span.width) == (3, 3, 1)
    assert city.value["text"].value == "satu"
    assert city.value["note"].value == "Kota é di tepi Teluk"


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("SCM003", "", "1:1+1"),
        ("SCM003", "# kosong\n", "1:1+1"),
        ("SCM003", "--- ~\n", "1:1+1"),
        ("SCM004", LAUGHS, "4:45+3"),
        ("SCM004", f"a: &a '{'x' * 500_000}'\nb: [*a, *a, *a]", "2:9+2"),
        ("SCM005", "[" * 100_000, f"1:{reader.DEEPEST + 1}+1"),
        ("SCM005", f"a0: &a0 x\n{CHAIN}", f"{reader.DEEPEST}:12+4"),
        ("SCM006", "a: \x1b[2J", "1:4+1"),
        ("SCM006", 'a: b\nc: "x\\e[2J"', "2:4+8"),
        ("SCM006", 'a: b\n"x\\0": 1', "2:1+5"),
        ("SCM006", "a: \ue000", "1:4+1"),
        ("SCM006", "a: \U000f0000", "1:4+1"),
        ("SCM006", "a: b\r\nc: d\u2028", "2:5+1"),
        ("SCM006", "a: x\u202ey", "1:5+1"),
        ("SCM006", "a: Jum\ufffdat", "1:7+1"),
        ("SCM006", "a: 1\n\ufeffb: 2", "2:1+1"),
        ("SCM007", b"a: b\r\nc: Jalan \x93kota\x94", "2:10+1"),
        ("SCM007", b"\xef\xbb\xbfa: \xff", "1:4+1"),
        ("SCM007", "a: Jalan\n".encode("utf-16"), "1:1+1"),
        ("SCM007", "a: Jalan\n".encode("utf-16-le"), "1:1+1"),
        ("SCM007", "a: Jalan\n".encode("utf-16-be"), "1:1+1"),
        ("SCM007", b"PK\x03\x04xlsx", "1:1+1"),
        ("SCM007", b"%PDF-1.7\n", "1:1+1"),
        ("SCM010", "a: 1\n--- \nb: 2", "2:1+3"),
        ("SCM012", "{[a]: b}", "1:2+1"),
        ("SCM012", "? {a: b}\n: c", "1:3+1"),
        ("SCM012", "a: {{ b }}", "1:5+1"),
        ("SCM012", ": b", "1:1+1"),
        ("SCM012", "~: b", "1:1+1"),
        ("SCM012", "a: &a x\n*a : b", "2:1+1"),
        ("SCM014", "a: *nobody", "1:4+7"),
        ("SCM014", "a: &a [*a]", "1:8+2"),
    ],
)
def test_refused(code, text, place):
    node, found = read(text)

    assert node is None
    assert said(found) == [(code, place)]
    assert (found[0].severity is Severity.NOTE) is (code == "SCM003")


@pytest.mark.parametrize(
    ("text", "said_", "plain"),
    [
        ("a: 1\nb: 2\na: 3\n", [("SCM002", "3:1+1")], {"a": "1", "b": "2"}),
        ('{a: 1, "a": 2}', [("SCM002", "1:8+3")], {"a": "1"}),
        ("a: !x 1", [("SCM011", "1:4+2")], {"a": "1"}),
        ("a: !!python/name:os.system ''", [("SCM011", "1:4+23")], {"a": ""}),
        ("a: !!map {b: c}", [("SCM011", "1:4+5")], {"a": {"b": "c"}}),
        ("!!str a: b", [("SCM011", "1:1+5")], {"a": "b"}),
        ("a: ! x", [("SCM011", "1:4+1")], {"a": "x"}),
        ("<<: {a: 1}\nb: 2", [("SCM013", "1:1+2")], {"b": "2"}),
    ],
)
def test_said_and_read_on(text, said_, plain):
    """A slip that leaves the rest readable does not hide the rest."""
    node, found = read(text)

    assert said(found) == said_
    assert node.plain() == plain


def test_a_duplicate_shows_the_first():
    _, found = read("a: 1\nb: 2\na: 3\n")

    assert [(r.span.line, r.span.column) for r in found[0].related] == [(1, 1)]


def test_a_quoted_merge_key_is_a_name_like_any_other():
    node, found = read("'<<': 1")

    assert (found, node.plain()) == ([], {"<<": "1"})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a: \x93kota\x94", ["0x93", "Windows-1252", "'“'"]),
        (b"a: Jos\xe9", ["0xE9", "Windows-1252", "'é'"]),
        ("a: b".encode("utf-16"), ["UTF-16"]),
        (b"\xd0\xcf\x11\xe0", ["Word"]),
    ],
)
def test_the_encoding_is_guessed_for_the_hint(data, words):
    _, (diagnostic,) = read(data)

    assert [word for word in words if word not in diagnostic.message] == []
    assert diagnostic.hint


@pytest.mark.parametrize(("most", "codes"), [(6, []), (5, ["SCM004"])])
def test_aliases_are_welcome_up_to_a_bound(monkeypatch, most, codes):
    """The list is three nodes; each alias repeats all three."""
    monkeypatch.setattr(reader, "MOST_REPEATED", most)
    _, found = read("{a: &a [x, y], b: *a, c: *a}")

    assert [d.code for d in found] == codes


@pytest.mark.parametrize(("extra", "codes"), [(0, []), (1, ["SCM005"])])
def test_depth_up_to_a_bound(extra, codes):
    depth = reader.DEEPEST + extra
    _, found = read("[" * depth + "]" * depth)

    assert [d.code for d in found] == codes


@pytest.mark.parametrize(("most", "codes"), [(6, []), (5, ["SCM008"])])
def test_nodes_up_to_a_bound(monkeypatch, most, codes):
    monkeypatch.setattr(reader, "MOST_NODES", most)
    _, found = read("{a: 1, b: [2]}")

    assert [d.code for d in found] == codes


def test_an_alias_stands_where_it_is_written():
    node, _ = read("a: &a {k: v}\nb: *a\n")

    assert node.value["b"].plain() == {"k": "v"}
    assert (node.value["b"].span.line, node.value["b"].span.column) == (2, 4)
    assert node.value["b"].keys["k"].line == 1


def test_nobody_writes_into_what_scalars_share():
    read("a: name:x\nb:\n  name:x\nc: [1]\n")

    assert reader._NO_KEYS == {}


def test_both_loaders_are_told_apart(loader):
    """The fixture would be worth nothing if it always gave the same one."""
    assert reader.LOADER is getattr(yaml, loader)
    assert yaml.CSafeLoader is not yaml.SafeLoader
