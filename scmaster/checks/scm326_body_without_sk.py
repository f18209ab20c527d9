"""Dewan, tim pelaksana, atau gugus tugas tanpa keputusan pembentukan yang dapat dirujuk.

Keberadaan lembaga dinilai dari keputusannya: nomor, tahun, dan siapa anggotanya. Lembaga
yang hanya disebut dalam berita dianggap belum dibentuk. Forum dan kelompok kerja biasanya
tercakup dalam keputusan tim pelaksana, jadi tidak diperiksa.

Salah:

    bodies:
      - id: dewan-uji  # SCM326
        kind: dewan
        name: Dewan Smart City

Salah (nomor tidak disebut):

    bodies:
      - id: tim-uji
        kind: tim_pelaksana
        name: Tim Pelaksana
        sk: {kind: sk, year: 2024, status: enacted}  # SCM326

Benar:

    bodies:
      - id: dewan-uji
        kind: dewan
        name: Dewan Smart City
        sk: {kind: sk, number: 188.45/12/2024, year: 2024, status: enacted}

Benar (naskahnya ada di antara eviden):

    bodies:
      - id: tim-uji
        kind: tim_pelaksana
        name: Tim Pelaksana
        sk_evidence: ev-sk
    evidence:
      - id: ev-sk
        title: Keputusan pembentukan tim pelaksana
        kind: sk
        number: 188.45/12/2024
        date: 2024-02-01
        legal_status: enacted
        file: sk-tim.pdf
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.regulations import lack
from scmaster.diagnostics import Finding, Severity
from scmaster.model.governance import Body
from scmaster.model.labels import BODY_KIND

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")
FORMED_BY_DECREE = frozenset({"dewan", "tim_pelaksana", "gugus_tugas"})


def check(case: Case) -> Iterator[Finding]:
    """Find bodies whose founding decree cannot be looked up."""
    for body in case.dossier.of(Body).values():
        if body.kind not in FORMED_BY_DECREE or body.sk_evidence is not None:
            continue
        what = f"{BODY_KIND[body.kind]} ({body.id})"
        hint = "isi 'sk' dengan nomor dan tahunnya, atau 'sk_evidence' dengan id eviden naskahnya"
        if body.sk is None:
            message = f"{what} belum mempunyai keputusan pembentukan"
            yield Finding(body.span("id"), message, hint)
        elif missing := lack(body.sk):
            yield Finding(body.sk.span(missing.field), f"{what}: {missing.words}", hint)
