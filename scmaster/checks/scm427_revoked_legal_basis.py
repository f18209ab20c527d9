"""Dasar hukumnya sudah dicabut.

Rencana, masterplan, atau lembaga yang masih berjalan harus berdiri di atas peraturan yang
masih berlaku. Bila peraturannya sudah diganti, sebut penggantinya; bila rencananya memang
sudah diganti, tandai masterplannya superseded.

Salah:

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: enacted
        regulation:
          kind: perwali
          number: "8"
          year: 2018
          status: revoked  # SCM427
          revoked_by: Peraturan Wali Kota Nomor 3 Tahun 2023

Salah (rencana dan lembaga):

    planning:
      - id: rpjmd-uji
        kind: rpjmd
        title: RPJMD Kota Uji
        period: 2021/2026
        regulation: {kind: perda, number: "4", year: 2021, status: revoked}  # SCM427
    bodies:
      - id: forum
        kind: forum
        name: Forum Smart City
        sk: {kind: sk, number: "12", year: 2019, status: revoked}  # SCM427

Benar:

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: enacted
        regulation: {kind: perwali, number: "3", year: 2023, status: enacted}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.masterplans import standing_masterplans
from scmaster.diagnostics import Finding, Severity
from scmaster.model.city import Planning, Regulation
from scmaster.model.governance import Body
from scmaster.model.record import Entry
from scmaster.model.wording import regulation_words

SEVERITY = Severity.WARNING


def check(case: Case) -> Iterator[Finding]:
    """Find what still stands on a regulation that no longer does."""
    for record, field, regulation in _bases(case):
        if regulation is not None and regulation.status == "revoked":
            instead = regulation.revoked_by or "penggantinya"
            yield Finding(
                record.span(field, "status"),
                f"{record.id} berdasar pada {regulation_words(regulation)} yang sudah dicabut",
                f"sebut {instead} sebagai dasar hukumnya",
            )


def _bases(case: Case) -> Iterator[tuple[Entry, str, Regulation | None]]:
    for plan in case.dossier.of(Planning).values():
        if plan.period.last >= case.on:
            yield plan, "regulation", plan.regulation
    for masterplan in standing_masterplans(case):
        yield masterplan, "regulation", masterplan.regulation
    for body in case.dossier.of(Body).values():
        yield body, "sk", body.sk
