"""What an answer means for the record that names the address."""

import re
from dataclasses import dataclass, replace
from urllib.parse import SplitResult, urlsplit

from scmaster.assess.links import ON_THE_WEB, Link, State, day_words
from scmaster.evidence.links.asking import Reply
from scmaster.model.evidence import EvidenceKind
from scmaster.model.values import LONGEST_URL

REFUSED = frozenset({401, 403, 407, 451})
_SIGN_IN = frozenset(
    {
        "accounts.google.com",
        "login.live.com",
        "login.microsoft.com",
        "login.microsoftonline.com",
        "login.windows.net",
    }
)
"""Hosts that do nothing but ask who is there: those of Google, SharePoint and OneDrive."""
_ASKS_WHO = re.compile(
    r"/(?:log-?in|sign-?in|servicelogin|masuk|authenticate|_forms)(?:[/.]|$)", re.IGNORECASE
)
_MADE_ANEW = "docs.google.com"
"""Writes its files anew for whoever asks: their bytes say nothing of their content."""
_VIEWERS = (
    "drive.google.com",
    "drive.usercontent.google.com",
    _MADE_ANEW,
    "sharepoint.com",
    "onedrive.live.com",
    "1drv.ms",
    "dropbox.com",
)
"""Hosts that show a file inside a page of their own: the page is no sign of a wrong address."""


@dataclass(frozen=True)
class Asked:
    """An address that a record names, and what is known of it."""

    record: str
    url: str
    kind: EvidenceKind | None
    """Of the evidence; None for a source, which may be a page."""
    sha256: str = ""
    """Of the file that it is expected to give; "" where nothing is known yet."""
    since: str = ""
    """The day since which that is known, year-month-day."""
    locked: bool = False
    """Whether that is the city's own copy, as `evidence.lock` has it."""


def judged(asked: Asked, reply: Reply, day: str) -> Link:
    """Return the line of `evidence.links` for an address that was asked on a day."""
    if _host(asked.url) == _MADE_ANEW:
        reply = replace(reply, sha256="")
    state, reason = _state(asked, reply)
    sha256, since = asked.sha256, asked.since
    if not asked.locked and not sha256 and reply.sha256:
        sha256, since = reply.sha256, day
    final = reply.settled if state == "moved" and len(reply.settled) <= LONGEST_URL else ""
    return Link(asked.record, asked.url, day, state, reason, final, sha256, since)


def _state(asked: Asked, reply: Reply) -> tuple[State, str]:
    if reply.internal or reply.fault:
        said = "menuju jaringan dalam; tidak diminta"
        return ("internal", said) if reply.internal else ("dead", reply.fault)
    refusal = f"HTTP {reply.status}"
    if reply.status in REFUSED:
        return "permission", f"ditolak ({refusal})"
    moved = _bare(reply.final) != _bare(asked.url)
    if moved and _signs_in(reply.final):
        return "permission", f"meminta masuk di {_host(reply.final)}"
    if not 200 <= reply.status < 300:  # noqa: PLR2004  (HTTP's own bounds)
        return "dead", refusal
    if moved and _is_front(reply.final) and not _is_front(asked.url):
        return "dead", f"dialihkan ke halaman depan {_host(reply.final)}"
    return _opened(asked, reply)


def _opened(asked: Asked, reply: Reply) -> tuple[State, str]:
    """Say of what has opened whether it is what is wanted."""
    if reply.empty:
        return "not_document", "isinya kosong"
    wants_file = asked.kind is not None and asked.kind not in ON_THE_WEB
    if reply.page and wants_file and not _is_viewer(reply.final):
        return "not_document", "yang terbuka halaman web, bukan berkas"
    if asked.sha256 and reply.sha256 and asked.sha256 != reply.sha256:
        if asked.locked:
            return "changed", f"isinya berbeda dari berkas yang dikunci ({day_words(asked.since)})"
        return "changed", f"isinya berubah sejak {day_words(asked.since)}"
    if _bare(reply.settled) != _bare(asked.url):
        return "moved", ""
    return "ok", ""


def _signs_in(url: str) -> bool:
    return _host(url) in _SIGN_IN or _ASKS_WHO.search(parts_of(url).path) is not None


def _is_viewer(url: str) -> bool:
    host = _host(url)
    return any(host == one or host.endswith(f".{one}") for one in _VIEWERS)


def _is_front(url: str) -> bool:
    parts = parts_of(url)
    return parts.path in {"", "/"} and not parts.query


def _host(url: str) -> str:
    return parts_of(url).hostname or ""


def parts_of(url: str) -> SplitResult:
    """Return the parts of an address; of one that is none, nothing."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def _bare(url: str) -> str:
    """Return an address without what a browser keeps to itself."""
    return url.partition("#")[0].removesuffix("/")
