"""Instrumen yang dipakai bukan instrumen tahun yang dievaluasi.

Pertanyaan dan bobot berubah dari tahun ke tahun. Formulir lama boleh dipakai untuk berlatih
selama yang baru belum diketahui, tetapi nilainya tidak dapat dibandingkan dan daftar yang
diminta dapat berbeda.

Salah:

    submissions:
      - id: evaluasi-2025
        year: 2025
        stage: tunggal
        instrument: uji-2024  # SCM505
        state: draft

Salah (instrumen sudah dicabut):

    submissions:
      - id: evaluasi-2024
        year: 2024
        stage: tunggal
        instrument: uji-2024  # SCM505
        state: draft
    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2024
        status: official
        revoked_by: Peraturan Menteri Nomor 8 Tahun 2024
        scale: {minimum: 1, maximum: 4}
        groups:
          - {id: baseline, name: Baseline}

Salah (dicabut pada pertengahan tahun itu):

    submissions:
      - id: evaluasi-2026
        year: 2026
        stage: tunggal
        instrument: uji-2024  # SCM505
        state: draft
    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2020
        status: official
        valid_from: 2020
        valid_to: 2026-06
        revoked_by: Peraturan Menteri Nomor 8 Tahun 2026
        scale: {minimum: 1, maximum: 4}
        groups:
          - {id: baseline, name: Baseline}

Benar:

    submissions:
      - id: evaluasi-2024
        year: 2024
        stage: tunggal
        instrument: uji-2024
        state: draft

Benar (instrumen tahun lama yang masih berlaku pada tahun itu):

    # pillars
    instruments:
      - id: uji-2024
        name: Instrumen uji
        issuer: Kementerian
        year: 2020
        status: official
        valid_from: 2020
        valid_to: 2025
        revoked_by: Peraturan Menteri Nomor 8 Tahun 2026
        scale: {minimum: 1, maximum: 4}
        groups:
          - {id: baseline, name: Baseline}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.framework import Instrument
from scmaster.model.values import PartialDate
from scmaster.model.wording import date_words

SEVERITY = (Severity.NOTE, Severity.WARNING)


def check(case: Case) -> Iterator[Finding]:
    """Find an instrument that is not the one of the year."""
    if case.submission is None or case.instrument is None:
        return
    cycle, instrument = case.submission, case.instrument
    place, reason = _why_not(instrument, cycle.year)
    if reason:
        yield Finding(
            cycle.span("instrument"),
            f"pengajuan {cycle.id} menilai tahun {cycle.year}, tetapi instrumen"
            f" {instrument.id} {reason}",
            f"pakai instrumen tahun {cycle.year} begitu diketahui; nilai dengan ini hanya latihan",
            (Related(instrument.span(place), "menurut instrumen"),),
        )


def _why_not(instrument: Instrument, year: int) -> tuple[str, str]:
    """Return the field that speaks against the year, and what it says."""
    asked, start, end = PartialDate(year), instrument.valid_from, instrument.valid_to
    if start and start.first > asked.last:
        return "valid_from", f"baru berlaku mulai {date_words(start)}"
    if end and end.last < (asked.last if instrument.revoked_by else asked.first):
        return "valid_to", f"berlaku hanya sampai {date_words(end)}"
    if instrument.revoked_by and not end:
        return "revoked_by", f"sudah dicabut oleh {instrument.revoked_by}"
    if instrument.year != year and not (start and end):
        return "year", f"untuk tahun {instrument.year}"
    return "", ""
