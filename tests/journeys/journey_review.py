"""The main way: a signed plan is uploaded, reviewed and put in force, and everybody sees it."""
import html
import re
import time
import urllib.parse

from house import SAMPLE_FILES, Failed, check, equal

ON_POSTGRES = True
READING_SECONDS = 60
STEPS_MAX = 400
PLAN = SAMPLE_FILES / "plan_2026.odt"


def journey(house):
    data = house.sample()
    with house.serve(data) as server:
        browser = server.browser("Điều phối")
        before = server.browser().get("/api/v1/plans").json()["items"]
        draft = uploads(browser, PLAN.name, PLAN.read_bytes())
        known = "đã có trong hệ thống"
        check(known in browser.get(draft + "/can-xu-ly").text, "the sample's plan is known again")
        is_hidden(server, draft)
        refuses_early(browser, draft)
        settles(browser, draft)
        public = puts_in_force(browser, draft)
        is_public(server, public, before)
        amends(server, browser, public)
        refuses_files(browser)
    house.check_data(data)


def upload_fields(browser, amends=""):
    return {"csrf": browser.get("/soan-ke-hoach").csrf(), "amends": amends}


def uploads(browser, name, content, amends=""):
    """The address of the draft, once the plan is read."""
    fields = upload_fields(browser, amends)
    answer = browser.upload("/soan-ke-hoach", fields, "file", name, content)
    equal(read(browser, answer).status, 200, "the review")
    return answer.location


def read(browser, answer):
    """Waits as the page does until the file was read; the page that comes then."""
    equal(answer.status, 303, "an upload is taken")
    end = time.monotonic() + READING_SECONDS
    while time.monotonic() < end:
        progress = browser.get(answer.location + "/tien-do", HX_Request="true")
        if progress.headers.get("HX-Redirect"):
            return browser.get(answer.location)
        time.sleep(0.2)
    raise Failed(f"the file was not read in {READING_SECONDS} s")


def is_hidden(server, draft):
    anybody = server.browser()
    leads_to = anybody.get(draft).location
    check(leads_to.startswith("/dang-nhap?tiep="), "a draft is shown to nobody from outside")
    code = draft.rpartition("/")[2]
    equal(anybody.get(f"/api/v1/plans/{code}").status, 404, "nor by the API")
    officer = server.browser("Cán bộ cơ quan")
    equal(officer.get(draft).status, 403, "nor to an agency's officer")
    overseer = server.browser("Theo dõi")
    check(overseer.get(draft).status in (200, 403, 404), "the overseer may read, or not")
    equal(
        overseer.post(draft + "/thuc-hien", {"csrf": overseer.get("/ke-hoach").csrf()}).status,
        403,
        "the overseer changes nothing",
    )


def refuses_early(browser, draft):
    left = browser.get(draft + "/can-xu-ly")
    if "Không còn gì cần xử lý" in left.text:
        return
    answer = browser.post(draft + "/thuc-hien", {"csrf": left.csrf()})
    equal(answer.status, 422, "what still needs a person is not put in force")


def settles(browser, draft):
    """Does what the list says until nothing is left, one thing after the other, as people do."""
    for _ in range(STEPS_MAX):
        left = browser.get(draft + "/can-xu-ly")
        if "Không còn gì cần xử lý" in left.text:
            return
        if names := left.links(draft + "/ten-goi?"):
            names_agency(browser, draft, names[0])
        elif notes := left.links(draft + "#muc-luu-y-"):
            settles_note(browser, browser.get(draft), notes[0].rpartition("#")[2], draft)
        elif items := [
            link
            for link in left.links(draft + "#muc-")
            if "#muc-dong-" not in link and "#muc-luu-y-" not in link
        ]:
            item = items[0].rpartition("#muc-")[2]
            step(browser, browser.get(draft), f"{draft}/muc/{item}/xac-nhan")
        elif lines := left.links(draft + "#muc-dong-"):
            line = re.search(r"\d+$", lines[0])[0]
            step(browser, browser.get(draft), f"{draft}/dong/{line}", settled="1")
        else:
            raise Failed("the list of what is left leads nowhere")
    raise Failed(f"something is left after {STEPS_MAX} steps")


def settles_note(browser, page, card, draft):
    """Says that the doubt was looked at: the form of that card on the page of review."""
    form = page.text.partition(f'id="{card}"')[2].partition("</article>")[0]
    fields = dict(re.findall(r'name="(key|about)" value="([^"]*)"', form))
    answer = browser.post(
        draft + "/luu-y",
        {"csrf": page.csrf(), "key": fields["key"], "about": html.unescape(fields["about"])},
    )
    equal(answer.status, 303, "a doubt about the document is settled")


def names_agency(browser, draft, page):
    name = urllib.parse.parse_qs(urllib.parse.urlsplit(page).query)["ten"][0]
    form = browser.get(page).form(draft + "/ten-goi")
    answer = browser.post(
        draft + "/ten-goi", {**form, "name": name, "meaning": "Sở Nội vụ", "as": "once"}
    )
    equal(answer.status, 303, f"“{name}” is given a meaning")


def step(browser, page, action, **more):
    answer = browser.post(action, {**page.form(action), **more})
    equal(answer.status, 303, action)


def puts_in_force(browser, draft):
    action = draft + "/thuc-hien"
    answer = browser.post(action, browser.get(action).form(action))
    equal(answer.status, 303, "putting in force")
    check(answer.location.startswith("/ke-hoach/"), "the way leads to the public page")
    page = browser.get(answer.location)
    check(
        'role="status"' in page.text or 'class="flash' in page.text or "thực hiện" in page.text,
        "it is said",
    )
    return answer.location


def is_public(server, path, before):
    anybody = server.browser()
    page = anybody.get(path)
    equal(page.status, 200, "the public page")
    check(page.text.count('class="plan-item"') > 5, "its items")
    check(path in anybody.get("/ke-hoach").text, "it stands in the list")
    plans = anybody.get("/api/v1/plans").json()["items"]
    equal(len(plans), len(before) + 1, "plans of the API")
    check(anybody.get(path + "/muc.csv").body.count(b"\r\n") > 5, "its table")


def amends(server, browser, public):
    """The same file again, as an amendment: nothing changed, and the address stays."""
    code = next(
        plan["code"]
        for plan in server.browser().get("/api/v1/plans").json()["items"]
        if plan["page"] == public
    )
    anchors = re.findall(r'id="(muc-[0-9a-f]+)"', server.browser().get(public).text)
    draft = uploads(browser, PLAN.name, PLAN.read_bytes(), code)
    equal(browser.get(draft + "/thay-doi").status, 200, "the changes")
    settles(browser, draft)
    equal(puts_in_force(browser, draft), public, "the address outlives the amendment")
    again = re.findall(r'id="(muc-[0-9a-f]+)"', server.browser().get(public).text)
    equal(again, anchors, "links to items outlive the amendment")


def refuses_files(browser):
    """Refused at once, or after a look inside; either way the page says what to do."""
    wrong = {
        "trong.pdf": b"",
        "chuong-trinh.exe": b"MZ" + b"\0" * 500,
        "hong.pdf": b"%PDF-1.7\n" + b"x" * 3000,
    }
    for name, content in wrong.items():
        answer = browser.upload("/soan-ke-hoach", upload_fields(browser), "file", name, content)
        page = answer if answer.status == 422 else read(browser, answer)
        check("Hãy" in page.text, f"{name}: the page says what to do")
        check("document." not in page.text, f"{name}: in words")
