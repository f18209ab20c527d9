"""Faults planted in a real city are found where they were planted, and nothing else is said.

Every row of FAULTS is a slip that people make. It names the text that is replaced, and what
replaces it with `«` before the place that is to be pointed at; so what is expected comes from
the planted text and never from the tool.
"""

import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from scmaster import pipeline
from scmaster.diagnostics import Severity

ROOT = Path(__file__).parents[1]
CITY = ROOT / "cities" / "balikpapan"
PLANTED = Path(__file__).parent / "planted"
SOUND = "tambahan.yaml"
ON = date(2026, 11, 23)
MARK = "«"


class Fault(NamedTuple):
    """A slip: in a file the old text becomes the new; `at` is another place to look at."""

    name: str
    code: str
    file: str
    old: str
    new: str
    at: tuple[str, str] | None = None
    """File and marked text, where the finding is not where the slip is."""
    says: str = ""
    """What the message or the hint must hold."""


FAULTS = [
    Fault(
        "misspelt key",
        "SCM102",
        "sumber.yaml",
        "title: Lampiran Peraturan Daerah Kota Balikpapan tentang RPJMD Tahun 2021-2026\n"
        "    publisher:",
        "title: Lampiran Peraturan Daerah Kota Balikpapan tentang RPJMD Tahun 2021-2026\n"
        "    «publiser:",
        says="'publisher'",
    ),
    Fault(
        "required field missing",
        "SCM101",
        "sumber.yaml",
        '- id: src-aptika-2024\n    title: "[Forum',
        '- «id: src-aptika-2024\n    # title: "[Forum',
        says="'title'",
    ),
    Fault(
        "a thousand or one",
        "SCM108",
        "kota.yaml",
        "value: 1143\n",
        "value: «1.143\n",
    ),
    Fault(
        "decimal comma",
        "SCM104",
        "indikator.yaml",
        "value: 82.03\n",
        "value: «82,03\n",
        says="82.03",
    ),
    Fault(
        "rupiah with dots",
        "SCM112",
        "program.yaml",
        "{year: 2024, amount: 25000000000,",
        "{year: 2024, amount: «25.000.000.000,",
    ),
    Fault(
        "id used in two files",
        "SCM202",
        SOUND,
        "- id: verifikasi-uji\n",
        "- id: «forum-smart-city\n",
    ),
    Fault(
        "unknown perangkat daerah",
        "SCM201",
        "program.yaml",
        "owner: dlh\n    owner_basis: declared\n    supporting: [uptd-tpas-manggar]",
        "owner: «dinas-lh\n    owner_basis: declared\n    supporting: [uptd-tpas-manggar]",
    ),
    Fault(
        "unknown evidence",
        "SCM201",
        SOUND,
        "evidence: ev-uji-risiko\n",
        "evidence: «ev-uji-resiko\n",
        says="maksudnya 'ev-uji-risiko'",
    ),
    Fault(
        "unknown question",
        "SCM204",
        "jawaban.yaml",
        "question: QW.07\n",
        "question: «QW.77\n",
    ),
    Fault(
        "unknown pillar",
        "SCM205",
        "program.yaml",
        "Layanan Panggilan Darurat Balikpapan)\n    pillar: society",
        "Layanan Panggilan Darurat Balikpapan)\n    pillar: «socity",
        says="maksudnya 'society'",
    ),
    Fault(
        "id of another kind",
        "SCM203",
        "program.yaml",
        "owner_basis: assumed\n    supporting: [setda]",
        "owner_basis: assumed\n    supporting: [«rpjmd-2025-2029]",
    ),
    Fault(
        "date the Indonesian way",
        "SCM105",
        "kelembagaan.yaml",
        "date: 2022-12-28\n        title: Diskusi",
        "date: «28/12/2022\n        title: Diskusi",
        says="2022-12-28",
    ),
    Fault(
        "day that no calendar has",
        "SCM105",
        "kelembagaan.yaml",
        "date: 2019-10-03\n    place: Aula",
        "date: «2019-02-30\n    place: Aula",
    ),
    Fault(
        "period backward",
        "SCM116",
        "eviden.yaml",
        "period: 2018/2020-01\n",
        "period: «2020-01/2018\n",
    ),
    Fault(
        "address without scheme",
        "SCM106",
        "eviden.yaml",
        "url: https://prudensi.com/?p=91388\n",
        "url: «prudensi.com/?p=91388\n",
    ),
    Fault(
        "list written as text",
        "SCM107",
        "opd.yaml",
        "aliases: [Dinas Kominfo, Kominfo Balikpapan]",
        "aliases: «Dinas Kominfo",
    ),
    Fault(
        "word that is not on the list",
        "SCM111",
        "perencanaan.yaml",
        "status: reviewed\n",
        "status: «reviwed\n",
        says="'reviewed'",
    ),
    Fault(
        "weekday wrong",
        "SCM407",
        SOUND,
        "fact: Risiko quick win dicatat pada Maret 2025.",
        "fact: «Risiko quick win dicatat pada Selasa, 10 Maret 2025.",
        says="Senin",
    ),
    Fault(
        "evidence of another year",
        "SCM408",
        SOUND,
        "number: 3/LAP/2025\n    date: 2025-12-15\n    period: 2025\n",
        "number: 3/LAP/2025\n    date: 2025-12-15\n    period: 2024\n",
        at=(SOUND, "evidence: «ev-uji-laporan-tim\n"),
    ),
    Fault(
        "draft regulation as proof",
        "SCM409",
        SOUND,
        "legal_status: enacted\n    narrator: Kepala Bagian Hukum\n\n  - id: ev-uji-laporan-tim",
        "legal_status: draft\n    narrator: Kepala Bagian Hukum\n\n  - id: ev-uji-laporan-tim",
        at=(SOUND, "evidence: «ev-uji-sk-forum\n"),
    ),
    Fault(
        "revoked regulation as proof",
        "SCM410",
        SOUND,
        "legal_status: enacted\n    signature: wet\n",
        "legal_status: revoked\n    signature: wet\n",
        at=(SOUND, "evidence: «ev-uji-sk-tim\n"),
    ),
    Fault(
        "news as primary evidence",
        "SCM411",
        SOUND,
        "title: Laporan kegiatan Forum Smart City\n    kind: laporan\n",
        "title: Laporan kegiatan Forum Smart City\n    kind: berita\n",
        at=(
            SOUND,
            'supports: [OUT.05]\n    submission: evaluasi-2025\n    role: «primary\n    pages: "4"',
        ),
    ),
    Fault(
        "target as actual",
        "SCM404",
        "indikator.yaml",
        "value: 2.44\n        unit: indeks\n        as_of: 2021\n        status: reported",
        "value: 2.44\n        unit: indeks\n        as_of: 2021\n        status: «target",
    ),
    Fault(
        "range upside down",
        "SCM423",
        "program.yaml",
        "value: 300\n        upper: 400\n",
        "value: 300\n        upper: «40\n",
    ),
    Fault(
        "two figures preferred",
        "SCM405",
        "indikator.yaml",
        "status: estimated\n        source: src-gerbang-bank-sampah\n"
        "        note: Perkiraan unit yang terbentuk, bukan unit yang aktif.\n",
        "source: src-gerbang-bank-sampah\n        preferred: «ya\n"
        "        reason: Dinas memastikan angka ini.\n",
    ),
    Fault(
        "neither yes nor no",
        "SCM114",
        "quick-win.yaml",
        "preferred: ya\n        reason: >-\n          Angka terbaru",
        "preferred: «benar\n        reason: >-\n          Angka terbaru",
    ),
    Fault(
        "year that is none",
        "SCM113",
        "quick-win.yaml",
        "programme: prog-gas-metana\n    year: 2021\n",
        "programme: prog-gas-metana\n    year: «2O21\n",
    ),
    Fault(
        "id with a space",
        "SCM103",
        "rekomendasi.yaml",
        "- id: rek-2022-05\n",
        "- id: «rek 2022 05\n",
    ),
    Fault(
        "NIK in a note",
        "SCM701",
        "rekomendasi.yaml",
        "note: Peraturan tentang limbah industri tidak ditemukan.",
        "note: «Peraturan itu ditanyakan kepada NIK 6471051203900001.",
    ),
    Fault(
        "telephone number in a note",
        "SCM702",
        "perencanaan.yaml",
        "note: Produk hukum penetapannya tidak ditemukan.\n\nmasterplan:",
        "note: «Tanyakan kepada pengelola, 0812-3456-7890.\n\nmasterplan:",
    ),
    Fault(
        "self score off the scale",
        "SCM507",
        SOUND,
        "self_score: 3\n    fact: Dewan",
        "self_score: «5\n    fact: Dewan",
    ),
    Fault(
        "declared total wrong",
        "SCM510",
        SOUND,
        "final: 2.90\n",
        "final: «2.09\n",
    ),
    Fault(
        "too few respondents",
        "SCM519",
        SOUND,
        "respondents: 60\n    users: 900\n    statements:\n"
        "      - {number: 1, mean: 3.5, distribution: [0, 0, 0, 30, 30]}\n"
        "      - {number: 2, mean: 3.2, distribution: [1, 0, 5, 34, 20]}\n",
        "respondents: «40\n    users: 900\n    statements:\n"
        "      - {number: 1, mean: 3.5, distribution: [0, 0, 0, 20, 20]}\n"
        "      - {number: 2, mean: 3.25, distribution: [0, 0, 0, 30, 10]}\n",
    ),
    Fault(
        "link to what is restricted",
        "SCM704",
        SOUND,
        "url: https://contoh.go.id/audit-2025.pdf\n    classification: biasa\n",
        "url: «https://contoh.go.id/audit-2025.pdf\n    classification: terbatas\n",
    ),
    Fault(
        "question answered twice",
        "SCM516",
        SOUND,
        "question: OUT.02\n",
        "question: «QW.01\n",
    ),
    Fault(
        "id under a misspelt key",
        "SCM102",
        "perencanaan.yaml",
        "- id: rpjmd-2021-2026\n",
        "- «idd: rpjmd-2021-2026\n",
    ),
    Fault(
        "tab in the indentation",
        "SCM020",
        "tab.yaml",
        "",
        "opd:\n  - id: opd-tab\n«\tname: Dinas Lekukan\n",
    ),
    Fault(
        "quote that is not closed",
        "SCM022",
        "kutip.yaml",
        "",
        'opd:\n  - id: opd-kutip\n    name: «"Dinas Kutipan\n',
    ),
]

LARGE = [
    Fault(
        "section misspelt",
        "SCM100",
        "eviden.yaml",
        "evidence:\n  - id: ev-perda-6-2025\n",
        "«evidences:\n  - id: ev-perda-6-2025\n",
        says="'evidence'",
    ),
    Fault(
        "quote not closed among the sources",
        "SCM022",
        "sumber.yaml",
        'title: "[Forum evaluasi smart city, 24-27 Juni 2024]"\n',
        'title: «"[Forum evaluasi smart city, 24-27 Juni 2024]\n',
    ),
    Fault(
        "tab among the offices",
        "SCM020",
        "opd.yaml",
        "    name: Sekretariat Daerah\n",
        "«\tname: Sekretariat Daerah\n",
    ),
    Fault(
        "tab among the programmes",
        "SCM020",
        "program.yaml",
        "    name: e-Office\n",
        "«\tname: e-Office\n",
    ),
    Fault(
        "no space after the colon in the city",
        "SCM021",
        "kota.yaml",
        "    province: Kalimantan Timur\n",
        "    «province:Kalimantan Timur\n",
    ),
    Fault(
        "submission unreadable",
        "SCM111",
        "evaluasi.yaml",
        "period: 2025\n    state: draft\n",
        "period: 2025\n    state: «draf\n",
    ),
]
"""Slips that take a file or what everything hangs on out of sight: planted alone only."""


def look(folder):
    """Return what is said about a city: code and place, with the words."""
    case = pipeline.understand_city(folder, None, on=ON)
    return [
        (d.code, Path(d.span.file).name, d.span.line, d.span.column, f"{d.message} {d.hint}")
        for d in case.diagnostics
    ]


def new(before, after):
    """Return the findings of `after` that `before` does not have, by code and place."""
    return sorted((Counter(f[:4] for f in after) - Counter(f[:4] for f in before)).elements())


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sound") / "balikpapan"
    shutil.copytree(CITY, folder)
    shutil.copy(PLANTED / SOUND, folder)
    return folder


@pytest.fixture(scope="module")
def before(sound):
    return look(sound)


def plant(folder, faults):
    """Write the faults into a folder, and return what must be found: code and place."""
    marked = []
    for fault in faults:
        path = folder / fault.file
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert text.count(fault.old) == 1 or not fault.old, f"{fault.name}: {fault.old!r}"
        planted = fault.new.replace(MARK, "")
        assert planted.count("\n") == fault.old.count("\n") or not fault.old, "lines must not move"
        path.write_text(text.replace(fault.old, planted) if fault.old else planted, "utf-8")
        marked.append((fault, *(fault.at or (fault.file, fault.new))))
    return sorted((fault.code, *place(folder, file, text)) for fault, file, text in marked)


def place(folder, file, text):
    content = (folder / file).read_text(encoding="utf-8")
    assert content.count(text.replace(MARK, "")) == 1, text
    offset = content.index(text.replace(MARK, "")) + text.index(MARK)
    line = content.count("\n", 0, offset) + 1
    return file, line, offset - content.rfind("\n", 0, offset)


def test_the_city_has_no_error():
    case = pipeline.understand_city(CITY, None, on=ON)

    assert [str(d.span) for d in case.diagnostics if d.severity is Severity.ERROR] == []


def test_nothing_is_said_about_sound_work(before):
    assert [f for f in before if f[1] == SOUND] == []


def test_sound_work_says_nothing_about_the_rest(before):
    assert new(look(CITY), before) == []


@pytest.mark.parametrize("fault", [*FAULTS, *LARGE], ids=lambda fault: fault.name)
def test_each_fault_alone(sound, before, fault, tmp_path):
    folder = tmp_path / "balikpapan"
    shutil.copytree(sound, folder)
    expected = plant(folder, [fault])
    after = look(folder)

    assert new(before, after) == expected
    said = [words for *at, words in after if tuple(at) == expected[0]]
    assert all(fault.says in words for words in said)


def test_all_faults_at_once(sound, before, tmp_path):
    folder = tmp_path / "balikpapan"
    shutil.copytree(sound, folder)
    expected = plant(folder, FAULTS)

    assert len(FAULTS) >= 30
    assert new(before, look(folder)) == expected
