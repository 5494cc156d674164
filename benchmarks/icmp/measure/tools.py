"""How each of the pingers is started, and what its words mean."""

import contextlib
import os
import re
import signal
import struct
import subprocess
import time
import urllib.request
from array import array
from ipaddress import IPv4Address

from lab import WORK, Memory, Run, identity, run

# The flags that the probe's image runs with, and the memory that its container has.
JVM = [
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:MaxRAMPercentage=50",
    "-XX:+ExitOnOutOfMemoryError",
    "-Xss256k",
    "--enable-native-access=ALL-UNNAMED",
    "-XX:MaxRAM=320m",
]
METRICS = "http://127.0.0.1:9374/metrics"


def noc(hosts, **options):
    """Our engine, as nobody: it needs no root."""
    arguments = [f"{name.replace('_', '-')}={value}" for name, value in {"hosts": hosts, **options}.items()]
    main = ["-cp", os.environ["CLASS_PATH"], "dev.noc.benchmarks.icmp.Main"]
    return with_values(run([os.environ["JAVA"], *JVM, *main, *arguments], as_nobody=True))


def limit(hosts, rounds, warm_up=0, rate=0, tick_us=0, records=None):
    """The C loop."""
    command = [WORK / "limit", hosts, rounds, warm_up, rate, tick_us]
    return with_values(run(command + ([records] if records else []), as_nobody=True))


def with_values(result):
    """Reads lines of a name, a number and perhaps words."""
    if result.code != 0:
        raise SystemExit(f"error: a pinger failed.\n{result.err}")
    faults = {}
    for line in result.out.splitlines():
        name, value, *words = line.split(maxsplit=2)
        if words:
            faults.setdefault(name.removesuffix(".fault"), {})[words[0]] = int(value)
        else:
            result.values[name] = int(value)
    result.values["faults"] = faults
    return result


def fping(hosts, count, interval_ms, period_ms, timeout_ms=1000):
    """Each round-trip time as it prints it, in nanoseconds; -1 for none."""
    command = ["fping", "-q", "-f", hosts, "-C", count, "-i", interval_ms, "-p", period_ms, "-t", timeout_ms]
    result = run(command)
    if "not enough sequence numbers" in result.err:
        raise SystemExit("error: fping cannot send more than 65,535 pings in 10 s")
    times = {}
    for line in result.err.splitlines():
        host, colon, rest = line.partition(" : ")
        if colon and re.fullmatch(r"[-. \d]+", rest):
            times[host.strip()] = [-1 if word == "-" else round(float(word) * 1e6) for word in rest.split()]
    result.values = {
        "times": times,
        "pings": sum(len(all_of_host) for all_of_host in times.values()),
        "lost": sum(time < 0 for all_of_host in times.values() for time in all_of_host),
    }
    return result


def ping(hosts, processes):
    """One process a ping."""
    result = run(["xargs", "-a", hosts, "-n", 1, "-P", processes, "ping", "-q", "-c", 1, "-W", 1])
    received = [int(count) for count in re.findall(r"(\d) received", result.out)]
    result.values = {"pings": len(received), "lost": received.count(0)}
    return result


def ping_often(host, count, interval):
    """One process for many pings to one host."""
    result = run(["ping", "-c", count, "-i", interval, host])
    found = {int(number): float(time) for number, time in re.findall(r"icmp_seq=(\d+) .*time=([\d.]+) ms", result.out)}
    result.values["times"] = {host: [round(found.get(i + 1, -1e-6) * 1e6) for i in range(count)]}
    return result


class Smokeping:
    """smokeping_prober without root: as root it compares each reply with all of its targets."""

    def __init__(self, hosts, interval, log=WORK / "smokeping.log"):
        flags = ["--no-privileged", f"--ping.interval={interval}s", "--log.level=error", "--web.listen-address=127.0.0.1:9374"]
        config = ["--config.file", WORK / "empty.yml"]
        (WORK / "empty.yml").write_text("targets: []\n")
        self._start = time.monotonic()
        with log.open("w") as words:
            self._process = subprocess.Popen(
                [os.environ["SMOKEPING"], *flags, *config, *hosts], stdout=words, stderr=words, **identity(True)
            )
        self._memory = Memory(self._process.pid)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def cpu(self):
        fields = open(f"/proc/{self._process.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def counts(self):
        """Requests, replies and the sum of their round-trip times in seconds; None where its page does not come."""
        try:
            page = urllib.request.urlopen(METRICS, timeout=20).read().decode()
        except OSError:
            return None
        return [
            sum(float(value) for value in re.findall(rf"^smokeping_{name}{{[^}}]*}} (\S+)$", page, re.M))
            for name in ("requests_total", "response_duration_seconds_count", "response_duration_seconds_sum")
        ]

    def await_replies(self, count, seconds=60):
        """Seconds from its start until it has so many, or None."""
        while time.monotonic() - self._start < seconds:
            counts = self.counts()
            if counts and counts[1] >= count:
                return time.monotonic() - self._start
            time.sleep(0.01)
        return None

    def measure(self, seconds):
        """What it does in so many seconds. Reading its page twice is in its processor time."""
        before, cpu, start = self.counts(), self.cpu(), time.monotonic()
        time.sleep(seconds)
        after = self.counts()
        if before is None or after is None:
            return None
        requests, replies, total = (late - early for late, early in zip(after, before))
        result = Run(self.cpu() - cpu, time.monotonic() - start, 0, "", "", 0)
        self.__exit__()
        result.rss_kb = self._memory.peak()
        result.values = {"pings": int(requests), "lost": int(requests - replies), "mean": total / max(1, replies)}
        return result


def read_records(path):
    """Nanoseconds of each host's pings, in their order, from the file of `struct record`s."""
    hosts = {}
    for address, number, nanos in struct.iter_unpack("=4sIq", path.read_bytes()):
        times = hosts.setdefault(address, array("q"))
        if number >= len(times):
            times.extend([-1] * (number + 1 - len(times)))
        times[number] = nanos
    return {str(IPv4Address(address)): times for address, times in hosts.items()}
