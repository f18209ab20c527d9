"""Urutan buku masterplan terputus, atau dua buku berisi hal yang sama.

Arti "Buku 3" berbeda antarkota, jadi urutan dan isinya ditentukan kota sendiri. Namun nomor
yang terlompati berarti ada buku yang hilang, dan dua buku dengan peran yang sama membuat
dokumen tidak tahu mana yang harus dirujuk.

Salah (nomor terlompati):

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: draft
        books:
          - {number: 1, title: Analisis Strategis, role: strategic_analysis}
          - {number: 3, title: Quick Wins, role: quick_wins}  # SCM338

Salah (peran yang sama):

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: draft
        books:
          - {number: 1, title: Analisis Strategis, role: strategic_analysis}
          - {number: 2, title: Analisis, role: strategic_analysis}  # SCM338

Salah (nomor yang sama):

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: draft
        books:
          - {number: 1, title: Analisis Strategis, role: strategic_analysis}
          - {number: 1, title: Masterplan, role: masterplan}  # SCM338
          - {number: 3, title: Quick Wins, role: quick_wins}

Benar:

    masterplan:
      - id: masterplan-uji
        title: Masterplan Kota Cerdas
        edition: pilar-uji
        status: draft
        books:
          - {number: 1, title: Analisis Strategis, role: strategic_analysis}
          - {number: 2, title: Masterplan, role: masterplan}
"""

from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Related, Severity
from scmaster.model.masterplan import Book, Masterplan

SEVERITY = Severity.ERROR
FAMILIES = ("komdigi", "other")


def check(case: Case) -> Iterator[Finding]:
    """Find gaps and doubles in the numbers of a masterplan's books, and doubled roles."""
    for masterplan in case.dossier.of(Masterplan).values():
        doubles = [*_doubles(masterplan, "number"), *_doubles(masterplan, "role")]
        yield from doubles
        if not doubles:  # a number typed twice leaves a gap as well: one slip, one finding
            yield from _gaps(masterplan)


def _doubles(masterplan: Masterplan, field: str) -> Iterator[Finding]:
    words = {"number": "bernomor sama", "role": "berisi hal yang sama"}
    first: dict[object, Book] = {}
    for book in masterplan.books:
        known = first.setdefault(getattr(book, field), book)
        if known is not book:
            yield Finding(
                book.span(field),
                f"dua buku masterplan {masterplan.id} {words[field]}: '{known.title}' dan"
                f" '{book.title}'",
                f"betulkan '{field}' salah satunya menurut naskah",
                (Related(known.span(field), "buku yang pertama"),),
            )


def _gaps(masterplan: Masterplan) -> Iterator[Finding]:
    expected = 1
    for book in sorted(masterplan.books, key=lambda book: book.number):
        if book.number > expected:
            last = book.number - 1
            which = f"buku {expected}" if last == expected else f"buku {expected} sampai {last}"
            yield Finding(
                book.span("number"),
                f"{which} masterplan {masterplan.id} tidak tercatat sebelum buku {book.number}",
                "catat buku yang hilang, walau berkasnya belum ada; jelaskan di 'note'",
            )
        expected = book.number + 1
