"""The comment of a pull request: data stays data, and the comment fits."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from scmaster.passages.difference import Figure, Item, Line, Part, Told
from scmaster.report.difference import markdown, text

NASTY = [
    "<script>alert(1)</script>",
    "</details><h1>Disetujui</h1>",
    "<!-- scmaster-diff: kota -->",
    "--> lolos <!--",
    "[klik](https://jahat.contoh)",
    "![gambar](https://jahat.contoh/a.png)",
    "https://jahat.contoh dan www.jahat.contoh",
    "@wali-kota #1 GH-2 pemkot/repo#3",
    "a | b | c",
    "**tebal** _miring_ ~~coret~~ `kode` $x$",
    "# judul",
    "- butir",
    "1. butir",
    "1) butir",
    "+ butir",
    "=====",
    "> kutipan",
    "```",
    "\\` \\| \\\\",
    "&lt;b&gt; &#42;a&#42;",
    "| x |\n|---|\n| y |",
    "a\u202eb\u200bc\x00d",
]
words = st.text(st.sampled_from("ab1 \n.-#*_`~|<>[]()!@&;:/\\$+=\"'w^{}"), max_size=30)
anything = st.sampled_from(NASTY) | words | st.text(max_size=20)
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OURS = re.compile(r"</?(?:details|summary|del|ins)>|<!--.*?-->", re.DOTALL)


def told(data, many=1, counted=None):
    line = Line(data, data, data)
    item = Item(data, data, data, (line,) * many)
    return Told(
        heading=f"{data}: apa",
        sentence=f"Berkas {data}",
        figures=(counted or Figure(data or "x", data, data, data),),
        summary=((f"Jawaban {data}", data),),
        notes=(f"Catatan {data}",),
        parts=(Part("Temuan baru", lines=(data,) * many), Part(data, items=(item,) * many)),
    )


def shape(source):
    """Return what a reader makes of Markdown, but for its words."""
    made = []
    for token in READER.parse(source):
        made.append((token.type, token.tag))
        for inside in token.children or []:
            if inside.type == "html_inline":
                made += [tag for tag in OURS.findall(inside.content) if not tag.startswith("<!--")]
                assert not OURS.sub("", inside.content)
            elif inside.type not in {"text", "text_special"}:
                made.append((inside.type, inside.tag))
        if token.type == "html_block":
            made.append(re.findall(r"</?\w+>", token.content))
    return made


def seen(source):
    """Return the words that a reader of Markdown shows."""
    shown = READER.render(source)
    return html.unescape(re.sub(r"<[^>]*>", "", OURS.sub("", shown))).strip()


@given(anything.filter(str.strip))
@settings(max_examples=60)
def test_a_text_is_shown_as_it_is_on_one_line(data):
    plain = " ".join(markdown._UNSEEN.sub(" ", data).split())
    if not plain:
        return

    for place in ("{}", "- {}", "### {} AKHIR", "- **AWAL** {}"):
        said = seen(place.format(markdown.escaped(data)))
        assert said.removeprefix("AWAL ").removesuffix(" AKHIR") == plain


@given(anything)
@settings(max_examples=60)
def test_nothing_that_a_city_writes_changes_the_shape_of_the_comment(data):
    assert shape(markdown.report(told(f"a {data}"), "kota")) == shape(
        markdown.report(told("a b"), "kota")
    )


@pytest.mark.parametrize("data", NASTY)
def test_no_address_mention_or_number_becomes_a_link(data):
    said = markdown.escaped(data)

    assert not re.search(r"://|www\.|@\w|(?<!&)#\d|GH-\d", said)


@pytest.mark.parametrize("data", ["a", "ü" * 240, "<" * 240, "$" * 240, "@a" * 120])
def test_the_comment_fits_however_much_changed(data):
    made = markdown.report(told(data, many=90), "kota")

    assert len(made.encode()) <= markdown.LONGEST
    assert made.count("<details>") == made.count("</details>") == 2
    assert "lagi" in made


def test_the_mark_is_the_first_line_and_knows_the_city():
    first = markdown.report(told("a"), "balikpapan").partition("\n")[0]

    assert first == "<!-- scmaster-diff: balikpapan -->" == markdown.mark("balikpapan")
    assert markdown.mark("a --> b") == "<!-- scmaster-diff: a%20-%2d%3e%20b -->"


def test_a_terminal_of_eighty_columns_is_wide_enough():
    made = text.report(told("kata " * 60, many=2, counted=Figure("Soal", "1", "2", "+1")))

    assert max(map(len, made.splitlines())) <= 80
