"""Where a city's evidence files lie: `scmaster.yaml` in the workspace may say."""

from pathlib import Path

from scmaster.diagnostics import Diagnostic, Severity
from scmaster.load import load
from scmaster.model.formats import CURRENT
from scmaster.model.settings import Settings
from scmaster.source import files, opening, reader

NAME = "scmaster.yaml"
CODES = {
    "SCM959": """Format berkas lebih baru daripada scmaster ini.

Isian yang belum dikenal akan dibaca keliru atau tidak terbaca, sehingga tidak ada dokumen yang
disusun. Perbarui scmaster. Isian `format` pada `scmaster.yaml` ditulis oleh `scmaster new` dan
`scmaster migrate`.
""",
}


def folder_for(city: Path, workspace: Path | None) -> tuple[Path, list[Diagnostic]]:
    """Return the folder of a city's evidence files, which need not be there."""
    settings, found = _settings(workspace)
    told = settings.evidence_folder if settings else None
    if told is None or workspace is None:
        return city / files.EVIDENCE, found
    return workspace / told.replace("{city}", city.resolve().name), found


def format_of(workspace: Path) -> int | None:
    """Return the format that a workspace says its files have; None where it says none."""
    settings, _ = _settings(workspace)
    return settings.format if settings and "format" in settings.model_fields_set else None


def _settings(workspace: Path | None) -> tuple[Settings | None, list[Diagnostic]]:
    path = workspace / NAME if workspace else None
    if path is None or not path.is_file():
        return None, []
    data, found = files.content(files.SourceFile(opening.name_of(path), path.resolve()))
    if data is None:
        return None, found
    node, problems = reader.read(data, opening.name_of(path))
    found += problems
    if node is None:
        return None, found
    made, problems = load(node, {"settings": Settings})
    found += problems
    records = [read.entry for read in made.records if isinstance(read.entry, Settings)]
    for settings in records:
        if settings.format > CURRENT:
            message = (
                f"berkas-berkas ini berformat {settings.format}, sedangkan scmaster ini mengenal"
                f" sampai {CURRENT}"
            )
            hint = "perbarui scmaster"
            span = settings.span("format")
            found.append(Diagnostic("SCM959", Severity.ERROR, span, message, hint))
    return (records[0] if records else None), found
