#!/bin/sh
# Makes the sample plan in every format that we read, from its Markdown: docx by our own script, odt
# and pdf by LibreOffice, a scan and a picture from the rendered pages. The made files are kept in
# the repository; run this again after changing data/sample/plan_2026.md.
#
# usage: tools/make_samples.sh [TARGET_FOLDER]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
target=${1:-$root/data/sample}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
plan=plan_2026

mkdir -p "$target"
python3 "$root/tools/make_sample_docx.py" "$root/data/sample/$plan.md" "$target/$plan.docx"
for format in odt pdf; do
    HOME=$work soffice --headless --convert-to $format --outdir "$target" "$target/$plan.docx" \
        >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
done
pdftoppm -r 200 -gray -jpeg -jpegopt quality=25 "$target/$plan.pdf" "$work/page"
python3 "$root/tools/make_scan_pdf.py" 200 "$target/${plan}_scan.pdf" "$work"/page-*.jpg
pdftoppm -r 200 -mono -png -f 1 -l 1 -singlefile "$target/$plan.pdf" "$target/${plan}_page1"
ls -l "$target"
