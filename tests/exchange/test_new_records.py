"""A record is appended wherever its section may end, and every other byte stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scmaster.exchange.editing import New, NoPlaceError, edited
from scmaster.source import reader

NEW = {"id": "ev-baru", "title": "Notulen: rapat #1", "kind": "notulen"}
BLOCK = '  - id: ev-baru\n    title: "Notulen: rapat #1"\n    kind: notulen\n'
FLOW = '{id: ev-baru, title: "Notulen: rapat #1", kind: notulen}'


def plain(data):
    node, _ = reader.read(data, "a.yaml")
    return None if node is None else node.plain()


def appended(text):
    return edited(text.encode(), [New("evidence", NEW)]).decode()


def test_goes_after_the_last_item_and_before_what_belongs_to_the_next_section():
    before = "evidence:\n  # pertama\n  - id: a  # satu\n    title: 'A'\n"
    after = "\n# Klaim di bawah ini\nclaims: []\n"

    assert appended(before + after) == before + "\n" + BLOCK + after


def test_records_that_stand_close_stay_close():
    before = "evidence:\n  - id: a\n    title: A\n  - id: b\n    title: B\n"

    assert appended(before) == before + BLOCK


def test_items_that_stand_apart_stay_apart():
    before = "evidence:\n  - id: a\n    title: A\n\n  - id: b\n    title: B\n"

    assert appended(before) == before + "\n" + BLOCK


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("evidence: []\n", "evidence:\n" + BLOCK),
        ("evidence: []  # belum\nopd: []\n", "evidence:  # belum\n" + BLOCK + "opd: []\n"),
        ("evidence:\n", "evidence:\n" + BLOCK),
        ("evidence:\n# belum\nopd: []\n", "evidence:\n" + BLOCK + "# belum\nopd: []\n"),
        ("evidence: ~\n", "evidence:\n" + BLOCK),
        ("", "evidence:\n" + BLOCK),
        ("# hanya komentar\n", "# hanya komentar\n\nevidence:\n" + BLOCK),
        ("opd: []\n", "opd: []\n\nevidence:\n" + BLOCK),
        ("opd: []", "opd: []\n\nevidence:\n" + BLOCK[:-1]),
        ("evidence:\n- id: a\n", "evidence:\n- id: a\n" + BLOCK.replace("\n  ", "\n")[2:]),
        ("evidence: [{id: a}]\n", "evidence: [{id: a}, " + FLOW + "]\n"),
        ("evidence: [{id: a}, ]\n", "evidence: [{id: a}, " + FLOW + "]\n"),
        ("evidence: [{id: 'a]'}]\n", "evidence: [{id: 'a]'}, " + FLOW + "]\n"),
        ("evidence:\n  - id: a", "evidence:\n  - id: a\n" + BLOCK[:-1]),
        (
            "evidence:\n  - id: a\n    note: |\n      tanpa akhir baris",
            "evidence:\n  - id: a\n    note: |\n      tanpa akhir baris\n\n" + BLOCK[:-1],
        ),
        (
            "evidence:\n  - id: a\n    note: |\n      x\n      # teks\n# komentar\n",
            "evidence:\n  - id: a\n    note: |\n      x\n      # teks\n\n" + BLOCK + "# komentar\n",
        ),
        (
            "evidence:\n  - id: a\n    note: |+\n      x\n\n\nopd: []\n",
            "evidence:\n  - id: a\n    note: |+\n      x\n\n\n" + BLOCK + "opd: []\n",
        ),
        ("{opd: []}", "{opd: [], evidence: [" + FLOW + "]}"),
        ("---\nopd: []\n...\n", "---\nopd: []\nevidence:\n" + BLOCK + "...\n"),
    ],
)
def test_every_layout(before, after):
    assert appended(before) == after


def test_a_long_list_in_brackets_takes_one_try():
    items = ", ".join(f"{{id: a{n}, supports: [x]}}" for n in range(5000))
    before = f"evidence: [{items}]\nclaims: [{{supports: [y]}}]\n"

    assert appended(before) == before.replace("]\nclaims", f", {FLOW}]\nclaims")


def test_keeps_the_line_ends_of_windows_and_the_mark_at_the_start():
    before = b"\xef\xbb\xbfevidence:\r\n  - id: a\r\nopd: []\r\n"
    made = edited(before, [New("evidence", NEW)])

    assert made.startswith(b"\xef\xbb\xbfevidence:\r\n  - id: a\r\n  - id: ev-baru\r\n")
    assert made.count(b"\n") == made.count(b"\r\n") == 6


@pytest.mark.parametrize(
    "text", ["evidence: [", "- a\n", "evidence: kata\n", "evidence: {id: a}\n", "a"]
)
def test_what_cannot_be_done_is_refused(text):
    with pytest.raises(NoPlaceError):
        appended(text)


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"), exclude_characters="\ufffd"),
    min_size=1,
    max_size=12,
)
quiet = st.sampled_from(["", "\n", "# komentar\n", "  # menjorok\n", "\n\n", "    # jauh\n"])
values = st.sampled_from(
    ["a", "'b: #'", '"c]"', "|\n      satu\n      # dua", "|+\n      x\n", ">-\n      x\n\n      y"]
)


@st.composite
def layouts(draw):
    """A file as odd as people write it: any sections in any style."""
    parts = [draw(st.sampled_from(["", "---\n", "# atas\n\n"]))]
    names = draw(st.permutations(["opd", "evidence", "claims"]))[: draw(st.integers(1, 3))]
    for name in names:
        parts.append(draw(st.sampled_from(["block", "flush", "flow", "empty", "none"])))
        style = parts.pop()
        if style in {"block", "flush"}:
            dash = "  " if style == "block" else ""
            parts.append(f"{name}:{draw(st.sampled_from(['', '  # sini']))}\n{draw(quiet)}")
            for number in range(draw(st.integers(1, 3))):
                parts.append(f"{dash}- id: {name}-{number}\n{dash}  note: {draw(values)}\n")
                parts.append(draw(quiet))
        elif style == "flow":
            inside = ", ".join(f"{{id: x{n}}}" for n in range(draw(st.integers(1, 2))))
            parts.append(f"{name}: [{inside}{draw(st.sampled_from(['', ',', ' ', ']'[1:]]))}]\n")
        else:
            parts.append(f"{name}:{' []' if style == 'empty' else ''}\n")
        parts.append(draw(quiet))
    text = "".join(parts)
    text = text if draw(st.booleans()) else text.rstrip("\n")
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@settings(max_examples=150, deadline=None)
@given(layouts(), words, words)
def test_reads_as_before_with_the_record(text, title, note):
    ends = (text, text if text.endswith("\n") else text + "\n")
    befores = [plain(each.encode()) for each in ends]
    if None in befores:
        return
    record = {"id": "ev-baru", "title": title, "supports": [note, "OUT.05"]}
    if plain(b'a: "%s"' % title.replace("\\", "").replace('"', "").encode()) is None:
        return  # what the reader refuses in any file
    try:
        made = edited(text.encode(), [New("evidence", record)])
    except NoPlaceError:
        made = None
    assert made is not None, text
    wanted = [b | {"evidence": [*(b.get("evidence") or []), record]} for b in befores]

    assert plain(made) in wanted
    lost = [line for line in text.encode().splitlines() if line not in made.splitlines()]
    assert len(lost) <= 1, "only the line of an empty or bracketed list is written anew"
