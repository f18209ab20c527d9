"""Which addresses a document may link to."""

import re
from urllib.parse import quote, urlsplit

_SCHEMES = ("http", "https", "mailto")
_PLAIN = re.compile(r"https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9._~/?#=&+-]*)?")
"""Nearly every address: nothing to look into."""
_STRAY = re.compile("%(?![0-9A-Fa-f]{2})")


def address(url: str) -> str:
    """Return the address as a document may link to it; empty: it is not to be a link."""
    url = url.strip()
    if _PLAIN.fullmatch(url):
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    target = parts.path if parts.scheme == "mailto" else parts.netloc
    if parts.scheme not in _SCHEMES or not target or any(map(str.isspace, url)):
        return ""
    return _STRAY.sub("%25", quote(url, safe="%/:=&?~#+!$,;'@()*"))
