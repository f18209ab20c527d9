"""Every scalar stays text, and no file, however hostile, ends in a traceback."""

import pytest
import yaml

from scmaster.source import reader


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def loader(request, monkeypatch):
    """All of this holds with libyaml and without it."""
    monkeypatch.setattr(reader, "LOADER", getattr(yaml, request.param))


def test_scalars_stay_text():
    text = "{a: 64.10, b: 0812345, c: 12:30, d: no, e: 1.000, f: 2024-12-31, g: 'null'}"
    node, found = reader.read(text.encode(), "f.yaml")

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
