#!/bin/bash
# Runs inside a booted system: installs the service as an administrator would and goes through its life.
set -euo pipefail

step() { printf '== %s\n' "$*"; }

fail() {
    printf 'FAILED: %s\n' "$*"
    systemctl status --no-pager --lines=0 wiredesk || true
    journalctl --sync
    journalctl -u wiredesk --no-pager -n 40 || true
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

property() { systemctl show -P "$1" wiredesk; }
property_is() { [ "$(property "$1")" = "$2" ]; }
as_member() { runuser -u member -- "$@"; }
main_process_is_not() { local now; now=$(property MainPID); [ "$now" != 0 ] && [ "$now" != "$1" ]; }

# entries MESSAGE_ID: the journal's entries of that kind, as JSON Lines.
entries() { journalctl --sync; journalctl -u wiredesk --no-pager -o json MESSAGE_ID="$1"; }

# has_fields MESSAGE_ID NAME=VALUE|NAME...: some entry of the kind has all these fields.
has_fields() {
    entries "$1" | python3 -c '
import json, sys
wanted = [argument.split("=", 1) for argument in sys.argv[1:]]
for line in sys.stdin:
    entry = json.loads(line)
    if all(w[0] in entry and (len(w) == 1 or entry[w[0]] == w[1]) for w in wanted):
        sys.exit(0)
sys.exit(1)' "${@:2}"
}

# drop NAME TEXT: a member delivers by a rename, as docs/operation.md advises.
drop() {
    as_member sh -c 'printf "%s" "$2" >"$1/.$0.new" && mv "$1/.$0.new" "$1/$0"' "$1" /var/spool/wiredesk/inbox "$2"
}

storm='Harbour closed as storm reaches the coast

By Ines Duarte

The harbour of Port Selby was closed on Friday as winds of 130 kilometres an hour reached the coast, the harbour master said.

Ferries stay in port until Saturday noon, and the railway along the quay stands still.
'

inbox_is_empty() { [ -z "$(ls /var/spool/wiredesk/inbox)" ]; }
finds() { as_member wiredesk search "$1" | grep -qF "$2"; }

step 'install'
cp -a /bench/tree/. /
systemd-sysusers
systemd-tmpfiles --create
journalctl --update-catalog
mkdir -p /etc/systemd/system/wiredesk.service.d
printf '[Service]\nWatchdogSec=4s\n' >/etc/systemd/system/wiredesk.service.d/test.conf
systemctl daemon-reload
systemd-analyze verify --man=no /usr/lib/systemd/system/wiredesk.service
useradd -m -G wiredesk member
[ "$(stat -c '%a %U %G' /var/spool/wiredesk/inbox)" = '2770 wiredesk wiredesk' ] || fail 'the inbox has other rights'
[ "$(stat -c '%a %U %G' /var/lib/wiredesk)" = '750 wiredesk wiredesk' ] || fail 'the state has other rights'

step 'a configuration with an error stops the start with 78'
cp /etc/wiredesk/wiredesk.yaml /root/good.yaml
printf 'setle: 1s\n' >>/etc/wiredesk/wiredesk.yaml
! systemctl start wiredesk 2>/dev/null || fail 'it started with an unknown setting'
property_is ExecMainStatus 78 || fail "the exit status is $(property ExecMainStatus)"
property_is NRestarts 0 || fail 'it was started again'
line=$(grep -n '^setle' /etc/wiredesk/wiredesk.yaml | cut -d: -f1)
journalctl --sync
journalctl -u wiredesk --no-pager | grep -qF "wiredesk.yaml:$line:1: unknown setting \`setle\`" ||
    fail 'the journal does not name the line'
has_fields 8937517f216d45aeb22db7865147ebfc PRIORITY=3 || fail 'no entry says that the configuration was refused'
cp /root/good.yaml /etc/wiredesk/wiredesk.yaml
systemctl reset-failed wiredesk

step 'start'
systemctl start wiredesk || fail 'it does not start'
property_is ActiveState active || fail 'it is not active'
[ -n "$(property StatusText)" ] || fail 'there is no status text'
has_fields 5932a7f9f7ca4b108c5e9941e843e0c1 SYSLOG_IDENTIFIER=wiredesk || fail 'no entry says that it started'
journalctl -u wiredesk -x --no-pager | grep -qF 'watches its inboxes' || fail 'the catalog has no text for the start'

step 'a file that a member drops is stored and found'
drop storm.txt "$storm"
until_true 20 'the file stays in the inbox' inbox_is_empty
until_true 20 'search does not find it' finds '"harbour master"' 'Harbour closed'
as_member wiredesk status >"$BENCH_OUT/status.txt" || fail 'status fails for a member'
has_fields 358abb4f581749a9800f43ee62002a21 PRIORITY=6 SYSLOG_IDENTIFIER=wiredesk WIREDESK_DELIVERY WIREDESK_ARTICLE \
    WIREDESK_FILE=storm.txt || fail 'the entry of the delivery lacks fields'
until_true 5 'STATUS does not tell of the article' sh -c 'systemctl show -P StatusText wiredesk | grep -q "1 article"'

step 'a copy is a duplicate, an empty file is rejected'
drop storm-again.txt "$storm"
drop empty.txt ''
until_true 20 'the files stay in the inbox' inbox_is_empty
until_true 5 'no entry of the duplicate' has_fields 136bcc4c9308411eacd7c5a3391a90c6 WIREDESK_FILE=storm-again.txt
until_true 5 'no entry of the rejection' has_fields 33984694ff464a4ea6663e1f5f6ebaec PRIORITY=5 WIREDESK_CODE=empty

step 'the questions of docs/journal.md are answered'
questions=0
while read -r question; do
    case $question in *' -f '*) continue ;; esac    # it would follow for ever
    sh -c "$question" >>"$BENCH_OUT/questions.txt" || fail "the journal does not take: $question"
    questions=$((questions + 1))
done < <(grep '^    journalctl' /usr/share/doc/wiredesk/journal.md)
[ "$questions" = 9 ] || fail "$questions questions were found in journal.md"
grep -qE '^ *1 empty$' "$BENCH_OUT/questions.txt" || fail 'rejections are not counted by reason'

step 'a daemon that hangs is started again by the watchdog'
pid=$(property MainPID)
[ "$pid" -gt 1 ] || fail 'there is no main process'
kill -STOP "$pid"
until_true 30 'the watchdog did not act' main_process_is_not "$pid"
until_true 30 'it is not active again' property_is ActiveState active
property_is NRestarts 1 || fail "it was started again $(property NRestarts) times"
finds '"harbour master"' 'Harbour closed' || fail 'the archive lost the article'
drop after.txt 'Ferries leave Port Selby again

By Ines Duarte

The first ferry left Port Selby on Saturday, an hour after the wind had fallen, with four hundred passengers on board.
'
until_true 20 'the file stays in the inbox after the restart' inbox_is_empty
until_true 20 'search does not find what came after the restart' finds '"four hundred passengers"' 'Ferries leave'

step 'a stop is clean'
systemctl stop wiredesk
property_is Result success || fail "the result of the stop is $(property Result)"
property_is ExecMainStatus 0 || fail "the exit status is $(property ExecMainStatus)"
! pgrep -u wiredesk >/dev/null || fail 'processes are left'
has_fields 95de3450b2ff44f19d721916498be5f3 || fail 'no entry says that it stops'
finds '"harbour master"' 'Harbour closed' || fail 'a member cannot search while it is stopped'

step 'passed'
