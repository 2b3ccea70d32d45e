"""What agencies reported is worked out anew by a program that shares nothing with ours."""
import json
import re
import sqlite3
import subprocess
import sys
import time

from house import ROOT, Failed, check, equal

TOOL = ROOT / "tools" / "recompute_reports.py"
# A form whose table has its rows, as an office would bring it; it begins with the month.
FORM = {
    "key": "thu_bang",
    "title": "Báo cáo có bảng định sẵn dòng",
    "owner": "Sở Nội vụ",
    "reporters": ["departments"],
    "period": {"length": "month"},
    "due": {"day": 5, "months_after": 1, "limit": "by", "on_day_off": "moves"},
    "lock": {"working_days_after_due": 5},
    "flow": {"needs_check": False, "needs_approval": False},
    "secrecy_notice": "Không nhập nội dung thuộc bí mật nhà nước.",
    "sections": [
        {
            "key": "so_lieu",
            "title": "Số liệu",
            "parts": [
                {
                    "table": {
                        "key": "loai",
                        "text": "Theo loại hồ sơ",
                        "rows_of": "fixed",
                        "fixed_rows": ["Trực tuyến", "Trực tiếp"],
                        "columns": [
                            {"key": "so", "text": "Số", "is_number": True, "adding": "sum"}
                        ],
                    }
                }
            ],
        }
    ],
}
SMALL = ("--until", "2026-06-25", "--agencies", "31", "--officers", "20")


def journey(house):
    data = house.fresh()
    house.must("demo", "--years", "1", *SMALL, "--data", data, seconds=300)
    with house.serve(data) as server:
        sends_a_table(server)
    told = recomputed(data, 0)
    for what in ("numbers from facts", "numbers from tasks", "numbers from obstacles"):
        check(what in told, f"what it compared: {told}")
    check("2 cells kept" in told, f"the cells of the table that was sent: {told}")
    check(told.startswith("0 differences"), f"all agree: {told}")
    finds(
        data,
        "a cell of a table that was changed",
        "UPDATE report_table_value SET numerator = numerator + 1 WHERE row_name = 'Trực tuyến'",
        "loai/Trực tuyến/so, cell kept",
    )
    puts(data, "UPDATE report_table_value SET numerator = numerator - 1 WHERE numerator = 120001")
    finds(
        data,
        "an obstacle that was slipped in behind",
        "INSERT INTO obligation_obstacle (id, code, obligation_id, plan_id, lineage, agency_id,"
        " handler_id, kind, problem, wish, state, raised_at, version) SELECT 1, 'SLIPPED', id,"
        " plan_id, lineage, agency_id, agency_id, 'other', 'x', 'y', 'open',"
        " '2026-01-05T02:00:00.000000Z', 1 FROM obligation_obligation WHERE agency_id IN"
        " (SELECT agency_id FROM report_value) LIMIT 1;"
        " INSERT INTO obligation_obstacle_step (id, obstacle_id, step, text, agency_id,"
        " to_agency_id, account_id, attachment_id, taken_at)"
        " VALUES (1, 1, 'raised', '', 0, 0, 0, 0, '2026-01-05T02:00:00.000000Z')",
        "worked out 1",
    )
    finds(
        data,
        "a value that was changed",
        "UPDATE report_value SET numerator = numerator + 1",
        "value kept",
    )
    finds(
        data,
        "a fact that was slipped in behind",
        "INSERT INTO evidence_fact (id, kind, unit, agency_id, happened_on, quantity, title, link,"
        " file_sha256, source_module, source_object, recorded_at, recorded_by, code, product)"
        " SELECT max(id) + 1, kind, unit, agency_id, happened_on, quantity, title, link,"
        " file_sha256, source_module, source_object, recorded_at, recorded_by, 'SLIPPED', product"
        " FROM evidence_fact WHERE product = 'article' AND happened_on BETWEEN '2026-01-01' AND"
        " '2026-02-28' AND agency_id IN (SELECT agency_id FROM report_value)",
        "worked out",
    )
    equal(
        house.run("check", "--data", data).returncode, 65, "the program's own check finds it, too"
    )


def sends_a_table(server):
    """The form is brought and put in force, its period opens, an officer fills the table in."""
    coordinator, officer = server.browser("Điều phối"), server.browser("Cán bộ cơ quan")
    page = coordinator.get("/mau-bao-cao/nhap")
    brought = {"csrf": page.csrf(), "content": json.dumps(FORM, ensure_ascii=False)}
    answer = coordinator.post("/mau-bao-cao/nhap/ghi", brought)
    equal(answer.status, 303, "bringing a form")
    form = re.match(r"/mau-bao-cao/\w+", answer.location)[0]
    action = form + "/ban-hanh"
    page = coordinator.get(answer.location)
    answer = coordinator.post(action, page.form(action))
    equal(answer.status, 303, "putting a form in force")
    report = report_owed(officer)
    page = officer.get(report)
    cells = {"csrf": page.csrf(), "o-loai/so-1": "12", "o-loai/so-2": "7"}
    answer = officer.post(report + "/o?phan=so_lieu", cells)
    equal(answer.status, 303, "filling the table in")
    sent = {**officer.get(report).form(report + "/gui"), "khong_mat": "1"}
    equal(officer.post(report + "/gui", sent).status, 303, "sending the report")


def report_owed(officer):
    """Its period is opened by a job."""
    for _ in range(100):
        for report in officer.get("/bao-cao").links("/bao-cao/"):
            if re.fullmatch(r"/bao-cao/\w+", report) and FORM["title"] in officer.get(report).text:
                return report
        time.sleep(0.1)
    raise Failed("no report with a table is owed after ten seconds")


def puts(data, statement):
    """By a hand, past the program."""
    with sqlite3.connect(f"{data}/caicach.db", isolation_level=None) as database:
        database.executescript(f"BEGIN; {statement}; COMMIT;")


def finds(data, what, statement, word):
    """What a hand did in the database is told, and nothing else of the file is lost by it."""
    puts(data, statement)
    check(word in recomputed(data, 65), what)


def recomputed(data, code):
    command = [sys.executable, TOOL, data]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    equal(done.returncode, code, f"recomputing: {done.stderr[:500]}")
    return done.stderr
