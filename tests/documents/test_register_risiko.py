"""The register of risks: all of them, what is left of each, and where none is on record."""

import io
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from small_city import IMPRINT, ROOT, outline, small

from scmaster import documents, pipeline
from scmaster.documents import register_risiko as document
from scmaster.model.priority import RiskScale
from scmaster.passages.cells import Missing

HERE = Path(__file__).parent
KOTA = (HERE / "kota.yaml").read_text("utf-8")
RENCANA = (HERE / "rencana.yaml").read_text("utf-8")
STATED = """
programmes:
  - id: prog-a
    name: Program A
    owner: diskominfo
    lifecycle: running
    risks:
      - {text: Satu, likelihood: 3, severity: 3, mitigation: Sandi diganti, source: sumber-uji}
  - {id: prog-b, name: Program B, owner: dlh, lifecycle: stopped}
  - {id: prog-c, name: Program C, lifecycle: planned}
quick_wins:
  - id: qw-a
    programme: prog-a
    year: 2024
evidence:
  - id: ev-risiko
    title: Formulir manajemen risiko
    kind: form_risiko
    date: 2024-05-01
    opd: diskominfo
    url: https://contoh.go.id/risiko.xlsx
  - {id: ev-lain, title: Laporan, kind: laporan, url: "https://contoh.go.id/laporan.pdf"}
claims:
  - {id: klaim-risiko, evidence: ev-risiko, supports: [prog-a], role: primary}
  - {id: klaim-lain, evidence: ev-lain, supports: [prog-a], role: primary}
"""


@cache
def told():
    return small(KOTA, more=[RENCANA])


@pytest.fixture(scope="module")
def data():
    return document.compose(told(), IMPRINT)


@pytest.fixture(params=["balikpapan", "samarinda"])
def city(request):
    folder = ROOT / "cities" / request.param
    return pipeline.understand_city(folder, ROOT, on=date(2026, 11, 23))


def test_the_composed_data(data, golden):
    golden("register-risiko/data.txt", "\n".join(outline(data)) + "\n")


def test_every_risk_has_a_row_and_whose_it_is(data):
    assert [row[:2] for row in data.rows] == [
        ("R1", "Antrean puskesmas daring (quick win 2024)"),
        ("R2", "Antrean puskesmas daring (quick win 2024)"),
        ("R3", "Antrean puskesmas daring (quick win 2024)"),
        ("R4", "Layanan perizinan daring (quick win 2024)"),
        ("R5", "Peringatan rob"),
    ]


def test_the_matrix_says_its_levels_in_words(data):
    assert data.matrix[0] == (
        "3 (tinggi)",
        ["–", "tingkat 3, sedang"],
        ["R1", "tingkat 6, tinggi"],
        ["R5", "tingkat 9, tinggi"],
    )


def test_the_counts_are_those_of_the_rows(data):
    assert sum(int(row[1]) for row in data.counts) == len(data.rows)
    assert sum(int(row[2]) for row in data.counts) == len(data.rows)


def test_a_mitigation_is_proven_by_the_risk_form_alone():
    made = document.compose(small(STATED, without=("programmes",)), IMPRINT)
    (row,) = made.rows

    assert row[6].text == "Sandi diganti"
    assert [name for name, _ in row[6].claim.proofs] == ["ev-risiko"]
    assert made.traced


def test_what_has_no_risk_is_listed_by_owner_and_nobody_comes_last():
    made = document.compose(small(STATED, without=("programmes",)), IMPRINT)

    assert [(row[0], row[2]) for row in made.gaps] == [
        ("Dinas Komunikasi dan Informatika", ["Program A (quick win 2024)"]),
        (Missing("(belum ditunjuk)"), ["Program C"]),
    ]


def test_the_public_record_has_no_risk_and_none_is_made_up(city):
    made = document.compose(city, IMPRINT)

    assert made.sentence.startswith("Belum ada satu risiko pun yang tercatat dalam data kota")
    assert (made.rows, made.matrix, made.residual, made.counts) == ([], [], [], [])
    assert made.gaps
    assert [row[0].split()[0] for row in made.questions] == ["QW.09", "QW.10"]


def test_the_recommendation_on_the_risks_of_wifi_stands_in_it(balikpapan):
    (row,) = document.compose(balikpapan, IMPRINT).recommendations

    assert row[0] == "2023 Tahap I nomor 5"
    assert "Wi-Fi" in row[1]
    assert row[2:] == (Missing("belum ada tindak lanjut tercatat"), "belum ditindaklanjuti")


def test_a_city_without_programmes_is_told_what_it_lacks():
    bare = small(without=("programmes", "masterplan"))

    assert document.lacks(bare) == "belum ada program atau quick win yang tercatat"
    with pytest.raises(ValueError, match="belum ada program"):
        document.compose(bare, IMPRINT)


def test_the_spreadsheet_holds_the_register():
    case = small(KOTA, more=[RENCANA])
    order = pipeline.Order(documents=("register-risiko",), formats=("xlsx",), draft=True)
    built = pipeline.build(case, ROOT / "cities" / "kota-uji", ROOT, order)
    (content,) = [a.content for a in built.artifacts if a.name == "register-risiko.xlsx"]
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]

    assert documents.formats("register-risiko") == ("docx", "xlsx")
    assert any("Sensor hanyut" in str(cell) for row in rows for cell in row)


@given(
    st.lists(
        st.sampled_from(["0", "1", "2.5", "3", "6", "9", "10", "250"]), min_size=1, max_size=4
    ),
    st.integers(0, 30),
)
@settings(max_examples=40, deadline=None)
def test_a_scale_that_is_wrong_still_gives_a_draft(starts, treat_from):
    """SCM459 reports such a scale; what is printed of it must not break."""
    bands = [{"start": start, "name": f"b{n}"} for n, start in enumerate(starts)]
    fields = {"id": "s", "name": "S", "basis": "proposal", "treat_from": str(treat_from)}
    scale = RiskScale.model_validate(fields | {"bands": bands})
    case = told()
    frameworks = replace(case.dossier.frameworks, risk_scales={"s": scale})
    made = document.compose(
        replace(case, dossier=replace(case.dossier, frameworks=frameworks)), IMPRINT
    )

    assert len(made.bands) == len(bands)
    assert len(made.counts) == len(bands) + 1
