"""Kata sandi, PIN, atau token tertulis di berkas.

Siapa pun yang membaca berkas kota dapat masuk ke aplikasinya, dan riwayat git menyimpannya
selamanya. Kata sandi yang sudah tertulis harus diganti, bukan hanya dihapus.

Salah:

    evidence:
      - id: ev-aplikasi
        title: Tangkapan layar aplikasi
        kind: tangkapan_layar
        date: 2024-05-04
        url: https://contoh.go.id/berkas?access_token=9f8e7d6c5b4a3210  # SCM703
        note: "Masuk sebagai asesor, kata sandi: BalikpapanCerdas24"  # SCM703
    submissions:
      - id: evaluasi-2024
        year: 2024
        stage: tahap_2
        instrument: uji-2024
        state: draft
        channel: Dasbor, https://asesor:cerdas24@contoh.go.id  # SCM703
        note: Ruang rapat daring, PIN 123456.  # SCM703

Benar:

    evidence:
      - id: ev-aplikasi
        title: Panduan kata sandi yang kuat
        kind: tangkapan_layar
        date: 2024-05-04
        url: https://contoh.go.id/berkas?halaman=2
        note: "Kata sandi: diberikan langsung kepada asesor saat visitasi. PIN berubah tiap hari."
"""

import re
from collections.abc import Iterator

from scmaster.assess.case import Case
from scmaster.diagnostics import Finding, Severity

SEVERITY = Severity.ERROR

USER_AND_PASSWORD = re.compile(r"[a-z][a-z0-9+.-]*://[^\s/@:]+:[^\s/@]+@", re.IGNORECASE)
PRIVATE_KEY = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----")
PASSWORD = re.compile(
    r"\b(?:password|passwd|pwd|passphrase|kata[ -]?sandi|sandi)"
    r"\s*(?:[:=]|\badalah\b|\byaitu\b)?\s*[\"']?(?P<value>[^\s\"',;]{4,})(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
PIN = re.compile(r"\bpin\b\s*(?:[:=]\s*|(?!(?:19|20)[0-9]{2}\b))[0-9]{4,8}\b", re.IGNORECASE)
"""Without a colon, four digits may be a year: PIN is also the Pekan Imunisasi Nasional."""
TOKEN = re.compile(
    r"(?:token|api[_ -]?key|secret|signature|\bsig|bearer)\s*[:= ]\s*[\"']?"
    r"(?=[A-Za-z0-9._~+/-]*[0-9])(?=[A-Za-z0-9._~+/-]*[A-Za-z])[A-Za-z0-9._~+/-]{12,}",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Find texts that open something; what they say is not repeated."""
    for record, path, text in case.texts:
        if _opens(text):
            yield Finding(
                record.span(*path),
                f"{record.id} memuat kata sandi, PIN, atau token",
                "hapus dari berkas dan ganti kata sandinya; sampaikan lewat jalur lain",
            )


def _opens(text: str) -> bool:
    patterns = (USER_AND_PASSWORD, PRIVATE_KEY, PIN, TOKEN)
    if any(pattern.search(text) for pattern in patterns):
        return True
    return any(_is_password(match) for match in PASSWORD.finditer(text))


def _is_password(match: re.Match[str]) -> bool:
    """Tell a password from a sentence about one: it has a digit or a sign, or stands alone."""
    value = match["value"].rstrip(".")
    named = re.search(r"[:=]|adalah|yaitu", match.group()[: match.start("value") - match.start()])
    mixed = re.search(r"[0-9!@#$%^&*]", value) and re.search(r"[A-Za-z]", value)
    alone = not re.match(r"\s*[\w(]", match["rest"])
    return bool(mixed) or bool(named and (alone or value.isdigit()))
