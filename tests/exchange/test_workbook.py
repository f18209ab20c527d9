"""Spreadsheets from anybody: what is read, what is said, what is refused."""

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scmaster.exchange import workbook
from scmaster.exchange.unpacking import unpacked
from scmaster.exchange.workbook import CellKind

SHEET = "xl/worksheets/sheet1.xml"
CONTENT = "[Content_Types].xml"


def ordinary():
    """An honest workbook with a cell of each kind."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Data"
    sheet["B2"], sheet["C2"], sheet["D2"] = "kata", 27.5, 0.275
    sheet["D2"].number_format = '0.0%;"rugi %"'
    sheet["E2"], sheet["F2"] = datetime(2024, 11, 6), True  # noqa: DTZ001  (a cell has no zone)
    sheet["G2"] = 1e20
    sheet["H2"] = 5
    sheet["H2"].number_format = '0" %"'
    return book


def bytes_of(book):
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def repacked(data, **parts):
    """Return a package with parts changed, added or (None) taken out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        held = {name: old.read(name) for name in old.namelist()}
        for name, change in parts.items():
            name = name.replace("__", "/")  # noqa: PLW2901  (names of parts are paths)
            held[name] = change(held.get(name, b"")) if callable(change) else change
        for name, content in held.items():
            if content is not None:
                new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


@pytest.fixture
def read(tmp_path):
    def reading(data, name="isian.xlsx"):
        (tmp_path / name).write_bytes(data)
        return workbook.read(tmp_path / name)

    return reading


def codes(found):
    return [d.code for d in found]


def test_each_kind_of_cell_is_kept_apart(read):
    book, found = read(bytes_of(ordinary()))
    sheet = book.sheet("Data")
    told = {c.name: (c.kind, c.text, c.percent) for c in sheet.cells.values()}
    assert found == []
    assert told == {
        "B2": (CellKind.TEXT, "kata", False),
        "C2": (CellKind.NUMBER, "27.5", False),
        "D2": (CellKind.NUMBER, "0.275", True),
        "E2": (CellKind.DATE, "2024-11-06", False),
        "F2": (CellKind.BOOL, "true", False),
        "G2": (CellKind.NUMBER, "100000000000000000000", False),
        "H2": (CellKind.NUMBER, "5", False),
    }
    assert sheet.last == (2, 8)


def odd(change):
    book = ordinary()
    change(book, book.active)
    return bytes_of(book)


def hidden_sheet(book, _):
    book.create_sheet("Rahasia").sheet_state = "hidden"


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (lambda _, s: s.__setitem__("B4", "=C2*2"), "SCM902", "lembar Data, sel B4: rumus"),
        (lambda _, s: s.merge_cells("B2:C3"), "SCM903", "lembar Data, sel B2:C3: sel digabung"),
        (lambda _, s: setattr(s.row_dimensions[2], "hidden", True), "SCM904", "baris 2"),
        (lambda _, s: setattr(s.column_dimensions["C"], "hidden", True), "SCM904", "kolom C"),
        (hidden_sheet, "SCM904", "lembar Rahasia disembunyikan"),
    ],
)
def test_what_is_no_plain_value_in_plain_sight_is_said(read, change, code, words):
    book, found = read(odd(change))
    assert book is not None
    assert codes(found) == [code]
    assert words in found[0].message


def with_relation(kind, target):
    link = (
        '<Relationship Id="rId99" TargetMode="External" Type="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>'
    )
    return lambda data: data.replace(b"</Relationships>", link.encode())


BOMB = b"0" * 25_000_000
DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "bbbb">]>'


@pytest.mark.parametrize(
    ("parts", "code", "word"),
    [
        ({"xl__vbaProject.bin": b"\0"}, "SCM901", "makro"),
        ({CONTENT: lambda d: d.replace(b"sheet.main", b"sheet.macroEnabled.main")}, "SCM901", ""),
        ({"xl__externalLinks__externalLink1.xml": b"<a/>"}, "SCM901", "tautan ke buku kerja lain"),
        ({"xl__connections.xml": b"<a/>"}, "SCM901", "sambungan"),
        ({"xl__embeddings__oleObject1.bin": b"\0"}, "SCM901", "objek tertanam"),
        ({"xl__activeX__activeX1.xml": b"<a/>"}, "SCM901", "ActiveX"),
        (
            {"xl___rels__workbook.xml.rels": with_relation("externalLinkPath", "file:///x")},
            "SCM901",
            "tautan keluar",
        ),
        ({"xl__media__bom.bin": BOMB}, "SCM900", "terlalu besar"),
        (
            {"xl__workbook.xml": lambda d: d.replace(b"<workbook", DOCTYPE + b"<workbook", 1)},
            "",
            "",
        ),
        ({"xl__workbook.xml": None, "xl__workbook.bin": b"\0"}, "SCM900", ".xlsb"),
        ({SHEET.replace("/", "__"): b"<worksheet><sheetData><row>"}, "SCM900", "rusak"),
        ({SHEET.replace("/", "__"): lambda d: d.replace(b'r="B2"', b'r="B9999999"')}, "SCM900", ""),
        (
            {SHEET.replace("/", "__"): lambda d: d.replace(b'r="H2"', b'r="XFD2"')},
            "SCM900",
            "kolom",
        ),
        ({"xl__worksheets__..__..__x": b"x"}, "SCM900", "tidak wajar"),
    ],
)
def test_what_no_honest_form_holds_is_refused(read, parts, code, word):
    book, found = read(repacked(bytes_of(ordinary()), **parts))
    assert book is None
    assert len(found) == 1
    assert found[0].code == (code or "SCM900")
    assert word in found[0].message


@pytest.mark.parametrize(
    ("data", "name", "word"),
    [
        (b"", "a.xlsx", "kosong"),
        (b"%PDF-1.7\n", "a.xlsx", "PDF"),
        (b"PK\x03\x04rusak", "a.xlsx", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls", ".xls lama atau disandi"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.xlsx",
            "disandi",
        ),
        (bytes(range(256)) * 4, "a.xlsx", "bukan lembar kerja"),
        (b"<html><table></table></html>", "a.xls", "halaman web"),
        (b"a,b\n" + b"x" * 200_000, "a.csv", "rusak"),
        (b"a\n" * 20_001, "a.csv", "melebihi 20000 baris"),
    ],
)
def test_what_is_no_workbook_is_refused(read, data, name, word):
    book, found = read(data, name)
    assert book is None
    assert codes(found) == ["SCM900"]
    assert word in found[0].message


def test_a_file_that_is_not_there_is_a_finding(tmp_path):
    book, found = workbook.read(tmp_path / "tidak-ada.xlsx")
    assert (book, codes(found)) == (None, ["SCM900"])


def test_a_file_that_takes_too_long_is_a_finding(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(bytes_of(ordinary()))
    book, found = workbook.read(tmp_path / "a.xlsx", timeout=0.01)
    assert (book, codes(found)) == (None, ["SCM900"])
    assert "tidak selesai dibaca" in found[0].message


def test_a_link_that_somebody_typed_is_no_danger(read):
    book = ordinary()
    book.active["B5"] = "https://contoh.go.id"
    book.active["B5"].hyperlink = "https://contoh.go.id"
    made, found = read(bytes_of(book))
    assert (made.sheet("Data").text(5, 2), found) == ("https://contoh.go.id", [])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ('nama;nilai\n"a;b";1,5\n', "utf-8-sig"),
        ('nama,nilai\n"a;b","1,5"\n', "utf-8"),
        ("nama\tnilai\na;b\t1,5\n", "utf-16"),
        ("nama;nilai\r\na;b é;1,5\r\n".replace("a;b é", '"a;b"'), "cp1252"),
    ],
)
def test_text_between_separators_is_a_sheet_too(read, text, encoding):
    book, found = read(text.encode(encoding), "survei.csv")
    assert found == []
    sheet = book.sheets[0]
    assert [sheet.text(2, 1), sheet.text(2, 2)] == ["a;b", "1,5"]


PLAIN = bytes_of(ordinary())


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(st.integers(0, len(PLAIN) - 1), st.integers(0, 255)), max_size=8), st.data()
)
def test_whatever_the_bytes_there_is_an_answer_and_no_traceback(tmp_path, changes, data):
    made = bytearray(PLAIN)
    for at, value in changes:
        made[at] = value
    cut = data.draw(st.integers(0, len(made)))
    whole = data.draw(st.booleans())
    (tmp_path / "a.xlsx").write_bytes(bytes(made if whole else made[:cut]))
    told = unpacked(tmp_path / "a.xlsx")
    assert ("sheets" in told) != ("problem" in told)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=300))
def test_whatever_stands_in_a_sheet_there_is_an_answer(tmp_path, inside):
    start = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    )
    sheet = start + inside + b"</sheetData></worksheet>"
    (tmp_path / "a.xlsx").write_bytes(
        repacked(PLAIN, xl__worksheets__sheet1_xml=None, **{SHEET: sheet})
    )
    told = unpacked(tmp_path / "a.xlsx")
    assert ("sheets" in told) != ("problem" in told)
