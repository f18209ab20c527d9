"""Each report is made for every instrument it is for, known to the last question or not."""

import io
from datetime import date

import pytest
from docx import Document
from small_city import ROOT

from scmaster import pipeline
from scmaster.assess.case import judged_by

MADE_FOR = {"komdigi": "laporan-evaluasi", "spbe": "laporan-mandiri-spbe"} | {
    "pemdi": "laporan-mandiri-spbe"
}
INSTRUMENTS = pipeline.frameworks(ROOT)[0].instruments


@pytest.fixture(scope="module", params=["balikpapan", "samarinda"])
def case(request):
    folder = ROOT / "cities" / request.param
    return pipeline.understand_city(folder, ROOT, on=date(2026, 11, 23))


@pytest.mark.parametrize("instrument", INSTRUMENTS.values(), ids=INSTRUMENTS)
def test_one_report_and_no_other(case, instrument):
    folder = ROOT / "cities" / case.dossier.city.id
    judged = judged_by(case, instrument.id)
    reports = sorted(set(MADE_FOR.values()))
    order = pipeline.Order(documents=reports, draft=True, narrowed=True)
    built = pipeline.build(judged, folder, ROOT, order)

    assert built.diagnostics == ()
    made = {a.name.removesuffix(".docx"): a.content for a in built.artifacts}
    assert made.keys() & set(MADE_FOR.values()) == {MADE_FOR[instrument.family]}
    report = made[MADE_FOR[instrument.family]]
    sheets = [
        paragraph.text
        for paragraph in Document(io.BytesIO(report)).paragraphs
        if paragraph.style.name.lower() == "heading 3"
    ]
    assert [s for s in sheets if s.split()[0] in judged.standings] == sheets
    assert len(sheets) == len(judged.standings)
