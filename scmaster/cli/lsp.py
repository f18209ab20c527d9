"""`scmaster lsp`: speak with an editor."""

import importlib.util
import sys

from scmaster.cli import look, place


def lsp() -> None:
    """Layani editor: temuan saat mengetik, bantuan, pelengkapan, ganti id.

    Dijalankan oleh editor, bukan oleh orang; berbicara lewat masukan dan keluaran baku.
    """
    if importlib.util.find_spec("pygls") is None:
        place.stop("layanan editor belum terpasang: jalankan pip install 'scmaster[lsp]'.")
    if sys.stdin.isatty():
        place.stop("perintah ini dijalankan oleh editor; cara memasangnya di docs/editor.md.")
    from scmaster.lsp.server import serve

    serve(look.today)
