"""`evidence links`, as Diskominfo uses it, against a server on this machine."""

import json
import socket

import pytest
from kota_uji import CITY
from web_server import PAGE, PDF, serving

LINKS = "cities/kota-uji/evidence.links"
HTML = {"Content-Type": "text/html"}


@pytest.fixture
def server():
    pages = {
        "/sk.pdf": (200, {}, PDF),
        "/halaman": (200, HTML, PAGE),
        "/tertutup": (403, HTML, PAGE),
        "/lama": (301, {"Location": "/sk.pdf"}, b""),
    }
    with serving(pages) as made:
        yield made


def evidence(server, **paths):
    lines = [
        f"  - {{id: ev-{name}, title: Dokumen {name}, kind: sk, date: 2024-01-02, opd: dlh,"
        f' url: "{server.place}{path}"}}\n'
        for name, path in paths.items()
    ]
    return CITY + "evidence:\n" + "".join(lines)


def told(workspace):
    _, *lines = (workspace / LINKS).read_text("utf-8").splitlines()
    return {line["record"]: line for line in map(json.loads, lines)}


def ask(run, *more):
    return run("evidence", "links", "kota-uji", "--allow-private", *more)


def test_what_is_not_well_is_listed_and_kept(workspace, write, run, server, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    monkeypatch.setenv("COLUMNS", "80")
    source = f'sources:\n  - {{id: src-a, title: A, tier: press, url: "{server.place}/tiada"}}\n'
    paths = {"a": "/tiada", "b": "/halaman", "c": "/tertutup", "d": "/lama", "e": "/sk.pdf"}
    write(evidence(server, **paths) + source)
    result = ask(run)

    assert result.exit_code == 1
    assert result.stdout.replace(server.place, "http://s").splitlines() == [
        "mati           ev-a, src-a: HTTP 404",
        "               http://s/tiada",
        "perlu izin     ev-c: ditolak (HTTP 403)",
        "               http://s/tertutup",
        "bukan dokumen  ev-b: yang terbuka halaman web, bukan berkas",
        "               http://s/halaman",
        "pindah         ev-d",
        "               http://s/lama",
        "             > http://s/sk.pdf",
        "6 tautan: 1 baik, 1 pindah, 1 bukan dokumen, 1 perlu izin, 2 mati (diperiksa 1",
        "Januari 2026).",
    ]
    assert {name: line["state"] for name, line in told(workspace).items()} == {
        "ev-a": "dead",
        "ev-b": "not_document",
        "ev-c": "permission",
        "ev-d": "moved",
        "ev-e": "ok",
        "src-a": "dead",
    }


def test_check_warns_of_what_was_found_and_asks_nobody(write, run, server, monkeypatch):
    write(evidence(server, a="/tiada"))
    ask(run)

    def nobody(*_, **__):
        raise AssertionError("check opens the network")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    monkeypatch.setattr(socket.socket, "connect", nobody)
    result = run("check", "kota-uji", "--brief")

    assert result.exit_code == 0, "a dead link alone keeps nobody from submitting"
    assert "warning SCM841: tautan ev-a tidak terbuka pada" in result.stdout
    assert run("check", "kota-uji", "--strict").exit_code == 1


def test_the_result_of_another_address_says_nothing_of_this_one(write, run, server):
    write(evidence(server, a="/tiada"))
    ask(run)
    write(evidence(server, a="/sk.pdf"))

    assert "SCM841" not in run("check", "kota-uji", "--brief").stdout
    offline = run("evidence", "links", "kota-uji", "--offline")
    assert offline.stdout.splitlines() == ["1 tautan.", "1 tautan belum pernah diperiksa."]


def test_offline_shows_the_same_again(write, run, server):
    write(evidence(server, a="/lama"))
    asked = ask(run)
    before = len(server.asked)
    offline = run("evidence", "links", "kota-uji", "--offline")

    assert (offline.exit_code, offline.stdout) == (0, asked.stdout)
    assert len(server.asked) == before


def test_another_content_is_told_until_it_is_accepted(workspace, write, run, server):
    write(evidence(server, a="/sk.pdf"))
    assert ask(run).exit_code == 0
    server.pages["/sk.pdf"] = (200, {}, PDF + b"lain")

    for _ in range(2):
        assert "isinya berubah sejak" in ask(run).stdout
    assert "SCM844" in run("check", "kota-uji", "--brief").stdout
    assert ask(run, "--accept").exit_code == 0
    assert ask(run).exit_code == 0
    assert told(workspace)["ev-a"]["state"] == "ok"


def test_a_file_that_is_kept_is_what_the_address_must_give(workspace, write, run, server):
    write(evidence(server, a="/sk.pdf").replace("url:", "file: sk.pdf, url:"))
    folder = workspace / "cities/kota-uji/files"
    folder.mkdir()
    (folder / "sk.pdf").write_bytes(PDF + b"yang disimpan")
    run("evidence", "lock", "kota-uji")

    assert "isinya berbeda dari berkas yang dikunci" in ask(run).stdout
    (folder / "sk.pdf").write_bytes(PDF)
    run("evidence", "lock", "kota-uji")
    assert ask(run).exit_code == 0


def test_this_machine_is_not_asked_unless_allowed(write, run, server):
    write(evidence(server, a="/sk.pdf"))
    result = run("evidence", "links", "kota-uji")

    assert (result.exit_code, server.asked) == (1, [])
    assert "jaringan dalam ev-a: menuju jaringan dalam; tidak diminta" in result.stdout


def test_without_a_network_what_was_known_stays(workspace, write, run, server, monkeypatch):
    write(evidence(server, a="/sk.pdf"))
    ask(run)
    before = (workspace / LINKS).read_bytes()

    def nobody(*_, **__):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    from scmaster.evidence.links import asking

    monkeypatch.setattr(asking.asyncio, "sleep", at_once)
    result = ask(run)

    assert result.exit_code == 1
    assert "tidak satu pun alamat menjawab" in result.stderr
    assert (workspace / LINKS).read_bytes() == before


async def at_once(_):
    """Wait for nothing."""


def test_a_city_without_addresses_has_nothing_to_ask(workspace, write, run):
    write(CITY)
    result = run("evidence", "links", "kota-uji")

    assert (result.exit_code, result.stdout) == (0, "0 tautan.\n")
    assert not (workspace / LINKS).exists()


def test_a_record_that_cannot_be_read_loses_no_line(workspace, write, run, server):
    write(evidence(server, a="/sk.pdf"))
    ask(run)
    before = (workspace / LINKS).read_bytes()
    write(evidence(server, a="/sk.pdf").replace("kind: sk", "kind: sks"))

    assert ask(run).exit_code == 1
    assert (workspace / LINKS).read_bytes() == before


def test_a_broken_line_is_said_and_made_anew(workspace, write, run, server):
    write(evidence(server, a="/sk.pdf"))
    ask(run)
    path = workspace / LINKS
    path.write_text(path.read_text().replace('"ok"', '"baik"'))

    assert "evidence.links:2:1: error SCM840" in run("check", "kota-uji", "--brief").stdout
    assert ask(run).exit_code == 0
    assert "SCM840" not in run("check", "kota-uji", "--brief").stdout


def test_a_place_that_cannot_be_written_is_said(workspace, write, run, server):
    write(evidence(server, a="/sk.pdf"))
    (workspace / LINKS / "x").mkdir(parents=True)
    result = ask(run)

    assert result.exit_code == 2
    assert "tidak dapat ditulis" in result.stderr


def test_nothing_is_told_of_progress_but_at_a_terminal(write, run, server):
    write(evidence(server, a="/sk.pdf"))

    assert ask(run).stderr == ""


def test_no_other_command_loads_what_opens_the_network(shell):
    done = shell("check", "kota-uji", PYTHONPROFILEIMPORTTIME="1")

    assert "scmaster.evidence.links.file" in done.stderr
    assert "httpx" not in done.stderr
