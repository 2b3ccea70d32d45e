#!/usr/bin/env python3
"""clang-tidy-19 on changed files, or on all; ninja remembers what passed and repeats what changed.

usage: lint.py BUILD_DIRECTORY OUTPUT_DIRECTORY [--all]
"""
import json
import pathlib
import shlex
import subprocess
import sys

from changed import changed_files
from compile_commands import commands_of
from sources import ROOT

# The commands are g++'s: what clang does not know or like about them is no finding.
CLANG_ARGUMENTS = ["-Wno-unknown-warning-option", "-Wno-gnu-statement-expression"]
# A test takes what it has just asked for; an empty optional stops it all the same. And what it
# expects is joined where it is read: clear before fast.
FOR_TESTS = (
    "--checks=-bugprone-unchecked-optional-access,-performance-inefficient-string-concatenation"
)
RULE = """rule lint
  command = $compile -MM -MF $out.d -MT $out $in && $tidy $more $in && touch $out
  depfile = $out.d
  deps = gcc
  description = $source
"""


def main(build, output, *options):
    build, output = pathlib.Path(build).resolve(), pathlib.Path(output).resolve()
    output.mkdir(parents=True, exist_ok=True)
    commands = commands_of(build)
    entries = [
        {"directory": str(build), "file": str(path), "arguments": [*words, "-c", str(path)]}
        for path, words in commands.items()
    ]
    (output / "compile_commands.json").write_text(json.dumps(entries), encoding="utf-8")
    tidy = ["clang-tidy-19", "-p", str(output), "--quiet"]
    tidy += [f"--extra-arg={argument}" for argument in CLANG_ARGUMENTS]
    lines = [RULE, f"tidy = {shlex.join(tidy)}\n"]
    chosen = None if "--all" in options else changed_files()
    count = 0
    for path, words in commands.items():
        if not path.is_relative_to(ROOT) or path.is_relative_to(build):
            continue
        source = path.relative_to(ROOT).as_posix()
        if chosen is not None and source not in chosen:
            continue
        lines.append(f"build {source.replace('/', '_')}.ok: lint {path} | {ROOT}/.clang-tidy")
        lines.append(f"  source = {source}\n  compile = {shlex.join(words)}")
        lines.append(f"  more = {FOR_TESTS if 'test' in path.parts else ''}\n")
        count += 1
    (output / "build.ninja").write_text("\n".join(lines), encoding="utf-8")
    print(f"lint: {count} files")
    if count:
        sys.exit(subprocess.run(["ninja", "-k0", "-C", str(output)], check=False).returncode)


if __name__ == "__main__":
    main(*sys.argv[1:])
