"""One slip is one diagnostic, at its exact place, with a message of its own."""

import copy
import re
from pathlib import Path

import pytest
from whole_record import Page, Raw, every_field, whole

from scmaster import load as stage
from scmaster.load import load, salvage
from scmaster.model import sections, values
from scmaster.source import reader

SECTIONS = sections.CITY_SECTIONS | sections.FRAMEWORK_SECTIONS | sections.FORM_SECTIONS
KINDS = [pytest.param(name, kind, id=name) for name, kind in SECTIONS.items()]


def understand(text, known=sections.CITY_SECTIONS):
    node, said = reader.read(text.encode(), "f.yaml")
    assert said == [], text
    return load(node, known)


def place(diagnostic):
    return diagnostic.span.line, diagnostic.span.column


def written(name, record):
    page = Page()
    page.write({name: [record]})
    return page


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_a_record_with_every_field_is_read(name, kind):
    made, found = understand(written(name, whole(kind)).text, SECTIONS)

    assert found == []
    assert [read.section for read in made.records] == [name]
    assert made.broken == set()


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_every_record_and_field_knows_its_place(name, kind):
    page = written(name, whole(kind))
    (read,) = understand(page.text, SECTIONS)[0].records
    of_values = {path[2:]: at for path, at in page.values.items() if path[:2] == (name, 0)}

    known = {path: read.entry.span(*path)[1:3] for path in of_values}
    assert known == of_values


# -- every slip in every field ----------------------------------------------------------------


def put(record, path, value):
    """Return the record with another value at a path; `None` takes the key away."""
    made = copy.deepcopy(record)
    holder = made
    for step in path[:-1]:
        holder = holder[step]
    if value is None:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return made


def slips(path, field):
    """Yield every way to write a field wrongly: what is written, where it hurts, the code."""
    absent = ("SCM101", "key") if field.required else (None, "")
    yield "blank", path, Raw(""), *absent
    if field.many:
        item = (*path, 0)
        yield "word for list", path, Raw("kata"), "SCM107", "value"
        yield "mapping for list", path, Raw("{a: b}"), "SCM107", "value"
        yield "empty list", path, Raw("[]"), None if field.takes([]) else "SCM118", "value"
        yield "blank item", item, Raw("~"), "SCM101", "value"
        path = item
    if field.record is not None:
        yield "word for record", path, Raw("kata"), "SCM109", "value"
        yield "list for record", path, Raw("[a, b]"), "SCM109", "value"
    else:
        yield "list for word", path, Raw("[a, b]"), "SCM110", "value"
        yield "mapping for word", path, Raw("{a: b}"), "SCM110", "value"
        if not field.takes(["@!"] if field.many else "@!"):
            yield "wrong word", path, Raw('"@!"'), r"SCM1(0[3-6]|1[1-5])", "value"
        if not field.takes([" "] if field.many else " "):
            yield "spaces", path, Raw('" "'), r"SCM1(0[1-6]|1[1-5])", "value"


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_one_slip_in_any_field_is_one_diagnostic_at_its_place(name, kind):
    record = whole(kind)
    wrong = []
    for at, field in every_field(kind, record):
        for what, path, value, code, where in slips(at, field):
            page = written(name, put(record, path, value))
            found = understand(page.text, SECTIONS)[1]
            said = [(d.code, place(d)) for d in found]
            if code is None:
                right = said == []
            else:
                span = (page.keys if where == "key" else page.values)[name, 0, *path]
                right = len(said) == 1 and re.fullmatch(code, said[0][0]) and said[0][1] == span
                right = right and "''" not in found[0].message and "None" not in found[0].hint
            if not right:
                wrong.append((what, path, code, [(str(d.span), d.code, d.message) for d in found]))

    assert wrong == []


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_a_field_left_out_is_one_diagnostic_at_the_record_if_it_is_needed(name, kind):
    record = whole(kind)
    for path, field in every_field(kind, record):
        page = written(name, put(record, path, None)) if len(record) > 1 else None
        found = understand(page.text, SECTIONS)[1]
        if not field.required:
            assert found == []
            continue
        (only,) = found
        assert (only.code, only.message) == ("SCM101", f"'{field.name}' belum diisi")
        assert place(only) == page.values[name, 0, *path[:-1]]


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_a_misspelt_key_is_one_diagnostic_that_says_what_was_meant(name, kind):
    """Also where the key is needed: it is not reported as missing on top."""
    record = whole(kind)
    for path, field in every_field(kind, record):
        misspelt = (*path[:-1], f"{field.name}x")
        value = record
        for step in path:
            value = value[step]
        page = written(name, put(put(record, path, None), misspelt, value))
        (only,) = understand(page.text, SECTIONS)[1]

        assert (only.code, only.hint) == ("SCM102", f"maksudnya '{field.name}'?")
        assert place(only) == page.keys[name, 0, *misspelt]


def test_the_walk_over_all_fields_goes_deep_and_bites(monkeypatch):
    """It reaches what stands in lists in records in lists, and sees a type without a message."""
    paths = [
        path for path, _ in every_field(SECTIONS["instruments"], whole(SECTIONS["instruments"]))
    ]
    assert ("groups", 0, "groups", 0, "questions", 0, "levels", 0, "level") in paths

    monkeypatch.delitem(stage.MESSAGES, "not_a_year")
    with pytest.raises(AssertionError, match="SCM199"):
        test_one_slip_in_any_field_is_one_diagnostic_at_its_place(
            "submissions", SECTIONS["submissions"]
        )


def test_every_type_of_error_the_models_raise_has_a_message_and_no_message_is_idle(monkeypatch):
    seen = set()
    original = stage._kind_of_error

    def watch(detail):
        seen.add(original(detail))
        return original(detail)

    monkeypatch.setattr(stage, "_kind_of_error", watch)
    for name, kind in SECTIONS.items():
        record = whole(kind)
        for at, field in every_field(kind, record):
            for _, path, value, *_ in slips(at, field):
                understand(written(name, put(record, path, value)).text, SECTIONS)
            understand(written(name, put(record, at, None)).text, SECTIONS)
            understand(written(name, put(record, (*at[:-1], "asing"), "x")).text, SECTIONS)
            for text in ("1.000", "2024-13", "2026/2021", "0", "9", "-1", "a" * 81):
                item = (*at, 0) if field.many else at
                understand(written(name, put(record, item, text)).text, SECTIONS)

    assert seen == set(stage.MESSAGES)
    source = Path(values.__file__).read_text("utf-8")
    own = set(re.findall(r'PydanticCustomError\("(\w+)"', source))
    assert {"not_a_date", "blank"} <= own <= seen


def test_what_has_no_message_of_its_own_is_still_said(monkeypatch):
    monkeypatch.delitem(stage.MESSAGES, "not_a_year")
    (only,) = understand("submissions: [{id: a, year: x, stage: tunggal, state: draft}]")[1]

    assert (only.code, only.message) == ("SCM199", "'year' tidak sah (not_a_year)")


def test_every_slip_of_a_record_is_said_not_only_the_first():
    text = "opd:\n  - id: a b\n    nama: Dinas\n    valid_from: kemarin\n    aliases: x\n"
    found = understand(text)[1]

    assert [(d.code, place(d)) for d in found] == [
        ("SCM103", (2, 9)),
        ("SCM107", (5, 14)),
        ("SCM105", (4, 17)),
        ("SCM102", (3, 5)),
    ]


# -- the file as a whole ----------------------------------------------------------------------


@pytest.mark.parametrize("text", ["halo", "[a, b]", "- id: a"])
def test_a_file_without_sections(text):
    made, (only,) = understand(text)

    assert (only.code, place(only)) == ("SCM109", (1, 1))
    assert made.records == []


@pytest.mark.parametrize(
    ("section", "hint"),
    [("programs", "'programmes'"), ("evidences", "'evidence'"), ("zzz", "yang ada: city, opd")],
)
def test_an_unknown_section(section, hint):
    _, (only,) = understand(f"opd: []\n{section}: []\n")

    assert (only.code, place(only)) == ("SCM100", (2, 1))
    assert f"'{section}'" in only.message
    assert hint in only.hint


@pytest.mark.parametrize("content", ["", " []", " ~"])
def test_a_section_with_nothing_in_it_is_fine_and_was_seen(content):
    made, found = understand(f"opd:{content}\n")

    assert found == []
    assert made.seen == {"opd"}


@pytest.mark.parametrize(
    ("content", "code"),
    [(" Dinas", "SCM109"), ("\n  - Dinas", "SCM109"), ("\n  - [a]", "SCM109"), ("\n  -", "SCM101")],
)
def test_an_entry_that_is_no_record_is_named_by_its_section(content, code):
    _, (only,) = understand(f"opd:{content}\n")

    assert only.code == code
    assert "'opd'" in only.message


def test_a_section_of_one_record_needs_no_dash():
    made, found = understand("opd: {id: a, name: Dinas}")

    assert found == []
    assert made.records[0].entry.id == "a"


# -- hints that show how it is written --------------------------------------------------------

FIELDS = {
    "number": "masterplan: [{id: m, title: A, edition: e, status: draft, "
    "declared: [{what: books, count: ?}]}]",
    "value": "indicators: [{id: i, name: A, unit: B, baseline: {value: ?}}]",
    "amount": "programmes: [{id: p, name: A, budget: [{year: 2024, funding: apbd, amount: ?}]}]",
    "date": "commitments: [{id: k, title: A, date: ?}]",
    "period": "planning: [{id: k, title: A, kind: rkpd, period: ?}]",
    "url": "evidence: [{id: e, title: A, kind: laporan, url: ?}]",
    "id": "sources: [{id: ?, title: A, tier: press}]",
    "status": "results: [{id: r, submission: s, status: ?}]",
}


@pytest.mark.parametrize(
    ("field", "written", "hint"),
    [
        ("value", "27,5", "tulis 27.5"),
        ("value", "-27,5", "tulis -27.5"),
        ("value", "1.234,50", "tulis 1234.50"),
        ("value", "1.234.567,5", "tulis 1234567.5"),
        ("value", "64%", "tulis 64"),
        ("value", "27,5%", "tulis 27.5"),
        ("value", "27,5 %", "tulis 27.5"),
        ("value", "Rp 1.000.000", "tulis 1000000"),
        ("value", "Rp1.000.000,00", "tulis 1000000"),
        ("value", "Rp. 1.000.000,-", "tulis 1000000"),
        ("value", "1.000", "tulis 1000 bila ribuan, 1.0 bila pecahan"),
        ("value", "12.500", "tulis 12500 bila ribuan, 12.5 bila pecahan"),
        ("value", "1.234", "tulis 1234 bila ribuan, 1.2340 bila pecahan"),
        ("value", "-1.250", "tulis -1250 bila ribuan, -1.25 bila pecahan"),
        ("value", "-1.234.000", "tulis -1234000"),
        ("value", "1.234.567", "tulis 1234567"),
        ("value", "007", "tulis 7"),
        ("value", "0,5", "tulis 0.5"),
        ("value", "sekitar 5", ""),
        ("value", "1,5,5", ""),
        ("number", "1.000", "tulis 1000"),
        ("number", "100,0", "tulis 100"),
        ("number", "100,5", ""),
        ("number", "22 buah", ""),
        ("number", "07", "tulis 7"),
        ("amount", "Rp 1.000.000", "tulis 1000000"),
        ("amount", "1.000.000", "tulis 1000000"),
        ("amount", "Rp154.600.000,00", "tulis 154600000"),
        ("amount", "154.600.000,-", "tulis 154600000"),
        ("amount", "1.234,50", ""),
        ("amount", "1,5 miliar", ""),
        ("date", "31/12/2024", "bila maksudnya tanggal 31 bulan 12: 2024-12-31"),
        ("date", "1-2-2024", "bila maksudnya tanggal 1 bulan 2: 2024-02-01"),
        ("date", "06.11.2024", "bila maksudnya tanggal 06 bulan 11: 2024-11-06"),
        ("date", "12/31/2024", ""),
        ("date", "31/02/2024", ""),
        ("date", "6 November 2024", "tulis 2024-11-06"),
        ("date", "6 november 2024", "tulis 2024-11-06"),
        ("date", "Rabu, 6 November 2024", "tulis 2024-11-06"),
        ("date", "6 Nopember 2024", "tulis 2024-11-06"),
        ("date", "November 2024", "tulis 2024-11"),
        ("date", "2024/11/06", "tulis 2024-11-06"),
        ("date", "31 Februari 2024", ""),
        ("date", "besok", ""),
        ("period", "2021-2026", "tulis 2021/2026"),
        ("period", "2021 - 2026", "tulis 2021/2026"),
        ("period", "2021–2026", "tulis 2021/2026"),
        ("period", "2021 s.d. 2026", "tulis 2021/2026"),
        ("url", "www.balikpapan.go.id/a", "tulis https://www.balikpapan.go.id/a"),
        ("url", "lampiran", ""),
        ("url", "ftp://a.id/b", ""),
        ("id", "Jam Macet", "tulis Jam-Macet"),
        ("id", "Dinas P3AP2KB (DP3)", "tulis Dinas-P3AP2KB-DP3"),
        ("id", "perda-no.", ""),
        ("status", "offical", "maksudnya 'official'?"),
        ("status", "zzz", "pilihannya: official, reported, derived"),
    ],
)
def test_the_hint_rewrites_what_is_certain_and_nothing_else(field, written, hint):
    _, (only,) = understand(FIELDS[field].replace("?", f'"{written}"'))

    assert only.hint == hint
    assert written in only.message
    for suggested in re.findall(r"tulis (\S+)|(\S+) bila pecahan|: (\S+)$", hint):
        assert understand(FIELDS[field].replace("?", f'"{"".join(suggested)}"'))[1] == []


def test_a_long_value_is_quoted_only_in_part():
    _, (only,) = understand(FIELDS["date"].replace("?", "x" * 500))

    assert f"'{'x' * 60}…'" in only.message


# -- what cannot be read does not make more of itself -----------------------------------------


def test_what_stands_in_a_broken_record_is_remembered():
    made, found = understand("opd: [{id: diskominfo, name: A, successor: kominfo, kind: b}]")

    assert len(found) == 1
    assert made.broken == {"diskominfo"}
    assert {"diskominfo", "kominfo"} <= made.mentioned


def test_one_broken_record_leaves_its_neighbours_alone():
    made, found = understand("opd: [{id: a, name: A}, {id: b}, {id: c, name: C}]")

    assert [read.entry.id for read in made.records] == ["a", "c"]
    assert len(found) == 1


def test_salvage_takes_ids_and_sections_out_of_what_is_no_yaml():
    made = salvage(
        b"opd:\n  - id: diskominfo\n    name: \"Dinas\n  - {id: 'dlh', name: A}\n"
        b"programmes:\n\t- id: prog-a\n    owner: dishub\xff\n"
    )

    assert made.broken == {"diskominfo", "dlh", "prog-a"}
    assert made.seen == {"opd", "programmes"}
    assert "dishub" in made.mentioned
    assert made.records == []
