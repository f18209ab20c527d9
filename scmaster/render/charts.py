"""A document's chart to a block: what a chart must have, whoever composed it.

What is given is any object with the fields of `blocks.Chart`; only the name comes from the
template.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, get_args

from scmaster.diagnostics import Span
from scmaster.render.blocks import Block, Chart, Series
from scmaster.render.faults import FaultError, UnplacedError, error
from scmaster.render.values import clean

Kind = Literal["radar", "bar", "stacked"]
AXES = 3
"""A radar of fewer axes is a line."""
MOST_CHARTS, MOST_CATEGORIES, MOST_SERIES = 200, 60, 12
"""Beyond these nobody can read it, and making it takes long."""


def block(data: object, name: str) -> Chart:
    """Return the block; raise UnplacedError over what would draw nothing or mislead."""
    kind = _field(data, "kind")
    if kind not in get_args(Kind):
        raise _fault(f"jenis gambar '{kind}' tidak dikenal", "pilih 'radar', 'bar', atau 'stacked'")
    categories = tuple(_words(word, "kategori") for word in _several(data, "categories"))
    if len(categories) < (AXES if kind == "radar" else 1):
        least = f"radar butuh sedikitnya {AXES} kategori" if kind == "radar" else "tanpa kategori"
        raise _fault(f"gambar tidak dapat dibuat: {least}")
    if len(categories) > MOST_CATEGORIES or len(_several(data, "series")) > MOST_SERIES:
        raise _fault(
            "gambar terlalu padat untuk dibaca",
            f"paling banyak {MOST_CATEGORIES} kategori dan {MOST_SERIES} deret",
        )
    series = tuple(_series(one, len(categories)) for one in _several(data, "series"))
    if all(value is None for one in series for value in one.values):
        raise _fault("gambar tidak punya satu angka pun", "jangan panggil chart(...) bila kosong")
    top = _field(data, "top")
    return Chart(
        kind=kind,
        categories=categories,
        series=series,
        caption=_wanted(data, "caption", "judul (caption)"),
        description=_wanted(data, "description", "teks alternatif (description)"),
        name=name,
        unit=_words(_field(data, "unit"), "satuan"),
        top=None if top is None else _number(top),
    )


def counted(blocks: tuple[Block, ...], file: str) -> tuple[Block, ...]:
    """Return the blocks; raise FaultError over more charts than any document has."""
    if sum(isinstance(each, Chart) for each in blocks) > MOST_CHARTS:
        message = f"templat meminta lebih dari {MOST_CHARTS} gambar"
        raise FaultError(error("SCM621", Span(file, 1, 1), message))
    return blocks


def _series(given: object, length: int) -> Series:
    name = _words(_field(given, "name"), "nama deret")
    values = tuple(None if v is None else _number(v) for v in _several(given, "values"))
    if len(values) != length:
        raise _fault(f"deret '{name}' berisi {len(values)} angka, padahal ada {length} kategori")
    return Series(name, values, promise=getattr(given, "promise", False) is True)


def _number(value: object) -> Decimal:
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        number = Decimal(value)
        if number.is_finite():
            return number
    raise _fault(f"'{value!s:.40}' bukan angka", "yang tidak diketahui ditulis None")


def _wanted(data: object, field: str, what: str) -> str:
    words = _words(_field(data, field), what)
    if not words.strip():
        raise _fault(f"gambar tanpa {what}", "pembaca layar dan daftar gambar membutuhkannya")
    return words


def _words(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise _fault(f"{what} pada gambar bukan teks")
    return " ".join(clean(value).split("\n"))


def _several(data: object, name: str) -> Sequence[object]:
    found = _field(data, name)
    if isinstance(found, (tuple, list)):
        return found
    raise _fault(f"isian '{name}' pada gambar bukan daftar")


def _field(data: object, name: str) -> Any:  # noqa: ANN401  (looked at by who asks)
    try:
        return getattr(data, name)
    except AttributeError:
        raise _fault(
            f"chart(...) diisi dengan yang bukan data gambar: isian '{name}' tidak ada"
        ) from None


def _fault(message: str, hint: str = "") -> UnplacedError:
    return UnplacedError("SCM611", message, hint)
