"""What is stored, asked past the program; and what the program itself says of it."""
import contextlib
import os
import re
import sqlite3
import subprocess

from house import check


def rows(house, data, statement):
    """The cells of each row, as text."""
    if house.database:
        address = re.search(r"database\.url=(.*)", house.settings(data)[1])[1]
        done = subprocess.run(
            ["psql", "--quiet", "-AtF", "\t", address, "-c", statement],
            check=True,
            capture_output=True,
            text=True,
        )
        return [tuple(line.split("\t")) for line in done.stdout.splitlines()]
    with contextlib.closing(sqlite3.connect(os.path.join(data, "caicach.db"))) as database:
        return [tuple(map(str, row)) for row in database.execute(statement)]


def is_whole(house, data):
    """Every check, the chain of the audit."""
    house.check_data(data)
    house.must("audit", "verify", "--data", data, *house.settings(data))


def has_no_damage(house, data):
    """SQLite's own look at every page and index; PostgreSQL reads all rows for its dump."""
    copy = house.fresh()
    house.must("backup", "create", "--to", copy, "--data", data, *house.settings(data))
    house.must("backup", "verify", copy, *house.settings(data))


def titles(house, data):
    found = {title for title, in rows(house, data, "SELECT title FROM evidence_fact")}
    check(found, "there are facts")
    return found
