"""People at work over HTTP: officers report results, an administrator invites others."""
import itertools
import re
import secrets
import time

from house import SAMPLE_FILES, check, equal

# One person works here as no person does.
WITHOUT_LIMITS = ("--set", "limits.person=off", "--set", "limits.upload=off")
AGAIN_SECONDS = 60


class Officer:
    """Reports results for what the agency owes but the last, in turn; for `tasks` also when they
    are done."""

    def __init__(self, server, tasks=()):
        self.browser = server.browser("Cán bộ cơ quan")
        paths = tasks or self.browser.get("/viec").links("/viec/")
        self.tasks = [path for path in paths if re.fullmatch(r"/viec/\w+", path)]
        check(len(self.tasks) > 1, "the agency owes something")
        self.form = self.browser.get(self.tasks[0]).form(self.tasks[0] + "/ket-qua")
        self.sent = {}  # title -> where it went, and what
        self.obstacle = {}  # its form

    def report(self, title, number=0):
        """The answer to a result with a link."""
        path = self.tasks[number % (len(self.tasks) - 1)] + "/ket-qua"
        fields = dict(opened_anew(self.form), title=title, link="https://songlam.example/tin")
        self.sent[title] = path, fields
        return self.again(title)

    def again(self, title):
        """The very same form, as from who never heard whether it was taken."""
        return self.browser.post(*self.sent[title])

    def report_file(self, title):
        """The answer to a result with a file."""
        fields = dict(opened_anew(self.form), title=title)
        content = (SAMPLE_FILES / "plan_2026.docx").read_bytes()
        path = self.tasks[0] + "/ket-qua"
        return self.browser.upload(path, fields, "proof", "minh-chung.docx", content)

    def raises(self, problem):
        """The answer to an obstacle of the last task, of which the coordinator hears by letter."""
        path = self.tasks[-1] + "/vuong-mac"
        if not self.obstacle:
            self.obstacle = self.browser.get(path).form(path)
        fields = dict(opened_anew(self.obstacle), kind="money", problem=problem, wish="Xin ý kiến")
        return self.browser.post(path, fields)


def opened_anew(form):
    """A form is taken once; this one has a key of its own, as if it had just been opened."""
    return dict(form, key=secrets.token_urlsafe(len(form["key"]) * 3 // 4))


class Administrator:
    """Invites people by letters."""

    def __init__(self, server):
        self.browser = server.browser("Quản trị")
        self.form = self.browser.get("/tai-khoan/them-moi").form("/tai-khoan")

    def invite(self, address):
        fields = dict(self.form, name="Mạc Gia Bảo", agency="SYT", role="agency_officer")
        return self.browser.post("/tai-khoan", {**fields, "by_mail": "1", "user_name": address})


def acknowledged(answer, what):
    equal(answer.status, 303, what)


def works_again(officer, title, promises):
    """Before long, by itself; each try is another result."""
    end = time.monotonic() + AGAIN_SECONDS
    for number in itertools.count():
        attempt = f"{title}, lần {number}"
        if promises.take(attempt, officer.report(attempt)):
            return
        check(time.monotonic() < end, f"{title}: nothing works again")
        time.sleep(0.2)
