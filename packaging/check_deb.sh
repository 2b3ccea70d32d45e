#!/usr/bin/env bash
# Says what a package lacks: check_deb.sh FILE. Unpacks it; installs nothing, needs no root.
set -euo pipefail

package=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dpkg-deb --extract "$package" "$folder"

for name in usr/bin/caicach etc/caicach/config.toml lib/systemd/system/caicach.service \
    lib/systemd/system/caicach-work.service usr/lib/sysusers.d/caicach.conf \
    usr/share/bash-completion/completions/caicach usr/share/man/man1/caicach.1.gz \
    usr/share/doc/caicach/examples/nginx/caicach.conf usr/share/doc/caicach/copyright; do
    [ -e "$folder/$name" ] || { echo "check_deb: $name is missing"; exit 1; }
done
for dependency in poppler-utils graphicsmagick tesseract-ocr-vie fonts-liberation2 espeak-ng lame \
    libpq5 libsqlite3-0 libpangocairo-1.0-0; do
    dpkg-deb --field "$package" Depends | grep -qwF -- "$dependency" ||
        { echo "check_deb: it does not depend on $dependency"; exit 1; }
done
dpkg-deb --field "$package" | grep -q '^Version: '
"$folder/usr/bin/caicach" --version --json
"$folder/usr/bin/caicach" config check --config "$folder/etc/caicach/config.toml"
"$folder/usr/bin/caicach" demo --data "$folder/sample"
"$folder/usr/bin/caicach" check --data "$folder/sample"
