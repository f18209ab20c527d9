"""Asks one address, with patience and limits, and says what came."""

import asyncio
import hashlib
import ssl
from dataclasses import dataclass, replace
from io import BytesIO

import httpx

from scmaster.evidence.kinds import kind_of
from scmaster.evidence.links.guard import InternalAddressError, UnknownHostError

BUSY = frozenset({429, 500, 502, 503, 504})
"""What a server answers that may answer otherwise in a moment."""
_HEAD = 2048
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True)
class Limits:
    """How long is waited, how much is read, and how often is asked."""

    body: int = 50_000_000
    """Bytes of a file; of a larger one no digest is taken."""
    page: int = 65_536
    """Bytes of a web page."""
    wait: float = 15
    """Seconds for a connection, and for each piece of an answer."""
    reading: float = 60
    """Seconds for a body; of one that takes longer no digest is taken."""
    whole: float = 90
    """Seconds for an address with all its redirects and its body."""
    attempts: int = 3
    pause: float = 1
    """Seconds before the second attempt; twice as many before each further one."""
    longest_pause: float = 20
    """Seconds at most, whatever the server asks for."""
    redirects: int = 10
    at_once: int = 8
    per_host: int = 2


@dataclass(frozen=True)
class Reply:
    """What came of asking an address."""

    status: int = 0
    """Of HTTP; 0 where nothing answered."""
    final: str = ""
    """The address that answered in the end."""
    settled: str = ""
    """Where the redirects that are for good lead."""
    page: bool = False
    """Whether a web page came, and no file."""
    empty: bool = False
    sha256: str = ""
    """Of the file; "" for a page, or where it was not read whole."""
    fault: str = ""
    """Why nothing useful came (Indonesian)."""
    internal: bool = False
    """Whether it leads into a private network; it was not asked then."""
    again: float | None = None
    """Seconds after which the server wants to be asked again."""


class _LostError(Exception):
    """Says in Indonesian why redirects lead nowhere."""


async def ask(client: httpx.AsyncClient, url: str, limits: Limits) -> Reply:
    """Ask an address, again where it was busy or did not answer; never raises over it."""
    reply, retry = await _attempt(client, url, limits)
    for attempt in range(1, limits.attempts):
        if not retry:
            break
        pause = max(limits.pause * 2 ** (attempt - 1), reply.again or 0)
        await asyncio.sleep(min(pause, limits.longest_pause))
        reply, retry = await _attempt(client, url, limits)
    return reply


async def _attempt(client: httpx.AsyncClient, url: str, limits: Limits) -> tuple[Reply, bool]:
    """Return what came, and whether it is worth asking again."""
    try:
        async with asyncio.timeout(limits.whole):
            reply = await _follow(client, url, limits)
    except (
        InternalAddressError,
        _LostError,
        httpx.HTTPError,
        httpx.InvalidURL,
        OSError,  # a TimeoutError is one, and so is an unknown host
        ValueError,
    ) as fault:
        return _failed(fault, limits)
    return reply, reply.status in BUSY


def _failed(fault: Exception, limits: Limits) -> tuple[Reply, bool]:
    match fault:
        case InternalAddressError():
            return Reply(internal=True), False
        case TimeoutError():
            said, retry = f"tidak selesai dalam {limits.whole:g} detik", False
        case UnknownHostError():
            said, retry = "nama situsnya tidak dikenal", True
        case httpx.TimeoutException():
            said, retry = f"tidak menjawab dalam {limits.wait:g} detik", True
        case _ if _is_certificate(fault):
            said, retry = "sertifikat keamanan (TLS) situsnya tidak sah", False
        case httpx.ConnectError():
            said, retry = "situsnya tidak dapat dihubungi", True
        case _LostError():
            said, retry = str(fault), False
        case _:
            said = "jawabannya terputus atau rusak"
            retry = isinstance(fault, httpx.TransportError)
    return Reply(fault=said), retry


def _is_certificate(fault: BaseException) -> bool:
    """Tell whether a certificate is behind a fault: httpx says only that it failed."""
    seen: list[BaseException] = []
    cause: BaseException | None = fault
    while cause is not None and cause not in seen:
        seen.append(cause)
        cause = cause.__cause__ or cause.__context__
    return any(isinstance(one, ssl.SSLCertVerificationError) for one in seen)


async def _follow(client: httpx.AsyncClient, url: str, limits: Limits) -> Reply:
    where = settled = url
    for_good = True
    for _ in range(limits.redirects + 1):
        request = client.build_request("GET", where)
        response = await client.send(request, stream=True)
        try:
            following = response.next_request
            if following is None:
                return replace(await _received(response, limits), settled=settled)
            for_good = for_good and response.status_code in {301, 308}
        finally:
            await response.aclose()
        if following.url.scheme not in {"http", "https"}:
            raise _LostError("dialihkan ke alamat yang bukan http")
        where = str(following.url)
        settled = where if for_good else settled
    raise _LostError("dialihkan berputar-putar")


async def _received(response: httpx.Response, limits: Limits) -> Reply:
    """Read what is needed of an answer, and no more."""
    reply = Reply(response.status_code, str(response.url), again=_after(response))
    if not response.is_success:
        return reply
    digest, head, size, most = hashlib.sha256(), b"", 0, limits.body
    try:
        async with asyncio.timeout(limits.reading):
            async for chunk in response.aiter_raw():
                head = (head + chunk)[:_HEAD] if len(head) < _HEAD else head
                most = limits.page if _is_page(response, head) else limits.body
                digest.update(chunk)
                size += len(chunk)
                if size > most:
                    break
    except TimeoutError:  # slow, but it opens
        size = most + 1
    page = _is_page(response, head)
    as_it_is = response.headers.get("content-encoding", "identity").lower() == "identity"
    if page or size > most or not as_it_is:  # packed for the way: not the bytes of the file
        return replace(reply, page=page)
    return replace(reply, empty=size == 0, sha256=digest.hexdigest() if size else "")


def _is_page(response: httpx.Response, head: bytes) -> bool:
    """Tell whether HTML came: by its first bytes, else by what the server calls it."""
    kind = kind_of(BytesIO(head))
    said = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind == "html" or (kind in {"", "text"} and said in _PAGES)


def _after(response: httpx.Response) -> float | None:
    """Return the seconds that a busy server asks for; a date instead of seconds is ignored."""
    said = response.headers.get("retry-after", "")
    return float(said) if said.isascii() and said.isdigit() and len(said) < 5 else None  # noqa: PLR2004
