"""Death at a system call, by strace, and the proof that it came."""

import re
from pathlib import Path

from desk import Failed


def strace(call: str, nth: int, trace: Path) -> list[str]:
    """What starts a program that is killed before its `nth` call of this kind, counted for each thread by itself.

    Without --seccomp-bpf: where a call stops a thread by its filter the kernel drops the signal that strace wants to give it at the restart
    (ptrace(2): signals are injected at syscall stops and signal stops), so that of a program's main thread most calls were seen and none
    was fatal.
    """
    trace.unlink(missing_ok=True)
    return ["strace", "-f", "-qq", "-o", str(trace), "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={nth}"]


def was_killed(call: str, nth: int, trace: Path) -> bool:
    """Whether it died there; false where no thread has made so many calls. That one did and nobody died is a fault of the test."""
    text = trace.read_text(errors="replace") if trace.exists() else ""
    if "+++ killed by SIGKILL" in text:
        return True
    made: dict[str, int] = {}
    for match in re.finditer(rf"^(\d+) +{call}\(", text, re.MULTILINE):
        made[match[1]] = made.get(match[1], 0) + 1
    most = max(made.values(), default=0)
    if most >= nth:
        raise Failed(f"a thread made {most} calls of {call} and was not killed at the {nth}th; the trace: {trace}")
    return False
