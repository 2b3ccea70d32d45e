"""The daily work of a province on `caicach demo --years`: pages at a steady pace, facts, boards."""
import contextlib
import http.client
import itertools
import json
import math
import re
import secrets
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
KEY_BYTES = 18  # of a form that reports a result
PAGES = 6  # kinds of pages that are asked for in turn
TASKS = 60  # that facts are recorded for, in turn
FOLLOWED = "/viec/theo-doi"
BY_ITEM = "/theo-muc"  # agencies by items: no year stands beside it
NEW_YEAR = "2026-01-02"  # the plans of the year are there, and next to nothing is done
SETTINGS = {"CAICACH_LIMITS__PERSON": "off", "CAICACH_LIMITS__UPLOAD": "off"}


def demo_data(years):
    """A copy of a data folder with so many years, which is made again when the program is newer."""
    data, stamp = processes.WORK / f"demo-{years}", processes.WORK / f"demo-{years}.made"
    if not stamp.exists() or stamp.stat().st_mtime < processes.CAICACH.stat().st_mtime:
        make(data, "--years", str(years))
        stamp.touch()
    copy = processes.WORK / f"demo-{years}.copy"  # what is measured changes it
    subprocess.run(["rm", "-rf", copy], check=True)
    subprocess.run(["cp", "-r", data, copy], check=True)
    return copy


def make(data, *arguments):
    """What `caicach demo` tells of the years that it made."""
    subprocess.run(["rm", "-rf", data], check=True)
    command = [processes.CAICACH, "demo", *arguments, "--data", data, "--json"]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(told)["years"]


def in_force(rounds):
    """Seconds that the larger of a year's plans takes to come into force, and what is owed then."""
    folder = processes.WORK / "in-force"
    years = [make(folder, "--years", "1", "--until", NEW_YEAR)[0] for _ in range(rounds)]
    return [year["seconds_in_force"] for year in years], years[0]["obligations"]


class Province:
    """A server on such a data folder, with the people of its one-time links signed in."""

    def __init__(self, process, address, data):
        self.process, self.address, self.data = process, address, data
        self.people = signed_in(address)
        self.coordinator = self.people["Điều phối"][0]
        self.officers = self.people["Cán bộ cơ quan"]
        boards = self.coordinator.get("/theo-doi").links("/theo-doi/")
        self.board = re.match(r"/theo-doi/[^/?]+", boards[0])[0]
        self.followed = followed_of(self.coordinator)
        plan = self.board.rsplit("/", 1)[1]
        self.tasks = [tasks_of(officer, plan) for officer in self.officers]

    def cookie(self, browser):
        return "; ".join(f"{name}={value}" for name, value in browser.cookies.items())


def signed_in(address):
    """Browsers of all who have a one-time link, by their role."""
    port, people = urllib.parse.urlsplit(address).port, {}
    for role, link in links_in(processes.log_of(address)):
        people.setdefault(role, []).append(Browser(port).sign_in(link))
    return people


def links_in(log):
    """The roles and one-time links of a greeting; it comes before the word that all is ready."""
    while '"ready"' not in (said := log.read_text("utf-8")):
        time.sleep(0.01)
    return re.findall(r"^  (.+?) – .*\n    http://[^/]+(/\S+)$", said, re.M)


def tasks_of(officer, plan):
    """Of the same plan wherever measures are set side by side: what is reported for the work of a
    year long past counts for this year's, too, and costs two of them."""
    links = officer.get("/viec?ke-hoach=" + plan).links("/viec/")
    return [path for path in links if re.fullmatch(r"/viec/\w+", path)]


def followed_of(person):
    """The items that others do and the person's agency leads, helps with, directs or oversees."""
    return [
        path
        for path in person.get(FOLLOWED).links(FOLLOWED + "/")
        if re.fullmatch(FOLLOWED + r"/\w+/\w+", path)
    ]


@contextlib.contextmanager
def province(years):
    data = demo_data(years)
    with processes.server(data, **SETTINGS) as (process, address, _):
        yield Province(process, address, data)


def published_board(province_):
    """The address at which everyone sees a board after its coordinator has let them."""
    page = province_.board + "/cong-khai"
    fields = province_.coordinator.get(page + "?xem=1&phan=muc&phan=linh-vuc").form(page)
    answer = province_.coordinator.post(page, {**fields, "phan": ["muc", "linh-vuc"]})
    if answer.status != 303:
        raise RuntimeError(f"publishing a board was answered {answer.status}")
    return province_.coordinator.get(page).links("/ke-hoach/")[0]


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
    """Inbox, board, its matrix of items, one task, and what others do for an item that one's agency
    leads or oversees, in turn, by one person after the other."""
    for number in itertools.count():
        place = number // PAGES % len(province_.officers)
        officer, tasks = province_.officers[place], province_.tasks[place]
        yield "inbox", officer, "/viec"
        yield "matrix", province_.coordinator, province_.board
        yield "by item", province_.coordinator, province_.board + BY_ITEM
        yield "item", officer, tasks[number // PAGES % len(tasks)]
        yield "followed", province_.coordinator, FOLLOWED
        followed = province_.followed[number // PAGES % len(province_.followed)]
        yield "followed item", province_.coordinator, followed


def percentile(values, share):
    return sorted(values)[math.ceil(len(values) * share) - 1]


def cpu_of_facts(province_, count):
    """CPU seconds of recording a fact over HTTP, each for the next of as many tasks everywhere: a
    task costs more with each fact that counts for it."""
    people = zip(province_.officers, province_.tasks)
    pairs = [(officer, task) for officer, tasks in people for task in tasks][:TASKS]
    if len(pairs) < TASKS:
        raise RuntimeError(f"only {len(pairs)} tasks are left to do")
    fields = {officer: officer.get(task).form(task + "/ket-qua") for officer, task in pairs}
    before = processes.cpu_seconds(province_.process.pid)
    for number, (officer, task) in zip(range(count), itertools.cycle(pairs)):
        said = {"title": f"Kết quả {number}", "link": f"https://songlam.example/{number}"}
        said["key"] = secrets.token_urlsafe(KEY_BYTES)  # as if the form had just been opened
        answer = officer.post(task + "/ket-qua", {**fields[officer], **said})
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
    """Medians of each province, and by how much the last exceeds the first, by rounds."""
    table = [[measure(each) for each in provinces] for _ in range(rounds)]
    medians = [statistics.median(column) for column in zip(*table)]
    return medians, statistics.median(row[-1] / row[0] for row in table)
