"""Pages and jobs in two processes: what one takes in the other does, and both end on SIGTERM."""
import contextlib
import os
import signal
import socket
import subprocess
import time

from house import ROOT, SAMPLE_FILES, check, equal
from journey_review import read, upload_fields

ON_POSTGRES = True


def journey(house):
    data = house.sample()
    with house.serve(data, "--set", "work.in_server=false") as server:
        browser = server.browser("Điều phối")
        first = uploads(browser)
        time.sleep(1)
        check(not is_read(browser, first), "nobody reads where `caicach work` must")
        with worker(house, data):
            equal(read(browser, first).status, 200, "the review of the plan that waited")
            second = uploads(browser)
            equal(read(browser, second).status, 200, "the review of one sent meanwhile")
        third = uploads(browser)
        time.sleep(1)
        check(not is_read(browser, third), "nobody reads after `caicach work` has ended")
    house.check_data(data)


def uploads(browser):
    plan = SAMPLE_FILES / "plan_2026.odt"
    fields = upload_fields(browser)
    return browser.upload("/soan-ke-hoach", fields, "file", plan.name, plan.read_bytes())


def is_read(browser, answer):
    progress = browser.get(answer.location + "/tien-do", HX_Request="true")
    return "HX-Redirect" in progress.headers


@contextlib.contextmanager
def worker(house, data):
    """`caicach work` until the block ends, as systemd runs it."""
    path = house.fresh()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(path)
        manager.settimeout(20)
        with subprocess.Popen(
            [house.program, "work", "--data", data, *house.settings(data)],
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={**os.environ, "NOTIFY_SOCKET": path},
        ) as process:
            try:
                equal(manager.recv(100), b"READY=1", "what systemd hears of `caicach work`")
                yield
            finally:
                process.send_signal(signal.SIGTERM)
            equal(process.wait(40), 0, "the exit code of `caicach work`")
            equal(manager.recv(100), b"STOPPING=1", "what systemd hears on SIGTERM")
