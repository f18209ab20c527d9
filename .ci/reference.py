"""Write docs/acuan/: what stands in the files, the rules, the commands and the instruments.

Everything is taken from the code and from pillars/, so it is never edited by hand; run
`make reference` after a change. A test fails while the pages are older than the code.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

import typer

from scmaster import catalogue, pipeline
from scmaster.cli import app
from scmaster.indonesian import number
from scmaster.link import questions
from scmaster.link.references import NAMES
from scmaster.model import labels, sections, values
from scmaster.model.framework import Group, Instrument, Question
from scmaster.model.record import ANY_QUESTION, NODE, QUESTION, Record, Ref
from scmaster.report.text import LEVELS

HOME = Path(__file__).parent.parent / "docs" / "acuan"
NOTICE = "<!-- Dibuat oleh 'make reference'; tidak untuk disunting. -->\n\n"

KINDS = {
    "Number": "angka",
    "Count": "bilangan bulat",
    "Rupiah": "rupiah utuh",
    "Year": "tahun",
    "YesNo": "ya atau tidak",
    "Date": "tanggal",
    "Time": "tanggal atau periode",
    "Url": "tautan",
    "Id": "id",
    "Text": "teks",
    "RegionCode": "kode wilayah",
    "BpsCode": "kode BPS",
    "SubActivityCode": "kode sub-kegiatan",
    "Sha256": "sidik SHA-256",
    "DocxName": "nama berkas .docx",
    "RuleCode": "kode temuan",
}
"""What each kind of text is called to a reader, by its name in `model/values.py`."""
OTHERS = {
    QUESTION: "pertanyaan",
    ANY_QUESTION: "pertanyaan",
    NODE: "dimensi",
    "pillar": "pilar",
    "sub_pillar": "subdimensi",
}
STANDING = {
    "official": "resmi",
    "secondary": "dari sumber kedua",
    "inferred": "disimpulkan",
    "draft": "rancangan",
}


def pages() -> dict[str, str]:
    """Return every page of the reference by its name below docs/acuan/."""
    made = {"bagian.md": fields(), "perintah.md": commands()}
    for digit, family in catalogue.FAMILIES.items():
        made[f"temuan/scm{digit}xx.md"] = rules(digit, family)
    known, _ = pipeline.frameworks(None)
    for identity, instrument in sorted(known.instruments.items()):
        made[f"instrumen/{identity}.md"] = instrument_page(instrument)
    return {name: NOTICE + text for name, text in made.items()}


# -- sections and fields ------------------------------------------------------------------------


def fields() -> str:
    """Return the page of all sections and what may stand in their records."""
    groups = [
        ("Berkas kota", sections.CITY_SECTIONS),
        ("Berkas pilar dan instrumen", sections.FRAMEWORK_SECTIONS),
        ("form.yaml borang resmi", sections.FORM_SECTIONS),
        ("scmaster.yaml", sections.SETTINGS_SECTIONS),
    ]
    lines = [
        "# Bagian dan isian",
        "",
        (
            "Setiap bagian adalah daftar catatan; `city`, `form`, dan `settings` hanya satu."
            " Isian bertanda **wajib** harus ada; yang lain dikosongkan bila tidak diketahui."
        ),
    ]
    told: set[type[Record]] = set()
    inside: dict[type[Record], None] = {}
    for title, every in groups:
        lines += ["", f"## {title}"]
        for name, kind in every.items():
            if kind in told:
                continue
            told.add(kind)
            lines += ["", f"### `{name}`: {NAMES[name]} {{ #{name} }}", "", *_table(kind, inside)]
    lines += ["", "## Kelompok isian", "", "Yang berada di dalam catatan-catatan di atas."]
    waiting = list(inside)
    while waiting:
        kind = waiting.pop(0)
        if kind in told:
            continue
        told.add(kind)
        found: dict[type[Record], None] = {}
        lines += ["", f"### {kind.__name__} {{ #{_anchor(kind)} }}", "", *_table(kind, found)]
        waiting += found
    return "\n".join(lines) + "\n"


def _table(kind: type[Record], inside: dict[type[Record], None]) -> list[str]:
    lines = ["| Isian | Isi | Keterangan |", "|---|---|---|"]
    for name, info in kind.model_fields.items():
        what = _kind(info.annotation, info.metadata, inside)
        needed = " **wajib**" if info.is_required() else ""
        usual = ""
        if info.default not in (None, [], False) and not info.is_required():
            usual = f" Bawaannya `{info.default}`."
        lines.append(f"| `{name}`{needed} | {what} | {_cell(info.description or '')}{usual} |")
    return lines


def _kind(annotation: Any, marks: Any, inside: dict[type[Record], None]) -> str:  # noqa: PLR0911
    """Say what a field takes."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _kind(inner, [*more, *marks], inside)
    parts = [each for each in get_args(annotation) if each is not NoneType]
    if get_origin(annotation) is Literal:
        return " · ".join(f"`{choice}`{_meaning(parts, choice)}" for choice in parts)
    if get_origin(annotation) is list:
        return f"daftar: {_kind(parts[0], (), inside)}"
    if isinstance(annotation, type) and issubclass(annotation, Record):
        inside[annotation] = None
        return f"[{annotation.__name__}](#{_anchor(annotation)})"
    if len(parts) == 1:
        return _kind(parts[0], marks, inside)
    ref = next((mark for mark in marks if isinstance(mark, Ref)), None)
    if ref is not None:
        return _reference(ref)
    schema = next(m.json_schema for m in marks if hasattr(m, "json_schema"))
    return next(words for words, known in _schemas() if known == schema)


def _meaning(choices: list[str], choice: str) -> str:
    for table in vars(labels).values():
        if isinstance(table, dict) and set(table) == set(choices):
            return f" ({table[choice]})"
    return ""


def _reference(ref: Ref) -> str:
    names = [OTHERS.get(name) or NAMES.get(name, name) for name in ref.sections]
    names += ["pertanyaan"] if ref.question and "pertanyaan" not in names else []
    return f"id {' atau '.join(dict.fromkeys(names))}" if names else "id catatan apa pun"


def _schemas() -> Iterator[tuple[str, Any]]:
    for name, words in KINDS.items():
        for mark in get_args(getattr(values, name)):
            if hasattr(mark, "json_schema"):
                yield words, mark.json_schema


def _anchor(kind: type[Record]) -> str:
    return "isian-" + re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()


# -- rules --------------------------------------------------------------------------------------


def rules(digit: str, family: str) -> str:
    """Return the page of every code of a family."""
    lines = [
        f"# SCM{digit}xx: {family}",
        "",
        (
            "Penjelasan yang sama ditampilkan oleh `scmaster explain KODE`. Contoh di bawah *Salah*"
            " memang ditolak, dan contoh di bawah *Benar* memang diterima: keduanya diuji."
        ),
    ]
    for page in catalogue.pages().values():
        if not page.code.startswith(f"SCM{digit}"):
            continue
        heading = f"## {page.code}" + (f" {page.name}" if page.name else "")
        lines += ["", f"{heading} {{ #{page.code.lower()} }}", ""]
        if page.severities:
            draft, final = (LEVELS[severity] for severity in page.severities)
            weight = draft if draft == final else f"{draft} selama draf, {final} bila final"
            lines += [f"*{weight[:1].upper()}{weight[1:]}*", ""]
        lines += [_prose(page.text)]
    return "\n".join(lines) + "\n"


def _prose(text: str) -> str:
    """Fence the indented blocks of a page as YAML, and leave the rest to be read as it is."""
    made = []
    for block in re.split(r"\n{2,}(?=\S)", text.strip()):
        head, _, rest = block.partition("\n\n")
        if rest.startswith("    "):
            code = "\n".join(line.removeprefix("    ") for line in rest.rstrip().splitlines())
            made += [head, f"```yaml\n{code}\n```"]
        else:
            made.append(block.replace("<", "&lt;"))
    return "\n\n".join(made)


# -- commands -----------------------------------------------------------------------------------


def commands() -> str:
    """Return the page of every command with its arguments and options."""
    lines = [
        "# Perintah",
        "",
        (
            "Semua perintah dijalankan dari ruang kerja (folder yang memuat `cities/`) atau dari"
            " folder di bawahnya. Kode keluar: 0 bersih; 1 berkas kota bermasalah;"
            " 2 perintah keliru."
        ),
    ]
    root = typer.main.get_command(app)
    for path, command in _commands(root, ()):
        name = " ".join(("scmaster", *path))
        lines += ["", f"## {name} {{ #{'-'.join(path)} }}", "", _cell(command.help or ""), ""]
        rows = [_parameter(p) for p in command.params if not _is_help(p)]
        if rows:
            lines += ["| Masukan | Arti |", "|---|---|", *rows]
    return "\n".join(lines) + "\n"


def _commands(command: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield path, command
        return
    for name, each in inner.items():
        yield from _commands(each, (*path, name))


def _is_help(parameter: Any) -> bool:
    return "--help" in parameter.opts


def _parameter(parameter: Any) -> str:
    many = parameter.nargs == -1 or getattr(parameter, "multiple", False)
    if parameter.param_type_name == "argument":
        metavar = (parameter.metavar or parameter.name.upper()).strip("[]")
        name = f"`{metavar}`" if parameter.required else f"`[{metavar}]`"
    else:
        name = ", ".join(f"`{opt}`" for opt in (*parameter.opts, *parameter.secondary_opts))
        if not parameter.is_flag:
            name += f" {_value(parameter)}"
    again = " Boleh diulang." if many and "ulang" not in (parameter.help or "") else ""
    return f"| {name} | {_cell(parameter.help or '')}{again} |"


def _value(parameter: Any) -> str:
    choices = list(parameter.type_descriptor.choices or ())
    words = (parameter.metavar or parameter.name.upper()).strip("<>[]")
    if not choices and "|" in words and words.islower():
        choices = words.split("|")
    if choices:
        return " · ".join(f"`{getattr(choice, 'value', choice)}`" for choice in choices)
    return f"*{words}*".replace("|", "\\|")


# -- instruments --------------------------------------------------------------------------------


def instrument_page(instrument: Instrument) -> str:
    """Return the page of an instrument: its dimensions, weights and questions."""
    scale = instrument.scale
    lines = [
        f"# {instrument.short_name or instrument.name}",
        "",
        (
            f"{instrument.name}. Penerbit: {instrument.issuer}. Id: `{instrument.id}`;"
            f" tahun {instrument.year};"
            f" skala {number(scale.minimum)} sampai {number(scale.maximum)};"
            f" status {STANDING[instrument.status]}."
        ),
        "",
        (
            "Pertanyaan ditulis dengan kata-kata sendiri. *Disimpulkan* berarti isinya belum dibaca"
            " pada dokumen kementerian."
        ),
    ]
    for group in instrument.groups:
        lines += _group(group, 2)
    if not questions(instrument):
        lines += ["", "Pertanyaannya tidak diketahui."]
    return "\n".join(lines) + "\n"


def _group(group: Group, depth: int) -> Iterator[str]:
    share = f", bobot {number(group.weight)}" if group.weight is not None else ""
    sure = f" ({STANDING[group.status]})" if group.status else ""
    yield from ("", f"{'#' * min(depth, 5)} {group.name}", "")
    yield f"{group.kind[:1].upper()}{group.kind[1:]} `{group.id}`{share}{sure}."
    if group.description:
        yield from ("", _cell(group.description))
    if group.questions:
        yield from ("", "| Id | Kode | Pertanyaan | Bentuk | Eviden |", "|---|---|---|---|---|")
        yield from map(_question, group.questions)
    for inner in group.groups:
        yield from _group(inner, depth + 1)


def _question(question: Question) -> str:
    kinds = [labels.EVIDENCE_KIND[kind] for kind in question.evidence_kinds]
    hints = question.evidence_hints or kinds
    weight = f" Bobot {number(question.weight)}." if question.weight is not None else ""
    asked = f"{_cell(question.text)}{weight}"
    wanted = _cell("; ".join(hints)) or "–"
    kind = QUESTION_KIND[question.kind]
    return f"| `{question.id}` | {question.code} | {asked} | {kind} | {wanted} |"


QUESTION_KIND = {
    "level": "tingkat",
    "count": "jumlah",
    "percent": "persentase",
    "index": "indeks",
    "boolean": "ya atau tidak",
    "survey_mean": "rata-rata survei",
    "external": "indeks luar",
    "narrative": "uraian",
}


def _cell(text: str) -> str:
    """Return words on one line, as a table's cell takes them."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;").replace("{", "&#123;")


def main() -> None:
    """Write the pages, and take away those of what is no more."""
    made = pages()
    for name, text in made.items():
        path = HOME / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    for path in HOME.rglob("*.md"):
        if path.relative_to(HOME).as_posix() not in made:
            path.unlink()
    sys.stdout.write(f"{len(made)} halaman ditulis di docs/acuan/\n")


if __name__ == "__main__":
    main()
