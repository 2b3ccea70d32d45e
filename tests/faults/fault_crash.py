"""Killed at any moment under load: nothing acknowledged is lost, no letter goes twice."""
import collections
import contextlib
import http.client
import os
import pathlib
import random
import subprocess
import sys
import threading
import time
from concurrent import futures

import stored
from house import check, equal
from working import WITHOUT_LIMITS, Administrator, Officer, acknowledged

ON_POSTGRES = True
ROUNDS, ROUNDS_OF_FULL = 10, 200
WRITERS = 3  # of results
OBSTACLES_A_ROUND = 4  # an obligation takes a hundred
LATEST_SECONDS = 1.2  # after the writers began
ERRORS_IN_A_THOUSAND = 30
WAIT_SECONDS = 120  # a lane that lost its job has another after a minute
UNCERTAIN_SECONDS = 300  # what was under way for three minutes is uncertain
LETTERS = "SELECT address, status FROM notification_message WHERE channel = 'email'"
WAITING = {"created"}
STAND_IN = pathlib.Path(__file__).with_name("mail_stand_in.py")


def fault(house, is_full):
    chance = random.Random(20_261_122)
    data, notes = house.sample(), house.fresh()
    told = {"tasks": [], "facts": set(), "obstacles": set(), "letters": set()}
    with stand_in(house, notes) as settings:
        for number in range(ROUNDS_OF_FULL if is_full else ROUNDS):
            crash(house, data, settings, f"{number}", told, chance.uniform(0, LATEST_SECONDS))
            stored.is_whole(house, data)
            lost = told["facts"] - set(stored.titles(house, data))
            check(not lost, f"round {number}: acknowledged and lost: {sorted(lost)}")
            raised = stored.obstacles(house, data)
            lost = told["obstacles"] - set(raised)
            check(not lost, f"round {number}: obstacles acknowledged and lost: {sorted(lost)}")
            check(set(raised.values()) <= {1}, f"round {number}: obstacles raised twice")
        check(told["obstacles"], "obstacles were raised")
        has_settled(house, data, settings, told["letters"], notes, is_full)
    stored.is_whole(house, data)
    stored.has_no_damage(house, data)
    return ", ".join(f"{len(told[kind])} {kind}" for kind in ("facts", "obstacles", "letters"))


@contextlib.contextmanager
def stand_in(house, notes, errors=ERRORS_IN_A_THOUSAND):
    """Settings of a server that sends its letters to a mail server of ours."""
    port = 20_000 + os.getpid() % 20_000
    command = [sys.executable, STAND_IN, str(port), notes, "--milliseconds", "20"]
    command += ["--errors", str(errors)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            equal(process.stdout.readline(), "ready\n", "the mail server")
            yield (
                *WITHOUT_LIMITS,
                "--set", f"mail.url=smtp://127.0.0.1:{port}",
                "--set", "mail.from=cchc@songlam.example",
                "--set", "mail.requires_tls=false",
                "--set", "province.site=https://cchc.songlam.example",
            )  # fmt: skip
        finally:
            process.terminate()


def crash(house, data, settings, name, told, seconds):
    with house.serve(data, *settings) as server:
        officer = Officer(server, told["tasks"])
        told["tasks"] = officer.tasks
        administrator = Administrator(server)
        is_over = threading.Event()
        with futures.ThreadPoolExecutor() as crowd:
            work = [
                crowd.submit(reports, officer, f"{name}-{place}", told["facts"], is_over)
                for place in range(WRITERS)
            ]
            work.append(crowd.submit(raises, officer, name, told["obstacles"], is_over))
            work.append(crowd.submit(invites, administrator, name, told["letters"], is_over))
            time.sleep(seconds)
            server.kill()
            is_over.set()
        for writer in work:
            writer.result()


def reports(officer, name, told, is_over):
    with contextlib.suppress(OSError, http.client.HTTPException):
        for number in range(10_000):
            if is_over.is_set():
                return
            title = f"Kết quả {name}-{number}"
            acknowledged(officer.report(title, number), "a result")
            told.add(title)


def raises(officer, name, told, is_over):
    with contextlib.suppress(OSError, http.client.HTTPException):
        for number in range(OBSTACLES_A_ROUND):
            if is_over.is_set():
                return
            problem = f"Vướng mắc {name}-{number}"
            answer = officer.raises(problem)
            if answer.status != 409:  # done meanwhile, so that nothing stands in its way
                acknowledged(answer, "an obstacle")
                told.add(problem)


def invites(administrator, name, told, is_over):
    with contextlib.suppress(OSError, http.client.HTTPException):
        for number in range(10_000):
            if is_over.is_set():
                return
            address = f"nguoi-{name}-{number}@songlam.example"
            acknowledged(administrator.invite(address), "an invitation")
            told.add(address)


def has_settled(house, data, settings, told, notes, is_full):
    """Every letter has gone, once; or nobody knows, and it says so."""
    still = WAITING | ({"sending"} if is_full else set())
    seconds = UNCERTAIN_SECONDS if is_full else WAIT_SECONDS
    with house.serve(data, *settings) as server:
        acknowledged(Administrator(server).invite("cuoi@songlam.example"), "the last invitation")
        end = time.monotonic() + seconds
        while left := [row for row in house.rows(data, LETTERS) if row[1] in still]:
            check(time.monotonic() < end, f"letters that never left: {left}")
            time.sleep(0.5)
    letters = dict(house.rows(data, LETTERS))
    taken = collections.Counter(line.split()[1] for line in open(notes, encoding="utf-8"))
    twice = [address for address, count in taken.items() if count > 1]
    check(not twice, f"letters that went twice: {twice}")
    lost = told - set(letters)
    check(not lost, f"letters that were acknowledged and lost: {lost}")
    for address, status in letters.items():
        if status == "sent":
            equal(taken[address], 1, f"what the mail server has for {address}")
        else:
            check(status in ("uncertain", "sending"), f"{address} is {status}")
