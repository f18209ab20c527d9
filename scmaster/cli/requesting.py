"""`scmaster request`: a form and a letter for each office, with only what it owes."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scmaster.asking import Request
    from scmaster.assess.case import Case

Opd = Annotated[
    list[str] | None,
    typer.Option("--opd", metavar="ID", help="Hanya perangkat daerah ini; boleh diulang."),
]
Due = Annotated[
    str, typer.Option("--due", metavar="TANGGAL", help="Tenggat pengembalian: 2024-11-30.")
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FOLDER", help="Folder hasil; bawaannya build/KOTA.", file_okay=False
    ),
]
Draft = Annotated[
    bool,
    typer.Option("--draft", help="Tulis walau ada galat, bercap DRAF, tanpa mencatat permintaan."),
]
_KINDS = {
    "answers": "Soal",
    "recommendations": "Rek.",
    "indicators": "Ind.",
    "progress": "Prog.",
    "risks": "Risiko",
    "evidence": "Eviden",
}
"""By the key of a sheet: the title of its column in the summary."""


def request(  # noqa: PLR0913, PLR0917  (an option each)
    city: place.CityArgument,
    submission: place.SubmissionOption = None,
    opd: Opd = None,
    due: Due = "",
    out: Out = None,
    draft: Draft = False,
) -> None:
    """Tulis formulir dan surat bagi tiap perangkat daerah, berisi hanya yang belum lengkap padanya.

    Formulirnya lembar kerja (.xlsx) yang dapat diisi tanpa mengenal YAML; isiannya diambil kembali
    dengan 'scmaster collect'. Apa yang diminta, dari siapa, dan sampai kapan tercatat di folder
    requests/ kota.
    """
    from scmaster import asking

    where = place.find(city)
    case = place.case_of(city, submission=submission)
    until = _due(due)
    _sound(case, draft=draft)
    if reason := asking.lacks(case):
        typer.echo(f"Tidak ada formulir yang ditulis: {reason}.")
        raise typer.Exit(0 if reason == "tidak ada yang kurang" else 1)
    order = asking.Order(
        look.today().isoformat(),
        until,
        _recipients(case, opd),
        draft,
        day.isoformat() if (day := look.epoch()) else "",
    )
    made = asking.requests(case, where.folder, where.workspace, order)
    found = list(dict.fromkeys(d for request in made for d in request.found))
    if found:
        look.say(found, look.Format.TEXT)
    folder = out or where.workspace / "build" / where.slug
    _write(made, folder, None if draft else where.folder)
    _summary(made, until)
    typer.echo(f"Formulir dan suratnya: {folder / asking.below(case)}")
    if draft:
        typer.echo("Draf: tidak dicatat sebagai permintaan, dan tidak dapat diambil kembali.")
    elif made:
        _noted(made)
    if look.failed(found, strict=False):
        raise typer.Exit(1)


def _due(written: str) -> str:
    """Return the day by which forms are to come back; stop over what is none, or is past."""
    from datetime import date

    if not written:
        return ""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        place.stop(f"tanggal '{written}' tidak sah; tulis tahun-bulan-hari, misalnya 2024-11-30.")
    if day < look.today():
        place.stop(f"tenggat {day} sudah lewat.")
    return day.isoformat()


def _sound(case: "Case", *, draft: bool) -> None:
    """Stop over errors, and over a ledger that cannot be read: writing it would lose lines."""
    from scmaster.diagnostics import Severity
    from scmaster.exchange import ledger

    errors = [d for d in case.diagnostics if d.severity is Severity.ERROR]
    broken = [d for d in errors if d.code in ledger.CODES]
    if not (errors if not draft else broken):
        return
    look.say(errors, look.Format.TEXT)
    hint = "" if broken else " Betulkan yang di atas, atau pakai --draft."
    typer.echo(f"Tidak ada formulir yang ditulis.{hint}", err=True)
    raise typer.Exit(1)


def _recipients(case: "Case", wanted: "Sequence[str] | None") -> "list[str] | None":
    """Return the keys of the recipients that are wanted; stop over who owes nothing."""
    from difflib import get_close_matches

    from scmaster.assess.owed import owed
    from scmaster.model.city import Opd as Office

    if not wanted:
        return None
    known = owed(case)
    for name in wanted:
        if name in known:
            continue
        if name in case.dossier.of(Office):
            typer.echo(f"Tidak ada yang kurang pada {name}.")
            raise typer.Exit(0)
        close = get_close_matches(name, [*known, *case.dossier.of(Office)], n=1)
        hint = f" Maksudnya '{close[0]}'?" if close else f" Yang ada: {', '.join(known)}."
        place.stop(f"perangkat daerah '{name}' tidak ada.{hint}")
    return list(wanted)


def _write(made: "Sequence[Request]", folder: Path, city: Path | None) -> None:
    """Write forms, letters and ledgers, each whole or not at all."""
    from scmaster import asking, pipeline
    from scmaster.source.opening import reason

    try:
        for request in made:
            for name, content in request.files.items():
                pipeline.write(folder / name, content)
            if city is not None and not request.again:
                below, content = asking.ledger_file(request)
                pipeline.write(city / below, content, settled=True)
    except OSError as error:
        place.stop(f"tidak dapat menulis ke {error.filename or folder}: {reason(error)}.")


def _summary(made: "Sequence[Request]", due: str) -> None:
    """Print what is asked of whom: the office, how many things of each kind, what it is worth."""
    from datetime import date

    from scmaster.indonesian import day
    from scmaster.passages.requests import worth

    shown = {key: title for key, title in _KINDS.items() if any(r.asked.get(key) for r in made)}
    rows = [
        [
            _called(request),
            *(str(request.asked.get(key) or "–") for key in shown),
            worth(request.owed) or "–",
        ]
        for request in sorted(made, key=lambda request: -_worth(request))
    ]
    title = f"Yang diminta dari {len(made)} penerima"
    look.table(look.console(), title, ["Perangkat daerah", *shown.values(), "Simulasi"], rows)
    if due:
        typer.echo(f"Tenggat: {day(date.fromisoformat(due))}.")
    strangers = [r for r in made if r.owed.opd is None]
    if strangers:
        typer.echo(
            "* Belum ada dalam daftar perangkat daerah kota; formulirnya menanyakan siapa\n"
            "  yang memegangnya."
        )


def _called(request: "Request") -> str:
    opd = request.owed.opd
    return (opd.short_name or opd.name) if opd else f"{request.name} *"


def _worth(request: "Request") -> float:
    return float(sum(step.worth for _, step in request.owed.questions if step))


def _noted(made: "Sequence[Request]") -> None:
    """Say what was put into the ledger, and what stood there already."""
    new = sum(1 for request in made if not request.again)
    again = len(made) - new
    said = [f"{new} permintaan dicatat"] if new else []
    said += [f"{again} sudah tercatat hari ini"] if again else []
    typer.echo(f"{'; '.join(said).capitalize()} di folder requests/ kota.")
