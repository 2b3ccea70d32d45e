"""Obstacles of the year: three are raised, one is answered and closed."""

from house import check, equal
from tables import table
from year_ledger import YEAR, last_of_month, state_of

PROBLEMS = [
    "Chưa có nguồn chi nhuận bút",
    "Trang của sở đang chuyển máy chủ",
    "Chỉ còn một người viết bài",
]


def raise_three(year, server):
    """Of three agencies whose articles of May are still missing."""
    clerk = year.clerk(server)
    today = last_of_month(5)
    owed_now = [x for x in year.owed if x.duty.path == "II.1" and x.due == today]
    missing = [x.agency for x in owed_now if not state_of(x, year.facts, today)]
    for agency, problem in zip(missing, PROBLEMS):
        task = year.task_of(server, agency, "II.1", f"{YEAR}-05")
        form = clerk.get(task + "/vuong-mac").form(task + "/vuong-mac")
        fields = {**form, "kind": "money", "problem": problem, "wish": "Xin ý kiến"}
        answer = clerk.post(task + "/vuong-mac", fields)
        equal(answer.status, 303, f"raising an obstacle of {agency}")
        year.obstacles[agency] = (answer.location, problem, "Chờ điều phối trả lời")
    equal(len(year.obstacles), len(PROBLEMS), "obstacles raised")


def answer_first(year, server):
    """The coordinator answers the first; its agency says that this is enough."""
    agency, (path, problem, _) = next(iter(year.obstacles.items()))
    coordinator = year.browser(server, "Điều phối")
    form = coordinator.get(path).form(path + "/tra-loi")
    answer = coordinator.post(path + "/tra-loi", {**form, "text": "Dùng kinh phí chi thường"})
    equal(answer.status, 303, "answering")
    clerk = year.clerk(server)
    page = clerk.get(path)
    check("Dùng kinh phí chi thường" in page.text, "the agency reads the answer")
    answer = clerk.post(path + "/khep", {**page.form(path + "/khep"), "closing": "Đã rõ"})
    equal(answer.status, 303, "closing")
    year.obstacles[agency] = (path, problem, "Đã khép lại")


def listed(browser, path):
    rows = table(browser, path)
    return {(row["Cơ quan nêu"], row["Khó khăn, vướng mắc"], row["Tình trạng"]) for row in rows}
