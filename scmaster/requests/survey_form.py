"""The sheet for the answers of an impact survey: a row for each respondent, and nobody's name."""

from collections.abc import Sequence

from scmaster.assess.case import Case
from scmaster.assess.statements import USUAL, asked_of, statement
from scmaster.assess.surveys import CHOICES
from scmaster.requests.form import Column, Form, Kind, Row, Sheet

OPD = "survei-dampak"
"""In the place of an office: whoever runs the survey fills it in."""
ROWS = 60
"""Fifty respondents are asked for; a few more, for answers that are not whole."""
_SCALE = tuple((str(choice), str(choice)) for choice in range(CHOICES))
_HOW = (
    "Satu baris untuk satu responden. Pilih 0, 1, 2, 3, atau 4 untuk setiap pernyataan; artinya"
    " mengikuti kuesioner kementerian. Baris yang tidak lengkap tidak dihitung."
)
_WHO = (
    "Responden adalah pemakai layanan itu, sekurangnya 50 orang, dan perangkat daerah penanggung"
    " jawab program ikut menyurvei. Petugas boleh membantu mengisi tanpa mengarahkan jawaban."
)
_PRIVATE = (
    "Jangan menambahkan nama, nomor telepon, NIK, surel, atau alamat. Yang dicatat hanya jumlah"
    " responden, rata-rata, dan sebaran jawabannya."
)
_UNKNOWN = (
    "Pernyataan untuk subdimensi ini tidak diketahui dari instrumen pengajuannya; pakai kalimat di"
    " kuesioner kementerian."
)
_AFTER = "Kembalikan ke Diskominfo untuk diambil dengan 'scmaster survey import'."


def survey_form(case: Case, sub_pillar: str) -> Form:
    """Return the form of a sub-dimension for the case's submission."""
    known = asked_of(case.instrument, sub_pillar)
    texts = [statement(question) for question in known]
    titles = [f"Pernyataan {n}: {text}" for n, text in enumerate(texts, start=1)]
    titles = titles or [f"Pernyataan {n}" for n in range(1, USUAL + 1)]
    sub = case.dossier.frameworks.sub_pillars().get(sub_pillar)
    name = sub.name if sub else sub_pillar
    city = case.dossier.city
    how = (_HOW, _WHO, _PRIVATE) if known else (_UNKNOWN, _HOW, _WHO, _PRIVATE)
    return Form(
        city=city.id if city else "",
        submission=case.submission.id if case.submission else "",
        opd=OPD,
        due="",
        title=f"Survei dampak: {name}",
        office=city.name if city else "",
        guide=(("Cara mengisi", how), ("Sesudah diisi", (_AFTER,))),
        sheets=(_sheet(titles, f"{name}: satu baris per responden, pemakai layanannya."),),
    )


def _sheet(titles: Sequence[str], opening: str) -> Sheet:
    columns = tuple(
        Column(
            f"statement_{n}",
            title,
            Kind.CHOICE,
            34,
            "Pilih 0 sampai 4.",
            answer=True,
            choices=_SCALE,
        )
        for n, title in enumerate(titles, start=1)
    )
    blank = ("",) * len(columns)
    rows = tuple(Row(f"R-{n:02}", (), blank) for n in range(1, ROWS + 1))
    example = tuple(str(3 + n % 2) for n in range(len(columns)))
    return Sheet("responses", "Jawaban", opening, columns, example, rows, ROWS)
