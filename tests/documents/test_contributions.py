"""Who has contributed stands in the city's own copy; assessors read of those from outside."""

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from small_city import IMPRINT, small

from scmaster import documents, render
from scmaster.passages import governance
from scmaster.passages.cells import Missing

KOTA = (Path(__file__).parent / "kota.yaml").read_text("utf-8")
BODIES = """\
bodies:
  - id: forum
    kind: forum
    name: Forum Kota Cerdas
    members: [{name: Koran Kota, sector: media}]
    meetings:
      - {date: 2024-07-01, title: Rapat, attendance: 3, attendees: [dlh], members: [koran kota]}
      - {date: 2024-08-01, title: Rapat lagi}
      - {date: 2025-08-01, title: Rapat yang akan datang}
"""


def words(*, internal):
    """Return every paragraph and cell of the report."""
    imprint = replace(IMPRINT, internal=internal)
    ((name, data),) = documents.composed("laporan-evaluasi", small(KOTA), imprint)
    artifact, found = render.render("laporan-evaluasi", data, None, name=name)
    assert (found, name.endswith("-internal")) == ([], internal)
    made = docx.Document(io.BytesIO(artifact.content))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in made.paragraphs] + cells


def test_the_citys_own_copy_says_who_has_contributed():
    told = words(internal=True)

    assert "Lampiran Kontribusi" in told
    assert any("Belum ada formulir permintaan data" in line for line in told)
    assert {"Apresiasi", "Perlu Dorongan"} <= set(told)


def test_the_copy_for_assessors_does_not():
    told = words(internal=False)

    assert not [line for line in told if "Kontribusi" in line or "Dorongan" in line]
    assert "Keikutsertaan dari Luar Pemerintah" in told


def test_the_report_says_who_came_to_a_meeting():
    rows = governance.meetings(small(BODIES))

    assert [row[3] for row in rows] == [
        ["pemerintah, media", "3 orang", "Dinas Lingkungan Hidup, koran kota"],
        Missing("tidak diketahui"),
        Missing("tidak diketahui"),
    ]


def test_a_meeting_to_come_is_not_the_last_one():
    ((*_, last),) = governance.bodies(small(BODIES))

    assert last == "1 Agustus 2024"


@pytest.mark.parametrize(("signed", "told"), [("ya", "1 dari 3"), ("tidak", "0 dari 3")])
def test_of_how_many_offices_have_signed(signed, told):
    made = (
        "commitments: [{id: k, title: K, date: 2024-03-01, signatories: [{opd: dlh, signed: %s}]}]"
    )
    ((_, _, cell, *_),) = governance.commitments(small(made % signed))

    assert cell == f"{told} perangkat daerah"
