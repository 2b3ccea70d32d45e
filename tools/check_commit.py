#!/usr/bin/env python3
"""Commit messages: `module: Imperative sentence`, at most 72 columns, no full stop; body at 72.

usage: check_commit.py FILE         the message in FILE (the commit-msg hook)
       check_commit.py --last N     subjects of the last N commits
"""
import re
import subprocess
import sys

SUBJECT_COLUMNS_MAX = 72
BODY_COLUMNS_MAX = 72
# Not imperative, for certain: what most often slips from the fingers.
NOT_IMPERATIVE = re.compile(
    r"(Added|Adds|Adding|Fixed|Fixes|Fixing|Changed|Changes|Changing|Updated|Updates|Updating|"
    r"Removed|Removes|Removing|Made|Makes|Making|Moved|Moves|Moving|Renamed|Implemented|"
    r"Implements|Implementing|Improved|Introduced|Refactored|Wrote)\b"
)
GENERATED = re.compile(r"(Merge|Revert|fixup!|squash!) ?")


def faults_of(message):
    lines = message.rstrip("\n").split("\n")
    subject = lines[0]
    if GENERATED.match(subject):
        return []
    faults = []
    match = re.fullmatch(r"[a-z][a-z0-9_./, -]*: (\S.*)", subject)
    if not match:
        faults.append("the subject reads 'module: Imperative sentence'")
    elif not match[1][0].isupper():
        faults.append("the sentence begins with a capital")
    elif NOT_IMPERATIVE.match(match[1]):
        faults.append(f"imperative, as an order: not '{match[1].split()[0]}'")
    if len(subject) > SUBJECT_COLUMNS_MAX:
        faults.append(f"the subject has {len(subject)} columns, at most {SUBJECT_COLUMNS_MAX}")
    if subject.endswith("."):
        faults.append("no full stop at the end of the subject")
    if len(lines) > 1 and lines[1].strip():
        faults.append("an empty line between subject and body")
    for line in lines[2:]:
        if len(line) > BODY_COLUMNS_MAX and " " in line.strip():
            faults.append(f"body at {BODY_COLUMNS_MAX} columns: {line[:40]}…")
    return faults


def from_file(name):
    with open(name, encoding="utf-8") as file:
        text = file.read()
    text = text.partition("# ------------------------ >8")[0]
    return "\n".join(line for line in text.splitlines() if not line.startswith("#"))


def last_commits(count):
    log = ["git", "log", "--no-merges", f"-{count}", "--format=%h %s"]
    done = subprocess.run(log, capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        name, _, subject = line.partition(" ")
        yield name, subject


def main(arguments):
    if arguments[:1] == ["--last"] and len(arguments) == 2:
        messages = list(last_commits(int(arguments[1])))
    elif len(arguments) == 1:
        messages = [("commit", from_file(arguments[0]))]
    else:
        sys.exit(__doc__)
    faults = [f"{name}: {fault}" for name, message in messages for fault in faults_of(message)]
    print("\n".join(faults) or "commits: ok")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main(sys.argv[1:])
