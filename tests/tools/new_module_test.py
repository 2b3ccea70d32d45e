"""The skeleton of a new module passes the checkers and stands in all three lists."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

from planted import TOOLS, house

HOUSE = r"""
== modules/modules.txt
identity:
report: identity
== modules/CMakeLists.txt
add_subdirectory(identity)
== modules/identity/CMakeLists.txt
caicach_module(identity)
== modules/identity/module.hpp
#pragma once
== docs/develop/glossary.md
# Glossary
== foundation/manifest/CMakeLists.txt
caicach_library(manifest)
== foundation/manifest/module.hpp
#pragma once
== app/CMakeLists.txt
add_executable(caicach modules.cpp)
== app/modules.cpp
#include "identity/module.hpp"

std::vector<Module> all_modules()
{
    std::vector<Module> modules;
    modules.push_back(identity::module());
    return modules;
}
"""


class NewModule(unittest.TestCase):
    def test_the_skeleton_passes(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in house(HOUSE).items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            self.run_tool("new_module.py", "attachment", "identity", "--root", root)
            self.run_tool("check_modules.py", root)
            self.run_tool("tidy.py", root)
            lists = (root / "app/modules.cpp").read_text(encoding="utf-8")
            self.assertLess(lists.index("attachment/module"), lists.index("identity/module"))
            self.assertLess(lists.index("identity::module"), lists.index("attachment::module"))
            self.assertIn("attachment: identity\n", (root / "modules/modules.txt").read_text())

    def run_tool(self, tool, *arguments):
        done = subprocess.run(
            [sys.executable, TOOLS / tool, *arguments], capture_output=True, text=True, check=False
        )
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
