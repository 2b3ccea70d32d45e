"""An issue to many readers, killed again and again on its way, to a mail server of ours."""
import collections
import contextlib
import sqlite3
import subprocess
import sys
import time

import outbox
import processes
import work

sys.path.insert(0, str(processes.ROOT / "tests/faults"))
import newsletter as issue_of  # noqa: E402

KILLS = 3
PATIENCE_SECONDS = 7_200
STATUSES = (
    "SELECT status, COUNT(*) FROM notification_message WHERE template_key = 'channel.issue'"
    " GROUP BY status"
)
SENDING = "SELECT posted, done_at IS NOT NULL FROM channel_sending"


def measure(readers):
    """What came of it, and what it took: a dictionary of figures."""
    data = processes.WORK / "newsletter"
    subprocess.run(["rm", "-rf", data], check=True)
    subprocess.run(["cp", "-r", processes.sample_data(), data], check=True)
    issue_of.sends_at_night(data)
    figures = {"megabytes": 0.0, "kills": 0}
    with outbox.stand_in() as (notes, settings):
        settings = {**settings, **work.SETTINGS}
        with processes.server(data, **settings) as (process, address, _):
            people = work.signed_in(address)
            board = people["Điều phối"][0]
            path = issue_of.wait_for_approval(people["Cán bộ cơ quan"][0], board)
            issue_of.has_readers(None, data, readers)
            begun = time.monotonic()
            issue_of.press(board, path, "duyet")
            watch(process, data, notes, figures, readers // (KILLS + 1))
        for number in range(2, KILLS + 2):
            goal = readers * number // (KILLS + 1) if number <= KILLS else None
            with processes.server(data, **settings) as (process, _, _):
                watch(process, data, notes, figures, goal)
        figures["seconds"] = time.monotonic() - begun
    taken = collections.Counter(addresses(notes))
    figures["statuses"] = dict(rows(data, STATUSES))
    figures["taken"] = sum(taken.values())
    figures["twice"] = sum(count > 1 for count in taken.values())
    lost = {who for who, in rows(data, "SELECT address FROM channel_subscriber")} - set(taken)
    doubtful = "SELECT address FROM notification_message WHERE status IN ('sending', 'uncertain')"
    in_doubt = {who for who, in rows(data, doubtful)}
    figures["lost"] = len(lost - in_doubt)
    return figures


def watch(process, data, notes, figures, goal):
    """Until the mail server has so many, then kills ours; without a goal until all is over."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        megabytes = processes.anonymous_megabytes(process.pid)
        figures["megabytes"] = max(figures["megabytes"], megabytes)
        if goal and lines_of(notes) >= goal:
            process.kill()
            figures["kills"] += 1
            return
        if not goal and is_over(data):
            return
        time.sleep(0.5)
    raise RuntimeError(f"the issue was not over within {PATIENCE_SECONDS} s")


def is_over(data):
    waits = "SELECT 1 FROM notification_message WHERE lane = 'bulk' AND status = 'created' LIMIT 1"
    ((_, is_posted),) = rows(data, SENDING)
    return bool(is_posted) and not rows(data, waits)


def rows(data, statement):
    with contextlib.closing(sqlite3.connect(data / "caicach.db", timeout=60)) as base:
        return base.execute(statement).fetchall()


def lines_of(notes):
    if not notes.exists():
        return 0
    with open(notes, "rb") as file:
        return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))


def addresses(notes):
    with open(notes, encoding="utf-8") as lines:
        return [line.split()[1] for line in lines]
