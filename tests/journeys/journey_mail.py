"""An invitation goes by mail: a server that says "later", then takes it; nothing goes twice.

Then the invited forgets the password, and finds a way to a new one in the mailbox."""
import email
import email.policy
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time

from house import ROOT, check, equal
from telephone import Telephone

ON_POSTGRES = True
PASSWORD = "chuồn chuồn bay thấp thì mưa"
NEW_PASSWORD = "lúa chín đầy đồng tháng năm"
FORGOTTEN = "/quen-mat-khau"
STEP = "/dang-nhap/buoc-hai"
WAIT_SECONDS = 45

# A real SMTP server: keeps what it takes in a folder, and puts the first letter off.
SERVER = """
import pathlib, sys, time
from aiosmtpd.controller import Controller
folder = pathlib.Path(sys.argv[1])
class Keeper:
    seen = 0
    async def handle_DATA(self, server, session, envelope):
        Keeper.seen += 1
        if Keeper.seen == 1:
            (folder / "deferred").touch()
            return "451 4.7.1 later, please"
        part = folder / f"{Keeper.seen}.part"
        receivers = ",".join(envelope.rcpt_tos).encode()
        part.write_bytes(b"X-To: " + receivers + b"\\r\\n" + envelope.content)
        part.rename(folder / f"{Keeper.seen}.eml")
        return "250 OK"
controller = Controller(Keeper(), hostname="127.0.0.1", port=int(sys.argv[2]))
controller.start()
print("ready", flush=True)
sys.stdin.read()
controller.stop()
"""


def journey(house):
    python = python_with_a_mail_server()
    if not python:
        return "python3-aiosmtpd is not installed"
    data = house.sample()
    with tempfile.TemporaryDirectory() as box:
        port = free_port()
        server = subprocess.Popen(
            [python, "-c", SERVER, box, str(port)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        )  # fmt: skip
        try:
            equal(server.stdout.readline(), "ready\n", "the mail server")
            settings = [
                "--set", f"mail.url=smtp://127.0.0.1:{port}",
                "--set", "mail.from=cchc@songlam.example",
                "--set", "mail.requires_tls=false",
                "--set", "province.site=https://cchc.songlam.example",
            ]  # fmt: skip
            with house.serve(data, *settings) as caicach:
                invited, telephone = invites(caicach, box)
                forgets(caicach, box, invited, telephone)
        finally:
            server.stdin.close()
            server.wait(10)
            server.stdout.close()
    house.check_data(data)
    return None


def python_with_a_mail_server():
    """This Python, or Debian's own, whose package it is."""
    for python in (sys.executable, "/usr/bin/python3"):
        done = subprocess.run([python, "-c", "import aiosmtpd"], capture_output=True, check=False)
        if done.returncode == 0:
            return python
    return None


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def invites(caicach, box):
    administrator = caicach.browser("Quản trị")
    fields = administrator.get("/tai-khoan/them-moi").form("/tai-khoan")
    fields.update(name="Mạc Gia Bảo", agency="SYT", role="agency_officer", by_mail="1")
    without = administrator.post("/tai-khoan", fields)
    equal(without.status, 422, "a letter to nobody")
    fields["user_name"] = "bao@songlam.example"
    answer = administrator.post("/tai-khoan", fields)
    equal(answer.status, 303, "an invitation by mail")
    page = wait_for(administrator, "Đã giao cho nơi chuyển")
    check("bao@songlam.example" in page.text, "the list says to whom")
    check("/loi-moi/" not in page.text, "the list does not tell the way in")
    taken = read(box)
    equal(len(taken), 1, "letters that the server took")
    letter = taken[0]
    equal(letter["X-To"], "bao@songlam.example", "the receiver")
    check("Sông Lam" in letter["Subject"], f"the subject: {letter['Subject']}")
    text = body(letter)
    check("Mạc Gia Bảo" in text, "the letter's greeting")
    link = re.search(r"https://cchc\.songlam\.example(/loi-moi/\S+)", text)[1]
    invited = caicach.browser()
    fields = invited.get(link).form(link)
    chosen = invited.post(link, {**fields, "password": PASSWORD, "password_again": PASSWORD})
    equal(chosen.status, 303, "the invited chooses a password")
    equal(caicach.browser().get(link).status, 404, "the letter's address works once")
    page = invited.get(STEP)
    telephone = Telephone(page)
    done = invited.post(STEP, {**page.form(STEP), "code": telephone.code()})
    equal(done.status, 200, "the recovery codes")
    equal(invited.get("/tai-khoan/cua-toi").status, 200, "the invited is in")
    return invited, telephone


def forgets(caicach, box, person, telephone):
    """The password; not the telephone."""
    stranger = caicach.browser()
    fields = stranger.get(FORGOTTEN).form(FORGOTTEN)
    nobody = stranger.post(FORGOTTEN, {**fields, "user_name": "khong-ai@songlam.example"})
    somebody = stranger.post(FORGOTTEN, {**fields, "user_name": "bao@songlam.example"})
    equal((nobody.status, nobody.location), (303, FORGOTTEN), "a name that nobody has")
    equal((somebody.status, somebody.location), (303, FORGOTTEN), "a name that somebody has")
    letter = letters(box, 2)[1]
    equal(letter["X-To"], "bao@songlam.example", "who gets the letter")
    link = re.search(r"https://cchc\.songlam\.example(/quen-mat-khau/\S+)", body(letter))[1]
    for _ in range(3):
        equal(caicach.browser().get(link).status, 200, "a scanner looks")
    equal(person.get("/tai-khoan/cua-toi").status, 200, "nothing has happened so far")
    fields = stranger.get(link).form(link)
    fields.update(password=NEW_PASSWORD, password_again=NEW_PASSWORD)
    chosen = stranger.post(link, fields)
    equal((chosen.status, chosen.location), (303, "/dang-nhap"), "the new password")
    equal(person.get("/tai-khoan/cua-toi").status, 303, "the old session has ended")
    equal(caicach.browser().get(link).status, 404, "the address works once")
    notice = letters(box, 3)[2]
    check("Mật khẩu đã đổi" in notice["Subject"], f"the owner hears: {notice['Subject']}")
    check("/quen-mat-khau/" not in body(notice), "the notice opens nothing")
    equal(signs_in(caicach, PASSWORD)[1].status, 422, "the old password")
    browser, answer = signs_in(caicach, NEW_PASSWORD)
    equal(answer.location, STEP, "the telephone is asked for as ever")
    fields = browser.get(STEP).form(STEP)
    equal(browser.post(STEP, {**fields, "code": telephone.code()}).status, 303, "the code")
    equal(browser.get("/tai-khoan/cua-toi").status, 200, "in with both")
    equal(len(letters(box, 3)), 3, "nobody else got a letter")


def signs_in(caicach, password):
    browser = caicach.browser()
    fields = browser.get("/dang-nhap").form("/dang-nhap")
    fields.update(user_name="bao@songlam.example", password=password)
    return browser, browser.post("/dang-nhap", fields)


def letters(box, count):
    """As soon as there are so many."""
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        found = read(box)
        if len(found) >= count:
            return found
        time.sleep(0.2)
    check(False, f"letters in the box: {len(read(box))}, not {count}")
    return None


def body(letter):
    return letter.get_body(("plain",)).get_content()


def wait_for(browser, words):
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        page = browser.get("/thu-gui-di")
        if words in page.text:
            return page
        time.sleep(0.2)
    check(False, f"the list of letters never says: {words}\n{page.text[-3000:]}")
    return None


def read(box):
    check(pathlib.Path(box, "deferred").exists(), "the server said “later” once")
    return [
        email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        for path in sorted(pathlib.Path(box).glob("*.eml"))
    ]
