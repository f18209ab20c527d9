"""How it came about: results, editions of the masterplan, and what was called otherwise."""

from scmaster.assess.case import Case
from scmaster.assess.masterplans import in_use
from scmaster.dashboard.leading import to_record
from scmaster.dashboard.page import Page, Part, Row, Section, Table, Words, columns, drawn
from scmaster.model.city import Opd
from scmaster.model.evaluation import Submission
from scmaster.model.masterplan import Programme
from scmaster.model.wording import date_words, period_words
from scmaster.passages import editions, index_chart, profile, result_charts, results
from scmaster.passages.cells import Missing
from scmaster.passages.recommendations import cycle_name

NAME = "riwayat.html"


def page(case: Case) -> Page:
    """Return the city's history in the programme."""
    plan = in_use(case)
    succession = [row[:4] for row in editions.succession(case, plan)] if plan else []
    titles = ("Judul", "Disusun", "Berlaku", "Status")
    return Page(
        NAME,
        "Profil dan riwayat",
        [],
        [
            Section("Profil kota", _profile(case)),
            Section("Hasil evaluasi", _results(case)),
            Section("Siklus evaluasi", _cycles(case)),
            Section(
                "Masterplan",
                [Table("Edisi masterplan", columns(*titles), succession, fixed=True)]
                if succession
                else [Words(Missing("Belum ada masterplan tercatat."))],
            ),
            Section("Program yang berganti nama", _renamed(case)),
            Section("Perangkat daerah yang berganti", _replaced(case)),
        ],
        "Riwayat",
    )


def _profile(case: Case) -> list[Part]:
    rows = profile.facts(case)
    if not rows:
        return [Words(Missing("Angka profil kota belum tercatat."))]
    titles = ("Uraian", "Angka", "Keadaan", "Jenis", "Sumber")
    return [Table("Angka profil kota", columns(*titles), rows)]


def _results(case: Case) -> list[Part]:
    rows = results.history(case)
    if not rows:
        return [Words(Missing("Belum ada hasil evaluasi tercatat."))]
    titles = ("Siklus", "Nilai akhir", "Peningkatan", "Peringkat", "Menurut", "Keterangan")
    parts: list[Part] = [Table("Hasil evaluasi", columns(*titles), rows, fixed=True)]
    for figure in (result_charts.dimensions(case), index_chart.by_year(case)):
        parts += drawn(figure.chart, figure.note)
    return parts


def _cycles(case: Case) -> list[Part]:
    every = case.dossier.of(Submission).values()
    ordered = sorted(every, key=lambda s: (s.year, s.stage, s.id), reverse=True)
    rows: list[Row] = [
        (
            to_record(cycle.title or cycle_name(cycle), cycle.id),
            cycle_name(cycle),
            [f"{period_words(event.date)}: {event.text}" for event in cycle.dates]
            or Missing("jadwal belum tercatat"),
        )
        for cycle in ordered
    ]
    return [Table("Siklus evaluasi", columns("Pengajuan", "Siklus", "Jadwal"), rows, fixed=True)]


def _renamed(case: Case) -> list[Part]:
    rows: list[Row] = [
        (
            to_record(programme.name, programme.id),
            [
                f"{old.name} (sampai {date_words(old.until)})" if old.until else old.name
                for old in programme.renamed_from
            ],
        )
        for programme in case.dossier.of(Programme).values()
        if programme.renamed_from
    ]
    if not rows:
        return [Words("Tidak ada yang tercatat.")]
    return [Table("Program yang berganti nama", columns("Sekarang", "Sebelumnya"), rows)]


def _replaced(case: Case) -> list[Part]:
    every = case.dossier.of(Opd)
    rows: list[Row] = [
        (
            opd.name,
            to_record(every[opd.successor].name, opd.successor),
            date_words(opd.valid_to) if opd.valid_to else Missing("tidak diketahui"),
        )
        for opd in every.values()
        if opd.successor in every and opd.successor is not None
    ]
    if not rows:
        return [Words("Tidak ada yang tercatat.")]
    return [Table("Perangkat daerah", columns("Sebelumnya", "Penggantinya", "Sampai"), rows)]
