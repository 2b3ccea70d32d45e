"""Own plans of the year: sent, returned, sent again, accepted and amended."""

from house import equal
from tables import table
from year_ledger import HANDED_ON_FROM, OWN_PLANS, YEAR, Fact, last_of_month


def task_of(year, server, agency):
    """Where the agency's duty to have a plan of its own stands."""
    return year.task_of(server, agency, "II.5", f"{YEAR}-03")


def send_all(year, server):
    """One is accepted at once; the other is returned, sent again and accepted."""
    clerk = year.clerk(server)
    coordinator = year.browser(server, "Điều phối")
    day = last_of_month(HANDED_ON_FROM.month - 1)
    for agency in OWN_PLANS:
        task = task_of(year, server, agency)
        year.own_plans[agency] = sends(clerk, task, agency, "Viết bài mỗi tuần")
        year.facts.append(Fact(f"own-{agency}", agency, "Kế hoạch của cơ quan", day, 1))
    path = year.own_plans[OWN_PLANS[1]]
    form = coordinator.get(path).form(path + "/tra-lai")
    answer = coordinator.post(path + "/tra-lai", {**form, "reason": "Chưa phân công"})
    equal(answer.status, 303, "returning an own plan")
    task = task_of(year, server, OWN_PLANS[1])
    sends(clerk, task, OWN_PLANS[1], "Phòng Tổ chức viết bài mỗi tuần")
    for path in year.own_plans.values():
        form = coordinator.get(path).form(path + "/chap-nhan")
        equal(coordinator.post(path + "/chap-nhan", form).status, 303, "accepting")


def sends(clerk, task, agency, activity):
    path = task + "/ke-hoach-rieng"
    form = clerk.get(path).form(path)
    first = next(name for name in sorted(form) if name.endswith("-activity"))
    fields = {
        **{name: value for name, value in form.items() if name != "document"},
        "form": "filed",
        "title": f"Kế hoạch số 5/KH-{agency}",
        first: activity,
    }
    answer = clerk.upload(path, fields, "document", "ke-hoach.pdf", b"%PDF-1.7 " + path.encode())
    equal(answer.status, 303, f"sending an own plan: {answer.text[-800:]}")
    return answer.location


def amend(year, server):
    """Long after its day: it counts from the day on which it was sent first, nevertheless."""
    clerk = year.clerk(server)
    coordinator = year.browser(server, "Điều phối")
    agency = OWN_PLANS[0]
    task = task_of(year, server, agency)
    path = sends(clerk, task, agency, "Viết bài mỗi ngày")
    equal(path, year.own_plans[agency], "an amendment is the same plan")
    form = coordinator.get(path).form(path + "/chap-nhan")
    equal(coordinator.post(path + "/chap-nhan", form).status, 303, "accepting an amendment")


def look(year, server):
    overseer = year.browser(server, "Theo dõi")
    board = f"/theo-doi/{year.code(server)}/ke-hoach-rieng"
    rows = table(overseer, board + ".csv")
    accepted = {row["Cơ quan"] for row in rows if row["Tình trạng"] == "Đã chấp nhận"}
    equal(accepted, {year.names[agency] for agency in OWN_PLANS}, "own plans accepted")
    said = {
        row["Cơ quan"]: row["Nhiệm vụ, hoạt động"]
        for row in table(overseer, board + "/noi-dung.csv")
    }
    wanted = ["Viết bài mỗi ngày", "Phòng Tổ chức viết bài mỗi tuần"]
    equal(said, dict(zip(map(year.names.get, OWN_PLANS), wanted)), "what own plans say")
