"""Many cities side by side: the figures of each are its own; one that is not read is seen."""

import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from made_up_cities import make
from small_city import ROOT
from typer.testing import CliRunner

from scmaster import nation, pipeline
from scmaster.assess import nationwide
from scmaster.assess.coverage import count
from scmaster.assess.ledger import ledger
from scmaster.assess.standing import State
from scmaster.assess.summary import Summary, summarize
from scmaster.cli import app
from scmaster.dashboard import national
from scmaster.dashboard.page import Table
from scmaster.indonesian import number
from scmaster.render import site

ON = date(2026, 11, 23)
CITIES = 12
NATION = 514
MEGABYTE = 1_000_000
MILLISECONDS = 200
TURNS = 5
SORTED = """(turns) => [...document.querySelectorAll("table.saring thead button")].map((button) => {
  const times = [];
  for (let n = 0; n < turns; n++) {
    const start = performance.now();
    button.click();
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
})"""


@pytest.fixture(scope="module")
def known():
    return pipeline.frameworks(ROOT)[0]


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    return make(tmp_path_factory.mktemp("banyak") / "cities", CITIES)


@pytest.fixture(scope="module")
def several(folders):
    return list(nation.summaries(folders, folders[0].parent.parent, on=ON, processes=2))


@pytest.fixture(scope="module")
def whole(several, known):
    """As many as there are in the country: the same ones again under other names."""
    every = [
        replace(one, slug=f"{one.slug}-{n}", name=f"{one.name} {n}")
        for n in range(NATION // CITIES + 1)
        for one in several
    ]
    return site.write(national.compose(every[:NATION], known, "Uji."))


def real(city):
    return pipeline.understand_city(ROOT / "cities" / city, ROOT, on=ON)


def table(composed, name, caption):
    page = next(page for page in composed.pages if page.name == name)
    parts = [part for section in page.sections for part in section.parts]
    return next(p for p in parts if isinstance(p, Table) and p.caption.startswith(caption))


@pytest.mark.parametrize("city", ["balikpapan", "samarinda"])
def test_the_figures_of_a_city_are_those_of_score_and_status(city, known):
    case = real(city)
    scores, counted = ledger(case, {}), count("", "", case.standings.values())
    composed = national.compose([summarize(case, city)], known, "")
    (row,) = table(composed, national.INDEX, "Semua").rows
    last = [one for one in scores.results if one.result.final is not None][-1]

    assert row[0] == case.dossier.city.name
    assert row[2] == number(last.result.final, 2)
    assert row[5:9] == (
        number(scores.final.claimed, 2),
        number(scores.final.provable, 2),
        f"{counted.answered} dari {counted.total}",
        str(counted.proven),
    )


def test_several_processes_say_what_one_says_in_the_same_order(folders, several):
    alone = [nation.summary(f, workspace=folders[0].parent.parent, on=ON) for f in folders]

    assert alone == several
    assert [one.slug for one in several] == [folder.name for folder in folders]


def test_made_up_cities_say_so_and_are_sound(several):
    assert all("Rekaan" in one.name and "Rekaan" in one.province for one in several)
    assert [one.slug for one in several if one.errors] == []
    assert len({one.questions.proven for one in several}) > CITIES // 2


def test_pages_come_out_the_same(several, known):
    once, again = (site.write(national.compose(several, known, "")) for _ in range(2))

    assert once == again
    assert sorted(page.name for page in once) == ["dimensi.html", "index.html", "kekurangan.html"]


def test_a_rank_is_one_among_the_known_of_the_same_year_and_form(known):
    first, second = (summarize(real(city), city) for city in ("balikpapan", "samarinda"))
    places = nationwide.ranks([first, second], known)
    lower = replace(second, name="Kota Lain", given=second.given[:2])

    assert [place.place for place in places] == [3, 4]
    assert len({place.known for place in places}) == 1
    assert nationwide.ranks([lower], known) == [None], "of that year no instrument is known"
    assert nationwide.ranks([replace(first, given=())], known) == [None]


def test_cities_are_set_side_by_side_by_one_kind_of_instrument(tmp_path, known):
    """Samarinda also answers for SPBE, whose scale is another."""
    folder = tmp_path / "cities" / "samarinda"
    shutil.copytree(ROOT / "cities" / "samarinda", folder)
    told = (folder / "kota.yaml").read_text("utf-8")
    usual = "default_submission: evaluasi-2023-tahap-2"
    (folder / "kota.yaml").write_text(told.replace(usual, "default_submission: spbe-2024"), "utf-8")
    turned = nation.summary(folder, workspace=ROOT, on=ON)

    assert usual in told
    assert turned == summarize(real("samarinda"), "samarinda")

    text = (folder / "evaluasi.yaml").read_text("utf-8")
    (folder / "evaluasi.yaml").write_text(
        text.replace("    instrument: komdigi-2023-kppn-ikn\n", ""), "utf-8"
    )
    none = nation.summary(folder, workspace=ROOT, on=ON)
    assert (none.instrument, none.provable, none.questions.total) == ("", {}, 0)
    assert national.compose([none], known, "").pages[0].sections


def test_what_is_lacking_is_counted_question_by_question():
    one = Summary("a", "A", lacking={"X.1": State.UNANSWERED, "X.2": State.SUPPORTED})
    other = Summary("b", "B", lacking={"X.1": State.UNPROVEN})
    found = nationwide.lacking([one, other], ["X.3", "X.2", "X.1"])

    assert found == [
        nationwide.Lacking("X.1", 2, 1, 1, 0),
        nationwide.Lacking("X.2", 2, 0, 0, 1),
    ]


def test_the_unknown_is_in_no_band_and_in_no_spread():
    values = [None, Decimal(0), Decimal("0.99"), Decimal(1), Decimal(4)]

    assert nationwide.banded(values, [0, 1, 2, 3]) == [2, 1, 0, 1]
    assert nationwide.spread(values) == nationwide.Spread(4, 0, Decimal("0.995"), 4)
    assert nationwide.spread([None]) is None


def test_the_charts_count_every_city_of_the_instrument(several, known):
    composed = national.compose(several, known, "")
    page = next(page for page in composed.pages if page.name == national.DIMENSIONS)
    charts = [part.chart for part in page.sections[0].parts if hasattr(part, "chart")]

    assert [chart.caption.partition(":")[0] for chart in charts] == [
        "Nilai resmi",
        "Terbukti (simulasi)",
    ]
    for chart in charts:
        for nth in range(len(chart.categories)):
            assert sum(series.values[nth] for series in chart.series) == CITIES


def test_two_forms_make_a_column_of_their_own(several, known):
    other = replace(several[0], given=())
    composed = national.compose([*several, other], known, "")

    assert table(composed, national.INDEX, "Semua").columns[-1].title == "Instrumen"
    assert table(composed, national.INDEX, "Semua").rows[-1][-1] == "–"


# -- the command


def run(monkeypatch, folder, *arguments):
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(app, ["dashboard", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture
def province(tmp_path):
    """Two cities, one with a slip, one that is no YAML at all, and one without a file."""
    made = make(tmp_path / "cities", 2)
    (made[1] / "salah.yaml").write_text(
        "opd:\n  - {id: a, name: 6471051203900001, x: 1}\n", "utf-8"
    )
    for name, text in (("rusak", "city: [\n"), ("kosong", "")):
        (tmp_path / "cities" / name).mkdir()
        if text:
            (tmp_path / "cities" / name / "kota.yaml").write_text(text, "utf-8")
    return tmp_path


def test_a_city_that_cannot_be_read_is_listed_as_such(monkeypatch, province):
    result = run(monkeypatch, province, "--all")
    page = (province / "build" / "dasbor" / "index.html").read_text("utf-8")
    unread = page.partition("Data yang belum terbaca utuh</h2>")[2]

    assert result.exit_code == 1
    assert "4 daerah" in result.stdout
    assert "rusak" in result.stderr
    assert "2 terbaca, 2 tidak" in page
    assert unread.count("tidak terbaca</span>") == 2
    assert "Kota Rekaan-002" in unread
    assert "Kota Rekaan-001" not in unread
    assert "6471051203900001" not in page


def test_the_folder_may_be_a_workspace_or_hold_the_cities_itself(monkeypatch, province):
    for folder, out in (("cities", "satu"), (".", "dua"), (str(province), "tiga")):
        run(monkeypatch, province, "--all", folder, "--out", out)
    (province / "lain").mkdir()
    run(monkeypatch, province / "lain", "--all", "..", "--out", "../empat")
    outs = ("satu", "dua", "tiga", "empat")
    pages = {(province / out / "index.html").read_bytes() for out in outs}

    assert len(pages) == 1
    assert b"SCM027 rusak/kota.yaml:1:7" in pages.pop()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--all", "tidak-ada"], "folder 'tidak-ada' tidak ada"),
        (["--all", "build"], "tidak ada satu pun folder kota di 'build'"),
        (["--all", "--serve"], "hanya dapat dipakai bersama --out"),
        ([], "sebut kotanya"),
    ],
)
def test_a_wrong_command_line_is_told(monkeypatch, tmp_path, arguments, said):
    (tmp_path / "cities").mkdir()
    (tmp_path / "build").mkdir()
    result = run(monkeypatch, tmp_path, *arguments)

    assert result.exit_code == 2
    assert said in result.stderr


# -- as many as there are in the country


def test_the_first_page_of_the_whole_country_is_small(whole):
    sizes = {page.name: len(page.content) for page in whole}

    assert sizes["index.html"] < MEGABYTE
    assert max(sizes.values()) == sizes["index.html"]


@pytest.fixture
def opened(whole, chromium, tmp_path):
    for page in whole:
        (tmp_path / page.name).write_bytes(page.content)
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    tab = context.new_page()
    tab.wrong = []
    tab.on("console", lambda said: tab.wrong.append(said.text))
    tab.on("pageerror", lambda fault: tab.wrong.append(str(fault)))
    tab.goto((tmp_path / "index.html").as_uri())
    yield tab
    context.close()


def test_its_table_is_sorted_before_anybody_waits(opened):
    times = opened.evaluate(SORTED, TURNS)

    assert len(times) == len(opened.locator("table.saring thead th").all())
    assert max(times) < MILLISECONDS
    assert opened.wrong == []


def test_rows_are_found_by_a_word_and_by_a_choice(opened):
    rows = opened.locator("table.saring tbody tr:visible")
    told = opened.locator(".saringan [role=status]")
    opened.get_by_label("Provinsi").select_option("Provinsi Rekaan 02")
    chosen = rows.count()
    opened.get_by_label("Cari").fill("rekaan-001 1")

    assert told.inner_text() == f"{rows.count()} dari {NATION} baris"
    assert 0 < rows.count() < chosen < NATION
    opened.get_by_label("Cari").fill("tidak ada yang begini")
    assert rows.count() == 0
    opened.get_by_label("Provinsi").select_option("")
    opened.get_by_label("Cari").fill("")
    assert rows.count() == NATION


@pytest.mark.parametrize("width", [360, 1440])
def test_its_pages_fit_the_window_and_everybody_can_read_them(opened, axe, tmp_path, width):
    opened.set_viewport_size({"width": width, "height": 900})
    for name in ("dimensi.html", "kekurangan.html", "index.html"):
        opened.goto((tmp_path / name).as_uri())
        root = "document.documentElement"
        assert opened.evaluate(f"{root}.scrollWidth - {root}.clientWidth") <= 0, name
        if name == "index.html":  # axe judges every cell; a few hundred rows are enough
            opened.get_by_label("Cari").fill("rekaan-001 1")
        opened.evaluate(axe)
        tags = '{runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}}'
        found = opened.evaluate(f"axe.run(document, {tags}).then(f => f.violations.map(v => v.id))")
        assert found == [], name
    assert opened.wrong == []
