"""Where the rules about instruments, answers and results stay silent, and their exact limits."""

import pytest
from test_pages import understand

INSTRUMENT = """\
# pillars
instruments:
  - id: uji-2024
    name: Instrumen uji
    issuer: Kementerian
    year: {year}
    status: official
{more}\
    scale: {scale}
    groups:
      - id: baseline
        name: Baseline
        weight: 100
        questions:
          - {{id: BAS.01, code: "1", text: Apakah?, status: official}}
"""


def instrument(year=2024, scale="{minimum: 1, maximum: 4}", more=""):
    return INSTRUMENT.format(year=year, scale=scale, more=more)


def answer(question, *fields):
    lines = "".join(f"    {field}\n" for field in fields)
    start = "answers:\n  - id: jwb-1\n    submission: evaluasi-2024\n"
    return f"{start}    question: {question}\n{lines}"


def claims(*evidence, question="BAS.01", level=None):
    made = "claims:\n"
    for number, name in enumerate(evidence):
        made += f"  - id: klaim-{number}\n    evidence: {name}\n    supports: [{question}]\n"
        made += '    submission: evaluasi-2024\n    role: primary\n    pages: "3"\n'
        made += f"    level: {level[number]}\n" if level else ""
    return made


def survey(*fields, programme="prog-uji", respondents=50):
    lines = "".join(f"    {field}\n" for field in fields)
    return (
        "surveys:\n  - id: survei-1\n    submission: evaluasi-2024\n    sub_pillar: gov-service\n"
        f"    programme: {programme}\n    respondents: {respondents}\n    analysis: Baik.\n{lines}"
    )


def result(*fields):
    lines = "".join(f"    {field}\n" for field in fields)
    start = "results:\n  - id: hasil\n    submission: evaluasi-2024\n    status: official\n"
    return start + lines


BROKEN = "evidence:\n  - id: ev-laporan\n    title: Laporan\n    kind: laporann\n"
NO_INSTRUMENT = "submissions:\n  - {id: evaluasi-2024, year: 2024, stage: tahap_2, state: draft}\n"
NO_CITY_COHORT = instrument(more="    cohort: reguler\n")
TWO_YEARS = """\
submissions:
  - {id: evaluasi-2023, year: 2023, stage: tahap_2, state: final}
  - {id: evaluasi-2024, year: 2024, stage: tahap_2, instrument: uji-2024, state: draft}
"""


def before(*fields):
    inside = ", ".join(fields)
    return f"  - {{id: lama, submission: evaluasi-2023, status: official, {inside}}}\n"


SILENT = {
    "no submission at all": "submissions: []\n",
    "no instrument": NO_INSTRUMENT + answer("BAS.01", "self_score: 9"),
    "no cohort known": NO_CITY_COHORT,
    "valid from the year's last day": instrument(more="    valid_from: 2024-12-31\n"),
    "valid to its first day": instrument(more="    valid_to: 2024-01-01\n"),
    "score above the level, evidence unreadable": answer("BAS.01", "self_score: 4")
    + claims("ev-laporan", level=[2])
    + BROKEN,
    "level above unreadable": answer("BAS.01", "self_score: 4")
    + claims("ev-laporan", "ev-laporan", level=[2, 4]).replace("level: 4", "level: empat"),
    "percentage without its parts, as measure": answer("BAS.01", "measure: {value: 5}"),
    "answer without a score": answer("BAS.01", "fact: Ada.") + claims("ev-laporan", level=[2]),
    "score off the scale is not also above the level": answer("OUT.04", "fact: Ada.")
    + claims("ev-laporan", question="OUT.04", level=[2]),
    "nobody says the council met": answer("BAS.02", "measure: {as_of: 2024, note: Belum ada}"),
    "count of no meetings": answer("BAS.02", "measure: {value: 0, as_of: 2024}"),
    "draft that says nothing yet": answer("BAS.02", "fact: Dewan bersidang."),
    "verified without a fact": answer("BAS.02", "state: verified"),
    "body unreadable": answer("BAS.02", "self_score: 3")
    + "bodies:\n  - {id: dewan-uji, kind: dewan, nama: Dewan}\n",
    "improvement of the first year": result("final: 3.00", "improvement: 0.50"),
    "year before without a score": TWO_YEARS
    + result("final: 3.00", "improvement: 0.50")
    + before("rank: 3, rank_of: 9"),
    "no improvement printed": TWO_YEARS + result("final: 3.00") + before("final: 2.00"),
    "improvement without a final": TWO_YEARS + result("improvement: 1") + before("final: 2.00"),
    "improvement at its limit": TWO_YEARS
    + result("final: 3.00", "improvement: 0.511")
    + before("final: 2.50"),
    "rounded to the printed digit": result(
        "scores: [{node: baseline, score: 4.0000}, {node: output, score: 3.0000}]", "final: 3.405"
    ),
    "unknown questions have no parts to compare": result("scores: [{node: BAS.01, scores: [4]}]"),
    "only half the top score": answer("BAS.01", "self_score: 3") + claims("ev-laporan"),
    "top score without proof": answer("BAS.01", "self_score: 4"),
    "top score of an index": answer(
        "OCM.04", "self_score: 4", "issuer: PANRB", "measure: {value: 4}"
    )
    + claims("ev-laporan", question="OCM.04"),
    "top score, other evidence unreadable": answer("BAS.01", "self_score: 4")
    + claims("ev-laporan", "ev-lain")
    + "evidence:\n  - {id: ev-laporan, title: Laporan, kind: laporan, period: 2024,\n"
    "     url: https://contoh.go.id/a.pdf}\n  - {id: ev-lain, title: Lain, kind: laporann}\n",
    "levels skipped where they do not build up": claims("ev-laporan", level=[3]),
    "level below unreadable": claims("ev-laporan", "ev-lain", level=[2, 1]).replace(
        "level: 1", "level: satu"
    )
    + instrument(scale="{minimum: 1, maximum: 4, cumulative: ya}"),
    "survey of an unknown programme": survey("owner: dlh", programme="prog-lain"),
    "survey by an unknown office": survey("owner: dinas-lain"),
    "owner of the programme unknown": survey("owner: dlh")
    + "programmes: [{id: prog-uji, name: Perizinan, owner: dinas-lain}]\n",
    "another office surveys what nobody owns": survey("owner: dlh")
    + "programmes: [{id: prog-uji, name: Perizinan}]\n",
    "as many asked as there are users": survey("owner: diskominfo", "users: 50"),
    "one statement on which all agree": survey(
        "owner: diskominfo", "statements: [{number: 1, mean: 4}]"
    ),
    "means at both ends of the scale": survey(
        "owner: diskominfo",
        "statements: [{number: 1, mean: 0}, {number: 2, mean: 4}, {number: 3, mean: 2}]",
    ),
    "mean within half a digit": survey(
        "owner: diskominfo",
        "statements: [{number: 1, mean: 3.5, distribution: [0, 0, 0, 11, 9]}]",
        respondents=20,
    ),
    "percent within a digit": answer(
        "OUT.06", "measure: {value: 34, as_of: 2024}", "numerator: 33", "denominator: 100"
    ),
    "parts without a percentage": answer("OUT.06", "numerator: 1", "denominator: 3"),
    "part above the whole is another rule's": answer(
        "OUT.06", "measure: {value: 5, as_of: 2024}", "numerator: 3", "denominator: 2"
    ),
    "whole of nothing is another rule's": answer(
        "OUT.06", "measure: {value: 5, as_of: 2024}", "numerator: 3", "denominator: 0"
    ),
    "mean of assessors at its limit": result(
        "scores: [{node: BAS.01, score: 3.505, scores: [3, 4]}]"
    ),
    "score without assessors": result("scores: [{node: BAS.01, score: 3.5}]"),
    "result without an instrument": NO_INSTRUMENT + result("final: 40"),
    "derived, but no figure": answer("BAS.04", "fact: Ada."),
}

EXEMPT = {
    "no submission at all": set(),
    "score off the scale is not also above the level": set(),
    "mean within half a digit": {"SCM519"},
}


@pytest.mark.parametrize("name", SILENT)
def test_silence(name):
    found = understand(SILENT[name]).diagnostics
    said = {d.code for d in found if d.code[:4] in {"SCM5", "SCM7"}}

    assert said == EXEMPT.get(name, set())


SAID = {
    "revoked, although begun": (
        instrument(more="    valid_from: 2020\n    revoked_by: Permen 8/2024\n"),
        ["SCM505"],
    ),
    "not yet valid": (instrument(more="    valid_from: 2025\n"), ["SCM505"]),
    "no longer valid": (instrument(more="    valid_to: 2023-12-31\n"), ["SCM505"]),
    "another year, open end": (instrument(2020, more="    valid_from: 2020\n"), ["SCM505"]),
    "yes by a count": (answer("BAS.02", "measure: {value: 2, as_of: 2024}"), ["SCM509"]),
    "one finding for several levels that skip": (
        claims("ev-laporan", "ev-laporan", level=[3, 4])
        + instrument(scale="{minimum: 1, maximum: 5, cumulative: ya}"),
        ["SCM518"],
    ),
    "one finding for several statements of strangers": (
        survey(
            "owner: diskominfo",
            "statements:",
            "  - {number: 1, mean: 2.4, distribution: [20, 0, 0, 0, 30]}",
            "  - {number: 2, mean: 2.0, distribution: [25, 0, 0, 0, 25]}",
        ),
        ["SCM528"],
    ),
    "scale upside down is one slip": (
        answer("BAS.01", "self_score: 3")
        + result("scores: [{node: BAS.01, score: 3}]")
        + instrument(scale="{minimum: 4, maximum: 1, absent: 0}"),
        ["SCM533"],
    ),
    "absent at the top of the scale": (
        instrument(scale="{minimum: 1, maximum: 4, absent: 4}"),
        ["SCM533"],
    ),
    "self score off the scale is one slip": (
        answer("BAS.01", "self_score: 9") + claims("ev-laporan", level=[2]),
        ["SCM507"],
    ),
    "result off the scale is one slip": (
        result("scores: [{node: BAS.01, score: 9, scores: [3, 4]}]"),
        ["SCM526"],
    ),
    "whole of itself": (
        answer("OUT.06", "measure: {value: 5, as_of: 2024}", "numerator: 2", "denominator: 2"),
        ["SCM531"],
    ),
    "percentage of one part": (
        answer("OUT.06", "measure: {value: 5, as_of: 2024}", "numerator: 2"),
        ["SCM514"],
    ),
    "percentage of the other part": (
        answer("OUT.06", "measure: {value: 5, as_of: 2024}", "denominator: 2"),
        ["SCM514"],
    ),
    "rounding at its limit": (
        result("scores: [{node: baseline, score: 4}, {node: output, score: 3}]", "final: 3.42"),
        ["SCM511"],
    ),
    "band begins where another does": (
        instrument(more="    bands: [{start: 1, name: A}, {start: 1, name: B}]\n"),
        ["SCM503"],
    ),
    "two answers, and only the first counts": (
        answer("BAS.02", "self_score: 1")
        + "  - {id: a, submission: evaluasi-2024, question: BAS.02, self_score: 3}\n",
        ["SCM516"],
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_said(name):
    text, expected = SAID[name]
    found = understand(text).diagnostics

    assert [d.code for d in found if d.code[:4] in {"SCM5", "SCM7"}] == expected


def test_the_meeting_that_is_missed_is_pointed_at():
    body = "bodies:\n  - {id: dewan-uji, kind: dewan, name: Dewan}\n"
    body += "  - {id: forum-uji, kind: forum, name: Forum}\n"
    found = understand(answer("BAS.02", "self_score: 3") + body).diagnostics
    (finding,) = [d for d in found if d.code == "SCM509"]

    assert [related.message for related in finding.related] == ["dewan-uji tanpa rapat itu"]
