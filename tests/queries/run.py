#!/usr/bin/env python3
"""Asks SQLite how it would carry out each statement of the modules, on a database without rows.

usage: run.py CAICACH [--list]

A statement that reads all of a table (SCAN) gets slower with every year, so it is a fault, unless
tests/queries/exceptions.txt says why it may. An exception that nothing needs is a fault, too.
--list prints what is found instead.
"""
import fnmatch
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NAMED = re.compile(r"\b(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)(?:\s+(?:AS\s+)?(\w+))?", re.I)
OTHER_DATABASE = re.compile(r"^-- postgres:.*?(?=^-- (?:both|sqlite):|\Z)", re.M | re.S)
PARAMETER = re.compile(r"\$(\d+)")
# What search::rows_of_newest writes before a statement that says so: the ids that it found.
OF_SEARCH, FOUND = "search::rows_of_newest", "WITH found AS (SELECT ?1 AS id) "


def opened(folder):
    """A database as `caicach migrate` makes it; what our functions answer does not matter here."""
    made = subprocess.run(
        [sys.argv[1], "migrate", "--data", folder], capture_output=True, check=False
    )
    if made.returncode != 0:
        sys.exit(made.stderr.decode())
    database = sqlite3.connect(f"{folder}/caicach.db")
    database.create_function("fold", -1, lambda *_: "")
    database.create_collation("vi", lambda left, right: (left > right) - (left < right))
    return database


class Schema:
    def __init__(self, database):
        rows = database.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        self.tables = {name for kind, name, _ in rows if kind == "table"}
        self.views = {name: sql for kind, name, sql in rows if kind == "view"}

    def tables_by_alias(self, sql):
        """What each name of a statement, or of a view that it reads, may stand for."""
        found = {}
        for table, alias in NAMED.findall(sql):
            if table in self.views:
                for name, tables in self.tables_by_alias(self.views[table]).items():
                    found.setdefault(name, set()).update(tables)
            elif table in self.tables:
                found.setdefault(alias or table, set()).add(table)
                found.setdefault(table, set()).add(table)
        return found


def scanned(database, schema, sql):
    """The tables that a statement reads as a whole."""
    sql = PARAMETER.sub(r"?\1", OTHER_DATABASE.sub("", sql))
    if OF_SEARCH in sql:
        sql = FOUND + sql
    parameters = max((int(number) for number in re.findall(r"\?(\d+)", sql)), default=0)
    plan = database.execute("EXPLAIN QUERY PLAN " + sql, [None] * parameters).fetchall()
    aliases = schema.tables_by_alias(sql)
    words = [step[3].split() for step in plan]
    names = {step[1] for step in words if step[0] == "SCAN"}
    return {table for name in names for table in aliases.get(name, ())}


def exceptions():
    """(table or statement, why), as patterns."""
    lines = (HERE / "exceptions.txt").read_text("utf-8").splitlines()
    return [line.split(None, 1)[0] for line in lines if line and not line.startswith("#")]


def main():
    statements = sorted(ROOT.glob("modules/*/sql/*.sql")) + sorted(
        ROOT.glob("foundation/*/sql/*.sql")
    )
    if not statements:
        sys.exit("no statements found")
    faults, allowed, used = [], exceptions(), set()
    with tempfile.TemporaryDirectory() as folder:
        database = opened(folder)
        schema = Schema(database)
        for path in statements:
            name = f"{path.parts[-3]}/{path.stem}"
            for table in sorted(scanned(database, schema, path.read_text("utf-8"))):
                fits = [each for each in allowed if fnmatch.fnmatch(table, each) or each == name]
                used.update(fits)
                if not fits or "--list" in sys.argv:
                    faults.append(f"{name} reads all of {table}")
        database.close()
    faults += [f"{each}: no statement needs this exception" for each in allowed if each not in used]
    print(*faults, f"{len(statements)} statements, {len(faults)} faults", sep="\n")
    sys.exit(1 if faults else 0)


main()
