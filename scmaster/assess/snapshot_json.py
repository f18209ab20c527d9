"""A snapshot to JSON and back; what is read back is trusted no more than a city's YAML."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from scmaster.assess.snapshot import Cycle, Item, Snapshot
from scmaster.model.values import ID, PLAIN_DATE, PLAIN_NUMBER, PartialDate

VERSION = 1
LARGEST = 32 * 1024 * 1024
"""More bytes than a snapshot of any city has."""

KINDS = frozenset({"answer", "figure", "evidence", "recommendation", "quick_win"})
NUMBERS = frozenset({"value", "upper", "self_score", "numerator", "denominator", "progress"})
DATES = frozenset({"date", "period", "due"})
_MOST, _LONGEST = 200_000, 20_000
_ID = re.compile(ID)
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")
"""Control and private-use characters: nobody writes them, and ours stand for other things."""


class SnapshotError(Exception):
    """Says in Indonesian why a saved snapshot cannot be used."""


def plain(snapshot: Snapshot) -> dict[str, Any]:
    """Return a snapshot as what JSON can hold."""
    return {"version": VERSION, **asdict(snapshot)}


def to_json(snapshot: Snapshot) -> str:
    """Write a snapshot; the same one gives the same text."""
    return json.dumps(plain(snapshot), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def from_json(data: bytes) -> Snapshot:
    """Read a snapshot, or a manifest that holds one; raise SnapshotError over anything else."""
    if len(data) > LARGEST:
        raise SnapshotError("berkasnya terlalu besar")
    try:
        held = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise SnapshotError("isinya bukan JSON yang utuh") from None
    if isinstance(held, dict) and "snapshot" in held:
        held = held["snapshot"]
    try:
        return _snapshot(_mapping(held))
    except (KeyError, TypeError, ValueError):
        raise SnapshotError("isinya bukan keadaan data yang disimpan scmaster") from None


def _snapshot(held: Mapping[str, Any]) -> Snapshot:
    version = held["version"]
    if version != VERSION:
        raise SnapshotError(f"versinya {_shown(version)}, yang dikenal {VERSION}")
    return Snapshot(
        city=_text(held["city"]),
        cycles=tuple(_cycle(_mapping(each)) for each in _sequence(held["cycles"])),
        items=tuple(_item(_mapping(each)) for each in _sequence(held["items"])),
        names={_id(key): _text(name) for key, name in _mapping(held["names"]).items()},
        errors=_count(held["errors"]),
    )


def _cycle(held: Mapping[str, Any]) -> Cycle:
    return Cycle(
        id=_id(held["id"]),
        name=_text(held["name"]),
        year=_count(held["year"]),
        stage=_text(held["stage"]),
        instrument=_id(held["instrument"]),
        family=_text(held["family"]),
        questions=tuple(_id(each) for each in _sequence(held["questions"])),
        answers=tuple(_item(_mapping(each)) for each in _sequence(held["answers"])),
    )


def _item(held: Mapping[str, Any]) -> Item:
    if held["kind"] not in KINDS:
        raise ValueError
    fields = {_id(key): _field(key, value) for key, value in _mapping(held["fields"]).items()}
    return Item(held["kind"], _text(held["id"]), _text(held["name"]), fields)


def _field(key: str, value: object) -> str:
    """Take a field's text; a number or a date must be one, for it is written out in words."""
    text = _text(value)
    if key in NUMBERS and not PLAIN_NUMBER.fullmatch(text):
        raise ValueError
    if key in DATES:
        for part in text.split("/"):
            partial_date(part)
    return text


def partial_date(text: str) -> PartialDate:
    """Read a date of a snapshot; raise ValueError over what is none."""
    match = PLAIN_DATE.fullmatch(text)
    if match is None:
        raise ValueError
    year, month, day = (int(part) if part else None for part in match.groups())
    made = PartialDate(year or 0, month, day)
    _ = made.first, made.last
    return made


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict) or len(value) > _MOST:
        raise TypeError
    return value


def _sequence(value: object) -> list[Any]:
    if not isinstance(value, list) or len(value) > _MOST:
        raise TypeError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST or _UNWANTED.search(value):
        raise TypeError
    return value


def _id(value: object) -> str:
    text = _text(value)
    if not _ID.fullmatch(text):
        raise ValueError
    return text


def _count(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _MOST:  # True is no count
        raise TypeError
    return value


def _shown(value: object) -> str:
    return str(value) if type(value) is int and abs(value) < _MOST else "tidak dikenal"
