"""Measures all pingers in one run and prints tables. Started by run.sh, inside the near host.

In Python, for its standard library has what this needs and nothing must be built: wait4(2), quantiles, binary records.
"""

import platform
import subprocess
import sys
import time
from pathlib import Path

import accuracy
import cost
import honesty
from report import Report
from scale import FULL, QUICK

PARTS = {
    "saturated": cost.saturated,
    "ten-thousand": cost.ten_thousand,
    "first-ping": cost.first_ping,
    "idle": accuracy.idle,
    "busy": accuracy.busy,
    "hogged": accuracy.hogged,
    "mixed": honesty.mixed,
    "dead-neighbours": honesty.dead_neighbours,
}


def machine():
    models = [line.split(": ")[1] for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    debian = next(line.split('"')[1] for line in Path("/etc/os-release").read_text().splitlines() if line.startswith("PRETTY"))
    return f"{len(models)} × {models[0] if models else platform.machine()}, Linux {platform.release()}, {debian}"


def versions(java, smokeping):
    commands = [[java, "--version"], ["fping", "-v"], [smokeping, "--version"], ["ping", "-V"], ["gcc", "--version"]]
    words = [subprocess.run(command, capture_output=True, text=True) for command in commands]
    return "; ".join((word.stdout or word.stderr).splitlines()[0].strip() for word in words)


def main(scale, java, smokeping, *wanted):
    report = Report()
    start = time.monotonic()
    for name in wanted or PARTS:
        report.section(name)
        PARTS[name](QUICK if scale == "quick" else FULL, report)
    minutes = (time.monotonic() - start) / 60
    print(f"{time.strftime('%Y-%m-%d')}, `{' '.join(['run.sh', '--' + scale, *wanted])}`, {minutes:.0f} min. {machine()}.")
    print(f"{versions(java, smokeping)}.\n")
    print(report.markdown())


main(*sys.argv[1:])
