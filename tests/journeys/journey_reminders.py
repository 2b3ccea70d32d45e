"""Reminders by rule, on a clock that is set: one letter a person, a level higher each time.

The quarter's report is due on Monday, 14 December 2026. One officer answers from the letter that it
is done, another that it is not; each level above hears when its days have passed, nobody twice."""
import re
import time

from house import check, equal
from post_office import SITE, PostOffice, body, python_with_a_mail_server

ON_POSTGRES = True
WAIT_SECONDS = 45
WORK = "V.2.b."
PERIOD = "Quý IV/2026"
DUE = "hạn 14/12/2026"
DOMAIN = "songlam.example"
# user name: agency, role, branch
PEOPLE = {
    "y-te": ("SYT", "agency_officer", "SYT"),
    "tai-chinh": ("STC", "agency_officer", "STC"),
    "giam-doc": ("SYT", "agency_head", "SYT"),
    "dieu-phoi": ("SNV", "coordinator", "*"),
    "theo-doi": ("VPUB", "overseer", "*"),
    "chu-tich": ("UBND", "agency_head", "UBND"),
}
SUNDAY, SATURDAY = "2026-12-06", "2026-12-12"
# Whom each day's letters tell of the report, as data/reference/reminder_rules.csv has it: working
# days after the last one, of which the two of a week's end are none.
TOLD = {
    "2026-12-07": {"y-te", "tai-chinh"},  # seven days before
    "2026-12-10": {"y-te"},  # two working days before; the other agency is done
    "2026-12-14": {"y-te"},  # the last day
    "2026-12-15": {"y-te"},  # one working day late
    "2026-12-17": {"giam-doc"},  # three
    "2026-12-21": {"dieu-phoi", "theo-doi"},  # five
    "2026-12-28": {"chu-tich"},  # ten
}
STATES = {"2026-12-07": "0/1, còn 7 ngày", "2026-12-15": "0/1, quá hạn 1 ngày"}


def journey(house):
    if not python_with_a_mail_server():
        return "python3-aiosmtpd is not installed"
    data = house.sample()
    with PostOffice() as office:
        season = Season(house, data, office)
        season.begins()
        for day, told in TOLD.items():
            if day > SATURDAY:
                season.rests()
            season.passes(day, told)
    house.check_data(data)
    house.must("audit", "verify", "--data", data, *house.settings(data))
    return None


class Season:
    def __init__(self, house, data, office):
        self.house, self.data, self.office = house, data, office
        self.read = 0  # letters
        self.has_rested = False

    def at(self, day, hour):
        """The server then, in Vietnam."""
        return self.house.serve(
            self.data, *self.office.settings, clock=f"{day} {hour - 7:02}:00:00"
        )

    def begins(self):
        """Nobody works on a Sunday: people are invited, and left in peace."""
        with self.at(SUNDAY, 9) as server:
            invite(server, PEOPLE)
            self.is_quiet(SUNDAY)

    def rests(self):
        if not self.has_rested:
            with self.at(SATURDAY, 9):
                self.is_quiet(SATURDAY)
        self.has_rested = True

    def passes(self, day, told):
        """Offices open at seven; who starts the server anew reminds nobody again."""
        with self.at(day, 8) as server:
            letters = self.sent_on(day)
            equal(self.tell(letters), told, f"who is told of the report on {day}")
            if day == "2026-12-07":
                answers(server, letters["tai-chinh"], done())
            if day == "2026-12-14":
                answers(server, letters["y-te"], doing())
        if day in STATES:
            check(STATES[day] in body(letters["y-te"]), f"how it stands on {day}")
        with self.at(day, 10):
            equal(self.sent_on(day), {}, f"letters after another start on {day}")

    def is_quiet(self, day):
        """The run of the day has looked, and put itself off."""
        settle(
            lambda: all(due[:10] > day for due, in self.house.rows(self.data, WAITING_RUNS)),
            "a run of reminders",
        )
        equal(self.sent_on(day, is_worked=False), {}, f"letters on {day}")

    def sent_on(self, day, is_worked=True):
        """New letters by who got them, when all of the day have gone: one each."""
        if is_worked:
            settle(lambda: (day,) in self.house.rows(self.data, DAYS), f"reminders of {day}")
        settle(lambda: not self.house.rows(self.data, UNSENT), f"letters of {day}")
        taken = self.office.letters()[self.read :]
        self.read += len(taken)
        # The quarterly report of the sample's form has reminders of its own.
        letters = [letter for letter in taken if OTHER_REPORT not in letter["Subject"]]
        receivers = [letter["X-To"].partition("@")[0] for letter in letters]
        equal(len(set(receivers)), len(receivers), f"letters to each on {day}: {receivers}")
        return dict(zip(receivers, letters))

    @staticmethod
    def tell(letters):
        """Who is told of the report of those two agencies; letters may speak of other work, too."""
        return {receiver for receiver, letter in letters.items() if speaks_of_report(letter)}


OTHER_REPORT = "Báo cáo công tác cải cách hành chính"
WAITING_RUNS = """SELECT due_at FROM job_queue
                   WHERE kind = 'obligation.remind' AND state <> 'done'"""
DAYS = "SELECT day FROM obligation_reminder_day"
UNSENT = """SELECT address FROM notification_message
             WHERE channel = 'email' AND status IN ('created', 'sending')"""


def speaks_of_report(letter):
    """One's own letter names no agency; those of the province do, and of these one is late."""
    lines = [line for line in body(letter).splitlines() if WORK in line and PERIOD in line]
    for line in lines:
        check(DUE in line, f"the last day: {line}")
    return any(line.startswith((f"- {WORK}", "- Sở Y tế:")) for line in lines)


def invite(server, people):
    administrator = server.browser("Quản trị")
    fields = administrator.get("/tai-khoan/them-moi").form("/tai-khoan")
    for name, (agency, role, branch) in people.items():
        fields.update(
            name=name, user_name=f"{name}@{DOMAIN}", agency=agency, role=role, branch=branch
        )
        equal(administrator.post("/tai-khoan", fields).status, 200, f"the slip of {name}")


def done():
    link = "https://songlam.example/bao-cao-412"
    said = {"answer": "done", "title": "Báo cáo số 412/BC-STC", "quantity": "1", "link": link}
    return "Đã báo cáo", said


def doing():
    return "Đang làm", {"answer": "doing", "text": "Còn chờ số liệu của xã", "expected_on": ""}


def answers(server, letter, answer):
    """From the link of the letter, signed in nowhere: once, after as many looks as one likes."""
    what, said = answer
    path = re.search(rf"{WORK}.*\n.*{SITE}(/tra-loi/\S+)", body(letter))[1]
    for _ in range(3):
        browser = server.browser()
        page = browser.get(path)
        equal(page.status, 200, "a look at the link")
    fields = {"csrf": page.csrf(), "happened_on": "", **said}
    equal(browser.post(path, fields).status, 303, f"the answer: {what}")
    again = browser.post(path, fields)
    equal(again.status, 409, "a second answer")
    check("Mỗi đường dẫn trả lời một lần" in again.text, "it says that it was answered")
    check("<form" not in browser.get(path).text.partition("<main")[2], "no form is left")


def settle(is_settled, what):
    end = time.monotonic() + WAIT_SECONDS
    while not is_settled():
        check(time.monotonic() < end, f"never done: {what}")
        time.sleep(0.1)
