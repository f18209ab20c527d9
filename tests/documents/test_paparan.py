"""The deck: what stands on its slides, what is noted of it, and that every word has room."""

import io
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pptx import Presentation
from slide_words import overflowing
from small_city import IMPRINT, ROOT, outline, small

from scmaster import documents, pipeline, resources
from scmaster.assess import coverage
from scmaster.passages.slides import Cards, Opening, Picture, Section, Table
from scmaster.render import deck

HERE = Path(__file__).parent
KOTA = (HERE / "kota.yaml").read_text("utf-8")
PLAN = (HERE / "rencana.yaml").read_text("utf-8")
LONG = "Penyelenggaraan layanan terpadu lintas perangkat daerah yang melayani warga " * 6
ADDRESS = "https://contoh.go.id/" + "alamat-yang-sangat-panjang/" * 12
STRETCHED = f"""
programmes:
  - id: prog-panjang
    name: {LONG}
    pillar: governance
    owner: diskominfo
    summary: x
    measures:
      - {{name: "{LONG}", value: 123456789, unit: sambungan rumah tangga, as_of: 2024}}
      - {{name: "{ADDRESS}", value: 1, unit: unit, as_of: 2024-05, status: target}}
    risks:
      - {{text: "{LONG}", likelihood: 3, severity: 3, mitigation: "{LONG * 3}"}}
""" + "".join(
    f"""
  - {{id: prog-{n}, name: "Program ke-{n} {LONG[:60]}", pillar: governance, owner: diskominfo}}"""
    for n in range(30)
)


def shown(slide):
    """Write a slide for a person to read: a table as its rows, with what is noted of each."""
    lines = [f"== {type(slide).__name__}: {slide.title}"]
    if isinstance(slide, Table):
        lines.append(" | ".join(column.title for column in slide.columns))
        for row in slide.rows:
            lines += [*outline(row.cells), *(f"    > {note}" for note in row.notes)]
        return "\n".join([*lines, *(f"> {note}" for note in slide.notes)])
    return "\n".join([*lines, *outline(slide)[1:]])


def composed(case, imprint=IMPRINT):
    ((_, data),) = documents.composed("paparan", case, imprint)
    return data


def written(data):
    folders = resources.folders("templates", ROOT)
    return deck.write(data.slides, data.cover, folders, "pptx")


def of_city(name):
    return pipeline.understand_city(ROOT / "cities" / name, ROOT, on=date(2026, 11, 23))


@pytest.fixture(scope="module")
def city():
    return small(KOTA, more=[PLAN])


@pytest.fixture(scope="module")
def slides(city):
    return composed(city).slides


def test_the_slides_of_a_small_city(golden, slides):
    golden("paparan/slides.txt", "\n\n".join(map(shown, slides)) + "\n")


def test_it_has_the_order_of_an_interview(slides):
    assert isinstance(slides[0], Opening)
    assert [slide.title for slide in slides if isinstance(slide, Section)] == [
        "Kelembagaan",
        "Infrastruktur",
        "Enam pilar dan quick win",
        "Evaluasi dan tindak lanjut",
        "Tantangan",
    ]


def test_its_figures_are_those_of_status(city, slides):
    every = coverage.count("", "", city.standings.values())
    (cards,) = [s for s in slides if isinstance(s, Cards) and "pertanyaan terjawab" in s.title]

    assert [card.figure for card in cards.cards] == [
        str(n) for n in (every.answered, every.proven, every.supported, every.unanswered)
    ]
    assert cards.title.startswith(f"{every.answered} dari {every.total} ")


def test_every_figure_of_impact_is_noted_with_source_and_evidence(slides):
    tables = [s for s in slides if isinstance(s, Table) and "angka dampak" in s.title]

    assert tables
    for row in (row for table in tables for row in table.rows):
        (note,) = row.notes
        assert str(row.cells[1]) in note
        assert "Sumber: " in note
        assert "Eviden: " in note


def test_the_page_of_a_figure_is_noted():
    tables = [s for s in composed(small(KOTA + MEASURED)).slides if isinstance(s, Table)]
    notes = [note for table in tables for row in table.rows for note in row.notes]
    (told,) = [note for note in notes if note.startswith("Sensor udara, Sensor: 12 unit")]

    assert "ev-perwali Perwali 1/2020" in told
    assert "Nomor 1, 3 Februari 2020" in told
    assert told.endswith("hlm. 7.")


MEASURED = """
programmes:
  - id: prog-sensor
    name: Sensor udara
    pillar: environment
    owner: diskominfo
    measures: [{name: Sensor, value: 12, unit: unit, as_of: 2024, evidence: ev-perwali, page: '7'}]
"""


def test_a_target_is_called_one(slides):
    before = "\n".join(map(shown, slides))
    case = small(KOTA + MEASURED.replace("as_of: 2024,", "as_of: 2024, status: target,"))
    told = "\n".join(map(shown, composed(case).slides))

    assert "Sensor: 12 unit (target, keadaan 2024)" in told
    assert "12 unit" not in before


def test_every_slide_bears_the_stamp_of_a_draft(city):
    for imprint, words in (
        (replace(IMPRINT, draft=True), "DRAF"),
        (replace(IMPRINT, internal=True, draft=True), "SALINAN INTERNAL · DRAF"),
    ):
        made = Presentation(io.BytesIO(written(composed(city, imprint))))
        stamps = [
            [s.text_frame.text for s in each.shapes if s.name == "Cap"] for each in made.slides
        ]
        assert len(stamps) > 10
        assert all(len(found) == 1 and found[0].startswith(words) for found in stamps)


def test_a_final_one_bears_none(city):
    data = composed(city)
    clean = replace(data, cover=replace(data.cover, draft=""))
    made = Presentation(io.BytesIO(written(clean)))

    assert not [s for slide in made.slides for s in slide.shapes if s.name == "Cap"]


def test_it_is_made_only_as_slides_or_their_pdf(city):
    order = pipeline.Order(
        documents=["paparan"], formats=("docx", "html", "xlsx", "pptx"), draft=True
    )
    made = pipeline.build(city, HERE, ROOT, order)

    assert [artifact.name for artifact in made.artifacts] == ["paparan.pptx"]
    assert {name for name, _ in made.left_out} == {"paparan.docx", "paparan.html", "paparan.xlsx"}


def test_charts_are_native_and_hold_their_figures(slides, city):
    made = Presentation(io.BytesIO(written(composed(city))))
    drawn = [s.chart for slide in made.slides for s in slide.shapes if s.has_chart]
    wanted = [slide.chart for slide in slides if isinstance(slide, Picture)]

    assert len(drawn) == len(wanted) > 2
    for chart, data in zip(drawn, wanted, strict=True):
        assert list(chart.plots[0].categories) == data.categories
        assert [s.name for s in chart.plots[0].series] == [s.name for s in data.series]
        assert chart.part.chart_workbook.xlsx_part.blob.startswith(b"PK")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
@pytest.mark.parametrize("which", ["balikpapan", "samarinda", "kota-uji", "panjang"])
def test_no_word_overflows_its_box(which, city, tmp_path):
    cases = {"kota-uji": lambda: city, "panjang": lambda: small(KOTA, more=[PLAN, STRETCHED])}
    case = cases.get(which, lambda: of_city(which))()
    content = written(composed(case, replace(IMPRINT, draft=True)))

    assert overflowing(content, tmp_path) == []


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_that_search_finds_what_overflows(city, tmp_path):
    """The twin that must fail: a title and a table in larger type than was measured."""
    from pptx.util import Pt

    made = Presentation(io.BytesIO(written(composed(city))))
    slide = next(s for s in made.slides if any(shape.has_table for shape in s.shapes))
    slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size = Pt(90)
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    for cell in table.rows[1].cells:
        for run in cell.text_frame.paragraphs[0].runs:
            run.font.size = Pt(80)
    saved = io.BytesIO()
    made.save(saved)

    number = list(made.slides).index(slide) + 1
    found = {(n, name) for n, name, _ in overflowing(saved.getvalue(), tmp_path)}
    assert {(number, "Judul"), (number, "Tabel")} <= found
