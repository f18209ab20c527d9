"""Lists of tables and of figures: one with nothing in it is not printed, nor its heading."""

from scmaster.render.blocks import Block, Chart, Contents, Heading, Table


def without_empty(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Leave out the lists that would be empty, each with the heading right above it."""
    empty = {"tables", "figures"}
    for block in blocks:
        if isinstance(block, Table) and block.caption:
            empty.discard("tables")
        elif isinstance(block, Chart):
            empty.discard("figures")
    kept: list[Block] = []
    for block in blocks:
        if not (isinstance(block, Contents) and block.kind in empty):
            kept.append(block)
        elif kept and isinstance(kept[-1], Heading):
            kept.pop()
    return tuple(kept)
