"""`scmaster where`: from a claim printed in a document back to the line that states it."""

import textwrap
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.diagnostics import Span
    from scmaster.render.trace import Trace, Traced

File = Annotated[Path, typer.Argument(metavar="BERKAS", help="Dokumen .docx hasil scmaster build.")]
Which = Annotated[
    str,
    typer.Argument(
        metavar="PERNYATAAN",
        help="Nomor tercetak (K12 atau 12), id soal atau catatan, atau nama bookmark.",
    ),
]


def where(file: File, claim: Which) -> None:
    """Tunjukkan berkas dan baris tempat sebuah pernyataan ditulis."""
    from scmaster import pipeline
    from scmaster.source import git

    trace = _read(file)
    found = trace.find(claim)
    if not found:
        _unknown(trace, file, claim)
    workspace = place.find_workspace()
    folders = {one.span.file: _folder(workspace, one.span.file) for one in found}
    known = {
        folder: (
            pipeline.understand_city(folder, workspace, on=look.today()),
            git.commit_of(folder) not in {trace.commit, git.UNKNOWN},
        )
        for folder in dict.fromkeys(folders.values())
        if folder is not None
    }
    for number, one in enumerate(found):
        folder = folders[one.span.file]
        said = [*_written(one), ("Versi data", trace.commit or git.UNKNOWN)]
        if folder is None:
            said.append(("Sekarang", "data kotanya tidak ada di sini, jadi tidak diperiksa"))
        else:
            case, changed = known[folder]
            said += _now(one, case, workspace, changed=changed)
        typer.echo("\n" * bool(number) + _block(one, said))


def _read(file: Path) -> "Trace":
    """Read a document's own list of its claims, or stop."""
    from scmaster.render import trace
    from scmaster.source import package

    if not file.is_file():
        place.stop(f"berkas '{file}' tidak ada.")
    try:
        if file.stat().st_size > package.TOTAL:
            place.stop(f"berkas '{file}' terlalu besar untuk dokumen scmaster.")
        return trace.read(file.read_bytes())
    except trace.UntracedError as error:
        return place.stop(f"{file}: {error}.")
    except OSError:
        return place.stop(f"berkas '{file}' tidak dapat dibaca: periksa izinnya.")


def _unknown(trace: "Trace", file: Path, claim: str) -> None:
    last = trace.claims[-1].number if trace.claims else ""
    near = trace.nearest(claim)
    hint = f" Maksudnya {' atau '.join(repr(name) for name in near)}?" if near else ""
    numbers = f" Nomornya K1 sampai {last}." if last and not near else ""
    place.stop(f"pernyataan '{claim}' tidak ada di {file.name}.{hint}{numbers}")


def _written(one: "Traced") -> list[tuple[str, str]]:
    asked = f"; soal {one.subject}" if one.subject else ""
    rows = [("Ditulis di", str(one.span)), ("Catatan", f"{one.record}, {_field(one)}{asked}")]
    for proof in one.proofs:
        rows += [("Eviden", proof.id), ("SHA-256", proof.sha256 or "belum dicatat")]
    return rows if one.proofs else [*rows, ("Eviden", "belum ada")]


def _field(one: "Traced") -> str:
    """Name a field as people count: isian measures ke-1 value."""
    steps = one.field.split(".")
    return "isian " + " ".join(f"ke-{int(s) + 1}" if s.isdecimal() else s for s in steps)


def _folder(workspace: Path, name: str) -> Path | None:
    """Return the folder of the city that a file belongs to; the name is not trusted."""
    parts = PurePosixPath(name).parts
    known = len(parts) > 2 and parts[0] == place.CITIES and parts[1] in place.slugs(workspace)  # noqa: PLR2004  (cities, city, file)
    return workspace / place.CITIES / parts[1] if known else None


def _now(
    one: "Traced", case: "Case", workspace: Path, *, changed: bool
) -> Iterable[tuple[str, str]]:
    """Say whether the record still stands there, and where it stands now."""
    if changed:
        yield "Perubahan", "data kota sudah berubah sejak dokumen ini dibuat"
    record = next((entry for entry in case.dossier.every() if entry.id == one.record), None)
    if record is None:
        yield "Sekarang", "catatan itu tidak ada lagi, atau tidak terbaca"
        return
    path = [int(step) if step.isdecimal() else step for step in one.field.split(".")]
    span: Span = record.span(*path)
    same = span.line == one.span.line and _same(span.file, workspace / one.span.file)
    yield "Sekarang", "masih di baris itu" if same else f"di {span}"


def _same(name: str, path: Path) -> bool:
    return Path(name).resolve() == path.resolve()


def _block(one: "Traced", rows: list[tuple[str, str]]) -> str:
    heading = f"{one.number} · {one.about}" if one.about else one.number
    lines = textwrap.wrap(heading, look.width(), subsequent_indent="  ")
    lines += [f"  {label:<11} {words}" for label, words in rows]
    return "\n".join(lines)
