"""`template` judges templates without a city's data, and brings ours to where people work."""

import base64
import io
import json
import re
import zipfile

import pytest
from sound_docx import faults

from scmaster import documents, pipeline, resources, templates

EMBLEM = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
QUICK = ("--page-numbers", "never")
SLUG = "laporan-evaluasi"
FILE = f"templates/{SLUG}/{SLUG}.md.jinja"


@pytest.fixture
def spoil(run, workspace):
    """Copy a template, misspell a name in it, and return where that stands."""

    def change(home="", right="scope.city", wrong="skope.city", *arguments):
        assert run("template", "copy", SLUG, *arguments).exit_code == 0
        path = workspace / home / FILE
        text = path.read_text("utf-8")
        path.write_text(text.replace(right, wrong, 1), "utf-8")
        return f"{home}{FILE}:{text[: text.index(right)].count(chr(10)) + 1}:"

    return change


def test_what_is_shipped_is_clean(run, workspace, files):
    before = files(workspace)
    result = run("template", "check")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"Diperiksa: templat {len(documents.slugs())} dokumen; semuanya bawaan.",
        "",
        "Tidak ada temuan.",
    ]
    assert files(workspace) == before


def test_a_copy_is_the_shipped_one_and_is_clean(run, workspace):
    for name in templates.names():
        result = run("template", "copy", name)
        assert result.exit_code == 0, result.output
        assert "Disalin:\n  templates/" in result.stdout
        assert "scmaster template check" in result.stdout
        assert max(map(len, result.stdout.splitlines())) <= 80

    shipped = resources.shipped("templates")
    ours = {p.relative_to(shipped): p.read_bytes() for p in shipped.rglob("*") if p.is_file()}
    copied = workspace / "templates"
    assert {p.relative_to(copied): p.read_bytes() for p in copied.rglob("*") if p.is_file()} == ours
    result = run("template", "check")
    assert (result.exit_code, "diubah di templates." in result.stdout) == (0, True)


def test_a_misspelt_name_is_told_with_its_place_and_the_right_name(run, spoil):
    place = spoil()
    result = run("template", "check", "--format", "brief")

    assert result.exit_code == 1
    assert result.stdout.startswith(place)
    assert ": error SCM601: nama 'skope' tidak dikenal" in result.stdout
    shown = run("template", "check").stdout
    assert "mungkin maksudnya 'scope'" in shown
    assert "{{ skope.city }}" in shown
    (found,) = json.loads(run("template", "check", "--format", "json").stdout)["diagnostics"]
    assert found["code"] == "SCM601"


def test_only_what_is_asked_for(run, spoil):
    spoil()

    assert run("template", "check", "--document", "matriks-eviden").exit_code == 0
    assert run("template", "check", "--document", SLUG).exit_code == 1


def test_a_citys_own_template_wins_and_is_told_under_its_own_name(run, spoil, tmp_path):
    place = spoil("cities/kota-uji/", "scope.city", "skope.city", "--city", "kota-uji")
    for arguments in ((), ("kota-uji",)):
        result = run("template", "check", *arguments, "--format", "brief")
        assert result.exit_code == 1
        assert result.stdout.startswith(place)
        assert ": error SCM601: " in result.stdout
        assert len(result.stdout.splitlines()) == 1

    built = run("build", "kota-uji", "--out", tmp_path / "hasil", "--document", SLUG, *QUICK)
    assert built.exit_code == 1
    assert place in built.stdout
    assert not (tmp_path / "hasil" / f"{SLUG}.docx").exists()


def test_a_city_wins_over_the_workspace_and_that_over_ours(run, workspace, tmp_path):
    def built():
        run("build", "kota-uji", "--out", tmp_path / "hasil", "--document", SLUG, *QUICK)
        with zipfile.ZipFile(tmp_path / "hasil" / f"{SLUG}.docx") as package:
            return package.read("word/document.xml").decode()

    for home in ("", "cities/kota-uji/"):
        path = workspace / home / FILE
        path.parent.mkdir(parents=True)
        path.write_text(f"Dari {home or 'ruang kerja'} untuk {{{{ scope.city }}}}.", "utf-8")
        assert f"Dari {home or 'ruang kerja'} untuk " in built()


def test_yaml_among_a_citys_templates_is_no_record(run, workspace):
    folder = workspace / "cities" / "kota-uji" / "templates" / "formulir"
    folder.mkdir(parents=True)
    (folder / "form.yaml").write_text("bukan: catatan kota\n", "utf-8")

    assert "form.yaml" not in run("check", "kota-uji", "--brief").stdout


@pytest.mark.parametrize("home", ["", "cities/kota-uji/"])
def test_paper_margins_and_letters_of_an_own_acuan_reach_the_document(
    run, workspace, tmp_path, home
):
    """F4 as offices use it, 215 by 330 mm, other letters, and an emblem on the cover."""
    from docx import Document
    from docx.shared import Mm

    arguments = ["--city", "kota-uji"] if home else []
    assert run("template", "copy", "acuan", *arguments).exit_code == 0
    path = workspace / home / "templates" / "_shared" / "acuan.docx"
    acuan = Document(str(path))
    for section in acuan.sections:
        section.page_width, section.page_height = Mm(215), Mm(330)
        section.left_margin = Mm(40)
    acuan.styles["Normal"].font.name = "Bookman Old Style"
    emblem = acuan.tables[0].cell(0, 0).add_paragraph().add_run()
    picture = emblem.add_picture(io.BytesIO(EMBLEM))
    acuan.save(str(path))
    assert "SCM624" in run("template", "check").stdout  # nobody is told what it shows

    picture._inline.docPr.set("descr", "Lambang kota")
    acuan.save(str(path))

    assert "Tidak ada temuan." in run("template", "check").stdout
    result = run("build", "kota-uji", "--out", tmp_path / "hasil", "--document", SLUG, *QUICK)
    assert result.exit_code == 0, result.output
    path = tmp_path / "hasil" / f"{SLUG}.docx"
    assert faults(path.read_bytes()) == []
    made = Document(str(path))
    assert [p.blob for p in made.part.package.image_parts] == [EMBLEM]
    sizes = {tuple(sorted((s.page_width, s.page_height))) for s in made.sections}
    assert [[round(side.mm) for side in size] for size in sizes] == [[215, 330]]
    assert {round(s.left_margin.mm) for s in made.sections if s.page_width < s.page_height} == {40}
    assert made.styles["Normal"].font.name == "Bookman Old Style"


def test_a_letter_keeps_its_own_acuan(run, workspace):
    """surat.docx is another file: changing acuan.docx changes no letter."""
    run("template", "copy", "acuan")
    (workspace / "templates" / "_shared" / "acuan.docx").write_bytes(b"rusak")
    result = run("template", "check", "--document", "permintaan-data")

    assert result.exit_code == 0
    assert run("template", "check").exit_code == 1


def test_nothing_is_overwritten(run, workspace, files):
    run("template", "copy", SLUG)
    (workspace / FILE).write_text("milik kota", "utf-8")
    before = files(workspace)
    result = run("template", "copy", SLUG)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"Galat: {FILE} sudah ada dan tidak ditimpa")
    assert files(workspace) == before


def test_nothing_is_written_through_a_link(run, workspace, tmp_path):
    (tmp_path / "luar").mkdir()
    (workspace / "templates").symlink_to(tmp_path / "luar")
    assert run("template", "copy", SLUG).exit_code == 2

    (workspace / "templates").unlink()
    (workspace / FILE).parent.mkdir(parents=True)
    (workspace / FILE).symlink_to(tmp_path / "luar" / "ada.txt")
    assert run("template", "copy", SLUG).exit_code == 2
    assert list((tmp_path / "luar").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(run, monkeypatch):
    def write(path, content):
        raise PermissionError(path, len(content))

    monkeypatch.setattr(pipeline, "write", write)
    result = run("template", "copy", SLUG)

    assert (result.exit_code, "izin ditolak" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("copy laporan-evaluas", "tidak ada templat 'laporan-evaluas'. Maksudnya"),
        ("copy ../rahasia", "tidak ada templat '../rahasia'."),
        ("copy", "'TEMPLAT' belum disebut."),
        ("copy acuan --city zzz", "kota 'zzz' tidak ada."),
        ("check zzz", "kota 'zzz' tidak ada."),
        ("check --document zzz", "tidak ada dokumen 'zzz'. Yang ada:"),
        ("chek", "tidak ada perintah 'chek'. Maksudnya 'check'?"),
    ],
)
def test_a_wrong_command_line_is_told_in_indonesian(run, arguments, said):
    result = run("template", *arguments.split())

    assert result.exit_code == 2
    assert result.stderr.startswith(f"Galat: {said}")


@pytest.mark.parametrize("command", ["template", "template check", "template copy"])
def test_help_is_indonesian(run, command):
    text = run(*command.split(), "--help").stdout

    assert text.startswith("Pemakaian: ")
    assert not re.search(r"(?i)\b(usage|options|commands|arguments|show this|required)\b", text)


def test_what_nothing_takes_is_a_warning(run, workspace):
    (workspace / "templates" / "laporan_evaluasi").mkdir(parents=True)
    result = run("template", "check")

    assert result.exit_code == 0
    assert "SCM623" in result.stdout
    assert run("template", "check", "--strict").exit_code == 1


def test_a_link_out_of_the_folder_is_told_and_not_shown(run, workspace, tmp_path):
    (tmp_path / "rahasia.txt").write_text("sandi: 12345", "utf-8")
    (workspace / FILE).parent.mkdir(parents=True)
    (workspace / FILE).symlink_to(tmp_path / "rahasia.txt")
    result = run("template", "check")

    assert result.exit_code == 1
    assert "SCM608" in result.stdout
    assert "12345" not in result.output


@pytest.mark.parametrize("form", ["github", "sarif", "junit", "gitlab", "json", "brief"])
def test_a_slip_is_reported_in_every_form_that_check_has(run, spoil, workspace, form):
    spoil()
    result = run("template", "check", "--format", form, "--output", "laporan.txt")
    report = (workspace / "laporan.txt").read_text("utf-8")

    assert result.exit_code == 1
    assert "skope" in report
    assert FILE in report
