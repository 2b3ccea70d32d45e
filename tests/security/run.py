#!/usr/bin/env python3
"""sqlmap and wapiti, which others wrote, against the real program on the sample province: as nobody
and in three roles. Every finding fails, unless explained.txt says why it is none.

    run.py [--program PATH] [--seconds N]      N bounds each target of sqlmap; wapiti has half

First both scan a page with planted faults (faulty_page.py): a scanner that finds nothing there is
no witness. Loopback only; takes some ten minutes."""
import argparse
import concurrent.futures
import contextlib
import os
import pathlib
import re
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "journeys")]

from faulty_page import faulty_page  # noqa: E402
from findings import Explained, Finding  # noqa: E402
from house import ROOT, Failed, House, Postgres, check  # noqa: E402
from scanners import Sqlmap, Wapiti  # noqa: E402
from targets import NOT_SENT, Crawl, Routes, Target, targets_of_api  # noqa: E402

# The first is let try everything; the others only where their pages differ.
ROLES = ("Điều phối", "Quản trị", "Theo dõi")
ROLE_OF_COOKIES = "Biên tập"
STARTS = ("/", "/dang-nhap", "/co-quan", "/nhat-ky", "/tai-khoan", "/api/v1/plans")
HOMES = ("/soan-ke-hoach", "/tai-khoan", "/tai-khoan/cua-toi", "/nhat-ky")
AT_ONCE = 2


def prove(folder, seconds):
    """The scanners see, and what they see is heard."""
    with faulty_page() as port:
        found = Sqlmap(folder, port, "SQLite", seconds).scan(Target("/", "/?ten=So"), {})
        check(any("injectable" in finding.what for finding in found), f"sqlmap is blind: {found}")
        found = Wapiti(folder, port, seconds).scan(["/?ten=So"], {})
        for kind in ("SQL Injection", "Cross Site Scripting"):
            check(
                any(kind in finding.what for finding in found),
                f"wapiti does not see the planted {kind}: {sorted(map(str, found))}",
            )


def ways_in(house, server):
    """Pairs of a target and the cookies to send, and the routes where nothing is to be tried."""
    routes, pairs = Routes(house.must("routes").stdout), {}
    for role in (None, *ROLES):
        browser = server.browser(role)
        if not role:
            browser.get("/dang-nhap")
        for target in Crawl(browser, routes).run("/", "/dang-nhap", *HOMES):
            pairs.setdefault((target.name, target.kind), (target, browser.cookies))
    browser = server.browser()
    plan = browser.get("/api/v1/plans").json()["items"][0]["code"]
    api = targets_of_api(browser.get("/api/openapi.json").json(), {"plan": plan})
    found = [*pairs.values(), *((target, {}) for target in api)]
    found = [(part, cookies) for target, cookies in found for part in target.in_parts()]
    return found, sorted(set(routes.patterns) - {target.route for target, _ in found})


def timed(sqlmap, target, cookies, *more):
    begun = time.monotonic()
    found = sqlmap.scan(target, cookies, *more)
    print(f"     sqlmap {target.name}, {time.monotonic() - begun:.0f} s", flush=True)
    return found


def scan_with_sqlmap(house, server, seconds):
    dbms = "PostgreSQL" if house.database else "SQLite"
    pairs, left = ways_in(house, server)
    print(f"     {len(pairs)} ways in; nothing to try at {' '.join(left)}", flush=True)
    # The cookies that let people in, once and by themselves.
    cookies = server.browser(ROLE_OF_COOKIES).cookies
    own = Target("/tai-khoan/cua-toi", "/tai-khoan/cua-toi")
    sqlmap = Sqlmap(house.folder, server.port, dbms, seconds)
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        results = [pool.submit(timed, sqlmap, own, cookies, "")]
        results += [pool.submit(timed, sqlmap, *pair) for pair in pairs]
    return set().union(*(result.result() for result in results))


def scan_with_wapiti(house, server, seconds):
    wapiti, nobody = Wapiti(house.folder, server.port, seconds // 2), server.browser()
    nobody.get("/dang-nhap")
    cookies = [nobody.cookies, *(server.browser(role).cookies for role in ROLES)]
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        results = [pool.submit(wapiti.scan, STARTS, each, NOT_SENT) for each in cookies]
    return set().union(*(result.result() for result in results))


def faults_of(server):
    """A scanner that only broke something found something, too."""
    lines = {line for line in server.log().splitlines() if '"request failed"' in line}
    return {Finding("log", "request failed", line) for line in lines}


def without_rates(house):
    """Scanners ask faster than people: beyond a rate they would hear of nothing else."""
    shown = house.must("config", "show").stdout
    rates = re.findall(r"^(limits\.\w+) .*\b\d+/\d+[smh]\b", shown, re.M)
    return [word for rate in rates for word in ("--set", f"{rate}=off")]


def findings_of(house, scans, seconds):
    findings = set()
    house.make_sample()
    for scan in scans:
        data = house.sample()
        with house.serve(data, *without_rates(house)) as server:
            found = scan(house, server, seconds) | faults_of(server)
        print("\n".join(f"     {finding}" for finding in sorted(found)), flush=True)
        findings |= found
        house.check_data(data)
    return findings


def houses(program):
    """The program on each database, and what scans it there: pages are the same on both."""
    yield House(program), (scan_with_sqlmap, scan_with_wapiti)
    if address := os.environ.get("CAICACH_TEST_POSTGRES"):
        yield House(program, Postgres(address)), (scan_with_sqlmap,)


def all_findings(program, seconds):
    with tempfile.TemporaryDirectory() as folder:
        prove(folder, seconds)
    findings = set()
    for house, scans in houses(program):
        with contextlib.closing(house):
            findings |= findings_of(house, scans, seconds)
    return findings


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--program", default=ROOT / "build" / "release" / "caicach")
    parser.add_argument("--seconds", type=int, default=600)
    arguments = parser.parse_args()
    explained = Explained((HERE / "explained.txt").read_text(encoding="utf-8"))
    try:
        findings = all_findings(pathlib.Path(arguments.program).resolve(), arguments.seconds)
    except Failed as failure:
        print(f"FAIL {failure}")
        return 1
    bare, idle = explained.judge(findings)
    for finding in bare:
        print(f"FAIL {finding}")
    for pattern in idle:
        print(f"FAIL explained.txt explains what nobody found: {pattern}")
    print(f"{len(bare)} findings without an explanation, {len(explained.reasons)} explained")
    return 1 if bare or idle else 0


if __name__ == "__main__":
    sys.exit(main())
