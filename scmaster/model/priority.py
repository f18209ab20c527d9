"""By what programmes are ranked and risks are graded: data in `pillars/`, for all cities."""

from typing import Annotated, Literal

from pydantic import Field

from scmaster.model.framework import Band
from scmaster.model.record import Entry, Record
from scmaster.model.values import Count, Number, Text

CriterionName = Literal["points", "benefit", "readiness", "budget", "risk"]
"""What `assess.criteria` can compute."""

Basis = Literal["source", "proposal"]
"""Whether somebody else has stated a scale, or it is a proposal of those who wrote it."""


class Criterion(Record):
    """One thing that programmes are ranked by."""

    id: CriterionName = Field(
        description="Yang dihitung: points, benefit, readiness, budget, atau risk."
    )
    name: Text = Field(description="Nama kriteria, misalnya Kesiapan.")
    weight: Annotated[Number, Field(ge=0)] = Field(
        description="Bobot dalam persen; semua bobot berjumlah 100."
    )
    direction: Literal["up", "down"] = Field(
        default="up",
        description="up bila makin besar makin didahulukan; down bila sebaliknya.",
    )
    text: Text = Field(description="Apa yang dilihat kriteria ini, dan mengapa.")
    computed: Text = Field(description="Dari catatan mana dan bagaimana bagiannya dihitung.")


class PriorityScale(Entry):
    """The scale by which programmes are ranked."""

    name: Text = Field(description="Nama skala.")
    basis: Basis = Field(
        description="source bila ada sumber yang menetapkannya; selain itu proposal (usulan)."
    )
    criteria: list[Criterion] = Field(description="Kriteria dan bobotnya.", min_length=1)


class RiskScale(Entry):
    """What a level of risk is called, and from which on it must be dealt with."""

    name: Text = Field(description="Nama skala.")
    basis: Basis = Field(
        description="source bila ada sumber yang menetapkannya; selain itu proposal (usulan)."
    )
    bands: list[Band] = Field(
        description="Sebutan tingkat risiko (kemungkinan kali dampak), mulai dari 1.",
        min_length=1,
    )
    treat_from: Count = Field(
        description="Mulai tingkat ini risiko wajib punya mitigasi dan pemilik."
    )
