"""The pages of a dashboard on this machine alone, shown anew when they change."""

import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from scmaster.render.site import live

HERE = "127.0.0.1"
"""Nobody else on the network may look."""
VERSION = "versi"
"""Where a page asks which version it should be."""
SCRIPT = """
(function () {
  "use strict";
  var shown = null;
  setInterval(function () {
    fetch("/versi", { cache: "no-store" }).then(function (answer) { return answer.text(); })
      .then(function (now) {
        if (shown !== null && now !== shown) { location.reload(); }
        shown = now;
      }).catch(function () {});
  }, 1000);
})();
"""
EMPTY = "Berkas kota memuat galat; dasbor belum disusun. Lihat terminal."


class Server(ThreadingHTTPServer):
    """Serves pages from memory: no file is opened for whoever asks."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        """Listen at a port of this machine, 0 for any that is free. Raises OSError."""
        super().__init__((HERE, port), Handler)
        self.pages: Mapping[str, bytes] = {}
        self.version = ""
        self._answering: threading.Thread | None = None

    @property
    def address(self) -> str:
        """Return where to look."""
        return f"http://{HERE}:{self.server_port}/"

    def show(self, pages: Mapping[str, bytes], version: str) -> None:
        """Show these pages from now on; who looks at one is shown it anew."""
        self.pages, self.version = pages, version

    def begin(self) -> None:
        """Answer in the background."""
        self._answering = threading.Thread(target=self.serve_forever, daemon=True)
        self._answering.start()

    def end(self) -> None:
        """Answer no more."""
        if self._answering is not None:
            self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    """Answers a request for a page."""

    server: Server
    server_version = "scmaster"
    sys_version = ""
    names: ClassVar = (HERE, "localhost")

    def do_GET(self) -> None:
        """Send a page, or say that there is none."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """Send what would come before a page."""
        self._answer(body=False)

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal tells of changes."""

    def _answer(self, *, body: bool) -> None:
        status, kind, content = self._found()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        if body:
            self.wfile.write(content)

    def _found(self) -> tuple[int, str, bytes]:
        # a page of the network may have its own name lead to this machine
        if (self.headers.get("Host") or "") not in {
            f"{name}:{self.server.server_port}" for name in self.names
        }:
            return 403, "text/plain", b"Terlarang.\n"
        name = unquote(urlsplit(self.path).path).removeprefix("/") or "index.html"
        if name == VERSION:
            return 200, "text/plain", self.server.version.encode()
        if name in self.server.pages:
            return 200, "text/html", live(self.server.pages[name], SCRIPT)
        if not self.server.pages:
            return 503, "text/plain", f"{EMPTY}\n".encode()
        return 404, "text/plain", b"Tidak ada.\n"
