"""A year of communication: the channels do the work, and no fact of the plan is typed in.

On a clock that the journey sets. An officer of a department and its head do what the plan asks of
them, month by month, through the pages of the channels alone; at the end every task of the plan is
done in time, and nobody opened the form for facts."""
import datetime

from communication_plan import PLAN
from house import check, equal
from journey_review import puts_in_force, settles, uploads
from journey_year import Year, last_of_month, numbers

ON_POSTGRES = True
BEGINS = datetime.date(2026, 1, 20)
OFFICER, HEAD = "vien.chuc@songlam.example", "truong@songlam.example"
AGENCY = "SYT"
KINDS = {
    "newsroom.article_sent",
    "newsroom.article_published",
    "channel.newsletter_sent",
    "channel.placed_tv_talk",
    "channel.infographic_published",
}
TALKS = {5, 10}


def journey(house):
    year = Communication(house, house.sample())
    year.begins()
    for month in range(1, 13):
        year.passes(month)
    year.ends()
    house.check_data(year.data)


class Communication(Year):
    def begins(self):
        with self.on(BEGINS) as server:
            self.invites(server, OFFICER, name="Lò Thị Ban", agency=AGENCY, role="agency_officer")
            self.invites(server, HEAD, name="Mạc Văn Tải", agency=AGENCY, role="agency_head")
            coordinator = self.browser(server, "Điều phối")
            draft = uploads(coordinator, "truyen-thong.md", PLAN.encode())
            settles(coordinator, draft)
            self.public = puts_in_force(coordinator, draft)
        self.before = set(self.recorded())

    def passes(self, month):
        with self.on(datetime.date(2026, month, 23)) as server:
            people = {
                "officer": self.person(server, OFFICER),
                "head": self.person(server, HEAD),
                "board": self.browser(server, "Điều phối"),
            }
            article = publishes_article(people, month)
            sends_newsletter(people, month, article)
            if month in TALKS:
                logs_talk(people, month)
            if month % 3 == 2:
                publishes_infographic(people, month)

    def ends(self):
        today = last_of_month(12) + datetime.timedelta(days=4)
        with self.on(today) as server:
            overseer = self.browser(server, "Theo dõi")
            items = numbers(overseer, f"/theo-doi/{self.code(server)}/bang.csv?bang=muc")
            for name, row in items.items():
                asked, in_time, late, overdue, *_ = row
                if not asked:
                    continue
                equal((in_time, late, overdue), (asked, 0, 0), f"done in time: {name}")
            done = [name for name, row in items.items() if row[0]]
            equal(len(done), PLAN.count("\n* Cơ quan chủ trì"), f"tasks that were owed: {done}")
        mine = set(self.recorded()) - self.before
        typed = [fact for fact in mine if fact[1] != "0"]
        check(not typed, f"facts that somebody typed in: {typed}")
        equal({fact[0] for fact in mine}, KINDS, "the channels that brought facts")

    def recorded(self):
        """By kind and whether a person typed them in."""
        return self.house.rows(self.data, "SELECT kind, is_typed, code FROM evidence_fact")


def press(person, path, below, **more):
    """Presses the button of the page that posts to what lies below it."""
    action = f"{path}/{below}"
    answer = person.post(action, {**person.get(path).form(action), **more})
    equal(answer.status, 303, action)
    return answer


def publishes_article(people, month):
    """Sent in before the 25th; the board publishes. Gives its public name."""
    officer = people["officer"]
    form = officer.get("/toa-soan/moi").form("/toa-soan")
    answer = officer.post(
        "/toa-soan",
        {
            **form,
            "section": "result",
            "title": f"Một cửa tháng {month}",
            "summary": "Trạm y tế trả kết quả tại nhà.",
            "body": "Trạm y tế **trả kết quả** tại nhà cho người già.",
        },
    )
    equal(answer.status, 303, "an article is begun")
    press(officer, answer.location, "gui")
    press(people["board"], answer.location, "duyet")
    return officer.get(answer.location).links("/tin-bai/")[0].rpartition("/")[2]


def sends_newsletter(people, month, article):
    officer = people["officer"]
    form = officer.get("/soan-ban-tin").form("/soan-ban-tin")
    answer = officer.post("/soan-ban-tin", {**form, "title": f"Bản tin tháng {month}"})
    equal(answer.status, 303, "an issue is begun")
    press(officer, answer.location, "bai", article=article)
    press(officer, answer.location, "gui")
    press(people["head"], answer.location, "duyet")


def logs_talk(people, month):
    """What was on television is logged on the day, with the station's page as proof."""
    officer = people["officer"]
    form = officer.get("/nhat-ky-dang-phat/moi").form("/nhat-ky-dang-phat")
    answer = officer.post(
        "/nhat-ky-dang-phat",
        {
            **form,
            "kind": "tv_talk",
            "outlet": "Đài Sông Lam",
            "adds_outlet": "1",
            "title": f"Hỏi đáp một cửa tháng {month}",
            "minutes": "20",
            "link": f"https://dai.songlam.example/toa-dam/{month}",
        },
    )
    equal(answer.status, 303, "a talk is logged")


def publishes_infographic(people, month):
    officer = people["officer"]
    form = officer.get("/soan-do-hoa").form("/soan-do-hoa")
    answer = officer.post(
        "/soan-do-hoa",
        {
            **form,
            "shape": "ap-phich-a4",
            "palette": "lam",
            "title": f"Đăng ký khám từ xa, quý {(month + 2) // 3}",
            "kind": "steps",
            "body": "Đăng nhập: VNeID\nChọn giờ\nGửi",
            "address": "/tin-bai",
        },
    )
    equal(answer.status, 303, "a poster is begun")
    press(officer, answer.location, "gui")
    press(people["head"], answer.location, "duyet")
