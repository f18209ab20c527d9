"""Good YAML that was not meant: said once, and read on as it was meant."""

import pytest

from scmaster.diagnostics import Severity
from scmaster.source import reader

pytestmark = pytest.mark.usefixtures("loader")


@pytest.mark.parametrize(
    ("text", "said", "plain"),
    [
        ("name:Bpp", ["SCM021 1:1+5"], {"name": "Bpp"}),
        (
            "city:\n  name:Bpp\n  kind:kota\n",
            ["SCM021 2:3+5", "SCM021 3:3+5"],
            {"city": {"name": "Bpp", "kind": "kota"}},
        ),
        ("- id:x\n- id:y\n", ["SCM021 1:3+3", "SCM021 2:3+3"], [{"id": "x"}, {"id": "y"}]),
        ("a: {name:Bpp}", ["SCM021 1:5+5"], {"a": {"name": "Bpp"}}),
        ("a: b\n  c:d\n", ["SCM021 2:3+2"], {"a": "b"}),
        ("judul = Laporan\n", ["SCM023 1:7+1"], {"judul": "Laporan"}),
        ("a:\n  -x\n  -y\n", ["SCM032 2:3+1", "SCM032 3:3+1"], {"a": ["x", "y"]}),
        ("- a\n  -b\n", ["SCM032 2:3+1"], ["a"]),
        ("-id: x\n", ["SCM032 1:1+1"], {"id": "x"}),
        ("\u00a0b: 1\n", ["SCM034 1:1+1"], {"b": "1"}),
        ("a\u200bb: 1\n", ["SCM034 1:2+1"], {"ab": "1"}),
        ('a: "x\nb: 2\nc: y"\nd: 1\n', ["SCM022 1:4+1"], {"a": "x b: 2 c: y", "d": "1"}),
        ("- a: 'x\n  b: y'\n", ["SCM022 1:6+1"], [{"a": "x b: y"}]),
        ("a: “x”\n", ["SCM025 1:4+3"], {"a": "“x”"}),
        ("a: [“x”, ‘y’]\n", ["SCM025 1:5+3", "SCM025 1:10+3"], {"a": ["“x”", "‘y’"]}),
        ("a: Kampung #Sadar x\n", ["SCM035 1:12+6"], {"a": "Kampung"}),
        ("a: #FF0000\n", ["SCM035 1:4+7"], {"a": None}),
    ],
)
def test_said_and_mended(text, said, plain):
    node, found = reader.read(text.encode(), "f.yaml")

    assert [f"{d.code} {d.span.line}:{d.span.column}+{d.span.width}" for d in found] == said
    assert node.plain() == plain
    warned = {d.code for d in found if d.severity is Severity.WARNING}
    assert warned == {d.code for d in found} & {"SCM025", "SCM035"}


@pytest.mark.parametrize(
    "text",
    [
        "a: https://contoh.go.id/a?b=c&d=e",
        "a:\n  https://contoh.go.id",
        "a: 12:30",
        "a:\n  12:30",
        "- mailto:humas@contoh.go.id",
        "- opd:dishub",
        "supports: programme:jam-macet",
        "a: [opd:x, opd:y]",
        "a: [\n  opd:x,\n  opd:y\n]",
        "formula: a = b / c",
        "formula:\n  Indeks = a / b",
        "a: -5",
        "a:\n  -5",
        "- -5",
        "a: x # komentar",
        "a: x #",
        "a: 'x' #komentar",
        "a: C# dan F#",
        "#komentar\na: 1",
        "a: Kata “kunci” di tengah",
        "a: |\n  name:x\n  b = c\n  -d #e",
        'a: "name:x"\nb: "Kampung #Sadar"',
        'a: "teks panjang\n  catatan: masih teks"',
        '"teks\nb: masih teks"',
        "a: Jum'at",
    ],
)
def test_left_alone(text):
    node, found = reader.read(text.encode(), "f.yaml")

    assert found == []
    assert node is not None


@pytest.mark.parametrize(("many", "said"), [(10, 10), (2000, 0)])
def test_a_line_no_person_has_typed_gets_no_second_look(many, said):
    """Each look takes the whole line: a line of megabytes would take for ever."""
    node, found = reader.read(f"a: [{'“x”, ' * many}]".encode(), "f.yaml")

    assert len(node.value["a"].value) == many
    assert len(found) == said


def test_mended_nodes_point_at_their_text():
    node, _ = reader.read(b"city:\n  name:Balikpapan\n  kind:kota\n", "f.yaml")
    kind = node.value["city"].value["kind"]

    assert kind.span == ("f.yaml", 3, 8, 4)
    assert node.value["city"].keys["kind"] == ("f.yaml", 3, 3, 4)
