"""Every document of a real city still says and keeps the same once LibreOffice has saved it."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from handed_back import commented, forgetful, tracked

from scmaster import documents, pipeline
from scmaster.render.trace import digest_of
from scmaster.returned import paper, provenance
from scmaster.returned.aligning import differences
from scmaster.returned.comparing import Version

ROOT = Path(__file__).parents[2]
BALIKPAPAN = ROOT / "cities" / "balikpapan"
pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
LETTER = "permintaan-data"


@pytest.fixture(scope="module")
def case():
    return pipeline.understand_city(BALIKPAPAN, ROOT, on=date(2026, 1, 15))


@pytest.fixture(scope="module")
def made(case):
    """The documents of Balikpapan by the name of their file; one letter of many."""
    order = pipeline.Order(formats=["docx"], draft=True)
    built = pipeline.build(case, BALIKPAPAN, ROOT, order)
    found = {}
    for artifact in built.artifacts:
        name = artifact.name.replace("/", "_")
        letters = [n for n in found if n.startswith(LETTER)]
        if not (name.startswith(LETTER) and letters):
            found[name] = artifact.content
    return found


@pytest.fixture(scope="module")
def resaved(made, tmp_path_factory):
    """The same, opened and saved by LibreOffice; and one with remarks in it."""
    folder = tmp_path_factory.mktemp("asli")
    remarked = commented(tracked(made["laporan-evaluasi.docx"], 3, "999 km2"), (1, "Dari mana?"))
    for name, content in {**made, "diulas.docx": remarked}.items():
        (folder / name).write_bytes(content)
    out = folder / "simpan"
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(out)]
    sources = sorted(str(path) for path in folder.glob("*.docx"))
    subprocess.run([*command, *sources], check=True, capture_output=True, timeout=300)
    return {path.name: path.read_bytes() for path in out.glob("*.docx")}


def test_every_kind_of_document_that_the_city_has_is_looked_at(made):
    slugs = {provenance.of(paper.read(content)).origin.document for content in made.values()}

    assert LETTER in slugs
    assert "laporan-evaluasi" in slugs
    assert slugs <= set(documents.slugs())
    assert len(slugs) == len(made) > 6


def test_it_still_says_the_same(made, resaved):
    for name, content in made.items():
        before, after = paper.read(content), paper.read(resaved[name])
        assert differences(before.story, after.story) == [], name


def test_it_still_knows_what_it_was_and_where_each_claim_is(made, resaved):
    for name, content in made.items():
        before, after = paper.read(content), paper.read(resaved[name])
        assert after.trace == before.trace, name
        words = Version.of(after, after.trace, ()).claimed()
        assert {(c.record, c.field): c.words for c in before.trace.claims} == {
            key: digest_of(said) for key, said in words.items()
        }, name


def test_remarks_are_where_they_were(resaved):
    read = paper.read(resaved["diulas.docx"])
    tying = Version.of(read, read.trace, ()).tying
    (comment,) = read.comments
    (edited,) = [at for at, p in enumerate(read.story.passages) if any(e.text for e in p.edits)]

    assert tying.tie(comment.anchor.first, *comment.anchor[1:4:2]).claims[0].number == "K1"
    assert tying.tie(edited, 0, 3).claims[0].number == "K3"


def test_what_lost_its_notes_is_known_by_what_is_printed_on_it(made, case):
    for name, content in made.items():
        kept, lost = (provenance.of(paper.read(c)) for c in (content, forgetful(content)))
        read = paper.read(content)
        assert lost.printed, name
        assert lost.commit == kept.commit, name
        assert lost.origin.version == kept.origin.version, name
        assert lost.origin.document in {kept.origin.document, ""}, name
        assert lost.origin.submission in {kept.origin.submission, ""}, name
        assert provenance.is_of(lost, read, case), name
