#!/usr/bin/env python3
"""Every header compiles alone: one generated .cpp each, which ninja repeats when it changed.

usage: check_headers.py BUILD_DIRECTORY OUTPUT_DIRECTORY
"""
import json
import pathlib
import shlex
import shutil
import subprocess
import sys

from sources import ROOT, Tree

RULE = """rule check
  command = $compile -O1 -MMD -MF $out.d -MT $out -c $in -o $out
  depfile = $out.d
  deps = gcc
  description = $header
"""


def compile_command(build):
    """A command of the project without its input and output: flags and include folders of all."""
    folders, command = [], None
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        words = shlex.split(entry["command"])
        if not entry["file"].endswith(".cpp"):
            continue
        if command is None:
            command = [word for word in words[: words.index("-o")] if "ccache" not in word]
        for word, after in zip(words, words[1:] + [""]):
            pair = (word, after) if word == "-isystem" else (word,)
            if word.startswith(("-I", "-isystem")) and pair not in folders:
                folders.append(pair)
    if command is None:
        sys.exit(f"{build}/compile_commands.json names no source: configure first")
    return cached() + command + [word for pair in folders for word in pair]


def cached():
    """A compilation is remembered where ccache is there; a check of the syntax alone is not."""
    if not shutil.which("ccache"):
        return []
    return ["env", f"CCACHE_BASEDIR={ROOT}", "CCACHE_NOHASHDIR=1", "ccache"]


def main(build, output):
    build, output = pathlib.Path(build).resolve(), pathlib.Path(output).resolve()
    output.mkdir(parents=True, exist_ok=True)
    lines = [RULE, f"compile = {shlex.join(compile_command(build))}\n"]
    for path in Tree(ROOT).files(".hpp", under=("foundation", "modules", "web", "app", "tests")):
        source = output / ("_".join(path.with_suffix("").parts) + ".cpp")
        text = f'#include "{path.as_posix()}"\n#include "{path.as_posix()}"\n'
        if not source.exists() or source.read_text(encoding="utf-8") != text:
            source.write_text(text, encoding="utf-8")
        lines.append(f"build {source.stem}.o: check {source}\n  header = {path}\n")
    (output / "build.ninja").write_text("\n".join(lines), encoding="utf-8")
    sys.exit(subprocess.run(["ninja", "-k0", "-C", str(output)], check=False).returncode)


if __name__ == "__main__":
    main(*sys.argv[1:])
