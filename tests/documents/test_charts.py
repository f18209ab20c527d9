"""What the charts of the documents show: only what is known, and the finding in words."""

from decimal import Decimal
from pathlib import Path

import pytest
from small_city import ON, ROOT, outline

from scmaster import pipeline
from scmaster.assess import progress
from scmaster.diagnostics import Span
from scmaster.model.masterplan import Indicator
from scmaster.passages import (
    coverage_chart,
    index_chart,
    progress_chart,
    recommendation_chart,
    result_charts,
)
from scmaster.passages.charts import Figure
from scmaster.render import charts

HERE = Path(__file__).parent
EVERY = {
    "dimensions": result_charts.dimensions,
    "pillars": result_charts.pillars,
    "finals": result_charts.finals,
    "indicators": progress_chart.indicators,
    "coverage": coverage_chart.by_owner,
    "recommendations": recommendation_chart.by_cycle,
}


def city(old="", new="", submission=None):
    """The city of `bagan.yaml`, with a passage of it written otherwise."""
    text = (HERE / "bagan.yaml").read_text("utf-8")
    assert old in text
    shared = [("bagan_pilar.yaml", (HERE / "bagan_pilar.yaml").read_bytes())]
    files = [("bagan.yaml", text.replace(old, new).encode())]
    return pipeline.understand(files, shared, [], Span("kota", 1, 1), on=ON, submission=submission)


@pytest.fixture(scope="module")
def bagan():
    return city()


def test_the_composed_data(bagan, golden):
    lines = []
    for name, draw in EVERY.items():
        lines += [f"{name}:", *outline(draw(bagan), 1)]
    golden("charts/data.txt", "\n".join(lines) + "\n")


def drawn(figure: Figure) -> dict:
    """The figures by series and category, without what is unknown."""
    return {
        series.name: {
            category: str(value)
            for category, value in zip(figure.chart.categories, series.values, strict=True)
            if value is not None
        }
        for series in figure.chart.series
    }


# -- results


def test_the_latest_year_comes_first_and_the_unknown_is_a_gap(bagan):
    figure = result_charts.dimensions(bagan)

    assert drawn(figure) == {
        "2023": {"Dasar": "2.5", "Keluaran": "3", "Hasil": "2", "Dampak": "3.5"},
        "2022 (menurut pemberitaan)": {"Dasar": "3", "Keluaran": "2.5", "Hasil": "2"},
    }
    assert "terendah Hasil (2,00)" in figure.chart.description
    assert figure.chart.top == Decimal(4)


def test_a_pillar_with_an_unknown_question_has_no_score(bagan):
    figure = result_charts.pillars(bagan)

    assert drawn(figure) == {
        "2023": {"Smart Governance": "2.50", "Smart Living": "4.00", "Smart Economy": "3.00"}
    }
    assert "Smart Society tahun 2023 tidak diketahui" in figure.note


def test_too_few_scores_are_told_and_not_drawn():
    case = city("      - {node: T.4, score: 3}\n", "")
    figure = result_charts.pillars(case)

    assert figure.chart is None
    assert (
        figure.note
        == "Nilai per pilar yang diketahui terlalu sedikit, sehingga belum dapat digambar."
    )


def test_only_one_final_score_is_no_chart():
    assert result_charts.finals(city("    final: 2.65\n", "")).chart is None


def test_the_official_results_of_the_real_city(balikpapan):
    figure = result_charts.dimensions(balikpapan)

    assert drawn(figure)["2023"]["Output"] == "3.00"
    assert "terendah Output (3,00)" in figure.chart.description
    assert "2021, 2022, dan 2024 tidak diketahui" in figure.note
    assert result_charts.pillars(balikpapan).chart is None
    finals = result_charts.finals(balikpapan).chart
    assert finals.categories[1] == "2022 (hasil hitungan)"
    assert finals.series[0].values == [None, Decimal("3.10"), Decimal("3.41"), None]


# -- indicators against targets


def test_progress_honours_the_direction_and_promises_are_no_figures(bagan):
    figure = progress_chart.indicators(bagan)

    assert drawn(figure) == {
        "Mencapai target": {"Lama layanan, 2023 (perkiraan)": "150.0"},
        "Di bawah target": {"Kebocoran, Juni 2023": "-50.0", "Cakupan air, 2023": "90.0"},
    }
    assert "Korban, Titik Wi-Fi, dan Kamera" in figure.note
    assert "Kebocoran, Juni 2023, -50,0%" in figure.chart.description


@pytest.mark.parametrize(
    ("direction", "target", "actual", "percent"),
    [
        ("up", 80, "{value: 60, upper: 90, as_of: 2024}", "75"),
        ("down", 10, "{value: 8, upper: 12, as_of: 2024}", "80"),
        ("up", 80, "{value: 60, as_of: 2023-07/2024-06}", None),
        ("up", 80, "{value: 60, unit: orang, as_of: 2024}", None),
        ("up", 80, "{value: 60}", None),
        ("up", 0, "{value: 60, as_of: 2024}", None),
        ("up", 50, "{value: 60, as_of: 2024-03}, {value: 40, as_of: 2024-09, preferred: ya}", "80"),
    ],
)
def test_a_figure_counts_when_it_is_of_that_year_and_unit(direction, target, actual, percent):
    case = city(
        "indicators:\n",
        f"indicators:\n  - {{id: ind, name: Uji, unit: unit, direction: {direction},"
        f" targets: [{{year: 2024, value: {target}}}], actuals: [{actual}]}}\n",
    )
    made = progress.progress(case.dossier.of(Indicator)["ind"])

    assert (None if made is None else made.percent) == (percent and Decimal(percent))


def test_without_targets_nothing_is_drawn():
    text = (HERE / "bagan.yaml").read_text("utf-8")
    start, end = text.index("  - id: ind-naik"), text.index("  - {id: ind-tanpa")
    figure = progress_chart.indicators(city(text[start:end], ""))

    assert figure == Figure(None, "Belum ada indikator yang mempunyai target.")


# -- indices


@pytest.fixture(scope="module")
def spbe():
    folder = ROOT / "cities" / "balikpapan"
    return pipeline.understand_city(folder, ROOT, on=ON, submission="spbe-2022")


def test_targets_of_an_index_stand_beside_it_as_promises(spbe):
    figure = index_chart.by_year(spbe)

    assert drawn(figure) == {
        "Indeks": {"2021": "2.44", "2022": "3.05"},
        "Target": {"2022": "3.1", "2023": "3.2"},
    }
    assert [series.promise for series in figure.chart.series] == [False, True]
    assert "Target belum tercapai pada 2022." in figure.chart.description
    assert "Indeks tidak diketahui untuk 2023." in figure.chart.description


def test_a_year_with_two_indices_is_told_and_not_drawn():
    second = """\
results:
  - {id: hasil-2022-b, submission: evaluasi-2022, status: derived, final: 3.5}
"""
    figure = index_chart.by_year(city("results:\n", second))

    assert figure == Figure(None, "Indeks 2022 mempunyai beberapa angka dan tidak digambar.")


# -- coverage and recommendations


def test_those_nobody_answers_for_are_told_and_not_drawn(bagan):
    figure = coverage_chart.by_owner(bagan)

    assert drawn(figure)["Belum dijawab"] == {"Dinas A": "2", "Dinas B": "1"}
    assert "2 pertanyaan belum ditunjuk penjawabnya" in figure.note
    assert figure.note in figure.chart.description


def test_what_a_source_counts_beyond_the_record_is_shown_as_not_recorded(bagan):
    figure = recommendation_chart.by_cycle(bagan)

    assert drawn(figure) == {
        "Selesai berbukti": {"2023 Tahap II": "1"},
        "Belum ditindaklanjuti": {"2023 Tahap II": "1"},
        "Isinya belum tercatat": {"2023 Tahap II": "1"},
    }


def test_a_cycle_whose_number_is_unknown_has_no_such_part():
    figure = recommendation_chart.by_cycle(city("    declared_recommendations: 3\n", ""))

    assert "Isinya belum tercatat" not in drawn(figure)
    assert "tidak diketahui untuk siklus 2023 Tahap II" in figure.note


def test_nothing_done_is_said(balikpapan):
    figure = recommendation_chart.by_cycle(balikpapan)

    assert set(drawn(figure)["Selesai berbukti"].values()) == {"0"}
    assert "Belum ada yang selesai berbukti." in figure.chart.description


# -- all of them


@pytest.mark.parametrize("place", ["balikpapan", "samarinda"])
def test_whatever_is_composed_can_be_drawn(place):
    case = pipeline.understand_city(ROOT / "cities" / place, ROOT, on=ON)
    for draw in EVERY.values():
        figure = draw(case)
        if figure.chart is not None:
            assert charts.block(figure.chart, "nama").caption == figure.chart.caption


def test_a_very_long_list_is_bounded_and_the_rest_told():
    more = "".join(
        f"  - {{id: ind-{n}, name: Indikator {n}, unit: unit,"
        f" targets: [{{year: 2024, value: 100}}], actuals: [{{value: {n}, as_of: 2024}}]}}\n"
        for n in range(40)
    )
    figure = progress_chart.indicators(city("indicators:\n", "indicators:\n" + more))

    assert len(figure.chart.categories) == progress_chart.MOST
    assert "Digambar 25 yang paling jauh dari target; 18 lainnya tidak." in figure.note
    assert figure.chart.categories[0] == "Kebocoran, Juni 2023"
