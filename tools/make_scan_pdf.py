#!/usr/bin/env python3
"""Puts pictures of pages (JPEG) into a PDF without any text, as a scanner does.

usage: make_scan_pdf.py DPI SCAN.pdf PAGE.jpg...
"""
import struct
import sys


def size_of(jpeg):
    """Width and height from the frame header."""
    at = 2
    while at < len(jpeg):
        marker, length = jpeg[at + 1], struct.unpack(">H", jpeg[at + 2 : at + 4])[0]
        if 0xC0 <= marker <= 0xC3:
            height, width = struct.unpack(">HH", jpeg[at + 5 : at + 9])
            return width, height, jpeg[at + 9]
        at += 2 + length
    raise SystemExit("not a JPEG")


def main(dpi, target, *pages):
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for page in pages:
        data = open(page, "rb").read()
        width, height, components = size_of(data)
        box = f"{width * 72 / int(dpi):.2f} {height * 72 / int(dpi):.2f}"
        colours = "DeviceGray" if components == 1 else "DeviceRGB"
        first = len(objects) + 1
        kids.append(f"{first} 0 R")
        draw = f"q {box.split()[0]} 0 0 {box.split()[1]} 0 0 cm /P Do Q".encode()
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {box}] /Contents {first + 1} 0 R "
            f"/Resources << /XObject << /P {first + 2} 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(draw), draw),
            f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8"
            f" /ColorSpace /{colours} /Filter /DCTDecode /Length {len(data)} >>\nstream\n".encode()
            + data
            + b"\nendstream",
        ]
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number + 1, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    open(target, "wb").write(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
