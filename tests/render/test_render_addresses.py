"""Which addresses a document links to: the web, a letter box, and what lies below it."""

import pytest

from scmaster.render.addresses import address, printed


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("./eviden/UJI.01/ev-sk.pdf", "eviden/UJI.01/ev-sk.pdf"),
        ("./eviden/surat baru 100%.pdf", "eviden/surat%20baru%20100%25.pdf"),
        ("./eviden/a#b?c.pdf", "eviden/a%23b%3Fc.pdf"),
        ("./dokumen/é.docx", "dokumen/%C3%A9.docx"),
    ],
)
def test_a_file_below_the_document_is_linked_to(url, link):
    assert address(url) == link
    assert printed(url) == url.removeprefix("./")


@pytest.mark.parametrize(
    "url",
    [
        "./",
        "./../luar.pdf",
        "./eviden/../../luar.pdf",
        ".//server/berkas",
        "./eviden//a.pdf",
        "./\\\\server\\berkas",
        "./javascript:alert(1)",
        "./C:/berkas.pdf",
        "./a\u202eb.pdf",
        "../luar.pdf",
        "eviden/a.pdf",
        "/etc/hosts",
        "file:///etc/hosts",
        "javascript:alert(1)",
    ],
)
def test_no_other_file_is(url):
    assert address(url) == ""
