"""The hostile and the honest inputs of hostile_http.py, each with its strict answer."""

import random

HANG_UP, STAYS = "closed", "open"
GET = b"GET / HTTP/1.1\r\nHost: a\r\n"
POST = b"POST / HTTP/1.1\r\nHost: a\r\n"
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"
SMUGGLED = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
PIECE = b"10000\r\n" + b"a" * 65536 + b"\r\n"
RANDOM = random.Random(2026)

# Name, bytes, statuses, what becomes of the connection. POST_STATUS stands for what the server says
# to an honest POST at "/": 200 of the test server; 403, 405 or the like of the product.
POST_STATUS = "post"
# fmt: off
INPUTS = [
    ("normal GET", GET + b"\r\n", ["200"], STAYS),
    ("normal POST", POST + b"Content-Length: 3\r\n\r\nabc", [POST_STATUS], STAYS),
    ("chunked POST", CHUNKED + b"3\r\nabc\r\n0\r\n\r\n", [POST_STATUS], STAYS),
    ("chunked POST with extension and trailer",
     CHUNKED + b"3;a=b\r\nabc\r\n0\r\nX-T: 1\r\n\r\n", [POST_STATUS], STAYS),
    ("two pipelined", SMUGGLED + SMUGGLED, ["200", "200"], STAYS),
    ("pipelined behind a body",
     POST + b"Content-Length: 3\r\n\r\nabc" + SMUGGLED, [POST_STATUS, "200"], STAYS),
    ("HEAD", b"HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", ["200"], STAYS),
    ("HTTP/1.0", b"GET / HTTP/1.0\r\n\r\n", ["200"], HANG_UP),
    ("Connection: close", GET + b"Connection: close\r\n\r\n", ["200"], HANG_UP),
    ("Expect: 100-continue",
     POST + b"Content-Length: 3\r\nExpect: 100-continue\r\n\r\n", ["100"], STAYS),
    ("Expect: something else",
     POST + b"Content-Length: 3\r\nExpect: 200-ok\r\n\r\nabc", ["417"], HANG_UP),
    # Whose request is it?
    ("no Host", b"GET / HTTP/1.1\r\n\r\n", ["400"], HANG_UP),
    ("two Hosts", GET + b"Host: b\r\n\r\n", ["400"], HANG_UP),
    ("Host with a path", b"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", ["400"], HANG_UP),
    ("Host with a user", b"GET / HTTP/1.1\r\nHost: x@a\r\n\r\n", ["400"], HANG_UP),
    ("empty Host", b"GET / HTTP/1.1\r\nHost: \r\n\r\n", ["400"], HANG_UP),
    # Lines and letters.
    ("lines ended by LF", b"GET / HTTP/1.1\nHost: a\n\n", ["400"], HANG_UP),
    ("folded line", GET + b"X-A: b\r\n c\r\n\r\n", ["400"], HANG_UP),
    ("folded first header", b"GET / HTTP/1.1\r\n X: b\r\nHost: a\r\n\r\n", ["400"], HANG_UP),
    ("blank before the colon", GET + b"X-A : b\r\n\r\n", ["400"], HANG_UP),
    ("NUL in a value", GET + b"X-A: b\0c\r\n\r\n", ["400"], HANG_UP),
    ("CR in a value", GET + b"X-A: b\rc\r\n\r\n", ["400"], HANG_UP),
    ("bad header name", GET + b"X@(A: b\r\n\r\n", ["400"], HANG_UP),
    ("header without colon", GET + b"nothing\r\n\r\n", ["400"], HANG_UP),
    ("empty header name", GET + b": b\r\n\r\n", ["400"], HANG_UP),
    # Two ways to tell a length.
    ("length and chunks",
     POST + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
     + SMUGGLED, ["400"], HANG_UP),
    ("chunks and length",
     POST + b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n"
     + SMUGGLED, ["400"], HANG_UP),
    ("two lengths that differ",
     POST + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", ["400"], HANG_UP),
    ("two lengths alike",
     POST + b"Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", ["400"], HANG_UP),
    ("length +3", POST + b"Content-Length: +3\r\n\r\nabc", ["400"], HANG_UP),
    ("length -1", POST + b"Content-Length: -1\r\n\r\nabc", ["400"], HANG_UP),
    ("length 3, 3", POST + b"Content-Length: 3, 3\r\n\r\nabc", ["400"], HANG_UP),
    ("length 0x3", POST + b"Content-Length: 0x3\r\n\r\nabc", ["400"], HANG_UP),
    ("length without digits", POST + b"Content-Length: \r\n\r\nabc", ["400"], HANG_UP),
    ("length that overflows",
     POST + b"Content-Length: 99999999999999999999999\r\n\r\nabc", ["400", "413"], HANG_UP),
    ("gzip coding and length",
     POST + b"Transfer-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", ["400"], HANG_UP),
    ("xchunked",
     POST + b"Transfer-Encoding: xchunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", ["501"], HANG_UP),
    ("chunked, identity",
     POST + b"Transfer-Encoding: chunked, identity\r\n\r\n3\r\nabc\r\n0\r\n\r\n", ["501"], HANG_UP),
    ("two Transfer-Encodings",
     POST
     + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
     b"", ["400"], HANG_UP),
    ("chunks in HTTP/1.0",
     b"POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
     b"", ["400"], HANG_UP),
    ("vertical tab before chunked",
     POST + b"Transfer-Encoding:\x0bchunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", ["400"], HANG_UP),
    ("bad chunk size", CHUNKED + b"zz\r\nabc\r\n0\r\n\r\n", ["400"], HANG_UP),
    ("chunk size that overflows", CHUNKED + b"fffffffffffffffff\r\nabc\r\n", ["400"], HANG_UP),
    ("chunk size 0x3", CHUNKED + b"0x3\r\nabc\r\n0\r\n\r\n", ["400"], HANG_UP),
    ("chunk size with a blank", CHUNKED + b"3 \r\nabc\r\n0\r\n\r\n", ["400"], HANG_UP),
    ("LF in a chunk extension", CHUNKED + b"3;a\nb\r\nabc\r\n0\r\n\r\n", ["400"], HANG_UP),
    ("chunk lines ended by LF", CHUNKED + b"3\nabc\n0\n\n", ["400"], HANG_UP),
    ("chunk data ended by LF", CHUNKED + b"3\r\nabc\n0\r\n\r\n", ["400"], HANG_UP),
    ("chunk longer than said", CHUNKED + b"3\r\nabcd\r\n0\r\n\r\n", ["400"], HANG_UP),
    ("trailer ended by LF", CHUNKED + b"3\r\nabc\r\n0\r\nX: y\n\r\n", ["400"], HANG_UP),
    ("endless chunk extension",
     CHUNKED + b"3;" + b"a" * 5000 + b"\r\nabc\r\n0\r\n\r\n", ["400"], HANG_UP),
    # Too much.
    ("target of 20,000 bytes",
     b"GET /" + b"a" * 20000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", ["431"], HANG_UP),
    ("header of 64 KB", GET + b"X-A: " + b"b" * 65536 + b"\r\n\r\n", ["431"], HANG_UP),
    ("5,000 headers",
     GET + b"".join(b"X-%d: b\r\n" % i for i in range(5000)) + b"\r\n", ["431"], HANG_UP),
    ("header without end", GET + b"X: " + b"y" * 200000, ["431"], HANG_UP),
    ("2 TB announced",
     POST + b"Content-Length: 2199023255552\r\n\r\n" + b"a" * 1000, ["413"], HANG_UP),
    ("64 MB announced", POST + b"Content-Length: 67108864\r\n\r\n" + b"a" * 1000, ["413"], HANG_UP),
    ("64 MB announced, asking first",
     POST + b"Content-Length: 67108864\r\nExpect: 100-continue\r\n\r\n", ["413"], HANG_UP),
    ("2.6 MB in chunks", CHUNKED + PIECE * 41 + b"0\r\n\r\n", ["413"], HANG_UP),
    # Request lines.
    ("bad method", b"G@T / HTTP/1.1\r\nHost: a\r\n\r\n", ["400"], HANG_UP),
    ("unknown method", b"FOO / HTTP/1.1\r\nHost: a\r\n\r\n", ["501"], HANG_UP),
    ("TRACE", b"TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", ["501"], HANG_UP),
    ("CONNECT", b"CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", ["501"], HANG_UP),
    ("method in lower case", b"get / HTTP/1.1\r\nHost: a\r\n\r\n", ["501"], HANG_UP),
    ("HTTP/0.9", b"GET /\r\n", ["400"], HANG_UP),
    ("HTTP/9.9", b"GET / HTTP/9.9\r\nHost: a\r\n\r\n", ["505"], HANG_UP),
    ("http/1.1", b"GET / http/1.1\r\nHost: a\r\n\r\n", ["400"], HANG_UP),
    ("preface of HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", ["505"], HANG_UP),
    ("TLS hello",
     bytes.fromhex("16030100b5010000b10303") + RANDOM.randbytes(170), ["400"], HANG_UP),
    ("garbage", b"\xf0" + RANDOM.randbytes(4000), ["400"], HANG_UP),
    ("blank in the target", b"GET /hel lo HTTP/1.1\r\nHost: a\r\n\r\n", ["400"], HANG_UP),
    ("two blanks", b"GET  / HTTP/1.1\r\nHost: a\r\n\r\n", ["400"], HANG_UP),
    ("control character in the target",
     b"GET /he\x01llo HTTP/1.1\r\nHost: a\r\n\r\n", ["400"], HANG_UP),
    ("bytes beyond ASCII in the target",
     "GET /kế HTTP/1.1\r\nHost: a\r\n\r\n".encode(), ["400"], HANG_UP),
    ("target without slash", b"GET x HTTP/1.1\r\nHost: a\r\n\r\n", ["400"], STAYS),
    ("NUL in a field", b"GET /?tim=a%00b HTTP/1.1\r\nHost: a\r\n\r\n", ["400"], STAYS),
    ("a field that is no UTF-8", b"GET /?tim=%FF HTTP/1.1\r\nHost: a\r\n\r\n", ["400"], STAYS),
    ("encoded NUL", b"GET /a%00b HTTP/1.1\r\nHost: a\r\n\r\n", ["400"], STAYS),
    ("encoded slash", b"GET /a%2fb HTTP/1.1\r\nHost: a\r\n\r\n", ["400"], STAYS),
    ("climbing", b"GET /../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", ["400"], STAYS),
    ("climbing, encoded", b"GET /%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", ["400"], STAYS),
    ("half an escape", b"GET /a%4 HTTP/1.1\r\nHost: a\r\n\r\n", ["400"], STAYS),
    ("escapes that are no UTF-8", b"GET /a%c3%28 HTTP/1.1\r\nHost: a\r\n\r\n", ["400"], STAYS),
    ("blank line first", b"\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", ["400"], HANG_UP),
]
# fmt: on
