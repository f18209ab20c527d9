"""LibreOffice, which lays a .docx out on pages: one process, one profile, and an end to it."""
# ruff: noqa: PLC0415  (nothing of it is needed without LibreOffice)

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

TIMEOUT = 180
"""Seconds for one document; ten times the longest report takes a fifth of it."""
_EXPORTS = {"docx": "pdf:writer_pdf_Export:", "pptx": "pdf:impress_pdf_Export:"}


class OfficeError(Exception):
    """Says in Indonesian why there is no PDF, and what helps."""

    def __init__(self, reason: str, hint: str) -> None:
        """Keep both."""
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


def pdf(content: bytes, settings: str, timeout: float = TIMEOUT, form: str = "docx") -> bytes:
    """Convert a .docx or .pptx to PDF with the settings of LibreOffice's export, as JSON.

    The profile is our own: parallel calls on one profile fail silently. Raises OfficeError
    where LibreOffice is absent or fails.
    """
    import shutil
    from tempfile import TemporaryDirectory

    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise OfficeError("LibreOffice tidak ditemukan", "pasang LibreOffice, lalu jalankan lagi")
    with TemporaryDirectory(prefix="scmaster-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, f"dokumen.{form}")
        source.write_bytes(content)
        command = [office, f"-env:UserInstallation={Path(folder, 'profil').as_uri()}"]
        command += ["--headless", "--norestore", "--convert-to", _EXPORTS[form] + settings]
        command += ["--outdir", folder, str(source)]
        _run(command, timeout)
        try:
            return source.with_suffix(".pdf").read_bytes()
        except OSError:
            hint = f"buka berkas .{form}-nya di LibreOffice untuk melihat sebabnya"
            raise OfficeError("LibreOffice tidak menghasilkan PDF", hint) from None


def _run(command: list[str], timeout: float) -> None:
    """Run it in a process group of its own, so that what it starts ends with it."""
    import subprocess

    try:
        process = subprocess.Popen(  # noqa: S603  (our own words only)
            command,
            env={**os.environ, "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        hint = "jalankan LibreOffice sekali sendiri untuk melihat sebabnya"
        raise OfficeError("LibreOffice tidak dapat dijalankan", hint) from None
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        hint = "dokumennya mungkin terlalu besar; buat PDF-nya dari Word"
        raise OfficeError(f"LibreOffice belum selesai setelah {timeout:g} detik", hint) from None
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the whole group: the launcher may be gone while what it started is not."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    else:
        process.kill()
    process.wait()
