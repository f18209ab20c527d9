"""A joint commitment: what was promised, and which offices of that day have signed."""

from collections.abc import Iterable
from pathlib import PurePath

from scmaster.assess.case import Case
from scmaster.assess.offices import expected, of_today
from scmaster.assess.signing import signing
from scmaster.indonesian import listing
from scmaster.model.city import Opd, Source
from scmaster.model.evidence import Evidence
from scmaster.model.governance import Commitment
from scmaster.model.wording import date_words
from scmaster.passages.cells import Cell, Line, Link, Missing, Row
from scmaster.passages.evidence import title

_ORDER = ("sekretariat", "inspektorat", "dinas", "badan", "bagian", "kecamatan", "kelurahan")


def latest(case: Case) -> Commitment | None:
    """Return the newest commitment on record."""
    every = case.dossier.of(Commitment).values()
    return max(every, key=lambda made: (str(made.date), made.id), default=None)


def sentence(case: Case, made: Commitment) -> str:
    """Say where and when it was signed, how many have, and who was not there yet."""
    later = signing(case, made).later
    newer = f" Perangkat daerah yang belum ada pada waktu itu: {_names(later)}." if later else ""
    return _signed(case, made) + newer


def _signed(case: Case, made: Commitment) -> str:
    where = f" di {made.place}" if made.place else ""
    told = f"Komitmen ini bertanggal {date_words(made.date)}{where}."
    if made.witnessed_by:
        told += f" Penandatanganannya disaksikan oleh {made.witnessed_by}."
    every = _offices(case, made)
    signed = {signatory.opd for signatory in made.signatories if signatory.signed}
    done = sum(1 for opd in every if opd.id in signed)
    whole = f"{len(every)} perangkat daerah yang tercatat ada pada waktu itu"
    if made.signed_by_all and not made.signatories:
        return (
            f"{told} Sumber menyatakan semua perangkat daerah menandatangani, tanpa merinci siapa;"
            f" di bawah ini {whole}."
        )
    told += f" Dari {whole}, {done} tercatat sudah menandatangani"
    if made.signed_by_all:
        return f"{told}. Sumber menyatakan semua perangkat daerah menandatangani."
    return f"{told} dan {len(every) - done} belum." if done < len(every) else f"{told}."


def undertakings(made: Commitment) -> list[Line]:
    """Return what was promised, point by point, or that it is not on record."""
    return [*made.undertakings] or [Missing("butir komitmen belum dicatat")]


def document(case: Case, made: Commitment) -> Cell:
    """Return the signed paper, or that there is none, and where it was read."""
    evidence = case.dossier.get(Evidence, made.evidence)
    lines: list[Line] = []
    if evidence is None:
        lines.append(Missing("naskah bertanda tangan belum ada di data kota"))
    else:
        shown = title(evidence)
        lines += shown if isinstance(shown, list) else [shown]
    for identity in made.sources:
        if source := case.dossier.get(Source, identity):
            lines.append(Link(source.title, source.url) if source.url else source.title)
    return lines


def standing(case: Case, made: Commitment) -> str:
    """Say in one line how many have signed, and who has not."""
    stands = signing(case, made)
    told = f"{made.title} ({date_words(made.date)}): "
    if stands.by_all and not made.signatories:
        told += "semua perangkat daerah menandatangani menurut sumber, tanpa rincian"
    else:
        told += f"{len(stands.signed)} dari {stands.every} perangkat daerah menandatangani"
    if stands.unsigned:
        told += f"; belum: {_names(stands.unsigned)}"
    if stands.unlisted:
        told += f"; tidak tercatat: {_names(stands.unlisted)}"
    return ". ".join(filter(None, [told, *moved(case, made)])) + "."


def moved(case: Case, made: Commitment) -> list[str]:
    """Say, a sentence each without its stop, which offices have come and gone since then."""
    stands = signing(case, made)
    lines = []
    if stands.replaced:
        pairs = [f"{_short(before)} kini {_short(now)}" for before, now in stands.replaced]
        lines.append(f"Berganti sesudahnya: {listing(pairs)}")
    if stands.gone:
        names = _names(stands.gone)
        lines.append(f"Sudah tidak ada, dan penerusnya belum dicatat: {names}")
    if stands.later:
        lines.append(f"Belum ada pada waktu itu: {_names(stands.later)}")
    return lines


def _names(offices: Iterable[Opd]) -> str:
    return listing([_short(opd) for opd in offices])


def _short(opd: Opd) -> str:
    return opd.short_name or opd.name


def place(made: Commitment) -> str:
    """Say where it is written; an annex that lists claims would not leave it on one page."""
    where = made.span()
    return f"Tertulis di {PurePath(where.file).name} baris {where.line}."


def signatories(case: Case, made: Commitment) -> list[Row]:
    """Return number, office and whether it has signed, two offices a row.

    Who has not signs there, beside the word that says so.
    """
    signed = {signatory.opd: signatory.signed for signatory in made.signatories}
    every: list[Row] = [
        (str(number), _named(case, opd), _signature(made, signed.get(opd.id)))
        for number, opd in enumerate(_offices(case, made), start=1)
    ]
    half = (len(every) + 1) // 2
    right = [*every[half:], ("", "", "")][:half]
    return [(*one, *other) for one, other in zip(every[:half], right, strict=True)]


def _offices(case: Case, made: Commitment) -> list[Opd]:
    """Return who was to sign, and who is listed besides, in the order of an official list."""
    known = case.dossier.of(Opd)
    listed = [known[s.opd] for s in made.signatories if s.opd in known]
    every = {opd.id: opd for opd in [*expected(case.dossier, made.date), *listed]}

    def rank(opd: Opd) -> tuple[int, str, str]:
        return (_ORDER.index(opd.kind) if opd.kind in _ORDER else len(_ORDER), opd.name, opd.id)

    return sorted(every.values(), key=rank)


def _named(case: Case, opd: Opd) -> Cell:
    """Name an office as it was called then, and who stands for it now."""
    now = of_today(case.dossier, opd, case.on)
    if now.id != opd.id:
        return [opd.name, f"(kini {now.short_name or now.name})"]
    if opd.valid_to is not None and opd.valid_to.last < case.on:
        return [opd.name, Missing("sudah tidak ada; penerusnya belum dicatat")]
    return opd.name


def _signature(made: Commitment, signed: bool | None) -> Cell:  # noqa: FBT001  (yes, no or unsaid)
    if signed:
        return "sudah"
    if signed is None and made.signed_by_all:
        return "sudah menurut sumber"
    return Missing("belum" if signed is False else "tidak tercatat")
