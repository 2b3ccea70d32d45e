#!/usr/bin/env python3
"""Says hostile, broken and slow HTTP to a server and checks that each gets its strict answer.

    hostile_http.py --port N           the inputs, against any running server
    hostile_http.py --patient-port N   a crowd and slow peers, against one that waits a second for
                                       heads and bodies and two between requests
    hostile_http.py --server PROGRAM   all: starts PROGRAM (http_test_server) with small limits;
                                       slow peers, crowds, full queues, uploads, draining, too

Every line of the table says what must come back: the statuses in order, and whether the server
hangs up by itself. Prints one line for each that differs; ends with 1 if any does."""
import argparse
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import threading
import time

from hostile_inputs import CHUNKED, GET, HANG_UP, INPUTS, POST, POST_STATUS, SMUGGLED, STAYS

ENDLESS_BODY = POST + b"Content-Length: 100000\r\n\r\n"
failures = []


def check(name, is_right, what):
    if is_right:
        return
    failures.append(name)
    print(f"FAIL {name}: {what}")


def connect(port, timeout=5):
    peer = socket.create_connection(("127.0.0.1", port), timeout)
    peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return peer


def hear(peer, patience):
    """What the server says within the patience, and whether it hung up by itself."""
    heard, end = b"", time.monotonic() + patience
    while True:
        peer.settimeout(max(0.01, end - time.monotonic()))
        try:
            piece = peer.recv(65536)
        except TimeoutError:
            return heard, STAYS
        except OSError:
            return heard, HANG_UP
        if not piece:
            return heard, HANG_UP
        heard += piece


def statuses(heard):
    return [status.decode() for status in re.findall(rb"HTTP/1\.1 (\d{3}) ", heard)]


def say(peer, said, byte_by_byte=False):
    try:
        for piece in [bytes([byte]) for byte in said] if byte_by_byte else [said]:
            peer.sendall(piece)
    except OSError:
        pass  # refused in the middle: the answer tells


def ask(port, said, patience=0.5):
    with connect(port) as peer:
        say(peer, said)
        return hear(peer, patience)


def ask_for(port, said, answers, fate, byte_by_byte=False):
    """As ask, but waits no longer than the wanted answers need, however busy the machine is."""
    with connect(port) as peer:
        say(peer, said, byte_by_byte)
        if fate == HANG_UP:
            return hear(peer, 5)
        heard, end = b"", time.monotonic() + 5
        while len(statuses(heard)) < answers and time.monotonic() < end:
            more, became = hear(peer, 0.02)
            heard += more
            if became == HANG_UP:
                return heard, became
        more, became = hear(peer, 0.05)
        return heard + more, became


def post_status(port):
    """What the server answers to an honest POST at "/"."""
    return statuses(ask(port, POST + b"Content-Length: 3\r\n\r\nabc", 0.5)[0])[0]


def get_status(port):
    """What the server answers to an honest GET of "/": a page, or the way to one."""
    return statuses(ask(port, GET + b"\r\n", 0.5)[0])[0]


def fits(got, wanted, get, post):
    if wanted == ["400", "413"]:  # either says it
        return got in (["400"], ["413"])
    said = {POST_STATUS: post, "200": get}
    return got == [said.get(status, status) for status in wanted]


def try_inputs(port):
    get, post = get_status(port), post_status(port)
    for name, said, wanted, fate in INPUTS:
        for way in ("whole", "byte by byte"):
            if way != "whole" and len(said) > 300:
                continue
            heard, became = ask_for(port, said, len(wanted), fate, way != "whole")
            got = statuses(heard)
            check(f"{name}, {way}", fits(got, wanted, get, post), f"answered {got}, not {wanted}")
            check(f"{name}, {way}", became == fate, f"connection {became}, not {fate}")
    print(f"     {len(INPUTS)} inputs, whole and byte by byte")


def try_header_injection(port):
    """No text from outside begins a header of an answer."""
    heard, _ = ask(port, GET.replace(b"GET / ", b"GET /x%0d%0aInjected:%201 ") + b"\r\n")
    check("CRLF in a path", b"\nInjected" not in heard, heard[:200])
    heard, _ = ask(port, GET + b"X-Request-Id: abc%0d%0ax\r\n\r\n")
    check("bad request id", b"%0d" not in heard, heard[:200])
    heard, _ = ask(port, GET + b"X-Request-Id: abcdef-123456\r\n\r\n")
    check("good request id", b"X-Request-Id: abcdef-123456\r\n" in heard, heard[:200])


def try_file_for_no_link(port):
    """A file for a letter's link that leads nowhere is refused before any of it is sent."""
    said = (
        b"POST /tra-loi/khong-co HTTP/1.1\r\nHost: a\r\nContent-Length: 15000000\r\n"
        b"Content-Type: multipart/form-data; boundary=gioi-han\r\n\r\n"
    )
    heard, became = ask_for(port, said, 1, HANG_UP)
    check("file for no link", statuses(heard) == ["404"], heard[:200])
    check("file for no link", became == HANG_UP, f"connection {became}")


def try_security_headers(port):
    for target in (b"/", b"/khong-co-trang-nay"):
        heard, _ = ask(port, b"GET " + target + b" HTTP/1.1\r\nHost: a\r\n\r\n")
        for wanted in (
            b"Content-Security-Policy: default-src 'none'",
            b"X-Content-Type-Options: nosniff",
            b"Referrer-Policy: ",
            b"Cross-Origin-Opener-Policy: same-origin",
            b"Cache-Control: ",
        ):
            check(f"header {wanted.decode()} on {target.decode()}", wanted in heard, heard[:300])
        check("no inline script", b"unsafe-inline" not in heard, heard[:300])


# ── with a server of our own, whose limits are small ──


class Server:
    """The program with: head, body, write, idle milliseconds, queue, connections."""

    def __init__(self, program, *limits):
        self.process = subprocess.Popen(
            [program, "0", *map(str, limits)], stdout=subprocess.PIPE, text=True
        )
        self.port = int(self.process.stdout.readline())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(10)


def until_closed(peer, said, every, patience):
    """Sends a byte now and then; answers what came and when the server hung up."""
    start, heard = time.monotonic(), b""
    peer.settimeout(every)
    while time.monotonic() - start < patience:
        try:
            piece = peer.recv(4096)
            if not piece:
                return heard, time.monotonic() - start
            heard += piece
        except TimeoutError:
            try:
                if said and not heard:
                    peer.sendall(said)
            except OSError:
                return heard, time.monotonic() - start
        except OSError:
            return heard, time.monotonic() - start
    return heard, None


def try_slow_peers(port, more=()):
    """Each is cut in its time: a second for heads and silent bodies, two between requests."""

    def one(name, opening, trickle, wanted, longest):
        with connect(port) as peer:
            if opening:
                peer.sendall(opening)
            heard, took = until_closed(peer, trickle, 0.2, 12)
            got = statuses(heard)
            check(f"slow: {name}", got == wanted, f"answered {got}, not {wanted}")
            check(f"slow: {name}", took is not None and took < longest, f"hung up after {took}")

    threads = [
        threading.Thread(target=one, args=arguments)
        for arguments in (
            ("silent", b"", b"", [], 2.5),
            ("head", GET + b"X-A: ", b"a", ["408"], 5.5),
            ("body that stops", ENDLESS_BODY, b"", ["408"], 5.5),
            ("idle after an answer", GET + b"\r\n", b"", [get_status(port)], 3.5),
            *more,
        )
    ]
    for thread in threads:
        thread.start()
    # Meanwhile everybody else is served as ever.
    for _ in range(20):
        start = time.monotonic()
        heard, _ = ask(port, GET + b"Connection: close\r\n\r\n", 2)
        check(
            "others while some are slow",
            len(statuses(heard)) == 1 and time.monotonic() - start < 1,
            f"{statuses(heard)} after {time.monotonic() - start:.2f} s",
        )
    for thread in threads:
        thread.join()
    print("     slow heads and bodies")


def try_slow_reader_and_upload(program):
    with Server(program, 1000, 700, 1000, 1500, 512, 4000) as server:
        upload = (
            b"POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\nContent-Type: "
            b"multipart/form-data; boundary=b\r\n\r\n--b\r\n"
            b'Content-Disposition: form-data; name="f"; filename="f"\r\n\r\n'
        )
        reader = threading.Thread(target=read_slowly, args=(server.port,))
        reader.start()
        # What goes on is cut when its route's whole time is over: five seconds here.
        trickles = [
            ("body that trickles", ENDLESS_BODY, b"a", ["408"], 9.5),
            ("chunks that trickle", CHUNKED, b"1\r\na\r\n", ["408"], 9.5),
            ("upload that trickles", upload, b"a", ["408"], 9.5),
        ]
        try_slow_peers(server.port, trickles)
        reader.join()
    print("     slow readers and uploads")


def read_slowly(port):
    with socket.socket() as peer:
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        peer.connect(("127.0.0.1", port))
        peer.sendall(b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
        end = time.monotonic() + 8
        while time.monotonic() < end and tcp_state(peer) == 1:
            time.sleep(0.1)
        check("slow: reader", tcp_state(peer) != 1, "still connected")


def tcp_state(peer):
    return struct.unpack("B", peer.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1))[0]


def median_time(port, count=200):
    times = []
    with connect(port) as peer:
        for _ in range(count):
            start = time.monotonic()
            peer.sendall(GET + b"\r\n")
            peer.recv(65536)
            times.append(time.monotonic() - start)
    return sorted(times)[count // 2]


def try_crowd(port):
    """A thousand that say no more slow nobody."""
    alone = median_time(port)
    crowd = []
    for _ in range(1000):
        peer = connect(port)
        peer.sendall(GET + b"\r\n")
        check("crowd: each is answered once", peer.recv(65536)[:9] == b"HTTP/1.1 ", "no answer")
        crowd.append(peer)
    beside = median_time(port)
    check(
        "1,000 idle connections slow nobody",
        beside < max(5 * alone, 0.005),
        f"{alone * 1e6:.0f} µs alone, {beside * 1e6:.0f} µs beside them",
    )
    print("     1,000 idle connections")
    return crowd


def try_one_too_many(program):
    with Server(program, 10000, 10000, 10000, 20000, 512, 1100) as server:
        crowd = try_crowd(server.port)
        # Beyond the limit of connections: 503 at once.
        extra = [connect(server.port) for _ in range(110)]
        heard, _ = hear(extra[-1], 1)
        check(
            "one connection too many",
            statuses(heard) == ["503"] and b"Retry-After: " in heard,
            heard[:200],
        )
        for peer in crowd + extra:
            peer.close()
        time.sleep(0.3)
        check("after the crowd", statuses(ask(server.port, SMUGGLED)[0]) == ["200"], "not served")
    print("     one connection too many")


def try_full_queue(program):
    with Server(program, 10000, 10000, 10000, 20000, 4, 4000) as server:
        slow = b"GET /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        peers = [connect(server.port) for _ in range(60)]
        for peer in peers:
            peer.sendall(slow)
        answers = [hear(peer, 10)[0] for peer in peers]
        refused = [answer for answer in answers if statuses(answer) == ["503"]]
        served = [answer for answer in answers if statuses(answer) == ["200"]]
        check(
            "queue full",
            len(refused) > 0 and len(served) >= 4 and len(refused) + len(served) == 60,
            f"{len(served)} served, {len(refused)} refused",
        )
        check(
            "queue full says when to come back",
            all(b"Retry-After: " in a for a in refused),
            "no Retry-After",
        )
    print("     a full queue")


def multipart(size, boundary=b"gioi-han"):
    head = (
        b"--" + boundary + b'\r\nContent-Disposition: form-data; name="tep"; filename="a.bin"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\n"
    )
    body = head + b"x" * size + b"\r\n--" + boundary + b"--\r\n"
    return body, b"Content-Type: multipart/form-data; boundary=" + boundary + b"\r\n"


def try_uploads(program):
    import hashlib

    with Server(program, 10000, 10000, 10000, 20000, 512, 4000) as server:

        def upload(path, body, kind, chunked=False):
            how = (
                b"Transfer-Encoding: chunked\r\n"
                if chunked
                else b"Content-Length: %d\r\n" % len(body)
            )
            said = (
                b"POST "
                + path
                + b" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + kind
                + how
                + b"\r\n"
            )
            said += b"%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n" if chunked else body
            return ask(server.port, said, 5)[0]

        body, kind = multipart(5 << 20)
        for chunked in (False, True):
            heard = upload(b"/upload", body, kind, chunked)
            digest = hashlib.sha256(b"x" * (5 << 20)).hexdigest().encode()
            check("upload of 5 MB", b"a.bin 5242880 " + digest in heard, heard[-200:])
        body, kind = multipart(9 << 20)
        check(
            "upload beyond the limit, announced",
            statuses(upload(b"/upload", body, kind)) == ["413"],
            "no 413",
        )
        check(
            "upload beyond the limit, in chunks",
            statuses(upload(b"/upload", body, kind, True)) == ["413"],
            "no 413",
        )
        body, kind = multipart(1000)
        check("file where none is taken", statuses(upload(b"/", body, kind)) == ["413"], "no 413")
        check(
            "multipart cut short",
            statuses(upload(b"/upload", body[:-8], kind)) == ["400"],
            "no 400",
        )
        check(
            "multipart of another boundary",
            statuses(upload(b"/upload", body, kind.replace(b"han", b"x"))) == ["400"],
            "no 400",
        )
        heard = ask(
            server.port, b"GET /stream HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 5
        )[0]
        body = heard.partition(b"\r\n\r\n")[2]
        check(
            "streamed download",
            body.count(b"x") == 10_000_000 and body.endswith(b"\r\n0\r\n\r\n"),
            len(body),
        )
        leftovers = [name for name in os.listdir("/tmp") if name.startswith("upload-")]
        time.sleep(0.2)
        check("temporary files are gone", not leftovers, leftovers)
    print("     uploads and downloads")


def try_drain(program):
    server = Server(program, 10000, 10000, 10000, 20000, 512, 4000)
    idle, busy = connect(server.port), connect(server.port)
    idle.sendall(GET + b"\r\n")
    idle.recv(65536)
    busy.sendall(b"GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
    time.sleep(0.1)
    server.process.send_signal(signal.SIGTERM)
    heard, became = hear(busy, 5)
    check(
        "SIGTERM: what runs is finished",
        statuses(heard) == ["200"] and heard.endswith(b"slow"),
        heard[-100:],
    )
    check("SIGTERM: idle connections end", hear(idle, 1)[1] == HANG_UP, "still open")
    busy.close()
    check("SIGTERM: the program ends well", server.process.wait(5) == 0, server.process.returncode)
    print("     draining")


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--port", type=int, help="of a running server")
    arguments.add_argument("--patient-port", type=int, help="of one that waits a second")
    arguments.add_argument("--server", help="program to start: build/…/http_test_server")
    given = arguments.parse_args()
    if given.port:
        try_file_for_no_link(given.port)
        try_inputs(given.port)
        try_header_injection(given.port)
        try_security_headers(given.port)
    if given.patient_port:
        for peer in try_crowd(given.patient_port):
            peer.close()
        try_slow_peers(given.patient_port)
    if given.server:
        with Server(given.server, 10000, 10000, 10000, 20000, 512, 4000) as server:
            try_inputs(server.port)
            try_header_injection(server.port)
            try_security_headers(server.port)
            check("alive after all", server.process.poll() is None, "ended")
        for part in (
            try_uploads,
            try_full_queue,
            try_drain,
            try_one_too_many,
            try_slow_reader_and_upload,
        ):
            part(given.server)
    if not (given.port or given.patient_port or given.server):
        arguments.error("say --port, --patient-port or --server")
    print(
        f"hostile HTTP: {len(failures)} failures"
        if failures
        else "hostile HTTP: all answered strictly"
    )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
