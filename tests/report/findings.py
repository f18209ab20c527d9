"""Findings of every shape that a report must be able to write, and the lines they are on."""

from scmaster.diagnostics import Diagnostic, Related, Severity, Span

LONG = "  note: " + " ".join(f"kata{number:03}" for number in range(60)) + "  # akhir"
AT = LONG.index("kata030") + 1
URL = "https://contoh.go.id/" + "a" * 90

FILES = {
    "cities/kota/kota.yaml": {
        3: '  region_code: "6471"',
        7: LONG,
        8: "",
        12: "  \tname: Balikpapan   ",
    },
    "cities/kota/opd dan program.yaml": {1: "opd:", 2: "  - id: dlh", 99: "  - id: dlh"},
}

FINDINGS = [
    Diagnostic(
        "SCM115",
        Severity.ERROR,
        Span("cities/kota/kota.yaml", 3, 16, 6),
        "'6471' bukan kode wilayah Kemendagri (contoh: 64.71)",
        "tulis seperti di lampiran Keputusan Menteri Dalam Negeri tentang kode dan data wilayah",
    ),
    Diagnostic(
        "SCM301",
        Severity.WARNING,
        Span("cities/kota/kota.yaml", 7, AT, 7),
        "di tengah baris panjang",
    ),
    Diagnostic(
        "SCM301", Severity.WARNING, Span("cities/kota/kota.yaml", 7, 3, 4), "di awal baris panjang"
    ),
    Diagnostic(
        "SCM301",
        Severity.WARNING,
        Span("cities/kota/kota.yaml", 7, len(LONG) - 4, 5),
        "di akhir baris panjang",
    ),
    Diagnostic(
        "SCM301",
        Severity.WARNING,
        Span("cities/kota/kota.yaml", 7, 9, 500),
        "lebih lebar dari layar",
    ),
    Diagnostic("SCM003", Severity.NOTE, Span("cities/kota/kota.yaml", 8, 1), "baris kosong"),
    Diagnostic(
        "SCM407",
        Severity.NOTE,
        Span("cities/kota/kota.yaml", 12, 10, 10),
        f"pesan panjang yang dilipat, dengan tautan {URL} yang tidak boleh terpotong di tengah",
    ),
    Diagnostic(
        "SCM202",
        Severity.ERROR,
        Span("cities/kota/opd dan program.yaml", 99, 9, 3),
        "id 'dlh' sudah dipakai",
        "beri id lain",
        (
            Related(Span("cities/kota/opd dan program.yaml", 2, 9, 3), "pertama kali di sini"),
            Related(Span("cities/kota/kota.yaml", 3, 1), "disebut juga di tempat ini " * 3),
        ),
    ),
    Diagnostic("SCM009", Severity.ERROR, Span("cities/kota/hilang.yaml", 1, 1), "tidak ditemukan"),
]


def lines(span):
    """Give a line as `lines_of_files` does: whole, with its column."""
    text = FILES.get(span.file, {}).get(span.line, "")
    return text.replace("\t", " "), span.column


FINGERPRINTS = {found: f"{number:032x}" for number, found in enumerate(FINDINGS, start=1)}
"""Stands for the fingerprints of the findings, which are made of records."""
