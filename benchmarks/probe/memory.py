"""What a running probe takes, beside smokeping_prober with the same targets."""

import os
import time

import fake_backend
from services import WORK, address, cpu_seconds, probe, rss_mib, running

INTERVAL = 10
SETTLE = 50
WATCH = 20


def measure():
    print("| targets every 10 s | | RSS, MiB | % of a core | pings a second |")
    print("| --- | --- | --- | --- | --- |")
    for targets in (3, 10_000):
        print(noc(targets), flush=True)
        print(smokeping_prober(targets), flush=True)


def noc(targets):
    with fake_backend.serving(targets, INTERVAL) as received, probe(PROBE_DATA=f"{WORK}/probe-{targets}") as process:
        time.sleep(SETTLE)
        before = received[0]
        used = usage(process)
        return row(targets, "noc's probe, bursts of 5", used, 5 * (received[0] - before) / WATCH)


def smokeping_prober(targets):
    """One ping a target and round: it knows no bursts."""
    config = f"{WORK}/smokeping-{targets}.yml"
    with open(config, "w") as file:
        hosts = "".join(f"    - {address(n)}\n" for n in range(targets))
        file.write(f"targets:\n- hosts:\n{hosts}  interval: {INTERVAL}s\n  network: ip4\n")
    command = [os.environ["SMOKEPING"], f"--config.file={config}", "--web.listen-address=127.0.0.1:9374"]
    with running("smokeping_prober", command) as process:
        time.sleep(SETTLE)
        if process.poll() is not None:
            return f"| {targets:,} | smokeping_prober | ended by itself | | |"
        return row(targets, "smokeping_prober, one ping", usage(process), targets / INTERVAL)


def usage(process):
    before = cpu_seconds(process)
    time.sleep(WATCH)
    return rss_mib(process), 100 * (cpu_seconds(process) - before) / WATCH


def row(targets, name, used, pings):
    return f"| {targets:,} | {name} | {used[0]:.0f} | {used[1]:.1f} | {pings:,.0f} |"
