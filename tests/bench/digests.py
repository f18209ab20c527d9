"""`evidence verify` beside sha256sum: `python tests/bench/digests.py [files] [megabytes]`.

The same files in the same run, turn by turn, all of them in the system's cache. Prints
medians: of the verification itself, and of the whole command, which also starts Python,
reads the city and checks it. Nothing is asserted: machines differ, ratios are what to compare.
"""

import gc
import hashlib
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from scmaster.assess.originals import Original
from scmaster.evidence import lockfile, survey
from scmaster.evidence.digests import Digests
from scmaster.evidence.holdings import locked, store_of

ROOT = Path(__file__).parent.parent.parent
RUN = "from scmaster.cli import app; app()"
CITY = """\
city: {id: kota-uji, name: Kota Uji, kind: kota, province: Kaltim, region_code: "64.71"}
opd:
  - {id: dlh, name: Dinas Lingkungan Hidup}
evidence:
"""
LINE = (
    "  - {{id: ev-{n}, title: Video {n}, kind: video, date: 2024-01-02, opd: dlh, file: {name}}}\n"
)
TURNS = 5
SHARE = 100


def main(count: int, megabytes: int) -> None:
    """Make the files, time everything turn by turn, and print a table."""
    with tempfile.TemporaryDirectory() as temporary:
        workspace = Path(temporary)
        city = filled(workspace, count, megabytes)
        names = [str(path) for path in sorted((city / "files").iterdir()) if path.is_file()]
        command = [sys.executable, "-c", RUN, "evidence", "verify", "kota-uji"]
        timed: dict[str, list[float]] = {}
        for _ in range(TURNS):
            forget(city)
            add(timed, "sha256sum", lambda: run(["sha256sum", *names], workspace))
            add(timed, "verify itself, first", lambda: inside(city, workspace))
            add(timed, "verify itself, second", lambda: inside(city, workspace))
            forget(city)
            add(timed, "scmaster evidence verify, first", lambda: run(command, workspace))
            add(timed, "scmaster evidence verify, second", lambda: run(command, workspace))
    show(timed, count, megabytes)


def filled(workspace: Path, count: int, megabytes: int) -> Path:
    """Write a city whose files are locked; return its folder."""
    city = workspace / "cities" / "kota-uji"
    (city / "files").mkdir(parents=True)
    chance = random.Random(7)  # noqa: S311  (the same files every time)
    sizes = [chance.uniform(0.2, 1.8) for _ in range(count)]
    lines, lock = [CITY], {}
    for number, size in enumerate(sizes):
        content = chance.randbytes(int(size / sum(sizes) * megabytes * 1_000_000))
        name, identity = f"video-{number}.mp4", f"ev-{number}"
        path = city / "files" / name
        path.write_bytes(content)
        os.utime(path, (time.time() - 3600,) * 2)
        lines.append(LINE.format(n=number, name=name))
        digest = hashlib.sha256(content).hexdigest()
        lock[identity] = Original(identity, name, digest, len(content), "mp4", "2024-01-02")
    (city / "kota.yaml").write_text("".join(lines), "utf-8")
    (city / lockfile.NAME).write_text(lockfile.text(lock), "utf-8")
    return city


def forget(city: Path) -> None:
    """Take away what an earlier run remembered."""
    for path in (city / "files" / ".scmaster").glob("*.json"):
        path.unlink()


def inside(city: Path, workspace: Path) -> None:
    """Verify in this process, as the command does once it knows the city."""
    gc.disable()  # as the command does
    dossier = understood(city, workspace)
    store, _ = store_of(city, workspace)
    known, _ = locked(city)
    begun = time.perf_counter()
    digests = Digests(store)
    found = survey.verify(dossier, digests, known)
    if digests.read:
        name, content = digests.remembered()
        (store.folder / name).parent.mkdir(exist_ok=True)
        (store.folder / name).write_bytes(content)
    inside.took = time.perf_counter() - begun  # type: ignore[attr-defined]
    assert set(found.states.values()) == {"held"}


def understood(city: Path, workspace: Path) -> object:
    """Return the city's records, read once."""
    if not hasattr(understood, "kept"):
        from datetime import date

        from scmaster import pipeline

        case = pipeline.understand_city(city, workspace, on=date(2025, 1, 1))
        understood.kept = case.dossier  # type: ignore[attr-defined]
    return understood.kept  # type: ignore[attr-defined]


def run(command: list[str], folder: Path) -> None:
    """Run a process to its end, unheard."""
    subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def add(timed: dict[str, list[float]], name: str, task: Callable[[], None]) -> None:
    """Time a task once more."""
    begun = time.perf_counter()
    task()
    took = time.perf_counter() - begun
    timed.setdefault(name, []).append(inside.took if "itself" in name else took)  # type: ignore[attr-defined]


def show(timed: dict[str, list[float]], count: int, megabytes: int) -> None:
    """Print medians in milliseconds, and what they are of sha256sum and of the first run."""
    medians = {name: statistics.median(every) for name, every in timed.items()}
    print(f"{count} files, {megabytes} MB, {TURNS} turns")
    print(f"{'':<36}{'ms':>9}{'of sha256sum':>14}{'of the first':>14}")
    for name, median in medians.items():
        first = medians.get(name.replace("second", "first"), median)
        share = f"{median / first * SHARE:>13.1f}%" if "second" in name else ""
        ratio = median / medians["sha256sum"]
        print(f"{name:<36}{median * 1000:>9.1f}{ratio:>14.2f}{share}")


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    main(*[*given, *(1000, 1000)[len(given) :]])
