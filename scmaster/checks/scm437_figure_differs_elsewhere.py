"""Program, quick win, dan indikatornya menyebut angka yang berlainan untuk hal yang sama.

Angka yang sama sering ditulis di beberapa tempat, lalu satu diperbarui dan yang lain
tertinggal. Asesor membaca tabel program, lembar quick win, dan daftar indikator bersebelahan.
Yang dibandingkan hanya angka yang bernama, bersatuan, dan berwaktu sama.

Salah:

    programmes:
      - id: prog-uji
        name: Wi-Fi gratis
        measures:
          - {name: Titik Wi-Fi gratis, value: 330, unit: titik, as_of: 2024, source: sumber-uji}
    indicators:
      - id: ind-wifi
        name: Titik Wi-Fi gratis
        unit: titik
        belongs_to: [prog-uji]
        actuals:
          - value: 362  # SCM437
            as_of: 2024-12
            source: sumber-uji

Benar:

    programmes:
      - id: prog-uji
        name: Wi-Fi gratis
        measures:
          - {name: Titik Wi-Fi gratis, value: 362, unit: titik, as_of: 2024, source: sumber-uji}
    indicators:
      - id: ind-wifi
        name: Titik Wi-Fi gratis
        unit: titik
        belongs_to: [prog-uji]
        actuals:
          - {value: 330, as_of: 2023, source: sumber-uji}
          - {value: 362, as_of: 2024-12, source: sumber-uji}
"""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from scmaster.assess.case import Case
from scmaster.assess.conflicts import agree, same_time, same_unit, usable
from scmaster.assess.figures import Figure
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.link import Dossier
from scmaster.model.masterplan import Indicator, Programme, QuickWin
from scmaster.model.record import Entry
from scmaster.model.wording import figure_with_date

SEVERITY = (Severity.WARNING, Severity.ERROR)


class Told(NamedTuple):
    """A figure as a record tells it."""

    record: Entry
    name: str
    unit: str
    figure: Figure


def check(case: Case) -> Iterator[Finding]:
    """Find figures of a programme's records that contradict each other."""
    seen: set[tuple[str, str, str]] = set()
    for programme in case.dossier.of(Programme).values():
        told = [told for record in _family(case.dossier, programme) for told in _told(record)]
        for one, other in combinations(told, 2):
            mark = (one.record.id, other.record.id, one.name.casefold())
            if one.record is other.record or mark in seen or not _differ(one, other):
                continue
            seen.add(mark)
            ours, theirs = figure_with_date(other.figure[1]), figure_with_date(one.figure[1])
            yield Finding(
                other.record.span(*other.figure.path, "value"),
                f"'{other.name}' pada {other.record.id}: {ours}; pada {one.record.id}: {theirs}",
                "samakan keduanya, atau tulis waktunya dengan lebih tepat",
                (Related(one.record.span(*one.figure.path, "value"), "angka yang lain"),),
            )


def _family(dossier: Dossier, programme: Programme) -> list[Entry]:
    quick_wins = [q for q in dossier.of(QuickWin).values() if q.programme == programme.id]
    ids = {programme.id, *(quick_win.id for quick_win in quick_wins)}
    indicators = [i for i in dossier.of(Indicator).values() if ids & set(i.belongs_to)]
    return [programme, *quick_wins, *indicators]


def _told(record: Entry) -> Iterator[Told]:
    usual = record.unit if isinstance(record, Indicator) else ""
    for name, figure in usable(record):
        yield Told(record, name, figure.measure.unit or usual, figure)


def _differ(one: Told, other: Told) -> bool:
    return (
        one.name.casefold() == other.name.casefold()
        and same_unit(one.unit, other.unit)
        and same_time(one.figure, other.figure)
        and not agree(one.figure.measure, other.figure.measure)
    )
