"""`dashboard --all` on cities that are made up: `python tests/bench/dashboard.py [cities]`.

Prints seconds from the folder to the pages, the processors' time in it, the bytes of each page, and
what a browser takes to sort and to filter the first one: from the event until it is laid out again.
Without Chromium the last part is left out. Nothing is asserted: machines differ.

In November 2026, on two processors that had other work as well (load 3.7): 514 cities of 134 kB in
51 s, index.html 378 kB, a column sorted in 45 to 74 ms, a search in 7 ms.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from made_up_cities import COUNT, make

from scmaster import nation, pipeline

TURNS = 5
TIMED = """async (turns) => {
  const laidOut = () => document.body.getBoundingClientRect().height;
  const timed = (name, act) => {
    const times = [];
    for (let n = 0; n < turns; n++) {
      const start = performance.now();
      act(n);
      laidOut();
      times.push(performance.now() - start);
    }
    return [name, times];
  };
  const table = document.querySelector("table.saring");
  const buttons = [...table.querySelectorAll("thead button")];
  const made = buttons.map((b) => timed("urut " + b.textContent, () => b.click()));
  const search = document.querySelector(".saringan input");
  made.push(timed("cari", (n) => {
    search.value = n % 2 ? "" : "rekaan-01";
    search.dispatchEvent(new Event("input", { bubbles: true }));
  }));
  return made;
}"""
"""Sorts by each column and searches; reading a height makes the browser lay the page out."""


def main(count: int) -> None:
    """Make the cities, build their pages, look at the first one."""
    with tempfile.TemporaryDirectory() as name:
        workspace, out = Path(name), Path(name, "dasbor")
        folders = make(workspace / "cities", count)
        texts = [path for folder in folders for path in folder.glob("*.yaml")]
        size = sum(path.stat().st_size for path in texts)
        print(
            f"{count} cities, {len(texts)} files, {size / 1e6:.1f} MB, {os.cpu_count()} processors"
        )
        built(folders, workspace, out)
        if shutil.which("chromium"):
            browsed(out / "index.html")
        else:
            print("no chromium: sorting was not measured")


def built(folders: list[Path], workspace: Path, out: Path) -> None:
    """Build the pages and print what it took."""
    on, start, spent = date(2026, 11, 23), time.perf_counter(), os.times()
    every = list(nation.summaries(folders, workspace, on=on))
    for page in nation.dashboard(every, workspace, on=on):
        pipeline.write(out / page.name, page.content)
        print(f"{page.name:<34}{len(page.content) / 1e3:>9.0f} kB")
    whole, now = time.perf_counter() - start, os.times()
    used = sum(now[:4]) - sum(spent[:4])
    load = os.getloadavg()[0]
    print(f"{'from the folder to the pages':<34}{whole:>9.1f} s (processors: {used:.1f} s)")
    print(f"{'load of the machine meanwhile':<34}{load:>9.1f}")


def browsed(page: Path) -> None:
    """Sort and search the table in a browser, and print the medians."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        options = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        tab.goto(page.as_uri())
        for name, times in tab.evaluate(TIMED, TURNS):
            print(f"{name:<34}{statistics.median(times):>9.0f} ms (longest {max(times):.0f})")
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
