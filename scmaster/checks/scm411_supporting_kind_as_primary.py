"""Berita, foto, tautan portal, atau testimoni dipakai sebagai bukti utama.

Jenis ini menunjukkan bahwa sesuatu pernah diberitakan atau terlihat, bukan bahwa sesuatu
ditetapkan atau dilaksanakan. Pada penilaian tahun 2026 bukti seperti ini ditolak bila berdiri
sendiri. Cari dokumen di balik beritanya: notulen, laporan, berita acara.

Salah:

    evidence:
      - id: ev-berita
        title: Berita rapat kerja forum
        kind: berita
        period: 2024
        url: https://contoh.go.id/berita/1
    claims:
      - id: klaim-forum
        evidence: ev-berita
        supports: [OUT.04]
        submission: evaluasi-2024
        role: primary  # SCM411
        section: paragraf kedua

Benar:

    evidence:
      - id: ev-berita
        title: Berita rapat kerja forum
        kind: berita
        period: 2024
        url: https://contoh.go.id/berita/1
    claims:
      - id: klaim-forum
        evidence: ev-berita
        supports: [OUT.04]
        submission: evaluasi-2024
        role: supporting
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.current import current_claims
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.evidence import SUPPORTING_ONLY
from scmaster.model.labels import EVIDENCE_KIND

SEVERITY = Severity.ERROR


def check(case: Case) -> Iterator[Finding]:
    """Find primary claims on kinds of evidence that never prove alone."""
    for claim, evidence in current_claims(case):
        if claim.role == "primary" and evidence.kind in SUPPORTING_ONLY:
            kind = EVIDENCE_KIND[evidence.kind].lower()
            yield Finding(
                claim.span("role"),
                f"{claim.id} memakai {kind} ({evidence.id}) sebagai bukti utama",
                "ubah menjadi supporting dan lampirkan notulen, laporan, atau berita acaranya",
                (Related(evidence.span("kind"), "jenis eviden"),),
            )
