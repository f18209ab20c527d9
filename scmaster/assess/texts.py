"""The words of a record: every piece of text in it, with its place."""

from collections.abc import Iterator

from scmaster.model.record import Record

Path = tuple[str | int, ...]
"""What `record.span(*path)` takes."""


def texts(record: Record) -> Iterator[tuple[Path, str]]:
    """Yield every text of a record and of the records inside it, in the fields' order.

    Ids, addresses and codes are texts too; numbers and dates are not.
    """
    for name, value in record:
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from _inside((name, index), item)
        else:
            yield from _inside((name,), value)


def _inside(path: Path, value: object) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Record):
        yield from (((*path, *below), text) for below, text in texts(value))
