"""What in the answers of a survey makes an assessor doubt who filled it in.

A survey that is on record holds sums only; what is seen here is seen while a file is read. The
rules on recorded surveys (SCM519 to SCM534) say the rest.
"""

from collections.abc import Iterator, Sequence

from scmaster.assess.case import Case
from scmaster.assess.surveys import CHOICES
from scmaster.diagnostics import Diagnostic, Severity, Span
from scmaster.exchange.respondents import Answers, Rows
from scmaster.indonesian import listing, number, percent
from scmaster.model.masterplan import Survey

CODES = {
    "SCM923": """Banyak responden menjawab sama untuk semua pernyataan.

Lebih dari separuh responden memberi satu angka yang sama pada setiap pernyataan di berkas ini.
Satu dua orang wajar; bila hampir semua, asesor menduga formulirnya diisi asal atau oleh satu
tangan. Batas separuh adalah batas scmaster sendiri.

Periksa cara survei diisi sebelum rekapnya diserahkan.
""",
    "SCM924": """Jawaban dua subdimensi sama persis untuk setiap responden.

Lima puluh orang tidak mungkin menilai dua layanan dengan angka yang sama satu per satu. Biasanya
kolomnya tersalin dari subdimensi lain.

Salin ulang jawabannya dari lembar aslinya.
""",
    "SCM925": """Responden yang sama ditanyai tentang dua pilar.

Untuk setiap pilar diminta 50 responden tersendiri. Di berkas ini orang yang sama menjawab
pernyataan dua pilar; asesor pernah menolak survei seperti itu.

Pakai responden yang berbeda untuk tiap pilar.
""",
    "SCM926": """Sebaran jawaban sama persis dengan survei lain.

Banyaknya jawaban 0 sampai 4 pada setiap pernyataan sama dengan survei lain yang sudah tercatat.
Biasanya berkas lama terimpor sekali lagi untuk layanan lain.

Pastikan berkas yang diimpor adalah berkas survei ini.
""",
}
_ENOUGH = 10
"""Fewer people may agree by chance."""


def doubts(
    case: Case, answers: Answers, sub_pillar: str, identity: str, file: str
) -> list[Diagnostic]:
    """Return what is odd about the answers to the statements of a sub-dimension.

    `identity` is the id of the survey that they are for.
    """
    where = Span(file, max(answers.columns.head, 1), answers.columns.answers[sub_pillar][0])

    def told(code: str, message: str, hint: str) -> Diagnostic:
        return Diagnostic(code, Severity.WARNING, where, message, hint)

    every = (
        *(told("SCM923", *said) for said in _constant(answers)),
        *(told("SCM924", *said) for said in _copied(answers)),
        *(told("SCM925", *said) for said in _of_two_pillars(case, answers, sub_pillar)),
        *(told("SCM926", *said) for said in _known(case, answers.rows, identity)),
    )
    return list(every)


Said = Iterator[tuple[str, str]]


def _constant(answers: Answers) -> Said:
    """Look over all statements in the file that a respondent answered."""
    groups = [answers.rows, *answers.others.values()]
    same = sum(
        1
        for row in answers.rows
        if len({answer for group in groups for answer in group.get(row, ())}) == 1
    )
    if len(answers.rows) >= _ENOUGH and same * 2 > len(answers.rows):
        share = percent(same, len(answers.rows))
        whole = f"{number(same)} dari {number(len(answers.rows))} responden ({share})"
        yield f"{whole} menjawab sama untuk semua pernyataan", "periksa cara survei diisi"


def _copied(answers: Answers) -> Said:
    for name, rows in answers.others.items():
        both = answers.rows.keys() & rows.keys()
        if len(both) >= _ENOUGH and all(answers.rows[row] == rows[row] for row in both):
            yield (
                f"jawaban setiap responden sama persis dengan jawabannya untuk {name}",
                "salin ulang jawabannya dari lembar aslinya",
            )


def _of_two_pillars(case: Case, answers: Answers, sub_pillar: str) -> Said:
    pillars = _pillars(case)
    elsewhere = {
        pillars[name]: len(answers.rows.keys() & rows.keys())
        for name, rows in answers.others.items()
        if pillars.get(name) != pillars.get(sub_pillar) and name in pillars
    }
    for pillar, both in elsewhere.items():
        if both:
            yield (
                f"{number(both)} responden yang sama juga menjawab pernyataan {pillar}",
                "pakai responden yang berbeda untuk tiap pilar",
            )


def _pillars(case: Case) -> dict[str, str]:
    """Return the pillar's name of each sub-dimension."""
    return {
        sub.id: pillar.name
        for pillar in case.dossier.frameworks.pillars().values()
        for sub in pillar.sub_pillars
    }


def _known(case: Case, rows: Rows, identity: str) -> Said:
    if len(rows) < _ENOUGH:
        return
    mine = distributions(rows)
    alike = [
        survey.id
        for survey in case.dossier.of(Survey).values()
        if survey.id != identity and [s.distribution for s in survey.statements] == mine
    ]
    if alike:
        yield (
            f"sebaran jawabannya sama persis dengan {listing(alike)}",
            "pastikan berkas ini benar berkas survei yang dimaksud",
        )


def distributions(rows: Rows) -> list[list[int]]:
    """Return for each statement how many answered 0, 1, 2, 3 and 4."""
    statements: Sequence[tuple[int, ...]] = list(zip(*rows.values(), strict=True))
    return [[answers.count(choice) for choice in range(CHOICES)] for answers in statements]
