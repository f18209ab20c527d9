"""What assessors complain of: of one question, and one complaint by itself."""

from scmaster.catalogue.sheets import SURE, Sheet, repeated
from scmaster.link import Frameworks, questions
from scmaster.model.city import Source
from scmaster.model.framework import Complaint, Example


def about(frameworks: Frameworks, question: str) -> Sheet:
    """Return a sheet of the complaints that bear on a question; those on all come last."""
    asking = {
        instrument.family
        for instrument in frameworks.instruments.values()
        for known in questions(instrument)
        if known.upper() == question.upper()
    }
    every = [c for c in frameworks.complaints.values() if c.family in asking]
    own = [c for c in every if question.upper() in {q.upper() for q in c.questions}]
    wide = [c for c in every if c.every_question]
    rows = [(c.id, f"{c.name}: {c.text} Pernah di {_where(c)}.") for c in [*own, *wide]]
    rows = rows or [("", "Tidak ada yang tercatat untuk soal ini.")]
    standings = {SURE[c.status] for c in own}
    if standings:
        rows.append(("Kepastian", f"kaitan dengan soal ini {', '.join(sorted(standings))}"))
    return Sheet(f"Keluhan asesor tentang {question.upper()}", tuple(rows))


def complaint_sheet(frameworks: Frameworks, identity: str) -> Sheet | None:
    """Return the sheet of a complaint, however its id is written; None when there is none."""
    wanted = identity.lower().replace("_", "-")
    found = next((c for c in frameworks.complaints.values() if c.id.lower() == wanted), None)
    if found is None:
        return None
    bears = ", ".join(found.questions)
    if found.every_question:
        bears = "setiap soal"
    rows = [
        ("Keluhan", found.name),
        ("Isi", found.text),
        ("Soal", bears or "tidak ada soal yang diketahui menanyakannya"),
        ("Kepastian kaitan", SURE[found.status] if bears else ""),
        *repeated("Contoh", [_told(frameworks, example) for example in found.examples]),
    ]
    return Sheet(found.id, tuple((label, value) for label, value in rows if value))


def _told(frameworks: Frameworks, example: Example) -> str:
    source = frameworks.sources.get(example.source)
    cited = source.title if isinstance(source, Source) else example.source
    return f"{example.city} {example.year}: {example.text} ({cited})"


def _where(complaint: Complaint) -> str:
    return ", ".join(dict.fromkeys(f"{e.city} {e.year}" for e in complaint.examples))
