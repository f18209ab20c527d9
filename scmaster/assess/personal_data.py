"""Personal data and secrets in a text: what each looks like, and where it stands.

UU 27/2022 (Pelindungan Data Pribadi) makes a city answer for what it hands out. What is
found is never repeated whole: a finding shows its first and last signs only.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What kind of thing must not be written, as a reader is told (Indonesian)."""

    NIK = "NIK atau nomor kartu keluarga"
    PHONE = "nomor telepon"
    SECRET = "kata sandi, PIN, atau token"  # noqa: S105  (what it is called)
    NIP = "nomor induk pegawai"
    ACCOUNT = "nomor rekening bank"


class Hit(NamedTuple):
    """A place in a text that holds one of them."""

    kind: Kind
    start: int
    written: str

    @property
    def masked(self) -> str:
        """What may be shown: how it begins and ends, and how long it is."""
        shown = 2 if len(self.written) > _SHORT else 0
        hidden = "•" * (len(self.written) - 2 * shown)
        return f"{self.written[:shown]}{hidden}{self.written[len(self.written) - shown :]}"


def found(text: str, *kinds: Kind) -> Iterator[Hit]:
    """Yield every hit of the kinds asked for, all of them where none is named."""
    for kind in kinds or tuple(Kind):
        if _may_hold(text, kind):
            for start, written in _FINDERS[kind](text):
                yield Hit(kind, start, written)


def holds(text: str, kind: Kind) -> bool:
    """Tell whether a text holds a kind at all."""
    return _may_hold(text, kind) and next(_FINDERS[kind](text), None) is not None


def _may_hold(text: str, kind: Kind) -> bool:
    """Tell quickly that most texts of a city hold nothing of a kind; the patterns say the rest."""
    if kind is not Kind.SECRET:
        return bool(_DIGIT.search(text))
    if not text.isascii():  # letters that a pattern takes for others of the alphabet
        return True
    plain = text.lower()
    return any(sign in plain for sign in _SIGNS)


_DIGIT = re.compile("[0-9]")
_SIGNS = ("sandi", "pass", "pwd", "pin", "token", "api", "secret", "sig", "bearer", "://", "-----")
"""Each pattern of a secret holds one of them."""
_SHORT = 8
NIK = re.compile(
    r"(?<![0-9A-Fa-f])(?<![0-9][.,-])"
    r"(?:[0-9]{16}|[0-9]{4}(?:([ .-])[0-9]{4})(?:\1[0-9]{4}){2}"
    r"|[0-9]{6}([ .-])[0-9]{6}\2[0-9]{4}|[0-9]{2}([ .-])[0-9]{2}\3[0-9]{2}\3[0-9]{6}\3[0-9]{4})"
    r"(?![0-9A-Fa-f])(?![.,-][0-9])"
)
"""Sixteen digits, together or in the groups in which people write them."""

PROVINCES = frozenset(
    {*range(11, 20), 21, *range(31, 37), *range(51, 54)}
    | {*range(61, 66), *range(71, 77), 81, 82, *range(91, 98)}
)
WOMEN = 40
"""A woman's day of birth is written 40 higher."""


PHONE = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.,/-])"
    r"(?:"
    r"(?:\+62[ .-]?|0)8[1-9][0-9](?:[ .-]?[0-9]){6,9}"  # +62 812 3456 7890, 0812-3456-7890
    r"|628[1-9][0-9](?:[ -]?[0-9]){6,9}"  # 6281234567890; with dots it may be money
    r"|\+62[ .-]?\(?[1-9][0-9]{1,2}\)?(?:[ .-]?[0-9]){6,8}"  # +62 (542) 123-4567
    r")(?![0-9A-Za-z]|[./][0-9])"
)
ADDRESS = re.compile(r"https?://\S*", re.IGNORECASE)
CALL = re.compile(r"(?:wa\.me/|phone=|tel:)(\+?[0-9]{9,15})", re.IGNORECASE)
"""In an address only what calls is a telephone; other digits there are dates and ids."""


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


NIP = re.compile(
    r"(?<![0-9A-Fa-f])(?<![0-9][.,-])"
    r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[ .]?"  # day of birth
    r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2]|21)[ .]?"  # month of appointment; 21 marks PPPK
    r"[12][ .]?[0-9]{3}"  # sex, and a sequence
    r"(?![0-9A-Fa-f])"
)


ACCOUNT = re.compile(
    r"\b(?:no(?:mor|\.)?\s*)?rek(?:ening|\.)?(?:\s+(?:bank|giro|tabungan|bendahara|kas|a\.?n\.?))*"
    r"(?:\s+[A-Z][A-Za-z]{1,15}){0,4}\s*(?:nomor|no\.?)?\s*[:=]?\s*"
    r"(?P<value>[0-9](?:[ .-]?[0-9]){8,17})(?![0-9A-Za-z]|[./][0-9])",
    re.IGNORECASE,
)
"""Nine to eighteen digits after the word; a code of accounts in a budget has dots and fewer."""
_CODE = re.compile(r"[0-9](?:\.[0-9]{1,2}){3,}\.[0-9]+")
"""A kode rekening belanja, as budgets have them: 5.1.02.01.01.0024."""


def _niks(text: str) -> Iterator[tuple[int, str]]:
    for match in NIK.finditer(text):
        if _plausible(match.group()):
            yield match.start(), match.group()


def _phones(text: str) -> Iterator[tuple[int, str]]:
    for match in CALL.finditer(text):
        yield match.start(1), match[1]
    for match in PHONE.finditer(ADDRESS.sub(lambda m: " " * len(m[0]), text)):
        yield match.start(), match.group()


def _secrets(text: str) -> Iterator[tuple[int, str]]:
    for pattern in (USER_AND_PASSWORD, PRIVATE_KEY, PIN, TOKEN):
        yield from ((match.start(), match.group()) for match in pattern.finditer(text))
    for match in PASSWORD.finditer(text):
        if _is_password(match):
            yield match.start("value"), match["value"]


def _nips(text: str) -> Iterator[tuple[int, str]]:
    yield from ((match.start(), match.group()) for match in NIP.finditer(text))


def _accounts(text: str) -> Iterator[tuple[int, str]]:
    for match in ACCOUNT.finditer(text):
        if not _CODE.fullmatch(match["value"]):
            yield match.start("value"), match["value"]


def _plausible(written: str) -> bool:
    """Tell whether the digits name a province, and a day of birth that a calendar may have."""
    digits = re.sub(r"\D", "", written)
    day, month = int(digits[6:8]), int(digits[8:10])
    day -= WOMEN if day > WOMEN else 0
    real = int(digits[:2]) in PROVINCES and digits[2:4] != "00" and digits[4:6] != "00"
    return real and 1 <= day <= 31 and 1 <= month <= 12 and digits[12:] != "0000"  # noqa: PLR2004  (a calendar)


def _is_password(match: re.Match[str]) -> bool:
    """Tell a password from a sentence about one: it has a digit or a sign, or stands alone."""
    value = match["value"].rstrip(".")
    named = re.search(r"[:=]|adalah|yaitu", match.group()[: match.start("value") - match.start()])
    mixed = re.search(r"[0-9!@#$%^&*]", value) and re.search(r"[A-Za-z]", value)
    alone = not re.match(r"\s*[\w(]", match["rest"])
    return bool(mixed) or bool(named and (alone or value.isdigit()))


_FINDERS = {
    Kind.NIK: _niks,
    Kind.PHONE: _phones,
    Kind.SECRET: _secrets,
    Kind.NIP: _nips,
    Kind.ACCOUNT: _accounts,
}
