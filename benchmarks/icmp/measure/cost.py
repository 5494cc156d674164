"""What pings cost: processor time, memory, start."""

import time

import tools
from lab import answering, hosts_file
from report import TOOLS, Cells


def saturated(scale, report):
    """As many pings a second as one thread can, to 1,000 hosts that answer at once."""
    hosts = hosts_file("saturated", answering(1000))
    rounds = scale.saturated_rounds
    cpu, rate = Cells(), Cells()
    rss, lost, pings = Cells(), Cells("sum"), Cells("sum")

    def take(tool, runs):
        count = sum(run.values["pings"] for run in runs)
        measured = [(run.values.get("cpu_nanos", run.cpu * 1e9), run.values.get("wall_nanos", run.wall * 1e9)) for run in runs]
        cpu.add(tool, sum(nanos for nanos, _ in measured) / count / 1000)
        rate.add(tool, count / sum(nanos for _, nanos in measured) * 1e9)
        rss.add(tool, max(run.rss_kb for run in runs) / 1024)
        lost.add(tool, sum(run.values.get("lost", run.values.get("hosts.lost")) for run in runs))
        pings.add(tool, count)

    def noc(tool, count):
        warm_up = 1000 // count
        take(tool, [tools.noc(hosts, rounds=warm_up + rounds // count, warm_up=warm_up, count=count, window=500 // count or 1)])

    turns = [
        lambda: noc("noc", 5),
        lambda: take("C", [tools.limit(hosts, rounds + 100, 100)]),
        lambda: noc("noc60", 60),
        lambda: take("fping", [tools.fping(hosts, 60, 0.001, 1) for _ in range(scale.fping_runs)]),
    ]
    report.interleave(scale.repetitions, turns)
    few = hosts_file("few", answering(300))
    take("ping", [tools.ping(few, 16)])
    with tools.Smokeping(answering(1000), 1) as smokeping:
        smokeping.await_replies(1)
        run = smokeping.measure(scale.seconds)
        if run:
            take("smokeping", [run])
            rate.put("smokeping", "1,000 asked for")
    report.row("CPU per ping, saturated, µs", cpu)
    report.row("pings per second", rate, digits=0)
    report.row("pings sent", pings, digits=0)
    report.row("of them lost, though all were answered", lost, digits=0)
    report.row("RSS while saturated, MB", rss, digits=0)
    for other in ("C", "fping"):
        pairs = ", ".join(f"{ratio:.2f}" for ratio in cpu.ratios("noc", other))
        report.note(f"CPU per ping of noc ÷ {TOOLS[other]}, in each repetition: {pairs}.")
    report.bar("CPU per ping, saturated ÷ C loop", cpu.ratio("noc", "C"), 1.10)
    report.bar("CPU per ping, saturated ÷ fping's best", cpu.ratio("noc", "fping"), 0.85)
    report.bar("pings per second, one thread", rate.median("noc"), 100_000, at_least=True)
    report.bar("false loss while saturated (pings: {:,.0f})".format(pings.value("noc") + pings.value("noc60")),
               lost.value("noc") + lost.value("noc60"), 0)


def ten_thousand(scale, report):
    """10,000 targets every 10 s: one ping each, then the five of the probe's default."""
    hosts = hosts_file("ten-thousand", answering(10_000))
    warm_up = min(2, scale.rounds)
    core, rss = Cells(), Cells()
    core5, rss5 = Cells(), Cells()

    def take(cells, memory, tool, run):
        share = run.values.get("cpu_nanos", run.cpu * 1e9) / run.values.get("wall_nanos", run.wall * 1e9)
        cells.add(tool, 100 * share)
        memory.add(tool, run.rss_kb / 1024)

    def noc(cells, memory, count):
        run = tools.noc(hosts, rounds=warm_up + scale.rounds, warm_up=warm_up, count=count, spacing_ms=200, rate=1000)
        take(cells, memory, "noc", run)

    turns = [
        lambda: noc(core, rss, 1),
        lambda: take(core, rss, "C", tools.limit(hosts, 1 + scale.rounds, 1, 1000, 50_000)),
        lambda: take(core, rss, "fping", tools.fping(hosts, scale.rounds, 1, 10_000)),
        lambda: noc(core5, rss5, 5),
        lambda: take(core5, rss5, "C", tools.limit(hosts, 5 + 5 * scale.rounds, 5, 5000, 50_000)),
        lambda: take(core5, rss5, "fping", tools.fping(hosts, 5 * scale.rounds, 0.2, 2000)),
    ]
    report.interleave(min(3, scale.repetitions), turns)
    with tools.Smokeping(answering(10_000), 10) as smokeping:
        time.sleep(30)
        run = smokeping.measure(20)
        if run:
            take(core, rss, "smokeping", run)
            report.note(f"smokeping_prober with 10,000 targets: {run.values['lost']} of {run.values['pings']} pings without a reply.")
        else:
            core.put("smokeping", "no metrics after 50 s")
    report.row("10,000 targets every 10 s, % of a core", core, digits=2)
    report.row("RSS of that, MB", rss, digits=0)
    report.row("the same with 5 pings a target, % of a core", core5, digits=2)
    report.row("RSS of that, MB", rss5, digits=0)
    report.bar("10,000 targets every 10 s, % of a core", core.median("noc"), 1.5)
    report.bar("10,000 targets every 10 s ÷ fping", core.ratio("noc", "fping"), 0.5)


def first_ping(scale, report):
    """From the start of the program to its end, with one ping in between."""
    host = hosts_file("first", answering(1))
    wall, cpu = Cells(), Cells()

    def take(tool, run):
        wall.add(tool, 1000 * run.wall)
        cpu.add(tool, 1000 * run.cpu)

    turns = [
        lambda: take("noc", tools.noc(host, window=1)),
        lambda: take("C", tools.limit(host, 1)),
        lambda: take("fping", tools.fping(host, 1, 1, 1)),
        lambda: take("ping", tools.ping(host, 1)),
    ]
    report.interleave(5 * scale.repetitions, turns)
    for _ in range(3):
        with tools.Smokeping(answering(1), 1) as smokeping:
            seconds = smokeping.await_replies(1)
            if seconds:
                wall.add("smokeping", 1000 * seconds)
    report.row("time to the first ping, ms", wall)
    report.row("CPU of that, ms", cpu)
