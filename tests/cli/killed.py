"""Kills a command of scmaster at every step of what it writes; run by test_cli_killed.py.

Arguments: a workspace, what to do (add, lock, review), every how many steps. The workspace is
copied for each run; the copy must be sound whenever the command ends, and the command must
come through when it is run again.
"""

import contextlib
import io
import os
import random
import shutil
import signal
import sys
import time
from datetime import date
from pathlib import Path

from scmaster import pipeline
from scmaster.cli import app
from scmaster.diagnostics import Severity
from scmaster.evidence import intake

CITY = Path("cities/kota-uji")
WATCHED = {intake.__file__, pipeline.__file__}
"""All that changes anything on the disk is done in these."""
COMMANDS = {
    "add": ["evidence", "add", "kota-uji", "../baru.bin", "--kind", "laporan", "--yes"],
    "lock": ["evidence", "lock", "kota-uji"],
    "review": ["review", "kota-uji", "kl-a1", "kl-b", "--by", "dlh"],
}
TIMES = 5


def run(command):
    """Run it to its end."""
    nowhere = io.StringIO()
    with (
        contextlib.suppress(SystemExit),
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        app(COMMANDS[command])


def killed(command, step=None, seconds=None):
    """Run it in a child that is killed at a step, or after a time; tell whether it was."""
    child = os.fork()
    if child == 0:
        if step is not None:
            from_the_first_change(until(step))
        run(command)
        os._exit(0)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def from_the_first_change(trace):
    """Trace once something is to be written: to trace all before it takes long."""
    for module, name in ((intake, "copied"), (pipeline, "write")):
        setattr(module, name, traced(getattr(module, name), trace))


def traced(original, trace):
    """Return a function that starts to trace when it is called."""

    def start(*given, **named):
        sys.settrace(trace)
        return original(*given, **named)

    return start


def until(step):
    """Trace the lines of what writes, and end the process before the one that is due."""
    left = step

    def trace(frame, event, _):
        nonlocal left
        if frame.f_code.co_filename not in WATCHED:
            return None
        if event == "line":
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    return trace


def state():
    """Return the content of every file that is not hidden, by name."""
    return {
        path.relative_to(CITY).as_posix(): path.read_bytes()
        for path in CITY.rglob("*")
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(CITY).parts)
    }


def sound(before, after, moment):
    """Every file is as before or as afterwards, and all are there that were."""
    found = state()
    for name, content in found.items():
        assert content in (before.get(name), after.get(name)), (moment, name)
    assert before.keys() <= found.keys(), moment
    return found


def readable(moment):
    """The city can be read."""
    case = pipeline.understand_city(CITY, Path(), on=date(2025, 1, 1))
    errors = [d for d in case.told if d.severity is Severity.ERROR]
    assert not errors, (moment, errors)


def main():
    """Sweep the steps, then some moments by the clock."""
    workspace, command, stride = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    intake._PIECE = 10_000  # so that a copy has many moments at which it is half done
    copy = workspace.parent / "salinan"

    def fresh():
        os.chdir(workspace)
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(workspace, copy)
        os.chdir(copy)

    fresh()
    before = state()
    start = time.monotonic()
    run(command)
    lasted, after = time.monotonic() - start, state()
    assert before != after, "the command does nothing"
    steps, died, known = 0, True, []
    while died:
        fresh()
        died = killed(command, step=steps)
        found = sound(before, after, f"step {steps}")
        if found not in known:  # what comes of it depends on nothing else
            known.append(found)
            readable(f"step {steps}")
            run(command)
            assert state() == after, f"again after step {steps}"
        steps += stride
    chance = random.Random(1)  # noqa: S311  (no secret)
    for _ in range(TIMES):
        fresh()
        seconds = chance.uniform(0, lasted)
        killed(command, seconds=seconds)
        sound(before, after, f"{seconds:.3f} s")
    sys.stdout.write(f"{steps} {len(known)}\n")


main()
