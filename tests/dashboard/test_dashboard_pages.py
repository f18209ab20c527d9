"""What the pages say: the figures that commands print, nothing that is closed, no dead end."""

import json
import re
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import unquote

import pytest
from small_city import IMPRINT, ROOT, cell, small
from typer.testing import CliRunner

from scmaster import dashboard
from scmaster.cli import app
from scmaster.dashboard.page import (
    Anchored,
    Cards,
    Drawn,
    Matrix,
    Points,
    Table,
    To,
    Trend,
    Words,
)
from scmaster.render import site

KOTA = (ROOT / "tests" / "documents" / "kota.yaml").read_text("utf-8")
EPOCH = "1795392000"  # 23 November 2026


def words(held):
    """A cell as a reader has it."""
    if isinstance(held, (list, tuple)):
        return " // ".join(words(one) for one in held)
    if isinstance(held, Anchored):
        return words(held.cell)
    if isinstance(held, Trend):
        return f"~{held.description}~"
    return held if isinstance(held, str) else held.text


def tables(made, name):
    page = next(page for page in made.site.pages if page.name == name)
    parts = [part for section in page.sections for part in section.parts]
    return {
        part.caption: [tuple(words(one) for one in row) for row in part.rows]
        for part in parts
        if isinstance(part, Table)
    }


def run(monkeypatch, *arguments):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "120")
    result = CliRunner().invoke(app, list(arguments), env={"SOURCE_DATE_EPOCH": EPOCH})
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.stdout


of_real_cities = pytest.mark.parametrize("made", ["balikpapan", "samarinda"], indirect=True)
"""The commands look at the cities of the repository."""


# -- the same figures


def printed(text, title):
    """The figures of a table that a command prints, row by row; names may be broken in two."""
    rows = []
    for line in text[text.index(title) :].splitlines()[1:]:
        cells = [one.strip() for one in line.split("│")[1:-1]]
        if cells and cells[-1]:
            rows.append(tuple(cells[1:]))
        if line.startswith("└"):
            break
    return rows


@pytest.mark.parametrize(
    "title", ["Menurut dimensi evaluasi", "Menurut pilar", "Menurut perangkat daerah"]
)
@of_real_cities
def test_completeness_is_what_status_prints(made, monkeypatch, title):
    told = printed(run(monkeypatch, "status", made.city), title)
    shown = [row[1:] for row in tables(made, "soal.html")[title]]

    assert len(shown) > 2
    assert shown == told


@of_real_cities
def test_missing_things_are_what_status_prints(made, monkeypatch):
    told = " ".join(run(monkeypatch, "status", made.city).split())
    for who, what in tables(made, "eviden.html")["Yang kurang, dan dari siapa"]:
        for line in what.split(" // "):
            assert re.sub(r" \(.*", "", line) in told, (who, line)


def two(text):
    if text is None:
        return "–"
    rounded = Decimal(text).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return f"{rounded:f}".replace(".", ",")


@of_real_cities
def test_scores_are_what_score_prints(made, monkeypatch):
    told = json.loads(run(monkeypatch, "score", made.city, "--format", "json"))
    lines = [*told["dimensions"], told["final"]]
    shown = tables(made, "index.html")["Nilai menurut dimensi"]

    assert [row[0] for row in shown] == [line["name"] for line in lines]
    for row, line in zip(shown, lines, strict=True):
        assert row[2:4] == (two(line["claimed"]), two(line["provable"]))
        assert [one for one in row[4:] if one != "–"] == [
            two(score) for score in line["official"].values()
        ]
    pillars = tables(made, "index.html").get("Simulasi nilai menurut pilar (rata-rata soal)", [])
    assert [(name, c, p) for name, c, p in pillars] == [
        (line["name"], two(line["claimed"]), two(line["provable"])) for line in told["pillars"]
    ]


def share(told):
    whole = told["of"] + told["unknown"]
    if told["unknown"] and not told["of"]:
        return "tidak diketahui"
    more = f" ({told['unknown']} tidak diketahui)" if told["unknown"] else ""
    return f"{told['done']} dari {whole}{more}" if whole else "–"


@of_real_cities
def test_contributions_are_what_participation_prints(made, monkeypatch):
    told = json.loads(run(monkeypatch, "participation", made.city, "--format", "json"))
    offices = {office["name"]: office for office in told["offices"]}
    shown = tables(made, "partisipasi.html")["Perangkat daerah"]

    assert len(shown) > 2
    for row in shown:
        office = offices[row[0].partition(" // ")[0]]
        assert row[2:4] == (share(office["answered"]), share(office["proven"]))
        assert row[5] == share(office["followed_up"])
        assert row[4].partition(" ")[0] == (str(office["evidence"]) if office["evidence"] else "–")
    thanked = [merit["name"] for merit in told["thanked"]]
    assert [row[0] for row in tables(made, "partisipasi.html").get("Apresiasi", [])] == thanked


@of_real_cities
def test_gaps_are_in_the_order_that_next_prints(made, monkeypatch):
    told = run(monkeypatch, "next", made.city, "--limit", "10")
    pairs = re.findall(r"^ +\d+\. (\S+) +(\+\S+)", told, re.MULTILINE)
    shown = [
        row
        for name, row_ in tables(made, "index.html").items()
        if "paling menambah" in name
        for row in row_
    ]

    assert [(row[0], row[-1]) for row in shown] == pairs


# -- nothing that is closed


PLANTED = """
programmes:
  - id: prog-bocor
    name: Layanan warga, hubungi 0812-3456-7890
    owner: diskominfo
    summary: Contoh NIK 6471051203900001 dan kata sandi rahasia123 di Laporan hasil AUDIT.
    measures:
      - name: pengguna, lihat https://rahasia.contoh.go.id/lha.pdf
        value: 12
        as_of: 2024
        note: Telepon 0811-2222-3333
evidence:
  - id: ev-gelap
    title: Daftar penerima bantuan keluarga miskin
    kind: laporan
    classification: rahasia
    file: penerima-bantuan-2024.xlsx
    url: https://drive.contoh.go.id/penerima
    narrator: Kepala Bidang Rahasia
"""
SECRETS = (
    "6471051203900001",
    "0812-3456-7890",
    "0811-2222-3333",
    "rahasia123",
    "laporan hasil audit",
    "rahasia.contoh.go.id",
    "daftar penerima bantuan",
    "penerima-bantuan-2024",
    "drive.contoh.go.id",
    "kepala bidang rahasia",
)


def test_nothing_closed_and_no_personal_data_is_on_any_page():
    composed = dashboard.compose(small(KOTA, more=[PLANTED]), IMPRINT)
    pages = {page.name: page.content.decode().lower() for page in site.write(composed)}

    assert any("prog-bocor" in name for name in pages)
    leaks = {(name, one) for name, text in pages.items() for one in SECRETS if one in text}
    assert leaks == set()


def test_the_secrets_are_in_what_the_city_wrote():
    written = (KOTA + PLANTED).lower()

    assert [one for one in SECRETS if one not in written] == []


def test_what_is_hidden_changes_no_figure(made):
    """A closed piece proves what it proves, though nobody sees it here."""
    from scmaster.assess import coverage
    from scmaster.dashboard.showing import for_leaders

    assert coverage.by_owner(for_leaders(made.case)) == coverage.by_owner(made.case)


# -- a page for one office


def test_the_page_of_an_office_leads_nowhere_and_names_nobody_elses_records(made):
    from scmaster.model.masterplan import Indicator, Programme

    case = made.case
    alone = [page for page in made.site.pages if page.alone]
    assert alone
    for page in alone:
        html = made.pages[page.name].decode()
        own = page.name.removeprefix("opd/").removesuffix(".html")
        assert 'href="../' not in html
        owned = {p.name for p in case.dossier.of(Programme).values() if p.owner == own}
        for kind in (Programme, Indicator):
            for record in case.dossier.of(kind).values():
                if record.owner not in {own, None} and not any(record.name in n for n in owned):
                    assert f">{record.name}<" not in html, (page.name, record.id)


# -- no dead end


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.hrefs, self.ids, self.others = [], [], []

    def handle_starttag(self, tag, attrs):
        held = dict(attrs)
        if "id" in held:
            self.ids.append(held["id"])
        if tag == "a":
            self.hrefs.append(held["href"])
        self.others += [held[name] for name in ("src", "action", "srcset") if name in held]


def test_every_link_leads_to_a_page_and_a_place_that_are_there(made):
    read = {}
    for name, content in made.pages.items():
        read[name] = Links()
        read[name].feed(content.decode())
    for name, links in read.items():
        assert links.others == []
        assert len(set(links.ids)) == len(links.ids), name
        for href in links.hrefs:
            if href.startswith(("http://", "https://", "mailto:")):
                continue
            path, _, anchor = href.partition("#")
            target = _resolved(name, unquote(path)) if path else name
            assert target in read, (name, href)
            assert not anchor or unquote(anchor) in read[target].ids, (name, href)


def _resolved(name, path):
    parts = []
    for part in (PurePosixPath(name).parent / path).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_every_record_that_a_figure_leads_to_says_where_it_is_written(made):
    records = [page for page in made.site.pages if page.name.startswith("catatan/")]

    assert len(records) > 10
    for page in records:
        assert re.search(r"ditulis di \S+\.yaml:\d+", str(page.lead[0])), page.name


@pytest.mark.parametrize("made", ["balikpapan"], indirect=True)  # its figures disagree
def test_figures_in_dispute_are_marked(made):
    rows = [
        row
        for caption, own in tables(made, "pilar.html").items()
        if caption.startswith("Indikator")
        for row in own
    ]
    disputed = [row for row in rows if "angka berselisih" in row[3]]

    assert any("Titik Wi-Fi gratis" in row[0] for row in disputed)


def test_the_same_city_gives_the_same_bytes(made):
    again = site.write(dashboard.compose(made.case, IMPRINT))

    assert {page.name: page.content for page in again} == made.pages


def test_no_page_names_a_person_of_an_office(made):
    city = made.case.dossier.city
    holders = [office.holder for office in city.offices if office.holder]
    told = "".join(content.decode() for name, content in made.pages.items() if city.id in name)

    assert not any(f">{holder}<" in told for holder in holders)


# -- the words


def outline(site_):
    lines = []
    for page in site_.pages:
        lines += [f"=== {page.name}: {page.title}", *(f"    {words(one)}" for one in page.lead)]
        for section in page.sections:
            lines.append(f"  ## {section.title}")
            for part in section.parts:
                lines += [f"    {line}" for line in _part(part)]
    return "\n".join(lines) + "\n"


def _part(part):  # noqa: PLR0911  (a kind of part each)
    match part:
        case Table():
            heads = " | ".join(column.title for column in part.columns)
            return [
                f"[{part.caption}] {heads}",
                *(" | ".join(led(c) for c in row) for row in part.rows),
            ]
        case Cards():
            return [f"({c.label}: {led(c.value)}; {c.note}) -> {c.to}" for c in part.cards]
        case Points():
            return [f"* {led(one)}" for one in part.points]
        case Words():
            return [led(part.words)]
        case Drawn():
            chart = part.chart
            series = [f"{s.name}: {', '.join(map(str, s.values))}" for s in chart.series]
            return [f"<{chart.kind} {chart.caption}> {chart.description}", *series, part.note]
        case Matrix():
            return [
                f"{title}: " + " | ".join(f"{f.level} {f.words} {led(f.inside)}" for f in fields)
                for title, fields in part.rows
            ]
    return []


def led(held):
    """A cell with where it leads."""
    if isinstance(held, (list, tuple)):
        return " // ".join(led(one) for one in held)
    if isinstance(held, Anchored):
        return f"{led(held.cell)} #{held.anchor}"
    if isinstance(held, To):
        return f"{held.text} -> {held.page}{'#' if held.anchor else ''}{held.anchor}"
    return words(held) if isinstance(held, Trend) else cell(held)


def test_the_words_of_the_small_city(made, golden):
    if made.city == "kota-uji":
        golden("dasbor/kota-uji.txt", outline(made.site))


def test_no_folder_of_the_machine_is_told(tmp_path, monkeypatch):
    """Wherever the command runs and however the city is named."""
    from datetime import date

    from scmaster import pipeline

    city = tmp_path / "rahasia-mesin" / "cities" / "kota"
    city.mkdir(parents=True)
    (city / "kota.yaml").write_text(
        "city:\n  id: kota\n  name: Kota Uji\n  kind: kota\n  province: Kalimantan Timur\n"
        '  region_code: "64.99"\n  facts:\n    - {name: penduduk, value: 5, as_of: 2024}\n'
        "programmes:\n  - id: prog-a\n    name: Program A\n",
        "utf-8",
    )
    monkeypatch.chdir(ROOT)
    case = pipeline.understand_city(city, None, on=date(2026, 11, 23))
    pages = site.write(dashboard.compose(case, IMPRINT))
    told = "".join(page.content.decode() for page in pages)

    assert "cities/kota/kota.yaml:8" in told.replace("<wbr>", "")
    assert "rahasia-mesin" not in told


# -- what a small city with little evidence does not show

ENDING = """
evidence:
  - {id: ev-a, title: Sertifikat ISO, kind: sertifikat, date: 2024-02-01, valid_until: 2025-03-01}
  - {id: ev-b, title: Perjanjian, kind: pks, date: 2024-02-01, valid_until: 2025-03-20}
  - {id: ev-c, title: Habis, kind: sop, date: 2022-02-01, valid_until: 2024-12-31, opd: dlh}
  - {id: ev-d, title: Jauh, kind: pks, date: 2024-02-01, valid_until: 2029-01-01}
claims:
  - {id: klaim-habis, evidence: ev-c, supports: [prog-uji], role: supporting}
  - {id: klaim-foto, evidence: ev-foto-loket, supports: [OUT.06], submission: evaluasi-2024,
     role: primary}
quick_wins:
  - id: qw-risiko
    programme: prog-uji
    year: 2025
    risks:
      - {text: Warga enggan, likelihood: 1, severity: 3}
      - {text: Dana terlambat, likelihood: 3, severity: 3}
      - {text: Belum ada yang menilai}
indicators:
  - id: ind-sampah
    name: Sampah terkelola
    unit: persen
    targets: [{year: 2023, value: 40}, {year: 2025, value: 80}]
    actuals:
      - {value: 25, as_of: 2022}
      - {value: 55, as_of: 2024}
      - {value: 70, as_of: 2025, status: target}
"""


@pytest.fixture(scope="module")
def fuller():
    return {
        page.name: page for page in dashboard.compose(small(KOTA, more=[ENDING]), IMPRINT).pages
    }


def parts_of(page, kind):
    return [p for section in page.sections for p in section.parts if isinstance(p, kind)]


def test_evidence_that_ends_is_counted_by_month(fuller):
    (drawn,) = parts_of(fuller["eviden.html"], Drawn)
    counts = dict(zip(drawn.chart.categories, drawn.chart.series[0].values, strict=True))
    held = {table.caption: table for table in parts_of(fuller["eviden.html"], Table)}

    assert next(iter(counts)) == "Januari 2025"  # the day of the look is the 15th
    assert {month: n for month, n in counts.items() if n} == {"Maret 2025": 2}
    assert [words(row[0]) for row in held["Akan habis"].rows] == [
        "Sertifikat ISO",
        "Perjanjian",
        "Jauh",
    ]
    assert [words(row[0]) for row in held["Sudah habis dan masih dipakai"].rows] == ["Habis"]


def test_evidence_in_doubt_says_why_and_leads_to_its_record(fuller):
    held = {table.caption: table for table in parts_of(fuller["eviden.html"], Table)}
    asked, piece, why = held["Eviden yang diragukan"].rows[0]

    assert asked == To("OUT.06", "soal.html", "OUT.06")
    assert piece == To("Foto loket perizinan", "catatan/ev-foto-loket.html")
    assert "jenis ini hanya menguatkan" in words(why)


def test_risks_stand_in_the_matrix_and_the_ungraded_beside_it(fuller):
    (matrix,) = parts_of(fuller["quick-win.html"], Matrix)
    inside = {
        f.level: [one.text for one in f.inside] for _, row in matrix.rows for f in row if f.inside
    }
    told = [words(part.words) for part in parts_of(fuller["quick-win.html"], Words)]

    assert inside[9] == ["R3"]
    assert any("Belum dinilai" in line and "R4" in line for line in told)


def test_a_sparkline_has_gaps_and_no_promise_among_what_was_reached(fuller):
    (trend,) = [
        cell_
        for table in parts_of(fuller["pilar.html"], Table)
        for row in table.rows
        for cell_ in row
        if isinstance(cell_, Trend) and "25%" in cell_.description
    ]

    assert trend.years == (2022, 2023, 2024, 2025)
    assert trend.reached == (Decimal(25), None, Decimal(55), None)
    assert trend.promised == (None, Decimal(40), None, Decimal(80))
