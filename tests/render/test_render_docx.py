"""The produced .docx: what Word trips over, what a reader looks for, the same bytes always."""

import hashlib
import io
import os
import re
import subprocess
import sys
import time
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from sound_docx import faults

from scmaster.render.addresses import address

HERE = Path(__file__).parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(artifact) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(artifact.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def document(artifact):
    return docx.Document(io.BytesIO(artifact.content))


@pytest.fixture(scope="module")
def body(artifact):
    return parts(artifact)["word/document.xml"].decode()


def test_word_trips_over_nothing(artifact, draft):
    assert faults(artifact.content) == faults(draft.content) == []


# -- what a reader looks for


def test_headings_and_tables_are_real(document):
    headings = [p for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert [p.text for p in headings if p.style.name == "Heading 1"] == [
        "Pendahuluan",
        "Capaian",
        "Penutup",
    ]
    fronts = [p.text for p in document.paragraphs if p.style.name == "Judul Depan"]
    assert fronts == ["Kata Pengantar", "Daftar Isi", "Daftar Tabel", "Lampiran"]
    assert len(headings) == 11
    assert len(document.tables) == 8  # the cover is one


def test_captions_carry_their_number_at_once(document):
    captions = [
        "".join(t.text for t in p._p.iter(qn("w:t")))
        for p in document.paragraphs
        if p.style.name == "Caption"
    ]
    assert captions == [
        "Tabel 2.1 Rekapitulasi nilai per dimensi",
        "Tabel 2.2 Daftar bukti dukung",
        "Tabel 3.1 Di bab lain",
        "Tabel 3.2 Masih di bab itu",
        "Tabel 1 Lampiran rekap",
    ]


def test_a_table_fits_repeats_its_head_and_says_what_it_shows(document):
    section = document.sections[-1]
    edge = section.page_width.twips - section.left_margin.twips - section.right_margin.twips
    table = document.tables[1]._tbl
    widths = [int(c.get(qn("w:w"))) for c in table.iter(qn("w:gridCol"))]
    assert sum(widths) == edge
    assert widths[0] == pytest.approx(3 * widths[1], abs=3)
    rows = table.findall(qn("w:tr"))
    assert rows[0].find(f".//{W}tblHeader") is not None
    assert all(row.find(f".//{W}cantSplit") is not None for row in rows)
    description = table.find(f".//{W}tblDescription")
    assert description.get(qn("w:val")) == "Nilai dan status tiap dimensi"


def test_sections_count_roman_then_arabic_and_turn_the_page(document):
    def look(section):
        kind = section._sectPr.find(qn("w:pgNumType"))
        if kind is None:
            return "cover"
        fmt, start = kind.get(qn("w:fmt")), kind.get(qn("w:start"))
        return fmt, start, section.page_width > section.page_height

    assert [look(s) for s in document.sections] == [
        "cover",
        ("lowerRoman", None, False),
        ("decimal", "1", False),
        ("decimal", None, True),
        ("decimal", None, False),
    ]


def test_links_are_links_and_print_their_address(document, artifact):
    targets = {r._target for r in document.part.rels.values() if r.is_external}
    assert "https://contoh.go.id/sk?a=1&b=2" in targets
    assert "mailto:a@contoh.go.id" in targets
    assert not any("javascript" in target for target in targets)
    words = parts(artifact)["word/document.xml"].decode()
    assert "https://contoh.go.id/sk?a=1&amp;b=2" in words
    assert "javascript:alert(1)" in words


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.go.id/b c", ""),
        ("https://a.go.id/kota%20é", "https://a.go.id/kota%20%C3%A9"),
        ('http://a.id/"<x>', "http://a.id/%22%3Cx%3E"),
        ("https://a.go.id/100%/[1]?q=5%25", "https://a.go.id/100%25/%5B1%5D?q=5%25"),
        ("http://[rusak", ""),
        ("https://", ""),
        ("file:///etc/passwd", ""),
        ("JAVASCRIPT:alert(1)", ""),
        ("//a.go.id", ""),
        ("mailto:x@y.id", "mailto:x@y.id"),
    ],
)
def test_only_honest_addresses_become_links(url, expected):
    assert address(url) == expected


def test_numbered_lists_begin_anew(document):
    lists = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"]
    assert lists == [lists[0]] * 2 + [lists[2]] * 2
    assert lists[0] != lists[2]


def test_cover_and_header_hold_the_words_of_the_cover(artifact, draft):
    files = parts(artifact)
    everything = b"".join(files.values()).decode("utf-8", "replace")
    assert "[[KOTA]]" not in everything
    assert "[[DRAF]]" not in everything
    assert "DRAF" not in everything
    assert "Laporan Evaluasi Mandiri Kota Cerdas" in files["word/header1.xml"].decode()
    assert "[[ISI]] [[JUDUL]]" in files["word/document.xml"].decode()  # data stays as it is
    stamped = parts(draft)
    for name in ("word/document.xml", "word/header1.xml"):
        assert "DRAF – 3 galat" in stamped[name].decode()


def test_properties_come_from_the_cover_and_never_from_the_clock(document, draft):
    properties = document.core_properties
    assert properties.title == "Laporan Evaluasi Mandiri Kota Cerdas"
    assert properties.subject == "Evaluasi kota cerdas"
    assert properties.author == "Dinas Komunikasi dan Informatika"
    assert properties.language == "id-ID"
    assert properties.created.replace(tzinfo=None) == datetime(2024, 11, 6)  # noqa: DTZ001  (a day)
    assert properties.modified == properties.created
    undated = docx.Document(io.BytesIO(draft.content)).core_properties
    acuan = docx.Document(HERE.parents[1] / "templates/_shared/acuan.docx").core_properties
    assert undated.modified == acuan.modified


def sections(made):
    return [
        (s._sectPr.find(qn("w:pgNumType")), s.page_width > s.page_height)
        for s in docx.Document(io.BytesIO(made.content)).sections
    ][1:]


def test_a_document_may_end_on_a_landscape_page(rendered):
    source = "# A\n\n{% call landscape() %}\nkata\n{% endcall %}\n\n{{ page_break() }}"
    made, _ = rendered(source)
    assert [landscape for _, landscape in sections(made)] == [False, True]


def test_neighbours_share_their_landscape_pages(rendered):
    source = "{{ landscape_begin() }}\na\n{{ landscape_end() }}\n" * 2
    made, _ = rendered(source)
    assert [landscape for _, landscape in sections(made)] == [True]


def test_without_front_matter_pages_go_on_from_the_cover(rendered):
    made, _ = rendered("# A\n\nkata")
    ((numbers, _),) = sections(made)
    assert numbers.get(qn("w:fmt")) == "decimal"
    assert numbers.get(qn("w:start")) is None
    (heading,) = [p for p in docx.Document(io.BytesIO(made.content)).paragraphs if p.text == "A"]
    assert heading.style.name == "Heading 1"


def test_a_page_break_makes_no_empty_page(rendered):
    source = "{{ page_break() }}\na\n\n{{ page_break() }}\n# B\n\n{{ page_break() }}"
    made, _ = rendered(source)
    body = parts(made)["word/document.xml"].decode()
    assert body.count("<w:pageBreakBefore/>") == 1


def test_an_empty_table_says_so_and_an_empty_sheet_is_left_out(rendered):
    made, _ = rendered("{{ table([], [col('A'), col('B')], 'Kosong') }}\n{{ sheet([]) }}")
    _, table = docx.Document(io.BytesIO(made.content)).tables
    assert [cell.text for cell in table.rows[1].cells] == ["Belum ada data."] * 2


def test_a_row_that_fills_a_page_may_be_split(rendered):
    made, _ = rendered("{{ table([['a'], [nilai]], [col('A')]) }}", "kata " * 2000)
    table = docx.Document(io.BytesIO(made.content)).tables[1]._tbl
    rows = table.findall(qn("w:tr"))
    assert [row.find(f".//{W}cantSplit") is not None for row in rows] == [True, True, False]


def test_a_narrow_column_gets_room_for_its_longest_word(rendered):
    source = f"""{{{{ table([["a", "b", "kata kata", "https://{"x" * 90}"]],
        [col("Klasifikasi"), col("No."), col("Uraian", 8), col("Tautan", 4)]) }}}}"""
    made, _ = rendered(source)
    table = docx.Document(io.BytesIO(made.content)).tables[1]._tbl
    widths = [int(c.get(qn("w:w"))) for c in table.iter(qn("w:gridCol"))]
    assert sum(widths) == 9071
    assert (widths[0] > 1150, widths[1] < 700) == (True, True)
    assert widths[2] > widths[3] > widths[0]


def test_columns_that_cannot_all_have_room_keep_their_shares(rendered):
    source = "{{ table([], columns) }}"
    source = "{% set columns = [" + "col('Pertanggungjawaban')," * 9 + "] %}" + source
    made, _ = rendered(source)
    table = docx.Document(io.BytesIO(made.content)).tables[1]._tbl
    widths = [int(c.get(qn("w:w"))) for c in table.iter(qn("w:gridCol"))]
    assert max(widths) - min(widths) <= 1


def test_a_sheet_stays_on_one_page(rendered):
    made, _ = rendered("{{ sheet([('a', 'b'), ('c', 'd')]) }}")
    table = docx.Document(io.BytesIO(made.content)).tables[1]._tbl
    kept = [len(row.findall(f".//{W}keepNext")) for row in table.findall(qn("w:tr"))]
    assert kept == [2, 0]


def test_a_table_of_few_rows_that_is_too_high_goes_over_pages(rendered):
    row = f"('{'kata ' * 300}', 'b'),"
    source = f"{{{{ table([{row * 3}], [col('A'), col('B')]) }}}}"
    made, _ = rendered(source)
    table = docx.Document(io.BytesIO(made.content)).tables[1]._tbl
    kept = [len(row.findall(f".//{W}keepNext")) for row in table.findall(qn("w:tr"))]
    assert kept == [0, 0, 0, 0]  # else it would leave its heading alone on a page


def test_three_thousand_lists_take_no_time(rendered):
    source = "{% for x in nilai %}\nkata\n\n1. a\n\n{% endfor %}"
    begun = time.perf_counter()
    made, _ = rendered(source, tuple(range(3000)))
    assert made is not None
    assert time.perf_counter() - begun < 10  # python-docx's own way: 50 s


def test_tables_are_counted_by_chapter(rendered):
    one = "{{ table([['a']], [col('A')], 'Judul') }}\n\n"
    source = f"{one}{{{{ main_matter() }}}}\n# A\n{one}{one}# B\n{one}"
    source += f"{{{{ back_matter() }}}}\n# Lampiran\n{one}# Lampiran\n{one}"
    made, _ = rendered(source)
    body = parts(made)["word/document.xml"].decode()
    found = re.findall(
        r"Tabel ([\d.]*)</w:t></w:r><w:fldSimple w:instr=\"([^\"]*)\".*?>(\d+)<", body
    )
    assert [chapter + nth for chapter, _, nth in found] == ["1", "1.1", "1.2", "2.1", "1", "2"]
    assert [code.strip().partition("ARABIC ")[2] for _, code, _ in found] == [
        "\\r 1",
        "\\r 1",
        "\\s 1",
        "\\r 1",
        "\\r 1",
        "",
    ]


# -- the same bytes always

AGAIN = """
import hashlib, sys
from pathlib import Path
sys.path[:0] = sys.argv[1:3]
import sample
from scmaster import render
made, _ = render.render("contoh", sample.DOCUMENT, Path(sys.argv[3]))
print(hashlib.sha256(made.content).hexdigest())
"""


@pytest.mark.parametrize("seed", ["1", "2", "random"])
def test_bytes_do_not_depend_on_seed_folder_or_time_zone(artifact, tmp_path, seed):
    command = [sys.executable, "-c", AGAIN, HERE, HERE.parents[1], HERE / "workspace"]
    env = os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Makassar", "LC_ALL": "C"}
    done = subprocess.run(
        command, cwd=tmp_path, env=env, check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == hashlib.sha256(artifact.content).hexdigest()


def test_below_a_table_that_fills_its_page_nothing_takes_another(rendered):
    """The paragraph that ends a section, or stands before a chapter, is one point high."""
    rows = "[['a'], ['b']], columns=[col('A')]"
    source = f"# Satu\n\n{{% call landscape() %}}\n{{{{ table({rows}) }}}}\n{{% endcall %}}\n\n"
    source += f"Kata\n\n{{{{ table({rows}) }}}}\n\n# Dua\n\n{{{{ table({rows}) }}}}\n\nAkhir"
    made, _ = rendered(source)
    body = parts(made)["word/document.xml"].decode()
    tails = re.findall(
        r'</w:tbl><w:p><w:pPr><w:spacing [^>]*w:line="(\d+)"[^>]*/>(<w:sectPr)?', body
    )

    assert tails[-3:] == [("20", "<w:sectPr"), ("20", ""), ("200", "")]
