"""Colours and widths: for a person at a terminal, not for a pipe."""

import os
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty", reason="Windows has no terminal to open and read")


def test_no_colours_into_a_pipe(shell):
    done = shell("check", "kota-uji")

    assert "kota.yaml" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


def on_terminal(cwd, **environment):
    """Run `check` before a terminal and return all that it shows."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-c", "from scmaster.cli import app; app()", "check", "kota-uji"]
    env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | environment
    with subprocess.Popen(command, stdout=follower, stderr=follower, cwd=cwd, env=env):
        os.close(follower)
        shown = b""
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            shown += part
    os.close(leader)
    return shown.decode()


def test_colours_on_a_terminal_unless_refused(workspace):
    assert "\x1b[" in on_terminal(workspace)
    assert "\x1b" not in on_terminal(workspace, NO_COLOR="1")
    assert "\x1b[" in on_terminal(workspace, NO_COLOR=""), "an empty NO_COLOR refuses nothing"


@pytest.mark.parametrize(("columns", "width"), [("30", 60), ("90", 90), ("500", 120)])
def test_the_width_is_the_terminals_within_reason(shell, workspace, columns, width):
    path = workspace / "pillars" / "uji.yaml"
    path.write_text(path.read_text("utf-8").replace("Apakah ada?", "ada " * 200), "utf-8")
    shown = shell("explain", "UJI.01", COLUMNS=columns).stdout.splitlines()

    assert width - 10 < max(map(len, shown)) <= width
