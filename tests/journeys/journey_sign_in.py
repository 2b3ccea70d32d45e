"""Signing in by a one-time link, and out again.

GET only shows; POST signs in, once; a restart ends old links; no script reads the cookie."""
from house import check, equal

ON_POSTGRES = True
ROLES = {"Điều phối", "Cán bộ cơ quan", "Biên tập", "Theo dõi", "Quản trị"}


def journey(house):
    data = house.sample()
    with house.serve(data) as server:
        equal(set(server.links), ROLES, "the roles that links are printed for")
        link = server.links["Điều phối"]
        unused = server.links["Theo dõi"]
        browser = signs_in_once(server, link)
        is_guarded(server, unused)
        signs_out(browser)
    with house.serve(data) as server:
        check(not set(server.links.values()) & {link, unused}, "a restart makes new links")
        equal(server.browser().get(unused).status, 404, "a link from before the restart")
        equal(server.browser("Theo dõi").get("/dang-nhap").status, 200, "a new link signs in")
    with house.serve(data, "--no-sample-links") as server:
        equal(server.links, {}, "no links where none are wanted")


def signs_in_once(server, link):
    browser = server.browser()
    for _ in range(2):
        page = browser.get(link)
        equal(page.status, 200, "GET shows, as often as one likes")
        check("Bạn sắp đăng nhập với tên" in page.text, "GET says who will be signed in")
    check(
        not any("phien" in name or "session" in name for name in browser.cookies),
        "GET signs nobody in",
    )
    token = page.csrf()
    answer = browser.post(link, {"csrf": token})
    equal(answer.status, 303, "POST signs in")
    cookie = [line for line in answer.headers.get_all("Set-Cookie") if line.startswith("__Host-")][
        0
    ]
    for flag in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        check(flag in cookie, f"the session's cookie has {flag}: {cookie}")
    check(
        "Domain" not in cookie and "Expires" not in cookie and "Max-Age" not in cookie,
        "the session's cookie ends with the browser",
    )
    equal(answer.headers["Cache-Control"], "no-store", "nobody keeps the answer")
    check("Đăng xuất" in browser.get("/ke-hoach").text, "the page shows who is signed in")
    other = server.browser()
    check(other.get(link).status in (404, 409, 410, 422), "a used link shows nothing")
    check(other.post(link, {"csrf": token}).status == 403, "another browser's token opens nothing")
    return browser


def is_guarded(server, link):
    browser = server.browser()
    equal(browser.post(link, {"csrf": "x"}).status, 403, "signing in without the page's token")
    browser.get(link)
    equal(browser.post(link, {}).status, 403, "signing in without any token")
    equal(server.browser().get("/dang-nhap/khong-co").status, 404, "a link that nobody made")


def signs_out(browser):
    session = dict(browser.cookies)
    equal(browser.post("/dang-xuat", {}).status, 403, "signing out without a token")
    page = browser.get("/ke-hoach")
    answer = browser.post("/dang-xuat", {"csrf": page.csrf()})
    equal(answer.status, 303, "signing out")
    browser.cookies = session
    check("Đăng xuất" not in browser.get("/ke-hoach").text, "the old cookie is worth nothing")
