"""Which offices a city had on a day, and who stands for one that is gone."""

from datetime import date

import pytest

from scmaster.assess.offices import existed, expected, informatics, of_today
from scmaster.link import Dossier, Frameworks
from scmaster.model.city import City, Opd
from scmaster.model.values import parse_date
from scmaster.passages.offices import head_of, mayor_of


def dossier(*offices):
    made = [Opd.model_validate({"name": each["id"], **each}) for each in offices]
    return Dossier({"opd": {opd.id: opd for opd in made}}, Frameworks(), {})


@pytest.mark.parametrize(
    ("dates", "there"),
    [
        ({}, True),
        ({"valid_from": "2024-03-02"}, False),
        ({"valid_from": "2024-03-01"}, True),
        ({"valid_from": "2024-03"}, True),  # that month: perhaps from its first day
        ({"valid_to": "2024-02-29"}, False),
        ({"valid_to": "2024-03-01"}, True),
        ({"valid_to": "2024"}, True),
    ],
)
def test_an_office_is_there_as_far_as_its_record_says(dates, there):
    (opd,) = dossier({"id": "a", **dates}).of(Opd).values()

    assert existed(opd, parse_date("2024-03-01")) == there


def test_heads_of_small_units_do_not_sign():
    known = dossier({"id": "a", "kind": "upt"}, {"id": "b"}, {"id": "c", "kind": "kelurahan"})

    assert [opd.id for opd in expected(known, parse_date("2024"))] == ["b"]


@pytest.mark.parametrize(
    ("old", "new", "now"),
    [
        ({"valid_to": "2023-12-31"}, {}, "new"),
        ({"valid_to": "2024-06-01"}, {}, "old"),  # its last day
        ({"valid_to": "2025"}, {"valid_from": "2026"}, "old"),
        ({}, {}, "new"),
        ({}, {"valid_from": "2024-06-02"}, "old"),
        ({}, {"valid_from": "2024-06-01"}, "new"),
    ],
)
def test_who_stands_for_it_today(old, new, now):
    known = dossier({"id": "old", "successor": "new", **old}, {"id": "new", **new})

    assert of_today(known, known.of(Opd)["old"], date(2024, 6, 1)).id == now


def test_a_chain_of_successors_is_followed_and_a_circle_ends():
    chain = dossier({"id": "a", "successor": "b"}, {"id": "b", "successor": "c"}, {"id": "c"})
    circle = dossier({"id": "a", "successor": "b"}, {"id": "b", "successor": "a"})

    assert of_today(chain, chain.of(Opd)["a"], date(2024, 1, 1)).id == "c"
    assert of_today(circle, circle.of(Opd)["a"], date(2024, 1, 1)).id == "b"


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ({"name": "Dinas Komunikasi dan Informatika"}, True),
        ({"name": "Dinas Komunikasi, Informatika dan Statistik"}, True),
        ({"name": "Dinas X", "short_name": "Diskominfo"}, True),
        ({"name": "Bidang Informatika dan Komunikasi", "kind": "bagian"}, False),
        ({"name": "Dinas Kesehatan"}, False),
    ],
)
def test_the_office_that_compiles_the_evidence(names, found):
    known = dossier({"id": "a", **names})

    assert bool(informatics(known, date(2024, 1, 1))) == found


@pytest.mark.parametrize(
    ("kind", "name", "head"),
    [
        ("kecamatan", "Kecamatan Utara", "Camat Utara"),
        ("kelurahan", "Kelurahan Baru", "Lurah Baru"),
        ("sekretariat", "Sekretariat DPRD", "Sekretaris DPRD"),
        ("inspektorat", "Inspektorat Daerah", "Inspektur Daerah"),
        ("inspektorat", "Inspektorat", "Inspektur"),
        ("badan", "Badan Pendapatan", "Kepala Badan Pendapatan"),
    ],
)
def test_the_head_of_an_office_by_its_kind(kind, name, head):
    (opd,) = dossier({"id": "a", "kind": kind, "name": name}).of(Opd).values()

    assert head_of(opd) == head


@pytest.mark.parametrize(
    ("kind", "name", "head"),
    [("kota", "Kota Uji", "Wali Kota Uji"), ("kabupaten", "Kabupaten Uji", "Bupati Uji")],
)
def test_the_head_of_a_government(kind, name, head):
    city = {"id": "uji", "name": name, "kind": kind, "province": "P", "region_code": "64.99"}

    assert mayor_of(City.model_validate(city)) == head
