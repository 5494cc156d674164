"""Whether each ping's fate is told as it was, and of the right host."""

import tools
from lab import WORK, answering, hosts_file, responder
from report import Cells

# What an outcome looks like for hosts of each label: replies, losses, and the words of the error.
EXPECTED = {
    "answering": (True, None),
    "duplicating": (True, None),
    "silent": (False, None),
    "unreachable": (False, "10.50.1.2 says: Destination Host Unreachable."),
    "prohibited": (False, "10.50.1.2 says: Packet filtered."),
}


def mixed_hosts():
    """All kinds, shuffled by their order: neighbours in the file are of different kinds."""
    kinds = {
        "answering": answering(600),
        "unreachable": [f"10.98.{i}.{kind}" for i in range(100) for kind in range(248, 252)],
        "prohibited": [f"10.98.{i}.{kind}" for i in range(50) for kind in range(252, 256)],
        "silent": [f"10.94.1.{i}" for i in range(1, 201)],
        "duplicating": [f"10.98.{delay}.{kind}" for delay in range(1, 11) for kind in range(200, 220)],
    }
    hosts = [(index / len(found), address, label) for label, found in kinds.items() for index, address in enumerate(found)]
    return [(address, label) for _, address, label in sorted(hosts)]


def mixed(scale, report):
    """Hosts that answer, that are unreachable, prohibited, silent, or answer twice."""
    hosts = mixed_hosts()
    rounds = scale.seconds // 2
    wrong, sent = Cells("sum"), Cells("sum")
    with responder(WORK / "truth"):
        labelled = hosts_file("mixed", [f"{address} {label}" for address, label in hosts])
        run = tools.noc(labelled, rounds=rounds, count=5, spacing_ms=200, rate=len(hosts) // 2)
        wrong.add("noc", sum(misattributed(run.values, label, rounds, hosts) for label in EXPECTED))
        sent.add("noc", run.values["pings"])
        report.note(f"Mixed run: {run.values['DUPLICATE']:,} duplicates told apart, {run.values['REFUSED']:,} ICMP errors.")
        plain = hosts_file("mixed-plain", [address for address, _ in hosts])
        labels = dict(hosts)
        run = tools.fping(plain, 5, 0.2, 1000)
        wrong.add("fping", sum(
            (time >= 0) != EXPECTED[labels[host]][0] for host, times in run.values["times"].items() for time in times))
        sent.add("fping", run.values["pings"])
    report.row("mixed run: pings", sent, digits=0)
    report.row("mixed run: told wrongly", wrong, digits=0)
    report.bar("misattributed or falsely lost in the mixed run", wrong.value("noc"), 0)


def misattributed(values, label, rounds, hosts):
    """How many replies, losses or errors of such hosts are not as they must be."""
    bursts = rounds * sum(kind == label for _, kind in hosts)
    answers, words = EXPECTED[label]
    replies, losses = (5 * bursts, 0) if answers else (0, 5 * bursts)
    faults = {words.replace("10.50.1.2", "ADDRESS"): bursts} if words else {}
    found = values["faults"].get(label, {})
    return (
        abs(values[f"{label}.replies"] - replies)
        + abs(values[f"{label}.lost"] - losses)
        + sum(abs(found.get(word, 0) - faults.get(word, 0)) for word in found.keys() | faults.keys())
    )


def dead_neighbours(scale, report):
    """1,000 live hosts among 1,000 silent ones, which are far and then of our own network: the kernel asks for those in vain."""
    live, far = answering(1000), [f"10.94.{i // 250}.{i % 250 + 1}" for i in range(1000)]
    dead = [f"10.60.{1 + i // 250}.{i % 250 + 1}" for i in range(1000)]

    def among(neighbours):
        lines = [f"{host} {label}" for pair in zip(live, neighbours) for host, label in zip(pair, ("live", "other"))]
        return tools.noc(hosts_file("neighbours", lines), rounds=scale.seconds, warm_up=2, rate=2000).values

    fine, bad = among(far), among(dead)
    for name, values in {"silent far": fine, "dead on-link": bad}.items():
        report.note(
            f"1,000 live hosts among 1,000 {name} ones: a result is there after {values['live.turnaround_ms_p99']} ms (p99),"
            f" {values['live.turnaround_ms_max']} ms (max); {values['live.lost']} lost,"
            f" {sum(values['faults'].get('live', {}).values())} not measured."
        )
    later = bad["live.turnaround_ms_p99"] - fine["live.turnaround_ms_p99"]
    report.bar("1,000 dead on-link hosts delay the others, p99, ms (a tick has 50)", max(0, later), 5)
    report.bar("… and spoil pings of the others", bad["live.lost"] + sum(bad["faults"].get("live", {}).values()), 0)
