"""A cycle of evaluation: what the city hands in, and what the assessors gave back."""

from typing import Literal

from pydantic import Field

from scmaster.model.measure import Measure
from scmaster.model.record import (
    AnswerRef,
    AnyQuestionRef,
    AnyRef,
    ComplaintRef,
    Entry,
    EvidenceRef,
    InstrumentRef,
    NodeRef,
    OpdRef,
    PillarRef,
    QuestionRef,
    Record,
    SourceRef,
    SubmissionRef,
)
from scmaster.model.values import Count, Date, Id, Number, RuleCode, Text, Time, Year

State = Literal["draft", "final"]


class Event(Record):
    """A date of the cycle and what happened on it."""

    date: Time = Field(description="Tanggal.")
    text: Text = Field(description="Apa yang berlangsung.")
    source: SourceRef | None = Field(default=None, description="Id sumber.")


class Submission(Entry):
    """A cycle of evaluation: a year and a stage."""

    year: Year = Field(description="Tahun yang dievaluasi.")
    stage: Literal["tahap_1", "tahap_2", "tunggal"] = Field(
        description="tahap_1, tahap_2, atau tunggal bila tidak bertahap."
    )
    title: Text | None = Field(default=None, description="Judul pengajuan.")
    instrument: InstrumentRef | None = Field(
        default=None, description="Id instrumen penilaian; kosong bila tidak diketahui."
    )
    period: Time | None = Field(
        default=None, description="Periode yang dibuktikan; bawaannya tahun yang dievaluasi."
    )
    state: State = Field(description="draft atau final.")
    dates: list[Event] = Field(default=[], description="Jadwal.")
    presenters: list[Text] = Field(default=[], description="Jabatan yang memaparkan.")
    channel: Text | None = Field(default=None, description="Saluran penyampaian.")
    revision: Id | None = Field(
        default=None,
        description="Commit atau tag git saat pengajuan ini diserahkan; pengajuan berikutnya"
        " dibandingkan dengannya.",
    )
    declared_recommendations: Count | None = Field(
        default=None, description="Jumlah rekomendasi yang dinyatakan sumber."
    )


class Answer(Entry):
    """The city's answer to one question of the instrument."""

    submission: SubmissionRef = Field(description="Id pengajuan.")
    question: QuestionRef = Field(description="Id pertanyaan instrumen, misalnya BAS.01.")
    self_score: Number | None = Field(
        default=None,
        description="Nilai menurut kota sendiri; hanya simulasi, asesor yang memberi nilai.",
    )
    measure: Measure | None = Field(
        default=None, description="Angka jawaban, bila pertanyaan meminta angka."
    )
    numerator: Number | None = Field(
        default=None, description="Pembilang, bila jawaban berupa persentase."
    )
    denominator: Number | None = Field(default=None, description="Penyebut.")
    issuer: Text | None = Field(
        default=None, description="Penerbit indeks, bila jawaban berupa indeks luar."
    )
    fact: Text | None = Field(default=None, description="Satu kalimat fakta.")
    analysis: Text | None = Field(default=None, description="Satu kalimat analisis.")
    owner: OpdRef | None = Field(default=None, description="Id perangkat daerah penjawab.")
    state: Literal["draft", "verified", "final"] = Field(
        default="draft", description="draft, verified (diverifikasi), final."
    )
    carried_from: AnswerRef | None = Field(
        default=None,
        description="Id jawaban pengajuan terdahulu yang disalin ke sini; hapus isian ini setelah"
        " jawabannya disesuaikan. Sebelum itu pertanyaannya dihitung belum dijawab.",
    )


class Letter(Record):
    """The ministry's letter."""

    number: Text = Field(description="Nomor surat.")
    date: Date = Field(description="Tanggal surat.")


class NodeScore(Record):
    """A score of a dimension, aspect or question, by its id in the instrument."""

    node: NodeRef = Field(description="Id dimensi atau pertanyaan di instrumen.")
    score: Number | None = Field(default=None, description="Nilai.")
    scores: list[Number] = Field(default=[], description="Nilai per asesor.")


class Remark(Record):
    """A strength or weakness an assessor wrote down."""

    text: Text = Field(description="Isi catatan.")
    by: Text | None = Field(default=None, description="Lembaga asesor.")


class Award(Record):
    """An award given with the result."""

    title: Text = Field(description="Nama penghargaan.")
    pillar: PillarRef | None = Field(default=None, description="Id pilar.")
    date: Date | None = Field(default=None, description="Tanggal.")
    source: SourceRef | None = Field(default=None, description="Id sumber.")


class Result(Entry):
    """What the assessors gave."""

    submission: SubmissionRef = Field(description="Id pengajuan.")
    status: Literal["official", "reported", "derived"] = Field(
        description="official (surat kementerian), reported (kata sumber lain), derived."
    )
    scores: list[NodeScore] = Field(default=[], description="Nilai per dimensi atau pertanyaan.")
    final: Number | None = Field(default=None, description="Nilai akhir.")
    improvement: Number | None = Field(
        default=None, description="Peningkatan dari tahun sebelumnya."
    )
    rank: Count | None = Field(default=None, description="Peringkat.")
    rank_of: Count | None = Field(default=None, description="Dari berapa daerah.")
    letter: Letter | None = Field(default=None, description="Surat kementerian.")
    strengths: list[Remark] = Field(default=[], description="Kekuatan menurut asesor.")
    weaknesses: list[Remark] = Field(default=[], description="Kelemahan menurut asesor.")
    awards: list[Award] = Field(default=[], description="Penghargaan.")


class Action(Record):
    """Something done about a recommendation."""

    text: Text = Field(description="Tindak lanjut.")
    date: Date | None = Field(default=None, description="Tanggal.")
    opd: OpdRef | None = Field(default=None, description="Id perangkat daerah pelaksana.")
    evidence: list[EvidenceRef] = Field(default=[], description="Id eviden.")
    source: SourceRef | None = Field(default=None, description="Id sumber.")


class StatusClaim(Record):
    """Who said when that a recommendation stood how."""

    by: Text = Field(description="Siapa yang menyatakan (jabatan atau lembaga).")
    date: Date = Field(description="Kapan.")
    claim: Text = Field(description="Apa yang dinyatakan.")
    source: SourceRef | None = Field(default=None, description="Id sumber.")


class Recommendation(Entry):
    """What the assessors asked for."""

    submission: SubmissionRef = Field(description="Id pengajuan yang melahirkan rekomendasi ini.")
    number: Count = Field(description="Nomor urut dalam pengajuan itu.")
    text: Text = Field(description="Isi rekomendasi.")
    theme: ComplaintRef | None = Field(
        default=None, description="Id keluhan asesor, misalnya no-legal-basis."
    )
    pillar: PillarRef | None = Field(default=None, description="Id pilar.")
    questions: list[AnyQuestionRef] = Field(
        default=[], description="Id pertanyaan instrumen yang berkaitan."
    )
    owner: OpdRef | None = Field(default=None, description="Id perangkat daerah penanggung jawab.")
    actions: list[Action] = Field(default=[], description="Tindak lanjut.")
    due: Date | None = Field(default=None, description="Tenggat.")
    status: Literal[
        "open",
        "in_progress",
        "claimed_met",
        "evidenced",
        "accepted_by_assessor",
        "rejected",
        "irrelevant",
    ] = Field(
        description="open, in_progress, claimed_met (dinyatakan selesai), "
        "evidenced (selesai berbukti), accepted_by_assessor, rejected, irrelevant."
    )
    status_claims: list[StatusClaim] = Field(
        default=[], description="Pernyataan status yang pernah ada."
    )
    evidence: list[EvidenceRef] = Field(default=[], description="Id eviden penyelesaian.")


class Waiver(Entry):
    """An accepted exception to a rule."""

    code: RuleCode = Field(description="Kode temuan, misalnya SCM305.")
    record: AnyRef = Field(description="Id catatan yang dikecualikan.")
    reason: Text = Field(description="Alasan.")
    accepted_by: Text = Field(description="Jabatan yang menyetujui.")
    until: Date = Field(description="Berlaku sampai.")
