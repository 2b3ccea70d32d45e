#!/usr/bin/env python3
"""Checks the five rules of ARCHITECTURE.md, "Who may use whom", and where TRY may stand.

usage: check_modules.py [ROOT]
"""
import re
import sys

from sources import ROOT, Report, Tree, line_at

# Each ring uses the rings before it, never its neighbours.
FOUNDATION_RINGS = [
    {"base"},
    {"text", "calendar", "crypto", "json"},
    {"database", "html", "document", "net", "audio"},
    {"search", "http", "jobs", "once"},
    {"manifest"},
    {"testing"},
]
RING_OF = {
    library: ring for ring, libraries in enumerate(FOUNDATION_RINGS) for library in libraries
}

# Third-party headers: (beginning of the name, who may include it). Only in .cpp files and in
# headers that only the .cpp files of the same library include, except where a header is named.
# A new row is a new dependency: it wants a decision record.
WRAPPERS = [
    ("boost/json", {"foundation/json"}),
    ("boost/", {"foundation/http"}),
    ("CLI/", {"app"}),
    ("curl/", {"foundation/net"}),
    ("fmt/", {"foundation", "modules", "web", "app", "tests"}),
    ("spdlog/", {"foundation/base"}),
    ("toml++/", {"foundation/base"}),
    ("tl/expected.hpp", {"foundation/base/result.hpp"}),
    ("unicode/", {"foundation/text"}),
    ("sqlite3.h", {"foundation/database"}),
    ("libpq-fe.h", {"foundation/database"}),
    ("sodium", {"foundation/crypto"}),
    ("openssl/", {"foundation/crypto"}),
    ("zip.h", {"foundation/document"}),
    ("pugixml.hpp", {"foundation/document"}),
    ("cmark-gfm", {"foundation/document"}),
    ("xlsxwriter", {"foundation/document"}),
    ("libical/", {"foundation/document"}),
    ("qrencode.h", {"foundation/document"}),
    ("pango/", {"foundation/document/pdf_pages.cpp", "foundation/document/poster_ink.cpp"}),
    (
        "cairo",
        {
            "foundation/document/pdf_pages.cpp",
            "foundation/document/pdf_stamp.cpp",
            "foundation/document/poster_ink.cpp",
        },
    ),
    ("fontconfig/", {"foundation/document/poster_ink.cpp"}),
    ("ft2build.h", {"foundation/document/poster_fonts.cpp"}),
    ("zlib.h", {"foundation/http"}),
    ("libdeflate.h", {"foundation/document"}),
    ("doctest/", {"tests/support", "foundation/testing"}),  # and every test/ folder
]
POSIX = re.compile(
    r"(sys|netinet|arpa|linux|bits)/|"
    r"(unistd|fcntl|signal|poll|dirent|pwd|grp|spawn|sched|syslog|netdb|ftw|getopt)\.h$"
)
STANDARD = re.compile(
    r"[a-z_0-9]+$|(stdio|stdlib|string|stdint|errno|limits|math|time|assert|ctype)\.h$"
)

# Of web/, what handlers see: who is signed in and what the menu shows, and which failures are
# answered with the form again.
OF_A_REQUEST = {"web/components/frame.hpp", "web/components/fault.hpp"}
SQL_NOT_TABLES = {
    "select",
    "set",
    "values",
    "lateral",
    "only",
    "not",
    "if",
    "exists",
    "of",
    "nothing",
}


def read_modules(tree, report):
    """{module: those it may use} and the inner headers that app/ may see besides manifests.

    A line that looks downward is a cycle in the making.
    """
    allowed, doors_of_app = {}, {}
    path = "modules/modules.txt"
    for number, line in enumerate((tree.root / path).read_text().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, uses = line.partition(":")
        if name == "app":
            doors_of_app.update((header, number) for header in uses.split())
            continue
        for used in uses.split():
            if used not in allowed:
                report.add(path, number, f"{name} uses {used}, which is not above it")
        if name in RING_OF:
            report.add(path, number, f"{name} is the name of a foundation library")
        allowed[name] = set(uses.split())
    for folder in sorted((tree.root / "modules").iterdir()):
        if folder.is_dir() and folder.name not in allowed:
            report.add(f"modules/{folder.name}", 1, f"{folder.name} has no line in modules.txt")
    return allowed, doors_of_app


def is_test(path):
    return "test" in path.parts or path.stem == "testing" or path.parts[0] == "tests"


class Includes:
    """Rules 1, 2, 3 and 5, on one file at a time."""

    def __init__(self, tree, allowed, doors_of_app, report):
        self.tree, self.allowed, self.report = tree, allowed, report
        self.doors_of_app, self.doors_used = doors_of_app, set()

    def check_doors(self):
        """The list of what app/ sees inside modules can only shrink unseen, never grow."""
        for header in sorted(set(self.doors_of_app) - self.doors_used):
            number = self.doors_of_app[header]
            self.report.add(
                "modules/modules.txt", number, f"app no longer sees {header}: strike it"
            )

    def check(self, path):
        text, code = self.tree.text(path), self.tree.code(path)
        for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]+(["<])([^">\n]+)[">]', text, re.M):
            if not code[match.start() : match.end()].strip():
                continue  # inside a comment
            fault = (self.own if match[1] == '"' else self.foreign)(path, match[2])
            if fault:
                self.report.add(path, line_at(text, match.start()), fault)
        self.check_names(path, code)

    def own(self, path, name):
        target, _, header = name.partition("/")
        if not header:
            if "test" in path.parts and path.parent / name in self.tree:
                return None  # a helper of these tests alone
            return f'include from the root ("folder/{name}"), so that everybody reads the same path'
        if target in RING_OF:
            return self.use_of_library(path, target)
        if target in self.allowed:
            return self.use_of_module(path, target, header)
        if target == "web":
            return self.use_of_web(path, name)
        if target == "app" and path.parts[0] != "app" and path.parts[:2] != ("tests", "support"):
            return "nobody sees app/, except tests/support"
        if target == "tests" and not is_test(path):
            return "only tests use tests/"
        return None

    def use_of_library(self, path, library):
        if library == "testing":
            is_own = path.parts[:2] == ("foundation", "testing")
            return None if is_own or is_test(path) else "only tests use foundation/testing"
        if path.parts[0] != "foundation" or path.parts[1] == library:
            return None
        if RING_OF.get(path.parts[1], -1) > RING_OF[library]:
            return None
        return f"foundation/{path.parts[1]} may not use {library}: it is not below in the order"

    def use_of_module(self, path, module, header):
        ring, owner = path.parts[0], path.parts[1]
        if ring == "foundation":
            return f"foundation knows no word of the domain, so not {module}"
        if ring == "web":
            return f"web sees foundation only, not {module}"
        if ring == "app":
            self.doors_used.add(f"{module}/{header}")
            doors = ("module.hpp", "api.hpp", *(("testing.hpp",) if is_test(path) else ()))
            good = header in doors or f"{module}/{header}" in self.doors_of_app
            return None if good else f"app sees {module}/module.hpp and {module}/api.hpp only"
        if ring == "tests" or owner == module:
            return None
        if module not in self.allowed.get(owner, ()):
            return f"{owner} may not use module {module} (modules.txt)"
        if header == "api.hpp" or (header in ("testing.hpp", "module.hpp") and is_test(path)):
            return None
        return f"use {module}/api.hpp, not its inside ({header})"

    def use_of_web(self, path, name):
        if path.parts[0] == "foundation":
            return "foundation does not know web/"
        if name in OF_A_REQUEST and path.stem.endswith("_handlers"):
            return None
        if (
            path.parts[0] == "modules"
            and not re.search(r"views?\.[ch]pp$", path.name)
            and not is_test(path)
        ):
            return "only the views of a module use web/"
        return None

    def foreign(self, path, name):
        for beginning, users in WRAPPERS:
            if name.startswith(beginning):
                return self.use_of_foreign(path, name, beginning, users)
        if POSIX.match(name) or STANDARD.match(name):
            return None
        return (
            f"<{name}> is a new dependency: wrap it in one library, add it to WRAPPERS "
            "and write its decision"
        )

    def use_of_foreign(self, path, name, beginning, users):
        place = path.as_posix()
        if beginning == "doctest/" and is_test(path) or place in users:
            return None
        if not any(place.startswith(user + "/") for user in users):
            return f"<{name}> belongs to {', '.join(sorted(users))} alone; use what that wraps"
        if path.suffix == ".hpp" and not is_test(path) and not self.is_inner(path):
            return f"<{name}> may stand in a .cpp only; its readers must not pay for it"
        return None

    def is_inner(self, header):
        """Whether nobody outside its library includes the header, by whatever way."""
        reached, files = [header], self.tree.files(".cpp", ".hpp")
        for included in reached:
            line = f'#include "{"/".join(included.parts[1:])}"'
            for path in files:
                if path not in reached and line in self.tree.text(path):
                    reached.append(path)
        return len(reached) > 1 and all(path.parts[:2] == header.parts[:2] for path in reached)

    def check_names(self, path, code):
        """A forward declaration must not go around the include rules."""
        ring = path.parts[0]
        if ring in ("app", "tests"):
            return
        seen = (
            self.allowed.get(path.parts[1], set()) | {path.parts[1]} if ring == "modules" else set()
        )
        for match in re.finditer(
            r"(?<![\w.>])(?:namespace\s+(?:caicach::)?(\w+)|(?:caicach::)?(\w+)::)", code
        ):
            name = match[1] or match[2]
            if name in self.allowed and name not in seen:
                self.report.add(
                    path,
                    line_at(code, match.start()),
                    f"names {name}::, which {'/'.join(path.parts[:2])} may not use",
                )


def check_links(tree, allowed, report):
    """What CMake links must obey the same order as what C++ includes."""
    for path in tree.all_files():
        if path.name != "CMakeLists.txt" or len(path.parts) != 3:
            continue
        text = tree.text(path)
        for maker, name, rest in re.findall(
            r"(caicach_library|caicach_module)\((\w+)([^)]*)\)", text
        ):
            uses = re.search(r"\bUSES\s+((?:[\w:]+\s*)+)", rest)
            for used in re.split(r"\s+", uses[1].strip()) if uses else []:
                if re.fullmatch("[A-Z_]+", used):
                    break  # the next keyword of the call
                line = line_at(text, text.index(maker))
                if (
                    maker == "caicach_module"
                    and used in allowed
                    and used not in allowed.get(name, ())
                ):
                    report.add(path, line, f"{name} may not link module {used} (modules.txt)")
                if (
                    maker == "caicach_library"
                    and path.parts[0] == "foundation"
                    and (used in allowed or RING_OF.get(used, -1) >= RING_OF.get(name, 99))
                ):
                    report.add(
                        path, line, f"{name} may not link {used}: it is not below in the order"
                    )


class Tables:
    """Rule 4: a table carries its owner's prefix; a query names its own or says what it reads."""

    def __init__(self, tree, allowed, report):
        self.tree, self.report = tree, report
        self.owners = set(allowed) | set(RING_OF)
        self.files = tree.files(".sql", under=("modules", "foundation"))
        self.made = {}
        for path in self.files:
            for table in re.findall(
                r"\bCREATE\s+(?:VIRTUAL\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)",
                self.statement(path),
                re.I,
            ):
                self.made[table] = path.parts[1]

    def statement(self, path):
        return re.sub(r"--[^\n]*|'(?:[^']|'')*'", lambda m: " " * len(m[0]), self.tree.text(path))

    def owner_of(self, table):
        if table in self.made:
            return self.made[table]
        prefix = table.split("_")[0]
        return prefix if prefix in self.owners else None

    def check(self):
        for table, owner in sorted(self.made.items()):
            names = (owner, owner.removesuffix("s"))  # jobs keeps job_queue
            if table not in names and not table.startswith(tuple(name + "_" for name in names)):
                self.report.add(f"{owner}/sql", 1, f"table {table} must be named {owner}_…")
        for path in self.files:
            self.check_file(path)

    def check_file(self, path):
        owner, text = path.parts[1], self.statement(path)
        first = self.tree.text(path).partition("\n")[0]
        declared = (
            set(re.findall(r"\w+", first[len("-- reads:") :]))
            if first.startswith("-- reads:")
            else set()
        )
        named = {word for word in re.findall(r"\b[a-z]\w*\b", text) if word in self.made}
        for word in re.findall(
            r"(?<!DISTINCT )\b(?:FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES)\s+(\w+)", text, re.I
        ):
            if word.lower() not in SQL_NOT_TABLES and self.owner_of(word):
                named.add(word)
        foreign = {table for table in named if self.owner_of(table) != owner}
        for table in sorted(foreign - declared):
            self.report.add(
                path,
                1,
                f"names {table}, a table of {self.owner_of(table)}; ask its api "
                f"or begin with '-- reads: {table}'",
            )
        for table in sorted(declared - foreign):
            self.report.add(path, 1, f"declares '-- reads: {table}' and does not")


def check_try(path, code, report):
    """TRY stands alone or right after `=` or `return`: g++ 12 leaks half-built values otherwise."""
    code = re.sub(
        r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda m: re.sub(r"[^\n]", " ", m[0]), code, flags=re.M
    )
    for match in re.finditer(r"\bTRY\s*\(", code):
        before = code[: match.start()].rstrip()
        good = not before or before[-1] in ";{}=:)" or re.search(r"\b(return|else)$", before)
        if before.endswith(("==", "!=", "<=", ">=", "::")):
            good = False
        if not good or not (ends_statement(code, match.end()) or is_in_condition(code, before)):
            report.add(
                path,
                line_at(code, match.start()),
                "TRY stands alone or right after '=' or 'return': give its value a name first",
            )


def is_in_condition(code, before):
    """Whether TRY gives its value to a name in the bracket of if, while or switch."""
    if not re.search(r"[\w&*] \w+ =$", before):
        return False
    depth = 0
    for offset in range(len(before) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(before[offset], 0)
        if depth < 0:
            return bool(re.search(r"\b(if|while|switch)\s*$", code[:offset]))
    return False


def ends_statement(code, offset):
    """Whether, from inside TRY's bracket, the first thing that closes around it is a semicolon."""
    depth = 1
    for character in code[offset:]:
        if character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
            if depth < 0:
                return False
        elif depth == 0 and character in ",;":
            return character == ";"
    return False


def main(root):
    tree, report = Tree(root), Report()
    allowed, doors_of_app = read_modules(tree, report)
    includes = Includes(tree, allowed, doors_of_app, report)
    for path in tree.files(".cpp", ".hpp", under=("foundation", "modules", "web", "app", "tests")):
        if len(path.parts) > 1:
            includes.check(path)
            check_try(path, tree.code(path), report)
    includes.check_doors()
    check_links(tree, allowed, report)
    Tables(tree, allowed, report).check()
    report.end("modules")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else ROOT)
