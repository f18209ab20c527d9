"""Words of a document lead to what the city states: the nearest counts."""

import pytest
from handed_back import paper, run

from scmaster.diagnostics import Span
from scmaster.render.trace import Trace, Traced
from scmaster.returned import paper as papers
from scmaster.returned.tying import Tie, Tying


def traced(n):
    return Traced(
        f"K{n}", f"Klaim{n}", f"hal {n}", f"cat-{n}", "", "fact", Span("a.yaml", n, 1), ()
    )


TRACE = Trace("abc1234", tuple(traced(n) for n in range(1, 6)))


def said(n, words):
    """A claim at its first place: bookmark, words, number."""
    start = f'<w:bookmarkStart w:id="{n}" w:name="Klaim{n}"/>'
    return f'{start}{run(words)}<w:bookmarkEnd w:id="{n}"/>{again(n)}'


def again(n):
    """Only the number, as behind a claim that was told before."""
    return f'<w:hyperlink w:anchor="Telusur{n}">{run(chr(160) + f"K{n}")}</w:hyperlink>'


def heading(words, level=1):
    return f'<w:p><w:pPr><w:pStyle w:val="h{level}"/></w:pPr>{run(words)}</w:p>'


STYLES = (
    "".join(
        f'<w:style w:styleId="h{n}"><w:name w:val="heading {n}"/></w:style>' for n in range(1, 4)
    )
    + '<w:style w:styleId="fn"><w:name w:val="footnote text"/></w:style>'
)
ROW = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"


def cell(inside):
    return f"<w:p>{inside}</w:p>"


def tie(body, words, trace=TRACE, known=(), **beside):
    """Tie the first place of some words."""
    story = papers.read(paper(body, styles=STYLES, **beside)).story
    for at, passage in enumerate(story.passages):
        if (start := passage.now.find(words)) >= 0:
            return Tying(story, trace, set(known)).tie(at, start, start + len(words))
    raise AssertionError(words)


def numbers(found):
    return [claim.number for claim in found.claims]


LINE = f"<w:p>{run('Luas ')}{said(1, '503 km2')}{run(' dan penduduk ')}{said(2, '700 ribu')}</w:p>"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("503", ["K1"]),
        ("K1", ["K1"]),
        ("Luas", ["K1"]),  # nothing stands before it
        ("dan penduduk", ["K1"]),  # the claim behind has words of its own
        ("700 ribu", ["K2"]),
        ("km2\N{NO-BREAK SPACE}K1 dan penduduk 700", ["K1", "K2"]),
    ],
)
def test_the_nearest_claim_of_the_paragraph_counts(words, number):
    assert numbers(tie(LINE, words)) == number


def test_words_before_a_number_alone_are_those_of_its_claim():
    body = f"<w:p>{said(1, 'satu')}{run(', sedangkan dua')}{again(2)}</w:p>"

    assert numbers(tie(body, "dua")) == ["K2"]


def test_a_number_counts_where_the_link_under_it_is_lost():
    body = f"<w:p>{run('Luas 503 km2' + chr(160) + 'K3 menurut BPS')}</w:p>"

    assert numbers(tie(body, "503")) == ["K3"]
    assert numbers(tie(body, "BPS")) == ["K3"]


def test_a_number_that_no_claim_has_is_a_word():
    assert numbers(tie(f"<w:p>{run('Nilai K9 dan K99 di sini')}</w:p>", "sini")) == []


def test_a_row_is_about_the_claim_in_it():
    rows = ROW.format(cell(run("Luas")), cell(said(1, "503"))) + ROW.format(
        cell(run("Penduduk")), cell(said(2, "700"))
    )
    body = f"<w:tbl>{rows}</w:tbl>"

    assert numbers(tie(body, "Luas")) == ["K1"]
    assert numbers(tie(body, "Penduduk")) == ["K2"]


def test_without_a_claim_an_id_in_the_row_or_in_the_headings_counts():
    body = (
        heading("Dimensi Awal")
        + heading("UJI.01 Apakah ada?", 2)
        + f"<w:p>{run('Belum dijawab.')}</w:p>"
        + f"<w:tbl>{ROW.format(cell(run('UJI.02')), cell(run('kosong')))}</w:tbl>"
    )
    known = {"UJI.01", "UJI.02"}

    assert tie(body, "Belum", known=known).identity == "UJI.01"
    assert tie(body, "kosong", known=known).identity == "UJI.02"
    assert tie(body, "kosong").identity == ""


def test_headings_are_told_from_the_highest_on():
    body = (
        heading("A")
        + heading("B", 2)
        + heading("C", 2)
        + heading("D", 3)
        + f"<w:p>{run('x')}</w:p>"
    )

    assert tie(body, "x").headings == ("A", "C", "D")
    assert tie(body + heading("E") + f"<w:p>{run('y')}</w:p>", "y").headings == ("E",)


def test_a_footnote_stands_below_no_heading():
    inside = f'<w:p><w:pPr><w:pStyle w:val="fn"/></w:pPr>{run("kaki")}</w:p>'
    note = f'<w:footnote w:id="2">{inside}</w:footnote>'
    divider = f'<w:footnote w:type="separator" w:id="0"><w:p>{run("garis")}</w:p></w:footnote>'

    assert tie(heading("A"), "kaki", footnotes=divider + note).headings == ("Catatan Kaki",)
    with pytest.raises(AssertionError):
        tie(heading("A"), "garis", footnotes=divider + note)


def test_in_a_form_the_innermost_control_counts():
    inner = f'<w:sdt><w:sdtPr><w:tag w:val="fakta"/></w:sdtPr>{run("isi")}</w:sdt>'
    outer = f'<w:sdt><w:sdtPr><w:tag w:val="bab"/></w:sdtPr><w:p>{run("x ")}{inner}</w:p></w:sdt>'
    story = papers.read(paper(outer + f"<w:p>{run('luar')}</w:p>")).story
    tying = Tying(story, None, (), {"fakta": "UJI.01", "bab": ""})

    assert tying.tie(0, 2, 5) == Tie((), "UJI.01", (), "fakta")
    assert tying.tie(0, 0, 1) == Tie((), "", (), "bab")
    assert tying.tie(1, 0, 4) == Tie()


def test_a_place_that_is_not_there_is_tied_to_nothing():
    story = papers.read(paper(LINE)).story

    assert Tying(story, TRACE, ()).tie(99, 0, 5) == Tie()
