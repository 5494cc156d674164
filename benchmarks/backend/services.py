"""Starts the backend and the programs that load it, looks at them and ends them."""

import contextlib
import os
import re
import signal
import subprocess
import time
import urllib.request

WORK = os.environ["WORK"]
URL = "http://127.0.0.1:5001"
TOKEN = "benchmark"


@contextlib.contextmanager
def backend(folder, **environment):
    """A backend that is ready, with its database in a folder, until the block ends."""
    os.makedirs(folder, exist_ok=True)
    settings = {"NOC_TOKEN": TOKEN, "SERVER_ADDRESS": "127.0.0.1", "DATABASE_PATH": database(folder), **environment}
    with open(f"{folder}/backend.log", "ab") as log:
        command = [os.environ["JAVA"], *os.environ["BACKEND"].split()]
        process = subprocess.Popen(command, env={**os.environ, **settings}, stdout=log, stderr=subprocess.STDOUT)
    try:
        await_answer(f"{URL}/actuator/health/readiness", folder)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def database(folder):
    return f"{folder}/noc.db"


def targets(folder, count, interval_millis=10_000):
    """A targets file with t0, t1, ...; for TARGETS_FILE."""
    file = f"{folder}/targets.yaml"
    os.makedirs(folder, exist_ok=True)
    with open(file, "w") as lines:
        lines.write("targets:\n")
        for n in range(count):
            lines.write(f"  - {{name: t{n}, address: 127.0.0.1, intervalMillis: {interval_millis}}}\n")
    return file


def tool(name, **arguments):
    """Runs a class of dev.noc.benchmarks.backend. Returns what it printed: a name and a number a line."""
    words = [f"{key.replace('_', '-')}={value}" for key, value in arguments.items()]
    command = [os.environ["JAVA"], "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp", os.environ["TOOLS"]]
    run = subprocess.run([*command, f"dev.noc.benchmarks.backend.{name}", *words], stdout=subprocess.PIPE, text=True, check=True)
    return {key: float(value) for key, value in (line.split() for line in run.stdout.splitlines())}


def get(url):
    with urllib.request.urlopen(url, timeout=60) as answer:
        return answer.read().decode()


def await_answer(url, folder, seconds=90):
    for _ in range(seconds * 5):
        with contextlib.suppress(OSError):
            return get(url)
        time.sleep(0.2)
    with open(f"{folder}/backend.log") as log:
        raise TimeoutError(f"{url} does not answer:\n{log.read()[-4000:]}")


def rss_mib(process, field="VmRSS"):
    with open(f"/proc/{process.pid}/status") as status:
        return int(re.search(rf"{field}:\s+(\d+) kB", status.read()).group(1)) / 1024


def cpu_seconds(process):
    with open(f"/proc/{process.pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
