"""Reads originals in a process of its own: a path and a kind in, what is inside out.

One JSON text a line, on standard input and output. Started by `workshop` only.
"""

import contextlib
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from scmaster.evidence.reading import read

MEMORY = 2_000_000_000
"""Bytes of address space: more than an honest file of evidence takes to be read."""


def serve(read: Callable[[Path, str], object]) -> None:
    """Answer one question a line until there are no more."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limit
        import resource  # noqa: PLC0415  (not there on Windows)

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    answers = sys.stdout
    sys.stdout = sys.stderr  # what a library prints is no answer
    for line in sys.stdin:
        path, kind = json.loads(line)
        answers.write(json.dumps(read(Path(path), kind)) + "\n")
        answers.flush()


if __name__ == "__main__":
    serve(lambda path, kind: asdict(read(path, kind)))
