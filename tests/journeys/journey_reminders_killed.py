"""Reminders while the program is killed: each is told once, or nobody knows and it says so.

The first time as soon as somebody is reminded, the second as soon as a letter is under way, then
at any moment; what is left goes with the next start."""
import collections
import random
import time

from house import check, equal
from journey_reminders import DOMAIN, SUNDAY, invite, settle
from post_office import PostOffice, python_with_a_mail_server

ON_POSTGRES = True
DAY = "2026-12-07"  # seven days before the quarter's report is due
AGENCIES = "SYT STC STP SXD SCT SNG SNNMT SKHCN SGDDT SVHTTDL TTR".split()
OFFICERS = {
    f"{agency}-{number}".lower(): (agency, "agency_officer", agency)
    for agency in AGENCIES
    for number in (1, 2)
}
ANSWER_SECONDS = 0.4  # of the mail server, for what is under way to be killed
LATEST_SECONDS = 0.8
KILLS_AT_ANY_MOMENT = 3
SETTLED = ("sent", "uncertain")
LETTERS = "SELECT address, status FROM notification_message WHERE channel = 'email'"
BELLS = (
    "SELECT account_id FROM notification_message"
    " WHERE channel = 'in_app' AND purpose = 'reminder'"
)
REMINDED = "SELECT id FROM obligation_reminder"
FINISHED = "SELECT day FROM obligation_reminder_day"


def journey(house):
    if not python_with_a_mail_server():
        return "python3-aiosmtpd is not installed"
    data, chance = house.sample(), random.Random(20_261_207)
    with PostOffice(seconds=ANSWER_SECONDS) as office:

        def serve(day, time_of_day):
            return house.serve(data, *office.settings, clock=f"{day} {time_of_day}")

        with serve(SUNDAY, "02:00:00") as server:
            invite(server, OFFICERS)
        moments = [
            lambda: settle(lambda: house.rows(data, REMINDED), "the first reminder"),
            # The first kill may have caught all of them under way: then none is left to leave.
            lambda: settle(lambda: office.letters() or is_under_way(house, data), "a letter"),
        ]
        moments += [lambda: time.sleep(chance.uniform(0, LATEST_SECONDS))] * KILLS_AT_ANY_MOMENT
        for minute, moment in enumerate(moments):
            with serve(DAY, f"01:{minute:02}:00") as server:
                moment()
                server.kill()
        with serve(DAY, "01:30:00"):  # what was under way has been so for long
            settle(lambda: (DAY,) in house.rows(data, FINISHED), "the reminders of the day")
            settle(lambda: is_settled(house, data), "the letters of the day")
        went_once(house, data, office)
    house.check_data(data)
    house.must("audit", "verify", "--data", data, *house.settings(data))
    return None


def is_under_way(house, data):
    return any(status == "sending" for _, status in house.rows(data, LETTERS))


def is_settled(house, data):
    return all(status in SETTLED for _, status in house.rows(data, LETTERS))


def went_once(house, data, office):
    letters = house.rows(data, LETTERS)
    addresses = [address for address, _ in letters]
    equal(sorted(addresses), sorted(f"{name}@{DOMAIN}" for name in OFFICERS), "who is told")
    taken = collections.Counter(letter["X-To"] for letter in office.letters())
    twice = [address for address, count in taken.items() if count > 1]
    check(not twice, f"letters that went twice: {twice}")
    for address, status in letters:
        if status == "sent":
            equal(taken[address], 1, f"what the mail server has for {address}")
    check(any(status == "uncertain" for _, status in letters), "no kill hit a letter under way")
    bells = house.rows(data, BELLS)
    equal(len(set(bells)), len(bells), "bells that rang twice")
