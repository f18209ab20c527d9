"""What to say of the word under the pointer, as Markdown (Indonesian)."""

from scmaster.language import fields, names
from scmaster.language.fields import Field, Sections
from scmaster.language.names import Thing
from scmaster.language.spot import Side, Spot
from scmaster.language.target import thing_at
from scmaster.link import Dossier, Use
from scmaster.link.references import NAMES

MOST_USES = 8
"""Places where an id is named that are listed; the others are counted."""
LONGEST_TITLE = 300

_ESCAPED = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]<>#|~"})


def about(spot: Spot, sections: Sections, dossier: Dossier) -> str | None:
    """Return what to say of a spot; None where there is nothing to be said."""
    if not fields.is_value(sections, spot):
        return _of_key(spot, sections)
    if (thing := thing_at(spot, sections, dossier)) is not None:
        return of_thing(thing, dossier)
    found = fields.field_at(sections, spot.path)
    meaning = found.choices.get(spot.word, "") if found else ""
    return f"`{spot.word}`: {meaning}" if meaning else None


def of_thing(thing: Thing, dossier: Dossier) -> str:
    """Say what an id stands for and where it is named."""
    title = thing.title if len(thing.title) <= LONGEST_TITLE else thing.title[:LONGEST_TITLE] + "…"
    heading = f"**{title.translate(_ESCAPED)}**" if title else ""
    used = names.uses(dossier, thing)
    lines = [
        heading,
        f"{thing.what}, id `{thing.id}`, ditulis di {_place(thing)}",
        _count(used, dossier),
    ]
    listed = [f"- {_use(use)}" for use in used[:MOST_USES]]
    if len(used) > MOST_USES:
        listed.append(f"- dan {len(used) - MOST_USES} tempat lain")
    return "\n\n".join(line for line in [*lines, "\n".join(listed)] if line)


def of_field(found: Field) -> str:
    """Say what a field is for and what it takes."""
    lines = [found.description, "Wajib diisi." if found.required else ""]
    if found.ref is not None:
        lines.append(f"Isinya {'daftar ' if found.many else ''}id {fields.names_of(found.ref)}.")
    elif found.many:
        lines.append("Isinya daftar.")
    lines.append("\n".join(f"- `{w}`{': ' if m else ''}{m}" for w, m in found.choices.items()))
    return "\n\n".join(line for line in lines if line)


def _of_key(spot: Spot, sections: Sections) -> str | None:
    if spot.side is Side.BARE:
        return None
    if not spot.path:
        return of_section(spot.word, sections) if spot.word in sections else None
    found = fields.field_at(sections, (*spot.path, spot.word))
    return of_field(found) if found else None


def of_section(name: str, sections: Sections) -> str:
    """Say what the records of a section are."""
    required = [f"`{f.name}`" for f in fields.fields(sections[name]).values() if f.required]
    return f"Bagian {NAMES.get(name, name)}. Isian wajib: {', '.join(required)}."


def _place(thing: Thing) -> str:
    return f"{_file(thing.span.file)}:{thing.span.line}"


def _count(used: list[Use], dossier: Dossier) -> str:
    if not dossier.records:
        return ""  # in a file of pillars: cities name it, and none is looked at
    return f"Disebut di {len(used)} tempat:" if used else "Belum disebut di mana pun."


def _use(use: Use) -> str:
    field = next((step for step in reversed(use.path) if isinstance(step, str)), "")
    return f"`{use.user.id}` ({field}), {_file(use.span.file)}:{use.span.line}"


def _file(name: str) -> str:
    """Return the name of a file without the folders that every file of the city shares."""
    return name.rpartition("/")[2].translate(_ESCAPED)
