#!/usr/bin/env python3
"""Sorts the sources of one library into groups that may be compiled as one: no file of a group
keeps a name to itself that another, or a header of another, means differently.

usage: unity_groups.py FOLDER FILE…

Writes one file a group into the folder and prints what to compile, as a list of CMake. First fit in
the order given, so the same files give the same groups. What this overlooks, the compiler tells.
"""
import functools
import pathlib
import re
import sys

from sources import ROOT, code_in

GROUP_BYTES_MAX = 70_000
SPACE = re.compile(r"\bnamespace\s*\{")
NESTED = re.compile(r"\bnamespace\s+(\w+::\w+(?:::\w+)+)")
BRACE = re.compile(r"[{}]")
# What another file's name could be mistaken for: a type, or what is called unqualified.
USED = re.compile(r"(?<![\w.:])(?<!->)(?:[A-Z]\w*|[a-z_]\w*(?=[ \t]*[(<]))")
CALLED = re.compile(r"\b([a-z_]\w*)\(")
QUALIFIER = re.compile(r"(?<![\w:])(\w+)::")
INCLUDE = re.compile(r'^#include "([^"]+)"', re.M)
MACRO = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(\w+)", re.M)
STATIC = re.compile(r"^static\b[^;{(]*?(\w+)\s*\(", re.M)
ALIAS = re.compile(r"^(?:namespace|using)\s+(\w+)\s*=", re.M)
TYPE = re.compile(
    r"(?<![<,] )(?<!<)\b(?:struct|class|enum(?: (?:class|struct))?|union|concept)\s+(\w+)"
)
# `using html::Writer;` names what all who say so mean.
DECLARATION = re.compile(r"(?:\busing\s[\w:\s]+)?[;}]")
NAME = re.compile(r"(\w+)\s*(?:\(|=|\{|;|\[|$)")


def body_after(code, start):
    """The text of a block whose brace opens just before `start`, with inner blocks left out."""
    depth, kept, last = 1, [], start
    for brace in BRACE.finditer(code, start):
        opens = brace[0] == "{"
        if opens and depth == 1:
            kept.append(code[last : brace.end()])
        depth += 1 if opens else -1
        if depth == 0:
            return "".join(kept) + code[last : brace.start()]
        if not opens and depth == 1:
            last = brace.start()
    return "".join(kept)


def without_arguments(text):
    """Declarations without what stands in their parentheses."""
    depth, kept = 0, []
    for letter in text:
        depth -= letter == ")"
        if depth == 0:
            kept.append(letter)
        depth += letter == "("
    return "".join(kept)


def own_names(code):
    """Of anonymous namespaces, macros, aliases and `static` functions."""
    names = set(MACRO.findall(code)) | set(STATIC.findall(code)) | set(ALIAS.findall(code))
    for space in SPACE.finditer(code):
        body = without_arguments(body_after(code, space.end()))
        names |= set(TYPE.findall(body))
        for statement in DECLARATION.split(body):
            names |= set(NAME.findall(f"{statement};")[:2])
    return names


def header_at(name):
    paths = (ROOT / folder / name for folder in ("foundation", "modules", ".", "tests"))
    return next((path for path in paths if path.is_file()), None)


@functools.cache
def of_header(name):
    """Types, functions and nested namespaces that the header declares, and what it includes."""
    path = header_at(name)
    if path is None:  # generated: sql and messages, which declare neither type nor function
        return frozenset(), frozenset(), frozenset(), ()
    text = path.read_text(encoding="utf-8")
    code = code_in(text)
    return (
        frozenset(TYPE.findall(code)),
        frozenset(CALLED.findall(code)),
        frozenset(NESTED.findall(code)),
        INCLUDE.findall(text),
    )


class File:
    """One source: its own names, and what else it and its headers say."""

    def __init__(self, path):
        text = path.read_text(encoding="utf-8")
        code = code_in(text)
        self.path, self.size = path, len(code)
        self.own, self.used = own_names(code), set(USED.findall(code))
        self.qualifiers, self.spaces = set(QUALIFIER.findall(code)), set()
        self.functions = set()
        open_names, seen = INCLUDE.findall(text), set()
        while open_names:
            name = open_names.pop()
            if name in seen:
                continue
            seen.add(name)
            types, functions, spaces, more = of_header(name)
            self.used |= types
            if name.split("/")[0] in path.parts:  # of the same library, so of the same namespace
                self.functions |= functions
            self.spaces |= spaces
            open_names += more

    def hides(self, other):
        """Does this file bring what stands in the way of a namespace that the other means?"""
        spaces = {space.rsplit("::", 1)[-1] for space in self.spaces - other.spaces}
        return (spaces | (self.functions - other.functions)) & other.qualifiers

    def fits(self, other):
        return not (
            self.own & (other.used | other.own | other.qualifiers)
            or other.own & (self.used | self.qualifiers)
            or self.own & (other.functions - self.functions)
            or other.own & (self.functions - other.functions)
            or self.hides(other)
            or other.hides(self)
        )


def groups(paths):
    made = []
    for file in map(File, paths):
        for group in made:
            size = sum(other.size for other in group)
            if size + file.size <= GROUP_BYTES_MAX and all(map(file.fits, group)):
                group.append(file)
                break
        else:
            made.append([file])
    return made


def written(path, group):
    """The file that stands for a group; left as it is where it says the same already."""
    if len(group) == 1:
        return group[0].path
    # Relative to the root, so that the compiler cache knows a group in every clone.
    names = [file.path.resolve().relative_to(ROOT).as_posix() for file in group]
    text = "".join(f'#include "{name}"\n' for name in names)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path


def main(folder, *files):
    made = groups(map(pathlib.Path, files))
    paths = [
        written(pathlib.Path(folder) / f"group_{number}.cpp", group)
        for number, group in enumerate(made)
    ]
    print(";".join(map(str, paths)))


if __name__ == "__main__":
    main(*sys.argv[1:])
