"""A template is judged before it runs: each slip on its line, with the right name."""

import ast
import re
import time
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import pytest
from test_render_acuan import packed, swap

from scmaster import documents, render, resources
from scmaster.diagnostics import Severity
from scmaster.passages import cells
from scmaster.render import claims, footnotes, inspection
from scmaster.render.reference import Reference

SHIPPED = resources.shipped("templates")


@dataclass(frozen=True)
class Line:
    nomor: str
    judul: str


@dataclass(frozen=True)
class Part:
    nama: str
    baris: list[Line]
    pasangan: list[tuple[str, str]]

    @property
    def ringkas(self) -> str:
        return self.nama


Row = tuple["str | Line", ...]


@dataclass(frozen=True)
class Small:
    kota: str
    jumlah: int
    bagian: list[Part]
    utama: Part | None
    pilihan: Part | Line
    isi: list[Row]
    apa_saja: object


@pytest.fixture
def judged(tmp_path):
    """Judge one template, given as text, for Small."""

    def run(source, **more):
        for name, content in {"satu/satu.md.jinja": source, **more}.items():
            path = tmp_path / "templates" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        folders = resources.folders("templates", tmp_path)
        return inspection.template("satu", Small, "acuan", folders)

    return run


TWICE = "{% for b in bagian %}{% for x in b.baris %}"
TABLE = "{{ table(utama.baris,\n columns=[col('A', field='nomor'),"

SLIPS = [
    # a name of the document, of a part of it, of what one goes through
    ("SCM601", "a\n\n{{ kotta }}", 3, "mungkin maksudnya 'kota'"),
    ("SCM601", "{{ utama.nam }}", 1, "mungkin maksudnya 'nama'"),
    ("SCM601", "{{ kota.nama }}", 1, "'nama' tidak dikenal"),
    ("SCM601", "{{ pilihan.namma }}", 1, "mungkin maksudnya 'nama'"),
    ("SCM601", "{% for b in bagian %}\n{{ b.barris }}\n{% endfor %}", 2, "'baris'"),
    ("SCM601", TWICE + "\n{{ x.judull }}\n{% endfor %}{% endfor %}", 2, "'judul'"),
    ("SCM601", "{% for b in bagian if b.salah %}{% endfor %}", 1, "'salah'"),
    ("SCM601", "{% for b in bagian %}{% endfor %}\n{{ b.nama }}", 2, "'b' tidak dikenal"),
    ("SCM601", "{% for b in bagian %}{{ loop.indeks }}{% endfor %}", 1, "'index'"),
    ("SCM601", "{% for b in bagian %}{% else %}\n{{ b.nama }}{% endfor %}", 2, "'b'"),
    ("SCM601", "{% set p = utama %}\n{{ p.salah }}", 2, "'salah'"),
    ("SCM601", "{% set p = bagian[0] %}{{ p.salah }}", 1, "'salah'"),
    ("SCM601", "{{ (bagian | first).salah }}", 1, "'salah'"),
    ("SCM601", "{{ bagian[:2][0].salah }}", 1, "'salah'"),
    ("SCM601", "{% for b in bagian | sort(attribute='namma') %}{% endfor %}", 1, "'nama'"),
    ("SCM601", "{{ bagian | map(attribute='namma') | join }}", 1, "'nama'"),
    ("SCM601", "{% for b in bagian | selectattr('namma') %}{% endfor %}", 1, "'nama'"),
    ("SCM601", "{{ utama['namma'] }}", 1, "'nama'"),
    ("SCM601", "{% if utama and\n   utama.namma %}{% endif %}", 2, "'nama'"),
    ("SCM601", "{{ 'x' if utama.namma }}", 1, "'nama'"),
    ("SCM601", "{{ kota ~ ' ' ~ juml }}", 1, "'jumlah'"),
    ("SCM601", "{% with a = utama %}{{ a.namma }}{% endwith %}", 1, "'nama'"),
    ("SCM601", "{% set t %}{{ kotta }}{% endset %}", 1, "'kota'"),
    ("SCM601", "{{ tabel(isi) }}", 1, "'table'"),
    # what is taken in
    ("SCM601", "{% macro m(p) %}\n{{ p.namma }}\n{% endmacro %}{{ m(utama) }}", 2, "'nama'"),
    ("SCM601", "{% macro m() %}\n{{ kotta }}{% endmacro %}", 2, "'kota'"),
    ("SCM601", "{% call landscape() %}\n{{ kotta }}\n{% endcall %}", 2, "'kota'"),
    ("SCM608", "a\n{% include 'satu/tidak.jinja' %}", 2, "satu/tidak.jinja"),
    # how it is written
    ("SCM602", "a\n{{ kota \n", 2, ""),
    ("SCM602", "a\n{% for b in bagian %}\n", 2, "belum ditutup"),
    ("SCM602", "\n{{ kota | besar }}", 2, "saringan 'besar'"),
    ("SCM602", "{% if kota %}\n{{ kota | besar }}{% endif %}", 2, "saringan 'besar'"),
    ("SCM602", "{% tabel %}", 1, "'{% tabel %}' tidak dikenal"),
    ("SCM602", "{% if kota is ada %}{% endif %}", 1, "uji 'ada'"),
    # what is asked of a call
    ("SCM611", "a\n{{ table(isi) }}", 2, "isian yang kurang: 'columns'"),
    ("SCM611", "{{ table(isi,\n column=[]) }}", 2, "mungkin maksudnya 'columns'"),
    ("SCM611", "{{ table(isi, kepala=[]) }}", 1, "yang ada: rows, columns"),
    ("SCM611", "{{ col('A', lebar=2) }}", 1, "isian 'lebar' tidak dikenal"),
    ("SCM611", "{{ col(1, 2, 'left', 'a', 5) }}", 1, "terlalu banyak"),
    ("SCM611", "{{ col(kota, 2, 'kanan') }}", 1, "'kanan'"),
    ("SCM611", "{{ col('A', 0) }}", 1, "lebar"),
    ("SCM611", "{{ contents('gambar') }}", 1, "'gambar'"),
    ("SCM611", "{{ contents('headings', 9) }}", 1, "kedalaman"),
    ("SCM611", "{{ page_break(1) }}", 1, "terlalu banyak"),
    ("SCM611", "{{ sheet() }}", 1, "'pairs'"),
    ("SCM611", "{% call landscape(1, 2) %}{% endcall %}", 1, "terlalu banyak"),
    # tables
    ("SCM601", TABLE + "\n col('B', field='jdul')]) }}", 3, "'judul'"),
    ("SCM601", "{% set k = [col('A', field='nomr')] %}{{ table(utama.baris, k) }}", 1, "'nomor'"),
    ("SCM611", "{{ table(utama.pasangan, [col('A'), col('B'), col('C')]) }}", 1, "2 sel"),
    ("SCM611", "{{ table(utama.pasangan, [col('A')] + [col('B')] + [col('C')]) }}", 1, "3 kolom"),
    # styles
    ("SCM605", "a\n{{ styled('Catattan', kota) }}", 2, "'Catattan'"),
    ("SCM605", "{{ marked('Tak Ada', kota) }}", 1, "'Tak Ada'"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "source", "line", "says"), SLIPS)
def test_a_slip_is_told_with_its_line_and_the_right_name(judged, code, source, line, says):
    (problem,) = judged(source)

    assert problem.code == code
    assert problem.severity is Severity.ERROR
    assert problem.span[:2] == ("templates/satu/satu.md.jinja", line)
    assert says in f"{problem.message} {problem.hint}"


RIGHT = [
    "{{ kota }} {{ jumlah | number }} {{ utama.ringkas }} {{ pilihan.nomor }}{{ pilihan.nama }}",
    "{{ apa_saja.apa.saja }}{% for x in apa_saja %}{{ x.y }}{% endfor %}",
    "{% for r in isi %}{% for sel in r %}{{ sel.judul }}{% endfor %}{% endfor %}",
    "{% for b in bagian %}{{ loop.index }}{{ loop.cycle('a', 'b') }}{{ b.nama }}{% endfor %}",
    "{% for a, b in utama.pasangan %}{{ a }}{{ b }}{% endfor %}",
    "{% macro m(p, q=1) %}{{ p.nama }}{{ q }}{{ caller() }}{% endmacro %}{{ m(utama) }}",
    "{% macro a(n) %}{{ a(n) }}{% endmacro %}{{ a(1) }}",
    "{% include 'satu/nanti.jinja' ignore missing %}",
    "{% if kota %}{% set t = kota %}{% else %}{% set t = '' %}{% endif %}{{ t }}",
    "{% block b %}{{ kota }}{% endblock %}{{ self.b() }}",
    "{% set k = [col('A')] %}{{ table(isi, columns=k, caption=kota, name='a-' ~ jumlah) }}",
    "{{ table(utama.pasangan, [col('A'), col('B')]) }}{{ sheet(utama.pasangan) }}",
    "{{ table(utama.baris, [col('A', field='nomor')], total=True) }}",
    "{{ styled('Catatan', kota, utama.nama) }}{{ marked('Belum Ada', kota) }}",
    "{% call landscape() %}{{ kota }}{% endcall %}{{ contents('tables') }}{{ main_matter() }}",
    "{{ bagian | map(attribute='nama') | join(', ') }}{{ bagian | length }}",
]


@pytest.mark.parametrize("source", RIGHT)
def test_what_is_right_is_left_alone(judged, source):
    assert judged(source) == []


@pytest.mark.parametrize(
    ("source", "column", "width"),
    [
        ("a {{ kota ~ kotta }}", 13, 5),
        ("{{ col('left', 1, 'kanan') }}", 20, 5),
        ("{{ table(isi, colums=[]) }}", 15, 6),
        ("{{ table(isi) }}", 4, 5),
        ("{{ styled('Catattan', kota) }}", 12, 8),
        ("{{ kota", 1, 1),
    ],
)
def test_the_word_that_is_wrong_is_pointed_at(judged, source, column, width):
    (problem,) = judged(source)

    assert (problem.span.column, problem.span.width) == (column, width)


def test_a_slip_in_what_is_taken_in_is_told_where_it_stands(judged):
    files = {
        "satu/bagian.jinja": "{% macro m(p) %}\na\n{{ p.namma }}\n{% endmacro %}",
        "_shared/kepala.jinja": "\n{{ kotta }}",
    }
    source = "{% from 'satu/bagian.jinja' import m %}{% include '_shared/kepala.jinja' %}"
    found = judged(source + "\n{{ m(utama) }}", **files)

    assert [(d.code, str(d.span)) for d in found] == [
        ("SCM601", "templates/_shared/kepala.jinja:2:4"),
        ("SCM601", "templates/satu/bagian.jinja:3:6"),
    ]


def test_an_imported_macro_does_not_see_the_document(judged):
    """As jinja has it: it would stop when it runs."""
    files = {"satu/bagian.jinja": "{% macro m() %}\n{{ kota }}\n{% endmacro %}"}
    (problem,) = judged("{% import 'satu/bagian.jinja' as b %}{{ b.m() }}", **files)
    assert str(problem.span) == "templates/satu/bagian.jinja:2:4"

    (problem,) = judged("{% import 'satu/bagian.jinja' as b with context %}{{ b.n() }}", **files)
    assert ("'n' tidak dikenal" in problem.message, problem.span.line) == (True, 1)


def test_several_slips_are_told_at_once_each_once(judged):
    found = judged("{{ a1 }}\n{% for b in bagian %}{{ b.x }}{{ b.x }}{% endfor %}\n{{ col() }}")

    assert [(d.code, d.span.line) for d in found] == [("SCM601", 1), ("SCM601", 2), ("SCM611", 3)]


@pytest.mark.parametrize(
    "source", ["{% for x in [1] %}" * 30 + "{% endfor %}" * 30, "{{ " + "(" * 3000]
)
def test_what_is_nested_too_deep_is_told_not_raised(judged, source):
    assert {d.code for d in judged(source)} <= {"SCM602", "SCM612", "SCM621"}
    assert judged(source)


BRANCHING = [
    "{% macro m(n) %}" + "{{ m(n) }}" * 5 + "{% endmacro %}{{ m(1) }}",
    "{% macro m(n) %}" + "{{ m([n]) }}" * 5 + "{% endmacro %}{{ m(1) }}",
    "{% include 'satu/satu.md.jinja' %}" * 5,
    "{% import 'satu/satu.md.jinja' as a %}" * 5,
]


@pytest.mark.parametrize("source", BRANCHING)
def test_what_branches_without_end_is_read_to_an_end(judged, source):
    began = time.process_time()
    judged(source)

    assert time.process_time() - began < 20


# -- what is shipped --------------------------------------------------------------------------

SLUGS = [slug for slug in documents.slugs() if not documents.is_deck(slug)]


def lines(slug):
    return (SHIPPED / slug / f"{slug}.md.jinja").read_text("utf-8").split("\n")


def checked(slug, folder):
    folders = resources.folders("templates", folder)
    return inspection.template(slug, documents.kind(slug), documents.reference(slug), folders)


def override(folder, slug, text):
    path = folder / "templates" / slug / f"{slug}.md.jinja"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_shipped_is_clean(slug, tmp_path):
    assert checked(slug, tmp_path) == []


NAME = re.compile(r"\{\{ (\w+(?:\.\w+)*) \}\}|(?:table|sheet|chart|styled)\((\w+(?:\.\w+)*),")
ARGUMENT = re.compile(r"(?<=[(, ])([a-z]{3,})=(?=[\w\"\[])")


def misspelt(slug):
    """Yield a line on which each name of the data can be misspelt, its text, and the name."""
    seen = set()
    for number, line in enumerate(lines(slug), 1):
        for match in NAME.finditer(line):
            whole = match[1] or match[2]
            start = match.start(1 if match[1] else 2)
            last = whole.rpartition(".")[2]
            at = start + len(whole) - len(last)
            if len(last) > 3 and last not in seen:
                seen.add(last)
                wrong = last[:2] + last[3:]
                yield number, line[:at] + wrong + line[at + len(last) :], last, wrong


@pytest.mark.parametrize("slug", SLUGS)
def test_every_misspelt_name_in_what_is_shipped_is_found_on_its_line(slug, tmp_path):
    tried = 0
    for number, line, right, wrong in misspelt(slug):
        text = lines(slug)
        text[number - 1] = line
        override(tmp_path, slug, "\n".join(text))
        found = checked(slug, tmp_path)
        tried += 1

        (problem,) = found
        assert problem.code == "SCM601", line
        assert problem.span[:2] == (f"templates/{slug}/{slug}.md.jinja", number), line
        assert line[problem.span.column - 1 :].startswith(wrong)
        assert f"'{wrong}'" in problem.message
        assert get_close_matches(right, re.findall(r"'(\w+)'", problem.hint), 1), problem.hint

    assert tried


@pytest.mark.parametrize("slug", SLUGS)
def test_every_misspelt_argument_in_what_is_shipped_is_found_on_its_line(slug, tmp_path):
    tried = set()
    for number, line in enumerate(lines(slug)):
        for match in ARGUMENT.finditer(line):
            right, wrong = match[1], match[1][:-1]
            if right in tried:
                continue
            tried.add(right)
            text = lines(slug)
            text[number] = line[: match.start(1)] + wrong + line[match.end(1) :]
            override(tmp_path, slug, "\n".join(text))

            (problem,) = checked(slug, tmp_path)
            assert (problem.code, problem.span.line) == ("SCM611", number + 1)
            assert text[number][problem.span.column - 1 :].startswith(wrong)
            assert f"isian '{wrong}' tidak dikenal; mungkin maksudnya '{right}'" in problem.hint

    assert tried


@pytest.mark.parametrize("slug", SLUGS)
def test_a_line_that_does_not_end_in_what_is_shipped_is_found(slug, tmp_path):
    whole = lines(slug)
    override(tmp_path, slug, "\n".join([*whole, "{{ cover.title"]))

    (problem,) = checked(slug, tmp_path)
    assert (problem.code, problem.span.line) == ("SCM602", len(whole) + 1)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_document_is_set_in_what_it_says(slug):
    """Where the check looks for styles is where the document itself takes them from."""
    source = Path(documents.module(slug).__file__).read_text("utf-8")

    assert (documents.reference(slug) == documents.LETTER) == ("cover=letterhead(" in source)


# -- acuan.docx -------------------------------------------------------------------------------


def reference(folder, content):
    path = folder / "templates" / "_shared" / "acuan.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return inspection.reference("acuan", resources.folders("templates", folder))


@pytest.mark.parametrize("name", ["acuan", "surat"])
def test_the_shipped_references_are_clean(name):
    assert inspection.reference(name, [SHIPPED]) == []


REFERENCES = [
    ("SCM622", packed({"word/document.xml": swap("[[JUDUL]]", "[[JUDDUL]]")}), "[[JUDUL]]"),
    ("SCM622", packed({"word/document.xml": swap("[[JUDUL]]", "[[ judul ]]")}), "[[JUDUL]]"),
    (
        "SCM622",
        packed({"word/document.xml": swap("[[JUDUL]]", "[[JU</w:t></w:r><w:r><w:t>DDUL]]")}),
        "[[JUDUL]]",
    ),
    ("SCM622", packed({"word/document.xml": swap("[[JUDUL]]", "[[XYZ]]")}), "JUDUL"),
    ("SCM605", packed({"word/document.xml": swap("[[ISI]]", "isi")}), "[[ISI]] tidak ada"),
    (
        "SCM605",
        packed({"word/styles.xml": swap('w:val="Tabel Data"', 'w:val="Tabel"')}),
        "'Tabel Data'",
    ),
    ("SCM605", packed({"word/styles.xml": swap('w:val="toc 2"', 'w:val="daftar"')}), "'toc 2'"),
    ("SCM604", b"PK nothing", "acuan.docx"),
]


@pytest.mark.parametrize(("code", "content", "says"), REFERENCES)
def test_what_is_wrong_with_acuan_is_told(tmp_path, code, content, says):
    (problem,) = reference(tmp_path, content)

    assert problem.code == code
    assert str(problem.span) == "templates/_shared/acuan.docx:1:1"
    assert says in f"{problem.message} {problem.hint}"


def test_the_writers_own_styles_are_all_judged():
    """Whatever writers and data name that is a style of ours is in STYLES, and nothing else."""
    ours = {}
    for name in ("acuan", "surat"):
        for kind, style in Reference.found(name, [SHIPPED]).styles:
            ours.setdefault(style, kind)
    writers = [Path(module.__file__) for module in (footnotes, claims, cells)]
    writers += Path(render.__file__).parent.glob("docx_*.py")
    constants = {
        node.value
        for path in writers
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    named = {(ours[name.lower()], name.lower()) for name in constants if name.lower() in ours}
    numbered = {
        ("paragraph", f"{style} {level}")
        for style, deepest in (("heading", 4), ("toc", 3))
        for level in range(1, deepest + 1)
    }

    assert ("paragraph", "judul depan") in named
    assert named | numbered == {(kind, name.lower()) for kind, name in inspection.STYLES}


# -- what nobody takes ------------------------------------------------------------------------


def test_a_folder_or_a_reference_that_nothing_takes_is_told(tmp_path):
    folder = tmp_path / "templates"
    for name in ("laporan_evaluasi", "matriks-eviden", "_bersama", "formulir", ".git"):
        (folder / name).mkdir(parents=True)
    (folder / "formulir" / "form.yaml").touch()
    (folder / "_shared").mkdir()
    (folder / "_shared" / "acuwan.docx").touch()
    (folder / "_shared" / "~$acuan.docx").touch()
    found = inspection.unused(folder, SLUGS, ["acuan", "surat"])

    assert [(d.code, d.severity, d.span.file) for d in found] == [
        ("SCM623", Severity.WARNING, "templates/laporan_evaluasi"),
        ("SCM623", Severity.WARNING, "templates/_shared/acuwan.docx"),
    ]
    assert "laporan-evaluasi" in found[0].hint
    assert "acuan" in found[1].hint
