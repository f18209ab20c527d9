"""`scmaster rollover`: the next cycle from an earlier one, and what needs new proof."""

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.assess.next_cycle import NextCycle
    from scmaster.exchange.next_cycle import NewFile
    from scmaster.model.evaluation import Submission


class Stage(StrEnum):
    """A stage of a cycle."""

    WHOLE = "tunggal"
    FIRST = "tahap_1"
    SECOND = "tahap_2"


class Form(StrEnum):
    """Who reads the result."""

    TEXT = "text"
    JSON = "json"


Year = Annotated[str, typer.Argument(metavar="TAHUN", help="Tahun yang dievaluasi, misalnya 2026.")]
Instrument = Annotated[
    str | None,
    typer.Option("--instrument", metavar="ID", help="Instrumennya; bawaannya yang terdahulu."),
]
StageOption = Annotated[
    Stage | None, typer.Option("--stage", help="Tahapnya; bawaannya yang biasanya berikut.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Perlihatkan saja; tidak menulis.")]
Yes = Annotated[bool, typer.Option("--yes", help="Tulis tanpa bertanya.")]
Default = Annotated[
    bool, typer.Option("--default", help="Jadikan pengajuan bawaan kota (default_submission).")
]
FormOption = Annotated[Form, typer.Option("--format", help="Bentuk hasil.")]

HEADINGS = ("Soal", "Tetap", "Pendukung", "Perbarui", "Habis", "Belum")


def rollover(  # noqa: PLR0913, PLR0917  (an option each)
    city: place.CityArgument,
    year: Year,
    submission: place.SubmissionOption = None,
    instrument: Instrument = None,
    stage: StageOption = None,
    default: Default = False,
    form: FormOption = Form.TEXT,
    dry_run: DryRun = False,
    yes: Yes = False,
) -> None:
    """Siapkan pengajuan berikutnya dari yang terdahulu, dan sebutkan eviden yang harus baru.

    Jawaban disalin sebagai rancangan yang dihitung belum dijawab, klaim hanya bila evidennya masih
    berlaku. Semuanya masuk ke satu berkas baru di folder siklus; catatan yang ada tidak diubah.
    """
    from scmaster import pipeline
    from scmaster.assess.next_cycle import following
    from scmaster.exchange.next_cycle import new_file
    from scmaster.report import next_cycle as report

    if not (dry_run or yes) and (form is Form.JSON or not _asks()):
        place.stop("tidak ada terminal untuk bertanya; tambahkan --yes atau --dry-run.")
    where = place.find(city)
    case = place.case_of(city, submission=submission)
    _readable(case)
    cycle = following(case, _begun(case, _number(year), stage, instrument))
    made = new_file(cycle, case.dossier)
    path = where.folder / made.name
    if path.exists() or path.is_symlink():
        place.stop(f"{path} sudah ada; tidak ada yang ditulis.")
    if path.parent.exists() and not path.parent.is_dir():
        place.stop(f"{path.parent} bukan folder; tidak ada yang ditulis.")
    files = {path: made.text.encode()}
    if default:
        files |= _as_default(case, where.folder, cycle.new.id)
    later = pipeline.understand_city(
        where.folder, where.workspace, on=look.today(), submission=cycle.new.id, instead=files
    )
    _sound(case, later, path)
    if form is Form.TEXT:
        _show(case, later, cycle)
    write = yes or (not dry_run and typer.confirm(f"Tulis {path}?", default=False))
    if write and not dry_run:
        for each, content in files.items():
            pipeline.write(each, content, settled=True)
    if form is Form.JSON:
        typer.echo(report.report(cycle, path.as_posix(), written=write and not dry_run))
        return
    _after(where.slug, cycle, path, made, written=write and not dry_run, default=default)


def _number(year: str) -> int:
    """Read a year; stop over anything else."""
    from scmaster.model.values import EARLIEST, LATEST

    if not (re.fullmatch(r"[0-9]{4}", year) and EARLIEST <= int(year) <= LATEST):
        place.stop(f"'{year}' bukan tahun; tulis empat angka, misalnya 2026.")
    return int(year)


def _asks() -> bool:
    from scmaster.cli.adding import asks

    return asks()


def _readable(case: "Case") -> None:
    """Stop where a record could not be read: it would silently be missing from the next cycle."""
    from scmaster.diagnostics import Severity

    errors = [d for d in case.told if d.severity is Severity.ERROR]
    if errors:
        look.say(errors, look.Format.TEXT)
        raise typer.Exit(1)


def _begun(case: "Case", year: int, stage: Stage | None, instrument: str | None) -> "Submission":
    """Return the submission that is to follow; stop where there cannot be one."""
    from difflib import get_close_matches

    from scmaster.assess.follow_up import earlier
    from scmaster.assess.next_cycle import begun
    from scmaster.assess.results import family
    from scmaster.model.evaluation import Submission

    old, known = case.submission, case.dossier.frameworks.instruments
    if old is None:
        place.stop("kota ini belum punya pengajuan; tulis dahulu di bagian 'submissions'.")
    if instrument is not None and instrument not in known:
        close = get_close_matches(instrument, known, n=1)
        hint = f"Maksudnya '{close[0]}'?" if close else f"Yang ada: {', '.join(known)}."
        place.stop(f"instrumen '{instrument}' tidak ada. {hint}")
    new = begun(case.dossier, old, year, stage.value if stage else "", instrument)
    kind = family(case.dossier, new)
    for cycle in case.dossier.of(Submission).values():
        stages = {cycle.stage, new.stage}
        same = cycle.year == new.year and (len(stages) == 1 or Stage.WHOLE in stages)
        if same and family(case.dossier, cycle) == kind:
            place.stop(f"pengajuan {year} sudah ada: {cycle.id}; tidak ada yang ditulis.")
    if not earlier(old, new):
        place.stop(
            f"{year} tidak sesudah pengajuan {old.id} ({old.year});"
            " sebut tahun atau tahap berikutnya, atau pengajuan lain dengan --submission."
        )
    return new


def _as_default(case: "Case", folder: Path, identity: str) -> dict[Path, bytes]:
    """Return the city's file with the new submission as its default."""
    from scmaster.exchange.changing import changed
    from scmaster.exchange.editing import NoPlaceError, Put

    city = case.dossier.city
    if city is None:
        return {}
    try:
        return changed(case, folder, [Put("city", city.id, ("default_submission",), identity)])
    except NoPlaceError as fault:
        place.stop(f"default_submission tidak dapat diubah di {fault}; ubah sendiri di sana.")


def _sound(case: "Case", later: "Case", path: Path) -> None:
    """Stop where what is to be written would be wrong; nothing has been written."""
    from scmaster.diagnostics import Severity
    from scmaster.source.opening import name_of

    known = set(case.told)
    errors = [
        d
        for d in later.diagnostics
        if d.severity is Severity.ERROR
        and (d.span.file == name_of(path) or (d in later.told and d not in known))
    ]
    if errors:
        look.say(errors, look.Format.TEXT)
        typer.echo("Tidak ada yang ditulis.", err=True)
        raise typer.Exit(1)


def _show(case: "Case", later: "Case", cycle: "NextCycle") -> None:
    """Print what a new cycle begins with, office by office."""
    from rich.markup import escape

    from scmaster.assess.next_cycle import Proof
    from scmaster.model.wording import period_words
    from scmaster.passages.next_cycle import by_office

    console = look.console()
    name = case.dossier.city.name if case.dossier.city else ""
    instrument = later.instrument.name if later.instrument else "belum diketahui"
    console.print(f"[bold]{escape(name)}[/] · {cycle.old.id} ke {cycle.new.id}")
    console.print(f"Instrumen: {escape(instrument)}", style="dim")
    console.print(f"Periode yang dibuktikan: {period_words(cycle.period)}", style="dim")
    rows = []
    for office, needs in by_office(cycle).items():
        counts = [sum(1 for need in needs if need.proof is proof) for proof in Proof]
        rows.append([office, f"{len(needs)}", *map(str, counts)])
    look.table(console, "Eviden per soal", ["Perangkat daerah", *HEADINGS], rows)
    if later.instrument is None:
        _wrapped("Tanpa instrumen tidak ada soal yang dapat disiapkan; sebut --instrument.", "")
    else:
        _needs(cycle)
        _moved(cycle)
    _others(later, cycle)


def _needs(cycle: "NextCycle") -> None:
    """Say what needs new proof and why, by office; what never had any is only counted above."""
    from scmaster.assess.next_cycle import Proof
    from scmaster.passages.next_cycle import PROOFS, by_office, needed

    typer.echo("\nYang perlu eviden baru")
    told = False
    for office, needs in by_office(cycle).items():
        lines = [
            f"{need.question.id} {PROOFS[need.proof]}: {needed(need)}"
            for need in needs
            if need.proof not in {Proof.KEPT, Proof.NEVER}
        ]
        never = [need.question.id for need in needs if need.proof is Proof.NEVER]
        if never:
            lines.append(f"{PROOFS[Proof.NEVER]}: {_some(never)}")
        if lines:
            told = True
            typer.echo(office)
            _bullets(lines)
    if not told:
        typer.echo("Tidak ada.")


def _moved(cycle: "NextCycle") -> None:
    """Say which questions the new instrument asks otherwise, or no more."""
    questions = cycle.questions
    lines = [f"{one} menjadi {other}" for one, other in questions.taken.items() if one != other]
    parts: dict[str, list[str]] = {}
    for one, others in questions.partly.items():
        parts.setdefault(", ".join(others), []).append(one)
    lines += [
        f"{', '.join(ones)} hanya sebagian setara dengan {others}; jawabannya tidak disalin"
        for others, ones in parts.items()
    ]
    if questions.lost:
        lines.append(f"tidak ditanyakan lagi: {_some(questions.lost)}")
    if lines:
        typer.echo("\nSoal yang berubah karena instrumennya lain")
        _bullets(lines)


def _others(later: "Case", cycle: "NextCycle") -> None:
    """Say what goes on by itself, and what somebody has to decide."""
    from scmaster.assess.owed import owed

    asked = sum(len(theirs.recommendations) for theirs in owed(later).values())
    going = [each.quick_win.id for each in cycle.quick_wins if each.copied]
    older = [e.quick_win.id for e in cycle.quick_wins if e.running and not e.recent]
    ended = [each.quick_win.id for each in cycle.quick_wins if not each.running]
    lines = []
    if going:
        lines.append(f"Quick win yang diteruskan: {', '.join(going)}; pastikan tetap dipilih.")
    if older:
        lines.append(
            f"Quick win lama yang programnya masih berjalan: {', '.join(older)}; bila dipilih lagi"
            f" untuk {cycle.new.year}, tulis quick win baru dengan continues_from."
        )
    if ended:
        lines.append(
            "Quick win yang tidak diteruskan karena programnya tidak tercatat berjalan:"
            f" {', '.join(ended)}."
        )
    if asked:
        lines.append(
            f"Rekomendasi yang masih harus ditindaklanjuti: {asked}; ikut ditagih, tidak disalin."
        )
    if lines:
        typer.echo()
    for line in lines:
        _wrapped(line, "")


def _after(  # noqa: PLR0913
    slug: str,
    cycle: "NextCycle",
    path: Path,
    made: "NewFile",
    *,
    written: bool,
    default: bool,
) -> None:
    """Say what was written, and what comes next."""
    words = {
        "submissions": "pengajuan",
        "answers": "rancangan jawaban",
        "claims": "klaim",
        "quick_wins": "quick win",
    }
    parts = [f"{made.counts[name]} {word}" for name, word in words.items() if made.counts[name]]
    typer.echo()
    _wrapped(f"{'Ditulis' if written else 'Tidak ditulis'}: {path} ({', '.join(parts)})", "")
    if not written:
        return
    told = (
        f"Pengajuan bawaan sekarang {cycle.new.id}."
        if default
        else f"Pengajuan bawaan belum diubah; isi default_submission: {cycle.new.id} pada bagian"
        " city bila kota sudah beralih."
    )
    _wrapped(told, "")
    typer.echo(f"Periksa: scmaster check {slug} --submission {cycle.new.id}")
    typer.echo(f"Formulir: scmaster request {slug} --submission {cycle.new.id}")


def _some(ids: list[str]) -> str:
    from scmaster.assess.missing import SHOWN

    more = f" dan {len(ids) - SHOWN} lagi" if len(ids) > SHOWN else ""
    return f"{len(ids)} soal ({', '.join(ids[:SHOWN])}{more})"


def _bullets(lines: list[str]) -> None:
    for line in lines:
        _wrapped(f"• {line}", "  ")


def _wrapped(text: str, indent: str) -> None:
    from textwrap import wrap

    after = indent + ("  " if text.startswith("• ") else "")
    for line in wrap(
        text,
        look.width(),
        initial_indent=indent,
        subsequent_indent=after,
        break_long_words=False,
        break_on_hyphens=False,
    ):
        typer.echo(line)
