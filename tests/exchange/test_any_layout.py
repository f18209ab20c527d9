"""However people lay their YAML out: what is to change changes, and no other line does."""

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from scmaster.exchange.editing import Add, New, NoPlaceError, Put, Take, edited
from scmaster.exchange.pairing import same
from scmaster.exchange.wishes import fulfilled
from scmaster.source import reader

WORDS = st.lists(
    st.sampled_from(["rapat", "kedua", "a", "12", "sampah:", "#satu", "-", "Rp1.000", "é", "ya"]),
    min_size=1,
    max_size=4,
).map(" ".join)
PLAIN = st.lists(
    st.sampled_from(["rapat", "a", "12", "Rp1.000", "é", "ya"]), min_size=1, max_size=3
).map(" ".join)
ODD = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"), exclude_characters="\ufffd"),
    max_size=8,
)
LONG = st.integers(12, 40).map(lambda n: " ".join(["panjang"] * n))
TEXTS = st.one_of(
    WORDS, ODD, LONG, st.sampled_from(["27.5", "2024-11-06", "no", "a\nb", "x\n", ""])
)
FIELDS = ["a", "b", "c", "d", "e"]


class Page:
    """Lines as they are written, each with whose it is."""

    def __init__(self, draw):
        self.draw = draw
        self.lines = []
        self.keeps = self.is_text = False
        self.nested = draw(st.sampled_from([0, 2, 3]))
        self.deep = draw(st.sampled_from([2, 3, 4]))

    def pick(self, *choices):
        return self.draw(st.sampled_from(choices))

    def write(self, line, owner, *, solid=False):
        self.keeps = self.is_text = False
        self.lines.append((line, owner, solid))

    def quiet(self, column, owner=None):
        if self.draw(st.integers(0, 4)) == 0 and not self.keeps:
            far = [] if self.is_text else ["         # jauh"]  # it would be part of the text
            self.write(self.pick("", "# kiri", " " * column + "# sejajar", *far), owner)

    def aside(self):
        return self.pick("", "", "", "  # pinggir")

    def name(self, name):
        return self.pick(name, name, name, f'"{name}"', f"'{name}'")

    def value(self, lead, column, owner, level):
        """Write a value behind a key or a dash that stands at a column."""
        kinds = ["scalar"] * 4 + ["flow", "nothing", "below"]
        kind = self.pick(*(kinds + ["list", "mapping"] * 2 if level < 3 else kinds))
        if kind == "scalar":
            words = self.draw(PLAIN)
            quoted = self.pick(words, f'"{words}"', f"'{words}'")
            gap = self.pick(" ", " ", "  ")
            self.write(lead + gap + quoted + self.aside(), owner)
        elif kind == "nothing":
            self.write(lead + self.pick("", " ~", " []", " {}") + self.aside(), owner, solid=True)
        elif kind == "flow":
            self.flow(lead, column, owner)
        elif kind == "below":
            self.below(lead, column, owner)
        elif kind == "list":
            self.write(lead + self.aside(), owner)
            own = column + (2 if lead.endswith("-") else self.nested)
            for number in range(self.draw(st.integers(1, 3))):
                self.quiet(own + 1, owner)
                self.value(" " * own + "-", own, (*owner, number), level + 1)
        else:
            self.mapping(lead, column, owner, level)

    def flow(self, lead, column, owner):
        comma = self.pick("", "", ",", " ,")
        written = self.pick(
            f" [x, 'y: z'{comma}]",
            f" {{a: 1, b: [2, 3]{comma}}}",
            f' [{{a: 1}}, {{a: "2", c: x}}{comma}]',
            " [\n  x,  # sini\n  y" + comma + "\n  ]",
            " {a: x,\n  b: {a: y}" + comma + "}",
            "\n  [x,\n\n  # antara\n  y]",
            " {a: , b}",
        )
        for line in (lead + written + self.aside()).split("\n"):
            pad = " " * (column + 2)
            self.write(line if line.startswith(lead) else pad + line[2:], owner, solid=True)

    def below(self, lead, column, owner):
        pad = " " * (column + self.deep)
        header = self.pick("|", "|-", "|+", ">", ">-", ">+", "plain", "double", "single")
        if header in {"plain", "double", "single"}:
            first, last = {"plain": ("p", "t"), "double": ('"p', 't"'), "single": ("'p", "t'")}[
                header
            ]
            self.write(f"{lead} {first}", owner, solid=True)
            if self.draw(st.booleans()):
                self.write("", owner, solid=True)
            self.write(pad + "q r", owner, solid=True)
            self.write(pad + last + self.aside(), owner, solid=True)
            return
        self.write(f"{lead} {header}{self.aside()}", owner, solid=True)
        body = [pad + "satu"]
        body += [self.pick("", pad + "# teks", pad + "- a: b", pad + "  lekuk"), pad + "dua"]
        body += [""] * self.draw(st.integers(0, 2)) if header.endswith("+") else []
        for line in body:
            self.write(line, owner, solid=True)
        self.is_text = True
        self.keeps = header.endswith("+")  # a blank line below would be its own

    def mapping(self, lead, column, owner, level):
        names = self.draw(st.permutations(FIELDS))[: self.draw(st.integers(1, 3))]
        own = column + self.deep
        starts = lead.endswith("-") and self.draw(st.booleans())
        if not starts:
            self.write(lead + self.aside(), owner)
        else:
            own = column + 2
        for number, name in enumerate(names):
            if not (starts and number == 0):
                self.quiet(own, owner)
            head = lead + " " if starts and number == 0 else " " * own
            self.value(f"{head}{self.name(name)}:", own, (*owner, name), level + 1)


@st.composite
def files(draw):
    """Lay a file out: sections with records in any style."""
    page = Page(draw)
    page.quiet(0)
    dash = draw(st.sampled_from([0, 2, 4]))
    for section in draw(st.sampled_from([["opd"], ["opd", "claims"], ["claims", "opd"]])):
        page.write(f"{section}:{page.aside()}", (section,))
        for number in range(draw(st.integers(1, 3))):
            page.quiet(dash + 1)
            identity = f"{section}-{number}"
            page.write(f"{' ' * dash}- id: {identity}", (section, identity, "id"))
            for name in draw(st.permutations(FIELDS))[: draw(st.integers(0, 4))]:
                page.quiet(dash + 2)
                own = dash + 2
                lead = f"{' ' * own}{page.name(name)}:"
                page.value(lead, own, (section, identity, name), 0)
    if draw(st.booleans()):  # anchors are no hindrance where nothing changes
        page.write("sources: [{id: s, a: &x [1, {b: c}], b: *x}]", None)
    page.quiet(0)
    end = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    text = end.join(line for line, _, _ in page.lines)
    text += end if draw(st.booleans()) else ""
    bom = b"\xef\xbb\xbf" if draw(st.integers(0, 5)) == 0 else b""
    return page.lines, bom + text.encode()


def paths(tree, path=()):
    """Return every path in a record, with what stands there."""
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree or [])
    found = []
    for step, value in inside:
        found.append(((*path, step), value))
        if isinstance(value, dict | list):
            found += paths(value, (*path, step))
    return found


VALUES = st.one_of(
    TEXTS,
    TEXTS,
    st.lists(TEXTS, max_size=3),
    st.dictionaries(st.sampled_from(FIELDS), TEXTS, max_size=3),
    st.lists(st.dictionaries(st.sampled_from(FIELDS), TEXTS, min_size=1, max_size=3), max_size=2),
)


@st.composite
def wishes(draw, tree):
    """Draw changes that can be made in a file that holds this."""
    made, seen = [], set()
    for _ in range(draw(st.integers(1, 4))):
        section = draw(st.sampled_from(sorted(tree.keys() - {"sources"})))
        record = draw(st.sampled_from(tree[section]))
        if draw(st.integers(0, 7)) == 0:
            made.append(New(section, {"id": f"baru-{len(made)}", "a": draw(VALUES)}))
            continue
        inside = [each for each in paths(record) if each[0] != ("id",)]
        path, value = draw(st.sampled_from([*inside, (("f",), None)]))
        if any(path[: len(p)] == p or p[: len(path)] == path for r, p in seen if r == record["id"]):
            continue
        seen.add((record["id"], path))
        here = (section, record["id"], path)
        kind = draw(st.sampled_from(["put", "put", "take", "add", "more"]))
        if kind == "take" and path != ("f",):
            made.append(Take(*here))
        elif kind == "add" and (value is None or isinstance(value, list)):
            made.append(Add(*here, draw(VALUES)))
        elif kind == "more" and isinstance(value, dict):
            made.append(Put(section, record["id"], (*path, "f"), draw(VALUES)))
        else:
            made.append(Put(*here, draw(VALUES)))
    return made


def held(data):
    node, found = reader.read(data, "a.yaml")
    return (None if node is None else node.plain()), found


def is_touched(owner, changes, wanted, solid):
    """Tell whether a line may be written anew."""
    if owner is None:
        return False
    for change in changes:
        if isinstance(change, New):
            continue
        path = (change.section, change.record, *change.path)
        if solid and path[: len(owner)] == owner:
            return True
        if isinstance(change, Add):
            continue
        inner = wanted[change.section]
        record = next(r for r in inner if r["id"] == change.record)
        while isinstance(change, Take) and len(path) > 2 and is_empty(record, path[2:-1]):
            path = path[:-1]
        if owner[: len(path)] == path:
            return True
        # the field below takes the place of the first, behind the dash
        if isinstance(change, Take) and len(path) > 3 and owner[: len(path) - 1] == path[:-1]:
            return True
    return False


def is_empty(record, path):
    for step in path:
        if isinstance(record, dict) and step not in record:
            return True
        if isinstance(record, list) and step >= len(record):
            return True
        record = record[step]
    return not record


def is_within(lines, others):
    """Tell whether lines stand among others, in their order."""
    waiting = iter(others)
    return all(line in waiting for line in lines)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(files(), st.data())
def test_only_what_is_to_change_does(file, data):
    lines, before = file
    tree, found = held(before)
    if tree is None:
        return
    changes = data.draw(wishes(tree))
    values = [c.value for c in changes if not isinstance(c, Take)]
    written = "\n".join(map(repr, values))
    note(before.decode())
    note("\n".join(map(str, changes)))
    made = edited(before, changes)
    note(made.decode())

    after, said = held(made)
    wanted = fulfilled(held(before)[0], changes)
    ended = fulfilled(
        held(before if before.endswith((b"\n", b"\r")) else before + b"\n")[0], changes
    )
    assert same(after, wanted) or same(after, ended)
    assert len(said) <= len(found)
    assert edited(made, []) == made
    rest = [line for line, owner, solid in lines if not is_touched(owner, changes, wanted, solid)]
    out = made.removeprefix(b"\xef\xbb\xbf").decode().replace("\r\n", "\n").replace("\r", "\n")
    assert is_within(rest, out.split("\n"))
    assert made.startswith(b"\xef\xbb\xbf") == before.startswith(b"\xef\xbb\xbf")
    if b"\r\n" in before:
        assert made.count(b"\n") == made.count(b"\r\n")
    if "\\n\\n" not in written:
        news = sum(isinstance(change, New | Add) for change in changes)
        assert out.split("\n").count("") <= 1 + news + [line for line, _, _ in lines].count("")


SCRAPS = st.lists(
    st.sampled_from(
        [
            *"opd:-{}[]&*|>'\"#\n\n  a?!%,\r\t",
            *("opd:", "\n- id: a", "\n  b: ", "&x ", "*x", "<<: ", "id: a", "{id: a}", "? "),
            *("...", "---\n"),
        ]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["", "opd:\n- id: a\n  c: "]), SCRAPS)
def test_whatever_a_file_is_it_is_changed_right_or_refused(start, scraps):
    for change in (
        New("opd", {"id": "z", "b": ["c"]}),
        Put("opd", "a", ("b",), "x"),
        Put("opd", "a", ("c",), ["x", "y"]),
        Take("opd", "a", ("c",)),
        Add("opd", "a", ("c",), {"d": "e"}),
    ):
        before = (start + scraps).encode()
        try:
            made = edited(before, [change])
        except NoPlaceError:
            continue
        wanted = fulfilled(held(before)[0] or {}, [change])
        ended = fulfilled(held(before + b"\n")[0] or {}, [change])
        assert same(held(made)[0], wanted) or same(held(made)[0], ended)
