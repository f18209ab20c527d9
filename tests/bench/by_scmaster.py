"""Render the content with scmaster: `by_scmaster.py CONTENT.json OUT.docx`."""

import json
import sys
from dataclasses import dataclass, make_dataclass
from pathlib import Path

from scmaster import render


@dataclass(frozen=True)
class Cover:
    """What a report's cover says."""

    title: str
    city: str
    subtitle: str = "Instrumen"
    year: str = "2024"
    office: str = "Pemerintah Kota Contoh"
    draft: str = ""
    date: str = "2024-11-06"
    subject: str = "Evaluasi"
    reference: str = "acuan"
    commit: str = ""


def main(source: str, target: str) -> None:
    """Read, render, write."""
    data = json.loads(Path(source).read_text("utf-8"))
    cover = Cover(data.pop("title"), data["city"])
    kind = make_dataclass("Report", ["cover", *data], frozen=True)
    made, problems = render.render("laporan", kind(cover, **data), Path(__file__).parent)
    if made is None:
        sys.exit(str(problems))
    Path(target).write_bytes(made.content)


main(*sys.argv[1:])
