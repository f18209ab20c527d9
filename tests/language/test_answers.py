"""What is said, offered and changed, without an editor: the small city with a record beside it."""

import pytest
from small_city import small

from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.language import completion, edits, fields, hover, names, spot
from scmaster.language.completion import Kind
from scmaster.language.edits import Edit, RefusedError
from scmaster.language.memory import remembered
from scmaster.language.target import thing_at
from scmaster.link import Dossier
from scmaster.model.record import Ref
from scmaster.model.sections import CITY_SECTIONS, FRAMEWORK_SECTIONS

EXTRA = """\
claims:
  - id: klaim-1
    evidence: ev-laporan
    supports: [UJI.01, prog-uji]
    submission: evaluasi-2024
    role: primary
"""


@pytest.fixture(scope="module")
def case():
    return small(EXTRA)


@pytest.fixture(scope="module")
def dossier(case):
    return case.dossier


def here(text):
    lines = text.split("\n")
    row = next(i for i, line in enumerate(lines) if "|" in line)
    column = lines[row].index("|")
    lines[row] = lines[row].replace("|", "", 1)
    return spot.at(lines, row, column)


def about(text, dossier, sections=CITY_SECTIONS):
    found = here(text)
    return found and hover.about(found, sections, dossier)


def offered(text, dossier, sections=CITY_SECTIONS):
    return completion.offers(here(text), sections, dossier)


# -- hover --------------------------------------------------------------------------------------


def test_a_key_says_what_it_is_for_and_what_it_takes(dossier):
    said = about("claims:\n  - ro|le: primary", dossier)

    assert said.startswith(CITY_SECTIONS["claims"].model_fields["role"].description)
    assert said.endswith("- `primary`: utama\n- `supporting`: pendukung")
    assert "Wajib diisi." in about("claims:\n  - evid|ence: x", dossier)
    assert about("claims:\n  - keliru|: x", dossier) is None


def test_a_section_says_what_must_be_filled_in(dossier):
    said = about("cla|ims:", dossier)

    assert said == "Bagian klaim. Isian wajib: `id`, `evidence`, `supports`, `role`."
    assert about("xy|z:", dossier) is None


def test_a_word_to_choose_says_what_it_means(dossier):
    assert about("claims:\n  - role: prim|ary", dossier) == "`primary`: utama"
    assert about("claims:\n  - role: keli|ru", dossier) is None


def test_an_id_says_what_it_is_and_where_it_is_named(dossier):
    said = about("claims:\n  - supports: [prog|-uji]", dossier)

    assert said == (
        "**Layanan perizinan daring**\n\nprogram, id `prog-uji`, ditulis di programmes.yaml:2\n\n"
        "Disebut di 1 tempat:\n\n- `klaim-1` (supports), tambahan.yaml:4"
    )
    assert "Belum disebut di mana pun." in about("claims:\n  - id: klaim|-1", dossier)
    assert about("claims:\n  - supports: [tidak-a|da]", dossier) is None


def test_what_a_city_has_written_is_no_markup(dossier):
    thing = next(names.things(dossier, Ref(("opd",)), {}))._replace(title="[x](http://y) *z*")

    assert "\\[x\\](http://y) \\*z\\*" in hover.of_thing(thing, dossier)


def test_many_uses_are_counted():
    claims = "\n".join(
        f"  - {{id: k-{n}, evidence: ev-laporan, supports: [prog-uji], role: supporting}}"
        for n in range(12)
    )
    many = small(f"claims:\n{claims}\n").dossier
    said = about("claims:\n  - evidence: ev-lap|oran", many)

    assert "Disebut di 12 tempat:" in said
    assert said.endswith("- dan 4 tempat lain")


# -- completion -----------------------------------------------------------------------------------


def test_sections_are_offered_that_are_not_there_yet(dossier):
    words = [offer.word for offer in offered("city:\n|", dossier)]

    assert words == [name for name in CITY_SECTIONS if name != "city"]


def test_fields_are_offered_that_are_not_there_yet_the_required_first(dossier):
    found = offered("claims:\n  - id: a\n    |\n    role: primary\n", dossier)

    assert [offer.word for offer in found][:2] == ["evidence", "supports"]
    assert {offer.said for offer in found[:2]} == {"wajib"}
    assert not {"id", "role"} & {offer.word for offer in found}
    assert {offer.text for offer in found if offer.word in {"evidence", "pages"}} == {
        "evidence: ",
        "pages: ",
    }
    assert [
        offer.text for offer in offered("claims:\n  - rol|e: x", dossier) if offer.word == "role"
    ] == ["role"]
    assert offered("claims:\n  - keliru:\n      - |", dossier) == []


def test_the_ids_of_the_right_section_are_offered(dossier):
    found = offered("claims:\n  - evidence: |", dossier)

    assert [(offer.word, offer.kind) for offer in found] == [("ev-laporan", Kind.ID)]
    assert found[0].said == "Laporan kegiatan tahun 2024"
    assert "governance" in [o.word for o in offered("programmes:\n  - pillar: |", dossier)]


def test_the_questions_are_those_of_the_submission(dossier):
    known = dossier.frameworks.instruments["uji-2024"]
    text = "answers:\n  - submission: evaluasi-2024\n    question: |"
    words = {offer.word for offer in offered(text, dossier)}
    every = {offer.word for offer in offered("answers:\n  - question: |", dossier)}

    assert words == {q.id for group in known.groups for q in group.questions} <= every


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("supports: |", "[prog-uji]"),
        ("supports: [|]", "prog-uji"),
        ("supports:\n      - |", "prog-uji"),
        ("supports: pro|", "[prog-uji]"),
    ],
)
def test_a_list_of_one_is_offered_as_a_list(dossier, text, written):
    found = offered(f"claims:\n  - id: a\n    {text}", dossier)

    assert [offer.text for offer in found if offer.word == "prog-uji"] == [written]


def test_yes_and_no_are_offered_as_they_are_written(dossier):
    name = next(
        (section, field.name)
        for section, kind in CITY_SECTIONS.items()
        for field in fields.fields(kind).values()
        if set(field.choices) == {"true", "false"}
    )
    found = offered(f"{name[0]}:\n  - {name[1]}: |", dossier)

    assert [(offer.word, offer.said) for offer in found] == [("true", "ya"), ("false", "tidak")]


def test_pillars_have_their_own_fields_and_ids(dossier):
    alone = Dossier({}, dossier.frameworks, {})
    text = "instruments:\n  - groups:\n      - questions:\n          - pillar: |"

    assert "governance" in [o.word for o in offered(text, alone, FRAMEWORK_SECTIONS)]
    assert "code" in [
        o.word
        for o in offered(
            text.replace("pillar: |", "id: a\n            |"), alone, FRAMEWORK_SECTIONS
        )
    ]
    assert "pilar" in about(
        "pillars:\n  - pillars:\n      - id: govern|ance", alone, FRAMEWORK_SECTIONS
    )


# -- ids that are shared by things of different kinds ---------------------------------------------


def test_things_of_one_id_are_told_apart():
    """An office may be called as a pillar is; each is named where it is meant."""
    text = """\
opd:
  - {id: governance, name: Bagian Tata Pemerintahan}
programmes:
  - {id: prog-2, name: X, pillar: governance, owner: governance}
"""
    made = small(text).dossier
    office = thing_at(here("programmes:\n  - owner: gov|ernance"), CITY_SECTIONS, made)
    pillar = thing_at(here("programmes:\n  - pillar: gov|ernance"), CITY_SECTIONS, made)

    assert (office.family, pillar.family) == ("opd", "pillar")
    assert [use.path for use in names.uses(made, office)] == [("owner",)]
    assert {use.path for use in names.uses(made, pillar)} == {("pillar",)}
    text_lines = text.split("\n")
    changes = edits.renaming(office, "tapem", made, lambda _: text_lines, {})
    assert [(edit.span.line, edit.span.column) for edit in changes] == [(2, 10), (4, 54)]


# -- changes --------------------------------------------------------------------------------------


def slip(span, meant):
    return Diagnostic("SCM201", Severity.ERROR, span, "x", "y", (), meant)


def test_a_slip_is_mended_within_its_quotes():
    lines = ["owner: 'diskominfi'", "owner: diskominfi"]

    first = edits.mending(slip(Span("f", 1, 8, 12), "diskominfo"), lines)
    assert first == Edit(Span("f", 1, 8, 12), "'diskominfo'")
    assert edits.mending(slip(Span("f", 2, 8, 10), "diskominfo"), lines).text == "diskominfo"
    assert edits.mending(slip(Span("f", 2, 8, 10), ""), lines) is None
    assert edits.mending(slip(Span("f", 9, 8, 10), "diskominfo"), lines) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "claims:\n  - {id: a, evidance: ev-laporan, supports: [prog-uji], role: primary}\n",
            "evidence",
        ),
        (
            "claims:\n  - {id: a, evidence: ev-laporn, supports: [prog-uji], role: primary}\n",
            "ev-laporan",
        ),
        (
            "claims:\n  - {id: a, evidence: ev-laporan, supports: [prog-uji], role: primery}\n",
            "primary",
        ),
        ("climes:\n  - {id: a}\n", "claims"),
        ("evidence:\n  - {id: a, title: T, kind: laporan, date: 6 November 2024}\n", "2024-11-06"),
        ("evidence:\n  - {id: a b, title: T, kind: laporan}\n", "a-b"),
    ],
)
def test_the_checker_says_what_was_meant(text, meant):
    found = [d for d in small(text).diagnostics if d.span.file == "tambahan.yaml" and d.meant]

    assert [d.meant for d in found] == [meant]
    mended = edits.mending(found[0], text.split("\n"))
    lines = text.split("\n")
    line = lines[mended.span.line - 1]
    start = mended.span.column - 1
    lines[mended.span.line - 1] = line[:start] + mended.text + line[start + mended.span.width :]
    after = small("\n".join(lines)).diagnostics
    assert not [d for d in after if d.code == found[0].code and d.span.file == "tambahan.yaml"]


def test_where_nobody_can_tell_nothing_is_meant():
    text = "evidence:\n  - {id: a, title: T, kind: laporan, date: 06/11/2024}\n"

    [found] = [d for d in small(text).diagnostics if d.code == "SCM105"]
    assert (found.meant, "bila maksudnya" in found.hint) == ("", True)


def test_an_alias_follows_what_it_repeats():
    text = """\
programmes:
  - {id: prog-2, name: X, pillar: governance, owner: &dinas dlh}
  - {id: prog-3, name: Y, pillar: governance, owner: *dinas}
"""
    made = small(text).dossier
    thing = names.named(made, Ref(("opd",)), "dlh", {})
    pages = {"tambahan.yaml": text.split("\n"), "opd.yaml": ["", *["  - id: dlh"] * 9]}
    changes = edits.renaming(thing, "dinas-lh", made, pages.__getitem__, {})

    assert [edit for edit in changes if edit.span.file == "tambahan.yaml"] == [
        Edit(Span("tambahan.yaml", 2, 61, 3), "dinas-lh")
    ]


def test_a_place_that_is_no_longer_so_is_not_written_over(dossier):
    thing = names.named(dossier, Ref(("opd",)), "dlh", {})

    with pytest.raises(RefusedError, match=r"tidak dapat diganti: opd\.yaml"):
        edits.renaming(thing, "dinas-lh", dossier, lambda _: ["sesuatu yang lain"] * 20, {})


def test_only_whole_values_of_generated_files_are_changed():
    lines = ['{"record":"a","file":"a.pdf","a":"b a","of":["a"]}']

    assert [(e.span.column, e.text) for e in edits._in_json("f", lines, "a", "c")] == [
        (12, "c"),
        (47, "c"),
    ]


# -- memory ---------------------------------------------------------------------------------------


def test_a_record_that_cannot_be_read_just_now_is_remembered(dossier):
    broken = small(EXTRA.replace("role: primary", "role: [")).dossier
    made = remembered(broken, dossier)

    assert not names.has(broken, "klaim-1")
    assert names.has(made, "klaim-1")
    assert [u.user.id for u in made.uses["prog-uji"]] == ["klaim-1"]
    assert remembered(broken, None) is broken
    assert remembered(dossier, broken) is dossier


def test_a_record_that_was_taken_away_is_not(dossier):
    assert not names.has(remembered(small("claims: [").dossier, dossier), "klaim-1")
