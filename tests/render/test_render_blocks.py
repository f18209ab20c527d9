from pathlib import Path

import pytest
import sample
from block_list import show
from sample import HOSTILE

from scmaster import resources
from scmaster.render import prose, template
from scmaster.render.blocks import Heading, Run, plain

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
