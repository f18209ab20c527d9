"""Whoever kills `evidence add`, `evidence lock` or `review` finds the old files intact."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from kota_uji import CITY, PILLARS

RECORDS = """\
# yang ditulis orang
evidence:
  - {id: ev-a, title: A, kind: laporan, date: 2024-06-01, opd: dlh, file: a.bin}
  - {id: ev-b, title: B, kind: laporan, date: 2024-06-01, opd: dlh}
claims:
  - {id: kl-a1, evidence: ev-a, supports: [UJI.01], submission: ev-2024, role: primary, pages: "1"}
  - {id: kl-b, evidence: ev-b, supports: [UJI.02], submission: ev-2024, role: primary, pages: "1"}
"""
FEWEST = {"add": 60, "lock": 20, "review": 8}
"""Steps that there are at least: a sweep of fewer would not have seen the writing."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize(("command", "stride"), [("add", 3), ("lock", 2), ("review", 1)])
def test_the_old_files_are_intact_whenever_it_dies(tmp_path, command, stride):
    root = tmp_path / "ruang"
    city = root / "cities/kota-uji"
    (city / "files").mkdir(parents=True)
    (root / "pillars").mkdir()
    (root / "pillars/uji.yaml").write_text(PILLARS)
    (city / "kota.yaml").write_text(CITY + RECORDS)
    (city / "files/a.bin").write_bytes(b"\0\1lama" * 1000)
    (tmp_path / "baru.bin").write_bytes(b"\0\2baru" * 5000)
    here = {**os.environ, "SOURCE_DATE_EPOCH": "1735689600"}
    if command == "review":
        prepare = [sys.executable, "-c", "from scmaster.cli import app; app()"]
        subprocess.run([*prepare, "evidence", "lock", "kota-uji"], cwd=root, env=here, check=True)
    program = [sys.executable, Path(__file__).with_name("killed.py"), root, command, str(stride)]
    done = subprocess.run(program, capture_output=True, text=True, env=here, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    steps, states = map(int, done.stdout.split())
    assert steps >= FEWEST[command]
    assert states >= 2, "it was killed before anything was written, and after"
