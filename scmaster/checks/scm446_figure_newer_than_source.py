"""Angka menyebut keadaan sesudah sumbernya terbit.

Tulisan bulan Juli tidak dapat memuat keadaan bulan September. Yang keliru biasanya tahun pada
as_of, atau sumbernya tertukar; angka yang benar pun menjadi tidak dapat dilacak. Target dan
rencana memang menyebut waktu yang akan datang.

Salah:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        measures:
          - name: Izin terbit
            value: 812
            unit: izin
            as_of: 2025-01  # SCM446
            source: sumber-uji
          - {name: Izin ditolak, value: 12, unit: izin, as_of: 2024, source: sumber-uji}

Salah (semua angka sebuah sumber):

    sources:
      - id: sumber-uji
        title: Laporan resmi kota
        date: 2014-12-31  # SCM446
        tier: document
    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        measures:
          - {name: Izin terbit, value: 812, unit: izin, as_of: 2024, source: sumber-uji}
          - {name: Izin ditolak, value: 12, unit: izin, as_of: 2024, source: sumber-uji}

Benar:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        measures:
          - name: Izin terbit
            value: 812
            unit: izin
            as_of: 2024
            source: sumber-uji
          - name: Izin yang akan terbit
            value: 900
            unit: izin
            as_of: 2025
            status: target
            source: sumber-uji
"""

from collections.abc import Iterator
from typing import NamedTuple

from scmaster.assess.case import Case
from scmaster.assess.conflicts import counts
from scmaster.assess.figures import Figure, figures
from scmaster.diagnostics import Finding, Related, Severity, Span
from scmaster.model.city import Source
from scmaster.model.evidence import Evidence
from scmaster.model.measure import Measure
from scmaster.model.record import Entry
from scmaster.model.wording import date_words, period_words
from scmaster.model.wording import figure as figure_words

SEVERITY = Severity.WARNING


class Read(NamedTuple):
    """A figure, and the record it stands in."""

    record: Entry
    figure: Figure

    @property
    def span(self) -> Span:
        """Where its time is written."""
        return self.record.span(*self.figure.path, "as_of")  # type: ignore[no-any-return]


def check(case: Case) -> Iterator[Finding]:
    """Find figures of a time that their source could not know.

    Where that is so of every figure of a source, its own date is what is wrong.
    """
    for where, read in _by_source(case):
        date = where.date
        late = [r for r in read if date and (t := r.figure.measure.as_of) and t.first > date.last]
        if len(late) == len(read) > 1:
            message = f"semua angka dari {where.id} menyebut waktu sesudah {date_words(date)}"
            related = tuple(Related(r.span, "waktu angka itu") for r in late)
            yield Finding(where.span("date"), message, "periksa tanggal sumbernya", related)
            continue
        for one in late:
            measure = one.figure.measure
            yield Finding(
                one.span,
                f"angka {figure_words(measure)} pada {one.record.id} untuk keadaan"
                f" {period_words(measure.as_of)}, padahal {where.id} bertanggal"
                f" {date_words(date)}",
                "periksa 'as_of', atau sebut sumber yang sebenarnya memuat angka itu",
                (Related(where.span("date"), "tanggal sumbernya"),),
            )


def _by_source(case: Case) -> list[tuple[Evidence | Source, list[Read]]]:
    """Return where figures were read, with those that say what was, and when."""
    made: dict[str, tuple[Evidence | Source, list[Read]]] = {}
    for record in case.dossier.every():
        for figure in figures(record):
            measure = figure.measure
            where = _read_in(case, measure)
            to_come = measure.as_of is not None and measure.as_of.first > case.on
            if where is not None and counts(measure) and not to_come:
                made.setdefault(where.id, (where, []))[1].append(Read(record, figure))
    return list(made.values())


def _read_in(case: Case, measure: Measure) -> Evidence | Source | None:
    """Return where a figure was read: one place; of two, either may be the one."""
    if measure.evidence and measure.source:
        return None
    evidence = case.dossier.get(Evidence, measure.evidence)
    return evidence or case.dossier.get(Source, measure.source)
