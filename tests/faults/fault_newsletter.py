"""Killed while an issue goes to its readers: nobody is left out, nobody is written to twice."""
import collections
import time

import stored
from fault_crash import stand_in
from house import check, equal
from newsletter import has_readers, press, sends_at_night, wait_for_approval

ON_POSTGRES = True
READERS, READERS_OF_FULL = 3_000, 20_000  # more than wait in the outbox at once
UNDER_WAY_MAX = 32  # what a crash leaves in doubt: limits::under_way_max
KILLED_AT = 300  # letters that the mail server has
WAIT_SECONDS = 300  # a job that was killed is taken over after a minute
LETTERS = "SELECT address, status FROM notification_message WHERE template_key = 'channel.issue'"
SENDING = "SELECT posted, COALESCE(done_at, '') FROM channel_sending"


def fault(house, is_full):
    data, notes = house.sample(), house.fresh()
    readers = READERS_OF_FULL if is_full else READERS
    sends_at_night(data)
    with stand_in(house, notes, errors=0) as settings:
        with house.serve(data, *settings) as server:
            board = server.browser("Điều phối")
            issue = wait_for_approval(server.browser("Cán bộ cơ quan"), board)
            has_readers(house, data, readers)
            press(board, issue, "duyet")
            wait_until(lambda: len(taken_in(notes)) >= KILLED_AT, "the first letters")
            server.kill()
        ((posted, done),) = house.rows(data, SENDING)
        check(0 < int(posted) < readers and not done, f"killed in the middle, at {posted}")
        with house.serve(data, *settings):
            wait_until(lambda: is_over(house, data), "the last letter")
    letters = house.rows(data, LETTERS)
    equal(len(letters), readers, "letters in the outbox")
    equal(len(dict(letters)), readers, "readers with a letter")
    taken = collections.Counter(taken_in(notes))
    twice = [address for address, count in taken.items() if count > 1]
    check(not twice, f"letters that went twice: {twice}")
    in_doubt = [address for address, status in letters if status in ("sending", "uncertain")]
    check(len(in_doubt) <= UNDER_WAY_MAX, f"in doubt: {len(in_doubt)}")
    for address, status in letters:
        if address not in in_doubt:
            equal((status, taken[address]), ("sent", 1), f"the letter to {address}")
    stored.is_whole(house, data)
    return f"{posted} of {readers} posted when killed, {len(in_doubt)} in doubt"


def taken_in(notes):
    """Whose letters the mail server has."""
    try:
        with open(notes, encoding="utf-8") as lines:
            return [line.split()[1] for line in lines if line.endswith("\n")]
    except FileNotFoundError:
        return []


def is_over(house, data):
    """Everybody's letter was posted, and none waits."""
    ((_, done),) = house.rows(data, SENDING)
    waiting = house.rows(data, LETTERS + " AND status = 'created' LIMIT 1")
    under_way = house.rows(data, LETTERS + " AND status = 'sending' LIMIT 33")
    return done and not waiting and len(under_way) <= UNDER_WAY_MAX


def wait_until(happens, what):
    end = time.monotonic() + WAIT_SECONDS
    while not happens():
        check(time.monotonic() < end, f"{what}: not within {WAIT_SECONDS} s")
        time.sleep(0.1)
