"""Every document of a small city, as blocks and as the words in Word: read by a person."""

from pathlib import Path

import pytest
from block_list import show, words
from small_city import IMPRINT, ON, ROOT, small

from scmaster import documents, pipeline, resources
from scmaster.diagnostics import Span
from scmaster.render import manuscript, word

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def smart():
    plan = (HERE / "rencana.yaml").read_text("utf-8")
    return small((HERE / "kota.yaml").read_text("utf-8"), more=[plan])


@pytest.fixture(scope="module")
def digital():
    city = [("kota.yaml", (HERE / "digital.yaml").read_bytes())]
    shared = [("pilar.yaml", (HERE / "digital_pilar.yaml").read_bytes())]
    where = Span("kota", 1, 1)
    return pipeline.understand(city, shared, [], where, on=ON, submission="spbe-2024")


@pytest.mark.parametrize("slug", [s for s in documents.slugs() if not documents.is_deck(s)])
def test_blocks_and_words(slug, smart, digital, golden):
    case = smart if documents.module(slug).lacks(smart) == "" else digital

    assert documents.module(slug).lacks(case) == "", "one of the two has everything"
    for name, data in documents.composed(slug, case, IMPRINT):
        script = manuscript.typeset(slug, data, resources.folders("templates", ROOT))
        golden(f"{name}/blocks.txt", "\n\n".join(map(show, script.blocks)) + "\n")
        golden(f"{name}/words.txt", words(word.write(script, paginate=False)[0]))
