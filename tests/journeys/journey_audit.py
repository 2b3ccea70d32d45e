"""The trail and its two verifiers: tampered in each way, both name the same row.

Tampering is done with the database's own tools, as somebody would who has the machine."""
import csv
import io
import json
import os
import pathlib
import shutil
import sqlite3
import stat
import subprocess
import sys

from house import ROOT, check, equal

ON_POSTGRES = True
VERIFIER = ROOT / "tools" / "verify_audit.py"
FILE = "caicach-audit-checkpoints.jsonl"
UNLOCK_SQLITE = "".join(
    f"DROP TRIGGER {table}_{word};"
    for table in ("audit_entry", "audit_checkpoint")
    for word in ("stays", "remains")
)
UNLOCK_POSTGRES = "".join(
    f"ALTER TABLE {table} DISABLE TRIGGER USER;" for table in ("audit_entry", "audit_checkpoint")
)
CUT = (
    "DELETE FROM audit_entry WHERE seq > {0}; DELETE FROM audit_checkpoint WHERE seq > {0};"
    "UPDATE audit_head SET seq = {0}, hash = (SELECT hash FROM audit_entry WHERE seq = {0});"
)


def journey(house):
    share = pathlib.Path(house.fresh())
    share.mkdir()
    data = house.sample()
    rows = signs_at_the_end(house, data, share)
    kept = share / FILE
    says_where_from(house, data, share)
    rows = lines(share)[-1]["seq"]
    agree(house, data, kept)
    keeps_its_key(house, data, kept)
    exported_as_csv(house, data, kept)
    tampering(house, data, kept, rows)
    rolled_back(house, data, share)
    refusals(house, data, kept)


def run_once(house, data, share):
    """The start writes a line of its own, the end signs it."""
    with house.serve(data, "--set", f"audit.checkpoint_folder={share}"):
        pass


def signs_at_the_end(house, data, share):
    run_once(house, data, share)
    first = lines(share)
    equal(len(first), 1, "a clean end signs")
    run_once(house, data, share)
    both = lines(share)
    equal(both[:1], first, "lines are only added")
    equal(len(both), 2, "each end signs once")
    check(both[1]["seq"] > both[0]["seq"], "the trail has grown")
    return both[1]["seq"]


def says_where_from(house, data, share):
    """A line of the browser's, and the first sign-in names the session of all that follows."""
    with house.serve(data, "--set", f"audit.checkpoint_folder={share}") as server:
        overseer = server.browser("Theo dõi")
        equal(overseer.get("/nhat-ky/tep.csv").status, 200, "the trail as a file")
    exported = house.must("audit", "export", "--data", data, *house.settings(data)).stdout
    rows = [json.loads(line) for line in exported.splitlines()]
    told = [row for row in rows if row["address"]]
    check(told, "lines of a browser say from where")
    equal({row["address"] for row in told}, {"127.0.0.1"}, "from this machine")
    begun = [row for row in told if row["action"] == "identity.session.created"][-1]
    check(begun["session"], "the line of signing in names its session")
    equal(told[-1]["session"], begun["session"], "what was done then was done in it")
    check(not rows[0]["address"] and not rows[0]["session"], "the program came from nowhere")


def lines(share):
    return [json.loads(line) for line in (share / FILE).read_text(encoding="utf-8").splitlines()]


def by_program(house, data, kept, *more):
    done = house.run(
        "audit", "verify", "--data", data, *house.settings(data), "--json",
        "--checkpoints", kept, *more,
    )
    found = json.loads(done.stdout)
    equal(done.returncode, 0 if found["ok"] else 65, "the exit code says the same")
    return found


def by_python(house, data, kept):
    trail = os.path.join(data, "caicach.db")
    if house.database:
        trail = os.path.join(data, "trail.jsonl")
        exported = house.must("audit", "export", "--data", data, *house.settings(data))
        pathlib.Path(trail).write_text(exported.stdout, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, VERIFIER, trail, "--checkpoints", kept, "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    check(done.stdout, f"verify_audit.py answers: {done.stderr}")
    found = json.loads(done.stdout)
    equal(done.returncode, 0 if found["ok"] else 65, "its exit code says the same")
    return found


def agree(house, data, kept):
    """Both on the same; what the program found."""
    found, again = by_program(house, data, kept), by_python(house, data, kept)
    equal(again["ok"], found["ok"], f"the second verifier ({again} for {found})")
    if not found["ok"]:
        equal(again["first_bad"]["seq"], found["first_bad"]["seq"], "the row that it names")
        # An export has neither the head nor the checkpoints beside the chain.
        if not house.database:
            equal(again["first_bad"]["fault"], found["first_bad"]["fault"], "the fault")
    return found


def exported_as_csv(house, data, kept):
    """The second verifier on a CSV of the running program, whole and tampered in each way."""
    with house.serve(data, "--set", f"audit.checkpoint_folder={kept.parent}"):
        done = house.must("audit", "export", "--csv", "--data", data, *house.settings(data))
    heading, *rows = csv.reader(io.StringIO(done.stdout, newline=""))
    check(len(rows) > 100, "the sample has a trail")
    last = lines(kept.parent)[-1]["seq"]
    changed = [[*row] for row in rows]
    at = heading.index("action")
    changed[40][at] = chr(ord(changed[40][at][0]) ^ 1) + changed[40][at][1:]
    swapped = [*rows[:60], rows[61], rows[60], *rows[62:]]
    ways = {
        "as it is": (rows, None, None),
        "one bit changed": (changed, 41, "changed"),
        "a row deleted": (rows[:50] + rows[51:], 51, "missing"),
        "two rows in each other's place": (swapped, 61, "missing"),
        "the tail cut off": (rows[: last - 5], last - 4, "truncated"),
    }
    path = pathlib.Path(house.fresh() + ".csv")
    for name, (tampered, seq, fault) in ways.items():
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([heading, *tampered])
        done = subprocess.run(
            [sys.executable, VERIFIER, path, "--checkpoints", kept, "--json"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        found = json.loads(done.stdout).get("first_bad", {})
        equal((found.get("seq"), found.get("fault")), (seq, fault), f"a CSV: {name}")
        equal(done.returncode, 65 if seq else 0, f"the exit code for a CSV: {name}")


def keeps_its_key(house, data, kept):
    mode = stat.S_IMODE(os.stat(os.path.join(data, "audit.key")).st_mode)
    equal(oct(mode), oct(0o600), "the key is its owner's alone")
    key = house.must("audit", "key", "--data", data, *house.settings(data)).stdout.strip()
    equal(lines(kept.parent)[0]["public_key"], key, "the public half in each checkpoint")
    check(by_program(house, data, kept, "--key", key)["ok"], "signed by this key")
    equal(
        by_program(house, data, kept, "--key", "0" * 64)["first_bad"]["fault"],
        "badly_signed",
        "not by another",
    )


def tamper(house, data, sql):
    if house.database:
        address = house.settings(data)[1].removeprefix("database.url=")
        subprocess.run(
            ["psql", "--quiet", "-v", "ON_ERROR_STOP=1", address, "-c", UNLOCK_POSTGRES + sql],
            check=True,
        )
        return
    connection = sqlite3.connect(os.path.join(data, "caicach.db"))
    connection.executescript(UNLOCK_SQLITE + sql)
    connection.close()


def copy_of(house, data):
    """Of the data folder as it is now, with a database of its own."""
    copy = house.fresh()
    shutil.copytree(data, copy)
    if house.database:
        house.database.create(copy, data)
    return copy


def tampering(house, data, kept, rows):
    middle = rows // 2
    ways = {
        "a changed letter": ("UPDATE audit_entry SET actor_name = 'Ai đó' WHERE seq = {0};", 0),
        "a changed address": ("UPDATE audit_entry SET address = '10.0.0.9' WHERE seq = {0};", 0),
        "a changed session": ("UPDATE audit_entry SET session = 'x' WHERE seq = {0};", 0),
        "a changed moment": ("UPDATE audit_entry SET at = 'hôm qua' WHERE seq = {0};", 0),
        "a deleted row": ("DELETE FROM audit_entry WHERE seq = {0};", 0),
        "two rows in each other's place": (
            "UPDATE audit_entry SET seq = 0 WHERE seq = {0};"
            "UPDATE audit_entry SET seq = {0} WHERE seq = {0} + 1;"
            "UPDATE audit_entry SET seq = {0} + 1 WHERE seq = 0;",
            0,
        ),
        "a tail cut off without a trace": (CUT, 1),
    }
    for name, (sql, further) in ways.items():
        copy = copy_of(house, data)
        tamper(house, copy, sql.format(middle))
        found = agree(house, copy, kept)
        check(not found["ok"], f"{name} is seen")
        equal(found["first_bad"]["seq"], middle + further, name)
    if not house.database:
        flipped_bit(house, data, kept)


def flipped_bit(house, data, kept):
    """In the file itself, not by SQL."""
    copy = copy_of(house, data)
    path = pathlib.Path(copy, "caicach.db")
    connection = sqlite3.connect(path)
    action, seq = connection.execute(
        "SELECT action, seq FROM audit_entry WHERE seq > 1 ORDER BY seq LIMIT 1"
    ).fetchone()
    hashes = connection.execute("SELECT hash FROM audit_entry WHERE seq = ?", (seq,)).fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    # Rows fill a page from its end: the hash as the next row has it stands before the row itself.
    place = content.rindex(action.encode(), 0, content.rindex(hashes[0].encode()))
    content[place] ^= 1
    path.write_bytes(content)
    found = agree(house, copy, kept)
    equal((found["first_bad"]["seq"], found["first_bad"]["fault"]), (seq, "changed"), "one bit")


def rolled_back(house, data, share):
    """Yesterday's database in today's place, then used again."""
    older = copy_of(house, data)
    end = lines(share)[-1]["seq"]
    run_once(house, data, share)
    found = agree(house, older, share / FILE)
    equal(found["first_bad"]["seq"], end + 1, "the first row that the older file has not")
    equal(found["first_bad"]["fault"], "truncated", "an older file")
    before = (share / FILE).read_bytes()
    for _ in range(2):
        run_once(house, older, share)
    equal((share / FILE).read_bytes(), before, "the proof is not written over")
    found = agree(house, older, share / FILE)
    equal(found["first_bad"]["fault"], "rewritten", "an older file that went on")
    done = house.run(
        "check", "audit.chain", "--data", older, *house.settings(older),
        "--set", f"audit.checkpoint_folder={share}",
    )
    equal(done.returncode, 65, "the check asks the file too")


def refusals(house, data, kept):
    settings = house.settings(data)
    house.must("audit", "verify", "--data", data, *settings, "--checkpoints", "khong-co", code=66)
    if not house.database:
        house.must("audit", "verify", "--data", house.fresh(), code=66)
    house.must("audit", code=64)
    wrong = kept.parent / "sai.jsonl"
    wrong.write_text("xin chào\n", encoding="utf-8")
    done = house.must("audit", "verify", "--data", data, *settings, "--checkpoints", wrong, code=65)
    check("dòng 1" in done.stderr, "the line is named")
