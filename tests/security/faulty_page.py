"""A page with two faults, as nobody should write it: what the scanners do not find here, they would
not find in the program. On loopback, for the seconds of the proof."""
import contextlib
import http.server
import sqlite3
import threading
import urllib.parse

from door import serving


class FaultyPage(http.server.BaseHTTPRequestHandler):
    database = lock = None

    def do_GET(self):
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        name = query.get("ten", [""])[0]
        statement = f"SELECT name FROM agency WHERE name = '{name}'"
        try:
            with self.lock:
                rows = self.database.execute(statement).fetchall()
            said, status = "".join(f"<li>{row[0]}</li>" for row in rows), 200
        except sqlite3.Error as error:
            said, status = f"sqlite3.OperationalError: {error}", 500
        body = (
            f'<html><body><form action="/"><input name="ten" value="{name}"></form>{said}'
            '<a href="/?ten=So">So</a></body></html>'
        ).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def faulty_page():
    """The port where it is served."""
    with contextlib.closing(sqlite3.connect(":memory:", check_same_thread=False)) as database:
        database.execute("CREATE TABLE agency (name TEXT)")
        database.executemany("INSERT INTO agency VALUES (?)", [("So",), ("Phong",)])
        fields = {"database": database, "lock": threading.Lock()}
        with serving(type("ThisPage", (FaultyPage,), fields)) as port:
            yield port
