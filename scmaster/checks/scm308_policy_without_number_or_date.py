"""Produk hukum tanpa nomor, tanggal, atau status penetapan.

Peraturan, keputusan, dan surat edaran baru membuktikan sesuatu bila sudah ditetapkan, dan
tanda penetapannya adalah nomor dan tanggal. Berkas bertulisan "final" dengan nomor kosong
ditolak sebagai rancangan. Rancangan (legal_status: draft) memang belum bernomor, jadi
dikecualikan di sini; dalil bahwa ia sudah berlaku diperiksa tersendiri.

Salah:

    evidence:
      - id: ev-perwali
        title: Peraturan wali kota tentang kota cerdas
        kind: perwali  # SCM308
        date: 2020-03-02
        url: https://contoh.go.id/perwali.pdf

Benar:

    evidence:
      - id: ev-perwali
        title: Peraturan wali kota tentang kota cerdas
        kind: perwali
        number: "1"
        date: 2020-03-02
        legal_status: enacted
        url: https://contoh.go.id/perwali.pdf
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import listing
from scmaster.model.evidence import POLICY_KINDS, Evidence
from scmaster.model.labels import EVIDENCE_KIND

SEVERITY = (Severity.WARNING, Severity.ERROR)


def check(case: Case) -> Iterator[Finding]:
    """Find policy documents that do not show when and how they were enacted."""
    for evidence in case.dossier.of(Evidence).values():
        if evidence.kind not in POLICY_KINDS or evidence.legal_status == "draft":
            continue
        known = {
            "nomor": evidence.number,
            "tanggal": evidence.date,
            "status penetapan": evidence.legal_status,
        }
        missing = [name for name, value in known.items() if value is None]
        if missing:
            yield Finding(
                evidence.span("kind"),
                f"{EVIDENCE_KIND[evidence.kind]} {evidence.id} belum menyebut {listing(missing)}",
                "isi 'number', 'date', dan 'legal_status' menurut naskahnya atau JDIH",
            )
