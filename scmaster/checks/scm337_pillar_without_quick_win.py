"""Ada pilar tanpa quick win pada tahun yang dievaluasi.

Quick win diharapkan menyentuh setiap pilar, walau jumlahnya bebas. Pilar yang kosong akan
ditanyakan, terutama bila tahun sebelumnya ada. Temuan ini satu untuk seluruh pengajuan;
pilar sebuah quick win adalah pilar programnya.

Salah:

    submissions:
      - id: evaluasi-2024
        year: 2024  # SCM337
        stage: tahap_2
        instrument: uji-2024
        state: draft
    quick_wins:
      - {id: qw-1, programme: prog-uji, year: 2024}

Salah (belum ada satu pun):

    submissions:
      - id: evaluasi-2024
        year: 2024  # SCM337
        stage: tahap_2
        instrument: uji-2024
        state: draft

Benar:

    submissions:
      - id: evaluasi-2024
        year: 2024
        stage: tahap_2
        instrument: uji-2024
        state: draft
    programmes:
      - {id: prog-1, name: Perizinan, pillar: governance, owner: diskominfo}
      - {id: prog-2, name: Antrean puskesmas, pillar: living, owner: diskominfo}
    quick_wins:
      - {id: qw-1, programme: prog-1, year: 2024}
      - {id: qw-2, programme: prog-2, year: 2024}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.masterplans import guiding
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import listing
from scmaster.model.framework import Pillar
from scmaster.model.masterplan import Programme, QuickWin

SEVERITY = Severity.WARNING
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Say once which pillars the year's quick wins leave out."""
    submission, masterplan = case.submission, guiding(case)
    if submission is None or masterplan is None:
        return
    edition = case.dossier.frameworks.editions.get(masterplan.edition)
    missing = _left_out(case, edition.pillars if edition else [], submission.year)
    if not missing:
        return
    every = edition is not None and len(missing) == len(edition.pillars)
    names = listing([pillar.name for pillar in missing])
    yield Finding(
        submission.span("year"),
        f"belum ada quick win tahun {submission.year}" + ("" if every else f" pada pilar {names}"),
        "catat quick win tahun itu di 'quick_wins'; yang berlanjut dari tahun lalu memakai"
        " 'continues_from'",
    )


def _left_out(case: Case, pillars: list[Pillar], year: int) -> list[Pillar]:
    """Return the pillars without a quick win; none while one's pillar cannot be known."""
    dossier = case.dossier
    covered: set[str | None] = set()
    for quick_win in dossier.of(QuickWin).values():
        if quick_win.year == year:
            programme = dossier.get(Programme, quick_win.programme)
            if programme is None:
                return []
            covered.add(programme.pillar)
    for programme in dossier.of(Programme).values():
        if programme.id in dossier.unread:
            covered.add(programme.pillar)  # a quick win that could not be read may name it
    return [pillar for pillar in pillars if pillar.id not in covered]
