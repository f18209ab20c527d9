"""`build --watch`: a process that builds again what a change touches, until it is told to stop."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time

import pytest
from kota_uji import CITY

PATIENCE = 30
"""Seconds to wait for what must come; how long it takes is for tests/bench."""


class Watched:
    """The process, and the lines it has printed so far."""

    def __init__(self, folder, *options):
        # whoever runs the tests in the background has SIGINT ignored, and children inherit that
        program = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        program += "from scmaster.cli import app; app()"
        arguments = ["build", "kota-uji", "--watch", *options]
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-c", program, *arguments],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
        self.lines = queue.Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip())
        self.lines.put(None)

    def until(self, wanted):
        """Return the lines up to one that holds some words."""
        seen = []
        while True:
            try:
                line = self.lines.get(timeout=PATIENCE)
            except queue.Empty:
                line = None
            assert line is not None, "\n".join(seen)
            seen.append(line)
            if wanted in line:
                return seen

    def end(self):
        """Leave nothing of it behind."""
        self.process.kill()
        self.process.wait()
        self.reader.join()
        self.process.stdout.close()

    def stop(self):
        """Interrupt it as Ctrl-C does, and return its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def watched(workspace):
    started = []

    def start(*options):
        started.append(Watched(workspace, "--page-numbers", "never", *options))
        started[-1].until("Menunggu perubahan")
        return started[-1]

    yield start
    for one in started:
        one.end()


pytestmark = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is no signal there")


def test_a_change_is_built_and_its_findings_come_and_go(watched, write, workspace):
    process = watched()
    report = workspace / "build" / "kota-uji" / "laporan-evaluasi.docx"
    first = report.read_bytes()
    write(CITY + "programmes:\n  - {id: prog-baru, name: Baru, owner: dlh}\n")
    seen = process.until("ditulis:")

    assert any("+ SCM" in line and "prog-baru" in line for line in seen)
    assert "laporan-evaluasi.docx" in seen[-1]
    assert report.read_bytes() != first
    write(CITY)
    seen = process.until("ditulis:")
    assert any("- SCM" in line and "prog-baru" in line for line in seen)
    assert report.read_bytes() == first
    assert process.stop() == 0


def test_a_slip_keeps_the_documents_as_they_were_until_it_is_mended(watched, write, workspace):
    process = watched()
    report = workspace / "build" / "kota-uji" / "laporan-evaluasi.docx"
    first = report.read_bytes()
    write(CITY + "x: [\n")
    assert process.until("dokumen tidak ditulis")

    assert report.read_bytes() == first
    write(CITY)
    assert "tidak ada yang berbeda" in process.until("ditulis:")[-1]


def test_a_template_of_the_workspace_counts_when_it_comes_and_when_it_changes(watched, workspace):
    process = watched("--document", "laporan-evaluasi")
    own = workspace / "templates" / "laporan-evaluasi"
    own.mkdir(parents=True)
    (own / "laporan-evaluasi.md.jinja").write_text("# Satu\n\nHalo.\n", "utf-8")
    assert "laporan-evaluasi.docx" in process.until("ditulis:")[-1]

    (own / "laporan-evaluasi.md.jinja").write_text("# Dua\n\nHalo.\n", "utf-8")
    assert "laporan-evaluasi.docx" in process.until("ditulis: laporan")[-1]


def test_what_editors_leave_for_a_moment_is_no_change(watched, workspace):
    process = watched()
    folder = workspace / "cities" / "kota-uji"
    for name in (".kota.yaml.swp", "kota.yaml~", "4913.tmp"):
        (folder / name).write_text("x", "utf-8")
        (folder / name).unlink()
    (folder / "kota.yaml").write_text(CITY + "# akhir\n", "utf-8")

    (changed,) = [line for line in process.until("ditulis:") if "berubah:" in line]
    assert changed.endswith("berubah: kota.yaml")


def test_a_file_that_an_editor_replaces_counts(watched, workspace):
    process = watched()
    folder = workspace / "cities" / "kota-uji"
    (folder / ".baru").write_text(CITY.replace("Kota Uji", "Kota Lain"), "utf-8")
    (folder / ".baru").replace(folder / "kota.yaml")

    assert "laporan-evaluasi.docx" in process.until("ditulis:")[-1]


def test_interrupted_while_it_writes_it_leaves_nothing_half(watched, write, workspace):
    """However far it has come: each file is whole, and none is left beside its place."""
    for pause in (0.05, 0.3, 0.6, 0.9):
        process = watched()
        write(CITY.replace("Kota Uji", f"Kota {pause}"))
        time.sleep(pause)
        assert process.stop() == 0
        out = workspace / "build" / "kota-uji"
        for path in out.rglob("*"):
            assert not path.name.startswith("."), path
            assert path.is_dir() or path.suffix == ".json" or path.read_bytes()[:2] == b"PK"
