"""What the shipped instruments promise of themselves: sums, sources, and nothing made up."""

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scmaster import catalogue, pipeline
from scmaster.assess.scale import fits_self_score
from scmaster.assess.scoring import band
from scmaster.diagnostics import Span
from scmaster.link import groups_of, levels_of, questions, questions_of
from scmaster.model.framework import Question, Scale
from scmaster.report import text

ROOT = Path(__file__).parents[2]
SHARED = [(str(p), p.read_bytes()) for p in sorted((ROOT / "pillars").rglob("*.yaml"))]
CITY = "city: {id: uji, name: Uji, kind: kota, province: A, region_code: '64.71'}\n"
HERE = Span("kota", 1, 1)

SPBE, PEMDI = "spbe-permenpanrb-59-2020", "pemdi-permenpanrb-8-2026"
EARLY, REGULAR = "komdigi-2022-early-phase", "komdigi-2023-regular"
KPPN = "komdigi-2023-kppn-ikn"


def understand(city=CITY, more=""):
    shared = [*SHARED, ("lain.yaml", more.encode())] if more else SHARED
    return pipeline.understand([("k.yaml", city.encode())], shared, [], HERE, on=date(2026, 9, 1))


@pytest.fixture(scope="module")
def frameworks():
    known, found = pipeline.frameworks(ROOT)
    assert found == []
    return known


@pytest.fixture(scope="module")
def instruments(frameworks):
    return frameworks.instruments


def shape(instrument):
    return [(str(g.weight), len(questions_of(g))) for g in instrument.groups]


SHAPES = {
    EARLY: [("10", 5), ("20", 7), ("30", 31), ("10", 4), ("30", 12)],
    "komdigi-2022-regular": [("10", 0), ("20", 0), ("30", 0), ("20", 0), ("20", 0)],
    KPPN: [("10", 5), ("20", 7), ("20", 33), ("20", 54), ("20", 12), ("10", 6)],
    REGULAR: [("10", 5), ("20", 7), ("30", 33), ("20", 54), ("20", 12)],
    "komdigi-2024": [("10", 0), ("20", 0), ("30", 0), ("20", 0), ("20", 0)],
    SPBE: [("13", 10), ("25", 10), ("16.5", 11), ("45.5", 16)],
    PEMDI: [("10", 2), ("10", 2), ("15", 4), ("15", 4), ("10", 2), ("15", 4), ("25", 2)],
}


def test_the_rules_have_nothing_to_say_of_what_is_shipped():
    about = [d for d in understand().diagnostics if d.span.file != "k.yaml"]

    assert about == []


def test_weights_and_numbers_of_questions(instruments):
    assert {name: shape(known) for name, known in instruments.items()} == SHAPES


@pytest.mark.parametrize("name", [SPBE, PEMDI])
def test_weights_are_shares_of_the_whole_at_every_depth(name, instruments):
    every = questions(instruments[name]).values()

    assert sum(question.weight for question in every) == 100
    for group in groups_of(instruments[name]):
        inside = [*group.groups, *group.questions]
        assert sum((part.weight for part in inside), Decimal(0)) == group.weight


# -- honest -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHAPES)
def test_every_item_says_where_it_was_read_and_how_sure_it_is(name, instruments):
    known = instruments[name]

    assert known.sources
    assert known.note
    assert all(question.source for question in questions(known).values())
    assert all(group.status for group in groups_of(known))


def sure(instrument):
    return Counter(question.status for question in questions(instrument).values())


def test_nothing_is_surer_than_its_source(instruments):
    assert sure(instruments[KPPN]) == {"official": 117}
    assert sure(instruments[EARLY]) == {"official": 52, "inferred": 7}
    assert sure(instruments[REGULAR]) == {"inferred": 111}
    assert sure(instruments[SPBE]) == {"secondary": 47}
    assert sure(instruments[PEMDI]) == {"secondary": 20}
    assert {g.status for g in instruments["komdigi-2024"].groups} == {"inferred"}
    regular = instruments["komdigi-2022-regular"]
    assert [g.status for g in regular.groups] == ["inferred"] * 2 + ["secondary"] * 3


def test_of_output_2022_only_the_sub_indicators_were_read(instruments):
    unsure = [q for q in questions(instruments[EARLY]).values() if q.status != "official"]

    assert [q.id for q in unsure] == [f"OUT.0{number}" for number in range(1, 8)]
    assert {q.code for q in unsure} == {"2.x.x"}
    assert all("hanya subindikatornya yang tercetak" in q.note for q in unsure)


@pytest.mark.parametrize("name", [name for name in SHAPES if name.startswith("komdigi")])
def test_what_a_level_takes_and_the_grades_of_the_ministry_are_unknown(name, instruments):
    known = instruments[name]

    assert known.bands == []
    assert known.scale.levels == []
    assert all(group.levels == [] for group in groups_of(known))
    assert all(question.levels == [] for question in questions(known).values())


# -- the same question in other editions ------------------------------------------------------


def test_questions_are_the_same_by_their_id(instruments):
    """Kind, pillar and the words of the indicator; what differs is said in a note."""
    base = questions(instruments[KPPN])
    for name in (EARLY, REGULAR):
        for question in questions(instruments[name]).values():
            if question.id.startswith("IMP22"):
                continue
            other = base[question.id]
            for field in ("kind", "pillar", "sub_pillar", "indicator", "sub_indicator", "external"):
                assert getattr(question, field) == getattr(other, field), question.id
            if question.text != other.text or question.period != other.period:
                assert question.id == "OCM.12"
                assert question.note


def test_the_regular_cohort_has_every_question_but_those_on_collaboration(instruments):
    missing = set(questions(instruments[KPPN])) - set(questions(instruments[REGULAR]))

    assert missing == {f"KOL.{pillar}" for pillar in ("GOV", "BRA", "ECO", "LIV", "SOC", "ENV")}


def test_the_questions_new_in_2023_are_not_in_2022(instruments):
    missing = set(questions(instruments[REGULAR])) - set(questions(instruments[EARLY]))

    assert {name for name in missing if not name.startswith("IMP.")} == {"OCM.09", "OCM.10"}


def test_an_alias_is_the_code_the_question_has_there(instruments):
    seen = 0
    for known in instruments.values():
        for question in questions(known).values():
            for alias in question.aliases:
                assert questions(instruments[alias.instrument])[question.id].code == alias.code
                seen += 1
    assert seen > 100


def test_an_alias_of_an_unknown_instrument_is_found():
    more = """\
instruments:
  - {id: uji, name: A, issuer: B, year: 2024, status: draft, scale: {minimum: 1, maximum: 4},
     groups: [{id: a, name: A, questions: [{id: UJI.1, code: "1", text: A, status: draft,
       aliases: [{instrument: komdigi-2023-reguler, code: "1"}]}]}]}
"""
    (only,) = [d for d in understand(more=more).diagnostics if d.span.file == "lain.yaml"]

    assert only.code == "SCM206"
    assert only.hint == "maksudnya 'komdigi-2023-regular'?"


def test_two_instruments_may_share_the_ids_of_their_questions():
    """A city answers the same question under both, and each answer is of its own year."""
    city = (
        CITY
        + f"""\
submissions:
  - {{id: p-2022, year: 2022, stage: tahap_2, state: draft, instrument: {EARLY}}}
  - {{id: p-2023, year: 2023, stage: tahap_2, state: draft, instrument: {KPPN}}}
answers:
  - {{id: j-1, submission: p-2022, question: BAS.01, self_score: 2}}
  - {{id: j-2, submission: p-2023, question: BAS.01, self_score: 3}}
  - {{id: j-3, submission: p-2022, question: IMP22.01, self_score: 3}}
  - {{id: j-4, submission: p-2023, question: IMP22.01, self_score: 3}}
"""
    )
    found = [d for d in understand(city).diagnostics if d.code < "SCM300"]

    assert [(d.code, d.span.line) for d in found] == [("SCM204", 9)]


def test_an_instrument_without_questions_is_borne():
    """Results can be recorded under it; there is nothing to answer."""
    city = (
        CITY
        + """\
submissions:
  - {id: p, year: 2024, stage: tahap_2, state: draft, instrument: komdigi-2024}
results:
  - {id: h, submission: p, status: reported, final: 3.48, scores: [{node: baseline, score: 3.84}]}
"""
    )
    case = understand(city)

    assert case.standings == {}
    assert {d.code for d in case.diagnostics} & {"SCM336", "SCM502", "SCM505"} == set()


# -- SPBE and Pemdi ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "total", "grade"),
    [
        (SPBE, "1", "Kurang"),
        (SPBE, "1.79", "Kurang"),
        (SPBE, "1.8", "Cukup"),
        (SPBE, "2.5999", "Cukup"),
        (SPBE, "2.6", "Baik"),
        (SPBE, "3.5", "Sangat Baik"),
        (SPBE, "4.2", "Memuaskan"),
        (SPBE, "5", "Memuaskan"),
        (PEMDI, "1.49", "Kurang"),
        (PEMDI, "1.5", "Cukup"),
        (PEMDI, "2.5", "Baik"),
        (PEMDI, "3.5", "Sangat Baik"),
        (PEMDI, "4", "Memuaskan"),
    ],
)
def test_each_edition_has_grades_of_its_own(name, total, grade, instruments):
    assert band(instruments[name], Decimal(total)).name == grade


def test_below_every_grade_and_without_grades_there_is_none(instruments):
    assert band(instruments[SPBE], Decimal("0.9")) is None
    assert band(instruments[KPPN], Decimal(4)) is None


def names_of_levels(instrument, identity):
    path, groups = [], instrument.groups
    while groups:
        inside = next(g for g in groups if identity in {q.id for q in questions_of(g)})
        path.append(inside)
        groups = inside.groups
    levels = levels_of(instrument, path, questions(instrument)[identity])
    return [level.name for level in levels]


def test_the_two_ladders_of_spbe(instruments):
    known = instruments[SPBE]
    process = ["Rintisan", "Terkelola", "Terdefinisi", "Terpadu dan Terukur", "Optimum"]

    assert names_of_levels(known, "SPBE.01") == process
    assert names_of_levels(known, "SPBE.31") == process
    # Level 5 of services has a meaning, but no name that was found in a source.
    services = ["Informasi", "Interaksi", "Transaksi", "Kolaborasi", None]
    assert names_of_levels(known, "SPBE.32") == services
    assert names_of_levels(known, "SPBE.47") == services


def test_the_names_of_the_levels_of_pemdi_are_two_sets(instruments):
    levels = instruments[PEMDI].scale.levels

    assert [level.name for level in levels] == [
        "Merintis",
        "Membangun",
        "Berkembang",
        "Melembaga",
        "Unggul",
    ]
    assert [level.aliases[-1] for level in levels if len(level.aliases) == 2] == [
        "Rintisan",
        "Terkelola",
        "Optimum",
    ]


def test_four_indicators_of_pemdi_take_an_index_and_no_upload(instruments):
    every = questions(instruments[PEMDI]).values()

    assert [q.id for q in every if not q.upload] == ["PMD.05", "PMD.06", "PMD.07", "PMD.18"]
    for question in every:
        assert (question.kind == "external") == (not question.upload)
        assert question.external or question.upload
        assert bool(question.evidence_kinds) == question.upload


def test_pemdi_takes_decimals_and_spbe_does_not(instruments):
    half = Decimal("1.26")

    assert fits_self_score(instruments[PEMDI].scale, half)
    assert not fits_self_score(instruments[PEMDI].scale, Decimal("5.01"))
    assert not fits_self_score(instruments[SPBE].scale, half)


def test_a_scale_takes_whole_levels_unless_it_says_otherwise():
    scale = Scale.model_validate({"minimum": "1", "maximum": "4"})

    assert fits_self_score(scale, Decimal("3.0"))
    assert not fits_self_score(scale, Decimal("3.5"))


@pytest.mark.parametrize(
    ("year", "instrument", "said"),
    [
        (2025, SPBE, None),
        (2026, SPBE, "berlaku hanya sampai Juni 2026"),
        (2027, SPBE, "berlaku hanya sampai Juni 2026"),
        (2025, PEMDI, "baru berlaku mulai 2026"),
        (2026, PEMDI, None),
    ],
)
def test_which_of_the_two_is_in_force(year, instrument, said):
    city = (
        CITY
        + f"""\
submissions:
  - {{id: p, year: {year}, stage: tunggal, state: draft, instrument: {instrument}}}
"""
    )
    found = [d.message for d in understand(city).diagnostics if d.code == "SCM505"]

    assert [message.endswith(said or "-") for message in found] == ([True] if said else [])


# -- counterparts -----------------------------------------------------------------------------


def test_a_counterpart_names_its_source_or_is_a_proposal(frameworks):
    rows = [row for crosswalk in frameworks.crosswalks.values() for row in crosswalk.rows]

    assert len(rows) == 50
    assert all((row.basis == "source") == (row.source is not None) for row in rows)
    assert Counter(row.basis for row in rows) == {"proposal": 42, "source": 8}


def test_no_pair_stands_twice(frameworks):
    for crosswalk in frameworks.crosswalks.values():
        pairs = [(row.from_node, row.to_node) for row in crosswalk.rows]
        assert len(set(pairs)) == len(pairs)


def test_the_index_of_spbe_is_what_the_ministry_asks_for(frameworks):
    asked = {
        crosswalk.to_instrument: [(row.from_node, row.to_node, row.basis) for row in crosswalk.rows]
        for crosswalk in frameworks.crosswalks.values()
        if crosswalk.to_instrument != PEMDI
    }

    assert asked == {
        EARLY: [(SPBE, "OCM.04", "source")],
        KPPN: [(SPBE, "OCM.04", "source")],
        REGULAR: [(SPBE, "OCM.04", "proposal")],
    }


CROSSWALK = """\
crosswalks:
  - id: padanan
    name: Padanan
    from_instrument: {start}
    to_instrument: pemdi-permenpanrb-8-2026
    rows:
      - {{from_node: {one}, to_node: {other}, relation: partial, basis: proposal}}
"""


@pytest.mark.parametrize(
    ("start", "one", "other", "codes", "hint"),
    [
        (SPBE, "SPBE.01", "PMD.01", [], ""),
        (SPBE, "domain-1", "aspek-1", [], ""),
        (SPBE, SPBE, PEMDI, [], ""),
        (SPBE, "SPBE.48", "PMD.01", ["SCM204"], "maksudnya 'SPBE.4"),
        (SPBE, "SPBE.01", "SPBE.01", ["SCM204"], ""),
        (SPBE, "domain-1", "domain-1", ["SCM204"], ""),
        (SPBE, PEMDI, "PMD.01", ["SCM204"], ""),
        # What is not known of an unknown instrument is one slip: the instrument.
        ("spbe-59-2020", "SPBE.99", "PMD.01", ["SCM206"], "maksudnya 'spbe-permenpanrb-59-2020'?"),
    ],
)
def test_counterparts_are_looked_up_each_in_its_own_instrument(start, one, other, codes, hint):
    more = CROSSWALK.format(start=start, one=one, other=other)
    found = [d for d in understand(more=more).diagnostics if d.span.file == "lain.yaml"]

    assert [d.code for d in found] == codes
    assert all(hint in d.hint for d in found)


# -- explained --------------------------------------------------------------------------------


def sheets(frameworks, identity):
    return {
        dict(sheet.rows)["Instrumen"].rpartition(", ")[2]: dict(sheet.rows)
        for sheet in catalogue.question_sheets(frameworks, identity)
    }


def test_a_question_is_explained_as_every_edition_asks_it(frameworks):
    made = sheets(frameworks, "OCM.12")

    assert list(made) == ["kelompok tahap awal", "kelompok KPPN dan IKN", "kelompok Reguler"]
    assert [rows["Kode resmi"] for rows in made.values()] == ["3.9.1", "3.10.1", "3.10.1"]
    assert [rows["Kepastian soal"] for rows in made.values()] == [
        "resmi",
        "resmi",
        "perkiraan, belum dipastikan",
    ]


def test_a_nested_question_shows_where_it_stands_and_what_it_weighs(frameworks):
    (rows,) = sheets(frameworks, "SPBE.32").values()

    assert rows["Domain"] == "Layanan SPBE (bobot 45,5%), 16 soal"
    assert rows["Aspek"].endswith("Berbasis Elektronik (bobot 27,5%), 10 soal")
    assert rows["Bobot"] == "2,75%"
    assert rows["Tingkat 1"] == "Informasi. Layanan hanya memberi informasi."
    assert rows["Tingkat 5"].startswith("Layanan diperbaiki")


def test_an_external_index_is_explained_without_levels(frameworks):
    (rows,) = sheets(frameworks, "PMD.05").values()

    assert rows["Indeks luar"] == "Indeks Satu Data Indonesia (ISDI)"
    assert rows["Unggahan"] == "tidak ada; nilainya diambil dari indeks luar"
    assert "Tingkat 1" not in rows


def test_every_sheet_fits_eighty_columns(frameworks):
    known = {q.id for i in frameworks.instruments.values() for q in questions(i).values()}
    assert len(known) == 188
    for identity in known:
        for sheet in catalogue.question_sheets(frameworks, identity):
            shown = text.sheet(sheet.heading, sheet.rows, 80).splitlines()
            assert max(map(len, shown)) <= 80, identity


def test_a_question_said_nothing_of_its_levels_has_none(instruments):
    question = Question.model_validate({"id": "A", "code": "1", "text": "A", "status": "draft"})

    assert levels_of(instruments[KPPN], [], question) == []
