"""What agencies reported is worked out anew by a program that shares nothing with ours."""
import sqlite3
import subprocess
import sys

from house import ROOT, check, equal

TOOL = ROOT / "tools" / "recompute_reports.py"
SMALL = ("--until", "2026-06-25", "--agencies", "31", "--officers", "20")


def journey(house):
    data = house.fresh()
    house.must("demo", "--years", "1", *SMALL, "--data", data, seconds=300)
    told = recomputed(data, 0)
    check(
        "numbers from facts" in told and "numbers from tasks" in told, f"what it compared: {told}"
    )
    check(told.startswith("0 differences"), f"all agree: {told}")
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


def finds(data, what, statement, word):
    """What a hand did in the database is told, and nothing else of the file is lost by it."""
    with sqlite3.connect(f"{data}/caicach.db", isolation_level=None) as database:
        database.execute("BEGIN")
        database.execute(statement)
        database.execute("COMMIT")
    check(word in recomputed(data, 65), what)


def recomputed(data, code):
    command = [sys.executable, TOOL, data]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    equal(done.returncode, code, f"recomputing: {done.stderr[:500]}")
    return done.stderr
