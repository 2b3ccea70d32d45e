#!/usr/bin/env python3
"""Faults: the real program is killed, its disk fails. Prints one line a fault.

    run.py                     all, with build/release/caicach
    run.py crash               only this one
    FULL=1 run.py              with two hundred crashes on each database

With CAICACH_TEST_POSTGRES (tools/with_postgres.sh sets it) those that say ON_POSTGRES are told once
more on PostgreSQL. A fault is a file fault_NAME.py with a function fault(house, is_full): it raises
where something is not as it must be, and may answer what to note."""
import argparse
import importlib
import os
import pathlib
import sys
import time
import traceback

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "journeys")]

from house import ROOT, House, Postgres  # noqa: E402


def tell(fault, house, suffix, is_full):
    """True where the fault is survived."""
    begun, problem, note = time.monotonic(), "", ""
    try:
        note = fault.fault(house, is_full) or ""
    except Exception:  # pylint: disable=broad-except
        problem = traceback.format_exc()
    name = fault.__doc__.split("\n", maxsplit=1)[0].rstrip(".")
    word, note = "FAIL" if problem else "OK", f" ({note})" if note else ""
    print(f"{word:4} {name}{suffix}{note}, {time.monotonic() - begun:.1f} s", flush=True)
    if problem:
        print("     " + problem.replace("\n", "\n     "), flush=True)
    return not problem


def tell_all(faults, program, database, suffix, is_full):
    house = House(program, database)
    try:
        house.make_sample()
        return all([tell(fault, house, suffix, is_full) for fault in faults])
    finally:
        house.close()


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    known = sorted(path.stem.removeprefix("fault_") for path in HERE.glob("fault_*.py"))
    parser.add_argument("names", nargs="*", choices=[*known, []], help="only these faults")
    parser.add_argument("--program", default=ROOT / "build" / "release" / "caicach")
    arguments = parser.parse_args()
    is_full = os.environ.get("FULL", "0") not in ("", "0")
    program = pathlib.Path(arguments.program).resolve()
    faults = [importlib.import_module(f"fault_{name}") for name in arguments.names or known]
    survived = tell_all(faults, program, None, "", is_full)
    if address := os.environ.get("CAICACH_TEST_POSTGRES"):
        again = [fault for fault in faults if fault.ON_POSTGRES]
        if again:
            database = Postgres(address)
            survived &= tell_all(again, program, database, " (PostgreSQL)", is_full)
    return 0 if survived else 1


if __name__ == "__main__":
    sys.exit(main())
