"""A daemon under test: started, watched, killed."""

import json
import os
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path

# A script that is ended ends its daemon and its mounts first.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))

ROOT = Path(__file__).resolve().parent.parent.parent


def program() -> Path:
    """The program that is tested: $WIREDESK, else the release build, else the debug build."""
    if given := os.environ.get("WIREDESK"):
        return Path(given).resolve()
    for build in ("release", "debug"):
        found = ROOT / ".build" / build / "wiredesk"
        if found.exists():
            return found.resolve()
    raise SystemExit("there is no program to test: run `make release`, or set WIREDESK")


class Desk:
    """`wiredesk run` on a state of its own."""

    def __init__(self, state: Path, log: Path, *, inboxes=(), settings="settle: 20ms\nmin_free: 0\n", once=False, wrapper=(),
                 environment=None, pass_fds=()):
        self.state = state
        self.log = log
        configuration = log.with_suffix(".yaml")
        text = f"state: {state}\ninboxes:\n"
        for inbox in inboxes or [state / "inbox"]:
            text += f"  - path: {inbox}\n" if isinstance(inbox, (str, Path)) else f"  - {json.dumps(inbox)}\n"
        # Who shortens the quiet period of what is written does not want to wait for what a start finds either.
        if "settle:" in settings and "settle_unseen:" not in settings:
            settings += "settle_unseen: 20ms\n"
        configuration.write_text(text + settings)
        self.configuration = configuration
        command = [*wrapper, str(program()), "run", "--config", str(configuration)] + (["--once"] if once else [])
        self.output = open(log, "ab")
        self.begin = self.output.tell()
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self.output, start_new_session=True,
            env={**os.environ, **(environment or {})}, pass_fds=pass_fds)

    @property
    def is_running(self) -> bool:
        return self.process.poll() is None

    @property
    def daemon(self) -> int | None:
        """The number of the daemon itself, also under a wrapper."""
        if Path(os.readlink(f"/proc/{self.process.pid}/exe")).name == "wiredesk":
            return self.process.pid
        return next((child for child in children(self.process.pid) if name_of(child) == "wiredesk"), None)

    @property
    def readers(self) -> list[int]:
        daemon = self.daemon
        return [child for child in children(daemon) if name_of(child).startswith("wiredesk-reade")] if daemon else []

    def text(self) -> str:
        with open(self.log, "rb") as file:
            file.seek(self.begin)
            return file.read().decode(errors="replace")

    def wait_ready(self, seconds: float = 30) -> None:
        wait_until(seconds, "the daemon gets ready", lambda: "is ready" in self.text() or not self.is_running)

    def kill(self) -> None:
        """SIGKILL to the daemon; returns when it is gone."""
        try:
            os.kill(self.daemon or self.process.pid, signal.SIGKILL)
        except (ProcessLookupError, FileNotFoundError):
            pass
        self.finish(30)

    def stop(self, seconds: float = 60) -> int:
        """SIGTERM; the exit status."""
        try:
            os.kill(self.daemon or self.process.pid, signal.SIGTERM)
        except (ProcessLookupError, FileNotFoundError):
            pass
        return self.finish(seconds)

    def finish(self, seconds: float) -> int:
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            raise Failed(f"the daemon did not end in {seconds} s; its log: {self.log}") from None
        finally:
            self.output.close()
        return status

    def abandon(self) -> None:
        """Ends everything that was started here, whatever state it is in."""
        if self.is_running:
            for child in children(self.process.pid):
                _signal(child)
            _signal(self.process.pid)
            self.process.wait()
        self.output.close()

    def status(self, seconds: float = 30) -> dict:
        """`wiredesk status --json`, and how long it took as `seconds`."""
        began = time.monotonic()
        run = subprocess.run(
            [str(program()), "status", "--json", "--config", str(self.configuration)], capture_output=True,
            timeout=seconds)
        took = time.monotonic() - began
        if run.returncode != 0:
            raise Failed(f"status ended with {run.returncode}: {run.stderr.decode(errors='replace')}")
        return {**json.loads(run.stdout), "seconds": took}


# The user as whom the desk runs where a script is started as root, so that the files of all others are another user's.
DESK_USER = 61_001
RIGHTS = {
    "with": ["--inh-caps", "-all,+lease", "--ambient-caps", "-all,+lease", "--bounding-set", "-all,+lease"],
    "without": ["--inh-caps", "-all", "--ambient-caps", "-all", "--bounding-set", "-all"],
}


def as_desk_user(rights: str) -> list[str]:
    """What starts a program as the desk's own user, with or without CAP_LEASE and with no other capability."""
    return ["setpriv", "--reuid", str(DESK_USER), "--regid", str(DESK_USER), "--clear-groups", *RIGHTS[rights]]


class Failed(Exception):
    """Something is not as promised."""


def told(failure: Exception) -> str:
    """What a script says of its failure: of one that nobody thought of also where."""
    if isinstance(failure, Failed):
        return str(failure)
    return "".join(traceback.format_exception(failure)).rstrip()


def _signal(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        pass


def children(process: int) -> list[int]:
    found = []
    try:
        for task in os.listdir(f"/proc/{process}/task"):
            with open(f"/proc/{process}/task/{task}/children") as file:
                found += [int(word) for word in file.read().split()]
    except (FileNotFoundError, ProcessLookupError):
        pass
    return found


def name_of(process: int) -> str:
    try:
        return Path(f"/proc/{process}/comm").read_text().strip()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def wait_until(seconds: float, what: str, condition) -> float:
    """Looks again and again until the condition holds; the seconds that it took."""
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > seconds:
            raise Failed(f"{what}: not in {seconds} s")
        time.sleep(0.01)
    return time.monotonic() - began


def run_once(state: Path, log: Path, seconds: float = 600, **options) -> int:
    """Takes in everything that is left; the exit status."""
    return Desk(state, log, once=True, **options).finish(seconds)
