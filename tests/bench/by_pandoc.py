"""Write the content as the Markdown that pandoc is given; making it is not on pandoc's clock."""

from typing import Any

from by_docxtpl import TABLES


def markdown(data: dict[str, Any]) -> str:
    """Return the same headings, paragraphs and tables as the other candidates get."""
    lines = ["---", f"title: {data['title']}", "lang: id-ID", "---", "", "# Kata Pengantar", ""]
    lines += [f"Laporan ini memuat {len(data['quick_wins'])} quick win {data['city']}.", ""]
    lines += ["# Quick Win", ""]
    for quick in data["quick_wins"]:
        lines += [f"## {_plain(quick['heading'])}", "", _plain(quick["problem"]), ""]
        lines += [_plain(quick["benefit"]), "", *_table(("", ""), quick["facts"], "Keterangan")]
        lines += _table(TABLES["quick.risks"], quick["risks"], f"Risiko {quick['heading']}")
    for name in ("indicators", "evidence"):
        lines += [f"# {name.capitalize()}", "", *_table(TABLES[name], data[name], name)]
    return "\n".join(lines)


def _table(titles: tuple[str, ...], rows: list[list[str]], caption: str) -> list[str]:
    made = [_row(titles), _row(("-" * 9,) * len(titles))]
    return [*made, *map(_row, rows), "", f": {_plain(caption)}", ""]


def _row(cells) -> str:
    return f"| {' | '.join(map(_plain, cells))} |"


def _plain(words: str) -> str:
    return words.replace("<", "\\<").replace("[", "\\[").replace("|", "\\|")
