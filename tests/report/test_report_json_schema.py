"""The documented schema of `--format json` is the one that the report keeps."""

import json
from pathlib import Path

import jsonschema
import pytest
from findings import FINDINGS

from scmaster.report import json as report

DOCUMENTED = Path(__file__).parent.parent.parent / "docs" / "skema" / "check.schema.json"
SCHEMA = json.loads(DOCUMENTED.read_text("utf-8"))


def judge(content):
    jsonschema.Draft202012Validator(SCHEMA).validate(content)


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("found", [FINDINGS, []])
def test_the_report_keeps_to_it(found):
    judge(json.loads(report.report(found)))


def spoilt():
    for path in ("code", "severity", "line", "related"):
        content = json.loads(report.report(FINDINGS))
        del content["diagnostics"][0][path]
        yield content
    for change in ({"version": 2}, {"lain": 1}):
        yield json.loads(report.report(FINDINGS)) | change


@pytest.mark.parametrize("content", list(spoilt()))
def test_it_bites(content):
    with pytest.raises(jsonschema.ValidationError):
        judge(content)


def test_every_key_is_described_in_indonesian():
    properties = SCHEMA["properties"]["diagnostics"]["items"]["properties"]

    for key, value in properties.items():
        meant = SCHEMA["$defs"][value["$ref"].rpartition("/")[2]] if "$ref" in value else value
        assert meant["description"].endswith("."), key
