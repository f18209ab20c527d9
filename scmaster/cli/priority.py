"""`scmaster priority`: which programmes come first, by the declared scale."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scmaster.cli import look, place
from scmaster.cli.score import ScoreFormat, ScoreFormatOption

if TYPE_CHECKING:
    from fractions import Fraction

    from scmaster.assess.case import Case
    from scmaster.assess.priority import Ranked, Ranking

ProgrammeOption = Annotated[
    str | None,
    typer.Option("--programme", metavar="ID", help="Hanya program ini, dengan alasannya."),
]

_DIGITS = 6
"""Decimals of the figures for programs."""
_FIGURES = 19
"""How wide the two columns of figures are."""


def priority(
    city: place.CityArgument,
    submission: place.SubmissionOption = None,
    programme: ProgrammeOption = None,
    form: ScoreFormatOption = ScoreFormat.TEXT,
) -> None:
    """Urutkan program menurut skala prioritas yang dinyatakan."""
    from difflib import get_close_matches

    from scmaster.assess.priority import ranking
    from scmaster.passages.priority import NONE

    case = place.case_of(city, submission=submission)
    made = ranking(case)
    if made is None:
        place.stop(f"{NONE[0].lower()}{NONE[1:]} Lihat bagian 'priorities' di pillars/.")
    rows = made.rows
    if programme is not None:
        rows = tuple(one for one in rows if one.programme.id == programme)
        if not rows:
            known = [one.programme.id for one in made.rows]
            close = get_close_matches(programme, known, n=1)
            hint = f" Maksudnya '{close[0]}'?" if close else ""
            place.stop(f"program '{programme}' tidak ada dalam urutan.{hint}")
    if form is ScoreFormat.JSON:
        typer.echo(json.dumps(_plain(case, made, rows), ensure_ascii=False, indent=2))
    else:
        _show(case, made, rows, alone=programme is not None)
    if case.errors:
        typer.echo(f"Berkas kota '{city}' memuat galat: scmaster check {city}.", err=True)
        raise typer.Exit(1)


def _show(case: "Case", made: "Ranking", rows: "tuple[Ranked, ...]", *, alone: bool) -> None:
    from scmaster.indonesian import number
    from scmaster.passages import priority as words

    name = case.dossier.city.name if case.dossier.city else ""
    title = (case.submission.title or case.submission.id) if case.submission else ""
    _write(" · ".join(part for part in (f"Prioritas program {name}", title) if part))
    weights = [f"{c.name} {number(c.weight)}" for c in made.scale.criteria]
    _write(f"Bobot: {', '.join(weights)}.")
    typer.echo()
    if not alone:
        _columns("Program", "Nilai", "Keyakinan")
    for one in rows:
        _columns(f"{one.rank:>3}. {one.programme.name}", words.value(one), words.sure(one.known))
        if alone:
            _why(case, made, one)
        else:
            _write(" · ".join(words.pairs(made, one)), "     ", "       ")
    typer.echo()
    _write(words.explained(made))
    _write(" ".join(part for part in (words.uncertain(made), words.stopped(made)) if part))
    _write(f"Arti kriteria: scmaster explain {made.scale.criteria[0].id}.")
    if not alone and rows:
        _write(f"Alasan satu program: tambahkan --programme {rows[0].programme.id}.")


def _columns(left: str, value: str, sure: str) -> None:
    """Write a programme's line: what does not fit of its name goes on below."""
    from textwrap import wrap

    room = look.width() - _FIGURES
    first, *more = wrap(left, room, subsequent_indent="     ", drop_whitespace=True) or [""]
    lead = left[: len(left) - len(left.lstrip())]
    typer.echo(f"{lead}{first.lstrip():<{room - len(lead)}}{value:>8}{sure:>11}")
    for line in more:
        typer.echo(line)


def _why(case: "Case", made: "Ranking", one: "Ranked") -> None:
    from scmaster.passages import priority as words

    _write(f"Pemilik: {words.owner_words(case, one.programme)}", "     ", "       ")
    for pair, part in zip(words.pairs(made, one), one.parts, strict=True):
        _write(f"{pair}: {words.because(part)}", "     ", "       ")


def _write(text: str, first: str = "", others: str = "") -> None:
    from textwrap import wrap

    for line in wrap(text, look.width(), initial_indent=first, subsequent_indent=others):
        typer.echo(line)


def _plain(case: "Case", made: "Ranking", rows: "tuple[Ranked, ...]") -> dict[str, Any]:
    criteria = made.scale.criteria
    return {
        "version": 1,
        "submission": case.submission.id if case.submission else None,
        "scale": {
            "id": made.scale.id,
            "name": made.scale.name,
            "basis": made.scale.basis,
            "criteria": [
                {"id": c.id, "name": c.name, "weight": str(c.weight), "direction": c.direction}
                for c in criteria
            ],
        },
        "programmes": [
            {
                "rank": one.rank,
                "id": one.programme.id,
                "name": one.programme.name,
                "owner": one.programme.owner,
                "low": _decimal(one.low),
                "high": _decimal(one.high),
                "known": _decimal(one.known),
                "parts": {
                    criterion.id: {
                        "value": None if part.value is None else _decimal(part.value),
                        "known": _decimal(part.known),
                        "reasons": list(part.reasons),
                    }
                    for criterion, part in zip(criteria, one.parts, strict=True)
                },
            }
            for one in rows
        ],
        "not_ranked": [programme.id for programme in made.stopped],
    }


def _decimal(amount: "Fraction") -> str:
    """Write a fraction exactly enough: a decimal point, no trailing noughts."""
    from decimal import Decimal

    exact = round(Decimal(amount.numerator) / amount.denominator, _DIGITS)
    return format(exact.normalize(), "f")
