"""Each beginner's slip has its own code, once, at its place, with both parsers."""

import re
from pathlib import Path

import pytest

from scmaster.source import mistakes, reader, slips
from scmaster.source.codes import CODES

pytestmark = pytest.mark.usefixtures("loader")

TABLE = [
    ("SCM001", "name: ? x", "1:7"),
    ("SCM012", ": b\n", "1:1"),
    ("SCM020", "a:\n\tb: 1\n", "2:1"),
    ("SCM020", "a: 1\n\tb: 2\n", "2:1"),
    ("SCM020", "a:\n  \tb: 1\n", "2:3"),
    ("SCM020", "-\tb: 1\n", "1:2"),
    ("SCM020", "a: |\n\tfoo\n", "2:1"),
    ("SCM021", "city:\n  name:Bpp\n  kind: kota\n", "2:3"),
    ("SCM021", "name: x\nkind:kota\nzz: 1\n", "2:1"),
    ("SCM021", "name: x\nkind:kota\n", "2:1"),
    ("SCM021", "x:\n- opd:dlh\n  name: y\n", "2:3"),
    ("SCM022", 'a: "x\nb: "y"\n', "1:4"),
    ("SCM022", 'a: 1\nb: "x\nc: y\n', "2:4"),
    ("SCM022", "a: 1\nb: 'x\nc: y\n", "2:4"),
    ("SCM022", "- a: 'x\n  b: 'y'\n", "1:6"),
    ("SCM022", 'a: "x\n---\nb: y\n', "1:4"),
    ("SCM022", "a: [x, 'y]\nb: 1\n", "1:8"),
    ("SCM023", "a: 1\nb = 2\nc: 3\n", "2:3"),
    ("SCM023", "judul = Laporan\nb: 1\n", "1:7"),
    ("SCM023", "a = 1\nb = 2\nc: 3\n", "1:3"),
    ("SCM023", "city:\n  name= x\n  kind: y\n", "2:7"),
    ("SCM024", "judul: Laporan: tahap 2\n", "1:15"),
    ("SCM024", "- judul: Laporan: tahap 2\n", "1:17"),
    ("SCM024", "x: 1\na: b: c\n", "2:5"),
    ("SCM025", "a: “Lap: 2”\n", "1:4"),
    ("SCM026", "a: 1\n  b: 2\n", "2:3"),
    ("SCM026", "a:\n    b: 1\n  c: 2\n", "3:3"),
    ("SCM026", "a:\n  - x\n - y\n", "3:2"),
    ("SCM026", "a:\n  b: 1\n   c: 2\n", "3:4"),
    ("SCM026", "  a: 1\nb: 2\n", "2:1"),
    ("SCM026", "a: 1\n- b\n", "2:1"),
    ("SCM026", "- b\na: 1\n", "2:1"),
    ("SCM026", "a: - b\n", "1:4"),
    ("SCM026", "a: >\n  x\n y: 1\n", "3:2"),
    ("SCM027", "a: [1, 2\nb: 3\n", "1:4"),
    ("SCM027", "a: {b: 1\nc: 2\n", "1:4"),
    ("SCM027", "a: [x,\n", "1:4"),
    ("SCM027", "{a", "1:1"),
    ("SCM027", "a: [1, [2, 3]\nb: 1\n", "1:4"),
    ("SCM027", "a: [1, 2]]\n", "1:10"),
    ("SCM028", 'a: "x" y\n', "1:8"),
    ("SCM028", "a: 'Jum'at'\nb: 1\n", "1:9"),
    ("SCM029", "a: %5\n", "1:4"),
    ("SCM029", "a: @b\n", "1:4"),
    ("SCM029", "a: `b`\n", "1:4"),
    ("SCM029", "a: [x, @b]\n", "1:8"),
    ("SCM029", "a: > 80%\n", "1:4"),
    ("SCM029", "a: >80\n", "1:4"),
    ("SCM029", "a: **b**\n", "1:4"),
    ("SCM029", "a: &\n", "1:4"),
    ("SCM030", 'a: "D:\\data"\n', "1:7"),
    ("SCM030", 'a: "\\UFFFFFFFF"\n', "1:5"),
    ("SCM032", "- a\n-b\n", "2:1"),
    ("SCM032", "- a\n-b\nc: d", "2:1"),
    ("SCM033", "judul Laporan\nb: 1\n", "1:1"),
    ("SCM033", "b: 1\njudul Laporan\nc: 2\n", "2:1"),
    ("SCM033", 'a: 1\n"x" Lap\nc: 1', "2:1"),
    ("SCM034", "a:\n\u00a0\u00a0b: 1\n  c: 1\n", "2:1"),
    ("SCM036", "a: {b: 1 c: 2}\n", "1:11"),
    ("SCM036", "a: {\n x: 1\n y: 2\n}\n", "3:3"),
]


@pytest.mark.parametrize(("code", "text", "place"), TABLE)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("above", ["", "# catatan: 'x\n\n"])
def test_one_slip_one_diagnostic(code, text, place, end, above):
    line, column = map(int, place.split(":"))
    text = (above + text).replace("\n", end)
    node, found = reader.read(text.encode(), "f.yaml")

    assert node is None
    assert [(d.code, d.span.line, d.span.column) for d in found] == [
        (code, line + above.count("\n"), column)
    ]
    assert found[0].hint


def test_a_slip_does_not_hide_another():
    """What was found before the file broke is still said, unless it is the same slip."""
    _, found = reader.read(b"a: 1\na: 2\nb: [\n", "f.yaml")

    assert [d.code for d in found] == ["SCM002", "SCM027"]


@pytest.mark.parametrize("module", [mistakes, slips])
def test_every_code_of_the_module_is_in_the_table(module):
    used = set(re.findall(r'"(SCM\d{3})"', Path(module.__file__).read_text()))

    assert used
    assert used <= set(CODES)
    assert used <= {code for code, _, _ in TABLE}
