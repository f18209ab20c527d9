"""Which form a workbook is, and whether this city has given it out."""

from scmaster.assess.case import Case
from scmaster.assess.requested import Asked, Requests
from scmaster.diagnostics import Diagnostic, Severity
from scmaster.exchange.workbook import Workbook, span
from scmaster.indonesian import partial_date
from scmaster.model.evaluation import Submission
from scmaster.model.values import parse_date
from scmaster.requests import state
from scmaster.requests.form import STATE, VERSION, Form

CODES = {
    "SCM910": """Berkas yang bukan formulir kota ini.

Setiap formulir membawa keterangan tersembunyi: kota, pengajuan, perangkat daerah, dan isinya saat
dibagikan. Berkas tanpa keterangan itu, milik kota lain, atau yang tidak tercatat di folder
requests/ tidak diambil isinya.

Minta pengisi memakai formulir yang dikirim kepadanya. Bila formulir itu dibagikan dari cabang git
lain, gabungkan dahulu cabang itu.
""",
    "SCM911": """Formulir yang sudah ada penggantinya.

Perangkat daerah ini sudah diberi formulir yang lebih baru. Isian di formulir lama tetap diambil
sejauh datanya belum berubah.

Periksa apakah formulir yang lebih baru juga sudah kembali.
""",
}


def form_of(book: Workbook, case: Case) -> tuple[Form | None, list[Diagnostic]]:
    """Return the form that a workbook is, where this city has issued it; and what is wrong."""
    form, reason, hint = carried(book, "scmaster request")
    if form is not None:
        reason, hint = _foreign(form, case)
    if form is None or reason:
        return None, [_said(book, "SCM910", Severity.ERROR, reason, hint)]
    newest = max(_ledger(case, form).asked, key=lambda line: line.date)
    if newest.form == form.fingerprint or newest.date == _asked(case, form).date:
        return form, []
    day = parse_date(newest.date)
    message = f"formulir ini sudah diganti pada {partial_date(day.year, day.month, day.day)}"
    hint = "pastikan isian di formulir yang lebih baru juga diambil"
    return form, [_said(book, "SCM911", Severity.WARNING, message, hint)]


def carried(book: Workbook, command: str) -> tuple[Form | None, str, str]:
    """Return the form that a workbook carries along; else why there is none, and what to do.

    `command` is what makes such forms.
    """
    sheet = book.sheet(STATE)
    found = [] if sheet is None else [sheet.text(row, 1) for row in range(1, sheet.last[0] + 1)]
    told = state.text(found)
    if told is None:
        hint = "pakai formulir yang dikirim; jangan menyalin lembarnya ke berkas lain"
        return None, f"berkas ini bukan formulir dari '{command}'", hint
    form = state.parsed(told)
    if form is not None and form.fingerprint == found[1]:
        return form, "", ""
    version = state.version(told)
    if version is not None and version > VERSION:
        newer = f"formulir ini dibuat oleh scmaster yang lebih baru (bentuk {version})"
        return None, newer, "perbarui scmaster di komputer ini"
    return None, "keterangan tersembunyi di formulir ini rusak", "minta formulirnya diisi ulang"


def _foreign(form: Form, case: Case) -> tuple[str, str]:
    """Say why a form is none of this city, and what to do; nothing where it is."""
    own = case.dossier.city.id if case.dossier.city else ""
    if form.city != own:
        hint = f"jalankan: scmaster collect {form.city} ..."
        return f"formulir ini milik kota '{form.city}', bukan '{own}'", hint
    if form.submission not in case.dossier.of(Submission):
        return f"pengajuan '{form.submission}' di formulir ini tidak ada di kota ini", ""
    if not any(line.form == form.fingerprint for line in _ledger(case, form).asked):
        hint = "gabungkan dahulu cabang git tempat formulir ini dibuat, atau bagikan ulang"
        return f"formulir untuk '{form.opd}' ini tidak tercatat pernah dibagikan", hint
    return "", ""


def _ledger(case: Case, form: Form) -> Requests:
    return ledger_of(case, form.submission, form.opd)


def ledger_of(case: Case, submission: str, opd: str) -> Requests:
    """Return the ledger of an office for a submission; an empty one where there is none."""
    found = (r for r in case.requests if (r.submission, r.opd) == (submission, opd))
    return next(found, Requests(submission, opd))


def _asked(case: Case, form: Form) -> Asked:
    every = [line for line in _ledger(case, form).asked if line.form == form.fingerprint]
    return max(every, key=lambda line: line.date)


def _said(book: Workbook, code: str, level: Severity, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, level, span(book, (1, 1)), message, hint)
