"""`scmaster review`: an office has looked at claims, and says so."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.model.evidence import Claim

Claims = Annotated[list[str], typer.Argument(metavar="KLAIM", help="Id klaim yang ditinjau.")]
By = Annotated[str, typer.Option("--by", metavar="ID", help="Id perangkat daerah yang meninjau.")]
Letter = Annotated[
    str, typer.Option("--letter", metavar="ID", help="Id eviden surat hasil tinjauannya.")
]
Day = Annotated[
    str, typer.Option("--date", metavar="TANGGAL", help="Tanggal tinjauan; bawaannya hari ini.")
]


def review(
    city: place.CityArgument, claims: Claims, by: By, letter: Letter = "", date: Day = ""
) -> None:
    """Catat bahwa sebuah perangkat daerah telah meninjau klaim, di evidence.reviews.

    Yang dicatat juga sidik klaim, eviden dengan berkasnya, dan jawaban yang didukungnya. Bila
    salah satunya berubah, klaim itu perlu dilihat lagi.
    """
    from scmaster import pipeline
    from scmaster.assess.vetting import Review, fingerprint
    from scmaster.evidence import reviewfile
    from scmaster.model.city import Opd
    from scmaster.model.evidence import Claim, Evidence

    where, case = _opened(city)
    known = case.dossier.of(Claim)
    _known("klaim", claims, known)
    _known("perangkat daerah", [by], case.dossier.of(Opd))
    _known("eviden", [letter] if letter else [], case.dossier.of(Evidence))
    day = _day(date)
    wanted = {name: known[name] for name in claims}
    _as_locked(where, case, wanted.values())
    made = dict(case.reviews)
    for name, claim in wanted.items():
        seen = fingerprint(case.dossier, case.originals, claim)
        made[name] = Review(name, by, day, seen, letter)
    path = where.folder / reviewfile.NAME
    pipeline.write(path, reviewfile.text(made).encode(), settled=True)
    for name in wanted:
        typer.echo(f"ditinjau {by}, {day}: {name}")
    typer.echo(f"{len(made)} tinjauan tercatat di {path}.")


def _opened(city: str) -> tuple[place.Place, "Case"]:
    """Return a city whose every record could be read: a review is worth what was seen."""
    from scmaster.diagnostics import Severity
    from scmaster.evidence import reviewfile

    case = place.case_of(city)
    generated = "SCM8"
    errors = [
        d
        for d in case.told
        if d.severity is Severity.ERROR and (d.code < generated or d.code in reviewfile.CODES)
    ]
    if errors:  # a line of another review that cannot be read would be lost
        look.say(errors, look.Format.TEXT)
        raise typer.Exit(1)
    return place.find(city), case


def _known(what: str, names: Iterable[str], known: Iterable[str]) -> None:
    """Stop over the first name that nothing has."""
    from difflib import get_close_matches

    every = list(known)
    for name in names:
        if name not in every:
            close = get_close_matches(name, every, n=1)
            hint = f" Maksudnya '{close[0]}'?" if close else ""
            place.stop(f"{what} '{name}' tidak ada.{hint}")


def _day(written: str) -> str:
    """Return the day of the review; stop over what is none, or has not come yet."""
    from datetime import date

    if not written:
        return look.today().isoformat()
    try:
        day = date.fromisoformat(written)
    except ValueError:
        place.stop(f"tanggal '{written}' tidak sah; tulis tahun-bulan-hari, misalnya 2024-11-06.")
    if day > look.today():
        place.stop(f"tanggal tinjauan {day} belum tiba.")
    return day.isoformat()


def _as_locked(where: place.Place, case: "Case", claims: "Iterable[Claim]") -> None:
    """Stop where a file is not as it was locked: nobody knows then what the office has seen."""
    from scmaster.evidence import holdings, survey
    from scmaster.evidence.digests import Digests

    store, _ = holdings.store_of(where.folder, where.workspace)
    names = survey.named_files(case.dossier)
    digests = Digests(store)
    for claim in claims:
        if claim.evidence not in names:
            continue
        locked = case.originals.locked.get(claim.evidence)
        now = digests.of(names[claim.evidence]) if store.here else None
        wrong = ""
        if locked is None:
            wrong = "belum dikunci"
        elif store.here and now is None:
            wrong = "tidak ada di folder eviden"
        elif now is not None and now.sha256 != locked.sha256:
            wrong = "berubah sejak dikunci"
        if wrong:
            place.stop(
                f"berkas {claim.evidence} {wrong}, sehingga {claim.id} belum dapat ditinjau;"
                f" jalankan dahulu: scmaster evidence lock {where.slug}"
            )
