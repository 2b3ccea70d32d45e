"""What is stored, asked past the program; and what the program itself says of it."""
import collections

from house import check


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
    """How often each is there."""
    rows = house.rows(data, "SELECT title FROM evidence_fact")
    check(rows, "there are facts")
    return collections.Counter(title for title, in rows)


def obstacles(house, data):
    """How often each is there."""
    rows = house.rows(data, "SELECT problem FROM obligation_obstacle")
    return collections.Counter(problem for problem, in rows)
