"""How grave findings are in a workspace that has said so in its settings.

A rule may weigh more than usual for any reason or none. For it to weigh less somebody has to
say why, and the reason goes along with every finding. What a file says wrongly weighs what it
weighs: only rules can be weighed anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from scmaster.diagnostics import Diagnostic, Severity
from scmaster.model.settings import Settings, Weight

CODES = {
    "SCM963": """Berat temuan diringankan tanpa alasan.

Di scmaster.yaml suatu aturan boleh diperberat begitu saja. Bila diringankan, tulis alasannya di
`reason`: alasan itu dicetak bersama setiap temuannya. Selama alasannya belum ada, berat bawaannya
yang berlaku.
""",
    "SCM964": """Kode di severities tidak dikenal, atau bukan milik aturan.

Yang dapat diberi berat lain hanya aturan: SCM3xx dan seterusnya, dan aturan setempat. Kesalahan
tulis (SCM0xx sampai SCM2xx) tetap galat, karena isinya tidak terbaca.
""",
}

_ORDER = [Severity.NOTE, Severity.WARNING, Severity.ERROR]
Usual = Mapping[str, tuple[Severity, Severity]]
"""The severities of each rule by its code, in a draft and in a final."""


def weighed(settings: Settings, usual: Usual, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings as grave as the workspace has them, and what is wrong with that."""
    if not settings.severities:
        return list(found)
    valid = {w.code: w for w in settings.severities if _problem(w, usual) is None}
    made = [_one(diagnostic, valid.get(diagnostic.code)) for diagnostic in found]
    return [*made, *filter(None, (_problem(weight, usual) for weight in settings.severities))]


def _one(diagnostic: Diagnostic, weight: Weight | None) -> Diagnostic:
    if weight is None:
        return diagnostic
    severity = Severity(weight.severity)
    if not _less(severity, diagnostic.severity):
        return replace(diagnostic, severity=severity)
    because = f"diringankan di scmaster.yaml: {weight.reason}"
    hint = f"{diagnostic.hint}; {because}" if diagnostic.hint else because
    return replace(diagnostic, severity=severity, hint=hint)


def _problem(weight: Weight, usual: Usual) -> Diagnostic | None:
    if weight.code not in usual:
        message = f"tidak ada aturan berkode {weight.code}"
        hint = "lihat kodenya di laporan 'scmaster check'"
        return Diagnostic("SCM964", Severity.ERROR, weight.span("code"), message, hint)
    if weight.reason is None and _less(
        Severity(weight.severity), max(usual[weight.code], key=_ORDER.index)
    ):
        message = f"{weight.code} diringankan tanpa alasan"
        hint = "tulis alasannya di 'reason'"
        return Diagnostic("SCM963", Severity.ERROR, weight.span("severity"), message, hint)
    return None


def _less(one: Severity, other: Severity) -> bool:
    return _ORDER.index(one) < _ORDER.index(other)
