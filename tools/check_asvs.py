#!/usr/bin/env python3
"""Holds docs/operate/asvs.md to what it says: each item of OWASP ASVS 5.0 up to level 2 stands
there once, in order; what is held names a test, a file or a document that exists; its sums are
right.

usage: check_asvs.py [ROOT]"""
import collections
import pathlib
import re
import sys

from sources import ROOT, Report, Tree, line_at

SHEET = pathlib.PurePath("docs/operate/asvs.md")
STATES = ("held", "in part", "gap", "not applicable")
# The level of each requirement of each section, in order; "-" is level 3, which the sheet leaves
# out.
LEVELS = {
    "1.1": "22", "1.2": "111112222-", "1.3": "11222222222-", "1.4": "222", "1.5": "12-",
    "2.1": "122", "2.2": "112", "2.3": "1222-", "2.4": "2-",
    "3.1": "-", "3.2": "11-", "3.3": "1222-", "3.4": "112222--", "3.5": "11122---", "3.6": "-",
    "3.7": "22---",
    "4.1": "122--", "4.2": "2----", "4.3": "22", "4.4": "1222",
    "5.1": "2", "5.2": "112---", "5.3": "11-", "5.4": "222",
    "6.1": "122", "6.2": "111111112222", "6.3": "1122----", "6.4": "1122--", "6.5": "22222---",
    "6.6": "222-", "6.7": "--", "6.8": "2222",
    "7.1": "222", "7.2": "1111", "7.3": "22", "7.4": "11222", "7.5": "22-", "7.6": "22",
    "8.1": "12--", "8.2": "112-", "8.3": "1--", "8.4": "2-",
    "9.1": "111", "9.2": "1222",
    "10.1": "22", "10.2": "22-", "10.3": "2222-", "10.4": "11111222222-----", "10.5": "22222",
    "10.6": "22", "10.7": "222",
    "11.1": "22--", "11.2": "222--", "11.3": "112--", "11.4": "1222", "11.5": "2-", "11.6": "2-",
    "11.7": "--",
    "12.1": "122--", "12.2": "11", "12.3": "2222-",
    "13.1": "2---", "13.2": "22222-", "13.3": "22--", "13.4": "12222--",
    "14.1": "22", "14.2": "1222----", "14.3": "122",
    "15.1": "122--", "15.2": "122--", "15.3": "1222222", "15.4": "----",
    "16.1": "2", "16.2": "22222", "16.3": "2222", "16.4": "222", "16.5": "222-",
    "17.1": "2-", "17.2": "2222----", "17.3": "22",
}  # fmt: skip
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| (\d) \| (.+?) \| (.+?) \| (.*?) \|$", re.M)
# `name_test` "a test", "another one", or `packaging/nginx/caicach.conf`
REFERENCE = re.compile(r'`([^`]+)`((?:,? "[^"]+")*)')
TESTS = re.compile(r"(_test\.(cpp|py)|^journey_\w+\.py|\.spec\.mjs)$")


def items():
    """(id, level) of each requirement that the sheet must have."""
    for section, levels in LEVELS.items():
        for number, level in enumerate(levels, 1):
            if level != "-":
                yield f"{section}.{number}", level


class Sheet:
    def __init__(self, root):
        self.tree, self.report = Tree(root), Report()
        self.text = self.tree.text(SHEET)
        self.tests = collections.defaultdict(list)
        for path in self.tree.all_files():
            if TESTS.search(path.name):
                self.tests[path.name.rpartition(".")[0]].append(path)

    def check(self):
        rows = list(ROW.finditer(self.text))
        self.check_items([(row[1], row[2]) for row in rows])
        for row in rows:
            self.check_row(row)
        self.check_sums(collections.Counter(row[4] for row in rows))
        self.report.end("check_asvs")

    def tell(self, offset, text):
        self.report.add(SHEET, line_at(self.text, offset), text)

    def check_items(self, found):
        wanted = list(items())
        for item, count in collections.Counter(found).items():
            if count > 1:
                self.tell(0, f"{item[0]} stands {count} times")
            if item not in wanted:
                self.tell(0, f"{item[0]} of level {item[1]} is none of the standard's")
        for item in wanted:
            if item not in found:
                self.tell(0, f"{item[0]} of level {item[1]} is missing")
        if len(found) == len(wanted) and set(found) == set(wanted) and found != wanted:
            self.tell(0, "the items are not in the order of the standard")

    def check_row(self, row):
        state, by = row[4], row[5]
        if state not in STATES:
            self.tell(row.start(), f"{row[1]}: '{state}' is no state: {', '.join(STATES)}")
        elif state in ("held", "in part") and not REFERENCE.search(by) and "](" not in by:
            self.tell(row.start(), f"{row[1]}: what shows it? a test, a file or a document")
        elif state != "held" and len(REFERENCE.sub("", by).strip()) < 3:
            self.tell(row.start(), f"{row[1]}: {state}, but no word says why or what is missing")
        for name, said in REFERENCE.findall(by):
            self.check_reference(row, name, re.findall(r'"([^"]+)"', said))

    def check_reference(self, row, name, said):
        paths = self.tests.get(name, [])
        if not paths and pathlib.PurePath(name) in self.tree:
            paths = [pathlib.PurePath(name)]
        if not paths:
            self.tell(row.start(), f"{row[1]}: there is no {name}")
        elif len(paths) > 1:
            places = ", ".join(path.as_posix() for path in paths)
            self.tell(row.start(), f"{row[1]}: {name} may be {places}")
        else:
            names = self.names_in(paths[0])
            for test in said:
                if test not in names:
                    self.tell(row.start(), f"{row[1]}: {name} has no test '{test}'")

    def names_in(self, path):
        """The tests of a file; the pieces of a long name are joined."""
        text = re.sub(r'"\s*\n\s*"', "", self.tree.text(path))
        return set(
            re.findall(r'\bTEST_CASE(?:_\w+)?\(\s*"([^"\n]+)"', text)
            + re.findall(r"^\s*def (test_\w+)", text, re.M)
            + re.findall(r'\btest\(\s*["`]([^"`\n]+)["`]', text)
        )

    def check_sums(self, counts):
        wanted = ", ".join(f"{counts[state]} {state}" for state in STATES)
        if f"{sum(counts.values())} items: {wanted}." not in self.text:
            self.tell(0, f"its sums are '{sum(counts.values())} items: {wanted}.'")


if __name__ == "__main__":
    Sheet(sys.argv[1] if len(sys.argv) > 1 else ROOT).check()
