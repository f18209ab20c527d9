"""`scmaster evidence add`: a file goes into the store, and its record into the city's YAML."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from scmaster.cli import look, place

if TYPE_CHECKING:
    from scmaster.assess.case import Case
    from scmaster.diagnostics import Diagnostic
    from scmaster.evidence.digests import Digests
    from scmaster.evidence.intake import Copy
    from scmaster.evidence.reading import Reading
    from scmaster.evidence.store import Store
    from scmaster.evidence.workshop import Workshop
    from scmaster.exchange.filing import Wish

Files = Annotated[list[Path], typer.Argument(metavar="BERKAS", help="Berkas yang ditambahkan.")]
Opd = Annotated[str, typer.Option("--opd", metavar="ID", help="Perangkat daerah penerbit.")]
Kind = Annotated[str, typer.Option("--kind", metavar="JENIS", help="Jenis: notulen, sk, laporan.")]
Title = Annotated[
    str, typer.Option("--title", metavar="TEKS", help="Judul; tanpa ini, nama berkasnya.")
]
Date = Annotated[str, typer.Option("--date", metavar="TANGGAL", help="Tanggal: 2024-11-06.")]
Number = Annotated[str, typer.Option("--number", metavar="TEKS", help="Nomor dokumen.")]
Supports = Annotated[
    list[str] | None,
    typer.Option("--supports", metavar="ID", help="Id yang didukung; boleh berulang."),
]
Role = Annotated[
    str,
    typer.Option("--role", metavar="PERAN", help="Peran klaimnya: primary atau supporting."),
]
Classification = Annotated[
    str, typer.Option("--classification", metavar="KELAS", help="biasa, terbatas, rahasia.")
]
Record = Annotated[
    str,
    typer.Option("--record", metavar="ID", help="Id eviden tercatat yang berkasnya belum ada."),
]
Yes = Annotated[
    bool,
    typer.Option("--yes", help="Jangan bertanya; pakai hanya yang disebut di perintah."),
]


class Asked(NamedTuple):
    """What the command line says."""

    wish: "Wish"
    supports: list[str]
    role: str
    yes: bool


def add(  # noqa: PLR0913, PLR0917  (an option each)
    city: place.CityArgument,
    files: Files,
    opd: Opd = "",
    kind: Kind = "",
    title: Title = "",
    date: Date = "",
    number: Number = "",
    supports: Supports = None,
    role: Role = "supporting",
    classification: Classification = "",
    record: Record = "",
    submission: place.SubmissionOption = None,
    yes: Yes = False,
) -> None:
    """Simpan salinan berkas di folder eviden, dan tulis catatannya di YAML kota.

    Dengan --record berkas itu menjadi milik eviden yang sudah tercatat, misalnya yang dibuat
    scmaster collect; tidak ada catatan baru.

    Nomor, tanggal, dan banyaknya halaman yang terbaca di dalam berkas hanya saran: di terminal
    ditanyakan satu per satu, dan tidak dipakai tanpa jawaban 'y'. Dengan --yes tidak ada saran
    yang dipakai.
    """
    from scmaster.cli.evidence import remember
    from scmaster.evidence.workshop import Workshop
    from scmaster.exchange.filing import Wish

    asked = Asked(
        Wish(title, kind, opd, number, date, "", classification), supports or [], role, yes
    )
    if len(files) > 1 and (title or number or record):
        place.stop("--title, --number, dan --record hanya untuk satu berkas.")
    if record and (title or number or kind or date or opd or classification or supports):
        place.stop("dengan --record, keterangan lain diambil dari catatan yang sudah ada.")
    if not yes and not asks():
        place.stop("tidak ada terminal untuk bertanya; tambahkan --yes.")
    digests: Digests | None = None
    with Workshop() as workshop:
        for file in files:
            # read anew: the file before this one is in the city's records by now
            where, case, digests = _opened(city, submission)
            if record:
                _attached(where, case, digests, file, record)
            else:
                _judge(case, asked)
                _one(where, case, digests, workshop, file, asked)
    if digests is not None:
        remember(digests)
        _exposed(digests.store)
    typer.echo(f"Kunci sidiknya dengan: scmaster evidence lock {city}")


def asks() -> bool:
    """Tell whether there is somebody who can be asked."""
    import sys

    return sys.stdin.isatty() and sys.stdout.isatty()


def _opened(city: str, submission: str | None) -> tuple[place.Place, "Case", "Digests"]:
    """Return a city whose every record could be read, and its store, which is made if need be."""
    from scmaster.diagnostics import Severity
    from scmaster.evidence import holdings
    from scmaster.evidence.digests import Digests
    from scmaster.source.files import EVIDENCE

    where = place.find(city)
    case = place.case_of(city, submission=submission)
    store, found = holdings.store_of(where.folder, where.workspace)
    generated = "SCM8"  # a generated file that is broken is no reason not to file a document
    errors = [d for d in case.told if d.severity is Severity.ERROR and d.code < generated]
    if errors or found:
        look.say(errors or found, look.Format.TEXT)
        raise typer.Exit(1)
    if not store.here:
        if store.folder != where.folder / EVIDENCE:  # perhaps a disk that is not there today
            place.stop(f"folder eviden {store.folder} tidak ada di komputer ini.")
        store.folder.mkdir()
    return where, case, Digests(store)


def _judge(case: "Case", asked: Asked) -> None:
    """Stop over what the command line says and nobody knows, before anything is copied."""
    from difflib import get_close_matches

    from scmaster.exchange import filing
    from scmaster.model.city import Opd as Office

    wish = asked.wish
    offices = case.dossier.of(Office)
    if wish.opd and wish.opd not in offices:
        close = get_close_matches(wish.opd, offices, n=1)
        hint = f" Maksudnya '{close[0]}'?" if close else ""
        place.stop(f"perangkat daerah '{wish.opd}' tidak ada.{hint}")
    for supported in asked.supports:
        reason = filing.unknown_support(case, supported)
        if reason:
            place.stop(reason)
    if asked.yes and not wish.kind:
        place.stop("jenis dokumen belum disebut; tambahkan --kind, misalnya --kind notulen.")
    tried = wish._replace(title=wish.title or "judul", kind=wish.kind or "laporan")
    _sound(filing.slips("evidence", filing.evidence_record("ev-a", "a", tried)))
    claim = {"id": "klaim-a", "evidence": "ev-a", "supports": ["a"], "role": asked.role}
    _sound(filing.slips("claims", claim))


def _sound(slips: "list[Diagnostic]") -> None:
    """Stop over the first thing that is wrong with a record."""
    for slip in slips:
        hint = f" ({slip.hint})" if slip.hint else ""
        place.stop(f"{slip.message}{hint}.")


def _one(  # noqa: PLR0913, PLR0917  (what a file meets on its way)
    where: place.Place,
    case: "Case",
    digests: "Digests",
    workshop: "Workshop",
    file: Path,
    asked: Asked,
) -> None:
    """File one document: its copy first, then its record, without which it is only a stray."""
    from scmaster import pipeline
    from scmaster.evidence import intake, naming
    from scmaster.evidence.kinds import kind_of
    from scmaster.source.opening import name_of, reason

    store = digests.store
    try:
        with intake.copied(file, store) as copy:
            lying = _unfiled(case, digests, copy, file)
            with copy.path.open("rb") as opened:
                kind = kind_of(opened)
            wish = _told(file, copy, workshop.read(copy.path, kind), asked)
            taken = {entry.id for entry in case.dossier.every()}
            year = int(wish.date[:4]) if wish.date else None
            identity = naming.identity(wish.kind, wish.title, year, copy.sha256, taken)
            name = lying or identity + naming.suffix(file.name, kind)
            changed = _changed(where, case, asked, wish, (identity, name), copy.sha256)
            if not lying:
                intake.named(copy, store, name)
        for path, content in changed.items():
            pipeline.write(path, content, settled=True)
    except FileExistsError as fault:
        place.stop(f"di folder eviden sudah ada berkas lain bernama '{fault}'.")
    except OSError as error:
        place.stop(f"berkas '{error.filename or file}': {reason(error)}.")
    typer.echo(f"{identity}: {store.folder / name}")
    typer.echo(f"Tercatat di {', '.join(name_of(path) for path in changed)}.")


def _attached(
    where: place.Place, case: "Case", digests: "Digests", file: Path, record: str
) -> None:
    """File one document for a record that is there and has none."""
    from scmaster import pipeline
    from scmaster.evidence import intake, naming
    from scmaster.evidence.kinds import kind_of
    from scmaster.exchange.changing import changed
    from scmaster.exchange.editing import NoPlaceError, Put
    from scmaster.source.opening import name_of, reason

    _without_file(case, record)
    store = digests.store
    try:
        with intake.copied(file, store) as copy:
            lying = _unfiled(case, digests, copy, file)
            with copy.path.open("rb") as opened:
                name = lying or record + naming.suffix(file.name, kind_of(opened))
            made = changed(case, where.folder, [Put("evidence", record, ("file",), name)])
            if not lying:
                intake.named(copy, store, name)
        for path, content in made.items():
            pipeline.write(path, content, settled=True)
    except NoPlaceError as fault:
        place.stop(f"catatan tidak dapat disunting di {fault}; susunan berkasnya tidak lazim.")
    except FileExistsError as fault:
        place.stop(f"di folder eviden sudah ada berkas lain bernama '{fault}'.")
    except OSError as error:
        place.stop(f"berkas '{error.filename or file}': {reason(error)}.")
    typer.echo(f"{record}: {store.folder / name}")
    typer.echo(f"Tercatat di {', '.join(name_of(path) for path in made)}.")


def _without_file(case: "Case", record: str) -> None:
    """Stop where there is no such record of evidence, or its file is known."""
    from difflib import get_close_matches

    from scmaster.model.evidence import Evidence

    known = case.dossier.of(Evidence)
    if record not in known:
        close = get_close_matches(record, known, n=1)
        hint = f" Maksudnya '{close[0]}'?" if close else ""
        place.stop(f"eviden '{record}' tidak ada.{hint}")
    if known[record].file:
        place.stop(f"eviden '{record}' sudah mempunyai berkas '{known[record].file}'.")


def _unfiled(case: "Case", digests: "Digests", copy: "Copy", file: Path) -> str:
    """Stop where the same content is filed; return the name of one that only lies there."""
    from scmaster.evidence import intake, survey

    if not copy.size:
        place.stop(f"berkas '{file}' kosong.")
    name = intake.same_content(copy, digests)
    named = {found: identity for identity, found in survey.named_files(case.dossier).items()}
    locked = {o.sha256: identity for identity, o in case.originals.locked.items()}
    owner = named.get(name) or locked.get(copy.sha256)
    if owner:
        place.stop(f"isi '{file.name}' sudah tersimpan sebagai {owner}; tidak ditambahkan lagi.")
    return name


def _told(file: Path, copy: "Copy", reading: "Reading", asked: Asked) -> "Wish":
    """Return what is said of a document, by the command line and by who is asked."""
    from scmaster.evidence.suggesting import suggested

    wish = asked.wish
    usual = " ".join(file.stem.replace("_", " ").split())
    if asked.yes:
        return wish._replace(title=wish.title or usual)
    found = suggested(reading.contents)
    layer = {"text": "lapisan teks ada", "scan": "hasil pindai tanpa teks"}.get(reading.layer, "")
    facts = [f"{copy.size:,} bita".replace(",", ".")]
    facts += [f"{reading.pages} halaman"] if reading.pages else []
    facts += [word for word in (layer, reading.problem) if word]
    typer.echo(f"{file.name}: {', '.join(facts)}")
    title = wish.title or typer.prompt("Judul", default=usual)
    kind = wish.kind or _kind()
    number = wish.number or _taken("nomor", found.number)
    date = wish.date or _taken("tanggal", found.date)
    pages = _taken("banyaknya halaman", str(reading.pages or ""))
    return wish._replace(title=title, kind=kind, number=number, date=date, pages=pages)


def _kind() -> str:
    """Ask for the kind until it is one."""
    from difflib import get_close_matches
    from typing import get_args

    from scmaster.model.evidence import EvidenceKind

    known = get_args(EvidenceKind)
    while True:
        said = str(typer.prompt("Jenis (misalnya notulen, sk, laporan)")).strip().lower()
        if said in known:
            return said
        close = get_close_matches(said, known, n=1)
        typer.echo(f"Maksudnya {close[0]}?" if close else f"Yang ada: {', '.join(known)}.")


def _taken(what: str, found: str) -> str:
    """Return what was read where the person says that it is right, else nothing."""
    if not found:
        return ""
    said = typer.prompt(f"Terbaca {what} '{found}'. Pakai? [y/T]", default="t", show_default=False)
    return found if str(said).strip().lower() in {"y", "ya"} else ""


def _changed(  # noqa: PLR0913, PLR0917  (what is written, and where)
    where: place.Place,
    case: "Case",
    asked: Asked,
    wish: "Wish",
    filed: tuple[str, str],
    sha256: str,
) -> dict[Path, bytes]:
    """Return the city's files as they are to be; `filed` is the id and the file's name."""
    from scmaster.evidence import naming
    from scmaster.exchange import filing
    from scmaster.exchange.editing import NoPlaceError

    identity, name = filed
    record = filing.evidence_record(identity, name, wish)
    _sound(filing.slips("evidence", record))
    taken = {entry.id for entry in case.dossier.every()}
    claims = []
    for supported in dict.fromkeys(asked.supports):
        own = naming.claim_identity(supported, sha256, taken)
        taken.add(own)
        claims.append(filing.claim_record(case, own, identity, supported, asked.role))
    try:
        return filing.changed(case, where.folder, record, claims)
    except NoPlaceError as fault:
        place.stop(f"catatan tidak dapat disisipkan ke {fault}; susunan berkasnya tidak lazim.")


def _exposed(store: "Store") -> None:
    """Warn where git would take the files of evidence with it."""
    from scmaster.source import git

    if git.ignored(store.folder) is False:
        line = f"/{_in_repository(store.folder)}/"
        typer.echo(
            f"Peringatan: git belum mengabaikan folder eviden. Tambahkan baris ini ke .gitignore:"
            f"\n    {line}",
            err=True,
        )


def _in_repository(folder: Path) -> str:
    real = folder.resolve()
    top = next((p for p in real.parents if (p / ".git").exists()), real.parent)
    return real.relative_to(top).as_posix()
