"""The dashboard's HTML: words stay words, charts say what they show, a page may do nothing else."""

import base64
import hashlib
import re
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from scmaster.dashboard.page import (
    Anchored,
    Card,
    Cards,
    Drawn,
    Page,
    Points,
    Section,
    Site,
    Table,
    To,
    Trend,
    Words,
    columns,
)
from scmaster.passages.cells import Link, Missing
from scmaster.passages.charts import Chart, Series
from scmaster.render import site

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"' &lt; \u202e"


def written(*parts, name="index.html", others=(), **page):
    held = Page(name, "Judul", [], [Section("Bagian", parts)], **page)
    made = site.write(Site("Kota Uji", "evaluasi", "kaki", "", (held, *others)))
    return next(one.content.decode() for one in made if one.name == name)


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def tags(html):
    read = Tags()
    read.feed(html)
    return read.seen


CHART = Chart(
    kind="bar",
    categories=[HOSTILE, "2024"],
    series=[
        Series(HOSTILE, [Decimal("1.5"), None]),
        Series("Target", [Decimal(2), None], promise=True),
    ],
    caption=HOSTILE,
    description=HOSTILE,
    unit=HOSTILE,
)
EVERYWHERE = (
    Table(HOSTILE, columns(HOSTILE, "B"), [(HOSTILE, Missing(HOSTILE))]),
    Cards([Card(HOSTILE, HOSTILE, HOSTILE)]),
    Points([HOSTILE, [HOSTILE, To(HOSTILE, "tiada.html")]]),
    Words(Link(HOSTILE, "https://contoh.go.id/" + HOSTILE)),
    Drawn(CHART, HOSTILE),
    Table("T", columns("A", "B"), [("a", Trend((2024,), (Decimal(1),), (None,), HOSTILE))]),
)


def test_what_a_city_writes_is_never_markup():
    html = written(*EVERYWHERE)
    found = tags(html)

    assert [tag for tag, _ in found].count("script") == 1
    assert not any(name.startswith("on") for _, attrs in found for name in attrs)
    assert not [tag for tag, _ in found if tag in {"img", "iframe", "object", "form", "base"}]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//contoh", "x y"]
)
def test_an_address_that_does_something_is_no_link(url):
    html = written(Words(Link("buka", url)))

    assert "buka" in html
    assert 'rel="noreferrer"' not in html


def test_a_page_may_run_its_own_script_and_fetch_nothing():
    html = written(Words("a"))
    script = re.search(r"<script>(.*)</script>", html, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]

    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "connect-src" not in policy


def test_a_page_that_is_served_may_run_one_more():
    plain = written(Words("a")).encode()
    shown = site.live(plain, "tanya()").decode()
    digest = base64.b64encode(hashlib.sha256(b"tanya()").digest()).decode()

    assert f"'sha256-{digest}'" in shown
    assert "connect-src 'self'" in shown
    assert "<script>tanya()</script>" in shown
    assert b"tanya" not in plain


def test_words_lead_to_the_nearest_place_there_is():
    target = Page(
        "catatan/prog-a.html",
        "A",
        [],
        [Section("Isi", [Table("T", columns("A", "B"), [(Anchored("x", "budget"), "y")])])],
    )
    near = To("angka", "catatan/prog-a.html", "budget.1.amount")
    gone = To("lain", "catatan/prog-b.html")
    html = written(
        Points([near, gone, To("saja", "catatan/prog-a.html", "tiada")]), others=(target,)
    )

    assert '<a href="catatan/prog-a.html#budget">angka</a>' in html
    assert "<li>lain</li>" in html
    assert '<a href="catatan/prog-a.html">saja</a>' in html


def test_a_page_in_a_folder_leads_up_and_one_that_goes_out_alone_leads_nowhere():
    home = Page("index.html", "Depan", [], [], menu="Depan")
    words = Points([To("depan", "index.html")])
    html = written(words, name="catatan/a.html", others=(home,))
    alone = written(words, name="opd/a.html", others=(home,), alone=True)

    assert '<li><a href="../index.html">depan</a></li>' in html
    assert "index.html" not in alone


def test_a_chart_says_what_it_shows_and_has_its_figures_in_a_table():
    html = written(Drawn(CHART))
    found = tags(html)
    svg = next(attrs for tag, attrs in found if tag == "svg")
    title, description = svg["aria-labelledby"].split()

    assert svg["role"] == "img"
    assert {title, description} <= {attrs.get("id") for _, attrs in found}
    assert '<td class="angka">1,5</td>' in html
    assert '<td class="angka">–</td>' in html


def test_a_promise_is_hollow_and_what_is_not_known_is_no_bar():
    html = written(Drawn(CHART))
    drawing = html[html.index("<svg") : html.index("</svg>")]

    assert 'class="janji"' in drawing
    assert "tidak diketahui" in drawing
    assert drawing.count('class="tepi"') == 4  # two bars, two keys


def test_a_target_is_no_point_of_the_line():
    trend = Trend((2022, 2023, 2024), (Decimal(1), None, Decimal(3)), (None, Decimal(2), None), "d")
    html = written(Table("T", columns("A", "B"), [("a", trend)]))
    drawing = html[html.index('<svg class="tren"') :]
    drawing = drawing[: drawing.index("</svg>")]

    assert drawing.count("<circle") == 2
    assert drawing.count('class="target"') == 1
    assert 'stroke-dasharray="3 3"' in drawing  # the year between is not known


def test_a_radar_of_long_names_stays_inside_its_frame():
    names = ["Smart Governance", "Pemberdayaan masyarakat perkotaan", "Smart Branding"]
    series = [Series("2024", [Decimal(1), Decimal(2), None])]
    html = written(Drawn(Chart("radar", names, series, "Radar", "uraian", top=Decimal(4))))
    ends = re.findall(r'<text x="([\d.]+)" y="[\d.-]+" text-anchor="(\w+)">([^<]*)<', html)

    for x, side, words in ends:
        width = 7.2 * len(words)
        left = float(x) - {"start": 0, "middle": width / 2, "end": width}[side]
        assert left >= 0, words
        assert left + width <= 400, words


def test_groups_of_rows_are_not_sorted_apart():
    grouped = Table("T", columns("A", "B"), [("kelompok",), ("a", "b"), ("c", "d")])
    fixed = Table("T", columns("A", "B"), [("a", "b"), ("c", "d")], fixed=True)

    assert 'class="urut"' not in written(grouped).partition("</style>")[2].partition("<script>")[0]
    assert 'class="urut"' not in written(fixed).partition("</style>")[2].partition("<script>")[0]
    assert 'class="urut"' in written(Table("T", columns("A", "B"), fixed.rows))
