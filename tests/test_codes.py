"""Every code has a page, every page a code that is said, and all fit on one list to read."""

import ast
import re
from pathlib import Path

import pytest

import scmaster
from scmaster import catalogue, checks, link, load, local_rules, render, settings
from scmaster.assess import severities, waivers
from scmaster.evidence import lockfile, reviewfile
from scmaster.evidence.links import file as linkfile
from scmaster.exchange import collecting, ledger, respondents, results_reading, suspect_answers
from scmaster.report.text import LEVELS
from scmaster.returned import codes as returned
from scmaster.source import reader

SOURCE = Path(scmaster.__file__).parent
ROOT = SOURCE.parent
STAGES = {
    "read": (reader.CODES, "0"),
    "load": (load.CODES, "1"),
    "link": (link.CODES, "2"),
    "waivers": (waivers.CODES, "3"),
    "render": (render.CODES, "6"),
    "lock": (lockfile.CODES, "8"),
    "links": (linkfile.CODES, "8"),
    "reviews": (reviewfile.CODES, "8"),
    "requests": (ledger.CODES, "8"),
    "returned": (returned.CODES, "9"),
    "forms": (collecting.CODES, "9"),
    "weights": (severities.CODES, "9"),
    "local rules": (local_rules.CODES, "9"),
    "settings": (settings.CODES, "9"),
    "respondents": (respondents.CODES | suspect_answers.CODES, "9"),
    "results": (results_reading.CODES, "9"),
}
CODE = re.compile(r"SCM\d{3}")


def said(source):
    """Return the codes that a module says: its texts that are nothing but a code.

    A key of a mapping is where a page stands, and no use of the code.
    """
    tree = ast.parse(source)
    keys = {id(key) for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys}
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CODE.fullmatch(node.value)
        and id(node) not in keys
    }


SAID = set().union(*(said(path.read_text("utf-8")) for path in SOURCE.rglob("*.py")))


def test_what_is_said_is_found():
    assert said('CODES = {"SCM001": "a"}\nraise E("SCM002", f"SCM003 x")') == {"SCM002"}
    assert {"SCM001", "SCM115", "SCM210", "SCM390", "SCM601"} <= SAID


def test_every_code_that_is_said_has_a_page():
    assert set(catalogue.pages()) >= SAID


def test_every_page_of_a_stage_is_of_a_code_that_is_said():
    pages = {code for codes, _ in STAGES.values() for code in codes}

    assert pages - SAID == set()


def test_no_code_has_two_pages():
    every = [code for codes, _ in STAGES.values() for code in codes]
    every += [rule.code for rule in checks.rules()]

    assert sorted(every) == sorted(set(every))
    assert set(every) == set(catalogue.pages())


def test_no_two_rules_have_one_name():
    names = [rule.name for rule in checks.rules()]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("stage", STAGES)
def test_the_first_digit_says_which_stage_speaks(stage):
    codes, digit = STAGES[stage]

    assert {code[3] for code in codes} == {digit}


@pytest.mark.parametrize("code", catalogue.pages())
def test_a_page_begins_with_a_sentence_and_belongs_to_a_family(code):
    page = catalogue.pages()[code]

    assert page.summary.endswith(".")
    assert page.summary == page.summary.strip()
    assert page.family in catalogue.FAMILIES.values()


def mentions(suffixes, *folders):
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in suffixes:
                for code in CODE.findall(path.read_text("utf-8")):
                    yield code, path.relative_to(ROOT).as_posix()


def test_every_code_that_prose_mentions_exists():
    """In rule pages, templates, data, documentation: a reader may ask `explain` for it."""
    every = set(mentions({".py", ".md", ".jinja", ".yaml"}, "scmaster", "templates", "pillars"))
    every |= set(mentions({".md", ".yaml"}, "docs", "cities"))

    assert ("SCM001", "scmaster/source/codes.py") in every
    assert [where for code, where in sorted(every) if code not in catalogue.pages()] == []


def test_all_codes_on_one_list(golden):
    lines = []
    for code, page in catalogue.pages().items():
        levels = [LEVELS[severity] for severity in page.severities or ()]
        level = "/".join(dict.fromkeys(levels)) or "-"
        sentence = re.split(r"(?<=[.]) ", page.summary)[0]
        lines.append(f"{code}  {level:<18}  {page.name or page.family}: {sentence}")

    golden("codes.txt", "\n".join(lines) + "\n")
