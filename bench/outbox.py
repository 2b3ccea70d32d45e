"""The outbox against a mail server that takes 50 ms a letter and puts one in a hundred off."""
import contextlib
import datetime
import pathlib
import sqlite3
import subprocess
import sys
import threading
import time

import processes
import work

STAND_IN = processes.ROOT / "tests/faults/mail_stand_in.py"
MILLISECONDS, ERRORS_IN_A_THOUSAND = 50, 10
SINGLE_PAUSE_SECONDS, PATIENCE_SECONDS = 1.0, 120


@contextlib.contextmanager
def stand_in():
    """Settings of a server that sends through it, and the notes of what it took."""
    notes, port = processes.WORK / "letters.txt", processes.free_port()
    notes.unlink(missing_ok=True)
    command = [sys.executable, STAND_IN, str(port), notes, "--milliseconds", str(MILLISECONDS)]
    command += ["--errors", str(ERRORS_IN_A_THOUSAND)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            process.stdout.readline()
            yield notes, {
                "CAICACH_MAIL__URL": f"smtp://127.0.0.1:{port}",
                "CAICACH_MAIL__FROM": "cchc@songlam.example",
                "CAICACH_MAIL__REQUIRES_TLS": "false",
                "CAICACH_PROVINCE__SITE": "https://cchc.songlam.example",
            }
        finally:
            process.terminate()


def put_crowd(data, count):
    """So many letters for a crowd, as the program leaves them, and the job that sends them. They
    are about accounts: reminders wait for the morning, and the bench is run at any hour."""
    moment = datetime.datetime.now(datetime.timezone.utc)
    now, later = (
        (moment + datetime.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        for days in (0, 1)
    )
    with contextlib.closing(sqlite3.connect(pathlib.Path(data, "caicach.db"), timeout=60)) as base:
        base.executemany(
            "INSERT INTO notification_message (id, code, channel, lane, address, purpose,"
            " template_key, template_version, variables, subject, body, path, message_key,"
            " text_hash, status, error, provider, reference, report_secret, attempts, segments,"
            " created_at, due_at, expires_at) VALUES (?1, 'D' || ?1, 'email', 'bulk',"
            " 'dam-dong-' || ?1 || '@songlam.example', 'account', '', 0, '{}', 'Nhắc việc',"
            " 'Bạn có việc sắp đến hạn.', '', 'dam-dong-' || ?1, '', 'created', '', '', '', '', 0,"
            " 0, ?2, ?2, ?3)",
            [(number, now, later) for number in range(1, count + 1)],
        )
        base.execute(
            "INSERT INTO job_queue (id, kind, payload, state, due_at, attempts, percent, text,"
            " error, error_detail, is_cancel_asked, created_at)"
            " VALUES (1, 'notification.bulk', 'email', 'waiting', ?1, 0, 0, '', '', '', 0, ?1)",
            (now,),
        )
        base.commit()


def measure(count):
    """Letters a second of a crowd of `count`, and the longest that a single one took meanwhile. The
    pace is that of 99 in a hundred: who was told "later" comes after a pause, whatever the pace.
    """
    data = processes.WORK / "outbox"
    subprocess.run(["rm", "-rf", data], check=True)
    subprocess.run(["cp", "-r", processes.sample_data(), data], check=True)
    with stand_in() as (notes, settings):
        with processes.server(data, **settings, **work.SETTINGS) as (_, address, _):
            administrator = work.signed_in(address)["Quản trị"][0]
            asked, is_over = {}, threading.Event()
            put_crowd(data, count)
            inviting = threading.Thread(target=invite, args=(administrator, asked, is_over))
            inviting.start()
            taken = wait_for(notes, "dam-dong", count)
            is_over.set()
            inviting.join()
            singles = wait_for(notes, "mot-nguoi", len(asked))
    first, *others = sorted(taken.values())[: count * 99 // 100]
    pace = len(others) / (others[-1] - first)
    return pace, max(singles[who] - when for who, when in asked.items())


def invite(administrator, asked, is_over):
    form = administrator.get("/tai-khoan/them-moi").form("/tai-khoan")
    form.update(name="Mạc Gia Bảo", agency="SYT", role="agency_officer", by_mail="1")
    for number in range(10_000):
        if is_over.is_set():
            return
        address = f"mot-nguoi-{number}@songlam.example"
        begun = time.time()
        answer = administrator.post("/tai-khoan", {**form, "user_name": address})
        if answer.status != 303:
            raise RuntimeError(f"an invitation was answered {answer.status}")
        asked[address] = begun
        time.sleep(SINGLE_PAUSE_SECONDS)


def wait_for(notes, beginning, count):
    """When each letter to addresses that begin so was taken, once there are `count`."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        lines = notes.read_text("utf-8").splitlines() if notes.exists() else []
        taken = {who: float(when) for when, who in map(str.split, lines)}
        found = {who: when for who, when in taken.items() if who.startswith(beginning)}
        if len(found) >= count:
            return found
        time.sleep(0.2)
    raise RuntimeError(f"of {count} letters {len(found)} left within {PATIENCE_SECONDS} s")
