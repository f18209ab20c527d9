"""The first sheet: what is asked for, why, until when, how to fill it in, what becomes of it."""

from collections.abc import Sequence
from datetime import date

from scmaster.assess.case import Case
from scmaster.assess.offices import informatics
from scmaster.assess.owed import NOBODY, Owed
from scmaster.indonesian import day
from scmaster.model.wording import date_words
from scmaster.passages import requests
from scmaster.requests.building import within
from scmaster.requests.form import Sheet

Part = tuple[str, tuple[str, ...]]
"""Heading and paragraphs."""


def parts(case: Case, theirs: Owed, due: str, sheets: Sequence[Sheet]) -> tuple[Part, ...]:
    """Return what the first sheet says."""
    sender = informatics(case.dossier, case.on)
    own = sender is not None and sender == theirs.opd
    to = "tim penyusun eviden" if own else sender.name if sender else "pengirim formulir ini"
    said = (
        ("Apa yang diminta", (*_asked(theirs), *_sheets(sheets))),
        ("Untuk apa", _purpose(case, theirs)),
        ("Sampai kapan", (_deadline(due, to),)),
        ("Cara mengisi", _manner()),
        ("Sesudah dikembalikan", _after(to)),
    )
    return tuple((heading, tuple(within(words) for words in told)) for heading, told in said)


def _asked(theirs: Owed) -> tuple[str, ...]:
    if theirs.key == NOBODY:
        return (
            (
                "Hal-hal berikut belum mempunyai penanggung jawab. Bila perangkat daerah Saudara"
                " memegangnya, isilah, dan pilih nama perangkat daerah pada kolom terakhir."
            ),
        )
    if theirs.opd is None:
        return (
            (
                f"Hal-hal berikut biasanya dipegang {theirs.name}, yang belum ada dalam daftar"
                " perangkat daerah kota. Pilih pada kolom terakhir siapa yang memegangnya."
            ),
        )
    return (f"Hal-hal yang belum lengkap pada {theirs.opd.name}, satu lembar tiap jenisnya:",)


def _sheets(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    return tuple(
        f"•  {sheet.title}" + (f" ({sheet.asked}): " if sheet.asked else ": ") + sheet.opening
        for sheet in sheets
    )


def _purpose(case: Case, theirs: Owed) -> tuple[str, ...]:
    submission, instrument = case.submission, case.instrument
    name = submission.title or submission.id if submission else ""
    by = f", yang dinilai menurut {instrument.name}" if instrument else ""
    city = case.dossier.city
    dated = f" Datanya per {date_words(city.data_date)}." if city and city.data_date else ""
    said = [f"Bahan {name}{by}.{dated} Isian menjadi jawaban kota kepada asesor."]
    if together := requests.worth(theirs):
        said.append(
            "Angka Simulasi pada tiap pertanyaan adalah tambahan nilai akhir bila jawaban naik"
            f" selangkah; seluruhnya bersama {together}. Itu simulasi; nilai resmi diberikan"
            " asesor."
        )
    return tuple(said)


def _deadline(due: str, to: str) -> str:
    if due:
        return f"Dikembalikan kepada {to} paling lambat {day(date.fromisoformat(due))}."
    return f"Dikembalikan kepada {to} menurut tenggat pada surat pengantarnya."


def _manner() -> tuple[str, ...]:
    return (
        (
            "•  Isilah hanya sel berwarna kuning. Sel abu-abu terkunci; sel bercoret tidak berlaku"
            " bagi barisnya. Kolom bertanda * wajib begitu barisnya diisi."
        ),
        "•  Boleh diisi sebagian. Yang dibiarkan kosong tetap tercatat belum ada.",
        (
            "•  Yang memang belum ada mohon dinyatakan belum ada beserta alasannya di kolom Fakta"
            " atau Catatan. Jangan diisi nol atau perkiraan."
        ),
        (
            "•  Angka ditulis tanpa titik ribuan: 27,5 atau 1250,5. Tanggal: 6 November 2024,"
            " November 2024, atau 2024."
        ),
        "•  Kolom dengan daftar: klik selnya, lalu pilih dari tanda panah.",
        (
            "•  Baris Contoh menunjukkan cara mengisi dan tidak diambil. Keterangan kolom muncul"
            " bila judulnya ditunjuk atau selnya dipilih."
        ),
        (
            "•  Dokumen pembukti, juga bagi pertanyaan di lembar Jawaban, ditulis di lembar Eviden"
            " Baru dan dikirim bersama formulir ini dengan nama berkas yang sama. Jangan menempel"
            " gambar di lembar."
        ),
        (
            "•  Jangan mengganti nama lembar, menambah kolom, menggabung sel, memakai rumus, atau"
            " menyimpan sebagai bentuk lain. Simpan tetap sebagai .xlsx."
        ),
        "•  Jangan menulis nama, NIK, nomor telepon, atau data pribadi lain.",
    )


def _after(to: str) -> tuple[str, ...]:
    return (
        (
            f"Isian dibaca dengan komputer dan diperiksa {to} sebelum dicatat: hanya sel yang"
            " diubah yang diambil, dan setiap perubahan diperlihatkan dahulu. Isian yang tidak"
            " dapat dibaca ditanyakan kembali dengan menyebut lembar dan selnya."
        ),
        "Perbaikan boleh dikirim lagi dengan formulir yang sama.",
    )
