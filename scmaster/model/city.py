"""Who the city is, its offices, its plans, and where a figure was read."""

from typing import Literal

from pydantic import Field

from scmaster.model.measure import NamedMeasure
from scmaster.model.record import Entry, OpdRef, Record, SourceRef, SubmissionRef
from scmaster.model.values import BpsCode, Date, RegionCode, Text, Time, Url, Year

RegulationKind = Literal[
    "uu", "pp", "perpres", "permen", "perda", "pergub", "perwali", "perbup", "sk", "instruksi", "se"
]
RegulationStatus = Literal["drafted", "harmonisation", "enacted", "revoked"]


class Regulation(Record):
    """A legal basis."""

    kind: RegulationKind = Field(description="Jenis produk hukum: perda, perwali, sk, dan lainnya.")
    number: Text | None = Field(default=None, description="Nomor, misalnya '6'.")
    year: Year | None = Field(default=None, description="Tahun.")
    title: Text | None = Field(default=None, description="Tentang apa.")
    date: Date | None = Field(default=None, description="Tanggal penetapan.")
    status: RegulationStatus = Field(
        description="drafted (disusun), harmonisation, enacted (ditetapkan), revoked (dicabut)."
    )
    revoked_by: Text | None = Field(default=None, description="Produk hukum yang mencabutnya.")
    url: Url | None = Field(default=None, description="Tautan JDIH.")
    source: SourceRef | None = Field(default=None, description="Id sumber.")
    note: Text | None = Field(default=None, description="Catatan.")


class Cohort(Record):
    """The group in which the ministry judged the city in a year."""

    year: Year = Field(description="Tahun evaluasi.")
    cohort: Literal["reguler", "kppn_ikn", "early_phase", "new_50"] = Field(
        description="Kelompok kota menurut kementerian pada tahun itu."
    )
    source: SourceRef | None = Field(default=None, description="Id sumber.")


class Office(Record):
    """A public office; never personal data beyond the holder's name and term."""

    title: Text = Field(description="Nama jabatan, misalnya Wali Kota.")
    holder: Text | None = Field(default=None, description="Nama pemangku jabatan.")
    term: Time | None = Field(default=None, description="Masa jabatan yang diketahui.")
    source: SourceRef | None = Field(default=None, description="Id sumber.")
    note: Text | None = Field(default=None, description="Catatan.")


class City(Entry):
    """Who the city is."""

    name: Text = Field(description="Nama resmi, misalnya Kota Balikpapan.")
    kind: Literal["kota", "kabupaten"] = Field(description="kota atau kabupaten.")
    province: Text = Field(description="Provinsi.")
    region_code: RegionCode = Field(description="Kode wilayah Kemendagri, misalnya '64.71'.")
    bps_code: BpsCode | None = Field(default=None, description="Kode wilayah BPS, misalnya '6471'.")
    short_code: Text | None = Field(default=None, description="Singkatan kota, misalnya BPN.")
    data_date: Date | None = Field(
        default=None, description="Tanggal data terakhir diperbarui; dicetak di kolofon."
    )
    default_submission: SubmissionRef | None = Field(
        default=None, description="Id pengajuan yang dipakai bila perintah tidak menyebutnya."
    )
    cohorts: list[Cohort] = Field(default=[], description="Kelompok evaluasi per tahun.")
    facts: list[NamedMeasure] = Field(default=[], description="Angka profil kota.")
    offices: list[Office] = Field(default=[], description="Jabatan publik dan masa jabatannya.")


class Opd(Entry):
    """A perangkat daerah, as it was called from one date to another."""

    name: Text = Field(description="Nama lengkap perangkat daerah.")
    short_name: Text | None = Field(default=None, description="Nama pendek, misalnya Diskominfo.")
    kind: Literal[
        "dinas",
        "badan",
        "sekretariat",
        "bagian",
        "inspektorat",
        "kecamatan",
        "kelurahan",
        "upt",
        "lainnya",
    ] = Field(default="dinas", description="Jenis perangkat daerah.")
    aliases: list[Text] = Field(default=[], description="Sebutan lain yang beredar.")
    valid_from: Date | None = Field(default=None, description="Mulai ada dengan nama ini.")
    valid_to: Date | None = Field(default=None, description="Terakhir ada dengan nama ini.")
    successor: OpdRef | None = Field(
        default=None, description="Id penggantinya, bila berganti nama."
    )


class Planning(Entry):
    """A development plan: RPJPD, RPJMD, Renstra, and so on."""

    kind: Literal["rpjpd", "rpjmd", "renstra", "rkpd", "renja", "rpjmn", "rtrw"] = Field(
        description="Jenis dokumen perencanaan."
    )
    title: Text = Field(description="Judul dokumen.")
    period: Time = Field(description="Masa berlaku, misalnya 2025/2029.")
    opd: OpdRef | None = Field(
        default=None, description="Pemilik dokumen (untuk Renstra dan Renja)."
    )
    regulation: Regulation | None = Field(
        default=None, description="Produk hukum yang menetapkannya."
    )
    vision: Text | None = Field(default=None, description="Visi.")
    missions: list[Text] = Field(default=[], description="Misi.")
    priorities: list[Text] = Field(default=[], description="Program prioritas.")


class Source(Entry):
    """Where something was read."""

    title: Text = Field(description="Judul tulisan atau dokumen.")
    publisher: Text | None = Field(
        default=None, description="Penerbit, misalnya Diskominfo Balikpapan."
    )
    date: Date | None = Field(default=None, description="Tanggal terbit.")
    url: Url | None = Field(default=None, description="Alamat.")
    accessed: Date | None = Field(default=None, description="Tanggal dibaca.")
    tier: Literal["document", "official_site", "press", "secondary"] = Field(
        description="document (naskah resmi), official_site, press (berita), atau secondary."
    )
