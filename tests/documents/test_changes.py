"""Two moments of a city side by side: by record, field by field, and no more than that."""

import contextlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_city import outline, small

from scmaster.assess.changes import ADDED, CHANGED, REMOVED, compare
from scmaster.assess.snapshot import taken
from scmaster.assess.snapshot_json import SnapshotError, from_json, to_json
from scmaster.passages.changes import Earlier, since

KOTA = (Path(__file__).parent / "kota.yaml").read_text("utf-8")
NOW = "evaluasi-2024"


def after(*pairs):
    """A snapshot of the small city with some words replaced, each found once."""
    text = KOTA
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return taken(small(text))


def changed(before, later, **more):
    return {(c.kind, c.id): c for c in compare(before, later, NOW, **more).changes}


def test_nothing_changes_between_a_moment_and_itself():
    assert compare(after(), after(), NOW).changes == ()


def test_what_is_written_is_read_again():
    snapshot = after()

    assert from_json(to_json(snapshot).encode()) == snapshot
    assert to_json(from_json(to_json(snapshot).encode())) == to_json(snapshot)


def test_an_answer_is_known_by_its_question_and_not_by_its_records_id():
    found = changed(after(), after(("id: jaw-bas-01", "id: jawaban-lain")))

    assert found == {}


def test_a_new_name_is_a_change_of_name_and_no_other_record():
    found = changed(after(), after(("title: Laporan hasil audit", "title: Laporan audit 2024")))

    (change,) = found.values()
    assert (change.kind, change.id, change.how) == ("evidence", "ev-rahasia", CHANGED)
    assert [(f.field, f.before, f.after) for f in change.fields] == [
        ("title", "Laporan hasil audit", "Laporan audit 2024")
    ]


def test_an_office_that_is_called_something_else_changes_no_answer():
    """Fields keep the id of an office; what it is called is looked up when somebody reads."""
    before, later = after(), after()
    renamed = type(later)(
        later.city, later.cycles, later.items, {**later.names, "bappeda": "Bapperida"}
    )

    assert compare(before, renamed, NOW).changes == ()


def test_a_figure_is_known_by_its_record_what_it_counts_and_when():
    found = changed(after(), after(("value: 1250, unit: izin", "value: 1300, unit: izin")))

    (change,) = found.values()
    assert change.kind == "figure"
    assert [(f.field, f.before, f.after) for f in change.fields] == [("value", "1250", "1300")]


def test_evidence_that_goes_takes_the_proof_along():
    without = KOTA.replace(
        "evidence: ev-perwali\n    supports: [BAS.01", "evidence: ev-perwali\n    supports: [OUT.06"
    )
    assert without != KOTA
    found = changed(after(), taken(small(without)))
    standing = {f.field: (f.before, f.after) for f in found["answer", "BAS.01"].fields}

    assert standing["standing"] == ("proven", "supported")
    assert found["evidence", "ev-perwali"].how == CHANGED


def test_a_recommendation_that_is_done():
    found = changed(after(), after(("status: claimed_met", "status: evidenced")))

    assert [(f.before, f.after) for f in found["recommendation", "rek-2023-01"].fields] == [
        ("claimed_met", "evidenced")
    ]


def test_what_came_and_what_went_mirror_each_other():
    more = KOTA.replace(
        "quick_wins:\n", "quick_wins:\n  - {id: qw-baru, programme: prog-uji, year: 2023}\n"
    )
    before, later = after(), taken(small(more))
    came, went = compare(before, later, NOW), compare(later, before, NOW)

    assert [(c.kind, c.id, c.how) for c in came.changes] == [("quick_win", "qw-baru", ADDED)]
    assert [(c.kind, c.id, c.how) for c in went.changes] == [("quick_win", "qw-baru", REMOVED)]
    assert [(f.before, f.after) for f in came.changes[0].fields] == [
        (f.after, f.before) for f in went.changes[0].fields
    ]


def cycle(snapshot, **more):
    """The snapshot with its cycle of today changed."""
    cycles = tuple(replace(c, **more) if c.id == NOW else c for c in snapshot.cycles)
    return replace(snapshot, cycles=cycles)


def test_answers_under_another_family_are_not_compared():
    before = cycle(after(), family="spbe", answers=())
    compared = compare(before, after(), NOW)

    assert compared.before is None
    assert [c for c in compared.changes if c.kind == "answer"] == []


def test_under_another_edition_only_what_both_ask_is_compared():
    before = cycle(after(), instrument="uji-2023", questions=("BAS.01", "LAMA.01"), answers=())
    compared = compare(before, after(), NOW)

    assert compared.editions_differ
    assert {c.id for c in compared.changes if c.kind == "answer"} == {"BAS.01"}


def test_where_the_submission_is_new_the_latest_before_it_is_compared():
    before = cycle(after(), id="evaluasi-2023-lain", year=2023)

    assert compare(before, after(), NOW).before.id == "evaluasi-2023-lain"
    assert compare(cycle(before, id=NOW), after(), NOW, earlier="tidak-ada").before is not None


def test_a_cycle_of_a_later_year_is_never_the_one_before():
    before = cycle(after(), id="evaluasi-2030", year=2030)

    assert compare(before, after(), NOW).before is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
FIELD = st.sampled_from(["version", "city", "cycles", "items", "names", "errors"])


@pytest.fixture(scope="module")
def plain():
    return json.loads(to_json(taken(small(KOTA))))


@settings(max_examples=60, deadline=None)
@given(field=FIELD, value=JSON)
def test_whatever_is_saved_no_traceback(plain, field, value):
    with contextlib.suppress(SnapshotError):
        from_json(json.dumps({**plain, field: value}).encode())


@pytest.mark.parametrize("data", [b"\xff\xfe", b"null", b"[]", b"1", b'{"version": 1}', b"NaN"])
def test_what_is_no_snapshot_is_refused(data):
    with pytest.raises(SnapshotError):
        from_json(data)


def test_the_chapter_as_it_is_read(golden):
    """Every kind of record, come, gone and changed; ids by what they are called."""
    earlier = KOTA.replace("status: claimed_met", "status: open").replace(
        "value: 1250, unit: izin", "value: 1200, unit: izin"
    )
    earlier = earlier.replace("fact: Belanja kota cerdas 2024 tercatat di DPA.", "state: verified")
    earlier = earlier.replace("public_benefit: Izin selesai sehari", "public_benefit: Izin cepat")
    earlier = earlier.replace(
        "quick_wins:\n", "quick_wins:\n  - {id: qw-lama, programme: prog-uji, year: 2023}\n"
    )
    earlier = earlier.replace("date: 2020-02-03", "date: 2020-02")
    told = since(small(KOTA), Earlier(taken(small(earlier)), "revisi git abc1234"))

    golden("perubahan/data.txt", "\n".join(outline(told)) + "\n")
