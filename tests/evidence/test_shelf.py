"""What was read in originals is unpacked once, however many rules ask."""

import pytest

from scmaster.assess.originals import Contents, Original
from scmaster.evidence import shelf
from scmaster.evidence.store import Store

CONTENTS = Contents(pages=("satu", "dua"), cells={"Data": {"A1": "3"}}, empty_signatures=(2,))
LOCKED = {"ev": Original("ev", "a.pdf", "ab" * 32, 10, "pdf", "2024-12-31")}


@pytest.fixture
def store(tmp_path):
    path = tmp_path / shelf.place("ab" * 32)
    path.parent.mkdir(parents=True)
    path.write_bytes(shelf.packed(CONTENTS))
    return Store(tmp_path)


def test_it_comes_back_as_it_was(store):
    assert shelf.Reader(store, LOCKED)("ev") == CONTENTS
    assert shelf.Reader(store, LOCKED)("lain") is None


def test_it_is_unpacked_once(store, monkeypatch):
    asked = []
    taken = shelf.taken
    monkeypatch.setattr(shelf, "taken", lambda *told: asked.append(told) or taken(*told))
    read = shelf.Reader(store, LOCKED)

    assert read("ev") is read("ev")
    assert len(asked) == 1


def test_beyond_the_room_it_is_unpacked_again(store, monkeypatch):
    monkeypatch.setattr(shelf, "_ROOM", 3)
    read = shelf.Reader(store, LOCKED)

    assert read("ev") == read("ev") == CONTENTS
    assert read("ev") is not read("ev")


@pytest.mark.parametrize("content", [b"", b"rusak", b"\x1f\x8b\x08rusak"])
def test_what_cannot_be_trusted_was_not_read(store, content):
    (store.folder / shelf.place("ab" * 32)).write_bytes(content)

    assert shelf.Reader(store, LOCKED)("ev") is None
