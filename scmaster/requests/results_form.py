"""The form for what assessors gave: totals, scores of questions, remarks, recommendations.

One a submission. Scores that are on record stand in it; remarks and recommendations are rows to
be filled in.
"""

from collections.abc import Iterator
from decimal import Decimal

from scmaster.assess.case import Case
from scmaster.assess.results import TRUST
from scmaster.indonesian import number
from scmaster.link import groups_of, questions_of
from scmaster.model.evaluation import Result, Submission
from scmaster.model.framework import Instrument, Scale
from scmaster.requests.building import Line, Plan, within
from scmaster.requests.choices import Choices, offices
from scmaster.requests.form import Column, Form, Kind

OPD = "hasil-asesor"
"""In the place of an office: no office is asked."""
ASSESSORS = 5
"""As in the evaluation of 2023."""
REMARKS, RECOMMENDATIONS = 15, 30
"""Rows to be filled in."""
FINAL = "akhir"
"""Key of the only row of the first sheet."""
_PURPOSE = (
    "Menyalin hasil evaluasi dari surat atau laporan kementerian ke data kota: nilai, kekuatan,"
    " kelemahan, dan rekomendasi."
)
_EXACTLY = (
    "Salin angkanya persis seperti tercetak, dengan koma sebagai tanda desimal. Yang tidak tercetak"
    " dibiarkan kosong; jangan menghitung sendiri."
)
_PER_ASSESSOR = (
    "Di lembar Nilai Soal, isi nilai setiap asesor bila tercetak, atau hanya nilai soalnya."
)
_A_ROW_EACH = (
    "Satu catatan atau rekomendasi per baris, dengan kata-kata asesor. Nomor rekomendasi boleh"
    " dikosongkan; urutan barisnya dipakai. Sebut lembaga asesor, bukan nama orangnya."
)
_AFTER = (
    "Kembalikan ke Diskominfo untuk diambil dengan 'scmaster results import'. Formulir ditolak bila"
    " nilai akhir atau nilai dimensi tidak mengikuti bagian-bagiannya, karena itu berarti ada angka"
    " yang salah salin."
)
STATUS: Choices = (
    ("official", "Resmi (surat kementerian)"),
    ("reported", "Dilaporkan sumber lain"),
)


def results_form(case: Case, assessors: int = ASSESSORS) -> Form:
    """Return the form of the case's submission, whose instrument has to be known."""
    submission, instrument = case.submission, case.instrument
    if submission is None or instrument is None:
        raise ValueError(submission)
    known = latest(case, submission)
    city = case.dossier.city
    plans = (
        _final(known, instrument.scale),
        _dimensions(instrument, known),
        _questions(instrument, known, assessors),
        _remarks("strengths", "Kekuatan", "kuat", "Komitmen pimpinan sangat baik."),
        _remarks("weaknesses", "Kelemahan", "lemah", "Forum belum bertemu secara berkala."),
        _recommendations(case, instrument),
    )
    return Form(
        city=city.id if city else "",
        submission=submission.id,
        opd=OPD,
        due="",
        title=f"Hasil evaluasi {submission.year} menurut asesor",
        office=city.name if city else "",
        guide=_guide(instrument),
        sheets=tuple(sheet for plan in plans if (sheet := plan.sheet())),
    )


def latest(case: Case, submission: Submission) -> Result | None:
    """Return the surest result on record of a submission."""
    every = (r for r in case.dossier.of(Result).values() if r.submission == submission.id)
    return min(every, key=lambda r: (TRUST.index(r.status), r.id), default=None)


def plain(value: Decimal | None) -> str:
    """Return a score as YAML has it."""
    return "" if value is None else f"{value:f}"


def _guide(instrument: Instrument) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("Untuk apa formulir ini", (_PURPOSE, f"Instrumen: {instrument.name}.")),
        ("Cara mengisi", (_EXACTLY, _PER_ASSESSOR, _A_ROW_EACH)),
        ("Sesudah diisi", (_AFTER,)),
    )


def _final(known: Result | None, scale: Scale) -> Plan:
    low, high = number(scale.minimum), number(scale.maximum)
    columns = (
        _given("status", "Sumber nilai", "Dari mana angkanya disalin.", Kind.CHOICE, STATUS, 30),
        _given("final", "Nilai akhir", f"Antara {low} dan {high}.", Kind.NUMBER),
        _given("improvement", "Peningkatan", "Boleh negatif.", Kind.NUMBER),
        _given("rank", "Peringkat", "Bila tercetak.", Kind.WHOLE),
        _given("rank_of", "Dari berapa daerah", "Bila tercetak.", Kind.WHOLE),
        _given("letter_number", "Nomor surat", "Surat kementerian.", Kind.TEXT, width=30),
        _given("letter_date", "Tanggal surat", "Tanggal surat itu.", Kind.DATE),
    )
    letter = known.letter if known else None
    cells = {
        "status": known.status if known and known.status in dict(STATUS) else "",
        "final": plain(known.final if known else None),
        "improvement": plain(known.improvement if known else None),
        "rank": _count(known.rank if known else None),
        "rank_of": _count(known.rank_of if known else None),
        "letter_number": letter.number if letter else "",
        "letter_date": str(letter.date) if letter else "",
    }
    example = {"status": STATUS[0][1], "final": "3,10", "improvement": "-0,20", "rank": "12"}
    example |= {"rank_of": "66", "letter_number": "B-12/DJAI/AI.01.04/12/2023"}
    example |= {"letter_date": "4 Desember 2023"}
    opening = "Nilai akhir dan surat yang menyampaikannya."
    return Plan(
        "final", "Hasil Akhir", opening, columns, example, [Line(FINAL, {}, cells)], asked=1
    )


def _dimensions(instrument: Instrument, known: Result | None) -> Plan:
    columns = (
        _read("name", "Dimensi", 40),
        _read("weight", "Bobot", 10),
        _given("score", "Nilai", "Seperti tercetak, dua angka di belakang koma.", Kind.NUMBER),
    )
    scores = {node.node: node for node in known.scores} if known else {}
    lines = [
        Line(
            group.id,
            {},
            {
                "name": group.name,
                "weight": number(group.weight) if group.weight is not None else "",
                "score": plain(scores[group.id].score if group.id in scores else None),
            },
        )
        for group in groups_of(instrument)
    ]
    example = {"name": "Nama dimensi", "weight": "10", "score": "3,52"}
    opening = "Nilai setiap dimensi seperti tercetak di surat atau laporan."
    return Plan("dimensions", "Nilai Dimensi", opening, columns, example, lines, len(lines))


def _questions(instrument: Instrument, known: Result | None, assessors: int) -> Plan:
    scale = instrument.scale
    scores = {node.node: node for node in known.scores} if known else {}
    several = max([assessors, *(len(node.scores) for node in scores.values())])
    columns = [
        _read("dimension", "Dimensi", 16),
        _read("text", "Pertanyaan", 60),
        _given("score", "Nilai soal", "Rata-rata asesor, bila tercetak.", Kind.NUMBER),
    ]
    kind = (Kind.NUMBER, ()) if scale.fractions else (Kind.CHOICE, _levels(scale))
    columns += [
        _given(f"assessor_{n}", f"Asesor {n}", "Nilai asesor ini.", *kind, width=10)
        for n in range(1, several + 1)
    ]
    lines = []
    for group in instrument.groups:
        for question in questions_of(group):
            node = scores.get(question.id)
            cells = {
                "dimension": group.name,
                "text": within(question.text),
                "score": plain(node.score if node else None),
            }
            given = dict(enumerate(node.scores if node else (), start=1))
            cells |= {f"assessor_{n}": _level(given.get(n)) for n in range(1, several + 1)}
            lines.append(Line(question.id, {}, cells))
    example = {"dimension": "Nama dimensi", "text": "Isi pertanyaan", "score": "3,60"}
    example |= {f"assessor_{n}": str(3 + n % 2) for n in range(1, several + 1)}
    opening = "Nilai setiap soal bila laporannya memuatnya; yang tidak tercetak dikosongkan."
    return Plan("questions", "Nilai Soal", opening, columns, example, lines, len(lines))


def _levels(scale: Scale) -> Choices:
    """Return the scores that an assessor may give."""
    whole = range(int(scale.minimum), int(scale.maximum) + 1)
    absent = [] if scale.absent is None else [scale.absent]
    every = sorted({*map(Decimal, whole), *absent})
    return tuple((_level(value), _level(value)) for value in every)


def _level(value: Decimal | None) -> str:
    """Return a score without a tail of zeros: 3.00 is the level 3."""
    return "" if value is None else f"{value.normalize():f}"


def _remarks(key: str, title: str, name: str, example: str) -> Plan:
    columns = (
        _given("text", "Catatan asesor", "Dengan kata-kata asesor.", Kind.LONG, width=80),
        _given("by", "Lembaga asesor", "Lembaganya, bukan nama orangnya.", Kind.TEXT, width=30),
    )
    cells = {"text": "", "by": ""}
    lines = [Line(f"{name}-{n}", {}, cells) for n in range(1, REMARKS + 1)]
    opening = f"{title} yang ditulis asesor, satu per baris."
    return Plan(key, title, opening, columns, {"text": example, "by": "Universitas X"}, lines)


def _recommendations(case: Case, instrument: Instrument) -> Plan:
    columns = [
        _given("number", "Nomor", "Kosongkan bila tidak bernomor.", Kind.WHOLE, width=8),
        _given("text", "Rekomendasi", "Dengan kata-kata asesor.", Kind.LONG, width=70),
        _given("pillar", "Pilar", "Bila menyangkut satu pilar.", Kind.CHOICE, _pillars(case)),
        _given("questions", "Soal terkait", "Kode soal, dipisah koma: BAS.01, QW.05.", width=20),
        _given("owner", "Penanggung jawab", "Bila sudah jelas.", Kind.CHOICE, offices(case)),
        _given("due", "Tenggat", "Bila disebut.", Kind.DATE),
    ]
    columns = [c for c in columns if c.kind is not Kind.CHOICE or c.choices]
    cells = {column.key: "" for column in columns}
    lines = [Line(f"rek-{n}", {}, cells) for n in range(1, RECOMMENDATIONS + 1)]
    example = {"number": "1", "text": "Menetapkan masterplan dengan peraturan wali kota."}
    first = next((q.id for group in instrument.groups for q in questions_of(group)), "")
    example |= {"questions": first}
    opening = "Rekomendasi yang harus ditindaklanjuti, satu per baris."
    return Plan("recommendations", "Rekomendasi", opening, columns, example, lines)


def _pillars(case: Case) -> Choices:
    known = case.dossier.frameworks
    edition = known.editions.get(case.instrument.edition or "") if case.instrument else None
    every = edition.pillars if edition else known.pillars().values()
    return tuple((pillar.id, pillar.name) for pillar in every)


def _count(value: int | None) -> str:
    return "" if value is None else str(value)


def _given(  # noqa: PLR0913, PLR0917  (what a column needs)
    key: str,
    title: str,
    note: str,
    kind: Kind = Kind.TEXT,
    choices: Choices = (),
    width: int = 16,
) -> Column:
    return Column(key, title, kind, width, note, answer=True, choices=choices)


def _read(key: str, title: str, width: int) -> Column:
    return Column(key, title, Kind.TEXT, width)


def nodes(instrument: Instrument) -> Iterator[str]:
    """Yield the ids that a score can be of."""
    yield from (group.id for group in groups_of(instrument))
    yield from (q.id for group in instrument.groups for q in questions_of(group))
