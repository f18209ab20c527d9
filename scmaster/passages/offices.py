"""Offices as letters address them."""

from scmaster.model.city import City, Opd

_HEADS = {
    "sekretariat": ("Sekretariat", "Sekretaris"),
    "inspektorat": ("Inspektorat", "Inspektur"),
    "kecamatan": ("Kecamatan", "Camat"),
    "kelurahan": ("Kelurahan", "Lurah"),
}
"""By kind: how such an office's name begins, and what its head is called."""


def head_of(opd: Opd) -> str:
    """Return the head of an office: Kepala Dinas Kesehatan, Sekretaris Daerah, Camat Uji."""
    word, head = _HEADS.get(opd.kind, ("", "Kepala"))
    return f"{head} {opd.name.removeprefix(word).strip()}".strip()


def mayor_of(city: City) -> str:
    """Return the head of a city's government by office: Wali Kota Uji, Bupati Uji."""
    word, head = ("Kota", "Wali Kota") if city.kind == "kota" else ("Kabupaten", "Bupati")
    return f"{head} {city.name.removeprefix(word).strip()}"
