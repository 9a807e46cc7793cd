#!/bin/bash
# Runs inside a booted system: the web interface as the package brings it, behind its socket and before a desk.
set -euo pipefail
. /bench/helpers.sh

# ask USER METHOD PATH [HEADER: VALUE]... [-- BODY]: the status of an answer, and its text in answer.txt.
ask() {
    local user=$1
    shift
    runuser -u "$user" -- python3 - "$@" >/tmp/answer.txt 2>/tmp/complaint.txt <<'PYTHON' || { echo refused; return; }
import http.client, socket, sys

class Connection(http.client.HTTPConnection):
    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(30)
        self.sock.connect("/run/wiredesk-web/web.sock")

method, path, *rest = sys.argv[1:]
body = rest[rest.index("--") + 1] if "--" in rest else None
lines = rest[:rest.index("--")] if "--" in rest else rest
connection = Connection("localhost")
connection.request(method, path, body, dict(line.split(": ", 1) for line in lines))
answer = connection.getresponse()
print(answer.status)
print(answer.read().decode(errors="replace"))
PYTHON
    head -1 /tmp/answer.txt
}

# answers STATUS USER METHOD PATH ...: whether the answer has the status.
answers() { local wanted=$1; shift; [ "$(ask "$@")" = "$wanted" ]; }

web_is() { property_is ActiveState "$1" wiredesk-web; }

step 'the package brings the socket, which is not enabled by itself'
install_package /bench/wiredesk.deb
useradd -m -G wiredesk member
useradd -m -G wiredesk-web relay
useradd -m -G wiredesk-web insider
useradd -m stranger
property_is ActiveState active || fail 'the desk does not run after the installation'
web_is inactive || fail 'the web interface runs though nobody asked for it'
property_is ActiveState inactive wiredesk-web.socket || fail 'the socket listens though nobody enabled it'
printf 'web: {user_header: Remote-User, proxy_user: relay, roles: {add: [ben], edit: [ann]}}\n' >>/etc/wiredesk/wiredesk.yaml
systemctl reload wiredesk
drop storm.txt "$(story 'Harbour closed as storm reaches the coast' 'old lighthouse')"
until_true 20 'search does not find the article' finds '"old lighthouse"'
id=$(as_member wiredesk list --json | python3 -c 'import json, sys; print(json.loads(next(sys.stdin))["id"])')

step 'systemd finds it exposed to little'
systemd-analyze verify --man=no wiredesk-web.service wiredesk-web.socket 2>"$BENCH_OUT/verify-web.txt" || true
[ ! -s "$BENCH_OUT/verify-web.txt" ] || { cat "$BENCH_OUT/verify-web.txt"; fail 'systemd-analyze verify warns'; }
systemd-analyze security --no-pager --threshold=6 wiredesk-web.service >"$BENCH_OUT/security-web.txt" || fail 'it is exposed by more than 0.6'
tail -1 "$BENCH_OUT/security-web.txt"

step 'the first request starts it'
systemctl enable --now wiredesk-web.socket
[ "$(stat -c '%a %U %G' /run/wiredesk-web/web.sock)" = '660 root wiredesk-web' ] || fail 'the socket has other rights'
web_is inactive || fail 'it runs before the first request'
answers 200 relay GET '/search?q=lighthouse' || fail "the first request gets $(cat /tmp/answer.txt /tmp/complaint.txt)"
grep -q 'Harbour closed as storm' /tmp/answer.txt || fail 'the page does not have the article'
web_is active || fail 'it does not run after the first request'
property_is User wiredesk-web wiredesk-web || fail 'it runs as another user'
first=$(property MainPID wiredesk-web)
[ "$(nsenter -t "$first" -n ip -o addr 2>/dev/null | grep -vc ' lo ' || true)" = 0 ] || fail 'it has a network'

step 'who is in no group of it is kept out, and who is in it cannot say that they are somebody else'
[ "$(ask stranger GET /latest)" = refused ] || fail 'a stranger comes in'
answers 200 insider GET /latest 'Remote-User: ann' || fail 'who is in the group may not read'
answers 403 insider GET "/articles/$id/edit" 'Remote-User: ann' || fail 'who is in the group may forge a user'
answers 403 relay GET "/articles/$id/edit" 'Remote-User: ben' || fail 'ben may edit'

step 'a correction is signed with its person'
answers 200 relay GET "/articles/$id/edit" 'Remote-User: ann' || fail 'ann may not edit'
token=$(grep -o 'name="csrf" value="[0-9a-f]*"' /tmp/answer.txt | head -1 | cut -d'"' -f4)
answers 303 relay POST "/articles/$id/edit" 'Remote-User: ann' 'Content-Type: application/x-www-form-urlencoded' -- \
    "csrf=$token&outlet=The+Quay&was-outlet=" || fail "the correction gets $(cat /tmp/answer.txt)"
answers 403 relay POST "/articles/$id/edit" 'Remote-User: ben' 'Content-Type: application/x-www-form-urlencoded' -- \
    "csrf=$token&outlet=Forged&was-outlet=" || fail "ben's correction gets $(cat /tmp/answer.txt)"
as_member wiredesk show "$id" --json | python3 -c '
import json, sys
[said] = [each for each in json.load(sys.stdin)["corrections"] if each["field"] == "outlet"]
assert said["value"] == "The Quay" and said["by"] == "ann, by web", said' || fail 'the record does not name ann'

step 'it serves while the desk is restarted'
systemctl stop wiredesk
answers 200 relay GET /latest || fail 'it does not serve without a desk'
grep -q 'No desk runs' /tmp/answer.txt || fail 'it does not say that no desk runs'
answers 503 relay POST "/api/v1/articles/$id/tags" 'Remote-User: ann' "X-CSRF-Token: $token" 'Content-Type: application/json' -- '{"tag": "x"}' ||
    fail "a change without a desk gets $(cat /tmp/answer.txt)"
systemctl start wiredesk
answers 200 relay POST "/api/v1/articles/$id/tags" 'Remote-User: ann' "X-CSRF-Token: $token" 'Content-Type: application/json' -- '{"tag": "x"}' ||
    fail "a change with the desk gets $(cat /tmp/answer.txt)"
[ "$(property MainPID wiredesk-web)" = "$first" ] || fail 'it was started again with the desk'

step 'it leaves when it is idle, and comes back'
mkdir -p /etc/systemd/system/wiredesk-web.service.d
printf '[Service]\nExecStart=\nExecStart=/usr/lib/wiredesk/wiredesk-web --exit-idle-time 2\n' >/etc/systemd/system/wiredesk-web.service.d/idle.conf
systemctl daemon-reload
systemctl stop wiredesk-web.service
answers 200 relay GET /latest || fail 'it is not started again'
until_true 20 'it does not leave' web_is inactive
property_is Result success wiredesk-web || fail 'it left with an error'
property_is ActiveState active wiredesk-web.socket || fail 'the socket left with it'
answers 200 relay GET /latest || fail 'it does not come back'
journalctl --sync
! journalctl -u wiredesk-web --no-pager | grep -q lighthouse || fail 'the journal has what was searched for'

step 'passed'
