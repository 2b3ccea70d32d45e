"""SIGTERM: what somebody is sending is taken to its end, nobody new is let in."""
import contextlib
import re
import socket
import time

from house import SAMPLE_FILES, check, equal, multipart

ON_POSTGRES = True
PIECES = 6
FORM = "application/x-www-form-urlencoded"


def journey(house):
    data = house.sample()
    with house.serve(data) as server:
        browser = server.browser("Điều phối")
        token = browser.get("/co-quan/them-moi").csrf()
        form = Slow(server, browser, "/co-quan", fields_of(token), FORM)
        plan = (SAMPLE_FILES / "plan_2026.docx").read_bytes()
        body, kind = multipart({"csrf": token}, "file", "dang-gui.docx", plan)
        upload = Slow(server, browser, "/soan-ke-hoach", body, kind)
        time.sleep(0.3)
        server.terminate()
        time.sleep(0.3)
        check(is_closed(server.port), "nobody new is let in")
        for _ in range(PIECES):
            time.sleep(0.2)
            form.go_on()
            upload.go_on()
        for name, slow in (("form", form), ("upload", upload)):
            heard = slow.hear_all()
            check(heard.startswith(b"HTTP/1.1 303"), f"the slow {name} is answered: {heard[:200]}")
        equal(server.wait(), 0, "the exit code")
    with house.serve(data) as server:
        browser = server.browser("Điều phối")
        check("Sở Đang Gửi" in browser.get("/co-quan?tim=dang+gui").text, "the form is kept")
        check("dang-gui.docx" in browser.get("/soan-ke-hoach").text, "the upload is kept")


def fields_of(token):
    return f"csrf={token}&name=S%E1%BB%9F+%C4%90ang+G%E1%BB%ADi&kind=department".encode()


class Slow:
    """Sends a request in pieces."""

    def __init__(self, server, browser, path, body, kind):
        cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
        head = (
            f"POST {path} HTTP/1.1\r\nHost: a\r\nCookie: {cookies}\r\n"
            f"Content-Length: {len(body)}\r\nContent-Type: {kind}\r\n\r\n"
        )
        size = len(body) // PIECES + 1
        self.pieces = [body[at : at + size] for at in range(0, len(body), size)]
        self.peer = socket.create_connection(("127.0.0.1", server.port), 20)
        self.peer.sendall(head.encode())
        self.go_on()

    def go_on(self):
        if self.pieces:
            self.peer.sendall(self.pieces.pop(0))

    def hear_all(self):
        heard = b""
        with self.peer, contextlib.suppress(OSError):
            while piece := self.peer.recv(65536):
                heard += piece
        return heard


def is_closed(port):
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as peer:
        peer.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        return not re.match(rb"HTTP/1.1 [23]", peer.recv(100))
    return True
