"""Every command in the README and in docs/ is one that runs."""

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sample_files

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(sh|powershell)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands(language):
    for page in PAGES:
        for kind, block in BLOCK.findall(page.read_text("utf-8")):
            for line in block.splitlines():
                command = line.partition("#")[0].strip()
                if kind == language and command:
                    yield page.name, command


SHELL = list(commands("sh"))
FIRST = dict(reversed([(command, page) for page, command in SHELL]))
"""Where a command is shown first; shown again, it is the same."""
OURS = [(FIRST[c], c) for c in dict.fromkeys(c for _, c in SHELL) if c.startswith("scmaster ")]
POWERSHELL = [command for _, command in commands("powershell")]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ruang")
    shutil.copytree(ROOT / "cities", folder / "cities")
    for name in ("notulen-forum", "notulen-dewan"):
        (folder / f"{name}.pdf").write_bytes(sample_files.pdf(name))
    answers = "".join(f"{n % 3 + 2},{n % 2 + 3},{n % 4 + 1}\n" for n in range(50))
    (folder / "jawaban.csv").write_text(f"P1,P2,P3\n{answers}", "utf-8")
    shutil.copy(ROOT / ".gitignore", folder)
    identity = ["-c", "user.name=A", "-c", "user.email=a@contoh.go.id"]
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "awal"]):
        subprocess.run([shutil.which("git"), *identity, *words], cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("command", [c for _, c in OURS], ids=[f"{p}: {c}" for p, c in OURS])
def test_command(command, workspace):
    arguments = shlex.split(command)[1:]
    program = "from scmaster.cli import app; app()"
    if {"--watch", "--serve"} & {*arguments}:
        heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        watched([sys.executable, "-u", "-c", heard + program, *arguments], workspace)
        return
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=workspace,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def watched(command, workspace):
    """It goes on until it is interrupted: wait until it waits, then end it as Ctrl-C does."""
    env = os.environ | {"PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        command, cwd=workspace, stdout=subprocess.PIPE, encoding="utf-8", env=env
    ) as process:
        seen = [next(line for line in process.stdout if "Menunggu perubahan" in line)]
        process.send_signal(signal.SIGINT)
        seen += list(process.stdout)
    assert process.returncode == 0
    assert "Selesai." in seen[-1]


def test_the_other_commands_are_what_ci_runs():
    others = {command for _, command in SHELL if not command.startswith("scmaster ")}
    ci = (ROOT / ".ci" / "run").read_text("utf-8")

    assert others == {"make build", "make test"}
    assert all(re.search(rf"^{command}$", ci, re.MULTILINE) for command in others)


def test_the_lines_for_windows(tmp_path):
    """Played here with this machine's names for the same things, from a copy of the tree."""
    copy = tmp_path / "scmaster"
    left_out = shutil.ignore_patterns(".git", ".venv", "build", "dist", ".*_cache", "tests")
    shutil.copytree(ROOT, copy, ignore=left_out)
    outside = {"HOME": str(tmp_path), "PIPX_HOME": str(tmp_path / "pipx"), "PIP_USER": "0"}
    outside |= {"PIPX_BIN_DIR": str(tmp_path / "bin"), "PYTHONUSERBASE": str(tmp_path / "base")}
    base = Path(sys.base_prefix) / "bin" / "python3"
    python = str(base if base.exists() else sys.executable)

    assert len(POWERSHELL) == 5
    for command in POWERSHELL:
        words = command.replace("\\", "/").replace(".venv/Scripts/", ".venv/bin/").split()
        words[0] = python if words[0] == "py" else str(copy / words[0])
        done = subprocess.run(
            words, cwd=copy, capture_output=True, text=True, check=False, env=os.environ | outside
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"

    assert (copy / "build" / "balikpapan" / "laporan-evaluasi.docx").is_file()
    assert (tmp_path / "bin" / "scmaster").exists()
