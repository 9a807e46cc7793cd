"""Disks that lose their power: ext4, XFS and btrfs in loop-mounted files. Needs root."""

import fcntl
import os
import shutil
import struct
import subprocess
import time
from pathlib import Path

from desk import Failed, name_of, wait_until

# Ends a file system at once, without its journal (ext4 and XFS share the number; fs/xfs/libxfs/xfs_fs.h, XFS_IOC_GOINGDOWN).
GOING_DOWN = 0x8004587D
WITHOUT_FLUSH = 2

# How each file system is made, and the least size that its program takes, as truncate(1) has it.
MAKE = {
    "ext4": ["mkfs.ext4", "-q", "-F"],
    "xfs": ["mkfs.xfs", "-q", "-f"],
    "btrfs": ["mkfs.btrfs", "-q", "-f"],
}
LEAST_SIZE = {"ext4": "24M", "xfs": "320M", "btrfs": "128M"}


def why_not(*tools: str, file_system: str = "ext4") -> str | None:
    """Why disks cannot be made here; None where they can."""
    if os.geteuid() != 0:
        return "it needs root, to mount file systems"
    for tool in (MAKE[file_system][0], "losetup", "mount", *tools):
        if not shutil.which(tool):
            return f"{tool} is not installed"
    if not os.path.exists("/dev/loop-control"):
        return "this machine has no loop devices"
    return None


def run(*command) -> str:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode != 0:
        raise Failed(f"{' '.join(map(str, command))}: {done.stderr.strip() or done.returncode}")
    return done.stdout


def holders(place: Path) -> list[str]:
    """The processes that have something below a place open."""
    found = []
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            links = [f"fd/{number}" for number in os.listdir(f"/proc/{process}/fd")] + ["cwd"]
        except OSError:
            continue
        for link in links:
            try:
                file = os.readlink(f"/proc/{process}/{link}")
            except OSError:
                continue
            if file.startswith(str(place)):
                found.append(f"{process} {name_of(int(process))} {file}")
    return found


class Disk:
    """A file system in a file; the number of inodes can be set of ext4 alone."""

    def __init__(self, image: Path, size: str = "256M", inodes: int | None = None, place: Path | None = None, file_system: str = "ext4"):
        self.image = image
        self.place = place or image.with_suffix("")
        self.place.mkdir(exist_ok=True)
        if not image.exists():
            run("truncate", "-s", size, image)
            run(*MAKE[file_system], *(["-N", inodes] if inodes else []), image)
        self.is_mounted = False

    def mount(self, device: str | None = None, options: str = "") -> Path:
        if device:
            run("mount", *(["-o", options] if options else []), device, self.place)
        else:
            run("mount", "-o", ",".join(filter(None, ["loop", options])), self.image, self.place)
        self.is_mounted = True
        return self.place

    def cut(self) -> None:
        """The power goes: what is not on the disk is lost, and every later call fails."""
        handle = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, GOING_DOWN, struct.pack("I", WITHOUT_FLUSH))
        finally:
            os.close(handle)

    def unmount(self) -> None:
        if not self.is_mounted:
            return
        # What was just killed may hold it for a moment longer.
        end = time.monotonic() + 20
        while True:
            done = subprocess.run(["umount", self.place], capture_output=True, text=True)
            if done.returncode == 0:
                break
            if time.monotonic() > end:
                raise Failed(f"{self.place} cannot be unmounted: {done.stderr.strip()}; it is held by {holders(self.place)}")
            time.sleep(0.02)
        self.is_mounted = False

    def discard(self) -> None:
        if self.is_mounted:
            subprocess.run(["umount", "-l", self.place], stderr=subprocess.DEVNULL)
            self.is_mounted = False


class LoggedDisk:
    """A disk of which every write and flush is logged, in their order (QEMU's blklogwrites)."""

    def __init__(self, image: Path, log: Path, folder: Path):
        self.image, self.log, self.folder = image, log, folder
        self.export = folder / "export"
        self.processes: list[subprocess.Popen] = []
        self.device: str | None = None

    def attach(self) -> str:
        """The loop device of the logged disk."""
        run("truncate", "-s", "4G", self.log)
        socket = self.folder / "nbd.sock"
        self.processes.append(subprocess.Popen([
            "qemu-nbd", "--socket", str(socket), "--persistent", "--cache=writeback", "--image-opts",
            f"driver=blklogwrites,file.driver=file,file.filename={self.image},log.driver=file,log.filename={self.log},"
            "log-super-update-interval=1"]))
        wait_until(20, "qemu-nbd listens", socket.exists)
        self.export.touch()
        self.processes.append(subprocess.Popen(["nbdfuse", str(self.export), "--unix", str(socket)]))
        size = self.image.stat().st_size
        wait_until(20, "nbdfuse exports", lambda: self.export.stat().st_size == size)
        self.device = run("losetup", "--find", "--show", self.export).strip()
        return self.device

    def detach(self) -> None:
        if self.device:
            run("losetup", "-d", self.device)
            self.device = None
        if len(self.processes) > 1:
            subprocess.run(["umount", str(self.export)], stderr=subprocess.DEVNULL)
            time.sleep(0.2)
        for process in reversed(self.processes):
            process.terminate()
            process.wait(20)
        self.processes = []

    def entries(self):
        """The log: (offset in bytes, flags, data), in the format of dm-log-writes."""
        with open(self.log, "rb") as file:
            magic, version, count, sector = struct.unpack("<QQQI", file.read(28))
            if magic != 0x6A736677736872:
                raise Failed(f"the log of the writes begins with {magic:#x}")
            file.seek(sector)
            for _ in range(count):
                start, sectors, flags, _ = struct.unpack("<QQQQ", file.read(32))
                file.seek(sector - 32, os.SEEK_CUR)
                data = b"" if flags & 4 else file.read(sectors * sector)
                yield start * sector, flags, sectors * sector, data
