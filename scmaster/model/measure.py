"""A figure, with when it held, where it was read, and what kind of figure it is."""

from typing import Literal

from pydantic import Field

from scmaster.model.record import EvidenceRef, Record, SourceRef
from scmaster.model.values import Number, Text, Time, YesNo

MeasureStatus = Literal["official", "reported", "estimated", "target", "planned"]
PROMISES = frozenset({"target", "planned"})
"""Statuses of what is hoped for: never shown as an achievement."""


class Measure(Record):
    """One figure. Unknown is no `value` and a `note` that says why."""

    value: Number | None = Field(
        default=None, description="Angkanya; kosongkan bila tidak diketahui."
    )
    upper: Number | None = Field(
        default=None, description="Batas atas, bila sumber menyebut rentang (205 sampai 210)."
    )
    unit: Text | None = Field(default=None, description="Satuan, misalnya sambungan rumah.")
    as_of: Time | None = Field(
        default=None,
        description="Tanggal atau periode keadaan itu: 2025-04, 2024, 2024-01/2024-06.",
    )
    status: MeasureStatus = Field(
        default="reported",
        description="official (statistik resmi), reported, estimated, target, planned.",
    )
    source: SourceRef | None = Field(default=None, description="Id sumber tempat angka ini dibaca.")
    evidence: EvidenceRef | None = Field(
        default=None, description="Id eviden yang memuat angka ini."
    )
    page: Text | None = Field(
        default=None, description="Halaman atau bagian yang memuat angka ini."
    )
    preferred: YesNo = Field(
        default=False,
        description="ya, bila angka ini yang dipakai di antara angka-angka yang berbeda.",
    )
    reason: Text | None = Field(default=None, description="Mengapa angka ini yang dipakai.")
    note: Text | None = Field(default=None, description="Catatan tentang angka ini.")


class NamedMeasure(Measure):
    """A figure that says what it counts."""

    name: Text = Field(description="Apa yang dihitung, misalnya jumlah penduduk.")
