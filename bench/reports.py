"""Reports of a province: opened as the program fills them in, and sent by all in a rush."""
import itertools
import re
import sqlite3
import threading
import time
import urllib.parse

import processes
import work

SENDERS = 8  # people who press the button at once
RUSH_REPORTS, RUSH_SECONDS = 150, 60  # at this pace agencies send, while others read
TYPED = {  # what the quarterly form wants, and no figure says
    "o-chi_dao.tinh_hinh-0": "Cơ quan đã chỉ đạo kịp thời.",
    "o-danh_gia.vuong_mac-0": "Không có.",
    "o-ky_toi.nhiem_vu-0": "Tiếp tục thực hiện kế hoạch.",
    "o-thu_tuc.tiep_nhan-0": "120",
    "o-thu_tuc.da_giai_quyet-0": "100",
    "o-thu_tuc.dung_han-0": "95",
    "o-thu_tuc.qua_han-0": "5",
}


def sees_all(province):
    """The coordinator becomes an officer of each agency: one person sends for all."""
    said = processes.log_of(province.address).read_text("utf-8")
    name = re.search(r"^  Điều phối – ([^,]+),", said, re.M)[1]
    administrator = province.people["Quản trị"][0]
    found = administrator.get("/tai-khoan?tim=" + urllib.parse.quote(name))
    account = next(
        path
        for path in found.links("/tai-khoan/")
        if re.fullmatch(r"/tai-khoan/[0-9A-Z]{11}", path)
    )
    fields = administrator.get(account).form(account + "/vai-tro")
    answer = administrator.post(
        account + "/vai-tro", {**fields, "role": "agency_officer", "branch": "UBND"}
    )
    if answer.status != 303:
        raise RuntimeError(f"a role was answered {answer.status}")


def owed(province):
    """Paths of reports of the running period that nobody has begun: those of agencies of one kind,
    so that provinces of several ages are asked for the like."""
    database = sqlite3.connect(f"file:{province.data}/caicach.db?mode=ro", uri=True)
    rows = database.execute(
        "SELECT r.code FROM report_report r JOIN organisation_agency a ON a.id = r.agency_id"
        " WHERE r.state = 'expected' AND r.period_id ="
        " (SELECT id FROM report_period ORDER BY last_day DESC, id LIMIT 1) ORDER BY a.code"
    ).fetchall()
    database.close()
    return ["/bao-cao/" + code for (code,) in rows]


def seconds_to_open(province, paths):
    seconds = []
    for path in paths:
        begun = time.monotonic()
        answer = province.coordinator.get(path)
        seconds.append(time.monotonic() - begun)
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}")
    return seconds


def filled_in(province, path):
    """The fields that send the report, once it is filled in."""
    browser = province.coordinator
    answer = browser.post(path + "/o", {"csrf": browser.get(path).csrf(), **TYPED})
    if answer.status != 303:
        raise RuntimeError(f"filling in {path} was answered {answer.status}")
    return {**browser.get(path).form(path + "/gui"), "khong_mat": "1"}


def send(province, path, fields):
    begun = time.monotonic()
    answer = province.coordinator.post(path + "/gui", fields)
    if answer.status != 303 or "gui" not in answer.location:
        raise RuntimeError(f"sending {path} was answered {answer.status}")
    return time.monotonic() - begun


def cpu_of_sending(province, paths):
    """CPU seconds of sending one, of those that are given."""
    forms = [(path, filled_in(province, path)) for path in paths]
    before = processes.cpu_seconds(province.process.pid)
    for path, fields in forms:
        send(province, path, fields)
    return (processes.cpu_seconds(province.process.pid) - before) / len(forms)


def rush(province, paths, pages_a_second, seconds):
    """Seconds of each sending, from when it was due, while pages are read at a steady pace."""
    forms = [(path, filled_in(province, path)) for path in paths]
    numbers, lock, found = itertools.count(), threading.Lock(), []
    begun = time.monotonic() + 0.5

    def act():
        while (number := next(numbers)) < len(forms):
            due = begun + number * seconds / len(forms)
            time.sleep(max(0, due - time.monotonic()))
            send(province, *forms[number])
            with lock:
                found.append(time.monotonic() - due)

    senders = [threading.Thread(target=act) for _ in range(SENDERS)]
    for sender in senders:
        sender.start()
    read = work.latencies(province, work.pages(province), pages_a_second, seconds)
    for sender in senders:
        sender.join()
    if len(found) != len(forms):
        raise RuntimeError("a sender gave up")
    return found, [value for values in read.values() for value in values]
