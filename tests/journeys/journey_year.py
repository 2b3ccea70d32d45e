"""A year of the province, from the signed plan to its end: every number is worked out twice.

On a clock that the journey sets: quotas, late ones, an amendment in May, a merger in July, work
handed on to a unit from March, parts proposed to others of which one is agreed and one refused, an
obstacle that is answered, a fact that is refused, an obligation that is excused, own plans sent,
returned, accepted and amended, work that one agency leads and others perform, work that is only
requested, a target, a budget line, a reminder. The boards must say what year_ledger.py says."""
import csv
import datetime
import io
import re
import time

import year_numbers
import year_obstacles
import year_own_plans
import year_parts
import year_proposals
from house import check, equal
from journey_accounts import sign_in
from journey_reform import decides, page_of, sample
from journey_review import puts_in_force, settles, uploads
from tables import table
from year_ledger import (
    AMENDED_ON,
    DUTIES,
    HANDED_ON_FROM,
    HEIR,
    MEASURED,
    MERGED,
    MERGER_DAY,
    PUT_IN_FORCE_ON,
    REMINDED_ON,
    REQUESTED,
    WITH_OFFICER,
    YEAR,
    last_of_month,
    made_facts,
    owed_in_year,
    state_of,
    sums,
)
from year_plan import PLAN

ON_POSTGRES = True
CLERK = "nhap@songlam.example"
PASSWORD = "chuồn chuồn bay thấp thì mưa"
SETTINGS = ["--set", "identity.second_factor_roles=none"]


def journey(house):
    data = house.sample()
    year = Year(house, data)
    year.begins()
    for month in range(1, 13):
        year.passes(month)
    year.ends()
    house.check_data(data)
    house.must("audit", "verify", "--data", data, *house.settings(data))


def patiently(browser, path, form):
    """While others write for long, pages say "busy, again in a moment", and people do so."""
    for _ in range(5):
        answer = browser.post(path, form)
        if answer.status != 503:
            break
        time.sleep(1)
    return answer


class Year:
    def __init__(self, house, data):
        self.house, self.data = house, data
        self.facts, self.excused = [], []
        self.agencies, self.names, self.public = {}, {}, ""
        self.signed_in = {}
        self.own_plans = {}  # agency -> its page
        self.obstacles = {}  # agency -> its page, what stands in the way, its state

    def browser(self, server, role):
        """Links work once: whoever signed in with one goes on."""
        if self.signed_in.get("server") is not server:
            self.signed_in = {"server": server}
        if role not in self.signed_in:
            self.signed_in[role] = server.browser(role)
        return self.signed_in[role]

    def clerk(self, server):
        return self.person(server, CLERK)

    def person(self, server, user_name):
        """Somebody who was invited."""
        browser, answer = sign_in(server, user_name, PASSWORD)
        equal(answer.status, 303, "signing in with a password")
        return browser

    def task_of(self, server, agency, path, month, state=""):
        """Where the duty of an agency stands, found in the coordinator's list as people find it."""
        coordinator = self.browser(server, "Điều phối")
        query = f"co-quan={agency}&thang={month}" + (f"&tinh-trang={state}" if state else "")
        page = coordinator.get(f"/theo-doi/{self.code(server)}/viec?{query}")
        return next(link for link in page.links("/viec/") if path in title(coordinator, link))

    def on(self, day, hour=9):
        """The server on that day; at nine in the morning in Vietnam."""
        return self.house.serve(self.data, *SETTINGS, clock=f"{day} {hour - 7:02}:00:00")

    def begins(self):
        with self.on(PUT_IN_FORCE_ON) as server:
            self.take_directory(server)
            self.invites_clerk(server)
            coordinator = server.browser("Điều phối")
            text = PLAN.format(number=77, day="22 tháng 01", articles="02")
            draft = uploads(coordinator, "ke-hoach.md", text.encode())
            settles(coordinator, draft)
            self.public = puts_in_force(coordinator, draft)
        self.owed = owed_in_year(self.agencies)

    def take_directory(self, server):
        directory = table(server.browser(), "/co-quan/danh-muc.csv")
        self.names = {row["Mã"]: row["Tên"] for row in directory}
        kinds = {row["code"]: row["kind"] for row in sample("province.csv")}
        self.agencies = {code: kinds[code] for code in self.names if code in kinds}
        check({MERGED, HEIR} <= set(self.agencies), "who merges is there")

    def invites_clerk(self, server):
        self.invites(
            server, CLERK, name="Giáp Thị Ngần", agency="SNV", role="agency_officer", branch="*"
        )

    def invites(self, server, user_name, **person):
        """Who is let in chooses a password at once."""
        administrator = self.browser(server, "Quản trị")
        fields = administrator.get("/tai-khoan/them-moi").form("/tai-khoan")
        slip = administrator.post("/tai-khoan", {**fields, "user_name": user_name, **person})
        equal(slip.status, 200, "the slip of who is invited")
        link = "/" + re.search(r"<code>[^<]*?://[^/]+/([^<]+)</code>", slip.text)[1]
        browser = server.browser()
        fields = browser.get(link).form(link)
        answer = browser.post(link, {**fields, "password": PASSWORD, "password_again": PASSWORD})
        equal(answer.status, 303, "choosing a password")

    def passes(self, month):
        """Facts are brought on the last evening of the month; what it has besides, before."""
        if month == AMENDED_ON.month:
            self.amends()
        if month == MERGER_DAY.month - 1:
            self.merges()
        if month == REMINDED_ON.month:
            self.reminds()
        facts = made_facts(self.agencies, month)
        with self.on(last_of_month(month), hour=20) as server:
            self.brings(server, facts)
            self.facts += facts
            if month == HANDED_ON_FROM.month - 1:
                year_parts.hand_on(self, server)
                year_own_plans.send_all(self, server)
            if month == 7:
                year_own_plans.amend(self, server)
            if month in {measured.day.month for measured in MEASURED}:
                year_numbers.measure(self, server, month)
            if month == 9:
                year_numbers.spend(self, server)
                year_proposals.propose_two(self, server)
            if month == 4:
                self.excuses(server)
            if month == 10:
                self.refuses(server)
            if month == 5:
                year_obstacles.raise_three(self, server)
            if month == 6:
                year_obstacles.answer_first(self, server)
        if month in (4, 8):
            self.compares(last_of_month(month) + datetime.timedelta(days=1))
        if month == 6:
            self.compares(last_of_month(month))

    def brings(self, server, facts):
        clerk = self.clerk(server)
        sheet = io.StringIO()
        writer = csv.writer(sheet)
        writer.writerow(["Mã", "Cơ quan", "Loại sản phẩm", "Đã làm gì", "Ngày làm xong",
                         "Số lượng", "Địa chỉ trang đã đăng", "Việc"])  # fmt: skip
        for fact in facts:
            writer.writerow([fact.code, fact.agency, fact.product, f"Việc {fact.code}",
                             f"{fact.day:%d/%m/%Y}", fact.quantity,
                             f"https://songlam.example/{fact.code}",
                             duty_of(fact)])  # fmt: skip
        fields = {"csrf": clerk.get("/minh-chung/nhap").csrf()}
        content = sheet.getvalue().encode("utf-8-sig")
        answer = clerk.upload("/minh-chung/nhap", fields, "file", "thang.csv", content)
        equal(answer.status, 303, f"a month's table: {answer.text[-1500:]}")
        form = clerk.get(answer.location).form(answer.location)
        equal(patiently(clerk, answer.location, form).status, 303, "the table is taken over")

    def amends(self):
        with self.on(AMENDED_ON) as server:
            coordinator = server.browser("Điều phối")
            text = PLAN.format(number=77, day="22 tháng 01", articles="03")
            draft = uploads(coordinator, "ke-hoach-sua.md", text.encode(), self.code(server))
            changes = coordinator.get(draft + "/thay-doi")
            check("03 tin, bài/tháng" in changes.text, "what the amendment changes is shown")
            answer = coordinator.post(draft + "/thay-doi", changes.form(draft + "/thay-doi"))
            equal(answer.status, 303, "the changes are accepted")
            settles(coordinator, draft)
            equal(puts_in_force(coordinator, draft), self.public, "the address stays")

    def code(self, server):
        plans = server.browser().get("/api/v1/plans").json()["items"]
        return next(plan["code"] for plan in plans if plan["page"] == self.public)

    def merges(self):
        with self.on(MERGER_DAY - datetime.timedelta(days=7)) as server:
            decision = {
                "day": MERGER_DAY.isoformat(), "kind": "merge", "subject": HEIR, "others": MERGED,
                "names_to": "", "name": "", "short_name": "",
                "document": "Nghị quyết số 41/NQ-HĐND ngày 20/06/2026",
            }  # fmt: skip
            names = {code: {"name": name} for code, name in self.names.items()}
            decides(server.browser("Điều phối"), decision, names)

    def reminds(self):
        """Two working days before plans of one's own are due: who has none yet is told, once."""
        told = f"{REMINDED_ON:%d/%m/%Y}"
        with self.on(REMINDED_ON) as server:
            overseer = server.browser("Theo dõi")
            path = f"/theo-doi/{self.code(server)}/nhac-viec.csv"
            for _ in range(200):
                rows = [
                    row
                    for row in table(overseer, path)
                    if row["Việc"].startswith("II.5.")
                    and row["Vì sao"] == "Còn 2 ngày làm việc"
                    and told in row["Lúc"]
                ]
                if self.names[WITH_OFFICER] in {row["Cơ quan"] for row in rows}:
                    break
                time.sleep(0.1)
            told_of = {row["Cơ quan"] for row in rows}
            owing = {
                self.names[owed.agency]
                for owed in self.owed
                if owed.duty.path == "II.5" and not state_of(owed, self.facts, REMINDED_ON)
            }
            check(told_of <= owing, f"who has one already is told of it: {told_of - owing}")
            check(self.names[WITH_OFFICER] in told_of, "whose officers owe one are told")
            equal(len({(row["Ai"], row["Cơ quan"]) for row in rows}), len(rows), "told once")

    def looks_at_requested(self, server):
        """Nobody did it, its day is long over, and nobody is late."""
        overseer = self.browser(server, "Theo dõi")
        code = self.code(server)
        page = overseer.get(f"/theo-doi/{code}/viec?co-quan={REQUESTED}")
        tasks = page.links("/viec/")
        equal(len(set(tasks)), 1, "what is requested stands in the list")
        check("không bị tính là muộn" in overseer.get(tasks[0]).text, "its page says so")
        late = overseer.get(f"/theo-doi/{code}/viec?co-quan={REQUESTED}&tinh-trang=overdue")
        check(not late.links("/viec/"), "what is requested is never overdue")

    def excuses(self, server):
        """One that is overdue since March: its agency sent nothing, and had a reason."""
        today = last_of_month(4) + datetime.timedelta(days=1)
        coordinator = self.browser(server, "Điều phối")
        owed = next(
            owed
            for owed in self.owed
            if owed.duty.path == "II.1"
            and owed.due == last_of_month(3)
            and sums([owed], self.facts, today, lambda _: "")[""][3]
        )
        link = self.task_of(server, owed.agency, "II.1", f"{YEAR}-03", state="overdue")
        form = coordinator.get(link).form(link + "/mien")
        answer = coordinator.post(link + "/mien", {**form, "reason": "Trang thông tin bị hỏng"})
        equal(answer.status, 303, "excusing")
        owed.is_excused = True

    def refuses(self, server):
        """The first fact of May: its link leads nowhere."""
        fact = next(fact for fact in self.facts if fact.code == "05-001")
        coordinator = self.browser(server, "Điều phối")
        agency = page_of(coordinator, self.names[fact.agency]).rpartition("/")[2]
        day = f"{fact.day:%d/%m/%Y}"
        page = coordinator.get(f"/minh-chung?co-quan={agency}&tu={day}&den={day}")
        found = re.search(rf'href="(/minh-chung/[^"/]+)"[^>]*>Việc {fact.code}<', page.text)
        check(found, "the fact stands in the list")
        form = coordinator.get(found[1]).form(found[1] + "/tu-choi")
        answer = coordinator.post(found[1] + "/tu-choi", {**form, "text": "Trang không mở được"})
        equal(answer.status, 303, "refusing")
        fact.is_refused = True

    def ends(self):
        today = datetime.date(YEAR + 1, 1, 4)
        self.compares(today)
        with self.on(today) as server:
            year_parts.look(self, server)
            year_proposals.look(self, server)
            year_own_plans.look(self, server)
            self.looks_at_requested(server)
            year_numbers.look(self, server)

    def name_of(self, agency, today):
        """As boards name it: with who answers for it now."""
        heir = f" (nay: {self.names[HEIR]})"
        return self.names[agency] + (heir if agency == MERGED and today >= MERGER_DAY else "")

    def compares(self, today):
        """Every table of the board against the ledger."""
        with self.on(today) as server:
            overseer = self.browser(server, "Theo dõi")
            board = f"/theo-doi/{self.code(server)}/bang.csv?bang="
            by_agency = sums(
                self.owed, self.facts, today, lambda owed: self.name_of(owed.agency, today)
            )
            by_month = sums(self.owed, self.facts, today, lambda owed: f"{owed.due:%m/%Y}")
            by_item = sums(self.owed, self.facts, today, lambda owed: owed.duty.path)
            whole = sums(self.owed, self.facts, today, lambda _: "")[""]
            agencies = numbers(overseer, board + "co-quan")
            equal(agencies.pop("Tất cả cơ quan"), whole, f"all agencies on {today}")
            equal(without_nothing(agencies), by_agency, f"by agency on {today}")
            months = {
                re.search(r"\d+/\d+", name)[0].zfill(7): row
                for name, row in numbers(overseer, board + "thang").items()
            }
            equal(without_nothing(months), by_month, f"by month on {today}")
            items = {
                name.partition(". ")[0]: row
                for name, row in numbers(overseer, board + "muc").items()
            }
            equal(without_nothing(items), by_item, f"by item on {today}")
            listed = year_obstacles.listed(overseer, f"/theo-doi/{self.code(server)}/vuong-mac.csv")
            wanted = {
                (self.name_of(agency, today), problem, state)
                for agency, (_, problem, state) in self.obstacles.items()
            }
            equal(listed, wanted, f"obstacles on {today}")
            check(len(by_item) == len(DUTIES) or today < last_of_month(12), "every duty is in it")


def title(browser, link):
    return re.search(r"<title>([^<]+)", browser.get(link).text)[1]


def duty_of(fact):
    """What is made for one duty names it: another plan in force asks for such a thing, too."""
    return f"77/KH-UBND {fact.path}" if fact.path else ""


def numbers(browser, path):
    """Name -> what `sums` of the ledger says, of a table."""
    rows = table(browser, path)
    columns = ["Phải xong", "Đúng hạn", "Muộn", "Quá hạn", "Được miễn", "Trong kỳ: đã xong",
               "Trong kỳ: còn thiếu"]  # fmt: skip
    return {next(iter(row.values())): [int(row[name]) for name in columns] for row in rows}


def without_nothing(table):
    return {name: row for name, row in table.items() if any(row)}
