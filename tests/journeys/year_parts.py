"""Work that an agency hands on to a unit of its own."""

from house import check, equal
from tables import table
from year_ledger import GIVER, HANDED_ON_FROM, UNIT, YEAR


def hand_on(year, server):
    """One article a month, of this month and of all later ones."""
    coordinator = year.browser(server, "Điều phối")
    task = year.task_of(server, GIVER, "II.1", f"{HANDED_ON_FROM:%Y-%m}")
    form = coordinator.get(task + "/giao-tiep").form(task + "/giao-tiep")
    fields = {**form, "who": "chosen", "units": UNIT, "needed": "1", "later": "1"}
    equal(coordinator.post(task + "/giao-tiep", fields).status, 303, "handing on")


def look(year, server):
    """The giver's own list has what the unit did; the boards of the province do not know it."""
    coordinator = year.browser(server, "Điều phối")
    rows = table(coordinator, f"/viec/da-giao.csv?co-quan={GIVER}&nam={YEAR}")
    equal({row["Đơn vị"] for row in rows}, {year.names[UNIT]}, "who was given work")
    equal(len(rows), 13 - HANDED_ON_FROM.month, "parts")
    did = sum(fact.quantity for fact in year.facts if fact.agency == UNIT)
    equal(sum(int(row["Đã làm"]) for row in rows), did, "what the unit did")
    page = coordinator.get(f"/theo-doi/{year.code(server)}/viec?co-quan={UNIT}")
    check(not page.links("/viec/"), "no part stands in a list of the province")
