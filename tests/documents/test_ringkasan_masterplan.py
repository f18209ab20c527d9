"""The executive summary: the masterplan in use, its programmes once, its gaps said."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from block_list import words
from small_city import IMPRINT, ROOT, outline, small

from scmaster import pipeline, render
from scmaster.documents import ringkasan_masterplan as document
from scmaster.model.masterplan import Programme
from scmaster.passages import alignment, roadmap
from scmaster.passages.cells import Missing

HERE = Path(__file__).parent
KOTA = (HERE / "kota.yaml").read_text("utf-8")
RENCANA = (HERE / "rencana.yaml").read_text("utf-8")


@pytest.fixture(scope="module", params=["balikpapan", "samarinda"])
def case(request):
    folder = ROOT / "cities" / request.param
    return pipeline.understand_city(folder, ROOT, on=date(2026, 11, 23))


def told(case):
    return document.compose(case, IMPRINT)


def test_the_composed_data(golden):
    data = told(small(KOTA, more=[RENCANA]))

    golden("ringkasan-masterplan/data.txt", "\n".join(outline(data)) + "\n")


def test_without_a_masterplan_there_is_nothing_to_sum_up():
    bare = small(without=("masterplan",))

    assert document.lacks(bare) == "belum ada masterplan yang tercatat"
    with pytest.raises(ValueError, match="masterplan"):
        told(bare)


def test_a_city_without_a_submission_has_a_masterplan_all_the_same(case):
    data = told(replace(case, submission=None))

    assert data.summary == told(case).summary
    assert [row[0] for row in data.colophon if row[0] == "Pengajuan"] == []
    artifact, found = render.render("ringkasan-masterplan", data, ROOT)
    assert found == []
    assert artifact.name == "ringkasan-masterplan.docx"


def test_every_programme_stands_once_under_a_pillar_and_once_on_the_road(case):
    data = told(case)
    every = case.dossier.of(Programme)
    under = [row[0][0] for part in data.pillars for row in part.rows]

    assert sorted(under) == sorted(p.name for p in every.values())
    assert len([row for row in data.roadmap if len(row) > 1]) == len(every)
    assert int(data.summary[-1][1]) == len(every) == sum(int(r[1]) for r in data.summary[:-1])


def test_every_number_in_brackets_is_among_the_sources(case):
    data = told(case)
    artifact, _ = render.render("ringkasan-masterplan", data, ROOT)
    shown = words(artifact.content).partition("[JudulDepan] Lampiran Sumber")[0]
    cited = set(re.findall(r"\[\d+\]", shown))

    assert cited
    assert cited <= {row[0].text for row in data.sources}


def test_a_target_is_never_told_as_an_achievement(case):
    figures = "\n".join(outline(told(case).pillars))
    promises = [
        measure
        for programme in case.dossier.of(Programme).values()
        for measure in programme.measures
        if measure.status in {"target", "planned"} and measure.value is not None
    ]

    assert promises
    assert len(re.findall(r"\((?:target|rencana), ", figures)) == len(promises)


def test_a_plan_that_is_no_law_says_so_first(balikpapan):
    data = told(balikpapan)

    assert "belum mempunyai kekuatan hukum" in data.standing
    shown = "\n".join(outline(data.essentials))
    assert "1 dari 22 terdokumentasi" in shown
    assert "0 dari 100 terdokumentasi" in shown


def test_the_books_are_the_citys_own():
    other = RENCANA.replace("role: quick_wins}", "role: executive_summary}")
    assert other != RENCANA

    for text, third in ((RENCANA, "quick win"), (other, "ringkasan eksekutif")):
        books = told(small(KOTA, more=[text])).books
        assert [row[:3] for row in books][2] == ("3", "Quick Win", third)


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        ("", "", "Perlu ditinjau: RPJMD 2024-2029 mulai berlaku pada 20 Agustus 2024."),
        ("date: 2023-09, text", "date: 2024-09, text", "Tidak ada alasan untuk meninjaunya"),
        ("aligned_to: [rpjmd-2021]", "aligned_to: [rpjmd-2021, rpjmd-2024]", "Tidak ada alasan"),
        (
            'number: "9", year: 2024, status: enacted, date: 2024-08-20',
            "status: drafted",
            "masa RPJMD 2024-2029 mulai 1 Januari 2024, walau penetapannya belum tercatat",
        ),
        ("period: 2023/2027", "period: 2020/2023", "masa berlaku masterplan berakhir pada 2023"),
    ],
)
def test_a_review_is_due_when_the_plans_have_moved_on(old, new, verdict):
    assert old in RENCANA

    assert verdict in told(small(KOTA, more=[RENCANA.replace(old, new)])).review


def test_what_decides_a_review_may_be_unknown():
    case = small()

    assert "belum dapat dinilai" in told(case).review
    nowhen = replace(case, submission=None)
    assert alignment.asked(nowhen) is None
    assert "pengajuan dan tanggal data" in told(nowhen).review


def test_without_any_horizon_the_road_is_told_by_year():
    case = small("programmes:\n  - {id: prog-b, name: B}\n", without=("programmes",))

    assert "Tidak satu pun dari 1 program" in roadmap.sentence(case)
    assert roadmap.table(case)[0] == ("Jangka belum ditentukan: 1 program",)


def test_programmes_are_ranked_and_nobody_is_left_out(case):
    data = told(case)
    every = [p for p in case.dossier.of(Programme).values() if p.lifecycle != "stopped"]

    assert sorted(row[1] for row in data.priorities.rows) == sorted(p.name for p in every)
    assert data.priorities.reasons[0][:2] == data.priorities.rows[0][:2]
    assert len(data.priorities.reasons) == min(10, len(every))


def test_the_scale_says_that_it_is_a_proposal(case):
    priorities = told(case).priorities

    assert "(usulan, bukan ketentuan kementerian)" in priorities.explained
    assert [row[1] for row in priorities.scale] == ["30%", "25%", "20%", "15%", "10%"]


def test_what_assessors_asked_about_priorities_stands_with_the_answer(balikpapan):
    (row,) = told(balikpapan).priorities.asked

    assert row[:2] == ("2023 Tahap I nomor 2", "Menyusun skala prioritas kepentingan dan kegiatan.")
    assert row[2] == Missing("belum ada tindak lanjut tercatat")


def test_without_a_scale_the_document_says_so():
    priorities = told(small(KOTA, without=("priorities",), more=[RENCANA])).priorities

    assert priorities.explained.startswith("Skala prioritas belum dinyatakan")
    assert (priorities.scale, priorities.rows) == ([], [])
