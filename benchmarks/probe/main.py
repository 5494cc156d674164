"""Runs the measurements that are asked for, and prints what they give as tables in Markdown."""

import datetime
import os
import platform
import sys

import catch_up
import memory

PARTS = {"memory": memory.measure, "catch-up": catch_up.measure}


def machine():
    with open("/proc/cpuinfo") as cpus:
        model = next(line.split(":", 1)[1].strip() for line in cpus if line.startswith("model name"))
    return f"{model}, {os.cpu_count()} cores, Linux {platform.release()}"


def main(parts):
    load = os.getloadavg()[0]
    print(f"{datetime.date.today()}, {machine()}, load before the run {load:.1f}\n")
    for part in parts or PARTS:
        PARTS[part]()
        print(flush=True)


main(sys.argv[1:])
