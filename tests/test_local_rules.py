"""Rules of a workspace's own: run only when allowed, and never in the way of the others."""

from datetime import date

import pytest

from scmaster import pipeline
from scmaster.diagnostics import Severity

RULE = '''\
"""Program tanpa lokasi.

Di kota ini setiap program menyebut lokasinya.
"""

from scmaster.diagnostics import Finding, Severity
from scmaster.model.masterplan import Programme

SEVERITY = Severity.WARNING


def check(case):
    """Find programmes without a place."""
    for programme in case.dossier.of(Programme).values():
        if not programme.location:
            yield Finding(programme.span("name"), f"{programme.id} belum menyebut lokasi")
'''
CITY = """\
city: {id: uji, name: Kota Uji, kind: kota, province: Uji, region_code: "99.71"}
programmes:
  - id: prog-a
    name: Layanan
"""
FILE = "checks/kota001_program_tanpa_lokasi.py"


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "cities" / "uji").mkdir(parents=True)
    (tmp_path / "cities" / "uji" / "kota.yaml").write_text(CITY, "utf-8")
    (tmp_path / "checks").mkdir()
    (tmp_path / FILE).write_text(RULE, "utf-8")
    return tmp_path


@pytest.fixture
def found(workspace):
    """Return what is said, by code, with the workspace's rules allowed or not."""

    def look(*, local=True):
        city = workspace / "cities" / "uji"
        case = pipeline.understand_city(city, workspace, on=date(2025, 1, 15), local=local)
        return {d.code: d for d in case.diagnostics}

    return look


def test_it_finds_what_it_looks_for_under_its_own_code(found):
    said = found()["KOTA001"]

    assert said.message == "prog-a belum menyebut lokasi"
    assert (said.span.line, said.severity) == (4, Severity.WARNING)


def test_it_does_not_run_until_it_is_allowed_and_that_is_said(found, workspace):
    (workspace / "checks" / "kota002_jebakan.py").write_text(
        "from pathlib import Path\nPath('jejak').touch()\n", "utf-8"
    )
    said = found(local=False)

    assert "KOTA001" not in said
    assert said["SCM962"].severity is Severity.NOTE
    assert "2 aturan" in said["SCM962"].message
    assert not (workspace / "jejak").exists()


def test_the_settings_may_allow_it(found, workspace):
    (workspace / "scmaster.yaml").write_text("settings: {local_rules: ya}\n", "utf-8")

    assert "KOTA001" in found(local=False)


def test_it_can_be_excepted_and_weighed_like_any_other(found, workspace):
    (workspace / "scmaster.yaml").write_text(
        "settings:\n  severities: [{code: KOTA001, severity: error}]\n", "utf-8"
    )
    assert found()["KOTA001"].severity is Severity.ERROR

    waiver = (
        "waivers:\n  - {id: kecuali, code: KOTA001, record: prog-a, reason: Daring.,"
        " accepted_by: Kepala Dinas, until: 2030}\n"
    )
    (workspace / "cities" / "uji" / "kota.yaml").write_text(CITY + waiver, "utf-8")
    assert "KOTA001" not in found()


def test_nothing_is_written_beside_it(found, workspace):
    before = sorted(workspace.rglob("*"))
    found()

    assert sorted(workspace.rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("scm999_milik_kami.py", RULE, 1, "kode SCM"),
        ("program.py", RULE, 1, "kode dan nama"),
        ("kota001_yang_lain.py", RULE, 1, "sudah dipakai"),
        ("kota002_x.py", RULE.replace("def check", "def chek"), 1, "check(case)"),
        ("kota002_x.py", RULE[RULE.index("from ") :], 1, "docstring"),
        ("kota002_x.py", RULE.replace("SEVERITY =", "BERAT ="), 1, "SEVERITY"),
        ("kota002_x.py", RULE.replace("= Severity.WARNING", "= 'berat'"), 1, "SEVERITY"),
        ("kota002_x.py", '"""Halaman."""\n\nimport tidak_ada_modul\n', 3, "ModuleNotFoundError"),
        ("kota002_x.py", '"""Halaman."""\nraise SystemExit(3)\n', 2, "SystemExit"),
        ("kota002_x.py", '"""Halaman."""\ndef check(case:\n', 2, "bukan Python"),
        ("kota002_x.py", "\0", 1, "bukan Python"),
    ],
)
def test_one_that_cannot_be_used_is_a_finding_on_its_own_line(  # noqa: PLR0913, PLR0917
    found, workspace, name, text, line, said
):
    (workspace / "checks" / name).write_text(text, "utf-8")
    every = found()

    assert said in every["SCM960"].message
    assert every["SCM960"].span.line == line
    assert every["SCM960"].span.file.endswith(name)
    assert "KOTA001" in every or name == "kota001_yang_lain.py"


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("    raise ValueError('rusak')\n    yield\n", 10),
        ("    yield 1 / 0\n", 10),
        ("    yield 'bukan Finding'\n", 1),
        ("    yield Finding('bukan tempat', 'pesan')\n", 1),
        ("    return None\n", 1),
    ],
)
def test_one_that_fails_stops_no_other(found, workspace, body, line):
    start = '"""Halaman."""\n\nfrom scmaster.diagnostics import Finding, Severity\n\n'
    start += "SEVERITY = Severity.NOTE\n\n\ndef check(case):\n"
    start += '    """Find."""\n'
    (workspace / "checks" / "kota002_gagal.py").write_text(start + body, "utf-8")
    every = found()

    assert "KOTA001" in every
    assert every["SCM961"].severity is Severity.ERROR
    assert every["SCM961"].span.file.endswith("kota002_gagal.py")
    assert every["SCM961"].span.line == line
