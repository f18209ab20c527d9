"""Letters: a kop instead of a cover, particulars without lines, places to sign."""

import io
from dataclasses import dataclass, replace
from pathlib import Path

import docx
import pytest
import sample

from scmaster import render
from scmaster.render.letters import particulars, signatures

SOURCE = """\
{{ styled("Judul Naskah", "Nota Dinas") }}

{{ particulars([["Nomor", nilai], ["Hal", "Data"]]) }}

# Hasil

{{ signatures([["Mengetahui,", nilai]]) }}
"""


@dataclass(frozen=True)
class Letter:
    cover: sample.Cover
    nilai: object


def letter(tmp_path, source, nilai="x", **cover):
    """Render one template in the reference document of letters."""
    path = tmp_path / "templates" / "satu" / "satu.md.jinja"
    path.parent.mkdir(parents=True)
    path.write_text(source, "utf-8")
    head = replace(sample.Cover(), reference="surat", **cover)
    return render.render("satu", Letter(head, nilai), tmp_path)


def opened(made):
    return docx.Document(io.BytesIO(made.content))


def test_it_begins_with_the_kop_and_has_no_cover(tmp_path):
    made, problems = letter(tmp_path, SOURCE)
    document = opened(made)

    assert problems == []
    words = [(p.style.name, p.text) for p in document.paragraphs if p.text]
    assert words[:3] == [
        ("Kop Pemerintah", "Pemerintah Kota Balikpapan"),
        ("Kop Instansi", "Dinas Komunikasi dan Informatika"),
        ("Judul Naskah", "Nota Dinas"),
    ]
    assert len(document.sections) == 1


def test_an_office_nobody_knows_is_left_out_of_the_kop(tmp_path):
    document = opened(letter(tmp_path, SOURCE, office="")[0])

    assert "Kop Instansi" not in [p.style.name for p in document.paragraphs]


@pytest.mark.parametrize(("draft", "stamped"), [("DRAF – 3 galat", True), ("", False)])
def test_a_draft_is_stamped_on_every_page_and_nothing_else_is(tmp_path, draft, stamped):
    header = opened(letter(tmp_path, SOURCE, draft=draft)[0]).sections[0].header

    assert [p.text for p in header.paragraphs if p.text] == [draft] * stamped
    assert [p.style.name for p in header.paragraphs if p.style.name == "Draf"] == ["Draf"] * stamped


def test_pages_are_counted_in_the_footer(tmp_path):
    footer = opened(letter(tmp_path, SOURCE)[0]).sections[0].footer

    assert footer.paragraphs[0].text == "Halaman 1 dari 1"
    assert "NUMPAGES" in footer._element.xml


def test_particulars_and_places_to_sign_have_no_lines(tmp_path):
    tables = opened(letter(tmp_path, SOURCE, "<w:p> & 'a'")[0]).tables

    assert [table.style.name for table in tables] == ["Tabel Polos", "Tabel Polos"]
    assert [cell.text for cell in tables[0].rows[0].cells] == ["Nomor", ":", "<w:p> & 'a'"]
    assert {p.style.name for p in tables[0].rows[0].cells[2].paragraphs} == {"Isi Polos"}


def test_a_heading_of_a_letter_is_numbered_i_and_starts_no_page(tmp_path):
    made, _ = letter(tmp_path, SOURCE + "\n{{ contents() }}\n")
    heading = opened(made).styles["Heading 1"]

    assert "I.\tHasil" in "\n".join(p.text for p in opened(made).paragraphs).replace("I. ", "I.\t")
    assert not heading.paragraph_format.page_break_before


def test_a_letter_has_every_style_a_report_has():
    """So that shared pieces of templates can be included in both."""
    shared = Path(__file__).parents[2] / "templates" / "_shared"
    report, letters = (
        {style.name for style in docx.Document(str(shared / f"{name}.docx")).styles}
        for name in ("acuan", "surat")
    )

    assert report - letters == set()
    assert "Kop Instansi" in letters - report


def test_small_type_is_smaller(tmp_path):
    source = "{{ table([['a']], [col('A')], small=%s) }}"
    styles = []
    for n, small in enumerate(("True", "False")):
        (tmp_path / str(n)).mkdir()
        cell = opened(letter(tmp_path / str(n), source % small)[0]).tables[0].rows[1].cells[0]
        styles.append(cell.paragraphs[0].style)

    assert [style.name for style in styles] == ["Isi Kecil", "Isi Tabel"]
    assert styles[0].font.size < styles[1].font.size


def signing(*places, across=2):
    table = signatures(list(places), across)
    return [[cell if isinstance(cell, str) else cell[0].text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("places", "across", "rows"),
    [
        (["a"], 2, [["", "a"]]),
        (["a", "b"], 2, [["a", "b"]]),
        (["a", "b", "c"], 2, [["a", "b"], ["", "c"]]),
        (["a", "b", "c"], 3, [["a", "b", "c"]]),
        ([], 2, []),
    ],
)
def test_the_last_to_sign_stands_at_the_right(places, across, rows):
    assert signing(*places, across=across) == rows


def test_pairs_may_come_as_a_mapping():
    assert particulars({"Hal": "Data"}).rows == (("Hal", ":", "Data"),)


@pytest.mark.parametrize(
    "call", ["particulars([['a']])", "particulars(['ab'])", "signatures([nilai], 9)"]
)
def test_a_wrong_call_is_told_with_its_line(rendered, call):
    made, (problem,) = rendered("Satu.\n\n{{ " + call + " }}\n", "x")

    assert made is None
    assert (problem.code, problem.span.line) == ("SCM611", 3)
