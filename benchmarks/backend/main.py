"""Runs the parts that are asked for, and prints what they give as tables in Markdown. Started by run.sh.

A part is a module with measure(scale, report), where scale is "try", "quick" or "full".
"""

import datetime
import os
import platform
import shutil
import sys
import time

import history
import ingest
import kuma
import memory
import overview
import quantiles
import size
from report import Report

PARTS = {
    "ingest": ingest.measure,
    "size": size.measure,
    "overview": overview.measure,
    "memory": memory.measure,
    "history": history.measure,
    "quantiles": quantiles.measure,
    "kuma": kuma.measure,
}


def machine():
    with open("/proc/cpuinfo") as cpus:
        model = next(line.split(":", 1)[1].strip() for line in cpus if line.startswith("model name"))
    return f"{os.cpu_count()} × {model}, Linux {platform.release()}"


def main(scale, *wanted):
    unknown = [part for part in wanted if part not in PARTS]
    if unknown:
        sys.exit(f"error: There is no part {unknown[0]}.\n       There are {' '.join(PARTS)}.")
    report = Report()
    start = time.monotonic()
    for part in wanted or PARTS:
        report.begin(part)
        os.makedirs(f"{os.environ['WORK']}/{part}")
        PARTS[part](scale, report)
        shutil.rmtree(f"{os.environ['WORK']}/{part}")
    minutes = (time.monotonic() - start) / 60
    print(f"{datetime.date.today()}, `{' '.join(['run.sh', '--' + scale, *wanted])}`, {minutes:.0f} min. {machine()}.\n")
    print(report.markdown())


if sys.argv[1:] == ["--parts"]:
    print(*PARTS)
else:
    main(*sys.argv[1:])
