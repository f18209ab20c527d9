"""What a workspace settles for all its cities: `scmaster.yaml`, beside `cities/`."""

from pathlib import Path

from scmaster.diagnostics import Diagnostic, Severity
from scmaster.load import load
from scmaster.model.formats import CURRENT
from scmaster.model.sections import SETTINGS_SECTIONS
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


def format_of(workspace: Path) -> int | None:
    """Return the format that a workspace says its files have; None where it says none."""
    told, _ = read(workspace)
    return told.format if "format" in told.model_fields_set else None


def read(workspace: Path | None) -> tuple[Settings, list[Diagnostic]]:
    """Return the settings of a workspace, and what is wrong with them; as usual without a file."""
    path = workspace / NAME if workspace else None
    if path is None or not path.is_file():
        return Settings(), []
    data, found = files.content(files.SourceFile(opening.name_of(path), path.resolve()))
    if data is None:
        return Settings(), found
    node, problems = reader.read(data, opening.name_of(path))
    found += problems
    if node is None:
        return Settings(), found
    made, problems = load(node, SETTINGS_SECTIONS)
    found += problems
    records = [read.entry for read in made.records if isinstance(read.entry, Settings)]
    for told in records:
        if told.format > CURRENT:
            message = (
                f"berkas-berkas ini berformat {told.format}, sedangkan scmaster ini mengenal"
                f" sampai {CURRENT}"
            )
            hint = "perbarui scmaster"
            span = told.span("format")
            found.append(Diagnostic("SCM959", Severity.ERROR, span, message, hint))
    return (records[0] if records else Settings()), found


def evidence_folder(settings: Settings, city: Path, workspace: Path | None) -> Path:
    """Return the folder of a city's evidence files, which need not be there."""
    told = settings.evidence_folder
    if told is None or workspace is None:
        return city / files.EVIDENCE
    return workspace / told.replace("{city}", city.resolve().name)
