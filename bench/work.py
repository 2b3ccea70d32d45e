"""The daily work of a province on `caicach demo --years`: pages at a steady pace, facts, boards."""
import contextlib
import http.client
import itertools
import json
import math
import re
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse

import processes

sys.path.insert(0, str(processes.ROOT / "tests/journeys"))
from house import Browser  # noqa: E402

READERS = 16
SETTINGS = {"CAICACH_LIMITS__PERSON": "off", "CAICACH_LIMITS__UPLOAD": "off"}


def demo_data(years):
    """A data folder with so many years, and what the command told of them; made again when the
    program is newer."""
    data, told = processes.WORK / f"demo-{years}", processes.WORK / f"demo-{years}.json"
    if not told.exists() or told.stat().st_mtime < processes.CAICACH.stat().st_mtime:
        subprocess.run(["rm", "-rf", data], check=True)
        command = [processes.CAICACH, "demo", "--years", str(years), "--data", data, "--json"]
        made = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        told.write_text(made, "utf-8")
    return data, json.loads(told.read_text("utf-8"))["years"]


class Province:
    """A server on such a data folder, with the people of its one-time links signed in."""

    def __init__(self, process, address, log):
        self.process, self.address = process, address
        port = urllib.parse.urlsplit(address).port
        self.people = {}
        for role, link in links_in(log):
            self.people.setdefault(role, []).append(Browser(port).sign_in(link))
        self.coordinator = self.people["Điều phối"][0]
        self.officers = self.people["Cán bộ cơ quan"]
        boards = self.coordinator.get("/theo-doi").links("/theo-doi/")
        self.board = re.match(r"/theo-doi/[^/?]+", boards[0])[0]
        self.tasks = [tasks_of(officer) for officer in self.officers]

    def cookie(self, browser):
        return "; ".join(f"{name}={value}" for name, value in browser.cookies.items())


def links_in(log):
    """The roles and one-time links of a greeting; it comes before the word that all is ready."""
    while '"ready"' not in (said := log.read_text("utf-8")):
        time.sleep(0.01)
    return re.findall(r"^  (.+?) – .*\n    http://[^/]+(/\S+)$", said, re.M)


def tasks_of(officer):
    return [
        path for path in officer.get("/viec").links("/viec/") if re.fullmatch(r"/viec/\w+", path)
    ]


@contextlib.contextmanager
def province(years):
    data, _ = demo_data(years)
    with processes.server(data, **SETTINGS) as (process, address, _):
        yield Province(process, address, processes.log_of(address))


def latencies(province_, wanted, per_second, seconds):
    """Seconds from when each page was due to be asked for until it was there, by its name.

    `wanted` gives (name, browser, path); late answers delay nobody: a pace is kept, as by a crowd.
    """
    host = urllib.parse.urlsplit(province_.address).netloc
    calls = [next(wanted) for _ in range(per_second * seconds)]
    numbers, lock, found = itertools.count(), threading.Lock(), {}
    begun = time.monotonic() + 0.2

    def read():
        connection = http.client.HTTPConnection(host, timeout=60)
        while (number := next(numbers)) < len(calls):
            name, browser, path = calls[number]
            due = begun + number / per_second
            time.sleep(max(0, due - time.monotonic()))
            connection.request("GET", path, headers={"Cookie": province_.cookie(browser)})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{path} answered {answer.status}")
            with lock:
                found.setdefault(name, []).append(time.monotonic() - due)
        connection.close()

    readers = [threading.Thread(target=read) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    if sum(map(len, found.values())) != len(calls):
        raise RuntimeError("a reader gave up")
    return found


def pages(province_):
    """Inbox, matrix and item, in turn, by one person after the other."""
    for number in itertools.count():
        place = number // 3 % len(province_.officers)
        officer, tasks = province_.officers[place], province_.tasks[place]
        yield "inbox", officer, "/viec"
        yield "matrix", province_.coordinator, province_.board
        yield "item", officer, tasks[number // 3 % len(tasks)]


def percentile(values, share):
    return sorted(values)[math.ceil(len(values) * share) - 1]


def cpu_of_facts(province_, count):
    """CPU seconds of recording a fact over HTTP, each for another task."""
    officer, tasks = province_.officers[0], itertools.cycle(province_.tasks[0])
    form = officer.get(province_.tasks[0][0]).form(province_.tasks[0][0] + "/ket-qua")
    before = processes.cpu_seconds(province_.process.pid)
    for number in range(count):
        fields = dict(form, title=f"Kết quả {number}", link=f"https://songlam.example/{number}")
        answer = officer.post(next(tasks) + "/ket-qua", fields)
        if answer.status != 303:
            raise RuntimeError(f"a fact was answered {answer.status}")
    return (processes.cpu_seconds(province_.process.pid) - before) / count


def cpu_of_page(province_, browser, path, seconds):
    """CPU seconds of a page, asked for as fast as it comes."""
    before = processes.cpu_seconds(province_.process.pid)
    load = ["wrk", "-t1", "-c2", f"-d{seconds}s", "--timeout", "30s"]
    load += ["-H", f"Cookie: {province_.cookie(browser)}", province_.address + path]
    said = subprocess.run(load, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in said:
        raise RuntimeError(f"{path} refused under load:\n{said}")
    requests = int(re.search(r"(\d+) requests in", said)[1])
    return (processes.cpu_seconds(province_.process.pid) - before) / requests


def growth(measure, provinces, rounds):
    """Medians of each province, and by how much the dearest exceeds the first, round by round."""
    table = [[measure(each) for each in provinces] for _ in range(rounds)]
    medians = [statistics.median(column) for column in zip(*table)]
    others = range(1, len(provinces))
    ratio = max(statistics.median(row[place] / row[0] for row in table) for place in others)
    return medians, ratio
