"""Whatever is handed in as a document: a word of refusal, never a traceback."""

import random
from contextlib import suppress

import pytest
from handed_back import PACKAGE, SPACES, W, come, gone, note, packed, paper, run, unpacked
from hypothesis import given, settings
from hypothesis import strategies as st

from scmaster.returned import markup
from scmaster.returned import paper as papers
from scmaster.returned.quoting import quoted
from scmaster.returned.tying import Tying
from scmaster.source import package

START = '<w:commentRangeStart w:id="0"/><w:bookmarkStart w:id="1" w:name="Klaim1"/>'
END = '<w:commentRangeEnd w:id="0"/><w:bookmarkEnd w:id="1"/>'
SOUND = paper(
    f"<w:p>{START}{run('luas ')}{gone('503')}{come('504')}{END}</w:p>",
    comments=note(0, "Dari mana?", para="0A"),
    extended='<w15:commentEx w15:paraId="0A" w15:done="0"/>',
    styles='<w:style w:styleId="a"><w:name w:val="heading 1"/></w:style>',
)


def with_part(name, data):
    return packed({**unpacked(SOUND), name: data})


def body(xml):
    return f"<w:document {SPACES}><w:body>{xml}</w:body></w:document>".encode()


LOOP = f'<Relationships xmlns="{PACKAGE}/relationships">'
REFUSED = {
    "nothing": (b"", "utuh"),
    "no zip": (b"PK\x03\x04 bukan zip", "utuh"),
    "cut": (SOUND[: len(SOUND) // 2], "utuh"),
    "another zip": (packed({"a.txt": b"a"}), "bukan berkas Word"),
    "broken body": (with_part("word/document.xml", b"<w:document"), "rusak"),
    "broken comments": (with_part("word/comments.xml", b"<a><b></a>"), "rusak"),
    "broken answers": (with_part("word/commentsExtended.xml", b"\0\0"), "rusak"),
    "broken styles": (with_part("word/styles.xml", b"&lt;"), "rusak"),
    "broken relations": (with_part("_rels/.rels", b"<<"), "rusak"),
    "unknown encoding": (
        with_part("word/document.xml", b'<?xml version="1.0" encoding="utf-99"?><a/>'),
        "rusak",
    ),
    "doctype": (
        with_part("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        "DOCTYPE",
    ),
    "doctype in EBCDIC": (
        with_part(
            "word/document.xml",
            '<?xml version="1.0" encoding="cp037"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode(
                "cp037"
            ),
        ),
        "DOCTYPE|rusak",
    ),
    "a path upwards": (packed({"../a": b"", "[Content_Types].xml": b""}), "tidak wajar"),
    "a main part elsewhere": (
        with_part("_rels/.rels", (LOOP + "</Relationships>").encode()),
        "bukan berkas Word",
    ),
    "too many paragraphs": (
        with_part("word/document.xml", body("<w:p/>" * (markup.MOST + 1))),
        "paragraf",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_honest_document_holds_is_refused_in_words(name):
    content, why = REFUSED[name]

    with pytest.raises(papers.UnreadableError, match=why):
        papers.read(content)


def test_the_sound_document_of_these_tests_is_read():
    read = papers.read(SOUND)

    assert [p.now for p in read.story.passages] == ["luas 504"]
    assert [c.text for c in read.comments] == ["Dari mana?"]


@pytest.mark.parametrize("tag", ["w:p", "w:tbl", "w:ins", "w:hyperlink", "w:txbxContent", "x"])
def test_no_depth_costs_a_stack(tag):
    deep = 50_000
    read = papers.read(
        with_part("word/document.xml", body(f"<{tag}>" * deep + run("a") + f"</{tag}>" * deep))
    )
    assert len(read.story.passages) in {0, deep}


def test_what_ends_without_having_begun_is_nothing():
    odd = (
        '<w:bookmarkEnd w:id="9"/><w:commentRangeEnd w:id="9"/><w:tc/><w:tr/>'
        '<w:pStyle w:val="a"/><w:t>di luar</w:t><w:commentReference/><w:bookmarkStart/>'
        '<w:bookmarkStart w:id="3" w:name="Klaim3"/><w:comment w:id="0"/>'
    )
    assert papers.read(with_part("word/document.xml", body(odd))).story.passages == ()


def test_a_huge_comment_is_cut_and_a_long_quotation_too():
    long = "kata " * 100_000
    (one,) = papers.read(with_part("word/comments.xml", comments(note(0, long)))).comments

    assert len(one.text) <= papers.LONGEST
    assert len(quoted(long)) < 200


def comments(xml):
    return f"<w:comments {SPACES}>{xml}</w:comments>".encode()


def test_what_a_terminal_would_obey_is_not_shown():
    read = papers.read(with_part("word/comments.xml", comments(note(0, "a\x85\x9b[2Jb\u202e"))))

    assert not any(c in quoted(read.comments[0].text) for c in "\x85\x9b")


PIECES = [
    *("<w:p>", "</w:p>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>"),
    *(START, END, run("luas"), come("a"), gone("b"), "<w:ins>", "</w:ins>", "<w:pPr>"),
    *("</w:pPr>", "<w:rPr>", "</w:rPr>", '<w:hyperlink w:anchor="Telusur1">', "</w:hyperlink>"),
    *("<w:rPrChange>", "</w:rPrChange>", "<mc:Fallback>", "</mc:Fallback>"),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_pieces_in_any_order_raise_nothing_unforeseen(pieces):
    with suppress(papers.UnreadableError):
        story = papers.read(with_part("word/document.xml", body("".join(pieces)))).story
        tying = Tying(story, None, frozenset({"luas"}))
        for at, passage in enumerate(story.passages):
            assert all(0 <= m.start <= m.end <= len(passage.now) for m in passage.marks)
            tying.tie(at, 0, len(passage.now))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_flipped_bytes_raise_nothing_unforeseen(seed, many):
    chance = random.Random(seed)  # noqa: S311  (hypothesis picks the seed)
    content = bytearray(SOUND)
    for _ in range(many):
        content[chance.randrange(len(content))] = chance.randrange(256)
    with suppress(papers.UnreadableError):
        papers.read(bytes(content))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(unpacked(SOUND))), st.integers(0, 2**32))
def test_flipped_letters_inside_a_part_raise_nothing_unforeseen(name, seed):
    chance = random.Random(seed)  # noqa: S311  (hypothesis picks the seed)
    data = bytearray(unpacked(SOUND)[name])
    for _ in range(3):
        data[chance.randrange(len(data))] = chance.choice(b'<>/"&;:wp \0\xff')
    with suppress(papers.UnreadableError):
        papers.read(with_part(name, bytes(data)))


def test_a_file_larger_than_any_package_is_not_even_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "TOTAL", 10)
    path = tmp_path / "a.docx"
    path.write_bytes(SOUND)

    with pytest.raises(papers.UnreadableError, match="terlalu besar"):
        papers.opened(path)


@pytest.mark.parametrize("make", [lambda p: p.mkdir(), lambda _: None])
def test_what_is_no_file_is_refused_in_words(tmp_path, make):
    path = tmp_path / "a.docx"
    make(path)

    with pytest.raises(papers.UnreadableError):
        papers.opened(path)


def test_the_namespace_of_these_tests_is_that_of_word():
    assert W in markup._SPACES
