#!/usr/bin/env python3
"""Types numbers into the workbook of a report, as an official does in Excel.

usage: fill_sheet.py IN OUT KEY=NUMBER…    into the column "Cơ quan nhập" of the first sheet"""
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPED = "E"


def tag(name):
    return f"{{{MAIN}}}{name}"


def words(element):
    return "".join(one.text or "" for one in element.iter(tag("t")))


def text_of(cell, shared):
    if cell.get("t") == "s":
        return shared[int(cell.find(tag("v")).text)]
    return words(cell)


def type_in(sheet, shared, numbers):
    left = dict(numbers)
    for row in sheet.iter(tag("row")):
        cells = {cell.get("r").rstrip("0123456789"): cell for cell in row}
        key = text_of(cells["A"], shared) if "A" in cells else ""
        if key not in left:
            continue
        cell = cells.get(TYPED)
        if cell is None:
            cell = tree.Element(tag("c"), r=TYPED + row.get("r"))
            row.insert(sum(name < TYPED for name in cells), cell)
        cell.attrib.pop("t", None)
        for part in list(cell):
            cell.remove(part)
        tree.SubElement(cell, tag("v")).text = left.pop(key)
    if left:
        sys.exit(f"no such rows: {sorted(left)}")


def main():
    source, made, *pairs = sys.argv[1:]
    tree.register_namespace("", MAIN)
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(made, "w") as after:
        names = before.namelist()
        shared = []
        if "xl/sharedStrings.xml" in names:
            strings = tree.fromstring(before.read("xl/sharedStrings.xml"))
            shared = [words(one) for one in strings.iter(tag("si"))]
        for name in names:
            content = before.read(name)
            if name == "xl/worksheets/sheet1.xml":
                sheet = tree.fromstring(content)
                type_in(sheet, shared, dict(pair.split("=") for pair in pairs))
                content = tree.tostring(sheet, xml_declaration=True, encoding="UTF-8")
            after.writestr(name, content)


if __name__ == "__main__":
    main()
