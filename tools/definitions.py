"""Types that two files of one program define under one name, which the linker takes for one."""
import collections
import re

from sources import line_at

CPP = (".cpp", ".hpp")
ANONYMOUS = None
# A namespace, a type with its body, or any other brace; strings and comments are blank already.
PIECE = re.compile(
    r"\bnamespace(?:\s+(?P<space>[\w:]+))?\s*\{"
    r"|\b(?:struct|class|enum(?:\s+(?:class|struct))?)\s+(?:\[\[[^\]]*\]\]\s*)?(?P<type>\w+)"
    r"\s*(?:final\s*)?(?::(?!:)[^;{}()]*)?\{"
    r"|\{|\}"
)


def definitions_of(code):
    """(namespace, name, offset) of each type at namespace scope; of nameless namespaces none."""
    scopes = []  # of each open brace the name of its namespace; "{" for any other
    for match in PIECE.finditer(code):
        if match[0] == "}":
            if scopes:
                scopes.pop()
        elif match[0].startswith("namespace"):
            scopes.append(match["space"] or ANONYMOUS)
        else:
            if match["type"] and not {"{", ANONYMOUS} & set(scopes):
                yield "::".join(scopes), match["type"], match.start()
            scopes.append("{")


class Definitions:
    """Goes over the product, then over each test program with what it is linked with."""

    def __init__(self, tree, report):
        self.tree, self.report = tree, report
        self.tests = collections.defaultdict(set)
        self.product = collections.defaultdict(set)
        self.told = set()
        for path in tree.files(*CPP, under=("foundation", "modules", "web", "app", "tests")):
            if "fuzz" in path.parts:
                continue
            if "test" in path.parts:
                self.tests[path.parts[: path.parts.index("test")][:2]].add(path)
            elif path.parts[0] != "tests":
                self.add(self.product, path)
            elif path.parts[:2] == ("tests", "support"):
                self.add(self.product, path)

    def check(self):
        self.tell(self.product)
        for files in self.tests.values():
            program = collections.defaultdict(set)
            for path in self.with_included(files):
                self.add(program, path)
            for name in program:
                program[name] |= self.product.get(name, set())
            self.tell(program)

    def add(self, program, path):
        code = self.tree.code(path)
        for space, name, offset in definitions_of(code):
            program[(space, name)].add((path, line_at(code, offset)))

    def with_included(self, files):
        """Headers of tests elsewhere come with whoever includes them."""
        found, waiting = set(files), list(files)
        while waiting:
            path = waiting.pop()
            for name in re.findall(r'#\s*include\s*"([^"]+/test/[^"]+)"', self.tree.text(path)):
                for root in ("foundation", "modules", "web"):
                    header = type(path)(root) / name
                    if header in self.tree and header not in found:
                        found.add(header)
                        waiting.append(header)
        return found

    def tell(self, program):
        for (space, name), places in sorted(program.items()):
            if len(places) < 2:
                continue
            first, *others = sorted(places)
            for path, line in others:
                if (path, line) in self.told:
                    continue
                self.told.add((path, line))
                self.report.add(
                    path,
                    line,
                    f"{space}::{name} is defined in {first[0]}, too: one program may hold both,"
                    " and takes them for one; rename one, or put it in an anonymous namespace",
                )
