"""Pages while everybody signs in: how long they take with a storm of sign-ins, and without."""
import contextlib
import http.client
import pathlib
import re
import subprocess
import time
import urllib.parse

PAUSE_SECONDS = 0.02
STORM_CONNECTIONS = 64
SCRIPT = pathlib.Path(__file__).with_name("storm.lua")


def latencies(address, path, count):
    """Seconds of so many pages, asked for one after the other as one reader does."""
    host = urllib.parse.urlsplit(address).netloc
    seconds = []
    with contextlib.closing(http.client.HTTPConnection(host, timeout=60)) as connection:
        for _ in range(count):
            started = time.monotonic()
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            seconds.append(time.monotonic() - started)
            if answer.status != 200:
                raise RuntimeError(f"{path} answered {answer.status}")
            time.sleep(PAUSE_SECONDS)
    return seconds


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


@contextlib.contextmanager
def storm(address):
    """wrk signs in with wrong passwords until the block ends. The server must trust its proxy, as
    each attempt comes from another address."""
    cookie, token = form_of(address)
    command = ["wrk", "-t2", f"-c{STORM_CONNECTIONS}", "-d600s", "--timeout", "60s", "-s", SCRIPT]
    command += [address, "--", cookie, token]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as load:
        try:
            time.sleep(1)
            yield
        finally:
            load.terminate()
            load.wait()


def form_of(address):
    """The cookie and the token of a visitor's form."""
    host = urllib.parse.urlsplit(address).netloc
    with contextlib.closing(http.client.HTTPConnection(host, timeout=60)) as connection:
        connection.request("GET", "/dang-nhap")
        answer = connection.getresponse()
        page = answer.read().decode()
        cookie = answer.headers["Set-Cookie"].partition(";")[0]
    return cookie, re.search(r'name="csrf" value="([^"]+)"', page)[1]
