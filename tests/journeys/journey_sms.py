"""A text message through a real Kannel: what a telephone shows, that it arrived, what it costs.

Kannel's own fake operator stands for the telephone; all of it runs here, and ends with us."""
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import time

from house import check, equal, free_port

ON_POSTGRES = True
FAKE_OPERATOR = "/usr/lib/kannel/test/fakesmsc"
WAIT_SECONDS = 45
TEMPLATE = "/mau-tin/reminder.due.sms"

CONFIGURATION = """
group = core
admin-port = {admin}
admin-password = {password}
admin-interface = 127.0.0.1
smsbox-port = {boxes}
smsbox-interface = 127.0.0.1
box-allow-ip = 127.0.0.1
dlr-storage = internal

group = smsc
smsc = fake
smsc-id = fake
port = {operator}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = {sendsms}
sendsms-interface = 127.0.0.1

group = sendsms-user
username = cchc
password = {password}
max-messages = 10
concatenation = true
"""


def journey(house):
    bearerbox, smsbox = shutil.which("bearerbox"), shutil.which("smsbox")
    if not (bearerbox and smsbox and pathlib.Path(FAKE_OPERATOR).exists()):
        return "kannel and kannel-extras are not installed"
    data = house.sample()
    with tempfile.TemporaryDirectory() as folder, Kannel(folder, bearerbox, smsbox) as kannel:
        port = free_port()
        password = pathlib.Path(folder, "password")
        settings = [
            "--set", f"sms.url=http://127.0.0.1:{kannel.ports['sendsms']}/cgi-bin/sendsms",
            "--set", "sms.user=cchc",
            "--set", f"sms.password_file={password}",
            "--set", "sms.sender=CCHC",
            "--set", f"sms.report_url=http://127.0.0.1:{port}",
            "--set", "sms.price=300",
            "--set", "sms.daily_max=1300",
        ]  # fmt: skip
        with house.serve(data, *settings, port=port) as caicach:
            administrator = caicach.browser("Quản trị")
            edits(administrator)
            sends(administrator, kannel)
            proves(administrator, kannel)
            costs(administrator, kannel)
    house.check_data(data)
    return None


def edits(administrator):
    """The text, after a look at what it would cost."""
    fields = administrator.get(TEMPLATE).form(TEMPLATE)
    fields["body"] = "Sở Nội vụ nhắc ((nguoi)): ((so_viec)) việc, hạn ((han))"
    fields["preview"] = "1"
    page = administrator.post(TEMPLATE, fields)
    equal(page.status, 200, "a preview")
    check("không dấu (GSM-7), 1 đoạn" in page.text, "what it costs without diacritics")
    check("có dấu (UCS-2), 1 đoạn" in page.text, "what it costs with them")
    del fields["preview"]
    wrong = administrator.post(TEMPLATE, {**fields, "body": "((mat_khau))"})
    equal(wrong.status, 422, "a variable that nobody knows")
    # The account's own kind goes at any hour; a reminder would wait for the morning.
    trial = "/mau-tin/notification.trial.sms"
    fields = administrator.get(trial).form(trial)
    fields["body"] = "Sở Nội vụ nhắc ((nguoi)) – việc gấp"
    equal(administrator.post(trial, fields).status, 303, "a new version")
    check("Sở Nội vụ nhắc" in administrator.get(trial).text, "the page shows it")


def sends(administrator, kannel):
    trial(administrator, "0987 654 321")
    said = kannel.hears("84987654321")
    check("CCHC 84987654321 text So Noi vu nhac" in said, f"the telephone shows: {said}")
    check(" - viec gap" in said, "typography becomes plain")
    wait_for(administrator, "Đã tới người nhận")
    wrong = trial(administrator, "113", 422)
    check("số di động" in wrong.text, "a number that is none")


def proves(person, kannel):
    """A number is the person's own once the code on its telephone came back."""
    path = "/thong-bao/cach-nhan"
    fields = person.get(path).form(path)
    equal(person.post(path, {**fields, "number": "0911222333"}).status, 303, "a number is typed")
    code = re.search(r"la (\d{6}),", kannel.hears("84911222333"))[1]
    asks = person.get(path)
    check("Xác nhận số 84911222333" in asks.text, "the page asks for the code")
    check("reminder.sms" not in asks.text, "nothing is sent there yet")
    fields = asks.form(path + "/ma")
    wrong = person.post(path + "/ma", {**fields, "code": "000000" if code[0] != "0" else "111111"})
    equal(wrong.status, 422, "another code")
    equal(person.post(path + "/ma", {**fields, "code": code}).status, 303, "the code")
    check("reminder.sms" in person.get(path).text, "from now on SMS may be chosen")


def costs(administrator, kannel):
    """Four are paid for with 1,300 đồng; the fifth waits for the morning."""
    for number in ("0987654322", "0987654323", "0987654324"):
        trial(administrator, number)
    kannel.hears("84987654323")
    wait_for(administrator, "Đã hết mức tiền của ngày")
    check("84987654324" not in kannel.said(), "what cannot be paid for is not sent")


def trial(administrator, number, status=303):
    path = "/mau-tin/notification.trial.sms"
    fields = administrator.get(path).form(path + "/gui-thu")
    answer = administrator.post(path + "/gui-thu", {**fields, "address": number})
    equal(answer.status, status, f"a trial to {number}")
    return answer


def wait_for(browser, words):
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        page = browser.get("/thu-gui-di")
        if words in page.text:
            return
        time.sleep(0.2)
    check(False, f"the outbox never says: {words}\n{page.text[-3000:]}")


class Kannel:
    """bearerbox, smsbox and the operator behind them, on ports of their own."""

    def __init__(self, folder, bearerbox, smsbox):
        self.folder = pathlib.Path(folder)
        self.programs = [bearerbox, smsbox]
        self.ports = {name: free_port() for name in ("admin", "boxes", "operator", "sendsms")}
        self.running = []

    def __enter__(self):
        (self.folder / "password").write_text("bi-mat-thu\n")
        conf = self.folder / "kannel.conf"
        conf.write_text(CONFIGURATION.format(password="bi-mat-thu", **self.ports))
        try:
            self._start([self.programs[0], "-v", "1", conf], "bearerbox", "boxes")
            self._start([self.programs[1], "-v", "1", conf], "smsbox", "sendsms")
            operator = ["-H", "127.0.0.1", "-r", str(self.ports["operator"])]
            greeting = ["-i", "1000", "-m", "1", "1 2 text nop"]
            self._start([FAKE_OPERATOR, *operator, *greeting], "operator", None)
            self._wait("fakesmsc: sent message", "the operator is there")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.running):
            process.terminate()
        for process in reversed(self.running):
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _start(self, command, name, port):
        with (self.folder / f"{name}.log").open("wb") as log:
            self.running.append(subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder))
        end = time.monotonic() + WAIT_SECONDS
        while port and time.monotonic() < end:
            try:
                with socket.create_connection(("127.0.0.1", self.ports[port]), 1):
                    return
            except OSError:
                check(self.running[-1].poll() is None, f"{name} runs: {self.log(name)}")
                time.sleep(0.1)
        check(not port, f"{name} takes connections: {self.log(name)}")

    def log(self, name):
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def said(self):
        return self.log("operator")

    def _wait(self, words, what):
        end = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < end:
            for line in self.said().splitlines():
                if words in line:
                    return line
            time.sleep(0.1)
        check(False, f"{what}: {self.said()}")
        return None

    def hears(self, number):
        """The line of the message to that telephone."""
        return self._wait(number, f"a message to {number}")
