"""Starts what is measured, looks at it and ends it."""

import contextlib
import os
import re
import signal
import subprocess
import time
import urllib.request

WORK = os.environ["WORK"]


@contextlib.contextmanager
def running(name, command, **environment):
    """Runs a program until the block ends. It may stop in its own time."""
    with open(f"{WORK}/{name}.log", "wb") as log:
        process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=log, stderr=subprocess.STDOUT)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def probe(**environment):
    """The probe, with a folder of its own for what it remembers."""
    settings = {"NOC_TOKEN": "benchmark", "BACKEND_URL": "http://127.0.0.1:5001", "SERVER_ADDRESS": "127.0.0.1"}
    command = [os.environ["JAVA"], *os.environ["PROBE"].split()]
    return running("probe", command, PROBE_ID="benchmark", **settings, **environment)


def backend(**environment):
    settings = {"NOC_TOKEN": "benchmark", "SERVER_ADDRESS": "127.0.0.1", "DATABASE_PATH": f"{WORK}/backend/noc.db"}
    command = [os.environ["JAVA"], *os.environ["BACKEND"].split()]
    return running("backend", command, **settings, **environment)


def get(url):
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read().decode()


def await_answer(url, seconds=90):
    for _ in range(seconds * 5):
        with contextlib.suppress(OSError):
            return get(url)
        time.sleep(0.2)
    raise TimeoutError(f"{url} does not answer; the logs are in {WORK}")


def series(text, name):
    """The value of a series without labels."""
    return float(re.search(rf"^{name} (\S+)$", text, re.MULTILINE).group(1))


def rss_mib(process):
    with open(f"/proc/{process.pid}/status") as status:
        return int(re.search(r"VmRSS:\s+(\d+) kB", status.read()).group(1)) / 1024


def cpu_seconds(process):
    with open(f"/proc/{process.pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def address(number):
    """Of this host, which answers for all of 127.0.0.0/8."""
    return f"127.{1 + number // 62_500}.{number // 250 % 250}.{1 + number % 250}"
