"""What every journey stands on: the program as a child, its pages over HTTP, its commands.

Nothing but Python's own library: a journey talks to the program as the world does."""
import contextlib
import glob
import html
import http.client
import json
import os
import pathlib
import re
import select
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
import urllib.parse
from html.parser import HTMLParser

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE_FILES = ROOT / "data" / "sample"
# Where Debian's libfaketime stands, if it is installed.
FAKETIME = next(iter(glob.glob("/usr/lib/*/faketime/libfaketime.so.1")), "")
START_SECONDS = 20
STOP_SECONDS = 40


class Failed(Exception):
    """A journey did not find what it must."""


def check(is_right, what):
    if not is_right:
        raise Failed(what)


def equal(got, wanted, what):
    check(got == wanted, f"{what}: got {got!r}, not {wanted!r}")


class Forms(HTMLParser):
    """The forms of a page: where each goes, and what it would send as it stands."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.select = self.area = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.found.append(
                {
                    "action": given.get("action", ""),
                    "method": given.get("method", "get"),
                    "fields": {},
                }
            )
        elif not self.found:
            return
        fields, name = self.found[-1]["fields"], given.get("name")
        if tag == "input" and name:
            kind = given.get("type", "text")
            if kind not in ("checkbox", "radio") or "checked" in given:
                fields[name] = given.get("value", "on" if kind == "checkbox" else "")
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and ("selected" in given or self.select not in fields):
            fields[self.select] = given.get("value", "")
        elif tag == "textarea":
            self.area = name
            fields[name] = ""

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        elif tag == "textarea":
            self.area = None

    def handle_data(self, data):
        if self.area:
            self.found[-1]["fields"][self.area] += data


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    @property
    def text(self):
        return self.body.decode("utf-8")

    @property
    def location(self):
        return self.headers.get("Location", "")

    def json(self):
        return json.loads(self.body)

    def form(self, action):
        """What the form that posts to `action` would send as it stands."""
        for form in Forms(self.text).found:
            if form["action"] == action and form["method"] == "post":
                return form["fields"]
        raise Failed(f"the page has no form that posts to {action}")

    def links(self, beginning):
        """Where the page leads to, below `beginning`, in order."""
        return [
            html.unescape(link)
            for link in re.findall(r'href="([^"]+)"', self.text)
            if html.unescape(link).startswith(beginning)
        ]

    def csrf(self):
        """The token that the forms of this page send back."""
        found = re.search(r'name="csrf" value="([^"]+)"', self.text)
        check(found, "the page has a form with a token")
        return html.unescape(found[1])


class Browser:
    """Keeps cookies (`__Host-` ones on loopback too, as browsers do), follows nothing by itself."""

    def __init__(self, port):
        self.port = port
        self.cookies = {}

    def send(self, method, path, body=None, headers=None, timeout=30):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        with contextlib.closing(connection):
            sent = dict(headers or {})
            if self.cookies:
                sent["Cookie"] = "; ".join(
                    f"{name}={value}" for name, value in self.cookies.items()
                )
            connection.request(method, path, body, sent)
            answer = Answer(connection.getresponse())
        for line in answer.headers.get_all("Set-Cookie", []):
            name, _, value = line.partition(";")[0].partition("=")
            if "Max-Age=0" in line:
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value
        return answer

    def get(self, path, **headers):
        return self.send(
            "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )

    def post(self, path, fields):
        body = urllib.parse.urlencode(fields, doseq=True)
        return self.send("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def upload(self, path, fields, field, name, content):
        body, kind = multipart(fields, field, name, content)
        return self.send("POST", path, body, {"Content-Type": kind}, timeout=120)

    def sign_in(self, link):
        page = self.get(link)
        equal(page.status, 200, "the page of a sign-in link")
        answer = self.post(link, {"csrf": page.csrf()})
        equal(answer.status, 303, "signing in")
        return self


def multipart(fields, field, name, content):
    boundary = "ranh-gioi-0123456789"
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in fields.items()
    ]
    parts.append(
        f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n".encode() + content + b"\r\n"
    )
    return (
        b"".join(parts) + f"--{boundary}--\r\n".encode(),
        f"multipart/form-data; boundary={boundary}",
    )


def clock_of(start):
    """The environment of a process whose clock begins at `start` (UTC) and goes on from there."""
    check(FAKETIME, "Debian's libfaketime is installed")
    return {
        "TZ": "UTC",
        "LD_PRELOAD": FAKETIME,
        "FAKETIME": f"@{start}",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }


class Server:
    """`caicach serve` on a free or a given port, until the block ends: then SIGTERM to its pid."""

    def __init__(self, house, data, *arguments, environment=None, port=0, clock=None):
        begun = time.monotonic()
        self.log_path = pathlib.Path(house.folder, f"log-{time.monotonic_ns()}")
        self.log_file = self.log_path.open("wb")
        self.process = subprocess.Popen(
            [
                house.program,
                "serve",
                "--data",
                data,
                "--port",
                str(port),
                *house.settings(data),
                *arguments,
            ],
            stdout=subprocess.PIPE,
            stderr=self.log_file,
            cwd=ROOT,
            env={**os.environ, **(environment or {}), **(clock_of(clock) if clock else {})},
        )
        self.greeting = self._read_greeting()
        self.seconds_to_start = time.monotonic() - begun
        self.port = int(self._found(r"^Cải Cách: http://127\.0\.0\.1:(\d+)$"))
        self.admin_port = int(self._found(r"http://127\.0\.0\.1:(\d+)/healthz"))
        self.links = dict(
            re.findall(r"^  (.+?) – .*\n    http://[^/]+(/\S+)$", self.greeting, re.M)
        )

    def _read_greeting(self):
        """All that is printed before the log says that the server is ready."""
        end, text = time.monotonic() + START_SECONDS, b""
        descriptor = self.process.stdout.fileno()
        while time.monotonic() < end:
            is_ready = '"ready"' in self.log()  # before looking: it is logged after the greeting
            if select.select([descriptor], [], [], 0.02)[0]:
                piece = os.read(descriptor, 65536)
                text += piece
                if not piece:
                    break
            elif is_ready:
                return text.decode()
        self.kill()
        raise Failed(f"the server did not start:\n{text.decode()}\n{self.log()}")

    def _found(self, pattern):
        found = re.search(pattern, self.greeting, re.M)
        check(found, f"the greeting names its address:\n{self.greeting}")
        return found[1]

    def log(self):
        return self.log_path.read_text(encoding="utf-8")

    def browser(self, role=None):
        browser = Browser(self.port)
        return browser.sign_in(self.links[role]) if role else browser

    def admin(self):
        return Browser(self.admin_port)

    def terminate(self):
        self.process.send_signal(signal.SIGTERM)

    def wait(self):
        code = self.process.wait(STOP_SECONDS)
        self.process.stdout.close()
        self.log_file.close()
        return code

    def stop(self):
        self.terminate()
        return self.wait()

    def kill(self):
        self.process.kill()
        return self.wait()

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if self.process.poll() is not None:
            self.wait()
            return
        code = self.stop()
        if kind is None:
            equal(code, 0, "the exit code after SIGTERM")


class House:
    """One run of the journeys: the program, a temporary folder, and the sample province to copy."""

    def __init__(self, program, database=None):
        self.program = str(program)
        self.database = database
        self.folder = tempfile.mkdtemp(prefix="caicach-journeys-")
        self.copies = 0

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def settings(self, data):
        return self.database.settings(data) if self.database else []

    def make_sample(self):
        """Once: `caicach demo` takes the longest of all."""
        sample = os.path.join(self.folder, "sample")
        if self.database:
            self.database.create(sample)
        done = self.run("demo", "--data", sample, *self.settings(sample))
        equal(done.returncode, 0, f"caicach demo: {done.stderr}")
        return done

    def sample(self):
        """A fresh copy of the sample province; the path of its data folder."""
        self.copies += 1
        copy = os.path.join(self.folder, f"copy-{self.copies}")
        shutil.copytree(os.path.join(self.folder, "sample"), copy)
        if self.database:
            self.database.create(copy, os.path.join(self.folder, "sample"))
        return copy

    def fresh(self):
        """A path where nothing is yet."""
        self.copies += 1
        return os.path.join(self.folder, f"fresh-{self.copies}")

    def serve(self, data, *arguments, **more):
        return Server(self, data, *arguments, **more)

    def run(self, *arguments, environment=None, seconds=120):
        """A command, to its end."""
        return subprocess.run(
            [self.program, *map(str, arguments)],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            timeout=seconds,
            check=False,
        )

    def must(self, *arguments, code=0, **more):
        """A command that ends with `code`; what it printed."""
        done = self.run(*arguments, **more)
        equal(
            done.returncode,
            code,
            f"caicach {' '.join(map(str, arguments))}: {done.stderr or done.stdout}",
        )
        return done

    def rows(self, data, statement):
        """What is stored, asked past the program: the cells of each row, as text."""
        if self.database:
            address = re.search(r"database\.url=(.*)", self.settings(data)[1])[1]
            done = subprocess.run(
                ["psql", "--quiet", "-AtF", "\t", address, "-c", statement],
                check=True,
                capture_output=True,
                text=True,
            )
            return [tuple(line.split("\t")) for line in done.stdout.splitlines()]
        with contextlib.closing(sqlite3.connect(os.path.join(data, "caicach.db"))) as database:
            return [tuple(map(str, row)) for row in database.execute(statement)]

    def check_data(self, data):
        """Whether the stored data agrees with itself."""
        self.must("check", "--data", data, *self.settings(data))


class Postgres:
    """Databases of the server that tools/with_postgres.sh started, one for each data folder."""

    def __init__(self, conninfo):
        self.conninfo = conninfo

    @staticmethod
    def _name(data):
        return "journey_" + re.sub(r"\W", "_", os.path.basename(data))

    def settings(self, data):
        address = re.sub(r"dbname=\S+", f"dbname={self._name(data)}", self.conninfo)
        return ["--set", f"database.url={address}"]

    def create(self, data, template=None):
        statement = f"CREATE DATABASE {self._name(data)}"
        if template:
            statement += f" TEMPLATE {self._name(template)}"
        subprocess.run(["psql", "--quiet", self.conninfo, "-c", statement], check=True)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def raw(port, said, patience=5):
    """Says bytes, hears until the server hangs up or says nothing more."""
    with socket.create_connection(("127.0.0.1", port), patience) as peer:
        peer.sendall(said)
        heard = b""
        with contextlib.suppress(TimeoutError):
            while piece := peer.recv(65536):
                heard += piece
        return heard
