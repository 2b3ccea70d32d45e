"""Parts of its dialogues that an agency proposes to communes: one agrees, one does not."""

from house import check, equal
from tables import table
from year_ledger import (
    COMMUNE_KINDS,
    DEPARTMENT_KINDS,
    GIVER,
    HEIR,
    MERGED,
    YEAR,
    made_facts,
)

PATH, PRODUCT = "II.6", "Đối thoại"
# Whose people coordinate the plan: they propose for the leads, and answer for no commune.
COORDINATING = "SNV"


def propose_two(year, server):
    """Both leads fall short by what they do alone; the part of a commune would be enough."""
    did = {}
    for month in range(1, 13):
        for fact in made_facts(year.agencies, month):
            if fact.product == PRODUCT and not fact.path:
                did[fact.agency] = did.get(fact.agency, 0) + fact.quantity
    merging = {GIVER, HEIR, MERGED, COORDINATING}
    leads = [
        code
        for code, kind in sorted(year.agencies.items())
        if kind in DEPARTMENT_KINDS and code not in merging and did.get(code, 0) == 1
    ]
    communes = [
        code
        for code, kind in sorted(year.agencies.items())
        if kind in COMMUNE_KINDS and did.get(code, 0) > 0
    ]
    check(len(leads) > 1 and len(communes) > 1, "there are who needs help, and who can")
    year.agreed = propose(year, server, leads[0], communes[0], "dong-y", {})
    refusal = {"refusal": "Xã đang sắp xếp lại"}
    year.refused = propose(year, server, leads[1], communes[1], "khong-nhan", refusal)
    owed = next(owed for owed in year.owed if owed.agency == leads[0] and owed.duty.path == PATH)
    owed.helpers.add(communes[0])
    year.helped = did[communes[0]]


def propose(year, server, lead, partner, answer, fields):
    """Proposes, looks at both sides, answers; the address of the work."""
    coordinator = year.browser(server, "Điều phối")
    task = year.task_of(server, lead, PATH, f"{YEAR}-12")
    division = task + "/phan-cong"
    form = coordinator.get(division).form(division)
    terms = {"agency": partner, "content": "Một cuộc đối thoại ở xã", "needed": "1"}
    equal(coordinator.post(division, {**form, **terms}).status, 303, "proposing")
    rows = table(coordinator, division + ".csv")
    equal([row["Cơ quan"] for row in rows], [year.names[partner]], "who is asked")
    equal(rows[0]["Thống nhất"], "Chờ cơ quan phối hợp trả lời", "it waits")
    equal(rows[0]["Tình trạng"], "", "nobody owes what is not agreed")
    page = coordinator.get(division).links("/phan-viec/")[0]
    csrf = coordinator.get(page).csrf()
    forged = coordinator.post(f"{page}/{answer}", {"csrf": csrf, "version": "1", **fields})
    equal(forged.status, 403, "answering for the other side")
    check("quyền ở cả hai cơ quan" in forged.text, "it says why")
    user_name = f"{partner.lower()}@songlam.example"
    year.invites(
        server, user_name, name="Chủ tịch xã", agency=partner, role="agency_head", branch=partner
    )
    head = year.person(server, user_name)
    form = head.get(page).form(f"{page}/{answer}")
    equal(head.post(f"{page}/{answer}", {**form, **fields}).status, 303, "answering")
    return task


def look(year, server):
    """The part that was agreed has what its agency did; the other is nobody's."""
    coordinator = year.browser(server, "Điều phối")
    agreed = table(coordinator, year.agreed + "/phan-cong.csv")
    equal(
        [(row["Thống nhất"], row["Đã làm"], row["Tình trạng"]) for row in agreed],
        [("Đã thống nhất", str(year.helped), "Hoàn thành đúng hạn")],
        "what was agreed",
    )
    refused = table(coordinator, year.refused + "/phan-cong.csv")
    equal([row["Thống nhất"] for row in refused], ["Không nhận"], "what was refused")
    check("Hoàn thành" in coordinator.get(year.agreed).text, "with the part the whole is done")
    check("Quá hạn" in coordinator.get(year.refused).text, "without it it is not")
