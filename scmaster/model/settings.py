"""What a workspace settles for all its cities: `scmaster.yaml`, beside `cities/`."""

from typing import Literal

from pydantic import Field

from scmaster.model.formats import CURRENT
from scmaster.model.record import Entry, Record
from scmaster.model.values import Count, Id, RuleCode, Text, YesNo


class Weight(Record):
    """How grave the findings of a rule are here."""

    code: RuleCode = Field(description="Kode temuan, misalnya SCM305.")
    severity: Literal["error", "warning", "note"] = Field(
        description="Berat: error (galat), warning (peringatan), note (catatan)."
    )
    reason: Text | None = Field(
        default=None, description="Alasan; wajib bila lebih ringan daripada bawaannya."
    )


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
    default_submission: Id | None = Field(
        default=None,
        description="Id pengajuan yang ditinjau bila tidak disebut, pada kota yang memilikinya.",
    )
    numbers: Literal["id", "en"] | None = Field(
        default=None,
        description=(
            "Cara angka diketik di formulir: id (1.234 berarti seribu lebih) atau en (satu koma"
            " sekian). Kosong: yang dapat berarti dua hal ditanyakan kembali."
        ),
    )
    severities: list[Weight] = Field(
        default=[], description="Berat temuan yang lain dari bawaannya, menurut kodenya."
    )
    local_rules: YesNo = Field(
        default=False,
        description=(
            "ya bila aturan di folder checks/ ruang kerja dijalankan. Aturan adalah program:"
            " izinkan hanya bila isinya sudah dibaca."
        ),
    )
