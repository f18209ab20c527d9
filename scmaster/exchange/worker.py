"""Reads forms in a process of its own: a path in, cells out. Started by `workbook` only."""

from scmaster.evidence.worker import serve
from scmaster.exchange.unpacking import unpacked

if __name__ == "__main__":
    serve(lambda path, _: unpacked(path))
