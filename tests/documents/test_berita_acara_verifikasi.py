"""Minutes of looks in the field: what agrees, what does not, and who signs."""

from pathlib import Path

import pytest
from small_city import IMPRINT, ROOT, outline, small

from scmaster import render
from scmaster.documents import berita_acara_verifikasi as document
from scmaster.passages.cells import Missing

KOTA = (Path(__file__).parent / "kota.yaml").read_text("utf-8")

LOOK = "  - {id: lihat-%s, what: %s, date: %s, opd: diskominfo, agrees: %s}\n"


def looked(*looks):
    text = "verifications:\n" + "".join(LOOK % (n, *look) for n, look in enumerate(looks))
    return document.compose(small(text), IMPRINT)


def test_the_composed_data(golden):
    data = document.compose(small(KOTA), IMPRINT)

    golden("berita-acara-verifikasi/data.txt", "\n".join(outline(data)) + "\n")


def test_a_disagreement_is_marked_in_its_row_and_named_in_the_conclusion():
    data = document.compose(small(KOTA), IMPRINT)

    assert [row[-1] for row in data.looks] == [Missing("tidak sesuai"), "sesuai"]
    assert "1 tidak sesuai, yaitu quick win Layanan perizinan daring (2024)" in data.conclusion


def test_of_several_looks_at_one_thing_the_last_one_holds():
    data = looked(("ev-laporan", "2024-12-01", "tidak"), ("ev-laporan", "2024-12-09", "ya"))

    assert len(data.looks) == 2
    assert data.conclusion.startswith("Dari 1 hal yang diperiksa, 1 sesuai dengan dokumen.")
    assert data.opening.startswith("Antara 1 Desember 2024 dan 9 Desember 2024")


@pytest.mark.parametrize(
    ("date", "opening"),
    [
        ("2024-12-04", "Pada hari Rabu, tanggal 4 Desember 2024, telah"),
        ("2024-12", "Pada Desember 2024, telah"),
    ],
)
def test_the_day_is_named_where_it_is_known(date, opening):
    assert looked(("prog-uji", date, "ya")).opening.startswith(opening)


def test_who_looked_signs_before_whose_matter_it_is():
    data = document.compose(small(KOTA), IMPRINT)

    assert data.signing == [
        ["Yang memeriksa,", "Dinas Komunikasi dan Informatika"],
        ["Yang diperiksa,", "Badan Perencanaan Pembangunan Daerah"],
    ]


@pytest.mark.parametrize(
    "what", ["jaw-bas-01", "ind-uji", "rek-2023-01", "dewan", "masterplan-uji"]
)
def test_any_record_may_be_looked_at(what):
    look = LOOK % ("x", what, "2024-12-09", "ya")
    data = document.compose(small(KOTA.replace("results:\n", f"{look}results:\n")), IMPRINT)

    assert what not in str(data.looks[-1][1]), "a reader knows it by its name"


def test_a_city_that_never_looked_is_told_so(balikpapan):
    assert document.lacks(balikpapan) == "belum ada verifikasi lapangan yang tercatat"


def test_it_is_rendered():
    data = document.compose(small(KOTA), IMPRINT)
    artifact, found = render.render("berita-acara-verifikasi", data, ROOT)

    assert found == []
    assert artifact.name == "berita-acara-verifikasi.docx"
