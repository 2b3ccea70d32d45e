#!/usr/bin/env python3
"""Changed headers, or all, compile alone: one generated .cpp each; ninja repeats what changed.

usage: check_headers.py BUILD_DIRECTORY OUTPUT_DIRECTORY [--all]
"""
import pathlib
import shlex
import shutil
import subprocess
import sys

from changed import changed_files
from compile_commands import commands_of
from sources import ROOT, Tree

RULE = """rule check
  command = $compile -O1 -MMD -MF $out.d -MT $out -c $in -o $out
  depfile = $out.d
  deps = gcc
  description = $header
"""


def compile_command(build):
    """A command of the project without its input and output: flags and include folders of all."""
    commands = list(commands_of(build).values())
    if not commands:
        sys.exit(f"{build}/compile_commands.json names no source: configure first")
    folders = []
    for words in commands:
        for word, after in zip(words, words[1:] + [""]):
            pair = (word, after) if word == "-isystem" else (word,)
            if word.startswith(("-I", "-isystem")) and pair not in folders:
                folders.append(pair)
    return cached() + commands[0] + [word for pair in folders for word in pair]


def cached():
    """A compilation is remembered where ccache is there; a check of the syntax alone is not."""
    if not shutil.which("ccache"):
        return []
    return ["env", f"CCACHE_BASEDIR={ROOT}", "CCACHE_NOHASHDIR=1", "ccache"]


def main(build, output, *options):
    build, output = pathlib.Path(build).resolve(), pathlib.Path(output).resolve()
    output.mkdir(parents=True, exist_ok=True)
    chosen = None if "--all" in options else changed_files()
    lines = [RULE, f"compile = {shlex.join(compile_command(build))}\n"]
    for path in Tree(ROOT).files(".hpp", under=("foundation", "modules", "web", "app", "tests")):
        if chosen is not None and path.as_posix() not in chosen:
            continue
        source = output / ("_".join(path.with_suffix("").parts) + ".cpp")
        text = f'#include "{path.as_posix()}"\n#include "{path.as_posix()}"\n'
        if not source.exists() or source.read_text(encoding="utf-8") != text:
            source.write_text(text, encoding="utf-8")
        lines.append(f"build {source.stem}.o: check {source}\n  header = {path}\n")
    print(f"headers: {len(lines) - 2} files")
    (output / "build.ninja").write_text("\n".join(lines), encoding="utf-8")
    sys.exit(subprocess.run(["ninja", "-k0", "-C", str(output)], check=False).returncode)


if __name__ == "__main__":
    main(*sys.argv[1:])
