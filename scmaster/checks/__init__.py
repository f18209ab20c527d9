"""The rules: one file each, named `scmNNN_what_is_wrong.py`.

The file name is the code and the name, the docstring is the page that
`scmaster explain` prints and the test that CI runs, and `check` is the rule.
There is nothing else to edit.

    SEVERITY = Severity.WARNING                      # the same in a draft and in a final
    SEVERITY = (Severity.WARNING, Severity.ERROR)    # a warning in a draft, an error in a final
    FAMILIES = ("komdigi", "other")                  # only for instruments of these families
"""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol, cast

from scmaster.assess.case import Case
from scmaster.diagnostics import Diagnostic, Finding, Severity


class RuleModule(Protocol):
    """What a rule's file must hold."""

    __doc__: str
    SEVERITY: Severity | tuple[Severity, Severity]

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield a finding for every place that breaks the rule."""
        ...


@dataclass(frozen=True)
class Rule:
    """A rule file, with the code and the name taken from its file name."""

    code: str
    name: str
    module: RuleModule

    @property
    def severities(self) -> tuple[Severity, Severity]:
        """The severity in a draft, and in a final submission."""
        severity = self.module.SEVERITY
        return severity if isinstance(severity, tuple) else (severity, severity)

    def run(self, case: Case) -> Iterator[Diagnostic]:
        """Stamp the rule's code and severity on what it finds.

        A rule that names `FAMILIES` has nothing to say to another family's submission: what
        the ministry's evaluation asks of a masterplan, SPBE does not.
        """
        families = getattr(self.module, "FAMILIES", None)
        if families and case.instrument and case.instrument.family not in families:
            return
        severity = self.severities[1 if case.final else 0]
        for span, message, hint, related in self.module.check(case):
            yield Diagnostic(self.code, severity, span, message, hint, related)


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of their codes."""
    found = []
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        code, _, name = info.name.partition("_")
        module = cast("RuleModule", importlib.import_module(f"{__name__}.{info.name}"))
        found.append(Rule(code.upper(), name.replace("_", "-"), module))
    return tuple(found)


def check(case: Case) -> list[Diagnostic]:
    """Run every rule over the case."""
    return [diagnostic for rule in rules() for diagnostic in rule.run(case)]
