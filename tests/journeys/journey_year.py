"""A year of the province, from the signed plan to its end: every number is worked out twice.

On a clock that the journey sets: quotas, late ones, an amendment in May, a merger in July, work
handed on to a unit from March, an obstacle that is answered, a fact that is refused, an obligation
that is excused, own plans sent, returned, accepted and amended, work that one agency leads and
others perform, work that is only requested, a target, a budget line, a reminder. The boards must
say what year_ledger.py says."""
import csv
import datetime
import io
import re
import time

from house import check, equal
from journey_accounts import sign_in
from journey_reform import decides, page_of, sample
from journey_review import puts_in_force, settles, uploads
from year_ledger import (
    AMENDED_ON,
    BUDGET,
    DUTIES,
    GIVER,
    HANDED_ON_FROM,
    HEIR,
    MEASURED,
    MERGED,
    MERGER_DAY,
    OWN_PLANS,
    PUT_IN_FORCE_ON,
    REMINDED_ON,
    REQUESTED,
    UNIT,
    WITH_OFFICER,
    YEAR,
    Fact,
    last_of_month,
    made_facts,
    owed_in_year,
    state_of,
    sums,
)

ON_POSTGRES = True
CLERK = "nhap@songlam.example"
PASSWORD = "chuồn chuồn bay thấp thì mưa"
SETTINGS = ["--set", "identity.second_factor_roles=none"]
PROBLEMS = [
    "Chưa có nguồn chi nhuận bút",
    "Trang của sở đang chuyển máy chủ",
    "Chỉ còn một người viết bài",
]
PLAN = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM

Số: {number}/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Sông Lam, ngày {day} năm 2026

# KẾ HOẠCH

## Việc cải cách hành chính phải làm đều trong năm 2026

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Việc nào cũng có người làm, có ngày xong và đếm được.

II. NHIỆM VỤ

1. Đăng tin, bài về một cửa trên trang của cơ quan, ít nhất {articles} tin, bài/tháng.

* Cơ quan chủ trì: Các sở, ban, ngành.

* Thời gian thực hiện: Hàng tháng.

2. Phát tin về dịch vụ công trên loa truyền thanh của xã, mỗi tháng ít nhất 01 lượt phát.

* Cơ quan chủ trì: Ủy ban nhân dân các xã, phường.

* Thời gian thực hiện: Hàng tháng.

3. Gặp gỡ, đối thoại với người dân trong xã, tối thiểu 02 cuộc đối thoại/năm.

* Cơ quan chủ trì: Ủy ban nhân dân các xã, phường.

* Thời gian thực hiện: Trong năm 2026.

4. Gửi báo cáo cải cách hành chính về Sở Nội vụ định kỳ hàng quý, trước ngày 20 của tháng cuối quý.

* Cơ quan chủ trì: Các sở, ban, ngành.

5. Ban hành kế hoạch của cơ quan về cải cách hành chính trước ngày 31/3/2026.

* Cơ quan chủ trì: Các sở, ban, ngành.

6. Mở cuộc đối thoại với doanh nghiệp của ngành mình, ít nhất 02 cuộc đối thoại/năm.

* Cơ quan chủ trì: Các sở, ban, ngành.

* Thời gian thực hiện: Trong năm 2026.

7. Mở lớp tập huấn về một cửa cho cán bộ, tối thiểu 01 lớp tập huấn/năm.

* Cơ quan chủ trì: Sở Nội vụ.

* Cơ quan thực hiện: Ủy ban nhân dân các xã, phường.

* Thời gian thực hiện: Trong năm 2026.

8. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh vận động nộp hồ sơ trực tuyến trước ngày 30/6/2026.

III. CHỈ TIÊU

1. Tối thiểu 85% hồ sơ thủ tục hành chính của sở được nộp trực tuyến.

* Cơ quan chủ trì: Sở Tài chính.

Nơi nhận:

- Các sở, ban, ngành;

- Lưu: VT.

TM. ỦY BAN NHÂN DÂN

CHỦ TỊCH
"""


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
        text = server.browser().get("/co-quan/danh-muc.csv").body.decode("utf-8-sig")
        self.names = {row["Mã"]: row["Tên"] for row in csv.DictReader(io.StringIO(text))}
        kinds = {row["code"]: row["kind"] for row in sample("province.csv")}
        self.agencies = {code: kinds[code] for code in self.names if code in kinds}
        check({MERGED, HEIR} <= set(self.agencies), "who merges is there")

    def invites_clerk(self, server):
        administrator = server.browser("Quản trị")
        fields = administrator.get("/tai-khoan/them-moi").form("/tai-khoan")
        fields.update(
            name="Giáp Thị Ngần", user_name=CLERK, agency="SNV", role="agency_officer", branch="*"
        )
        slip = administrator.post("/tai-khoan", fields)
        equal(slip.status, 200, "the clerk's slip")
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
                self.hands_on(server)
                self.sends_own_plans(server)
            if month == 7:
                self.amends_own_plan(server)
            if month in {measured.day.month for measured in MEASURED}:
                self.measures(server, month)
            if month == 9:
                self.spends(server)
            if month == 4:
                self.excuses(server)
            if month == 10:
                self.refuses(server)
            if month == 5:
                self.raises_obstacles(server)
            if month == 6:
                self.answers_obstacle(server)
        if month in (4, 8):
            self.compares(last_of_month(month) + datetime.timedelta(days=1))
        if month == 6:
            self.compares(last_of_month(month))

    def brings(self, server, facts):
        clerk, answer = sign_in(server, CLERK, PASSWORD)
        equal(answer.status, 303, "the clerk signs in")
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

    def hands_on(self, server):
        """One article a month, of this month and of all later ones."""
        coordinator = self.browser(server, "Điều phối")
        query = f"co-quan={GIVER}&thang={HANDED_ON_FROM:%Y-%m}"
        page = coordinator.get(f"/theo-doi/{self.code(server)}/viec?{query}")
        task = next(
            link for link in page.links("/viec/") if "II.1" in self.title(coordinator, link)
        )
        form = coordinator.get(task + "/giao-tiep").form(task + "/giao-tiep")
        fields = {**form, "who": "chosen", "units": UNIT, "needed": "1", "later": "1"}
        equal(coordinator.post(task + "/giao-tiep", fields).status, 303, "handing on")

    def own_plan_task(self, browser, server, agency):
        """Where the agency's duty to have a plan of its own stands."""
        page = browser.get(f"/theo-doi/{self.code(server)}/viec?co-quan={agency}&thang={YEAR}-03")
        return next(link for link in page.links("/viec/") if "II.5" in self.title(browser, link))

    def sends_own_plans(self, server):
        """One is accepted at once; the other is returned, sent again and accepted."""
        clerk, _ = sign_in(server, CLERK, PASSWORD)
        coordinator = self.browser(server, "Điều phối")
        day = last_of_month(HANDED_ON_FROM.month - 1)
        for agency in OWN_PLANS:
            task = self.own_plan_task(coordinator, server, agency)
            self.own_plans[agency] = self.sends_own_plan(clerk, task, agency, "Viết bài mỗi tuần")
            self.facts.append(Fact(f"own-{agency}", agency, "Kế hoạch của cơ quan", day, 1))
        path = self.own_plans[OWN_PLANS[1]]
        form = coordinator.get(path).form(path + "/tra-lai")
        answer = coordinator.post(path + "/tra-lai", {**form, "reason": "Chưa phân công"})
        equal(answer.status, 303, "returning an own plan")
        task = self.own_plan_task(coordinator, server, OWN_PLANS[1])
        self.sends_own_plan(clerk, task, OWN_PLANS[1], "Phòng Tổ chức viết bài mỗi tuần")
        for path in self.own_plans.values():
            form = coordinator.get(path).form(path + "/chap-nhan")
            equal(coordinator.post(path + "/chap-nhan", form).status, 303, "accepting")

    def sends_own_plan(self, clerk, task, agency, activity):
        path = task + "/ke-hoach-rieng"
        form = clerk.get(path).form(path)
        first = next(name for name in sorted(form) if name.endswith("-activity"))
        fields = {
            **{name: value for name, value in form.items() if name != "document"},
            "form": "filed",
            "title": f"Kế hoạch số 5/KH-{agency}",
            first: activity,
        }
        answer = clerk.upload(
            path, fields, "document", "ke-hoach.pdf", b"%PDF-1.7 " + path.encode()
        )
        equal(answer.status, 303, f"sending an own plan: {answer.text[-800:]}")
        return answer.location

    def amends_own_plan(self, server):
        """Long after its day: it counts from the day on which it was sent first, nevertheless."""
        clerk, _ = sign_in(server, CLERK, PASSWORD)
        coordinator = self.browser(server, "Điều phối")
        agency = OWN_PLANS[0]
        task = self.own_plan_task(coordinator, server, agency)
        path = self.sends_own_plan(clerk, task, agency, "Viết bài mỗi ngày")
        equal(path, self.own_plans[agency], "an amendment is the same plan")
        form = coordinator.get(path).form(path + "/chap-nhan")
        equal(coordinator.post(path + "/chap-nhan", form).status, 303, "accepting an amendment")

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
                if rows:
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

    def measures(self, server, month):
        """The agency of the target states its parts and its whole, and where they stand."""
        clerk, _ = sign_in(server, CLERK, PASSWORD)
        board = f"/theo-doi/{self.code(server)}/chi-tieu"
        targets = self.browser(server, "Điều phối").get(board)
        target = next(
            link.partition("?")[0]
            for link in targets.links(f"/chi-tieu/{self.code(server)}/")
            if "/nhap" not in link
        )
        page = clerk.get(clerk.get(target).links(target + "/so-lieu")[0])
        for measured in MEASURED:
            if measured.day.month != month:
                continue
            form = page.form(target + "/so-lieu")
            fields = {
                **form,
                "numerator": str(measured.part),
                "denominator": str(measured.whole),
                "as_of": f"{measured.day:%d/%m/%Y}",
                "source": "Hệ thống một cửa",
            }
            answer = clerk.post(target + "/so-lieu", fields)
            equal(answer.status, 303, f"stating a measurement: {answer.text[-600:]}")

    def spends(self, server):
        """A line is estimated, appraised for less, and spent in two goes."""
        clerk, _ = sign_in(server, CLERK, PASSWORD)
        coordinator = self.browser(server, "Điều phối")
        path = f"/kinh-phi/moi/{self.code(server)}"
        form = clerk.get(path).form(path)
        fields = {**form, "title": "In tờ gấp", "source": "regular", "total": str(BUDGET.estimate)}
        answer = clerk.post(path, fields)
        equal(answer.status, 303, f"a budget line: {answer.text[-600:]}")
        line = answer.location
        form = coordinator.get(line).form(line + "/tham-dinh")
        fields = {**form, "amount": str(BUDGET.granted)}
        answer = coordinator.post(line + "/tham-dinh", fields)
        equal(answer.status, 303, f"an appraisal: {sorted(form)}")
        for amount in BUDGET.spent:
            form = clerk.get(line).form(line + "/chi")
            answer = clerk.post(
                line + "/chi", {**form, "spent": str(amount), "voucher": f"UNC {amount}"}
            )
            equal(answer.status, 303, f"spending: {sorted(form)} {answer.text[-600:]}")

    def looks_at_target_and_money(self, server):
        overseer = self.browser(server, "Theo dõi")
        board = f"/theo-doi/{self.code(server)}"
        (target,) = table(overseer, board + "/chi-tieu.csv")
        last = max(MEASURED, key=lambda measured: measured.day)
        found = [int(target["Tử số"]), int(target["Mẫu số"]), target["Tình trạng"]]
        equal(found, [last.part, last.whole, "Đạt"], "the target at the end of the year")
        check(100 * last.part >= 85 * last.whole, "it is reached by hand, too")
        (line,) = table(overseer, board + "/kinh-phi.csv")
        found = [int(line[f"{name} (đồng)"]) for name in ("Dự toán", "Mức thẩm định", "Đã chi")]
        equal(found, [BUDGET.estimate, BUDGET.granted, sum(BUDGET.spent)], "the budget line")

    def looks_at_own_plans(self, server):
        overseer = self.browser(server, "Theo dõi")
        board = f"/theo-doi/{self.code(server)}/ke-hoach-rieng"
        rows = table(overseer, board + ".csv")
        accepted = {row["Cơ quan"] for row in rows if row["Tình trạng"] == "Đã chấp nhận"}
        equal(accepted, {self.names[agency] for agency in OWN_PLANS}, "own plans accepted")
        said = {
            row["Cơ quan"]: row["Nhiệm vụ, hoạt động"]
            for row in table(overseer, board + "/noi-dung.csv")
        }
        wanted = ["Viết bài mỗi ngày", "Phòng Tổ chức viết bài mỗi tuần"]
        equal(said, dict(zip(map(self.names.get, OWN_PLANS), wanted)), "what own plans say")

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

    def looks_at_parts(self, server):
        """The giver's own list has what the unit did; the boards of the province do not know it."""
        coordinator = self.browser(server, "Điều phối")
        answer = coordinator.get(f"/viec/da-giao.csv?co-quan={GIVER}&nam={YEAR}")
        rows = list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))
        equal({row["Đơn vị"] for row in rows}, {self.names[UNIT]}, "who was given work")
        equal(len(rows), 13 - HANDED_ON_FROM.month, "parts")
        did = sum(fact.quantity for fact in self.facts if fact.agency == UNIT)
        equal(sum(int(row["Đã làm"]) for row in rows), did, "what the unit did")
        page = coordinator.get(f"/theo-doi/{self.code(server)}/viec?co-quan={UNIT}")
        check(not page.links("/viec/"), "no part stands in a list of the province")

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
        query = f"co-quan={owed.agency}&thang={YEAR}-03&tinh-trang=overdue"
        page = coordinator.get(f"/theo-doi/{self.code(server)}/viec?{query}")
        link = next(
            link for link in page.links("/viec/") if "II.1" in self.title(coordinator, link)
        )
        form = coordinator.get(link).form(link + "/mien")
        answer = coordinator.post(link + "/mien", {**form, "reason": "Trang thông tin bị hỏng"})
        equal(answer.status, 303, "excusing")
        owed.is_excused = True

    @staticmethod
    def title(browser, link):
        return re.search(r"<title>([^<]+)", browser.get(link).text)[1]

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

    def raises_obstacles(self, server):
        """Of three agencies whose articles of May are still missing."""
        coordinator = self.browser(server, "Điều phối")
        clerk, _ = sign_in(server, CLERK, PASSWORD)
        today = last_of_month(5)
        owed_now = [x for x in self.owed if x.duty.path == "II.1" and x.due == today]
        missing = [x.agency for x in owed_now if not state_of(x, self.facts, today)]
        for agency, problem in zip(missing, PROBLEMS):
            query = f"co-quan={agency}&thang={YEAR}-05"
            page = coordinator.get(f"/theo-doi/{self.code(server)}/viec?{query}")
            task = next(
                link for link in page.links("/viec/") if "II.1" in self.title(coordinator, link)
            )
            form = clerk.get(task + "/vuong-mac").form(task + "/vuong-mac")
            fields = {**form, "kind": "money", "problem": problem, "wish": "Xin ý kiến"}
            answer = clerk.post(task + "/vuong-mac", fields)
            equal(answer.status, 303, f"raising an obstacle of {agency}")
            self.obstacles[agency] = (answer.location, problem, "Chờ điều phối trả lời")
        equal(len(self.obstacles), len(PROBLEMS), "obstacles raised")

    def answers_obstacle(self, server):
        """The coordinator answers the first; its agency says that this is enough."""
        agency, (path, problem, _) = next(iter(self.obstacles.items()))
        coordinator = self.browser(server, "Điều phối")
        form = coordinator.get(path).form(path + "/tra-loi")
        answer = coordinator.post(path + "/tra-loi", {**form, "text": "Dùng kinh phí chi thường"})
        equal(answer.status, 303, "answering")
        clerk, _ = sign_in(server, CLERK, PASSWORD)
        page = clerk.get(path)
        check("Dùng kinh phí chi thường" in page.text, "the agency reads the answer")
        answer = clerk.post(path + "/khep", {**page.form(path + "/khep"), "closing": "Đã rõ"})
        equal(answer.status, 303, "closing")
        self.obstacles[agency] = (path, problem, "Đã khép lại")

    def ends(self):
        today = datetime.date(YEAR + 1, 1, 4)
        self.compares(today)
        with self.on(today) as server:
            self.looks_at_parts(server)
            self.looks_at_own_plans(server)
            self.looks_at_requested(server)
            self.looks_at_target_and_money(server)

    def compares(self, today):
        """Every table of the board against the ledger."""
        with self.on(today) as server:
            overseer = self.browser(server, "Theo dõi")
            board = f"/theo-doi/{self.code(server)}/bang.csv?bang="
            by_agency = sums(self.owed, self.facts, today, lambda owed: self.names[owed.agency])
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
            listed = obstacles_of(overseer, f"/theo-doi/{self.code(server)}/vuong-mac.csv")
            wanted = {
                (self.names[agency], problem, state)
                for agency, (_, problem, state) in self.obstacles.items()
            }
            equal(listed, wanted, f"obstacles on {today}")
            check(len(by_item) == len(DUTIES) or today < last_of_month(12), "every duty is in it")


def duty_of(fact):
    """What is made for one duty names it: another plan in force asks for such a thing, too."""
    path = {"Báo cáo": "II.4", "Kế hoạch của cơ quan": "II.5"}.get(fact.product)
    return f"77/KH-UBND {path}" if path else ""


def table(browser, path):
    answer = browser.get(path)
    equal(answer.status, 200, path)
    return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))


def numbers(browser, path):
    """Name -> what `sums` of the ledger says, of a table."""
    rows = table(browser, path)
    columns = ["Phải xong", "Đúng hạn", "Muộn", "Quá hạn", "Được miễn", "Trong kỳ: đã xong",
               "Trong kỳ: còn thiếu"]  # fmt: skip
    return {next(iter(row.values())): [int(row[name]) for name in columns] for row in rows}


def obstacles_of(browser, path):
    rows = table(browser, path)
    return {(row["Cơ quan nêu"], row["Khó khăn, vướng mắc"], row["Tình trạng"]) for row in rows}


def without_nothing(table):
    return {name: row for name, row in table.items() if any(row)}
