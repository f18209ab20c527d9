"""Whatever keeps an answer from being proven, a rule says so; none need say that it is unproven."""

import pytest
from test_pages import understand

from scmaster.assess.standing import State

CLAIM = """\
claims:
  - id: klaim-1
    evidence: ev-1
    supports: [BAS.01]
    submission: evaluasi-2024
    role: {role}
    pages: "3"
"""
EVIDENCE = """\
evidence:
  - id: ev-1
    title: Dokumen
    kind: {kind}
    number: "1"
    narrator: Kepala Bagian Hukum
"""
ANSWER = """\
answers:
  - id: jwb-1
    submission: evaluasi-2024
    question: BAS.01
    self_score: 3
    fact: Masterplan ditetapkan.
    analysis: Dasar hukumnya kuat.
"""
URL, DATE, ENACTED = (
    "    url: https://contoh.go.id/a.pdf\n",
    "    date: 2024-02-01\n",
    "    legal_status: enacted\n",
)


def city(*fields, kind="perwali", role="primary", claim=True):
    evidence = EVIDENCE.format(kind=kind) + "".join(fields)
    return ANSWER + evidence + (CLAIM.format(role=role) if claim else "")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("SCM304", city(URL, DATE, ENACTED, claim=False)),
        ("SCM305", city(URL, DATE, ENACTED, role="supporting")),
        ("SCM309", city(DATE, ENACTED)),
        ("SCM310", city(URL, kind="laporan")),
        ("SCM408", city(URL, "    date: 2022-02-01\n    period: 2022\n", kind="laporan")),
        ("SCM409", city(URL, DATE, "    legal_status: draft\n")),
        ("SCM410", city(URL, DATE, "    legal_status: revoked\n")),
        ("SCM411", city(URL, DATE, kind="berita")),
    ],
)
def test_a_rule_says_why(code, text):
    case = understand(text)

    assert case.standings["BAS.01"].state is not State.PROVEN
    assert [d.code for d in case.diagnostics if d.code == code] == [code]


def test_sound_work_is_proven():
    case = understand(city(URL, DATE, ENACTED))

    assert case.standings["BAS.01"].state is State.PROVEN
    assert not [d for d in case.diagnostics if d.code[:4] == "SCM4"]
