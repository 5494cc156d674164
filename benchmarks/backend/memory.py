"""How much memory the backend takes with a thousand targets and a hundred clients of the live stream."""

import time

from overview import ask
from services import WORK, backend, cpu_seconds, get, rss_mib, targets, URL
from traffic import Results, StreamClients

TARGETS = 1_000
PER_SECOND = 100
CLIENTS = 100
SCALES = {"try": 5, "quick": 120, "full": 900}


def measure(scale, report):
    seconds = SCALES[scale]
    folder = f"{WORK}/memory"
    with backend(folder, TARGETS_FILE=targets(folder, TARGETS, interval_millis=10_000)) as process:
        rows = [look("ready", process)]
        with Results(TARGETS, PER_SECOND) as results:
            live(seconds / 4)
            rows.append(look("results come in", process))
            with StreamClients(CLIENTS) as clients:
                before = cpu_seconds(process)
                live(seconds)
                rows.append(look(f"{CLIENTS} clients read the stream", process))
                cpu = (cpu_seconds(process) - before) / seconds
        report.table(["1,000 targets every 10 s", "memory (RSS), MiB", "highest so far", "threads"], rows)
        report.note(
            f"{results.sent:,} results; the stream's clients were told {clients.bytes / 1e6:,.0f} MB in {seconds} s, and "
            f"the backend took {cpu * 100:.0f} % of a core meanwhile. GET /metrics is asked for every 5 s, "
            "/actuator/prometheus every 15 s."
        )
        report.bar(f"memory with 1,000 targets and {CLIENTS} stream clients, at its highest, MiB", rss_mib(process, "VmHWM"), 350)


def live(seconds):
    """What a page and a Prometheus ask for meanwhile."""
    end = time.monotonic() + seconds
    rounds = 0
    while time.monotonic() < end:
        ask(0.01)
        if rounds % 3 == 0:
            get(f"{URL}/actuator/prometheus")
        rounds += 1
        time.sleep(min(5, max(0, end - time.monotonic())))


def look(name, process):
    with open(f"/proc/{process.pid}/status") as status:
        threads = next(line.split()[1] for line in status if line.startswith("Threads:"))
    return [name, f"{rss_mib(process):.0f}", f"{rss_mib(process, 'VmHWM'):.0f}", threads]
