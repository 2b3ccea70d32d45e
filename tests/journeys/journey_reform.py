"""The reform of 2025, decision by decision: old names find their heirs, every figure adds up.

A province begins from a table of agencies as they were, its people are counted, and then the
coordinator records what the sample tells: departments, communes, districts, a province merged."""
import csv
import html
import io
import re
import unicodedata

from house import ROOT, check, equal
from tables import table

ON_POSTGRES = True
PASSWORD = "chuồn chuồn bay thấp thì mưa"
HEAD = ["Mã", "Tên", "Tên viết tắt", "Loại", "Mã cấp trên", "Từ ngày", "Đến hết ngày"]
FIELDS = ["code", "name", "short_name", "kind", "parent", "valid_from", "valid_to"]
OLD_DAY, NEW_DAY = "2024-06-01", "2025-12-31"
# Codes of an agency that ends and of its heir: what is typed, on which day, whom it must lead to.
CODES = [
    ("XTL", "electronic", "H64.21.02", "01/01/2021"),
    ("XTL", "administrative_unit", "98102", "01/01/2021"),
    ("XTT", "administrative_unit", "97041", "01/07/2025"),
    ("UBND", "administrative_unit", "98", "01/01/2021"),
    ("UBND", "administrative_unit", "97", "01/07/2025"),
]
LED_BY_CODE = [
    ("h64.21.02", OLD_DAY, "Ủy ban nhân dân xã Tuyền Lâm"),
    ("98102", OLD_DAY, "Ủy ban nhân dân xã Tuyền Lâm"),
    ("98102", NEW_DAY, "Ủy ban nhân dân xã Thượng Tuyền"),
    ("97041", NEW_DAY, "Ủy ban nhân dân xã Thượng Tuyền"),
    ("98", OLD_DAY, "Ủy ban nhân dân tỉnh Sông Lam"),
    ("98", NEW_DAY, "Ủy ban nhân dân tỉnh Sông Lam"),
    ("97", NEW_DAY, "Ủy ban nhân dân tỉnh Sông Lam"),
]
DECISIONS = "/co-quan/sap-xep"
COUNTS = "/so-nguoi-lam-viec"
# Where an old name leads today.
HEIRS = {
    "Sở Giao thông vận tải": "Sở Xây dựng",
    "Sở Thông tin và Truyền thông": "Sở Khoa học và Công nghệ",
    "Ủy ban nhân dân xã Tuyền Lâm": "Ủy ban nhân dân xã Thượng Tuyền",
    "Ủy ban nhân dân tỉnh Sông Hoàng": "Ủy ban nhân dân tỉnh Sông Lam",
}


def journey(house):
    agencies, decisions = sample("province.csv"), sample("reorganisations.csv")
    data = house.fresh()
    if house.database:
        house.database.create(data)
    begins(house, data, agencies)
    settings = ["--set", "identity.second_factor_roles=none"]
    administrator = link_of(
        house.must(
            "account", "administrator", "--data", data, "--name", "Bế Thu Nga", "--agency", "VPUB",
            "--json", *house.settings(data),
        ).stdout
    )  # fmt: skip
    with house.serve(data, *settings) as server:
        coordinator = people(server, administrator)
        numbers = counts(coordinator, agencies)
        takes_codes(coordinator)
        for decision in decisions:
            decides(coordinator, decision, {row["code"]: row for row in agencies})
        adds_up(coordinator, numbers, decisions)
        finds_heirs(server)
        finds_by_code(server)
        directory = listed(server.browser())
    house.check_data(data)
    with house.serve(house.sample()) as server:
        finds_by_code(server)
        equal(directory, listed(server.browser()), "the directory by forms, and the one by file")


def sample(name):
    lines = (ROOT / "data" / "sample" / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((x for x in lines if not x.startswith("#")), delimiter=";"))


def begins(house, data, agencies):
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(HEAD)
    writer.writerows([row[field] for field in FIELDS] for row in agencies)
    path = house.fresh() + ".csv"
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        file.write(sheet.getvalue())
    done = house.must("agency", "import", path, "--data", data, *house.settings(data))
    check(f"{len(agencies)} created" in done.stdout, f"the import: {done.stdout}")


def link_of(text):
    return "/" + re.search(r'"link":\s*"([^"]+)"', text)[1].split("/", 3)[3]


def takes_up(server, link, name):
    browser = server.browser()
    fields = browser.get(link).form(link)
    if "user_name" in fields:
        fields["user_name"] = name
    answer = browser.post(link, {**fields, "password": PASSWORD, "password_again": PASSWORD})
    equal(answer.status, 303, "choosing a password")
    return browser


def people(server, link):
    administrator = takes_up(server, link, "nga@songlam.example")
    fields = administrator.get("/tai-khoan/them-moi").form("/tai-khoan")
    fields.update(
        name="Đàm Thu Hiền", user_name="hien@songlam.example", agency="SNV", role="coordinator",
        branch="*",
    )  # fmt: skip
    slip = administrator.post("/tai-khoan", fields)
    equal(slip.status, 200, "the coordinator's slip")
    address = html.unescape(re.search(r"<code>([^<]+)</code>", slip.text)[1])
    return takes_up(server, "/" + address.split("/", 3)[3], "hien@songlam.example")


def counts(coordinator, agencies):
    """People of every agency that was there; each number tells its agency."""
    numbers = {
        row["code"]: 101 + 7 * at for at, row in enumerate(agencies) if not row["valid_from"]
    }
    table = "\n".join(
        f"{code}\tcivil_servant\t01/01/2024\t{number}\tBáo cáo biên chế năm 2024"
        for code, number in numbers.items()
    )
    fields = coordinator.get(COUNTS).form(COUNTS + "/bang")
    answer = coordinator.post(COUNTS + "/bang", {**fields, "table": table})
    equal(answer.status, 303, f"counting the people: {answer.text[-2000:]}")
    return numbers


def decides(coordinator, decision, by_code):
    """Looks at what would follow, then saves it."""
    kind = decision["kind"]
    form = coordinator.get(f"{DECISIONS}/moi?loai={kind}").form(DECISIONS)
    year, month, day = decision["day"].split("-")
    name = lambda code: by_code[code]["name"]  # noqa: E731
    fields = {
        "csrf": form["csrf"],
        "loai": kind,
        "document": decision["document"],
        "day": f"{day}/{month}/{year}",
        "subject": name(decision["subject"]),
        "name": decision["name"],
        "short_name": decision["short_name"],
        "names_to": name(decision["names_to"]) if decision["names_to"] else "",
    }
    others = decision["others"].split("|") if decision["others"] else []
    sent = list(fields.items())
    for at, other in enumerate(others, 1):
        code, _, share = other.partition("=")
        if kind == "merge":
            sent.append(("merged", name(code)))
        else:
            sent += [(f"heir_{at}", name(code)), (f"share_{at}", share)]
    preview = coordinator.post(DECISIONS, sent)
    equal(preview.status, 200, f"looking at {decision}: {errors_of(preview)}")
    check("Nếu lưu thì" in preview.text, "what would follow")
    before = coordinator.get(DECISIONS).text.count(decision["document"])
    equal(coordinator.post(DECISIONS, [*sent, ("save", "1")]).status, 303, f"saving {decision}")
    after = coordinator.get(DECISIONS).text.count(decision["document"])
    check(after > before, "the decision stands in the list")


def errors_of(answer):
    return re.findall(r'class="[^"]*error[^"]*"[^>]*>(.*?)</', answer.text, re.S)[:4]


def counted(coordinator, query):
    rows = table(coordinator, f"{COUNTS}/tep.csv?{query}")
    return {row["Mã cơ quan"]: int(row["Cộng"]) for row in rows}


def passed_on(numbers, decisions):
    """Who has the people after all decisions: exact where one takes over all, else a bound."""
    held = {code: (float(number), True) for code, number in numbers.items()}
    for decision in decisions:
        subject = decision["subject"]
        others = decision["others"].split("|") if decision["others"] else []
        if decision["kind"] == "merge":
            flows = [(code, subject, 1.0) for code in others]
        else:
            parts = [other.partition("=") for other in others]
            flows = [(subject, code, float(share) / 100) for code, _, share in parts]
        taken = {}
        for source, heir, share in flows:
            amount, is_exact = held.get(source, (0.0, True))
            old, was_exact = taken.get(heir, held.get(heir, (0.0, True)))
            taken[heir] = (old + amount * share, was_exact and is_exact and share == 1.0)
        for source, _, _ in flows:
            held.pop(source, None)
        held.update(taken)
    return held


def adds_up(coordinator, numbers, decisions):
    whole = sum(numbers.values())
    then = counted(coordinator, f"ngay={OLD_DAY}")
    equal(then, numbers, "the people of 2024 by the agencies of then")
    for query in (f"ngay={OLD_DAY}&theo=nay", f"ngay={NEW_DAY}"):
        now = counted(coordinator, query)
        equal(sum(now.values()), whole, f"nobody is lost or counted twice, {query}")
        expected = passed_on(numbers, decisions)
        equal(sorted(now), sorted(expected), f"who has people, {query}")
        for code, (amount, is_exact) in expected.items():
            distance = abs(now[code] - amount)
            check(
                distance < (0.5 if is_exact else 2),
                f"{code} has {now[code]} people, not {amount}, {query}",
            )


def finds_heirs(server):
    browser = server.browser()
    for old, heir in HEIRS.items():
        page = browser.get("/co-quan?tim=" + re.sub(r"\s", "+", plain(old)))
        check(heir in page.text, f"who looks for {old} is led to {heir}")


def page_of(browser, name):
    found = browser.get("/co-quan?tim=" + re.sub(r"\s", "+", plain(name)) + f"&ngay={NEW_DAY}")
    return re.search(r'href="(/co-quan/[a-z0-9-]+)">' + re.escape(name), found.text)[1]


def takes_codes(coordinator):
    """The codes of an agency from its page; one that somebody else bears is refused."""
    names = {row["code"]: row["name"] for row in sample("province.csv")}

    def takes(agency, system, code, day):
        fields = coordinator.get(page_of(coordinator, names[agency])).form("/co-quan/ma-so")
        fields.update(system=system, code=code, code_from=day)
        return coordinator.post("/co-quan/ma-so", fields)

    for code in CODES:
        answer = takes(*code)
        equal(answer.status, 303, f"{code}: {errors_of(answer)}")
    refused = takes("STP", "administrative_unit", "98102", "01/01/2024")
    equal(refused.status, 409, "a code that somebody else bears")
    check(names["XTL"] in refused.text, "the refusal names who bears it")


def finds_by_code(server):
    browser = server.browser()
    for typed, day, name in LED_BY_CODE:
        page = browser.get(f"/co-quan?tim={typed}&ngay={day}")
        check(name in page.text, f"{typed} on {day} leads to {name}")
        check(">1 cơ quan<" in page.text, f"{typed} on {day} leads to nobody else")


def plain(text):
    """As on a keyboard without diacritics."""
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def listed(browser):
    """The directory of today as its file says it, without contacts."""
    text = browser.get("/co-quan/danh-muc.csv").body.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    check(len(rows) > 40, "the directory has its agencies")
    return sorted(tuple(row[:4]) for row in rows)
