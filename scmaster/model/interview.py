"""What assessors are likely to ask in the interview, and where a city's data answer it."""

from typing import Literal

from pydantic import Field

from scmaster.model.framework import Example, Family, Standing
from scmaster.model.record import AnyQuestionRef, ComplaintRef, Entry, Record
from scmaster.model.values import Text

Part = Literal[
    "regulation",
    "reviews",
    "council",
    "team",
    "forum",
    "outside_funding",
    "surveys",
    "strengths",
    "continuity",
]
"""Parts of a city's data that answer by being there."""


class Answering(Record):
    """Where in a city's data the answer is found; any of them answers."""

    questions: list[AnyQuestionRef] = Field(
        default=[], description="Id pertanyaan instrumen yang jawabannya menjawab ini pula."
    )
    words: list[Text] = Field(
        default=[],
        description="Kata yang dicari dalam nama angka profil, program, indikator, dan rencana.",
    )
    parts: list[Part] = Field(
        default=[],
        description="Bagian data kota: regulation (dasar hukum masterplan), reviews "
        "(peninjauannya), council, team, forum (rapatnya), outside_funding (dana dan mitra di luar "
        "APBD), surveys, strengths (kekuatan menurut hasil), continuity (yang menjamin "
        "keberlanjutan).",
    )


class InterviewQuestion(Entry):
    """A question that assessors may ask those who present."""

    text: Text = Field(description="Pertanyaan.")
    why: Text = Field(description="Mengapa asesor menanyakannya.")
    family: Family = Field(description="Keluarga instrumen yang asesornya menanyakan ini.")
    theme: ComplaintRef | None = Field(
        default=None, description="Id keluhan asesor yang mendasarinya."
    )
    asked: list[Example] = Field(default=[], description="Pernah ditanyakan di mana.")
    office: Text = Field(description="Siapa yang biasanya menjawab: perangkat daerah, atau Setda.")
    answered_by: Answering = Field(description="Di mana jawabannya dalam data kota.")
    needs: list[Text] = Field(
        default=[], description="Yang perlu dibawa agar jawabannya lengkap dan terbukti."
    )
    status: Standing = Field(description="Seberapa pasti pertanyaan ini akan diajukan.")
