#!/usr/bin/env bash
# Runs a command with a PostgreSQL of its own: a throw-away cluster in a temporary directory,
# reached through a Unix socket only, as an unprivileged user, gone when the command ends.
#
#   tools/with_postgres.sh build/release/foundation/database/database_test
#
# The command finds the address, a libpq conninfo, in CAICACH_TEST_POSTGRES.
set -euo pipefail

if [ $# -eq 0 ]; then
    echo "usage: tools/with_postgres.sh COMMAND [ARGUMENT…]" >&2
    exit 64
fi

binaries=""
for folder in /usr/lib/postgresql/15/bin /usr/lib/postgresql/*/bin; do
    if [ -x "$folder/initdb" ]; then
        binaries=$folder
        break
    fi
done
if [ -z "$binaries" ]; then
    echo "with_postgres.sh: no PostgreSQL here; install it: apt-get install postgresql-15" >&2
    exit 69
fi

# PostgreSQL refuses to run as root, so root hands it to the user that Debian's package made.
as_user=()
if [ "$(id -u)" -eq 0 ]; then
    as_user=(setpriv --reuid=postgres --regid=postgres --init-groups --reset-env)
fi

# In memory where there is room: a schema is hundreds of files, and each test makes its own.
place=${TMPDIR:-/tmp}
memory=/dev/shm
if [ -z "${TMPDIR:-}" ] && [ -w "$memory" ] &&
    [ "$(df --output=avail --block-size=1M "$memory" | tail -n 1)" -ge 2048 ]; then
    place=$memory
fi
directory=$(mktemp -d "$place/caicach-pg.XXXXXX")
server=""

# shellcheck disable=SC2317  # called by the trap
finish() {
    if [ -n "$server" ] && kill -0 "$server" 2>/dev/null; then
        kill -INT "$server" # fast shutdown: disconnects clients
        for _ in $(seq 100); do
            kill -0 "$server" 2>/dev/null || break
            sleep 0.1
        done
        kill -0 "$server" 2>/dev/null && kill -QUIT "$server"
    fi
    rm -rf "$directory"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

chmod 755 "$directory"
mkdir "$directory/run"
if [ "${#as_user[@]}" -gt 0 ]; then
    chown -R postgres:postgres "$directory"
fi

cd "$directory" # a folder that the other user may enter
"${as_user[@]}" "$binaries/initdb" --pgdata="$directory/data" --username=caicach --auth=trust \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$directory/initdb.log" 2>&1 || {
    cat "$directory/initdb.log" >&2
    exit 70
}
"${as_user[@]}" "$binaries/postgres" -D "$directory/data" -k "$directory/run" -h '' \
    -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=150 \
    -c shared_buffers=64MB -c jit=off >"$directory/server.log" 2>&1 &
# setpriv replaces itself by the server, so this is the server's own pid.
server=$!
for _ in $(seq 150); do
    if "${as_user[@]}" "$binaries/pg_isready" -q -h "$directory/run" -U caicach -d postgres; then
        break
    fi
    if ! kill -0 "$server" 2>/dev/null; then
        cat "$directory/server.log" >&2
        exit 70
    fi
    sleep 0.1
done
cd "$OLDPWD"

export CAICACH_TEST_POSTGRES="host=$directory/run user=caicach dbname=postgres"
"$@"
