#!/usr/bin/env python3
"""Makes be-vietnam-pro-WEIGHT.woff2: one file per weight with every letter that Vietnamese needs.

Upstream cuts each weight into three files by Unicode range; a Vietnamese page needs all three:
three requests, and their overhead thrice. The results are committed, so that only a new font
version needs this (Debian packages fonttools and python3-brotli, after `npm ci`).

usage: fonts/subset.py
"""
import pathlib
import tempfile

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).resolve().parent
UPSTREAM = HERE.parent / "node_modules/@fontsource/be-vietnam-pro"
WEIGHTS = ("400", "600")

WANTED = {
    *range(0x20, 0x7F), *range(0xA0, 0x100),
    # The Vietnamese letters outside Latin-1, precomposed, and the marks for decomposed text.
    0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0,
    *range(0x1EA0, 0x1EFA),
    0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323,
    0x20AB,  # đồng
    *range(0x2010, 0x2016), *range(0x2018, 0x201F), 0x2020, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033,
    0x2039, 0x203A, 0x2212, 0x2264, 0x2265, 0x2002, 0x2003, 0x2009, 0x202F,
}


def piece(script, weight, already, folder):
    """One upstream file cut down to the wanted letters that no earlier piece has, unhinted."""
    font = TTFont(UPSTREAM / f"files/be-vietnam-pro-{script}-{weight}-normal.woff2")
    letters = (WANTED - already) & set(font.getBestCmap())
    features = ["kern", "mark", "mkmk", "ccmp", "tnum"]
    options = subset.Options(hinting=False, layout_features=features, notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font.flavor = None
    path = folder / f"{script}.ttf"
    font.save(path)
    return path, letters


def make(weight):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        paths, already = [], set()
        for script in ("latin", "vietnamese", "latin-ext"):
            path, letters = piece(script, weight, already, folder)
            if letters:
                paths.append(str(path))
                already |= letters
        font = Merger().merge(paths)
        font.flavor = "woff2"
        output = HERE / f"be-vietnam-pro-{weight}.woff2"
        font.save(output)
    print(f"{output.name}: {len(already)} letters, {output.stat().st_size} bytes")


if __name__ == "__main__":
    for weight in WEIGHTS:
        make(weight)
    (HERE / "OFL.txt").write_bytes((UPSTREAM / "LICENSE").read_bytes())
