"""The page of one office: what it was asked for, gave and owes, and nobody else's matters."""

from scmaster.assess.case import Case
from scmaster.assess.contributions import Contribution
from scmaster.assess.offices import of_today
from scmaster.assess.owed import Owed, owed
from scmaster.assess.owners import office_of
from scmaster.assess.participation import participation
from scmaster.dashboard.page import Card, Cards, Page, Part, Row, Section, Table, Words, columns
from scmaster.dashboard.participants import NAME, office_page
from scmaster.dashboard.pillars import indicator_table, programme_row
from scmaster.dashboard.questions import question_table
from scmaster.dashboard.quick_wins import measures
from scmaster.dashboard.quick_wins import row as quick_win_row
from scmaster.dashboard.recommended import linked
from scmaster.model.city import Opd
from scmaster.model.evaluation import Recommendation, Submission
from scmaster.model.evidence import Evidence
from scmaster.model.masterplan import Indicator, Programme, QuickWin
from scmaster.model.wording import period_words
from scmaster.passages import participation as words
from scmaster.passages import quick_wins, requests
from scmaster.passages.cells import Cell
from scmaster.passages.evidence import numbered, title
from scmaster.passages.recommendations import cycle_name


def pages(case: Case) -> list[Page]:
    """Return a page for each office of today that the register has."""
    found = participation(case)
    made = {opd.id: opd for opd in case.dossier.of(Opd).values()}
    wanted = owed(case)
    span = period_words(found.period) if found.period else "semua waktu"
    return [
        _page(case, made[office.key], office, span, wanted.get(office.key))
        for office in found.offices
        if office.key in made
    ]


def _page(case: Case, opd: Opd, office: Contribution, span: str, asked: Owed | None) -> Page:
    names = _names(case, opd)
    sections = [
        Section("Ringkasan", [Cards(_cards(office, asked))]),
        Section("Yang diminta", _owed(case, asked)),
        Section("Kontribusi", _given(office, span)),
    ]
    for name, parts in (
        ("Soal", _questions(case, names)),
        ("Program dan indikator", _programmes(case, names)),
        ("Quick win", _quick_wins(case, names)),
        ("Rekomendasi asesor", _recommendations(case, names)),
        ("Eviden yang diterbitkan", _evidence(case, names)),
    ):
        sections += [Section(name, parts)] if parts else []
    return Page(
        office_page(opd.id),
        opd.name,
        [f"Halaman ini hanya memuat hal yang menyangkut {opd.short_name or opd.name}."],
        sections,
        alone=True,
        up=NAME,
    )


def _names(case: Case, opd: Opd) -> set[str]:
    """Return the ids that an office ever had."""
    every = case.dossier.of(Opd).values()
    return {one.id for one in every if of_today(case.dossier, one, case.on).id == opd.id}


def _cards(office: Contribution, asked: Owed | None) -> list[Card]:
    forms = office.replies
    cards = [
        _card("Formulir kembali", forms.answered, forms.asked, _forms(office)),
        _card("Soal terbukti", office.proven.done, office.proven.of),
        _card("Rekomendasi berbukti", office.followed_up.done, office.followed_up.of),
    ]
    if asked is not None:
        worth = requests.worth(asked)
        note = f"bernilai {worth} (simulasi)" if worth else ""
        cards.insert(0, Card("Masih diminta", f"{requests.count(asked)} hal", note))
    return cards


def _card(label: str, done: int, whole: int, note: str = "") -> Card:
    """Return so many of so many; what was not asked for is no fault."""
    if not whole:
        return Card(label, words.NONE, "tidak ada yang diminta")
    return Card(label, f"{done} dari {whole}", note)


def _forms(office: Contribution) -> str:
    forms = office.replies
    told = (
        (forms.on_time, "tepat waktu"),
        (forms.late, "terlambat"),
        (forms.overdue, "lewat tenggat"),
    )
    return ", ".join(f"{count} {word}" for count, word in told if count)


def _owed(case: Case, asked: Owed | None) -> list[Part]:
    if asked is None:
        return [Words("Tidak ada yang diminta saat ini.")]
    titles = ("Nomor", "Yang diminta", "Bentuk", "Tambahan nilai")
    return [Table("Yang diminta", columns(*titles, numbers=1), requests.rows(case, asked))]


def _given(office: Contribution, span: str) -> list[Part]:
    titles = ("Formulir", "Jawaban", "Terbukti", "Eviden", "Rekomendasi", "Rapat")
    rows: list[Row] = list(zip(titles, words.office_row(office)[1:], strict=True))
    table = Table("Kontribusi", columns("Apa", "Banyaknya"), rows, fixed=True)
    return [table, Words(f"Rapat dihitung pada {span}.", "catatan")]


def _questions(case: Case, names: set[str]) -> list[Part]:
    own = [
        standing
        for standing in case.standings.values()
        if isinstance(office := office_of(case, standing), Opd) and office.id in names
    ]
    return [question_table(case, "Soal yang dijawab", own)] if own else []


def _programmes(case: Case, names: set[str]) -> list[Part]:
    parts: list[Part] = []
    own = [p for p in case.dossier.of(Programme).values() if p.owner in names]
    if own:
        titles = ("Program", "Perangkat daerah", "Keadaan", "Angka")
        rows = [programme_row(case, one) for one in own]
        parts.append(Table("Program", columns(*titles), rows))
    measured = [i for i in case.dossier.of(Indicator).values() if i.owner in names]
    if measured:
        parts.append(indicator_table(case, "Indikator", measured))
    return parts


def _quick_wins(case: Case, names: set[str]) -> list[Part]:
    sheets = {sheet.id: sheet for sheet in quick_wins.sheets(case)}
    own = [
        q
        for q in case.dossier.of(QuickWin).values()
        if (p := case.dossier.get(Programme, q.programme)) and p.owner in names
    ]
    if not own:
        return []
    titles = ("Quick win", "Tahun", "Perangkat daerah", "Manfaat", "Ukuran", "Risiko")
    rows = [quick_win_row(case, one, sheets[one.id]) for one in own]
    figures = [table for one in own if (table := measures(sheets[one.id]))]
    return [Table("Quick win", columns(*titles), rows), *figures]


def _recommendations(case: Case, names: set[str]) -> list[Part]:
    own = [r for r in case.dossier.of(Recommendation).values() if r.owner in names]
    if not own:
        return []
    cycles = case.dossier.of(Submission)
    titles = ("Siklus", "Rekomendasi", "Tindak lanjut", "Status", "Eviden")
    rows: list[Row] = []
    for one in own:
        nth, text, _, done, status, proof = linked(case, one)
        cycle: Cell = f"{cycle_name(cycles.get(one.submission))} nomor {nth}"
        rows.append((cycle, text, done, status, proof))
    return [Table("Rekomendasi asesor", columns(*titles), rows)]


def _evidence(case: Case, names: set[str]) -> list[Part]:
    own = [e for e in case.dossier.of(Evidence).values() if e.opd in names]
    rows: list[Row] = [(title(one), numbered(one)) for one in own]
    return [Table("Eviden", columns("Eviden", "Nomor dan tanggal"), rows)] if rows else []
