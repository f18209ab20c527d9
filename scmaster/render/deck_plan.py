"""Slides to pages: what stands in which box, in what size, and on how many pages."""

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from scmaster.passages import slides
from scmaster.passages.cells import Cell
from scmaster.passages.slides import Slide
from scmaster.render import charts, values
from scmaster.render.blocks import Chart
from scmaster.render.deck_fit import Cut, chunked, grids, settled
from scmaster.render.deck_page import Grid, Page, Setting, Tile, Words, paragraphs
from scmaster.render.deck_reference import POINT, Box, DeckReference
from scmaster.render.document import Cover
from scmaster.render.typesetting import Type
from scmaster.render.values import clean

FOOTING = 9.0
"""The smallest type of the stamp and the foot."""
CARDS = 6
"""Figures a slide holds."""
_ACROSS = {1: 1, 2: 2, 3: 3, 4: 2}
"""How many cards stand side by side; of more, three."""
_GAP, _PAD = 14 * POINT, 12 * POINT
_TALLEST = 170 * POINT
_FIGURES = (40.0, 32.0, 28.0, 24.0, 20.0)
_LABELS = (16.0, 14.0)
_TIMES = (14.0, 12.0)

Found = tuple[str, dict[str, Setting], Grid | Chart | tuple[Tile, ...] | None, tuple[str, ...]]
"""Layout, words by box, what stands in "Isi", and notes of a page."""


def pages(deck: Sequence[Slide], cover: Cover, reference: DeckReference) -> Iterator[Page]:
    """Yield the pages of a deck, each with its stamp, its foot and its notes."""
    foot = " · ".join(filter(None, (cover.city, cover.title, cover.year)))
    for slide in deck:
        made = list(_KINDS[type(slide)](slide, reference))
        for number, (layout, texts, body, own) in enumerate(made, 1):
            cut = Cut()
            more = f" ({number}/{len(made)})" if len(made) > 1 else ""
            texts["Judul"] = _title(slide.title, more, reference.box(layout, "Judul"), cut)
            around = {"Cap": cover.draft} | ({} if layout == "Sampul" else {"Kaki": foot})
            for name, said in around.items():
                box = reference.box(layout, name)
                texts[name] = settled(_words(said), box, Cut(), FOOTING)
            every = (*cut.told(), *(slide.notes if number == 1 else ()), *own)
            yield Page(layout, texts, tuple(clean(note) for note in every), body)


def _title(title: str, more: str, box: Box, cut: Cut) -> Setting:
    """Set a title; where it is cut, which of several slides it is stays."""
    words = _words(f"{title}{more}")
    tried = Cut()
    made = settled(words, box, tried, 20.0)
    if not tried or not more:
        cut.extend(tried)
        return made
    cut.append(title)
    kept = made.words[0].text
    return Setting((Words(kept[: -len(more) - 2].rstrip() + " …" + more),), made.size)


def _words(cell: Cell) -> tuple[Words, ...]:
    return paragraphs(values.cell(cell))


def _lines(cells: Sequence[Cell]) -> list[Words]:
    return [words for cell in cells for words in _words(cell)]


def _opening(slide: slides.Opening, reference: DeckReference) -> Iterator[Found]:
    cut = Cut()
    texts = {
        "Subjudul": settled(_words(slide.subtitle), reference.box("Sampul", "Subjudul"), cut),
        "Keterangan": settled(_lines(slide.lines), reference.box("Sampul", "Keterangan"), cut),
    }
    yield "Sampul", texts, None, cut.told()


def _section(slide: slides.Section, reference: DeckReference) -> Iterator[Found]:
    cut = Cut()
    texts = {"Isi": settled(_words(slide.sentence), reference.box("Bagian", "Isi"), cut)}
    yield "Bagian", texts, None, cut.told()


def _points(slide: slides.Points, reference: DeckReference) -> Iterator[Found]:
    return _listed("Butir", slide.lines, reference)


def _closing(slide: slides.Closing, reference: DeckReference) -> Iterator[Found]:
    return _listed("Penutup", slide.lines, reference)


def _listed(layout: str, lines: Sequence[Cell], reference: DeckReference) -> Iterator[Found]:
    box = reference.box(layout, "Isi")
    for chunk in chunked(_lines(lines), box):
        cut = Cut()
        yield layout, {"Isi": settled(chunk, box, cut)}, None, cut.told()


def _columns(slide: slides.Columns, reference: DeckReference) -> Iterator[Found]:
    name = "Dua Kolom"
    left, right = (reference.box(name, f"Isi {side}") for side in ("Kiri", "Kanan"))
    sides = chunked(_lines(slide.left), left), chunked(_lines(slide.right), right)
    for one, other in zip_longest(*sides, fillvalue=()):
        cut, texts = Cut(), dict[str, Setting]()
        for side, head, words in zip(("Kiri", "Kanan"), slide.heads, (one, other), strict=True):
            shown = _words(head) if words else ()
            texts[f"Kepala {side}"] = settled(shown, reference.box(name, f"Kepala {side}"), cut)
            texts[f"Isi {side}"] = settled(words, reference.box(name, f"Isi {side}"), cut)
        yield name, texts, None, cut.told()


def _table(slide: slides.Table, reference: DeckReference) -> Iterator[Found]:
    box = reference.box("Tabel", "Isi")
    rows = [tuple(_words(cell) for cell in row.cells) for row in slide.rows]
    heads = [clean(column.title) for column in slide.columns]
    shares = [column.width for column in slide.columns]
    right = [column.right for column in slide.columns]
    for grid, places, cut in grids(heads, shares, right, rows, box):
        notes = dict.fromkeys(note for place in places for note in slide.rows[place].notes)
        yield "Tabel", {}, grid, (*notes, *cut.told())


def _picture(slide: slides.Picture, reference: DeckReference) -> Iterator[Found]:
    cut = Cut()
    texts = {
        "Keterangan": settled(
            _lines(slide.lines), reference.box("Gambar", "Keterangan"), cut, smallest=12.0
        )
    }
    yield "Gambar", texts, charts.block(slide.chart, ""), cut.told()


def _cards(slide: slides.Cards, reference: DeckReference) -> Iterator[Found]:
    area = reference.box("Angka", "Isi")
    for start in range(0, len(slide.cards), CARDS):
        shown, cut = slide.cards[start : start + CARDS], Cut()
        across = _ACROSS.get(len(shown), 3)
        down = -(-len(shown) // across)
        wide = (area.width - _GAP * (across - 1)) // across
        high = min(_TALLEST, (area.height - _GAP * (down - 1)) // down)
        tiles = tuple(
            Tile(
                left=area.left + place % across * (wide + _GAP),
                top=area.top + place // across * (high + _GAP),
                width=wide,
                height=high,
                settings=_tile(card, wide, high, area.type.typeface, cut),
            )
            for place, card in enumerate(shown)
        )
        yield "Angka", {}, tiles, cut.told()


def _tile(card: slides.Card, wide: int, high: int, typeface: str, cut: Cut) -> tuple[Setting, ...]:
    """Set figure, what it is and when it held, each in its share of a card's height."""
    room = high - 2 * _PAD
    parts = (
        (card.figure, 0.36, _FIGURES, True),
        (card.what, 0.36, _LABELS, False),
        (card.when, 0.28, _TIMES, False),
    )
    made = []
    for text, share, tried, bold in parts:
        kind = Type(tried[0], bold=bold, typeface=typeface)
        box = Box(0, 0, wide, int(room * share), (2 * _PAD, 0), kind)
        made.append(settled(_words(text), box, cut, tried[-1]))
    return tuple(made)


_KINDS: dict[type, Callable[..., Iterator[Found]]] = {
    slides.Opening: _opening,
    slides.Section: _section,
    slides.Points: _points,
    slides.Columns: _columns,
    slides.Table: _table,
    slides.Picture: _picture,
    slides.Cards: _cards,
    slides.Closing: _closing,
}
