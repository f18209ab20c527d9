"""Ids of evidence: readable, unique, and the same wherever they are made."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scmaster.evidence.naming import claim_identity, identity, suffix
from scmaster.model.values import ID

ONE, OTHER = "3fa91c" + "0" * 58, "3fa91c" + "1" * 58


@pytest.mark.parametrize(
    ("kind", "title", "year", "made"),
    [
        ("notulen", "Notulen Forum Smart City", 2025, "ev-notulen-forum-smart-city-2025-3fa91c"),
        ("berita_acara", "Berita Acara Serah Terima", None, "ev-berita-acara-serah-terima-3fa91c"),
        ("laporan", "LKjIP 2024 (final)", 2024, "ev-laporan-lkjip-final-2024-3fa91c"),
        ("sk", "SK", None, "ev-sk-3fa91c"),
        ("sk", "报告", 2024, "ev-sk-2024-3fa91c"),
        ("foto", "Peresmian Café Órganik", None, "ev-foto-peresmian-cafe-organik-3fa91c"),
    ],
)
def test_says_what_it_is(kind, title, year, made):
    assert identity(kind, title, year, ONE, set()) == made


def test_two_documents_that_begin_alike_get_more_digits():
    first = identity("sk", "A", 2024, ONE, set())

    assert identity("sk", "A", 2024, OTHER, {first}) == "ev-sk-a-2024-3fa91c1"
    assert claim_identity("OUT.05", ONE, {"klaim-out-05-3fa91c"}) == "klaim-out-05-3fa91c0"


@given(
    st.sampled_from(["sk", "berita_acara", "statistik_layanan", "inventaris_aplikasi"]),
    st.text(max_size=300),
    st.none() | st.integers(1900, 2100),
    st.text(max_size=80),
)
def test_is_an_id_whatever_the_title(kind, title, year, supported):
    for made in (identity(kind, title, year, ONE, set()), claim_identity(supported, ONE, set())):
        assert re.fullmatch(ID, made)
        assert len(made) <= 80


@pytest.mark.parametrize(
    ("name", "kind", "ending"),
    [("A.PDF", "pdf", ".pdf"), ("b", "jpg", ".jpg"), ("b", "", ""), ("x.tar.gz", "", ".gz")],
)
def test_keeps_the_ending_in_small_letters(name, kind, ending):
    assert suffix(name, kind) == ending
