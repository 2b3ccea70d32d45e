#!/usr/bin/env python3
"""Makes the skeleton of a module that builds and passes the gate: a door, a manifest, a first test.

usage: new_module.py NAME [USED…] [--root ROOT]  e.g. new_module.py survey identity audit

Adds its line to modules/modules.txt, modules/CMakeLists.txt and app/modules.cpp. What it makes is a
beginning: give the README its words, then the first table its migration.
"""
import pathlib
import re
import sys

from sources import ROOT

FILES = {
    "CMakeLists.txt": "caicach_module(NAME{uses} TEST_USES testing)\n",
    "README.md": """# NAME

One sentence: what this module is for. Start reading at `api.hpp`.

| | |
|---|---|
| Words | none yet; see the [glossary](../../docs/develop/glossary.md) |
| Tables | none yet, prefix `NAME_` |
| Routes | none yet |
| Permissions | none yet |
| Jobs, events, figures | none yet |
""",
    "module.hpp": """#pragma once
#include "manifest/module.hpp"

namespace caicach::NAME
{

/// Everything that this module brings to the house.
[[nodiscard]] Module module();

}  // namespace caicach::NAME
""",
    "module.cpp": """#include "NAME/module.hpp"

namespace caicach::NAME
{

Module module()
{
    Module module("NAME");
    return module;
}

}  // namespace caicach::NAME
""",
    "test/module_test.cpp": """#include <doctest/doctest.h>

#include "NAME/module.hpp"

namespace caicach::NAME
{

TEST_CASE("the manifest carries the name that tables and messages begin with")
{
    CHECK(module().name() == "NAME");
}

}  // namespace caicach::NAME
""",
}


def fail(text):
    sys.exit(f"new_module: {text}")


def append_line(path, line):
    text = path.read_text(encoding="utf-8")
    path.write_text(text.rstrip("\n") + "\n" + line + "\n", encoding="utf-8")


def add_to_list(root, name, used):
    path = root / "modules/modules.txt"
    known = re.findall(r"^(\w+):", path.read_text(encoding="utf-8"), re.M)
    unknown = [module for module in used if module not in known]
    if unknown:
        fail(f"modules.txt knows no {', '.join(unknown)}")
    if name not in known:
        append_line(path, f"{name}: {' '.join(used)}".rstrip())


def add_to_app(root, name):
    """The include in its alphabetic place, the manifest behind the last."""
    path = root / "app/modules.cpp"
    lines = path.read_text(encoding="utf-8").split("\n")
    include = f'#include "{name}/module.hpp"'
    places = [i for i, line in enumerate(lines) if re.match(r'#include "\w+/module\.hpp"', line)]
    later = [i for i in places if lines[i] > include]
    lines.insert(later[0] if later else places[-1] + 1, include)
    pushes = [i for i, line in enumerate(lines) if re.search(r"::module\(\)\);", line)]
    lines.insert(pushes[-1] + 1, f"    modules.push_back({name}::module());")
    path.write_text("\n".join(lines), encoding="utf-8")


def main(arguments):
    root = ROOT
    if "--root" in arguments:
        at = arguments.index("--root")
        root = pathlib.Path(arguments[at + 1])
        arguments = arguments[:at] + arguments[at + 2 :]
    if not arguments or not re.fullmatch(r"[a-z][a-z0-9]*", arguments[0]):
        sys.exit(__doc__)
    name, used = arguments[0], arguments[1:]
    folder = root / "modules" / name
    if folder.exists():
        fail(f"modules/{name} is there already")
    add_to_list(root, name, used)
    for file, text in FILES.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        text = text.replace("{uses}", f" USES {' '.join(used)}" if used else "")
        path.write_text(text.replace("NAME", name), encoding="utf-8")
    append_line(root / "modules/CMakeLists.txt", f"add_subdirectory({name})")
    add_to_app(root, name)
    print(f"new_module: modules/{name}; link it in app/CMakeLists.txt if modules are named there")


if __name__ == "__main__":
    main(sys.argv[1:])
