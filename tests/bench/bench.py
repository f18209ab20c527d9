"""How fast, against a peer in the same run: `python tests/bench/bench.py [repeats]`.

Prints medians in milliseconds of whole processes (and of the reader inside one), and the
ratio to the peer. Nothing here is asserted: machines differ, ratios are what to compare.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
RUN = "from scmaster.cli import app; app()"

PROCESSES = {
    "scmaster --help": (
        [sys.executable, "-c", RUN, "--help"],
        [sys.executable, "-c", "import typer"],
    ),
    "scmaster check balikpapan": (
        [sys.executable, "-c", RUN, "check", "balikpapan"],
        [sys.executable, "-c", "import pydantic, yaml, typer; from pydantic import BaseModel"],
    ),
    "scmaster build balikpapan": (
        [sys.executable, "-c", RUN, "build", "balikpapan", "--page-numbers", "never"],
        [sys.executable, "-c", "import docx, jinja2, pydantic, yaml; docx.Document()"],
    ),
}
"""What is timed, and its peer: the libraries it cannot do without, imported and no more."""


def main(repeats: int) -> None:
    """Time everything, turn by turn, and print a table."""
    print(f"{'':<34}{'ms':>9}{'peer ms':>9}{'ratio':>8}")
    for name, (ours, peer) in PROCESSES.items():
        report(name, *medians(lambda c=ours: run(c), lambda c=peer: run(c), repeats))
    texts = [path.read_bytes() for path in sorted(ROOT.glob("cities/*/*.yaml"))]
    texts += [path.read_bytes() for path in sorted(ROOT.glob("pillars/**/*.yaml"))]
    lines = sum(text.count(b"\n") for text in texts)
    ours, peer = readers(texts)
    report(f"reader, {lines} lines / CSafeLoader", *medians(ours, peer, repeats))


def run(command: list[str]) -> None:
    """Run a process to its end, unheard."""
    subprocess.run(command, cwd=ROOT, capture_output=True, check=False)


def readers(texts: list[bytes]) -> tuple[Callable[[], None], Callable[[], None]]:
    """Return our reader and PyYAML's over the same files."""
    import yaml

    from scmaster.source import reader

    def ours() -> None:
        for text in texts:
            reader.read(text, "f.yaml")

    def peer() -> None:
        for text in texts:
            yaml.load(text, yaml.CSafeLoader)

    return ours, peer


def medians(
    ours: Callable[[], None], peer: Callable[[], None], repeats: int
) -> tuple[float, float]:
    """Time two things turn by turn; return the median of each in milliseconds."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(repeats):
        for kept, job in zip(times, (ours, peer), strict=True):
            start = time.perf_counter()
            job()
            kept.append(1000 * (time.perf_counter() - start))
    return statistics.median(times[0]), statistics.median(times[1])


def report(name: str, ours: float, peer: float) -> None:
    """Print one row."""
    print(f"{name:<34}{ours:>9.1f}{peer:>9.1f}{ours / peer:>8.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
