"""Official forms: every kind of control, every slip, and what must stay as it came."""

import hashlib
import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest
import sample
import small_city
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from scmaster import forms, pipeline
from scmaster.diagnostics import Severity
from scmaster.render import form_codes, repeating
from scmaster.source import package

GUIDE = Path(__file__).parents[2] / "docs" / "borang.md"
HOME = Path(__file__).parent / "workspace" / "templates" / "contoh-borang"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
)
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
ROOT = (
    f'{RELATIONS}<Relationship Id="rId1" Target="word/document.xml" Type="http://schemas'
    '.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
CITY = """\
city: {id: uji, name: Kota Uji, kind: kota, province: Kalimantan Timur, region_code: "64.99"}
programmes:
  - {id: prog-satu, name: Satu, masterplan: masterplan-uji, owner: bappeda, progress: 12.5}
  - {id: prog-dua, name: Dua, masterplan: masterplan-uji}
"""


def docx(body, **parts):
    """The smallest .docx around a body."""
    document = f"<w:document {W} {W14} {W15}><w:body>{body}</w:body></w:document>"
    usual = {"[Content_Types].xml": TYPES, "_rels/.rels": ROOT, "word/document.xml": document}
    return package.write({n: t.encode() for n, t in (usual | parts).items()})


def sdt(tag, kind="<w:text/>", content="", **more):
    """A control inside a paragraph, as Word writes it."""
    content = content or "<w:r><w:t>…</w:t></w:r>"
    name = f'<w:tag w:val="{tag}"/>' if tag else ""
    inside = f"<w:sdtPr>{more.get('before', '')}{name}{kind}</w:sdtPr>"
    return f"<w:sdt>{inside}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def paragraph(*inside):
    return f"<w:p>{''.join(inside)}</w:p>"


@pytest.fixture(scope="session")
def case():
    made = small_city.small()
    assert made.errors == 0
    return made


@pytest.fixture
def fill(tmp_path, case):
    """Fill a form of these fields, written as YAML, around a body or a whole file."""

    def run(fields, body="", *, about=case, content=None, **form):
        content = docx(body) if content is None else content
        home = tmp_path / "templates" / "uji"
        home.mkdir(parents=True, exist_ok=True)
        (home / "uji.docx").write_bytes(content)
        head = {
            "id": "uji",
            "title": "Uji",
            "issuer": "Penguji",
            "edition": "satu",
            "file": "uji.docx",
            "sha256": hashlib.sha256(content).hexdigest(),
            "families": "[komdigi]",
        } | form
        text = "form:\n" + "".join(f"  {key}: {value}\n" for key, value in head.items())
        (home / "form.yaml").write_text(text + fields, "utf-8")
        return filled(tmp_path, about)

    return run


def filled(folder, case, slug="uji"):
    """Return the XML of the body of a form that was filled, and what was said."""
    found = forms.find(case.dossier.frameworks, folder)
    made = forms.fill([found[slug]], case, lambda same, _: same)
    parts = package.read(made.artifacts[0].content) if made.artifacts else {}
    assert [reason for _, reason in made.left_out] == []
    return parts.get("word/document.xml", b"").decode(), made.diagnostics


def fields(**values):
    return "  fields:\n" + "".join(
        f"    - {{tag: {tag}, value: {value}}}\n" for tag, value in values.items()
    )


def texts(xml):
    return re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)


def told(problems):
    return [(p.code, p.span.line, p.span.column) for p in problems]


# -- every kind of control --------------------------------------------------------------------


def test_a_control_inside_a_paragraph_shows_the_value_and_no_placeholder_any_more(fill):
    looks = '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
    content = f"<w:r>{looks}<w:t>Klik di sini.</w:t></w:r>"
    xml, said = fill(
        fields(a="city.name"), paragraph(sdt("a", "<w:showingPlcHdr/><w:text/>", content))
    )

    assert said == []
    assert texts(xml) == ["Kota Uji"]
    assert "showingPlcHdr" not in xml
    assert "PlaceholderText" not in xml


def test_what_was_typed_keeps_its_looks(fill):
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>lama</w:t></w:r><w:r><w:t> sekali</w:t></w:r>"
    xml, _ = fill(fields(a="city.name"), paragraph(sdt("a", "<w:text/>", bold)))

    assert '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Kota Uji</w:t></w:r>' in xml
    assert texts(xml) == ["Kota Uji"]


def test_what_is_typed_over_a_placeholder_has_the_looks_that_the_control_asks_for(fill):
    control = sdt("a", "<w:showingPlcHdr/><w:text/>", before="<w:rPr><w:i/></w:rPr>")
    xml, _ = fill(fields(a="city.name"), paragraph(control))

    assert '<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">Kota Uji' in xml


def test_several_lines_are_breaks_in_a_line_and_paragraphs_in_a_block(fill):
    value = "[city.name, city.province]"
    block = sdt("b", "", "<w:p><w:pPr><w:jc w:val='center'/></w:pPr></w:p><w:p/>")
    xml, said = fill(fields(a=f'"{value}"', b=f'"{value}"'), paragraph(sdt("a")) + block)
    line, _, rest = xml.partition("</w:p>")

    assert said == []
    assert texts(line) == texts(rest) == ["Kota Uji", "Kalimantan Timur"]
    assert ("<w:br/>" in line, "<w:br/>" in rest) == (True, False)
    assert '<w:text w:multiLine="1"/>' in line
    assert rest.count('<w:pPr><w:jc w:val="center"/></w:pPr>') == 2


def test_a_control_around_a_cell_fills_the_cell(fill):
    cell = sdt("a", "<w:text/>", "<w:tc><w:tcPr/><w:p/></w:tc>")
    xml, said = fill(fields(a="city.name"), f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")

    assert said == []
    assert re.search(r"<w:tc><w:tcPr/><w:p><w:r><w:t [^>]*>Kota Uji</w:t></w:r></w:p></w:tc>", xml)


def test_the_last_paragraph_of_a_block_keeps_the_section_that_ends_there(fill):
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    xml, _ = fill(fields(a='"[city.name, city.kind]"'), sdt("a", "", section))

    assert xml.count("<w:sectPr/>") == 1
    assert xml.index("Kota Uji") < xml.index("<w:sectPr/>")


def test_one_tag_twice_is_filled_twice_and_one_inside_another_too(fill):
    inner = paragraph(sdt("a"), sdt("a"))
    xml, said = fill(fields(a="city.name"), sdt("", "", inner))

    assert said == []
    assert texts(xml) == ["Kota Uji", "Kota Uji"]


CHOICE = (
    '<w:dropDownList w:lastValue="x"><w:listItem w:value="Pilih."/>'
    '<w:listItem w:displayText="Kota" w:value="1"/>'
    '<w:listItem w:displayText="Kabupaten" w:value="2"/></w:dropDownList>'
)


@pytest.mark.parametrize("value", ["\"'Kota'\"", "\"'1'\"", "city.kind"])
def test_a_choice_is_made_by_what_the_list_shows_or_by_its_value(fill, value):
    xml, said = fill(fields(a=value), paragraph(sdt("a", CHOICE)))

    assert said == []
    assert texts(xml) == ["Kota"]
    assert '<w:dropDownList w:lastValue="1">' in xml


def test_what_a_list_does_not_offer_is_an_error_with_what_it_offers(fill):
    xml, (problem,) = fill(fields(a="city.name"), paragraph(sdt("a", CHOICE)))

    assert xml == ""
    assert (problem.code, problem.severity) == ("SCM666", Severity.ERROR)
    assert told([problem]) == [("SCM666", 10, 23)]
    assert problem.hint == "pilihannya: Kota dan Kabupaten"


def test_a_box_that_takes_other_words_takes_them_and_says_so(fill):
    box = CHOICE.replace("dropDownList", "comboBox")
    xml, (problem,) = fill(fields(a="city.name"), paragraph(sdt("a", box)))

    assert texts(xml) == ["Kota Uji"]
    assert (problem.code, problem.severity) == ("SCM666", Severity.WARNING)
    assert "lastValue" not in xml


def dated(pattern):
    return f'<w:date w:fullDate="2020-01-01T00:00:00Z"><w:dateFormat w:val="{pattern}"/></w:date>'


@pytest.mark.parametrize(
    ("pattern", "shows"),
    [
        ("dd/MM/yyyy", "06/11/2024"),
        ("d MMMM yyyy", "6 November 2024"),
        ("dddd, dd MMM yy", "Rabu, 06 Nov 24"),
        ("HH:mm", "6 November 2024"),
        ("", "6 November 2024"),
    ],
)
def test_a_date_is_written_as_the_form_writes_dates(fill, pattern, shows):
    xml, said = fill(fields(a="\"'2024-11-06'\""), paragraph(sdt("a", dated(pattern))))

    assert said == []
    assert texts(xml) == [shows]
    assert 'w:fullDate="2024-11-06T00:00:00Z"' in xml


def test_a_date_without_a_day_is_words_and_no_day(fill):
    xml, said = fill(fields(a="\"'2024-11'\""), paragraph(sdt("a", dated("dd/MM/yyyy"))))

    assert (said, texts(xml)) == ([], ["November 2024"])
    assert "fullDate" not in xml


def test_words_in_place_of_a_date_are_written_and_told(fill):
    xml, (problem,) = fill(fields(a="city.name"), paragraph(sdt("a", dated("dd/MM/yyyy"))))

    assert texts(xml) == ["Kota Uji"]
    assert (problem.code, problem.severity) == ("SCM666", Severity.WARNING)


BOX = (
    '<w14:checkbox><w14:checked w14:val="{0}"/><w14:checkedState w14:val="00FE"'
    ' w14:font="Wingdings"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
    "</w14:checkbox>"
)


@pytest.mark.parametrize(
    ("value", "sign", "state", "font"),
    [
        ("city.kind == 'kota'", "\xfe", 1, "Wingdings"),
        ("submission.final", "\u2610", 0, "MS Gothic"),
        ("\"'tidak'\"", "\u2610", 0, "MS Gothic"),
    ],
)
def test_a_box_is_ticked_or_open_with_the_signs_of_the_form(fill, value, sign, state, font):
    xml, said = fill(fields(a=value), paragraph(sdt("a", BOX.format(1 - state))))

    assert (said, texts(xml)) == ([], [sign])
    assert f'<w14:checked w14:val="{state}"/>' in xml
    assert f'w:ascii="{font}"' in xml


def test_a_box_takes_only_yes_or_no(fill):
    _, (problem,) = fill(fields(a="city.name"), paragraph(sdt("a", BOX.format(0))))

    assert told([problem]) == [("SCM666", 10, 23)]


def test_a_box_of_which_nothing_is_known_stays_as_it_came_and_is_told(fill):
    xml, (problem,) = fill(fields(a="city.short_code"), paragraph(sdt("a", BOX.format(1))))

    assert problem.code == "SCM665"
    assert '<w14:checked w14:val="1"/>' in xml
    assert texts(xml) == ["…"]


@pytest.mark.parametrize(
    "control",
    [
        sdt("a", "<w:picture/>"),
        sdt("a", "<w:equation/>"),
        sdt("a", "<w:group/>"),
        sdt("a", "", sdt("", "<w:text/>")),
    ],
)
def test_what_can_not_be_filled_is_an_error_where_it_is_asked_for(fill, control):
    xml, problems = fill(fields(a="city.name"), paragraph(control))

    assert xml == ""
    assert ("SCM666", 10, 23) in told(problems)


def test_a_control_tied_to_a_hidden_part_is_untied(fill):
    """Word would else put back what that part holds."""
    tied = '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:text/>'
    xml, _ = fill(fields(a="city.name"), paragraph(sdt("a", tied)))

    assert texts(xml) == ["Kota Uji"]
    assert "dataBinding" not in xml


def test_locks_titles_and_the_rest_of_the_page_stay(fill):
    kept = '<w:alias w:val="Nama"/><w:tag w:val="a"/><w:id w:val="7"/><w:lock w:val="sdtLocked"/>'
    before = paragraph('<w:bookmarkStart w:id="1" w:name="x"/><w:r><w:t>Tetap.</w:t></w:r>')
    xml, _ = fill(fields(a="city.name"), before + paragraph(sdt("", f"{kept}<w:text/>")))

    assert kept in xml
    assert before in xml


# -- rows -------------------------------------------------------------------------------------

ROWS = """\
  rows:
    - each: programmes
      fields:
        - {tag: nomor, value: index}
        - {tag: nama, value: item.name}
        - {tag: opd, value: item.owner}
"""


def row(*inside, properties=""):
    cells = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in inside)
    return f"<w:tr{properties}>{cells}</w:tr>"


@pytest.fixture(scope="session")
def several():
    made = small_city.small(CITY, without=("city", "programmes"))
    assert made.errors == 0
    return made


def test_a_row_is_there_once_for_each_and_its_blank_copies_go(fill, several):
    mark = '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'
    pattern = row(
        sdt("nomor"),
        mark + sdt("nama", '<w:id w:val="5"/>'),
        sdt("opd"),
        properties=' w14:paraId="1"',
    )
    head = row("<w:r><w:t>Program</w:t></w:r>")
    xml, said = fill(ROWS, f"<w:tbl>{head}{pattern}{pattern}{pattern}</w:tbl>", about=several)

    assert texts(xml) == [
        "Program",
        "1",
        "Dua",
        "belum ada",
        "2",
        "Satu",
        "Badan Perencanaan Pembangunan Daerah",
    ]
    assert xml.count("<w:tr") == 3
    assert [xml.count(once) for once in ('w:name="x"', 'w:id w:val="5"', "paraId")] == [1, 1, 1]
    (problem,) = said
    assert told(said) == [("SCM665", 14, 29)]
    assert "pada 1 dari 2 baris" in problem.message
    assert problem.hint.startswith("baris 1;")


def test_an_item_of_a_repeating_section_is_there_once_for_each(fill, several):
    inside = paragraph(sdt("nomor"), sdt("nama")) + paragraph(sdt("opd"))
    item = sdt("", "<w15:repeatingSectionItem/>", inside)
    xml, _ = fill(ROWS, sdt("", "<w15:repeatingSection/>", item), about=several)

    assert xml.count("repeatingSectionItem") == 2
    assert [t for t in texts(xml) if t in {"Satu", "Dua"}] == ["Dua", "Satu"]


def test_rows_of_nothing_say_so_once(fill):
    rows = "  rows:\n    - {each: indicators, fields: [{tag: a, value: item.name}]}\n"
    xml, (problem,) = fill(rows, f"<w:tbl>{row(sdt('a'))}</w:tbl>")

    assert texts(xml) == ["belum ada"]
    assert told([problem]) == [("SCM665", 10, 14)]


def test_drawings_in_repeated_rows_have_numbers_of_their_own(fill, several):
    space = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    drawing = f'<w:r><w:drawing><wp:docPr xmlns:wp="{space}" id="4" name="a"/></w:drawing></w:r>'
    pattern = row(sdt("nomor"), sdt("nama"), sdt("opd"), drawing)
    xml, _ = fill(ROWS, f"<w:tbl>{pattern}</w:tbl>", about=several)

    assert re.findall(r'docPr [^>]*?id="(\d)"', xml) == ["4", "5"]


def test_fields_of_one_row_must_stand_in_one_row(fill):
    apart = f"<w:tbl>{row(sdt('nomor'))}{row(sdt('nama'))}</w:tbl>{paragraph(sdt('opd'))}"
    xml, problems = fill(ROWS, apart)

    assert xml == ""
    assert told(problems) == [("SCM663", 13, 17), ("SCM663", 14, 17)]
    assert [p.hint for p in problems] == [
        "buat rows tersendiri untuk baris itu",
        "pindahkan ke fields borang",
    ]


# -- what can be wrong ------------------------------------------------------------------------

SLIPS = [
    ("SCM663", fields(a="city.name", nma="city.name"), 11, 13, "yang ada: a"),
    ("SCM660", fields(a="city.name") + "    - {tag: a, value: city.name}\n", 11, 13, "sudah"),
    ("SCM667", fields(a="city.nama"), 10, 23, "maksudnya 'name'?"),
    ("SCM667", fields(a="cty.name"), 10, 23, "maksudnya 'city'?"),
    ("SCM667", fields(a="'facts[\"x\"].valu'"), 10, 23, "maksudnya 'value'?"),
    ("SCM667", fields(a="'answers[\"BAS.1\"].fact'"), 10, 23, "maksudnya 'BAS.01'?"),
    ("SCM667", fields(a="Kota Uji"), 10, 23, "tanda kutip"),
    ("SCM667", fields(a="city.name |"), 10, 23, "belum selesai"),
    ("SCM667", fields(a="'city.name | uper'"), 10, 23, "maksudnya 'upper'?"),
    ("SCM667", fields(a="'city.name | number'"), 10, 23, "bukan angka"),
    ("SCM667", fields(a="city.__class__"), 10, 23, "'__class__' tidak dikenal"),
    ("SCM667", fields(a="city.name.upper()"), 10, 23, "tidak dipakai di sini"),
    ("SCM667", fields(a="2 ** 9999999"), 10, 23, "tidak dipakai di sini"),
    ("SCM667", fields(a=f"'{'(' * 300}1{')' * 300}'"), 10, 23, "bertingkat"),
    ("SCM667", fields(a=f"'{'1' * 1001}'"), 10, 23, "lebih panjang"),
    ("SCM667", fields(a="programmes"), 10, 23, "sekumpulan"),
    ("SCM667", fields(a="programmes.name"), 10, 23, "map(attribute"),
    ("SCM667", fields(a="'\"a\" if submission.final'"), 10, 23, "tanpa 'else'"),
    (
        "SCM667",
        "  rows:\n    - {each: programs, fields: [{tag: a, value: index}]}\n",
        10,
        14,
        "maksudnya 'programmes'?",
    ),
    (
        "SCM667",
        "  rows:\n    - {each: city.name, fields: [{tag: a, value: index}]}\n",
        10,
        14,
        "harus sebuah daftar",
    ),
    (
        "SCM667",
        "  rows:\n    - {each: programmes, fields: [{tag: a, value: item.nama}]}\n",
        10,
        51,
        "maksudnya 'name'?",
    ),
    ("SCM102", fields(a="city.name").replace("value", "values"), 10, 16, "maksudnya 'value'?"),
]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_form_yaml_is_told_with_its_line_and_column(fill, slip):
    code, yaml, line, column, says = slip
    xml, problems = fill(yaml, f"<w:tbl>{row(sdt('a'))}</w:tbl>")

    assert xml == ""
    assert [(code, line, column)] == told(problems)
    (problem,) = problems
    assert problem.severity is Severity.ERROR
    assert problem.span.file.endswith("templates/uji/form.yaml")
    assert says in f"{problem.message} {problem.hint}"


def test_a_value_that_nobody_knows_is_shown_as_such_and_told(fill):
    xml, (problem,) = fill(fields(a="rpjmd.vision"), paragraph(sdt("a")))

    assert texts(xml) == ["belum ada"]
    assert (problem.severity, *told([problem])) == (Severity.WARNING, ("SCM665", 10, 23))
    assert problem.message == "isian 'a' kosong: 'rpjmd.vision' belum diketahui"


def test_half_a_sentence_is_not_made_of_what_is_known(fill):
    xml, (problem,) = fill(fields(a="'\"Kode \" ~ city.short_code'"), paragraph(sdt("a")))

    assert (texts(xml), problem.code) == (["belum ada"], "SCM665")


def test_a_control_that_nobody_fills_is_told(fill):
    inside = (
        sdt("a"),
        sdt("b"),
        sdt("", '<w:alias w:val="Nama"/>'),
        sdt(""),
        sdt("", "<w:picture/>"),
    )
    xml, problems = fill(fields(a="city.name"), paragraph(*inside))

    assert texts(xml)[:2] == ["Kota Uji", "…"]
    assert {p.severity for p in problems} == {Severity.WARNING}
    assert told(problems) == [("SCM664", 6, 9)] * 3
    assert ["'b'" in problems[0].message, "'Nama'" in problems[1].message] == [True, True]
    assert problems[2].message.startswith("1 isian borang tanpa tag")


def test_a_misspelt_tag_is_one_slip_and_not_two(fill):
    _, (problem,) = fill(fields(nma="city.name"), paragraph(sdt("nama")))

    assert told([problem]) == [("SCM663", 10, 13)]
    assert problem.hint == "maksudnya 'nama'?"


def test_another_edition_is_not_filled(fill):
    xml, (problem,) = fill(fields(a="city.name"), paragraph(sdt("a")), sha256="0" * 64)

    assert xml == ""
    assert (problem.severity, *told([problem])) == (Severity.ERROR, ("SCM662", 7, 11))
    digest = hashlib.sha256(docx(paragraph(sdt("a")))).hexdigest()
    assert problem.hint.endswith(digest)


def with_entry(name, content=b"x"):
    packed = io.BytesIO(docx(paragraph(sdt("a"))))
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(name, content)
    return packed.getvalue()


def related(kind, target):
    relation = (
        f'<Relationship Id="r" TargetMode="External" Target="{target}" Type="http://schemas'
        f'.openxmlformats.org/officeDocument/2006/relationships/{kind}"/></Relationships>'
    )
    return with_entry("word/_rels/document.xml.rels", (RELATIONS + relation).encode())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"bukan zip", "utuh"),
        (package.write({"a": b"a"}), "utuh"),
        (docx("<w:p>"), "utuh"),
        (docx("", **{"word/document.xml": "<!DOCTYPE a><a/>"}), "DOCTYPE"),
        (docx("", **{"[Content_Types].xml": TYPES.replace(MAIN, "text/xml")}), "bukan dokumen"),
        (with_entry("word/vbaProject.bin"), "makro"),
        (with_entry("word/activeX/activeX1.xml", b"<a/>"), "makro"),
        (with_entry("../a"), "tidak wajar"),
        (docx("<w:instrText>DDE</w:instrText><w:instrText>AUTO cmd</w:instrText>"), "DDE"),
        (docx('<w:fldSimple w:instr=" dde x "/>'), "DDE"),
        (docx("", **{"word/document.xml": f"<w:tr {W}/>"}), "utuh"),
        (docx(sdt("a") * 5001), "5000 isian"),
        (related("attachedTemplate", "https://contoh.id/a.dotm"), "dari luar"),
        (related("image", "\\\\contoh.id\\a.png"), "dari luar"),
        (related("attachedTemplate", "file://contoh.id/a.dotm"), "dari luar"),
    ],
)
def test_a_file_that_no_ministry_hands_out_is_not_filled(fill, content, says):
    xml, (problem,) = fill(fields(a="city.name"), content=content)

    assert xml == ""
    assert (problem.severity, *told([problem])) == (Severity.ERROR, ("SCM661", 6, 9))
    assert says in problem.message


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("hyperlink", "https://contoh.go.id"),
        ("attachedTemplate", "file:///C:\\Users\\x\\Normal.dotm"),
        ("attachedTemplate", "Normal.dotm"),
    ],
)
def test_a_link_to_click_and_the_writers_own_template_are_no_harm(fill, kind, target):
    xml, said = fill(fields(a="city.name"), content=related(kind, target))

    assert (said, texts(xml)) == ([], ["Kota Uji"])


def test_a_row_is_not_repeated_beyond_measure(fill, several, monkeypatch):
    monkeypatch.setattr(repeating, "MOST", 30)
    xml, (problem,) = fill(
        ROWS, f"<w:tbl>{row(sdt('nomor'), sdt('nama'), sdt('opd'))}</w:tbl>", about=several
    )

    assert xml == ""
    assert told([problem]) == [("SCM661", 10, 13)]


@pytest.mark.parametrize("sign", ["D800", "0", "110000", "x", "1B"])
def test_a_box_with_a_sign_that_is_none_is_told(fill, sign):
    _, (problem,) = fill(
        fields(a="submission.final"), paragraph(sdt("a", BOX.format(0).replace("2610", sign)))
    )

    assert told([problem]) == [("SCM661", 10, 23)]


FOLDER = [HealthCheck.function_scoped_fixture]


def amiss(fill_in, tmp_path, content):
    """Fill the sample form with another file in its place."""
    home = tmp_path / "templates" / "contoh-borang"
    home.mkdir(parents=True, exist_ok=True)
    described = (HOME / "form.yaml").read_text("utf-8")
    digest = hashlib.sha256(content).hexdigest()
    (home / "form.yaml").write_text(re.sub(r"[0-9a-f]{64}", digest, described), "utf-8")
    (home / "contoh-borang.docx").write_bytes(content)
    return filled(tmp_path, fill_in, "contoh-borang")


@settings(deadline=None, max_examples=25, suppress_health_check=FOLDER)
@given(start=st.integers(0, 60_000), length=st.integers(0, 40), instead=st.binary(max_size=4))
def test_whatever_is_cut_out_of_the_file_there_is_no_traceback(
    case, tmp_path, start, length, instead
):
    content = (HOME / "contoh-borang.docx").read_bytes()
    xml, problems = amiss(case, tmp_path, content[:start] + instead + content[start + length :])

    assert xml or problems


MOVES = st.lists(st.tuples(st.integers(0, 10**4), st.sampled_from("xaw")), min_size=1, max_size=6)


@settings(deadline=None, max_examples=60, suppress_health_check=FOLDER)
@given(moves=MOVES)
def test_whatever_is_amiss_in_the_text_there_is_no_traceback(case, tmp_path, moves):
    """Elements are taken out, lose what they say, or are put inside others."""
    parts = package.read((HOME / "contoh-borang.docx").read_bytes())
    root = etree.fromstring(parts["word/document.xml"])
    for place, what in moves:
        every = [e for e in root.iter() if e is not root] or [etree.SubElement(root, "kosong")]
        element = every[place % len(every)]
        if what == "a":
            element.attrib.clear()
        elif what == "w":
            element.tag = every[place // 2 % len(every)].tag
        else:
            element.getparent().remove(element)
    broken = package.write(parts | {"word/document.xml": etree.tostring(root)})
    xml, problems = amiss(case, tmp_path, broken)

    assert xml or problems


def test_a_form_without_its_file_is_told(fill):
    _, (problem,) = fill(fields(a="city.name"), file="lain.docx")

    assert (problem.code, problem.span.line) == ("SCM661", 6)
    assert "uji" in problem.hint


def test_a_file_that_a_link_leads_out_to_is_not_taken(fill, tmp_path):
    outside = tmp_path / "luar.docx"
    outside.write_bytes(docx(""))
    home = tmp_path / "templates" / "uji"
    home.mkdir(parents=True)
    (home / "lain.docx").symlink_to(outside)
    _, (problem,) = fill(fields(a="city.name"), file="lain.docx")

    assert problem.code == "SCM661"
    assert "ke luar" in problem.message


@pytest.mark.parametrize("name", ["../uji.docx", "a/b.docx", "uji.docm", ".docx", "C:a.docx"])
def test_a_file_is_named_in_its_own_folder(fill, name):
    _, (problem,) = fill(fields(a="city.name"), file=name)

    assert told([problem]) == [("SCM115", 6, 9)]


def unusable(tmp_path, case, text, slug="uji"):
    home = tmp_path / "templates" / slug
    home.mkdir(parents=True)
    (home / "form.yaml").write_text(text, "utf-8")
    _, problems = filled(tmp_path, case, slug)
    return problems


WHOLE = (
    "{{id: {0}, title: a, issuer: b, edition: c, file: d.docx, families: [{1}], sha256: "
    + "0" * 64
    + "}}"
)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"form: {WHOLE.format('lain', 'komdigi')}", ("SCM660", 1, 12)),
        (
            f"form:\n- {WHOLE.format('uji', 'spbe')}\n- {WHOLE.format('b', 'spbe')}",
            ("SCM660", 3, 8),
        ),
        (f"borang: {WHOLE.format('uji', 'komdigi')}", ("SCM100", 1, 1)),
        ("sources: []", ("SCM660", 1, 1)),
        ("form: [", ("SCM027", 1, 7)),
        ("form: {id: uji}", ("SCM101", 1, 8)),
    ],
)
def test_a_form_yaml_that_cannot_be_used_is_told(tmp_path, case, text, place):
    problems = unusable(tmp_path, case, text)

    assert place in told(problems)
    assert {p.code for p in problems} == {place[0]}


def test_a_form_does_not_bear_the_name_of_a_document(tmp_path, case):
    text = f"form: {WHOLE.format('laporan-evaluasi', 'komdigi')}"
    (problem,) = unusable(tmp_path, case, text, "laporan-evaluasi")

    assert told([problem]) == [("SCM660", 1, 12)]


def test_an_instrument_that_is_not_there_is_told(fill):
    _, (problem,) = fill(fields(a="city.name"), instruments="[uji-2023]")

    assert told([problem]) == [("SCM206", 9, 17)]
    assert problem.hint == "maksudnya 'uji-2024'?"


def test_every_code_is_tried():
    here = Path(__file__).read_text("utf-8")

    assert [code for code in form_codes.CODES if f'"{code}"' not in here] == []


def test_every_name_that_a_form_may_use_is_in_the_guide():
    from scmaster.passages.form_data import FormData
    from scmaster.render.expression_kinds import PICKING, kinds_of
    from scmaster.render.expressions import FILTERS

    guide = GUIDE.read_text("utf-8")
    table = guide.partition("| Nama | Isinya |")[2]
    rows = dict(re.findall(r"^\| (`[^|]+) \| (.*) \|$", table, re.MULTILINE))
    for name, kind in kinds_of(FormData).items():
        (parts,) = [parts for names, parts in rows.items() if re.search(rf"`{name}\b", names)]
        inside = getattr(kind, "__args__", (kind,))[0]
        assert re.findall(r"`(\w+)`", parts) == list(kinds_of(inside)), name
    told = guide.replace("| ", "`")
    assert [name for name in (*FILTERS, *PICKING) if f"`{name}" not in told] == []


def test_the_example_of_the_guide_is_one_that_works(tmp_path, case):
    (example,) = re.findall(
        r"^```yaml\n(.*?)^```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    home = tmp_path / "templates" / "borang-penilaian"
    home.mkdir(parents=True)
    tags = re.findall(r"tag: (\w+)", example)
    rows = "".join(sdt(tag) for tag in tags[-3:])
    body = paragraph(*(sdt(tag) for tag in tags[:-3])) + f"<w:tbl>{row(rows)}</w:tbl>"
    (home / "borang-penilaian.docx").write_bytes(docx(body))
    digest = hashlib.sha256(docx(body)).hexdigest()
    (home / "form.yaml").write_text(re.sub(r"[0-9a-f]{64}", digest, example), "utf-8")
    xml, problems = filled(tmp_path, case, "borang-penilaian")

    assert {problem.code for problem in problems} == {"SCM665"}  # a small city knows little
    assert texts(xml)[0] == "Kota Uji"


# -- data is never markup ---------------------------------------------------------------------


@pytest.mark.parametrize("text", [*sample.HOSTILE, "x" * 5000, "🙂", "\u0627\u0644", "a\x00b\x1fc"])
def test_data_arrives_as_exactly_that_text(fill, case, text):
    from scmaster.model.city import City

    city = case.dossier.city.model_copy(update={"name": text})
    records = {**case.dossier.records, "city": {city.id: city}}
    about = type(case)(
        type(case.dossier)(records, case.dossier.frameworks, case.dossier.uses),
        case.submission,
        case.on,
    )
    assert isinstance(about.dossier.city, City)
    block = sdt("a", "", "<w:p/>")
    xml, said = fill(fields(a="city.name"), paragraph(sdt("a")) + block, about=about)

    assert said == []
    document = Document(io.BytesIO(docx("", **{"word/document.xml": xml})))
    wanted = text.replace("\x00", "").replace("\x1f", "").replace("\t", " ")
    shown = [_words(p) for p in document.element.body.iter(qn("w:p"))]
    assert shown == [wanted, wanted]


def _words(element):
    named = {qn("w:t"): lambda e: e.text or "", qn("w:br"): lambda _: "\n"}
    return "".join(named[e.tag](e) for e in element.iter() if e.tag in named)


# -- the sample form, from end to end ---------------------------------------------------------


@pytest.fixture(scope="module")
def whole(case):
    found = forms.find(case.dossier.frameworks, HOME.parent.parent)
    made = forms.fill([found["contoh-borang"]], case, lambda same, _: same)
    (artifact,) = made.artifacts
    return artifact, made.diagnostics


def test_the_sample_form_reads_as_it_should(whole, golden):
    artifact, problems = whole
    document = Document(io.BytesIO(artifact.content))
    section = document.sections[0]
    lines = [f"kepala: {_words(section.header._element)}"]
    for part in document.element.body:
        if part.tag == qn("w:tbl"):
            lines += [
                " | ".join(_words(cell) for cell in line.iter(qn("w:tc")))
                for line in part.iter(qn("w:tr"))
            ]
        else:
            lines += [_words(p) for p in part.iter(qn("w:p"))]
    lines.append(f"kaki: {_words(section.footer._element)}")
    lines += [
        f"{HOME.name}/{p.span.file.rpartition('/')[2]}:{p.span.line}:{p.span.column}"
        f" {p.severity} {p.code} {p.message} ({p.hint})"
        for p in problems
    ]
    golden("contoh-borang/words.txt", "\n".join(lines) + "\n")


def test_what_is_not_filled_is_byte_for_byte_what_it_was(whole):
    artifact, _ = whole
    before = package.read((HOME / "contoh-borang.docx").read_bytes())
    after = package.read(artifact.content)
    changed = {name for name in before if before[name] != after[name]}

    assert set(before) == set(after)
    assert changed == {"word/document.xml", "word/header1.xml", "word/footer1.xml"}


def test_filling_brings_no_fault_into_a_form(whole, tmp_path):
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "borang.docx"
    path.write_bytes(whole[0].content)
    validate = OpenXmlValidator().validate
    as_it_came = [str(each) for each in validate(HOME / "contoh-borang.docx").errors]

    assert [str(each) for each in validate(path).errors] == as_it_came


def test_two_fillings_are_the_same_bytes(whole, case):
    found = forms.find(case.dossier.frameworks, HOME.parent.parent)
    again = forms.fill([found["contoh-borang"]], case, lambda same, _: same)

    assert again.artifacts[0].content == whole[0].content


# -- where forms lie and when they are filled -------------------------------------------------


@pytest.fixture
def homes(tmp_path):
    city = tmp_path / "cities" / "kota"
    for home in (tmp_path, city):
        shutil.copytree(HOME, home / "templates" / "contoh-borang")
    return city, tmp_path


def built(case, homes, **order):
    return pipeline.build(case, *homes, pipeline.Order(documents=["contoh-borang"], **order))


def test_a_city_s_own_form_hides_the_workspace_s(case, homes):
    path = homes[0] / "templates" / "contoh-borang" / "form.yaml"
    path.write_text(path.read_text("utf-8").replace("contoh 1", "kota"), "utf-8")
    found = forms.find(case.dossier.frameworks, *homes)

    assert found["contoh-borang"].form.edition == "kota"


def test_build_fills_a_form_and_leaves_it_out_where_it_is_not_for_the_case(case, homes):
    assert [a.name for a in built(case, homes).artifacts] == ["contoh-borang.docx"]
    assert built(case, homes, internal=True).left_out == (
        ("contoh-borang", "borang resmi hanya untuk asesor"),
    )
    assert built(case, homes, formats=("html",)).left_out == (
        ("contoh-borang", "borang resmi hanya berbentuk docx"),
    )
    path = homes[0] / "templates" / "contoh-borang" / "form.yaml"
    path.write_text(path.read_text("utf-8").replace("[komdigi]", "[spbe]"), "utf-8")
    assert built(case, homes).left_out == (
        ("contoh-borang", "borang ini untuk pengajuan SPBE, dan itu belum ada"),
    )


def test_no_form_is_filled_over_an_error(homes):
    wrong = small_city.small("programmes: [{id: p, name: P, pillar: tidak-ada}]")
    made = built(wrong, homes, draft=True)

    assert wrong.errors
    assert made.artifacts == ()
    assert made.left_out == (
        ("contoh-borang", f"borang resmi tidak diisi selama ada galat ({wrong.errors})"),
    )


def test_a_form_is_filled_for_the_submission_it_is_for(homes):
    more = (
        "submissions:\n- {id: evaluasi-2025, year: 2025, stage: tunggal, instrument: uji-2024,"
        " state: draft}\n"
    )
    two = small_city.small(more)
    path = homes[0] / "templates" / "contoh-borang" / "form.yaml"
    text = path.read_text("utf-8").replace("families:", "instruments: [uji-2024]\n  families:")
    path.write_text(text, "utf-8")
    (artifact,) = built(two, homes).artifacts

    assert two.submission.id == "evaluasi-2025"
    assert "2025" in package.read(artifact.content)["word/footer1.xml"].decode()
