"""Which addresses a document may link to."""

import re
from urllib.parse import quote, urlsplit

_SCHEMES = ("http", "https", "mailto")
_PLAIN = re.compile(r"https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9._~/?#=&+-]*)?")
"""Nearly every address: nothing to look into."""
_STRAY = re.compile("%(?![0-9A-Fa-f]{2})")
BESIDE = "./"
"""Begins the place of a file that is handed out with the document."""


def address(url: str) -> str:
    """Return the address as a document may link to it; empty: it is not to be a link.

    Of files only those below the document's own folder are: ./eviden/sk.pdf.
    """
    url = url.strip()
    if _PLAIN.fullmatch(url):
        return url
    if url.startswith(BESIDE):
        return _beside(url.removeprefix(BESIDE))
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    target = parts.path if parts.scheme == "mailto" else parts.netloc
    if parts.scheme not in _SCHEMES or not target or any(map(str.isspace, url)):
        return ""
    return _STRAY.sub("%25", quote(url, safe="%/:=&?~#+!$,;'@()*"))


def printed(url: str) -> str:
    """Return the address as people read it."""
    return url.removeprefix("mailto:").removeprefix(BESIDE)


def _beside(name: str) -> str:
    """Return the address of a file in a folder below; empty where it may lead elsewhere."""
    parts = name.split("/")
    plain = name.isprintable() and not set(name) & set("\\:")
    return quote(name) if plain and not set(parts) & {"", ".", ".."} else ""
