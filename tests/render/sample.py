"""A small document as scmaster.documents would compose it."""

from dataclasses import dataclass

from scmaster.render.blocks import Run

HOSTILE = (
    "- a",
    "+ empat",
    "* b",
    "# x",
    "1. x",
    "1) x",
    "| a | b |",
    "---",
    "===",
    "    empat spasi",
    "\tsatu tab",
    "> kutip",
    "```",
    "**tebal** _miring_ `kode`",
    "[a](b)",
    "![a](b)",
    "<w:p>",
    "</w:t></w:r>",
    "&",
    "&amp; &#35;",
    "{{ x }} {% if %}",
    "{{ cover.title }}",
    "<script>",
    "a\\\nb",
    "dua  \nbaris",
    "\"kutip\" 'satu'",
    "[[ISI]] [[JUDUL]]",
    "]]>",
    "\\*",
)


@dataclass(frozen=True)
class Cover:
    title: str = "Laporan Evaluasi Mandiri Kota Cerdas"
    subtitle: str = "Enam pilar & 29 pertanyaan"
    city: str = "Kota Balikpapan"
    year: str = "2024"
    office: str = "Dinas Komunikasi dan Informatika"
    draft: str = ""
    date: str = "2024-11-06"
    subject: str = "Evaluasi kota cerdas"
    reference: str = "acuan"
    commit: str = "abc1234"


@dataclass(frozen=True)
class Link:
    text: str
    url: str = ""
    style: str = ""


@dataclass(frozen=True)
class Question:
    id: str
    judul: str
    teks: str
    fakta: object
    bukti: object


@dataclass(frozen=True)
class Evidence:
    nomor: str
    judul: object
    tautan: object


@dataclass(frozen=True)
class Document:
    cover: Cover
    pengantar: str
    nilai: tuple[str, ...]
    rekap: tuple[tuple[object, ...], ...]
    soal: tuple[Question, ...]
    bukti: tuple[Evidence, ...]


LONG = "https://contoh.go.id/" + "dokumen-bukti-dukung-" * 9 + "akhir.pdf?unduh=1&versi=2"

DOCUMENT = Document(
    cover=Cover(),
    pengantar="Puji syukur atas selesainya laporan ini.\n\nParagraf kedua,\nbaris berikut.",
    nilai=("Perwali Nomor 5 Tahun 2020 tentang Rencana Induk", *HOSTILE),
    rekap=(
        ("Tata kelola", "3,50", "Terverifikasi"),
        ("Kelompok: belum lengkap",),
        ("Lingkungan <hijau> & bersih", "27,5", Link("belum ada", style="Belum Ada")),
        ("Jumlah", "31,00", ""),
    ),
    soal=(
        Question(
            "T-01",
            "Forum kota cerdas",
            "Apakah kota memiliki forum yang bersidang sekurangnya dua kali setahun?",
            "Forum bersidang 3 kali.",
            (Link("SK Forum", "https://contoh.go.id/sk?a=1&b=2"), "Notula rapat"),
        ),
        Question(
            "T-02", "Anggaran", "Berapa?\nSebutkan.", Link("belum dijawab", style="Belum Ada"), ()
        ),
    ),
    bukti=(
        *(Evidence(str(n), f"Bukti ke-{n}", Link("unduh", LONG)) for n in range(1, 12)),
        Evidence("12", "Skema lain", Link("klik", "javascript:alert(1)")),
        Evidence("13", (Run("tebal", bold=True), Run(" biasa")), Link("", "mailto:a@contoh.go.id")),
    ),
)
