"""The base of everything that is written in YAML, and how one record names another."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator

from scmaster.model.values import Id, Text

QUESTION = "question"
"""Stands for the questions of an instrument among a reference's sections."""

ANY_QUESTION = "any question"
"""Stands for the questions of every instrument: their ids outlive one edition."""

NODE = "node"
"""Stands for its dimensions as well."""


@dataclass(frozen=True)
class Ref:
    """Marks a field whose text is the id of a record in one of these sections.

    Without sections: any record of the city. With `question`, also a question of the
    instrument of the record's own submission, or of the instrument that the record names
    in its field `of`.
    """

    sections: tuple[str, ...] = ()
    question: bool = False
    of: str = ""


SourceRef = Annotated[Id, Ref(("sources",))]
OpdRef = Annotated[Id, Ref(("opd",))]
EvidenceRef = Annotated[Id, Ref(("evidence",))]
ProgrammeRef = Annotated[Id, Ref(("programmes",))]
QuickWinRef = Annotated[Id, Ref(("quick_wins",))]
PlanningRef = Annotated[Id, Ref(("planning",))]
MasterplanRef = Annotated[Id, Ref(("masterplan",))]
AnswerRef = Annotated[Id, Ref(("answers",))]
SubmissionRef = Annotated[Id, Ref(("submissions",))]
AnyRef = Annotated[Id, Ref()]
QuestionRef = Annotated[Id, Ref((QUESTION,), question=True)]
ProvableRef = Annotated[Id, Ref(question=True)]
AnyQuestionRef = Annotated[Id, Ref((ANY_QUESTION,), question=True)]
NodeRef = Annotated[Id, Ref((NODE,), question=True)]
FromNodeRef = Annotated[Id, Ref((NODE,), question=True, of="from_instrument")]
ToNodeRef = Annotated[Id, Ref((NODE,), question=True, of="to_instrument")]
PublishedNodeRef = Annotated[Id, Ref((NODE,), question=True, of="instrument")]
# Words, not an id: who writes "Smart Government" is told which id that is.
PillarRef = Annotated[Text, Ref(("pillar",))]
SubPillarRef = Annotated[Text, Ref(("sub_pillar",))]
EditionRef = Annotated[Id, Ref(("pillars",))]
InstrumentRef = Annotated[Id, Ref(("instruments",))]
ComplaintRef = Annotated[Id, Ref(("complaints",))]


class Record(BaseModel):
    """Frozen, closed to unknown keys, and able to say where it was written.

    `load` sets the origin: an object whose `at(path)` has a `span`. It is `Any` here
    because the model must not know how a file is read.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, protected_namespaces=())

    _origin: Any = PrivateAttr(default=None)

    @model_validator(mode="before")
    @classmethod
    def _blank_is_left_out(cls, value: object) -> object:
        """Take `aliases:` with nothing after it for what it is: not filled in."""
        if not isinstance(value, dict) or None not in value.values():
            return value
        fields = cls.model_fields
        return {key: v for key, v in value.items() if v is not None or key not in fields}

    def span(self, *path: str | int) -> Any:  # noqa: ANN401  (see the class)
        """Return the place of this record, or of the field at `path` inside it."""
        return self._origin.at(path).span

    def text_at(self, *path: str | int) -> Any:  # noqa: ANN401  (likewise)
        """Return what is written at `path`, every scalar as its text; None where nothing is."""
        held = self._origin.plain()
        for step in path:
            if isinstance(held, dict):
                held = held.get(str(step))
            elif isinstance(held, list) and isinstance(step, int) and step < len(held):
                held = held[step]
            else:
                return None
        return held

    def places(self) -> Any:  # noqa: ANN401  (likewise)
        """Yield the path and the place of everything that is written in this record."""
        return self._origin.places()


class Entry(Record):
    """A record that stands in a section of its own and can be named by its id."""

    id: Id = Field(description="Id catatan, unik dalam satu kota, misalnya prog-ntpd-112.")
    sources: list[SourceRef] = Field(
        default=[], description="Id sumber tempat keterangan ini dibaca."
    )
    note: Text | None = Field(
        default=None,
        description="Catatan: terutama mengapa suatu isian tidak diketahui atau diragukan.",
    )
