"""The sheets of evidence: what is on record and cannot be used yet, and rows for what is not."""

from scmaster.assess.case import Case
from scmaster.assess.owed import Owed
from scmaster.model import labels
from scmaster.model.evidence import Claim, Evidence
from scmaster.passages.names import name_of
from scmaster.requests import choices
from scmaster.requests.building import Line, Plan, field, within
from scmaster.requests.form import MADE, Column, Fresh, Inside, Kind, Path
from scmaster.requests.showing import at_issue

KEY, NEW = "evidence", "new_evidence"
PART, CLAIM = "evidence", "claim"
_FILE = Column(
    "file",
    "Nama berkas",
    width=22,
    note="Nama berkas yang dikirim bersama formulir ini, misalnya sk-tim-2024.pdf.",
    answer=True,
)
_LINK = field(
    PART, ("url",), "Tautan", "Alamat lengkap yang dapat dibuka, diawali https://.", Kind.URL
)
_PAGES = field(CLAIM, ("pages",), "Halaman", "Halaman yang membuktikannya, misalnya 3-4.")
_EXAMPLE = {
    "title": "Keputusan Wali Kota tentang Tim Pelaksana (Keputusan)",
    "lacks": "Belum ada berkas atau tautan.",
    "proves": "BAS.03",
    "file": "sk-tim-2024.pdf",
    "url": "https://jdih.contoh.go.id/sk-tim-2024",
    "pages": "3-4",
    "section": "Diktum KEDUA",
}
_NEW_EXAMPLE = {
    "title": "Notulen rapat Dewan Smart City triwulan I",
    "kind": "Notulen",
    "number": "000.5/123/Diskominfo",
    "date": "6 November 2024",
    "file": "notulen-dewan-2024-11.pdf",
    "url": "",
    "supports": "BAS.03 Apakah dewan rapat menurut jadwal?",
    "role": "Utama",
    "pages": "2",
    "present": "Tidak",
}


def plan(case: Case, theirs: Owed) -> Plan:
    """Return the sheet of papers on record that cannot be opened, or not at the right page."""
    columns = [
        Column("title", "Dokumen", width=44),
        Column("lacks", "Yang kurang", width=26),
        Column("proves", "Dipakai untuk", width=24),
        _FILE,
        _LINK,
        _PAGES,
        field(
            CLAIM,
            ("section",),
            "Bagian",
            "Bab, pasal, atau diktum yang membuktikannya, misalnya Diktum KEDUA.",
            width=18,
        ),
    ]
    lines = [_unopened(case, evidence) for evidence in theirs.unopened]
    lines += [_unplaced(case, claim, evidence) for claim, evidence in theirs.unplaced]
    asked = {e.id for e in theirs.unopened} | {e.id for _, e in theirs.unplaced}
    return Plan(
        KEY,
        "Eviden",
        "Dokumen yang sudah tercatat tetapi belum dapat dibuka, atau belum jelas halamannya.",
        columns,
        _EXAMPLE,
        lines,
        len(asked),
    )


def _unopened(case: Case, evidence: Evidence) -> Line:
    cells: dict[str, str | None] = {
        "title": _titled(evidence),
        "lacks": "Belum ada berkas atau tautan.",
        "proves": within(_uses(case, evidence)),
        "file": "",
        "url": at_issue(evidence, ("url",)),
    }
    return Line(evidence.id, {PART: Inside("evidence", evidence.id)}, cells)


def _uses(case: Case, evidence: Evidence) -> str:
    uses = [use.user for use in case.dossier.uses.get(evidence.id, [])]
    named = [name for use in uses if isinstance(use, Claim) for name in use.supports]
    return "; ".join(name_of(case.dossier, name) for name in dict.fromkeys(named))


def _unplaced(case: Case, claim: Claim, evidence: Evidence) -> Line:
    cells: dict[str, str | None] = {
        "title": _titled(evidence),
        "lacks": "Belum disebut halaman atau bagiannya.",
        "proves": within("; ".join(name_of(case.dossier, name) for name in claim.supports)),
        "pages": at_issue(claim, ("pages",)),
        "section": at_issue(claim, ("section",)),
    }
    return Line(claim.id, {CLAIM: Inside("claims", claim.id)}, cells)


def _titled(evidence: Evidence) -> str:
    return within(f"{evidence.title} ({labels.EVIDENCE_KIND[evidence.kind]})")


def new(case: Case, theirs: Owed) -> Plan:
    """Return the sheet whose rows are for evidence that nobody has recorded yet."""
    given: list[tuple[Path, str]] = [(("opd",), theirs.opd.id)] if theirs.opd else []
    used: list[tuple[Path, str]] = [(("role",), "supporting")]
    used += [(("submission",), case.submission.id)] if case.submission else []
    owner = {} if theirs.opd else {"opd": ""}
    fields = ("title", "kind", "number", "date", "file", "url", "supports", "role", "pages")
    cells: dict[str, str | None] = {**dict.fromkeys((*fields, "present"), ""), **owner}
    lines = []
    for number in range(1, choices.NEW_ROWS + 1):
        key = choices.new_row(number)
        own: tuple[tuple[Path, str], ...] = ((("evidence",), f"{MADE}{key}"),)
        targets = {PART: Fresh("evidence", tuple(given)), CLAIM: Fresh("claims", own + tuple(used))}
        lines.append(Line(key, dict(targets), cells))
    return Plan(
        NEW,
        "Eviden Baru",
        "Dokumen lain yang membuktikan sesuatu: satu dokumen satu baris; boleh dibiarkan kosong.",
        [*_document(), *_use(case, theirs), *_about(case)],
        _NEW_EXAMPLE,
        lines,
    )


def _document() -> list[Column]:
    """Return the columns that say which document it is."""
    return [
        field(
            PART,
            ("title",),
            "Judul dokumen",
            "Judul seperti pada dokumennya.",
            Kind.LONG,
            width=28,
            needed=True,
        ),
        field(
            PART,
            ("kind",),
            "Jenis",
            "Jenis dokumen, dari daftar.",
            Kind.CHOICE,
            width=16,
            choices=choices.words(labels.EVIDENCE_KIND),
            needed=True,
        ),
        field(PART, ("number",), "Nomor", "Nomor dokumen, bila ada.", width=15),
        field(PART, ("date",), "Tanggal", "Tanggal dokumen.", Kind.DATE),
        _FILE,
        _LINK,
    ]


def _use(case: Case, theirs: Owed) -> list[Column]:
    """Return the columns that say what it is for."""
    return [
        field(
            CLAIM,
            ("supports", 0),
            "Mendukung",
            "Pertanyaan, program, indikator, atau rekomendasi yang dibuktikannya.",
            Kind.CHOICE,
            width=28,
            choices=choices.supported(case, theirs),
            needed=True,
        ),
        field(
            CLAIM,
            ("role",),
            "Kegunaan",
            "Utama bila dokumen ini sendirian membuktikannya; pendukung bila hanya menguatkan."
            " Kosong berarti pendukung.",
            Kind.CHOICE,
            width=12,
            choices=choices.words(labels.ROLE),
        ),
        _PAGES,
    ]


def _about(case: Case) -> list[Column]:
    """Return the columns that say what else is to be known of it."""
    return [
        field(
            PART,
            ("personal_data", "present"),
            "Ada data pribadi?",
            "Ya bila memuat data pribadi: NIK, nomor telepon, alamat rumah, dan sejenisnya.",
            Kind.YES_NO,
        ),
        field(
            PART,
            ("opd",),
            "Perangkat daerah penerbit",
            "Perangkat daerah yang menerbitkan dokumen itu.",
            Kind.CHOICE,
            choices=choices.offices(case),
        ),
    ]
