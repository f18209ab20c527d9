"""Tahap program tidak sejalan dengan tanggal atau kemajuannya.

Program yang "berjalan" tetapi sudah berakhir, atau "direncanakan" tetapi sudah maju 40 persen,
membuat daftar program tidak dapat dipercaya. Biasanya tahapnya lupa diperbarui.

Salah:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        ended: 2023-12
        lifecycle: running  # SCM442
      - id: prog-dua
        name: Puskesmas daring
        lifecycle: planned  # SCM442
        progress: 40
        progress_as_of: 2024-12
      - id: prog-tiga
        name: Parkir daring
        lifecycle: running  # SCM442
        started: 2042

Benar:

    programmes:
      - id: prog-uji
        name: Layanan perizinan daring
        ended: 2023-12
        lifecycle: stopped
      - id: prog-dua
        name: Puskesmas daring
        lifecycle: building
        started: 2024-02
        progress: 40
        progress_as_of: 2024-12
      - id: prog-tiga
        name: Parkir daring
        lifecycle: planned
        started: 2026
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity
from scmaster.indonesian import number
from scmaster.model.labels import LIFECYCLE
from scmaster.model.masterplan import Programme
from scmaster.model.wording import date_words

SEVERITY = Severity.WARNING
AHEAD = {"idea", "planned"}
BEGUN = {"running", "evaluated", "stopped"}
ALIVE = {"idea", "planned", "building", "running"}


def check(case: Case) -> Iterator[Finding]:
    """Find programmes whose stage their own dates deny."""
    for programme in case.dossier.of(Programme).values():
        why = _denied(case, programme)
        if why and programme.lifecycle:
            yield Finding(
                programme.span("lifecycle"),
                f"{programme.id} tercatat {LIFECYCLE[programme.lifecycle]}, padahal {why}",
                "perbarui 'lifecycle', atau betulkan tanggalnya",
            )


def _denied(case: Case, programme: Programme) -> str:
    ended, started, progress = programme.ended, programme.started, programme.progress
    if ended is not None and started is not None and ended.last < started.first:
        return ""  # one of the two is wrong, and is reported itself
    if programme.lifecycle in ALIVE and ended is not None and ended.last < case.on:
        return f"berakhir {date_words(ended)}"
    if programme.lifecycle in AHEAD and progress:
        return f"kemajuannya sudah {number(progress)}%"
    if programme.lifecycle in AHEAD and started is not None and started.last < case.on:
        return f"dimulai {date_words(started)}"
    if programme.lifecycle in BEGUN and started is not None and started.first > case.on:
        return f"baru akan dimulai {date_words(started)}"
    return ""
