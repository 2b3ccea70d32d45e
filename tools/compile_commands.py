"""How each source is compiled by itself, also where a build has groups (CAICACH_UNITY)."""
import json
import pathlib
import re
import shlex

from sources import ROOT

INCLUDED = re.compile(r'^#include "([^"]+)"', re.M)
ONLY_TOGETHER = {
    "-Wno-shadow",
    "-Wno-subobject-linkage",
    "-Wno-null-dereference",
    "-Wno-maybe-uninitialized",
}


def commands_of(build):
    """{source: compiler and flags, without its output}, each source once."""
    commands = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        words = [word for word in shlex.split(entry["command"]) if "ccache" not in word]
        if "-o" in words:
            flags = [word for word in words[: words.index("-o")] if word not in ONLY_TOGETHER]
            commands |= dict.fromkeys(sources_of(pathlib.Path(entry["file"])), flags)
    return commands


def sources_of(file):
    if file.parent.parent.name != "groups":
        return [file] if file.suffix == ".cpp" else []
    return [ROOT / name for name in INCLUDED.findall(file.read_text(encoding="utf-8"))]
