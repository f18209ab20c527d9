"""What is the same for every city: editions of the pillars, and instruments."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scmaster.model.city import Regulation
from scmaster.model.evidence import EvidenceKind
from scmaster.model.record import (
    AnyQuestionRef,
    EditionRef,
    Entry,
    FromNodeRef,
    InstrumentRef,
    PillarRef,
    Record,
    SourceRef,
    SubPillarRef,
    ToNodeRef,
)
from scmaster.model.values import Count, Date, Id, Number, Text, Year, YesNo

Standing = Literal["official", "secondary", "inferred", "draft"]
"""How sure an item is: read in a ministry's paper, at second hand, concluded, or a draft."""


Family = Literal["komdigi", "spbe", "pemdi", "other"]
"""Instruments that ask for the same, year after year."""


class SubPillar(Record):
    """A sub-dimension of a pillar."""

    id: Id = Field(description="Id subdimensi, misalnya gov-service.")
    name: Text = Field(description="Nama Indonesia.")
    english: Text | None = Field(default=None, description="Nama Inggris.")
    aliases: list[Text] = Field(default=[], description="Sebutan lain.")
    note: Text | None = Field(default=None, description="Catatan.")


class Pillar(Record):
    """A smart dimension."""

    id: Id = Field(description="Id pilar, misalnya governance.")
    name: Text = Field(description="Nama, misalnya Smart Governance.")
    indonesian: Text | None = Field(default=None, description="Padanan Indonesia.")
    aliases: list[Text] = Field(default=[], description="Sebutan lain, misalnya Smart Government.")
    sub_pillars: list[SubPillar] = Field(default=[], description="Subdimensi.")
    note: Text | None = Field(default=None, description="Catatan.")


class PillarEdition(Entry):
    """The pillars as one edition of the programme names them."""

    name: Text = Field(description="Nama edisi.")
    year: Year | None = Field(default=None, description="Tahun edisi.")
    status: Standing = Field(description="official, secondary, inferred, atau draft.")
    pillars: list[Pillar] = Field(description="Pilar-pilarnya.", min_length=1)


class Level(Record):
    """A level of the scale, and what it takes."""

    level: Number = Field(description="Tingkat.")
    name: Text | None = Field(default=None, description="Nama tingkat.")
    aliases: list[Text] = Field(default=[], description="Sebutan lain tingkat ini.")
    text: Text | None = Field(default=None, description="Apa yang membuat tingkat ini tercapai.")


class Band(Record):
    """A grade: from this score on, until the next band begins."""

    start: Number = Field(description="Mulai dari nilai ini.")
    name: Text = Field(description="Nama predikat.")
    aliases: list[Text] = Field(default=[], description="Sebutan lain predikat ini.")


class Scale(Record):
    """The scores an item may have."""

    minimum: Number = Field(description="Nilai terendah bagi yang ikut.")
    maximum: Number = Field(description="Nilai tertinggi.")
    absent: Number | None = Field(
        default=None, description="Nilai bagi yang tidak ikut atau tidak menyerahkan."
    )
    fractions: YesNo = Field(
        default=False, description="true bila kota boleh memberi nilai pecahan, misalnya 1.26."
    )
    levels: list[Level] = Field(
        default=[], description="Arti tiap tingkat; kosong bila tidak diketahui."
    )
    cumulative: YesNo = Field(
        default=False, description="true bila tingkat n menuntut tingkat 1 sampai n-1."
    )


class Observed(Record):
    """What a city earned on an item: useful as calibration."""

    city: Text = Field(description="Daerah.")
    year: Year = Field(description="Tahun.")
    score: Number = Field(description="Nilai resmi.")
    source: SourceRef | None = Field(default=None, description="Id sumber.")


class Alias(Record):
    """The code of the same item in another edition."""

    instrument: InstrumentRef = Field(description="Id instrumen lain.")
    code: Text = Field(description="Kode di sana.")


class Question(Record):
    """One question. `code` is the ministry's own and not unique; `id` is ours and is."""

    id: Id = Field(description="Id tetap, misalnya BAS.01.")
    code: Text = Field(description="Kode resmi; tidak unik.")
    indicator: Text | None = Field(default=None, description="Indikator di instrumen.")
    sub_indicator: Text | None = Field(default=None, description="Subindikator.")
    text: Text = Field(description="Pertanyaan, dengan kata-kata sendiri.")
    kind: Literal[
        "level", "count", "percent", "index", "boolean", "survey_mean", "external", "narrative"
    ] = Field(default="level", description="Bentuk jawaban.")
    weight: Number | None = Field(
        default=None, description="Bobot: bagian dari induknya, atau dari seluruh instrumen."
    )
    pillar: PillarRef | None = Field(default=None, description="Id pilar.")
    sub_pillar: SubPillarRef | None = Field(default=None, description="Id subdimensi.")
    period: Literal["current", "previous"] = Field(
        default="current",
        description="Tahun yang ditanyakan: current (tahun evaluasi) atau previous.",
    )
    levels: list[Level] = Field(
        default=[], description="Arti tiap tingkat; kosong bila tidak diketahui."
    )
    evidence_hints: list[Text] = Field(default=[], description="Eviden yang kiranya diminta.")
    evidence_kinds: list[EvidenceKind] = Field(default=[], description="Jenis eviden yang cocok.")
    evidence_status: Standing = Field(
        default="inferred", description="Seberapa pasti daftar eviden itu."
    )
    data_owner: Text | None = Field(default=None, description="Pemilik data pada umumnya.")
    external: Text | None = Field(
        default=None, description="Indeks luar yang dipakai sebagai nilai."
    )
    upload: YesNo = Field(
        default=True,
        description="false bila nilainya diambil dari indeks luar tanpa unggahan kota.",
    )
    meeting_of: Literal["dewan", "tim_pelaksana", "forum"] | None = Field(
        default=None, description="Lembaga yang rapatnya ditanyakan."
    )
    derived: Text | None = Field(default=None, description="Dari catatan mana jumlahnya dihitung.")
    aliases: list[Alias] = Field(default=[], description="Kode pada edisi lain.")
    observed: list[Observed] = Field(
        default=[], description="Nilai resmi daerah lain, sebagai gambaran."
    )
    status: Standing = Field(description="Seberapa pasti pertanyaan ini.")
    source: SourceRef | None = Field(default=None, description="Id sumber.")
    note: Text | None = Field(default=None, description="Catatan.")


class Group(Record):
    """A dimension, domain, aspect or indicator: weights and questions below it."""

    id: Id = Field(description="Id kelompok, misalnya baseline.")
    name: Text = Field(description="Nama, misalnya Baseline.")
    code: Text | None = Field(default=None, description="Kode resmi.")
    kind: Text = Field(
        default="dimensi", description="Sebutan tingkat ini: dimensi, domain, aspek."
    )
    weight: Number | None = Field(
        default=None, description="Bobot: bagian dari induknya, atau dari seluruh instrumen."
    )
    aggregate: Literal["mean_of_questions", "mean", "weighted"] = Field(
        default="mean_of_questions",
        description="mean_of_questions (rata-rata semua pertanyaan di bawahnya), "
        "mean (rata-rata anak), weighted (rata-rata berbobot).",
    )
    description: Text | None = Field(default=None, description="Apa yang dilihat.")
    levels: list[Level] = Field(
        default=[], description="Arti tiap tingkat bagi semua pertanyaan di bawahnya."
    )
    groups: list[Group] = Field(default=[], description="Kelompok di bawahnya.")
    questions: list[Question] = Field(default=[], description="Pertanyaan.")
    status: Standing | None = Field(default=None, description="Seberapa pasti bobot dan isinya.")
    source: SourceRef | None = Field(default=None, description="Id sumber bobot dan isinya.")
    note: Text | None = Field(default=None, description="Catatan.")


class Uploads(Record):
    """What a portal takes; nothing is said of what its makers have not stated."""

    megabytes: Number | None = Field(
        default=None, description="Ukuran terbesar satu berkas, dalam juta bita."
    )
    formats: list[Text] = Field(
        default=[], description="Jenis berkas yang diterima, misalnya pdf; kosong: semuanya."
    )


class Instrument(Entry):
    """An instrument of evaluation: one issuer, year and cohort."""

    name: Text = Field(description="Nama instrumen.")
    short_name: Text | None = Field(default=None, description="Nama pendek.")
    issuer: Text = Field(description="Penerbit.")
    year: Year = Field(description="Tahun evaluasi.")
    family: Family = Field(default="other", description="Keluarga instrumen.")
    cohort: Text | None = Field(default=None, description="Kelompok kota.")
    stage: Text | None = Field(default=None, description="Tahap.")
    edition: EditionRef | None = Field(default=None, description="Id edisi pilar.")
    status: Standing = Field(description="Seberapa pasti instrumen ini.")
    valid_from: Date | None = Field(default=None, description="Berlaku mulai.")
    valid_to: Date | None = Field(default=None, description="Berlaku sampai.")
    revoked_by: Text | None = Field(default=None, description="Dicabut oleh.")
    legal_basis: list[Regulation] = Field(default=[], description="Dasar hukum.")
    scale: Scale = Field(description="Skala nilai pertanyaan.")
    aggregate: Literal["mean_of_questions", "mean", "weighted"] = Field(
        default="weighted", description="Cara nilai akhir dihitung dari kelompok teratas."
    )
    bands: list[Band] = Field(default=[], description="Predikat.")
    total_questions: Count | None = Field(
        default=None, description="Jumlah pertanyaan menurut sumber."
    )
    uploads: Uploads | None = Field(
        default=None, description="Batas berkas, hanya bila instrumen menyatakannya."
    )
    groups: list[Group] = Field(description="Kelompok teratas.", min_length=1)


class Counterpart(Record):
    """A node of one instrument, and the node of another that asks for the same or for part."""

    from_node: FromNodeRef = Field(
        description="Id pertanyaan atau kelompok di instrumen asal, atau instrumen itu sendiri."
    )
    to_node: ToNodeRef = Field(
        description="Id pertanyaan atau kelompok di instrumen tujuan, atau instrumen itu sendiri."
    )
    relation: Literal["equal", "partial", "supporting"] = Field(
        description="equal (setara), partial (sebagian), atau supporting (mendukung)."
    )
    basis: Literal["source", "proposal"] = Field(
        description="source bila ada sumber yang menyatakannya; selain itu proposal (usulan)."
    )
    source: SourceRef | None = Field(default=None, description="Id sumber yang menyatakannya.")
    note: Text | None = Field(default=None, description="Catatan.")


class Crosswalk(Entry):
    """How what one instrument asks for serves another."""

    name: Text = Field(description="Nama padanan.")
    from_instrument: InstrumentRef = Field(description="Id instrumen asal.")
    to_instrument: InstrumentRef = Field(description="Id instrumen tujuan.")
    rows: list[Counterpart] = Field(description="Pasangan butirnya.", min_length=1)


class Example(Record):
    """A complaint as assessors made it once."""

    city: Text = Field(description="Daerah.")
    year: Year = Field(description="Tahun evaluasi.")
    text: Text = Field(description="Apa yang dikeluhkan, dengan kata-kata sendiri.")
    source: SourceRef = Field(description="Id sumber.")


class Complaint(Entry):
    """Something that assessors complain of again and again."""

    name: Text = Field(description="Nama keluhan.")
    text: Text = Field(description="Apa yang dikeluhkan asesor.")
    examples: list[Example] = Field(description="Contoh nyata.", min_length=1)
    family: Family = Field(description="Keluarga instrumen yang asesornya mengeluhkan ini.")
    questions: list[AnyQuestionRef] = Field(
        default=[], description="Id pertanyaan instrumen yang berkaitan."
    )
    every_question: YesNo = Field(
        default=False, description="true bila menyangkut setiap pertanyaan keluarga itu."
    )
    status: Standing = Field(description="Seberapa pasti kaitannya dengan pertanyaan.")
