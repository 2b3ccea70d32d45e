"""The API by its own description."""
import re

from house import check, equal

ON_POSTGRES = True


def journey(house):
    with house.serve(house.sample()) as server:
        browser = server.browser()
        description = browser.get("/api/openapi.json").json()
        equal(description["openapi"], "3.1.0", "the version of the description")
        plans = browser.get("/api/v1/plans").json()["items"]
        check(plans, "there is a plan in force")
        served = house.must("routes").stdout.split("\n")
        served = {line.split(" ")[0] for line in served if line.startswith("/api/v1/")}
        equal(set(description["paths"]), served, "the paths described")
        for path, operations in description["paths"].items():
            equal(list(operations), ["get"], f"operations of {path}")
            answer = browser.get(path.replace("{plan}", plans[0]["code"]))
            equal(
                (answer.status, answer.headers.get_content_type()), (200, "application/json"), path
            )
        walks(browser, plans[0]["items"])
        refuses(browser, plans[0]["items"])


def walks(browser, path):
    whole = [item["id"] for item in browser.get(path + "?limit=200").json()["items"]]
    found, following = [], path + "?limit=7"
    while following:
        answer = browser.get(following)
        body = answer.json()
        found += [item["id"] for item in body["items"]]
        following = body["next"]
        link = re.match(r'<(.+)>; rel="next"$', answer.headers.get("Link", ""))
        equal(link[1] if link else None, following, "Link")
    equal(found, whole, "the items, page by page")


def refuses(browser, path):
    for wrong, status, field in (
        (path + "?limit=0", 422, "limit"),
        (path + "?type=x", 422, "type"),
        (path + "?after=x", 422, "after"),
        ("/api/v1/plans/x", 404, None),
        ("/api/v1/x", 404, None),
    ):
        answer = browser.get(wrong)
        equal(
            (answer.status, answer.headers.get_content_type()),
            (status, "application/problem+json"),
            wrong,
        )
        body = answer.json()
        equal((body["status"], body.get("field")), (status, field), wrong)
        equal(body["request_id"], answer.headers["X-Request-Id"], "the id of the request")
    equal(browser.post("/api/v1/plans", {}).status, 405, "a POST where none is taken")
