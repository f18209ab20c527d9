"""What a workspace settles for all its cities: `scmaster.yaml`, beside `cities/`."""

from pydantic import Field

from scmaster.model.formats import CURRENT
from scmaster.model.record import Entry
from scmaster.model.values import Count, Id, Text


class Settings(Entry):
    """The settings of a workspace; without the file everything is as usual."""

    id: Id = Field(default="ruang-kerja", description="Id setelan; tidak perlu diisi.")
    format: Count = Field(
        default=CURRENT,
        description="Format berkas-berkas kota; ditulis oleh scmaster new dan scmaster migrate.",
    )
    evidence_folder: Text | None = Field(
        default=None,
        description=(
            "Folder berkas eviden, di luar git; {city} diganti nama folder kota. Bawaannya"
            " folder files di dalam folder kota. Boleh alamat lengkap, misalnya folder bersama."
        ),
    )
