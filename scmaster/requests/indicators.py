"""The sheet of indicators without a figure of the period asked about."""

from datetime import date

from scmaster.assess.case import Case
from scmaster.assess.evidence import period_of
from scmaster.assess.measures import achieved
from scmaster.assess.owed import Owed
from scmaster.indonesian import number
from scmaster.model.masterplan import Indicator
from scmaster.model.wording import figure_with_date
from scmaster.requests import choices
from scmaster.requests.building import Line, Plan, field, within
from scmaster.requests.form import Column, Inside, Item, Kind, Target
from scmaster.requests.showing import at_issue

KEY, PART = "indicators", "actual"
_EXAMPLE = {
    "indicator": "Cakupan layanan panggilan darurat",
    "unit": "persen",
    "target": "2024: 80",
    "last": "72,5% (dilaporkan, keadaan 2023)",
    "value": "81,5",
    "as_of": "31 Desember 2024",
    "evidence": "Lembar Eviden Baru, baru-1",
    "page": "12",
    "note": "Angka sementara; angka tetap terbit Maret 2025.",
}


def plan(case: Case, theirs: Owed) -> Plan:
    """Return the sheet of the figures that an office owes."""
    return Plan(
        KEY,
        "Indikator",
        "Indikator yang belum mempunyai capaian untuk periode evaluasi; isi satu capaian terbaru.",
        _columns(case, theirs),
        _EXAMPLE,
        [_line(case, theirs, indicator) for indicator in theirs.indicators],
        len(theirs.indicators),
    )


def _columns(case: Case, theirs: Owed) -> list[Column]:
    return [
        Column("indicator", "Indikator", width=40),
        Column("unit", "Satuan", width=12),
        Column("target", "Target", width=16),
        Column("last", "Capaian terakhir yang tercatat", width=26),
        field(
            PART,
            ("value",),
            "Capaian baru",
            "Angkanya saja, dalam satuan indikator.",
            Kind.NUMBER,
            needed=True,
        ),
        field(
            PART,
            ("as_of",),
            "Keadaan per",
            "Tanggal, bulan, atau tahun keadaan angka itu.",
            Kind.PERIOD,
            needed=True,
        ),
        field(
            PART,
            ("evidence",),
            "Dokumen sumber",
            "Dokumen yang memuat angka itu. Yang belum ada dalam daftar ditulis dahulu di lembar"
            " Eviden Baru, lalu pilih barisnya di sini.",
            Kind.CHOICE,
            width=34,
            choices=choices.evidence(case, theirs),
        ),
        field(PART, ("page",), "Halaman", "Halaman atau bagian dokumen yang memuat angka itu."),
        field(
            PART,
            ("note",),
            "Catatan",
            "Bila perlu: cara menghitung, atau mengapa angkanya sementara.",
            Kind.LONG,
            width=30,
        ),
        field(
            KEY,
            ("owner",),
            "Perangkat daerah pemilik data",
            "Perangkat daerah yang memegang angka ini.",
            Kind.CHOICE,
            choices=choices.offices(case),
        ),
    ]


def _line(case: Case, theirs: Owed, indicator: Indicator) -> Line:
    targets: dict[str, Target] = {
        PART: Item("indicators", indicator.id, ("actuals",), ((("status",), "reported"),)),
        KEY: Inside("indicators", indicator.id),
    }
    cells: dict[str, str | None] = {
        "indicator": within(indicator.name),
        "unit": within(indicator.unit),
        "target": _target(case, indicator),
        "last": within(_last(indicator)),
        **dict.fromkeys(("value", "as_of", "evidence", "page", "note"), ""),
    }
    if theirs.opd is None:
        cells["owner"] = at_issue(indicator, ("owner",))
    return Line(indicator.id, targets, cells)


def _target(case: Case, indicator: Indicator) -> str:
    """Say what was promised for the years asked about, else for the last year of all."""
    every = sorted(indicator.targets, key=lambda target: target.year)
    period = period_of(case.submission) if case.submission else None
    asked = [t for t in every if period and period.first.year <= t.year <= period.last.year]
    return "; ".join(f"{t.year}: {number(t.value)}" for t in asked or every[-1:]) or "–"


def _last(indicator: Indicator) -> str:
    known = [actual for actual in indicator.actuals if achieved(actual)]
    last = max(known, key=lambda m: m.as_of.last if m.as_of else date.min, default=None)
    newest = last or indicator.baseline
    return figure_with_date(newest, indicator.unit) if newest else "belum ada"
