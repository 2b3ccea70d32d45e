"""Killed while reports are sent and agencies reminded: each once and whole, or not at all."""
import collections
import contextlib
import hashlib
import http.client
import random
import re
import threading
import time
import urllib.parse
from concurrent import futures

import stored
from fault_crash import stand_in
from house import check, clock_of, equal
from working import acknowledged

ON_POSTGRES = True
SUNDAY, DAY, DUE = "2026-12-06", "2026-12-10", "2026-12-17"
AGENCIES = "SYT STC STP SXD SCT SNNMT SKHCN SGDDT".split()
DOMAIN = "songlam.example"
OFFICERS = {
    f"{agency}-{number}".lower(): (agency, "agency_officer", agency)
    for agency in AGENCIES
    for number in (1, 2)
}
READER = "dieu-phoi-hai"  # is told of what is sent
PEOPLE = {**OFFICERS, READER: ("SNV", "coordinator", "*")}
KILLS_OF_REMINDING = 3
KILLS_OF_SENDING, KILLS_OF_FULL = 4, 60
REPORTS, SENDERS = 12, 3
SUBMISSIONS_MAX = 45  # of a report; fifty are taken
LATEST_SECONDS = 1.0  # after the first of them was answered
WAIT_SECONDS = 60
LETTERS_PER_HOUR = 100  # to one address, of the sample's rules; a fast machine sends more
TYPED = {  # what the form wants, and no figure says
    "o-chi_dao.tinh_hinh-0": "Cơ quan đã chỉ đạo kịp thời.",
    "o-danh_gia.vuong_mac-0": "Không có.",
    "o-ky_toi.nhiem_vu-0": "Tiếp tục thực hiện kế hoạch.",
    "o-thu_tuc.tiep_nhan-0": "120",
    "o-thu_tuc.da_giai_quyet-0": "100",
}

OPENED = f"SELECT code FROM report_report WHERE due_on = '{DUE}' ORDER BY code"
REMINDED = f"""SELECT r.code, count(m.report_id) FROM report_report r
                LEFT JOIN report_reminder m ON m.report_id = r.id
                WHERE r.due_on = '{DUE}' GROUP BY r.code"""
SUBMISSIONS = """SELECT r.code, s.number, s.code, s.sha256, s.content FROM report_submission s
                   JOIN report_report r ON r.id = s.report_id ORDER BY r.code, s.number"""
STATES = "SELECT code, state FROM report_report"
STEPS = """SELECT r.code, s.step FROM report_step s JOIN report_report r ON r.id = s.report_id"""
NEWS = f"""SELECT m.message_key FROM notification_message m
             JOIN identity_account a ON a.id = m.account_id
            WHERE m.channel = 'in_app' AND m.template_key = 'report.news'
              AND a.user_name = '{READER}@{DOMAIN}'"""
REMINDERS = """SELECT a.user_name, m.channel FROM notification_message m
                 JOIN identity_account a ON a.id = m.account_id
                WHERE m.template_key = 'report.due'"""
LETTERS = "SELECT address, status FROM notification_message WHERE channel = 'email'"


class Paper:
    """What the sender of one report knows of it."""

    def __init__(self):
        self.sent = self.recalled = 0  # acknowledged
        self.doubt = None  # what was under way when nobody answered: ("gui", its fields)

    def is_sent(self):
        return self.sent > self.recalled


def fault(house, is_full):
    chance = random.Random(20_261_210)
    data, notes = sample_at(house, SUNDAY), house.fresh()
    with stand_in(house, notes, errors=0) as settings:
        minutes = iter(range(1_000))

        def serve(day):
            """Some minutes behind the one before."""
            minute = next(minutes) * 4
            clock = f"{day} {1 + minute // 60:02}:{minute % 60:02}:00"
            return house.serve(data, *settings, clock=clock)

        with serve(SUNDAY) as server:
            begins(house, data, server)
        reminding(house, data, serve, chance)
        papers = sending(house, data, serve, chance, is_full)
        with serve(DAY) as server:
            ends(house, data, server, papers)
            settle(lambda: are_settled(house, data), "letters that never left")
        went_once(house, data, notes)
    stored.has_no_damage(house, data)
    sent = sum(paper.sent for paper in papers.values())
    return f"{sent} submissions, {len(house.rows(data, REMINDERS))} reminders"


def sample_at(house, day):
    """The sample as it is made on that day: its report of the quarter is in force from then on."""
    data = house.fresh()
    if house.database:
        house.database.create(data)
    clock = clock_of(f"{day} 00:30:00")
    done = house.run("demo", "--data", data, *house.settings(data), environment=clock)
    equal(done.returncode, 0, f"caicach demo: {done.stderr}")
    return data


def settle(is_so, what):
    end = time.monotonic() + WAIT_SECONDS
    while not is_so():
        check(time.monotonic() < end, what)
        time.sleep(0.05)


def begins(house, data, server):
    """The reports of the quarter are owed; the coordinator is an officer of everybody."""
    administrator = server.browser("Quản trị")
    fields = administrator.get("/tai-khoan/them-moi").form("/tai-khoan")
    for name, (agency, role, branch) in PEOPLE.items():
        fields.update(
            name=name, user_name=f"{name}@{DOMAIN}", agency=agency, role=role, branch=branch
        )
        equal(administrator.post("/tai-khoan", fields).status, 200, f"the slip of {name}")
    name = re.search(r"^  Điều phối – ([^,]+),", server.greeting, re.M)[1]
    people = administrator.send("GET", "/tai-khoan?" + http_query(tim=name))
    account = next(p for p in people.links("/tai-khoan/") if re.fullmatch(r"\S+/[0-9A-Z]{11}", p))
    fields = administrator.get(account).form(account + "/vai-tro")
    fields.update(role="agency_officer", branch="UBND")
    acknowledged(administrator.post(account + "/vai-tro", fields), "a role")
    settle(lambda: len(house.rows(data, OPENED)) > REPORTS, "reports are opened")


def http_query(**fields):
    return urllib.parse.urlencode(fields)


def reminding(house, data, serve, chance):
    """Killed as soon as one agency is reminded, then at any moment; the rest goes on."""
    for number in range(KILLS_OF_REMINDING):
        with serve(DAY) as server:
            if number == 0:
                settle(lambda: is_reminding(house, data), "the first reminder")
            else:
                time.sleep(chance.uniform(0, LATEST_SECONDS / 2))
            server.kill()
        stored.is_whole(house, data)
    with serve(DAY) as server:
        settle(lambda: are_reminded(house, data), "agencies that nobody reminds")
        server.kill()


def is_reminding(house, data):
    return any(count != "0" for _, count in house.rows(data, REMINDED))


def are_reminded(house, data):
    return all(count == "1" for _, count in house.rows(data, REMINDED))


def sending(house, data, serve, chance, is_full):
    papers = {}
    for number in range(KILLS_OF_FULL if is_full else KILLS_OF_SENDING):
        with serve(DAY) as server:
            coordinator = server.browser("Điều phối")
            if not papers:
                papers = filled_in(house, data, coordinator)
            is_over = threading.Event()
            with futures.ThreadPoolExecutor() as crowd:
                begun = acts_of(papers)
                work = [
                    crowd.submit(sends, coordinator, dict(some), is_over)
                    for some in shared_out(papers)
                ]
                try:
                    settle(lambda before=begun: acts_of(papers) > before, "nobody sends")
                    time.sleep(chance.uniform(0, LATEST_SECONDS))
                    server.kill()
                finally:
                    is_over.set()
            for sender in work:
                sender.result()
        stored.is_whole(house, data)
        are_whole(house, data, papers, f"kill {number}")
    check(any(paper.sent > 1 for paper in papers.values()), "reports were sent")
    return papers


def shared_out(papers):
    return [list(papers.items())[at::SENDERS] for at in range(SENDERS)]


def acts_of(papers):
    return sum(paper.sent + paper.recalled for paper in papers.values())


def filled_in(house, data, browser):
    papers = {}
    for (code,) in house.rows(data, OPENED)[:REPORTS]:
        path = "/bao-cao/" + code
        fields = {"csrf": browser.get(path).csrf(), **TYPED}
        acknowledged(browser.post(path + "/o", fields), "cells")
        papers[path] = Paper()
    return papers


def sends(browser, papers, is_over):
    with contextlib.suppress(OSError, http.client.HTTPException):
        while any(paper.sent < SUBMISSIONS_MAX for paper in papers.values()):
            for path, paper in papers.items():
                if is_over.is_set():
                    return
                if paper.sent < SUBMISSIONS_MAX:
                    goes_on(browser, path, paper)


def goes_on(browser, path, paper):
    page = browser.get(path)
    if paper.doubt:
        # The very same form, as from who never heard whether it was taken.
        step, fields = paper.doubt
        fields = {**fields, "csrf": page.csrf()}
    else:
        step = "rut-lai" if paper.is_sent() else "gui"
        fields = {**page.form(f"{path}/{step}"), "khong_mat": "1"}
    paper.doubt = step, fields
    acknowledged(browser.post(f"{path}/{step}", fields), f"{step} of {path}")
    paper.doubt = None
    if step == "gui":
        paper.sent += 1
    else:
        paper.recalled += 1


def are_whole(house, data, papers, when):
    """What was acknowledged is there once, with all that goes along; the rest whole or not."""
    submissions = collections.defaultdict(list)
    for code, number, receipt, sha256, content in house.rows(data, SUBMISSIONS):
        found = hashlib.sha256(content.encode()).hexdigest()
        equal(found, sha256, f"{when}: what receipt {receipt} says")
        submissions[code].append(int(number))
    steps = collections.Counter(house.rows(data, STEPS))
    news = collections.Counter(tuple(key.split("/")[1:3]) for key, in house.rows(data, NEWS))
    states = dict(house.rows(data, STATES))
    for path, paper in papers.items():
        code = path.rpartition("/")[2]
        under_way = paper.doubt[0] if paper.doubt else ""
        numbers = submissions[code]
        equal(numbers, list(range(1, len(numbers) + 1)), f"{when}: submissions of {code}")
        recalls = steps[code, "recalled"]
        are_told(f"{when}: {code}", len(numbers) - paper.sent, under_way == "gui")
        are_told(f"{when}: recalls of {code}", recalls - paper.recalled, under_way == "rut-lai")
        equal(steps[code, "submitted"], len(numbers), f"{when}: steps of {code}")
        equal(news[code, "submitted"], len(numbers), f"{when}: news of {code}")
        equal(news[code, "recalled"], recalls, f"{when}: news of recalls of {code}")
        state = "submitted" if len(numbers) == recalls + 1 else "draft"
        equal(states[code], state, f"{when}: the state of {code}")
        if under_way == "rut-lai":  # its form has no key: who recalls looks first
            paper.recalled, paper.doubt = recalls, None


def are_told(what, more, is_in_doubt):
    check(more in ((0, 1) if is_in_doubt else (0,)), f"{what}: {more} that nobody knows of")


def ends(house, data, server, papers):
    """Who never heard sends the same again, and it is there once; receipts open for anybody."""
    coordinator = server.browser("Điều phối")
    for path, paper in papers.items():
        if paper.doubt:
            goes_on(coordinator, path, paper)
    are_whole(house, data, papers, "at last")
    stored.is_whole(house, data)
    anybody = server.browser()
    rows = house.rows(data, SUBMISSIONS)
    for _, _, receipt, sha256, _ in rows[:: max(1, len(rows) // 5)]:
        check(sha256 in anybody.get("/bien-nhan/" + receipt).text, f"receipt {receipt} opens")


def are_settled(house, data):
    return all(status not in ("created", "sending") for _, status in house.rows(data, LETTERS))


def went_once(house, data, notes):
    """Every agency was reminded, each of its officers once; no letter went twice, none is lost."""
    for code, count in house.rows(data, REMINDED):
        equal(count, "1", f"reminders of {code}")
    reminders = collections.Counter(house.rows(data, REMINDERS))
    for name in OFFICERS:
        for channel in ("in_app", "email"):
            equal(reminders[f"{name}@{DOMAIN}", channel], 1, f"{channel} to {name}")
    taken = collections.Counter(line.split()[1] for line in open(notes, encoding="utf-8"))
    letters = collections.Counter(house.rows(data, LETTERS))
    for address in {address for address, _ in letters}:
        sure, unsure = letters[address, "sent"], letters[address, "uncertain"]
        check(sure <= taken[address] <= sure + unsure, f"letters to {address}: {taken[address]}")
        total = sum(count for (one, _), count in letters.items() if one == address)
        equal(sure + unsure, min(total, LETTERS_PER_HOUR), f"letters to {address} that went")
