"""A real province begins: an empty folder, its agencies from a table, its first administrator.

Then the directory as they keep it: taken along, brought back, changed, and taken back."""
import csv
import io
import pathlib
import re

from house import check, equal

ON_POSTGRES = True
PASSWORD = "chuồn chuồn bay thấp thì mưa"
OFFICES = 40


def table():
    rows = [
        ["Mã", "Tên", "Tên viết tắt", "Loại", "Mã cấp trên", "Đường dây nóng"],
        ["UBND", "Ủy ban nhân dân tỉnh Thượng Hà", "UBND tỉnh", "provincial_committee", "", ""],
        ["SNV", "Sở Nội vụ", "SNV", "department", "UBND", "1022"],
    ]
    for number in range(1, OFFICES + 1):
        rows.append([f"X{number}", f"Ủy ban nhân dân xã Thượng Hà {number}", "",
                     "Ủy ban nhân dân cấp xã", "UBND", ""])  # fmt: skip
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue()


def journey(house):
    data = house.fresh()
    if house.database:
        house.database.create(data)
    settings = house.settings(data)
    file = pathlib.Path(house.folder, "co_quan.csv")
    file.write_text(table().replace("X2;", "X1;"), "utf-8")
    refused = house.run("agency", "import", str(file), "--data", data, "--json", *settings)
    equal(refused.returncode, 65, "a table with a conflict")
    check('"row": 5' in refused.stdout.replace('"row":5', '"row": 5'), "names its row")
    file.write_text(table(), "utf-8-sig")
    command = ["agency", "import", str(file), "--data", data]
    tried = house.must(*command, "--dry-run", *settings)
    check(tried.stdout.startswith("Nothing was done: 42 created"), f"a dry run: {tried.stdout}")
    house.must(*command, *settings)
    again = house.must(*command, *settings)
    check("0 created, 0 changed, 42 unchanged" in again.stdout, f"the same again: {again.stdout}")
    missing = house.run("agency", "import", "khong_co.csv", "--data", data, *settings)
    equal(missing.returncode, 66, "a file that is not there")
    made = house.must("account", "administrator", "--data", data, "--name", "Bế Thu Nga",
                      "--agency", "SNV", "--json", *settings)  # fmt: skip
    link = "/" + re.search(r'"link":\s*"([^"]+)"', made.stdout)[1].split("/", 3)[3]
    # The telephone is the journey of accounts; here nobody has one.
    with house.serve(data, "--set", "identity.second_factor_roles=none") as server:
        administrator = takes_up(server, link)
        comes_back_unchanged(administrator)
        changes_and_takes_back(administrator)
    house.check_data(data)


def takes_up(server, link):
    browser = server.browser()
    fields = browser.get(link).form(link)
    fields.update(user_name="nga@thuongha.gov.vn", password=PASSWORD, password_again=PASSWORD)
    equal(browser.post(link, fields).status, 303, "the first administrator chooses a password")
    return browser


def proposal(browser, content, name="danh mục.csv"):
    fields = browser.get("/co-quan/nhap").form("/co-quan/nhap")
    fields.pop("file", None)
    answer = browser.upload("/co-quan/nhap", fields, "file", name, content)
    equal(answer.status, 303, "a table that was uploaded")
    return answer.location, browser.get(answer.location)


def comes_back_unchanged(browser):
    for ending in ("csv", "xlsx"):
        file = browser.get(f"/co-quan/danh-muc.{ending}")
        equal(file.status, 200, f"the directory as {ending}")
        _, page = proposal(browser, file.body, f"danh mục.{ending}")
        check("không có gì để nhập" in page.text, f"what was taken along as {ending} comes back")
        template = browser.get(f"/co-quan/nhap/mau.{ending}")
        equal(template.status, 200, f"the template as {ending}")


def changes_and_takes_back(browser):
    content = "Mã,Tên,Mã cấp trên\nSNV,Sở Nội vụ và Lao động,\nX1,,SNV\n".encode()
    path, page = proposal(browser, content)
    check("Sở Nội vụ → Sở Nội vụ và Lao động" in page.text, "what would change is shown")
    check("Sở Nội vụ và Lao động" not in browser.get("/co-quan").text, "nothing has changed yet")
    equal(browser.post(path, page.form(path)).status, 303, "confirming")
    check("Sở Nội vụ và Lao động" in browser.get("/co-quan").text, "it has changed")
    done = browser.get(path)
    undoing = path + "/hoan-tac"
    equal(browser.post(undoing, done.form(undoing)).status, 303, "taking it back")
    check("Sở Nội vụ và Lao động" not in browser.get("/co-quan").text, "it is as it was")
    equal(browser.post(undoing, done.form(undoing)).status, 409, "taking it back twice")
    path, page = proposal(browser, "Mã,Tên,Loại\nSX,,lạ\n".encode())
    check("Không có loại" in page.text, "conflicts are told")
    discarding = path + "/bo"
    equal(browser.post(discarding, page.form(discarding)).status, 303, "discarding")
    equal(browser.get(path).status, 404, "a proposal that was discarded")
