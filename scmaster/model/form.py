"""An official form of Word: which edition it is, and what fills each of its controls."""

from pydantic import Field

from scmaster.model.framework import Family
from scmaster.model.record import Entry, InstrumentRef, Record
from scmaster.model.values import DocxName, Sha256, Text


class FormField(Record):
    """A content control, and what fills it."""

    tag: Text = Field(description="Tag isian, seperti di Word pada Properti isian.")
    value: Text = Field(
        description="Data yang mengisinya, misalnya city.name; teks tetap diapit tanda kutip."
    )
    note: Text | None = Field(default=None, description="Catatan.")


class FormRows(Record):
    """A row, or an item of a repeating section, that is there once for each of several."""

    each: Text = Field(
        description="Daftar yang diulang, misalnya programmes; di fields bernama item."
    )
    fields: list[FormField] = Field(description="Isian di dalam satu baris.", min_length=1)
    note: Text | None = Field(default=None, description="Catatan.")


class Form(Entry):
    """An official form as one edition of it came from its issuer."""

    title: Text = Field(description="Nama borang.")
    issuer: Text = Field(description="Penerbit, misalnya Kementerian Komunikasi dan Digital.")
    edition: Text = Field(description="Edisi, misalnya '2026' atau nomor surat pengantarnya.")
    file: DocxName = Field(description="Nama berkas .docx di folder yang sama.")
    sha256: Sha256 = Field(description="Sidik SHA-256 berkas itu, tanda bahwa edisinya tepat.")
    families: list[Family] = Field(
        description="Keluarga instrumen yang memakainya: komdigi, spbe, pemdi, other.", min_length=1
    )
    instruments: list[InstrumentRef] = Field(
        default=[], description="Id instrumen yang memakainya; kosong bila semua di keluarganya."
    )
    fields: list[FormField] = Field(default=[], description="Isian dan datanya.")
    rows: list[FormRows] = Field(default=[], description="Baris tabel yang diulang.")
