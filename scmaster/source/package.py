"""The zip around a document: read with limits, written the same way every time."""

import io
import zipfile
import zlib

SINGLE = 20_000_000
TOTAL = 60_000_000
PARTS = 500
_STORED = (".png", ".jpg", ".jpeg", ".gif")


class HostileError(Exception):
    """Says in Indonesian why a package is not opened."""


def read(content: bytes) -> dict[str, bytes]:
    """Unpack; raise HostileError over what no honest document holds."""
    try:
        return _read(content)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as fault:
        raise HostileError("bukan berkas .docx yang utuh") from fault
    except (NotImplementedError, RuntimeError) as fault:
        raise HostileError("berkas .docx itu disandi atau dimampatkan dengan cara lain") from fault


def _read(content: bytes) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = TOTAL
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        if len(entries) > PARTS:
            raise HostileError(f"berisi lebih dari {PARTS} bagian")
        for entry in entries:
            name = entry.filename
            if name.startswith("/") or "\\" in name or ".." in name.split("/"):
                raise HostileError(f"nama bagian '{name[:80]!a}' tidak wajar")
            if name in parts:
                raise HostileError(f"bagian '{name[:80]}' ada dua")
            with archive.open(entry) as part:
                data = part.read(min(SINGLE, left) + 1)
            left -= len(data)
            if len(data) > SINGLE or left < 0:
                raise HostileError("isinya terlalu besar setelah dibuka")
            if name.endswith((".xml", ".rels")) and _has_doctype(data):
                raise HostileError(f"bagian '{name[:80]}' memuat DOCTYPE")
            if not entry.is_dir():
                parts[name] = data
    return parts


def _has_doctype(data: bytes) -> bool:
    """Look for a document type declaration, in UTF-16 too."""
    return b"<!DOCTYPE" in data or b"<!DOCTYPE" in data.replace(b"\0", b"")


def write(parts: dict[str, bytes]) -> bytes:
    """Pack in a fixed order, with fixed times and attributes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(parts, key=_order):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3  # the default differs between systems
            entry.external_attr = 0o600 << 16
            stored = name.lower().endswith(_STORED)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name], compresslevel=6)
    return packed.getvalue()


def _order(name: str) -> tuple[int, str]:
    """Put first what a reader looks at first."""
    first = ("[Content_Types].xml", "_rels/.rels")
    return (first.index(name) if name in first else len(first), name)
