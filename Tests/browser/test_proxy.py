"""A real nginx before the socket, as docs/web.md advises; and other users of the machine, who come in by neither way."""

import base64
import http.client
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys

import pytest

from running_web import PATIENCE, Web
from desk import wait_until

PROXY = "www-data"
OTHER = "nobody"

pytestmark = [
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can be other users"),
    pytest.mark.skipif(not shutil.which("nginx", path="/usr/sbin:/usr/bin"), reason="nginx is not installed"),
]

CONFIGURATION = """
user {user};
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    log_format wiredesk '$remote_addr [$time_local] "$request_method $uri" $status $body_bytes_sent';
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://unix:{socket};
            proxy_set_header Host localhost;
            proxy_set_header Remote-User $remote_user;
            client_max_body_size 1g;
            access_log {folder}/access.log wiredesk;
            auth_basic "Wiredesk";
            auth_basic_user_file {folder}/users;
        }}
    }}
}}
"""

# Asks over the socket with the header of somebody else; prints the status, or that it may not.
FORGER = """
import http.client, socket, sys
class Connection(http.client.HTTPConnection):
    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(sys.argv[1])
connection = Connection("localhost")
try:
    connection.request("GET", sys.argv[2], headers={"Remote-User": "ann"})
    print(connection.getresponse().status)
except PermissionError:
    print("kept out")
"""


class Proxied:
    """nginx before a web interface that believes its header."""

    def __init__(self, web, folder):
        self.folder = folder
        for each in (folder, *folder.parents):
            # Other users pass, and see nothing.
            if each.stat().st_uid == 0 and each != each.parent and str(each) != "/tmp":
                each.chmod(each.stat().st_mode | 0o011)
        # Short: an address of a socket has 107 bytes.
        self.socket = str(folder / "s")
        configuration = folder / "wiredesk.yaml"
        configuration.write_text(web.desk.configuration.read_text() + f"\nweb: {{user_header: Remote-User, proxy_user: {PROXY}, roles: {{edit: [ann]}}}}\n")
        self.web = Web(configuration, folder, listen=f"unix:{self.socket}")
        # As wiredesk-web.socket has it: a group that the proxy's user is in.
        os.chown(self.socket, 0, pwd.getpwnam(PROXY).pw_gid)
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        users = "".join(f"{name}:{{PLAIN}}{name}-secret\n" for name in ("ann", "ben"))
        (folder / "users").write_text(users)
        (folder / "nginx.conf").write_text(CONFIGURATION.format(user=PROXY, folder=folder, port=self.port, socket=self.socket))
        self.log = open(folder / "nginx-log", "wb")
        self.nginx = subprocess.Popen([shutil.which("nginx", path="/usr/sbin:/usr/bin"), "-p", str(folder), "-c", str(folder / "nginx.conf")],
                                      stdout=self.log, stderr=self.log)
        wait_until(PATIENCE, "nginx listens", lambda: self.answers() or self.nginx.poll() is not None)

    def answers(self) -> bool:
        try:
            return self.ask("ben", "/healthz")[0] == 200
        except OSError:
            return False

    def ask(self, user: str, path: str, method="GET", body=None, **headers: str) -> tuple[int, bytes]:
        password = base64.b64encode(f"{user}:{user}-secret".encode()).decode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, {"Authorization": f"Basic {password}"} | {name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def end(self) -> None:
        self.nginx.send_signal(signal.SIGTERM)
        self.nginx.wait(PATIENCE)
        self.web.kill()
        self.log.close()


@pytest.fixture(scope="module")
def proxied(web, tmp_path_factory):
    proxied = Proxied(web, tmp_path_factory.mktemp("p"))
    yield proxied
    proxied.end()


def as_user(name: str, groups: list[int], program: str, *arguments: str) -> str:
    user = pwd.getpwnam(name)
    run = subprocess.run(["/usr/bin/python3", "-c", program, *arguments], capture_output=True, text=True, timeout=PATIENCE, user=user.pw_uid,
                         group=user.pw_gid, extra_groups=groups, cwd="/")
    return run.stdout.strip() or run.stderr


def test_who_has_no_password_sees_nothing(proxied):
    assert proxied.ask("carl", "/latest")[0] == 401
    assert proxied.ask("ben", "/latest")[0] == 200


def test_the_proxy_says_who_asks_and_nobody_else_does(proxied, web):
    id = web.article("Lighthouse keeper")
    assert proxied.ask("ann", f"/articles/{id}/edit")[0] == 200
    assert proxied.ask("ben", f"/articles/{id}/edit")[0] == 403
    # What a client sends of its own is replaced.
    assert proxied.ask("ben", f"/articles/{id}/edit", Remote_User="ann")[0] == 403


def test_pages_files_and_changes_pass(proxied, web):
    id = web.article("Choir looks for a bass")
    status, page = proxied.ask("ann", f"/articles/{id}/edit")
    assert status == 200
    token = page.split(b'name="csrf" value="')[1].split(b'"')[0].decode()
    form = {"Content_Type": "application/x-www-form-urlencoded"}
    assert proxied.ask("ann", f"/articles/{id}/edit", "POST", f"csrf={token}&tags=by+proxy", **form)[0] == 303
    assert proxied.ask("ben", f"/articles/{id}/edit", "POST", f"csrf={token}&tags=forged", **form)[0] == 403
    assert "by proxy" in web.command("show", id) and "forged" not in web.command("show", id)
    status, table = proxied.ask("ben", "/search.csv")
    assert status == 200 and table.count(b"\r\n") > 40
    status, original = proxied.ask("ben", f"/articles/{web.article('Lighthouse keeper')}/original?download=1")
    assert status == 200 and b"counted ships by hand" in original


def test_what_is_searched_for_is_in_no_log(proxied):
    assert proxied.ask("ben", "/search?q=swordfish")[0] == 200
    logs = [proxied.folder / name for name in ("access.log", "error.log", "web-log")]
    assert "/search" in logs[0].read_text()
    assert not any("swordfish" in log.read_text() for log in logs if log.exists())


def test_another_user_of_the_machine_comes_in_by_neither_way(proxied, web):
    id = web.article("Lighthouse keeper")
    # Over the port: without the link.
    port = ("import http.client; c = http.client.HTTPConnection('127.0.0.1', %d); c.request('GET', '/latest'); print(c.getresponse().status)"
            % web.web.port)
    assert as_user(OTHER, [], port) == "401"
    # Over the socket: not in its group.
    assert as_user(OTHER, [], FORGER, proxied.socket, "/latest") == "kept out"
    # In its group they may read, and cannot say that they are somebody else.
    group = [pwd.getpwnam(PROXY).pw_gid]
    assert as_user(OTHER, group, FORGER, proxied.socket, "/latest") == "200"
    assert as_user(OTHER, group, FORGER, proxied.socket, f"/articles/{id}/edit") == "403"
