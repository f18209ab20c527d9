"""Who has contributed: the city's offices, and the members from outside government."""

from scmaster.assess.appreciation import merits
from scmaster.assess.case import Case
from scmaster.assess.participation import Participation, participation
from scmaster.dashboard.page import (
    OFFICES,
    Cell,
    Page,
    Part,
    Points,
    Row,
    Section,
    Table,
    To,
    Words,
    columns,
)
from scmaster.model.governance import Commitment
from scmaster.passages import commitment
from scmaster.passages import participation as words

NAME = "partisipasi.html"
INSIDE = (
    "Perangkat daerah",
    "Formulir",
    "Jawaban",
    "Terbukti",
    "Eviden",
    "Rekomendasi",
    "Rapat",
)
FAIR = (
    "Semua angka dihitung dari catatan kota. Yang tidak diminta dari suatu perangkat daerah tidak"
    " dihitung sebagai kekurangannya, dan ketidakhadiran hanya dihitung bila ada daftar hadir."
)


def page(case: Case) -> Page:
    """Return who was asked for what, and gave what."""
    found, inside, outside = participation(case), words.inside(case), words.outside(case)
    lead = [words.held(found), words.forms(found)]
    heads = {office.name: office_page(office.key) for office in found.offices if office.registered}
    rows = [(_office(row[0], heads), *row[1:]) for row in inside.offices]
    offices: list[Part] = [Table("Perangkat daerah", columns(*INSIDE), rows)]
    offices += [Words(inside.silent, "catatan")] if inside.silent else []
    return Page(
        NAME,
        "Partisipasi",
        lead,
        [
            Section("Apresiasi dan dorongan", [Words(FAIR, "catatan"), *_merits(found, heads)]),
            Section("Perangkat daerah", offices),
            Section("Unsur dari luar pemerintah", _outside(outside)),
            Section("Komitmen bersama", [Points(_commitments(case))]),
        ],
        "Partisipasi",
    )


def office_page(key: str) -> str:
    """Return the name of an office's page."""
    return f"{OFFICES}/{key}.html"


def _office(name: Cell, heads: dict[str, str]) -> Cell:
    if isinstance(name, str) and name in heads:
        return To(name, heads[name])
    return name


def _merits(found: Participation, heads: dict[str, str]) -> list[Part]:
    thanked, urged = merits(found)
    good: list[Row] = [
        (_office(merit.name, heads), [words.reason(each) for each in merit.good])
        for merit in thanked
    ]
    bad: list[Row] = [(_office(merit.name, heads), words.against(merit)) for merit in urged]
    parts: list[Part] = []
    for title, rows, nobody in (
        ("Apresiasi", good, "Apresiasi: belum ada yang dapat disebut dari data yang tercatat."),
        ("Perlu dorongan", bad, "Perlu dorongan: tidak ada, sejauh yang tercatat."),
    ):
        table = Table(title, columns("Siapa", "Mengapa"), rows, fixed=True)
        parts.append(table if rows else Words(nobody))
    return parts


def _outside(outside: words.Outside) -> list[Part]:
    if not outside.members:
        told = "Anggota dari luar pemerintah belum tercatat di lembaga mana pun."
        parts: list[Part] = [Words(told)]
    else:
        titles = ("Unsur", "Anggota", "Lembaga", "Rapat", "Kerja sama")
        parts = [Table("Anggota dari luar pemerintah", columns(*titles), outside.members)]
    if outside.voices:
        head = columns("Unsur", "Anggota", "Rapat yang dihadiri")
        parts.insert(0, Table("Unsur yang hadir dalam rapat", head, outside.voices))
    return parts


def _commitments(case: Case) -> list[Cell]:
    made = case.dossier.of(Commitment).values()
    return [commitment.standing(case, one) for one in made] or ["Belum dicatat."]
