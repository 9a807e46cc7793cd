#!/bin/bash
# Runs inside a booted system: installs the package as an administrator would, and goes through the life of the service.
set -euo pipefail
. /bench/helpers.sh

schema_of() { sqlite3 -readonly "$1" 'PRAGMA user_version'; }
status_has() { property StatusText | grep -qF "$1"; }
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

inbox_is_empty() { [ -z "$(find "${1:-/var/spool/wiredesk/inbox}" -type f)" ]; }

started=5932a7f9f7ca4b108c5e9941e843e0c1 stopping=95de3450b2ff44f19d721916498be5f3 stored=358abb4f581749a9800f43ee62002a21
duplicate=136bcc4c9308411eacd7c5a3391a90c6 rejected=33984694ff464a4ea6663e1f5f6ebaec refused=8937517f216d45aeb22db7865147ebfc
reloaded=d1044ea925ad424abeb735b7ba4343ba

step 'apt installs an older package; the service runs'
install_package /bench/older.deb
id wiredesk >/dev/null || fail 'there is no user wiredesk'
property_is ActiveState active || fail 'it does not run after the installation'
property_is UnitFileState enabled || fail 'it is not enabled'
useradd -m -G wiredesk member
[ "$(stat -c '%a %U %G' /var/spool/wiredesk/inbox)" = '2770 wiredesk wiredesk' ] || fail 'the inbox has other rights'
[ "$(stat -c '%a %U %G' /var/lib/wiredesk)" = '750 wiredesk wiredesk' ] || fail 'the state has other rights'
drop before.txt "$(story 'Harbour closed as storm reaches the coast' 'old lighthouse')"
until_true 20 'the file stays in the inbox' inbox_is_empty
until_true 10 'search does not find it' finds '"old lighthouse"'

step 'an upgrade keeps data and configuration, and migrates an earlier schema'
printf 'settle: 200ms\n' >>/etc/wiredesk/wiredesk.yaml
systemctl start wiredesk@press
pid=$(property MainPID)
DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold \
    /bench/wiredesk.deb >"$BENCH_OUT/upgrade.txt" 2>&1 || { cat "$BENCH_OUT/upgrade.txt"; fail 'apt does not upgrade'; }
property_is ActiveState active || fail 'it does not run after the upgrade'
property_is ActiveState active wiredesk@press || fail 'the instance does not run after the upgrade'
main_process_is_not "$pid" || fail 'the old program runs on'
grep -q '^settle: 200ms' /etc/wiredesk/wiredesk.yaml || fail 'the changed configuration is lost'
finds '"old lighthouse"' || fail 'the archive is lost'
grep -q 'taken back to 1' "$BENCH_OUT/upgrade.txt" || fail 'the older database had the present schema'
schema=$(schema_of /var/lib/wiredesk/wiredesk.db)
[ "$schema" -gt 1 ] || fail "the schema is of version $schema after the upgrade"
[ "$(schema_of "/var/lib/wiredesk/wiredesk.db.before-$schema")" = 1 ] || fail 'no copy of the older database was kept'
[ "$(schema_of /var/lib/wiredesk/press/wiredesk.db)" = "$schema" ] || fail 'the database of the instance was not migrated'
wiredesk check >"$BENCH_OUT/check-upgraded.txt" || { cat "$BENCH_OUT/check-upgraded.txt"; fail 'check finds something wrong after the upgrade'; }

step 'the units are in order and locked down'
systemd-analyze verify --man=no /usr/lib/systemd/system/wiredesk.service wiredesk@press.service wiredesk-hook@any.service >"$BENCH_OUT/verify.txt" 2>&1 ||
    { cat "$BENCH_OUT/verify.txt"; fail 'systemd-analyze verify complains'; }
[ ! -s "$BENCH_OUT/verify.txt" ] || { cat "$BENCH_OUT/verify.txt"; fail 'systemd-analyze verify warns'; }
for unit in wiredesk.service wiredesk@press.service; do
    systemd-analyze security --no-pager --threshold=6 "$unit" >"$BENCH_OUT/security-$unit.txt" || fail "$unit is exposed by more than 0.6"
    tail -1 "$BENCH_OUT/security-$unit.txt"
done
mkdir -p /etc/systemd/system/wiredesk.service.d
printf '[Service]\nWatchdogSec=4s\n' >/etc/systemd/system/wiredesk.service.d/test.conf
systemctl daemon-reload
systemctl restart wiredesk

step 'a file that a member drops is stored and found'
drop storm.txt "$(story 'Storm reaches the coast' 'harbour bell')"
until_true 20 'the file stays in the inbox' inbox_is_empty
until_true 20 'search does not find it' finds '"harbour bell"'
as_member wiredesk status --full >"$BENCH_OUT/status.txt" || fail 'status fails for a member'
has_fields $stored PRIORITY=6 SYSLOG_IDENTIFIER=wiredesk WIREDESK_DELIVERY WIREDESK_ARTICLE WIREDESK_FILE=storm.txt ||
    fail 'the entry of the delivery lacks fields'
until_true 5 'STATUS does not tell of the article' status_has '2 articles'
pgrep -x wiredesk-reader >/dev/null || pgrep -f wiredesk-reader >/dev/null || fail 'no reader process is there'
for reader in $(pgrep -f wiredesk-reader); do
    grep -q '^Seccomp:[[:space:]]*2' "/proc/$reader/status" || fail 'a reader has no seccomp filter'
done
journalctl --sync
! journalctl -u wiredesk --no-pager | grep -qF 'less confined' || fail 'readers are less confined under the unit'

step 'the daemon alone has a capability, and that one alone'
capability() { awk -v set="Cap$1:" '$1 == set { print $2 }' "/proc/$2/status"; }
daemon=$(property MainPID)
[ "$(capability Eff "$daemon") $(capability Bnd "$daemon")" = '0000000010000000 0000000010000000' ] || fail 'the daemon has others than CAP_LEASE'
[ "$(capability Amb "$daemon")" = 0000000000000000 ] || fail 'the daemon hands its capability on'
for reader in $(pgrep -f wiredesk-reader); do
    [ "$(capability Eff "$reader")$(capability Prm "$reader")$(capability Amb "$reader")" = "$(printf '%048d' 0)" ] || fail 'a reader has a capability'
done

step 'folders that a member drops are taken and removed'
# Whatever the umask of the member is: the default ACL counts.
as_member sh -c 'umask 077; mkdir -p /var/spool/wiredesk/inbox/politics/today; printf "%s" "$0" >/var/spool/wiredesk/inbox/politics/today/vote.txt' \
    "$(story 'Council votes on the quay' 'council chamber')"
until_true 20 'what lies in a folder is not found' finds --collection politics/today '"council chamber"'

step 'a copy is a duplicate, an empty file is rejected'
drop storm-again.txt "$(story 'Storm reaches the coast' 'harbour bell')"
drop empty.txt ''
until_true 5 'no entry of the duplicate' has_fields $duplicate WIREDESK_FILE=storm-again.txt
until_true 5 'no entry of the rejection' has_fields $rejected PRIORITY=5 WIREDESK_CODE=empty

step 'the catalog explains'
journalctl -u wiredesk -x --no-pager | grep -qF 'watches its inboxes' || fail 'the catalog has no text for the start'

step 'a reload puts a new configuration into force'
pid=$(property MainPID)
sed -i 's/^settle: 200ms/settle: 100ms/' /etc/wiredesk/wiredesk.yaml
printf 'metrics: /var/lib/wiredesk/metrics.prom\n' >>/etc/wiredesk/wiredesk.yaml
systemctl reload wiredesk || fail 'the reload fails'
property_is MainPID "$pid" || fail 'the reload was a restart'
has_fields $reloaded || fail 'no entry says that the configuration is in force'
drop reloaded.txt "$(story 'Reload at the harbour office' 'harbour office')"
until_true 20 'nothing is stored after the reload' finds '"harbour office"'

step 'a reload with errors fails, and the old configuration stays in force'
cp /etc/wiredesk/wiredesk.yaml /root/good.yaml
printf 'setle: 1s\n' >>/etc/wiredesk/wiredesk.yaml
! systemctl reload wiredesk 2>/dev/null || fail 'the reload succeeds'
property_is ActiveState active || fail 'it does not run any more'
property_is MainPID "$pid" || fail 'it was started again'
has_fields $refused PRIORITY=3 || fail 'no entry says that the configuration was refused'
[ "$(journalctl -u wiredesk --no-pager -o cat | grep -cF 'unknown setting `setle`')" = 1 ] || fail 'the reason does not stand in the journal once'
until_true 5 'STATUS does not tell of the refused configuration' status_has 'refused'
drop refused.txt "$(story 'The desk goes on' 'stubborn desk')"
# Commands refuse the configuration too; the archive is named.
until_true 20 'nothing is stored after the refused reload' finds --state /var/lib/wiredesk '"stubborn desk"'
cp /root/good.yaml /etc/wiredesk/wiredesk.yaml
systemctl reload wiredesk || fail 'the mended configuration is refused'
status_cleared() { ! status_has 'refused'; }
until_true 5 'STATUS still tells of the refused configuration' status_cleared

step 'metrics are written'
until_true 20 'there is no metrics file' grep -q '^# EOF' /var/lib/wiredesk/metrics.prom
[ "$(stat -c %a /var/lib/wiredesk/metrics.prom)" = 644 ] || fail 'the metrics file has other rights'
grep -q '^wiredesk_articles ' /var/lib/wiredesk/metrics.prom || fail 'the metrics lack the articles'
cp /var/lib/wiredesk/metrics.prom "$BENCH_OUT/"

step 'a flood is summed up in the journal'
since=$(date +%s)
umask 002
for number in $(seq 300); do story "Flood report number $number" "flood marker $number" >"/var/spool/wiredesk/inbox/.f$number"; done
for number in $(seq 300); do mv "/var/spool/wiredesk/inbox/.f$number" "/var/spool/wiredesk/inbox/f$number.txt"; done
until_true 60 'the flood is not taken' inbox_is_empty
summed() { has_fields $stored WIREDESK_COUNT; }
until_true 5 'no message sums up' summed
worst=$(journalctl -u wiredesk --since "@$since" -o short-unix --no-pager MESSAGE_ID=$stored | awk '{ split($1, t, "."); count[t[1]]++ } END { for (s in count) if (count[s] > most) most = count[s]; print most + 0 }')
# Twenty singly and one that sums up.
[ "$worst" -le 21 ] || fail "$worst messages of stored files stand in one second"

step 'a hook is called at least once for each article'
mkdir -p /etc/wiredesk/hooks
cat >/etc/wiredesk/hooks/collect <<'HOOK'
#!/bin/sh
# Fails the first time, to be called again.
grep -E '^Cap(Prm|Eff|Amb)' /proc/self/status >"$STATE_DIRECTORY/capabilities"
cat >"$STATE_DIRECTORY/line"
[ -e "$STATE_DIRECTORY/second" ] || { touch "$STATE_DIRECTORY/second"; exit 1; }
cat "$STATE_DIRECTORY/line" >>"$STATE_DIRECTORY/lines"
HOOK
chmod 755 /etc/wiredesk/hooks/collect
systemctl start wiredesk-hook@collect
hook_began() { [ -s /var/lib/wiredesk-hook/collect/cursor ]; }
until_true 10 'the hook keeps no place' hook_began
drop hooked.txt "$(story 'Hook takes the catch' 'fishing hook')"
hook_got() { grep -q 'Hook takes the catch' /var/lib/wiredesk-hook/collect/lines; }
until_true 20 'the hook was not called' hook_got
[ "$(awk '{ print $2 }' /var/lib/wiredesk-hook/collect/capabilities | sort -u)" = 0000000000000000 ] || fail 'a hook has a capability'
systemctl stop wiredesk-hook@collect
drop unhooked.txt "$(story 'Catch while the hook was away' 'absent hook')"
until_true 20 'it is not stored' finds '"absent hook"'
systemctl start wiredesk-hook@collect
hook_got_later() { grep -q 'Catch while the hook was away' /var/lib/wiredesk-hook/collect/lines; }
until_true 20 'the hook was not called for what came while it was stopped' hook_got_later
# The same article may come twice, when the hook is stopped in between; no other may come.
[ "$(sort -u /var/lib/wiredesk-hook/collect/lines | grep -c .)" = 2 ] || fail 'the hook was called for other articles'
systemctl stop wiredesk-hook@collect

step 'follow goes on across restarts'
systemd-run --quiet --unit=follower --uid=member --gid=member --property=SupplementaryGroups=wiredesk \
    sh -c 'exec wiredesk follow --cursor-file /home/member/cursor >/home/member/followed'
follow_began() { [ -s /home/member/cursor ]; }
until_true 10 'follow keeps no place' follow_began
drop first.txt "$(story 'First to be followed' 'first follower')"
follow_has() { grep -q "$1" /home/member/followed; }
until_true 20 'follow misses the first' follow_has 'First to be followed'
systemctl restart wiredesk
drop second.txt "$(story 'Second to be followed' 'second follower')"
until_true 20 'follow misses what came after the restart' follow_has 'Second to be followed'
systemctl stop follower
drop third.txt "$(story 'Third to be followed' 'third follower')"
until_true 20 'it is not stored' finds '"third follower"'
as_member wiredesk follow --no-wait --cursor-file /home/member/cursor >/home/member/rest || fail 'follow fails'
[ "$(grep -c . /home/member/rest)" = 1 ] && grep -q 'Third to be followed' /home/member/rest || fail 'follow does not go on at its place'

step 'two instances'
drop_into /var/spool/wiredesk/press/inbox release.txt "$(story 'Press release of the instance' 'press instance')"
until_true 20 'the instance does not take it' inbox_is_empty /var/spool/wiredesk/press/inbox
until_true 10 'the instance does not find it' finds --instance press '"press instance"'
! finds '"press instance"' || fail 'the service has what the instance got'
printf 'settle: 1s\n' >/etc/wiredesk/press.yaml
systemctl reload wiredesk@press || fail 'the instance cannot be reloaded'
property_is ActiveState active || fail 'the service does not run beside its instance'

step 'an inbox elsewhere'
install -d -o member -g wiredesk -m 2770 /srv/wire
setfacl -m d:g:wiredesk:rwX,d:u:wiredesk:rwX,u:wiredesk:rwX /srv/wire
wiredesk inbox add /srv/wire --collection wire || fail 'inbox add fails'
property_is ActiveState active || fail 'it does not run after inbox add'
drop_into /srv/wire dispatch.txt "$(story 'Dispatch from elsewhere' 'distant inbox')"
until_true 20 'the new inbox is not emptied' inbox_is_empty /srv/wire
until_true 10 'what came by the new inbox is not found' finds --collection wire '"distant inbox"'
as_member wiredesk inbox list | grep -q '^/srv/wire' || fail 'inbox list does not show it'
wiredesk inbox remove /srv/wire || fail 'inbox remove fails'
[ ! -e /etc/systemd/system/wiredesk.service.d/inbox-srv-wire.conf ] || fail 'the drop-in stays'
install -d -o member -g wiredesk -m 2770 /home/member/articles
chmod 711 /home/member
setfacl -m d:u:wiredesk:rwX,u:wiredesk:rwX /home/member/articles
wiredesk inbox add /home/member/articles || fail 'inbox add fails for a home folder'
drop_into /home/member/articles home.txt "$(story 'Story from a home folder' 'home folder')"
until_true 20 'the inbox in a home folder is not emptied' inbox_is_empty /home/member/articles
wiredesk inbox remove /home/member/articles

step 'health'
as_member wiredesk check --health || fail "check --health exits with $?"
wiredesk check >"$BENCH_OUT/check.txt" || { cat "$BENCH_OUT/check.txt"; fail 'check finds something wrong'; }

step 'the questions of docs/journal.md are answered'
questions=0
while read -r question; do
    case $question in *' -f '*) continue ;; esac    # it would follow for ever
    sh -c "$question" >>"$BENCH_OUT/questions.txt" || fail "the journal does not take: $question"
    questions=$((questions + 1))
done < <(grep '^    journalctl' /usr/share/doc/wiredesk/docs/journal.md)
[ "$questions" -ge 9 ] || fail "$questions questions were found in journal.md"
grep -qE '^ *1 empty$' "$BENCH_OUT/questions.txt" || fail 'rejections are not counted by reason'

step 'a daemon that hangs is started again by the watchdog'
systemctl reset-failed wiredesk
pid=$(property MainPID)
[ "$pid" -gt 1 ] || fail 'there is no main process'
kill -STOP "$pid"
until_true 30 'the watchdog did not act' main_process_is_not "$pid"
until_true 30 'it is not active again' property_is ActiveState active
finds '"harbour bell"' || fail 'the archive lost the article'

step 'a daemon that is killed is started again'
pid=$(property MainPID)
kill -KILL "$pid"
until_true 30 'it was not started again' main_process_is_not "$pid"
until_true 30 'it is not active again' property_is ActiveState active
drop after.txt "$(story 'Ferries leave Port Selby again' 'first ferry')"
until_true 20 'search does not find what came after the restart' finds '"first ferry"'

step 'nothing is lost of what a member writes slowly, beside a sqlite3 of root and kills'
systemctl reset-failed wiredesk
/bench/torture/unit-losses --user member || fail 'files were lost, doubled or cut'
until_true 30 'it is not active again' property_is ActiveState active

step 'nothing complains of what the unit does not allow'
! journalctl -u wiredesk --no-pager -o cat | grep -iE 'thread priority|operation not permitted' || fail 'something asks for more than the unit allows'

step 'a stop is clean'
systemctl stop wiredesk
property_is Result success || fail "the result of the stop is $(property Result)"
property_is ExecMainStatus 0 || fail "the exit status is $(property ExecMainStatus)"
has_fields $stopping || fail 'no entry says that it stops'
finds '"harbour bell"' || fail 'a member cannot search while it is stopped'
status=0; as_member wiredesk check --health >/dev/null || status=$?
[ "$status" = 2 ] || fail "check --health exits with $status while the desk is stopped"

step 'a configuration with an error stops the start with 78 and stands in the journal once'
cp /etc/wiredesk/wiredesk.yaml /root/good.yaml
printf 'lanez: 1\n' >>/etc/wiredesk/wiredesk.yaml
systemctl reset-failed wiredesk
! systemctl start wiredesk 2>/dev/null || fail 'it started with an unknown setting'
property_is ExecMainStatus 78 || fail "the exit status is $(property ExecMainStatus)"
journalctl --sync
[ "$(journalctl -u wiredesk --no-pager -o cat | grep -cF 'unknown setting `lanez`')" = 1 ] || fail 'the reason does not stand in the journal once'
cp /root/good.yaml /etc/wiredesk/wiredesk.yaml
systemctl reset-failed wiredesk
systemctl start wiredesk

step 'what a member closed is mended by the command that the status gives to the member'
as_member sh -c 'umask 077; mkdir /home/member/mine; printf "%s" "$0" >/home/member/mine/closed.txt; printf "%s" "$1" >/home/member/own.txt' \
    "$(story 'Folder that nobody else may enter' 'closed folder')" "$(story 'File that nobody else may read' 'closed file')"
# Moved, not copied: what it is moved to is the same file system here, or mv keeps the rights all the same.
as_member sh -c 'mv /home/member/mine /home/member/own.txt /var/spool/wiredesk/inbox/'
advice() {
    as_member wiredesk status | grep -F "$1: the desk may not" | sed 's/.* or root: //; s/, or hand it over: .*//'
}
is_told() { [ -n "$(advice "$1")" ]; }
for closed in own.txt mine; do
    until_true 20 "the status does not tell what $closed wants" is_told "$closed"
    advice "$closed" | grep -qE '^(chmod|chgrp|setfacl) ' || fail "the advice is no command: $(advice "$closed")"
    as_member sh -c "$(advice "$closed")" || fail "the member may not run: $(advice "$closed")"
done
until_true 20 'the closed file is not stored' finds '"closed file"'
until_true 20 'what lay in the closed folder is not stored' finds '"closed folder"'
until_true 20 'names stay in the inbox' inbox_is_empty

step 'a correction under the unit carries the name of who asked'
id=$(as_member wiredesk search '"closed file"' --json | python3 -c 'import json, sys; print(json.loads(sys.stdin.readline())["id"])')
as_member wiredesk tag "$id" seen || fail 'a member may not tag'
as_member wiredesk correct --list --json | grep -q '"by":"member"' || fail "the tag is not the member's: $(wiredesk correct --list --json)"

step 'who is not in the group is told so'
useradd -m outsider
for command in 'search harbour' status 'inbox list' reload check 'add /etc/hostname'; do
    # shellcheck disable=SC2086  # a command and its words
    told=$(runuser -u outsider -- wiredesk $command 2>&1 || true)
    case $told in *'adduser outsider wiredesk'*) ;; *) fail "wiredesk $command does not say it: $told" ;; esac
done

step 'a backup is restored into an empty state, as docs/restore.md says'
wiredesk backup /srv/backup >"$BENCH_OUT/backup.txt" || fail 'it does not back up'
before=$(wiredesk status --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["articles"])')
systemctl stop wiredesk
mv /var/lib/wiredesk/wiredesk.db* /var/lib/wiredesk/originals /srv/
wiredesk restore /srv/backup >"$BENCH_OUT/restore.txt" 2>&1 || { cat "$BENCH_OUT/restore.txt"; fail 'it does not restore'; }
systemctl start wiredesk || fail 'it does not start on what was restored'
[ "$(wiredesk status --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["articles"])')" = "$before" ] ||
    fail 'other articles are there after the restore'
wiredesk verify --wait >"$BENCH_OUT/verify.txt" 2>&1 || { cat "$BENCH_OUT/verify.txt"; fail 'an original is not whole after the restore'; }
rm -rf /srv/backup /srv/wiredesk.db* /srv/originals

step 'a removal keeps what is in the archive, a purge removes it'
articles=$(wiredesk status --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["articles"])')
DEBIAN_FRONTEND=noninteractive apt-get -qq remove -y wiredesk >"$BENCH_OUT/remove.txt" 2>&1 || { cat "$BENCH_OUT/remove.txt"; fail 'apt does not remove'; }
! pgrep -u wiredesk >/dev/null || fail 'processes are left after the removal'
[ -e /var/lib/wiredesk/wiredesk.db ] && [ -e /etc/wiredesk/wiredesk.yaml ] || fail 'the removal did not keep archive and configuration'
install_package /bench/wiredesk.deb
property_is ActiveState active || fail 'it does not run after it was installed again'
[ "$(wiredesk status --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["articles"])')" = "$articles" ] ||
    fail 'the archive is another after it was installed again'
mkdir -p /etc/systemd/system/wiredesk.service.d /srv/figures
printf '[Service]\nNice=5\n' >/etc/systemd/system/wiredesk.service.d/override.conf
printf '# The inbox /srv/x, written by wiredesk inbox add.\n[Service]\n' >/etc/systemd/system/wiredesk.service.d/inbox-srv-x.conf
printf 'wiredesk_articles 1\n' >/srv/figures/wiredesk.prom
echo 'metrics: /srv/figures/wiredesk.prom' >/etc/wiredesk/figures.yaml
printf 'KEY=1\n' >/etc/wiredesk/hooks/collect.env
purge() { DEBIAN_FRONTEND=noninteractive apt-get -qq purge -y wiredesk >"$BENCH_OUT/purge.txt" 2>&1 || { cat "$BENCH_OUT/purge.txt"; fail 'apt does not purge'; }; }
purge
for path in /var/lib/wiredesk /var/spool/wiredesk /etc/wiredesk/wiredesk.yaml /var/lib/wiredesk-hook /var/lib/private/wiredesk-hook; do
    [ ! -e "$path" ] || fail "$path is left after the purge"
done
for own in press.yaml figures.yaml hooks/collect hooks/collect.env; do
    [ -e "/etc/wiredesk/$own" ] || fail "the purge took /etc/wiredesk/$own, which the administrator wrote"
    grep -qF "/etc/wiredesk/$own" "$BENCH_OUT/purge.txt" || fail "the purge does not say that /etc/wiredesk/$own is left"
done
[ -e /etc/systemd/system/wiredesk.service.d/override.conf ] || fail 'the purge took the override of the administrator'
[ ! -e /etc/systemd/system/wiredesk.service.d/inbox-srv-x.conf ] || fail 'a drop-in of inbox add is left after the purge'
[ ! -e /srv/figures/wiredesk.prom ] || fail 'a metrics file is left after the purge'
rm -r /etc/wiredesk
install_package /bench/wiredesk.deb
purge
[ ! -e /etc/wiredesk ] || fail 'an empty /etc/wiredesk is left after the purge'

step 'passed'
