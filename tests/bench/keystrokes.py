"""How long an editor waits: `python tests/bench/keystrokes.py [keys]`, on Balikpapan.

Prints milliseconds from a key to the findings that change with it, through a real client and
the pause included, and of the questions an editor asks meanwhile. Nothing here is asserted.
"""

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "lsp"))

from editor import Editor  # noqa: E402  (found on the path that was set)

SLIP = ("owner: dlh", "owner: dlhk-{}")


def main(keys: int) -> None:
    """Type a name letter by letter, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder).resolve()
        shutil.copytree(ROOT / "cities", workspace / "cities")
        editor = Editor(workspace)
        path = workspace / "cities" / "balikpapan" / "program.yaml"
        text = path.read_text("utf-8")

        def opened() -> None:
            editor.open(path)
            editor.until(lambda: bool(editor.said(path)))

        def typed(key: int) -> None:
            name = SLIP[1].format(key)
            editor.type(path, text.replace(SLIP[0], name, 1))
            word = name.partition(": ")[2]
            editor.until(lambda: any(word in said for _, _, said in editor.said(path)))

        print(f"{'':<34}{'median':>9}{'worst':>9}")
        report("the first look", [timed(opened)])
        report("a key, to its findings", [timed(lambda k=key: typed(k)) for key in range(keys)])
        asked: dict[str, Callable[[], object]] = {
            "hover": lambda: editor.hover(path, "mp-2019"),
            "completion": lambda: editor.offers(path, "owner: "),
            "references": lambda: editor.references(path, "mp-2019"),
        }
        for name, ask in asked.items():
            report(name, [timed(ask) for _ in range(keys)])
        editor.close()


def timed(job: Callable[[], object]) -> float:
    """Return how many milliseconds something takes."""
    start = time.perf_counter()
    job()
    return 1000 * (time.perf_counter() - start)


def report(name: str, times: list[float]) -> None:
    """Print one row."""
    print(f"{name:<34}{statistics.median(times):>9.0f}{max(times):>9.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
