"""`compare-docx`: hand edits, told apart from what moved on in the data."""

import json
import re
import shutil
import subprocess
from html import escape

import kota_paket
import pytest
from handed_back import (
    changed,
    claim_run,
    forgetful,
    packed,
    retyped,
    through_google,
    tracked,
    unpacked,
)
from handed_back import run as words_of
from kota_uji import CITY

GIT = shutil.which("git")
ANSWERED = CITY + (
    "answers:\n"
    "  - id: jaw-uji-01\n"
    "    submission: ev-2024\n"
    "    question: UJI.01\n"
    "    fact: Ada sejak 2020.\n"
    "    analysis: Cukup.\n"
)
LINES = ANSWERED.split("\n")
FACT = f"cities/kota-uji/kota.yaml:{LINES.index('    fact: Ada sejak 2020.') + 1}:11"
ANALYSIS = f"cities/kota-uji/kota.yaml:{LINES.index('    analysis: Cukup.') + 1}:15"


def git(folder, *words):
    who = ("-c", "user.name=uji", "-c", "user.email=uji@contoh.go.id")
    subprocess.run([GIT, *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def kept(workspace, write):
    """Keep the city in git."""
    write(ANSWERED)
    git(workspace, "init", "-q")
    git(workspace, "add", "-A")
    git(workspace, "commit", "-q", "-m", "awal")


@pytest.fixture
def report(run, workspace):
    """The report as it was handed out."""

    def make(*more):
        order = ("--document", "laporan-evaluasi", "--draft", "--page-numbers", "never")
        made = run("build", "kota-uji", *order, *more)
        (path,) = (workspace / "build" / "kota-uji").glob("laporan-evaluasi*.docx")
        assert made.exit_code == 0, made.output
        return path

    return make


@pytest.fixture
def compared(run, workspace):
    """Hand a document back, and return what is found in it."""

    def compare(content):
        path = workspace / "kembali.docx"
        path.write_bytes(content)
        result = run("compare-docx", "kota-uji", path, "--format", "json")
        assert result.exit_code == 0, result.output
        found = json.loads(result.stdout)["diagnostics"]
        return [(d["code"], f"{d['file']}:{d['line']}:{d['column']}", d["message"]) for d in found]

    return compare


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("more", [(), ("--copy", "internal"), ("--since", "HEAD")])
def test_an_untouched_document_differs_in_nothing(report, compared, more):
    assert compared(report(*more).read_bytes()) == []


def test_a_document_out_of_a_package_names_files_as_the_package_does(run, compared, workspace):
    kota_paket.fill(workspace)
    assert run("evidence", "lock", "kota-uji").exit_code == 0
    order = ("--submission", "ev-2024", "--page-numbers", "never", "--out", "paket")
    result = run("pack", "kota-uji", *order)
    assert result.exit_code == 0, result.output
    papers = sorted((workspace / "paket").rglob("dokumen/*.docx"))

    assert "matriks-eviden.docx" in [paper.name for paper in papers]
    for paper in papers:
        assert compared(paper.read_bytes()) == [], paper.name


@pytest.mark.usefixtures("kept")
def test_a_claim_that_was_typed_over_is_told_with_both_values_and_its_line(report, compared):
    ((code, place, message),) = compared(retyped(report().read_bytes(), 1, "Ada sejak 2015."))

    assert (code, place) == ("SCM947", FACT)
    assert "semula “Ada sejak 2020.”, dalam berkas “Ada sejak 2015.”" in message


@pytest.mark.usefixtures("kept")
def test_tracked_words_count_as_accepted(report, compared):
    ((code, _, message),) = compared(tracked(report().read_bytes(), 1, "Ada sejak 2015."))

    assert code == "SCM947"
    assert "dalam berkas “Ada sejak 2015.”" in message


@pytest.mark.usefixtures("kept")
def test_words_typed_beside_a_claim_are_part_of_it(report, compared):
    def before(body):
        at = claim_run(body, 1).start()
        return body[:at] + words_of("Kira-kira ") + body[at:]

    ((code, place, message),) = compared(changed(report().read_bytes(), before))

    assert (code, place) == ("SCM947", FACT)
    assert "dalam berkas “Kira-kira Ada sejak 2020.”" in message


@pytest.mark.usefixtures("kept")
def test_what_only_moved_on_in_the_data_is_no_hand_edit(report, compared, write):
    content = report().read_bytes()
    write(ANSWERED.replace("sejak 2020", "sejak 2021"))
    ((code, place, message),) = compared(content)

    assert (code, place) == ("SCM949", FACT)
    assert "tercetak “Ada sejak 2020.”, sekarang “Ada sejak 2021.”" in message


@pytest.mark.usefixtures("kept")
def test_both_at_once_are_told_apart(report, compared, write):
    content = retyped(report().read_bytes(), 1, "Ada sejak 2015.")
    write(ANSWERED.replace("sejak 2020", "sejak 2021").replace("Cukup", "Baik"))
    edited, moved = compared(content)

    assert edited[:2] == ("SCM947", FACT)
    assert "data kota juga sudah berubah menjadi “Ada sejak 2021.”" in edited[2]
    assert moved[:2] == ("SCM949", ANALYSIS)


@pytest.mark.usefixtures("kept")
def test_an_edit_that_the_data_has_taken_over_is_said_to_be(report, compared, write):
    content = retyped(report().read_bytes(), 1, "Ada sejak 2021.")
    write(ANSWERED.replace("sejak 2020", "sejak 2021"))
    ((code, _, message),) = compared(content)

    assert code == "SCM947"
    assert message.endswith("data kota sekarang sudah memuatnya")


@pytest.mark.usefixtures("kept")
def test_a_claim_that_is_gone_from_the_data_is_said_to_be(report, compared, write):
    content = report().read_bytes()
    write(CITY)
    codes = {(code, "tidak ada lagi" in message) for code, _, message in compared(content)}

    assert codes == {("SCM949", True)}


@pytest.mark.usefixtures("kept")
def test_fixed_words_that_were_edited_are_a_note_at_their_chapter(report, compared):
    content = changed(
        report().read_bytes(), lambda body: body.replace("hanyalah simulasi", "resmi", 1)
    )
    ((code, place, message),) = compared(content)

    assert code == "SCM948"
    assert place.startswith("kembali.docx:")
    assert "Kata Pengantar" in message
    assert "templat sudah berubah" not in message


@pytest.mark.usefixtures("kept")
def test_paragraphs_that_came_and_went_are_told(report, compared):
    def edit(body):
        at = body.index("<w:p>", body.index("Kata Pengantar</w:t>"))
        end = body.index("</w:p>", at) + len("</w:p>")
        return body[:at] + f"<w:p>{words_of('Sisipan sama sekali lain.')}</w:p>" + body[end:]

    messages = [message for _, _, message in compared(changed(report().read_bytes(), edit))]

    assert any("“Sisipan sama sekali lain.”" in message for message in messages)


def test_without_git_a_hand_edit_is_still_known_by_the_digest(report, compared, write):
    write(ANSWERED)
    content = retyped(report().read_bytes(), 1, "Ada sejak 2015.")
    write(ANSWERED.replace("Cukup.", "Baik sekali."))
    edited, moved = compared(content)

    assert edited[:2] == ("SCM947", FACT)
    assert moved[:2] == ("SCM949", ANALYSIS)


def test_without_git_and_without_change_the_document_is_exact(report, compared, write):
    write(ANSWERED)

    assert compared(report().read_bytes()) == []


@pytest.mark.usefixtures("kept")
def test_what_was_not_committed_when_it_was_made_is_compared_with_the_data_as_it_lies(
    report, compared, write
):
    write(ANSWERED.replace("sejak 2020", "sejak 2022"))

    assert compared(report().read_bytes()) == []


@pytest.mark.usefixtures("kept")
def test_where_its_notes_are_lost_the_print_says_what_it_was(report, compared):
    lost, edited = compared(forgetful(retyped(report().read_bytes(), 1, "Ada sejak 2015.")))

    assert lost[0] == "SCM942"
    assert edited[:2] == ("SCM947", FACT)


@pytest.mark.usefixtures("kept")
def test_where_google_took_the_bookmarks_too_hand_edits_are_still_told(report, compared):
    edited = retyped(report().read_bytes(), 1, "Ada sejak 2015.")
    lost, found = compared(through_google(edited))

    assert lost[0] == "SCM942"
    assert found[:2] == ("SCM947", FACT)
    assert "“Ada sejak 2015.”" in found[2]


@pytest.mark.usefixtures("kept")
def test_the_terminal_is_told_what_is_compared_with_what(run, report):
    result = run("compare-docx", "kota-uji", report())

    assert "dibandingkan dengan laporan-evaluasi dari commit" in " ".join(result.stdout.split())
    assert "Tidak ada temuan." in result.stdout


HOSTILE = {
    "document": ["../../etc", "os.path", "laporan_evaluasi", "x" * 9000],
    "name": ["../laporan-evaluasi", "/etc/passwd"],
    "since": ["--output=x", "rahasia.json", "HEAD; true", "\N{BELL}"],
    "commit": ["HEAD", "--all", "0000000", "deadbeef dengan perubahan"],
    "submission": ["tidak-ada", "../x"],
    "date": ["besok", "9999-99-99"],
    "copy": ["siapa"],
}


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    "said", [(name, value) for name, values in HOSTILE.items() for value in values], ids=str
)
def test_what_a_document_says_of_itself_is_not_trusted(run, report, workspace, files, said):
    name, value = said
    parts = unpacked(report("--since", "HEAD").read_bytes())
    (place,) = [n for n in parts if b"urn:scmaster:trace:1" in parts[n] and "item1" in n]
    root = parts[place].decode()
    start, end = root.index("<trace "), root.index(">", root.index("<trace "))
    told = re.sub(rf' {name}="[^"]*"', "", root[start:end])
    written = escape(value) if value.isprintable() else ""
    changed = f'{root[:start]}{told} {name}="{written}"{root[end:]}'
    path = workspace / "kembali.docx"
    path.write_bytes(packed({**parts, place: changed.encode()}))
    (workspace / "rahasia.json").write_text("{}", "utf-8")
    before = files(workspace)

    assert run("compare-docx", "kota-uji", path).exit_code in {0, 2}
    assert run("comments", "kota-uji", path, "--import", "--yes").exit_code in {0, 2}
    assert files(workspace) == before


def test_a_document_that_is_no_longer_made_ends_in_words(run, report, write):
    write(ANSWERED)
    path = report()
    write(CITY.replace(", instrument: uji-2024", ""))
    result = run("compare-docx", "kota-uji", path)

    assert result.exit_code == 2
    assert "tidak dapat disusun ulang" in result.stderr


@pytest.mark.usefixtures("kept")
def test_nothing_is_written(run, report, workspace, files):
    path = report()
    before = files(workspace)
    run("compare-docx", "kota-uji", path)

    assert files(workspace) == before
