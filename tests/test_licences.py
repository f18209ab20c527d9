"""Nothing that is installed with scmaster asks its users for more than MIT does of them."""

import re
from importlib.metadata import Distribution, distribution, requires

import pytest
from packaging.requirements import Requirement

# Each may be used, changed and passed on inside a work under MIT. The LGPL and the MPL bind
# their own files only.
ALLOWED = frozenset(
    {
        "MIT",
        "MIT-0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "0BSD",
        "Apache-2.0",
        "ISC",
        "PSF-2.0",
        "Python-2.0",
        "MPL-2.0",
        "MIT-CMU",
        "HPND",
        "Unlicense",
    }
)
# What packages wrote before licences had expressions (classifiers, or a line of their own).
SPELLED = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "ISC License (ISCL)": "ISC",
}
EXTRAS = ("", "lsp")
"""What a user may install: the tools of developers are nobody else's matter."""


def needed(name, extras=("",)):
    """The names of all that a package needs to run here, itself left out."""
    found = {}
    waiting = [(name, extras)]
    while waiting:
        current, wanted = waiting.pop()
        for line in requires(current) or []:
            requirement = Requirement(line)
            marker = requirement.marker
            if marker and not any(marker.evaluate({"extra": extra}) for extra in wanted):
                continue
            if requirement.name.lower() not in found:
                found[requirement.name.lower()] = requirement.name
                waiting.append((requirement.name, ("", *requirement.extras)))
    return sorted(found.values(), key=str.lower)


def licences(found: Distribution) -> set[str]:
    """The licences a package says it is under; empty where it says nothing."""
    told = found.metadata
    if expression := told.get("License-Expression"):
        return set(re.findall(r"[A-Za-z0-9.-]+", expression)) - {"AND", "OR", "WITH"}
    named = {
        line.rpartition(" :: ")[2]
        for line in told.get_all("Classifier") or []
        if line.startswith("License :: ") and line != "License :: OSI Approved"
    }
    line = (told.get("License") or "").strip()
    named |= {line} if line and "\n" not in line and not named else set()
    return {SPELLED.get(name, name) for name in named}


@pytest.mark.parametrize("name", needed("scmaster", EXTRAS))
def test_what_is_installed_with_it_is_under_a_licence_that_allows_it(name):
    said = licences(distribution(name))

    assert said, f"{name} says nothing of its licence: look, then say so here"
    assert said <= ALLOWED, f"{name} is under {sorted(said - ALLOWED)}"


def test_the_guard_refuses_what_is_not_on_the_list():
    class Strict:
        metadata = distribution("scmaster").metadata

    strict = Strict()
    said = licences(strict)
    strict.metadata.replace_header("License-Expression", "AGPL-3.0-only")

    assert said == {"MIT"}
    assert not licences(strict) <= ALLOWED


def test_the_list_of_what_is_needed_is_not_empty():
    assert {"pydantic", "lxml", "typer"} <= {name.lower() for name in needed("scmaster")}
