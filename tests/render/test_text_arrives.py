"""Whatever a city writes arrives as exactly that text, in every format."""

import io
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
import sample
from docx.oxml.ns import qn
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from scmaster import render
from scmaster.render.values import clean

TEMPLATE = """# Judul {{ nilai }}

{{ nilai }}

- {{ nilai }}

{{ table([(nilai, nilai)], columns=[col("A"), col(nilai)], caption=nilai, description=nilai) }}
"""
LONG = "kata" * 1250
ODD = (
    *sample.HOSTILE,
    LONG,
    "\U0001f3d9\ufe0f \U0001f469\u200d\U0001f4bb",
    "\u202eterbalik\u202c",
    "\u05e9\u05dc\u05d5\u05dd",
    "\u0645\u062f\u064a\u0646\u0629",
    "e\u0301",
    "_x0041_",
    "&#x3c;",
    "a\u200bb\xa0c",
    "=1+1",
    "--><!--",
    "</style>",
    "</table>",
)


@dataclass(frozen=True)
class Valued:
    cover: sample.Cover
    nilai: str


class Words(HTMLParser):
    """Keeps the text of each element of a kind; a line break is a newline."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found = {}
        self.open = []

    def handle_starttag(self, tag, _):
        if tag == "br":
            self.handle_data("\n")
        elif tag in {"p", "li", "td", "th", "h2"}:
            self.open = [tag]
            self.found.setdefault(tag, []).append("")
        elif tag in {"nav", "header"}:
            self.open = []

    def handle_endtag(self, tag):
        if [tag] == self.open:
            self.open = []

    def handle_data(self, data):
        if self.open:
            self.found[self.open[0]][-1] += data


@pytest.fixture(scope="session")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ruang")
    path = folder / "templates" / "satu" / "satu.md.jinja"
    path.parent.mkdir(parents=True)
    path.write_text(TEMPLATE, "utf-8")
    return folder


def written(workspace: Path, value: str, form: str) -> bytes:
    document = Valued(sample.Cover(), value)
    made, problems = render.render("satu", document, workspace, form=form)
    assert problems == []
    return made.content


def in_docx(content: bytes) -> list[str]:
    body = docx.Document(io.BytesIO(content)).element.body
    return [words(p) for p in body.iter(qn("w:p"))]


def words(paragraph) -> str:
    shown = {qn("w:t"): lambda node: node.text or "", qn("w:br"): lambda _: "\n"}
    return "".join(shown[node.tag](node) for node in paragraph.iter(*shown))


def in_html(content: bytes) -> dict[str, list[str]]:
    parser = Words()
    parser.feed(content.decode())
    parser.close()
    return parser.found


def in_xlsx(content: bytes) -> list[list]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return book.get_sheet_by_name(book.sheet_names[1]).to_python()[2:]


def arrives(workspace: Path, value: str) -> None:
    """Hold for one value, which has been read from YAML: clean, and not of spaces alone."""
    line = " ".join(value.split("\n"))
    shown = in_docx(written(workspace, value, "docx"))
    assert shown.count(value) >= 3  # an item, two cells (and a paragraph, if no line is empty)
    assert f"Judul {line}".rstrip() in shown

    page = in_html(written(workspace, value, "html"))
    assert page["li"] == [value]
    assert page["td"] == [value, value]
    assert page["th"][-1] == line

    sheet = in_xlsx(written(workspace, value, "xlsx"))
    assert sheet == [["A", line], [value, value]]


@pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
def test_odd_words_arrive(workspace, value):
    value = clean(value)
    arrives(workspace, value)
    assert value in in_html(written(workspace, value, "html"))["p"]
    assert value in in_docx(written(workspace, value, "docx"))


TEXTS = st.text(
    st.one_of(
        st.sampled_from("<>&\"'{}[]|*_`#-+=\\/()%~^:;\n 19aZ"),
        st.characters(codec="utf-8"),
    ),
    min_size=1,
    max_size=60,
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS.map(clean).filter(str.strip))
@example("{{ nilai }}\n{% if %}")
@example(" di tepi ")
def test_any_words_arrive(workspace, value):
    arrives(workspace, value)


def test_the_test_bites(workspace, monkeypatch):
    monkeypatch.setattr("scmaster.render.html_text.escape", lambda text: text)
    with pytest.raises(AssertionError):
        arrives(workspace, "<b>tebal</b>")
