"""Every id that is named is found or reported, once, and however the files are split."""

import itertools
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scmaster import link, pipeline
from scmaster.diagnostics import Span

HERE = Span("kota", 1, 1)
CITY = "city: {id: uji, name: Kota Uji, kind: kota, province: Kaltim, region_code: '64.71'}\n"
PILLARS = """\
pillars:
  - id: pilar-uji
    name: Edisi uji
    status: official
    pillars:
      - id: governance
        name: Smart Governance
        aliases: [Smart Government, Tata Kelola]
        sub_pillars: [{id: gov-service, name: Pelayanan Publik, aliases: [Public Service]}]
      - {id: living, name: Smart Living}
"""
INSTRUMENT = """\
instruments:
  - id: uji-2024
    name: Instrumen uji
    issuer: Kementerian
    year: 2024
    edition: pilar-uji
    status: official
    scale: {minimum: 1, maximum: 4}
    groups:
      - id: baseline
        name: Baseline
        questions:
          - {id: BAS.01, code: "1", text: A, status: official, pillar: governance}
          - {id: BAS.02, code: "2", text: B, status: official}
"""
OTHER = """\
instruments:
  - {id: uji-2025, name: A, issuer: B, year: 2025, status: official,
     scale: {minimum: 1, maximum: 4},
     groups: [{id: lain, name: C,
     questions: [{id: LAIN.01, code: a, text: b, status: draft}]}]}
"""
FRAMES = {"pilar.yaml": PILLARS, "instrumen.yaml": INSTRUMENT, "lain.yaml": OTHER}
CYCLE = (
    "submissions: [{id: ev-2024, year: 2024, stage: tunggal, state: draft, instrument: uji-2024}]\n"
)
NAMELESS = CYCLE.replace(", instrument: uji-2024", "")
EVIDENCE = "evidence: [{id: ev-a, title: A, kind: laporan}]\n"


def case(files, frames=None):
    named = {"f.yaml": files} if isinstance(files, str) else files
    texts = [(name, text.encode()) for name, text in named.items()]
    shared = [(name, text.encode()) for name, text in (frames or FRAMES).items()]
    return pipeline.understand(texts, shared, [], HERE, on=date(2025, 1, 1))


def said(files, frames=None):
    """What the stages up to this one have to say; rules come later."""
    return [d for d in case(files, frames).diagnostics if d.code < "SCM300"]


REACHED = {
    "SCM201": [
        (CITY + "opd: [{id: a, name: A, successor: b}]", "2:35", "id 'b' tidak ada", ""),
        (
            CITY + "opd:\n- {id: diskominfo, name: A}\n- {id: b, name: B, successor: diskomifo}",
            "4:31",
            "id 'diskomifo' tidak ada",
            "maksudnya 'diskominfo'?",
        ),
        (
            CITY + "waivers: [{id: w, code: SCM301, record: apa, reason: a, "
            "accepted_by: b, until: 2030}]",
            "2:41",
            "id 'apa' tidak ada",
            "",
        ),
        (
            CITY + EVIDENCE + "claims: [{id: k, evidence: ev-a, supports: [entah], role: primary}]",
            "3:45",
            "id 'entah' tidak ada",
            "",
        ),
        (
            CITY
            + CYCLE
            + EVIDENCE
            + "claims: [{id: k, evidence: ev-a, supports: [ev-2024, entah], "
            "role: primary, submission: ev-2024}]",
            "4:54",
            "'entah' tidak ada di instrumen uji-2024",
            "",
        ),
    ],
    "SCM202": [
        (
            CITY + "opd: [{id: a, name: A}]\nsources: [{id: a, title: A, tier: press}]",
            "3:16",
            "id 'a' sudah dipakai",
            "beri id lain",
        ),
        (CITY + "opd: [{id: uji, name: A}]", "2:12", "id 'uji' sudah dipakai", "beri id lain"),
    ],
    "SCM203": [
        (
            CITY + EVIDENCE + "opd: [{id: a, name: A, successor: ev-a}]",
            "3:35",
            "'ev-a' adalah eviden, di sini diharapkan perangkat daerah",
            "",
        ),
        (
            CITY + EVIDENCE + "indicators: [{id: i, name: A, unit: B, belongs_to: [ev-a]}]",
            "3:53",
            "'ev-a' adalah eviden, di sini diharapkan program atau quick win atau masterplan",
            "",
        ),
    ],
    "SCM204": [
        (
            CITY + CYCLE + "answers: [{id: j, submission: ev-2024, question: BAS.1}]",
            "3:50",
            "'BAS.1' tidak ada di instrumen uji-2024",
            "maksudnya 'BAS.01'?",
        ),
        (
            CITY + CYCLE + "answers: [{id: j, submission: ev-2024, question: LAIN.01}]",
            "3:50",
            "'LAIN.01' tidak ada di instrumen uji-2024",
            "maksudnya 'BAS.01'?",
        ),
        (
            CITY + CYCLE + "answers: [{id: j, submission: ev-2024, question: baseline}]",
            "3:50",
            "'baseline' tidak ada di instrumen uji-2024",
            "",
        ),
        (
            CITY + CYCLE + "results: [{id: r, submission: ev-2024, status: official, "
            "scores: [{node: baselin, score: 3}]}]",
            "3:74",
            "'baselin' tidak ada di instrumen uji-2024",
            "maksudnya 'baseline'?",
        ),
        (
            CITY + CYCLE + "recommendations: [{id: r, submission: ev-2024, number: 1, text: A, "
            "status: open, questions: [LAIN.02]}]",
            "3:94",
            "'LAIN.02' tidak ada di instrumen mana pun",
            "maksudnya 'LAIN.01'?",
        ),
        (
            CITY + CYCLE + EVIDENCE + "claims: [{id: k, evidence: ev-a, supports: [LAIN.01], "
            "role: primary, submission: ev-2024}]",
            "4:45",
            "'LAIN.01' tidak ada di instrumen uji-2024",
            "maksudnya 'BAS.01'?",
        ),
    ],
    "SCM205": [
        (
            CITY + "programmes: [{id: p, name: A, pillar: Smart Government}]",
            "2:39",
            "pilar 'Smart Government' tidak ada",
            "maksudnya 'governance'?",
        ),
        (
            CITY + "programmes: [{id: p, name: A, pillar: tata_kelola}]",
            "2:39",
            "pilar 'tata_kelola' tidak ada",
            "maksudnya 'governance'?",
        ),
        (
            CITY + "programmes: [{id: p, name: A, pillar: livng}]",
            "2:39",
            "pilar 'livng' tidak ada",
            "maksudnya 'living'?",
        ),
        (
            CITY + "programmes: [{id: p, name: A, pillar: zzz}]",
            "2:39",
            "pilar 'zzz' tidak ada",
            "yang ada: governance, living",
        ),
        (
            CITY + "programmes: [{id: p, name: A, sub_pillar: public service}]",
            "2:43",
            "subdimensi 'public service' tidak ada",
            "maksudnya 'gov-service'?",
        ),
    ],
    "SCM206": [
        (
            CITY + "masterplan: [{id: m, title: A, status: draft, edition: pilar-2017}]",
            "2:56",
            "edisi pilar 'pilar-2017' tidak ada",
            "maksudnya 'pilar-uji'?",
        ),
        (
            CITY + CYCLE.replace("uji-2024", "komdigi"),
            "2:83",
            "instrumen 'komdigi' tidak ada",
            "yang ada: uji-2024, uji-2025",
        ),
    ],
    "SCM207": [
        (
            CITY.replace("city: ", "city:\n- ")
            + CITY.replace("city: ", "- ").replace("uji", "zzz"),
            "3:8",
            "bagian 'city' hanya boleh satu",
            "",
        ),
    ],
    "SCM208": [
        (
            "opd: []",
            "1:1",
            "tidak ada bagian 'city' di berkas mana pun",
            "tambahkan 'city:' dengan id, name, kind, province, dan region_code",
        ),
    ],
    "SCM209": [
        (
            CITY
            + EVIDENCE
            + "claims: [{id: k, evidence: ev-a, supports: [BAS.01], role: primary}]",
            "3:45",
            "'BAS.01' pertanyaan dari pengajuan yang mana?",
            "tambahkan 'submission: ...' agar instrumennya diketahui",
        ),
        (
            CITY + NAMELESS + "answers: [{id: j, submission: ev-2024, question: BAS.01}]",
            "3:50",
            "pengajuan 'ev-2024' tidak menyebut instrumen",
            "isi 'instrument' pada pengajuan 'ev-2024'",
        ),
    ],
    "SCM210": [
        (
            CITY + "opd: [{id: a, name: A, successor: a}]",
            "2:35",
            "'successor' berputar kembali ke 'a'",
            "",
        ),
    ],
}


@pytest.mark.parametrize(
    ("code", "text", "place", "message", "hint"),
    [(code, *row) for code, rows in REACHED.items() for row in rows],
)
def test_reached_once_with_its_place_and_message(code, text, place, message, hint):
    (only,) = said(text)

    assert (only.code, only.message, only.hint) == (code, message, hint)
    assert str(only.span).partition(":")[2] == place


def test_every_code_of_the_stage_is_reached():
    assert set(REACHED) == set(link.CODES)


def test_what_exists_is_not_reported():
    text = (
        CITY
        + CYCLE
        + EVIDENCE
        + (
            "opd: [{id: a, name: A, successor: b}, {id: b, name: B}]\n"
            "programmes: [{id: p, name: A, pillar: governance, sub_pillar: gov-service}]\n"
            "claims: [{id: k, evidence: ev-a, supports: [BAS.01, p], role: primary, "
            "submission: ev-2024}]\n"
            "recommendations: [{id: r, submission: ev-2024, number: 1, text: A, status: open, "
            "questions: [LAIN.01]}]\n"
            "results: [{id: h, submission: ev-2024, status: official, "
            "scores: [{node: baseline}]}]\n"
        )
    )
    assert said(text) == []


# -- ids over several files -------------------------------------------------------------------


def test_an_id_in_two_files_points_back_to_the_first():
    (only,) = said(
        {"a.yaml": CITY + "opd: [{id: dlh, name: A}]", "b.yaml": "opd: [{id: dlh, name: B}]"}
    )

    assert (only.code, str(only.span)) == ("SCM202", "b.yaml:1:12")
    assert [(str(r.span), r.message) for r in only.related] == [
        ("a.yaml:2:12", "pertama kali di sini")
    ]


def test_of_two_records_with_one_id_the_first_is_kept():
    made = case(
        {"a.yaml": CITY + "opd: [{id: dlh, name: A}]", "b.yaml": "opd: [{id: dlh, name: B}]"}
    )

    assert [opd.name for opd in made.dossier.records["opd"].values()] == ["A"]


def test_an_id_three_times_is_two_diagnostics():
    found = said(CITY + "opd: [{id: a, name: A}, {id: a, name: B}, {id: a, name: C}]")

    assert [d.code for d in found] == ["SCM202", "SCM202"]
    assert {r.span for d in found for r in d.related} == {Span("f.yaml", 2, 12, 1)}


RECORDS = [
    ("opd", "{id: diskominfo, name: A}"),
    ("opd", "{id: dlh, name: B, successor: diskominfo}"),
    ("opd", "{id: lama, name: C, successor: dl}"),
    ("evidence", "{id: ev-a, title: A, kind: laporan, opd: diskominfo}"),
    ("programmes", "{id: prog-a, name: A, pillar: Smart Government, owner: ev-a}"),
    ("quick_wins", "{id: qw-1, programme: prog-a, year: 2023, continues_from: qw-2}"),
    ("quick_wins", "{id: qw-2, programme: prog-a, year: 2022, continues_from: qw-1}"),
    ("claims", "{id: k, evidence: ev-a, supports: [prog-a, prog-b], role: primary}"),
]


def outcome(files):
    made = case(files)
    found = sorted((d.code, d.message, d.hint) for d in made.diagnostics if d.code < "SCM300")
    records = {
        section: [json.loads(record.model_dump_json()) for record in by_id.values()]
        for section, by_id in made.dossier.records.items()
    }
    uses = [(name, [(u.user.id, u.path) for u in us]) for name, us in made.dossier.uses.items()]
    return found, list(records.items()), uses


def split_as(order, cuts):
    """Write the records in an order, each into the file that its cut says."""
    files = {"kota.yaml": CITY}
    for index, cut in zip(order, cuts, strict=True):
        section, record = RECORDS[index]
        name = f"{cut}-{section}.yaml"
        files[name] = files.get(name, f"{section}:\n") + f"- {record}\n"
    return files


EXPECTED = outcome(split_as(range(len(RECORDS)), [0] * len(RECORDS)))


def test_the_records_to_be_split_say_something():
    found, records, _ = EXPECTED

    assert [code for code, *_ in found] == ["SCM201", "SCM201", "SCM203", "SCM205", "SCM210"]
    assert sum(len(made) for _, made in records) == len(RECORDS) + 1


@given(
    order=st.permutations(range(len(RECORDS))),
    cuts=st.lists(st.integers(0, 3), min_size=len(RECORDS), max_size=len(RECORDS)),
    shuffled=st.randoms(use_true_random=False),
)
def test_no_split_into_files_and_no_order_shows(order, cuts, shuffled):
    files = list(split_as(order, cuts).items())
    shuffled.shuffle(files)

    assert outcome(dict(files)) == EXPECTED


# -- circles ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("links", "reported"),
    [
        ("a>b b>c c>", []),
        ("a>a", ["a"]),
        ("a>b b>a", ["a"]),
        ("a>b b>c c>a", ["a"]),
        ("a>c b>c c>", []),
        ("a>b b>c c>b", ["b"]),
        ("d>b b>c c>b", ["b"]),
        ("a>b b>a c>d d>c", ["a", "c"]),
    ],
)
def test_a_circle_is_reported_once_however_it_is_entered(links, reported):
    steps = [pair.partition(">")[::2] for pair in links.split()]
    for order in itertools.permutations(steps):
        records = [f"{{id: {a}, name: A{f', successor: {b}' if b else ''}}}" for a, b in order]
        found = said(CITY + f"opd: [{', '.join(records)}]")

        assert [d.code for d in found] == ["SCM210"] * len(reported)
        assert sorted(d.message.split("'")[3] for d in found) == reported


@pytest.mark.parametrize(
    ("section", "field", "rest"),
    [
        ("quick_wins", "continues_from", "programme: p, year: 2024"),
        ("masterplan", "supersedes", "title: A, status: draft, edition: pilar-uji"),
    ],
)
def test_other_chains_may_not_turn_in_circles_either(section, field, rest):
    text = CITY + "programmes: [{id: p, name: A}]\n"
    text += f"{section}: [{{id: a, {field}: b, {rest}}}, {{id: b, {field}: a, {rest}}}]"

    assert [d.code for d in said(text)] == ["SCM210"]


# -- one slip, one diagnostic: no cascade -----------------------------------------------------

NAMING = {
    "opd": ("name: A", "programmes: [{id: p, name: A, owner: x, supporting: [x]}]\n"),
    "evidence": (
        "title: A, kind: laporan",
        "claims: [{id: k, evidence: x, supports: [x], role: primary}]\n",
    ),
    "submissions": (
        "year: 2024, stage: tunggal, state: draft, instrument: uji-2024",
        "answers: [{id: j, submission: x, question: BAS.77}]\n",
    ),
    "programmes": ("name: A", "quick_wins: [{id: q, programme: x, year: 2024}]\n"),
}


@pytest.mark.parametrize("section", NAMING)
@pytest.mark.parametrize("wrong", ["id: x, entah: 1", "idd: x", "id: x, note: [a]"])
def test_a_broken_record_is_not_called_unknown(section, wrong):
    rest, naming = NAMING[section]
    found = said(CITY + f"{section}: [{{{wrong}, {rest}}}]\n" + naming)

    assert len(found) == 1
    assert found[0].span.line == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("status: official\n    pillars", "status: resmi\n    pillars"),
        ("- id: pilar-uji", "- idd: pilar-uji"),
        ("name: Smart Living", "nama: Smart Living"),
        ("name: Smart Living", 'name: "Smart Living'),
    ],
)
def test_a_broken_edition_of_the_pillars_leaves_the_city_in_peace(before, after):
    frames = FRAMES | {"pilar.yaml": PILLARS.replace(before, after)}
    found = said(
        CITY + "masterplan: [{id: m, title: A, status: draft, edition: pilar-uji}]\n"
        "programmes: [{id: p, name: A, pillar: governance, sub_pillar: gov-service}]\n",
        frames,
    )

    assert frames["pilar.yaml"] != PILLARS
    assert [d.span.file for d in found] == ["pilar.yaml"]


@pytest.mark.parametrize(
    ("before", "after"),
    [("year: 2024", "year: kini"), ("- id: uji-2024", "- idd: uji-2024"), ("text: A", 'text: "A')],
)
def test_a_broken_instrument_leaves_the_city_in_peace(before, after):
    frames = FRAMES | {"instrumen.yaml": INSTRUMENT.replace(before, after)}
    found = said(
        CITY + CYCLE + EVIDENCE + "answers: [{id: j, submission: ev-2024, question: BAS.01}]\n"
        "claims: [{id: k, evidence: ev-a, supports: [BAS.02], role: primary}]\n"
        "recommendations: [{id: r, submission: ev-2024, number: 1, text: A, status: open, "
        "questions: [BAS.01]}]\n",
        frames,
    )

    assert frames["instrumen.yaml"] != INSTRUMENT
    assert [d.span.file for d in found] == ["instrumen.yaml"]


def test_a_broken_file_is_one_slip_and_not_a_hundred_unknown_ids():
    owners = "".join(f"- {{id: p{n}, name: A, owner: opd-{n}}}\n" for n in range(50))
    names = "".join(f"- {{id: opd-{n}, name: A}}\n" for n in range(50))
    found = said(
        {"p.yaml": CITY + "programmes:\n" + owners, "o.yaml": "opd:\n" + names + '- {id: "'}
    )

    assert [d.span.file for d in found] == ["o.yaml"]


def test_a_city_in_a_broken_file_is_not_missing():
    found = said({"kota.yaml": 'city:\n  id: a\n  name: "Kota\n', "o.yaml": "opd: []"})

    assert [d.span.file for d in found] == ["kota.yaml"]


def test_a_city_that_is_broken_is_not_missing():
    (only,) = said(CITY.replace("64.71", "6471"))

    assert only.code == "SCM115"


# -- the frameworks themselves ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "before", "after", "code", "message"),
    [
        ("instrumen.yaml", "BAS.02", "BAS.01", "SCM202", "id 'BAS.01' sudah dipakai"),
        ("instrumen.yaml", "id: BAS.02", "id: baseline", "SCM202", "id 'baseline' sudah dipakai"),
        ("lain.yaml", "id: uji-2025", "id: uji-2024", "SCM202", "id 'uji-2024' sudah dipakai"),
        ("instrumen.yaml", "pillar: governance", "pillar: gov", "SCM205", "pilar 'gov' tidak ada"),
        (
            "instrumen.yaml",
            "edition: pilar-uji",
            "edition: x",
            "SCM206",
            "edisi pilar 'x' tidak ada",
        ),
        (
            "pilar.yaml",
            "status: official",
            "status: official\n    sources: [x]",
            "SCM201",
            "id 'x' tidak ada",
        ),
    ],
)
def test_a_slip_in_pillars_has_a_place_too(name, before, after, code, message):
    frames = FRAMES | {name: FRAMES[name].replace(before, after, 1)}
    found = said(CITY, frames)

    assert [(d.span.file, d.code, d.message) for d in found] == [(name, code, message)]
    line = frames[name].splitlines()[found[0].span.line - 1]
    assert line[found[0].span.column - 1 :].startswith(message.split("'")[1])
