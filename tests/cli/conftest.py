"""A workspace with a small city in it, and a way to run a command there."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from kota_uji import CITY, PILLARS
from typer.testing import CliRunner

from scmaster import resources
from scmaster.cli import app


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A folder with `cities/kota-uji` and pillars of its own; commands start in it."""
    (tmp_path / "kosong").mkdir()
    root = tmp_path / "ruang kerja"
    (root / "cities" / "kota-uji").mkdir(parents=True)
    (root / "pillars").mkdir()
    (root / "pillars" / "uji.yaml").write_text(PILLARS, "utf-8")
    (root / "cities" / "kota-uji" / "kota.yaml").write_text(CITY, "utf-8")
    shipped = resources.shipped
    nothing = tmp_path / "kosong"  # what is shipped now is nobody's concern here
    monkeypatch.setattr(
        resources, "shipped", lambda name: nothing if name == "pillars" else shipped(name)
    )
    monkeypatch.chdir(root)
    for name in ("SOURCE_DATE_EPOCH", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    return root


@pytest.fixture
def write(workspace):
    """Put another text in the city's only file."""
    return lambda text: (workspace / "cities/kota-uji/kota.yaml").write_text(text, "utf-8")


@pytest.fixture
def run(workspace):  # noqa: ARG001  (where it runs)
    """Run a command as the shell would, and let no traceback pass for an exit code."""

    def invoke(*arguments, env=None):
        result = CliRunner().invoke(app, [str(a) for a in arguments], env=env)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


@pytest.fixture
def shell(workspace):
    """Run a command in a process of its own."""

    def start(*arguments, cwd=workspace, **environment):
        command = [
            sys.executable,
            "-c",
            "from scmaster.cli import app; app()",
            *map(str, arguments),
        ]
        env = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "COLUMNS"}}
        return subprocess.run(
            command,
            capture_output=True,
            encoding="utf-8",
            cwd=cwd,
            env=env | environment,
            check=False,
        )

    return start


def tree(folder: Path) -> dict[str, str]:
    """Return every file below a folder with the digest of its content and its date."""
    return {
        path.relative_to(folder).as_posix(): (
            f"{hashlib.sha256(path.read_bytes()).hexdigest()} {path.stat().st_mtime_ns}"
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def files():
    """Give `tree`."""
    return tree
