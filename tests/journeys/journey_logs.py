"""Logs: JSON lines with the id of each request, and nothing that opens a door."""
import json

from house import check, equal

ON_POSTGRES = True


def journey(house):
    with house.serve(house.sample()) as server:
        answer = server.browser().get("/ke-hoach?tim=bi+mat+rieng")
        browser = server.browser("Biên tập")
        browser.get("/ke-hoach/khong-co-trang-nay")
        equal(browser.get("/tai-khoan").status, 403, "an editor administers nobody")
        equal(browser.post("/dang-xuat", {"csrf": "x"}).status, 403, "a form that was not ours")
        for link in server.links.values():
            server.browser().get(link)
        secrets = [link.rpartition("/")[2] for link in server.links.values()]
        secrets += list(browser.cookies.values()) + ["rieng", "khong-co-trang-nay"]
        ids = {answer.headers["X-Request-Id"]}
    lines = [json.loads(line) for line in server.log().splitlines()]
    for line in lines:
        check({"time", "level", "message"} <= set(line), f"a line of the log: {line}")
    requests = [line for line in lines if line["message"] == "request"]
    check(len(requests) >= 8, "a line for each request")
    check(
        ids <= {line["request"] for line in requests},
        "the id that the reader was told stands in the log",
    )
    equal(len({line["request"] for line in requests}), len(requests), "each request has its own id")
    refused = {line["key"]: line for line in lines if line["message"] == "refused"}
    equal(set(refused), {"base.not_allowed", "app.form_expired"}, "who tried what they may not")
    for line in refused.values():
        check(line["account"] > 0, "an account by its number, never by its name")
        check(line["request"] in {request["request"] for request in requests}, "what was asked")
    check("/dang-nhap/{token}" in {line["route"] for line in requests}, "routes, not paths")
    for secret in secrets:
        check(secret not in server.log(), "no token, no cookie, no typed word is in the log")
