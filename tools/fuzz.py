#!/usr/bin/env python3
"""Runs every fuzzer of a build for some seconds, two at once; the tree's seeds stay as they are.

usage: fuzz.py BUILD_DIRECTORY SECONDS [NAME…]
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys

from sources import ROOT

MEMORY_MB_MAX = 2048
INPUT_SECONDS_MAX = 10
INPUT_BYTES_MAX = 1 << 16


def run(fuzzer, build, seconds):
    name = fuzzer.name.removesuffix("_fuzz")
    grown, crashes = build / "corpus" / name, build / "crashes" / name
    grown.mkdir(parents=True, exist_ok=True)
    crashes.mkdir(parents=True, exist_ok=True)
    seeds = ROOT / "tests/fuzz/corpus" / name
    dictionary = ROOT / "tests/fuzz" / f"{name}.dict"
    command = [
        fuzzer,
        f"-max_total_time={seconds}",
        f"-rss_limit_mb={MEMORY_MB_MAX}",
        f"-timeout={INPUT_SECONDS_MAX}",
        f"-max_len={INPUT_BYTES_MAX}",
        f"-artifact_prefix={crashes}/",
        "-print_final_stats=1",
        *([f"-dict={dictionary}"] if dictionary.exists() else []),
        grown,
        *([seeds] if seeds.is_dir() else []),
    ]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    return name, done.returncode, done.stderr


def executions(said):
    for line in said.splitlines():
        if line.startswith("stat::number_of_executed_units:"):
            return line.split()[-1]
    return "?"


def main(build, seconds, *names):
    build = pathlib.Path(build).resolve()
    fuzzers = sorted(
        path for path in (build / "fuzzers").glob("*_fuzz") if os.access(path, os.X_OK)
    )
    if names:
        fuzzers = [path for path in fuzzers if path.name.removesuffix("_fuzz") in names]
    if not fuzzers:
        sys.exit(f"no fuzzer in {build}/fuzzers")
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as pool:
        for name, status, said in pool.map(lambda path: run(path, build, seconds), fuzzers):
            print(f"{'OK  ' if status == 0 else 'FAIL'} {name}: {executions(said)} inputs")
            if status != 0:
                failed += 1
                print("\n".join(said.splitlines()[-30:]))
                print(f"     the input lies in {build}/crashes/{name}; make it a test, then mend")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main(*sys.argv[1:])
