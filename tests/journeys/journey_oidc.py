"""Signing in at an OpenID Connect provider: the real oidc-provider, the whole way, and refusals.

Authorization code with PKCE, RS256 and ES256, a provider that goes away, TLS. What only tokens made
for the purpose can show (nonce, audience, times, keys that change) stands in the module's tests."""
import contextlib
import http.server
import json
import os
import pathlib
import re
import socket
import ssl
import statistics
import subprocess
import threading
import time
import urllib.parse

from house import ROOT, Browser, Forms, check, equal, free_port

SECRET = "chi de thu: 100% & khong hon"
STEPS_MAX = 12
WAITING = 6
PAGE_SECONDS_MAX = 0.5
LEAVE = "/dang-nhap/dinh-danh"
RETURN = LEAVE + "/tro-ve"


def journey(house):
    data = house.sample()
    for name, agency in (("Mạc Gia Bảo", "SYT"), ("Bế Thu Nga", "VPUB")):
        house.must(
            "account", "administrator", "--data", data, "--name", name, "--agency", agency,
            "--user-name", {"SYT": "bao", "VPUB": "nga"}[agency] + "@songlam.gov.vn",
            *house.settings(data),
        )  # fmt: skip
    secret = pathlib.Path(data, "oidc-secret")
    secret.write_text(SECRET + "\n", encoding="utf-8")
    issuer_port, port = free_port(), free_port()
    site = f"http://127.0.0.1:{port}"
    issuer = f"http://127.0.0.1:{issuer_port}"
    settings = settings_of(issuer, site)
    alone = options("identity.second_factor_roles=none")
    client = options("oidc.client_id=caicach", f"oidc.client_secret_file={secret}")
    with house.serve(data, *settings, *client, *alone, port=port) as server:
        with provider(issuer_port, site):
            signs_in_and_out(server, issuer_port)
            refuses_strangers(server, issuer_port)
            refuses_what_was_not_begun_here(server, issuer_port)
            browser, leaving = leave(server)
            back = at_provider(issuer_port, leaving, "bao")
        is_down(server, browser, back)
    with provider(issuer_port, site):  # with new keys
        public = [*settings, *options("oidc.client_id=caicach-es")]
        with house.serve(data, *public, *alone, port=port) as server:
            signs_in_by_its_link(server, issuer_port)
        with house.serve(data, *public, port=port) as server:
            asks_for_the_second_factor(server, issuer_port)
    is_told_what_is_missing(house, data, issuer)
    holds_up_no_page(house, data)
    trusts_certificates_alone(house, data)
    house.check_data(data)


def options(*assignments):
    return [word for assignment in assignments for word in ("--set", assignment)]


def settings_of(issuer, site):
    return options(f"oidc.issuer={issuer}", f"province.site={site}", "oidc.name=Định danh thử")


@contextlib.contextmanager
def provider(port, site):
    script = pathlib.Path(__file__).with_name("oidc_provider.mjs")
    with subprocess.Popen(
        ["node", script, str(port), site + RETURN],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
    ) as process:
        try:
            said = iter(process.stdout.readline, "")  # its advice for production comes first
            check(any(line.strip() == "ready" for line in said), "the provider starts")
            yield
        finally:
            process.kill()


def whole(answer):
    """Path and query of where an answer leads."""
    parts = urllib.parse.urlsplit(answer.location)
    return parts.path + ("?" + parts.query if parts.query else "")


def leave(server, target=""):
    """A browser that has pressed the button, and where it is sent."""
    browser = server.browser()
    page = browser.get("/dang-nhap" + (f"?tiep={target}" if target else ""))
    link = page.links(LEAVE)[0]
    answer = browser.get(link)
    equal(answer.status, 303, "leaving for the provider")
    return browser, answer


def at_provider(port, answer, name):
    """What a person does there: signs in as `name`, agrees; the path that leads back to us."""
    browser = Browser(port)
    answer = browser.get(whole(answer))
    for _ in range(STEPS_MAX):
        if answer.status in (302, 303):
            if RETURN in answer.location:
                return whole(answer)
            answer = browser.get(whole(answer))
            continue
        equal(answer.status, 200, f"a page of the provider: {answer.text[:2000]}")
        form = Forms(answer.text).found[0]
        fields = dict(form["fields"])
        if "login" in fields:
            fields.update(login=name, password="bất kỳ")
        answer = browser.post(urllib.parse.urlsplit(form["action"]).path, fields)
    raise AssertionError("the provider never came to an end")


def is_down(server, browser, back):
    answer = browser.get(back)
    equal(answer.status, 503, "a provider that went away in between")
    check("chưa trả lời" in answer.text, "the page says so")
    equal(answer.headers["Retry-After"], "15", "and when to try again")
    begun = time.monotonic()
    browser, leaving = leave(server)
    equal(leaving.status, 303, "its addresses are known for an hour")
    gone = urllib.parse.urlsplit(leaving.location)
    state = urllib.parse.parse_qs(gone.query)["state"][0]
    answer = browser.get(f"{RETURN}?code=x&state={state}&iss=http%3A%2F%2F{gone.netloc}")
    equal(answer.status, 503, "it is not asked again at once")
    check(time.monotonic() - begun < 2, "which nobody waits for")


def signs_in_and_out(server, port):
    browser, leaving = leave(server, "/tai-khoan/cua-toi")
    asked = urllib.parse.parse_qs(urllib.parse.urlsplit(leaving.location).query)
    equal(asked["code_challenge_method"], ["S256"], "PKCE")
    cookie = leaving.headers["Set-Cookie"]
    for flag in ("__Host-", "Secure", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600"):
        check(flag in cookie, f"the attempt's cookie has {flag}: {cookie}")
    back = at_provider(port, leaving, "bao")
    answer = browser.get(back)
    equal((answer.status, answer.location), (303, "/tai-khoan/cua-toi"), "on to the page asked for")
    equal(answer.headers["Cache-Control"], "no-store", "nobody keeps the answer")
    page = browser.get("/tai-khoan/cua-toi")
    check("Mạc Gia Bảo" in page.text, "the account whose user name is the verified address")
    session = dict(browser.cookies)
    equal(browser.get(back).status, 403, "the same answer once more, without its cookie")
    equal(browser.get("/tai-khoan/cua-toi").status, 200, "which ends nothing")
    equal(browser.post("/dang-xuat", {"csrf": page.csrf()}).status, 303, "signing out")
    browser.cookies = session
    equal(browser.get("/tai-khoan/cua-toi").status, 303, "the old cookie is worth nothing")


def refuses_strangers(server, port):
    for name in ("ai", "la-nga"):
        browser, leaving = leave(server)
        answer = browser.get(at_provider(port, leaving, name))
        equal(answer.status, 403, "whom nobody invited")
        check(f"mã {name} chưa được nối" in answer.text, "the page says the subject")
        check("Đăng xuất" not in browser.get("/ke-hoach").text, "and signs nobody in")


def refuses_what_was_not_begun_here(server, port):
    browser, leaving = leave(server)
    back = at_provider(port, leaving, "bao")
    victim = server.browser()
    equal(victim.get(back).status, 403, "somebody else's answer, without a cookie")
    victim, _ = leave(server)
    equal(victim.get(back).status, 403, "somebody else's answer, with an own attempt")
    cookies = dict(browser.cookies)
    wrong = re.sub(r"state=[^&]*", "state=khac", back)
    equal(browser.get(wrong).status, 403, "another state")
    browser.cookies = dict(cookies)
    equal(browser.get(back).status, 303, "the browser that began it")
    browser.cookies = dict(cookies)
    replayed = browser.get(back)
    equal(replayed.status, 403, "a replayed code")
    check("đã được dùng" in replayed.text, "and the page says so")
    browser.cookies = {}
    browser, leaving = leave(server)
    mixed = re.sub(r"iss=[^&]*", "iss=https%3A%2F%2Fevil.vn", at_provider(port, leaving, "bao"))
    equal(browser.get(mixed).status, 403, "an answer that another provider signs")
    browser, leaving = leave(server)
    answer = browser.get(re.sub(r"code=[^&]*", "code=bia-ra", at_provider(port, leaving, "bao")))
    equal(answer.status, 403, "a code that the provider never gave")
    check("không kiểm chứng được" in answer.text, "and the page says so")


def signs_in_by_its_link(server, port):
    """An administrator links an account with a subject; the address counts no more."""
    administrator, leaving = leave(server)
    equal(administrator.get(at_provider(port, leaving, "bao")).status, 303, "ES256, no secret")
    administrator = server.browser("Quản trị")
    found = administrator.get("/tai-khoan?tim=thu+nga")
    account = [path for path in found.links("/tai-khoan/") if re.search(r"/[0-9A-Z]{11}$", path)][0]
    path = account + "/dinh-danh"
    check(path in administrator.get(account).links(path), "the account's page leads to its link")
    page = administrator.get(path)
    answer = administrator.post(path, {**page.form(path), "subject": "la-nga"})
    equal(answer.status, 303, "linking an account")
    browser, leaving = leave(server)
    equal(browser.get(at_provider(port, leaving, "la-nga")).status, 303, "who is linked")
    check("Bế Thu Nga" in browser.get("/tai-khoan/cua-toi").text, "is that account")
    page = administrator.get(path)
    check("la-nga" in page.text, "the administrator sees the link")
    unlinking = path + "/go"
    equal(administrator.post(unlinking, page.form(unlinking)).status, 303, "unlinking")
    equal(browser.get("/tai-khoan/cua-toi").status, 303, "ends the sessions")
    trail = server.browser("Theo dõi").get("/nhat-ky").text
    check("thôi nối tài khoản với hệ thống định danh" in trail, "the trail tells of it")


def asks_for_the_second_factor(server, port):
    """What the provider did is none, as long as the operator has not said so."""
    browser, leaving = leave(server)
    answer = browser.get(at_provider(port, leaving, "bao"))
    equal((answer.status, answer.location), (303, "/dang-nhap/buoc-hai"), "the second step")
    equal(browser.get("/tai-khoan/cua-toi").status, 303, "nobody is signed in before it")


def is_told_what_is_missing(house, data, issuer):
    done = house.must(
        "config", "check", "--data", data, *options(f"oidc.issuer={issuer}", "oidc.sites=x"),
        code=78,
    )  # fmt: skip
    for said in ("oidc.client_id", "province.site", "oidc.sites"):
        check(said in done.stderr, f"the configuration's faults name {said}: {done.stderr}")


def holds_up_no_page(house, data):
    """A provider that takes connections and never answers; pages go on beside it."""
    silent = socket.create_server(("127.0.0.1", 0), backlog=64)
    issuer = f"http://127.0.0.1:{silent.getsockname()[1]}"
    settings = [*settings_of(issuer, "http://127.0.0.1"), *options("oidc.client_id=caicach")]
    with contextlib.closing(silent), house.serve(data, *settings) as server:
        statuses, times = [], []
        waiting = [
            threading.Thread(target=lambda: statuses.append(server.browser().get(LEAVE).status))
            for _ in range(WAITING)
        ]
        for thread in waiting:
            thread.start()
        while any(thread.is_alive() for thread in waiting):
            begun = time.monotonic()
            equal(server.browser().get("/ke-hoach").status, 200, "a page beside it")
            times.append(time.monotonic() - begun)
        equal(statuses, [503] * WAITING, "who waited is told, in time")
        check(statistics.median(times) < PAGE_SECONDS_MAX, f"pages stay quick: {times[:50]}")


class Discovery(http.server.BaseHTTPRequestHandler):
    """Over TLS, with a certificate that only this journey knows."""

    def do_GET(self):  # pylint: disable=invalid-name
        own = f"https://127.0.0.1:{self.server.server_port}"
        names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        body = json.dumps({"issuer": own, **{name: f"{own}/{name}" for name in names}}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):  # pylint: disable=arguments-differ
        pass


def trusts_certificates_alone(house, data):
    key, certificate = (os.path.join(house.folder, f"oidc.{end}") for end in ("key", "pem"))
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key,
         "-out", certificate, "-subj", "/CN=thu", "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True,
    )  # fmt: skip
    listener = http.server.HTTPServer(("127.0.0.1", 0), Discovery)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    listener.socket = context.wrap_socket(listener.socket, server_side=True)
    threading.Thread(target=listener.serve_forever, daemon=True).start()
    issuer = f"https://127.0.0.1:{listener.server_port}"
    settings = [*settings_of(issuer, "http://127.0.0.1"), *options("oidc.client_id=caicach")]
    with house.serve(data, *settings) as server:
        equal(server.browser().get(LEAVE).status, 503, "a certificate that nobody vouches for")
    with house.serve(data, *settings, *options(f"oidc.certificates_file={certificate}")) as server:
        answer = server.browser().get(LEAVE)
        equal(answer.status, 303, "a certificate that the operator vouches for")
        check(answer.location.startswith(issuer + "/authorization_endpoint?"), "over TLS")
    listener.shutdown()
    listener.server_close()
