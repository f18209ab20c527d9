"""Data pribadi di dalam berkas eviden.

Berkas yang akan keluar dari pemerintah kota memuat NIK, nomor telepon, nomor rekening, atau kata
sandi. UU 27/2022 membuat pengendali data bertanggung jawab atas yang diserahkan.

Salah:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf  # SCM821
    # berkas
    ev-laporan: {kind: pdf, layer: text, pages: ["30 Desember 2024", "Penerima: 6471051203900001"]}

Benar:

    evidence:
      - id: ev-laporan
        title: Laporan layanan 2024
        kind: laporan
        date: 2024-12-30
        opd: diskominfo
        file: laporan-2024.pdf
        personal_data: {present: ya, redacted: ya}
    # berkas
    ev-laporan: {kind: pdf, layer: text, pages: ["30 Desember 2024", "Penerima: 6471051203900001"]}

Samarkan lalu catat `redacted: ya`, atau naikkan klasifikasinya agar tidak diserahkan.
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.personal_data import Hit, Kind, found
from scmaster.diagnostics import Finding, Severity
from scmaster.model.evidence import Evidence

SEVERITY = Severity.ERROR


SHOWN = (Kind.NIK, Kind.PHONE, Kind.SECRET, Kind.ACCOUNT)
"""A NIP is normal beside a signature."""


def check(case: Case) -> Iterator[Finding]:
    """Search what was read in the files that may be handed out; values are shown masked."""
    for identity, evidence in case.dossier.of(Evidence).items():
        contents = case.originals.read(identity)
        data = evidence.personal_data
        if contents is None or evidence.classification != "biasa" or (data and data.redacted):
            continue
        parts = {f"halaman {n}": words for n, words in enumerate(contents.pages, 1)}
        parts |= {f"lembar {name}": "\n".join(c.values()) for name, c in contents.cells.items()}
        for kind in SHOWN:
            hits = [(where, hit) for where, words in parts.items() for hit in found(words, kind)]
            if hits:
                hint = "samarkan lalu catat redacted: ya, atau naikkan klasifikasinya"
                yield Finding(evidence.span("file"), _message(evidence, kind, hits), hint)


def _message(evidence: Evidence, kind: Kind, hits: list[tuple[str, Hit]]) -> str:
    where, first = hits[0]
    several = f" ({len(hits)} kali)" if len(hits) > 1 else ""
    return f"'{evidence.file}' memuat {kind}: {first.masked}, {where}{several}"
