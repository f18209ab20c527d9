"""A template is not trusted: it touches nothing, and ends soon."""

import os
import time
from pathlib import Path

import pytest

from scmaster.render import limits

MANY = "{% set b = [" + "1," * 2000 + "] %}"
DOUBLING = "{% set s = 'aaaaaaaaaa' %}" + "{% set s = s ~ s %}" * 40
TOWER = "{% set b = [1, 1] %}" + "{% set b = [b, b, b, b, b, b, b, b, b, b] %}" * 7

ENDLESS = {
    "loops in loops": MANY + "{% for x in b %}{% for y in b %}{% endfor %}{% endfor %}",
    "and what they print": MANY + "{% for x in b %}{% for y in b %}{{ x }}{% endfor %}{% endfor %}",
    "a long text again and again": MANY
    + "{% for x in b %}{% for y in b %}"
    + "kata " * 2000
    + "{% endfor %}{% endfor %}",
    "the same in a macro": MANY
    + "{% macro m() %}{% for x in b %}{% for y in b %}"
    + "kata " * 2000
    + "{% endfor %}{% endfor %}{% endmacro %}{{ m() }}",
    "the same in a set block": MANY
    + "{% set t %}{% for x in b %}{% for y in b %}"
    + "kata " * 2000
    + "{% endfor %}{% endfor %}{% endset %}",
    "text twice as long each time": DOUBLING,
    "printed values twice as many each time": "{% set s %}{{ 'a' }}{% endset %}"
    + "{% set s %}{{ s }}{{ s }}{% endset %}" * 40,
    "links twice as many each time": "{% set s %}{{ ref('a') }}{% endset %}"
    + "{% set s %}{{ s }}{{ s }}{% endset %}" * 40,
    "lists twice as long each time": "{% set s = [1] %}" + "{% set s = s + s %}" * 40,
    "lists in lists": TOWER,
    "comparing": MANY + "{% for x in b %}{% if x in b %}{% endif %}{% endfor %}",
    "a filter in a loop": MANY + "{% for x in b %}{% set t = b | sort %}{% endfor %}",
    "a test in a loop": MANY
    + "{% for x in b %}{% set t = b | select('in', b) | list %}{% endfor %}",
    "joining": MANY + "{% set t = b | join('" + "a" * 20000 + "') %}",
    "tables": MANY
    + "{% for x in b %}{% for y in b %}{{ table([['a'], ['b']], [col('A')]) }}"
    + "{% endfor %}{% endfor %}",
    "macros that call each other": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}"
    "{% endif %}{% endmacro %}{{ m(60) }}",
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_what_would_not_end_ends(rendered, kind):
    began = time.process_time()
    made, (problem,) = rendered(ENDLESS[kind])

    assert made is None
    assert (problem.code, problem.span.file) == ("SCM621", "templates/satu/satu.md.jinja")
    assert time.process_time() - began < 20  # of a slow machine; here each takes a second or two


def test_a_loop_that_calls_itself_ends(rendered):
    source = "{% for x in [1] recursive %}{{ loop([x]) }}{{ loop([x]) }}{% endfor %}"
    _, (problem,) = rendered(source)

    assert problem.code in {"SCM612", "SCM621"}


def test_an_include_that_branches_ends(rendered):
    files = {
        "satu/cabang.jinja": "{% set n = n - 1 %}{% if n %}{% include 'satu/cabang.jinja' %}"
        "{% include 'satu/cabang.jinja' %}{% endif %}"
    }
    _, (problem,) = rendered("{% set n = 30 %}{% include 'satu/cabang.jinja' %}", **files)

    assert problem.code in {"SCM612", "SCM621"}


DEEP = {
    "for": "{% for x in [1] %}" * 30 + "{% endfor %}" * 30,
    "if": "{% if 1 %}" * 200 + "{% endif %}" * 200,
    "brackets": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "plus": "{{ 1" + " + 1" * 5000 + " }}",
    "attributes": "{{ cover" + ".a" * 5000 + " }}",
    "elif": "{% if 0 %}" + "{% elif 0 %}" * 20000 + "{% endif %}",
    "digits": "{{ " + "9" * 9000 + " }}",
}


@pytest.mark.parametrize("kind", DEEP)
def test_what_is_nested_too_deep_is_told(rendered, kind):
    made, problems = rendered(DEEP[kind])

    assert (made is None) == bool(problems)
    assert {problem.code for problem in problems} <= {"SCM612", "SCM621"}
    assert problems or kind == "elif"


FORBIDDEN = [
    "{{ 'a' * 1000000000 }}",
    "{{ [1] * 1000000000 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 1000000000 * 10000000000 * 10000000000 }}",
    "{{ 'a'.ljust(1000000000) }}",
    "{{ '{:1000000000}'.format(1) }}",
    "{{ 'a'.join(['b']) }}",
    "{{ cover.__init__() }}",
    "{{ cover.title.upper() }}",
    "{{ loop.__class__ }}{{ ''.__class__ }}",
    "{{ self.__class__ }}",
]


@pytest.mark.parametrize("source", FORBIDDEN)
def test_what_a_template_has_no_business_with_is_refused(rendered, source):
    began = time.process_time()
    made, (problem,) = rendered(source)

    assert (made, problem.code) in {(None, "SCM603"), (None, "SCM601")}
    assert problem.span.line == 1
    assert time.process_time() - began < 5


MISSING = [
    "{{ 'a' | center(1000000000) }}",
    "{{ 'a' | indent(1000000000) }}",
    "{{ 'a' | replace('a', 'b') }}",
    "{{ 1 | round(1000000000) }}",
    "{{ [1] | random }}",
    "{{ [1] | batch(1000000000) | list }}",
    "{{ kecamatan | default('x') }}",
    "{{ '%1000000000d' | format(1) }}",
]


@pytest.mark.parametrize("source", MISSING)
def test_a_filter_that_is_not_for_templates_is_unknown(rendered, source):
    _, (problem,) = rendered(source)

    assert problem.code == "SCM602"
    assert "saringan" in problem.hint


@pytest.mark.parametrize("name", ["range", "lipsum", "cycler", "dict", "namespace", "joiner"])
def test_jinjas_own_functions_are_unknown(rendered, name):
    _, (problem,) = rendered("{{ " + name + "(1000000000) }}")

    assert problem.code == "SCM601"


def test_what_is_modest_goes_through(rendered):
    source = (
        "{% set b = [3, 1, 2] + [4] %}{% for x in b | sort %}{{ loop.index + 1 }}"
        "{{ loop.cycle('a', 'b') }}{% if not loop.last %}, {% endif %}{% endfor %}"
        " {{ b | join('; ') }} {{ 'a' ~ 1 }} {{ 7 // 2 }} {{ (2, 3) | max }}"
        "{% for k, v in {'x': 'y'} | items %} {{ k }}{{ v }}{% endfor %}"
    )
    made, problems = rendered(source)

    assert problems == []
    import io

    import docx

    body = docx.Document(io.BytesIO(made.content))
    assert "2a, 3b, 4a, 5b 3; 1; 2; 4 a1 3 3 xy" in [p.text for p in body.paragraphs]


def test_markers_in_a_template_mean_nothing(rendered):
    made, problems = rendered("a \ue0009\ue001 b \ue0029\ue003 {{ '\ue0007\ue001' }}{{ 'c' }}")

    assert (made is not None, problems) == (True, [])


# -- files ------------------------------------------------------------------------------------


INCLUDING = "a\n{% include 'satu/lain.jinja' %}"


def linked(tmp_path, target, name="satu/lain.jinja"):
    path = tmp_path / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def test_a_link_that_leads_out_is_not_followed(rendered, tmp_path):
    (tmp_path / "rahasia.txt").write_text("rahasia")
    linked(tmp_path, tmp_path / "rahasia.txt")
    made, (problem,) = rendered(INCLUDING)

    assert (made, problem.code) == (None, "SCM608")
    assert str(problem.span) == "templates/satu/lain.jinja:1:1"
    assert "luar folder" in problem.message


def test_a_link_that_stays_inside_is_followed(rendered, tmp_path):
    linked(tmp_path, "bagian.jinja")
    made, problems = rendered(INCLUDING, **{"satu/bagian.jinja": "isi"})

    assert (made is not None, problems) == (True, [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_or_a_device_is_not_read(rendered, tmp_path):
    pipe = tmp_path / "templates" / "satu" / "lain.jinja"
    pipe.parent.mkdir(parents=True)
    os.mkfifo(pipe)
    _, (problem,) = rendered(INCLUDING)
    assert (problem.code, "bukan berkas biasa" in problem.message) == ("SCM608", True)

    pipe.unlink()
    linked(tmp_path, "/dev/zero")
    _, (problem,) = rendered(INCLUDING)
    assert problem.code == "SCM608"


def test_a_link_to_nothing_a_folder_and_a_huge_file_are_told(rendered, tmp_path):
    linked(tmp_path, "tidak-ada.jinja")
    assert rendered(INCLUDING)[1][0].code == "SCM608"

    (tmp_path / "templates/satu/lain.jinja").unlink()
    (tmp_path / "templates/satu/lain.jinja").mkdir()
    assert rendered(INCLUDING)[1][0].code == "SCM608"

    (tmp_path / "templates/satu/lain.jinja").rmdir()
    _, (problem,) = rendered(INCLUDING, **{"satu/lain.jinja": "a" * 1_000_001})
    assert (problem.code, "1 MB" in problem.message) == ("SCM608", True)


def test_a_folder_of_templates_that_is_a_link_is_not_read(tmp_path):
    import sample

    from scmaster import render

    (tmp_path / "lain" / "satu").mkdir(parents=True)
    (tmp_path / "lain" / "satu" / "satu.md.jinja").write_text("isi")
    (tmp_path / "kota").mkdir()
    (tmp_path / "kota" / "templates").symlink_to(tmp_path / "lain")
    _, (problem,) = render.render("satu", sample.DOCUMENT, None, city=tmp_path / "kota")

    assert problem.code == "SCM608"


@pytest.mark.parametrize("name", ["../rahasia.txt", "/etc/passwd", "satu//x", "C:x", "satu\\x"])
def test_a_name_that_leads_out_is_no_template(rendered, tmp_path, name):
    (tmp_path / "rahasia.txt").write_text("rahasia")
    _, (problem,) = rendered("{% include " + repr(name) + " %}")

    assert problem.code == "SCM608"
    assert str(problem.span) == "templates/satu/satu.md.jinja:1:1"


def test_an_honest_document_is_far_from_the_limits(monkeypatch):
    """The sample of this folder spends little, and ten of it would not come near."""
    import sample

    from scmaster import render

    spent = []
    begun = limits.Meter.__init__

    def begin(self):
        begun(self)
        spent.append(self)

    monkeypatch.setattr(limits.Meter, "__init__", begin)
    workspace = Path(__file__).parent / "workspace"
    made, _ = render.render("contoh", sample.DOCUMENT, workspace)

    assert made is not None
    (meter,) = spent
    assert 0 < limits.TURNS - meter.turns < limits.TURNS / 100
    assert 0 < limits.LETTERS - meter.letters < limits.LETTERS / 100
