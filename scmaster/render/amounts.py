"""Amounts as a document writes them, back to numbers that a spreadsheet can reckon with."""

import re
from decimal import Decimal
from typing import NamedTuple

_AMOUNT = re.compile(
    r"(?P<minus>-?)(?P<rupiah>Rp)?(?P<whole>0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*)"
    r"(?:,(?P<decimals>\d+))?(?P<percent>%?)",
    re.ASCII,
)
_DIGITS = 15
"""As many a spreadsheet keeps exactly."""


class Amount(NamedTuple):
    """A number, and the format in which a spreadsheet shows it as it was written."""

    value: float
    format: str


def amount(text: str) -> Amount | None:
    """Read 1.234,5 or Rp154.600.000,00 or 27,5%; None: it is something else.

    A number with a leading zero is a code, and one of more digits than are kept is text.
    """
    found = _AMOUNT.fullmatch(text)
    if found is None or (found["rupiah"] and found["percent"]):
        return None
    whole, decimals = found["whole"].replace(".", ""), found["decimals"] or ""
    if len(whole) + len(decimals) > _DIGITS:
        return None
    value = Decimal(f"{found['minus']}{whole}.{decimals or 0}")
    shown = "#,##0" if "." in found["whole"] else "0"
    shown += f".{'0' * len(decimals)}" if decimals else ""
    if found["percent"]:
        return Amount(float(value / 100), f"{shown}%")
    return Amount(float(value), f'"Rp"{shown}' if found["rupiah"] else shown)
