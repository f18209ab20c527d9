"""The joint commitment: who was to sign on its day, who has, and who stands for them now."""

import io
from pathlib import Path

import docx
import pytest
from small_city import IMPRINT, ROOT, outline, small

from scmaster import render
from scmaster.documents import komitmen_bersama as document
from scmaster.passages.cells import Missing

KOTA = (Path(__file__).parent / "kota.yaml").read_text("utf-8")

SIGNED = """\
commitments:
  - {id: komitmen, title: Komitmen, date: 2024-03-01, signed_by_all: %s}
"""


def offices(data):
    """Return every office of the table with its cell for the signature."""
    halves = [half for row in data.signatories for half in (row[:3], row[3:]) if half[0]]
    return {(cell[0] if isinstance(cell, list) else cell): sign for _, cell, sign in halves}


def test_the_composed_data(golden):
    data = document.compose(small(KOTA), IMPRINT)

    golden("komitmen-bersama/data.txt", "\n".join(outline(data)) + "\n")


def test_an_office_that_came_later_does_not_sign_and_one_that_went_is_followed():
    data = document.compose(small(KOTA), IMPRINT)
    shown = "\n".join(outline(data))

    assert "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu" not in offices(data)
    assert "Dinas Perizinan // (kini DPMPTSP)" in shown


def test_who_has_signed_who_has_not_and_who_is_not_on_record():
    signs = offices(document.compose(small(KOTA), IMPRINT))

    assert signs["Dinas Komunikasi dan Informatika"] == "sudah"
    assert signs["Dinas Perizinan"] == Missing("belum")
    assert signs["Dinas Lingkungan Hidup"] == Missing("tidak tercatat")


@pytest.mark.parametrize(("said", "shown"), [("ya", "sudah menurut sumber"), ("tidak", None)])
def test_what_a_source_says_of_all_is_said_as_the_sources_word(said, shown):
    data = document.compose(small(SIGNED % said), IMPRINT)

    assert len(offices(data)) == 3
    for sign in offices(data).values():
        assert sign == (shown or Missing("tidak tercatat"))


def test_the_newest_commitment_is_the_one():
    older = "  - {id: lama, title: Lama, date: 2019-10-03}\n"
    data = document.compose(small(SIGNED % "ya" + older), IMPRINT)

    assert data.title == "Komitmen"


def test_a_city_without_a_commitment_is_told_so():
    assert document.lacks(small()) == "belum ada komitmen bersama yang tercatat"


def test_balikpapans_source_does_not_say_who(balikpapan):
    data = document.compose(balikpapan, IMPRINT)

    assert "tanpa merinci siapa" in data.sentence
    assert set(offices(data).values()) == {"sudah menurut sumber"}
    assert "Puskesmas Mekarsari" not in offices(data)


def test_it_has_a_kop_and_no_cover(balikpapan):
    artifact, found = render.render("komitmen-bersama", document.compose(balikpapan, IMPRINT), ROOT)

    assert found == []
    words = [p.text for p in docx.Document(io.BytesIO(artifact.content)).paragraphs]
    assert words[0] == "Pemerintah Kota Balikpapan"
    assert words[2].startswith("Komitmen bersama dukungan")
