"""The guard: no request to a private network, whatever a name or a redirect leads to.

A name is resolved once a request; the address that was looked at is the one that is
connected to, so that a name that answers otherwise the second time (DNS rebinding) gains
nothing. Certificates are still checked against the name.
"""

import asyncio
import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port -> addresses, best first; raises OSError."""

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""Stands for the whole of IPv4 where a network has IPv6 only (RFC 6052)."""
_MOST_ADDRESSES = 4
_PORTS = {"http": 80, "https": 443}


class InternalAddressError(Exception):
    """The host has no address but in networks that are nobody's but their owner's."""


class UnknownHostError(OSError):
    """No address is known of the host."""


def resolved(host: str, port: int) -> list[str]:
    """Ask the system for the addresses of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[0]) for *_, where in found))


def is_public(text: str) -> bool:
    """Tell whether an address belongs to the public internet.

    What stands inside an IPv6 address for one of IPv4 is looked at as well: mapped, 6to4,
    and translated (RFC 6052) ones.
    """
    try:
        address = ip_address(text)  # with a scope (fe80::1%eth0) it is link-local anyway
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return _plain(address)
    if address in _TRANSLATED:
        return _plain(IPv4Address(int(address) & 0xFFFFFFFF))
    inside = address.ipv4_mapped or address.sixtofour
    return _plain(address) and (inside is None or _plain(inside))


def _plain(address: IPv4Address | IPv6Address) -> bool:
    other = address.is_multicast or address.is_reserved or address.is_link_local
    return address.is_global and not other


class GuardedTransport(httpx.AsyncBaseTransport):
    """Sends each request to an address that was looked at."""

    def __init__(
        self, inner: httpx.AsyncBaseTransport, resolve: Resolve, *, allow_private: bool
    ) -> None:
        """`inner` connects; it must not keep connections, which are known by address alone."""
        self._inner = inner
        self._resolve = resolve
        self._allow_private = allow_private

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request.

        Raises InternalAddressError, UnknownHostError, httpx.UnsupportedProtocol, or what the
        inner transport raises.
        """
        if request.url.scheme not in _PORTS:
            raise httpx.UnsupportedProtocol(request.url.scheme)
        host = request.url.raw_host.decode("ascii")
        safe = await self._addresses(host, request.url.port or _PORTS[request.url.scheme])
        for address in safe[:-1]:
            try:
                return await self._inner.handle_async_request(_pinned(request, host, address))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await self._inner.handle_async_request(_pinned(request, host, safe[-1]))

    async def _addresses(self, host: str, port: int) -> list[str]:
        try:
            every = await asyncio.to_thread(self._resolve, host, port)
        except (OSError, UnicodeError) as fault:
            raise UnknownHostError(host) from fault
        if not every:
            raise UnknownHostError(host)
        safe = [one for one in every if self._allow_private or is_public(one)]
        if not safe:
            raise InternalAddressError(host)
        return safe[:_MOST_ADDRESSES]

    async def aclose(self) -> None:
        """Close what connects."""
        await self._inner.aclose()


def _pinned(request: httpx.Request, host: str, address: str) -> httpx.Request:
    """Return the request for one address; `Host` and the name for TLS stay the host's."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": host},
    )
