"""What an expression of a form.yaml yields, and that none of them does harm."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scmaster.model.values import PartialDate, Period
from scmaster.passages.form_data import Register
from scmaster.render.expression_kinds import kinds_of
from scmaster.render.expressions import compiled, shown
from scmaster.render.faults import UnplacedError


@dataclass(frozen=True)
class Program:
    name: str
    year: str
    owner: str | None
    cost: Decimal | None


@dataclass(frozen=True)
class Kota:
    name: str
    code: str | None
    people: int
    area: Decimal | None
    day: PartialDate
    term: Period
    final: bool
    words: list[str]
    boss: Program | None
    programs: Register[Program]
    asked: Register[Program]


YEAR = PartialDate(2024)
SATU = Program("Satu", "2024", "Dinas", Decimal("12.50"))
DUA = Program("Dua", "2025", None, None)
KOTA = Kota(
    name="Uji",
    code=None,
    people=1234567,
    area=Decimal("503.3"),
    day=PartialDate(2024, 11, 6),
    term=Period(YEAR, PartialDate(2029)),
    final=False,
    words=["a", "b"],
    boss=None,
    programs=Register({"satu": SATU, "dua": DUA}),
    asked=Register({"BAS.01": SATU}, closed=True),
)
KINDS = kinds_of(Kota)
NAMES = {name: getattr(KOTA, name) for name in KINDS}


def value(source):
    return compiled(source, KINDS).value(NAMES)


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("name", ["Uji"]),
        ("'teks'", ["teks"]),
        ("people", ["1.234.567"]),
        ("area", ["503,3"]),
        ("area | number(2)", ["503,30"]),
        ("area | percent", ["503,3%"]),
        ("people | rupiah", ["Rp1.234.567,00"]),
        ("day", ["6 November 2024"]),
        ("day | date", ["6 November 2024"]),
        ("term", ["2024–2029"]),
        ("final", ["tidak"]),
        ("not final", ["ya"]),
        ("words", ["a", "b"]),
        ("words | join(' dan ')", ["a dan b"]),
        ("words[1]", ["b"]),
        ("words[7]", []),
        ("words | length", ["2"]),
        ("words | first ~ (words | last)", ["ab"]),
        ("name | upper", ["UJI"]),
        ("code", []),
        ("code | upper", []),
        ("'Kode ' ~ code", []),
        ("'Tahun ' ~ asked['BAS.01'].year", ["Tahun 2024"]),
        ("programs['satu'].cost", ["12,50"]),
        ("programs['tiga'].cost", []),
        ("boss.name", []),
        ("programs | map(attribute='name')", ["Satu", "Dua"]),
        ("programs | map(attribute='owner')", ["Dinas", "belum ada"]),
        ("programs | map(attribute='owner') | join(', ')", []),
        ("programs | selectattr('year', 'eq', '2025') | map(attribute='name')", ["Dua"]),
        ("programs | rejectattr('year', 'eq', '2025') | map(attribute='name')", ["Satu"]),
        ("programs | selectattr('owner') | length", ["1"]),
        ("programs | selectattr('cost', 'ge', 12) | length", ["1"]),
        ("(programs | first).name", ["Satu"]),
        ("programs | selectattr('year', 'eq', '1999') | first", []),
        ("name == 'Uji'", ["ya"]),
        ("name in ['Uji', 'Lain']", ["ya"]),
        ("1 < people < 9", ["tidak"]),
        ("'x' if final else name", ["Uji"]),
        ("final or people > 1", ["ya"]),
        ("final and people > 1", ["tidak"]),
        ("code or 'tanpa kode'", ["tanpa kode"]),
    ],
)
def test_an_expression_yields(source, lines):
    assert shown(value(source)) == lines


@pytest.mark.parametrize(
    "source",
    [
        "code == 'x'",
        "code != 'x'",
        "not code",
        "'ya' if code == 'x' else 'tidak'",
        "boss.cost > 5",
        "code and people",
        "people and code",
    ],
)
def test_what_hangs_on_the_unknown_is_unknown(source):
    assert value(source) is None


def test_one_may_ask_whether_something_is_unknown():
    assert value("code == none") is True
    assert value("name != none") is True
    assert value("'belum' if code == none else code") == "belum"
    assert value("final and code") is False


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("nama", "maksudnya 'name'?"),
        ("boss.nme", "maksudnya 'name'?"),
        ("asked['BAS.1'].year", "maksudnya 'BAS.01'?"),
        ("programs | selectattr('yer', 'eq', '1')", "maksudnya 'year'?"),
        ("programs | selectattr('year', 'equ', '1')", "maksudnya 'eq'?"),
        ("programs | selectattr('year', 'eq', 2024)", "teks dibandingkan dengan angka"),
        ("asked['BAS.01'].year == 2024", "teks dibandingkan dengan angka"),
        ("programs | map('upper')", "tanpa nama bagian"),
        ("programs | map(attribute='name', default='x')", "terlalu banyak"),
        ("name | map(attribute='x')", "hanya untuk daftar"),
        ("name['x']", "hanya untuk daftar"),
        ("programs[1]", "diharapkan nama"),
        ("words['a']", "diharapkan nomor"),
        ("words[0:1]", "tidak dipakai di sini"),
        ("day.year", "di dalam satu nilai"),
        ("name | tojson", "saringan 'tojson' tidak dikenal"),
        ("name | number", "bukan angka"),
        ("name | number(*words)", "saringan keliru"),
        ("words | number", "bukan angka"),
        ("people | join", "bukan daftar"),
        ("name is defined", "tidak dipakai di sini"),
        ("{'a': 1}", "tidak dipakai di sini"),
        ("-1", "tidak dipakai di sini"),
        ("name.__class__.__mro__", "'__class__'"),
        ("(words | first).__class__", "'__class__'"),
        ("(boss or programs).by_name", "'by_name'"),
        ("1" * 40, "terlalu panjang"),
        ("cycler.__init__", "'cycler'"),
    ],
)
def test_a_slip_is_told(source, says):
    with pytest.raises(UnplacedError) as fault:
        shown(value(source))

    assert fault.value.code == "SCM667"
    assert says in f"{fault.value.message} {fault.value.hint}"


WORDS = (
    ". [ ] ( ) | ~ 'a' 'satu' 1 1.5 == in not < and or if else none first last join length"
    " upper , map selectattr attribute = number date ** * {{ }} %} # cost year __class__"
    " items : \\ ' \" é self true"
)


@settings(deadline=None, max_examples=300)
@given(
    source=st.lists(st.sampled_from([*KINDS, *WORDS.split()]), max_size=12).map(" ".join)
    | st.text(max_size=30)
)
def test_whatever_is_written_is_a_value_or_a_slip(source):
    try:
        lines = shown(value(source))
    except UnplacedError as fault:
        lines = [fault.code, fault.message]

    assert all(isinstance(line, str) and line for line in lines)
