"""A round: every address of a city, several at once but few of one host."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

import httpx

from scmaster import __version__
from scmaster.assess.links import Link, addresses
from scmaster.assess.originals import Originals
from scmaster.evidence.links.asking import Limits, Reply, ask
from scmaster.evidence.links.guard import GuardedTransport, Resolve, resolved
from scmaster.evidence.links.judging import Asked, judged, parts_of
from scmaster.link import Dossier
from scmaster.model.evidence import Evidence

_AGENT = f"scmaster/{__version__} (pemeriksa tautan eviden)"


class NobodyAnsweredError(Exception):
    """Not one address answered: it is the network here that is at fault, not the links."""


def of_city(
    dossier: Dossier, known: Originals, replies: Mapping[str, Reply], day: str, *, accept: bool
) -> dict[str, Link]:
    """Return the lines of `evidence.links`, from what came of each address.

    With `accept`, what a file is now is what it is to be from now on. Raises
    NobodyAnsweredError.
    """
    if replies and not any(reply.status or reply.internal for reply in replies.values()):
        raise NobodyAnsweredError
    wanted = (_asked(dossier, known, *one, accept=accept) for one in addresses(dossier).items())
    return {asked.record: judged(asked, replies[asked.url], day) for asked in wanted}


def _asked(dossier: Dossier, known: Originals, name: str, url: str, *, accept: bool) -> Asked:
    evidence = dossier.get(Evidence, name)
    kind = evidence.kind if evidence else None
    original, link = known.locked.get(name), known.links.get(name)
    if evidence and evidence.file and original and original.file == evidence.file:
        return Asked(name, url, kind, original.sha256, original.seen, locked=True)
    if accept or link is None or link.url != url:
        return Asked(name, url, kind)
    return Asked(name, url, kind, link.sha256, link.since)


def ask_all(
    urls: Iterable[str],
    *,
    limits: Limits | None = None,
    allow_private: bool = False,
    resolve: Resolve = resolved,
    tell: Callable[[], None] = lambda: None,
) -> dict[str, Reply]:
    """Ask every address once; `tell` is called after each.

    The proxies that the environment names are not used: behind one, nobody here would know
    which address is connected to.
    """
    wanted = list(dict.fromkeys(urls))
    return asyncio.run(_round(wanted, limits or Limits(), allow_private, resolve, tell))


async def _round(
    urls: list[str],
    limits: Limits,
    allow_private: bool,  # noqa: FBT001  (from `ask_all`, where it has a name)
    resolve: Resolve,
    tell: Callable[[], None],
) -> dict[str, Reply]:
    hosts: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(limits.per_host))
    everywhere = asyncio.Semaphore(limits.at_once)
    # no connection is kept: two hosts of one address would share it
    none_kept = httpx.Limits(max_keepalive_connections=0)
    inner = httpx.AsyncHTTPTransport(trust_env=False, limits=none_kept)
    client = httpx.AsyncClient(
        transport=GuardedTransport(inner, resolve, allow_private=allow_private),
        headers={"User-Agent": _AGENT, "Accept-Encoding": "identity"},
        timeout=limits.wait,
        trust_env=False,
    )

    async def one(url: str) -> Reply:
        async with hosts[parts_of(url).netloc.lower()], everywhere:
            reply = await ask(client, url, limits)
        tell()
        return reply

    async with client:
        replies = await asyncio.gather(*(one(url) for url in urls))
    return dict(zip(urls, replies, strict=True))
