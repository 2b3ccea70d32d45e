"""A storm of sign-ins, and pages that go on meanwhile.

A hundred strangers at a time, each from another address with another name: two passwords are
computed at once, sixteen wait, the others are told when to come back; nobody else notices."""
import concurrent.futures
import threading
import time

from house import check, equal

STRANGERS = 100
PAGES = 60
STARVED_SECONDS = 0.5  # without a lane of their own, pages wait behind all hundred: several seconds
STARVED_RATIO = 5


def journey(house):
    with house.serve(house.sample(), "--set", "server.trusted_proxy=true") as server:
        quiet = nineteen_of_twenty(seconds_of_pages(server))
        statuses = {}
        with storm(server, statuses):
            loud = nineteen_of_twenty(seconds_of_pages(server))
        check(statuses.get(422, 0) > 10, f"passwords were computed meanwhile: {statuses}")
        check(statuses.get(503, 0) > 10, f"who found no room was told so: {statuses}")
        equal(set(statuses) - {422, 503}, set(), "what strangers are told")
        most = max(STARVED_SECONDS, STARVED_RATIO * quiet)
        check(loud <= most, f"pages starve: {loud:.2f} s in the storm, {quiet:.3f} s in peace")
        counts_names(server)


def seconds_of_pages(server):
    browser, seconds = server.browser(), []
    for _ in range(PAGES):
        begun = time.monotonic()
        equal(browser.get("/ke-hoach").status, 200, "a page for everybody")
        seconds.append(time.monotonic() - begun)
        time.sleep(0.02)
    return seconds


def nineteen_of_twenty(seconds):
    return sorted(seconds)[len(seconds) * 19 // 20]


class storm:
    """Strangers who sign in with wrong passwords, over and over, until the block ends."""

    def __init__(self, server, statuses):
        self.server, self.statuses = server, statuses
        self.has_ended = threading.Event()
        self.lock = threading.Lock()
        self.pool = concurrent.futures.ThreadPoolExecutor(STRANGERS)

    def __enter__(self):
        self.strangers = [self.pool.submit(self.sign_in, number) for number in range(STRANGERS)]
        time.sleep(1)

    def __exit__(self, *_):
        self.has_ended.set()
        self.pool.shutdown()
        for stranger in self.strangers:
            stranger.result()

    def sign_in(self, number):
        browser = self.server.browser()
        token = browser.get("/dang-nhap").csrf()
        attempt = 0
        while not self.has_ended.is_set():
            attempt += 1
            address = f"10.{number}.{attempt // 250}.{attempt % 250}"
            answer = post(browser, address, token, f"t{number}.{attempt}@songlam.gov.vn")
            if answer.status == 503:
                check(int(answer.headers["Retry-After"]) > 0, "503 says when to come back")
            with self.lock:
                self.statuses[answer.status] = self.statuses.get(answer.status, 0) + 1
            self.has_ended.wait(0.2)


def post(browser, address, token, name):
    return browser.send(
        "POST",
        "/dang-nhap",
        f"csrf={token}&user_name={name}&password=khong+phai+mat+khau",
        {"Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": address},
        timeout=120,
    )


def counts_names(server):
    """One name is guessed at from everywhere: ten times, then the answer is to wait."""
    browser = server.browser()
    token = browser.get("/dang-nhap").csrf()
    for attempt in range(10):
        answer = post(browser, f"10.200.0.{attempt}", token, "mot.nguoi@songlam.gov.vn")
        equal(answer.status, 422, "a wrong password")
    answer = post(browser, "10.200.1.1", token, "mot.nguoi@songlam.gov.vn")
    equal(answer.status, 429, "the eleventh")
    seconds = int(answer.headers["Retry-After"])  # half a minute; a busy machine answers later
    check(20 <= seconds <= 30, f"when to come back: {seconds}")
