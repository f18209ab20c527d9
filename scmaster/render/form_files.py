"""Where official forms lie: a folder of templates with a form.yaml, and the .docx beside it."""

from pathlib import Path

from scmaster.diagnostics import Diagnostic, Span
from scmaster.model.form import Form
from scmaster.passages.form_data import FormData
from scmaster.render import form, shelves
from scmaster.render.faults import error
from scmaster.source import package

FILE = "form.yaml"


def slugs(folders: list[Path]) -> list[str]:
    """Return the names of the folders that hold a form.yaml."""
    inside = (path for folder in folders for path in folder.glob("*"))
    return sorted({p.name for p in inside if not p.name.startswith((".", "_")) and _is_form(p)})


def home(folders: list[Path], slug: str) -> Path:
    """Return the first of the folders that holds a form; raise LookupError if none does."""
    for folder in folders:
        if _is_form(folder / slug):
            return folder
    raise LookupError(slug)


def _is_form(folder: Path) -> bool:
    try:
        return (folder / FILE).exists()
    except OSError:  # a folder that may not be opened
        return False


def described(folder: Path, slug: str) -> tuple[str, bytes | None, list[Diagnostic]]:
    """Take a form.yaml: what people call it, and its bytes unless they cannot be had."""
    name = f"{shelves.called(folder)}/{slug}/{FILE}"
    try:
        taken = shelves.take([folder], f"{slug}/{FILE}")
    except shelves.RefusedError as fault:
        return name, None, [error("SCM660", Span(name, 1, 1), fault.why)]
    return name, taken.content if taken else None, []


def fill(
    slug: str, described: Form, folder: Path, data: FormData
) -> tuple[bytes | None, list[Diagnostic]]:
    """Fill the .docx that lies beside a form.yaml; None where it cannot be."""
    where = described.span("file")
    try:
        taken = shelves.take([folder], f"{slug}/{described.file}", package.SINGLE)
    except shelves.RefusedError as fault:
        return None, [error("SCM661", where, f"berkas {described.file}: {fault.why}")]
    if taken is None:
        hint = f"letakkan berkas aslinya di folder {slug}, di sebelah {FILE}"
        return None, [error("SCM661", where, f"berkas {described.file} tidak ada", hint)]
    return form.fill(described, taken.content, data)
