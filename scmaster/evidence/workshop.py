"""Has originals read in another process, which is ended when it takes too long.

A file of evidence may be made to hang or to swell: then that file is a finding, and the
others are read all the same.
"""

import json
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from scmaster.assess.originals import Contents
from scmaster.evidence.reading import Reading

TIMEOUT = 60.0
"""Seconds for one file."""


class Workshop:
    """A process that reads files, started when the first one comes."""

    def __init__(self, timeout: float = TIMEOUT, worker: str = "scmaster.evidence.worker") -> None:
        """Take the seconds that one file may cost, and the module that reads."""
        self._timeout = timeout
        self._worker = worker
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        """Do nothing yet: perhaps there is nothing to read."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process."""
        self._end()

    def read(self, path: Path, kind: str) -> Reading:
        """Return what is inside a file; one that hangs or swells comes back with its problem."""
        answer = self.answer(path, kind)
        if answer:
            return _reading(json.loads(answer))
        return Reading(problem=f"tidak selesai dibaca dalam {self._timeout:g} detik atau meluap")

    def answer(self, path: Path, kind: str) -> str:
        """Return what the worker says of a file, as JSON; "" of one that hangs or swells."""
        process = self._running()
        late = threading.Timer(self._timeout, process.kill)
        late.start()
        try:
            answer = _asked(process, path, kind)
        finally:
            late.cancel()
        if not answer:
            self._end()
        return answer

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(  # noqa: S603  (a module of ours)
                [sys.executable, "-m", self._worker],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
            )
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _asked(process: subprocess.Popen[str], path: Path, kind: str) -> str:
    """Ask for one file; an empty answer is that of a process that has ended."""
    if process.stdin is None or process.stdout is None:
        return ""
    try:
        process.stdin.write(json.dumps([str(path.resolve()), kind]) + "\n")
        process.stdin.flush()
        return process.stdout.readline()
    except (OSError, ValueError):
        return ""


def _reading(told: dict[str, Any]) -> Reading:
    contents = told.pop("contents")
    return Reading(Contents(**_frozen(contents)), **told)


def _frozen(contents: dict[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in contents.items()}
