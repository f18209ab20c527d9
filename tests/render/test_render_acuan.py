"""acuan.docx is edited by people and may come from anywhere."""

import io
import re
import shutil
import zipfile
from pathlib import Path

import docx
import pytest

from scmaster.source import package

ACUAN = Path(__file__).parents[2] / "templates" / "_shared" / "acuan.docx"
TEMPLATE = (
    "# Satu\n\n{{ main_matter() }}\n\n## Dua\n\n- {{ nilai }}\n\n{{ table([['a']], [col('A')]) }}"
)


def packed(changes, *, more=()):
    """Return acuan.docx with parts replaced (name -> a function of its text)."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(ACUAN) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            change = changes.get(name)
            new.writestr(name, change(content.decode()) if change else content)
        for name, content in more:
            new.writestr(name, content)
    return made.getvalue()


def swap(old, new):
    def change(text):
        assert old in text
        return text.replace(old, new)

    return change


RELATIONS = "word/_rels/document.xml.rels"
FETCHED = (
    '<Relationship Id="rId99" TargetMode="External" Target="https://contoh.go.id/x.dotm" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
    "</Relationships>"
)
BOMB = ("word/media/x.bin", b"\0" * 21_000_000)
DOCTYPE = swap("<w:styles", '<!DOCTYPE x [<!ENTITY a "b">]><w:styles')

HOSTILE = {
    "no zip": b"PK nothing",
    "empty": b"",
    "cut": ACUAN.read_bytes()[:4000],
    "one part too big": packed({}, more=[BOMB]),
    "all too big": packed({}, more=[(f"word/{n}.bin", b"\0" * 19_000_000) for n in range(4)]),
    "too many parts": packed({}, more=[(f"word/{n}.bin", b"") for n in range(600)]),
    "up the tree": packed({}, more=[("word/../../x.xml", b"<x/>")]),
    "absolute": packed({}, more=[("/etc/x.xml", b"<x/>")]),
    "backslash": packed({}, more=[("word\\..\\x.xml", b"<x/>")]),
    "doctype": packed({"word/styles.xml": DOCTYPE}),
    "doctype in UTF-16": packed({}, more=[("word/x.xml", "<!DOCTYPE x>".encode("utf-16"))]),
    "a template from elsewhere": packed({RELATIONS: swap("</Relationships>", FETCHED)}),
    "not XML": packed({"word/styles.xml": lambda _: "<w:styles"}),
    "no document": packed({"_rels/.rels": swap("word/document.xml", "word/none.xml")}),
    "not a document": packed({"word/document.xml": lambda _: "<x/>"}),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_or_broken_acuan_is_told(rendered, kind):
    made, (problem,) = rendered(TEMPLATE, **{"_shared/acuan.docx": HOSTILE[kind]})
    assert made is None
    assert problem.code == "SCM604"
    assert problem.span.file == "templates/_shared/acuan.docx"


def test_a_link_in_acuan_that_waits_to_be_clicked_is_no_harm(rendered):
    link = FETCHED.replace("attachedTemplate", "hyperlink")
    changed = packed({RELATIONS: swap("</Relationships>", link)})
    _, problems = rendered(TEMPLATE, **{"_shared/acuan.docx": changed})

    assert problems == []


def test_a_good_acuan_passes_the_same_way(rendered):
    made, problems = rendered(TEMPLATE, **{"_shared/acuan.docx": packed({})})
    assert (made is not None, problems) == (True, [])


def test_a_name_twice_is_refused():
    with pytest.warns(UserWarning, match="Duplicate"):
        content = packed({}, more=[("word/styles.xml", b"<x/>")])
    with pytest.raises(package.HostileError, match="ada dua"):
        package.read(content)


LACKING = [
    ("word/document.xml", swap("[[ISI]]", "isi"), "[[ISI]]"),
    ("word/styles.xml", swap('w:val="Judul Depan"', 'w:val="Depan"'), "Judul Depan"),
    ("word/styles.xml", swap('w:val="heading 2"', 'w:val="judul 2"'), "heading 2"),
    ("word/styles.xml", swap('w:val="Tabel Data"', 'w:val="Tabel"'), "Tabel Data"),
]


@pytest.mark.parametrize(("part", "change", "says"), LACKING)
def test_what_acuan_lacks_is_told(rendered, part, change, says):
    made, (problem,) = rendered(TEMPLATE, **{"_shared/acuan.docx": packed({part: change})})
    assert (made, problem.code) == (None, "SCM605")
    assert says in problem.message


def test_two_places_for_the_body_are_told(rendered):
    twice = swap(
        "</w:t></w:r></w:p><w:sectPr",
        "</w:t></w:r></w:p><w:p><w:r><w:t>[[ISI]]</w:t></w:r></w:p><w:sectPr",
    )
    _, (problem,) = rendered(
        TEMPLATE, **{"_shared/acuan.docx": packed({"word/document.xml": twice})}
    )
    assert problem.code == "SCM605"
    assert "ada 2" in problem.message


def test_style_ids_in_words_language_do_not_matter(rendered):
    def localize(text):
        return re.sub(r'"(Heading1|ListBullet|TabelData)"', r'"Gaya\1"', text)

    changed = packed({"word/styles.xml": localize, "word/numbering.xml": localize})
    made, problems = rendered(TEMPLATE, "x", **{"_shared/acuan.docx": changed})
    assert problems == []
    body = docx.Document(io.BytesIO(made.content))
    assert "GayaListBullet" in body.element.xml
    assert [p.text for p in body.paragraphs if p.style.name == "List Bullet"] == ["x"]


def test_placeholders_that_word_has_split_are_found(rendered):
    def split(text):
        next_run = "</w:t></w:r><w:r><w:t>"
        text = text.replace("[[JUDUL]]", f"[[JU{next_run}DUL{next_run}]] ini")
        return text.replace("[[ISI]]", "[[</w:t></w:r><w:r><w:t>ISI]]")

    made, problems = rendered(
        TEMPLATE, "x", **{"_shared/acuan.docx": packed({"word/document.xml": split})}
    )
    assert problems == []
    cover = docx.Document(io.BytesIO(made.content)).tables[0]
    assert "Laporan Evaluasi Mandiri Kota Cerdas ini" in [
        p.text for row in cover.rows for p in row.cells[0].paragraphs
    ]


def test_numbers_follow_what_acuan_says(rendered):
    chapter = swap('w:lvlText w:val="BAB %1"', 'w:lvlText w:val="Bagian %1."')
    decimal = swap('w:val="upperRoman"', 'w:val="decimal"')
    changed = packed({"word/numbering.xml": lambda text: decimal(chapter(text))})
    source = "{{ contents() }}\n\n# Satu\n\n# Dua {{ bookmark('x') }}\n\nLihat {{ ref('x') }}."
    made, _ = rendered(source, **{"_shared/acuan.docx": changed})
    body = docx.Document(io.BytesIO(made.content)).element.xml
    assert body.count("Bagian 2.") == 2


LIBREOFFICES = swap(
    "package/2006/relationships/metadata/core-properties",
    "officedocument/2006/relationships/metadata/core-properties",
)
NONE = re.compile(r'<Relationship [^>]*core-properties"[^>]*/>')


@pytest.mark.parametrize("change", [LIBREOFFICES, lambda text: NONE.sub("", text)])
def test_an_acuan_without_words_own_properties_never_takes_the_clocks(tmp_path, change):
    from dataclasses import replace

    import sample

    from scmaster import render

    shared = tmp_path / "templates" / "_shared"
    shared.mkdir(parents=True)
    (shared / "acuan.docx").write_bytes(packed({"_rels/.rels": change}))
    contoh = Path(__file__).parent / "workspace" / "templates" / "contoh"
    shutil.copytree(contoh, tmp_path / "templates" / "contoh")
    document = replace(sample.DOCUMENT, cover=replace(sample.Cover(), date=""))
    made, problems = render.render("contoh", document, tmp_path)
    assert problems == []
    properties = docx.Document(io.BytesIO(made.content)).core_properties
    assert properties.title == sample.Cover.title
    assert properties.modified.year < 2025
