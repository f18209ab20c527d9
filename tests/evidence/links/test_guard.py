"""No request to a private network, whatever leads there."""

import asyncio

import httpx
import pytest

from scmaster.evidence.links.guard import (
    GuardedTransport,
    InternalAddressError,
    UnknownHostError,
    is_public,
)

PRIVATE = [
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",  # noqa: S104  (an address like any other here)
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "2002:7f00:1::",
    "2002:a00:1::",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "2001:db8::1",
    "2001::1",
    "",
    "bukan alamat",
]
PUBLIC = ["8.8.8.8", "103.10.10.10", "2404:6800:4003:c00::64", "64:ff9b::808:808"]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_of_a_private_network_is_no_public_one(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is(address):
    assert is_public(address)


class Inner(httpx.AsyncBaseTransport):
    """Notes where it would connect to."""

    def __init__(self, closed=()):
        self.seen, self.closed = [], closed

    async def handle_async_request(self, request):
        self.seen.append(request)
        if request.url.host in self.closed:
            raise httpx.ConnectError("tertutup")
        return httpx.Response(200, request=request)


def asked(url, resolve, *, closed=(), allow_private=False):
    inner = Inner(closed)
    transport = GuardedTransport(inner, resolve, allow_private=allow_private)

    async def go():
        async with httpx.AsyncClient(transport=transport, trust_env=False) as client:
            return await client.get(url)

    try:
        asyncio.run(go())
    except (InternalAddressError, UnknownHostError) as fault:
        return type(fault), inner.seen
    return None, inner.seen


def test_the_address_that_was_looked_at_is_the_one_connected_to():
    """A name that answers otherwise the second time gains nothing: it is asked once."""
    answers = iter([["8.8.8.8"], ["127.0.0.1"]])
    fault, [seen] = asked("https://kota.example/a", lambda *_: next(answers))

    assert fault is None
    assert str(seen.url) == "https://8.8.8.8/a"
    assert seen.headers["host"] == "kota.example"
    assert seen.extensions["sni_hostname"] == "kota.example"
    assert next(answers) == ["127.0.0.1"], "nobody asked a second time"


def test_a_name_of_a_private_address_is_not_asked():
    fault, seen = asked("http://dalam.example/", lambda *_: ["10.0.0.5", "::1"])

    assert (fault, seen) == (InternalAddressError, [])


def test_of_a_name_with_both_only_the_public_address_is_asked():
    _, [seen] = asked("http://dua.example/", lambda *_: ["127.0.0.1", "8.8.8.8"])

    assert seen.url.host == "8.8.8.8"


def test_where_the_first_address_is_closed_the_next_is_asked():
    _, seen = asked("http://a.example/", lambda *_: ["8.8.8.8", "9.9.9.9"], closed={"8.8.8.8"})

    assert [one.url.host for one in seen] == ["8.8.8.8", "9.9.9.9"]


def test_private_ones_are_asked_where_that_is_allowed():
    _, [seen] = asked("http://dalam.example/", lambda *_: ["10.0.0.5"], allow_private=True)

    assert seen.url.host == "10.0.0.5"


@pytest.mark.parametrize("fault", [OSError("tidak ada"), UnicodeError("label")])
def test_a_name_that_nobody_knows_is_said_to_be_unknown(fault):
    def resolve(*_):
        raise fault

    assert asked("http://tiada.example/", resolve) == (UnknownHostError, [])
    assert asked("http://tiada.example/", lambda *_: []) == (UnknownHostError, [])
