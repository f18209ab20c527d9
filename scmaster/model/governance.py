"""Who steers the smart city, when they met, and what was promised together."""

from typing import Annotated, Literal

from pydantic import Field

from scmaster.model.city import Regulation
from scmaster.model.record import Entry, EvidenceRef, OpdRef, PillarRef, Record, Ref, SourceRef
from scmaster.model.values import Count, Date, Id, Text, YesNo

Sector = Literal["government", "academia", "business", "community", "media"]


class Member(Record):
    """An office or institution that sits in a body; never a person."""

    name: Text = Field(description="Jabatan atau lembaga, bukan nama orang.")
    sector: Sector = Field(description="Unsur: government, academia, business, community, media.")
    opd: OpdRef | None = Field(default=None, description="Id perangkat daerah.")
    role: Text | None = Field(default=None, description="Peran, misalnya ketua.")


class Meeting(Record):
    """A meeting of a body."""

    date: Date = Field(description="Tanggal rapat.")
    title: Text = Field(description="Acara rapat.")
    place: Text | None = Field(default=None, description="Tempat.")
    attendance: Count | None = Field(default=None, description="Banyak peserta.")
    sectors: list[Sector] = Field(default=[], description="Unsur yang hadir.")
    attendees: list[OpdRef] = Field(default=[], description="Id perangkat daerah yang hadir.")
    members: list[Text] = Field(
        default=[],
        description="Anggota lain yang hadir, dengan nama seperti di daftar anggota lembaga.",
    )
    minutes: EvidenceRef | None = Field(default=None, description="Id eviden notulen.")
    source: SourceRef | None = Field(default=None, description="Id sumber.")
    note: Text | None = Field(default=None, description="Catatan.")


class Body(Entry):
    """A dewan, tim pelaksana, forum, pokja or gugus tugas."""

    kind: Literal["dewan", "tim_pelaksana", "forum", "pokja", "gugus_tugas"] = Field(
        description="Jenis lembaga."
    )
    name: Text = Field(description="Nama lembaga.")
    sk: Regulation | None = Field(default=None, description="Keputusan pembentukannya.")
    sk_evidence: EvidenceRef | None = Field(default=None, description="Id eviden keputusan itu.")
    chair: Text | None = Field(default=None, description="Jabatan ketua.")
    secretary: Text | None = Field(default=None, description="Jabatan sekretaris.")
    pillar: PillarRef | None = Field(default=None, description="Id pilar (untuk pokja).")
    members: list[Member] = Field(default=[], description="Anggota menurut jabatan atau lembaga.")
    meetings: list[Meeting] = Field(default=[], description="Rapat yang pernah diadakan.")


class Signatory(Record):
    """An office that was to sign, and whether it did."""

    opd: Annotated[Id, Ref(("opd",))] = Field(description="Id perangkat daerah.")
    signed: YesNo = Field(description="ya bila sudah menandatangani.")


class Commitment(Entry):
    """A komitmen bersama."""

    title: Text = Field(description="Judul komitmen.")
    date: Date = Field(description="Tanggal penandatanganan.")
    place: Text | None = Field(default=None, description="Tempat.")
    undertakings: list[Text] = Field(default=[], description="Butir-butir komitmen.")
    signatories: list[Signatory] = Field(default=[], description="Penandatangan.")
    signed_by_all: YesNo | None = Field(
        default=None, description="ya bila sumber menyatakan semua perangkat daerah menandatangani."
    )
    witnessed_by: Text | None = Field(default=None, description="Disaksikan oleh.")
    evidence: EvidenceRef | None = Field(default=None, description="Id eviden naskah komitmen.")
