"""Starts programs in the near or the far host and tells what they cost."""

import contextlib
import os
import signal
import subprocess
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

WORK = Path(os.environ["WORK"])
FAR = os.environ["FAR"]
NOBODY = 65534
MANY_SECONDS = 600


@dataclass
class Run:
    """What a program did. Processor time is that of the process and its children, start included."""

    cpu: float
    wall: float
    rss_kb: int
    out: str
    err: str
    code: int
    values: dict = field(default_factory=dict)


def run(command, as_nobody=False):
    """Runs a program in the near host to its end."""
    out, err = WORK / "out", WORK / "err"
    with out.open("w") as stdout, err.open("w") as stderr:
        start = time.monotonic()
        process = subprocess.Popen(
            [str(part) for part in command], stdout=stdout, stderr=stderr, stdin=subprocess.DEVNULL, **identity(as_nobody)
        )
        memory = Memory(process.pid)
        stopper = threading.Timer(MANY_SECONDS, process.kill)
        stopper.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        stopper.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    return Run(usage.ru_utime + usage.ru_stime, wall, memory.peak(), out.read_text(), err.read_text(), process.returncode)


def identity(as_nobody):
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if as_nobody else {}


class Memory:
    """Looks at a process's peak of resident memory as long as it lives. wait4(2) would tell that of our fork too."""

    def __init__(self, pid):
        self._status = Path(f"/proc/{pid}/status")
        self._peak = 0
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self):
        with contextlib.suppress(OSError):
            while lines := self._status.read_text().splitlines():
                found = [int(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
                if not found:
                    return
                self._peak = found[0]
                time.sleep(0.1)

    def peak(self):
        self._thread.join()
        return self._peak


@contextlib.contextmanager
def responder(log):
    """The host with known delays, in the far host. Its log is whole when this ends."""
    command = ["ip", "netns", "exec", FAR, WORK / "responder", "far0", log]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    try:
        if process.stdout.readline() != b"ready\n":
            raise SystemExit("error: the responder did not start. What it said is above.")
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
        process.stdout.close()


@contextlib.contextmanager
def hogs(count):
    """So many programs that want a whole core each."""
    processes = [subprocess.Popen(["sh", "-c", "while :; do :; done"]) for _ in range(count)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


def hosts_file(name, hosts):
    path = WORK / name
    path.write_text("".join(f"{host}\n" for host in hosts))
    return path


def answering(count):
    return [f"10.97.{i // 250}.{i % 250 + 1}" for i in range(count)]
