"""What Word and LibreOffice write, read as words with what was done to them."""

import pytest
from handed_back import BY, W, come, gone, note, paper, run

from scmaster.returned import paper as papers
from scmaster.returned.remarks import told_edits
from scmaster.returned.story import Anchor, Cell, Edit, Kind, Mark
from scmaster.returned.tying import heading_level

BOOKMARK = '<w:bookmarkStart w:id="5" w:name="Klaim7"/>{}<w:bookmarkEnd w:id="5"/>'
NUMBER = '<w:hyperlink w:anchor="Telusur7">{}</w:hyperlink>'


def read(body, **beside):
    return papers.read(paper(body, **beside))


def passages(body, **beside):
    return read(body, **beside).story.passages


def test_tracked_words_are_read_in_both_states():
    (one,) = passages(f"<w:p>{run('luas ')}{gone('503')}{come('504')}{run(' km2')}</w:p>")

    assert (one.before, one.now) == ("luas 503 km2", "luas 504 km2")
    assert one.edits == (Edit(Kind.DELETED, 1, 5, "503"), Edit(Kind.INSERTED, 1, 5, "504"))
    assert told_edits(one, one.edits) == "“luas 503 km2” menjadi “luas 504 km2”"


def test_runs_of_one_change_are_one_edit_and_reviewers_are_told_apart():
    other = BY.replace("Budi Santoso", "Siti")
    (one,) = passages(f"<w:p>{come('satu ')}{come('dua')}{come(' tiga', other)}</w:p>")

    assert [(e.author, e.text) for e in one.edits] == [(1, "satu dua"), (2, " tiga")]


def test_words_that_moved_are_on_one_side_only():
    moved = f'<w:p><w:moveFrom w:id="1" {BY}>{run("kalimat")}</w:moveFrom></w:p>'
    here = f'<w:p><w:moveTo w:id="2" {BY}>{run("kalimat")}</w:moveTo></w:p>'
    first, second = passages(moved + here)

    assert (first.before, first.now) == ("kalimat", "")
    assert (second.before, second.now) == ("", "kalimat")
    assert [p.edits[0].kind for p in (first, second)] == [Kind.MOVED_AWAY, Kind.MOVED_HERE]


def test_who_strikes_what_another_inserted_changes_nothing():
    inserted = f'<w:ins w:id="1" {BY}>{gone("sisipan")}</w:ins>'
    (one,) = passages(f"<w:p>{run('tetap')}{inserted}</w:p>")

    assert (one.before, one.now, one.edits) == ("tetap", "tetap", ())


def test_format_and_structure_are_told_without_words():
    old = f'<w:rPrChange w:id="3" {BY}><w:rPr><w:pStyle w:val="Lain"/></w:rPr></w:rPrChange>'
    end = f'<w:pPr><w:rPr><w:ins w:id="4" {BY}/></w:rPr></w:pPr>'
    row = f'<w:trPr><w:del w:id="6" {BY}/></w:trPr>'
    body = (
        f"<w:p>{end}<w:r><w:rPr>{old}</w:rPr><w:t>a</w:t></w:r></w:p>"
        f"<w:tbl><w:tr>{row}<w:tc><w:p>{run('b')}</w:p></w:tc></w:tr></w:tbl>"
    )
    first, second = passages(body)

    assert {e.kind for e in first.edits} == {Kind.STRUCTURE, Kind.FORMAT}
    assert [e.kind for e in second.edits] == [Kind.STRUCTURE]
    assert (first.now, first.style) == ("a", "")


def test_bookmarks_and_links_keep_their_words_whatever_is_between():
    body = f"<w:p>{run('Luas ')}{BOOKMARK.format(run('503 km2'))}{NUMBER.format(run(' K7'))}</w:p>"
    (one,) = passages(body)

    assert one.marks == (
        Mark("Klaim7", 5, 12, link=False),
        Mark("Telusur7", 12, 15, link=True),
    )


def test_a_bookmark_that_was_pulled_over_paragraphs_marks_each():
    start, end = BOOKMARK.split("{}")
    first, second = passages(f"<w:p>{start}{run('satu')}</w:p><w:p>{run('dua')}{end}</w:p>")

    assert [p.marks[0][1:3] for p in (first, second)] == [(0, 4), (0, 3)]


def test_a_bookmark_whose_end_is_lost_stays_in_its_paragraph():
    start, _ = BOOKMARK.split("{}")
    first, second = passages(f"<w:p>{run('x')}{start}{run('satu')}</w:p><w:p>{run('dua')}</w:p>")

    assert (first.marks[0][1:3], second.marks) == ((1, 5), ())


def test_cells_are_counted_and_text_boxes_are_read_once():
    cell = f"<w:tc><w:p>{run('isi')}</w:p></w:tc>"
    box = f"<w:txbxContent><w:p>{run('kotak')}</w:p></w:txbxContent>"
    drawn = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = (
        f"<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr>{cell}</w:tr></w:tbl>"
        f"<w:p>{run('luar')}<w:r>{drawn}</mc:AlternateContent></w:r>{run(' lagi')}</w:p>"
    )
    found = passages(body)

    assert [p.cell for p in found] == [Cell(1, 1, 1), Cell(1, 1, 2), Cell(1, 2, 1), None, None]
    assert [p.now for p in found[3:]] == ["luar lagi", "kotak"]


def test_breaks_are_words_apart_but_stops_and_codes_are_nothing():
    body = (
        "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>"
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"
        "<w:r><w:instrText>PAGEREF x</w:instrText></w:r></w:p>"
    )
    assert [p.now for p in passages(body)] == ["a b\nc"]


def test_the_strict_variant_of_the_standard_reads_the_same():
    content = paper(f"<w:p>{run('luas ')}{come('504')}</w:p>")
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert strict.encode() not in content
    from handed_back import packed, unpacked

    parts = {n: d.replace(W.encode(), strict.encode()) for n, d in unpacked(content).items()}
    (one,) = papers.read(packed(parts)).story.passages

    assert (one.before, one.now) == ("luas ", "luas 504")


def test_styles_are_known_by_name_whatever_their_id():
    styles = '<w:style w:type="paragraph" w:styleId="Judul2"><w:name w:val="Heading 2"/></w:style>'
    body = f'<w:p><w:pPr><w:pStyle w:val="Judul2"/></w:pPr>{run("Bab")}</w:p>'
    (one,) = passages(body, styles=styles)

    assert (one.style, heading_level(one)) == ("heading 2", 2)


RANGE = '<w:commentRangeStart w:id="{0}"/>{1}<w:commentRangeEnd w:id="{0}"/>'


def test_a_comment_comes_with_its_words_its_answers_and_whether_it_is_done():
    body = f"<w:p>{run('x ')}{RANGE.format(0, run('luas'))}{RANGE.format(1, run(' jumlah'))}</w:p>"
    comments = (
        note(0, "Dari mana?", para="0A")
        + note(1, "Baik.", para="0B")
        + note(2, "Dari BPS.", BY.replace("Budi Santoso", "Siti"), para="0C")
        + note(3, "Lampirkan.", para="0D")
    )
    extended = (
        '<w15:commentEx w15:paraId="0A" w15:done="0"/><w15:commentEx w15:paraId="0B" w15:done="1"/>'
        '<w15:commentEx w15:paraId="0C" w15:paraIdParent="0A"/>'
        '<w15:commentEx w15:paraId="0D" w15:paraIdParent="0C"/>'
    )
    first, second = read(body, comments=comments, extended=extended).comments

    assert (first.text, first.replies, first.done) == (
        "Dari mana?",
        ("Dari BPS.", "Lampirkan."),
        False,
    )
    assert (second.text, second.done, second.author) == ("Baik.", True, 1)
    assert (first.anchor, first.date) == (Anchor(0, 2, 0, 6), "2026-11-20")


def test_the_name_of_who_commented_is_kept_nowhere():
    found = read(f"<w:p>{RANGE.format(0, run('luas'))}</w:p>", comments=note(0, "Dari mana?"))

    assert "Budi" not in repr(found)
    assert "BS" not in repr(found)


@pytest.mark.parametrize("parent", ["0B", "0F"])
def test_an_answer_to_what_is_lost_or_to_itself_is_a_comment(parent):
    extended = (
        f'<w15:commentEx w15:paraId="0A" w15:paraIdParent="{parent}"/>'
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>'
    )
    comments = note(0, "a", para="0A") + note(1, "b", para="0B")
    found = read("<w:p/>", comments=comments, extended=extended).comments

    assert [c.text for c in found] == ["a", "b"]


def test_comments_without_a_place_come_last():
    body = f"<w:p>{RANGE.format(4, run('luas'))}</w:p>"
    found = read(body, comments=note(9, "hilang") + note(4, "di sini")).comments

    assert [c.text for c in found] == ["di sini", "hilang"]
    assert found[1].anchor is None


@pytest.mark.parametrize("words", ["", "   "])
def test_a_comment_that_says_nothing_is_none(words):
    body = f"<w:p>{RANGE.format(4, run('luas'))}</w:p>"
    assert read(body, comments=note(4, words)).comments == ()
