"""Every page of every city in a browser: nothing fetched, nothing broken, readable by everybody."""

import pytest

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
PHONE, DESK = 360, 1440
WIDER = """() => {
  const root = document.documentElement;
  return root.scrollWidth - root.clientWidth;
}"""
AXE = """tags => axe.run(document, {runOnly: {type: "tag", values: tags}}).then(
  found => found.violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 200)}`))"""


class Looked:
    """A window, and all that went wrong in it."""

    def __init__(self, browser, width, scheme="light", **options):
        size = {"width": width, "height": 900}
        self.context = browser.new_context(viewport=size, color_scheme=scheme, **options)
        self.page = self.context.new_page()
        self.wrong = []
        self.page.on("console", lambda said: self.wrong.append(f"console: {said.text}"))
        self.page.on("pageerror", lambda fault: self.wrong.append(f"error: {fault}"))
        self.page.on("request", self._asked)

    def _asked(self, request):
        if not request.url.startswith(("file://", "data:")):
            self.wrong.append(f"request: {request.url}")

    def open(self, path):
        self.page.goto(path.as_uri())
        return self.page


@pytest.fixture
def window(chromium):
    opened = []

    def look(width, scheme="light", **options):
        opened.append(Looked(chromium, width, scheme, **options))
        return opened[-1]

    yield look
    for one in opened:
        one.context.close()


def main_pages(made):
    return [page.name for page in made.site.pages if page.menu]


def samples(made):
    """The pages of the menu, an office's, and a record of each kind."""
    kinds = {}
    for page in made.site.pages:
        if page.name.startswith("catatan/"):
            kinds.setdefault(str(page.lead[0]).partition(" ·")[0], page.name)
    alone = [page.name for page in made.site.pages if page.alone]
    return [*main_pages(made), *alone[:2], *kinds.values()]


def test_no_page_says_an_error_asks_the_network_or_is_wider_than_the_window(made, window):
    looked = window(PHONE)
    wide = {}
    for name in made.pages:
        page = looked.open(made.folder / name)
        for width in (PHONE, DESK):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate(WIDER) > 0:
                wide[name] = width
        page.set_viewport_size({"width": PHONE, "height": 900})

    assert wide == {}
    assert looked.wrong == []


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESK, "dark")])
def test_axe_finds_nothing(made, window, axe, width, scheme):
    """The other two pairs differ from these in colours or in layout, and both are looked at."""
    looked = window(width, scheme, bypass_csp=True)
    found = {}
    for name in samples(made):
        page = looked.open(made.folder / name)
        page.evaluate(axe)
        if violations := page.evaluate(AXE, WCAG):
            found[name] = violations

    assert found == {}


def test_axe_bites(made, window, axe, tmp_path):
    bad = (
        made.pages["index.html"]
        .replace(b'lang="id"', b"")
        .replace(b"--samar: #545b62", b"--samar: #bbbbbb")
    )
    (tmp_path / "buruk.html").write_bytes(bad)
    page = window(DESK, bypass_csp=True).open(tmp_path / "buruk.html")
    page.evaluate(axe)
    found = " ".join(page.evaluate(AXE, WCAG))

    assert "html-has-lang" in found
    assert "color-contrast" in found


def test_a_page_that_reaches_out_is_seen(window, tmp_path):
    (tmp_path / "luar.html").write_text('<img src="http://192.0.2.1/x.png">', "utf-8")
    looked = window(DESK)
    looked.page.goto((tmp_path / "luar.html").as_uri(), wait_until="commit")
    looked.page.wait_for_timeout(200)

    assert any("192.0.2.1" in line for line in looked.wrong)


def column(page, table, nth):
    rows = page.locator(f"{table} >> tbody tr").all()
    return [row.locator("th, td").nth(nth).inner_text() for row in rows]


@pytest.mark.parametrize("made", ["balikpapan", "samarinda"], indirect=True)  # rows enough
def test_a_table_is_sorted_by_its_heads_with_the_keyboard_too(made, window):
    page = window(DESK).open(made.folder / "soal.html")
    table = "table.urut:has(caption:text-is('Menurut perangkat daerah'))"
    head = page.locator(f"{table} >> thead button").nth(1)
    before = column(page, table, 1)

    head.click()
    up = [int(text) for text in column(page, table, 1)]
    head.focus()
    page.keyboard.press("Enter")
    down = [int(text) for text in column(page, table, 1)]

    assert len(before) > 3
    assert up == sorted(up)
    assert down == sorted(up, reverse=True)
    assert page.locator(f"{table} >> th[aria-sort=descending]").count() == 1


def test_dates_are_sorted_as_dates_and_the_unknown_stays_last(window, tmp_path):
    from scmaster.dashboard.page import Page, Section, Site, Table, columns
    from scmaster.passages.cells import Missing
    from scmaster.render import site

    days = ["6 November 2024", Missing("tidak diketahui"), "Maret 2025", "2023", "1.250"]
    table = Table(
        "Uji", columns("Kapan", "Nomor"), [(day, str(n)) for n, day in enumerate(days[:4])]
    )
    numbers = Table(
        "Angka",
        columns("Nilai", "Nomor", numbers=1),
        [(v, str(n)) for n, v in enumerate(("+1.250,5", "–", "−3", "42%"))],
    )
    made = site.write(
        Site(
            "Kota Uji", "", "", "", (Page("a.html", "Uji", [], [Section("Uji", [table, numbers])]),)
        )
    )
    (tmp_path / "a.html").write_bytes(made[0].content)
    page = window(DESK).open(tmp_path / "a.html")
    page.locator("thead button").nth(0).click()
    page.locator("thead button").nth(2).click()

    assert column(page, "table.urut >> nth=0", 0) == [
        "2023",
        "6 November 2024",
        "Maret 2025",
        "tidak diketahui",
    ]
    assert column(page, "table.urut >> nth=1", 0) == ["−3", "42%", "+1.250,5", "–"]


def test_without_script_everything_can_be_read(made, window):
    page = window(PHONE, java_script_enabled=False).open(made.folder / "index.html")

    assert page.locator("h1").inner_text() == "Ringkasan"
    assert page.locator("details").count() == page.locator("figure").count() > 0


def test_a_page_goes_on_paper_without_menus_and_in_dark_ink(made, window):
    looked = window(DESK, "dark")
    page = looked.open(made.folder / "index.html")
    page.emulate_media(media="print")
    colours = page.evaluate(
        "() => { const s = getComputedStyle(document.body); return [s.backgroundColor, s.color]; }"
    )
    paper = page.pdf(format="A4", prefer_css_page_size=True)

    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert not any(nav.is_visible() for nav in page.locator("nav").all())
    assert paper.startswith(b"%PDF")
    assert looked.wrong == []


def test_the_keyboard_gets_to_the_content_first(made, window):
    page = window(DESK).open(made.folder / "index.html")
    page.keyboard.press("Tab")

    assert page.evaluate("() => document.activeElement.textContent") == "Langsung ke isi"
