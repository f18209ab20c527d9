"""What the schema accepts the models accept, and the other way round; editors see Indonesian."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from whole_record import Page, Raw, every_field, whole

from scmaster import schema
from scmaster.load import load
from scmaster.model.sections import (
    CITY_SECTIONS,
    FORM_SECTIONS,
    FRAMEWORK_SECTIONS,
    SETTINGS_SECTIONS,
)
from scmaster.source import reader

ROOT = Path(__file__).parent.parent
SCHEMAS = {name: json.loads(text) for name, text in schema.written({}).items()}
KINDS = [(name, section) for name, (_, sections) in schema.FILES.items() for section in sections]
VALIDATORS = {name: Draft202012Validator(made) for name, made in SCHEMAS.items()}

GROUPS = [
    ["kata", "dua kata", '"  "', '""', "0", "1", "2", "3", "4", "-1", "-0.5", "1.5", '"1.5"'],
    ['"-1"', '"1.000"', '"12.500"', '"007"', '"1e3"', "1000000000000000000000"],
    ["2024", '"2024"', "1899", "2101", '"2101"', "2024-11", "2024-11-06", '"2024-11-06"'],
    ["2024-02-29", "2023-02-29", "2000-02-29", "2100-02-29", "2024-04-31", "2024-13"],
    ["2021/2026", "2024-01/2024-06-30", "2021/2026/2030", "2021/", "27,5", "1 000"],
    ["ya", "Tidak", '"YA"', "true", "False", "no", "yes", "on", "null", "~", '"null"'],
    ["[kata]", "[]", "[null]", "[1, 2024]", "[dua kata]", "[[a]]", "{kata: 1}", "{}"],
    ["https://contoh.go.id/a?b=c", "http://", "ftp://contoh.go.id", "https://contoh", "contoh"],
    ["64.71", '"64.71"', "6471", '"6471"', "647", "SCM305", "SCM30", "scm305"],
    ["a.docx", "a/b.docx", ".docx", "2.16.03.2.02.0035", "2.16.03.2.02.003"],
    ["prog-a", "prog_a.b", "-a", "a-", "prog--a", "a" * 80, "a" * 81, "f" * 64, "F" * 64],
    ["official", "primary", "draft", "enacted", "komdigi", "level"],
]
VALUES = [value for group in GROUPS for value in group]


def page(name, section, path=None, value=None):
    """Write a whole record of a section, with another value at a place."""
    _, sections = schema.FILES[name]
    record = whole(sections[section])
    if path is not None:
        holder = record
        for step in path[:-1]:
            holder = holder[step]
        if value is None:
            del holder[path[-1]]
        else:
            holder[path[-1]] = Raw(value)
    made = Page()
    made.write({section: [record]})
    return made.text


def refused_by_models(name, text):
    _, sections = schema.FILES[name]
    node, found = reader.read(text.encode(), "kota.yaml")
    return found or load(node, sections)[1]


def refused_by_schema(name, text):
    return list(VALIDATORS[name].iter_errors(parsed(text)))


def parsed(text):
    """Read YAML 1.2 as editors do: what looks like a date stays a text."""
    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)
    return yaml.load(io.StringIO(text))


PLACES = [
    (name, section, path)
    for name, section in KINDS
    for kind in [schema.FILES[name][1][section]]
    for path, _ in every_field(kind, whole(kind))
]


@pytest.mark.parametrize(("name", "section"), KINDS)
def test_a_whole_record_is_accepted_by_both(name, section):
    text = page(name, section)

    assert not refused_by_models(name, text)
    assert not refused_by_schema(name, text)


@given(st.sampled_from(PLACES), st.sampled_from(VALUES))
@settings(max_examples=400, deadline=None)
def test_both_accept_and_refuse_the_same_values(place, value):
    name, section, path = place
    text = page(name, section, path, value)

    assert bool(refused_by_models(name, text)) == bool(refused_by_schema(name, text)), text


@given(st.sampled_from(PLACES))
@settings(max_examples=100, deadline=None)
def test_both_ask_for_the_same_fields(place):
    name, section, path = place
    text = page(name, section, path)

    assert bool(refused_by_models(name, text)) == bool(refused_by_schema(name, text)), text


@pytest.mark.parametrize(("name", "section"), KINDS)
def test_both_refuse_an_unknown_field(name, section):
    text = page(name, section, ("tidak_dikenal",), "kata")

    assert refused_by_models(name, text)
    assert refused_by_schema(name, text)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("opd:\n", True),
        ("opd: []\n", True),
        ("opd: {id: a, name: A}\n", True),
        ("opd: [{id: a, name: A}]\n", True),
        ("opd: [null]\n", False),
        ("opd: kata\n", False),
        ("dinas: []\n", False),
        ("opd: {id: 2024, name: 112, aliases: null}\n", True),
        ("opd: {id: a, name: null}\n", False),
    ],
)
def test_both_read_a_section_alike(text, good):
    assert bool(refused_by_models("city.schema.json", text)) is not good
    assert bool(refused_by_schema("city.schema.json", text)) is not good


def test_what_only_the_check_can_see_is_told():
    """An editor's reader of YAML has made numbers of them before the schema is asked."""
    told = (ROOT / "docs" / "editor.md").read_text("utf-8")
    number = "indicators: [{{id: a, name: A, unit: x, baseline: {{value: {}}}}}]\n"
    for value in ("1e3", "0x10", "+5", "1.000", "12.500"):
        text = number.format(value)
        assert refused_by_models("city.schema.json", text), value
        assert not refused_by_schema("city.schema.json", text), value
        assert f"`{value}`" in told
    period = "planning: [{id: a, kind: rpjmd, title: A, period: 2026/2021}]\n"
    assert refused_by_models("city.schema.json", period)
    assert not refused_by_schema("city.schema.json", period)
    assert "`2026/2021`" in told


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema_and_its_examples_fit(name):
    made = SCHEMAS[name]
    Draft202012Validator.check_schema(made)
    count = 0
    for record in made["$defs"].values():
        for field in record["properties"].values():
            for example in field.get("examples", []):
                one = Draft202012Validator({**field, "$defs": made["$defs"]})
                assert not list(one.iter_errors(example)), (field, example)
                count += 1
    assert count > 5 or name == "settings.schema.json"  # few fields, few examples


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_section_and_field_is_explained_in_indonesian(name):
    made = SCHEMAS[name]
    assert all(section["title"] for section in made["properties"].values())
    for record in made["$defs"].values():
        assert "description" not in record, "a docstring is English"
        for field in record["properties"].values():
            assert field["title"]
            assert field["description"].endswith(".")


def test_words_to_choose_from_come_with_their_meaning():
    kind = SCHEMAS["city.schema.json"]["$defs"]["Evidence"]["properties"]["kind"]

    meaning = dict(zip(kind["enum"], kind["enumDescriptions"], strict=True))

    assert meaning["bast"] == "BAST"
    assert meaning["notulen"] == "Notulen"


def test_ids_are_offered_and_others_are_not_refused():
    made = json.loads(schema.written({"opd": ["dlh"], "question": ["BAS.01"]})["city.schema.json"])
    owner = made["$defs"]["Answer"]["properties"]["owner"]
    text = "answers: [{{id: a, submission: s, question: {}, owner: {}}}]\n"

    assert {"$ref": "#/$defs/ids-opd"} in owner["anyOf"][0]["anyOf"]
    assert made["$defs"]["ids-opd"] == {"enum": ["dlh"]}
    for question, office in (("BAS.01", "dlh"), ("BAS.02", "baru")):
        data = parsed(text.format(question, office))
        assert not list(Draft202012Validator(made).iter_errors(data))


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("cities/*/*.yaml", "city.schema.json"),
        ("pillars/**/*.yaml", "pillars.schema.json"),
        ("templates/*/form.yaml", "form.schema.json"),
    ],
)
def test_what_is_shipped_fits(pattern, name):
    for path in sorted(ROOT.glob(pattern)):
        assert not refused_by_schema(name, path.read_text("utf-8")), path


@pytest.mark.parametrize("city", ["balikpapan", "samarinda"])
def test_check_jsonschema_passes_a_city(city, tmp_path):
    """As an editor or a hook would: with the tool itself, and its own reader of YAML."""
    made = tmp_path / "city.schema.json"
    made.write_text(json.dumps(SCHEMAS["city.schema.json"]), "utf-8")
    wrong = tmp_path / "salah.yaml"
    wrong.write_text("opd: [{id: a, nama: A}]\n", "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(made)]
    files = sorted(map(str, (ROOT / "cities" / city).glob("*.yaml")))

    assert subprocess.run([*command, *files], check=False, capture_output=True).returncode == 0
    assert subprocess.run([*command, wrong], check=False, capture_output=True).returncode == 1


def test_every_section_has_its_schema():
    assert {section for _, section in KINDS} == {
        *CITY_SECTIONS,
        *FRAMEWORK_SECTIONS,
        *FORM_SECTIONS,
        *SETTINGS_SECTIONS,
    }
    assert all(re.fullmatch(r"[a-z]+\.schema\.json", name) for name in SCHEMAS)
