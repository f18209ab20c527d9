"""The matrix of evidence: every piece once by issuer, every use by question."""

from pathlib import Path

from small_city import IMPRINT, ROOT, outline, small

from scmaster import render
from scmaster.documents import matriks_eviden as document
from scmaster.model.evidence import Evidence

KOTA = (Path(__file__).parent / "kota.yaml").read_text("utf-8")


def test_the_composed_data(golden):
    data = document.compose(small(KOTA), IMPRINT)

    golden("matriks-eviden/data.txt", "\n".join(outline(data)) + "\n")


def test_every_piece_stands_under_its_issuer_once(balikpapan):
    data = document.compose(balikpapan, IMPRINT)
    shown = [row[0] for share in data.by_owner for row in share.rows]

    assert sorted(shown) == sorted(
        e.printed_id or e.id for e in balikpapan.dossier.of(Evidence).values()
    )
    assert sum(int(row[1]) for row in data.counts) == len(shown)


def test_every_use_for_a_question_stands_once(balikpapan):
    data = document.compose(balikpapan, IMPRINT)
    uses = sum(len(standing.claims) for standing in balikpapan.standings.values())

    assert len([row for row in data.by_question if row[4] != "–"]) == uses > 20


def test_every_use_stands_under_the_office_that_answers_for_it(balikpapan):
    data = document.compose(balikpapan, IMPRINT)
    offices = [row[0] for row in data.by_office if len(row) == 1]
    rows = [row for row in data.by_office if len(row) > 1]

    assert len(offices) == len(set(offices)) == len({row[1] for row in data.by_question}) > 3
    assert len(rows) == len(data.by_question)
    assert {(row[0], str(row[2])) for row in rows} == {
        (row[0], str(row[3])) for row in data.by_question
    }


def test_what_is_confidential_is_not_linked():
    shown = "\n".join(outline(document.compose(small(KOTA), IMPRINT)))

    assert "rahasia.contoh.go.id" not in shown
    assert "jdih.contoh.go.id" in shown  # the same search does find what is linked


def test_the_small_citys_as_html(golden):
    data = document.compose(small(KOTA), IMPRINT)
    artifact, found = render.render("matriks-eviden", data, ROOT, form="html")

    assert found == []
    main = artifact.content.decode().partition("<main>")[2]
    golden("matriks-eviden/laman.html", main)


def test_it_is_rendered(balikpapan):
    artifact, found = render.render("matriks-eviden", document.compose(balikpapan, IMPRINT), ROOT)

    assert found == []
    assert artifact.name == "matriks-eviden.docx"
