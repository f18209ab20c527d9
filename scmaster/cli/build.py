"""`scmaster build`: check, then write what the city's data supports."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, NoReturn

import typer

from scmaster.cli import look, place, reporting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scmaster.assess.case import Case
    from scmaster.diagnostics import Diagnostic
    from scmaster.passages.changes import Earlier
    from scmaster.pipeline import Built, Memory, Order
    from scmaster.publishing import Published

Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FOLDER", help="Folder hasil; bawaannya build/KOTA.", file_okay=False
    ),
]
Draft = Annotated[
    bool, typer.Option("--draft", help="Tulis walau ada galat; setiap halaman dicap DRAF.")
]
Only = Annotated[
    list[str] | None,
    typer.Option("--document", metavar="DOKUMEN", help="Hanya dokumen ini; boleh diulang."),
]


Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="REVISI",
        help="Bandingkan dengan revisi git ini, atau dengan manifest.json dari build terdahulu.",
    ),
]


class Copy(StrEnum):
    """For whom the documents are."""

    ASSESSOR = "assessor"
    INTERNAL = "internal"


Whose = Annotated[
    Copy,
    typer.Option(
        "--copy",
        help="Salinan untuk asesor, atau internal: juga catatan, temuan, dan eviden tertutup.",
    ),
]


class Written(StrEnum):
    """What documents are written as: render.FORMATS, which is not imported to say --help."""

    DOCX = "docx"
    HTML = "html"
    XLSX = "xlsx"
    PDF = "pdf"
    PPTX = "pptx"


As = Annotated[
    list[Written] | None,
    typer.Option(
        "--format",
        metavar="<docx|html|xlsx|pdf|pptx>",
        help="Bentuk dokumen; boleh diulang. Bawaannya menurut dokumen, biasanya docx."
        " xlsx memuat tabelnya; pptx untuk paparan; pdf memerlukan LibreOffice.",
    ),
]
Report = Annotated[reporting.Form, typer.Option("--report", help="Bentuk laporan temuan.")]


class PageNumbers(StrEnum):
    """Whether LibreOffice is asked for the page numbers of the lists at the front."""

    AUTO = "auto"
    NEVER = "never"


Numbers = Annotated[
    PageNumbers,
    typer.Option(help="Nomor halaman daftar isi: auto (lewat LibreOffice bila ada) atau never."),
]
Watch = Annotated[
    bool,
    typer.Option("--watch", help="Tunggu perubahan berkas, dan susun ulang yang terpengaruh."),
]


def build(  # noqa: PLR0913, PLR0917  (one parameter an option)
    city: place.CityArgument,
    out: Out = None,
    document: Only = None,
    submission: place.SubmissionOption = None,
    draft: Draft = False,
    written: As = None,
    report: Report = reporting.Form.TEXT,
    strict: look.StrictOption = False,
    page_numbers: Numbers = PageNumbers.AUTO,
    whose: Whose = Copy.ASSESSOR,
    since: Since = None,
    local: place.LocalOption = False,
    watch: Watch = False,
) -> None:
    """Periksa kota, lalu tulis dokumen-dokumennya."""
    from scmaster import documents, forms, pipeline

    where = place.find(city)
    known = [*documents.slugs(), *forms.slugs(where.folder, where.workspace)]
    unknown = [slug for slug in document or [] if slug not in known]
    if unknown:
        place.stop(f"tidak ada dokumen '{unknown[0]}'. Yang ada: {', '.join(known)}.")
    order = pipeline.Order(
        documents=document,
        formats=tuple(dict.fromkeys(one.value for one in written)) if written else None,
        draft=draft,
        internal=whose is Copy.INTERNAL,
        since=since if since and not since.endswith(".json") else "",
        date=day.isoformat() if (day := look.epoch()) else "",
        paginate=page_numbers is PageNumbers.AUTO and not watch,
        narrowed=submission is not None,
    )
    folder = out or where.workspace / "build" / where.slug
    asked = Asked(where, city, submission, since, folder, order, strict=strict, local=local)
    if watch:
        _watch(asked)
    else:
        _once(asked, report)


class Asked(NamedTuple):
    """What the command line says."""

    where: place.Place
    city: str
    submission: str | None
    since: str | None
    folder: Path
    order: "Order"
    strict: bool
    local: bool


def _once(asked: Asked, report: reporting.Form) -> None:
    """Build, and end with exit code 1 where something is wrong or was left out."""
    case, failed = _understood(asked)
    if failed and not asked.order.draft:
        _refuse(case, report, strict=asked.strict)
    if asked.order.paginate and look.watched():
        typer.echo("Menyusun dokumen dan nomor halamannya …", err=True)
    made, published = _made(asked, case, asked.order)
    if report is not reporting.Form.TEXT:
        _report(case, [*case.diagnostics, *made.diagnostics], report, strict=asked.strict)
    else:
        if made.diagnostics:
            _report(case, made.diagnostics, report, strict=asked.strict)
        _table(case, asked, made)
        _digest(published, asked.folder)
    left_out = asked.order.documents and made.left_out
    if failed or left_out or look.failed(made.diagnostics, strict=asked.strict):
        raise typer.Exit(1)


def _watch(asked: Asked) -> None:
    """Build, then again after each change, until Ctrl-C."""
    from dataclasses import replace

    from scmaster.cli.watching import Round, follow

    memory: Memory = {}
    contents: dict[str, bytes] = {}

    def rebuild(anew: bool) -> Round["Built"]:
        if anew:
            memory.clear()
        case, failed = _understood(asked)
        if failed and not asked.order.draft:
            return Round(case, None, ())
        made, _ = _made(asked, case, replace(asked.order, memory=memory))
        now = {artifact.name: artifact.content for artifact in made.artifacts}
        changed = tuple(name for name in now if contents.get(name) != now[name])
        contents.clear()
        contents.update(now)
        return Round(case, made, changed)

    def begun(first: Round["Built"]) -> None:
        if first.made is None:
            _report(first.case, first.case.diagnostics, reporting.Form.TEXT, strict=asked.strict)
        else:
            _table(first.case, asked, first.made)

    follow(asked.where, rebuild, begun)


def _understood(asked: Asked) -> tuple["Case", bool]:
    """Return the city, and whether its findings keep documents from being written."""
    case = place.case_of(asked.city, submission=asked.submission, local=asked.local)
    return case, look.failed(case.diagnostics, strict=asked.strict)


def _made(asked: Asked, case: "Case", order: "Order") -> tuple["Built", "Published"]:
    """Compose, render and write the documents; stop where they cannot be written."""
    from dataclasses import replace

    from scmaster import pipeline, publishing

    where, since = asked.where, asked.since
    if since is not None:
        order = replace(order, earlier=_earlier(case, where, since))
    made = pipeline.build(case, where.folder, where.workspace, order)
    try:
        return made, publishing.publish(case, made, asked.folder)
    except OSError as error:
        reason = "izin ditolak" if isinstance(error, PermissionError) else "periksa foldernya"
        place.stop(f"tidak dapat menulis ke {asked.folder}: {reason}.")


def _earlier(case: "Case", where: place.Place, since: str) -> "Earlier":
    """Return the moment to compare with; stop where it cannot be had."""
    from scmaster import pipeline
    from scmaster.history import NoEarlierMomentError

    try:
        return pipeline.history(where.folder, where.workspace).named(case, since)
    except NoEarlierMomentError as fault:
        place.stop(f"--since {since}: {fault}.")


def _digest(published: "Published", folder: Path) -> None:
    """Print the digest of all that was written, and what an earlier build left there."""
    if not published.manifest:
        return
    typer.echo(f"Sidik isi: {published.digest}")
    typer.echo(f"  (tersimpan di {folder / published.manifest})")
    if published.stale:
        typer.echo("Dari build terdahulu, tidak ditulis ulang kali ini:")
    for left in published.stale:
        typer.echo(f"  {folder / left}")


def _report(
    case: "Case", found: "Iterable[Diagnostic]", form: reporting.Form, *, strict: bool
) -> None:
    """Print findings on the city and on its templates."""
    reporting.deliver(reporting.known(found, case.dossier, form), form, None, strict=strict)


def _refuse(case: "Case", form: reporting.Form, *, strict: bool) -> NoReturn:
    """Say what keeps the documents from being written; all of it to a program."""
    from scmaster.diagnostics import Severity

    found = list(case.diagnostics)
    if form is reporting.Form.TEXT and not strict:
        found = [d for d in found if d.severity is Severity.ERROR]
    _report(case, found, form, strict=strict)
    hint = "Betulkan yang di atas, atau pakai --draft."
    typer.echo(f"Tidak ada dokumen yang ditulis. {hint}", err=True)
    raise typer.Exit(1)


def _written(made: "Built") -> dict[str, list[int]]:
    """Return the sizes of what was written: a file by its name, letters by their folder."""
    found: dict[str, list[int]] = {}
    for artifact in made.artifacts:
        below, slash, name = artifact.name.partition("/")
        found.setdefault(below + slash if name else artifact.name, []).append(len(artifact.content))
    return found


def _table(case: "Case", asked: Asked, made: "Built") -> None:
    """Print what was written, what was left out and why, and what is missing."""
    folder, again = asked.folder, asked.where.slug
    again += f" --submission {asked.submission}" if asked.submission else ""
    from scmaster.assess import coverage
    from scmaster.report.text import tally

    if made.artifacts:
        typer.echo("Ditulis:")
    for name, sizes in _written(made).items():
        below = "/" if name.endswith("/") else ""
        several = f"{len(sizes)} berkas, " if below else ""
        typer.echo(f"  {folder / name}{below}  ({several}{sum(sizes) / 1024:.0f} KB)")
    for name, reason in made.left_out:
        typer.echo(f"Tidak dibuat: {name}: {reason}")
    if case.instrument is not None:
        typer.echo("\nKelengkapan menurut dimensi evaluasi:")
        counts = coverage.by_dimension(case)
        wide = max(20, *(len(row.name) for row in counts))
        typer.echo(
            f"  {'':<{wide}} {'Soal':>6} {'Terjawab':>9} {'Terbukti':>9} {'Belum dijawab':>14}"
        )
        for row in counts:
            figures = f"{row.total:>6} {row.answered:>9} {row.proven:>9} {row.unanswered:>14}"
            typer.echo(f"  {row.name:<{wide}} {figures}")
    typer.echo(f"\nTemuan: {tally(case.diagnostics)} (scmaster check {again}).")
    typer.echo(f"Yang kurang dan dari siapa: scmaster status {again}.")
