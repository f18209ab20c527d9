r"""For code scanning: SARIF 2.1.0 (OASIS), with the page of every rule that found something.

A file is named from the repository's root (`%SRCROOT%`), a column counts characters
(`unicodeCodePoints`). No line of a file is repeated in it. The fingerprint stands twice:
as `scmaster/v1`, and as `primaryLocationLineHash`, the only one by which GitHub knows an
alert again.

In a message `{0}` stands for an argument and `[a](1)` is a link to a related place: where a
city has written such a thing, it is escaped as the standard says (3.11.5 and 3.11.6).
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from scmaster import __version__
from scmaster.diagnostics import Diagnostic, Severity, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


class Rule(NamedTuple):
    """What there is to read about a code (Indonesian)."""

    code: str
    name: str
    """What is wrong, as words with hyphens; empty where the code alone names it."""
    summary: str
    text: str
    family: str
    severity: Severity | None
    """In a draft; None where that is up to each finding."""


def report(
    diagnostics: Sequence[Diagnostic],
    fingerprints: Mapping[Diagnostic, str],
    rules: Mapping[str, Rule],
) -> str:
    """Write one run; files are named from the repository's root.

    `rules` has the page of every code there is; those without a finding are left out.
    """
    codes = sorted({d.code for d in diagnostics})
    driver = {
        "name": "scmaster",
        "version": __version__,
        "language": "id",
        "rules": [_rule(rules[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": "id",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "Folder teratas repositori."}}},
        "results": [_result(d, fingerprints[d], codes.index(d.code)) for d in diagnostics],
    }
    content = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(content, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    """Write the page; its examples are indented by four, which Markdown takes for code."""
    name = {"name": "".join(map(str.title, rule.name.split("-")))} if rule.name else {}
    usual = {"level": LEVELS[rule.severity]} if rule.severity else None
    return (
        {"id": rule.code}
        | name
        | {
            "shortDescription": {"text": rule.summary},
            "fullDescription": {"text": rule.summary},
            "help": {"text": rule.text.strip(), "markdown": rule.text.strip()},
            "properties": {"tags": [rule.family]},
        }
        | ({"defaultConfiguration": usual} if usual else {})
    )


def _result(d: Diagnostic, fingerprint: str, index: int) -> dict[str, Any]:
    parts = [_plain(d.message)]
    parts += [f"Petunjuk: {_plain(d.hint)}"] if d.hint else []
    parts += [
        f"Lihat [{_bracketed(other.message)}]({number})"
        for number, other in enumerate(d.related, start=1)
    ]
    related = [
        {"id": number} | _location(other.span) | {"message": {"text": _plain(other.message)}}
        for number, other in enumerate(d.related, start=1)
    ]
    return {
        "ruleId": d.code,
        "ruleIndex": index,
        "level": LEVELS[d.severity],
        "message": {"text": "\n\n".join(parts)},
        "locations": [_location(d.span)],
        "partialFingerprints": {
            "primaryLocationLineHash": fingerprint,
            "scmaster/v1": fingerprint,
        },
    } | ({"relatedLocations": related} if related else {})


def _location(span: Span) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(span.file, errors="replace"), "uriBaseId": ROOT},
            "region": {
                "startLine": span.line,
                "startColumn": span.column,
                "endColumn": span.column + span.width,
            },
        }
    }


def _plain(text: str) -> str:
    """Escape what would be an argument or a link; braces and brackets else stay as they are."""
    return _bracketed(text) if "](" in text else re.sub(r"\{(\d+)\}", r"{{\1}}", text)


def _bracketed(text: str) -> str:
    """Escape every bracket, and what would be an argument."""
    return re.sub(r"([\\\[\]])", r"\\\1", re.sub(r"\{(\d+)\}", r"{{\1}}", text))
