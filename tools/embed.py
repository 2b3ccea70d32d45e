#!/usr/bin/env python3
"""Writes files into a C++ header as constants named after them, and a list of them all.

usage: embed.py OUTPUT NAMESPACE FILE...
"""
import pathlib
import re
import sys

# A literal longer than 16,380 characters is refused by some compilers; adjacent ones are joined.
PIECE = 12000


def literal(text):
    pieces = [text[i : i + PIECE] for i in range(0, len(text), PIECE)] or [""]
    return "\n    ".join(f'R"embed({piece})embed"' for piece in pieces)


def main(output, namespace, *files):
    lines = [
        "// Made by tools/embed.py from the files named below; do not edit.",
        "#pragma once",
        "#include <array>",
        "#include <string_view>",
        "",
        f"namespace {namespace} {{",
        "struct Embedded { std::string_view name; std::string_view text; };",
    ]
    names = []
    stems = [pathlib.Path(file).stem for file in files]
    for file in sorted(files):
        path = pathlib.Path(file)
        # Files of one name from several folders (messages/vi.po) are told apart by their folders.
        stem = (
            path.stem if stems.count(path.stem) == 1 else "_".join([*path.parts[-3:-1], path.stem])
        )
        name = re.sub(r"\W", "_", stem)
        name = f"n{name}" if name[0].isdigit() else name
        text = path.read_text(encoding="utf-8").rstrip("\n")
        lines.append(f"inline constexpr std::string_view {name} =\n    {literal(text)};")
        names.append((path.stem, name))
    rows = "".join(f'    Embedded{{"{stem}", {name}}},\n' for stem, name in names)
    lines.append(f"inline constexpr std::array<Embedded, {len(names)}> all{{\n{rows}}};")
    lines.append(f"}}  // namespace {namespace}\n")
    path = pathlib.Path(output)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
