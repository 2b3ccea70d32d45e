#!/usr/bin/env python3
"""Verifies the trail of who did what without the program that wrote it: a second opinion.

    verify_audit.py caicach.db --checkpoints caicach-audit-checkpoints.jsonl
    verify_audit.py trail.jsonl --checkpoints …       from `caicach audit export`
    verify_audit.py trail.csv --checkpoints …         from `caicach audit export --csv`, or from the
      database's own tools, with a heading:
      psql caicach -c '\\copy (SELECT * FROM audit_entry ORDER BY seq) TO trail.csv CSV HEADER'

Needs Python and nothing else. modules/audit/README.md tells what is hashed and signed; this file
was written from there. Exit codes: 0 right, 65 wrong, 66 no such file."""
import argparse
import csv
import hashlib
import json
import os
import pathlib
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import ed25519  # noqa: E402

FIELDS = (
    "seq at actor_account actor_name acting_agency operating_system_user request_id action"
    " object_type object_id detail"
).split()
# What rows have had since later; an older export has none.
BEHALF = ["on_behalf_of", "on_behalf_of_name"]
ORIGIN = ["address", "session"]
LATER = {"on_behalf_of": "0", "on_behalf_of_name": "", "address": "", "session": ""}
COLUMNS = [*FIELDS, "previous_hash", "hash"]
CHECKPOINT_COLUMNS = ["seq", "hash", "at", "public_key", "signature"]
FIRST_PREVIOUS_HASH = b"0" * 64
OK, WRONG, NO_FILE = 0, 65, 66


class Bad(Exception):
    """The first bad row."""

    def __init__(self, seq, fault, checkpoint=None):
        super().__init__(f"row {seq}: {fault}")
        self.seq, self.fault, self.checkpoint = seq, fault, checkpoint


class Unusable(Exception):
    """The files cannot be verified at all."""


def netstrings(texts):
    return b"".join(b"%d:%b," % (len(text), text) for text in texts)


def hash_of(row):
    fields, behalf, origin = ([row[name] for name in names] for names in (FIELDS, BEHALF, ORIGIN))
    if any(origin):
        sealed = netstrings([b"caicach-audit-3", *fields, *behalf, *origin])
    elif behalf != [b"0", b""]:
        sealed = netstrings([b"caicach-audit-2", *fields, *behalf])
    else:
        sealed = netstrings([b"caicach-audit-1", *fields])
    return hashlib.sha256(row["previous_hash"] + sealed).hexdigest().encode()


def is_signed(checkpoint):
    message = netstrings(
        text.encode()
        for text in (
            "caicach-checkpoint-1",
            str(checkpoint["seq"]),
            checkpoint["hash"],
            checkpoint["at"],
        )
    )
    try:
        key, signature = (bytes.fromhex(checkpoint[name]) for name in ("public_key", "signature"))
    except ValueError:
        return False
    return ed25519.verify(key, message, signature)


class Database:
    """An SQLite file, opened for reading only."""

    def __init__(self, path):
        self.connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.connection.text_factory = bytes

    def head(self):
        found = self.connection.execute("SELECT seq, hash FROM audit_head WHERE id = 1").fetchone()
        if found is None:
            raise Bad(0, "headless")
        return found

    def last_seq(self):
        return self.connection.execute("SELECT max(seq) FROM audit_entry").fetchone()[0] or 0

    def rows(self):
        columns = self.connection.execute("PRAGMA table_info(audit_entry)")
        there = {column[1].decode() for column in columns}
        names = [*COLUMNS, *(name for name in LATER if name in there)]
        cells = ", ".join(f"coalesce(cast({name} AS TEXT), '')" for name in names)
        older = {name: text.encode() for name, text in LATER.items()}
        for row in self.connection.execute(f"SELECT {cells} FROM audit_entry ORDER BY seq"):
            yield {**older, **dict(zip(names, row))}

    def checkpoints(self):
        is_there = "SELECT 1 FROM sqlite_schema WHERE name = 'audit_checkpoint'"
        if not self.connection.execute(is_there).fetchone():
            return
        columns = ", ".join(CHECKPOINT_COLUMNS)
        for row in self.connection.execute(f"SELECT {columns} FROM audit_checkpoint ORDER BY seq"):
            texts = [cell if isinstance(cell, int) else str(cell, "utf-8") for cell in row]
            yield dict(zip(CHECKPOINT_COLUMNS, texts))


class Export:
    """Rows as JSON lines or CSV. An export names no end: only a checkpoint shows a missing one."""

    def __init__(self, path):
        self.path = path

    def head(self):
        return None

    def rows(self):
        with open(self.path, encoding="utf-8-sig", newline="") as lines:
            is_csv = str(self.path).endswith(".csv")
            for row in csv.DictReader(lines) if is_csv else map(json.loads, lines):
                if not set(COLUMNS) <= set(row):
                    raise Unusable(f"{self.path}: the columns must be {' '.join(COLUMNS)}")
                whole = {**LATER, **row}
                yield {name: str(whole[name]).encode() for name in (*COLUMNS, *LATER)}

    def checkpoints(self):
        return iter(())


def filed_checkpoints(path):
    """A last line without its end, as a loss of power leaves it, is passed over."""
    last = 0
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.endswith("\n"):
                return
            try:
                checkpoint = json.loads(line)
                seq = checkpoint["seq"]
                is_whole = checkpoint["format"] == "caicach-checkpoint-1" and seq > last
                is_whole = is_whole and all(name in checkpoint for name in CHECKPOINT_COLUMNS)
            except (ValueError, KeyError, TypeError):
                is_whole = False
            if not is_whole:
                raise Unusable(f"{path}: line {number} is no checkpoint, or not in its place")
            last = seq
            yield checkpoint


class Walk:
    """The chain row by row, beside the checkpoints that tell of it."""

    def __init__(self, witnesses, public_key):
        self.witnesses = [[witness, next(witness, None)] for witness in witnesses]
        self.public_key = public_key
        self.next, self.hash = 1, FIRST_PREVIOUS_HASH
        self.checkpoints = 0

    def visit(self, row):
        seq = int(row["seq"])
        if seq != self.next:
            raise Bad(self.next, "missing")
        if hash_of(row) != row["hash"]:
            raise Bad(seq, "changed")
        if row["previous_hash"] != self.hash:
            raise Bad(seq, "unlinked")
        self.hash = row["hash"]
        for witness in self.witnesses:
            if witness[1] and witness[1]["seq"] == seq:
                self.hear(witness[1])
                witness[1] = next(witness[0], None)
        self.next += 1

    def hear(self, checkpoint):
        is_trusted = self.public_key in (None, checkpoint["public_key"])
        if not is_trusted or not is_signed(checkpoint):
            raise Bad(checkpoint["seq"], "badly_signed", checkpoint)
        if checkpoint["hash"].encode() != self.hash:
            raise Bad(checkpoint["seq"], "rewritten", checkpoint)
        self.checkpoints += 1

    def finish(self):
        for _, checkpoint in self.witnesses:
            if checkpoint:
                raise Bad(self.next, "truncated", checkpoint)


def follow(source, walk):
    """Raises Bad where the chain is wrong."""
    head = source.head()
    for row in source.rows():
        if head and int(row["seq"]) > head[0]:
            break
        walk.visit(row)
    if head:
        if walk.next <= head[0]:
            raise Bad(walk.next, "missing")
        if source.last_seq() > head[0]:
            raise Bad(head[0] + 1, "beyond")
        if walk.hash != head[1]:
            raise Bad(head[0], "headless")
    walk.finish()


def verify(path, checkpoints=None, public_key=None):
    """What is found, as `caicach audit verify --json` tells it."""
    with open(path, "rb") as file:
        is_database = file.read(16) == b"SQLite format 3\0"
    source = Database(path) if is_database else Export(path)
    witnesses = [filed_checkpoints(checkpoints)] if checkpoints else []
    walk, bad = None, None
    try:
        walk = Walk([*witnesses, source.checkpoints()], public_key)
        follow(source, walk)
    except Bad as found:
        bad = {"seq": found.seq, "fault": found.fault}
        if found.checkpoint:
            bad["checkpoint"] = found.checkpoint["seq"]
    except sqlite3.DatabaseError:
        bad = {"seq": walk.next if walk else 1, "fault": "unreadable"}
    found = {
        "ok": bad is None,
        "rows": walk.next - 1 if walk else 0,
        "checkpoints": walk.checkpoints if walk else 0,
    }
    return found if bad is None else {**found, "first_bad": bad}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("trail", help="caicach.db, or an export: .jsonl or .csv")
    parser.add_argument("--checkpoints", help="file of checkpoints that was kept elsewhere")
    parser.add_argument("--key", help="public key, the only one whose checkpoints count")
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    given = parser.parse_args()
    for path in filter(None, (given.trail, given.checkpoints)):
        if not os.path.isfile(path):
            print(f"verify_audit.py: there is no file {path}", file=sys.stderr)
            return NO_FILE
    try:
        found = verify(given.trail, given.checkpoints, given.key)
    except Unusable as problem:
        print(f"verify_audit.py: {problem}", file=sys.stderr)
        return WRONG
    if given.json:
        print(json.dumps(found))
    else:
        bad = found.get("first_bad")
        so_far = f"{found['rows']} rows, {found['checkpoints']} checkpoints"
        print(f"FAIL {so_far} are right; then row {bad['seq']}: {bad['fault']}" if bad else
              f"OK   {so_far}")
    return OK if found["ok"] else WRONG


if __name__ == "__main__":
    sys.exit(main())
