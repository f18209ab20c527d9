"""Small real files of every kind, made here: nothing binary lies in the repository."""

import io
import zipfile

import docx
import pypdf
import xlsxwriter
from PIL import Image
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject


def pdf(*pages: str) -> bytes:
    """A PDF whose pages hold these lines; a page without words is a picture's."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for words in pages:
        lines = "".join(f"({_escaped(line)}) Tj T* " for line in words.split("\n"))
        stream = f"BT /F1 11 Tf 14 TL 60 760 Td {lines}ET".encode("latin-1") if words else b""
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        content = len(objects)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            b"/Encoding /WinAnsiEncoding >> >> >> >>" % content
        )
        kids.append(len(objects))
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, len(kids))
    made, places = io.BytesIO(b""), []
    made.write(b"%PDF-1.7\n")
    for number, content in enumerate(objects, start=1):
        places.append(made.tell())
        made.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = made.tell()
    made.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    made.writelines(b"%010d 00000 n \n" % place for place in places)
    made.write(b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1))
    made.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return made.getvalue()


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def encrypted_pdf(*pages: str) -> bytes:
    """A PDF that opens with a password only."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(*pages)))
    writer.encrypt("rahasia", algorithm="RC4-128")
    return _saved(writer)


def signed_pdf(*pages: str) -> bytes:
    """A PDF with a signature field that is filled; the signature itself is a stand-in."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(*pages)))
    numbers = ArrayObject(map(NumberObject, (0, 10, 20, 10)))
    signature = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Sig"),
            NameObject("/Filter"): NameObject("/Adobe.PPKLite"),
            NameObject("/SubFilter"): NameObject("/ETSI.CAdES.detached"),
            NameObject("/ByteRange"): numbers,
            NameObject("/Contents"): TextStringObject("00"),
        }
    )
    field = DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Sig"),
            NameObject("/T"): TextStringObject("Tanda tangan"),
            NameObject("/V"): writer._add_object(signature),
        }
    )
    fields = ArrayObject([writer._add_object(field)])
    form = DictionaryObject(
        {NameObject("/Fields"): fields, NameObject("/SigFlags"): NumberObject(3)}
    )
    writer._root_object[NameObject("/AcroForm")] = writer._add_object(form)
    return _saved(writer)


def _saved(writer: pypdf.PdfWriter) -> bytes:
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def word(*paragraphs: str, heading: str = "Laporan") -> bytes:
    """A .docx with a heading and paragraphs."""
    made = docx.Document()
    made.add_heading(heading, 1)
    for words in paragraphs:
        made.add_paragraph(words)
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


def workbook(**sheets: dict[str, object]) -> bytes:
    """An .xlsx: the name of a sheet -> the name of a cell -> what it holds."""
    saved = io.BytesIO()
    with xlsxwriter.Workbook(saved, {"in_memory": True}) as book:
        for name, cells in sheets.items():
            sheet = book.add_worksheet(name)
            for place, value in cells.items():
                sheet.write(place, value)
    return saved.getvalue()


def picture(kind: str) -> bytes:
    """A JPEG or PNG of a few dots."""
    saved = io.BytesIO()
    Image.new("RGB", (4, 4), "white").save(saved, kind)
    return saved.getvalue()


def zipped(**files: bytes) -> bytes:
    """A zip archive."""
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return saved.getvalue()


MP4 = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0" * 16
HTML = b"<!DOCTYPE html><html><title>Masuk - Akun Google</title></html>"
