from pathlib import Path

import pytest
import sample
from sample import HOSTILE

from scmaster import resources
from scmaster.render import prose, template
from scmaster.render.blocks import Heading, ListBlock, Paragraph, Run, Table, plain

WORKSPACE = Path(__file__).parent / "workspace"

SHAPES = """\
{{ nilai }}

# {{ nilai }}

Kata {{ nilai }} kata

**{{ nilai }}** dan *{{ nilai }}*

- {{ nilai }}
- butir

1. {{ nilai }}

{{ nilai }}
{{ nilai }}
"""


def blocks(folders, slug, document):
    return prose.blocks(template.run(slug, document, folders))


def run_text(run: Run) -> str:
    words = f"<{run.style}:{run.text}>" if run.style else run.text
    words = words.replace("\n", "\\n")
    words = f"**{words}**" if run.bold else words
    words = f"*{words}*" if run.italic else words
    words = f"[{words}]({run.url})" if run.url else words
    return f"@{run.ref}" if run.ref else words


def text(cell) -> str:
    return cell.replace("\n", "\\n") if isinstance(cell, str) else "".join(map(run_text, cell))


def show(block) -> str:
    """Write a block as a person reads it."""
    match block:
        case Heading():
            sign = "" if block.numbered else " (tanpa nomor)"
            name = f" <<{block.name}>>" if block.name else ""
            return f"{'#' * block.level} {text(block.text)}{name}{sign}"
        case Paragraph():
            return f"P[{block.style}] {text(block.text)}"
        case ListBlock():
            sign = "1." if block.ordered else "-"
            return "\n".join(f"{sign} {text(item)}" for item in block.items)
        case Table():
            about = f"T <<{block.name}>> {block.caption} | {block.description} | {block.total}"
            heads = [f"{c.title}:{c.width:g}:{c.align}" for c in block.columns]
            rows = [" | ".join(map(text, row)) for row in block.rows]
            return "\n".join([about, " | ".join(heads), *rows])
        case _:
            return repr(block)


def test_the_block_list_of_the_sample(golden):
    found = blocks(resources.folders("templates", WORKSPACE), "contoh", sample.DOCUMENT)
    golden("render/contoh.blocks.txt", "\n\n".join(map(show, found)) + "\n")


def shape(found):
    return [type(b).__name__ for b in found], [
        (b.level, b.numbered) if isinstance(b, Heading) else len(getattr(b, "items", ()))
        for b in found
    ]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_begins_no_markdown(tmp_path, value):
    path = tmp_path / "satu" / "satu.md.jinja"
    path.parent.mkdir()
    path.write_text(SHAPES, "utf-8")
    harmless, hostile = (blocks([tmp_path], "satu", _Value(v)) for v in ("x", value))
    assert shape(hostile) == shape(harmless)
    assert plain(hostile[0].text) == value.replace("\t", " ")


class _Value:
    def __init__(self, nilai):
        self.nilai = nilai


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a\ue0000\ue001b", "ab"),
        ("\ue0020\ue003", ""),
        ("a\x00b\x0bc\x1fd", "ab\ncd"),
        ("a\ufffeb\ud800c\U000f0000d", "abcd"),
        ("a\r\nb\rc", "a\nb\nc"),
    ],
)
def test_characters_that_no_document_holds_are_dropped(tmp_path, value, expected):
    path = tmp_path / "satu" / "satu.md.jinja"
    path.parent.mkdir()
    path.write_text("[{{ nilai }}]", "utf-8")
    (found,) = blocks([tmp_path], "satu", _Value(value))
    assert plain(found.text).replace("0", "") == f"[{expected}]"


def test_an_empty_line_in_a_value_starts_a_paragraph(tmp_path):
    path = tmp_path / "satu" / "satu.md.jinja"
    path.parent.mkdir()
    path.write_text("{{ nilai }}", "utf-8")
    found = blocks([tmp_path], "satu", _Value("satu\n\n- dua\ntiga\n \n\nempat"))
    assert [plain(b.text) for b in found] == ["satu", "- dua\ntiga", "empat"]


def test_set_blocks_and_macros_keep_values_apart(tmp_path):
    path = tmp_path / "satu" / "satu.md.jinja"
    path.parent.mkdir()
    path.write_text(
        "{% macro tebal(x) %}**{{ x }}**{% endmacro %}"
        "{% set judul %}Kota {{ nilai }}{% endset %}"
        "# {{ judul }}\n\n{{ tebal(nilai) }} {{ 'a' ~ nilai }}\n",
        "utf-8",
    )
    heading, paragraph = blocks([tmp_path], "satu", _Value("*x*"))
    assert plain(heading.text) == "Kota *x*"
    assert paragraph.text == (Run("*x*", bold=True), Run(" a*x*"))
