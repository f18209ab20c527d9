"""A web server on this machine, with a page for everything that can go wrong."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PDF = b"%PDF-1.7\nisi\n"
PAGE = b"<!doctype html><title>Kota</title>"


class Handler(BaseHTTPRequestHandler):
    """Answers by the path; what the test put in `pages` first."""

    def do_GET(self):
        path = self.path
        server = self.server
        with server.lock:
            server.asked.append(path)
            server.now += 1
            server.most = max(server.most, server.now)
        try:
            self.answer(path, server)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            with server.lock:
                server.now -= 1

    def answer(self, path, server):
        ways = {
            "/sibuk": self.busy,
            "/tanpa-akhir": self.endless,
            "/lambat": self.slow,
            "/kepala-lambat": self.slow_head,
            "/diam": self.silent,
            "/rusak": self.broken,
            "/tunggu": self.waiting,
        }
        if path in server.pages:
            self.say(*server.pages[path])
            return
        start = next((one for one in ways if path.startswith(one)), None)
        if start is None:
            self.say(404, {}, b"")
        else:
            ways[start](server)

    def busy(self, server):
        times = server.asked.count(self.path)
        self.say(503 if times < 3 else 200, {"Retry-After": "0"}, PDF)

    def endless(self, server):
        self.head(200, {"Content-Type": "application/pdf"})
        self.wfile.write(PDF)
        while not server.done.is_set():
            self.wfile.write(b"x" * 65536)
            server.sent += 65536

    def slow(self, server):
        self.head(200, {"Content-Type": "application/pdf"})
        self.drip(b"%PDF-1.7", server)

    def slow_head(self, server):
        self.drip(b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 1000, server)

    def silent(self, server):
        server.done.wait(10)

    def broken(self, _):
        self.wfile.write(b"bukan http\r\n\r\n")

    def waiting(self, server):
        server.done.wait(0.1)
        self.say(200, {}, PDF)

    def head(self, status, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def say(self, status, headers, body):
        self.head(status, {"Content-Length": str(len(body)), **headers})
        self.wfile.write(body)

    def drip(self, content, server):
        for byte in content * 100:
            if server.done.wait(0.05):
                return
            self.wfile.write(bytes([byte]))
            self.wfile.flush()

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def serving(pages=None):
    """Run the server; `pages` is path -> status, headers, body."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.pages, server.asked = dict(pages or {}), []
    server.now = server.most = server.sent = 0
    server.lock, server.done = threading.Lock(), threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        server.place = f"http://127.0.0.1:{server.server_port}"
        yield server
    finally:
        server.done.set()
        server.shutdown()
        server.server_close()
        thread.join()
