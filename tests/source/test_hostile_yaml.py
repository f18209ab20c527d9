"""Files made to hurt: one diagnostic, little memory, no traceback.

No test here takes the time; what would hang or end the process fails on its own.
"""

import tracemalloc

import pytest
import yaml

from scmaster.source import decoding, reader

MEGABYTE = 1024**2


def cost(data):
    """Return what the reader says and the most memory it took beside the data itself."""
    tracemalloc.start()
    try:
        node, found = reader.read(data, "f.yaml")
        return node, [d.code for d in found], tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("SCM005", b"[" * 10_000),
        ("SCM005", b"{a: " * 10_000),
        ("SCM005", b"[{a: " * 10_000),
        ("SCM005", b"- " * 10_000),
        ("SCM005", "\n".join(" " * n + "a:" for n in range(2_000)).encode()),
        ("SCM005", "\n".join(" " * n + "- a:" for n in range(0, 4_000, 2)).encode()),
        ("SCM012", b"{" * 10_000),
        ("SCM012", b"? " * 10_000),
        ("SCM012", b"- ? " * 10_000),
        ("SCM006", bytes(range(1, 128)) * 100),
        ("SCM007", bytes(range(256)) * 100),
        ("SCM007", b"\x89PNG\r\n\x1a\n" + bytes(1000)),
        ("SCM006", b"\0" * 1000),
        ("SCM022", b'a: "' + b"x\n" * 100_000),
        ("SCM027", b"a: [" + b"x,\n" * 10_000),
        ("SCM001", b"a: b: c " * 20_000),
        ("SCM001", b"a:" + b" " * 500_000 + b"b: c"),
        ("SCM001", b"? " + b"'" * 100_001),
    ],
)
@pytest.mark.usefixtures("loader")
def test_one_diagnostic_and_little_memory(code, data):
    node, codes, peak = cost(data)

    assert node is None
    assert codes == [code]
    assert peak < 30 * MEGABYTE


def test_fifty_megabytes_are_refused_unread():
    """Before decoding: not a megabyte is spent on it."""
    _, codes, peak = cost(b"a: b\n" * (10 * MEGABYTE))

    assert codes == ["SCM008"]
    assert peak < MEGABYTE


def test_the_bound_on_memory_bites(monkeypatch):
    """Without the limit the same measure sees the megabytes."""
    monkeypatch.setattr(decoding, "LARGEST", 100 * MEGABYTE)
    _, codes, peak = cost(b"\0" + b"a: b\n" * (2 * MEGABYTE))

    assert codes == ["SCM006"]
    assert peak > MEGABYTE


MANY = b"[" + b"[]," * 100_000 + b"]"


def test_nodes_are_bounded_in_memory(monkeypatch):
    monkeypatch.setattr(reader, "MOST_NODES", 10_000)
    _, codes, peak = cost(MANY)

    assert codes == ["SCM008"]
    assert peak < 10 * MEGABYTE


def test_the_bound_on_nodes_bites():
    node, codes, peak = cost(MANY)

    assert (len(node.value), codes) == (100_000, [])
    assert peak > 10 * MEGABYTE


@pytest.mark.usefixtures("loader")
def test_an_alias_bomb_is_cheap():
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 40)
    )
    _, codes, peak = cost(bomb.encode())

    assert codes == ["SCM004"]
    assert peak < 5 * MEGABYTE


def test_a_line_of_megabytes_full_of_suspicions():
    """Looking around each of them along the whole line would never end."""
    flow = "{" + ", ".join(f"k{n}:v" for n in range(100_000)) + "}"
    tags = "[" + ", ".join("!x y" for n in range(20_000)) + "]"

    assert len(reader.read(flow.encode(), "f")[0].value) == 100_000
    assert {d.code for d in reader.read(tags.encode(), "f")[1]} == {"SCM011"}


def test_deep_nesting_would_end_pyyaml_itself():
    """Why the composer is ours: PyYAML's own calls itself once a level."""
    with pytest.raises(RecursionError):
        yaml.compose("[" * 10_000 + "]" * 10_000, Loader=yaml.SafeLoader)
