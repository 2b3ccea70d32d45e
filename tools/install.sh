#!/usr/bin/env bash
# Installs the Debian packages of tools/packages.txt that are missing, and nothing else.
#
#   tools/install.sh [build|run|test]…        all groups when none is named
#
# No service is started, and none that a person runs is touched: while apt works, policy-rc.d
# forbids starts, PostgreSQL makes no cluster, and a daemon that came along is not enabled at boot.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly packages_file=tools/packages.txt
readonly policy=/usr/sbin/policy-rc.d
readonly cluster_conf=/etc/postgresql-common/createcluster.conf
readonly node_major_min=18

fail() {
    echo "install: $1" >&2
    exit 69 # EX_UNAVAILABLE
}

packages_of() { # the names in the sections that are asked for
    awk -v wanted=" $* " '
        /^\[/ { section = substr($0, 2, length($0) - 2); next }
        /^[a-z0-9]/ && index(wanted, " " section " ") { print $1 }' "$packages_file"
}

has_node() {
    local version
    version=$(node --version 2>/dev/null) || return 1
    version=${version#v}
    [ "${version%%.*}" -ge "$node_major_min" ] && command -v npm >/dev/null
}

missing_of() { # those of the arguments that are not installed
    local installed package
    # dpkg-query fails as soon as one name is unknown to it, which is what we ask about.
    installed=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "$@" 2>/dev/null |
        awk '$1 == "ii" { print $2 }') || true
    for package in "$@"; do
        grep -qxF -- "$package" <<<"$installed" && continue
        case $package in nodejs | npm) has_node && continue ;; esac
        echo "$package"
    done
}

as_root() { "${root_prefix[@]}" "$@"; }

find_root() {
    root_prefix=()
    [ "$(id -u)" -eq 0 ] && return
    command -v sudo >/dev/null ||
        fail "these packages are missing: $*. Run as root: apt-get install $*"
    root_prefix=(sudo)
}

restore() { # runs however we end
    if [ -n "${policy_placed:-}" ]; then
        as_root rm -f "$policy"
        [ ! -e "$policy.before-caicach" ] || as_root mv "$policy.before-caicach" "$policy"
    fi
    if [ -n "${cluster_conf_changed:-}" ]; then
        as_root mv "$cluster_conf.before-caicach" "$cluster_conf"
    fi
}

forbid_service_starts() {
    [ ! -e "$policy" ] || as_root mv "$policy" "$policy.before-caicach"
    policy_placed=yes
    as_root tee "$policy" >/dev/null <<<$'#!/bin/sh\nexit 101'
    as_root chmod 755 "$policy"
}

forbid_postgres_cluster() { # its postinst makes and starts one unless told otherwise
    [ -e "$cluster_conf" ] || apt_install postgresql-common
    as_root cp -p "$cluster_conf" "$cluster_conf.before-caicach"
    cluster_conf_changed=yes
    as_root tee -a "$cluster_conf" >/dev/null <<<'create_main_cluster = false'
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q \
        --no-install-recommends -o Dpkg::Use-Pty=0 "$@" ||
        fail "apt could not install: $*. Its lines above say why (network, disk); then try again."
}

refresh_lists_if_needed() { # sets `unknown` to what apt does not know even then
    unknown=$(unknown_of "$@")
    [ -n "$unknown" ] || return 0
    as_root apt-get update -q ||
        fail "apt could not fetch its lists. See that this machine reaches the Debian archive."
    unknown=$(unknown_of "$@")
}

unknown_of() {
    local package
    for package in "$@"; do
        apt-cache show --no-all-versions "$package" >/dev/null 2>&1 || echo "$package"
    done
}

refuse_removals() { # libboost1.81-dev, for one, pushes out libboost-dev
    local removed
    removed=$(apt-get install -s --no-install-recommends "$@" | awk '/^Remv/ { print $2 }' | xargs)
    [ -z "$removed" ] ||
        fail "apt would remove $removed. If you can spare them, remove them, then try again."
}

disable_new_services() { # enabled by their packages, hence up at the next boot
    command -v systemctl >/dev/null || return 0
    local package
    for package in "$@"; do
        case $package in
            nginx-light) as_root systemctl --quiet disable nginx 2>/dev/null || true ;;
            kannel) as_root systemctl --quiet disable kannel 2>/dev/null || true ;;
            clamav-daemon)
                as_root systemctl --quiet disable clamav-daemon clamav-freshclam 2>/dev/null || true
                ;;
            postgresql-15) as_root systemctl --quiet disable postgresql 2>/dev/null || true ;;
        esac
    done
}

main() {
    local wanted missing
    mapfile -t wanted < <(packages_of "${@:-build run test}")
    [ "${#wanted[@]}" -gt 0 ] || fail "no such group: $*. Groups: build run test"
    command -v dpkg-query >/dev/null ||
        fail "this is not Debian. Install what $packages_file names by your own means."
    mapfile -t missing < <(missing_of "${wanted[@]}")
    [ "${#missing[@]}" -gt 0 ] || return 0

    echo "install: ${missing[*]}"
    find_root "${missing[@]}"
    refresh_lists_if_needed "${missing[@]}"
    [ -z "$unknown" ] ||
        fail "apt does not know: $(xargs <<<"$unknown"). Is this Debian 12 with its main archive?"
    refuse_removals "${missing[@]}"

    trap restore EXIT
    forbid_service_starts
    case " ${missing[*]} " in *" postgresql-15 "*) forbid_postgres_cluster ;; esac
    apt_install "${missing[@]}"
    disable_new_services "${missing[@]}"
}

main "$@"
