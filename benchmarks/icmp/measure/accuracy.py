"""Round-trip times beside the truth."""

import contextlib

import tools
import truth
from lab import WORK, hogs, hosts_file, responder
from report import Cells

SHARES = ("p50", "p99", "p99.9", "max")


def idle(scale, report):
    """100 pings a second on a machine that does nothing else."""
    near = measure(scale, report, "idle, hosts 1 to 9 ms away", [1, 3, 6, 9], 100)
    far = measure(scale, report, "idle, hosts 50 to 150 ms away", [50, 90, 120, 150], 100)
    report.bar("RTT error, idle, p99, µs", max(near["p99"].median("noc"), far["p99"].median("noc")), 15)


def hogged(scale, report):
    """1,000 pings a second while four programs want all of the two cores."""
    cells = measure(scale, report, "four CPU hogs, hosts 5 to 9 ms away", range(5, 10), 1000, lambda: hogs(4))
    report.bar("RTT error, four CPU hogs, p99.9, µs", cells["p99.9"].median("noc"), 50)


def busy(scale, report):
    """75,000 pings a second to 7,562 hosts, 13,600 of them under way. fping cannot: at most 65,535 in 10 s."""
    hosts = hosts_file("busy", [f"10.98.{delay}.{i}" for delay in range(163, 201) for i in range(199)])
    seconds = scale.seconds // 2
    cells = new_cells()
    lost, coarse = Cells("sum"), Cells("sum")
    for _ in range(repetitions(scale)):
        run = add(cells, "noc", lambda path: tools.noc(
            hosts, rounds=3 + seconds, warm_up=3, count=10, spacing_ms=100, rate=7562, records=path), 30)
        lost.add("noc", run.values["hosts.lost"])
        coarse.add("noc", run.values["hosts.coarse"] + run.values["NOT_MEASURED"])
        run = add(cells, "C", lambda path: tools.limit(hosts, 10 * (3 + seconds), 30, 75_620, 1000, path), 30)
        lost.add("C", run.values["lost"])
        coarse.add("C", run.values["coarse"])
    cells["p50"].put("fping", "cannot")
    rows(report, "75k pings/s, hosts 163 to 200 ms away", cells)
    report.row("of these, lost, though all were answered", lost, digits=0)
    report.row("of these, coarse or not measured, and said so", coarse, digits=0)
    report.bar("RTT error, 75k pings/s, p99, µs", cells["p99"].median("noc"), 10)


def measure(scale, report, name, delays, rate, load=contextlib.nullcontext):
    """All pingers on the same hosts, one after the other, at the same rate; `ping` on one of them.

    A host gets one ping a second: were two of them sent at once, nobody could tell whose truth is whose.
    """
    hosts = hosts_file("known", [f"10.98.{delay}.{i}" for delay in delays for i in range(rate // len(delays))])
    addresses = hosts.read_text().split()
    rounds = scale.seconds
    skipped = rounds // 5
    count = skipped + rounds
    cells = new_cells()
    with load():
        for _ in range(repetitions(scale)):
            add(cells, "noc", lambda path: tools.noc(hosts, rounds=count, warm_up=skipped, rate=rate, records=path), skipped)
            add(cells, "C", lambda path: tools.limit(hosts, count, skipped, rate, 10_000, path), skipped)
            add(cells, "fping", lambda _: tools.fping(hosts, count, 1000 / rate, 1000), skipped)
        add(cells, "ping", lambda _: tools.ping_often(addresses[-1], 50 * scale.seconds, 0.02), 0)
        smokeping_mean(scale, report, name, addresses)
    rows(report, name, cells)
    return cells


def new_cells():
    return {share: Cells() for share in SHARES}


def repetitions(scale):
    return 3 if scale.repetitions > 2 else 1


def rows(report, name, cells):
    for share in SHARES:
        report.row(f"RTT error, {name}, {share}, µs", cells[share], digits=1)


def add(cells, tool, pings, skipped):
    """Runs a pinger while the responder keeps a log, and compares."""
    log, records = WORK / "truth", WORK / "records"
    records.unlink(missing_ok=True)
    with responder(log):
        result = pings(records)
    times = tools.read_records(records) if records.exists() else result.values["times"]
    found = truth.errors(times, tools.read_records(log), skipped)
    for share, value in zip(SHARES, truth.summary(found)):
        cells[share].add(tool, value)
    return result


def smokeping_mean(scale, report, name, addresses):
    log = WORK / "truth"
    with responder(log), tools.Smokeping(addresses, 1) as smokeping:
        smokeping.await_replies(1)
        run = smokeping.measure(scale.seconds)
    if run is None or run.values["pings"] == run.values["lost"]:
        report.note(f"smokeping_prober, {name}: no reply was counted.")
        return
    mean = run.values["mean"] * 1e6 - truth.mean_truth(tools.read_records(log)) / 1000
    report.note(f"smokeping_prober, {name}: mean RTT error {mean:,.0f} µs. It tells of no single ping.")
