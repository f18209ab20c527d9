"""Footnotes: every mark has its note, a note is data, and acuan.docx's own notes stay."""

import io
import re
import zipfile

import docx
import pytest
import sample
from openxml_audit import OpenXmlValidator
from sound_docx import faults
from test_render_acuan import ACUAN, packed, swap

from scmaster.passages.cells import Link, Noted

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ADDRESS = "https://contoh.go.id/perwali?a=1&b=2"


def part(artifact, name="word/footnotes.xml"):
    with zipfile.ZipFile(io.BytesIO(artifact.content)) as package:
        return package.read(name).decode() if name in package.namelist() else ""


def marks(artifact):
    return re.findall(r'<w:footnoteReference w:id="(\d+)"/>', part(artifact, "word/document.xml"))


def notes(artifact):
    """Return the words of every note but the separators, by id."""
    found = re.findall(r'<w:footnote [^>]*?w:id="(\d+)">(.*?)</w:footnote>', part(artifact))
    return {key: "".join(re.findall("<w:t [^>]*>([^<]*)<", xml)).strip() for key, xml in found}


def test_every_mark_has_its_note_in_order(rendered):
    artifact, problems = rendered(
        'Satu{{ footnote("Pertama") }} dan dua{{ footnote(nilai) }}.\n\n'
        '- butir{{ footnote("Ketiga") }}\n\n'
        '{{ table([[kata]], [col("A")]) }}'.replace("kata", "nilai"),
        Noted("di sel", ["Kedua"]),
    )

    assert problems == []
    assert marks(artifact) == ["1", "2", "3", "4"]
    own = {key: words for key, words in notes(artifact).items() if key != "0"}
    assert list(own.values()) == ["Pertama", "di sel", "Ketiga", "Kedua"]
    assert faults(artifact.content) == []


def test_an_address_in_a_note_is_a_link_of_that_part_and_readable_in_print(rendered):
    artifact, _ = rendered("{{ nilai }}", Noted("Perwali", [Link("Naskah", ADDRESS)]))
    related = part(artifact, "word/_rels/footnotes.xml.rels")

    assert 'Target="https://contoh.go.id/perwali?a=1&amp;b=2"' in related
    assert re.findall(r'r:id="(\w+)"', part(artifact)) == re.findall(r'\bId="(\w+)"', related)
    assert notes(artifact)["1"] == "Naskah, https://contoh.go.id/perwali?a=1&amp;b=2"
    assert faults(artifact.content) == []


@pytest.mark.parametrize("words", sample.HOSTILE)
def test_a_note_is_data_and_never_markup(rendered, words):
    artifact, problems = rendered("Isi{{ footnote(nilai) }}.", words)
    root = docx.oxml.parse_xml(part(artifact).encode())
    last = root[-1]
    said = "".join(
        "\n" if node.tag.endswith("}br") else node.text or ""
        for node in last.iter()
        if node.tag.endswith(("}t", "}br"))
    )

    assert problems == []
    assert said.removeprefix(" ") == words.replace("\t", " ")


def test_the_separators_are_there_and_named_in_the_settings(rendered, tmp_path):
    artifact, _ = rendered("Isi{{ footnote('a') }}.")

    assert re.findall(r'w:type="(\w+)" w:id="(-?\d+)"', part(artifact)) == [
        ("separator", "-1"),
        ("continuationSeparator", "0"),
    ]
    settings = part(artifact, "word/settings.xml")
    assert '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' in settings
    path = tmp_path / "satu.docx"
    path.write_bytes(artifact.content)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_a_document_without_notes_has_no_part_for_them(rendered):
    artifact, _ = rendered("Isi.")

    assert part(artifact) == ""
    assert "footnotePr" not in part(artifact, "word/settings.xml")


OWN = (
    f"<w:footnotes {W}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    '</w:r></w:p></w:footnote><w:footnote w:id="7"><w:p><w:r><w:t xml:space="preserve">milik acuan'
    "</w:t></w:r></w:p></w:footnote></w:footnotes>"
)
RELATED = (
    '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/footnotes" Target="footnotes.xml"/></Relationships>'
)
TYPED = (
    '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.footnotes+xml"/></Types>'
)


def test_the_notes_of_acuan_stay_and_ours_come_after_them(rendered):
    acuan = packed(
        {
            "word/_rels/document.xml.rels": swap("</Relationships>", RELATED),
            "[Content_Types].xml": swap("</Types>", TYPED),
        },
        more=[("word/footnotes.xml", OWN)],
    )
    artifact, problems = rendered(
        "Isi{{ footnote(nilai) }}.", Link("kita", ADDRESS), **{"_shared/acuan.docx": acuan}
    )

    assert problems == []
    assert marks(artifact) == ["8"]
    assert list(notes(artifact)) == ["0", "7", "8"]
    assert notes(artifact)["7"] == "milik acuan"
    assert notes(artifact)["8"].startswith("kita, https://")
    assert faults(artifact.content) == []


def test_the_styles_are_found_by_name():
    styles = docx.Document(ACUAN).styles
    assert {"footnote text", "footnote reference", "Nomor Klaim"} <= {s.name for s in styles}


def test_two_renders_are_the_same_bytes(rendered):
    value = Noted("Perwali", [Link("Naskah", ADDRESS)])
    first, second = (rendered("{{ nilai }}", value)[0].content for _ in range(2))

    assert first == second
