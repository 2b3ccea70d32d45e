"""What the checkers share: walking the tree, reading C++ without comments and texts, reporting."""
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# What is made, fetched or kept by running programs is nobody's source.
NOT_SOURCE = {".git", "build", "node_modules", "var", "dist", "__pycache__", "corpus"}

_CODE_PARTS = re.compile(
    r"(?P<comment>//[^\n]*|/\*.*?\*/)"
    r'|(?P<raw>R"(?P<mark>[^()\s\\"]{0,16})\((?P<raw_text>.*?)\)(?P=mark)")'
    r'|(?P<text>"(?:\\.|[^"\\\n])*")'
    r"|(?P<char>(?<![0-9a-zA-Z_])'(?:\\.|[^'\\\n])+')",
    re.S,
)


class Tree:
    """The sources under one root; each file is read once."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self._texts = {}
        self._codes = {}
        self._paths = sorted(self._walk())
        self._known = set(self._paths)
        self._by_suffix = [(path.suffix, path) for path in self._paths]

    def _walk(self):
        for folder, folders, names in os.walk(self.root):
            folders[:] = [name for name in folders if name not in NOT_SOURCE]
            for name in names:
                yield (pathlib.Path(folder) / name).relative_to(self.root)

    def files(self, *suffixes, under=()):
        """Relative paths with one of the suffixes, under the top folders when some are named."""
        return [
            path
            for suffix, path in self._by_suffix
            if suffix in suffixes and (not under or path.parts[0] in under)
        ]

    def all_files(self):
        return list(self._paths)

    def __contains__(self, path):
        return path in self._known

    def text(self, path):
        if path not in self._texts:
            self._texts[path] = (self.root / path).read_text(encoding="utf-8", errors="replace")
        return self._texts[path]

    def code(self, path):
        """As code_in, of a file."""
        if path not in self._codes:
            self._codes[path] = code_in(self.text(path))
        return self._codes[path]


def code_in(text):
    """The C++ text with comments and the insides of literals blanked; every offset stays."""
    return _CODE_PARTS.sub(_blanked, text)


def _blanked(match):
    whole = match[0]
    if match["comment"] is not None:
        return re.sub(r"[^\n]", " ", whole)
    return whole[0] + re.sub(r"[^\n]", " ", whole[1:-1]) + whole[-1]


def string_literals(text):
    """(offset, content) of each string literal of C++ text, comments left out."""
    for match in _CODE_PARTS.finditer(text):
        if match["raw"] is not None:
            yield match.start(), match["raw_text"]
        elif match["text"] is not None:
            yield match.start(), match["text"][1:-1]


def line_at(text, offset):
    return text.count("\n", 0, offset) + 1


class Report:
    """Collects faults as `path:line: text` and ends the program with them."""

    def __init__(self):
        self.faults = []

    def add(self, path, line, text):
        self.faults.append(f"{path}:{line}: {text}")

    def end(self, name):
        print("\n".join(self.faults) or f"{name}: ok")
        sys.exit(bool(self.faults))
