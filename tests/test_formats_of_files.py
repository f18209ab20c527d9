"""What a city has written once stays readable: every earlier format, and no name lost."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scmaster import load as stage
from scmaster import pipeline
from scmaster.diagnostics import Severity, Span
from scmaster.exchange import migrating
from scmaster.exchange.migrating import migrated, with_format
from scmaster.exchange.wishes import NoPlaceError
from scmaster.load import load, nested
from scmaster.model import formats
from scmaster.model.formats import CURRENT, RENAMED, Renamed
from scmaster.model.sections import CITY_SECTIONS
from scmaster.source import reader

HERE = Path(__file__).parent
SAMPLES = HERE / "formats"


def files_of(number):
    return {path.name: path.read_bytes() for path in sorted((SAMPLES / f"{number}").glob("*"))}


def said(files):
    where = Span("kota", 1, 1)
    return pipeline.understand(sorted(files.items()), [], [], where, on=date(2025, 1, 15))


# -- every earlier format ---------------------------------------------------------------------


def test_every_earlier_format_has_a_sample_that_needs_its_renamings():
    for number in range(1, CURRENT):
        text = b"\n".join(files_of(number).values()).decode()
        later = [change for change in RENAMED if change.since > number]

        assert later
        assert [change.old for change in later if change.old not in text] == []


@pytest.mark.parametrize("number", range(1, CURRENT))
def test_an_earlier_format_is_read_with_warnings_only(number):
    case = said(files_of(number))

    assert [d for d in case.told if d.severity is Severity.ERROR] == []
    assert {d.code for d in case.told} == {"SCM119"}


@pytest.mark.parametrize("number", range(1, CURRENT))
def test_an_earlier_format_becomes_the_current_one(number, golden):
    before = files_of(number)
    after = {name: migrated(data)[0] for name, data in before.items()}

    assert said(after).told == ()
    assert _records(said(after)) == _records(said(before))
    for name, data in after.items():
        golden(f"formats/{number}/{name}", data.decode())


def _records(case):
    return {
        name: {key: repr(record) for key, record in section.items()}
        for name, section in case.dossier.records.items()
    }


def test_only_the_names_are_other_bytes():
    before = files_of(1)["kota.yaml"].decode()
    after, done = migrated(before.encode())
    lines = list(zip(before.splitlines(), after.decode().splitlines(), strict=True))
    changed = [number for number, (one, other) in enumerate(lines, start=1) if one != other]

    assert changed == sorted({each.line for each in done})
    assert all(
        re.sub(r'"office"|office', "opd", one, count=1) == other
        for one, other in lines
        if one != other
    )


def test_line_ends_stay_as_they_were():
    before = LOOK.replace("\n", "\r\n").encode() + b"    office: dlh"

    assert migrated(before)[0] == before.replace(b"office", b"opd")
    assert migrated(b"\xef\xbb\xbf" + before)[0] == b"\xef\xbb\xbf" + migrated(before)[0]


def test_twice_changes_nothing_the_second_time():
    once, done = migrated(files_of(1)["kota.yaml"])

    assert len(done) == 3
    assert migrated(once) == (once, [])


@pytest.mark.parametrize("name", ["balikpapan", "samarinda"])
def test_the_cities_are_of_the_current_format(name):
    for path in sorted((HERE.parent / "cities" / name).rglob("*.yaml")):
        assert migrated(path.read_bytes())[1] == []


# -- one old name -----------------------------------------------------------------------------


def read(text, sections=CITY_SECTIONS):
    node, found = reader.read(text.encode(), "f.yaml")
    assert found == []
    return load(node, sections)


LOOK = "verifications:\n  - id: v-1\n    what: a\n    date: 2024\n    agrees: ya\n"


def test_an_old_name_is_one_warning_at_its_place_and_says_the_new_one():
    made, (only,) = read(LOOK + "    office: dlh\n")

    assert (only.code, only.severity, only.span[1:3]) == ("SCM119", Severity.WARNING, (6, 5))
    assert only.message == "isian 'office' sekarang bernama 'opd'"
    assert made.records[0].entry.opd == "dlh"
    assert made.records[0].entry.span("opd")[1:3] == (6, 13)


def test_beside_the_new_name_the_old_one_is_unknown():
    _, found = read(LOOK + "    office: dlh\n    opd: dlh\n")

    assert [d.code for d in found] == ["SCM102"]
    data = (LOOK + "    office: dlh\n    opd: dlh\n").encode()
    assert migrated(data) == (data, [])


def test_an_old_name_elsewhere_is_no_old_name():
    _, found = read("opd:\n  - {id: dlh, name: A, office: x}\n")

    assert [d.code for d in found] == ["SCM102"]


def test_a_slip_in_a_record_with_an_old_name_is_said_too():
    _, found = read(LOOK.replace("2024", "kemarin") + "    office: dlh\n")

    assert sorted(d.code for d in found) == ["SCM105", "SCM119"]


@pytest.fixture
def deep(monkeypatch):
    """A name that changed inside lists of records."""
    change = Renamed(CURRENT + 1, "bodies", ("meetings", "attendance"), "dari", "opd")
    for module in (formats, stage, migrating):
        monkeypatch.setattr(module, "RENAMED", (change,))


@pytest.mark.usefixtures("deep")
def test_a_name_is_found_however_deep_it_stands():
    text = (
        "bodies:\n  - id: f\n    meetings:\n      - attendance:\n          - {dari: a}\n"
        "          - dari: b\n      - attendance: []\n      - place: c\n  - id: g\n"
    )
    after, done = migrated(text.encode())

    assert after.decode() == text.replace("dari", "opd")
    assert [each.line for each in done] == [5, 6]


def test_what_an_alias_shares_is_not_changed_behind_anybodys_back():
    """Both records change where the anchor's does; the file reads as it is to read."""
    text = (
        "verifications:\n  - &a {id: v-1, what: a, date: 2024, agrees: ya, office: dlh}\n  - *a\n"
    )
    after, done = migrated(text.encode())

    assert after.decode() == text.replace("office", "opd")
    assert len(done) == 1


def test_an_alias_from_another_section_is_left_to_a_person():
    text = "opd:\n  - &a {id: v-1, name: x, office: dlh}\nverifications:\n  - *a\n"

    with pytest.raises(NoPlaceError):
        migrated(text.encode())


@pytest.mark.parametrize("text", ["verifications: [\n", "a: \x00\n"])
def test_a_file_that_cannot_be_read_is_left_alone(text):
    with pytest.raises(NoPlaceError):
        migrated(text.encode())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "  - {id: a, office: x}  # office",
                "  -   'office': x",
                "  # office: y",
                "",
                "  - id: b\n    office: |\n      office: z\n",
                "  - note: 'office'\n    office: [a,\n      b]",
                "  - opd: q\n    office: r",
            ]
        ),
        max_size=6,
    )
)
def test_whatever_the_layout_it_reads_as_it_is_to_read(items):
    data = "\n".join(["verifications:", *items, "sources:", "  - id: s", ""]).encode()
    node, found = reader.read(data, "")
    if found:
        with pytest.raises(NoPlaceError):
            migrated(data)
        return
    after, done = migrated(data)
    plain = node.plain()["verifications"] or []
    today = [
        {"opd" if key == "office" and "opd" not in each else key: v for key, v in each.items()}
        for each in plain
    ]

    assert (reader.read(after, "")[0].plain()["verifications"] or []) == today
    assert len(done) == sum(1 for each in plain if "office" in each and "opd" not in each)


# -- the settings -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "settings:\n  format: 2\n"),
        ("# kosong\n", "# kosong\nsettings:\n  format: 2\n"),
        ("settings:\n  format: 1   # lama\n", "settings:\n  format: 2   # lama\n"),
        (
            'settings: {evidence_folder: "arsip/{city}"}\n',
            'settings: {format: 2, evidence_folder: "arsip/{city}"}\n',
        ),
        (
            "settings:\n    # eviden\n    evidence_folder: arsip\n",
            "settings:\n    # eviden\n    format: 2\n    evidence_folder: arsip\n",
        ),
    ],
)
def test_the_settings_say_the_format(before, after):
    assert with_format(before.encode()).decode() == after


@pytest.mark.parametrize(
    "text", ["settings:\n", "settings: [{format: 1}]\n", "settings: {}\n", "["]
)
def test_settings_of_another_layout_are_left_to_a_person(text):
    with pytest.raises(NoPlaceError):
        with_format(text.encode())


# -- no name is lost --------------------------------------------------------------------------


def fields():
    """Return every field of a city's records, by the section and the fields that lead to it."""
    waiting = [((name,), kind) for name, kind in CITY_SECTIONS.items()]
    for path, kind in waiting:
        yield from ((*path, name) for name in kind.model_fields)
        waiting += [((*path, name), inside) for name, inside in nested(kind).items()]


def lost(known, today, renamed):
    """Return the names that were once published, and that nothing reads any more."""
    old = {(change.section, *change.path, change.old) for change in renamed}
    return sorted(set(known) - set(today) - old)


def test_no_field_that_was_once_published_is_lost():
    """A field goes only by getting another name: add it to RENAMED, and a sample of its format."""
    known = [tuple(line.split(".")) for line in (SAMPLES / "fields.txt").read_text().split()]

    assert len(known) > 250
    assert lost(known, fields(), RENAMED) == []


def test_that_guard_bites():
    today = [path for path in fields() if path != ("answers", "fact")]

    assert lost([("answers", "fact")], today, RENAMED) == [("answers", "fact")]
    assert lost([("verifications", "office")], today, ()) == [("verifications", "office")]


def test_a_new_name_is_a_field_of_today():
    every = set(fields())

    assert all((c.section, *c.path, c.new) in every for c in RENAMED)
    assert all((c.section, *c.path, c.old) not in every for c in RENAMED)
    assert all(1 < c.since <= CURRENT for c in RENAMED)
