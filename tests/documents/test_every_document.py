"""Every document of every city: what Word needs, what the schemas say, what python-docx reads."""

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from small_city import ROOT, small
from sound_docx import faults

from scmaster import documents, pipeline

KOTA = (Path(__file__).parent / "kota.yaml").read_text("utf-8")
CITIES = ("kota-uji", "balikpapan", "samarinda")


@pytest.fixture(scope="module", params=CITIES)
def built(request):
    """All documents of a city, as a draft where it has errors."""
    city = request.param
    folder = ROOT / "cities" / city
    if city == "kota-uji":
        case = small(KOTA)
    else:
        case = pipeline.understand_city(folder, ROOT, on=date(2026, 11, 23))
    order = pipeline.Order(formats=("docx",), draft=bool(case.errors))
    made = pipeline.build(case, folder, ROOT, order)
    own = tuple(slug for slug in documents.slugs() if documents.own(slug))
    ours = pipeline.build(case, folder, ROOT, replace(order, documents=own, internal=True))
    return replace(
        made,
        artifacts=(*made.artifacts, *ours.artifacts),
        left_out=(*(each for each in made.left_out if each[0] not in own), *ours.left_out),
        diagnostics=(*made.diagnostics, *ours.diagnostics),
    )


def test_every_document_is_made_or_said_to_lack_something(built):
    names = {artifact.name.partition("/")[0].removesuffix(".docx") for artifact in built.artifacts}
    made = {name.removesuffix(documents.INTERNAL) for name in names}

    assert built.diagnostics == ()
    left_out = {name.partition(".")[0] for name, _ in built.left_out}
    assert made | left_out == set(documents.slugs())
    assert all(reason for _, reason in built.left_out)


def test_word_finds_nothing_damaged(built):
    assert {a.name: faults(a.content) for a in built.artifacts} == {
        a.name: [] for a in built.artifacts
    }


def test_the_schemas_find_nothing(built, tmp_path):
    from openxml_audit import OpenXmlValidator

    validator = OpenXmlValidator()
    for artifact in built.artifacts:
        path = tmp_path / Path(artifact.name).name
        path.write_bytes(artifact.content)
        found = validator.validate(path)
        assert [str(error) for error in found.errors] == [], artifact.name


def test_they_open_again_and_speak_indonesian(built):
    for artifact in built.artifacts:
        document = docx.Document(io.BytesIO(artifact.content))
        assert document.core_properties.language == "id-ID"
        assert document.core_properties.title
        assert len(document.element.body.xpath(".//w:t")) > 10


def test_the_guard_sees_what_is_damaged():
    """The twin that must fail: a style nobody defines and a bookmark that is not closed."""
    made = docx.Document()
    paragraph = made.add_paragraph("kata")
    mark = {qn("w:id"): "1", qn("w:name"): "Awal"}
    paragraph._p.append(paragraph._p.makeelement(qn("w:bookmarkStart"), mark))
    paragraph._p.get_or_add_pPr().get_or_add_pStyle().val = "Tidak-Ada"
    saved = io.BytesIO()
    made.save(saved)

    said = " ".join(faults(saved.getvalue()))
    assert "no style Tidak-Ada" in said
    assert "a bookmark is not closed" in said


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_libreoffice_lays_them_all_out(built, tmp_path):
    """Letters are all alike: of them the first is enough."""
    made = [a for a in built.artifacts if "/" not in a.name]
    made += [a for a in built.artifacts if "/" in a.name][:1]
    paths = [tmp_path / Path(artifact.name).name for artifact in made]
    for path, artifact in zip(paths, made, strict=True):
        path.write_bytes(artifact.content)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=300)

    for path in paths:
        pages = pypdf.PdfReader(path.with_suffix(".pdf")).pages
        assert [n for n, page in enumerate(pages, 1) if not _has_body(page)] == [], path.name


def _has_body(page):
    """Tell a page from an empty one, which has its header and footer only."""
    words = [line for line in page.extract_text().splitlines() if line.strip()]
    return len(words) > 3 or "/XObject" in page.get("/Resources", {})
