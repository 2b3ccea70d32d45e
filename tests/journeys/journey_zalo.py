"""A reminder by Zalo: from the rule to a stand-in of Zalo's own door, with consent, after a night.

Without consent nothing goes to a private telephone. With it, what is late is told by Zalo and by
SMS, by each when its own quiet hours are over, and once however often the server starts. Zalo
says when it reached the telephone, in its own signed words; nobody else's are believed."""
import calendar
import hashlib
import http.server
import json
import pathlib
import re
import tempfile
import threading
import time
import urllib.parse

from house import ROOT, check, equal

ON_POSTGRES = True
WAIT_SECONDS = 45
OFFICER = "Cán bộ cơ quan"
NUMBER, FORM = "84987654321", "287311"
APPLICATION, OA_SECRET = "4711", "khoa-bi-mat-cua-OA"
SUNDAY, DUE_DAY, LATE_DAY = "2026-12-13", "2026-12-14", "2026-12-15"
NO_CONSENT = "notification.reason.no_consent"
LIMITS = ROOT / "data/reference/message_limits.csv"
RULES = ROOT / "data/reference/reminder_rules.csv"
MESSAGES = """SELECT channel, status, error FROM notification_message
               WHERE template_key = 'reminder.due'
                     AND channel IN ('zalo', 'sms') ORDER BY channel"""


def journey(house):
    data = house.sample()
    own_policy(pathlib.Path(data, "reference"))
    pathlib.Path(data, "zalo_oa_secret").write_text(OA_SECRET + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, Doors() as doors:
        at = lambda day, hour: house.serve(  # noqa: E731
            data, *settings(folder, doors), clock=f"{day} {hour - 7:02}:00:00"
        )
        with at(SUNDAY, 10) as server:
            approves_form(server.browser("Quản trị"))
            gives_number(server.browser(OFFICER), doors)
        with at(DUE_DAY, 10) as server:
            held = [("sms", "cancelled", NO_CONSENT), ("zalo", "cancelled", NO_CONSENT)]
            settles(house, data, held, "on the last day, without consent")
            consents(server.browser(OFFICER))
        equal(doors.forms, [], "forms that Zalo got without consent")
        with at(LATE_DAY, 8):
            settles(house, data, [*held, ("sms", "sent", "")], "by SMS after its night", waits=1)
            equal(doors.forms, [], "forms that Zalo got in its quiet hours")
        with at(LATE_DAY, 10) as server:
            sent = [("sms", "sent", ""), ("zalo", "sent", "")]
            settles(house, data, [*held, *sent], "after Zalo's quiet hours, too")
            arrives(server.browser(), doors.forms[0]["tracking_id"])
            reached = [("sms", "sent", ""), ("zalo", "delivered", "")]
            settles(house, data, [*held, *reached], "when it has reached the telephone")
    equal(len(doors.forms), 1, "forms that Zalo got")
    is_right(doors.forms[0])
    texts = [text for number, text in doors.texts if "viec" in text and number == NUMBER]
    equal(len(texts), 1, f"reminders by SMS: {doors.texts}")
    house.check_data(data)


def own_policy(folder):
    """On the last day telephones are told as well, and Zalo is quiet until nine."""
    folder.mkdir()
    rules = RULES.read_text(encoding="utf-8")
    changed = re.sub(r"(?m)^(due_day;.*;officer;in_app email);", r"\1 sms zalo;", rules)
    check(changed != rules, "the rule of the last day")
    (folder / RULES.name).write_text(changed, encoding="utf-8")
    limits = LIMITS.read_text(encoding="utf-8")
    changed = re.sub(r"(?m)^(zalo;.*;1260);420;", r"\1;540;", limits)
    check(changed != limits, "the quiet hours of Zalo")
    (folder / LIMITS.name).write_text(changed, encoding="utf-8")


def settings(folder, doors):
    secrets = pathlib.Path(folder)
    for name, secret in (("app", "bi-mat"), ("refresh", "r0"), ("sms", "x")):
        (secrets / name).write_text(secret + "\n")
    origin = f"http://127.0.0.1:{doors.port}"
    return [
        "--set", f"zalo.app_id={APPLICATION}",
        "--set", f"zalo.app_secret_file={secrets / 'app'}",
        "--set", f"zalo.refresh_token_file={secrets / 'refresh'}",
        "--set", f"zalo.token_url={origin}/token",
        "--set", f"zalo.message_url={origin}/message",
        "--set", "zalo.price=200",
        "--set", "zalo.daily_max=100000",
        "--set", f"sms.url={origin}/cgi-bin/sendsms",
        "--set", "sms.user=cchc",
        "--set", f"sms.password_file={secrets / 'sms'}",
        "--set", "sms.sender=CCHC",
        "--set", "sms.price=300",
        "--set", "sms.daily_max=100000",
    ]  # fmt: skip


def approves_form(administrator):
    path = "/mau-tin/reminder.due.zalo"
    fields = administrator.get(path).form(path)
    fields["provider_template"] = FORM
    fields.pop("preview", None)
    equal(administrator.post(path, fields).status, 303, "the number of the form")


def gives_number(officer, doors):
    path = "/thong-bao/cach-nhan"
    fields = officer.get(path).form(path)
    equal(officer.post(path, {**fields, "number": "0987654321"}).status, 303, "a number")
    waits_for(lambda: doors.texts, "the code by SMS")
    code = re.search(r"la (\d{6}),", doors.texts[0][1])[1]
    fields = officer.get(path).form(path + "/ma")
    equal(officer.post(path + "/ma", {**fields, "code": code}).status, 303, "the code")


def consents(officer):
    path = "/tai-khoan/cua-toi/du-lieu/dong-y"
    fields = officer.get("/tai-khoan/cua-toi/du-lieu").form(path)
    equal(fields["purpose"], "personal_contact", "what is asked first")
    answer = officer.post(path, {**fields, "given": "1"})
    equal(answer.status, 303, "the consent")


def arrives(zalo, tracking_id):
    """As Zalo's documentation has it, twice, as it does where the first answer was late."""
    at = str(calendar.timegm(time.strptime(LATE_DAY, "%Y-%m-%d")) * 1000 + 3 * 3_600_000)
    event = {
        "sender": {"id": "2893352839501541173"},
        "recipient": {"id": NUMBER},
        "event_name": "user_received_message",
        "message": {"delivery_time": at, "msg_id": "m1", "tracking_id": tracking_id},
        "app_id": APPLICATION,
        "timestamp": at,
    }
    body = json.dumps(event)

    def says(secret):
        mac = hashlib.sha256((APPLICATION + body + at + secret).encode()).hexdigest()
        headers = {"Content-Type": "application/json", "X-ZEvent-Signature": "mac=" + mac}
        return zalo.send("POST", "/zalo/su-kien", body, headers).status

    equal(says("bi-mat"), 404, "an event signed with another key")
    equal([says(OA_SECRET), says(OA_SECRET)], [200, 200], "the event, and once more")
    too_long = zalo.send("POST", "/zalo/su-kien", " " * 17_000, {"Content-Type": "text/plain"})
    equal(too_long.status, 413, "an event without end")


def settles(house, data, wanted, what, waits=0):
    """As soon as all stand so; `waits` more wait for their hour."""
    found = []

    def is_so():
        found[:] = [tuple(row) for row in house.rows(data, MESSAGES)]
        over = sorted(row for row in found if row[1] != "created")
        return over == sorted(wanted) and len(found) == len(wanted) + waits

    waits_for(is_so, f"{what}: {wanted}", found)


def waits_for(is_so, what, found=""):
    end = time.monotonic() + WAIT_SECONDS
    while not is_so():
        check(time.monotonic() < end, f"never so: {what}, but {found}")
        time.sleep(0.2)


def is_right(form):
    equal(form["phone"], NUMBER, "the number")
    equal(form["template_id"], FORM, "the form")
    filled = form["template_data"]
    names = {"nguoi", "tom_tat", "so_viec", "viec", "han", "trang"}
    equal(set(filled), names, "what fills the form")
    check(int(filled["so_viec"]) > 0, f"the number of duties: {filled}")
    check("quá hạn" in filled["tom_tat"], f"it says that work is overdue: {filled}")
    check(form["tracking_id"], "the message has a name of ours")


class Doors:
    """Zalo's doors for tokens and messages, by its documentation of ZNS, and a sendsms."""

    def __init__(self):
        self.forms, self.texts, self.renewals = [], [], 0

    def __enter__(self):
        doors = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                answer = doors.renewed if self.path == "/token" else doors.taken
                self.says(200, json.dumps(answer(self.headers, body)))

            def do_GET(self):
                query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))
                doors.texts.append((query["to"], query["text"]))
                self.says(202, "0: Accepted for delivery")

            def says(self, status, text):
                self.send_response(status)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def renewed(self, headers, body):
        """Each refresh token opens once, and brings the next."""
        fields = dict(urllib.parse.parse_qsl(body))
        is_known = fields.get("refresh_token") == f"r{self.renewals}"
        if headers.get("secret_key") != "bi-mat" or not is_known:
            return {"error": -14014, "error_name": "Invalid refresh token"}
        self.renewals += 1
        names = {"access_token": f"a{self.renewals}", "refresh_token": f"r{self.renewals}"}
        return {**names, "expires_in": "90000"}

    def taken(self, headers, body):
        if headers.get("access_token") != f"a{self.renewals}":
            return {"error": -124, "message": "Access token invalid"}
        self.forms.append(json.loads(body))
        return {"error": 0, "message": "Success", "data": {"msg_id": f"m{len(self.forms)}"}}
