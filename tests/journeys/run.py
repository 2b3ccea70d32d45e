#!/usr/bin/env python3
"""The journeys: the real program, as people and machines meet it. Prints one line a journey.

    run.py                     all, with build/release/caicach
    run.py sign_in public      only these
    run.py --program PATH      another build

With CAICACH_TEST_POSTGRES (tools/with_postgres.sh sets it) those journeys that say ON_POSTGRES are
told once more on PostgreSQL. A journey is a file journey_NAME.py with a function journey(house)
that raises where something is not as it must be; its first line of documentation is its name."""
import argparse
import importlib
import os
import pathlib
import sys
import time
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from house import ROOT, Failed, House, Postgres  # noqa: E402


def journeys(names):
    found = sorted(path.stem for path in pathlib.Path(__file__).parent.glob("journey_*.py"))
    wanted = [f"journey_{name.removeprefix('journey_')}" for name in names] or found
    unknown = set(wanted) - set(found)
    if unknown:
        sys.exit(f"run.py: there is no {', '.join(sorted(unknown))}")
    return [importlib.import_module(name) for name in wanted]


def tell(journey, house, suffix):
    """True where the journey ends well."""
    begun = time.monotonic()
    problem, skipped = "", ""
    try:
        skipped = journey.journey(house) or ""
    except Failed as failure:
        where = traceback.extract_tb(failure.__traceback__)
        line = next(frame.lineno for frame in reversed(where) if "journey_" in frame.filename)
        problem = f"line {line}: {failure}"
    except Exception:  # pylint: disable=broad-except
        problem = traceback.format_exc()
    word = "FAIL" if problem else "SKIP" if skipped else "OK"
    name = journey.__doc__.split("\n", maxsplit=1)[0].rstrip(".")
    note = f" ({skipped})" if skipped else ""
    print(f"{word:4} {name}{suffix}{note}, {time.monotonic() - begun:.1f} s", flush=True)
    if problem:
        print("     " + problem.replace("\n", "\n     "), flush=True)
    return not problem


def tell_all(chosen, program, database, suffix):
    house = House(program, database)
    try:
        house.make_sample()
        return [tell(journey, house, suffix) for journey in chosen]
    except Failed as failure:
        print(f"FAIL the sample province{suffix}\n     {failure}")
        return [False]
    finally:
        house.close()


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="only these journeys")
    parser.add_argument("--program", default=ROOT / "build" / "release" / "caicach")
    arguments = parser.parse_args()
    program = pathlib.Path(arguments.program).resolve()
    chosen = journeys(arguments.names)
    results = tell_all(chosen, program, None, "")
    if address := os.environ.get("CAICACH_TEST_POSTGRES"):
        again = [journey for journey in chosen if getattr(journey, "ON_POSTGRES", False)]
        results += tell_all(again, program, Postgres(address), " (PostgreSQL)") if again else []
    failed = results.count(False)
    print(f"{results.count(True)} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
