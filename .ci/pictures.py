"""Make the pictures of the README anew: a page of a document, and a terminal.

Run by hand with `make pictures` when they no longer look like what is built; needs
LibreOffice and poppler.
"""

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
HOME = ROOT / "docs" / "gambar"
SCMASTER = [sys.executable, "-c", "from scmaster.cli import app; app()"]
COLUMNS = 80
SLIP = ("    analysis:", "    analisys:")
"""What is misspelt in a copy of the city, so that the terminal has something to show."""
PAGE = "Tabel 3.1"
"""Words on the page that is shown."""


def run(*words: str, cwd: Path, **more: str) -> str:
    """Run a command, and return what it prints whatever its exit code."""
    env = os.environ | {"COLUMNS": str(COLUMNS)} | more
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False, env=env)
    return done.stdout


def terminal(folder: Path) -> None:
    """Show a slip as `check` shows it."""
    file = folder / "cities" / "balikpapan" / "jawaban.yaml"
    text = file.read_text("utf-8")
    before, after = SLIP
    file.write_text(text.replace(before, after, 1), "utf-8")
    said = run(*SCMASTER, "check", "balikpapan", cwd=folder)
    blocks = said.split("\n\n")
    first = next(n for n, block in enumerate(blocks) if "galat SCM102" in block)
    shown = "\n\n".join([blocks[first], blocks[0], blocks[-1]])
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(Text("$ scmaster check balikpapan", style="bold"))
    console.print(Text.from_ansi(shown))
    svg = console.export_svg(title="scmaster", unique_id="terminal")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)  # fetch nothing
    (HOME / "terminal.svg").write_text(svg, "utf-8", newline="\n")
    file.write_text(text, "utf-8")


def page(folder: Path) -> None:
    """Show a page of the report as it prints."""
    document = "laporan-evaluasi"
    run(*SCMASTER, "build", "balikpapan", "--document", document, "--format", "pdf", cwd=folder)
    pdf = folder / "build" / "balikpapan" / f"{document}.pdf"
    number = next(n for n in range(10, 200) if PAGE in words_of(pdf, n))
    target = folder / "halaman"
    only = ["-f", str(number), "-l", str(number), "-singlefile"]
    subprocess.run(["pdftoppm", "-r", "70", *only, "-png", pdf, target], check=True)
    shutil.copy(target.with_suffix(".png"), HOME / "laporan.png")


def words_of(pdf: Path, number: int) -> str:
    """Return the words of a page."""
    words = ["pdftotext", "-f", str(number), "-l", str(number), pdf, "-"]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def main() -> None:
    """Make both."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "cities", folder / "cities")
        terminal(folder)
        page(folder)


if __name__ == "__main__":
    main()
