"""`dashboard`: what it writes and takes away, and a server that gives nothing but its pages."""

import hashlib
import http.client
import json
import os
import queue
import re
import signal
import subprocess
import sys
import threading

import pytest

PATIENCE = 30


@pytest.fixture
def build(run, workspace):
    def make(*options):
        result = run("dashboard", "kota-uji", *options)
        return result, workspace / "build" / "kota-uji" / "dasbor"

    return make


def names(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_it_writes_a_site_and_says_where_to_begin(build):
    result, folder = build()

    assert result.exit_code == 0
    assert "index.html" in result.stdout
    assert "untuk tiap perangkat daerah" in result.stdout
    assert {"index.html", "partisipasi.html", "dasbor.json"} <= names(folder)
    held = json.loads((folder / "dasbor.json").read_text("utf-8"))
    assert {file["name"] for file in held["files"]} == names(folder) - {"dasbor.json"}
    assert held["content_digest"] in result.stdout


def test_again_it_writes_the_very_same(build, files):
    _, folder = build()
    before = files(folder)
    build()

    same = {name: told for name, told in files(folder).items() if name != "dasbor.json"}
    assert same == {name: told for name, told in before.items() if name != "dasbor.json"}
    assert files(folder)["dasbor.json"].split()[0] == before["dasbor.json"].split()[0]


def test_a_page_of_an_earlier_run_goes_unless_somebody_changed_it(build):
    _, folder = build()
    manifest = json.loads((folder / "dasbor.json").read_text("utf-8"))
    (folder / "catatan").mkdir(exist_ok=True)
    for name in ("catatan/lama.html", "catatan/ubahan.html"):
        (folder / name).write_text("lama", "utf-8")
        digest = hashlib.sha256(b"lama").hexdigest()
        manifest["files"].append({"name": name, "size": 4, "sha256": digest})
    (folder / "catatan/ubahan.html").write_text("diubah orang", "utf-8")
    (folder / "catatan/orang.html").write_text("bukan milik kami", "utf-8")
    (folder / "dasbor.json").write_text(json.dumps(manifest), "utf-8")
    result, _ = build()

    assert "Dihapus, karena tidak ada lagi: 1 halaman." in result.stdout
    assert "catatan/ubahan.html" in result.stdout
    assert not (folder / "catatan/lama.html").exists()
    assert (folder / "catatan/ubahan.html").read_text("utf-8") == "diubah orang"
    assert (folder / "catatan/orang.html").read_text("utf-8") == "bukan milik kami"


@pytest.mark.parametrize("name", ["../luar.html", "/etc/hostname", "a/../../luar.html"])
def test_a_manifest_that_was_tampered_with_takes_nothing_away_outside(build, workspace, name):
    _, folder = build()
    outside = workspace / "build" / "kota-uji" / "luar.html"
    outside.write_text("x", "utf-8")
    manifest = json.loads((folder / "dasbor.json").read_text("utf-8"))
    digest = hashlib.sha256(b"x").hexdigest()
    manifest["files"].append({"name": name, "size": 1, "sha256": digest})
    (folder / "dasbor.json").write_text(json.dumps(manifest), "utf-8")
    result, _ = build()

    assert result.exit_code == 0
    assert outside.exists()


def test_a_folder_that_leads_elsewhere_is_not_written_through(build, workspace):
    elsewhere = workspace / "lain"
    elsewhere.mkdir()
    folder = workspace / "build" / "kota-uji" / "dasbor"
    folder.mkdir(parents=True)
    (folder / "catatan").symlink_to(elsewhere)
    (folder / "opd").symlink_to(elsewhere)
    result, _ = build()

    assert result.exit_code == 2
    assert "tidak dapat menulis" in result.stderr
    assert list(elsewhere.iterdir()) == []


def test_over_an_error_nothing_is_written_but_a_draft(build, write, workspace):
    city = (workspace / "cities/kota-uji/kota.yaml").read_text("utf-8")
    write(city + "\nopd_baru: []\n")
    refused, folder = build()
    written = folder.exists()
    drafted, _ = build("--draft")

    assert refused.exit_code == drafted.exit_code == 1
    assert "Dasbor tidak ditulis" in refused.stderr
    assert not written
    assert "DRAF – 1 galat" in (folder / "index.html").read_text("utf-8")


def test_a_city_that_is_not_there(run):
    result = run("dashboard", "kota-lain")

    assert result.exit_code == 2
    assert "Galat: kota 'kota-lain' tidak ada." in result.stderr


# -- served


class Served:
    """The process, what it prints, and a way to ask it."""

    def __init__(self, folder, *options):
        # whoever runs the tests in the background has SIGINT ignored, and children inherit that
        program = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        program += "from scmaster.cli import app; app()"
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-c", program, "dashboard", "kota-uji", "--serve", *options],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        told = " ".join(self.until("Menunggu perubahan"))
        self.port = int(re.search(r"http://127\.0\.0\.1:(\d+)/", told)[1])

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip())
        self.lines.put(None)

    def until(self, wanted):
        seen = []
        while True:
            line = self.lines.get(timeout=PATIENCE)
            assert line is not None, "\n".join(seen)
            seen.append(line)
            if wanted in line:
                return seen

    def ask(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer, body


@pytest.fixture
def served(workspace):
    one = Served(workspace, "--port", "0")
    yield one
    one.process.kill()
    one.process.wait()
    one.process.stdout.close()


def test_it_gives_its_pages_shows_changes_and_ends_when_told(served, write, workspace):
    city = (workspace / "cities/kota-uji/kota.yaml").read_text("utf-8")
    answer, page = served.ask("/")
    _, version = served.ask("/versi")

    assert answer.status == 200
    assert "Dasbor Kota Uji" in page
    assert 'fetch("/versi"' in page
    assert "connect-src 'self'" in page
    assert 'fetch("/versi"' not in (workspace / "build/kota-uji/dasbor/index.html").read_text(
        "utf-8"
    )

    write(city.replace("name: Kota Uji", "name: Kota Ubah"))
    served.until("ditulis:")
    assert served.ask("/versi")[1] != version
    assert "Dasbor Kota Ubah" in served.ask("/index.html")[1]

    served.process.send_signal(signal.SIGINT)
    served.until("Selesai.")
    assert served.process.wait(PATIENCE) == 0


@pytest.mark.parametrize(
    "path",
    [
        "/../kota.yaml",
        "/..%2f..%2f..%2fcities/kota-uji/kota.yaml",
        "//etc/passwd",
        "/dasbor.json",
        "/catatan/",
        "/%00",
    ],
)
def test_it_gives_nothing_but_its_pages(served, path):
    answer, body = served.ask(path)

    assert answer.status == 404
    assert body == "Tidak ada.\n"


def test_it_answers_nobody_who_calls_it_by_another_name(served):
    """A page of the network may let its own name lead to this machine."""
    answer, _ = served.ask("/", Host="jahat.contoh.com")

    assert answer.status == 403


def test_it_takes_nothing(served):
    answer, _ = served.ask("/", method="POST")

    assert answer.status == 501


def test_it_listens_on_this_machine_alone(served):
    import socket

    own = [a[4][0] for a in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    for address in {a for a in own if not a.startswith("127.")}:
        with socket.socket() as asked:
            asked.settimeout(1)
            assert asked.connect_ex((address, served.port)) != 0


def test_a_port_that_is_taken(served, run):
    result = run("dashboard", "kota-uji", "--serve", "--port", str(served.port))

    assert result.exit_code == 2
    assert "sedang dipakai" in result.stderr
