"""Numbers as people type them: `1.234,5`, `27,5`, `27,5%`, `Rp1.500.000,00`, `1,5 miliar`.

Dots part thousands and a comma begins the fraction, as Indonesians write. `1.234` may be a
thousand or one and a bit: where a fraction is possible it is not guessed, unless the
workspace says how its offices write.
"""

import re
import unicodedata
from decimal import Decimal
from typing import Literal

from scmaster.exchange.refusing import UnclearError
from scmaster.model.values import THOUSANDS

CODE = "SCM906"
Writing = Literal["id", "en"] | None
"""How those who type write a number: 1.234,5 or 1,234.5; None: nobody has said."""
_THOUSANDS = {"id": ".", "en": ","}
_PLAIN = re.compile(r"-?[0-9]+")
_EITHER = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""A thousand to one reader, one and a bit to another."""
_DECIMAL = re.compile(r"-?[0-9]+[.,][0-9]+")
_INDONESIAN = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_ENGLISH = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SPACED = re.compile(r"-?[1-9][0-9]{0,2}(?: [0-9]{3})+(?:,[0-9]+)?")
_MONEY = re.compile(r"(?:rp|idr)\.?\s*|\s*(?:rupiah)?,?(?:-{1,2})?$", re.IGNORECASE)
_POWERS = {"ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12}
_WORDED = re.compile(r"(.*[0-9])\s*([a-z]+)", re.IGNORECASE)
_PERCENT = re.compile(r"(?<=[0-9])\s*(?:%|persen)$", re.IGNORECASE)
_MINUS = str.maketrans(dict.fromkeys("−–﹣－", "-"))
_LONGEST = 40
_MOST_DIGITS = 18
_MOST_DECIMALS = 9


def number(text: str, writing: Writing = None) -> str:
    """Return a number as YAML has it (1234.5); raise UnclearError.

    `27,5%` and `27,5 persen` are 27.5: the percentage is the unit.
    """
    told = _PERCENT.sub("", _simple(text))
    if _EITHER.fullmatch(told) and writing is not None:
        return _written(Decimal(told.replace(_THOUSANDS[writing], "").replace(",", ".")), text)
    if _EITHER.fullmatch(told):
        whole, fraction = re.sub("[.,]", "", told), re.sub("[.,]", ",", told)
        raise UnclearError(
            f"'{text}' dapat berarti {whole} atau {fraction}",
            f"tulis tanpa pemisah ribuan ({whole}), atau dengan satu angka nol lagi di belakang"
            f" ({fraction}0) bila berupa pecahan",
            CODE,
        )
    return _written(_value(told, text, "angka, misalnya 1234,5"), text)


def whole(text: str, what: str = "bilangan bulat, misalnya 1234") -> str:
    """Return a whole number of 0 or more; `1.234` is a thousand here."""
    told = _simple(text)
    if _EITHER.fullmatch(told) and "," in told:
        raise UnclearError(f"'{text}' bukan {what}", "tulis tanpa koma", CODE)
    value = _value(told, text, what)
    if value < 0 or value != value.to_integral_value():
        raise UnclearError(f"'{text}' bukan {what}", "tulis tanpa pecahan dan tanpa minus", CODE)
    return _written(value, text)


def rupiah(text: str) -> str:
    """Return whole rupiah: `Rp1.500.000,00`, `Rp 1.500.000,-`, `1,5 miliar`."""
    told = _MONEY.sub("", _simple(text)).strip()
    match = _WORDED.fullmatch(told)
    if match is None or match[2].lower() not in _POWERS:
        return whole(told or text, "nilai rupiah utuh, misalnya Rp1.500.000")
    value = Decimal(number(match[1])).scaleb(_POWERS[match[2].lower()])
    return whole(f"{value.normalize():f}", "nilai rupiah utuh, misalnya Rp1.500.000")


def exact(number: str, *, hundredfold: bool = False) -> str:
    """Return what a cell itself holds as a number; a percentage cell holds a hundredth."""
    value = Decimal(number) * (100 if hundredfold else 1)
    if value.adjusted() > _MOST_DIGITS:
        raise _too_long(number)
    return _written(round(value, _MOST_DECIMALS), number)


def _simple(text: str) -> str:
    """Return a text in plain digits and single spaces."""
    told = unicodedata.normalize("NFKC", text).translate(_MINUS)
    return " ".join(told.split())


def _value(told: str, text: str, what: str) -> Decimal:
    if len(told) <= _LONGEST and told.isascii():
        if _INDONESIAN.fullmatch(told):
            return Decimal(told.replace(".", "").replace(",", "."))
        if _SPACED.fullmatch(told):
            return Decimal(told.replace(" ", "").replace(",", "."))
        if _PLAIN.fullmatch(told) or _DECIMAL.fullmatch(told):
            return Decimal(told.replace(",", "."))
        if _ENGLISH.fullmatch(told):
            return Decimal(told.replace(",", ""))
    raise UnclearError(f"'{_short(text)}' bukan {what}", f"tulis {what}", CODE)


def _written(value: Decimal, text: str) -> str:
    plain = f"{value:f}"
    head, _, tail = plain.partition(".")
    tail = tail.rstrip("0")
    sign, digits = ("-", head[1:]) if head.startswith("-") else ("", head)
    digits = digits.lstrip("0") or "0"
    if len(digits) > _MOST_DIGITS or len(tail) > _MOST_DECIMALS:
        raise _too_long(text)
    made = digits + (f".{tail}" if tail else "")
    # 1.234 would be refused in YAML as well: nobody knows there whether it is a thousand
    made += "0" if THOUSANDS.fullmatch(made) else ""
    return made if made == "0" else sign + made


def _too_long(text: str) -> UnclearError:
    return UnclearError(f"'{_short(text)}' terlalu panjang untuk sebuah angka", "", CODE)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
