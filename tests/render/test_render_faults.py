"""Every slip of a template's author has its code, its file and its line."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from scmaster.diagnostics import Severity
from scmaster.render import CODES

SLIPS = [
    ("SCM601", "satu\n\n{{ kecamatan }}\n", 3, "'kecamatan'"),
    ("SCM601", "a\n{{ cover.judul }}\n", 2, "'judul'"),
    ("SCM601", "{% if cover.titl == 'x' %}x{% endif %}", 1, "mungkin maksudnya 'title'"),
    ("SCM601", "\n\n{{ tabel([]) }}", 3, "mungkin maksudnya 'table'"),
    ("SCM601", "a\n{{ table([cover], [col('A', 1, 'left', 'isi')]) }}", 2, "'isi'"),
    ("SCM602", "a\nb\n{{ cover.title \n", 3, ""),
    ("SCM602", "a\n{% for x in nilai %}\n{{ x }}\n", 3, "belum ditutup"),
    ("SCM602", "{{ nilai | safe }}", 1, "saringan 'safe' tidak dikenal"),
    ("SCM602", "a\n{% if nilai is ada %}{% endif %}", 2, "uji 'ada' tidak dikenal"),
    ("SCM603", "a\n{{ ''.__class__.__mro__ }}\n", 2, ""),
    ("SCM603", "{{ table([cover], [col('A', 1, 'left', '__class__')]) }}\n", 1, ""),
    ("SCM606", "a\n\nLihat {{ ref('rekap') }}\n", 3, "'rekap'"),
    ("SCM607", "# A {{ bookmark('x') }}\n\n# B {{ bookmark('x') }}\n", 3, "2 kali"),
    ("SCM608", "\n{% include 'satu/dua.jinja' %}", 2, "satu/dua.jinja"),
    ("SCM609", "a\n{{ none }}", 2, "None"),
    ("SCM609", "a\n{{ 0.5 }}", 2, "float"),
    ("SCM609", "a\n\n{{ table([[nilai]], [col('A')]) }}", 3, "Decimal"),
    ("SCM609", "{{ 'x' | number }}", 1, "bukan angka"),
    ("SCM609", "{{ '31-12-2024' | date }}", 1, "bukan tanggal"),
    ("SCM610", "Kata {{ page_break() }} kata", 1, "baris"),
    ("SCM610", "# Judul {{ page_break() }}", 1, "baris"),
    ("SCM610", "##### lima", 1, "tingkat 4"),
    ("SCM610", "- a\n  - b\n", 1, "satu tingkat"),
    ("SCM610", "| a | b |\n|---|---|\n", 1, "table(...)"),
    ("SCM610", "kata {{ bookmark('x') }}", 1, "judul"),
    ("SCM611", "a\n{{ table([['a', 'b', 'c']], [col('A'), col('B')]) }}", 2, "3 sel"),
    ("SCM611", "{{ table([]) }}", 1, "isian yang kurang: 'columns'"),
    ("SCM611", "{{ col('A', 1, 'kanan') }}", 1, "'kanan'"),
    ("SCM611", "{{ col('A', 0) }}", 1, "lebar"),
    ("SCM611", "{{ table([cover], [col('A')]) }}", 1, "Cover"),
    ("SCM611", "{{ col('A', lebar=2) }}", 1, "isian 'lebar' tidak dikenal"),
    ("SCM611", "{{ col(1, 2, 'left', 'a', 5) }}", 1, "terlalu banyak"),
    ("SCM611", "{{ contents('headings', 9) }}", 1, "kedalaman"),
    ("SCM612", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 1, "tanpa henti"),
    ("SCM611", "{{ contents('gambar') }}", 1, "'gambar'"),
    ("SCM612", "a\n{{ 1 // 0 }}", 2, "pembagian dengan nol"),
    ("SCM612", "{% for x in 5 %}{{ x }}{% endfor %}", 1, "bukan daftar"),
    ("SCM603", "{{ 10.0 ** 1000 }}", 1, "'**' tidak boleh dipakai"),
    ("SCM621", "{% set b = [[[[[[[[[[1]]]]]]]]]] %}", 1, "terlalu dalam"),
    ("SCM605", "a\n\n{{ styled('Tidak Ada', 'x') }}", 3, "'Tidak Ada'"),
    ("SCM605", "a\n{{ marked('Tak Ada', 'x') }}", 2, "'Tak Ada'"),
]


@pytest.mark.parametrize(("code", "source", "line", "says"), SLIPS)
def test_a_slip_is_told_with_its_line(rendered, code, source, line, says):
    made, problems = rendered(source, Decimal(1))
    assert made is None
    assert [problem.code for problem in problems] == [code]
    (problem,) = problems
    assert problem.severity is Severity.ERROR
    assert str(problem.span) == f"templates/satu/satu.md.jinja:{line}:1"
    assert says in f"{problem.message} {problem.hint}"


def test_a_slip_in_a_macro_is_told_where_the_macro_is(rendered):
    source = "{% from 'satu/bagian.jinja' import m %}\n\n{{ m() }}"
    files = {"satu/bagian.jinja": "{% macro m() %}\na\n{{ salah }}\n{% endmacro %}"}
    _, (problem,) = rendered(source, **files)
    assert str(problem.span) == "templates/satu/bagian.jinja:3:1"


def test_all_faulty_references_are_told_at_once(rendered):
    source = "{{ ref('a') }}\n{{ ref('b') }}\n\n# A {{ bookmark('x') }}\n# B {{ bookmark('x') }}"
    _, problems = rendered(source)
    assert sorted(problem.code for problem in problems) == ["SCM606", "SCM606", "SCM607"]


def test_a_missing_template_is_told(tmp_path):
    import sample

    from scmaster import render

    made, (problem,) = render.render("tidak-ada", sample.DOCUMENT, tmp_path)
    assert made is None
    assert (problem.code, problem.span.file) == (
        "SCM608",
        "templates/tidak-ada/tidak-ada.md.jinja",
    )


def test_a_template_that_is_not_utf8_is_told(rendered):
    _, (problem,) = rendered("", **{"satu/satu.md.jinja": b"\xff\xfe a"})
    assert problem.code == "SCM602"


def test_every_code_has_a_page_in_indonesian():
    for code, page in CODES.items():
        title, empty, *rest = page.splitlines()
        assert code.startswith("SCM6"), code
        assert title.endswith("."), code
        assert (empty, bool(rest)) == ("", True), code


def test_every_code_is_tried():
    """Here, or where what it is about is tested."""
    tests = [path.read_text("utf-8") for path in Path(__file__).parents[1].rglob("test_*.py")]
    tried = {code for text in tests for code in re.findall(r"SCM6\d\d", text)}

    assert set(CODES) - tried == set()
