#!/bin/sh
# Installs the npm packages of package-lock.json into web/node_modules, unless these very ones are
# there already. Several builds may ask at once: one installs, the others wait.
set -eu
cd "$(dirname "$0")"
exec 9>.install-lock
flock 9
wanted=$(sha256sum package-lock.json)
if [ "$(cat node_modules/.installed 2>/dev/null || true)" = "$wanted" ]; then
    exit 0
fi
# No package needs to run a script of its own to be installed, so none may.
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
printf '%s\n' "$wanted" >node_modules/.installed
