"""A report of 22, 100 and 300 records, and ten times that, beside pandoc and docxtpl.

`python tests/bench/documents.py [repeats]`, after `pip install -e ".[bench]"`. Whole
processes, turn by turn in one run, medians; memory is the peak resident set of the process.
Pandoc is given its Markdown ready made; docxtpl and we read the same JSON. Nothing is
asserted: machines differ, ratios are what to compare.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from by_docxtpl import template
from by_pandoc import markdown
from content import content

HERE = Path(__file__).parent
SIZES = {1: 9, 10: 5}
"""How often each size is repeated, unless told."""


def main(repeats: int) -> None:
    """Time every candidate at every size and print a table for each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template(str(folder / "form.docx"))
        for times, usual in SIZES.items():
            measure(times, folder, repeats or usual)


def measure(times: int, folder: Path, repeats: int) -> None:
    """Run the candidates turn by turn and print medians and ratios."""
    import pypandoc

    data = content(times)
    source, prose = folder / "content.json", folder / "content.md"
    source.write_text(json.dumps(data), "utf-8")
    prose.write_text(markdown(data), "utf-8")
    acuan = HERE.parent.parent / "templates" / "_shared" / "acuan.docx"
    pandoc = [pypandoc.get_pandoc_path(), "--toc", f"--reference-doc={acuan}", "-o"]
    python = [sys.executable]
    commands = {
        "scmaster": [*python, str(HERE / "by_scmaster.py"), str(source), str(folder / "a.docx")],
        f"pandoc {pypandoc.get_pandoc_version()}": [*pandoc, str(folder / "b.docx"), str(prose)],
        "docxtpl": [
            *python,
            str(HERE / "by_docxtpl.py"),
            str(source),
            str(folder / "form.docx"),
            str(folder / "c.docx"),
        ],
    }
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(repeats):
        for name, command in commands.items():
            found[name].append(run(command))
    print(f"{times}x, {repeats} runs{'':<12}{'ms':>9}{'ratio':>8}{'MB':>8}{'ratio':>8}")
    ours = [statistics.median(column) for column in zip(*found["scmaster"], strict=True)]
    for name, runs in found.items():
        spent, memory = (statistics.median(column) for column in zip(*runs, strict=True))
        ratios = f"{ours[0] / spent:>8.2f}", f"{ours[1] / memory:>8.2f}"
        print(f"{name:<23}{spent:>9.0f}{ratios[0]}{memory:>8.0f}{ratios[1]}")


def run(command: list[str]) -> tuple[float, float]:
    """Run a process; return its milliseconds and its peak memory in megabytes."""
    start = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, used = os.wait4(process.pid, 0)
    spent = 1000 * (time.perf_counter() - start)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return spent, used.ru_maxrss / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
