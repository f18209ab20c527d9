"""Dua program atau dua perangkat daerah memakai nama yang sama.

Bila sebutannya sama, asesor tidak dapat membedakan keduanya dan program terhitung dua kali.
Perangkat daerah yang berganti nama boleh berbagi sebutan dengan penggantinya.

Salah:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
      - id: prog-izin
        name: Izin terpadu
        aliases: [Perizinan satu pintu, layanan Perizinan Daring]  # SCM433

Salah (perangkat daerah):

    opd:
      - id: diskominfo
        name: Dinas Komunikasi dan Informatika
        short_name: Kominfo
      - id: kominfo
        name: Dinas Kominfo
        short_name: Kominfo  # SCM433

Benar:

    opd:
      - id: diskominfo
        name: Dinas Komunikasi dan Informatika
      - id: bappeda
        name: Badan Perencanaan Pembangunan Daerah
        short_name: Bappeda
        valid_to: 2023
        successor: bapperida
      - id: bapperida
        name: Badan Perencanaan Pembangunan, Riset, dan Inovasi Daerah
        aliases: [Bappeda]
        valid_from: 2024
    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        aliases: [Layanan Perizinan Daring]
"""

from collections.abc import Iterator, Sequence

from scmaster.assess.case import Case
from scmaster.assess.figures import Path
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.city import Opd
from scmaster.model.masterplan import Programme

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find names that two records of a kind share."""
    yield from _among([*case.dossier.of(Programme).values()])
    yield from _among([*case.dossier.of(Opd).values()])


def _among(records: Sequence[Programme | Opd]) -> Iterator[Finding]:
    known: dict[str, list[tuple[Programme | Opd, Path]]] = {}
    told: set[tuple[str, str]] = set()
    for record in sorted(records, key=lambda record: record.span()):
        for path, name in _names(record):
            same = known.setdefault(" ".join(name.split()).casefold(), [])
            for other, at in same:
                pair = (other.id, record.id)
                if other is record or pair in told or _may_share(other, record):
                    continue
                told.add(pair)
                yield Finding(
                    record.span(*path),
                    f"'{name}' dipakai {record.id} dan {other.id}",
                    "beri nama yang membedakan, atau gabungkan bila memang satu",
                    (Related(other.span(*at), f"nama pada {other.id}"),),
                )
            same.append((record, path))


def _names(record: Programme | Opd) -> Iterator[tuple[Path, str]]:
    yield ("name",), record.name
    if isinstance(record, Opd) and record.short_name:
        yield ("short_name",), record.short_name
    yield from ((("aliases", i), alias) for i, alias in enumerate(record.aliases))
    if isinstance(record, Programme):
        former = record.renamed_from
        yield from ((("renamed_from", i, "name"), old.name) for i, old in enumerate(former))


def _may_share(one: Programme | Opd, other: Programme | Opd) -> bool:
    """Tell whether two may bear one name: successors, or programmes of two masterplans."""
    if isinstance(one, Opd) and isinstance(other, Opd):
        return one.successor == other.id or other.successor == one.id
    if isinstance(one, Programme) and isinstance(other, Programme):
        plans = {one.masterplan, other.masterplan}
        return len(plans) > 1 and None not in plans
    return False
