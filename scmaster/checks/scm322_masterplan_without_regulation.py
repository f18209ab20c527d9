"""Masterplan belum ditetapkan, atau penetapannya tidak disebut nomor dan tahunnya.

Pertanyaan pertama instrumen adalah dasar hukum masterplan. Masterplan tanpa peraturan
dicatat sebagai kelemahan dari tahun ke tahun: anggaran dan kewajiban perangkat daerah
tidak mempunyai pijakan. Selama belum ditetapkan, dokumen mencetaknya demikian. Rancangan
edisi berikutnya tidak dipersoalkan selama edisi yang berlaku sudah ditetapkan.

Salah:

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: reviewed  # SCM322
        regulation: {kind: perwali, status: harmonisation}

Salah (ditetapkan tanpa nomor):

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: enacted
        regulation: {kind: perwali, year: 2020, status: enacted}  # SCM322

Benar:

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: enacted
        regulation: {kind: perwali, number: "1", year: 2020, status: enacted}

Benar (rancangan edisi berikutnya):

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: enacted
        regulation: {kind: perwali, number: "1", year: 2020, status: enacted}
      - id: masterplan-berikut
        title: Masterplan Kota Cerdas edisi kedua
        edition: pilar-uji
        status: draft
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.masterplans import covers, standing_masterplans
from scmaster.assess.regulations import lack
from scmaster.diagnostics import Finding, Severity
from scmaster.model.labels import MASTERPLAN_STATUS
from scmaster.model.masterplan import Masterplan

SEVERITY = (Severity.WARNING, Severity.ERROR)
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find masterplans without a legal basis that can be looked up."""
    standing = standing_masterplans(case)
    settled = any(m.status == "enacted" and covers(case, m) for m in standing)
    for masterplan in standing:
        if masterplan.status == "enacted":
            yield from _of_enacted(masterplan)
        elif not settled:
            yield Finding(
                masterplan.span("status"),
                f"masterplan {masterplan.id} belum ditetapkan dengan peraturan"
                f" ({MASTERPLAN_STATUS[masterplan.status]})",
                "tetapkan dengan perwali atau perda, lalu isi 'regulation' dan status: enacted",
            )


def _of_enacted(masterplan: Masterplan) -> Iterator[Finding]:
    said = f"masterplan {masterplan.id} dinyatakan ditetapkan, tetapi"
    hint = "isi 'regulation' menurut naskah di JDIH"
    regulation = masterplan.regulation
    if regulation is None:
        yield Finding(masterplan.span("status"), f"{said} peraturannya tidak disebut", hint)
    elif missing := lack(regulation):
        yield Finding(regulation.span(missing.field), f"{said} {missing.words}", hint)
