"""The API by its own description."""
import re
import time

from house import Failed, check, equal

ON_POSTGRES = True


def journey(house):
    with house.serve(house.sample()) as server:
        browser, person = server.browser(), server.browser("Theo dõi")
        coordinator = server.browser("Điều phối")
        description = browser.get("/api/openapi.json").json()
        equal(description["openapi"], "3.1.0", "the version of the description")
        plans = browser.get("/api/v1/plans").json()["items"]
        check(plans, "there is a plan in force")
        report = report_that_is_owed(coordinator)
        added_up = person.get("/api/v1/aggregates").json()["items"][0]
        names = {"plan": plans[0]["code"], "report": report, **added_up}
        served = house.must("routes").stdout.split("\n")
        served = {line.split(" ")[0] for line in served if line.startswith("/api/v1/")}
        equal(set(description["paths"]), served, "the paths described")
        for path, operations in description["paths"].items():
            equal(list(operations), ["get"], f"operations of {path}")
            is_open = {} in operations["get"]["security"]
            address = re.sub(r"\{(\w+)\}", lambda name: names[name[1]], path)
            answer = (browser if is_open else person).get(address)
            equal(
                (answer.status, answer.headers.get_content_type()), (200, "application/json"), path
            )
            said = operations["get"]["responses"]["200"]["content"]["application/json"]["schema"]
            faults = list(faults_of(answer.json(), said, description["components"]["schemas"]))
            equal(faults, [], f"the answer of {path} against its schema")
            spoilt = {**answer.json(), "surprise": 1}
            check(list(faults_of(spoilt, said, description["components"]["schemas"])), "strict")
            if not is_open:
                equal(browser.get(address).status, 401, f"{path} without anybody")
        walks(browser, plans[0]["items"])
        refuses(browser, plans[0]["items"])
        program(server, coordinator)


MONTHLY = "Báo cáo tiến độ thực hiện chỉ tiêu cải cách hành chính"


def report_that_is_owed(coordinator):
    """The code of one, of another form that comes into force; its period is opened by a job."""
    forms = coordinator.get("/mau-bao-cao").links("/mau-bao-cao/")
    for form in dict.fromkeys(path for path in forms if re.fullmatch(r"/mau-bao-cao/\w+", path)):
        page = coordinator.get(form)
        if f"<h1>{MONTHLY}" in page.text:
            action = form + "/ban-hanh"
            answer = coordinator.post(action, page.form(action))
            equal(answer.status, 303, "putting a form in force")
            break
    for _ in range(100):
        rows = coordinator.get("/bao-cao").text.split("<tr")
        found = [re.search(r'href="/bao-cao/(\w+)"', row) for row in rows if MONTHLY in row]
        if any(found):
            return next(one[1] for one in found if one)
        time.sleep(0.1)
    raise Failed("no report is owed after ten seconds")


KINDS = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}


def faults_of(value, schema, schemas, place=""):
    """What the value has that the schema does not allow; as much of JSON Schema as we use."""
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(isinstance(value, KINDS[kind]) for kind in kinds):
        yield f"{place} is no {' or '.join(kinds)}"
        return
    if value not in schema.get("enum", [value]):
        yield f"{place} is {value}"
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield f"{place} has {len(value)} elements"
        for element in value:
            yield from faults_of(element, schema["items"], schemas, place + "[]")
    if isinstance(value, dict):
        known = schema["properties"]
        yield from (f"{place} lacks {name}" for name in schema["required"] if name not in value)
        yield from (f"{place} has {name}" for name in value if name not in known)
        for name in value.keys() & known.keys():
            yield from faults_of(value[name], known[name], schemas, f"{place}.{name}")


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


TOKENS = "/tai-khoan/cua-toi/ma-truy-cap"


def program(server, person):
    """A person makes a token for a program; the program reads, until the person ends it."""
    form = person.get(TOKENS).form(TOKENS)
    made = person.post(TOKENS, {**form, "name": "Kho dữ liệu", "scope": "plan.read", "days": "30"})
    equal(made.status, 200, "the page that shows a token once")
    token = re.search(r"<code>(cc_live_[a-z2-7]{38})</code>", made.text)[1]
    check(token not in person.get(TOKENS).text, "never shown again")
    bearer = {"Authorization": f"Bearer {token}"}
    asking = server.browser()
    me = asking.get("/api/v1/me", **bearer)
    equal(me.status, 200, "the program asks who it is")
    equal(me.json()["token"]["name"], "Kho dữ liệu", "by what it asks")
    check(me.headers["RateLimit"].startswith('"token";r='), "what is left of it")
    check('"token";q=300;w=300' in me.headers["RateLimit-Policy"], "whose limit it is")
    equal([held["permission"] for held in me.json()["may"]], ["plan.read_drafts"], "what it may")
    equal(asking.get("/api/v1/plans", **bearer).status, 200, "the program reads plans")
    equal(asking.get("/soan-ke-hoach", **bearer).status, 303, "but opens no page")
    spoilt = token[:-1] + ("a" if token[-1] != "a" else "b")
    refused = asking.get("/api/v1/plans", Authorization=f"Bearer {spoilt}")
    equal(refused.status, 401, "a mistyped token")
    revoke = person.get(TOKENS).form(TOKENS + "/thu-hoi")
    equal(person.post(TOKENS + "/thu-hoi", revoke).status, 303, "the person ends it")
    equal(asking.get("/api/v1/me", **bearer).status, 401, "the program is refused at once")
    limited(server)


def limited(server):
    """Who asks without a name has fifty requests at once, then is told to wait."""
    asking = server.browser()
    answers = [asking.get("/api/v1/plans?limit=1") for _ in range(60)]
    statuses = [answer.status for answer in answers]
    equal(set(statuses), {200, 429}, "some are answered, some are not")
    refused = answers[statuses.index(429)]
    check(int(refused.headers["Retry-After"]) >= 1, "when to come back")
    equal(refused.json()["type"], "urn:caicach:app.too_many_requests", "why")
    equal(asking.get("/ke-hoach").status, 200, "pages go on")
