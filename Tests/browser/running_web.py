"""The desk and its web interface, as they are run, with the seeds and some files of our own in the archive."""

import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import urllib.parse
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "torture"))

import files
from desk import ROOT, Desk, program, wait_until

# Seconds that something may take on a busy machine; a wait ends when it happens.
PATIENCE = 60


class Web:
    """`wiredesk web` on a state, until it is ended."""

    def __init__(self, configuration: Path, folder: Path, listen: str = "127.0.0.1:0"):
        self.output = folder / "web-output"
        self.log = folder / "web-log"
        with open(self.output, "wb") as output, open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [str(program()), "web", "--config", str(configuration), "--listen", listen], stdin=subprocess.DEVNULL,
                stdout=output, stderr=log, start_new_session=True)
        try:
            wait_until(PATIENCE, f"the web interface gets ready; its log: {self.log}",
                       lambda: b"\n" in self.output.read_bytes() or self.process.poll() is not None)
        except BaseException:
            self.kill()
            raise
        self.link = self.output.read_text().strip()
        self.address = urllib.parse.urlsplit(self.link)
        self.origin = f"{self.address.scheme}://{self.address.netloc}"

    @property
    def port(self) -> int:
        return self.address.port

    @property
    def is_running(self) -> bool:
        return self.process.poll() is None

    def resident(self) -> int:
        """KiB that it holds in memory, and the most that it ever held."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))

    def kill(self) -> None:
        if self.is_running:
            os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int:
        """SIGTERM; the exit status."""
        if self.is_running:
            os.kill(self.process.pid, signal.SIGTERM)
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            raise


class RunningWeb:
    """A desk that runs, its web interface, and an archive with everything that the tests look for."""

    def __init__(self, folder: Path, *, with_seeds: bool = True):
        self.folder = folder
        self.state = folder / "state"
        inbox = self.state / "inbox"
        inbox.mkdir(parents=True)
        if with_seeds:
            shutil.copytree(ROOT / "seeds", inbox, dirs_exist_ok=True)
            for name, content in files.IN_THE_ARCHIVE.items():
                path = inbox / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            Desk(self.state, folder / "first-log", once=True).finish(10 * PATIENCE)
        # Ids by the beginning of a headline.
        self.known: dict[str, str | None] = {}
        self.web = None
        self.desk = Desk(self.state, folder / "desk-log")
        try:
            self.desk.wait_ready(PATIENCE)
            if with_seeds:
                for headline in files.TAGGED:
                    self.command("tag", self.article(headline), files.TAG)
            self.web = Web(self.desk.configuration, folder)
        except BaseException:
            self.end()
            raise

    def end(self) -> None:
        if self.web:
            self.web.kill()
        self.desk.abandon()

    def command(self, *arguments: str) -> str:
        """What a command prints."""
        run = subprocess.run([str(program()), *arguments, "--config", str(self.desk.configuration)], capture_output=True, check=True,
                             timeout=PATIENCE)
        return run.stdout.decode()

    def token(self, name: str, may: str) -> str:
        """A new key of a program."""
        return self.command("token", "add", name, "--may", may).split()[0]

    def ask(self, path: str, token: str) -> dict:
        """An answer of the interface of programs."""
        connection = http.client.HTTPConnection("127.0.0.1", self.web.port, timeout=PATIENCE)
        try:
            connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == 200, f"{path}: {answer.status} {body[:500]!r}"
            return json.loads(body)
        finally:
            connection.close()

    def article(self, headline: str) -> str:
        """The id of the newest article whose headline begins so."""
        if headline not in self.known:
            articles = [json.loads(line) for line in self.command("list", "--limit", "500", "--json").splitlines()]
            self.known[headline] = next((each["id"] for each in articles if (each["headline"] or "").startswith(headline)), None)
            assert self.known[headline], f"there is no article {headline!r}"
        return self.known[headline]
