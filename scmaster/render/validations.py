"""What a spreadsheet says of a cell to be filled in, and of what does not fit there.

The cells are text, so a rule is a formula over what was typed, the same in every country's
settings. It lets pass whatever may be right: `collect` judges, and says what it cannot read.
"""

from typing import Any

from scmaster.requests.form import Column, Kind

_LONGEST_TITLE, _LONGEST = 32, 255
_HELP = {
    Kind.NUMBER: "Angka tanpa titik ribuan, misalnya 27,5 atau 1250,5.",
    Kind.WHOLE: "Bilangan bulat, misalnya 1250.",
    Kind.PERCENT: "Persen, misalnya 75 atau 27,5.",
    Kind.RUPIAH: "Rupiah, misalnya 1.500.000.",
    Kind.YEAR: "Tahun, misalnya 2024.",
    Kind.DATE: "Misalnya 6 November 2024, November 2024, atau 2024.",
    Kind.PERIOD: "Misalnya 31 Desember 2024, 2024, atau Januari 2024 sampai Juni 2024.",
    Kind.CHOICE: "Pilih dari daftar.",
    Kind.YES_NO: "Pilih Ya atau Tidak.",
    Kind.URL: "Alamat lengkap, misalnya https://jdih.contoh.go.id/dokumen.",
}
"""By kind: what is typed, shown beside the cell."""
YES_NO = ("Ya", "Tidak")


def validation(column: Column, where: str, listed: str | None) -> dict[str, Any]:
    """Return XlsxWriter's data validation for cells of a column.

    `where` is the first of them, `listed` where the column's choices stand.
    """
    help_ = _HELP.get(column.kind, "")
    made: dict[str, Any] = {
        **_rule(column.kind, where, listed),
        "ignore_blank": True,
        "input_title": _cut(column.title, _LONGEST_TITLE),
        "input_message": _cut(f"{column.note} {help_}".strip(), _LONGEST),
    }
    if made["validate"] != "any":
        made |= {
            "error_title": "Isian belum sesuai",
            "error_message": _cut(f"{column.title}: {help_}", _LONGEST),
        }
    return made


def _rule(kind: Kind, where: str, listed: str | None) -> dict[str, Any]:
    """Return what may stand in a cell."""
    if kind is Kind.YES_NO:
        return {"validate": "list", "source": list(YES_NO)}
    if kind is Kind.CHOICE and listed:
        return {"validate": "list", "source": listed}
    formula = {
        Kind.NUMBER: f"AND({_figure(where)},{_plain(where)})",
        Kind.WHOLE: _figure(where),
        Kind.PERCENT: f"AND({_figure(where)},{_plain(where)})",
        Kind.RUPIAH: _figure(where),
        Kind.YEAR: f"AND(LEN({where})=4,ISNUMBER(VALUE({where})))",
        Kind.DATE: _dated(where),
        Kind.PERIOD: _dated(where),
        Kind.URL: f'OR(LEFT(TRIM({where}),7)="http://",LEFT(TRIM({where}),8)="https://")',
    }.get(kind)
    return {"validate": "custom", "value": f"={formula}"} if formula else {"validate": "any"}


def _figure(where: str) -> str:
    """Return a formula that is true where nothing but digits is left without the signs."""
    bare = where
    for sign in (".", ",", "%", "Rp", " "):
        bare = f'SUBSTITUTE({bare},"{sign}","")'
    return f"ISNUMBER(VALUE({bare}))"


def _plain(where: str) -> str:
    """Return a formula that is false of 1.234, a thousand to some and one to others."""
    dot = f'IFERROR(FIND(".",{where}),0)'
    return f'OR(ISNUMBER(FIND(",",{where})),{dot}=0,LEN({where})-{dot}<>3)'


def _dated(where: str) -> str:
    """Return a formula that is true of a date of the spreadsheet's, and of words with a year."""
    years = ",".join(f'ISNUMBER(SEARCH("{century}??",{where}))' for century in ("19", "20"))
    return f"OR(ISNUMBER({where}),{years})"


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
