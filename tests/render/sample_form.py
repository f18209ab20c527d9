"""Makes the sample form: `python tests/render/sample_form.py`; commit what comes out.

It is a form as a ministry might hand out, made for the tests, and of no ministry. Its
controls are written as Word writes them: placeholders, looks, locks, a repeating section.
"""

import hashlib
import re
import sys
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.shared import Cm, Pt, RGBColor

from scmaster.source import package

HOME = Path(__file__).parent / "workspace" / "templates" / "contoh-borang"
SPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.{rest}"'
    for prefix, rest in {
        "w": "openxmlformats.org/wordprocessingml/2006/main",
        "w14": "microsoft.com/office/word/2010/wordml",
        "w15": "microsoft.com/office/word/2012/wordml",
    }.items()
)
MARK = '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
PLAIN = "<w:text/>"
LINES = '<w:text w:multiLine="1"/>'
RICH = ""
DATE = '<w:date><w:dateFormat w:val="dd MMMM yyyy"/><w:lid w:val="id-ID"/></w:date>'
BOX = (
    '<w14:checkbox><w14:checked w14:val="0"/>'
    '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
)
REPEATED = "<w15:repeatingSection/>"
ITEM = "<w15:repeatingSectionItem/>"


def choice(*offered, name="dropDownList"):
    items = "".join(f'<w:listItem w:displayText="{o}" w:value="{o.lower()}"/>' for o in offered)
    return f'<w:{name}><w:listItem w:value="Pilih satu."/>{items}</w:{name}>'


class Maker:
    """Numbers controls as they are made."""

    def __init__(self):
        self.last = 0

    def control(  # noqa: PLR0913  (as many as Word has properties)
        self, tag, kind, content, *, placeholder=True, lock="", looks="", title=""
    ):
        """A control around some content; `kind` is the element that says what it is."""
        self.last += 1
        alias = f'<w:alias w:val="{title}"/>' if title else ""
        name = f'<w:tag w:val="{tag}"/>' if tag else ""
        locked = f'<w:lock w:val="{lock}"/>' if lock else ""
        showing = "<w:showingPlcHdr/>" if placeholder else ""
        return (
            f"<w:sdt {SPACES}><w:sdtPr>{looks}{alias}{name}"
            f'<w:id w:val="{1000 + self.last}"/>{locked}{showing}{kind}</w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def inline(self, tag, kind, shows="Klik untuk mengisi.", **more):
        return self.control(tag, kind, f"<w:r>{MARK}<w:t>{shows}</w:t></w:r>", **more)

    def block(self, tag, kind, shows="Klik untuk mengisi.", **more):
        inside = f"<w:p><w:r>{MARK}<w:t>{shows}</w:t></w:r></w:p>"
        return self.control(tag, kind, inside, **more)

    def cell(self, tag, kind, width, shows="Klik untuk mengisi.", **more):
        paragraph = f"<w:p><w:r>{MARK}<w:t>{shows}</w:t></w:r></w:p>"
        size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        return self.control(tag, kind, f"<w:tc>{size}{paragraph}</w:tc>", **more)


def form():
    """Return the .docx."""
    made = Maker()
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10)
    hint = document.styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    hint.font.color.rgb = RGBColor(0x66, 0x66, 0x66)
    section.header.paragraphs[0].add_run("Borang contoh untuk pengujian – ")
    section.header.paragraphs[0]._p.append(parse_xml(made.inline("kota", PLAIN)))
    section.footer.paragraphs[0]._p.append(
        parse_xml(made.inline("tahun", PLAIN, placeholder=False, shows="0000"))
    )
    document.add_heading("BORANG CONTOH PENILAIAN MANDIRI", 1)
    document.add_paragraph("Dibuat untuk menguji scmaster; bukan borang kementerian mana pun.")
    document.add_heading("A. Identitas", 2)
    _identity(document, made)
    document.add_paragraph("Visi kota cerdas:")
    document.element.body.insert(-1, parse_xml(made.block("visi", RICH)))
    document.add_heading("B. Program", 2)
    _programmes(document, made)
    document.add_heading("C. Eviden", 2)
    _evidence(document, made)
    packed = BytesIO()
    document.save(packed)
    parts = package.read(packed.getvalue())
    core = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2024-01-01T00:00:00Z", parts[CORE])
    body = parts[BODY].replace(
        b' mc:Ignorable="w14', b' xmlns:w15="%b" mc:Ignorable="w14 w15' % W15
    )
    return package.write({**parts, CORE: core, BODY: body})


CORE, BODY = "docProps/core.xml", "word/document.xml"
W15 = b"http://schemas.microsoft.com/office/word/2012/wordml"


def _identity(document, made):
    rows = {
        "Nama daerah": made.inline("kota", PLAIN, lock="sdtLocked", title="Nama daerah"),
        "Provinsi": made.inline("provinsi", PLAIN),
        "Tanggal data": made.inline("tanggal", DATE, shows="Pilih tanggal."),
        "Status pengajuan": made.inline("status", choice("Draf", "Final"), shows="Pilih satu."),
        "Kelompok": made.inline(
            "kelompok", choice("Reguler", "Baru", name="comboBox"), shows="Pilih atau ketik."
        ),
        "Masterplan ditetapkan": made.control(
            "ditetapkan",
            BOX,
            '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic"'
            ' w:eastAsia="MS Gothic"/></w:rPr><w:t>☐</w:t></w:r>',
            placeholder=False,
        ),
        "Dasar hukum": made.inline("dasar_hukum", LINES, looks="<w:rPr><w:b/></w:rPr>"),
    }
    table = document.add_table(len(rows), 2, "Table Grid")
    for row, (label, control) in zip(table.rows, rows.items(), strict=True):
        row.cells[0].text = label
        row.cells[1].paragraphs[0]._p.append(parse_xml(control))


def _programmes(document, made):
    """A table with a row to be repeated, and a blank copy of it below."""
    table = document.add_table(3, 4, "Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, (1, 4.6, 3, 6.4), strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    for cell, label in zip(
        table.rows[0].cells, ("No.", "Program", "Perangkat daerah", "Angka"), strict=True
    ):
        cell.text = label
    for row in table.rows[1:]:
        row.cells[0].paragraphs[0]._p.append(parse_xml(made.inline("prog_nomor", PLAIN, "0")))
        row.cells[2].paragraphs[0]._p.append(parse_xml(made.inline("prog_opd", PLAIN)))
        row.cells[3].paragraphs[0]._p.append(parse_xml(made.inline("prog_angka", RICH)))
        old = row.cells[1]._tc
        old.getparent().replace(old, parse_xml(made.cell("prog_nama", PLAIN, 2608)))


def _evidence(document, made):
    """A repeating section, as Word makes one: the section, and one item in it."""
    number = made.inline("ev_nomor", PLAIN)
    title = made.inline("ev_judul", PLAIN, looks="<w:rPr><w:i/></w:rPr>")
    inside = f"<w:p>{number}<w:r><w:t xml:space='preserve'>: </w:t></w:r>{title}</w:p>"
    inside += made.block("ev_mendukung", RICH)
    item = made.control("", ITEM, inside, placeholder=False)
    whole = made.control("eviden", REPEATED, item, placeholder=False, title="Daftar eviden")
    document.element.body.insert(-1, parse_xml(whole))


def main():
    HOME.mkdir(parents=True, exist_ok=True)
    content = form()
    (HOME / "contoh-borang.docx").write_bytes(content)
    sys.stdout.write(hashlib.sha256(content).hexdigest() + "\n")


if __name__ == "__main__":
    main()
