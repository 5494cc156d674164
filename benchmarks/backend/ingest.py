"""How many results a second the backend takes over HTTP, beside a program that only inserts the same rows."""

import statistics

from services import TOKEN, URL, WORK, backend, cpu_seconds, database, rss_mib, targets, tool

BATCH = 500
PROBES = 4
TARGETS = 1_000
# Rounds are 10 s apart, and come far faster than that, so they begin in the past. They must not look like those of a probe
# that was away: a target is silent after three of its intervals.
DAY_MILLIS = 86_400_000
SCALES = {"try": (1, 40, 80), "quick": (3, 200, 600), "full": (5, 400, 2_000)}


def measure(scale, report):
    """Both in turns: the disk's own speed changes from one minute to the next."""
    repetitions, warm_up, batches = SCALES[scale]
    bare, through_http, last = [], [], {}
    for repetition in range(repetitions):
        folder = f"{WORK}/ingest/{repetition}"
        file = targets(folder, TARGETS, DAY_MILLIS)
        bare.append(insert(folder, warm_up + batches))
        with backend(folder, TARGETS_FILE=file) as process:
            before = cpu_seconds(process)
            last = send(batches, warm_up)
            through_http.append(last["results"] / last["seconds"])
            cpu = (cpu_seconds(process) - before) / ((warm_up + batches) * BATCH)
            memory = rss_mib(process, "VmHWM")
    report.table(
        ["results a second, batches of 500 (median, lowest–highest)", "backend", "bare insert"],
        [
            ["persisted", spread(through_http), spread(bare)],
            ["a report's answer, p50 and p99, ms", f"{last['p50-millis']:.1f}, {last['p99-millis']:.1f}", ""],
            ["the backend's CPU a result, µs", f"{cpu * 1e6:.1f}", ""],
            ["the backend's memory at its highest, MiB", f"{memory:.0f}", ""],
        ],
    )
    report.note(f"{PROBES} probes report {TARGETS} targets each, one report at a time, in the order of time; the load generator runs on the same cores.")
    ratio = statistics.median(one / other for one, other in zip(through_http, bare))
    report.bar("results a second through HTTP", statistics.median(through_http), 30_000, at_least=True)
    report.bar("… ÷ the bare sqlite-jdbc batch insert", ratio, 0.5, at_least=True)


def insert(folder, batches):
    found = tool("BareInsert", database=f"{folder}/bare.db", probes=PROBES, targets=TARGETS, batch=BATCH, batches=batches)
    return found["rows"] / found["seconds"]


def send(batches, warm_up=0, probes=PROBES, count=TARGETS):
    return tool("Reporter", url=URL, token=TOKEN, probes=probes, targets=count, batch=BATCH, batches=batches, warm_up=warm_up)


def spread(values):
    return f"{statistics.median(values):,.0f} ({min(values):,.0f}–{max(values):,.0f})"
