"""`request`: forms, letters and ledgers on disk, and a summary in the terminal."""

import io
import json

import openpyxl
import pytest
from docx import Document
from kota_uji import CITY

NEEDS = f"""\
{CITY}  - {{id: dinkes, name: Dinas Kesehatan}}
programmes:
  - {{id: prog-uji, name: Program uji, pillar: governance, owner: dlh, lifecycle: running}}
"""
TODAY = {"SOURCE_DATE_EPOCH": "1732060800"}  # 20 November 2024


@pytest.fixture
def asked(write, run, workspace):
    """Run the command on a day in November 2024."""
    write(NEEDS)

    def ask(*options):
        return run("request", "kota-uji", *options, env=TODAY)

    ask.built = workspace / "build/kota-uji/permintaan"
    ask.ledgers = workspace / "cities/kota-uji/requests/ev-2024"
    return ask


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()[1:]]


def test_each_recipient_gets_a_form_and_a_letter(asked):
    result = asked("--due", "2024-12-15")

    assert result.exit_code == 0, result.output
    names = sorted(path.name for path in asked.built.iterdir())
    assert "dlh.xlsx" in names
    assert [n.removesuffix(".xlsx") for n in names if n.endswith(".xlsx")] == [
        n.removesuffix(".docx") for n in names if n.endswith(".docx")
    ]
    assert sorted(path.stem for path in asked.ledgers.iterdir()) == [
        n.removesuffix(".xlsx") for n in names if n.endswith(".xlsx")
    ]
    assert "Tenggat: 15 Desember 2024." in result.output
    assert str(asked.built.relative_to(asked.built.parents[2])) in result.output


def test_the_summary_fits_eighty_columns(asked):
    result = asked()

    assert max(map(len, result.output.splitlines())) <= 80


def test_letter_and_form_name_the_deadline(asked):
    asked("--due", "2024-12-15")

    words = "\n".join(p.text for p in Document(asked.built / "dlh.docx").paragraphs)
    assert "paling lambat tanggal 15 Desember 2024" in words
    assert "formulir terlampir" in words
    guide = openpyxl.load_workbook(asked.built / "dlh.xlsx")["Petunjuk"]
    assert any("15 Desember 2024" in str(cell.value) for (cell,) in guide.iter_rows())


def test_the_ledger_says_what_was_asked_when_and_until_when(asked):
    asked("--due", "2024-12-15")

    (line,) = lines(asked.ledgers / "dlh.requests")
    assert line["date"] == "2024-11-20"
    assert line["due"] == "2024-12-15"
    assert line["asked"]["progress"] == 1


def test_the_same_request_on_the_same_day_is_noted_once(asked):
    asked()
    before = {path: path.read_bytes() for path in asked.built.parent.parent.rglob("*.*")}
    again = asked()

    assert again.exit_code == 0
    assert "sudah tercatat hari ini" in again.output
    assert all(len(lines(path)) == 1 for path in asked.ledgers.iterdir())
    assert before == {path: path.read_bytes() for path in asked.built.parent.parent.rglob("*.*")}


def test_another_deadline_or_another_day_is_another_request(asked, run):
    asked()
    asked("--due", "2024-12-15")
    run("request", "kota-uji", env={"SOURCE_DATE_EPOCH": "1732147200"})

    made = lines(asked.ledgers / "dlh.requests")
    assert [line["date"] for line in made] == ["2024-11-20", "2024-11-20", "2024-11-21"]
    assert made[0]["form"] == made[2]["form"] != made[1]["form"]


def test_one_office_only(asked):
    result = asked("--opd", "dlh")

    assert result.exit_code == 0
    assert [path.name for path in asked.ledgers.iterdir()] == ["dlh.requests"]
    assert sorted(path.name for path in asked.built.iterdir()) == ["dlh.docx", "dlh.xlsx"]


def test_an_office_that_owes_nothing_is_told_so(asked):
    result = asked("--opd", "dinkes")

    assert result.exit_code == 0
    assert "Tidak ada yang kurang pada dinkes." in result.output
    assert not asked.ledgers.exists()


def test_an_unknown_office_is_a_wrong_command(asked):
    result = asked("--opd", "dhl")

    assert result.exit_code == 2
    assert "Maksudnya 'dlh'?" in result.output


@pytest.mark.parametrize(
    ("due", "said"), [("besok", "tidak sah"), ("2024-02-31", "tidak sah"), ("2024-11-01", "lewat")]
)
def test_a_deadline_that_is_none_is_a_wrong_command(asked, due, said):
    result = asked("--due", due)

    assert result.exit_code == 2
    assert said in result.output
    assert not asked.built.exists()


def test_no_forms_over_errors_but_drafts(asked, write):
    write(NEEDS.replace("owner: dlh", "owner: tidak-ada"))

    refused = asked()
    assert refused.exit_code == 1
    assert "SCM201" in refused.output
    assert not asked.built.exists()

    draft = asked("--draft")
    assert draft.exit_code == 0, draft.output
    assert not asked.ledgers.exists()
    form = next(asked.built.glob("*.xlsx"))
    assert openpyxl.load_workbook(form)["Petunjuk"]["A1"].value.startswith("DRAF")


def test_a_ledger_that_cannot_be_read_is_not_written_over(asked):
    asked()
    path = asked.ledgers / "dlh.requests"
    path.write_text(path.read_text("utf-8") + "rusak\n", "utf-8")
    before = path.read_bytes()

    for options in ((), ("--draft",)):
        result = asked(*options)
        assert result.exit_code == 1
        assert "SCM860" in result.output
    assert path.read_bytes() == before


def test_nothing_is_asked_for_what_is_handed_in(asked, write):
    write(NEEDS.replace("state: draft", "state: final"))
    result = asked("--draft")

    assert result.exit_code == 1
    assert "final" in result.output


def test_another_folder(asked, tmp_path):
    result = asked("--out", str(tmp_path / "keluar"))

    assert result.exit_code == 0
    assert (tmp_path / "keluar/permintaan/dlh.xlsx").is_file()


def test_another_submission_has_a_folder_of_its_own(asked, write):
    later = "  - {id: ev-2025, year: 2025, stage: tunggal, state: draft, instrument: uji-2024}"
    write(NEEDS.replace("opd:\n", f"{later}\nopd:\n"))
    asked()
    result = asked("--submission", "ev-2024")

    assert "permintaan/ev-2024" in result.output
    assert (asked.built / "ev-2024/dlh.xlsx").is_file()
    assert (asked.built / "dlh.xlsx").is_file()


def test_the_form_is_a_workbook(asked):
    asked()

    content = (asked.built / "dlh.xlsx").read_bytes()
    assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames[0] == "Petunjuk"
