"""The power goes while many are writing: what was acknowledged is there, and the data is whole."""
import contextlib
import http.client
import os
import re
import threading
import time
from concurrent import futures

from house import SAMPLE_FILES, check, equal

ON_POSTGRES = True
WRITERS = 4
CRASHES = 3
# One person writes here as no person does.
WITHOUT_LIMITS = ("--set", "limits.person=off", "--set", "limits.upload=off")


def journey(house):
    data = house.sample()
    acknowledged = []
    for crash in range(CRASHES):
        with house.serve(data, *WITHOUT_LIMITS) as server:
            browser = server.browser("Điều phối")
            is_over = threading.Event()
            with futures.ThreadPoolExecutor() as crowd:
                writers = [
                    crowd.submit(writes, browser, f"{crash}-{writer}", acknowledged, is_over)
                    for writer in range(WRITERS)
                ]
                writers.append(crowd.submit(uploads, browser, acknowledged, is_over))
                time.sleep(0.5 + 0.3 * crash)
                server.kill()
                is_over.set()
            for writer in writers:
                writer.result()
    check(len(acknowledged) > 3 * CRASHES, f"only {len(acknowledged)} were acknowledged")
    check(any("/soan-ke-hoach/" in path for path in acknowledged), "no upload was acknowledged")
    house.check_data(data)
    with house.serve(data, *WITHOUT_LIMITS) as server:
        browser = server.browser("Điều phối")
        for path in acknowledged:
            equal(browser.get(path).status, 200, f"{path}, which was acknowledged")
    is_tidied(house, data)


def is_tidied(house, data):
    """Half uploads of the crashes go with the first start a day later."""
    folder = os.path.join(data, "tmp")
    yesterday = time.time() - 25 * 3600
    for name in os.listdir(folder):
        os.utime(os.path.join(folder, name), (yesterday, yesterday))
    with house.serve(data):
        pass
    equal(os.listdir(folder), [], "what a crash left in tmp/")


def writes(browser, name, acknowledged, is_over):
    """Agencies, one after the other, until the program is gone."""
    with contextlib.suppress(OSError, http.client.HTTPException):
        token = browser.get("/co-quan/them-moi").csrf()
        for number in range(10_000):
            if is_over.is_set():
                return
            answer = browser.post(
                "/co-quan", {"csrf": token, "name": f"Sở Thử {name}-{number}", "kind": "department"}
            )
            equal(answer.status, 303, "an agency is made")
            acknowledged.append(re.sub(r"[?#].*", "", answer.location))


def uploads(browser, acknowledged, is_over):
    """Plans, one after the other; each acknowledged one has a page of its own."""
    content = (SAMPLE_FILES / "plan_2026.docx").read_bytes()
    with contextlib.suppress(OSError, http.client.HTTPException):
        while not is_over.is_set():
            token = browser.get("/soan-ke-hoach").csrf()
            answer = browser.upload(
                "/soan-ke-hoach", {"csrf": token}, "file", "ke-hoach.docx", content
            )
            equal(answer.status, 303, "a plan is taken")
            acknowledged.append(re.sub(r"[?#].*", "", answer.location))
