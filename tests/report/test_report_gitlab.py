"""Code Quality: a list that keeps to the documented format."""

import json
from pathlib import Path

import jsonschema
import pytest
from findings import FINDINGS, FINGERPRINTS

from scmaster.report import gitlab

SCHEMA = json.loads(
    (Path(__file__).parent / "schemas" / "gitlab-code-quality.json").read_text("utf-8")
)


def test_the_page(golden):
    golden("report/gitlab.json", gitlab.report(FINDINGS, FINGERPRINTS) + "\n")


def test_it_keeps_to_the_format():
    jsonschema.validate(json.loads(gitlab.report(FINDINGS, FINGERPRINTS)), SCHEMA)


@pytest.mark.parametrize("key", ["fingerprint", "severity", "location"])
def test_the_schema_bites(key):
    content = json.loads(gitlab.report(FINDINGS, FINGERPRINTS))
    content[0][key] = {} if key == "location" else 5

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, SCHEMA)


def test_nothing_found_is_an_empty_list():
    assert json.loads(gitlab.report([], {})) == []
