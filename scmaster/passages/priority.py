"""Which programmes come first: the scale in words, and the programmes by it with their parts."""

from decimal import Decimal
from fractions import Fraction

from scmaster.assess.case import Case
from scmaster.assess.criteria import Part
from scmaster.assess.owners import UNKNOWN, opd_name
from scmaster.assess.priority import Ranked, Ranking, Span
from scmaster.assess.scales import priority_scale
from scmaster.indonesian import listing, number
from scmaster.model.masterplan import Programme
from scmaster.model.priority import Basis, PriorityScale
from scmaster.passages.cells import Cell, Missing, Row

DIRECTION = {"up": "makin besar makin didahulukan", "down": "makin kecil makin didahulukan"}
SUBJECT = "skala prioritas"
"""The words by which assessors ask for it."""
FIRST = 10
"""Programmes whose reasons a document prints; the command tells those of all."""
NONE = "Skala prioritas belum dinyatakan, sehingga program belum dapat diurutkan."


def basis_words(basis: Basis) -> str:
    """Say whose a scale is: nobody takes a proposal for a rule of the ministry."""
    if basis == "source":
        return "menurut sumber"
    return "usulan, bukan ketentuan kementerian"


def scale_rows(case: Case) -> list[Row]:
    """Return a row a criterion: name, weight, what it looks at, how it is computed."""
    scale = priority_scale(case)
    if scale is None:
        return []
    return [
        (c.name, f"{number(c.weight)}%", c.text, [c.computed, DIRECTION[c.direction].capitalize()])
        for c in scale.criteria
    ]


def explained(ranking: Ranking) -> str:
    """Say how the value is made, and what a span means."""
    return (
        f"{ranking.scale.name} ({basis_words(ranking.scale.basis)}): tiap kriteria bernilai paling"
        " tinggi sebesar bobotnya, dan jumlahnya paling tinggi 100. Yang belum diketahui tidak"
        " dihitung nol: nilainya ditulis sebagai rentang, dari yang sudah pasti sampai yang masih"
        " mungkin. Keyakinan adalah bagian bobot yang sudah diketahui. Urutannya menurut nilai yang"
        " sudah pasti. Angka dibulatkan."
    )


def names(scale: PriorityScale) -> list[str]:
    """Return the names of the criteria, in order."""
    return [criterion.name for criterion in scale.criteria]


def table(case: Case, ranking: Ranking) -> list[Row]:
    """Return a row a programme: rank, name, owner, value, how sure, what each criterion adds."""
    return [
        (
            str(one.rank),
            one.programme.name,
            owner(case, one.programme),
            value(one),
            sure(one.known),
            " · ".join(pairs(ranking, one)),
        )
        for one in ranking.rows
    ]


def reasons(ranking: Ranking) -> list[Row]:
    """Return a row for each of the first programmes: rank, name, and why, a line a criterion."""
    return [
        (
            str(one.rank),
            one.programme.name,
            [
                f"{pair}: {because(part)}"
                for pair, part in zip(pairs(ranking, one), one.parts, strict=True)
            ],
        )
        for one in ranking.rows[:FIRST]
    ]


def pairs(ranking: Ranking, one: Ranked) -> list[str]:
    """Return what each criterion adds to the value of a programme: Manfaat 17–25."""
    every = zip(names(ranking.scale), one.parts, one.spans, strict=True)
    return [f"{name} {figure(part, span)}" for name, part, span in every]


def because(part: Part) -> str:
    """Say in one line why a part is what it is."""
    return "; ".join(part.reasons)


def owner(case: Case, programme: Programme) -> Cell:
    """Name the owner, and say where it is a guess."""
    words = owner_words(case, programme)
    return Missing(words) if words == UNKNOWN else words


def owner_words(case: Case, programme: Programme) -> str:
    """Name the owner as `owner` does, nobody too."""
    assumed = programme.owner is not None and programme.owner_basis == "assumed"
    return opd_name(case.dossier, programme.owner) + (" (perkiraan)" if assumed else "")


def value(one: Ranked) -> str:
    """Write the value as one figure, or as the span it may still be in: 41–63."""
    return span_words((one.low, one.high))


def span_words(span: Span) -> str:
    """Write both ends as whole numbers; as one where they are the same."""
    low, high = (_rounded(end) for end in span)
    return low if low == high else f"{low}–{high}"


def sure(known: Fraction) -> str:
    """Write a share as a whole percentage."""
    return f"{_rounded(100 * known)}%"


def figure(part: Part, span: Span) -> str:
    """Write what a criterion adds, or a question mark where nothing of it is known."""
    return "?" if part.value is None else span_words(span)


def stopped(ranking: Ranking) -> str:
    """Name the programmes that are not ranked, or nothing."""
    if not ranking.stopped:
        return ""
    which = listing([programme.name for programme in ranking.stopped])
    return f"Tidak diurutkan karena dihentikan: {which}."


def uncertain(ranking: Ranking) -> str:
    """Say of how many programmes nothing is missing."""
    full = sum(1 for one in ranking.rows if one.known == 1)
    return f"Program yang diketahui pada semua kriteria: {full} dari {len(ranking.rows)}."


def _rounded(amount: Fraction) -> str:
    return number(Decimal(amount.numerator) / amount.denominator, 0)
