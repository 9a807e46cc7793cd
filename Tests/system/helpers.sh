#!/bin/bash
# What the tests inside a booted system share; sourced.

step() { printf '== %s\n' "$*"; }

fail() {
    printf 'FAILED: %s\n' "$*"
    systemctl status --no-pager --lines=0 wiredesk || true
    journalctl --sync
    journalctl --no-pager -n 60 || true
    exit 1
}

# until_true SECONDS WHAT COMMAND...: tries again until the command succeeds.
until_true() {
    local limit=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$limit" ] || fail "$what"
        sleep 0.1
    done
}

property() { systemctl show -P "$1" "${2:-wiredesk}"; }
property_is() { [ "$(property "$1" "${3:-wiredesk}")" = "$2" ]; }
as_member() { runuser -u member -- "$@"; }

# drop_into FOLDER NAME TEXT: a member delivers by a rename, as docs/operation.md advises.
drop_into() {
    as_member sh -c 'printf "%s" "$2" >"$1/.$0.new" && mv "$1/.$0.new" "$1/$0"' "$2" "$1" "$3"
}
drop() { drop_into /var/spool/wiredesk/inbox "$@"; }

# story HEADLINE WORD: an article that is like no other.
story() {
    printf '%s\n\nBy Ines Duarte\n\nThe harbour of Port Selby was closed on Friday as winds of 130 kilometres an hour reached the coast, the harbour master said of the %s. Ferries stay in port until Saturday noon, and the railway along the quay stands still.\n' "$1" "$2"
}

finds() { as_member wiredesk search "$@" >/dev/null; }
install_package() { DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends --allow-downgrades "$@" >"$BENCH_OUT/apt.txt" 2>&1 || { cat "$BENCH_OUT/apt.txt"; fail "apt does not install $*"; }; }
