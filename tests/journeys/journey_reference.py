"""A province's own tables of policy: in the place of ours, in backups, refused where broken."""
import pathlib

from house import ROOT, check

OURS = ROOT / "data" / "reference"
NORMS = "key;valid_from;valid_to;title;unit;ceiling;source\n"


def journey(house):
    data = house.sample()
    own = pathlib.Path(data) / "reference"
    own.mkdir()
    products = (OURS / "products.csv").read_text(encoding="utf-8")
    row = "card;Thẻ hướng dẫn;thẻ;no;;thẻ|thẻ hướng dẫn\n"
    (own / "products.csv").write_text(products.rstrip("\n") + "\n" + row, encoding="utf-8")
    areas = (OURS / "plan_areas.csv").read_text(encoding="utf-8")
    areas = areas.replace(";Cải cách thể chế", ";Thể chế của tỉnh")
    (own / "plan_areas.csv").write_text(areas, encoding="utf-8")
    done = house.must("config", "check", "--data", data, *house.settings(data))
    check("reference/products.csv" in done.stdout, f"config check names it: {done.stdout}")
    with house.serve(data) as server:
        page = server.browser("Cán bộ cơ quan").get("/minh-chung")
        check("Thẻ hướng dẫn" in page.text, "a product of the province's own is offered")
        page = server.browser().get("/ke-hoach")
        page = server.browser().get(page.links("/ke-hoach/")[0])
        check("Thể chế của tỉnh" in page.text, "an area bears the province's own words")
    goes_with_a_backup(house, data)
    refuses(house, data, own)


def goes_with_a_backup(house, data):
    backup, there = house.fresh(), house.fresh()
    house.must("backup", "create", "--data", data, *house.settings(data), "--to", backup)
    house.must("backup", "verify", backup)
    house.must("backup", "restore", backup, "--data", there, *house.settings(there))
    kept = (pathlib.Path(there) / "reference" / "products.csv").read_text(encoding="utf-8")
    check("Thẻ hướng dẫn" in kept, "the restored house has the province's own table")


def refuses(house, data, own):
    (own / "budget_norms.csv").write_text(NORMS + "hall;2025-01-01;;Hội trường;buổi;x;NQ\n")
    (own / "norms.csv").write_text(NORMS)
    for command in (["config", "check"], ["serve", "--port", "0"], ["check"]):
        said = house.must(*command, "--data", data, *house.settings(data), code=78).stderr
        check(
            f"{own}/budget_norms.csv: Dòng 2, cột ceiling: “x”" in said,
            f"{command} names file, line and column: {said}",
        )
        check(f"{own}/norms.csv: Không có bảng" in said, f"{command} names both: {said}")
    (own / "budget_norms.csv").unlink()
    (own / "norms.csv").unlink()
    house.must("config", "check", "--data", data, *house.settings(data))
