"""Results of other cities that were published: what a city's own result is seen beside."""

from typing import Literal

from pydantic import Field

from scmaster.model.evaluation import NodeScore
from scmaster.model.record import Entry, InstrumentRef, PublishedNodeRef
from scmaster.model.values import Number, RegionCode, Text, Year


class PublishedScore(NodeScore):
    """A score by the id of a node of the instrument that the row names."""

    node: PublishedNodeRef = Field(description="Id dimensi atau pertanyaan di instrumen itu.")


class Published(Entry):
    """What a city was given in a year, as it was printed for everybody to read."""

    instrument: InstrumentRef = Field(description="Id instrumen penilaian.")
    year: Year = Field(description="Tahun yang dievaluasi.")
    city: Text = Field(description="Nama daerah, misalnya Kota Kediri atau Kabupaten Malang.")
    region_code: RegionCode | None = Field(
        default=None, description="Kode wilayah Kemendagri, misalnya '64.71'."
    )
    status: Literal["official", "reported"] = Field(
        description="official (surat kementerian) atau reported (kata sumber lain)."
    )
    scores: list[PublishedScore] = Field(
        default=[], description="Nilai per dimensi atau pertanyaan."
    )
    final: Number | None = Field(default=None, description="Nilai akhir.")
    improvement: Number | None = Field(
        default=None, description="Peningkatan dari tahun sebelumnya."
    )
