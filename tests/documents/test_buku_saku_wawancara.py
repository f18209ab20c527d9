"""The booklet for the interview: what may be asked, what is to be said, one page an office."""

import io
import re
import shutil
import subprocess
from datetime import date
from functools import cache
from pathlib import Path

import docx
import pypdf
import pytest
from small_city import IMPRINT, ROOT, outline, small

from scmaster import documents, pipeline
from scmaster.assess.contributions import contributions
from scmaster.assess.interview import Ready, prepared
from scmaster.documents import buku_saku_wawancara as document
from scmaster.model.city import Opd
from scmaster.packing import package
from scmaster.passages import interview, office_sheet
from scmaster.passages.cells import Missing

HERE = Path(__file__).parent
KOTA = (HERE / "kota.yaml").read_text("utf-8")
RENCANA = (HERE / "rencana.yaml").read_text("utf-8")
SLUG = "buku-saku-wawancara"


@cache
def told():
    return small(KOTA, more=[RENCANA])


@pytest.fixture(scope="module")
def data():
    return document.compose(told(), IMPRINT)


@cache
def real(city):
    folder = ROOT / "cities" / city
    return pipeline.understand_city(folder, ROOT, on=date(2026, 11, 23))


@cache
def made(city, copy="internal"):
    order = pipeline.Order(
        documents=(SLUG,), formats=("docx",), draft=True, internal=copy == "internal"
    )
    return pipeline.build(real(city), ROOT / "cities" / city, ROOT, order)


def test_the_composed_data(data, golden):
    golden(f"{SLUG}/data.txt", "\n".join(outline(data)) + "\n")


# -- questions ----------------------------------------------------------------------------------


def test_what_has_no_answer_stands_first_and_says_who_brings_it(data):
    assert data.sections[0].name == "Belum Ada Jawaban"
    first = data.sections[0].sheets[0]
    facts = dict(first.facts)

    assert first.material == []
    assert facts["Keadaan"] == Missing("belum ada jawaban")
    assert facts["Penjawab"] == ["Dinas Komunikasi dan Informatika"]
    assert facts["Yang masih harus dibawa"] == ["Rekap survei."]


def test_questions_are_called_alike_in_every_chapter(data):
    heads = [sheet.heading for section in data.sections for sheet in section.sheets]

    assert [row[0] for row in data.overview] == [f"P{n}" for n in range(1, len(heads) + 1)]
    assert heads == [f"{row[0]} {row[1]}" for row in data.overview]


def test_the_counts_are_those_of_the_questions(data):
    assert sum(int(row[1]) for row in data.counts[:-1]) == int(data.counts[-1][1])
    assert int(data.counts[-1][1]) == len(data.overview)


def test_who_is_not_in_the_register_is_marked(data):
    (budget,) = [row for row in data.overview if "APBD" in row[1]]

    assert budget[2] == [Missing("BPKAD (belum ada dalam daftar perangkat daerah)")]


def test_an_answer_names_its_evidence_with_the_page(data):
    (basis,) = [s for x in data.sections for s in x.sheets if s.id == "ask-basis"]
    said, shown = basis.material[0]

    assert said[0].startswith("Jawaban BAS.01: Masterplan ditetapkan dengan Perwali")
    assert "hlm. 1-2, Pasal 3" in shown[0]


def test_what_is_confidential_stays_closed_though_it_is_the_citys_own_copy():
    internal = dict(documents.composed(SLUG, told(), _imprint(internal=True)))
    shown = "\n".join(outline(internal[f"{SLUG}-internal"]))

    assert "rahasia.contoh.go.id" not in shown
    assert "7/LHA/2024" not in shown
    assert "Laporan hasil audit (Laporan audit, 2 Mei 2024, diperlihatkan saat visitasi)" in shown


def _imprint(**more):
    return documents.Imprint("0", "a", **more)


@pytest.mark.parametrize("city", ["balikpapan", "samarinda"])
def test_every_figure_that_is_to_be_said_is_in_the_data_with_its_source(city):
    case = real(city)
    every = prepared(case)
    for section in interview.sections(case, every):
        for sheet in section.sheets:
            for _, shown in sheet.material:
                assert shown, sheet.id


def test_balikpapan_has_what_the_interview_of_2024_asked():
    every = {p.question.id: p.ready for p in prepared(real("balikpapan"))}

    assert every["ask-survey"] is Ready.NOTHING
    assert every["ask-raw-water"] is Ready.PLANNED
    assert every["ask-ikn"] is Ready.MATERIAL
    assert every["ask-strengths"] is Ready.PROVEN


def test_a_plan_is_never_told_as_something_done():
    case = real("balikpapan")
    (water,) = [
        s
        for section in interview.sections(case, prepared(case))
        for s in section.sheets
        if s.id == "ask-raw-water"
    ]

    assert water.material[0][0] == ["Rencana, prioritas RPJMD 2025–2029: Penyediaan air bersih"]


def test_without_a_bank_it_says_so_and_still_has_its_offices():
    case = small(KOTA, without=("interview_questions",))
    order = pipeline.Order(documents=(SLUG,), formats=("docx",), draft=True, internal=True)
    built = pipeline.build(case, ROOT / "cities" / "kota-uji", ROOT, order)
    text = "\n".join(
        p.text for p in docx.Document(io.BytesIO(built.artifacts[0].content)).paragraphs
    )

    assert built.diagnostics == ()
    assert text.count("Bank pertanyaan belum memuat pertanyaan untuk evaluasi ini.") == 2
    assert "Narasumber: Kepala Dinas Lingkungan Hidup." in text


# -- offices ------------------------------------------------------------------------------------


def test_every_office_of_today_has_a_page_or_is_said_to_have_nothing():
    for city in ("balikpapan", "samarinda"):
        data, case = document.compose(real(city), IMPRINT), real(city)
        offices = {office.key for office in contributions(case, []) if office.registered}
        paged = {sheet.id for sheet in data.sheets}
        opd = case.dossier.of(Opd)
        silent = {k for k in offices - paged if (opd[k].short_name or opd[k].name) in data.silent}

        assert paged | silent == offices


def test_an_office_says_how_many_of_its_questions_are_proven():
    data = document.compose(real("balikpapan"), IMPRINT)
    (dlh,) = [sheet for sheet in data.sheets if sheet.id == "dlh"]
    (given,) = [o for o in contributions(real("balikpapan"), []) if o.key == "dlh"]

    assert f"{given.answered.done} dari {given.answered.of} dijawab" in dlh.speaker
    assert f"{given.proven.done} terbukti" in dlh.speaker


def test_an_office_that_changed_its_name_answers_for_what_the_old_one_did(data):
    ids = {sheet.id for sheet in data.sheets}

    assert "disperin" not in ids


def test_a_promise_stands_behind_what_was_reached_and_is_called_one(data):
    (sheet,) = [sheet for sheet in data.sheets if sheet.id == "diskominfo"]
    words = [row[1] for row in sheet.rows if len(row) > 1 and isinstance(row[1], str)]
    reached = next(n for n, word in enumerate(words) if "(dilaporkan" in word)
    promised = next(n for n, word in enumerate(words) if "(target)" in word)

    assert reached < promised


def test_a_disputed_figure_is_a_weak_point(data):
    (sheet,) = [sheet for sheet in data.sheets if sheet.id == "diskominfo"]

    assert any(row[0].startswith("Angka berbeda") for row in sheet.rows if isinstance(row[0], str))


# -- speakers -----------------------------------------------------------------------------------


def test_speakers_are_posts_and_never_persons():
    for city in ("balikpapan", "samarinda"):
        data = document.compose(real(city), IMPRINT)
        names = {o.holder for o in real(city).dossier.city.offices if o.holder}
        spoken = [data.presenters, data.schedule, [sheet.speaker for sheet in data.sheets]]
        shown = "\n".join(line for part in spoken for line in outline(part))

        assert len(names) > 3
        assert not [name for name in names if re.search(rf"\b{re.escape(name)}\b", shown)]


def test_who_narrates_stands_with_the_office_that_it_heads():
    data = document.compose(real("balikpapan"), IMPRINT)
    (dlh,) = [row for row in data.schedule if row[0] == "DLH"]

    assert dlh[1] == ["Kepala Dinas Lingkungan Hidup"]
    assert any("Surat Edaran" in title for title in dlh[3]), "issued by another"


# -- the file -----------------------------------------------------------------------------------


def test_assessors_get_none_and_are_not_left_wondering():
    built = made("balikpapan", "assessor")

    assert built.artifacts == ()
    assert built.left_out == ((SLUG, "hanya untuk kota sendiri; tambahkan --copy internal"),)


def test_it_goes_into_no_package():
    folder = ROOT / "cities" / "balikpapan"
    papers = package.papers_of(package.Home(folder, ROOT, store=folder))

    assert SLUG not in papers
    assert "laporan-evaluasi" in papers


def test_it_is_stamped_on_every_page():
    (artifact,) = made("balikpapan").artifacts
    assert artifact.name == f"{SLUG}-internal.docx"

    opened = docx.Document(io.BytesIO(artifact.content))
    headers = [p.text for s in opened.sections for p in s.header.paragraphs]
    assert any("SALINAN INTERNAL" in text for text in headers)


SOFFICE = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")


def office_pages(content, folder):
    """The words of the pages on which the offices stand, as LibreOffice lays them out."""
    path = folder / "buku.docx"
    path.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=300)
    pages = [
        " ".join(page.extract_text().split())
        for page in pypdf.PdfReader(path.with_suffix(".pdf")).pages
    ]
    (first,) = [n for n, page in enumerate(pages) if "BAB IV LEMBAR PERANGKAT DAERAH A." in page]
    (after,) = [n for n, page in enumerate(pages) if "BAB V YANG BELUM BERPENANGGUNG" in page[:200]]
    return pages[first:after]


@SOFFICE
@pytest.mark.parametrize("city", ["balikpapan", "samarinda"])
def test_every_office_begins_on_a_page_of_its_own_and_ends_on_it(city, tmp_path):
    (artifact,) = made(city).artifacts
    sheets = document.compose(real(city), IMPRINT).sheets
    pages = office_pages(artifact.content, tmp_path)

    assert len(pages) == len(sheets) > 10
    for page, sheet in zip(pages, sheets, strict=True):
        assert sheet.heading in page
        assert "Rekomendasi terdahulu dan jawabannya" in page, "the last kind of row"


@SOFFICE
def test_an_office_that_overflows_its_page_would_be_seen(tmp_path, monkeypatch):
    """The twin that must fail: more rows than a page holds."""
    monkeypatch.setattr(office_sheet, "LINES", 120)
    order = pipeline.Order(documents=(SLUG,), formats=("docx",), draft=True, internal=True)
    city = ROOT / "cities" / "balikpapan"
    (artifact,) = pipeline.build(real("balikpapan"), city, ROOT, order).artifacts
    sheets = document.compose(real("balikpapan"), IMPRINT).sheets

    assert len(office_pages(artifact.content, tmp_path)) > len(sheets)
