"""Change values in a YAML file, and leave every other byte as it is.

What a file is to hold is known before anything is written; what was written is read again,
and taken only if that, in that order, is what it holds. ruamel.yaml, which is made for this,
was measured (0.19.1): it returns cities/ byte for byte once told their indentation, but
rewrites line ends of Windows, the mark at the start, `~`, spaces within brackets, and quotes
and brackets that run over lines, anywhere in the file; so the city's own hand would be lost.
"""

from collections.abc import Iterable

from scmaster.diagnostics import Diagnostic
from scmaster.exchange import kinds, writing
from scmaster.exchange.page import Page
from scmaster.exchange.pairing import same
from scmaster.exchange.splicing import Splicer
from scmaster.exchange.wishes import (
    Add,
    Change,
    New,
    NoPlaceError,
    Path,
    Put,
    Take,
    Tree,
    Value,
    fulfilled,
)
from scmaster.source import reader
from scmaster.source.decoding import BOM
from scmaster.source.layout import Piece, lay_out
from scmaster.source.lines import split

__all__ = ["Add", "Change", "New", "NoPlaceError", "Path", "Put", "Take", "Value", "edited"]


def edited(data: bytes, changes: Iterable[Change]) -> bytes:
    """Return the content of a file after the changes; every other byte is as before.

    Raises NoPlaceError where the file cannot be read, a record or field is not in it, or an
    anchor or alias stands where something is to change.
    """
    changes = list(changes)
    before, found = _held(data)
    if before is None and not _is_blank(data):
        raise NoPlaceError
    wanted = fulfilled(before or {}, changes)
    if same(before or {}, wanted):
        return data
    bom = BOM if data.startswith(BOM) else b""
    text = data.removeprefix(bom).decode()
    right = [wanted]
    if not text.endswith(("\n", "\r")):  # a text at the end reads otherwise once a line follows
        right.append(fulfilled(_held(data + b"\n")[0] or {}, changes))
    root = lay_out(text) if before is not None else None
    for airy in (True, False):  # a blank line may belong to a text above it
        made = bom + _written(text, root, before, wanted, airy=airy).encode(errors="surrogatepass")
        after, said = _held(made)
        if (
            after is not None
            and len(said) <= len(found)
            and any(same(after, each) for each in right)
        ):
            return made
    raise NoPlaceError(_culprit(data, changes))


def _written(
    text: str,
    root: Piece | None,
    before: dict[str, Tree] | None,
    wanted: dict[str, Tree],
    *,
    airy: bool,
) -> str:
    page = Page(text)
    if before is None or root is None:  # nothing but comments
        gap = [""] if airy and text.strip() else []
        told = {name: kinds.marked((name,), value) for name, value in wanted.items()}
        page.insert(len(text), [*gap, *writing.sections(told)])
    else:
        Splicer(page, root, airy=airy).change(root, before, wanted)
    return page.spliced()


def _culprit(data: bytes, changes: list[Change]) -> str:
    """Name the first record that cannot be changed as it is to be even alone."""
    names = [_name(change) for change in changes]
    for name in dict.fromkeys(names) if len(set(names)) > 1 else []:
        try:
            edited(data, [change for change in changes if _name(change) == name])
        except NoPlaceError:
            return name
    return names[0] if names else ""


def _name(change: Change) -> str:
    return change.section if isinstance(change, New) else change.record


def _held(data: bytes) -> tuple[dict[str, Tree] | None, list[Diagnostic]]:
    node, found = reader.read(data, "")
    plain = node.plain() if node is not None else None
    return (plain if isinstance(plain, dict) else None), found


def _is_blank(data: bytes) -> bool:
    try:
        lines = split(data.removeprefix(BOM).decode())
    except UnicodeDecodeError:
        return False
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines)
