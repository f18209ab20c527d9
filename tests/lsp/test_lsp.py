"""The language server, asked by a real client of the protocol."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from editor import Editor
from pygls.exceptions import JsonRpcException

from scmaster import pipeline

ROOT = Path(__file__).parent.parent.parent
CITY = """\
city: {id: uji, name: Kota Uji, kind: kota, province: Kalimantan Timur, region_code: "64.99"}
opd:
  - {id: diskominfo, name: Dinas Komunikasi dan Informatika}
  - {id: dlh, name: Dinas Lingkungan Hidup}
"""
PROGRAMMES = """\
programmes:
  - id: prog-izin
    name: Perizinan daring
    pillar: governance
    owner: diskominfo
  - id: prog-sampah
    name: Bank sampah
    pillar: environment
    owner: "dlh"  # pemilik
    supporting: [diskominfo, dlh]
"""


@pytest.fixture(scope="module")
def editor(tmp_path_factory):
    made = Editor(tmp_path_factory.mktemp("editor"))
    yield made
    assert made.close() == 0


@pytest.fixture
def city(tmp_path):
    folder = tmp_path / "ruang" / "cities" / "uji"
    folder.mkdir(parents=True)
    (folder / "kota.yaml").write_text(CITY, "utf-8")
    (folder / "program.yaml").write_text(PROGRAMMES, "utf-8")
    return folder


@pytest.fixture
def programmes(editor, city):
    path = city / "program.yaml"
    editor.open(path)
    return path


def codes(editor, path):
    return [code for code, _, _ in editor.said(path)]


def test_it_says_what_check_says_of_a_text_that_is_not_saved(editor, programmes):
    editor.type(programmes, PROGRAMMES.replace("owner: diskominfo", "owner: diskominfi"))
    editor.until(lambda: "SCM201" in codes(editor, programmes))

    found = next(f for f in editor.said(programmes) if f[0] == "SCM201")
    assert found == ("SCM201", 5, "id 'diskominfi' tidak ada\nmaksudnya 'diskominfo'?")
    assert programmes.read_text("utf-8") == PROGRAMMES

    editor.type(programmes, PROGRAMMES)
    editor.until(lambda: "SCM201" not in codes(editor, programmes))


def test_what_is_said_is_what_the_command_says(editor, city, monkeypatch):
    """Of every file of the city; what is said of the whole folder stands in its first file."""
    (city / "kota.yaml").write_text(CITY[CITY.index("opd:") :], "utf-8")
    (city / "sumber.yaml").write_text("sources:\n  - {id: src-1, titel: Berita}\n", "utf-8")
    (city / "program.yaml").write_text(PROGRAMMES.replace("dlh]", "dlj]"), "utf-8")
    monkeypatch.chdir(city.parent.parent)
    case = pipeline.understand_city(Path("cities/uji"), Path(), on=date(2025, 1, 15))
    expected = sorted((d.code, d.span.line, d.message) for d in case.diagnostics)
    editor.open(city / "program.yaml")
    names = ("kota.yaml", "program.yaml", "sumber.yaml")

    def said():
        every = [found for name in names for found in editor.said(city / name)]
        return sorted((code, line, message.split("\n")[0]) for code, line, message in every)

    editor.until(lambda: said() == expected)
    assert {code for code, _, _ in expected} > {"SCM102", "SCM201", "SCM208"}
    assert "SCM208" in codes(editor, city / "kota.yaml")


def test_a_fix_is_offered_for_what_was_probably_meant(editor, programmes):
    slip = PROGRAMMES.replace('"dlh"', '"dlg"').replace("pillar: gov", "piller: gov")
    editor.type(programmes, slip)

    [(title, changes)] = editor.fixes(programmes, "dlg")
    assert title == "Ganti dengan 'dlh'"
    assert editor.after(changes) == {"program.yaml": slip.replace('"dlg"', '"dlh"')}
    [(title, changes)] = editor.fixes(programmes, "piller")
    assert editor.after(changes) == {"program.yaml": slip.replace("piller", "pillar")}
    assert editor.fixes(programmes, "Bank") == []


def test_a_field_and_an_id_explain_themselves(editor, programmes):
    assert editor.hover(programmes, "pillar").endswith("Isinya id pilar.")
    assert "Wajib diisi." in editor.hover(programmes, "name")
    assert editor.hover(programmes, "dlh", 2) == (
        "**Dinas Lingkungan Hidup**\n\nperangkat daerah, id `dlh`, ditulis di kota.yaml:4\n\n"
        "Disebut di 2 tempat:\n\n- `prog-sampah` (owner), program.yaml:9\n"
        "- `prog-sampah` (supporting), program.yaml:10"
    )
    assert editor.hover(programmes, "Bank sampah") is None
    assert "id `prog-izin`" in editor.hover(programmes, "prog-izin")
    assert "Smart Governance" in editor.hover(programmes, "governance")


def test_fields_choices_and_ids_are_offered_in_a_broken_text(editor, programmes):
    half = PROGRAMMES + "  - id: prog-baru\n    own"
    editor.type(programmes, half)
    editor.until(lambda: any(code.startswith("SCM0") for code in codes(editor, programmes)))

    offered = editor.offers(programmes, "    own", 3)
    assert next(iter(offered)) == "name"
    assert list(offered)[-2:] == ["sources", "note"]
    assert offered["owner"].text_edit.new_text == "owner: "
    assert "id" not in offered

    editor.type(programmes, half + "er: ")
    offered = editor.offers(programmes, "owner: ", 3)
    assert {"diskominfo", "dlh"} <= set(offered)
    assert offered["dlh"].detail == "Dinas Lingkungan Hidup"

    editor.type(programmes, half + "er: dlh\n    lifecycle: ")
    assert editor.offers(programmes, "lifecycle: ")["running"].detail == "berjalan"
    editor.type(programmes, half + "er: 'dl")
    inserted = editor.offers(programmes, "owner: 'dl")["dlh"]
    assert (inserted.filter_text, inserted.text_edit.new_text) == ("'dlh", "'dlh'")
    editor.type(programmes, half + "er: dlh\nqui")
    assert "quick_wins" in editor.offers(programmes, "\nqui")


def test_what_was_known_is_remembered_while_a_line_is_broken(editor, city, programmes):
    owners = city / "kota.yaml"
    editor.open(owners)
    editor.type(owners, CITY.replace("  - {id: dlh, name: Dinas", "  - {id: dlh, name Dinas: ["))
    editor.until(lambda: any(code.startswith("SCM0") for code in codes(editor, owners)))

    assert "SCM201" not in codes(editor, programmes)
    assert editor.definition(programmes, "dlh", 2) == ("kota.yaml", 4)
    editor.leave(owners)


def test_definition_and_references_lead_across_files(editor, programmes):
    assert editor.definition(programmes, "diskominfo") == ("kota.yaml", 3)
    assert editor.definition(programmes, "governance")[0] == "pilar-2017.yaml"
    assert editor.definition(programmes, "Bank sampah") is None
    assert sorted(editor.references(programmes, "diskominfo")) == [
        ("kota.yaml", 3),
        ("program.yaml", 5),
        ("program.yaml", 10),
    ]


def test_what_a_file_of_pillars_declares_is_found_in_every_city(editor, city):
    pillars = city.parent.parent / "pillars" / "pilar-2017.yaml"
    pillars.parent.mkdir()
    shutil.copy(ROOT / "pillars" / "pilar-2017.yaml", pillars)
    shutil.copytree(city, city.parent / "lain")
    editor.open(pillars)

    assert sorted(editor.references(pillars, "governance")) == [
        ("pilar-2017.yaml", editor.place(pillars, "id: governance").line + 1),
        ("program.yaml", 4),
        ("program.yaml", 4),
    ]
    assert "disebut" not in editor.hover(pillars, "governance").lower()


def test_an_id_is_renamed_wherever_it_is_written(editor, programmes):
    """Also in a text that is not saved, and in a file that is not open."""
    unsaved = PROGRAMMES + "quick_wins:\n  - {id: qw-1, programme: prog-sampah, year: 2024}\n"
    editor.type(programmes, unsaved)

    assert editor.renamable(programmes, '"dlh"') == (12, 15)
    changes = editor.rename(programmes, "dlh", "dlhk")
    assert editor.after(changes) == {
        "kota.yaml": CITY.replace("id: dlh", "id: dlhk"),
        "program.yaml": unsaved.replace('"dlh"', '"dlhk"').replace(", dlh]", ", dlhk]"),
    }
    changes = editor.rename(programmes, "prog-sampah", "prog-bank-sampah")
    assert editor.after(changes) == {
        "program.yaml": unsaved.replace("prog-sampah", "prog-bank-sampah")
    }


def test_the_generated_files_follow_an_id(editor, city):
    text = "evidence:\n  - {id: ev-1, title: Laporan, kind: laporan}\n"
    (city / "eviden.yaml").write_text(text, "utf-8")
    digest = "a" * 64
    line = f'{{"evidence":"ev-1","file":"ev-1.pdf","sha256":"{digest}","size":1}}\n'
    (city / "evidence.lock").write_text(line, "utf-8")
    editor.open(city / "eviden.yaml")

    changes = editor.rename(city / "eviden.yaml", "ev-1", "ev-laporan")
    assert editor.after(changes)["evidence.lock"] == line.replace('"ev-1"', '"ev-laporan"')


@pytest.mark.parametrize(
    ("word", "new", "reason"),
    [
        ("prog-izin", "prog-sampah", "id 'prog-sampah' sudah dipakai."),
        ("prog-izin", "prog izin", "'prog izin' bukan id yang sah"),
        ("prog-izin", "null", "'null' bukan id yang sah"),
        ("governance", "tata-kelola", "milik pilar atau instrumen, yang dipakai semua kota."),
    ],
)
def test_a_name_that_cannot_be_had_is_refused(editor, programmes, word, new, reason):
    with pytest.raises(JsonRpcException, match=reason):
        editor.rename(programmes, word, new)


def test_no_id_is_renamed_that_an_unread_record_may_name(editor, programmes):
    editor.type(programmes, PROGRAMMES + "  - id: prog-izin-2\n    owner: dlh\n    [")

    with pytest.raises(JsonRpcException, match="belum terbaca"):
        editor.rename(programmes, "dlh", "dlhk")


def test_an_id_in_forms_that_were_given_out_stays(editor, city, programmes):
    ledger = city / "requests" / "evaluasi-2024" / "dlh.requests"
    ledger.parent.mkdir(parents=True)
    ledger.write_text("", "utf-8")

    with pytest.raises(JsonRpcException, match="borang yang sudah dibagikan"):
        editor.rename(programmes, "dlh", "dlhk")


def test_columns_are_counted_as_the_editor_counts_them(editor, programmes):
    """A face is two units of UTF-16; lines end as Windows ends them."""
    text = PROGRAMMES.replace(
        'owner: "dlh"  # pemilik',
        "aliases: [😀😀 é]\n    partners: [{name: 😀, form: x, sector: bisnis}]",
    ).replace("\n", "\r\n")
    editor.type(programmes, text)
    editor.until(lambda: "SCM111" in codes(editor, programmes))

    found = next(d for d in editor.diagnostics(programmes) if d.code == "SCM111")
    assert (found.range.start.character, found.range.end.character) == (43, 49)
    assert editor.place(programmes, "bisnis").character == 43
    assert "business" in editor.offers(programmes, "sector: ")
    assert "dunia usaha" in editor.hover(programmes, "sector")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-32"])
def test_other_encodings_are_spoken_too(tmp_path, city, encoding):
    editor = Editor(tmp_path, [encoding])
    path = city / "program.yaml"
    partners = "partners: [{name: 😀, form: x, sector: bisnis}]"
    editor.open(path, PROGRAMMES.replace("supporting: [diskominfo, dlh]", partners))
    editor.until(lambda: "SCM111" in codes(editor, path))

    found = next(d for d in editor.diagnostics(path) if d.code == "SCM111")
    column = {"utf-8": 45, "utf-32": 42}[encoding]
    assert (editor.encoding, found.range.start.character) == (encoding, column)
    assert editor.close() == 0


def test_a_file_outside_a_city_is_left_alone(editor, tmp_path, city):
    for path in (
        tmp_path / "catatan.yaml",
        city / "files" / "x.yaml",
        city / "templates" / "f.yaml",
    ):
        path.parent.mkdir(exist_ok=True)
        path.write_text("owner: [", "utf-8")
        editor.open(path)
        assert editor.hover(path, "owner") is None
        assert editor.offers(path, "owner") == {}
        assert editor.fixes(path, "owner") == []
        assert editor.definition(path, "owner") is None
        assert editor.references(path, "owner") == []
        assert editor.renamable(path, "owner") is None
        assert editor.said(path) == []


def test_the_pillars_of_a_workspace_count_before_they_are_saved(editor, city, programmes):
    pillars = city.parent.parent / "pillars" / "pilar-2017.yaml"
    pillars.parent.mkdir()
    shutil.copy(ROOT / "pillars" / "pilar-2017.yaml", pillars)
    text = pillars.read_text("utf-8")
    editor.open(pillars)
    editor.type(programmes, PROGRAMMES.replace("pillar: environment", "pillar: kelautan"))
    editor.until(lambda: "SCM205" in codes(editor, programmes))
    editor.type(pillars, text.replace("id: environment", "id: kelautan"))
    editor.until(lambda: "SCM205" not in codes(editor, programmes))

    editor.type(pillars, text.replace("pillars:", "pilars:", 1))
    editor.until(lambda: "SCM100" in codes(editor, pillars))
    editor.leave(pillars)
    editor.until(lambda: not codes(editor, pillars))
    assert "Id pilar" in editor.hover(pillars, "id: governance")


def test_what_others_change_on_disk_is_seen(editor, city, programmes):
    owners = city / "kota.yaml"
    owners.write_text(CITY.replace("id: dlh", "id: dinas-lh"), "utf-8")
    editor.tell_of_change(owners)
    editor.until(lambda: "SCM201" in codes(editor, programmes))

    assert "workspace/didChangeWatchedFiles" in editor.registered


def test_what_is_not_saved_is_forgotten_with_the_file(editor, programmes):
    editor.type(programmes, PROGRAMMES.replace("owner: diskominfo", "owner: x"))
    editor.until(lambda: "SCM201" in codes(editor, programmes))
    editor.leave(programmes)
    editor.until(lambda: "SCM201" not in codes(editor, programmes))


def test_hostile_texts_end_nothing(editor, programmes):
    for text in ("[" * 100_000, "\x00", "a: " + "x" * 200_000, "\ud800", "a:\u2028b: [", "&a [*a"):
        editor.type(programmes, text)
        editor.hover(programmes, text[0])
        editor.offers(programmes, text[0])
    editor.type(programmes, PROGRAMMES)
    editor.until(lambda: "SCM201" not in codes(editor, programmes))
    assert editor.hover(programmes, "dlh", 2)


def test_without_its_library_the_command_says_what_to_install(tmp_path):
    import subprocess
    import sys

    program = (
        "import sys; sys.modules['pygls'] = None\n"
        "import importlib.util as u; found = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'pygls' else found(name, *a)\n"
        "from scmaster.cli import app; app()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "lsp"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'scmaster[lsp]'" in done.stderr
