"""A file system that can be stopped: a FUSE program (bindfs), into which every call hangs while it is."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

from desk import wait_until


def can_hang() -> bool:
    """Whether there may be such a file system here."""
    return os.geteuid() == 0 and os.path.exists("/dev/fuse") and shutil.which("bindfs") is not None


class Server:
    """A file system that can be stopped."""

    def __init__(self, folder: Path):
        self.source = folder / "served"
        self.mount = folder / "mount"
        self.source.mkdir()
        self.mount.mkdir()
        self.process = subprocess.Popen(["bindfs", "-f", "--no-allow-other", str(self.source), str(self.mount)])
        wait_until(10, "the file system is mounted", lambda: os.path.ismount(self.mount))

    def stop(self) -> None:
        os.kill(self.process.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        os.kill(self.process.pid, signal.SIGCONT)

    def end(self) -> None:
        self.go_on()
        subprocess.run(["umount", "--lazy", str(self.mount)], check=False)
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
