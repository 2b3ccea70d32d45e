"""What the package ships, with this very program: settings, systemd's units, nginx in front."""
import contextlib
import http.client
import pathlib
import re
import shutil
import socket
import ssl
import subprocess
import time

from house import ROOT, Answer, Failed, check, equal

PACKAGING = ROOT / "packaging"


def journey(house):
    settings(house)
    units(house)
    with house.serve(house.sample(), "--set", "server.trusted_proxy=true") as server:
        with nginx_before(house, server.port) as (plain, secure):
            leads_to_tls(plain)
            serves_over_tls(secure, server)
        with nginx_before(house, server.port, cache="caicach_kept") as (_, secure):
            keeps_public_pages_alone(secure)


def settings(house):
    file = PACKAGING / "config.toml"
    house.must("config", "check", "--config", file)
    shown = house.must("config", "show", "--config", file).stdout
    for key in ("server.admin_port", "server.trusted_proxy"):
        check(re.search(rf"(?m)^{key} .* # file ", shown), f"{file.name} sets {key}")


def units(house):
    """Where systemd is: the program stands in for the one that the package installs."""
    if not shutil.which("systemd-analyze"):
        return
    folder = pathlib.Path(house.fresh())
    folder.mkdir()
    for name in ("caicach.service", "caicach-work.service"):
        text = (PACKAGING / "systemd" / name).read_text(encoding="utf-8")
        text = text.replace("/usr/bin/caicach", house.program)
        (folder / name).write_text(re.sub(r"(?m)^Documentation=.*\n", "", text), encoding="utf-8")
        done = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", folder / name],
            capture_output=True,
            text=True,
            check=False,
        )
        told = [line for line in done.stderr.splitlines() if name in line]
        equal((told, done.returncode), ([], 0), f"systemd-analyze verify {name}: {done.stderr}")


@contextlib.contextmanager
def nginx_before(house, port, cache="off"):
    """nginx with the shipped configuration: other addresses, a certificate of our own; yields the
    sockets of http and https."""
    folder = pathlib.Path(house.fresh())
    folder.mkdir()
    certificate(folder)
    site = (PACKAGING / "nginx" / "caicach.conf").read_text(encoding="utf-8")
    plain, secure = folder / "plain", folder / "secure"
    for shipped, ours in (
        (r"listen \[::\]:.*", ""),
        (r"listen 80;", f"listen unix:{plain};"),
        (r"listen 443 ", f"listen unix:{secure} "),
        (r"/etc/letsencrypt/.*/(\w+\.pem)", rf"{folder}/\1"),
        (r"/var/log/nginx/access\.log", f"{folder}/access.log"),
        (r"/var/lib/nginx/caicach", f"{folder}/kept"),
        (r"set \$caicach_cache off;", f"set $caicach_cache {cache};"),
        (r"server 127\.0\.0\.1:8080;", f"server 127.0.0.1:{port};"),
    ):
        site, count = re.subn(shipped, ours, site)
        check(count > 0, f"caicach.conf says {shipped}")
    (folder / "site.conf").write_text(site, encoding="utf-8")
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; events {{}}\n"
        f"http {{ access_log off; {temporary} include {folder}/site.conf; }}\n",
        encoding="utf-8",
    )
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin")
    check(program, "nginx is installed: tools/install.sh test")
    command = [program, "-e", "stderr", "-c", folder / "nginx.conf"]
    done = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    check(done.returncode == 0 and "warn" not in done.stderr, f"nginx -t: {done.stderr}")
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            end = time.monotonic() + 10
            while not secure.exists() and time.monotonic() < end:
                time.sleep(0.02)
            yield plain, secure
        finally:
            process.terminate()


def certificate(folder):
    subprocess.run(
        [
            *["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"],
            *["-subj", "/CN=caicach.example.gov.vn"],
            *["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"],
        ],
        capture_output=True,
        check=True,
    )


class Socket(http.client.HTTPConnection):
    """A connection through a Unix socket, with TLS or without."""

    def __init__(self, path, tls=None):
        super().__init__("caicach.example.gov.vn", timeout=20)
        self.path, self.tls = path, tls

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self.path))
        if self.tls:
            self.sock = self.tls.wrap_socket(self.sock, server_hostname=self.host)

    def ask(self, target, **headers):
        self.request("GET", target, headers=headers)
        return Answer(self.getresponse())


def leads_to_tls(path):
    with contextlib.closing(Socket(path)) as connection:
        answer = connection.ask("/ke-hoach?tim=a")
    equal(answer.status, 301, "plain HTTP leads away")
    equal(answer.location, "https://caicach.example.gov.vn/ke-hoach?tim=a", "to the same page")
    with contextlib.closing(Socket(path)) as connection:
        equal(connection.ask("/api/v1/plans").status, 403, "a program is not led, but told")


def named_in_log(log, number):
    """nginx keeps its lines for some seconds before it writes them, see caicach.conf."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        told = log.read_text(encoding="utf-8").splitlines()
        if any(line.endswith(f" {number}") for line in told):
            return
        time.sleep(0.2)
    raise Failed(f"nginx's line names the request {number}")


def serves_over_tls(path, server):
    tls = ssl.create_default_context(cafile=path.parent / "fullchain.pem")
    with contextlib.closing(Socket(path, tls)) as connection:
        page = connection.ask("/ke-hoach", **{"Accept-Encoding": "gzip"})
        equal(page.status, 200, "a page")
        equal(
            page.headers["Strict-Transport-Security"],
            "max-age=63072000; includeSubDomains",
            "TLS is for years, and for all below this name",
        )
        check("default-src 'none'" in page.headers["Content-Security-Policy"], "and strict")
        equal(page.headers.get_all("Content-Encoding"), ["gzip"], "compressed, once")
        again = connection.ask("/ke-hoach", **{"If-None-Match": page.headers["ETag"]})
        equal(again.status, 304, "not sent again unchanged")
        named_in_log(path.parent / "access.log", page.headers["X-Request-Id"])
        style = re.search(r'href="(/[^"]+\.css)"', server.browser().get("/ke-hoach").text)[1]
        sheet = connection.ask(style, **{"Accept-Encoding": "br"})
        equal(sheet.headers["Content-Encoding"], "br", "our own compressed style sheet")
    tls.set_alpn_protocols(["h2", "http/1.1"])
    with contextlib.closing(Socket(path, tls)) as connection:
        connection.connect()
        equal(connection.sock.selected_alpn_protocol(), "h2", "HTTP/2")


def keeps_public_pages_alone(path):
    """The number of a request tells whether the program made the answer or nginx kept it."""
    tls = ssl.create_default_context(cafile=path.parent / "fullchain.pem")
    with contextlib.closing(Socket(path, tls)) as connection:

        def number(target, **headers):
            answer = connection.ask(target, **headers)
            equal(answer.status, 200, target)
            return answer.headers["X-Request-Id"]

        kept = number("/tin-bai")
        equal(number("/tin-bai"), kept, "a public page is kept")
        check(number("/tin-bai", Cookie="a=b") != kept, "not for who has a cookie")
        check(number("/tin-bai", Authorization="Bearer a") != kept, "not for programs with a token")
        equal(number("/tin-bai"), kept, "what they were given was not kept")
        check(number("/dang-nhap") != number("/dang-nhap"), "what is not public is not kept")
        time.sleep(6.1)  # nginx counts whole seconds
        check(number("/tin-bai") != kept, "five seconds long")
