#!/usr/bin/env python3
"""Makes the sample plan (.docx) from its Markdown as an officer would type it in Word.

usage: make_sample_docx.py PLAN.md PLAN.docx

The numbers of the outline become Word's own lists, so that they stand in no text; notes become
footnotes, the head and the signature tables without borders, and "^" in the annex a merged cell.
"""
import re
import sys
import zipfile
from xml.sax.saxutils import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FONT = '<w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif" w:cs="Noto Serif"/>'
WIDTHS = [700, 3700, 1900, 1900, 1500]
# How each outline mark of the source is written in Word: pattern, list, level.
LISTS = [
    (r"[IVX]+\. ", 1, 0),
    (r"\d+\. ", 1, 1),
    (r"[a-e]\) ", 1, 2),
    (r"- ", 2, 0),
    (r"\* ", 3, 0),
]


def run(text, bold=False, italic=False):
    properties = FONT + ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def note(number):
    return (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference'
        f' w:id="{number}"/></w:r>'
    )


def runs(text):
    """Text with **bold**, *italic* and [^1] as runs."""
    bold = italic = False
    out = []
    for piece in re.split(r"(\*{1,3}|\[\^\d+\])", text):
        if piece in ("**", "***", "*"):
            bold ^= len(piece) >= 2
            italic ^= len(piece) != 2
        elif piece.startswith("[^"):
            out.append(note(piece[2:-1]))
        elif piece:
            out.append(run(piece, bold, italic))
    return "".join(out)


def paragraph(text, align="both", numbering=None, indent=True, spacing=120):
    properties = ""
    if numbering:
        properties += (
            f'<w:numPr><w:ilvl w:val="{numbering[1]}"/><w:numId w:val="{numbering[0]}"/></w:numPr>'
        )
    properties += f'<w:spacing w:after="{spacing}"/>'
    if indent and not numbering:
        properties += '<w:ind w:firstLine="720"/>'
    properties += f'<w:jc w:val="{align}"/>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs(text)}</w:p>"


def cell(paragraphs, width, properties=""):
    body = "".join(paragraphs) or "<w:p/>"
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{body}</w:tc>'


def side_by_side(left, right):
    def column(lines, align):
        return [paragraph(line, align, indent=False, spacing=0) for line in lines]

    grid = '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="5700"/></w:tblGrid>'
    align = "left" if left[0].startswith("***") else "center"
    row = cell(column(left, align), 4000) + cell(column(right, "center"), 5700)
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="9700"'
        f' w:type="dxa"/></w:tblPr>{grid}<w:tr>{row}</w:tr></w:tbl><w:p/>'
    )


def annex(rows):
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in WIDTHS)
    out = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Luoi"/><w:tblW w:w="9700" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    for number, row in enumerate(rows):
        cells = []
        for column, text in enumerate(row):
            merged_below = number + 1 < len(rows) and rows[number + 1][column] == "^"
            merge = (
                "<w:vMerge/>"
                if text == "^"
                else '<w:vMerge w:val="restart"/>'
                if merged_below
                else ""
            )
            align = "center" if number == 0 or column == 0 else "left"
            shown = "" if text == "^" else f"**{text}**" if number == 0 else text
            cells.append(
                cell([paragraph(shown, align, indent=False, spacing=40)], WIDTHS[column], merge)
            )
        header = "<w:trPr><w:tblHeader/></w:trPr>" if number == 0 else ""
        out += f"<w:tr>{header}{''.join(cells)}</w:tr>"
    return out + "</w:tbl><w:p/>"


def body(lines):
    out = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if line == "**ỦY BAN NHÂN DÂN**":
            out.append(side_by_side(lines[at : at + 3], lines[at + 3 : at + 6]))
            at += 6
            continue
        if line.startswith("***Nơi nhận"):
            end = lines.index("---")
            split = next(i for i in range(at, end) if lines[i].startswith("**TM."))
            right = lines[split : end - 1] + ["", "", lines[end - 1]]
            out.append(side_by_side(lines[at:split], right))
            at = end
            continue
        if line == "---":
            out.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        elif line.startswith("|"):
            end = next(
                (i for i in range(at, len(lines)) if not lines[i].startswith("|")), len(lines)
            )
            rows = [
                [c.strip() for c in l.strip("|").split("|")]
                for l in lines[at:end]
                if not l.startswith("|---")
            ]
            out.append(annex(rows))
            at = end
            continue
        elif line.startswith("#"):
            out.append(paragraph(f"**{line.lstrip('# ')}**", "center", indent=False))
        elif line.startswith("*("):
            out.append(paragraph(line, "center", indent=False))
        elif not line.startswith("[^"):
            found = next(((m, n, l) for p, n, l in LISTS if (m := re.match(p, line))), None)
            if found:
                text = line[found[0].end() :]
                is_heading = found[1] == 1 and found[2] == 0
                out.append(paragraph(f"**{text}**" if is_heading else text, numbering=found[1:]))
            else:
                out.append(paragraph(line))
        at += 1
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906"'
        ' w:h="16838"/><w:pgMar w:top="1134" w:right="1021" w:bottom="1134" w:left="1134"'
        ' w:header="567" w:footer="567"/></w:sectPr>'
    )
    return (
        f"{DECLARATION}<w:document"
        f" {NAMESPACES}><w:body>{''.join(out)}{section}</w:body></w:document>"
    )


def level(number, kind, text, first_line):
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff'
        f' w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind'
        f' w:left="0" w:firstLine="{first_line}"/></w:pPr></w:lvl>'
    )


def numbering():
    lists = [
        [
            level(0, "upperRoman", "%1.", 720),
            level(1, "decimal", "%2.", 720),
            level(2, "lowerLetter", "%3)", 720),
        ],
        [level(0, "bullet", "-", 720)],
        [level(0, "bullet", "*", 720)],
    ]
    out = f"{DECLARATION}<w:numbering {NAMESPACES}>"
    for number, levels in enumerate(lists):
        out += (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType'
            f' w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
        )
    for number in range(len(lists)):
        out += f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
    return out + "</w:numbering>"


def styles():
    side = "".join(
        f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for s in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{FONT}<w:sz"
        ' w:val="24"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style'
        ' w:type="paragraph" w:default="1" w:styleId="Normal"><w:name'
        ' w:val="Normal"/></w:style><w:style w:type="table" w:styleId="Luoi"><w:name w:val="Table'
        f' Grid"/><w:tblPr><w:tblBorders>{side}</w:tblBorders></w:tblPr></w:style></w:styles>'
    )


def footnotes(lines):
    out = f"{DECLARATION}<w:footnotes {NAMESPACES}>"
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        out += (
            f'<w:footnote w:type="{kind}"'
            f' w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        )
    for line in lines:
        if found := re.match(r"\[\^(\d+)\]: ", line):
            mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            small = run(" " + line[found.end() :]).replace("</w:rPr>", '<w:sz w:val="20"/></w:rPr>')
            out += f'<w:footnote w:id="{found[1]}"><w:p>{mark}{small}</w:p></w:footnote>'
    return out + "</w:footnotes>"


def main(source, target):
    lines = [line for line in open(source, encoding="utf-8").read().split("\n") if line.strip()]
    word = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = ["styles", "numbering", "footnotes", "footer"]
    files = {
        "[Content_Types].xml": (
            f"{DECLARATION}<Types"
            ' xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default'
            ' Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override'
            f' PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>'
        )
        + "".join(
            f'<Override PartName="/word/{p}.xml" ContentType="{kind}.{p}+xml"/>' for p in parts
        )
        + "</Types>",
        "_rels/.rels": (
            f"{DECLARATION}<Relationships"
            ' xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship'
            f' Id="rId1" Type="{word}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f"{DECLARATION}<Relationships"
            ' xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        )
        + "".join(
            f'<Relationship Id="rId{n + 1}" Type="{word}/{p}" Target="{p}.xml"/>'
            for n, p in enumerate(parts)
        )
        + "</Relationships>",
        "word/document.xml": body(lines),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/footnotes.xml": footnotes(lines),
        "word/footer.xml": (
            f"{DECLARATION}<w:ftr {NAMESPACES}><w:p><w:pPr><w:jc"
            ' w:val="center"/></w:pPr><w:r><w:fldChar'
            ' w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE'
            " </w:instrText></w:r><w:r><w:fldChar"
            f" w:fldCharType=\"separate\"/></w:r>{run('1')}<w:r><w:fldChar"
            ' w:fldCharType="end"/></w:r></w:p></w:ftr>'
        ),
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            # A fixed date: the same source makes the same bytes.
            archive.writestr(
                zipfile.ZipInfo(name, (2026, 1, 22, 8, 0, 0)), content, zipfile.ZIP_DEFLATED
            )


if __name__ == "__main__":
    main(*sys.argv[1:])
