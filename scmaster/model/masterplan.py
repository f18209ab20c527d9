"""The masterplan and what it promises: programmes, quick wins, indicators."""

from typing import Annotated, Literal

from pydantic import Field

from scmaster.model.city import Regulation
from scmaster.model.measure import Measure, NamedMeasure
from scmaster.model.record import (
    AnyRef,
    EditionRef,
    Entry,
    EvidenceRef,
    InstrumentRef,
    MasterplanRef,
    OpdRef,
    PillarRef,
    PlanningRef,
    ProgrammeRef,
    QuickWinRef,
    Record,
    Ref,
    SourceRef,
    SubPillarRef,
)
from scmaster.model.values import (
    Count,
    Date,
    Id,
    Number,
    Rupiah,
    SubActivityCode,
    Text,
    Time,
    Year,
    YesNo,
)

Score3 = Annotated[Count, Field(ge=1, le=3)]
"""A likelihood or severity: 1 low, 2 medium, 3 high (the ministry's risk form, 2021)."""

Percent = Annotated[Number, Field(ge=0)]

FundingSource = Literal[
    "apbd", "apbd_provinsi", "apbn", "csr", "kpbu", "hibah", "swasta", "masyarakat", "lainnya"
]
Lifecycle = Literal["idea", "planned", "building", "running", "evaluated", "stopped"]
Horizon = Literal["quick_win", "short", "medium", "long"]


class Book(Record):
    """A volume of the masterplan; what "Buku 3" means differs from city to city."""

    number: Count = Field(description="Nomor buku.")
    title: Text = Field(description="Judul buku.")
    role: Literal[
        "strategic_analysis", "masterplan", "executive_summary", "quick_wins", "roadmap"
    ] = Field(description="Isi buku ini.")
    evidence: EvidenceRef | None = Field(default=None, description="Id eviden berkas buku.")
    note: Text | None = Field(default=None, description="Catatan.")


class DeclaredTotal(Record):
    """How many there are said to be, beside which the recorded ones are counted."""

    what: Literal["quick_wins", "indicators", "programmes", "books"] = Field(
        description="Apa yang dihitung."
    )
    count: Count = Field(description="Jumlah yang dinyatakan.")
    source: SourceRef | None = Field(default=None, description="Id sumber.")
    note: Text | None = Field(default=None, description="Catatan.")


class Review(Record):
    """A review of the masterplan."""

    date: Date = Field(description="Tanggal reviu.")
    text: Text = Field(description="Apa yang ditinjau dan mengapa.")
    partner: Text | None = Field(default=None, description="Dilakukan bersama siapa.")
    source: SourceRef | None = Field(default=None, description="Id sumber.")


class Guidance(Record):
    """A bimtek in which the masterplan was written."""

    stage: Literal["I", "II", "III", "IV"] = Field(description="Tahap bimtek.")
    date: Time | None = Field(default=None, description="Tanggal pelaksanaan.")
    outputs: list[Text] = Field(default=[], description="Keluaran bimtek.")
    source: SourceRef | None = Field(default=None, description="Id sumber.")
    note: Text | None = Field(default=None, description="Catatan.")


class Readiness(Record):
    """One element of the readiness analysis."""

    element: Literal["struktur", "infrastruktur", "suprastruktur", "nature", "culture"] = Field(
        description="Unsur kesiapan."
    )
    sub_element: Text = Field(description="Subunsur, misalnya sumber daya manusia.")
    condition: Text = Field(description="Keadaan yang ada.")
    score: Literal["good", "moderate", "poor"] | None = Field(
        default=None, description="Penilaian."
    )
    gap: Text | None = Field(default=None, description="Kesenjangan.")
    evidence: list[EvidenceRef] = Field(default=[], description="Id eviden.")


class SwotItem(Record):
    """One line of the SWOT analysis."""

    kind: Literal["strength", "weakness", "opportunity", "threat"] = Field(description="Jenis.")
    pillar: PillarRef | None = Field(default=None, description="Id pilar.")
    text: Text = Field(description="Isi.")


class Masterplan(Entry):
    """An edition of the smart-city masterplan."""

    title: Text = Field(description="Judul masterplan.")
    edition: EditionRef = Field(description="Id edisi pilar yang dipakai, misalnya pilar-2017.")
    period: Time | None = Field(default=None, description="Masa berlaku.")
    written: Date | None = Field(default=None, description="Tanggal atau tahun disusun.")
    status: Literal["draft", "reviewed", "enacted", "superseded"] = Field(
        description="draft, reviewed (ditinjau), enacted (ditetapkan), superseded (digantikan)."
    )
    regulation: Regulation | None = Field(default=None, description="Produk hukum penetapannya.")
    supersedes: MasterplanRef | None = Field(
        default=None, description="Id masterplan yang digantikan."
    )
    theme: Text | None = Field(default=None, description="Tema.")
    vision: Text | None = Field(default=None, description="Visi kota cerdas.")
    missions: list[Text] = Field(default=[], description="Misi kota cerdas.")
    books: list[Book] = Field(default=[], description="Buku-buku masterplan, sesuai susunan kota.")
    aligned_to: list[PlanningRef] = Field(
        default=[], description="Id dokumen perencanaan yang diacu."
    )
    declared: list[DeclaredTotal] = Field(default=[], description="Jumlah yang dinyatakan sumber.")
    reviews: list[Review] = Field(default=[], description="Reviu yang pernah dilakukan.")
    bimtek: list[Guidance] = Field(default=[], description="Bimtek penyusunan.")
    readiness: list[Readiness] = Field(default=[], description="Analisis kesiapan daerah.")
    swot: list[SwotItem] = Field(default=[], description="Analisis SWOT.")


class Budget(Record):
    """Money for a programme in a year."""

    year: Year = Field(description="Tahun anggaran.")
    amount: Rupiah = Field(description="Nilai dalam rupiah utuh, tanpa titik.")
    funding: FundingSource = Field(description="Sumber dana.")
    sub_activity_code: SubActivityCode | None = Field(
        default=None, description="Kode sub-kegiatan, misalnya '2.16.03.2.02.0035'."
    )
    sub_activity_name: Text | None = Field(default=None, description="Nama sub-kegiatan.")
    nomenclature: Text | None = Field(default=None, description="Edisi nomenklatur kode itu.")
    evidence: EvidenceRef | None = Field(
        default=None, description="Id eviden (DPA, PKS, dan lainnya)."
    )
    source: SourceRef | None = Field(default=None, description="Id sumber.")


class Partner(Record):
    """Who works along, and how."""

    name: Text = Field(description="Nama mitra.")
    form: Text | None = Field(default=None, description="Bentuk kerja sama: CSR, PKS, hibah.")
    sector: Literal["government", "academia", "business", "community", "media"] | None = Field(
        default=None, description="Unsur pentahelix."
    )


class FormerName(Record):
    """What it was called before."""

    name: Text = Field(description="Nama sebelumnya.")
    until: Date | None = Field(default=None, description="Dipakai sampai.")
    source: SourceRef | None = Field(default=None, description="Id sumber.")


class Risk(Record):
    """What may go wrong, how likely, how bad, and what is done about it."""

    text: Text = Field(description="Risikonya.")
    cause: Text | None = Field(default=None, description="Penyebab.")
    likelihood: Score3 | None = Field(
        default=None, description="Kemungkinan: 1 rendah, 2 sedang, 3 tinggi."
    )
    severity: Score3 | None = Field(
        default=None, description="Dampak: 1 rendah, 2 sedang, 3 tinggi."
    )
    impact: Text | None = Field(default=None, description="Uraian dampak.")
    mitigation: Text | None = Field(default=None, description="Mitigasi.")
    mitigation_kind: Literal["structural", "non_structural", "both"] | None = Field(
        default=None,
        description="structural (fisik, alat), non_structural (aturan, latihan), both (keduanya).",
    )
    residual_likelihood: Score3 | None = Field(
        default=None, description="Kemungkinan sesudah mitigasi: 1 rendah, 2 sedang, 3 tinggi."
    )
    residual_severity: Score3 | None = Field(
        default=None, description="Dampak sesudah mitigasi: 1 rendah, 2 sedang, 3 tinggi."
    )
    owner: OpdRef | None = Field(default=None, description="Id perangkat daerah pemilik risiko.")
    source: SourceRef | None = Field(default=None, description="Id sumber.")


class Prerequisites(Record):
    """What a programme stands on (working variables of the bimtek)."""

    regulation: Text | None = Field(default=None, description="Regulasi.")
    infrastructure: Text | None = Field(default=None, description="Infrastruktur pendukung.")
    application: Text | None = Field(default=None, description="Aplikasi.")
    people: Text | None = Field(default=None, description="Sumber daya manusia.")


class Programme(Entry):
    """A programme or rencana aksi."""

    name: Text = Field(description="Nama program.")
    aliases: list[Text] = Field(default=[], description="Sebutan lain.")
    renamed_from: list[FormerName] = Field(default=[], description="Nama-nama sebelumnya.")
    masterplan: MasterplanRef | None = Field(
        default=None, description="Id masterplan yang memuatnya."
    )
    kind: Literal["programme", "action_plan"] = Field(
        default="programme", description="programme atau action_plan (rencana aksi)."
    )
    pillar: PillarRef | None = Field(
        default=None, description="Id pilar: governance, living, dan lainnya."
    )
    sub_pillar: SubPillarRef | None = Field(default=None, description="Id subdimensi.")
    pillar_basis: Literal["declared", "assumed"] = Field(
        default="declared",
        description="declared bila sumber menyebut pilarnya; assumed bila perkiraan.",
    )
    owner: OpdRef | None = Field(default=None, description="Id perangkat daerah pemilik.")
    owner_basis: Literal["declared", "assumed"] = Field(
        default="declared",
        description="declared bila sumber menyebut pemiliknya; assumed bila perkiraan.",
    )
    supporting: list[OpdRef] = Field(default=[], description="Id perangkat daerah pendukung.")
    summary: Text | None = Field(default=None, description="Uraian singkat.")
    objective: Text | None = Field(default=None, description="Tujuan.")
    beneficiaries: Text | None = Field(default=None, description="Penerima manfaat.")
    location: Text | None = Field(default=None, description="Lokasi.")
    output: Text | None = Field(default=None, description="Keluaran.")
    horizon: Horizon | None = Field(
        default=None, description="Jangka: quick_win, short, medium, long."
    )
    planned_years: list[Year] = Field(default=[], description="Tahun-tahun rencana.")
    started: Date | None = Field(default=None, description="Mulai berjalan.")
    ended: Date | None = Field(default=None, description="Berakhir.")
    lifecycle: Lifecycle | None = Field(
        default=None, description="idea, planned, building, running, evaluated, stopped."
    )
    progress: Percent | None = Field(default=None, description="Kemajuan dalam persen.")
    progress_as_of: Date | None = Field(default=None, description="Tanggal kemajuan itu.")
    budget: list[Budget] = Field(default=[], description="Anggaran per tahun dan sumber dana.")
    partners: list[Partner] = Field(default=[], description="Mitra.")
    prerequisites: Prerequisites | None = Field(default=None, description="Prasyarat.")
    planning: list[PlanningRef] = Field(
        default=[], description="Id Renstra atau RPJMD yang memuatnya."
    )
    measures: list[NamedMeasure] = Field(default=[], description="Angka-angka program.")
    risks: list[Risk] = Field(default=[], description="Risiko.")


class QuickWin(Entry):
    """A quick win of a year."""

    programme: ProgrammeRef = Field(description="Id program.")
    year: Year = Field(description="Tahun quick win.")
    masterplan: MasterplanRef | None = Field(default=None, description="Id masterplan.")
    sequence: Count | None = Field(default=None, description="Nomor urut di masterplan.")
    existing_service: Text | None = Field(default=None, description="Layanan yang ditingkatkan.")
    problem: Text | None = Field(default=None, description="Masalah yang dijawab.")
    public_benefit: Text | None = Field(default=None, description="Manfaat bagi masyarakat.")
    measures: list[NamedMeasure] = Field(
        default=[], description="Ukuran dampak dari waktu ke waktu."
    )
    risks: list[Risk] = Field(default=[], description="Risiko dan mitigasinya.")
    continues_from: QuickWinRef | None = Field(
        default=None, description="Id quick win tahun sebelumnya."
    )
    horizon_months: Count | None = Field(default=None, description="Lama pelaksanaan dalam bulan.")
    partners: list[Partner] = Field(default=[], description="Mitra.")
    sustainability: Text | None = Field(default=None, description="Strategi keberlangsungan.")
    named_by: list[SourceRef] = Field(
        default=[], description="Id sumber yang menyebutnya quick win."
    )


class Target(Record):
    """The figure promised for a year."""

    year: Year = Field(description="Tahun.")
    value: Number = Field(description="Angka yang ditargetkan.")
    source: SourceRef | None = Field(default=None, description="Id sumber.")
    note: Text | None = Field(default=None, description="Catatan.")


class Indicator(Entry):
    """Something measured."""

    name: Text = Field(description="Nama indikator.")
    unit: Text = Field(description="Satuan target dan capaian.")
    direction: Literal["up", "down"] = Field(
        default="up", description="up bila makin besar makin baik; down bila sebaliknya."
    )
    frequency: Literal["yearly", "semester", "quarterly", "monthly"] = Field(
        default="yearly", description="Satu angka tiap tahun, semester, triwulan, atau bulan."
    )
    formula: Text | None = Field(default=None, description="Cara menghitung.")
    owner: OpdRef | None = Field(default=None, description="Id perangkat daerah pemilik data.")
    issuer: Text | None = Field(
        default=None, description="Penerbit angka, bila di luar pemerintah kota."
    )
    instrument: InstrumentRef | None = Field(
        default=None, description="Id instrumen penilaian, bila indikator ini indeks hasilnya."
    )
    pillar: PillarRef | None = Field(default=None, description="Id pilar.")
    belongs_to: list[Annotated[Id, Ref(("programmes", "quick_wins", "masterplan"))]] = Field(
        default=[], description="Id program, quick win, atau masterplan yang diukur."
    )
    baseline: Measure | None = Field(default=None, description="Angka awal.")
    targets: list[Target] = Field(default=[], description="Target per tahun.")
    actuals: list[Measure] = Field(default=[], description="Capaian.")


class Respondents(Record):
    """One statement of a survey and what the respondents said of it."""

    number: Count = Field(description="Nomor pernyataan: 1, 2, atau 3.")
    mean: Number = Field(description="Rata-rata jawaban, 0 sampai 4.")
    distribution: list[Count] = Field(default=[], description="Banyak jawaban 0, 1, 2, 3, 4.")


class Survey(Entry):
    """An impact survey of one service, for one sub-dimension."""

    submission: Annotated[Id, Ref(("submissions",))] = Field(description="Id pengajuan.")
    programme: ProgrammeRef = Field(description="Id program yang disurvei.")
    sub_pillar: SubPillarRef = Field(description="Id subdimensi.")
    owner: OpdRef = Field(description="Id perangkat daerah penanggung jawab program.")
    supporting: list[OpdRef] = Field(
        default=[], description="Id perangkat daerah yang mendampingi."
    )
    date: Time | None = Field(default=None, description="Waktu pelaksanaan.")
    respondents: Count = Field(description="Banyak responden.")
    respondent_group: Id | None = Field(
        default=None,
        description="Penanda kelompok responden; sama bila orangnya sama, tanpa nama siapa pun.",
    )
    users: Count | None = Field(default=None, description="Banyak pengguna layanan.")
    statements: list[Respondents] = Field(default=[], description="Jawaban per pernyataan.")
    analysis: Text | None = Field(default=None, description="Analisis hasil.")
    evidence: list[EvidenceRef] = Field(default=[], description="Id eviden rekap survei.")


class Verification(Entry):
    """A look in the field at something a document claims."""

    what: AnyRef = Field(description="Id catatan yang diperiksa.")
    place: Text | None = Field(default=None, description="Tempat.")
    date: Date = Field(description="Tanggal pemeriksaan.")
    opd: OpdRef = Field(description="Id perangkat daerah yang memeriksa.")
    agrees: YesNo = Field(description="ya bila lapangan sesuai dengan dokumen.")
    finding: Text | None = Field(default=None, description="Apa yang dilihat.")
    photos: list[EvidenceRef] = Field(default=[], description="Id eviden foto.")
