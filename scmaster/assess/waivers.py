"""Accepted exceptions: which finding each silences, and which silence nothing.

A waiver names a code and a record. It silences the findings of that code inside that
record until its last day; one that matches nothing, or has ended, is itself a finding.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from scmaster.assess.places import Places
from scmaster.diagnostics import Diagnostic, Severity
from scmaster.link import Dossier
from scmaster.model.evaluation import Waiver

CODES = {
    "SCM390": "Pengecualian (waivers) yang tidak mengena temuan apa pun: masalahnya sudah selesai, "
    "atau kode atau id-nya keliru. Hapus pengecualian itu, atau betulkan.",
    "SCM391": "Pengecualian (waivers) sudah lewat tanggalnya. Selesaikan temuannya, atau mintakan "
    "persetujuan baru kepada pejabat yang berwenang.",
}

NOT_OF_RULES = ("SCM0", "SCM1", "SCM2")
"""What a file says wrongly cannot be excepted; only what a rule finds can."""


class Waived(NamedTuple):
    """A finding that an exception silences."""

    diagnostic: Diagnostic
    waiver: Waiver


def apply(
    dossier: Dossier, on: date, found: Sequence[Diagnostic]
) -> tuple[list[Diagnostic], tuple[Waived, ...]]:
    """Divide the findings into those that stay and those silenced on a day."""
    waivers = dossier.of(Waiver)
    if not waivers:
        return list(found), ()
    where = Places(dossier)
    kept: list[Diagnostic] = []
    silenced: list[Waived] = []
    matched: set[str] = set()
    for diagnostic in found:
        record = where.record_at(diagnostic.span)
        waiver = next(
            (w for w in waivers.values() if w.code == diagnostic.code and w.record == record), None
        )
        if waiver is None or diagnostic.code.startswith(NOT_OF_RULES):
            kept.append(diagnostic)
            continue
        matched.add(waiver.id)
        if waiver.until.last < on:
            kept.append(diagnostic)
        else:
            silenced.append(Waived(diagnostic, waiver))
    kept += [problem for w in waivers.values() if (problem := _problem(w, w.id in matched, on))]
    return kept, tuple(silenced)


def _problem(waiver: Waiver, matched: bool, on: date) -> Diagnostic | None:  # noqa: FBT001
    if not matched:
        message = f"pengecualian {waiver.code} untuk '{waiver.record}' tidak mengena apa pun"
        hint = "hapus pengecualian ini, atau periksa kode dan id-nya"
        return Diagnostic("SCM390", Severity.WARNING, waiver.span("code"), message, hint)
    if waiver.until.last < on:
        message = f"pengecualian {waiver.code} berakhir {waiver.until}"
        hint = "selesaikan temuannya atau perbarui persetujuannya"
        return Diagnostic("SCM391", Severity.WARNING, waiver.span("until"), message, hint)
    return None
