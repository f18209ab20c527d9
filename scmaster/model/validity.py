"""How long evidence of a kind holds: data in `pillars/`, for all cities."""

from pydantic import Field

from scmaster.model.evidence import EvidenceKind
from scmaster.model.framework import Standing
from scmaster.model.record import AnyQuestionRef, Entry
from scmaster.model.values import Count, Text


class Validity(Entry):
    """How long evidence of some kinds holds; of a kind that no entry names, nobody knows."""

    name: Text = Field(description="Apa yang masa berlakunya diatur, misalnya Survei.")
    kinds: list[EvidenceKind] = Field(description="Jenis eviden.", min_length=1)
    months: Count | None = Field(
        default=None,
        description="Berlaku sekian bulan sejak akhir periode, atau sejak tanggalnya; kosong bila"
        " berlaku sampai dicabut.",
    )
    questions: list[AnyQuestionRef] = Field(
        default=[],
        description="Hanya bagi eviden untuk pertanyaan ini; kosong bila untuk semuanya.",
    )
    status: Standing = Field(description="Seberapa pasti masa berlaku ini.")
