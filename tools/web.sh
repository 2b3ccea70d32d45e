#!/usr/bin/env bash
# npm's part of the build: fetches the pinned packages and bundles web/ into web/dist, each only when
# its inputs changed. The browser tests' own packages come with `tools/web.sh test`.
set -euo pipefail
cd "$(dirname "$0")/.."

fetch() { # a lock file newer than what npm wrote when it finished means: fetch again
    local folder=$1
    [ -f "$folder/package-lock.json" ] || return 0
    [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] && return
    echo "web: npm ci in $folder"
    (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error) || {
        echo "web: npm could not fetch the packages of $folder; is the npm registry reachable?" >&2
        exit 69
    }
    touch "$folder/node_modules/.package-lock.json"
}

bundle() {
    [ -f web/package.json ] && grep -q '"build"' web/package.json || return 0
    local stamp=web/dist/.built
    [ -e "$stamp" ] && [ -z "$(find web -path web/node_modules -prune -o -path web/dist -prune \
        -o -type f -newer "$stamp" -print -quit)" ] && return
    (cd web && npm run --silent build)
    mkdir -p web/dist
    touch "$stamp"
}

fetch web
bundle
if [ "${1:-}" = test ]; then fetch tests/browser; fi
