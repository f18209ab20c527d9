"""Evidence, and the claims that say what it proves."""

from typing import Annotated, Literal

from pydantic import Field

from scmaster.model.record import (
    Entry,
    EvidenceRef,
    OpdRef,
    ProvableRef,
    Record,
    Ref,
    SubmissionRef,
)
from scmaster.model.values import Count, Date, Id, Number, Sha256, Text, Time, Url, YesNo

EvidenceKind = Literal[
    "perda",
    "perwali",
    "pergub",
    "sk",
    "se",
    "instruksi",
    "rpjmd",
    "renstra",
    "renja",
    "rkpd",
    "dpa",
    "rka",
    "masterplan",
    "rencana_aksi",
    "laporan",
    "lkjip",
    "notulen",
    "undangan",
    "daftar_hadir",
    "berita_acara",
    "bast",
    "surat",
    "surat_tugas",
    "foto",
    "paparan",
    "sertifikat",
    "penghargaan",
    "tangkapan_layar",
    "tautan",
    "manual",
    "sop",
    "arsitektur",
    "inventaris_aplikasi",
    "statistik_layanan",
    "video",
    "pks",
    "mou",
    "survei",
    "hasil_indeks",
    "data_statistik",
    "audit",
    "form_risiko",
    "komitmen",
    "testimoni",
    "berita",
]

POLICY_KINDS = frozenset({"perda", "perwali", "pergub", "sk", "se", "instruksi"})
"""Kinds that prove a policy: they need number, date and to be enacted."""

SUPPORTING_ONLY = frozenset({"berita", "foto", "tautan", "testimoni"})
"""Kinds that never prove alone (assessors of 2026 refused news, portals and photos)."""

BUDGET_KINDS = frozenset({"dpa", "rka"})
MEETING_KINDS = frozenset({"notulen", "undangan", "daftar_hadir"})

Classification = Literal["biasa", "terbatas", "rahasia", "sangat_rahasia"]


class PersonalData(Record):
    """Whether a file holds personal data (UU 27/2022), and which."""

    present: YesNo = Field(description="ya bila berkas memuat data pribadi.")
    kinds: list[Text] = Field(
        default=[], description="Jenisnya: nama, NIK, nomor telepon, dan lainnya."
    )
    redacted: YesNo = Field(default=False, description="ya bila sudah disamarkan.")


class Evidence(Entry):
    """Something an assessor can open."""

    title: Text = Field(description="Judul dokumen.")
    kind: EvidenceKind = Field(
        description="Jenis eviden: perwali, notulen, laporan, berita, dan lainnya."
    )
    number: Text | None = Field(default=None, description="Nomor dokumen.")
    printed_id: Text | None = Field(
        default=None, description="Nomor eviden tercetak, misalnya BPN-DISKOMINFO-2024-0017."
    )
    date: Date | None = Field(default=None, description="Tanggal dokumen.")
    period: Time | None = Field(default=None, description="Periode yang dibuktikan dokumen.")
    opd: OpdRef | None = Field(default=None, description="Id perangkat daerah penerbit.")
    issuer: Text | None = Field(default=None, description="Penerbit di luar pemerintah kota.")
    file: Text | None = Field(default=None, description="Nama berkas di folder eviden.")
    url: Url | None = Field(default=None, description="Tautan lengkap.")
    sha256: Sha256 | None = Field(default=None, description="Sidik SHA-256 berkas.")
    pages: Count | None = Field(default=None, description="Jumlah halaman.")
    legal_status: Literal["draft", "enacted", "revoked"] | None = Field(
        default=None, description="draft, enacted (ditetapkan), revoked (dicabut)."
    )
    revoked_by: Text | None = Field(default=None, description="Produk hukum yang mencabutnya.")
    signature: Literal["wet", "certified", "uncertified", "none"] | None = Field(
        default=None, description="wet (basah), certified (TTE tersertifikasi), uncertified, none."
    )
    classification: Classification = Field(
        default="biasa", description="biasa, terbatas, rahasia, sangat_rahasia."
    )
    personal_data: PersonalData | None = Field(
        default=None, description="Data pribadi di dalamnya."
    )
    narrator: Text | None = Field(default=None, description="Jabatan yang dapat menjelaskannya.")
    valid_until: Date | None = Field(default=None, description="Berlaku sampai.")


class Coverage(Record):
    """How much of a whole: what "seluruh" needs."""

    numerator: Number = Field(description="Pembilang.")
    denominator: Number = Field(description="Penyebut.")


class Verdict(Record):
    """What the assessors said of a claim in a cycle and stage."""

    submission: SubmissionRef = Field(description="Id pengajuan.")
    verdict: Literal["accepted", "revise", "auto_rejected", "pending"] = Field(
        description="accepted, revise, auto_rejected, pending."
    )
    date: Date | None = Field(default=None, description="Tanggal putusan.")
    reason: Text | None = Field(default=None, description="Alasan asesor.")


class Claim(Entry):
    """One piece of evidence used for something: what it proves, and where inside it."""

    evidence: EvidenceRef = Field(description="Id eviden.")
    supports: list[ProvableRef] = Field(
        description="Id yang didukung: pertanyaan, program, quick win, indikator, rekomendasi.",
        min_length=1,
    )
    submission: Annotated[Id, Ref(("submissions",))] | None = Field(
        default=None, description="Id pengajuan; wajib bila mendukung pertanyaan instrumen."
    )
    role: Literal["primary", "supporting"] = Field(
        description="primary (utama) atau supporting (pendukung)."
    )
    pages: Text | None = Field(default=None, description="Halaman, misalnya '3-4'.")
    section: Text | None = Field(default=None, description="Bagian, misalnya Diktum KEDUA.")
    statement: Text | None = Field(default=None, description="Apa yang dibuktikan.")
    level: Count | None = Field(default=None, description="Tingkat yang dibuktikan.")
    coverage: Coverage | None = Field(default=None, description="Pembilang dan penyebut cakupan.")
    verdicts: list[Verdict] = Field(default=[], description="Putusan asesor.")
