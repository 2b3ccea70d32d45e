"""A province with a past, made by one command: small here, and whole on both databases."""
import os

from house import check, equal

ON_POSTGRES = True
SMALL = ("--until", "2026-04-10", "--agencies", "31", "--officers", "20")


def journey(house):
    data = house.fresh()
    if house.database:
        house.database.create(data)
    where = ("--data", data, *house.settings(data))
    refuses(house, where)
    made = house.must("demo", "--years", "1", *SMALL, "--json", *where, seconds=300).stdout
    check('"year":2026' in made, f"the year is told: {made}")
    house.check_data(data)
    check("rows" in house.must("audit", "verify", *where).stdout, "the trail is verified")
    with house.serve(data) as server:
        page = server.browser("Điều phối").get("/theo-doi")
        equal(page.status, 200, "the boards")
        check(len(page.links("/theo-doi/")) >= 2, "both plans have a board")
        reports = server.browser("Cán bộ cơ quan").get("/bao-cao")
        check("6 tháng đầu năm 2026" in reports.text, "the running quarter's report is owed")
        equal(reports.text.count("Đã phê duyệt"), 1, "its report of the quarter before")
    house.must("demo", "--years", "1", *SMALL, *where, code=73)


def refuses(house, where):
    house.must("demo", "--years", "0", *where, code=64)
    house.must("demo", "--seed", "3", *where, code=64)
    house.must("demo", "--years", "1", "--until", "hôm qua", *where, code=65)
    if not house.database:  # where half of it stays: a database is not ours to remove
        house.must("demo", "--years", "1", "--agencies", "5", *where, code=65)
    check(not os.path.exists(where[1]), "what was refused left nothing")
