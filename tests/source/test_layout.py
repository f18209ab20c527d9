"""Where everything begins and ends, to the character."""

import pytest
from small_city import ROOT

from scmaster.source import reader
from scmaster.source.layout import lay_out


def plain(piece):
    if isinstance(piece.value, dict):
        return {key: plain(child) for key, child in piece.value.items()}
    if isinstance(piece.value, list):
        return [plain(child) for child in piece.value]
    return piece.value


def stretch(text, *path):
    piece = lay_out(text)
    for step in path:
        piece = piece.value[step]
    return text[piece.start : piece.end]


@pytest.mark.parametrize("path", sorted(ROOT.glob("cities/*/*.yaml")), ids=lambda path: path.name)
def test_a_citys_file_holds_what_the_reader_reads(path):
    data = path.read_bytes()
    node, _ = reader.read(data, "")
    text = data.decode()
    root = lay_out(text)

    assert plain(root) == node.plain()
    waiting = [root]
    for piece in waiting:
        waiting += piece.inside
        if isinstance(piece.value, str) and not piece.style:
            assert " ".join(text[piece.start : piece.end].split()) == piece.value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("x  # c", "x"),
        ("'x'' y'  # c", "'x'' y'"),
        ("&n x", "&n x"),
        ("", ""),
        ("[x, y , ]", "[x, y , ]"),
        ("{x: 1,\n  y: 2}  # c", "{x: 1,\n  y: 2}"),
        ("x\n  y\n\n  z\n# c", "x\n  y\n\n  z"),
        ("|\n  x\n  y\n\n\n# c", "|\n  x\n  y"),
        (">-  # c\n  x\n\n  y\n", ">-  # c\n  x\n\n  y"),
        ("|+\n  x\n\n", "|+\n  x\n\n"),
        ("|\n  x", "|\n  x"),
        ("|\n  x\n    ", "|\n  x\n    "),
        ("\n  - x\n  - y: z\n\n  # c\n", "- x\n  - y: z"),
        ("\n  # c\n  x: 1\n  y: 𝄞\n\n", "x: 1\n  y: 𝄞"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_value_is_a_stretch_of_the_text(value, written, end):
    text = f"k: {value}\nz: akhir\n".replace("\n", end)

    assert stretch(text, "k") == written.replace("\n", end)
    assert stretch(text, "z") == "akhir"


def test_what_an_anchor_names_is_known_from_outside():
    root = lay_out("a: [{b: &n x}]\nc: *n\nd: [x]\n")

    assert [piece.is_named() for piece in root.value.values()] == [True, False, False]
    assert root.value["c"].style == "*"


def test_of_two_fields_of_one_name_the_first_counts():
    root = lay_out("a: 1\nb: 2\na: 3\n")

    assert plain(root) == {"a": "1", "b": "2"}
    assert root.end == len("a: 1\nb: 2\na: 3")


def test_nothing_holds_nothing():
    assert lay_out("# saja\n") is None
