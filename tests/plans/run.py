#!/usr/bin/env python3
"""Scores the importer against hand-made annotations.

usage: run.py [variants] [shared] [--reader PROGRAM] [--min F] [--misses]

Every NAME.gold.json of tests/plans/variants is scored, and those of ../shared/plans where that
folder exists (both sets unless one is named). PROGRAM reads a text and prints the plan; that of
the release build where none is named. One line each; exits 1 where one is below --min (0.95).
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

reader_path = "build/release/tests/plans/plan_read_text"
here = pathlib.Path(__file__).resolve().parent
shared = here.parents[2] / "shared" / "plans"


def score(scorer, gold, got, misses):
    run = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(got)] + (["--misses"] if misses else []),
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"^overall\s+([\d.]+)", run.stdout, re.M)
    return (float(found[1]) if found else 0.0), run.stdout + run.stderr


def fates_complete(got, text):
    """Every line of the source has a fate: none is lost silently, or taken for a blank one."""
    fates = json.loads(got.read_text(encoding="utf-8"))["lines"]
    lines = text.read_text(encoding="utf-8").rstrip("\n").split("\n")
    return len(fates) >= len(lines) and all(
        fate["fate"] != "blank" or not line.strip() for fate, line in zip(fates, lines)
    )


def parse(argv):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("sets", nargs="*", metavar="variants|shared")
    parser.add_argument("--reader", default=here.parents[1] / reader_path)
    parser.add_argument("--min", type=float, default=0.95)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args(argv)
    unknown = set(options.sets) - {"variants", "shared"}
    if unknown:
        parser.error(f"no such set of plans: {', '.join(sorted(unknown))}")
    return options


def is_good(gold, scorer, options):
    """Reads and scores one plan, and says so in a line."""
    text = gold.with_name(gold.name.replace(".gold.json", ".txt"))
    with tempfile.TemporaryDirectory() as folder:
        got = pathlib.Path(folder) / "got.json"
        with got.open("wb") as out:
            code = subprocess.run([options.reader, text], stdout=out, check=False).returncode
        if code != 0:
            print(f"FAIL {text.stem}: the reader answered {code}")
            return False
        value, report = score(scorer, gold, got, options.misses)
        complete = fates_complete(got, text)
    good = value >= options.min and complete
    lost = "" if complete else " (lines lost)"
    print(f"{'OK  ' if good else 'FAIL'} {text.stem} {value:.3f}{lost}")
    if options.misses:
        print(report)
    return good


def main(argv):
    options = parse(argv)
    sets = options.sets or ["shared", "variants"]
    results = []
    if "shared" in sets and not shared.is_dir():
        print(f"SKIP the real plans: {shared} is not here")
    elif "shared" in sets:
        golds = sorted(shared.glob("*.gold.json"))
        results += [is_good(gold, shared / "score.py", options) for gold in golds]
    if "variants" in sets:
        golds = sorted((here / "variants").glob("*.gold.json"))
        results += [is_good(gold, here / "score.py", options) for gold in golds]
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
