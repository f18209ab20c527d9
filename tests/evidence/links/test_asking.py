"""Addresses asked of a server on this machine, the kind and the unkind."""

import hashlib
import time
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from web_server import PAGE, PDF, serving

from scmaster.evidence.links.asking import Limits
from scmaster.evidence.links.judging import Asked, judged
from scmaster.evidence.links.rounds import ask_all
from scmaster.model.values import URL

QUICK = Limits(wait=1, whole=2, pause=0.01, longest_pause=0.05)
PATIENT = replace(QUICK, wait=30, whole=60)
"""Where an answer is expected: a busy machine may take its time."""
PLACE = "127.0.0.1"


@pytest.fixture(scope="module")
def server():
    html = {"Content-Type": "text/html; charset=utf-8"}
    with serving(
        {
            "/a.pdf": (200, {"Content-Type": "application/pdf"}, PDF),
            "/halaman": (200, html, PAGE),
            "/kosong.pdf": (200, {}, b""),
            "/putar": (302, {"Location": "/putar"}, b""),
            "/lama.pdf": (301, {"Location": "/a.pdf"}, b""),
            "/sementara.pdf": (302, {"Location": "/a.pdf"}, b""),
            "/lama-sementara": (301, {"Location": "/sementara.pdf"}, b""),
            "/ke-dalam": (302, {"Location": "http://127.0.0.1:1/rahasia"}, b""),
            "/ke-berkas": (302, {"Location": "file:///etc/passwd"}, b""),
            "/ke-rusak": (302, {"Location": "http://[::1/"}, b""),
            "/tanpa-jenis": (200, html, b"<!-- kota --><p>Isi"),
            "/pdf-disebut-html": (200, html, PDF),
            "/tertutup": (403, html, PAGE),
            "/terkemas.pdf": (200, {"Content-Encoding": "gzip"}, b"\x1f\x8b\x08isi"),
            "/terpotong.pdf": (200, {"Content-Length": "999"}, PDF),
        }
    ) as made:
        yield made


def reply(server, path, *, limits=QUICK, **options):
    url = server.place + path
    return ask_all([url], limits=limits, allow_private=True, **options)[url]


def test_a_file_comes_with_its_digest(server):
    found = reply(server, "/a.pdf")

    assert (found.status, found.page, found.fault) == (200, False, "")
    assert found.sha256 == hashlib.sha256(PDF).hexdigest()


@pytest.mark.parametrize("path", ["/halaman", "/tanpa-jenis"])
def test_a_page_is_known_as_one_and_has_no_digest(server, path):
    found = reply(server, path)

    assert (found.page, found.sha256) == (True, "")


def test_what_a_file_is_its_content_says_not_the_server(server):
    assert not reply(server, "/pdf-disebut-html").page


def test_what_is_packed_for_the_way_has_no_digest(server):
    found = reply(server, "/terkemas.pdf")

    assert (found.status, found.sha256, found.empty) == (200, "", False)


def test_an_empty_answer_is_empty(server):
    found = reply(server, "/kosong.pdf")

    assert (found.empty, found.sha256) == (True, "")


@pytest.mark.parametrize(
    ("path", "settled"),
    [
        ("/a.pdf", "/a.pdf"),
        ("/lama.pdf", "/a.pdf"),
        ("/sementara.pdf", "/sementara.pdf"),
        ("/lama-sementara", "/sementara.pdf"),
    ],
)
def test_only_redirects_for_good_move_an_address(server, path, settled):
    found = reply(server, path)

    assert found.final == server.place + "/a.pdf"
    assert found.settled == server.place + settled


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/putar", "dialihkan berputar-putar"),
        ("/ke-berkas", "dialihkan ke alamat yang bukan http"),
        ("/ke-rusak", "jawabannya terputus atau rusak"),
        ("/rusak", "jawabannya terputus atau rusak"),
        ("/terpotong.pdf", "jawabannya terputus atau rusak"),
        ("/diam", "tidak menjawab dalam 0.2 detik"),
        ("/kepala-lambat", "tidak selesai dalam 0.5 detik"),
    ],
)
def test_what_goes_wrong_is_said_and_ends(server, path, fault):
    start = time.monotonic()
    found = reply(server, path, limits=replace(QUICK, wait=0.2, whole=0.5))

    assert (found.fault, found.sha256) == (fault, "")
    assert time.monotonic() - start < 4


def test_a_slow_body_is_left_but_it_opens(server):
    start = time.monotonic()
    found = reply(server, "/lambat", limits=replace(QUICK, reading=0.3))

    assert (found.status, found.page, found.sha256, found.fault) == (200, False, "", "")
    assert time.monotonic() - start < 2


def test_an_endless_body_is_left(server):
    server.sent = 0
    found = reply(server, "/tanpa-akhir", limits=replace(QUICK, body=200_000))

    assert (found.status, found.sha256, found.fault) == (200, "", "")
    assert server.sent < 50_000_000


def test_a_busy_server_is_asked_again_and_a_refusal_is_not(server):
    assert reply(server, "/sibuk-a").status == 200
    assert server.asked.count("/sibuk-a") == 3
    assert reply(server, "/tertutup").status == 403
    assert server.asked.count("/tertutup") == 1


def test_a_server_that_stays_busy_is_left_after_the_attempts(server):
    assert reply(server, "/sibuk-b", limits=replace(QUICK, attempts=2)).status == 503


def test_nobody_at_home_is_said():
    url = f"http://{PLACE}:1/a.pdf"

    assert "tidak dapat dihubungi" in ask_all([url], limits=QUICK, allow_private=True)[url].fault


def test_this_machine_is_not_asked_unless_allowed(server):
    url = server.place + "/a.pdf"
    before = len(server.asked)

    assert ask_all([url], limits=QUICK)[url].internal
    assert len(server.asked) == before


def test_a_redirect_into_a_private_network_is_not_followed(server):
    """The name is public to the guard; where it leads is not."""
    names = {"luar.example": True}
    real = {"luar.example": PLACE, PLACE: PLACE}
    seen = []

    def resolve(host, _):
        seen.append(host)
        return [real[host]] if names.get(host) else ["10.0.0.1"]

    from scmaster.evidence.links import guard

    public = guard.is_public
    guard.is_public = lambda address: address == PLACE or public(address)
    try:
        url = f"http://luar.example:{server.server_port}/ke-dalam"
        found = ask_all([url], limits=QUICK, resolve=resolve)[url]
    finally:
        guard.is_public = public

    assert found.internal
    assert seen == ["luar.example", PLACE], "looked at again after the redirect"


def test_an_address_is_asked_once_and_few_of_one_host_at_a_time():
    told = []
    limits = replace(PATIENT, at_once=8, per_host=2)
    with serving() as own:
        urls = [f"{own.place}/tunggu/{n}" for n in range(8)]
        found = ask_all(
            [*urls, *urls], limits=limits, allow_private=True, tell=lambda: told.append(1)
        )

        assert len(found) == len(told) == len(own.asked) == 8
        assert own.most == 2


def test_few_hosts_are_asked_at_a_time():
    with serving() as own:
        urls = [f"http://h{n}.example:{own.server_port}/tunggu/{n}" for n in range(8)]
        limits = replace(PATIENT, at_once=3)
        ask_all(urls, limits=limits, allow_private=True, resolve=lambda *_: [PLACE])

        assert own.most == 3


@given(st.from_regex(URL, fullmatch=True))
@example("http://[a.b/")
@example("http://a..b/")
@example("http://a.b:99999/")
@example("http://" + "a" * 70 + ".id")
@settings(max_examples=15, deadline=None)
def test_whatever_the_address_nothing_is_raised(url):
    def nowhere(*_):
        raise OSError

    found = ask_all([url], limits=replace(QUICK, attempts=1), resolve=nowhere)[url]
    assert found.fault
    judged(Asked("ev-a", url, "sk"), found, "2026-11-23")


def test_the_proxies_of_the_environment_are_not_used(server, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")

    assert reply(server, "/a.pdf").status == 200
