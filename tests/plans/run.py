#!/usr/bin/env python3
"""Scores the importer against hand-made annotations.

usage: run.py PLAN_READ_TEXT [--min F] [--misses]

Every NAME.gold.json of tests/plans/variants is scored, and those of ../shared/plans where that
folder exists. One line each; exits 1 where one is below --min (0.95).
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
shared = here.parents[2] / "shared" / "plans"


def score(scorer, gold, got, misses):
    run = subprocess.run([sys.executable, str(scorer), str(gold), str(got)] + (["--misses"] if misses else []),
                         capture_output=True, text=True, check=False)
    found = re.search(r"^overall\s+([\d.]+)", run.stdout, re.M)
    return (float(found[1]) if found else 0.0), run.stdout + run.stderr


def fates_complete(got, text):
    """Every line of the source has a fate: none is lost silently."""
    plan = json.loads(got.read_text(encoding="utf-8"))
    count = len(text.read_text(encoding="utf-8").rstrip("\n").split("\n"))
    return len(plan["lines"]) >= count


def main(argv):
    floor = float(argv[argv.index("--min") + 1]) if "--min" in argv else 0.95
    reader = argv[0]
    folders = [here / "variants"]
    scorer = here / "score.py"
    if shared.is_dir():
        folders.insert(0, shared)
        scorer = shared / "score.py"
    else:
        print(f"SKIP the real plans: {shared} is not here")
    failed = False
    for gold in sorted(g for folder in folders for g in folder.glob("*.gold.json")):
        text = gold.with_name(gold.name.replace(".gold.json", ".txt"))
        with tempfile.TemporaryDirectory() as folder:
            got = pathlib.Path(folder) / "got.json"
            with got.open("wb") as out:
                code = subprocess.run([reader, str(text)], stdout=out, check=False).returncode
            if code != 0:
                print(f"FAIL {text.stem}: the reader answered {code}")
                failed = True
                continue
            value, report = score(scorer, gold, got, "--misses" in argv)
            complete = fates_complete(got, text)
        good = value >= floor and complete
        failed = failed or not good
        print(f"{'OK  ' if good else 'FAIL'} {text.stem} {value:.3f}" + ("" if complete else " (lines lost)"))
        if "--misses" in argv:
            print(report)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
