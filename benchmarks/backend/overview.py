"""How long GET /metrics takes with a thousand targets, while a thousand results come in each second."""

import http.client
import time

from services import WORK, backend, cpu_seconds, rss_mib, targets
from traffic import Results, address

TARGETS = 1_000
PER_SECOND = 1_000
PAUSE = 0.05
SCALES = {"try": (2, 5), "quick": (20, 30), "full": (60, 120)}


def measure(scale, report):
    warm_up, seconds = SCALES[scale]
    folder = f"{WORK}/overview"
    with backend(folder, TARGETS_FILE=targets(folder, TARGETS, interval_millis=1_000)) as process:
        with Results(TARGETS, PER_SECOND) as results:
            ask(warm_up)
            before = cpu_seconds(process)
            millis, size = ask(seconds)
            cpu = (cpu_seconds(process) - before) / seconds
        report.table(
            ["GET /metrics, 1,000 targets, 1,000 results a second", "ms"],
            [[name, f"{at(millis, part):.1f}"] for name, part in (("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("max", 1))],
        )
        report.note(
            f"{len(millis)} requests of {size:,} bytes one after the other, {PAUSE * 1000:.0f} ms apart; {results.sent:,} results in "
            f"reports of 100, at worst {results.late:.1f} s late. The backend took {cpu * 100:.0f} % of a core and "
            f"{rss_mib(process):.0f} MiB; who asks and who reports run on the same cores."
        )
    report.bar("GET /metrics, 1,000 targets, 1,000 results a second, p99, ms", at(millis, 0.99), 25)


def ask(seconds):
    """Returns how long each answer took, in order of length, and how large one was."""
    connection = http.client.HTTPConnection(*address())
    millis, size = [], 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        began = time.perf_counter()
        connection.request("GET", "/metrics")
        answer = connection.getresponse()
        size = len(answer.read())
        millis.append((time.perf_counter() - began) * 1000)
        if answer.status != 200:
            raise AssertionError(f"{answer.status} from GET /metrics")
        time.sleep(PAUSE)
    return sorted(millis), size


def at(millis, part):
    return millis[min(len(millis) - 1, int(len(millis) * part))]
