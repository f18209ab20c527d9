"""SARIF 2.1.0: valid, with the pages of rules, and with nothing of the files in it."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest
from findings import FINDINGS, FINGERPRINTS, LONG
from hypothesis import given, settings
from hypothesis import strategies as st

from scmaster import catalogue
from scmaster.diagnostics import Diagnostic, Related, Severity, Span
from scmaster.report import sarif

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PAGE = "Kalimat pertama.\n\nContoh:\n\n    a: 1\n"
RULES = {
    code: sarif.Rule(code, "what-is-wrong", "Kalimat pertama.", PAGE, "isian", severity)
    for code, severity in (
        ("SCM001", None),
        ("SCM003", None),
        ("SCM009", None),
        ("SCM115", None),
        ("SCM202", None),
        ("SCM301", Severity.WARNING),
        ("SCM407", Severity.NOTE),
        ("SCM999", Severity.ERROR),
    )
}


def written(found=FINDINGS):
    return json.loads(sarif.report(found, FINGERPRINTS | dict.fromkeys(found, "f"), RULES))


def test_the_page(golden):
    text = sarif.report(FINDINGS, FINGERPRINTS, RULES)
    golden("report/sarif.json", re.sub(r'"version": "0[^"]*"', '"version": "X"', text) + "\n")


def test_it_keeps_to_the_schema_and_the_schema_bites():
    content = written()
    VALIDATOR.validate(content)
    VALIDATOR.validate(written([]))
    content["runs"][0]["columnKind"] = "bytes"

    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(content)


def test_every_result_points_to_its_rule_and_no_rule_is_left_over():
    (run,) = written()["runs"]
    rules = run["tool"]["driver"]["rules"]

    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [d.code for d in FINDINGS]
    assert {rule["id"] for rule in rules} == {d.code for d in FINDINGS}
    assert {rule["help"]["markdown"] for rule in rules} == {PAGE.strip()}


def test_regions_are_those_of_the_findings():
    (run,) = written()["runs"]

    for result, found in zip(run["results"], FINDINGS, strict=True):
        (location,) = result["locations"]
        place = location["physicalLocation"]
        region = place["region"]
        assert unquote(place["artifactLocation"]["uri"]) == found.span.file
        assert (region["startLine"], region["startColumn"]) == found.span[1:3]
        assert region["endColumn"] - region["startColumn"] == found.span.width
        assert len(result.get("relatedLocations", [])) == len(found.related)


def test_no_line_of_a_file_is_in_it():
    text = sarif.report(FINDINGS, FINGERPRINTS, RULES)

    assert LONG not in text
    assert "snippet" not in text


def test_every_page_of_ours_fits():
    """Each code's own page, as `check` hands it over."""
    rules = {
        code: sarif.Rule(code, p.name, p.summary, p.text, p.family, None)
        for code, p in catalogue.pages().items()
    }
    found = [Diagnostic(code, Severity.NOTE, Span("a", 1, 1), "a") for code in rules]
    content = json.loads(sarif.report(found, dict.fromkeys(found, "f"), rules))
    VALIDATOR.validate(content)

    for rule in content["runs"][0]["tool"]["driver"]["rules"]:
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024, "GitHub takes no more"


def test_what_a_city_wrote_is_no_link_and_no_argument():
    message = "isian '[klik](https://contoh.go.id)' dan '{0}'; [biasa] {tetap}"
    found = Diagnostic("SCM301", Severity.NOTE, Span("a", 1, 1), message)
    ((result,),) = [written([found])["runs"][0]["results"]]

    assert result["message"]["text"] == (
        r"isian '\[klik\](https://contoh.go.id)' dan '{{0}}'; \[biasa\] {tetap}"
    )


LINK = re.compile(r"(?<!\\)\[((?:\\[\[\]\\]|[^\[\]\\])*)\]\(([^)]*)\)")
texts = st.text(st.sampled_from(list("ab[](){}1\\ ")), max_size=12)


@settings(max_examples=100)
@given(message=texts, other=texts)
def test_the_only_links_are_those_to_related_places(message, other):
    related = (Related(Span("b", 1, 1), other),)
    found = Diagnostic("SCM301", Severity.NOTE, Span("a", 1, 1), message, "", related)
    content = written([found])
    VALIDATOR.validate(content)
    text = content["runs"][0]["results"][0]["message"]["text"]

    assert [target for _, target in LINK.findall(text)] == ["1"]
