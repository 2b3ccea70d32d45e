"""sqlmap and wapiti as children, with their answers kept out of the way. Loopback only: modules
that fetch something of the world, and reports home, are switched off."""
import http.server
import pathlib
import subprocess
import tempfile
import urllib.parse

from door import door, serving
from findings import Finding, of_sqlmap, of_wapiti

# Not buster and nikto (lists of other people's programs, the latter from the network), wapp (the
# network), brute_login_form (journey_accounts.py has that), shellshock and htaccess (CGI, Apache).
WAPITI_MODULES = (
    *("backup", "blindsql", "cookieflags", "crlf", "csp", "csrf", "exec", "file", "http_headers"),
    *("methods", "permanentxss", "redirect", "sql", "ssrf", "xss", "xxe"),
)
# Tokens and cookies are tried once, at a target of their own: elsewhere they only let the rest in.
LET_IN = "csrf,__Host-caicach,__Host-caicach-khach,__Host-loi-nhan"


def cookie_header(cookies):
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


class Sqlmap:
    def __init__(self, folder, port, dbms, seconds):
        self.folder, self.port, self.dbms, self.seconds = folder, port, dbms, seconds
        self.count = 0

    def scan(self, target, cookies, skip=LET_IN):
        self.count += 1
        command = [
            *["sqlmap", "--batch", "--level", "2", "--risk", "1", "--url"],
            f"http://127.0.0.1:{self.port}{target.path}",
            *["--output-dir", pathlib.Path(self.folder, f"{self.dbms}-{self.count}")],
            *["--dbms", self.dbms, "--ignore-redirects", "--drop-set-cookie", "--skip-waf"],
            *["--ignore-code", "401", "--disable-coloring", "--timeout", "20"],
        ]
        if target.only:
            command += ["-p", ",".join(target.only)]
        elif skip:
            command += ["--skip", skip]
        if target.data:
            command += ["--data", target.data]
        if cookies:
            command += ["--cookie", cookie_header(cookies)]
        said, is_whole = run(command, self.seconds)
        if not is_whole:
            return {Finding("sqlmap", target.name, f"not done within {self.seconds} s")}
        return of_sqlmap(said, target.name)


class Wapiti:
    def __init__(self, folder, port, seconds):
        self.folder, self.port, self.seconds = folder, port, seconds

    def scan(self, starts, cookies, shut=()):
        home = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        asked = []
        visited = type("ThisEndpoint", (Endpoint,), {"asked": asked})
        with door(self.port, cookie_header(cookies), shut) as port, serving(visited) as own:
            command = self.command(home, f"http://127.0.0.1:{port}/", starts)
            command += ["--endpoint", f"http://127.0.0.1:{own}/"]
            said, is_whole = run(command, self.seconds)
        report = home / "report.json"
        if not is_whole or not report.exists():
            last = said.strip().splitlines()[-1:] or ["without a word"]
            return {Finding("wapiti", "/", f"no report: {last[0]}")}
        went = {Finding("wapiti", path, "the server went where it was told") for path in asked}
        return of_wapiti(report.read_text(encoding="utf-8")) | went

    def command(self, home, site, starts):
        # A quarter of the time to look around, half of it to attack, the rest to spare.
        command = [
            *[
                "wapiti",
                "--verbose",
                "0",
                "--url",
                site,
                "--scope",
                "domain",
                "--module",
                ",".join(WAPITI_MODULES),
            ],
            *["--level", "1", "--format", "json", "--output", home / "report.json"],
            *["--store-session", home, "--store-config", home, "--no-bugreport"],
            *["--max-links-per-page", "60", "--depth", "6", "--max-files-per-dir", "12"],
            *["--max-parameters", "60", "--max-scan-time", str(self.seconds // 4)],
            *["--max-attack-time", str(self.seconds // 2 // len(WAPITI_MODULES))],
        ]
        for start in starts:
            command += ["--start", urllib.parse.urljoin(site, start)]
        return command


class Endpoint(http.server.BaseHTTPRequestHandler):
    """Where a server that fetches addresses would come by: `asked` has what it wanted."""

    asked = None

    def do_GET(self):
        if self.path.startswith("/ssrf/"):
            self.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_):
        pass


def run(command, seconds):
    """What it printed, and whether it came to its end."""
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        try:
            said, _ = process.communicate(timeout=seconds)
            return said.decode(errors="replace"), True
        except subprocess.TimeoutExpired:
            process.kill()
            said, _ = process.communicate()
            return said.decode(errors="replace"), False
