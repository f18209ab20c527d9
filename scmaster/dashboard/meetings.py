"""Who steers the smart city, and when they met."""

from scmaster.assess.case import Case
from scmaster.dashboard.leading import to_record
from scmaster.dashboard.page import Page, Row, Section, Table, Words, columns
from scmaster.model.governance import Body
from scmaster.passages import governance
from scmaster.passages.cells import Missing

NAME = "rapat.html"


def page(case: Case) -> Page:
    """Return the bodies, their meetings and the partners."""
    bodies = case.dossier.of(Body).values()
    rows: list[Row] = [
        (to_record(body.name, body.id), *row[1:])
        for body, row in zip(bodies, governance.bodies(case), strict=True)
    ]
    titles = ("Lembaga", "Keputusan", "Ketua", "Unsur anggota", "Rapat terakhir")
    met = ("Tanggal", "Lembaga", "Acara", "Yang hadir", "Notulen")
    meetings = list(reversed(governance.meetings(case)))
    signed = ("Tanggal", "Komitmen", "Penandatangan", "Disaksikan", "Sumber")
    promised = [(*row[:3], row[4]) for row in governance.commitments(case)]
    partners = governance.partners(case)
    return Page(
        NAME,
        "Kelembagaan dan rapat",
        [f"Tercatat {len(bodies)} lembaga dan {len(meetings)} rapat."],
        [
            Section("Lembaga", [Table("Lembaga kota cerdas", columns(*titles), rows)]),
            Section(
                "Rapat",
                [Table("Rapat, yang terakhir lebih dahulu", columns(*met), meetings, fixed=True)]
                if meetings
                else [Words(Missing("Belum ada rapat tercatat."))],
            ),
            Section(
                "Komitmen bersama",
                [Table("Komitmen", columns(*signed[:3], signed[4]), promised)]
                if promised
                else [Words(Missing("Belum ada komitmen bersama tercatat."))],
            ),
            Section(
                "Mitra",
                [
                    Table(
                        "Mitra program",
                        columns("Mitra", "Program", "Bentuk", "Perangkat daerah"),
                        partners,
                    )
                ]
                if partners
                else [Words(Missing("Belum ada mitra tercatat."))],
            ),
        ],
        "Rapat",
    )
