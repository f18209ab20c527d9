"""Claims: numbered as they are printed, bookmarked once, listed with their place."""

import io
import os
import re
import zipfile
from dataclasses import replace

import docx
import pytest
import sample
from sound_docx import faults

from scmaster.diagnostics import Span
from scmaster.passages.cells import Claim, Missing, Stated
from scmaster.render import trace
from scmaster.render.claims import Claims
from scmaster.source.package import read

ANNEX = (
    '{{ traces([col("No."), col("Apa", 4), col("Tempat", 3), col("Eviden", 2), col("Sidik", 2)]) }}'
)


def claim(record, field="fact", file="cities/kota-uji/jawaban.yaml", line=3, **more):
    about = f"tentang {record}"
    given = {"proofs": (), "row": (about, Missing("belum ada eviden"), "–")} | more
    return Stated(f"isi {record}", Claim(record, field, Span(file, line, 5), **given))


def body(artifact):
    return read(artifact.content)["word/document.xml"].decode()


def test_numbers_follow_the_order_of_the_document(rendered):
    artifact, problems = rendered(
        "{{ nilai[1] }} lalu {{ nilai[0] }}\n\n" + ANNEX, [claim("a"), claim("b")]
    )
    table = docx.Document(io.BytesIO(artifact.content)).tables[-1]
    annex = [
        ["".join(t.text for t in c._tc.iter() if t.tag.endswith("}t")) for c in row.cells]
        for row in table.rows
    ]

    assert problems == []
    assert annex[1:] == [
        ["K1", "tentang b", "cities/kota-uji/jawaban.yaml:3", "belum ada eviden", "–"],
        ["K2", "tentang a", "cities/kota-uji/jawaban.yaml:3", "belum ada eviden", "–"],
    ]
    assert faults(artifact.content) == []


def test_a_claim_said_twice_has_one_number_and_one_bookmark(rendered):
    artifact, _ = rendered("{{ nilai }} dan lagi {{ nilai }}\n\n" + ANNEX, claim("a"))
    xml = body(artifact)

    assert xml.count(">\N{NO-BREAK SPACE}K1<") == 2
    assert re.findall(r'w:name="(Klaim\d+|Telusur\d+)"', xml) == ["Klaim1", "Telusur1"]
    assert xml.count('w:anchor="Telusur1"') == 2
    assert xml.count('w:anchor="Klaim1"') == 1


def test_a_number_leads_nowhere_where_there_is_no_annex(rendered):
    artifact, _ = rendered("{{ nilai }}", claim("a"))

    assert "K1<" in body(artifact)
    assert "w:anchor" not in body(artifact)
    assert faults(artifact.content) == []


def test_words_with_empty_lines_are_one_claim(rendered):
    long = replace(claim("a"), text="satu\n\ndua\n\ntiga")
    artifact, _ = rendered("{{ nilai }}", long)

    assert len(trace.read(artifact.content).claims) == 1
    assert body(artifact).count("K1<") == 1
    assert faults(artifact.content) == []


def test_a_document_without_claims_carries_no_trace(rendered):
    artifact, _ = rendered("Isi.\n\n" + ANNEX)

    assert not any(name.startswith("customXml") for name in read(artifact.content))
    with pytest.raises(trace.UntracedError, match="tidak memuat pernyataan"):
        trace.read(artifact.content)


def test_another_number_of_columns_is_told_with_the_line(rendered):
    artifact, (problem,) = rendered('\n{{ traces([col("No.")]) }}')

    assert artifact is None
    assert (problem.code, problem.span.line) == ("SCM611", 2)
    assert "5 kolom" in problem.message


@pytest.mark.parametrize(
    ("shown", "city", "told"),
    [
        ("cities/uji/a.yaml", "cities/uji", "cities/uji/a.yaml"),
        ("../ruang/cities/uji/b/a.yaml", "../ruang/cities/uji", "cities/uji/b/a.yaml"),
        ("../lain/uji/a.yaml", "../lain/uji", "uji/a.yaml"),
        ("kota.yaml", None, "kota.yaml"),
        ("/rahasia/a.yaml", None, "a.yaml"),
        ("../../a.yaml", None, "a.yaml"),
    ],
)
def test_places_are_told_from_the_workspace_and_never_absolutely(
    tmp_path, monkeypatch, shown, city, told
):
    from scmaster.render.blocks import Paragraph, Run

    (tmp_path / "sini").mkdir()
    monkeypatch.chdir(tmp_path / "sini")
    folder = None if city is None else (tmp_path / "sini" / city)
    if city is not None:
        folder.mkdir(parents=True)
    for home in (folder, None if city is None else os.path.relpath(folder)):
        made = Claims(None if home is None else type(tmp_path)(home))
        made.numbered((Paragraph((Run("x", claim=claim("a", file=shown).claim),)),))
        assert [one.file for one in made] == [told]


def test_what_is_read_back_is_what_was_written(rendered):
    said = claim(
        "jaw-1", "measures.0", line=12, subject="BAS.01", proofs=(("ev-1", "ab" * 32), ("ev-2", ""))
    )
    hostile = claim("a&<\"'>", "x]]>")
    artifact, _ = rendered("{{ nilai[0] }} {{ nilai[1] }}", [said, hostile])
    found = trace.read(artifact.content)

    assert found.commit == "abc1234"
    assert found.claims[0] == trace.Traced(
        "K1",
        "Klaim1",
        "tentang jaw-1",
        "jaw-1",
        "BAS.01",
        "measures.0",
        Span("cities/kota-uji/jawaban.yaml", 12, 5),
        (trace.Proof("ev-1", "ab" * 32), trace.Proof("ev-2", "")),
        trace.digest_of("isi jaw-1"),
    )
    assert (found.claims[1].record, found.claims[1].field) == ("a&<\"'>", "x]]>")
    for words in ("K1", "k1", "1", "01", "Klaim1", "jaw-1", "bas.01"):
        assert [one.number for one in found.find(words)] == ["K1"], words
    assert found.find("K3") == []
    assert found.nearest("BAS.1") == ["BAS.01"]


def repacked(content, change):
    """Return a .docx with its trace changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in read(content).items():
            package.writestr(name, change(data) if name == "customXml/item1.xml" else data)
    return made.getvalue()


DECLARED = (
    '<?xml version="1.0" encoding="cp037"?><!DOCTYPE t [<!ENTITY a "b">]>'
    '<trace xmlns="urn:scmaster:trace:1" commit="&a;"/>'
)
HOSTILE = {
    "cut": (lambda d: d[:-20], "rusak"),
    "no number": (lambda d: d.replace(b'line="3"', b'line="x"'), "rusak"),
    "huge number": (lambda d: d.replace(b'line="3"', b'line="' + b"9" * 5000 + b'"'), "rusak"),
    "doctype": (lambda d: d.replace(b"<trace", b'<!DOCTYPE t [<!ENTITY a "b">]><trace'), "DOCTYPE"),
    "doctype in another encoding": (lambda _: DECLARED.encode("cp037"), "tidak memuat"),
    "another root": (
        lambda d: d.replace(b"trace ", b"lain ").replace(b"</trace", b"</lain"),
        "tidak memuat",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_trace_is_refused_in_words(rendered, name):
    change, why = HOSTILE[name]
    artifact, _ = rendered("{{ nilai }}", claim("a"))

    with pytest.raises(trace.UntracedError, match=why):
        trace.read(repacked(artifact.content, change))


@pytest.mark.parametrize("content", [b"", b"PK", b"bukan zip" * 99, b"\0" * 5000])
def test_what_is_no_docx_is_refused_in_words(content):
    with pytest.raises(trace.UntracedError, match="tidak dapat dibuka"):
        trace.read(content)


def test_what_a_terminal_would_obey_is_not_read(rendered):
    artifact, _ = rendered("{{ nilai }}", claim("a"))
    changed = repacked(
        artifact.content, lambda d: d.replace(b'record="a"', b'record="a&#155;&#x85;[2Jb"')
    )

    assert "\x9b" not in trace.read(changed).claims[0].record


def test_a_part_of_that_name_in_acuan_is_left_alone(rendered):
    from test_render_acuan import packed, swap

    acuan = packed(
        {
            "word/_rels/document.xml.rels": swap(
                "</Relationships>",
                '<Relationship Id="rId91" Type="http://schemas.openxmlformats.org/officeDocument/'
                '2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>',
            )
        },
        more=[("customXml/item1.xml", "<milik-acuan/>")],
    )
    artifact, problems = rendered("{{ nilai }}", claim("a"), **{"_shared/acuan.docx": acuan})
    parts = read(artifact.content)

    assert problems == []
    assert parts["customXml/item1.xml"] == b"<milik-acuan/>"
    assert b"urn:scmaster:trace:1" in parts["customXml/item2.xml"]
    assert len(trace.read(artifact.content).claims) == 1
    assert faults(artifact.content) == []


@pytest.mark.parametrize("words", sample.HOSTILE)
def test_hostile_words_of_a_claim_arrive_as_they_are(rendered, words):
    said = Claim(words, words, Span("a.yaml", 1, 1), ((words, ""),), (words, words, words), words)
    artifact, problems = rendered("{{ nilai }}\n\n" + ANNEX, Stated(words, said))
    (one,) = trace.read(artifact.content).claims
    flat = " ".join(words.split())

    assert problems == []
    assert (one.about, one.record, one.field, one.subject) == (flat, flat, flat, flat)
    assert [proof.id for proof in one.proofs] == [flat]
    row = docx.Document(io.BytesIO(artifact.content)).tables[-1].rows[-1]
    assert [c.text for c in row.cells][1] == words.replace("\t", " ")
    assert faults(artifact.content) == []
