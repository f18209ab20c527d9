"""Sumber yang tidak dirujuk satu keterangan pun.

Daftar sumber dicetak di lampiran. Sumber yang tidak dirujuk membuat pembaca mencari angka
yang tidak ada, atau menandakan keterangan yang lupa diberi sumber.

Salah:

    sources:
      - id: src-berita  # SCM333
        title: Berita peresmian dasbor
        tier: press

Benar:

    sources:
      - id: src-berita
        title: Berita peresmian dasbor
        tier: press
    opd:
      - {id: diskominfo, name: Dinas Komunikasi dan Informatika, sources: [src-berita]}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.model.city import Source

SEVERITY = Severity.NOTE


def check(case: Case) -> Iterator[Finding]:
    """Find sources that nothing refers to."""
    for identity, source in case.dossier.of(Source).items():
        if not case.dossier.used(identity):
            yield Finding(
                source.span("id"),
                f"sumber {identity} ({source.title}) tidak dirujuk",
                "rujuk dari keterangan yang dibaca di sana, atau hapus",
            )
