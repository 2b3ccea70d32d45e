#!/usr/bin/env python3
"""clang-tidy-19 on changed files, or on all; ninja remembers what passed and repeats what changed.

usage: lint.py BUILD_DIRECTORY OUTPUT_DIRECTORY [--all]

Changed means: since the branch left its upstream, and in the working tree; on the upstream itself,
the last five commits.
"""
import json
import pathlib
import shlex
import subprocess
import sys

from sources import ROOT

COMMITS_ON_UPSTREAM = 5
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


def git(*words):
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.split() if done.returncode == 0 else []


def changed_files():
    head, base = git("rev-parse", "HEAD"), []
    for upstream in ("@{upstream}", "origin/main"):
        base = base or git("merge-base", "HEAD", upstream)
    if not base or base == head:
        base = git("rev-list", f"--max-count={COMMITS_ON_UPSTREAM + 1}", "HEAD")[-1:]
    untracked = git("ls-files", "--others", "--exclude-standard")
    return set(git("diff", "--name-only", *base)) | set(untracked)


def main(build, output, *options):
    build, output = pathlib.Path(build).resolve(), pathlib.Path(output).resolve()
    output.mkdir(parents=True, exist_ok=True)
    # A file built into many programs (the main of the tests) is looked at once.
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    commands = list({entry["file"]: entry for entry in commands}.values())
    (output / "compile_commands.json").write_text(json.dumps(commands), encoding="utf-8")
    tidy = ["clang-tidy-19", "-p", str(output), "--quiet"]
    tidy += [f"--extra-arg={argument}" for argument in CLANG_ARGUMENTS]
    lines = [RULE, f"tidy = {shlex.join(tidy)}\n"]
    chosen = None if "--all" in options else changed_files()
    count = 0
    for entry in commands:
        path = pathlib.Path(entry["file"])
        if path.suffix != ".cpp" or not path.is_relative_to(ROOT) or path.is_relative_to(build):
            continue
        source = path.relative_to(ROOT).as_posix()
        if chosen is not None and source not in chosen:
            continue
        words = [word for word in shlex.split(entry["command"]) if "ccache" not in word]
        compile_words = words[: words.index("-o")]
        lines.append(f"build {source.replace('/', '_')}.ok: lint {path} | {ROOT}/.clang-tidy")
        lines.append(f"  source = {source}\n  compile = {shlex.join(compile_words)}")
        lines.append(f"  more = {FOR_TESTS if 'test' in path.parts else ''}\n")
        count += 1
    (output / "build.ninja").write_text("\n".join(lines), encoding="utf-8")
    print(f"lint: {count} files")
    if count:
        sys.exit(subprocess.run(["ninja", "-k0", "-C", str(output)], check=False).returncode)


if __name__ == "__main__":
    main(*sys.argv[1:])
