"""How much a template may do: counted, not timed, so that it ends alike on every machine.

Jinja's sandbox keeps a template from touching the program, not from running for ever or
from filling the memory. So every turn of a loop, every call, every printed value and every
letter that is put together is paid for, and a template that has spent it all ends.
"""

from collections.abc import Iterable, Iterator, Sized
from typing import Any

from scmaster.render.faults import UnplacedError

TURNS = 1_500_000
"""Steps; a report of 450 pages takes 33,000."""
CALL, PRINT, INCLUDE = 5, 3, 200
"""What these cost, a turn of a loop being one: roughly what time they take."""
LETTERS = 6_000_000
"""Characters put together or kept for the document; 450 pages have 1,200,000."""
DEEPEST = 8
"""Lists within lists."""
LARGEST_NUMBER = 10**15

Value = Any
"""Whatever a template holds."""


class Meter:
    """What one rendering has spent."""

    def __init__(self) -> None:
        """Begin with all that is allowed."""
        self.turns = TURNS
        self.letters = LETTERS

    def turn(self, times: int = 1) -> None:
        """Pay for steps; raise UnplacedError when they are spent."""
        self.turns -= times
        if self.turns < 0:
            raise _spent("templat mengulang terlalu banyak")

    def write(self, length: int) -> None:
        """Pay for characters; raise UnplacedError when they are spent."""
        self.letters -= length
        if self.letters < 0:
            raise _spent("templat menghasilkan tulisan yang terlalu panjang")

    def join(self, pieces: Iterable[str]) -> str:
        """Put pieces together, and stop as soon as that is too much."""
        kept = []
        for piece in pieces:
            self.write(len(piece))
            kept.append(piece)
        return "".join(kept)

    def looped(self, values: Value) -> Value:
        """Pay for going through values: at once where their number is known."""
        if isinstance(values, Sized):
            self.turn(len(values))
            return values
        return self._one_by_one(values)

    def _one_by_one(self, values: Iterable[Value]) -> Iterator[Value]:
        for value in values:
            self.turn()
            yield value

    def weigh(self, value: Value, depth: int = 0) -> None:
        """Pay for all that looking at a value may look at: its letters, or its items."""
        self.turn()
        if isinstance(value, str):
            self.turn(len(value) // 100)
        elif isinstance(value, (list, tuple, set, frozenset, dict)):
            if depth > DEEPEST:
                raise _spent("daftar di dalam daftar terlalu dalam")
            for item in value.items() if isinstance(value, dict) else value:
                self.weigh(item, depth + 1)

    def joined(self, values: Iterable[Value], separator: str = "") -> str:
        """Put values together as text, which only text and whole numbers are."""
        texts: list[str] = []
        for value in self.looped(values):
            if isinstance(value, bool) or not isinstance(value, (str, int)):
                _undefined_says_so(value)
                raise UnplacedError("SCM609", *_not_text(value))
            texts += [separator, str(value)] if texts else [str(value)]
        return self.join(texts)

    def calculated(self, operator: str, left: Value, right: Value) -> None:
        """Let numbers of a usual size be calculated with, and lists be put together."""
        _undefined_says_so(left)
        _undefined_says_so(right)
        if operator == "+" and isinstance(left, list) and isinstance(right, list):
            self.weigh(left)
            self.weigh(right)
            return
        if not (_is_number(left) and _is_number(right)):
            hint = "sambung tulisan dengan ~; hitungan dibuat saat data disusun"
            raise UnplacedError("SCM603", f"'{operator}' hanya untuk angka", hint)
        if operator == "**":
            raise UnplacedError(
                "SCM603", "'**' tidak boleh dipakai", "hitungan dibuat saat data disusun"
            )
        if max(abs(left), abs(right)) > LARGEST_NUMBER:
            raise UnplacedError("SCM603", "angkanya terlalu besar untuk dihitung di templat")


def _undefined_says_so(value: Value) -> None:
    """Let an unknown name raise its own complaint, which its text is."""
    from jinja2 import Undefined  # noqa: PLC0415  (loaded by then)

    if isinstance(value, Undefined):
        str(value)


def _is_number(value: Value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _not_text(value: Value) -> tuple[str, str]:
    return (
        f"nilai berjenis '{type(value).__name__}' tidak dapat disambung menjadi tulisan",
        "cetak nilainya sendiri, atau tentukan tulisannya saat data disusun",
    )


def _spent(message: str) -> UnplacedError:
    hint = "periksa perulangan dan sambungan tulisan di sekitar baris ini"
    return UnplacedError("SCM621", message, hint)
