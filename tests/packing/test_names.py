"""Names in a package: one a file, on every system."""

import pytest

from scmaster.assess.originals import Original
from scmaster.packing.names import Names


def original(file, kind="pdf"):
    return Original("ev", file, "0" * 64, 1, kind, "2024-12-31")


@pytest.mark.parametrize(
    ("file", "kind", "name"),
    [
        ("sk.pdf", "pdf", "eviden/ev-a.pdf"),
        ("rapat/SK final.PDF", "pdf", "eviden/ev-a.pdf"),
        ("tanpa akhiran", "docx", "eviden/ev-a.docx"),
        ("aneh.p%0Af", "pdf", "eviden/ev-a.pdf"),
        ("surat.d\u200boc", "text", "eviden/ev-a.txt"),
        ("lama", "ole", "eviden/ev-a"),
        ("entah", "", "eviden/ev-a"),
    ],
)
def test_the_ending_is_that_of_the_file_where_everybody_knows_it(file, kind, name):
    assert Names().take("eviden", "ev-a", original(file, kind)) == name


def test_names_that_differ_by_case_alone_are_told_apart():
    names = Names()

    assert names.take("eviden/A", "ev-a", original("a.pdf")) == "eviden/A/ev-a.pdf"
    assert names.take("eviden/a", "EV-A", original("b.pdf")) == "eviden/a/EV-A-2.pdf"
    assert names.take("eviden/a", "ev-a", original("b.pdf")) == "eviden/a/ev-a-3.pdf"


@pytest.mark.parametrize("identity", ["con", "NUL", "com1", "lpt9", "aux.lama"])
def test_what_windows_keeps_for_itself_gets_another_name(identity):
    name = Names().take("eviden", identity, original("a.pdf"))

    assert name == f"eviden/{identity}_.pdf"


def test_a_folder_too():
    assert Names().take("eviden/PRN", "ev-a", original("a.pdf")) == "eviden/PRN_/ev-a.pdf"
