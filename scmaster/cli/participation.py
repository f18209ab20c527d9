"""`scmaster participation`: who has contributed, inside government and outside."""

from typing import TYPE_CHECKING, Annotated

import typer

from scmaster.cli import look, place
from scmaster.cli.score import ScoreFormat, ScoreFormatOption

if TYPE_CHECKING:
    from rich.console import Console

    from scmaster.assess.appreciation import Merit
    from scmaster.assess.attendance import Share
    from scmaster.assess.case import Case
    from scmaster.assess.contributions import Contribution
    from scmaster.assess.participation import Participation
    from scmaster.model.values import PartialDate

Since = Annotated[
    str,
    typer.Option(
        "--since", metavar="TANGGAL", help="Rapat dan formulir sejak tanggal ini: 2024-01-01, 2024."
    ),
]
OFFICES = ("Perangkat daerah", "Formulir", "Jawaban", "Terbukti", "Eviden", "Rekom.", "Rapat")
OUTSIDERS = ("Anggota", "Rapat", "Kerja sama")
VOICES = ("Unsur", "Anggota", "Rapat yang dihadiri")
LEGEND = (
    "Formulir: yang kembali. Terbukti: pertanyaan dengan eviden utama. Eviden: yang dipakai, lalu"
    " klaimnya yang diterima asesor. Rekom.: yang ditindaklanjuti dengan eviden."
    " 3/5: 3 dari 5; ?2: 2 lagi tidak diketahui; –: tidak ada yang diminta."
)


def participation(
    city: place.CityArgument,
    submission: place.SubmissionOption = None,
    since: Since = "",
    form: ScoreFormatOption = ScoreFormat.TEXT,
) -> None:
    """Hitung kontribusi perangkat daerah dan anggota dari luar pemerintah.

    Semuanya dihitung dari data kota. Tanpa --since, rapat dihitung pada periode pengajuan dan
    formulir sejak permintaan pertama untuk pengajuan itu. Jawaban, eviden, dan rekomendasi selalu
    menurut pengajuan.
    """
    from scmaster.assess.participation import participation as counted

    day = _day(since) if since else None
    case = place.case_of(city, submission=submission)
    found = counted(case, day)
    if form is ScoreFormat.JSON:
        typer.echo(_json(case, found))
    else:
        _show(case, found)
    if case.errors:
        typer.echo(f"Berkas kota memuat galat: scmaster check {city}.", err=True)
        raise typer.Exit(1)


def _day(said: str) -> "PartialDate":
    from scmaster.model.values import parse_date

    try:
        day = parse_date(said)
    except ValueError:
        place.stop(f"tanggal --since '{said}' tidak terbaca; tulis misalnya 2024-01-01 atau 2024.")
    if day.first > look.today():
        place.stop(f"tanggal --since '{said}' belum tiba.")
    return day


def _show(case: "Case", found: "Participation") -> None:
    from textwrap import wrap

    from scmaster.assess.appreciation import merits
    from scmaster.passages import participation as words

    console = look.console()
    name = case.dossier.city.name if case.dossier.city else ""
    about = (case.submission.title or case.submission.id) if case.submission else "tanpa pengajuan"
    console.print(f"Kontribusi {name} · {about}", style="bold", markup=False)
    _paragraph(f"{words.held(found)} {words.forms(found)}")
    _offices(console, found)
    if found.outsiders:
        rows = [
            [f"{o.name} ({_sector(o.sector)})", short(o.attended), str(len(o.agreements) or "–")]
            for o in found.outsiders
        ]
        look.table(console, "Anggota dari luar pemerintah", OUTSIDERS, rows)
    else:
        typer.echo()
        _paragraph("Anggota dari luar pemerintah belum tercatat di lembaga mana pun.")
    heard = [[_sector(v.sector), str(v.members or "–"), short(v.attended)] for v in found.voices]
    if found.meetings:
        look.table(console, "Unsur yang hadir dalam rapat", VOICES, heard)
    typer.echo()
    for line in wrap(LEGEND, look.width()):
        console.print(line, style="dim", markup=False)
    thanked, urged = merits(found)
    praise = [(merit, [words.reason(each) for each in merit.good]) for merit in thanked]
    _merits("Apresiasi", praise, "Belum ada yang dapat disebut dari data yang tercatat.")
    blame = [(merit, [str(line) for line in words.against(merit)]) for merit in urged]
    _merits("Perlu dorongan", blame, "Tidak ada, sejauh yang tercatat.")


def _offices(console: "Console", found: "Participation") -> None:
    from scmaster.passages import participation as words

    shown = [office for office in found.offices if office.concerned]
    rows = [_row(office) for office in shown]
    look.table(console, "Perangkat daerah", OFFICES, rows)
    if not all(office.registered for office in shown):
        _paragraph("* disebut instrumen atau formulir, belum ada di bagian 'opd'.")
    _paragraph(words.silent(found))


def _row(office: "Contribution") -> list[str]:
    forms, accepted = office.replies, office.accepted
    evidence = str(office.evidence or "–")
    if office.evidence:
        evidence += f" ({short(accepted)})" if accepted.of else " (?)"
    return [
        office.name + ("" if office.registered else "*"),
        f"{forms.answered}/{forms.asked}" if forms.asked else "–",
        short(office.answered),
        short(office.proven),
        evidence,
        short(office.followed_up),
        short(office.attended),
    ]


def short(share: "Share") -> str:
    """Write a share in a narrow column: 3/5, 3/5 ?2, ?2."""
    if not share.of:
        return f"?{share.unknown}" if share.unknown else "–"
    return f"{share.done}/{share.of}" + (f" ?{share.unknown}" if share.unknown else "")


def _sector(sector: str) -> str:
    from scmaster.model.labels import SECTOR

    return SECTOR[sector]


def _merits(title: str, every: "list[tuple[Merit, list[str]]]", nobody: str) -> None:
    typer.echo(f"\n{title}")
    for merit, reasons in every:
        _paragraph(f"• {merit.name}: {'; '.join(reasons)}", "  ")
    if not every:
        typer.echo(nobody)


def _paragraph(text: str, indent: str = "") -> None:
    from textwrap import wrap

    for line in wrap(text, look.width(), subsequent_indent=indent):
        typer.echo(line)


def _json(case: "Case", found: "Participation") -> str:
    import json
    from dataclasses import asdict

    from scmaster.assess.appreciation import merits

    thanked, urged = merits(found)
    told = asdict(found)
    told |= {
        "submission": case.submission.id if case.submission else None,
        "period": str(found.period) if found.period else None,
        "thanked": [asdict(merit) for merit in thanked],
        "urged": [asdict(merit) for merit in urged],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
