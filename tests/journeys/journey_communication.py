"""A year of communication: the channels do the work, and no fact of the plan is typed in.

On a clock that the journey sets. An officer of a department and its head do what the plan asks of
them, month by month, through the pages of the channels alone; at the end every task of the plan is
done in time, and nobody opened the form for facts."""
import datetime
import time

from communication_plan import PLAN
from house import check, equal
from journey_review import puts_in_force, settles, uploads
from journey_year import Year, last_of_month, numbers
from screen_player import Player

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
    "channel.broadcast_played",
    "channel.screen_played",
}
TALKS = {5, 10}
SOUND_SECONDS_MAX = 60
JOB_SECONDS_MAX = 30


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
        day = datetime.date(2026, month, 23)
        with self.on(day) as server:
            people = {
                "officer": self.person(server, OFFICER),
                "head": self.person(server, HEAD),
                "board": self.browser(server, "Điều phối"),
            }
            article = publishes_article(people, month)
            if month == 1:
                self.programme = makes_programme(people)
                self.screen = puts_up_screen(server, people)
            signs_broadcast(people, month, self.programme)
            self.screen.tells(server.browser(), day)
            self.awaits("channel.screen_played", month)
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

    def awaits(self, kind, count):
        """What a job brings comes some moments later."""
        ends = time.monotonic() + JOB_SECONDS_MAX
        while sum(fact[0] == kind for fact in self.recorded()) < count:
            check(time.monotonic() < ends, f"{count} facts of {kind}")
            time.sleep(0.1)

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


def makes_programme(people):
    """Written, approved, read by the draft voice, accepted, and in the hours of the whole year."""
    officer, head = people["officer"], people["head"]
    form = officer.get("/soan-phat-thanh").form("/soan-phat-thanh")
    answer = officer.post("/soan-phat-thanh", {**form, "title": "Một cửa và bà con"})
    equal(answer.status, 303, "a programme is begun")
    path = answer.location.partition("?")[0]
    press(officer, path, "doan", heading="Lời chào", text="Kính thưa bà con trong xã.")
    press(officer, path, "gui")
    press(head, path, "duyet")
    press(officer, path, "giong-may")
    ends = time.monotonic() + SOUND_SECONDS_MAX
    while "Tải tệp MP3" not in officer.get(path).text:
        check(time.monotonic() < ends, "the voice has read the programme")
        time.sleep(0.2)
    press(head, path, "giong-may/nhan")
    programme = path.rpartition("/")[2]
    plan = "/truyen-thanh/lich"
    form = officer.get(plan).form(plan)
    answer = officer.post(
        plan,
        {
            **form,
            "script": programme,
            "from": "23/01/2026",
            "to": "31/12/2026",
            "weekdays": list("1234567"),
        },
    )
    equal(answer.status, 303, "the programme is in the hours of the year")
    return programme


def signs_broadcast(people, month, programme):
    """What went out this morning is signed as it was planned."""
    officer = people["officer"]
    page = officer.get("/truyen-thanh")
    form = page.form("/truyen-thanh")
    equal(form["script"], programme, f"what was to be played in month {month}")
    answer = officer.post("/truyen-thanh", {**form, "played": "1"})
    equal(answer.status, 303, "a broadcast is signed")


def puts_up_screen(server, people):
    """A screen in the hall with a playlist of its own, paired by the code that it shows."""
    officer, player, nobody = people["officer"], Player(), server.browser()
    form = officer.get("/bang-dien-tu").form("/bang-dien-tu")
    answer = officer.post("/bang-dien-tu", {**form, "name": "Sảnh một cửa", "place": "Tầng 1"})
    equal(answer.status, 303, "a screen is registered")
    screen = answer.location.partition("?")[0]
    press(officer, screen, "ghep", code=player.pairing_code(nobody))
    plan = "/bang-dien-tu/chuong-trinh"
    form = officer.get("/bang-dien-tu").form(plan)
    answer = officer.post(plan, {**form, "playlist": "Cả ngày"})
    equal(answer.status, 303, "a playlist is made")
    playlist = answer.location.partition("?")[0]
    press(officer, playlist, "trang", form="text", title="Trả kết quả tại nhà", seconds="15")
    equal(player.say(nobody)["state"], "paired", "the player is that of the screen")
    return player
