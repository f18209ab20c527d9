"""Render the content with docxtpl: `by_docxtpl.py CONTENT.json TEMPLATE.docx OUT.docx`.

Without arguments but a template's name it makes that template.
"""

import json
import sys
from pathlib import Path

TABLES = {
    "quick.risks": ("Risiko", "Penyebab", "K", "D", "Mitigasi"),
    "indicators": ("Indikator", "Perangkat daerah", "Sasaran", "Capaian", "Sumber"),
    "evidence": ("Nomor", "Judul", "Jenis", "Nomor surat", "Penerbit", "Halaman"),
}


def template(target: str) -> None:
    """Write the template that docxtpl fills; the same headings, tables and list of contents."""
    import docx

    made = docx.Document()
    made.add_heading("Kata Pengantar", 1)
    made.add_paragraph("Laporan ini memuat {{ quick_wins | length }} quick win {{ city }}.")
    made.add_heading("Quick Win", 1)
    made.add_paragraph("{%p for quick in quick_wins %}")
    made.add_heading("{{ quick.heading }}", 2)
    made.add_paragraph("{{ quick.problem }}")
    made.add_paragraph("{{ quick.benefit }}")
    _table(made, "quick.facts", ("", ""))
    made.add_paragraph("Tabel Risiko {{ quick.heading }}", style="Caption")
    _table(made, "quick.risks", TABLES["quick.risks"])
    made.add_paragraph("{%p endfor %}")
    for name in ("indicators", "evidence"):
        made.add_heading(name.capitalize(), 1)
        made.add_paragraph(f"Tabel {name}", style="Caption")
        _table(made, name, TABLES[name])
    made.save(target)


def _table(made, rows, titles) -> None:
    table = made.add_table(rows=4, cols=len(titles), style="Table Grid")
    opening, each, closing = table.rows[1:]
    opening.cells[0].text = f"{{%tr for row in {rows} %}}"
    closing.cells[0].text = "{%tr endfor %}"
    for place, title in enumerate(titles):
        table.rows[0].cells[place].text = title
        each.cells[place].text = f"{{{{ row[{place}] }}}}"


def main(source: str, form: str, target: str) -> None:
    """Read, render, write."""
    from docxtpl import DocxTemplate

    made = DocxTemplate(form)
    made.render(json.loads(Path(source).read_text("utf-8")), autoescape=True)
    made.save(target)


if __name__ == "__main__":
    (main if len(sys.argv) > 2 else template)(*sys.argv[1:])
