"""Accounts: the first administrator, an invitation, password and telephone, sessions ended.

Then a storm of wrong passwords, while pages are still answered."""
import html
import pathlib
import re
import statistics
import threading
import time
import urllib.parse

from house import Browser, check, equal
from telephone import Telephone

ON_POSTGRES = True
STEP = "/dang-nhap/buoc-hai"
PASSWORD = "chuồn chuồn bay thấp thì mưa"
OTHER_PASSWORD = "tháng năm chưa nằm đã sáng"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
STORM_BROWSERS = 24
STORM_SECONDS = 3
SLOWDOWN_MAX = 20  # of a page's median; without a lane of its own it is some hundreds


def journey(house):
    data = house.sample()
    settings = house.settings(data)
    made = house.must(
        "account", "administrator", "--data", data, "--name", "Bế Thu Nga", "--agency", "VPUB",
        "--json", *settings,
    )  # fmt: skip
    link = path_of(re.search(r'"link":\s*"([^"]+)"', made.stdout)[1])
    missing = house.run(
        "account", "administrator", "--data", data, "--name", "A", "--agency", "KHONG", *settings
    )
    equal(missing.returncode, 66, "an agency that nobody knows")
    with house.serve(data) as server:
        administrator, _, _ = takes_up(server, link, "nga@songlam.gov.vn", PASSWORD)
        invited = path_of(invites(administrator))
        officer, telephone, codes = takes_up(server, invited, None, OTHER_PASSWORD)
        equal(officer.get("/tai-khoan").status, 403, "an officer administers nobody")
        signs_in_and_ends_sessions(server, officer, telephone)
        officer = loses_the_telephone(server, administrator, codes)
        is_disabled(server, administrator, officer)
        storms(server)
    house.check_data(data)
    keeps_telephones_through_a_restore(house, data)


def path_of(address):
    return "/" + address.split("/", 3)[3]


def sign_in(server, name, password, target=""):
    browser = server.browser()
    page = browser.get("/dang-nhap" + (f"?tiep={target}" if target else ""))
    fields = page.form("/dang-nhap")
    return browser, browser.post("/dang-nhap", {**fields, "user_name": name, "password": password})


def takes_up(server, link, name, password):
    browser = server.browser()
    for _ in range(2):
        equal(browser.get(link).status, 200, "looking at an invitation, as often as one likes")
    fields = browser.get(link).form(link)
    if name:
        fields["user_name"] = name
    weak = browser.post(link, {**fields, "password": "songlam1", "password_again": "songlam1"})
    equal(weak.status, 422, "the province's name is no password")
    answer = browser.post(link, {**fields, "password": password, "password_again": password})
    equal((answer.status, answer.location), (303, STEP), "choosing a password leads on")
    equal(server.browser().get(link).status, 404, "a used invitation")
    telephone, codes = sets_up_telephone(browser)
    return browser, telephone, codes


def sets_up_telephone(browser):
    """Until the first code was right, nobody is signed in."""
    page = browser.get(STEP)
    check("<svg" in page.text, "a code for the camera of the telephone")
    check("Đăng xuất" not in browser.get("/ke-hoach").text, "nobody is signed in yet")
    equal(browser.post(STEP, {**page.form(STEP), "code": "abcdef"}).status, 422, "no code")
    telephone = Telephone(page)
    answer = browser.post(STEP, {**page.form(STEP), "code": telephone.code()})
    codes = re.findall(r"<li><code>([0-9A-Z-]{29})</code>", answer.text)
    equal((answer.status, len(codes)), (200, 10), "the first code brings the recovery codes")
    check("Đăng xuất" in browser.get("/ke-hoach").text, "and the person is signed in")
    return telephone, codes


def types_code(browser, code):
    return browser.post(STEP, {**browser.get(STEP).form(STEP), "code": code})


def invites(administrator):
    page = administrator.get("/tai-khoan/them-moi")
    fields = page.form("/tai-khoan")
    fields.update(
        name="Mạc Gia Bảo", user_name="bao@songlam.gov.vn", agency="SYT", role="agency_officer"
    )
    slip = administrator.post("/tai-khoan", fields)
    equal(slip.status, 200, "the slip of an invitation")
    return html.unescape(re.search(r"<code>([^<]+)</code>", slip.text)[1])


def keeps_telephones_through_a_restore(house, data):
    """The key file goes into the backup and comes back; without it `check` complains."""
    backup, settings = house.fresh(), house.settings(data)
    house.must("backup", "create", "--data", data, *settings, "--to", backup)
    house.must("backup", "verify", backup)
    key = pathlib.Path(data, "identity.key")
    equal(key.stat().st_mode & 0o777, 0o600, "who reads the key file")
    kept = pathlib.Path(backup, "identity.key").read_text(encoding="utf-8")
    equal(kept, key.read_text(encoding="utf-8"), "the key in the backup")
    if not house.database:
        restored = house.fresh()
        house.must("backup", "restore", backup, "--data", restored)
        house.check_data(restored)
    key.unlink()
    done = house.run("check", "--data", data, *settings)
    equal(done.returncode, 65, "a key that does not fit")
    check("identity.key" in done.stdout + done.stderr, "is told by name")


def loses_the_telephone(server, administrator, codes):
    """A recovery code opens the account once; then an administrator takes the telephone away."""
    browser, answer = sign_in(server, "bao@songlam.gov.vn", OTHER_PASSWORD)
    answer = types_code(browser, codes[0].lower())
    own = "/tai-khoan/cua-toi/hai-buoc"
    equal((answer.status, answer.location), (303, own), "a recovery code")
    check("còn 9 trên 10" in browser.get(own).text, "how many are left")
    again, _ = sign_in(server, "bao@songlam.gov.vn", OTHER_PASSWORD)
    equal(types_code(again, codes[0]).status, 422, "each works once")

    account = account_of(administrator)
    removal = account + "/hai-buoc"
    form = administrator.get(removal).form(removal)
    equal(administrator.post(removal, form).status, 422, "without a reason")
    answer = administrator.post(removal, {**form, "reason": "lost"})
    equal(answer.status, 303, "taking a lost telephone away")
    equal(browser.get(own).status, 303, "all sessions of that person ended")
    anew, answer = sign_in(server, "bao@songlam.gov.vn", OTHER_PASSWORD)
    equal(answer.location, STEP, "and the telephone is set up anew")
    sets_up_telephone(anew)
    return anew


def account_of(administrator):
    found = administrator.get("/tai-khoan?tim=gia+bao")
    return [path for path in found.links("/tai-khoan/") if re.search(r"/[0-9A-Z]{11}$", path)][0]


def signs_in_and_ends_sessions(server, first, telephone):
    target = "/tai-khoan/cua-toi"
    asked = server.browser().get(target)
    equal(asked.location, "/dang-nhap?tiep=%2Ftai-khoan%2Fcua-toi", "who is not signed in")
    _, wrong = sign_in(server, "bao@songlam.gov.vn", "sai")
    _, unknown = sign_in(server, "ai@songlam.gov.vn", "sai")
    equal((wrong.status, unknown.status), (422, 422), "wrong, whatever is wrong")
    check('value="bao@songlam.gov.vn"' in wrong.text, "what was typed is kept")
    second, answer = sign_in(server, "bao@songlam.gov.vn", OTHER_PASSWORD, target)
    equal((answer.status, answer.location), (303, STEP), "the password alone opens nothing")
    equal(second.get(target).status, 303, "nothing at all")
    answer = types_code(second, telephone.code())
    equal((answer.status, answer.location), (303, target), "on to the page asked for")
    change = server.browser().get("/.well-known/change-password")
    equal((change.status, change.location), (303, target), "where a password is changed")
    page = second.get(target)
    equal(page.text.count('name="phien"'), 1, "the other session can be ended")
    others = {"csrf": page.csrf()}
    equal(second.post(target + "/phien", others).status, 303, "ending all other sessions")
    equal(first.get(target).status, 303, "the other browser is signed out")
    equal(second.get(target).status, 200, "this one stays")


def is_disabled(server, administrator, officer):
    account = account_of(administrator)
    page = administrator.get(account + "/khoa")
    answer = administrator.post(account + "/khoa", page.form(account + "/khoa"))
    equal(answer.status, 303, "disabling an account")
    officer_page = officer.get("/tai-khoan/cua-toi")
    equal(officer_page.status, 303, "who is disabled is signed out at once")
    _, refused = sign_in(server, "bao@songlam.gov.vn", OTHER_PASSWORD)
    equal(refused.status, 422, "and does not sign in again")
    reopening = account + "/mo-lai"
    form = administrator.get(reopening).form(reopening)
    equal(administrator.post(reopening, form).status, 303, "reopening an account")
    check("In giấy mời" in administrator.get(account).text, "it can be invited anew")
    _, refused = sign_in(server, "bao@songlam.gov.vn", OTHER_PASSWORD)
    equal(refused.status, 422, "the old password opens nothing")


def median_of_page(server, seconds):
    browser, times = server.browser(), []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        begun = time.monotonic()
        equal(browser.get("/ke-hoach").status, 200, "a page in the storm")
        times.append(time.monotonic() - begun)
        time.sleep(0.01)
    return statistics.median(times)


def storms(server):
    """Many at once with wrong passwords; a page is answered about as quickly as before."""
    quiet = median_of_page(server, 1)
    statuses, end = [], time.monotonic() + STORM_SECONDS

    def storm(number):
        browser = Browser(server.port)
        fields = browser.get("/dang-nhap").form("/dang-nhap")
        fields.update(user_name=f"nobody{number}@songlam.gov.vn", password="sai rồi đấy")
        body = urllib.parse.urlencode(fields)
        while time.monotonic() < end:
            answer = browser.send("POST", "/dang-nhap", body, FORM, timeout=120)
            statuses.append(answer.status)

    threads = [threading.Thread(target=storm, args=(number,)) for number in range(STORM_BROWSERS)]
    for thread in threads:
        thread.start()
    stormy = median_of_page(server, STORM_SECONDS - 0.5)
    for thread in threads:
        thread.join()
    check(set(statuses) <= {422, 429, 503}, f"what the storm hears: {set(statuses)}")
    check(
        stormy < SLOWDOWN_MAX * max(quiet, 0.002),
        f"a page takes {stormy * 1000:.1f} ms in the storm, {quiet * 1000:.1f} ms before it",
    )
