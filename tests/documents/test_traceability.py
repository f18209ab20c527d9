"""Whatever a document claims stands in its annex once, with the line of YAML that says it."""

import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest
import yaml
from docx.oxml.ns import qn
from small_city import BASE, IMPRINT, ROOT, cell, small

from scmaster import documents, render
from scmaster.passages.cells import Stated
from scmaster.render import trace

KOTA = (Path(__file__).parent / "kota.yaml").read_text("utf-8")
DOCUMENTS = ("laporan-evaluasi", "tindak-lanjut-rekomendasi")


@pytest.fixture(scope="module", params=DOCUMENTS)
def made(request):
    """A document's data, and the bytes of its .docx."""
    data = documents.module(request.param).compose(small(KOTA), IMPRINT)
    artifact, problems = render.render(request.param, data, ROOT)
    assert problems == []
    return data, artifact.content


def claims(value):
    """Yield every claim in composed data, wherever it stands."""
    if isinstance(value, Stated):
        yield value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from claims(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from claims(getattr(value, name))


def line_of(file, identity, path):
    """Return the line of a field in a file of the city, by walking the YAML's own nodes."""
    text = KOTA if file == "tambahan.yaml" else (BASE / file).read_text("utf-8")
    sections = [section for _, section in yaml.compose(text).value]
    records = [r for s in sections for r in (s.value if isinstance(s, yaml.SequenceNode) else [s])]

    def child(node, step):
        if isinstance(node, yaml.SequenceNode):
            return node.value[int(step)]
        return next(value for key, value in node.value if key.value == step)

    node = next(r for r in records if child(r, "id").value == identity)
    for step in path.split("."):
        node = child(node, step)
    return node.start_mark.line + 1


def annex(content):
    """Return the rows of the last table with a claim's number in its first column."""
    tables = docx.Document(io.BytesIO(content)).tables
    table = next(t for t in reversed(tables) if words(t.rows[-1].cells[0]).startswith("K"))
    return [[words(c) for c in row.cells] for row in table.rows[1:]]


def words(found):
    return "".join(node.text or "" for node in found._tc.iter(qn("w:t")))


def test_every_claim_stands_in_the_annex_exactly_once_with_its_line(made):
    data, content = made
    stated = {}
    for c in claims(data):
        stated.setdefault((c.claim.record, c.claim.field), c)  # a second telling keeps the first
    traced = trace.read(content).claims

    assert len(stated) > 2
    assert sorted((t.record, t.field) for t in traced) == sorted(stated)
    assert [t.span.line for t in traced] == [
        line_of(t.span.file, t.record, t.field) for t in traced
    ]
    rows = annex(content)
    assert [row[0] for row in rows] == [t.number for t in traced]
    assert [row[2] for row in rows] == [f"{t.span.file}:{t.span.line}" for t in traced]
    for row, one in zip(rows, traced, strict=True):
        what, evidence, digests = stated[one.record, one.field].claim.row
        assert row[1] == what
        shown = [re.sub(" // |!", "", cell(value)) for value in (evidence, digests)]
        assert row[3:] == shown


def test_every_number_stands_behind_the_words_of_its_claim(made):
    _, content = made
    document = docx.Document(io.BytesIO(content))
    marks = {
        start.get(qn("w:name")): start for start in document.element.iter(qn("w:bookmarkStart"))
    }

    for one in trace.read(content).claims:
        start = marks[one.bookmark]
        cell_of = next(start.iterancestors(qn("w:p")))
        said = "".join(node.text or "" for node in cell_of.iter(qn("w:t")))
        assert f"\N{NO-BREAK SPACE}{one.number}" in said


def test_evidence_comes_with_its_digest_where_it_is_recorded():
    digest = "0123456789abcdef" * 4
    recorded = KOTA.replace("legal_status: enacted", f"legal_status: enacted\n    sha256: {digest}")
    data = documents.module("laporan-evaluasi").compose(small(recorded), IMPRINT)
    fact = next(c for c in claims(data) if c.claim.field == "fact" and c.claim.proofs)

    assert ("ev-perwali", digest) in fact.claim.proofs
    assert "0123456789ab…" in fact.claim.row[2]


def test_the_digest_is_that_of_the_locked_file_and_never_of_a_confidential_one():
    case = small(KOTA)
    locked = {"ev-perwali": "ab" * 32, "ev-rahasia": "cd" * 32}
    case = replace(case, dossier=replace(case.dossier, digests=locked))
    told = str(list(documents.composed("laporan-evaluasi", case, IMPRINT)))

    assert "ab" * 32 in told
    assert "cdcdcd" not in told
    internal = replace(IMPRINT, internal=True)
    assert "cd" * 32 in str(list(documents.composed("laporan-evaluasi", case, internal)))


def test_no_digest_of_confidential_evidence_is_told():
    digest = "fedcba9876543210" * 4
    recorded = KOTA.replace(
        "classification: terbatas", f"classification: terbatas\n    sha256: {digest}"
    )
    data = documents.module("laporan-evaluasi").compose(small(recorded), IMPRINT)
    fact = next(c for c in claims(data) if c.claim.field == "fact" and c.claim.proofs)

    assert ("ev-rahasia", "") in fact.claim.proofs
    assert "diperlihatkan saat visitasi" in fact.claim.row[2]
    assert "fedcba" not in str(fact)


def test_two_renders_are_the_same_bytes(made):
    data, content = made
    slug = "laporan-evaluasi" if hasattr(data, "scope") else "tindak-lanjut-rekomendasi"

    assert render.render(slug, data, ROOT)[0].content == content
