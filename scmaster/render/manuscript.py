"""A filled template before it has a format: blocks, their numbers, and the cover's words."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scmaster.render import charts, lists, numbering, prose, template
from scmaster.render.blocks import Block
from scmaster.render.claims import Claims
from scmaster.render.document import Cover, Document
from scmaster.render.numbering import Outline
from scmaster.render.origin import Origin
from scmaster.render.reference import Reference
from scmaster.render.template import Held


@dataclass(frozen=True)
class Manuscript:
    """What every writer starts from."""

    cover: Cover
    blocks: tuple[Block, ...]
    outline: Outline
    held: Held
    reference: Reference
    claims: Claims
    origin: Origin | None
    """What it is made as, for a file that may come back; None: nobody asks."""


def typeset(
    slug: str,
    document: Document,
    folders: Sequence[Path],
    city: Path | None = None,
    origin: Origin | None = None,
) -> Manuscript:
    """Fill the template and number its blocks; raise FaultError over a slip in it.

    `city` is the city's folder, from which the places of claims are told.
    """
    held = template.run(slug, document, list(folders))
    claims = Claims(city)
    blocks = charts.counted(prose.blocks(held), held.file)
    blocks = lists.without_empty(claims.listed(claims.numbered(blocks)))
    reference = Reference.found(document.cover.reference, folders)
    outline = numbering.outline(blocks, held, reference.scheme())
    return Manuscript(document.cover, blocks, outline, held, reference, claims, origin)
