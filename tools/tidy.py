#!/usr/bin/env python3
"""The rules of STYLE.md that a machine can watch, each with what to do instead.

usage: tidy.py [ROOT] [FILE…]      with files, only what concerns these (the pre-commit hook)
"""
import ast
import collections
import pathlib
import re
import sys
import unicodedata

from definitions import Definitions
from sources import ROOT, Report, Tree, line_at, string_literals

COLUMNS_MAX = 100
FUNCTION_LINES_MAX = 70
FILE_LINES_MAX = 500
FILE_BYTES_MAX = 1 << 20

CPP = (".cpp", ".hpp")
SQL_USED = re.compile(r"\bsql::(\w+)")
CODE = (".cpp", ".hpp", ".py", ".sh", ".sql", ".ts", ".mjs")
SPACES_MATTER = CODE + (".po", ".css", ".cmake")
TEXT = CODE + (".md", ".txt", ".po", ".css", ".html", ".json", ".toml", ".yml", ".yaml", ".cmake")

# (what is found in code, what to write instead, where it is allowed after all)
BANNED = [
    (
        r"\b(?:std::)?(?:tolower|toupper|isalpha|isalnum|isspace|isdigit|ispunct)\s*\(",
        "locale functions break Vietnamese: text::fold, or a comparison of ASCII",
        (),
    ),
    (
        r"\b(?:setlocale|strftime|strcoll|localtime|localtime_r|mktime)\b|std::locale\b",
        "the locale is nobody's friend: calendar and text have what you need",
        (),
    ),
    (
        r"\bstd::sto(?:i|l|ll|ul|ull|f|d|ld)\b"
        r"|\b(?:atoi|atol|atof|strtol|strtoul|strtod|sscanf)\s*\(",
        "std::from_chars, or text's numbers: they say what is wrong",
        (),
    ),
    (
        r"\bstd::(?:w?regex|smatch|cmatch)\b|#\s*include\s*<regex>",
        "std::regex is slow, unbounded and blind to UTF-8: write the small parser",
        (),
    ),
    (
        r"\bsystem_clock::now\b|\btime\s*\(\s*(?:nullptr|NULL|0)\s*\)",
        "time comes in through Context or a Clock",
        ("foundation/base/",),
    ),
    (
        r"\bstd::(?:cout|cerr|clog|cin)\b|#\s*include\s*<iostream>",
        "libraries return, app/ prints (fmt)",
        ("app/", "tests/"),
    ),
    (
        r"\bstd::(?:rand|random_device|mt19937)\b|\b(?:rand|srand)\s*\(",
        "randomness comes in through Context (crypto)",
        ("foundation/crypto/", "foundation/base/"),
    ),
    (
        r"\bco_(?:await|return|yield)\b",
        "g++ 12 frees twice in everyday coroutines: write a callback or a blocking call",
        (),
    ),
    (
        r"\b(?:sprintf|vsprintf|strcpy|strcat|gets)\s*\(",
        "fmt::format, or a span with its length",
        (),
    ),
    (
        r"\bgetenv\s*\(",
        "the environment is read once, by the configuration",
        ("foundation/base/", "foundation/testing/", "app/", "tests/"),
    ),
    (
        r"\bstd::this_thread::sleep_(?:for|until)\b",
        "wait for what happens, not for time",
        ("foundation/base/", "foundation/http/test/"),  # a slow client is slow
    ),
    (r"\bstd::system\s*\(|\bpopen\s*\(", "the child-process runner: no shell, with limits", ()),
]
BANNED_IN_HEADERS = [
    (r"^\s*using\s+namespace\b", "a header names what it uses", ()),
    (
        r"#\s*include\s*<(regex|ranges|chrono|format|iostream|locale|future)>",
        "a header that everybody pays for: keep it in the .cpp",
        (),
    ),
]
MARKS = re.compile(r"\b(FIXME|TODO|XXX|HACK)\b")
RAW_SQL = re.compile(r"\s*(SELECT\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s)")
SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}\b"
)
OWN_PATHS = re.compile(r"(?<![\w./$}])(/home/\w|/root/|/work/|/Users/)|\b[A-Z]:\\\\?Users")
# A text that dies with its statement, where a value of a braced list begins.
DYING_TEXT = re.compile(
    r"(?:[{,]|(?<![=!<>])=(?!=))\s*(?:std::to_string\s*\(|std::string\s*[({]|fmt::format\s*\(|"
    r"text::(?:join|fold|slug|squeeze)\s*\(|[^{},()]*\"\s*\+|[^{},()]*\+\s*\")"
)
KEY = re.compile(r"[a-z][a-z_0-9]*(\.[a-z_0-9]+)+$")


def excerpt(text):
    return text if len(text) <= 60 else text[:57] + "…"


class Tidy:
    def __init__(self, root, chosen=None):
        self.tree = Tree(root)
        self.report = Report()
        self.chosen = chosen

    def files(self, *suffixes, under=()):
        return [
            path
            for path in self.tree.files(*suffixes, under=under)
            if self.chosen is None or path.as_posix() in self.chosen
        ]

    def run(self):
        for path in self.files(*TEXT):
            self.check_text(path)
        for path in self.files(*CPP):
            self.check_words(path)
            self.check_cpp_lengths(path)
            self.check_views_kept(path)
        for path in self.files(".py"):
            self.check_python_lengths(path)
        for path in self.files(".md"):
            if path.parts[0] not in ("data", "tests"):  # there, a document is a sample
                self.check_document(path)
        for path in self.tree.all_files():
            if self.chosen is None or path.as_posix() in self.chosen:
                self.check_size(path)
        if self.chosen is None:  # these need the whole house
            self.check_built()
            self.check_headers_used()
            self.check_sql_used()
            Catalogues(self.tree, self.report).check()
            Definitions(self.tree, self.report).check()
        self.report.end("tidy")

    def check_text(self, path):
        text = self.tree.text(path)
        if not unicodedata.is_normalized("NFC", text):
            for number, line in enumerate(text.splitlines(), 1):
                if not unicodedata.is_normalized("NFC", line):
                    self.report.add(path, number, "not in NFC: recompose (python unicodedata)")
                    break
        if text and not text.endswith("\n"):
            self.report.add(path, text.count("\n") + 1, "the last line has no end")
        long_allowed = self.lines_in_raw_strings(path, text)
        for number, line in enumerate(text.split("\n"), 1):
            self.check_line(path, number, line, number in long_allowed)

    def lines_in_raw_strings(self, path, text):
        lines = set()
        if path.suffix in CPP:
            for match in re.finditer(r'R"(\w*)\(.*?\)\1"', text, re.S):
                first = line_at(text, match.start())
                lines.update(range(first, first + match[0].count("\n") + 1))
        return lines

    def check_line(self, path, number, line, long_allowed):
        if path.suffix in CODE and len(line) > COLUMNS_MAX and not long_allowed:
            self.report.add(path, number, f"{len(line)} columns, at most {COLUMNS_MAX}")
        if path.suffix in CODE and "\t" in line:
            self.report.add(path, number, "a tab: four spaces")
        if line != line.rstrip() and path.suffix in SPACES_MATTER and not long_allowed:
            self.report.add(path, number, "spaces at the end of the line")
        if path.parts[0] == "tests" and path.parts[1:2] == ("tools",) or path.name == "tidy.py":
            return  # they speak of faults
        mark = MARKS.search(line)
        if mark and path.suffix in CODE:
            self.report.add(path, number, f"{mark[0]}: do it, or open an issue")
        if SECRETS.search(line):
            self.report.add(path, number, "looks like a secret: it does not belong here")
        if OWN_PATHS.search(line):
            self.report.add(path, number, "a path of one machine: make it relative")

    def check_words(self, path):
        code, place = self.tree.code(path), path.as_posix()
        rules = BANNED + (BANNED_IN_HEADERS if path.suffix == ".hpp" else [])
        for pattern, instead, homes in rules:
            if place.startswith(homes) and homes:
                continue
            for match in re.finditer(pattern, code, re.M):
                self.report.add(
                    path,
                    line_at(code, match.start() + len(match[0]) - len(match[0].lstrip())),
                    f"'{match[0].strip()}': {instead}",
                )
        if "test" in path.parts:
            return
        for match in re.finditer(r"\bthrow\b", code):
            # In a consteval function it is how a wrong literal fails to compile.
            if "consteval" not in code[max(0, match.start() - 600) : match.start()]:
                self.report.add(
                    path,
                    line_at(code, match.start()),
                    "'throw': return failure(…); exceptions stay inside wrappers",
                )
        self.check_shared(path, code)
        if path.parts[0] in ("modules", "app", "web"):
            for offset, literal in string_literals(self.tree.text(path)):
                if RAW_SQL.match(literal):
                    self.report.add(
                        path,
                        line_at(self.tree.text(path), offset),
                        "SQL lives in sql/*.sql, one statement a file",
                    )

    def check_shared(self, path, code):
        """A comment at or just above one use, here or in the header of the same name."""
        first = re.search(r"\bstd::(?:shared_ptr|make_shared)\b", code)
        if not first:
            return
        for place in {path, path.with_suffix(".hpp")} & set(self.tree.all_files()):
            lines = self.tree.text(place).split("\n")
            for match in re.finditer(r"\bstd::(?:shared_ptr|make_shared)\b", self.tree.code(place)):
                number = line_at(self.tree.code(place), match.start())
                if any("//" in line for line in lines[max(0, number - 3) : number]):
                    return
        self.report.add(
            path,
            line_at(code, first.start()),
            "shared_ptr wants a comment that says who shares and why",
        )

    def check_cpp_lengths(self, path):
        lines = self.tree.text(path).count("\n")
        if lines > FILE_LINES_MAX:
            self.report.add(
                path, lines, f"{lines} lines, at most {FILE_LINES_MAX}: one idea a file"
            )
        for first, last in cpp_functions(self.tree.code(path)):
            if last - first + 1 > FUNCTION_LINES_MAX:
                self.report.add(
                    path,
                    first,
                    f"a function of {last - first + 1} lines, " f"at most {FUNCTION_LINES_MAX}",
                )

    def check_views_kept(self, path):
        """A component's parameters look at texts, which must live until it is written. Clang sees
        where a single one of them outlives its text (-Wdangling); in a vector it does not look."""
        code = self.tree.code(path)
        vectors = re.findall(r"std::vector<([\w:]+)>[&\s]+(\w+)", code)
        others = {name for kind, name in vectors if not kind.startswith("web::")}
        for name in {name for _, name in vectors} - others:
            for match in re.finditer(rf"\b{name}\.(?:push_back|emplace_back)\(\{{", code):
                end = code.find(";", match.end())
                if DYING_TEXT.search(code, match.end() - 1, end):
                    self.report.add(
                        path,
                        line_at(code, match.start()),
                        f"{name} would look at a text that is gone: keep the text first",
                    )

    def check_python_lengths(self, path):
        for node in ast.walk(ast.parse(self.tree.text(path))):
            if isinstance(node, ast.FunctionDef):
                lines = node.end_lineno - node.lineno + 1
                if lines > FUNCTION_LINES_MAX:
                    self.report.add(
                        path,
                        node.lineno,
                        f"a function of {lines} lines, " f"at most {FUNCTION_LINES_MAX}",
                    )

    def check_document(self, path):
        text = re.sub(
            r"^(```|~~~).*?^\1",
            lambda m: re.sub(r"[^\n]", " ", m[0]),
            self.tree.text(path),
            flags=re.S | re.M,
        )
        titles = re.findall(r"^# .+", text, re.M)
        if len(titles) != 1:
            self.report.add(path, 1, f"{len(titles)} titles ('# …'), one a document")
        for match in re.finditer(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", _spaces, text)):
            target = match[1].partition("#")[0]
            if not target or re.match(r"[a-z]+:", target):
                continue
            if not (self.tree.root / path.parent / target).exists():
                self.report.add(path, line_at(text, match.start()), f"broken link: {match[1]}")

    def check_size(self, path):
        file = self.tree.root / path
        if file.is_file() and path.parts[0] != "data" and file.stat().st_size > FILE_BYTES_MAX:
            self.report.add(path, 1, "over 1 MB: only data/ holds big files")

    def check_built(self):
        """A .cpp that no CMakeLists.txt reaches is dead; the makers of cmake/caicach.cmake glob."""
        for path in self.tree.files(".cpp", under=("foundation", "modules", "web", "app", "tests")):
            if not self.is_built(path):
                self.report.add(path, 1, "never built: no CMakeLists.txt reaches it")

    def is_built(self, path):
        folder = path.parent
        if folder.name in ("test", "fuzz"):
            if not path.name.endswith(f"_{folder.name}.cpp"):
                return self.lists(folder, path) or self.lists(folder.parent, path)
            folder = folder.parent
        here, above = self.cmake(folder), self.cmake(folder.parent)
        if re.search(r"caicach_(library|module)\(|GLOB", here) or self.lists(folder, path):
            return True
        if path.parent.name in ("test", "fuzz") and re.search(r"caicach_(library|module)\(", above):
            return True
        if f"{folder.name}/*.cpp" in above:
            return True
        subfolders = re.search(r"SUBFOLDERS\s+([\w/\s]+?)\s*(?:[A-Z_]{4,}|\))", above)
        return bool(subfolders and folder.name in subfolders[1].split()) or self.lists(
            folder.parent, path
        )

    def cmake(self, folder):
        path = folder / "CMakeLists.txt"
        return self.tree.text(path) if path in self.tree else ""

    def lists(self, folder, path):
        name = path.relative_to(folder).as_posix()
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self.cmake(folder)) is not None or (
            path.name == "main.cpp" and folder.as_posix() == "tests/support"
        )

    def check_headers_used(self):
        included = set()
        for path in self.tree.files(*CPP):
            included.update(re.findall(r'#\s*include\s*"([^"]+)"', self.tree.text(path)))
        for path in self.tree.files(".hpp"):
            place = path.as_posix()
            names = {place, place.partition("/")[2]}
            if "test" in path.parts:
                names.add(path.name)
            if not names & included:
                self.report.add(path, 1, "no file includes this header")

    def check_sql_used(self):
        used = collections.defaultdict(set)
        for path in self.tree.files(*CPP):
            used[path.parts[:2]] |= set(SQL_USED.findall(self.tree.code(path)))
        for path in self.tree.files(".sql"):
            if "migrations" in path.parts or path.parts[0] not in ("modules", "foundation"):
                continue
            if path.stem not in used[path.parts[:2]]:
                self.report.add(path, 1, f"no code uses sql::{path.stem}")


class Catalogues:
    """Each message key that code names has a text, each text is named by code."""

    NAMES_KEY = re.compile(
        r"\b(?:failure\s*\(\s*Failure::\w+\s*,|invalid\s*\(|message\s*\(|"
        r"say\s*\(|render\s*\()\s*\"([^\"\n]+)\""
    )

    def __init__(self, tree, report):
        self.tree, self.report = tree, report

    def check(self):
        vietnamese = self.read("vi.po")
        for key, (path, number, _) in sorted(self.read("en.po").items()):
            if key not in vietnamese:
                self.report.add(path, number, f"{key} has no Vietnamese text, which is the source")
        literals = set()
        for path in self.tree.files(*CPP, under=("foundation", "modules", "web", "app")):
            if "test" in path.parts or "fuzz" in path.parts:
                continue
            text = self.tree.text(path)
            literals.update(literal for _, literal in string_literals(text))
            for match in self.NAMES_KEY.finditer(text):
                code_kept = self.tree.code(path)[match.start() : match.start() + 3].strip()
                if code_kept and KEY.match(match[1]) and match[1] not in vietnamese:
                    self.report.add(
                        path,
                        line_at(text, match.start(1)),
                        f"message {match[1]} has no text in messages/vi.po",
                    )
        beginnings = tuple(
            literal for literal in literals if re.fullmatch(r"[a-z_0-9.]+\.", literal)
        )
        for key, (path, number, _) in sorted(vietnamese.items()):
            if key not in literals and not (beginnings and key.startswith(beginnings)):
                self.report.add(path, number, f"no code names the message {key}")

    def read(self, name):
        """{key: (path, line, text)} of every catalogue of that name."""
        found = {}
        for path in self.tree.files(".po"):
            if path.name != name:
                continue
            entries = re.finditer(
                r'^msgid\s+"(.*)"\s*\nmsgstr\s+((?:"(?:\\.|[^"\\])*"\s*)+)',
                self.tree.text(path),
                re.M,
            )
            for match in entries:
                key, text = match[1], "".join(re.findall(r'"((?:\\.|[^"\\])*)"', match[2]))
                number = line_at(self.tree.text(path), match.start())
                if not key:
                    continue
                if key in found:
                    self.report.add(path, number, f"{key} has a text already in {found[key][0]}")
                if not text:
                    self.report.add(path, number, f"{key} has an empty text")
                found[key] = (path, number, text)
        return found


def _spaces(match):
    return " " * len(match[0])


def cpp_functions(code):
    """(first, last) line of each outermost function body, signature's last line included."""
    code = re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", _blank_line, code, flags=re.M)
    body = re.compile(
        r"\)\s*(?:const|noexcept|override|final|&|mutable|\s)*"
        r"(?:->\s*[\w:<>,&*\s]+?)?(?::\s*\w[^;{}]*(?:\{[^{}]*\}[^;{}]*)*)?$"
    )
    depth_stack, start, position = [], 0, 0
    line = 1
    for position, character in enumerate(code):
        if character == "\n":
            line += 1
        elif character == "{":
            inside = any(kind == "function" for kind, _ in depth_stack)
            head = code[max(start, position - 600) : position].rstrip()
            kind = "function" if not inside and body.search(head) else "other"
            depth_stack.append((kind, line))
            start = position + 1
        elif character == "}":
            if depth_stack:
                kind, first = depth_stack.pop()
                if kind == "function":
                    yield first, line
            start = position + 1
        elif character == ";" and not any(kind == "function" for kind, _ in depth_stack):
            start = position + 1


def _blank_line(match):
    return re.sub(r"[^\n]", " ", match[0])


def main(arguments):
    root = pathlib.Path(arguments[0]) if arguments else ROOT
    Tidy(root, set(arguments[1:]) or None).run()


if __name__ == "__main__":
    main(sys.argv[1:])
