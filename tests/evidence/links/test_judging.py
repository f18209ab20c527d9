"""What an answer means, for the kinds of evidence and the places that cities use."""

import pytest

from scmaster.evidence.links.asking import Reply
from scmaster.evidence.links.judging import Asked, judged

URL = "https://kota.example/berkas/sk.pdf"
OLD, NEW = "a" * 64, "b" * 64
DAY = "2026-11-23"


def link(reply, url=URL, kind="sk", **known):
    return judged(Asked("ev-sk", url, kind, **known), reply, DAY)


def answered(final=URL, settled=URL, status=200, **more):
    return Reply(status, final, settled, **more)


def test_a_file_is_well_and_its_digest_is_kept_from_the_first_time_on():
    first = link(answered(sha256=OLD))

    assert (first.state, first.sha256, first.since) == ("ok", OLD, DAY)
    again = link(answered(sha256=OLD), sha256=OLD, since="2026-01-02")
    assert (again.state, again.since) == ("ok", "2026-01-02")


def test_another_content_is_told_until_somebody_accepts_it():
    changed = link(answered(sha256=NEW), sha256=OLD, since="2026-01-02")

    assert (changed.state, changed.reason) == ("changed", "isinya berubah sejak 2 Januari 2026")
    assert (changed.sha256, changed.since) == (OLD, "2026-01-02")
    assert link(answered(sha256=NEW)).state == "ok", "accepted: nothing was known any more"


def test_a_file_that_is_not_the_locked_one_is_told():
    changed = link(answered(sha256=NEW), sha256=OLD, since="2026-01-02", locked=True)

    assert changed.reason == "isinya berbeda dari berkas yang dikunci (2 Januari 2026)"


def test_a_file_too_large_to_read_is_not_compared():
    assert link(answered(), sha256=OLD, since="2026-01-02").state == "ok"


@pytest.mark.parametrize("kind", ["sk", "laporan", "notulen", "survei"])
def test_a_page_is_no_document(kind):
    assert link(answered(page=True), kind=kind).state == "not_document"


@pytest.mark.parametrize("kind", ["berita", "tautan", "video", "statistik_layanan", None])
def test_of_what_lives_on_the_web_a_page_will_do(kind):
    assert link(answered(page=True), kind=kind).state == "ok"


@pytest.mark.parametrize(
    "url",
    [
        "https://drive.google.com/file/d/1abc/view",
        "https://docs.google.com/document/d/1abc/edit",
        "https://kota.sharepoint.com/:b:/g/dok/abc",
        "https://onedrive.live.com/?id=1",
    ],
)
def test_a_page_that_shows_the_file_is_the_file(url):
    assert link(answered(url, url, page=True), url).state == "ok"


@pytest.mark.parametrize(
    "final",
    [
        "https://accounts.google.com/v3/signin/identifier?continue=x",
        "https://accounts.google.com/ServiceLogin?service=wise",
        "https://login.microsoftonline.com/common/oauth2/authorize",
        "https://login.live.com/login.srf",
        "https://kota.sharepoint.com/_layouts/15/Authenticate.aspx?Source=x",
        "https://kota.example/login",
        "https://kota.example/index.php/sign-in/form",
        "https://kota.example/masuk",
    ],
)
def test_a_page_that_asks_who_is_there_is_not_the_document(final):
    url = "https://drive.google.com/file/d/1abc/view"
    found = link(answered(final, url, page=True), url)

    assert found.state == "permission"
    assert "meminta masuk di" in found.reason


def test_an_address_with_such_a_word_that_leads_nowhere_else_is_taken_as_it_is():
    url = "https://kota.example/masuk/laporan"

    assert link(answered(url, url, page=True), url, "tautan").state == "ok"


@pytest.mark.parametrize("status", [401, 403])
def test_a_refusal_needs_permission(status):
    found = link(answered(status=status))

    assert (found.state, found.reason) == ("permission", f"ditolak (HTTP {status})")


@pytest.mark.parametrize("status", [404, 410, 500, 503, 304])
def test_what_does_not_open_is_dead(status):
    assert (link(answered(status=status)).state) == "dead"


def test_a_redirect_to_the_front_page_is_a_dead_address():
    found = link(answered("https://kota.example/", "https://kota.example/", page=True))

    assert found.reason == "dialihkan ke halaman depan kota.example"


def test_moved_names_where_to():
    new = "https://kota.example/baru/sk.pdf"

    assert link(answered(new, new, sha256=OLD)).final == new
    assert link(answered(new, URL, sha256=OLD)).state == "ok", "a redirect for today only"
    assert link(answered(URL, URL), URL + "#hal=2").state == "ok"


def test_an_address_too_long_to_keep_is_not_kept():
    new = "https://kota.example/" + "a" * 5000

    assert (link(answered(new, new)).state, link(answered(new, new)).final) == ("moved", "")


def test_a_document_that_is_written_anew_for_everybody_is_not_compared():
    url = "https://docs.google.com/document/d/1abc/export?format=pdf"
    found = link(answered(url, url, sha256=NEW), url)

    assert (found.state, found.sha256) == ("ok", "")


def test_nothing_that_was_known_is_lost_when_a_site_is_down():
    found = link(Reply(fault="situsnya tidak dapat dihubungi"), sha256=OLD, since="2026-01-02")

    assert (found.state, found.sha256, found.since) == ("dead", OLD, "2026-01-02")


def test_an_empty_file_is_no_document():
    assert link(answered(empty=True)).state == "not_document"


def test_what_leads_into_a_private_network_is_told():
    assert link(Reply(internal=True)).state == "internal"
