"""`diff`: what a pull request does to a submission, read from git without a checkout."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from kota_uji import CITY

GOLDEN = Path(__file__).parent.parent / "golden"
GIT = shutil.which("git")
BASE = (
    CITY
    + """\
sources:
  - {id: sumber, title: Laporan, tier: document}
programmes:
  - id: prog-lama
    name: Jam Macet
    owner: dlh
    measures:
      - {name: Simpang, value: 12, unit: simpang, as_of: 2024, source: sumber}
quick_wins:
  - {id: qw-2024, programme: prog-lama, year: 2024, public_benefit: Lancar}
evidence:
  - {id: ev-perwali, title: Perwali 1/2020, kind: perwali, number: "1", date: 2020-01-01,
     legal_status: enacted, url: "https://jdih.contoh.go.id/1.pdf"}
  - {id: ev-foto, title: Foto simpang, kind: foto, date: 2024-05-01,
     url: "https://contoh.go.id/foto.jpg"}
answers:
  - {id: jaw-1, submission: ev-2024, question: UJI.01, fact: Ada., analysis: Baik., self_score: 3}
claims:
  - {id: klaim-1, submission: ev-2024, evidence: ev-foto, supports: [UJI.01], role: supporting}
"""
)
NEW_ANSWER = """\
  - {id: jaw-2, submission: ev-2024, question: UJI.02, fact: Jalan., analysis: Cukup.,
     self_score: 2}
"""
CLAIM = BASE[BASE.index("claims:") :]
PHOTO = BASE[BASE.index("  - {id: ev-foto") : BASE.index("answers:")]
CHANGED = BASE.replace("prog-lama", "prog-jam-macet").replace(CLAIM, NEW_ANSWER).replace(PHOTO, "")
"""One answer more, one id renamed, one piece of evidence and its claim taken out."""
SUFFIX = {"text": "txt", "markdown": "md", "json": "json"}


def git(folder, *words):
    identity = ["-c", "user.name=A", "-c", "user.email=a@contoh.go.id"]
    command = [GIT, *identity, "-C", str(folder), *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(workspace, write):
    """A workspace whose city is committed, tagged `awal`."""
    write(BASE)
    git(workspace, "init", "-q")
    git(workspace, "add", "-A")
    git(workspace, "commit", "-q", "-m", "awal")
    git(workspace, "tag", "awal")
    return workspace


@pytest.fixture
def compared(repository, run):  # noqa: ARG001  (where it runs)
    def compare(*arguments):
        result = run("diff", "kota-uji", "awal", *arguments, "--format", "json")
        assert (result.exit_code, result.stderr) == (0, "")
        return json.loads(result.stdout)

    return compare


def brief(said):
    return [(r["section"], r["id"], r["how"], [f["field"] for f in r["fields"]]) for r in said]


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_pull_request_in_every_format(run, write, golden, form):
    write(CHANGED)

    result = run("diff", "kota-uji", "awal", "--format", form)

    assert (result.exit_code, result.stderr) == (0, "")
    golden(f"report/diff.{SUFFIX[form]}", result.stdout)


@pytest.mark.usefixtures("repository")
def test_nothing_changed_is_said_and_is_no_failure(run):
    result = run("diff", "kota-uji", "awal")

    assert result.exit_code == 0
    assert "tidak ada catatan yang berbeda" in " ".join(result.stdout.split())


def test_records_moved_to_other_files_and_lines_are_no_change(repository, write, compared):
    cut = BASE.index("evidence:")
    write("# catatan\n\n" + BASE[:cut])
    (repository / "cities/kota-uji/lain.yaml").write_text(BASE[cut:], "utf-8")

    said = compared()

    assert said["records"] == []
    assert said["findings"] == {"new": [], "gone": []}


def test_an_id_that_changed_is_followed_with_all_that_names_it(write, compared):
    write(BASE.replace("prog-lama", "prog-baru"))

    said = compared()

    assert [(r["id"], r["former"], r["fields"]) for r in said["records"]] == [
        ("prog-baru", "prog-lama", [])
    ]
    assert said["findings"] == {"new": [], "gone": []}


def test_the_submission_itself_may_have_another_id(write, compared):
    write(BASE.replace("ev-2024", "evaluasi-2024"))

    said = compared()

    assert [r["former"] for r in said["records"]] == ["ev-2024"]
    before, after = said["score"]["final"]["claimed"]
    assert before == after
    assert said["findings"] == {"new": [], "gone": []}


def test_two_records_of_the_same_words_are_not_taken_for_one_another(write, compared):
    twice = "  - {id: dlh-2, name: Dinas Baru}\n  - {id: dlh-3, name: Dinas Baru}\n"
    write(BASE.replace("sources:", f"{twice}sources:"))
    assert brief(compared()["records"]) == [
        ("opd", "dlh-2", "added", ["name"]),
        ("opd", "dlh-3", "added", ["name"]),
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("name: Jam Macet", "name: Simpang Lancar", {"name": ("Jam Macet", "Simpang Lancar")}),
        ("value: 12,", "value: 14,", {"measures[Simpang].value": ("12", "14")}),
        ("value: 12,", "value: 12.0,", {}),
        ("    owner: dlh\n", "", {"owner": ("dlh", None)}),
        (
            "    measures:\n",
            "    planned_years: [2024, 2025]\n    measures:\n",
            {"planned_years": (None, "2024, 2025")},
        ),
        (
            "source: sumber}\n",
            "source: sumber}\n      - {name: Kamera, value: 3, unit: buah, as_of: 2024}\n",
            {"measures[Kamera]": (None, "3 buah (2024)")},
        ),
    ],
)
def test_a_field_that_changed_is_named(write, compared, before, after, expected):
    assert before in BASE
    write(BASE.replace(before, after, 1))

    fields = {
        f["field"]: (f["before"], f["after"]) for r in compared()["records"] for f in r["fields"]
    }

    assert fields == expected


def test_what_a_list_gained_and_lost_is_all_that_is_shown(write, compared, repository):
    write(BASE.replace("owner: dlh", "owner: dlh\n    planned_years: [2023, 2024]"))
    git(repository, "commit", "-q", "-a", "-m", "dua")
    git(repository, "tag", "-f", "awal")
    write(BASE.replace("owner: dlh", "owner: dlh\n    planned_years: [2024, 2025]"))

    (record,) = compared()["records"]

    assert [(f["before"], f["after"]) for f in record["fields"]] == [("2023", "2025")]


def test_two_revisions_are_compared_whatever_lies_in_the_folder(repository, write, compared, files):
    write(CHANGED)
    git(repository, "commit", "-q", "-a", "-m", "ubah")
    write("city: {rusak\n")
    before = files(repository)

    said = compared("HEAD")

    assert [r["id"] for r in said["records"]] == ["prog-jam-macet", "ev-foto", "klaim-1", "jaw-2"]
    assert files(repository) == before
    assert git(repository, "status", "--porcelain").split()[0] == "M"


def test_a_new_finding_is_told_from_one_that_moved(write, compared):
    write("\n\n" + BASE.replace(", self_score: 3", "", 1).replace("fact: Ada., ", ""))

    said = compared()

    assert [(d["code"], d["line"]) for d in said["findings"]["new"]] == [("SCM306", 24)]


def test_a_warning_that_quotes_a_name_which_changed_is_the_same_one(write, compared):
    write(BASE.replace("Jam Macet", "Simpang Lancar").replace("Perwali 1/2020", "Perwali 1"))

    said = compared()

    assert {r["how"] for r in said["records"]} == {"changed"}
    assert said["findings"] == {"new": [], "gone": []}


def test_an_error_that_gave_way_to_another_is_new(repository, write, compared):
    write(BASE.replace("owner: dlh", "owner: dinas-a"))
    git(repository, "commit", "-q", "-a", "-m", "dua")
    git(repository, "tag", "-f", "awal")
    write(BASE.replace("owner: dlh", "owner: dinas-b"))

    said = compared()["findings"]

    assert [(d["code"], "dinas-b" in d["message"]) for d in said["new"]] == [("SCM201", True)]
    assert [(d["code"], "dinas-a" in d["message"]) for d in said["gone"]] == [("SCM201", True)]


def test_a_base_that_cannot_be_read_today_is_said_and_the_rest_is_compared(
    repository, write, compared, run
):
    write(BASE.replace("name: Jam Macet", "nama: Jam Macet"))
    git(repository, "commit", "-q", "-a", "-m", "dua")
    git(repository, "tag", "-f", "awal")
    write(BASE.replace("Foto simpang", "Foto simpang utama"))

    said = compared()
    text = " ".join(run("diff", "kota-uji", "awal").stdout.split())

    assert brief(said["records"]) == [("evidence", "ev-foto", "changed", ["title"])]
    assert said["unknown"] == ["prog-lama"]
    assert "tidak terbaca di salah satu keadaan: prog-lama." in text


def test_a_file_that_is_no_yaml_takes_nothing_away(write, compared):
    write(BASE.replace("sources:", "sources: ["))

    said = compared()

    assert [r["how"] for r in said["records"]] == []
    assert {"prog-lama", "ev-foto", "jaw-1"} <= set(said["unknown"])


def test_a_city_that_was_not_there_yet_is_new(repository, run):
    folder = repository / "cities/kota-baru"
    folder.mkdir()
    (folder / "kota.yaml").write_text(BASE, "utf-8")

    result = run("diff", "kota-baru", "awal")

    assert result.exit_code == 0
    assert "folder kota ini belum ada, jadi semuanya baru" in " ".join(result.stdout.split())


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_private_words_and_what_leads_to_confidential_evidence_are_not_shown_again(
    repository, write, run, form
):
    nik = "6471015203980001"
    write(BASE.replace("Lancar", f"Pelapor {nik}").replace("Foto simpang", "Foto baru"))
    git(repository, "commit", "-q", "-a", "-m", "dua")
    secret = BASE.replace("kind: foto,", "kind: foto, classification: rahasia,")
    write(secret.replace("Lancar", '"Lancar: https://contoh.go.id/foto.jpg"'))

    said = run("diff", "kota-uji", "HEAD", "--format", form).stdout

    assert nik not in said
    assert "foto.jpg" not in said
    assert "tidak ditampilkan di sini" in said


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("kota-uji", "tidak-ada"), "revisi git 'tidak-ada' tidak ditemukan"),
        (("kota-uji", "awal", "tidak-ada"), "revisi git 'tidak-ada' tidak ditemukan"),
        (("kota-uji", "awal", "--submission", "x"), "pengajuan 'x' tidak ada"),
        (("kota-uji",), "'PEMBANDING' belum disebut"),
        (("kota-lain", "awal"), "kota 'kota-lain' tidak ada"),
        (("kota-uji", "awal", "--format", "html"), "pilihannya: text, markdown, json"),
    ],
)
def test_a_wrong_command_line(run, arguments, said):
    result = run("diff", *arguments)

    assert result.exit_code == 2
    assert said in result.stderr


def test_outside_a_repository_there_is_nothing_to_compare_with(workspace, run, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(workspace.parent))

    assert run("diff", "kota-uji", "HEAD").exit_code == 2


def test_a_city_of_a_thousand_records(repository, write, run):
    many = "".join(f"  - {{id: s-{n:04}, title: Sumber {n}, tier: press}}\n" for n in range(1000))
    write(BASE.replace("programmes:", f"{many}programmes:"))
    git(repository, "commit", "-q", "-a", "-m", "banyak")
    write(CHANGED.replace("programmes:", f"{many}programmes:"))

    result = run("diff", "kota-uji", "HEAD", "--format", "markdown")

    said = result.stdout.replace("revisi HEAD", "revisi awal")
    assert table(said) == table((GOLDEN / "report/diff.md").read_text("utf-8"))


def table(comment):
    """Return a comment without places and counts of findings: another file has other lines."""
    return [line for line in comment.splitlines() if "SCM" not in line and "Temuan" not in line]


def test_what_was_locked_and_reviewed_before_is_known_of_before(repository, write, run):
    """Lock and reviews are read from the revision: only what changed since is a new finding."""
    filed = BASE.replace('url: "https://jdih.contoh.go.id/1.pdf"', "file: perwali.pdf")
    write(filed.replace("evidence: ev-foto, supports", "evidence: ev-perwali, supports"))
    folder = repository / "cities/kota-uji/files"
    folder.mkdir()
    (folder / "perwali.pdf").write_bytes(b"%PDF-1.7\nisi\n")
    run("evidence", "lock", "kota-uji")
    run("review", "kota-uji", "klaim-1", "--by", "dlh")
    git(repository, "add", "-A", "-f")
    git(repository, "commit", "-q", "-m", "terkunci")
    same = json.loads(run("diff", "kota-uji", "HEAD", "--format", "json").stdout)
    (folder / "perwali.pdf").write_bytes(b"%PDF-1.7\nlain\n")
    run("evidence", "lock", "kota-uji")
    changed = json.loads(run("diff", "kota-uji", "HEAD", "--format", "json").stdout)

    assert same["findings"]["new"] == same["findings"]["gone"] == []
    assert [found["code"] for found in changed["findings"]["new"]] == ["SCM851"]
