"""What there is to say of one form, each thing once, at its place in form.yaml."""

from dataclasses import dataclass, field

from scmaster.diagnostics import Diagnostic, Severity
from scmaster.model.form import Form

Path = tuple[str | int, ...]
"""Of a place in form.yaml."""


@dataclass
class Findings:
    """What was said of a form so far."""

    form: Form
    _said: dict[Diagnostic, None] = field(default_factory=dict)

    @property
    def found(self) -> list[Diagnostic]:
        """What there is to say, in the order of form.yaml."""
        return sorted(self._said, key=lambda d: (d.span, d.code))

    @property
    def failed(self) -> bool:
        """Whether something was said that stops the form."""
        return any(d.severity is Severity.ERROR for d in self._said)

    def say(
        self,
        code: str,
        path: Path,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Keep one thing to say about a place in form.yaml; the same thing only once."""
        told = Diagnostic(code, severity, self.form.span(*path), message, hint)
        self._said[told] = None
