"""`scmaster.yaml`: what a workspace settles for all its cities."""

import pytest

from scmaster import pipeline, settings
from scmaster.diagnostics import Severity

CITY = """\
city:
  id: uji
  name: Kota Uji
  kind: kota
  province: Uji
  region_code: "99.71"
submissions:
  - {id: evaluasi-2023, year: 2023, stage: tunggal, instrument: komdigi-2023-regular, state: draft}
  - {id: evaluasi-2024, year: 2024, stage: tunggal, instrument: komdigi-2023-regular, state: draft}
sources:
  - {id: sumber-lama, title: Laporan, tier: document}
"""


@pytest.fixture
def workspace(tmp_path):
    city = tmp_path / "cities" / "uji"
    city.mkdir(parents=True)
    (city / "kota.yaml").write_text(CITY, "utf-8")
    return tmp_path


@pytest.fixture
def understood(workspace):
    """Understand the city under settings, as a command does."""
    from datetime import date

    def understand(text, **more):
        (workspace / "scmaster.yaml").write_text(text, "utf-8")
        city = workspace / "cities" / "uji"
        return pipeline.understand_city(city, workspace, on=date(2025, 1, 15), **more)

    return understand


def of(case, code):
    return [d for d in case.diagnostics if d.code == code]


def test_without_a_file_everything_is_as_usual(workspace):
    told, found = settings.read(workspace)

    assert (told.severities, told.local_rules, found) == ([], False, [])


def test_an_empty_file_and_an_empty_section_settle_nothing(understood):
    for text in ("settings:\n", "settings: {}\n", "# nanti\nsettings:\n"):
        assert not [d for d in understood(text).told if "scmaster.yaml" in d.span.file]


def test_a_slip_is_found_where_it_stands(understood):
    (found,) = of(understood("settings:\n  evidence_foldr: x\n"), "SCM102")

    assert found.span.file.endswith("scmaster.yaml")
    assert (found.span.line, found.span.column) == (2, 3)


def test_the_usual_submission_is_looked_at_unless_another_is_named(understood):
    text = "settings:\n  default_submission: evaluasi-2023\n"

    assert understood("").submission.id == "evaluasi-2024"
    assert understood(text).submission.id == "evaluasi-2023"
    assert understood(text, submission="evaluasi-2024").submission.id == "evaluasi-2024"


def test_a_city_without_the_usual_submission_goes_by_its_latest(understood):
    assert understood("settings: {default_submission: x-1}").submission.id == "evaluasi-2024"


def test_a_city_that_names_its_own_is_looked_at_for_that(understood, workspace):
    own = CITY.replace("  kind: kota\n", "  kind: kota\n  default_submission: evaluasi-2024\n")
    (workspace / "cities" / "uji" / "kota.yaml").write_text(own, "utf-8")

    case = understood("settings: {default_submission: evaluasi-2023}")

    assert case.submission.id == "evaluasi-2024"


def weighted(*weights):
    return "settings:\n  severities:\n" + "".join(f"    - {{{w}}}\n" for w in weights)


def test_a_rule_may_weigh_more_for_no_reason_at_all(understood):
    (usual,) = of(understood(""), "SCM333")
    (found,) = of(understood(weighted("code: SCM333, severity: error")), "SCM333")

    assert (usual.severity, found.severity) == (Severity.NOTE, Severity.ERROR)
    assert found.hint == usual.hint


def test_a_rule_weighs_less_only_with_a_reason_which_goes_along(understood):
    code = next(d.code for d in understood("").diagnostics if d.severity is Severity.WARNING)
    bare = understood(weighted(f"code: {code}, severity: note"))
    (refused,) = of(bare, "SCM963")
    case = understood(weighted(f"code: {code}, severity: note, reason: Sudah disepakati."))

    assert {d.severity for d in of(bare, code)} == {Severity.WARNING}
    assert (refused.severity, refused.span.line) == (Severity.ERROR, 3)
    assert {d.severity for d in of(case, code)} == {Severity.NOTE}
    assert all("Sudah disepakati." in d.hint for d in of(case, code))
    assert not of(case, "SCM963")


@pytest.mark.parametrize("code", ["SCM102", "SCM399", "KOTA001"])
def test_only_a_rule_there_is_can_be_weighed(understood, code):
    (found,) = of(understood(weighted(f"code: {code}, severity: note, reason: x")), "SCM964")

    assert code in found.message
