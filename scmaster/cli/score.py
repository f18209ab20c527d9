"""`scmaster score`: what the answers would earn, beside what the assessors gave."""

import json
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.assess.ledger import Ledger, Line

InstrumentOption = Annotated[
    str | None,
    typer.Option("--instrument", metavar="ID", help="Id instrumen; bawaannya milik pengajuan."),
]
WhatIf = Annotated[
    list[str] | None,
    typer.Option(
        "--what-if", metavar="ID=NILAI", help="Andaikan nilai soal atau dimensi; boleh diulang."
    ),
]


MARK = {"official": "", "reported": "*", "derived": "*"}
"""What is set beside a result that no letter of the ministry gives."""


class ScoreFormat(StrEnum):
    """Who reads the scores."""

    TEXT = "text"
    JSON = "json"


ScoreFormatOption = Annotated[ScoreFormat, typer.Option("--format", help="Bentuk laporan.")]


def score(
    city: place.CityArgument,
    submission: place.SubmissionOption = None,
    instrument: InstrumentOption = None,
    what_if: WhatIf = None,
    form: ScoreFormatOption = ScoreFormat.TEXT,
) -> None:
    """Simulasikan nilai dari jawaban kota, di samping hasil resmi."""
    from scmaster.assess.ledger import ledger

    case = place.case_of(city, submission=submission, instrument=instrument)
    try:
        made = ledger(case, _changes(what_if or []))
    except KeyError as error:
        place.stop(f"tidak ada soal atau dimensi {error} di instrumen ini.")
    if made is None:
        place.stop("pengajuan ini belum menunjuk instrumen yang dikenal.")
    if form is ScoreFormat.JSON:
        typer.echo(json.dumps(_plain(case, made), ensure_ascii=False, indent=2))
    else:
        _show(case, made)


def _changes(pairs: list[str]) -> dict[str, Decimal]:
    made = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        try:
            made[name.strip()] = Decimal(value.strip().replace(",", "."))
        except InvalidOperation:
            place.stop(f"'{pair}' bukan ID=NILAI, misalnya OUT.06=3.")
        if not made[name.strip()].is_finite():
            place.stop(f"'{pair}' bukan ID=NILAI, misalnya OUT.06=3.")
    return made


def _show(case: "Case", made: "Ledger") -> None:
    from scmaster.indonesian import number
    from scmaster.passages.recommendations import cycle_name

    console = look.console()
    name = case.dossier.city.name if case.dossier.city else ""
    title = (case.submission.title or case.submission.id) if case.submission else ""
    console.print(f"[bold]Simulasi nilai {name}[/] · {title}")
    console.print("Simulasi: nilai resmi diberikan oleh asesor.", style="italic")
    if case.instrument is not None:
        console.print(f"Instrumen: {case.instrument.name}", style="dim")
    supposed = made.final.what_if is not None
    headings = ["Bobot", "Diklaim", "Terbukti", *(["Andaian"] if supposed else [])]
    scored = [g for g in made.results if g.result.scores or g.result.final is not None]
    headings += [cycle_name(g.submission) + MARK[g.result.status] for g in scored]
    rows = [
        _cells(line, [g.result.id for g in scored], supposed=supposed)
        for line in [*made.dimensions, made.final]
    ]
    look.table(console, "Menurut dimensi", ["Dimensi", *headings], rows)
    headings = ["Diklaim", "Terbukti", *(["Andaian"] if supposed else [])]
    rows = [_cells(line, [], supposed=supposed, weight=False) for line in made.pillars]
    look.table(console, "Menurut pilar (rata-rata soal)", ["Pilar", *headings], rows)
    if any(MARK[g.result.status] for g in scored):
        console.print("* Menurut sumber lain atau hasil hitungan, bukan surat kementerian.")
    for given in made.results:
        improvement = given.result.improvement
        if improvement is not None:
            sign = "−" if improvement < 0 else "+"
            cycle = cycle_name(given.submission)
            console.print(f"Peningkatan {cycle}: {sign}{number(abs(improvement), 2)}")
    console.print(
        "Bobot dan pertanyaan berubah antartahun, jadi peningkatan bukan ukuran yang setara.",
        style="dim",
    )
    for line in _remarks(case, made):
        console.print(line, markup=False)
    console.print(f"Belum dijawab: {len(made.unanswered)} soal.")
    console.print(f"Dijawab tanpa eviden utama: {len(made.unproven)} soal.")


def _remarks(case: "Case", made: "Ledger") -> list[str]:
    """Say which grade the scores would have, and why there may be no score at all."""
    from scmaster.assess.scoring import band

    if case.instrument is None or made.final.provable is None or made.final.claimed is None:
        return ["Pertanyaan instrumen ini tidak diketahui, jadi nilainya tidak disimulasikan."]
    claimed, provable = (
        band(case.instrument, total) for total in (made.final.claimed, made.final.provable)
    )
    if claimed is None or provable is None:
        return []
    return [f"Predikat (simulasi): {claimed.name} diklaim, {provable.name} terbukti."]


def _cells(line: "Line", results: list[str], *, supposed: bool, weight: bool = True) -> list[str]:
    from scmaster.indonesian import number

    def shown(value: Decimal | None) -> str:
        return "–" if value is None else number(value, 2)

    cells = [line.name]
    if weight:
        cells.append("" if line.weight is None else f"{number(line.weight)}%")
    cells += [shown(line.claimed), shown(line.provable)]
    cells += [shown(line.what_if)] if supposed else []
    return cells + [shown(line.official.get(result)) for result in results]


def _plain(case: "Case", made: "Ledger") -> dict[str, Any]:
    def plain(line: "Line") -> dict[str, Any]:
        exact = {
            key: None if (value := getattr(line, key)) is None else str(value)
            for key in ("weight", "claimed", "provable", "what_if")
        }
        official = {result: str(value) for result, value in line.official.items()}
        return {"id": line.id, "name": line.name} | exact | {"official": official}

    return {
        "version": 1,
        "simulation": True,
        "submission": case.submission.id if case.submission else None,
        "instrument": case.instrument.id if case.instrument else None,
        "dimensions": [plain(line) for line in made.dimensions],
        "pillars": [plain(line) for line in made.pillars],
        "final": plain(made.final),
        "unanswered": made.unanswered,
        "unproven": made.unproven,
    }
