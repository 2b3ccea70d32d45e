"""An invitation goes by mail: two servers that say "later", then one takes it; nothing goes twice.

Then the invited forgets the password, and finds a way to a new one in the mailbox."""
import re
import time

from house import check, equal
from post_office import PostOffice, body, python_with_a_mail_server
from telephone import Telephone

ON_POSTGRES = True
PASSWORD = "chuồn chuồn bay thấp thì mưa"
NEW_PASSWORD = "lúa chín đầy đồng tháng năm"
FORGOTTEN = "/quen-mat-khau"
STEP = "/dang-nhap/buoc-hai"
WAIT_SECONDS = 45


def journey(house):
    if not python_with_a_mail_server():
        return "python3-aiosmtpd is not installed"
    data = house.sample()
    with PostOffice(deferred=1) as office, PostOffice(deferred=1) as second:
        reserve = ["--set", f"mail.second_url=smtp://127.0.0.1:{second.port}"]
        with house.serve(data, *office.settings, *reserve) as caicach:
            administrator = caicach.browser("Quản trị")
            invited, telephone = invites(caicach, administrator, office, second)
            forgets(caicach, office, invited, telephone)
            is_refused(administrator, office, second)
    house.check_data(data)
    return None


def invites(caicach, administrator, office, second):
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
    check(office.has_deferred(), "the server said “later” once")
    check(second.has_deferred(), "so did the other one, which was asked at once")
    taken = office.letters()
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


def forgets(caicach, office, person, telephone):
    """The password; not the telephone."""
    stranger = caicach.browser()
    fields = stranger.get(FORGOTTEN).form(FORGOTTEN)
    nobody = stranger.post(FORGOTTEN, {**fields, "user_name": "khong-ai@songlam.example"})
    somebody = stranger.post(FORGOTTEN, {**fields, "user_name": "bao@songlam.example"})
    equal((nobody.status, nobody.location), (303, FORGOTTEN), "a name that nobody has")
    equal((somebody.status, somebody.location), (303, FORGOTTEN), "a name that somebody has")
    letter = office.wait_for(2)[1]
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
    notice = office.wait_for(3)[2]
    check("Mật khẩu đã đổi" in notice["Subject"], f"the owner hears: {notice['Subject']}")
    check("/quen-mat-khau/" not in body(notice), "the notice opens nothing")
    equal(signs_in(caicach, PASSWORD)[1].status, 422, "the old password")
    browser, answer = signs_in(caicach, NEW_PASSWORD)
    equal(answer.location, STEP, "the telephone is asked for as ever")
    fields = browser.get(STEP).form(STEP)
    equal(browser.post(STEP, {**fields, "code": telephone.code()}).status, 303, "the code")
    equal(browser.get("/tai-khoan/cua-toi").status, 200, "in with both")
    equal(len(office.wait_for(3)), 3, "nobody else got a letter")


def is_refused(administrator, office, second):
    """A server that does not know our sender says nothing about the receiver: another one sends.
    Where none does, it is our own fault, and a person has it sent again."""
    equal(len(second.letters()), 0, "letters by the second server while the first one works")
    office.refuses_senders(True)
    invite(administrator, "cuc@songlam.example")
    equal(second.wait_for(1)[0]["X-To"], "cuc@songlam.example", "who gets it by the second")
    second.refuses_senders(True)
    invite(administrator, "dao@songlam.example")
    page = wait_for(administrator, "Hệ thống không gửi được")
    check("Địa chỉ người nhận không sai" in page.text, "the page says whose fault it is")
    check("không có hộp thư này" not in page.text, "nothing is said against the receiver")
    second.refuses_senders(False)
    fields = page.form("/thu-gui-di")
    equal(administrator.post("/thu-gui-di", fields).status, 303, "it is sent again")
    equal(second.wait_for(2)[1]["X-To"], "dao@songlam.example", "who gets it then")
    equal(len(office.letters()), 3, "letters by the first server")


def invite(administrator, user_name):
    fields = administrator.get("/tai-khoan/them-moi").form("/tai-khoan")
    fields.update(name="Hồ Thị Cúc", agency="SYT", role="agency_officer", by_mail="1")
    fields["user_name"] = user_name
    equal(administrator.post("/tai-khoan", fields).status, 303, f"an invitation of {user_name}")


def signs_in(caicach, password):
    browser = caicach.browser()
    fields = browser.get("/dang-nhap").form("/dang-nhap")
    fields.update(user_name="bao@songlam.example", password=password)
    return browser, browser.post("/dang-nhap", fields)


def wait_for(browser, words):
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        page = browser.get("/thu-gui-di")
        if words in page.text:
            return page
        time.sleep(0.2)
    check(False, f"the list of letters never says: {words}\n{page.text[-3000:]}")
    return None
