"""`scmaster compare`: cities side by side, by dimension and year."""

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scmaster.cli import look, place
from scmaster.cli.score import ScoreFormat, ScoreFormatOption

if TYPE_CHECKING:
    from rich.console import Console

    from scmaster.assess.cohort import Official
    from scmaster.assess.comparison import Cell, Comparison, Row, Simulated, Year

Cities = Annotated[
    list[str],
    typer.Argument(metavar="KOTA", help="Nama folder di bawah cities/; satu atau lebih."),
]
YearOption = Annotated[
    int | None, typer.Option("--year", metavar="TAHUN", help="Hanya evaluasi tahun ini.")
]

LABELS, COLUMN = 24, 18
"""How wide the first column of a table is, and how wide a city's."""
_UNKNOWN = "tidak diketahui"


def compare(
    cities: Cities,
    year: YearOption = None,
    form: ScoreFormatOption = ScoreFormat.TEXT,
) -> None:
    """Sandingkan nilai beberapa kota menurut dimensi dan tahun."""
    from scmaster.assess import comparison

    slugs = list({place.find(city).folder.resolve(): city for city in cities}.values())
    cases = [place.case_of(city) for city in slugs]
    known = sorted(comparison.years_of(cases))
    if year is not None and year not in known:
        years = ", ".join(map(str, known)) or "belum ada"
        place.stop(f"tidak ada evaluasi tahun {year} pada kota-kota itu. Yang ada: {years}.")
    made = comparison.compare(cases, year)
    names = [
        c.dossier.city.name if c.dossier.city else s for c, s in zip(cases, slugs, strict=True)
    ]
    if form is ScoreFormat.JSON:
        typer.echo(json.dumps(_plain(made, slugs, names), ensure_ascii=False, indent=2))
    else:
        _show(made, names)
    failed = [slug for case, slug in zip(cases, slugs, strict=True) if case.errors]
    for slug in failed:
        typer.echo(f"Berkas kota '{slug}' memuat galat: scmaster check {slug}.", err=True)
    if failed:
        raise typer.Exit(1)


def _show(made: "Comparison", names: list[str]) -> None:
    console = look.console()
    several = max(1, (look.width() - LABELS) // COLUMN)
    console.print(f"Perbandingan {', '.join(names)}", style="bold", markup=False)
    for year in made.years:
        for first in range(0, len(names), several):
            part = slice(first, first + several)
            _year(console, year, names, part)
        for line in _about(year, names):
            console.print(line, markup=False)
    if made.silent:
        years = ", ".join(_cycle(year, family) for year, family in made.silent)
        console.print(f"\nSiklus tanpa nilai yang diketahui: {years}.")
    if any(made.simulated):
        for first in range(0, len(names), several):
            _simulations(console, made, names, slice(first, first + several))
    for line in _legend(made):
        console.print(line, style="dim", markup=False)


def _cycle(year: int, family: str) -> str:
    """Name a cycle: by its year alone, unless it is SPBE's or Pemdi's."""
    return f"{year} ({family.upper()})" if family in {"spbe", "pemdi"} else str(year)


def _year(console: "Console", year: "Year", names: list[str], part: slice) -> None:
    officials = year.officials[part]
    rows = [[row.name, *map(_cell, row.cells[part])] for row in [*year.dimensions, year.final]]
    for label, words in (
        ("Peningkatan", _improvement),
        ("Peringkat yang disebut", _rank),
        ("Sifat nilai", _kind),
    ):
        if any(words(official) for official in officials if official):
            rows.append([label, *((words(o) if o else "") or _UNKNOWN for o in officials)])
    look.table(console, f"Hasil {year.year}{_family(year)}", ["Dimensi", *names[part]], rows)


def _cell(cell: "Cell") -> str:
    from scmaster.indonesian import number

    if cell.score is None:
        return _UNKNOWN if cell.asked else "–"
    place_among = f" ({cell.rank.place}/{cell.rank.known})" if cell.rank else ""
    return number(cell.score, 2) + place_among


def _improvement(official: "Official") -> str:
    from scmaster.indonesian import number

    gain = official.improvement
    if gain is None:
        return ""
    sign = "−" if gain < 0 else "+" if gain else ""
    return f"{sign}{number(abs(gain), 2)}"


def _rank(official: "Official") -> str:
    if official.rank is None:
        return ""
    return f"{official.rank} dari {official.rank_of}" if official.rank_of else str(official.rank)


def _kind(official: "Official") -> str:
    from scmaster.model import labels

    scored = bool(official.scores) or official.final is not None
    return labels.RESULT_STATUS[official.status] if scored else ""


def _family(year: "Year") -> str:
    """Name the instrument in the title where it is not the ministry's own."""
    if year.family == "komdigi":
        return ""
    known = [o.instrument for o in year.officials if o and o.instrument]
    return f" · {known[0].short_name or known[0].name}" if known else ""


def _about(year: "Year", names: list[str]) -> list[str]:
    """Say by which instrument each city was judged, and where it stands among the known."""
    from scmaster.indonesian import number

    lines = []
    for name, official, cell in zip(names, year.officials, year.final.cells, strict=True):
        if official is None:
            continue
        instrument = official.instrument
        judged = (instrument.short_name or instrument.name) if instrument else _UNKNOWN
        line = f"{name}: instrumen {judged}"
        if cell.rank:
            low, high = number(cell.rank.lowest, 2), number(cell.rank.highest, 2)
            line += f"; peringkat {cell.rank.place} dari {cell.rank.known} yang diketahui"
            line += f" (nilai akhir {low} sampai {high})"
        lines.append(f"{line}.")
    return lines


def _simulations(console: "Console", made: "Comparison", names: list[str], part: slice) -> None:
    from scmaster.passages.recommendations import cycle_name

    simulated = made.simulated[part]
    rows = [[group.name, *(_pair(each, group.id) for each in simulated)] for group in made.groups]
    rows.append(["Nilai akhir", *(_pair(s, s.instrument.id if s else "") for s in simulated)])
    title = "Simulasi pengajuan sekarang: diklaim / terbukti"
    look.table(console, title, ["Dimensi", *names[part]], rows)
    for name, each in zip(names[part], simulated, strict=True):
        line = f"{name}: tidak ada pengajuan untuk disimulasikan."
        if each is not None:
            judged = each.instrument.short_name or each.instrument.name
            line = f"{name}: evaluasi {cycle_name(each.submission)}, instrumen {judged}."
        console.print(line, markup=False)


def _pair(each: "Simulated | None", node: str) -> str:
    from scmaster.indonesian import number

    if each is None:
        return "–"
    said, now = each.claimed.get(node), each.provable.get(node)
    if said is None or now is None:
        return "–" if _lacks(each, node) else _UNKNOWN
    return f"{number(said, 2)} / {number(now, 2)}"


def _lacks(each: "Simulated", node: str) -> bool:
    return all(node != group.id for group in each.instrument.groups) and node != each.instrument.id


def _legend(made: "Comparison") -> list[str]:
    cells = [c for y in made.years for row in [*y.dimensions, y.final] for c in row.cells]
    officials = [o for year in made.years for o in year.officials if o]
    said = []
    if any(cell.rank for cell in cells):
        said.append(
            "Dalam kurung: peringkat di antara daerah yang nilainya diketahui pada instrumen dan"
            " tahun yang sama, bukan peringkat nasional."
        )
    if any(not cell.asked for cell in cells):
        said.append("–: dimensi itu tidak ada di instrumen kota tersebut.")
    if any(o.improvement is not None for o in officials):
        said.append(
            "Bobot dan pertanyaan berubah antartahun, jadi peningkatan bukan ukuran yang setara."
        )
    if any(made.simulated):
        said.append("Simulasi: nilai resmi diberikan oleh asesor.")
    return ["", *said] if said else []


# -- for programs -----------------------------------------------------------------------------


def _plain(made: "Comparison", slugs: list[str], names: list[str]) -> dict[str, Any]:
    return {
        "version": 1,
        "cities": [{"id": s, "name": n} for s, n in zip(slugs, names, strict=True)],
        "years": [_plain_year(year, slugs) for year in made.years],
        "cycles_without_figures": [{"year": y, "family": f} for y, f in made.silent],
        "simulated": {
            slug: _plain_simulation(each) if each else None
            for slug, each in zip(slugs, made.simulated, strict=True)
        },
    }


def _plain_year(year: "Year", slugs: list[str]) -> dict[str, Any]:
    return {
        "year": year.year,
        "family": year.family,
        "cities": {
            slug: _plain_official(official) if official else None
            for slug, official in zip(slugs, year.officials, strict=True)
        },
        "dimensions": [_plain_row(row, slugs) for row in year.dimensions],
        "final": _plain_row(year.final, slugs),
    }


def _plain_official(official: "Official") -> dict[str, Any]:
    return {
        "submission": official.submission.id if official.submission else None,
        "instrument": official.instrument.id if official.instrument else None,
        "status": official.status,
        "improvement": _text(official.improvement),
        "rank": official.rank,
        "rank_of": official.rank_of,
    }


def _plain_row(row: "Row", slugs: list[str]) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "cities": {
            slug: {
                "score": _text(cell.score),
                "asked": cell.asked,
                "rank_among_known": cell.rank.place if cell.rank else None,
                "known": cell.rank.known if cell.rank else None,
            }
            for slug, cell in zip(slugs, row.cells, strict=True)
        },
    }


def _plain_simulation(each: "Simulated") -> dict[str, Any]:
    nodes = [group.id for group in each.instrument.groups]
    return {
        "submission": each.submission.id,
        "instrument": each.instrument.id,
        "dimensions": {
            node: {
                "claimed": _text(each.claimed.get(node)),
                "provable": _text(each.provable.get(node)),
            }
            for node in nodes
        },
        "final": {
            "claimed": _text(each.claimed.get(each.instrument.id)),
            "provable": _text(each.provable.get(each.instrument.id)),
        },
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
