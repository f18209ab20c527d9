"""The self-assessment report says what the data says: all of it, and nothing more."""

import io
import re
from pathlib import Path

import pytest
from small_city import IMPRINT, ROOT, outline, small

from scmaster import render
from scmaster.documents import laporan_evaluasi
from scmaster.passages.cells import Link

KOTA = (Path(__file__).parent / "kota.yaml").read_text("utf-8")


def test_the_composed_data(golden):
    data = laporan_evaluasi.compose(small(KOTA), IMPRINT)

    golden("laporan-evaluasi/data.txt", "\n".join(outline(data)) + "\n")


def test_a_city_without_a_submission_is_told_what_it_lacks():
    case = small("city: {id: lain}\n")
    bare = type(case)(case.dossier, None, case.on)

    assert "submissions" in laporan_evaluasi.lacks(bare)
    with pytest.raises(ValueError, match="submissions"):
        laporan_evaluasi.compose(bare, IMPRINT)


def test_a_target_is_never_shown_as_an_achievement():
    data = laporan_evaluasi.compose(small(KOTA), IMPRINT)
    measures = data.quick_wins[0].measures

    assert [row[3] for row in measures if row[1].text == "2.000 izin"] == ["target"]
    assert all("target" not in str(row[3]) for row in data.indicators)


def test_what_is_confidential_is_not_linked():
    data = laporan_evaluasi.compose(small(KOTA), IMPRINT)
    shown = "\n".join(outline(data))

    assert "rahasia.contoh.go.id" not in shown
    assert "diperlihatkan saat visitasi" in shown
    assert "jdih.contoh.go.id" in shown  # the same search does find what is linked


def written(case):
    data = laporan_evaluasi.compose(case, IMPRINT)
    artifact, found = render.render("laporan-evaluasi", data, ROOT)
    assert found == []
    from docx import Document

    return Document(io.BytesIO(artifact.content))


@pytest.fixture(scope="module")
def report(balikpapan):
    return written(balikpapan)


def words(document):
    body = document.element.body
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
    return "\n".join(t.text or "" for t in body.iter(tag))


def test_one_sheet_for_each_of_the_117_questions(report, balikpapan):
    sheets = [p.text for p in report.paragraphs if p.style.name.lower() == "heading 3"]
    ids = [heading.split()[0] for heading in sheets]

    assert len(balikpapan.standings) == 117
    assert [i for i in ids if i in balikpapan.standings] == list(balikpapan.standings)


def test_what_is_missing_is_printed_not_blank(report, balikpapan):
    text = words(report)
    unanswered = [s for s in balikpapan.standings.values() if s.answer is None]

    assert text.count("belum dijawab") >= len(unanswered) > 0
    empty = [
        (number, row)
        for number, table in enumerate(report._body._body.tbl_lst)
        for row, line in enumerate(table.tr_lst)
        for cell in line.tc_lst
        if not "".join(t for t in cell.itertext()).strip()
    ]
    assert empty == []


def test_every_claimed_address_can_be_read_in_print(report, balikpapan):
    text = words(report)
    urls = {
        evidence.url
        for standing in balikpapan.standings.values()
        for _, evidence in standing.claims
        if evidence.url
    }

    assert len(urls) > 5
    assert [url for url in urls if url not in text.replace("\n", "")] == []


def test_the_official_result_and_the_declared_totals(report):
    text = words(report)

    for figure in ("4,00", "3,00", "3,55", "3,31", "3,63", "3,07", "3,41", "+0,31", "40 dari 100"):
        assert figure in text
    assert re.search(r"Quick win\s+22\s+1\s", text)
    assert re.search(r"Indikator\s+100\s+0\s", text)


def test_a_draft_is_stamped_on_every_page(report):
    headers = [
        "".join(header._element.itertext())
        for section in report.sections
        for header in (section.header, section.first_page_header)
        if not header.is_linked_to_previous
    ]

    assert any("DRAF" in header for header in headers)
    assert "DRAF" in words(report)


def test_data_cannot_become_markup():
    hostile = "# Judul\n- butir {{ 7*7 }} <w:p/> & | a | b |\n"
    extra = KOTA.replace("Porsinya masih kecil.", '"' + hostile.replace("\n", "\\n") + '"')
    text = words(written(small(extra)))

    assert "{{ 7*7 }} <w:p/> & | a | b |" in text
    assert "49" not in text.replace("1.490", "")


def test_the_enacted_masterplan_is_spoken_of_and_not_a_later_draft():
    later = """
masterplan:
  - {id: mp-a, title: Masterplan A, edition: pilar-uji, written: 2017, status: enacted,
     period: 2017/2025, regulation: {kind: perwali, number: "8", year: 2018, status: enacted}}
  - {id: mp-b, title: Revisi B, edition: pilar-uji, written: 2022, status: draft}
"""
    data = laporan_evaluasi.compose(small(later, without=["masterplan", "programmes"]), IMPRINT)
    shown = dict(data.plan.standing)

    assert shown["Judul"] == "Masterplan A"
    assert shown["Edisi lain"] == ["Revisi B (draf, belum ditetapkan)"]


def test_what_stage_one_of_the_same_year_asked_stands_beside_the_question():
    stage = KOTA.replace("id: evaluasi-2023\n    year: 2023", "id: evaluasi-2023\n    year: 2024")
    assert stage != KOTA
    data = laporan_evaluasi.compose(small(stage), IMPRINT)
    facts = dict(data.dimensions[0].sheets[0].facts)

    assert facts["Rekomendasi terdahulu"][0].startswith("2024 Tahap I nomor 1")


def test_minutes_are_linked_by_their_title():
    text = KOTA.replace("title: Rapat kerja,", "title: Rapat kerja, minutes: ev-laporan,")
    data = laporan_evaluasi.compose(small(text), IMPRINT)

    assert data.meetings[0][4] == Link(
        "Laporan kegiatan tahun 2024", "https://contoh.go.id/laporan-2024.pdf"
    )
