"""SIGTERM: what somebody is sending is taken to its end, nobody new is let in."""
import contextlib
import re
import socket
import time

from house import check, equal

ON_POSTGRES = True
PIECES = 6


def journey(house):
    data = house.sample()
    with house.serve(data) as server:
        browser = server.browser("Điều phối")
        form = browser.get("/co-quan/them-moi")
        body = fields_of(form.csrf())
        peer = begins(server, browser, body)
        server.terminate()
        time.sleep(0.3)
        check(is_closed(server.port), "nobody new is let in")
        for piece in pieces(body)[1:]:
            time.sleep(0.3)
            peer.sendall(piece)
        heard = hear_all(peer)
        check(heard.startswith(b"HTTP/1.1 303"), f"the slow form is answered: {heard[:200]}")
        equal(server.wait(), 0, "the exit code")
    with house.serve(data) as server:
        check(
            "Sở Đang Gửi" in server.browser().get("/co-quan?tim=dang+gui").text,
            "and what it said is kept",
        )


def fields_of(token):
    return f"csrf={token}&name=S%E1%BB%9F+%C4%90ang+G%E1%BB%ADi&kind=department".encode()


def pieces(body):
    size = len(body) // PIECES + 1
    return [body[at : at + size] for at in range(0, len(body), size)]


def begins(server, browser, body):
    cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    head = (
        f"POST /co-quan HTTP/1.1\r\nHost: a\r\nCookie: {cookies}\r\nContent-Length: {len(body)}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    )
    peer = socket.create_connection(("127.0.0.1", server.port), 20)
    peer.sendall(head.encode() + pieces(body)[0])
    time.sleep(0.3)
    return peer


def is_closed(port):
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as peer:
        peer.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        return not re.match(rb"HTTP/1.1 [23]", peer.recv(100))
    return True


def hear_all(peer):
    heard = b""
    with peer, contextlib.suppress(OSError):
        while piece := peer.recv(65536):
            heard += piece
    return heard
