"""A field is changed where it stands, in the manner of its file."""

import time
from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scmaster.exchange.editing import Add, New, NoPlaceError, Put, Take, edited

LONG = (
    "Rapat kerja dewan, tim pelaksana, dan forum diadakan kembali: undangan, daftar hadir, notulen,"
    " dan foto dilampirkan."
)
CITY = """\
# Program kota
programmes:
  # yang pertama
  - id: prog-a  # satu
    name: 'Jam Macet'
    owner: dishub    # belum pasti
    summary: >-
      Lalu lintas dipantau
      dari ruang kendali.
    started: 2021
    supporting: [dlh, dishub]  # dua
    measures:
      # dari laporan
      - name: Kamera
        value: 12.5
        as_of: 2024

      - {name: Simpang, value: 3}
    note: |
      Baris satu.
      # bukan komentar

  - id: prog-b
    "name": "Bank Sampah"
    budget: []
    risks:
"""


def changed(*changes, text=CITY):
    return edited(text.encode(), changes).decode()


def put(path, value, record="prog-a", text=CITY):
    return changed(Put("programmes", record, path, value), text=text)


def lines(before, after):
    """What is no longer there, and what is there instead."""
    old, new = before.splitlines(), after.splitlines()
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old, new


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("name",), "Ruang kendali", ["    name: 'Jam Macet'"], ["    name: 'Ruang kendali'"]),
        (("name",), "Jum'at", ["    name: 'Jam Macet'"], ["    name: 'Jum''at'"]),
        (
            ("owner",),
            "dlh",
            ["    owner: dishub    # belum pasti"],
            ["    owner: dlh    # belum pasti"],
        ),
        (("started",), "2022-03", ["    started: 2021"], ["    started: 2022-03"]),
        (
            ("summary",),
            "Pendek.",
            ["      Lalu lintas dipantau", "      dari ruang kendali."],
            ["      Pendek."],
        ),
        (("measures", 0, "value"), "13", ["        value: 12.5"], ["        value: 13"]),
        (
            ("measures", 1, "value"),
            "4",
            ["      - {name: Simpang, value: 3}"],
            ["      - {name: Simpang, value: 4}"],
        ),
        (
            ("measures", 1, "note"),
            "a, b",
            ["      - {name: Simpang, value: 3}"],
            ['      - {name: Simpang, value: 3, note: "a, b"}'],
        ),
        (("measures", 0, "unit"), "unit", [], ["        unit: unit"]),
        (
            ("supporting",),
            ["dlh", "bpbd"],
            ["    supporting: [dlh, dishub]  # dua"],
            ["    supporting: [dlh, bpbd]  # dua"],
        ),
        (
            ("supporting",),
            [],
            ["    supporting: [dlh, dishub]  # dua"],
            ["    supporting: []  # dua"],
        ),
        (("location",), "Kota", [], ["    location: Kota"]),
        (
            ("owner",),
            LONG,
            ["    owner: dishub    # belum pasti"],
            [
                "    owner: >-  # belum pasti",
                "      " + LONG.removesuffix(" dan foto dilampirkan."),
                "      dan foto dilampirkan.",
            ],
        ),
        (
            ("note",),
            "Satu.\nDua.\n",
            ["      Baris satu.", "      # bukan komentar"],
            ["      Satu.", "      Dua."],
        ),
        (
            ("note",),
            "Satu.",
            ["    note: |", "      Baris satu.", "      # bukan komentar"],
            ["    note: |-", "      Satu."],
        ),
    ],
)
def test_a_field_is_put_in_the_manner_of_the_old(path, value, old, new):
    assert lines(CITY, put(path, value)) == (old, new)


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("name",), "Bank", ['    "name": "Bank Sampah"'], ['    "name": "Bank"']),
        (
            ("budget",),
            [{"year": "2024", "amount": "5", "note": "x"}],
            ["    budget: []"],
            ["    budget:", "      - year: 2024", "        amount: 5", "        note: x"],
        ),
        (("risks",), [], ["    risks:"], ["    risks: []"]),
        (("summary",), "", [], ['    summary: ""']),
    ],
)
def test_what_is_empty_is_filled(path, value, old, new):
    assert lines(CITY, put(path, value, "prog-b")) == (old, new)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (("owner",), ["    owner: dishub    # belum pasti"], []),
        (
            ("supporting", 0),
            ["    supporting: [dlh, dishub]  # dua"],
            ["    supporting: [dishub]  # dua"],
        ),
        (
            ("supporting", 1),
            ["    supporting: [dlh, dishub]  # dua"],
            ["    supporting: [dlh]  # dua"],
        ),
        (("measures", 1), ["      - {name: Simpang, value: 3}"], []),
        (
            ("measures", 0, "name"),
            ["      - name: Kamera", "        value: 12.5"],
            ["      - value: 12.5"],
        ),
        (
            ("measures", 1, "name"),
            ["      - {name: Simpang, value: 3}"],
            ["      - {value: 3}"],
        ),
        (("note",), ["    note: |", "      Baris satu.", "      # bukan komentar"], []),
    ],
)
def test_a_field_or_an_item_is_taken_away(path, old, new):
    assert lines(CITY, changed(Take("programmes", "prog-a", path))) == (old, new)


@pytest.mark.parametrize(
    ("record", "path", "value", "old", "new"),
    [
        (
            "prog-a",
            ("supporting",),
            "bpbd",
            ["    supporting: [dlh, dishub]  # dua"],
            ["    supporting: [dlh, dishub, bpbd]  # dua"],
        ),
        (
            "prog-a",
            ("measures",),
            {"name": "Aduan", "value": "7"},
            [],
            ["", "      - {name: Aduan, value: 7}"],
        ),
        (
            "prog-b",
            ("risks",),
            {"text": "Banjir", "likelihood": "2"},
            [],
            ["      - text: Banjir", "        likelihood: 2"],
        ),
        ("prog-b", ("supporting",), "dlh", [], ["    supporting: [dlh]"]),
    ],
)
def test_a_list_gets_one_more_item(record, path, value, old, new):
    before = CITY.replace("      - {name: Simpang", "\n      - {name: Simpang").replace(
        "\n\n\n", "\n\n"
    )

    made = changed(Add("programmes", record, path, value), text=before)

    assert lines(before, made) == (old, new)


def test_items_count_as_they_stood_before_all_changes():
    made = changed(
        Take("programmes", "prog-a", ("measures", 0)),
        Put("programmes", "prog-a", ("measures", 1, "value"), "9"),
        Add("programmes", "prog-a", ("measures",), {"name": "Baru"}),
    )

    assert yaml.safe_load(made)["programmes"][0]["measures"] == [
        {"name": "Simpang", "value": 9},
        {"name": "Baru"},
    ]


def test_changing_a_field_to_what_it_is_changes_no_byte():
    assert put(("summary",), "Lalu lintas dipantau dari ruang kendali.") == CITY
    assert put(("measures", 1), {"name": "Simpang", "value": "3"}) == CITY
    assert changed() == CITY


def test_many_changes_are_made_in_one_go_and_twice_is_once():
    changes = [
        Put("programmes", "prog-b", ("name",), "Bank"),
        Put("programmes", "prog-a", ("name",), "Jam"),
        New("programmes", {"id": "prog-c", "started": "2024"}),
        New("opd", {"id": "dlh"}),
    ]
    made = changed(*changes)

    assert made.endswith("\n  - id: prog-c\n    started: 2024\n\nopd:\n  - id: dlh\n")
    assert changed(*changes[:2], text=made) == made


@pytest.mark.parametrize(
    ("text", "path", "value", "made"),
    [
        ("city:\n  id: a\n  name: x\n", ("name",), "lain", "city:\n  id: a\n  name: lain\n"),
        ("city: {id: a}", ("name",), "lain", "city: {id: a, name: lain}"),
        ("city:\n  id: a", ("name",), "lain", "city:\n  id: a\n  name: lain"),
        ("city:\r\n  id: a\r\n", ("name",), "lain", "city:\r\n  id: a\r\n  name: lain\r\n"),
        ("city:\n  name: x\n  id: a\n", ("name",), "lain\nlagi", None),
        (
            "city:\n  id: a\n  facts:\n  - value: 1\n",
            ("facts",),
            [],
            "city:\n  id: a\n  facts: []\n",
        ),
        (
            "city:\n  id: a\n  facts:\n  - value: 1\n",
            ("codes",),
            [{"a": "b"}],
            "city:\n  id: a\n  facts:\n  - value: 1\n  codes:\n  - a: b\n",
        ),
        (
            "city:\n  id: a\n  name: satu\n    dua  # tiga\n",
            ("name",),
            "lain",
            "city:\n  id: a\n  name: lain  # tiga\n",
        ),
        (
            "city:\n  id: a\n  facts:  # sini\n    # situ\n    - value: 1\n",
            ("facts",),
            "tidak ada",
            "city:\n  id: a\n  facts: tidak ada  # sini\n  # situ\n",
        ),
        (
            "city:\n  id: a\n  facts: [\n    {value: 1},  # satu\n    {value: 2}  # dua\n  ]\n",
            ("facts", 1, "value"),
            "3",
            "city:\n  id: a\n  facts: [\n    {value: 1},  # satu\n    {value: 3}  # dua\n  ]\n",
        ),
    ],
)
def test_layouts(text, path, value, made):
    after = changed(Put("city", "a", path, value), text=text)

    assert made is None or after == made
    assert yaml.safe_load(after)["city"][path[0]] is not None


def test_a_list_in_brackets_grows_as_it_is_written():
    before = "city:\n  id: a\n  facts: [\n    x,  # satu\n    y  # dua\n  ]\n"
    comma = before.replace("y  #", "y,  #")
    add = Add("city", "a", ("facts",), "z")

    assert changed(add, text=before) == before.replace("y  # dua", "y,  # dua\n    z")
    assert changed(add, text=comma) == comma.replace("# dua", "# dua\n    z,")


def test_a_list_in_brackets_that_is_full_goes_on_below_its_first_item():
    before = "city:\n  id: a\n  sources: [" + ", ".join(f"sumber-{n:02}" for n in range(8)) + "]\n"

    made = changed(Add("city", "a", ("sources",), "sumber-baru"), text=before)

    assert made == before.replace("]", ",\n            sumber-baru]")


ANCHORS = """\
opd:
  - id: a
    name: &nama Dinas
    note: &catatan {x: [satu]}
  - id: b
    name: *nama
    note: *catatan
    head: biasa
  - &butir
    id: c
    head: biasa
"""


@pytest.mark.parametrize(
    "change",
    [
        Put("opd", "a", ("name",), "Badan"),
        Put("opd", "b", ("name",), "Badan"),
        Put("opd", "a", ("note", "x"), "dua"),
        Put("opd", "b", ("note", "x"), "dua"),
        Add("opd", "a", ("note", "x"), "dua"),
        Take("opd", "a", ("name",)),
        Put("opd", "c", ("head",), "lain"),
    ],
)
def test_what_is_repeated_elsewhere_is_not_changed(change):
    with pytest.raises(NoPlaceError):
        changed(change, text=ANCHORS)


def test_anchors_elsewhere_are_no_hindrance():
    made = changed(Put("opd", "b", ("head",), "lain"), Take("opd", "b", ("name",)), text=ANCHORS)

    assert made == ANCHORS.replace("    name: *nama\n", "").replace("biasa\n  - &", "lain\n  - &")


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (CITY, Put("programmes", "prog-x", ("name",), "a")),
        (CITY, Put("opd", "prog-a", ("name",), "a")),
        (CITY, Put("programmes", "prog-a", ("measures", 5, "value"), "a")),
        (CITY, Put("programmes", "prog-a", ("name", "x"), "a")),
        (CITY, Put("programmes", "prog-a", (), "a")),
        (CITY, Take("programmes", "prog-a", ("location",))),
        (CITY, Take("programmes", "prog-a", ("location", "x"))),
        (CITY, Add("programmes", "prog-a", ("name",), "a")),
        (CITY, Put("programmes", "prog-a", ("name",), "a\x07b")),
        (CITY, Put("programmes", "prog-a", ("name",), "a\ud800b")),
        (CITY.replace("prog-b", "prog-a"), Put("programmes", "prog-a", ("name",), "a")),
        ("programmes: [", Put("programmes", "prog-a", ("name",), "a")),
        ("programmes: {id: a}", New("programmes", {"id": "b"})),
        ("a", Put("programmes", "prog-a", ("name",), "a")),
        ("", Put("programmes", "prog-a", ("name",), "a")),
    ],
)
def test_what_is_not_there_or_cannot_be_is_refused(text, change):
    with pytest.raises(NoPlaceError):
        changed(change, text=text)


def test_the_record_that_cannot_be_changed_is_named():
    with pytest.raises(NoPlaceError, match="prog-b"):
        changed(
            Put("programmes", "prog-a", ("name",), "x"),
            Put("programmes", "prog-b", ("name",), "\x07"),
        )


def test_what_is_no_text_stands_bare_and_a_text_that_looks_like_none_does_not():
    record = {"id": "ev-1", "title": "2024", "number": "012", "date": "2024-11-06", "pages": "3-5"}
    made = yaml.safe_load(edited(b"", [New("evidence", record)]))["evidence"][0]
    figures = {"id": "i", "actuals": [{"value": "27.5", "preferred": "ya", "unit": "12"}]}
    figure = yaml.safe_load(edited(b"", [New("indicators", figures)]))["indicators"][0]["actuals"][
        0
    ]

    assert made == record | {"date": date(2024, 11, 6)}
    assert figure["value"] == 27.5
    assert figure["unit"] == "12"


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.from_regex(r"[-+0-9.:,_/exo ]{1,8}", fullmatch=True),
        st.sampled_from(["no", "Yes", "NULL", "~", "0x1F", "1e3", ".inf", "=", "<<", "- a", "? a"]),
    )
)
def test_every_reader_takes_a_text_for_a_text(text):
    for before in ("opd:\n  - id: a\n", "opd: [{id: a}]\n"):
        try:
            made = edited(before.encode(), [Put("opd", "a", ("name",), text)])
        except NoPlaceError:  # nothing but what the reader refuses
            assert not text.strip()
            continue
        assert yaml.safe_load(made)["opd"][0]["name"] == text


def test_fifty_changes_among_a_thousand_records_take_no_time():
    records = "".join(
        f"  - id: ind-{n}\n    name: Indikator {n}\n    actuals:\n      - value: {n}\n"
        f"        note: >-\n          satu\n          dua\n    sources: [a, b]\n\n"
        for n in range(1000)
    )
    changes = [Put("indicators", f"ind-{n}", ("name",), "Lain") for n in range(0, 1000, 40)]
    changes += [
        Add("indicators", f"ind-{n}", ("actuals",), {"value": "1"}) for n in range(1, 1000, 40)
    ]
    start = time.process_time()

    made = edited(f"indicators:\n{records}".encode(), changes)

    assert time.process_time() - start < 5
    assert made.count(b"name: Lain\n") == 25
    assert made.count(b"- value: 1\n") == 26
