"""Rules of a workspace's own, in its folder `checks/`: each a file like ours, under its own code.

They are programs, so they are read as text only, until somebody has allowed them to run. One
that cannot be used, or fails, is a finding on its own file.
"""

import ast
import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import cast

from scmaster.assess.case import Case
from scmaster.checks import Rule, RuleModule
from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.source import files, opening

FOLDER = "checks"
NAME = re.compile(r"(?P<code>[a-z]{3,8}[0-9]{3})_(?P<name>[a-z0-9_]+)\.py")
OURS = "scm"

CODES = {
    "SCM960": """Berkas aturan di checks/ tidak dapat dipakai.

Aturan setempat ditulis seperti aturan bawaan: nama berkas memuat kode dan nama, misalnya
`kota001_program_tanpa_lokasi.py` (kode selain SCM); docstring menjelaskannya; SEVERITY menyebut
beratnya; dan `check(case)` menghasilkan Finding. Selama berkas ini belum betul, aturannya tidak
dijalankan.
""",
    "SCM961": """Aturan setempat gagal dijalankan.

Kesalahannya ada di berkas aturan itu, bukan di berkas kota. Betulkan pada baris yang disebut, atau
keluarkan berkasnya dari folder checks/.
""",
    "SCM962": """Aturan setempat ada, tetapi tidak dijalankan.

Aturan adalah program yang berjalan di komputer ini. Baca isinya dahulu, lalu tambahkan
`--allow-local-rules`, atau tulis `local_rules: ya` di scmaster.yaml.
""",
}


class UnusableError(Exception):
    """Says in Indonesian why a file is no rule, and on which line."""

    def __init__(self, message: str, line: int = 1) -> None:
        """Take what to say, and the line."""
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class LocalRule(Rule):
    """A rule of the workspace: what goes wrong in it is said, and stops nothing else."""

    file: str

    def run(self, case: Case) -> Iterator[Diagnostic]:
        """Yield what it finds; or that it failed."""
        try:
            found = [checked(diagnostic) for diagnostic in super().run(case)]
        except Exception as fault:  # noqa: BLE001  (whatever somebody else's program raises)
            line = _line_of(fault, self.file)
            message = f"aturan {self.code} gagal: {_said(fault)}"
            yield Diagnostic("SCM961", Severity.ERROR, Span(self.file, line, 1), message)
        else:
            yield from found


def checked(diagnostic: Diagnostic) -> Diagnostic:
    """Return a finding that can be reported; raise TypeError over any other."""
    if not isinstance(diagnostic.span, Span) or not isinstance(diagnostic.message, str):
        raise TypeError("Finding memerlukan tempat (record.span(...)) dan pesan")
    return diagnostic


def of(workspace: Path | None, *, allowed: bool) -> tuple[tuple[LocalRule, ...], list[Diagnostic]]:
    """Return the rules of a workspace that may run and can, and what is wrong with the others."""
    found: list[Diagnostic] = []
    every = _files(workspace)
    if every and not allowed:
        span = Span(opening.name_of(every[0]), 1, 1)
        message = f"{len(every)} aturan setempat di {FOLDER}/ tidak dijalankan"
        hint = "baca isinya, lalu pakai --allow-local-rules atau local_rules: ya di scmaster.yaml"
        return (), [Diagnostic("SCM962", Severity.NOTE, span, message, hint)]
    made: dict[str, LocalRule] = {}
    for path in every:
        name = opening.name_of(path)
        try:
            rule = _rule(path, name)
            if rule.code in made:
                raise UnusableError(f"kode {rule.code} sudah dipakai {made[rule.code].file}")  # noqa: TRY301
        except UnusableError as fault:
            span = Span(name, fault.line, 1)
            hint = "lihat 'scmaster explain SCM960'"
            found.append(Diagnostic("SCM960", Severity.ERROR, span, str(fault), hint))
        else:
            made[rule.code] = rule
    return tuple(made.values()), found


def pages(workspace: Path | None) -> dict[str, tuple[str, str]]:
    """Return name and page of each rule, by its code; nothing is run for it."""
    made = {}
    for path in _files(workspace):
        try:
            match, tree, _ = _read(path)
        except UnusableError:
            continue
        page = ast.get_docstring(tree) or ""
        made[match["code"].upper()] = (match["name"].replace("_", "-"), page)
    return made


def _files(workspace: Path | None) -> list[Path]:
    folder = workspace / FOLDER if workspace else None
    if folder is None or not folder.is_dir():
        return []
    return sorted(path for path in folder.glob("*.py") if not path.name.startswith(("_", ".")))


def _read(path: Path) -> tuple[re.Match[str], ast.Module, bytes]:
    match = NAME.fullmatch(path.name)
    if match is None or match["code"].startswith(OURS):
        raise UnusableError(
            "nama berkas aturan berupa kode dan nama, misalnya kota001_program_tanpa_lokasi.py;"
            " kode SCM milik scmaster"
        )
    data, problems = files.content(files.SourceFile(str(path), path))
    if data is None:
        raise UnusableError(problems[0].message)
    try:
        return match, ast.parse(data), data
    except (SyntaxError, ValueError) as fault:
        line = getattr(fault, "lineno", None) or 1
        raise UnusableError(f"bukan Python yang sah: {_said(fault)}", line) from fault


def _rule(path: Path, name: str) -> LocalRule:
    """Run a file and return its rule; no compiled copy of it is written beside it."""
    match, tree, _ = _read(path)
    module = ModuleType(path.stem)
    module.__file__ = str(path)
    try:
        exec(compile(tree, str(path), "exec"), module.__dict__)  # noqa: S102  (allowed by who runs it)
    except (Exception, SystemExit) as fault:
        raise UnusableError(f"gagal dimuat: {_said(fault)}", _line_of(fault, str(path))) from fault
    if not (module.__doc__ or "").strip():
        raise UnusableError("belum ada docstring: halaman yang menjelaskan aturan ini")
    severity = getattr(module, "SEVERITY", None)
    both = severity if isinstance(severity, tuple) else (severity, severity)
    if len(both) != 2 or not all(isinstance(each, Severity) for each in both):  # noqa: PLR2004
        raise UnusableError("SEVERITY belum ada; misalnya SEVERITY = Severity.WARNING")
    if not callable(getattr(module, "check", None)):
        raise UnusableError("fungsi check(case) belum ada")
    code = match["code"].upper()
    return LocalRule(code, match["name"].replace("_", "-"), cast("RuleModule", module), name)


def _line_of(fault: BaseException, file: str) -> int:
    """Return the last line of a file that a fault went through; the first if none."""
    here = Path(file).resolve()
    frames = traceback.extract_tb(fault.__traceback__)
    lines = [f.lineno for f in frames if Path(f.filename).resolve() == here]
    return (lines[-1] if lines else None) or 1


def _said(fault: BaseException) -> str:
    return f"{type(fault).__name__}: {fault}".splitlines()[0][:200]
