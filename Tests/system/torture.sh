#!/bin/bash
# Runs inside a booted system: installs the service as it is shipped and kills it again and again.
set -euo pipefail

DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends /bench/wiredesk.deb
# The sandbox is the shipped one; only a service that is killed a hundred times on purpose must not be given up.
mkdir -p /etc/systemd/system/wiredesk.service.d
printf '[Unit]\nStartLimitIntervalSec=0\n[Service]\nRestartSec=50ms\n' >/etc/systemd/system/wiredesk.service.d/torture.conf
systemctl daemon-reload
systemctl restart wiredesk
/bench/torture/unit-kills "$@"
