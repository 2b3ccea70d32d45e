"""The target and the budget line of the year."""

from house import check, equal
from tables import table
from year_ledger import BUDGET, MEASURED


def measure(year, server, month):
    """The agency of the target states its parts and its whole, and where they stand."""
    clerk = year.clerk(server)
    board = f"/theo-doi/{year.code(server)}/chi-tieu"
    targets = year.browser(server, "Điều phối").get(board)
    target = next(
        link.partition("?")[0]
        for link in targets.links(f"/chi-tieu/{year.code(server)}/")
        if not any(other in link for other in ("/nhap", "/nhip", "/chia-tach"))
    )
    page = clerk.get(clerk.get(target).links(target + "/so-lieu")[0])
    for measured in MEASURED:
        if measured.day.month != month:
            continue
        form = page.form(target + "/so-lieu")
        fields = {
            **form,
            "numerator": str(measured.part),
            "denominator": str(measured.whole),
            "as_of": f"{measured.day:%d/%m/%Y}",
            "source": "Hệ thống một cửa",
        }
        answer = clerk.post(target + "/so-lieu", fields)
        equal(answer.status, 303, f"stating a measurement: {answer.text[-600:]}")


def spend(year, server):
    """A line is estimated, appraised for less, and spent in two goes."""
    clerk = year.clerk(server)
    coordinator = year.browser(server, "Điều phối")
    path = f"/kinh-phi/moi/{year.code(server)}"
    form = clerk.get(path).form(path)
    fields = {**form, "title": "In tờ gấp", "source": "regular", "total": str(BUDGET.estimate)}
    answer = clerk.post(path, fields)
    equal(answer.status, 303, f"a budget line: {answer.text[-600:]}")
    line = answer.location
    form = coordinator.get(line).form(line + "/tham-dinh")
    fields = {**form, "amount": str(BUDGET.granted)}
    answer = coordinator.post(line + "/tham-dinh", fields)
    equal(answer.status, 303, f"an appraisal: {sorted(form)}")
    for amount in BUDGET.spent:
        form = clerk.get(line).form(line + "/chi")
        answer = clerk.post(
            line + "/chi", {**form, "spent": str(amount), "voucher": f"UNC {amount}"}
        )
        equal(answer.status, 303, f"spending: {sorted(form)} {answer.text[-600:]}")


def look(year, server):
    overseer = year.browser(server, "Theo dõi")
    board = f"/theo-doi/{year.code(server)}"
    (target,) = table(overseer, board + "/chi-tieu.csv")
    last = max(MEASURED, key=lambda measured: measured.day)
    found = [int(target["Tử số"]), int(target["Mẫu số"]), target["Tình trạng"]]
    equal(found, [last.part, last.whole, "Đạt"], "the target at the end of the year")
    check(100 * last.part >= 85 * last.whole, "it is reached by hand, too")
    (line,) = table(overseer, board + "/kinh-phi.csv")
    found = [int(line[f"{name} (đồng)"]) for name in ("Dự toán", "Mức thẩm định", "Đã chi")]
    equal(found, [BUDGET.estimate, BUDGET.granted, sum(BUDGET.spent)], "the budget line")
