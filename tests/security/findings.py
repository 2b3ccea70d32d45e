"""What the scanners say, as one line each, and the list of those that have an explanation."""
import dataclasses
import fnmatch
import json
import re
import urllib.parse


@dataclasses.dataclass(frozen=True, order=True)
class Finding:
    scanner: str
    place: str
    what: str

    def __str__(self):
        return f"{self.scanner}: {self.place}: {self.what}"


def of_sqlmap(said, place):
    """From what sqlmap printed about one target. That it ended without having tried anything is a
    finding as well: a scan that did not take place proves nothing."""
    found = re.findall(r"^Parameter: (.+)$", said, re.M)
    if found:
        return {Finding("sqlmap", place, f"{name} is injectable") for name in found}
    if "all tested parameters do not appear to be injectable" in said:
        return set()
    lines = [line for line in said.splitlines() if "[CRITICAL]" in line or "[ERROR]" in line]
    last = lines[-1].split("] ", 2)[-1] if lines else "it says nothing of its result"
    return {Finding("sqlmap", place, f"nothing was tried: {last}")}


def of_wapiti(report):
    """From its report in JSON: what it calls vulnerabilities, and what it calls anomalies."""
    told = json.loads(report)
    found = set()
    for chapter in ("vulnerabilities", "anomalies"):
        for kind, entries in told[chapter].items():
            for entry in entries:
                place = f"{entry['method']} {urllib.parse.urlsplit(entry['path']).path}"
                found.add(Finding("wapiti", place, f"{kind}: {first_line(entry['info'])}"))
    return found


def first_line(text):
    return text.strip().split("\n", maxsplit=1)[0]


class Explained:
    """Lines `PATTERN | REASON`; a pattern is held against the whole line of a finding."""

    def __init__(self, text):
        self.reasons = {}
        for number, line in enumerate(text.splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            pattern, bar, reason = (part.strip() for part in line.partition(" | "))
            if not bar or not reason:
                raise ValueError(f"line {number} has no reason: {line}")
            self.reasons[pattern] = reason

    def judge(self, findings):
        """(findings without an explanation, explanations without a finding)"""
        used, bare = set(), []
        for finding in sorted(findings):
            fitting = [
                pattern for pattern in self.reasons if fnmatch.fnmatchcase(str(finding), pattern)
            ]
            used.update(fitting)
            if not fitting:
                bare.append(finding)
        return bare, sorted(set(self.reasons) - used)
