"""`collect`, as Diskominfo uses it."""

import pytest
from returned_forms import small
from typer.testing import CliRunner

from scmaster.cli import adding, app

FILLED = {"Jawaban_E5": "Dasar hukumnya ada", "Eviden_E5": "sop forum.pdf", "Indikator_F5": "1.234"}


@pytest.fixture
def city(tmp_path, monkeypatch):
    made = small(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1737331200")
    monkeypatch.setenv("COLUMNS", "80")
    return made


def collect(*words, answer=None):
    result = CliRunner().invoke(app, ["collect", "uji", *map(str, words)], input=answer)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_it_shows_what_changes_writes_it_and_says_what_it_could_not_take(city, golden):
    result = collect(city.filled(**FILLED), "--yes")
    assert result.exit_code == 1
    golden("collect/layar.txt", result.output.replace(str(city.root), "."))
    assert "analysis: Dasar hukumnya ada" in (city.folder / "isi.yaml").read_text("utf-8")
    assert all(len(line) <= 80 for line in result.output.splitlines() if "scmaster" not in line)


def test_dry_run_writes_nothing(city):
    before = city.tree()
    result = collect(city.filled(Jawaban_E5="Ada"), "--dry-run")
    assert (result.exit_code, city.tree() == before) == (0, True)
    assert "Percobaan: tidak ada yang ditulis." in result.output


@pytest.mark.parametrize(("answer", "written"), [("t\n", False), ("y\n", True), ("\n", False)])
def test_it_asks_before_it_writes(city, monkeypatch, answer, written):
    monkeypatch.setattr(adding, "asks", lambda: True)
    before = city.tree()
    result = collect(city.filled(Jawaban_E5="Ada"), answer=answer)
    assert "Tulis perubahan ini? [y/T]" in result.output
    assert (city.tree() != before) is written


def test_where_nobody_can_be_asked_it_says_so(city):
    result = collect(city.filled(Jawaban_E5="Ada"))
    assert (result.exit_code, "tambahkan --yes" in result.output) == (2, True)


def test_an_untouched_form_leaves_every_byte_and_says_so(city):
    before = city.tree()
    result = collect(*city.forms.values(), "--yes")
    assert (result.exit_code, city.tree() == before) == (0, True)
    assert result.output.count("Tidak ada yang berubah.") == len(city.forms)


def test_several_forms_are_taken_one_after_another(city):
    one = city.filled("satu.xlsx", Jawaban_E5="Ada")
    other = city.filled("dua.xlsx", Kemajuan_Program_E5="50")
    result = collect(one, other, "--yes")
    assert result.exit_code == 0, result.output
    assert result.output.count("Ditulis: ") == 2
    assert collect(one, other, "--yes").output.count("Tidak ada yang berubah.") == 2


def test_nothing_is_written_of_a_form_that_would_break_the_city(city):
    before = city.tree()
    result = collect(city.filled(Jawaban_E5="Ada", Kemajuan_Program_E5="-5"), "--yes")
    assert (result.exit_code, city.tree() == before) == (1, True)
    assert "lembar Kemajuan Program, sel E5: isian ini membuat galat" in " ".join(
        result.output.split()
    )
    assert "Tidak ada yang ditulis dari formulir ini." in result.output


@pytest.mark.usefixtures("city")
def test_a_file_that_is_not_there_stops_the_command():
    result = collect("tidak-ada.xlsx", "--yes")
    assert (result.exit_code, "berkas 'tidak-ada.xlsx' tidak ada" in result.output) == (2, True)


def test_a_file_of_somebody_else_is_refused_and_the_next_is_taken(city):
    (city.root / "lain.xlsx").write_bytes(b"%PDF-1.7\n")
    result = collect("lain.xlsx", city.filled(Jawaban_E5="Ada"), "--yes")
    assert (result.exit_code, result.output.count("Ditulis: ")) == (1, 1)
