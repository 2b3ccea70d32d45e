#!/usr/bin/env bash
# Makes build/deb/caicach_VERSION_ARCH.deb in a copy of the sources, so that the tree stays clean.
#
#   packaging/build_deb.sh            wants debhelper; npm fetches the web packages
set -euo pipefail
cd "$(dirname "$0")/.."

command -v dh >/dev/null || {
    echo "build_deb: debhelper is missing: apt-get install debhelper" >&2
    exit 69
}
work=build/deb/source
rm -rf "$work"
mkdir -p "$work"
git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' name; do
    [ ! -f "$name" ] || printf '%s\0' "$name"
done | tar --null -T - -c | tar -x -C "$work"
cp -r packaging/debian "$work/debian"
(cd "$work" && dpkg-buildpackage --build=binary --no-sign) >build/deb/log 2>&1 || {
    tail -n 40 build/deb/log >&2
    echo "build_deb: failed, see build/deb/log" >&2
    exit 70
}
rm -rf "$work"
ls build/deb/caicach_*.deb
