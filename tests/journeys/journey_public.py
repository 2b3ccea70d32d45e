"""Public pages of a plan, its filters and its downloads."""
import csv
import io
import json
import re
import zipfile

from house import check, equal

ON_POSTGRES = True


def journey(house):
    site = {"CAICACH_PROVINCE__SITE": "https://cchc.songlam.example"}
    with house.serve(house.sample(), environment=site) as server:
        browser = server.browser()
        front = browser.get("/")
        equal(front.status, 200, "the front page")
        check('href="/ke-hoach/' in front.text, "the front page leads to plans in force")
        page = browser.get("/ke-hoach")
        equal(page.status, 200, "the list of plans")
        plan = re.search(r'href="(/ke-hoach/[a-z0-9-]+)"', page.text)[1]
        reads_plan(browser, plan)
        is_small(browser, plan)
        downloads(browser, plan)
        agencies(browser)
        check(not browser.cookies, "public pages set no cookie")


def reads_plan(browser, plan):
    page = browser.get(plan)
    equal(page.status, 200, "a plan")
    check('lang="vi"' in page.text and "<h1" in page.text, "the page has a language and a heading")
    check(page.headers["ETag"], "the page has a tag")
    equal(
        browser.get(plan, If_None_Match=page.headers["ETag"]).status,
        304,
        "the page again, by its tag",
    )
    equal(browser.send("HEAD", plan).status, 200, "HEAD")
    all_items = page.text.count('class="plan-item"')
    check(all_items > 5, "the plan has items")
    found = browser.get(plan + "?tim=tuyen+truyen").text.count('class="plan-item"')
    check(0 < found, "a search without diacritics finds")
    for query in (
        "?loai=activity",
        "?quy=2",
        "?co-quan=so-noi-vu",
        "?loai=xyz&quy=9&co-quan=x&tu=y",
    ):
        equal(browser.get(plan + query).status, 200, query)
    check(
        "<script>alert" not in browser.get(plan + "?tim=%3Cscript%3Ealert").text, "words are text"
    )
    equal(browser.get("/ke-hoach/khong-co").status, 404, "no such plan")
    check("href=" in browser.get("/ke-hoach?tim=tuyen+truyen").text, "search over all plans")


def is_small(browser, plan):
    """Under 100 KB on the first visit, as a browser that takes Brotli gets it."""
    page = browser.get(plan, Accept_Encoding="gzip, br")
    html = browser.get(plan).text
    total = len(page.body)
    for asset in set(re.findall(r'(?:href|src)="(/assets/[^"]+)"', html)):
        answer = browser.get(asset, Accept_Encoding="gzip, br")
        equal(answer.status, 200, asset)
        check("immutable" in answer.headers["Cache-Control"], f"{asset} is kept for ever")
        total += len(answer.body)
    check(total < 100_000, f"the first visit transfers {total} bytes")


def downloads(browser, plan):
    names = {}
    for kind in ("csv", "xlsx", "json", "ics"):
        answer = browser.get(f"{plan}/muc.{kind}")
        equal(answer.status, 200, kind)
        check("filename*=UTF-8''" in answer.headers["Content-Disposition"], f"{kind} has a name")
        names[kind] = answer.body
    items = json.loads(names["json"])["items"]
    check(names["csv"].startswith(b"\xef\xbb\xbf"), "the CSV begins with a byte order mark")
    rows = list(csv.reader(io.StringIO(names["csv"].decode("utf-8-sig"), newline="")))
    equal(len(rows), len(items) + 1, "rows of the CSV")
    check(len({len(row) for row in rows}) == 1, "each row of the CSV has each column")
    with zipfile.ZipFile(io.BytesIO(names["xlsx"])) as book:
        equal(book.testzip(), None, "the workbook is whole")
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        equal(len(re.findall(r"<row ", sheet)), len(items) + 1, "rows of the workbook")
        check("<f>" not in sheet, "the workbook has no formula")
    calendar = names["ics"]
    check(
        calendar.startswith(b"BEGIN:VCALENDAR\r\n") and calendar.endswith(b"END:VCALENDAR\r\n"),
        "a calendar",
    )
    check(b"BEGIN:VEVENT" in calendar, "the calendar has days")
    links = re.findall(rb"^URL:(.+)$", calendar.replace(b"\r\n ", b"").replace(b"\r", b""), re.M)
    equal(len(links), calendar.count(b"BEGIN:VEVENT"), "links of the calendar")
    for link in links:
        path, _, anchor = link.decode().removeprefix("https://cchc.songlam.example").partition("#")
        check(path == plan and f'id="{anchor}"' in browser.get(path).text, f"{link} is an item")
    check(
        all(len(line) <= 75 for line in calendar.split(b"\r\n")), "lines of the calendar are folded"
    )
    activities = browser.get(f"{plan}/muc.json?loai=activity").json()["items"]
    check(
        activities and {item["type"] for item in activities} == {"activity"},
        "a download is filtered",
    )


def agencies(browser):
    page = browser.get("/co-quan")
    equal(page.status, 200, "the directory")
    check("/co-quan/so-noi-vu" in page.text, "the directory names agencies")
    equal(browser.get("/co-quan/so-noi-vu").status, 200, "an agency")
    rows = list(
        csv.reader(io.StringIO(browser.get("/co-quan/danh-muc.csv").body.decode("utf-8-sig")))
    )
    check(len(rows) > 20 and rows[0][0] == "Mã", "the directory as a table")
