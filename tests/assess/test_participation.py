"""Who has contributed: counted from the records, and what nobody wrote down is unknown."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_city import outline, small

from scmaster.assess.appreciation import Ground, merits
from scmaster.assess.attendance import Share
from scmaster.assess.participation import participation
from scmaster.assess.replies import Replies
from scmaster.assess.requested import Asked, Received, Requests
from scmaster.assess.signing import signing
from scmaster.model.governance import Commitment
from scmaster.model.values import PartialDate
from scmaster.passages import commitment
from scmaster.passages import participation as words

TEXT = (Path(__file__).parent / "partisipasi.yaml").read_text("utf-8")
WRITTEN = ("opd", "evidence", "submissions", "programmes")
OWN, BEFORE = "evaluasi-2024", "evaluasi-2023"


def form(letter):
    return letter * 64


def asked(letter, day, due="", count=3):
    return Asked(form(letter), day, {"answers": count}, due)


def received(letter, day, count=2):
    return Received(form(letter), day, {"answers": count})


LEDGERS = (
    Requests(
        OWN,
        "bappeda",
        (asked("a", "2024-10-01", "2024-10-10"), asked("b", "2024-11-01", "2024-11-10")),
        (received("b", "2024-11-12"),),
    ),
    Requests(
        OWN, "diskominfo", (asked("c", "2024-12-01", "2025-02-01"),), (received("c", "2024-12-05"),)
    ),
    Requests(OWN, "dlh", (asked("d", "2024-12-01", "2024-12-20"),)),
    Requests(OWN, "dinas-lain", (asked("e", "2024-12-01"),)),
    Requests(BEFORE, "dinsos", (asked("f", "2023-12-01", "2023-12-20"),)),
)


@pytest.fixture(scope="module")
def case():
    """The city, with its ledgers, as it is seen on 15 January 2025."""
    return replace(small(TEXT, without=WRITTEN), requests=LEDGERS)


@pytest.fixture(scope="module")
def found(case):
    """What is counted."""
    return participation(case)


def office(found, key):
    return next(each for each in found.offices if each.key == key)


def outsider(found, name):
    return next(each for each in found.outsiders if each.name == name)


def test_the_city_says_nothing_wrong(case):
    assert case.told == ()


def test_the_words(case, golden):
    told = [*outline(words.outside(case)), *outline(words.inside(case))]
    told += words.summary(participation(case))

    golden("participation/words.txt", "\n".join(told) + "\n")


def test_what_earlier_offices_did_counts_for_the_one_of_today(found):
    bapperida = office(found, "bapperida")

    assert {each.key for each in found.offices}.isdisjoint({"bappeda", "litbang"})
    assert (bapperida.answered, bapperida.proven) == (Share(1, 1), Share(1, 1))
    assert (bapperida.evidence, bapperida.accepted) == (2, Share(1, 2))
    assert bapperida.followed_up == Share(1, 2)
    assert bapperida.attended == Share(1, 1, 1)


def test_a_verdict_of_another_cycle_is_none_of_this_one(found):
    assert office(found, "dlh").accepted == Share(unknown=1)


def test_absence_takes_minutes_and_an_invitation_is_a_seat(found):
    assert office(found, "dlh").attended == Share(0, 1)
    assert office(found, "diskominfo").attended == Share(1, 1)
    assert office(found, "dinsos").attended == Share()


def test_a_meeting_of_several_bodies_is_one_occasion(found):
    institute = outsider(found, "Institut Teknologi")

    assert found.meetings == 2
    assert institute.attended == Share(1, 1, 1)
    assert [(met.body, met.share) for met in institute.bodies] == [
        ("dewan", Share(1, 1, 1)),
        ("forum", Share(0, 0, 1)),
    ]


def test_who_is_not_named_among_those_named_in_minutes_was_not_there(found):
    assert outsider(found, "Bank Daerah").attended == Share(0, 1, 1)


def test_a_partner_is_found_by_its_name_however_it_is_written(found):
    assert outsider(found, "Bank Daerah").agreements == ("prog-uji",)


def test_a_sector_that_nobody_mentions_is_unknown(found):
    heard = {voice.sector: voice.attended for voice in found.voices}

    assert heard == {
        "academia": Share(1, 1, 1),
        "business": Share(1, 1, 1),
        "community": Share(unknown=2),
        "media": Share(unknown=2),
    }


def test_a_form_that_a_newer_one_replaced_does_not_count(found):
    assert office(found, "bapperida").replies == Replies(late=1, things=Share(2, 3))


def test_forms_in_time_overdue_and_waited_for(found):
    assert office(found, "diskominfo").replies == Replies(on_time=1, things=Share(2, 3))
    assert office(found, "dlh").replies == Replies(overdue=1, things=Share(0, 3))
    assert office(found, "dinas-lain").replies == Replies(waiting=1, things=Share(0, 3))
    assert office(found, "dinsos").replies == Replies()


def test_an_empty_form_that_comes_back_is_no_answer(case):
    empty = Requests(OWN, "dlh", LEDGERS[2].asked, (received("d", "2024-12-02", 0),))
    found = participation(replace(case, requests=(empty,)))

    assert office(found, "dlh").replies.overdue == 1


def test_the_day_that_holds_is_that_of_the_form_as_it_was_last_given_out(case):
    again = (asked("d", "2024-12-01", "2024-12-20"), asked("d", "2024-12-22", "2025-01-10"))
    late = Requests(OWN, "dlh", again, (received("d", "2025-01-05"),))
    found = participation(replace(case, requests=(late,)))

    assert office(found, "dlh").replies == Replies(on_time=1, things=Share(2, 3))


def test_from_a_day_on(case):
    found = participation(case, PartialDate(2024, 12))

    assert found.meetings == 0
    assert office(found, "bapperida").replies == Replies()
    assert office(found, "dlh").replies.overdue == 1
    assert participation(case, PartialDate(2023)).meetings == 3


def test_whom_to_thank_and_whom_to_urge_on(found):
    thanked, urged = merits(found)
    why = {m.name: ([r.ground for r in m.bad], [r.ground for r in m.good]) for m in urged}

    assert [merit.name for merit in thanked] == ["Diskominfo"]
    assert why == {
        "Bapperida": ([Ground.LATE], [Ground.PROVEN]),
        "DLH": ([Ground.OVERDUE, Ground.ABSENT], []),
        "Bank Daerah": ([Ground.ABSENT], [Ground.PARTNER]),
    }


def test_who_was_asked_nothing_is_neither_thanked_nor_urged_on(case):
    quiet = replace(case, requests=())
    names = {merit.key for every in merits(participation(quiet)) for merit in every}

    assert "dinsos" not in names
    assert not office(participation(quiet), "dinsos").concerned


def test_what_came_in_another_way_is_no_longer_urged(case):
    nothing = Requests(OWN, "dinsos", (asked("d", "2024-12-01", "2024-12-20"),))
    found = participation(replace(case, requests=(nothing,)))

    assert office(found, "dinsos").replies.overdue == 1
    assert not office(found, "dinsos").owes
    assert "dinsos" not in {merit.key for merit in merits(found)[1]}


def test_a_name_that_is_no_office_is_neither_thanked_nor_urged_on(case):
    ledger = Requests(OWN, "dinas-lain", (asked("e", "2024-12-01", "2024-12-20"),))
    found = participation(replace(case, requests=(ledger,)))

    assert office(found, "dinas-lain").replies.overdue == 1
    assert not office(found, "dinas-lain").registered
    assert "dinas-lain" not in {merit.key for merit in merits(found)[1]}


def test_open_questions_alone_are_nobodys_fault():
    answers = (
        "answers: [{id: j, submission: evaluasi-2024, question: OUT.04, owner: dlh, state: draft}]"
    )
    found = participation(small(answers))

    assert office(found, "dlh").answered.of == 1
    assert merits(found)[1] == []


def test_of_a_city_without_a_submission_only_meetings_are_counted():
    case = small(
        "bodies: [{id: f, kind: forum, name: F, meetings: [{date: 2021, title: A}]}]",
        without=("submissions",),
    )
    found = participation(case)

    assert (found.period, found.meetings) == (None, 1)
    assert words.held(found) == "Rapat yang tercatat pada semua waktu: 1."


DAYS = st.dates(date(2024, 1, 1), date(2025, 2, 1)).map(date.isoformat)
FORMS = st.sampled_from("abc")
GIVEN = st.lists(st.builds(asked, FORMS, DAYS, DAYS | st.just("")), max_size=5)
BACK = st.lists(st.builds(received, FORMS, DAYS, st.integers(0, 5)), max_size=5)


@settings(max_examples=60, deadline=None)
@given(GIVEN, BACK)
def test_whatever_the_ledger_each_form_counts_once_at_most(given_out, back):
    def ordered(lines):
        return tuple(sorted(lines, key=lambda line: line.date))

    ledger = Requests(OWN, "dlh", ordered(given_out), ordered(back))
    case = replace(small(TEXT, without=WRITTEN), requests=(ledger,))
    counted = office(participation(case), "dlh").replies

    assert counted.asked <= len({line.form for line in given_out})
    assert bool(counted.asked) == bool(given_out)
    assert counted.things.done <= counted.things.of


COMMITMENT = """\
commitments:
  - id: komitmen
    title: Komitmen bersama
    date: 2024-03-01
    signatories: [{opd: bappeda, signed: ya}, {opd: dlh, signed: tidak}]
"""
LATER = """\
opd:
  - {id: diskominfo, name: Dinas Komunikasi dan Informatika, short_name: Diskominfo}
  - {id: bappeda, name: Badan A, short_name: Bappeda, valid_to: 2024-06-30, successor: bapperida}
  - {id: bapperida, name: Badan Riset, short_name: Bapperida, valid_from: 2024-07-01}
  - {id: dlh, name: Dinas Lingkungan Hidup, short_name: DLH, valid_to: 2024-12-31}
  - {id: damkar, name: Dinas Pemadam Kebakaran, short_name: Damkar, valid_from: 2024-09-01}
"""


def test_a_commitment_seen_from_today():
    case = small(COMMITMENT + LATER, without=("opd", "evidence", "programmes"))
    made = case.dossier.of(Commitment)["komitmen"]
    stands = signing(case, made)

    assert [opd.id for opd in stands.signed] == ["bappeda"]
    assert [opd.id for opd in stands.unsigned] == ["dlh"]
    assert [opd.id for opd in stands.unlisted] == ["diskominfo"]
    assert [(a.id, b.id) for a, b in stands.replaced] == [("bappeda", "bapperida")]
    assert [opd.id for opd in stands.gone] == ["dlh"]
    assert [opd.id for opd in stands.later] == ["damkar"]
    assert commitment.standing(case, made) == (
        "Komitmen bersama (1 Maret 2024): 1 dari 3 perangkat daerah menandatangani; belum: DLH;"
        " tidak tercatat: Diskominfo. Berganti sesudahnya: Bappeda kini Bapperida. Sudah tidak ada,"
        " dan penerusnya belum dicatat: DLH. Belum ada pada waktu itu: Damkar."
    )


def test_where_a_source_says_that_all_signed_nobody_is_missing():
    signed = COMMITMENT.split("    signatories", maxsplit=1)[0] + "    signed_by_all: ya\n"
    case = small(signed + LATER, without=("opd", "evidence", "programmes"))
    made = case.dossier.of(Commitment)["komitmen"]

    assert signing(case, made).unlisted == ()
    assert "menurut sumber, tanpa rincian" in commitment.standing(case, made)
