"""A door before the program for a scanner that cannot be told what to leave alone (wapiti's
--exclude breaks under Python 3.11): it brings the cookies along, and some paths stay shut."""
import contextlib
import http.client
import http.server
import threading

PASSED_ON = ("Content-Type", "Accept", "Origin", "Referer", "User-Agent")
OWN = ("connection", "transfer-encoding", "content-length", "set-cookie", "content-encoding")


class Door(http.server.BaseHTTPRequestHandler):
    port = cookie = None
    shut = ()

    def pass_on(self):
        if self.path.partition("?")[0] in self.shut:
            self.send_error(404)
            return
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name: self.headers[name] for name in PASSED_ON if name in self.headers}
        if self.cookie:
            headers["Cookie"] = self.cookie
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with contextlib.closing(connection):
            connection.request(self.command, self.path, body or None, headers)
            answer = connection.getresponse()
            said = answer.read()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in OWN:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(said)

    do_GET = do_POST = do_HEAD = do_PUT = do_DELETE = do_OPTIONS = do_TRACE = pass_on

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def serving(handler):
    """The port on loopback where `handler` answers until the block ends."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def door(port, cookie, shut):
    return serving(type("ThisDoor", (Door,), {"port": port, "cookie": cookie, "shut": shut}))
