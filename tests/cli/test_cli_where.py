"""`where` leads from a printed number back to the line, today's too."""

import pytest
from kota_uji import CITY

ANSWERED = CITY + (
    "answers:\n"
    "  - id: jaw-uji-01\n"
    "    submission: ev-2024\n"
    "    question: UJI.01\n"
    "    fact: Ada sejak 2020.\n"
    "    analysis: Cukup.\n"
    "claims:\n"
    "  - {id: kl-1, evidence: ev-sk, supports: [UJI.01], submission: ev-2024, role: primary}\n"
    "evidence:\n"
    f"  - {{id: ev-sk, title: SK, kind: sk, sha256: {'ab' * 32}}}\n"
)
FACT = ANSWERED.split("\n").index("    fact: Ada sejak 2020.") + 1
FIGURE = "{name: %s, value: 5, unit: unit}" % ("jumlah hal yang panjang namanya " * 4)
PLACE = f"cities/kota-uji/kota.yaml:{FACT}:11"


@pytest.fixture
def report(run, write, workspace):
    """The report of a city with one answer."""
    write(ANSWERED)
    made = run(
        "build", "kota-uji", "--document", "laporan-evaluasi", "--draft", "--page-numbers", "never"
    )
    path = workspace / "build" / "kota-uji" / "laporan-evaluasi.docx"
    assert path.is_file(), made.output
    return path


@pytest.mark.parametrize("words", ["K1", "k1", "1", "Klaim1"])
def test_a_number_or_bookmark_leads_to_the_line(run, report, words):
    result = run("where", report, words)

    assert result.exit_code == 0
    assert PLACE in result.stdout
    assert "jaw-uji-01, isian fact; soal UJI.01" in result.stdout
    assert "ev-sk" in result.stdout
    assert "ab" * 32 in result.stdout
    assert "masih di baris itu" in result.stdout


@pytest.mark.parametrize("words", ["UJI.01", "uji.01", "jaw-uji-01"])
def test_an_id_leads_to_all_that_is_claimed_under_it(run, report, words):
    result = run("where", report, words)

    assert [line[:2] for line in result.stdout.splitlines() if line.startswith("K")] == ["K1", "K2"]
    assert PLACE in result.stdout


def test_it_says_where_the_record_stands_now(run, report, write):
    write("# baris baru\n" + ANSWERED.replace("Ada sejak", "Sudah ada sejak"))
    result = run("where", report, "K1")

    assert PLACE in result.stdout
    assert f"di cities/kota-uji/kota.yaml:{FACT + 1}:11" in result.stdout


def test_it_says_that_the_record_is_gone(run, report, write):
    write(CITY)

    assert "tidak ada lagi" in run("where", report, "K1").stdout


def test_without_the_citys_files_it_says_what_the_document_knows(
    run, report, tmp_path, monkeypatch
):
    (tmp_path / "jauh").mkdir()
    monkeypatch.chdir(tmp_path / "jauh")
    result = run("where", report, "K1")

    assert result.exit_code == 0
    assert PLACE in result.stdout
    assert "tidak ada di sini" in result.stdout


def test_an_unknown_claim_is_told_what_comes_near(run, report):
    result = run("where", report, "UJI.1")

    assert result.exit_code == 2
    assert "Maksudnya 'UJI.01'" in result.stderr
    assert "K1 sampai K2" in run("where", report, "K99").stderr


def test_what_is_none_of_ours_is_refused_in_words(run, workspace):
    (workspace / "x.docx").write_bytes(b"bukan zip")

    for name, why in (
        ("x.docx", "tidak dapat dibuka"),
        ("y.docx", "tidak ada"),
        (".", "tidak ada"),
    ):
        result = run("where", name, "K1")
        assert (result.exit_code, result.stdout) == (2, "")
        assert why in result.stderr


def test_it_changes_nothing(run, report, workspace, files):
    before = files(workspace)
    run("where", report, "K1")

    assert files(workspace) == before


def test_a_place_that_the_document_makes_up_is_not_opened(run, report, workspace):
    import io
    import zipfile

    made = io.BytesIO()
    with zipfile.ZipFile(report) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("customXml/item1"):
                data = data.replace(b"cities/kota-uji/", b"cities/../../")
            new.writestr(name, data)
    (workspace / "x.docx").write_bytes(made.getvalue())
    result = run("where", "x.docx", "K1")

    assert result.exit_code == 0
    assert "tidak ada di sini" in result.stdout


def test_many_words_are_wrapped(run, write, workspace):
    code = 'region_code: "64.71"'
    named = CITY.replace(code, f"{code}, facts: [{FIGURE}]")
    write(named)
    run("build", "kota-uji", "--document", "laporan-evaluasi", "--page-numbers", "never")
    shown = run("where", workspace / "build/kota-uji/laporan-evaluasi.docx", "1").stdout

    assert "K1 · Profil kota" in shown
    assert max(map(len, shown.splitlines())) <= 80
