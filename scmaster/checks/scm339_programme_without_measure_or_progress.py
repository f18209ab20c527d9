"""Program berjalan tanpa satu angka pun.

Program yang dinyatakan berjalan tanpa angka, tanpa kemajuan, dan tanpa indikator tidak
dapat masuk tabel realisasi. Satu angka sudah berarti: pengguna, titik, unit, atau persen
kemajuan. Yang dihitung juga capaian indikator dan quick win program itu. Semua program
seperti ini disebut dalam satu temuan, di tempat yang pertama.

Salah:

    programmes:
      - id: prog-112
        name: Panggilan darurat 112
        pillar: living
        owner: diskominfo
        lifecycle: running  # SCM339
      - id: prog-cctv
        name: CCTV persimpangan
        pillar: living
        owner: diskominfo
        lifecycle: running

Benar:

    programmes:
      - id: prog-112
        name: Panggilan darurat 112
        pillar: living
        owner: diskominfo
        lifecycle: running
        progress: 60
        progress_as_of: 2024-10

Benar (melalui quick win):

    programmes:
      - id: prog-112
        name: Panggilan darurat 112
        pillar: living
        owner: diskominfo
        lifecycle: running
    quick_wins:
      - id: qw-112-2024
        programme: prog-112
        year: 2024
        measures:
          - {name: Panggilan, value: 5120, as_of: 2024, source: sumber-uji}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.assess.measures import achieved, measured
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.indonesian import listing, number
from scmaster.model.masterplan import Programme, QuickWin

SEVERITY = Severity.NOTE


def check(case: Case) -> Iterator[Finding]:
    """Find running programmes of which nothing was counted, all in one finding."""
    silent = [
        programme
        for programme in case.dossier.of(Programme).values()
        if programme.lifecycle == "running" and not _counted(case, programme)
    ]
    silent.sort(key=lambda programme: programme.span("lifecycle"))
    if silent:
        yield Finding(
            silent[0].span("lifecycle"),
            f"{number(len(silent))} program berjalan belum mempunyai angka atau kemajuan:"
            f" {listing([programme.id for programme in silent])}",
            "isi 'measures' atau 'progress', atau ubah 'lifecycle' bila belum berjalan",
            tuple(Related(programme.span("lifecycle"), "juga belum") for programme in silent[1:]),
        )


def _counted(case: Case, programme: Programme) -> bool:
    quick_wins = [
        quick_win
        for quick_win in case.dossier.of(QuickWin).values()
        if quick_win.programme == programme.id
    ]
    measures = [*programme.measures, *(m for quick_win in quick_wins for m in quick_win.measures)]
    return (
        programme.progress is not None
        or programme.id in case.dossier.unread
        or any(achieved(measure) for measure in measures)
        or any(measured(case.dossier, owner.id) for owner in (programme, *quick_wins))
    )
