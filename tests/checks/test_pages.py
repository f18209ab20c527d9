"""Every rule's page is its test: `Salah` is flagged where it says, `Benar` is clean.

A block stands on the records of `base/`, one file a section; a section that the block
writes itself replaces the base's. Below a line `# pillars` the block goes on as a file of
`pillars/`, and below `# berkas` it says, as `files_of` reads it, what the evidence files
hold, below `# tinjauan` who has reviewed which claim. A block whose first line is `# final`
is looked at as a final submission.
"""

import re
import textwrap
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from scmaster import checks, pipeline
from scmaster.assess.case import weighed
from scmaster.assess.links import Link
from scmaster.assess.originals import Contents, Original, Originals
from scmaster.assess.vetting import Review, fingerprint
from scmaster.diagnostics import Severity, Span
from scmaster.model.evidence import Claim
from scmaster.model.sections import CITY_SECTIONS

BASE = Path(__file__).parent / "base"
BLOCK = re.compile(r"^(Salah|Benar)[^\n]*:\n\n((?:    .*\n|\n)+)", re.MULTILINE)
MARK = re.compile(r"# (SCM\d{3}(?: SCM\d{3})*)")
ON = date(2025, 1, 15)
"""The day of the look in every page."""
FACTS = {"layer", "signed", "encrypted", "problem"}


def understand(text):
    text, _, reviewed = text.partition("# tinjauan\n")
    text, _, described = text.partition("# berkas\n")
    city, _, shared = text.partition("# pillars\n")
    written = set(re.findall(r"(?m)^([a-z_]+):", text))
    base = {p.stem: p.read_bytes() for p in sorted(BASE.glob("*.yaml")) if p.stem not in written}
    if text.startswith("# final"):
        base["submissions"] = base["submissions"].replace(b"state: draft", b"state: final")
    files = [(f"dasar/{n}.yaml", d) for n, d in base.items() if n in CITY_SECTIONS]
    frames = [(f"dasar/{n}.yaml", d) for n, d in base.items() if n not in CITY_SECTIONS]
    if shared:
        padded = "\n" * (city.count("\n") + 1) + shared  # so that lines count through the block
        frames.append(("contoh.yaml", padded.encode()))
    if city.strip():
        files.append(("contoh.yaml", city.encode()))
    where = Span("uji", 1, 1)
    case = pipeline.understand(
        files, frames, [], where, on=ON, holdings=lambda _: (files_of(described), [])
    )
    return with_reviews(case, yaml.safe_load(reviewed) or {}) if reviewed else case


def with_reviews(case, told):
    """Take `klaim: {by: dlh, date: 2024-12-31, changed: ya}` for what is in evidence.reviews."""
    reviews = {}
    for name, one in told.items():
        seen = fingerprint(case.dossier, case.originals, case.dossier.get(Claim, name))
        seen = "0" * 64 if "changed" in one else seen
        reviews[name] = Review(name, one["by"], str(one["date"]), seen)
    return pipeline.checked(weighed(replace(case, reviews=reviews)))


def files_of(described):
    """Turn `ev-a: {kind: pdf, pages: [words], state: changed}` into what is known of files.

    Below `links`, what an address gave: `ev-a: {url: ..., state: dead, reason: HTTP 404}`.
    """
    told = yaml.safe_load(described) or {}
    strays = tuple(told.pop("strays", ()))
    links = {
        n: Link(record=n, seen="2024-12-31", **one) for n, one in told.pop("links", {}).items()
    }
    lock = Span("evidence.lock", 1, 1)
    kinds = {name: one | {"kind": one.get("kind", "")} for name, one in told.items()}
    locked, contents = {}, {}
    for name, one in kinds.items():
        facts = {key: one[key] for key in FACTS & one.keys()}
        digest = str(one.get("sha256", name)).ljust(64, "0")
        pages = one.get("pages")
        locked[name] = Original(
            name,
            one.get("file", f"{name}.{one['kind']}"),
            digest,
            one.get("size", 1000),
            one["kind"],
            "2024-12-31",
            pages=len(pages) if isinstance(pages, list) else pages,
            **facts,
        )
        inside = {key: one[key] for key in ("sections", "cells", "empty_signatures") if key in one}
        words = tuple(pages) if isinstance(pages, list) else ()
        contents[name] = Contents(pages=words, **inside)
    return Originals(
        here=True,
        locked={n: o for n, o in locked.items() if kinds[n].get("state") != "unlocked"},
        states={name: one.get("state", "held") for name, one in kinds.items()},
        strays=strays,
        links=links,
        spans=dict.fromkeys(locked, lock),
        read=contents.get,
    )


def marked(text):
    return sorted(
        (number, code)
        for number, line in enumerate(text.splitlines(), start=1)
        for codes in MARK.findall(line)
        for code in codes.split()
    )


def examples():
    for rule in checks.rules():
        for number, (kind, block) in enumerate(BLOCK.findall(rule.module.__doc__)):
            text = textwrap.dedent(block)
            yield pytest.param(rule, kind, text, id=f"{rule.code}-{number}-{kind}")


@pytest.mark.parametrize(("rule", "kind", "text"), list(examples()))
def test_example(rule, kind, text):
    case = understand(text)
    here = [d for d in case.diagnostics if d.span.file == "contoh.yaml"]
    mine = sorted((d.span.line, d.code) for d in here if d.code == rule.code)

    assert [(n, c) for n, c in marked(text) if c == rule.code] == mine
    assert (kind == "Salah") == bool(mine)
    unmarked = {(d.span.line, d.code) for d in here} - set(marked(text))
    assert not {code for _, code in unmarked if code < "SCM300"}, "the block itself is broken"


@pytest.mark.parametrize("rule", checks.rules(), ids=lambda rule: rule.code)
def test_page(rule):
    """A rule without both examples, or with a fix in its name, is not a rule yet."""
    assert {kind for kind, _ in BLOCK.findall(rule.module.__doc__)} == {"Salah", "Benar"}
    assert re.fullmatch(r"SCM[3-9]\d\d", rule.code)
    assert not re.match(r"(avoid|do-not|must|no|prefer|require|use)-", rule.name)
    draft, final = rule.severities
    order = [Severity.NOTE, Severity.WARNING, Severity.ERROR]
    assert order.index(draft) <= order.index(final)


def test_the_base_has_no_error():
    case = understand("")

    assert [d for d in case.diagnostics if d.severity is Severity.ERROR] == []
    assert case.instrument is not None
