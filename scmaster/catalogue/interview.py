"""A question of the interview: why it is asked, what answers it, and what a city has for it."""

from scmaster.assess.case import Case
from scmaster.assess.interview import one
from scmaster.catalogue.sheets import Sheet, repeated
from scmaster.indonesian import listing
from scmaster.link import Frameworks
from scmaster.model.city import Source
from scmaster.model.framework import Example
from scmaster.model.interview import InterviewQuestion
from scmaster.passages import grounds, interview

PARTS = {
    "regulation": "dasar hukum masterplan",
    "reviews": "peninjauan masterplan",
    "council": "rapat Dewan",
    "team": "rapat Tim Pelaksana",
    "forum": "rapat Forum",
    "outside_funding": "dana dan mitra di luar APBD",
    "surveys": "survei dampak",
    "strengths": "kekuatan, nilai tertinggi, dan penghargaan",
    "continuity": "rencana sesudah periode ini dan keberlangsungan quick win",
}
"""What a part of a city's data is called to a reader."""


def interview_sheet(frameworks: Frameworks, identity: str) -> Sheet | None:
    """Return the sheet of a question of the interview; None when there is no such question."""
    found = frameworks.interview.get(identity.lower().replace("_", "-"))
    if found is None:
        return None
    complaint = frameworks.complaints.get(found.theme or "")
    rows = [
        ("Pertanyaan", found.text),
        ("Mengapa ditanyakan", found.why),
        ("Keluhan", f"{complaint.id} ({complaint.name})" if complaint else ""),
        *repeated("Pernah ditanyakan", [_told(frameworks, e) for e in found.asked]),
        ("Penjawab", found.office),
        *repeated("Dijawab oleh", _answering(found)),
        *repeated("Yang dibawa", found.needs),
        ("Kepastian", interview.LIKELY[found.status]),
    ]
    return Sheet(found.id, tuple((label, value) for label, value in rows if value))


def prepared_sheet(case: Case, identity: str) -> Sheet:
    """Return what a city has to answer a question of the interview, which must exist."""
    found = one(case, identity)
    city = case.dossier.city
    if found is None:
        raise ValueError(identity)
    rows = [("Keadaan", interview.READY[found.ready])]
    rows += repeated("Bahan", [grounds.plain(case, ground) for ground in found.grounds])
    waiting = [standing.question.id for standing in found.lacking]
    rows.append(("Belum terbukti", listing(waiting)))
    heading = f"{found.question.id} di {city.name if city else 'kota'}"
    return Sheet(heading, tuple((label, value) for label, value in rows if value))


def _answering(question: InterviewQuestion) -> list[str]:
    """Say where in a city's data the answer is looked for, one way a line."""
    by = question.answered_by
    ways = [
        (by.questions, "jawaban atas pertanyaan instrumen"),
        ([PARTS[part] for part in by.parts], "data tentang"),
        (by.words, "angka, program, indikator, dan rencana yang menyebut"),
    ]
    return [f"{way} {listing(what)}" for what, way in ways if what]


def _told(frameworks: Frameworks, example: Example) -> str:
    source = frameworks.sources.get(example.source)
    cited = source.title if isinstance(source, Source) else example.source
    return f"{example.city} {example.year}: {example.text} ({cited})"
